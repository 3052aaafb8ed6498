"""Pairing of quotation marks: all German, English, French and straight ones, nested, over paragraphs."""

import re
from dataclasses import dataclass, field

from rotstift.model.span import Span

CLOSERS: dict[str, str] = {
    "„": '“”"',
    "“": '”“"',
    "”": "”",
    '"': '"“”',
    "»": "«»",
    "«": "»",
    "‚": "‘’'",
    "‘": "’'",
    "’": "’",
    "'": "'’",
    "›": "‹",
    "‹": "›",
}
"""Opening mark -> the marks that may close it."""
SINGLE = "‚‘’'›‹"
_APOSTROPHES = "'’‘"
_MARKS = re.compile("[" + re.escape("".join(CLOSERS)) + "]")
_OPENING_NEIGHBOUR = re.compile(r"[\s(\[{–—/„“»«‚‘\"'›‹:,;-]")
_CLOSING_NEIGHBOUR = re.compile(r"[\s)\]}.,;:!?…–—/“”»«’‘\"'›‹-]")
_CLIPPED = (
    "s",
    "ne",
    "nen",
    "ner",
    "nem",
    "n",
    "st",
    "ran",
    "rein",
    "raus",
    "rum",
    "mal",
    "bisschen",
)
MAX_PARAGRAPHS = 12
"""A quote over more paragraphs than this is taken for a forgotten mark."""

MAX_SINGLE = 1000
"""Characters within which a single mark must close."""
MAX_DEPTH = 8
"""Marks open at a time; more of them are a text that never closes any."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch in quotation marks, marks included; one part a paragraph."""

    parts: tuple[Span, ...]
    level: int = 0
    """0 for a stretch in no other one."""
    paired: bool = True
    """False for a lone opening mark: the part then runs to the paragraph's end."""

    @property
    def start(self) -> int:
        """Where its opening mark stands."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Behind its closing mark."""
        return self.parts[-1].end

    def inner(self, text: str) -> str:
        """The words without the marks."""
        body = " ".join(part.of(text) for part in self.parts)
        return body.strip("".join(CLOSERS) + " \u00a0\u202f\n")


@dataclass(slots=True)
class _Open:
    """An opening mark that waits for its closing one."""

    char: str
    starts: list[int]
    level: int
    ends: list[int] = field(default_factory=list)
    """Ends of the paragraphs that it has run through."""


def find_marked(text: str) -> list[Marked]:
    """All stretches in marks, outer before inner, in text order; apostrophes are none."""
    found: list[Marked] = []
    waiting: list[_Open] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            waiting = _paragraph(text, start, end, waiting, found)
        start = end + 1
    found += [_lone(open_, text) for open_ in waiting]
    return sorted(found, key=lambda marked: (marked.start, -marked.end))


def _paragraph(
    text: str, start: int, end: int, waiting: list[_Open], found: list[Marked]
) -> list[_Open]:
    """Pair within one line; returns the openings that go on into the next."""
    stack = list(waiting)
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    for open_ in stack:
        open_.starts.append(first)
    for match in _MARKS.finditer(text, start, end):
        at = match.start()
        carries_on = at == first and waiting and text[at] == waiting[-1].char
        if not carries_on:
            _take(text, at, start, end, stack, found)
    return _carried(text, start, end, stack, found)


def _take(
    text: str, at: int, start: int, end: int, stack: list[_Open], found: list[Marked]
) -> None:
    char = text[at]
    if _apostrophe(text, at, end):
        return
    closes = next((open_ for open_ in reversed(stack) if char in CLOSERS[open_.char]), None)
    if closes is not None and _may_close(text, at, start, end, char, closes.char):
        _close(closes, at, stack, found)
    elif _may_open(text, at, start, end):
        stack.append(_Open(char, [at], len(stack)))
        if len(stack) > MAX_DEPTH:
            found.append(_lone(stack.pop(0), text))


def _close(closes: _Open, at: int, stack: list[_Open], found: list[Marked]) -> None:
    while stack[-1] is not closes:
        stack.pop()
    stack.pop()
    ends = [*closes.ends, at + 1]
    parts = tuple(Span(start, end) for start, end in zip(closes.starts, ends, strict=True))
    found.append(Marked(parts, closes.level))


def _apostrophe(text: str, at: int, end: int) -> bool:
    if text[at] not in _APOSTROPHES:
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < end else " "
    if before.isalnum() and after.isalnum():
        return True
    word = re.match(r"\w+", text[at + 1 : at + 12])
    return not before.isalnum() and word is not None and word.group().lower() in _CLIPPED


def _may_close(text: str, at: int, start: int, end: int, char: str, opener: str) -> bool:
    """A mark closes unless it plainly opens: space before and a word after."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if char == opener or char in "\"'":
        return not (before.isspace() and not _CLOSING_NEIGHBOUR.match(after))
    if char in _APOSTROPHES:
        return not before.isspace() and not after.isalnum()
    return True


def _may_open(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    char = text[at]
    if char in "„‚":
        return True
    if char in "«‹" and after in "\u00a0\u202f ":
        return _OPENING_NEIGHBOUR.match(before) is not None
    if after.isspace() or not _OPENING_NEIGHBOUR.match(before):
        return False
    return char not in SINGLE or _closed_later(text, at, end)


def _closed_later(text: str, at: int, end: int) -> bool:
    """A single mark opens only where another one can close it in the same paragraph."""
    closers = CLOSERS[text[at]]
    for position in range(at + 2, min(end, at + MAX_SINGLE)):
        after = text[position + 1] if position + 1 < end else " "
        closing = text[position] in closers and not text[position - 1].isspace()
        if closing and not after.isalnum():
            return True
    return False


def _carried(
    text: str, start: int, end: int, stack: list[_Open], found: list[Marked]
) -> list[_Open]:
    """The outermost opening goes on when the next paragraphs carry it on; the others are lone."""
    if not stack:
        return []
    outer = stack[0]
    outer.ends.append(start + len(text[start:end].rstrip()))
    found += [_lone(open_, text) for open_ in stack[1:] if open_.char not in SINGLE]
    if _goes_on(text, end, outer):
        return [outer]
    found.append(_lone(outer, text))
    return []


def _goes_on(text: str, end: int, outer: _Open) -> bool:
    """True when the next paragraph opens again, or one of the next two closes without opening."""
    if outer.char in SINGLE or len(outer.ends) >= MAX_PARAGRAPHS:
        return False
    lines = [line for line in text[end : end + 6000].split("\n") if line.strip()]
    if lines and lines[0].lstrip(" \t\u00a0\u202f").startswith(outer.char):
        return _closed_at_last(lines, outer)
    if outer.char == '"':
        return False
    for line in lines[:2]:
        first = next((char for char in line if char in CLOSERS and char not in SINGLE), None)
        if first is not None:
            return first in CLOSERS[outer.char] and first != outer.char
    return False


def _closed_at_last(lines: list[str], outer: _Open) -> bool:
    """Paragraphs that each open with the mark, the last of them with a closing one more."""
    for line in lines[:MAX_PARAGRAPHS]:
        body = line.strip(" \t\u00a0\u202f")
        if not body.startswith(outer.char):
            return False
        if any(char in CLOSERS[outer.char] for char in body[1:]):
            return True
    return False


def _lone(open_: _Open, text: str) -> Marked:
    start = open_.starts[0]
    line_end = text.find("\n", start)
    stop = len(text) if line_end < 0 else line_end
    return Marked((Span(start, start + len(text[start:stop].rstrip())),), open_.level, paired=False)
