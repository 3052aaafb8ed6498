"""Words: where a span's edges may stand. One rule for keys, mouse and suggestions."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from rotstift.model.span import Span

# A word is letters and digits with inner hyphens, dots, apostrophes, slashes ("Nato-Osterweiterung",
# "dpa-AFX", "Müller’s", "3.500", "U2/U3"); combining marks and joiners never stand alone.
_INNER = r"[-‐‑.,:/&'’@+·_]"
_JOINED = r"[\w\u0300-\u036f\u200c\u200d\ufe0e\ufe0f\u00ad]"
_WORD = re.compile(rf"{_JOINED}+(?:{_INNER}{_JOINED}+)*")
_TOKEN = re.compile(rf"{_WORD.pattern}|[^\w\s]")

OPENING_MARKS = "„‚»«“‘\"'›‹”’"
"""Every character that may open or close a quotation somewhere in Europe."""


@lru_cache(maxsize=8)
def words(text: str) -> tuple[Span, ...]:
    """All words in text order."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text))


@lru_cache(maxsize=8)
def tokens(text: str) -> tuple[Span, ...]:
    """All words and punctuation marks in text order: the stops for a quote's edges."""
    return tuple(Span(*match.span()) for match in _TOKEN.finditer(text))


def word_at(text: str, position: int) -> Span | None:
    """The word that holds the code point, or that ends right before it; None where there is none."""
    every = words(text)
    index = bisect_right(every, Span(position, len(text) + 1)) - 1
    if index >= 0 and every[index].start <= position <= every[index].end:
        return every[index]
    return None


def nearest_word(text: str, position: int) -> Span | None:
    """The word at the position, else the next one, else the one before; None in a text without words."""
    every = words(text)
    if not every:
        return None
    return word_at(text, position) or every[min(_first_from(every, position), len(every) - 1)]


def next_word(text: str, span: Span) -> Span | None:
    """The first word that starts at or after the span's end."""
    every = words(text)
    index = _first_from(every, span.end)
    return every[index] if index < len(every) else None


def previous_word(text: str, span: Span) -> Span | None:
    """The last word that starts before the span."""
    every = words(text)
    index = _first_from(every, span.start) - 1
    return every[index] if index >= 0 else None


def _first_from(stops: Sequence[Span], position: int) -> int:
    return bisect_left(stops, position, key=lambda stop: stop.start)


def snap_to_words(text: str, start: int, end: int) -> Span | None:
    """The stretch widened to whole words, marks at its edges left out; None when no word is touched."""
    touched = [
        word for word in words(text) if word.start < max(end, start + 1) and word.end > start
    ]
    return Span(touched[0].start, touched[-1].end) if touched else None


def snap_to_tokens(text: str, start: int, end: int) -> Span | None:
    """The stretch widened to whole words and marks, as a quote needs it."""
    touched = [stop for stop in tokens(text) if stop.start < end and stop.end > start]
    return Span(touched[0].start, touched[-1].end) if touched else None


def grown_right(span: Span, stops: Sequence[Span]) -> Span:
    """The span with its right edge at the next end of a stop; itself at the end of the text."""
    after = bisect_right(stops, span.end, key=lambda stop: stop.end)
    return Span(span.start, stops[after].end) if after < len(stops) else span


def grown_left(span: Span, stops: Sequence[Span]) -> Span:
    """The span with its left edge at the start of the stop before; itself at the start."""
    before = _first_from(stops, span.start) - 1
    return Span(stops[before].start, span.end) if before >= 0 else span


def shrunk_right(span: Span, stops: Sequence[Span]) -> Span:
    """The span without its last stop; itself when only one is left."""
    ends = [stop.end for stop in stops if span.start < stop.end < span.end]
    return Span(span.start, ends[-1]) if ends else span


def shrunk_left(span: Span, stops: Sequence[Span]) -> Span:
    """The span without its first stop; itself when only one is left."""
    starts = [stop.start for stop in stops if span.start < stop.start < span.end]
    return Span(starts[0], span.end) if starts else span
