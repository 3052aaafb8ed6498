"""Listed names as hints for the model: which kinds of list a word stands in, alone or within a name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from rotstift.nlp.entities import lexicon
from rotstift.paths import resource

ALONE = (
    "place.small",
    "place.big",
    "place.country",
    "place.region",
    "org.list",
    "org.common",
    "misc.list",
    "first",
    "title",
    "speech",
    "firm",
)
"""Lists whose entries are single words; one hint each."""
JOINED = ("place", "org", "misc", "firm")
"""Lists with names of several words; two hints each, for the first word and for the others."""
HINTS = len(ALONE) + 2 * len(JOINED)

_PIECES = re.compile(r"\w+|[^\w\s]")
Names = dict[str, list[tuple[tuple[str, ...], int]]]


@cache
def _firms() -> tuple[str, ...]:
    """Listed companies, blanks and all."""
    lines = resource(*lexicon.FOLDER, "firms.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def _single() -> dict[str, int]:
    """Word -> its lists as bits."""
    table: defaultdict[str, int] = defaultdict(int)
    for entries in lexicon.names().values():
        for entry in entries:
            if len(_PIECES.findall(" ".join(entry.words))) == 1:
                table[entry.words[0]] |= 1 << ALONE.index(entry.evidence)
    firms = [name for name in _firms() if len(_PIECES.findall(name)) == 1]
    lists = (
        ("first", lexicon.first_names()),
        ("speech", lexicon.speech_verbs()),
        ("firm", firms),
    )
    for kind, words in lists:
        for word in words:
            table[word] |= 1 << ALONE.index(kind)
    return dict(table)


@cache
def _several() -> Names:
    """First word -> the names of several words that begin with it, the longest first."""
    table: Names = {}
    for entries in lexicon.names().values():
        for entry in entries:
            words = tuple(_PIECES.findall(" ".join(entry.words)))
            if len(words) > 1:
                kind = JOINED.index(entry.evidence.partition(".")[0])
                table.setdefault(words[0], []).append((words, kind))
    for name in _firms():
        words = tuple(_PIECES.findall(name))
        if len(words) > 1:
            table.setdefault(words[0], []).append((words, JOINED.index("firm")))
    for names in table.values():
        names.sort(key=lambda name: -len(name[0]))
    return table


def word_hints(word: str) -> int:
    """The lists that hold the word, as bits; its form without genitive s or capitals counts too."""
    table = _single()
    bits = table.get(word, 0)
    if word.isupper() and len(word) > 3:
        bits |= table.get(word.capitalize(), 0)
    if len(word) > 3 and word.endswith("s"):
        bits |= table.get(word[:-1], 0)
    if lexicon.is_title(word):
        bits |= 1 << ALONE.index("title")
    return bits


def begins_name(word: str) -> bool:
    """Some listed name of several words begins with it."""
    return word in _several()


def name_hints(words: Sequence[str], starts: Iterable[int]) -> list[tuple[int, int]]:
    """(place, hint) of each word of every listed name of several words that begins at `starts`."""
    found, after = [], 0
    for start in starts:
        if start < after:
            continue
        for name, kind in _several()[words[start]]:
            end = start + len(name)
            if tuple(words[start:end]) == name or _genitive(words[start:end], name):
                first = len(ALONE) + 2 * kind
                found.append((start, first))
                found.extend((place, first + 1) for place in range(start + 1, end))
                after = end
                break
    return found


def _genitive(words: Sequence[str], name: tuple[str, ...]) -> bool:
    return (
        len(words) == len(name) and words[-1] == name[-1] + "s" and tuple(words[:-1]) == name[:-1]
    )
