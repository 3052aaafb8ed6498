"""Where a stretch of text stands on its lines, and which text stands at a point."""

from typing import NamedTuple, cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLayout, QTextLine

from rotstift.model.words import character_around
from rotstift.ui.article.layout import Paragraph

_JOIN = 1.0
"""Glyphs that are nearer than this many pixels make one piece."""


class Piece(NamedTuple):
    """The part of a span on one line; pixels from the column's left edge."""

    line: int
    left: float
    right: float


def pieces(paragraph: Paragraph, start: int, end: int) -> list[Piece]:
    """The pieces of a stretch (code points of the article); none while the paragraph is not laid out."""
    low, high = paragraph.unit(start), paragraph.unit(end)
    layout = paragraph.layout
    if layout is None or low >= high:
        return []
    result: list[Piece] = []
    # A range ends on the line of its last unit, not on that of the one after.
    for number in range(paragraph.line_of(low), paragraph.line_of(high - 1) + 1):
        line = layout.lineAt(number)
        first = max(low, line.textStart())
        last = min(high, line.textStart() + line.textLength())
        if first < last:
            spread = _by_glyphs if paragraph.rtl else _by_cursor
            edges = spread(line, first, last)
            result += (
                Piece(number, *edge) for edge in (edges[::-1] if paragraph.from_right else edges)
            )
    return result


def runs_from_right(paragraph: Paragraph, position: int) -> bool:
    """Whether the code point stands in a run that is written from the right, as it is laid out."""
    layout, unit = paragraph.layout, paragraph.unit(position)
    if not paragraph.rtl or layout is None:
        return False
    line = layout.lineAt(paragraph.line_of(unit))
    return any(run.isRightToLeft() for run in line.glyphRuns(unit, 1))


def _by_cursor(line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
    limit = line.x() + line.naturalTextWidth()
    left, right = _x(line, first), min(_x(line, last), limit)
    return [(left, right)] if right > left else []


def _x(line: QTextLine, unit: int) -> float:
    return cast(tuple[float, int], line.cursorToX(unit))[0]


def _by_glyphs(line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
    """Edges from the glyphs themselves: cursor places are wrong where the direction changes."""
    edges: list[tuple[float, float]] = []
    for run in line.glyphRuns(first, last - first):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        places = [
            (place.x(), step.x()) for place, step in zip(run.positions(), advances, strict=True)
        ]
        edges += [(x, x + step) for x, step in places if step > 0]
    return _joined(sorted(edges))


def _joined(edges: list[tuple[float, float]]) -> list[tuple[float, float]]:
    result: list[tuple[float, float]] = []
    for left, right in edges:
        if result and left <= result[-1][1] + _JOIN:
            result[-1] = (result[-1][0], max(right, result[-1][1]))
        else:
            result.append((left, right))
    return result


def box(paragraph: Paragraph, piece: Piece, up: float, down: float) -> QRectF:
    """A piece as a rectangle that reaches so far above and below the baseline."""
    baseline = paragraph.baseline(piece.line)
    return QRectF(piece.left, baseline - up, piece.right - piece.left, up + down)


def character_at(paragraph: Paragraph, x: float, y: float) -> int:
    """The article's code point under a point of the paragraph, or the nearest on its line."""
    layout = paragraph.layout
    if layout is None:
        return paragraph.start
    line = _line_at(paragraph, layout, y)
    last = max(line.textStart(), line.textStart() + line.textLength() - 1)
    unit = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
    unit = min(max(unit, line.textStart()), last)
    if paragraph.rtl:
        unit = _glyph_at(line, x, unit)
    return paragraph.position(unit)


def edge_at(paragraph: Paragraph, x: float, y: float) -> int:
    """The border between two characters that is nearest to a point, as the article's code point."""
    layout = paragraph.layout
    if layout is None:
        return paragraph.start
    line = _line_at(paragraph, layout, y)
    if paragraph.rtl:
        return _edge_by_glyph(paragraph, line, x, y)
    unit = line.xToCursor(x, QTextLine.CursorPosition.CursorBetweenCharacters)
    end = paragraph.unit(paragraph.end)
    while unit < end and not layout.isValidCursorPosition(unit):
        unit += 1
    return paragraph.position(unit)


def _edge_by_glyph(paragraph: Paragraph, line: QTextLine, x: float, y: float) -> int:
    """Before or after the character at x, whichever side of its glyph is nearer."""
    at = character_at(paragraph, x, y) - paragraph.start
    around = character_around(paragraph.text, at)
    start, end = around.start + paragraph.start, around.end + paragraph.start
    edges = _by_glyphs(line, paragraph.unit(start), paragraph.unit(end))
    if not edges:
        return start
    left_half = x < (edges[0][0] + edges[-1][1]) / 2
    return start if left_half is not runs_from_right(paragraph, start) else end


def line_reaches(paragraph: Paragraph, x: float, y: float, slack: float) -> bool:
    """True when the point is over its line's text, or so many pixels beside it."""
    layout = paragraph.layout
    if layout is None:
        return False
    rect = _line_at(paragraph, layout, y).naturalTextRect()
    return rect.left() - slack <= x <= rect.right() + slack


def _line_at(paragraph: Paragraph, layout: QTextLayout, y: float) -> QTextLine:
    number = int(y // paragraph.setting.line_height)
    return layout.lineAt(min(max(number, 0), layout.lineCount() - 1))


def _glyph_at(line: QTextLine, x: float, fallback: int) -> int:
    """The unit whose glyph stands at x, looked for from the cursor's guess outwards; else the nearest."""
    first, last = line.textStart(), line.textStart() + line.textLength()
    nearest, least = fallback, float("inf")
    for unit in sorted(range(first, last), key=lambda candidate: abs(candidate - fallback)):
        for left, right in _by_glyphs(line, unit, unit + 1):
            away = max(left - x, x - right, 0.0)
            if left <= x < right:
                return unit
            if away < least:
                nearest, least = unit, away
    return nearest
