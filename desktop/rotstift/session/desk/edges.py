"""The edge keys: how a span grows and shrinks by a word, by a mark, or by a character."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from rotstift.model.direction import right_to_left_at
from rotstift.model.items import Markable, Quote
from rotstift.model.span import Span
from rotstift.model.words import (
    grown_left,
    grown_right,
    shrunk_left,
    shrunk_right,
    splits_character,
    tokens,
    words,
)


class EdgeMove(StrEnum):
    """Which edge, as in text that reads from the left; outward or inward."""

    GROW_RIGHT = "grow_right"
    GROW_LEFT = "grow_left"
    SHRINK_RIGHT = "shrink_right"
    SHRINK_LEFT = "shrink_left"


_BY_STOP: dict[EdgeMove, Callable[[Span, Sequence[Span]], Span]] = {
    EdgeMove.GROW_RIGHT: grown_right,
    EdgeMove.GROW_LEFT: grown_left,
    EdgeMove.SHRINK_RIGHT: shrunk_right,
    EdgeMove.SHRINK_LEFT: shrunk_left,
}
_BY_CHARACTER: dict[EdgeMove, tuple[int, int]] = {
    EdgeMove.GROW_RIGHT: (0, 1),
    EdgeMove.GROW_LEFT: (-1, 0),
    EdgeMove.SHRINK_RIGHT: (0, -1),
    EdgeMove.SHRINK_LEFT: (1, 0),
}
_RIGHT = (EdgeMove.GROW_RIGHT, EdgeMove.SHRINK_RIGHT)
_MIRRORED = {
    EdgeMove.GROW_RIGHT: EdgeMove.GROW_LEFT,
    EdgeMove.GROW_LEFT: EdgeMove.GROW_RIGHT,
    EdgeMove.SHRINK_RIGHT: EdgeMove.SHRINK_LEFT,
    EdgeMove.SHRINK_LEFT: EdgeMove.SHRINK_RIGHT,
}


def as_seen(text: str, position: int, move: EdgeMove) -> EdgeMove:
    """The move in text order that the arrow shows: mirrored in a line that reads from the right."""
    return _MIRRORED[move] if right_to_left_at(text, position) else move


def moved(text: str, span: Span, move: EdgeMove, *, marks: bool, by_character: bool) -> Span:
    """The span after an edge key; the same span where the edge cannot go on.

    `marks`: punctuation marks are stops too, as quotes need them. A single compound shrinks to its
    hyphen ("Nato-Partner" to "Nato"). `by_character` never leaves half of a combined character behind.
    """
    if by_character:
        return _by_character(text, span, move)
    new = _BY_STOP[move](span, tokens(text) if marks else words(text))
    return _at_hyphen(text, span, move) if new == span else new


def _at_hyphen(text: str, span: Span, move: EdgeMove) -> Span:
    if move is EdgeMove.SHRINK_RIGHT:
        at = text.rfind("-", span.start + 1, span.end - 1)
        return Span(span.start, at) if at > 0 else span
    if move is EdgeMove.SHRINK_LEFT:
        at = text.find("-", span.start + 1, span.end - 1)
        return Span(at + 1, span.end) if at > 0 else span
    return span


def _by_character(text: str, span: Span, move: EdgeMove) -> Span:
    left, right = _BY_CHARACTER[move]
    start, end = span.start + left, span.end + right
    while left and splits_character(text, start):
        start += left
    while right and splits_character(text, end):
        end += right
    if start < 0 or end > len(text) or start >= end or "\n" in text[start:end]:
        return span
    return Span(start, end)


def part_to_move(item: Markable, move: EdgeMove) -> Span:
    """Which span of an item an edge key moves: a quote's first or last part."""
    if isinstance(item, Quote):
        return item.parts[-1] if move in _RIGHT else item.parts[0]
    return item.span
