"""Painting: desk, sheet, paragraphs with their marks, cards. Only what the exposed part needs."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from rotstift.model.items import Quote
from rotstift.ui.article.finds import paint_found, paint_found_now
from rotstift.ui.article.focus import Overlay, OverlayPainter, focused_item, selection_boxes
from rotstift.ui.article.layout import Paragraph
from rotstift.ui.article.links import paint_links
from rotstift.ui.article.marks import Marks
from rotstift.ui.article.notes import paint_notes
from rotstift.ui.article.page import Card, Page

_RADIUS = 8.0


def paint_page(
    painter: QPainter, page: Page, overlay: Overlay, exposed: QRectF, bottom: float
) -> None:
    """Paint a strip of the document; `bottom` is where the sheet may end."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_sheet(painter, page, exposed, bottom)
    em = page.paints.measures.em
    beside = exposed.left() > page.frame.text_left + page.frame.text_width + 2 * em
    numbers = range(0) if beside else page.between(exposed.top() - em, exposed.bottom())
    ready = [number for number in numbers if page.column.paragraphs[number].layout is not None]
    for number in ready:
        _Paragraph(painter, page, number, exposed).paint_ground()
    paint_found(painter, page, overlay, exposed)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(page.paints.selection)
    for rect in selection_boxes(page, overlay):
        painter.drawRect(rect)
    for number in ready:
        _Paragraph(painter, page, number, exposed).paint_text()
    paint_found_now(painter, page, overlay)
    OverlayPainter(painter, page, overlay).paint()
    focused = focused_item(page, overlay)
    if isinstance(focused, Quote):
        paint_links(painter, page, focused)
    _paint_cards(painter, page, overlay, exposed)
    paint_notes(painter, page, exposed)


def _paint_sheet(painter: QPainter, page: Page, exposed: QRectF, bottom: float) -> None:
    theme, frame = page.paints.theme, page.frame
    painter.fillRect(exposed, QColor(theme.desk))
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.setBrush(QColor(theme.sheet))
    rect = QRectF(frame.sheet_left + 0.5, frame.top + 0.5, frame.sheet_width, bottom - frame.top)
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)


class _Paragraph:
    """One paragraph on the painter, in two passes: what lies under the selection, and the rest."""

    def __init__(self, painter: QPainter, page: Page, number: int, exposed: QRectF) -> None:
        self._painter = painter
        self._page = page
        self._paragraph: Paragraph = page.column.paragraphs[number]
        self._marks: Marks = page.marks(number)
        self._origin = QPointF(page.frame.text_left, page.top(number))
        self._top = exposed.top() - self._origin.y()
        self._bottom = exposed.bottom() - self._origin.y()

    def _shows(self, top: float, bottom: float) -> bool:
        return bottom >= self._top and top <= self._bottom

    def paint_ground(self) -> None:
        """Bands and tints."""
        painter = self._painter
        painter.save()
        painter.translate(self._origin)
        for rect, paint in self._marks.bands:
            if self._shows(rect.top(), rect.bottom()):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(paint.fill)
                painter.drawRoundedRect(rect, 3.5, 3.5)
                if paint.edge is not None:
                    painter.setPen(paint.edge)
                    y = rect.bottom() - 0.5
                    painter.drawLine(QLineF(rect.left() + 2, y, rect.right() - 2, y))
        painter.setPen(Qt.PenStyle.NoPen)
        for rect, brush in self._marks.tints:
            if self._shows(rect.top(), rect.bottom()):
                painter.setBrush(brush)
                painter.drawRoundedRect(rect, 3, 3)
        painter.restore()

    def paint_text(self) -> None:
        """The words, their underlines and labels."""
        layout = self._paragraph.layout
        if layout is None:
            return
        painter, paints = self._painter, self._page.paints
        painter.setPen(paints.muted if self._paragraph.setting.muted else paints.ink)
        clip = QRectF(0, self._top - 4, self._page.column.width, self._bottom - self._top + 8)
        layout.draw(painter, self._origin, [], clip.translated(self._origin))
        painter.save()
        painter.translate(self._origin)
        self._paint_marks()
        painter.restore()

    def _paint_marks(self) -> None:
        painter, marks = self._painter, self._marks
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line, pen in marks.lines:
            if self._shows(line.y1() - 2, line.y1() + 2):
                painter.setPen(pen)
                painter.drawLine(line)
        for rect, pen in marks.outlines:
            if self._shows(rect.top(), rect.bottom()):
                painter.setPen(pen)
                painter.drawRoundedRect(rect, 3, 3)
        painter.setPen(QPen(QColor(self._page.paints.theme.sheet), 1.2))
        painter.setBrush(self._page.paints.red)
        radius = 0.18 * self._page.paints.measures.em
        for place in marks.dots:
            if self._shows(place.y() - 3, place.y() + 3):
                painter.drawEllipse(place, radius, radius)
        for place, pixmap in marks.labels:
            if self._shows(place.y(), place.y() + pixmap.height()):
                painter.drawPixmap(place, pixmap)


