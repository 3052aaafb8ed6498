"""The small leaf that says: somebody wrote a note here. At its item's end, on its card, on the sheet."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from rotstift.model.items import Markable, Note, spans_of
from rotstift.model.span import Span
from rotstift.ui.article.page import Page
from rotstift.ui.article.spans import runs_from_right

_SIZE = 0.62
"""Ems of the leaf's side."""


def note_places(page: Page) -> Iterator[tuple[QRectF, Note]]:
    """Every leaf in document coordinates; none for what is not laid out yet."""
    em = page.paints.measures.em
    side = _SIZE * em
    for note in page.state.notes:
        item = page.state.get(note.target)
        if isinstance(item, Markable):
            for corner in _corners(page, item):
                yield QRectF(corner.x() - side * 0.4, corner.y() - side * 0.6, side, side), note
        elif not note.target:
            right = page.frame.sheet_left + page.frame.sheet_width
            yield QRectF(right - 2 * side, page.frame.top + side, side, side), note


def _corners(page: Page, item: Markable) -> Iterator[QPointF]:
    end = spans_of(item)[-1].end
    for _, paragraph, piece in page.pieces(Span(end - 1, end)):
        number = page.column.holding(end - 1)
        box = page.box(number, piece, paragraph.setting.up, paragraph.setting.down)
        yield box.topLeft() if runs_from_right(paragraph, end - 1) else box.topRight()
    card = page.card_of(item.id)
    if card is not None and page.frame.card_width:
        em = page.paints.measures.em
        yield card.rect.topRight() + QPointF(-0.5 * em, 0.55 * em)


def note_at(page: Page, point: QPointF) -> Note | None:
    """The note whose leaf is under a point."""
    found = (
        note for rect, note in note_places(page) if rect.adjusted(-2, -2, 2, 2).contains(point)
    )
    return next(found, None)


def paint_notes(painter: QPainter, page: Page, exposed: QRectF) -> None:
    """Paint the leaves of a strip."""
    if not page.state.notes:
        return
    theme, stroke = page.paints.theme, page.paints.stroke
    for rect, _ in note_places(page):
        if not rect.intersects(exposed):
            continue
        painter.setPen(QPen(QColor(theme.sheet), 1.6 * stroke))
        painter.setBrush(QColor(theme.red))
        painter.drawPath(_leaf(rect))
        painter.setPen(QPen(QColor(theme.on_red), 1.0 * stroke))
        for share, width in ((0.4, 0.5), (0.68, 0.3)):
            y = rect.top() + share * rect.height()
            left = rect.left() + 0.25 * rect.width()
            painter.drawLine(QPointF(left, y), QPointF(left + width * rect.width(), y))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _leaf(rect: QRectF) -> QPainterPath:
    """A square with its lower right corner cut off."""
    cut = 0.34 * rect.width()
    path = QPainterPath(rect.topLeft())
    path.lineTo(rect.topRight())
    path.lineTo(rect.right(), rect.bottom() - cut)
    path.lineTo(rect.right() - cut, rect.bottom())
    path.lineTo(rect.bottomLeft())
    path.closeSubpath()
    return path
