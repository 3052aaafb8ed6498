"""Words: where a span's edges may stand. One rule for keys, mouse and suggestions."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from rotstift.model.span import Span

# A word is letters and digits with inner hyphens, dots, apostrophes, slashes ("Nato-Osterweiterung",
# "dpa-AFX", "Müller’s", "3.500", "U2/U3"); combining marks and joiners never stand alone.
_PLACES = chain(range(0x300, 0x3100), range(0xA600, 0xAC00), range(0xFB00, 0xFE30))
_COMBINING = "".join(chr(code) for code in _PLACES if unicodedata.category(chr(code))[0] == "M")
_JOINERS = "\u200c\u200d\u00ad"
_TONES = "\U0001f3fb-\U0001f3ff"
_FLAG = "[\U0001f1e6-\U0001f1ff]"
_INNER = r"[-‐‑.,:/&'’@+·_]"
_LETTERS = rf"\w[\w{_COMBINING}{_JOINERS}]*"
_WORD = re.compile(rf"{_LETTERS}(?:{_INNER}{_LETTERS})*")
_SIGN = rf"[^\w\s{_COMBINING}{_JOINERS}](?:[{_COMBINING}{_TONES}]|\u200d[^\w\s])*"
_TOKEN = re.compile(rf"{_WORD.pattern}|{_FLAG}{{2}}|{_SIGN}")
_GOES_ON = re.compile(rf"[{_COMBINING}{_JOINERS}{_TONES}]")

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
    index = bisect_right(every, position, key=lambda word: word.start) - 1
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


def splits_character(text: str, position: int) -> bool:
    """True when a cut there would part what a reader sees as one character: ü, 👩‍👧, 🇩🇪."""
    if not 0 < position < len(text):
        return False
    if _GOES_ON.match(text[position]) or text[position - 1] == "\u200d":
        return True
    before = re.search(rf"{_FLAG}*$", text[max(0, position - 64) : position])
    flags = len(before.group()) if before else 0
    return flags % 2 == 1 and re.match(_FLAG, text[position]) is not None


def character_around(text: str, position: int) -> Span:
    """What a reader sees as one character at a code point of the text: its base, marks and joins."""
    start, end = position, position + 1
    while splits_character(text, start):
        start -= 1
    while splits_character(text, end):
        end += 1
    return Span(start, end)


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


_SENTENCE_END = re.compile(r"[.!?…]+[“”\"»«’']*(?=\s|$)|\n")
_NO_END = re.compile(r"\b(?:\d{1,4}|\w|Dr|St|Nr|ca|Co|Mr|bzw|usw|Mio|Mrd|Prof|vgl|Abs|Art|Mrs)\.$")
"""Ordinals and dates ("15."), initials, and the short forms that stand in every newspaper."""


def sentence_at(text: str, position: int) -> Span:
    """The sentence around a code point, its end mark included; never over a line end.

    A rule of thumb for the keys, not a parser. Raises ValueError for an empty text.
    """
    start = text.rfind("\n", 0, position) + 1
    line_end = text.find("\n", position)
    stop = line_end if line_end >= 0 else len(text)
    for match in _SENTENCE_END.finditer(text, start, stop):
        if match.group() == "\n" or _NO_END.search(text, start, match.start() + 1):
            continue
        if match.end() > position:
            stop = match.end()
            break
        start = match.end()
    found = Span(start, max(stop, start + 1))
    words_inside = found.of(text)
    lead = len(words_inside) - len(words_inside.lstrip())
    return Span(min(found.start + lead, found.end - 1), found.end)