def _paint_cards(painter: QPainter, page: Page, overlay: Overlay, exposed: QRectF) -> None:
    em = page.paints.measures.em
    for card in page.cards:
        if card.wanted - em > exposed.bottom():  # the cards come in the order of these
            break
        if card.rect.bottom() + em < exposed.top():
            continue
        quote = page.state.quote(card.quote_id)
        if quote is None:
            continue
        if page.frame.card_width:
            _paint_leader(painter, page, card)
            focused = card.quote_id == overlay.focus
            _paint_card(painter, page, card, quote)
            if focused:
                _paint_card_focus(painter, page, card, away=overlay.away)
        else:
            _paint_bracket(painter, page, card, quote, focused=card.quote_id == overlay.focus)


def _paint_leader(painter: QPainter, page: Page, card: Card) -> None:
    """A hairline from the quote's line to a card that had to give way."""
    level = page.card_fonts.baseline * 0.72
    end = QPointF(card.rect.left(), card.rect.top() + level)
    start = QPointF(page.frame.sheet_left + page.frame.sheet_width + 1.0, card.wanted + level)
    if end.y() - start.y() < 0.9 * page.paints.measures.em:
        return
    painter.setPen(QPen(QColor(page.paints.theme.edge), 1))
    bend = QPointF((end.x() - start.x()) * 0.6, 0)
    path = QPainterPath(start)
    path.cubicTo(start + bend, end - bend, end)
    painter.strokePath(path, painter.pen())


def _paint_card(painter: QPainter, page: Page, card: Card, quote: Quote) -> None:
    theme, rect = page.paints.theme, card.rect.translated(0.5, 0.5)
    ink = page.paints.band(quote.type, quote.origin.standing, 0).border
    shape = _card_shape(rect, 6)
    painter.fillPath(shape, QColor(theme.panel))
    painter.strokePath(shape, QPen(QColor(theme.line), 1))
    painter.fillRect(QRectF(rect.left() - 0.5, rect.top() - 0.5, 3, rect.height() + 1), ink)
    for font, colour, place, words in _card_lines(page, card, quote):
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(place, words)


def _paint_card_focus(painter: QPainter, page: Page, card: Card, *, away: bool) -> None:
    painter.setPen(page.paints.focus_away if away else page.paints.focus)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(card.rect.translated(0.5, 0.5).adjusted(-1.5, -1.5, 1.5, 1.5), 5, 5)


def _card_lines(
    page: Page, card: Card, quote: Quote
) -> Iterator[tuple[QFont, QColor, QPointF, str]]:
    fonts, paints, words = page.card_fonts, page.paints, page.card_words(quote)
    place = card.rect.topLeft() + QPointF(fonts.pad + 2, fonts.baseline)
    yield (
        fonts.head,
        QColor(paints.theme.warn) if words.missing else paints.ink,
        place,
        words.speaker,
    )
    aside = QPointF(fonts.head_metrics.horizontalAdvance(words.speaker), 0)
    yield fonts.plain, paints.ink, place + aside, words.cue
    yield fonts.foot, paints.muted, place + QPointF(0, fonts.head_line), words.foot


def _card_shape(rect: QRectF, radius: float) -> QPainterPath:
    """Square on the left, where the type's colour stands, round on the right."""
    path = QPainterPath(rect.topLeft())
    path.lineTo(rect.right() - radius, rect.top())
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + radius))
    path.lineTo(rect.right(), rect.bottom() - radius)
    path.quadTo(rect.bottomRight(), QPointF(rect.right() - radius, rect.bottom()))
    path.lineTo(rect.bottomLeft())
    path.closeSubpath()
    return path


def _paint_bracket(
    painter: QPainter, page: Page, card: Card, quote: Quote, *, focused: bool
) -> None:
    ink = page.paints.band(quote.type, quote.origin.standing, 0).border
    pen = QPen(page.paints.red if focused else ink, (2.0 if focused else 1.5) * page.paints.stroke)
    if not focused:
        pen.setStyle(page.paints.stroke_of(quote.type))
    rect = card.rect
    painter.setPen(pen)
    painter.drawPolyline([rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()])
