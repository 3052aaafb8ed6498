"""The word tables of resources/lexicon, with the verb forms built from them."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from rotstift.paths import resource

_INSEPARABLE = ("be", "er", "ver", "ent", "emp", "ge", "zer", "miss", "wider", "unter", "über")
_NO_GE = (*_INSEPARABLE, "offenbar", "schlussfolger", "prophezei")
_E_BEFORE = ("t", "d", "chn", "ffn", "gn", "tm", "dm")


@dataclass(frozen=True, slots=True)
class VerbSense:
    """One reading of a verb form: the verb, its particle and what class of cue it is."""

    lemma: str
    """With the particle in front: "mitteilen"."""
    particle: str
    """The separable particle, or ""; it must be found elsewhere in the clause where `joined` is false."""
    kinds: frozenset[str]
    """say, think, demand, judge, cite, document, attitude."""
    joined: bool = True
    """True when the form carries its particle ("mitteilte") or has none."""


@dataclass(frozen=True, slots=True)
class Paradigm:
    """The forms of one verb without its particle."""

    infinitive: str
    finite: frozenset[str]
    participle: str


def paradigm(infinitive: str, strong: Mapping[str, list[str]]) -> Paradigm:
    """All finite forms that news use (first person included) and the participle of a verb."""
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    link = "e" if stem.endswith(_E_BEFORE) else ""
    if infinitive in strong:
        present, past, participle = strong[infinitive]
        plural = past + ("n" if past.endswith("e") else "en")
        second = {present, past, plural}
    else:
        past = f"{stem}{link}te"
        present = f"{stem}{link}t"
        second = {present, past, past + "n"}
        plain = stem.startswith(_NO_GE) or stem.endswith("ier")
        participle = ("" if plain else "ge") + present
    return Paradigm(infinitive, frozenset({infinitive, stem + "e", *second}), participle)


@dataclass(frozen=True)
class Lexicon:
    """Everything the rules know about German words."""

    tags: Mapping[str, frozenset[str]]
    """Function words, lower case, by tag."""
    nouns: Mapping[str, frozenset[str]]
    """Noun classes, as written."""
    finite: Mapping[str, tuple[VerbSense, ...]]
    participles: Mapping[str, tuple[VerbSense, ...]]
    infinitives: Mapping[str, tuple[VerbSense, ...]]
    konj: frozenset[str]
    """Unmistakable present subjunctive forms of the third person."""
    abbreviations: frozenset[str]
    months: frozenset[str]
    """Words that an ordinal number ("4.") stands before."""
    pairs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Verb form -> words that must follow in the clause to make it a cue."""
    to_be: tuple[str, ...] = ()
    cue_nouns: frozenset[str] = frozenset()
    source_ends: tuple[str, ...] = ()
    adverb_ends: tuple[str, ...] = ()
    inner_zu: re.Pattern[str] = re.compile("(?!)")
    """A separable infinitive with "zu" inside: "abzuziehen"."""
    particles: frozenset[str] = frozenset()
    """Separable particles, of cue verbs and of others."""

    def source(self, noun: str) -> bool:
        """True for a noun that names what was said: "Angaben", "Polizeiangaben"."""
        return noun in self.nouns["source"] or noun.lower().endswith(self.source_ends)

    def has(self, tag: str, word: str) -> bool:
        """True when the word (lower case) carries the tag."""
        return word in self.tags[tag]

    def noun(self, kind: str, word: str) -> bool:
        """True when the noun, or the last part of a hyphenated compound, is of the class."""
        names = self.nouns[kind]
        return word in names or ("-" in word and word.rsplit("-", 1)[1] in names)

    def ends_like(self, kind: str, word: str) -> bool:
        """As `noun`, and for closed compounds too: "Regierungssprecher" ends like "Sprecher"."""
        if self.noun(kind, word):
            return True
        return word.lower().endswith(self._endings[kind])

    @cached_property
    def _endings(self) -> Mapping[str, tuple[str, ...]]:
        return {
            kind: tuple(name.lower() for name in names if len(name) >= 5)
            for kind, names in self.nouns.items()
        }


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The tables, read once. Raises FileNotFoundError when they were not shipped."""
    words = _table("de-words.toml")
    cues = _table("de-cues.toml")
    strong: dict[str, list[str]] = {**cues["strong"], **cues["strong_extra"]}
    senses = _senses(cues["verbs"])
    finite, participles, infinitives = _forms(senses, strong)
    return Lexicon(
        tags={tag: frozenset(text.split()) for tag, text in words["tags"].items()},
        nouns={kind: frozenset(text.split()) for kind, text in words["nouns"].items()},
        finite=finite,
        participles=participles,
        infinitives=infinitives,
        konj=_konj(words, senses),
        abbreviations=frozenset(words["abbreviations"]["words"].split()),
        months=frozenset(words["abbreviations"]["months"].split()),
        pairs=_pairs(cues["phrases"]["pairs"], strong),
        to_be=tuple(cues["phrases"]["to_be"]),
        cue_nouns=frozenset(cues["nouns"]["cue"].split()),
        source_ends=tuple(words["endings"]["source"].split()),
        adverb_ends=tuple(words["endings"]["adverb"].split()),
        inner_zu=re.compile(f"({'|'.join(words['endings']['infinitive'].split())})zu\\w+n"),
        particles=frozenset(words["endings"]["particles"].split()),
    )


def _table(name: str) -> dict[str, Any]:
    with resource("lexicon", name).open("rb") as file:
        return tomllib.load(file)


def _senses(verbs: Mapping[str, str]) -> dict[str, set[str]]:
    """Map "particle|verb" to its classes."""
    senses: dict[str, set[str]] = {}
    for kind, text in verbs.items():
        for verb in text.split():
            senses.setdefault(verb, set()).add(kind)
    return senses


_Forms = dict[str, tuple[VerbSense, ...]]


def _forms(
    senses: Mapping[str, set[str]], strong: Mapping[str, list[str]]
) -> tuple[_Forms, _Forms, _Forms]:
    finite: dict[str, list[VerbSense]] = {}
    participles: dict[str, list[VerbSense]] = {}
    infinitives: dict[str, list[VerbSense]] = {}
    for written, kinds in senses.items():
        *front, base = written.split("|")
        particle = "".join(front)
        lemma = particle + base
        verb = paradigm(base, strong)
        joined = VerbSense(lemma, particle, frozenset(kinds))
        apart = VerbSense(lemma, particle, frozenset(kinds), joined=not particle)
        for form in verb.finite:
            finite.setdefault(form, []).append(apart)
            if particle:
                finite.setdefault(particle + form, []).append(joined)
        participles.setdefault(particle + verb.participle, []).append(joined)
        _add_infinitive(infinitives, particle, base, joined)
    return _frozen(finite), _frozen(participles), _frozen(infinitives)


def _add_infinitive(
    infinitives: dict[str, list[VerbSense]], particle: str, base: str, sense: VerbSense
) -> None:
    infinitives.setdefault(particle + base, []).append(sense)
    if particle:
        infinitives.setdefault(f"{particle}zu{base}", []).append(sense)


def _frozen(forms: Mapping[str, Iterable[VerbSense]]) -> _Forms:
    """Readings in a fixed order: those with a particle to find first."""
    return {
        form: tuple(sorted(readings, key=lambda sense: (sense.joined, sense.lemma)))
        for form, readings in forms.items()
    }


def _konj(words: Mapping[str, Any], senses: Iterable[str]) -> frozenset[str]:
    verbs = words["subjunctive"]["verbs"].split()
    verbs += [written.rsplit("|", 1)[-1] for written in senses]
    made = {(verb[:-2] if verb.endswith("en") else verb[:-1]) + "e" for verb in verbs}
    irregular = set(words["tags"]["konj_one"].split())
    return frozenset(made - set(words["subjunctive"]["exclude"].split()) | irregular)


def _pairs(
    pairs: Iterable[list[str]], strong: Mapping[str, list[str]]
) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for verb, rest in pairs:
        forms = paradigm(verb, strong)
        for form in {*forms.finite, forms.participle}:
            table.setdefault(form, []).append(rest)
    return {form: tuple(rests) for form, rests in table.items()}
