"""Identity: which mentions are one person, organisation or place; by hand where a person said so, else by rule.

The rules are the cheap and sure ones of a sieve (Raghunathan et al. 2010, "A Multi-Pass Sieve for
Coreference Resolution"): the same name; the last name of a full name; a title before a name; an
abbreviation in brackets behind the name that it stands for. A pronoun belongs to nobody until a person
says so; whom it most likely means is only proposed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from rotstift.model.annotations import Annotations
from rotstift.model.items import Entity, Mention, mentions_of
from rotstift.model.sameness import same_key
from rotstift.model.span import Span
from rotstift.model.words import words

PERSON = "PER"
PROPOSED = 9
"""One digit each."""
_TITLES = frozenset(
    [
        "dr",
        "prof",
        "herr",
        "herrn",
        "frau",
        "präsident",
        "präsidentin",
        "kanzler",
        "kanzlerin",
        "minister",
        "ministerin",
        "könig",
        "königin",
        "papst",
        "bundeskanzler",
        "bundeskanzlerin",
        "bundespräsident",
        "bundespräsidentin",
        "bürgermeister",
        "bürgermeisterin",
        "außenminister",
        "außenministerin",
        "innenminister",
        "innenministerin",
        "ministerpräsident",
        "ministerpräsidentin",
        "professor",
        "professorin",
        "general",
        "richter",
        "richterin",
        "trainer",
        "trainerin",
        "sprecher",
        "sprecherin",
        "chef",
        "chefin",
        "mr",
        "mrs",
        "ms",
        "president",
        "minister",
        "king",
        "queen",
    ]
)
_PRONOUN = re.compile(r"(?:er|sie|ihm|ihr|ihn|ihnen|he|she|him|her|they)", re.IGNORECASE)
_WIKIDATA = re.compile(r"Q[1-9]\d{0,11}")
_BRACKET = re.compile(r"\s?\(")
_SHORT = re.compile(r"[A-ZÄÖÜ][\wÄÖÜäöü.&-]{1,9}")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text, and what is known about it."""

    id: str
    span: Span
    label: str
    words: str
    identity: str | None = None


