"""Sameness: when two mentions are the same, and every place in a text where the same one stands."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rotstift.model.span import Span
from rotstift.model.words import OPENING_MARKS, words


@dataclass(frozen=True, slots=True)
class Sameness:
    """What two mentions may differ in and still be the same; each can be switched off."""

    case: bool = True
    """Capitals: NATO and Nato."""
    spaces: bool = True
    """No-break spaces."""
    compounds: bool = True
    """The head of a compound with a hyphen: Nato in Nato-Gipfel."""
    genitive: bool = True
    """The German genitive: Putins, Xi’s."""


LOOSE = Sameness()
"""Everything that is the same for somebody."""
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u00ad": None})
_HYPHEN = str.maketrans({"\u00ad": None})
_GENITIVE_LENGTH = 4
"""Shortest name that may carry a genitive -s: "Xis" is read as a name, "Putins" as Putin."""

_SURE = 3
"""So many letters of a beginning are taken as they are."""
_PLAIN = re.compile(r"[A-Za-z0-9]*")
_WRITTEN_AS_ONE = re.compile("ss|ff|fi|fl|st", re.IGNORECASE)
"""ß, and the ligatures that come out of PDF files: they have the same key."""


@lru_cache(maxsize=8192)
def same_key(mention: str, sameness: Sameness = LOOSE) -> str:
    """What two mentions have in common when they are the same.

    Kept: the same few thousand words are asked for at each edit.
    """
    plain = mention.translate(_SPACES if sameness.spaces else _HYPHEN)
    composed = unicodedata.normalize("NFC", plain)
    key = " ".join((composed.casefold() if sameness.case else composed).split(" "))
    if sameness.spaces:
        key = " ".join(key.split())
    return _without_genitive(key) if sameness.genitive else key


def _without_genitive(key: str) -> str:
    for ending in ("'s", "’s"):
        key = key.removesuffix(ending)
    if len(key) > _GENITIVE_LENGTH and key.endswith("s") and not key.endswith("ss"):
        key = key[:-1]
    return key.rstrip("'’")


def same_spans(text: str, mention: str, sameness: Sameness = LOOSE) -> Iterator[Span]:
    """Every place in the text where the same mention stands: whole words, or the head of a compound.

    What stands before its first and after its last word belongs to it: „Elite“ in marks of any kind
    is another mention than Elite without.
    """
    own = words(mention)
    if not own:
        return
    core = Span(own[0].start, own[-1].end)
    before, after = mention[: core.start], mention[core.end :]
    key = same_key(core.of(mention), sameness)
    every = words(text)
    for index in _places(text, every, own[0].of(mention)):
        if index + len(own) > len(every):
            break
        span = Span(every[index].start, every[index + len(own) - 1].end)
        if same_key(span.of(text), sameness) == key:
            if _alike(text[max(0, span.start - len(before)) : span.start], before) and _alike(
                text[span.end : span.end + len(after)], after
            ):
                yield Span(span.start - len(before), span.end + len(after))
        elif core.of(mention) == mention and (head := _compound_head(text, span, key, sameness)):
            yield head


def _places(text: str, every: Sequence[Span], first: str) -> Iterator[int]:
    """Numbers of the words that may be the mention's first: those that begin like it.

    Searching for the plain letters of its beginning is some hundred times faster than comparing every
    word of a long article; a beginning with an accent may be written in two ways, so there all go.
    """
    beginning = _beginning(first)
    if not beginning:
        yield from range(len(every))
        return
    between = "\u00ad?" if "\u00ad" in text else ""
    for match in re.finditer(between.join(beginning), text, re.IGNORECASE):
        index = bisect_left(every, match.start(), key=lambda word: word.start)
        if index < len(every) and every[index].start == match.start():
            yield index


def _beginning(first: str) -> str:
    """Plain letters that every same mention begins with: without a genitive -s, without a letter that
    carries an accent, without what one sign may stand for ("Straße" is "Strasse").
    """
    letters = "".join(_PLAIN.findall(first)[:1])
    if unicodedata.combining(first[len(letters) : len(letters) + 1] or " "):
        letters = letters[:-1]
    pair = _WRITTEN_AS_ONE.search(letters, _SURE - 1)
    return letters[: max(_SURE, pair.start() if pair else len(letters) - 1)]


def _alike(there: str, wanted: str) -> bool:
    """The same characters, every quotation mark and every space being as good as another."""
    return len(there) == len(wanted) and all(
        one == other
        or (one in OPENING_MARKS and other in OPENING_MARKS)
        or (one.isspace() and other.isspace())
        for one, other in zip(there, wanted, strict=True)
    )


def _compound_head(text: str, word: Span, key: str, sameness: Sameness = LOOSE) -> Span | None:
    if not sameness.compounds:
        return None
    head, hyphen, _ = word.of(text).partition("-")
    if hyphen and head and same_key(head, sameness) == key:
        return Span(word.start, word.start + len(head))
    return None
