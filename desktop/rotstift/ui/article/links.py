"""The focused quote's lines to its speakers, led through the free strips between the lines of text."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

from rotstift.model.items import Quote
from rotstift.model.span import Span
from rotstift.ui.article.layout import Paragraph
from rotstift.ui.article.marks import free_place, role_chip, role_place
from rotstift.ui.article.page import Page
from rotstift.ui.article.spans import Piece

_WING = 4.5
_SPREAD = 0.52


@dataclass(frozen=True, slots=True)
class Stop:
    """One end of a line: a piece of text on its line, in document coordinates."""

    order: tuple[int, int]
    """Paragraph and line, to tell what stands above what."""
    left: float
    right: float
    clear: float
    """Right end of the labels above the piece."""
    baseline: float
    paragraph: Paragraph

    @property
    def below(self) -> float:
        """The free strip under the line."""
        return self.baseline + self.paragraph.setting.gutter + 0.5

    @property
    def above(self) -> float:
        """The free strip over the line's labels."""
        return self.baseline - self.paragraph.setting.baseline + 0.5

    @property
    def foot(self) -> float:
        """Just under the piece's underline."""
        return self.baseline + self.paragraph.setting.down + 3.5

    @property
    def head(self) -> float:
        """Just above the piece."""
        return self.baseline - self.paragraph.setting.up - 1.0

    @property
    def middle(self) -> float:
        """Half-way along the piece."""
        return (self.left + self.right) / 2

    @property
    def landing(self) -> float:
        """Where a line from above meets the piece: beside its label."""
        return max(self.left + 3, min(self.right - 4, max(self.middle, self.clear + 5)))


def paint_links(painter: QPainter, page: Page, quote: Quote) -> None:
    """Draw one line for each speaker, with an arrow head."""
    start = _start(page, quote)
    if start is None:
        return
    painter.setPen(page.paints.link)
    label = role_chip(page.paints, "speaker", page.language).deviceIndependentSize().width()
    for mention in quote.speaker:
        end = _nearest(_stops(page, mention.span, label), start)
        if end is not None:
            painter.strokePath(link_path(start, end, _margin(page, start, end)), painter.pen())


def _start(page: Page, quote: Quote) -> Stop | None:
    """The cue's first piece; without a cue the end of the quote."""
    for span in quote.cue:
        for stop in _stops(page, span, 0.0):
            return stop
    last = list(_stops(page, quote.parts[-1], 0.0))
    if not last:
        return None
    stop = last[-1]
    return Stop(stop.order, stop.right - 8, stop.right, stop.clear, stop.baseline, stop.paragraph)


def _stops(page: Page, span: Span, label: float) -> Iterator[Stop]:
    """The pieces of a span; a label of so many pixels stands above the first one."""
    for number, paragraph, piece in page.pieces(span):
        rect = page.box(number, piece, 0, 0)
        yield Stop(
            order=(number, piece.line),
            left=rect.left(),
            right=rect.right(),
            clear=page.frame.text_left + _labels_end(page, number, piece, label),
            baseline=rect.top(),
            paragraph=paragraph,
        )


def _labels_end(page: Page, number: int, piece: Piece, label: float) -> float:
    """Right end of the labels over the piece, the focused quote's role label included."""
    marks = page.marks(number)
    own = free_place(marks, piece.line, piece.left, 1.0)
    limit = page.column.width + 0.6 * page.paints.measures.em
    role = role_place(marks, piece, label, limit)
    return role + label if label and piece.left <= role < piece.right else own


def _nearest(stops: Iterator[Stop], start: Stop) -> Stop | None:
    return min(stops, key=lambda stop: abs(stop.baseline - start.baseline), default=None)


def _margin(page: Page, start: Stop, end: Stop) -> float:
    """The page's margin that makes the shorter way around the lines between; brackets keep the right."""
    air = page.paints.measures.em * 0.75
    left, right = page.frame.text_left - air, page.frame.text_left + page.frame.text_width + air
    goes_left = start.middle + end.landing - 2 * left <= 2 * right - start.middle - end.landing
    return left if goes_left or not page.frame.card_width else right


def link_path(start: Stop, end: Stop, margin: float) -> QPainterPath:
    """The way from one stop to the other: along the line, or around the lines between by the margin."""
    if start.order == end.order:
        path, tip, angle = _along(start, end)
    else:
        points = (
            _downwards(start, end, margin)
            if start.order < end.order
            else _upwards(start, end, margin)
        )
        path, tip = _rounded(points), points[-1]
        angle = math.atan2(tip.y() - points[-2].y(), tip.x() - points[-2].x())
    _add_head(path, tip, angle)
    return path


def _along(start: Stop, end: Stop) -> tuple[QPainterPath, QPointF, float]:
    """A shallow bow under the line."""
    first, last = QPointF(start.middle, start.foot), QPointF(end.middle, end.foot)
    depth = (start.below - start.foot + 1.5) / 0.75
    lean = (last.x() - first.x()) * 0.18
    path = QPainterPath(first)
    path.cubicTo(first + QPointF(lean, depth), last + QPointF(-lean, depth), last)
    return path, last, math.atan2(-depth, lean)


def _downwards(start: Stop, end: Stop, margin: float) -> list[QPointF]:
    way = [QPointF(start.middle, start.foot), QPointF(start.middle, start.below)]
    if not _adjoin(start, end):
        way += [QPointF(margin, start.below), QPointF(margin, end.above)]
        return [*way, QPointF(end.landing, end.above), QPointF(end.landing, end.head)]
    return [*way, QPointF(end.landing, start.below), QPointF(end.landing, end.head)]


def _upwards(start: Stop, end: Stop, margin: float) -> list[QPointF]:
    way = [QPointF(start.middle, start.head), QPointF(start.middle, start.above)]
    if not _adjoin(end, start):
        way += [QPointF(margin, start.above), QPointF(margin, end.below)]
        return [*way, QPointF(end.middle, end.below), QPointF(end.middle, end.foot)]
    return [*way, QPointF(end.middle, start.above), QPointF(end.middle, end.foot)]


def _adjoin(upper: Stop, lower: Stop) -> bool:
    """True when no line of text stands between the two."""
    if upper.order[0] == lower.order[0]:
        return lower.order[1] - upper.order[1] == 1
    last_line = upper.order[1] == len(upper.paragraph.line_starts) - 1
    return lower.order[0] - upper.order[0] == 1 and last_line and lower.order[1] == 0


def _rounded(points: list[QPointF], radius: float = 7.0) -> QPainterPath:
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before, radius))
        path.quadTo(corner, _towards(corner, after, radius))
    path.lineTo(points[-1])
    return path


def _towards(corner: QPointF, other: QPointF, radius: float) -> QPointF:
    """The point on the way from a corner to another point, at most half-way."""
    way = other - corner
    length = math.hypot(way.x(), way.y())
    return corner + way * (min(radius, length / 2) / length) if length else corner


def _add_head(path: QPainterPath, tip: QPointF, angle: float) -> None:
    for turn in (math.pi - _SPREAD, math.pi + _SPREAD):
        path.moveTo(tip + QPointF(math.cos(angle + turn), math.sin(angle + turn)) * _WING)
        path.lineTo(tip)
