"""Variants of annotated sentences: other names, capitals, bare surnames, headlines.

Used by train_entities.py. GermEval has each name a few times and no headline; the model must know a
name by its surroundings, and in capitals too. Names come from lists of free licence: our own in
resources/lexicon/names, and the surnames of Faker (MIT). No sentence is written to disk.
"""

import importlib
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rotstift.nlp.entities import lexicon
from rotstift.paths import resource

LOCALES = ("de_DE", "de_AT", "de_CH", "en_GB", "en_US", "fr_FR", "es_ES", "it_IT", "pl_PL", "tr_TR")
LOCALES += (
    "nl_NL",
    "sv_SE",
    "cs_CZ",
    "da_DK",
    "fi_FI",
    "hu_HU",
    "hr_HR",
    "no_NO",
    "pt_BR",
    "ro_RO",
)
"""Of Faker's surnames."""
AGENCIES = ("dpa", "AFP", "AP", "Reuters", "epd", "KNA", "APA", "SID", "dts")
DETERMINERS = ("Der ", "Die ", "Das ", "Ein ", "Eine ")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text and its (start, end, label), in text order, none overlapping."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


@cache
def surnames() -> tuple[tuple[str, ...], ...]:
    """Of each locale."""
    found = []
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        names = [str(name) for name in provider.last_names]
        found.append(tuple(sorted({name for name in names if name[:1].isupper()})))
    return tuple(found)


@cache
def first_names() -> tuple[str, ...]:
    """Our own list."""
    return tuple(sorted(lexicon.first_names()))


@cache
def listed(prefix: str) -> tuple[str, ...]:
    """Names of the lists whose evidence begins so."""
    return tuple(
        sorted(
            " ".join(entry.words)
            for entries in lexicon.names().values()
            for entry in entries
            if entry.evidence.startswith(prefix)
        )
    )


@cache
def firms() -> tuple[str, ...]:
    """Of stock indices."""
    lines = resource(*lexicon.FOLDER, "firms.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _person(old: str, dice: random.Random) -> str:
    """As many words as before, the last one a surname; half of the surnames are German."""
    words = old.split()
    locale = dice.choice(surnames()[:3] if dice.random() < 0.5 else surnames())
    firsts = [dice.choice(first_names()) for _ in words[1:]]
    return " ".join([*firsts, dice.choice(locale)])


def _place(_old: str, dice: random.Random) -> str:
    kinds = ("place.big", "place.small", "place.country", "place.region")
    return dice.choice(listed(dice.choice(kinds)))


def _organisation(_old: str, dice: random.Random) -> str:
    return dice.choice(listed("org.list") if dice.random() < 0.5 else firms())


OTHERS: dict[str, Callable[[str, random.Random], str]] = {
    "PER": _person,
    "LOC": _place,
    "ORG": _organisation,
}
SHARE = {"PER": 0.5, "LOC": 0.35, "ORG": 0.25}
"""Of the names of a sentence that get another one."""


def renamed(sentence: Sentence, dice: random.Random) -> Sentence:
    """Some names are others'. Only plain ones: of one to three words, a genitive keeps its s."""

    def other(old: str, label: str) -> str:
        words = old.split()
        plain = len(words) <= (3 if label == "PER" else 1) and old.replace(" ", "").isalpha()
        if label not in OTHERS or not plain or dice.random() > SHARE[label]:
            return old
        new = OTHERS[label](old, dice)
        genitive = old.endswith("s") and not new.endswith(("s", "x", "z", "ß"))
        return new + "s" if genitive and dice.random() < 0.5 else new

    return _changed(sentence, other)


def surnames_only(sentence: Sentence, _dice: random.Random) -> Sentence:
    """ "Angela Merkel" -> "Merkel"."""
    return _changed(sentence, lambda old, label: old.split()[-1] if label == "PER" else old)


def names_in_capitals(sentence: Sentence, _dice: random.Random) -> Sentence:
    """As agencies write them: "MERKEL"."""
    return _changed(sentence, lambda old, _label: _upper(old))


def capitals(sentence: Sentence, _dice: random.Random) -> Sentence:
    """The whole line."""
    return replace(sentence, text=_upper(sentence.text))


def headline(sentence: Sentence, _dice: random.Random) -> Sentence:
    """No full stop, no article at the beginning, at most the first clause."""
    text, spans = sentence.text.rstrip(".!? "), sentence.spans
    start = next((len(one) for one in DETERMINERS if text.startswith(one)), 0)
    end = text.find(", ", 25)
    end = end if end > 0 and all(not first < end < last for first, last, _ in spans) else len(text)
    if any(first < start or last > len(text) for first, last, _ in spans):
        return sentence
    kept = [(a - start, b - start, label) for a, b, label in spans if b <= end]
    return Sentence(text[start:end], tuple(kept))


def dateline(sentence: Sentence, dice: random.Random) -> Sentence:
    """As agencies begin: "BERLIN (dpa) - "."""
    place = dice.choice(listed("place.big"))
    place = _upper(place) if dice.random() < 0.5 else place
    agency = dice.choice(AGENCIES)
    begin = f"{place} ({agency}){dice.choice((' - ', ' – ', ': '))}"
    agency_at = len(place) + 2
    moved = [(a + len(begin), b + len(begin), label) for a, b, label in sentence.spans]
    ours = [(0, len(place), "LOC"), (agency_at, agency_at + len(agency), "ORG")]
    return Sentence(begin + sentence.text, (*ours, *moved))


VARIANTS: Sequence[tuple[float, Callable[[Sentence, random.Random], Sentence]]] = (
    (0.35, renamed),
    (0.06, surnames_only),
    (0.03, names_in_capitals),
    (0.02, capitals),
    (0.05, headline),
    (0.015, dateline),
)
"""Each with its share of the sentences; several may come together."""


def varied(sentence: Sentence, dice: random.Random) -> Sentence:
    """The sentence, or a variant of it."""
    for share, variant in VARIANTS:
        if dice.random() < share:
            sentence = variant(sentence, dice)
    return sentence


def _upper(text: str) -> str:
    """Capitals, one for one: ß stays."""
    return "".join(letter if letter == "ß" else letter.upper() for letter in text)


def _changed(sentence: Sentence, other: Callable[[str, str], str]) -> Sentence:
    """Another text for each span; everything behind it moves."""
    text, spans, done = "", [], 0
    for start, end, label in sentence.spans:
        text += sentence.text[done:start]
        new = other(sentence.text[start:end], label)
        spans.append((len(text), len(text) + len(new), label))
        text, done = text + new, end
    return Sentence(text + sentence.text[done:], tuple(spans))
