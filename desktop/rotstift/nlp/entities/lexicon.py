"""The name lists in resources/lexicon/names, loaded once."""

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rotstift.nlp.entities.tokens import Token, base_forms, tokenize
from rotstift.paths import resource

FOLDER = ("lexicon", "names")


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of a list, as tokens."""

    words: tuple[str, ...]
    label: str
    evidence: str


Table = dict[str, list[Entry]]
"""First word -> the names that begin with it, the longest first."""


def _words(file: str, section: str = "") -> Iterator[str]:
    """The entries of a hand-written list, "_" read as a blank; of one [section] where it has any."""
    current = ""
    for line in resource(*FOLDER, file).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = line.strip("[] ")
        elif line and not line.startswith("#") and current == section:
            yield from (word.replace("_", " ") for word in line.split())


def _places() -> Iterator[tuple[str, str]]:
    with gzip.open(resource(*FOLDER, "places.txt.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            name, kind = line.rstrip("\n").split("\t")
            yield name, f"place.{kind}"


def _named() -> Iterator[tuple[str, str, str]]:
    """(name, label, evidence) of every list; a later one beats an earlier one."""
    for name, evidence in _places():
        yield name, "LOC", evidence
    for name in _words("regions.txt"):
        yield name, "LOC", "place.region"
    for name in _words("organisations.txt"):
        yield name, "ORG", "org.list"
    for name in _words("organisations.txt", "common"):
        yield name, "ORG", "org.common"
    for name in _words("misc.txt"):
        yield name, "MISC", "misc.list"


@cache
def names() -> Table:
    """All places, organisations and other names."""
    every = {name: (label, evidence) for name, label, evidence in _named()}
    table: Table = {}
    for name, (label, evidence) in every.items():
        words = tuple(token.text for token in tokenize(name))
        table.setdefault(words[0], []).append(Entry(words, label, evidence))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry.words))
    return table


@cache
def first_names() -> frozenset[str]:
    """German and international first names."""
    return frozenset(_words("first_names.txt"))


@cache
def titles() -> frozenset[str]:
    """Words that stand before a person's name."""
    return frozenset(_words("titles.txt", "words"))


@cache
def title_endings() -> tuple[str, ...]:
    """How compounds end that stand before a person's name."""
    return tuple(_words("titles.txt", "endings"))


@cache
def speech_verbs() -> frozenset[str]:
    """Verbs beside the name of whoever speaks."""
    return frozenset(_words("speech_verbs.txt"))


@cache
def no_acronyms() -> frozenset[str]:
    """Capitals that name nobody: units, technology, numerals."""
    return frozenset(_words("stop.txt", "acronyms"))


@cache
def no_persons() -> frozenset[str]:
    """Capitalised words that look like a surname to the tagger and are none."""
    return frozenset(_words("stop.txt", "persons"))


def is_title(word: str) -> bool:
    """ "Präsident", "Außenministerin", "Kreml-Sprecher"."""
    return word in titles() or (len(word) > 5 and word.lower().endswith(title_endings()))


def match_at(tokens: Sequence[Token], index: int) -> tuple[Entry, int, str] | None:
    """The longest listed name that starts here, its last token, and the name without genitive."""
    for first in base_forms(tokens[index].text):
        for entry in names().get(first, ()):
            last = index + len(entry.words) - 1
            if last < len(tokens) and _same(tokens, index, entry, first):
                return entry, last, " ".join(entry.words)
    return None


def _same(tokens: Sequence[Token], index: int, entry: Entry, first: str) -> bool:
    if len(entry.words) == 1:
        return True
    if tokens[index].text != first:
        return False
    middle = all(
        tokens[index + place].text == word for place, word in enumerate(entry.words[1:-1], 1)
    )
    return middle and entry.words[-1] in base_forms(tokens[index + len(entry.words) - 1].text)
