"""Quotation marks: the stretches that they enclose, and the marks left alone."""

import re
from functools import lru_cache

from rotstift.model.span import Span

_CLOSERS = {
    "„": '“”"',
    "“": "”“",
    "«": "»",
    "»": "«»",
    '"': '"',
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
}
"""What may close each opening mark: German, English, French, Swiss, straight."""
_INNER_END = tuple(".,!?…")
"""What may stand between the last word and the closing mark."""
_MARKS = re.compile('[„“”«»"‚‘‹›]')


@lru_cache(maxsize=8)
def marked_stretches(text: str) -> tuple[Span, ...]:
    """Every stretch between a pair of marks within a line, marks included, outermost only."""
    return _paired(text)[0]


@lru_cache(maxsize=8)
def unpaired_marks(text: str) -> tuple[int, ...]:
    """Positions (code points) of the marks that have no partner in their line."""
    return _paired(text)[1]


def with_marks(text: str, span: Span) -> Span:
    """The span with its quotation marks, where a pair stands right around it; else the span itself.

    A full stop, comma or the like before the closing mark comes along.
    """
    closers = _CLOSERS.get(text[max(0, span.start - 1) : span.start])
    end = span.end + (text[span.end : span.end + 1] in _INNER_END)
    if closers and text[end : end + 1] in tuple(closers):
        return Span(span.start - 1, end + 1)
    return span


@lru_cache(maxsize=8)
def _paired(text: str) -> tuple[tuple[Span, ...], tuple[int, ...]]:
    stretches: list[Span] = []
    loose: list[int] = []
    start = 0
    for line in text.split("\n"):
        found, alone = _pair_line(line, start)
        stretches += found
        loose += alone
        start += len(line) + 1
    return tuple(stretches), tuple(loose)


def _pair_line(line: str, offset: int) -> tuple[list[Span], list[int]]:
    stack: list[tuple[str, int]] = []
    found: list[Span] = []
    loose: list[int] = []
    for match in _MARKS.finditer(line):
        mark, position = match.group(), match.start()
        opener = _opener(stack, mark, line[position + 1 :])
        if opener is not None:
            loose += [offset + at for _, at in stack[opener + 1 :]]
            at = stack[opener][1]
            del stack[opener:]
            if not stack:
                found.append(Span(offset + at, offset + position + 1))
        elif mark in _CLOSERS:
            stack.append((mark, position))
        elif mark != "‘":  # an apostrophe more often than not
            loose.append(offset + position)
    loose += [offset + at for _, at in stack]
    return found, sorted(loose)


def _opener(stack: list[tuple[str, int]], mark: str, rest: str) -> int | None:
    """The index in the stack of the mark that this one closes, innermost first."""
    for index in range(len(stack) - 1, -1, -1):
        opening = stack[index][0]
        if mark not in _CLOSERS[opening]:
            continue
        # A straight mark closes „ only where no curly one comes any more.
        if mark == '"' and opening == "„" and ("“" in rest or "”" in rest):
            continue
        return index
    return None
