"""The English word tables of resources/lexicon, with the verb forms built from them."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rotstift.paths import resource

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a cue verb."""

    lemma: str
    kinds: frozenset[str]
    """say, bare, think, tell, ask, demand, judge."""
    plain: bool = False
    """The infinitive's form: "they say"."""


@dataclass(frozen=True)
class Words:
    """Everything the rules know about English words, lower case."""

    tags: Mapping[str, frozenset[str]]
    nouns: Mapping[str, frozenset[str]]
    finite: Mapping[str, Verb]
    verbs: frozenset[str]
    """Forms of other verbs: they end a noun phrase."""
    not_ly: frozenset[str]
    not_ed: frozenset[str]
    abbreviations: frozenset[str]
    months: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    """Function words that stand in no noun phrase, but for determiners and possessives."""

    def has(self, tag: str, low: str) -> bool:
        """True when the word (lower case, any apostrophe) carries the tag."""
        return low.replace("’", "'") in self.tags[tag]

    def noun(self, kind: str, low: str) -> bool:
        """True when the noun, without possessive or plural -s, is of the class."""
        low = low.replace("’", "'").removesuffix("'s")
        return low in self.nouns[kind] or low.removesuffix("s") in self.nouns[kind]

    def adverb(self, low: str) -> bool:
        """True for a listed adverb, and for what ends like one."""
        return low in self.tags["adverb"] or (low.endswith("ly") and low not in self.not_ly)

    def past(self, low: str) -> bool:
        """True for what ends like a regular past form."""
        return low.endswith("ed") and len(low) > 3 and low not in self.not_ed

    def verb(self, low: str) -> bool:
        """True for a form that can be the finite verb of a clause."""
        if low in self.finite or low in self.verbs or low.endswith(("n't", "n’t")):
            return True
        return self.past(low) or any(self.has(tag, low) for tag in ("be", "have", "do", "modal"))


@lru_cache(maxsize=1)
def english_words() -> Words:
    """The tables, read once. Raises FileNotFoundError when they were not shipped."""
    words, cues = _table("en-words.toml"), _table("en-cues.toml")
    tags = _sets(words["tags"])
    open_ = {"determiner", "possessive", "temporal"}
    return Words(
        tags=tags,
        nouns=_sets(words["nouns"]),
        finite=_finite(cues),
        verbs=frozenset(words["forms"]["verbs"].split()),
        not_ly=frozenset(words["forms"]["not_ly"].split()),
        not_ed=frozenset(words["forms"]["not_ed"].split()),
        abbreviations=frozenset(words["short"]["words"].split()),
        closed=frozenset().union(*(tags[tag] for tag in tags if tag not in open_)),
    )


def _table(name: str) -> dict[str, Any]:
    with resource("lexicon", name).open("rb") as file:
        return tomllib.load(file)


def _sets(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {name: frozenset(text.split()) for name, text in table.items()}


def _finite(cues: Mapping[str, Any]) -> dict[str, Verb]:
    kinds: dict[str, set[str]] = {}
    for kind, text in cues["verbs"].items():
        for lemma in text.split():
            kinds.setdefault(lemma, set()).add(kind)
    plain = frozenset(cues["forms"]["plain"].split())
    table: dict[str, Verb] = {}
    for lemma, classes in kinds.items():
        for form in _forms(lemma, cues["strong"]):
            table[form] = Verb(lemma, frozenset(classes))
        if lemma in plain:
            table.setdefault(lemma, Verb(lemma, frozenset(classes), plain=True))
    return table


def _forms(lemma: str, strong: Mapping[str, list[str]]) -> Iterator[str]:
    """Third person present, past and participle."""
    if lemma in strong:
        yield from strong[lemma]
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied")
    elif lemma.endswith("e"):
        yield from (lemma + "s", lemma + "d")
    else:
        yield from (lemma + ("es" if lemma.endswith(("s", "sh", "ch")) else "s"), lemma + "ed")