_Name = TypeVar("_Name", Entity, Named)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Whom a mention may mean."""

    identity: str
    score: float
    """0 to 1, by the rule alone: 0.95 for a name, 0.3 for a pronoun, 0 for one that only stands near."""


def names_in(text: str, state: Annotations) -> list[Named]:
    """The entities as names, in text order."""
    return [
        Named(one.id, one.span, one.label, one.span.of(text), one.identity)
        for one in state.entities
    ]


def identities(text: str, names: Sequence[Named]) -> dict[str, str]:
    """The identity of every name by its id: the one set, else what the rules say, else its own words."""
    known = _Known()
    for name in names:
        if name.identity:
            known.learn(name, name.identity)
    for name in names:
        if not name.identity and name.label == PERSON and len(_core(name.words)) > 1:
            known.learn(name, known.same(name) or full_name(name))
    for name, short in _abbreviations(text, names):
        if not short.identity:
            known.learn(short, name.identity or known.same(name) or full_name(name))
    found: dict[str, str] = {}
    for name in names:
        identity = name.identity or known.by_last_name(name) or known.same(name)
        found[name.id] = identity or full_name(name)
        known.learn(name, found[name.id])
    return found


class _Known:
    """What the names so far have told."""

    def __init__(self) -> None:
        self._by_words: dict[tuple[str, str], str] = {}
        self._by_last: dict[str, list[tuple[Span, str]]] = {}
        """The full names of persons by their last word, in the order of learning."""

    def learn(self, name: Named, identity: str) -> None:
        for form in (identity, name.words):
            self._by_words.setdefault((name.label, _key(form)), identity)
        full = _core(identity)
        if name.label == PERSON and len(full) > 1:
            self._by_last.setdefault(same_key(full[-1]), []).append((name.span, identity))

    def same(self, name: Named) -> str | None:
        """The identity of a name with the same words, title and genitive aside."""
        return self._by_words.get((name.label, _key(name.words)))

    def by_last_name(self, name: Named) -> str | None:
        """For a bare last name the full name nearest before it, else the first one behind."""
        core = _core(name.words)
        if name.label != PERSON or len(core) != 1:
            return None
        every = self._by_last.get(same_key(core[0]), ())
        before = [one for one in every if one[0].start <= name.span.start]
        nearest = max(before, key=lambda one: one[0].start, default=None)
        return nearest[1] if nearest else (every[0][1] if every else None)


def plain_name(name: str) -> str:
    """A name as an identity is written: plain spaces, no line ends, no soft hyphens."""
    return " ".join(name.replace("\u00ad", "").split()) or name


def is_wikidata_id(number: str) -> bool:
    """True for the id of an item in Wikidata: Q42."""
    return _WIKIDATA.fullmatch(number) is not None


def full_name(name: Named) -> str:
    """A name's own words as an identity: a person's full name without the title before it."""
    every = words(name.words)
    if name.label == PERSON and len(_core(name.words)) > 1:
        bare = [word for word in every if not _is_title(word.of(name.words))]
        return plain_name(name.words[bare[0].start :])
    return plain_name(name.words)


def _is_title(word: str) -> bool:
    return word.rstrip(".").casefold() in _TITLES


def _core(name: str) -> list[str]:
    """Its words without titles."""
    every = [word.of(name) for word in words(name)]
    bare = [word for word in every if not _is_title(word)]
    return bare or every


def _key(name: str) -> str:
    return same_key(" ".join(_core(name)))


def _abbreviations(text: str, names: Sequence[Named]) -> Iterable[tuple[Named, Named]]:
    """A name and the short form in brackets right behind it: "Bund der Windmüller (BdW)"."""
    for name, short in pairwise(names):
        between = text[name.span.end : short.span.start]
        closed = text[short.span.end : short.span.end + 1] == ")"
        alike = name.label == short.label and _SHORT.fullmatch(short.words)
        if closed and alike and _BRACKET.fullmatch(between):
            yield name, short


def group_of(names: Mapping[str, str], item_id: str) -> tuple[str, ...]:
    """The ids of the other names with the same identity."""
    own = names.get(item_id)
    return tuple(one for one, identity in names.items() if identity == own and one != item_id)


def name_inside(span: Span, names: Iterable[_Name]) -> _Name | None:
    """The name that says who a mention is: a person before an organisation, these before a place."""
    inside = [one for one in names if span.contains(one.span)]
    return min(
        inside,
        key=lambda one: (one.label != PERSON, one.label == "LOC", -len(one.span)),
        default=None,
    )


def speaker_identity(
    text: str, mention: Mention, names: Iterable[Entity], known: Mapping[str, str]
) -> str:
    """Who a mention is: as a person said, else the name inside it, else its own words."""
    if mention.identity:
        return mention.identity
    name = name_inside(mention.span, names)
    return known[name.id] if name else plain_name(mention.span.of(text))


def is_pronoun(name: str) -> bool:
    """True for a pronoun of the third person."""
    return _PRONOUN.fullmatch(name) is not None


def proposals(text: str, state: Annotations, span: Span, own: str | None) -> list[Proposal]:
    """Whom the words at a span may mean, the likeliest first; `own` is the id of the entity there."""
    names = names_in(text, state)
    others = [name for name in names if name.id != own]
    here = next((name for name in names if name.id == own), None)
    found: dict[str, float] = {}
    if here is not None:
        bare = Named(here.id, here.span, here.label, here.words)
        told = identities(text, [*others, bare])[here.id]
        if told in identities(text, others).values():
            found[told] = 0.95
    table = identities(text, others)
    pronoun = is_pronoun(span.of(text))
    near = sorted(others, key=lambda name: _far(name, span, here))
    for name in near:
        likely = pronoun and name.label == PERSON and name.span.end <= span.start and not found
        found.setdefault(table[name.id], 0.3 if likely else 0.0)
    for one in _told_of_mentions(state):
        found.setdefault(one, 0.0)
    return [Proposal(identity, score) for identity, score in found.items()][:PROPOSED]


def _far(name: Named, span: Span, here: Named | None) -> int:
    """Code points away; another label, or behind the words, counts as farther."""
    wanted = here.label if here else PERSON
    more = (0 if name.label == wanted else 5_000) + (0 if name.span.start < span.start else 300)
    return name.span.distance(span) + more


def _told_of_mentions(state: Annotations) -> Iterable[str]:
    for quote in state.quotes:
        for mention in mentions_of(quote):
            if mention.identity:
                yield mention.identity
