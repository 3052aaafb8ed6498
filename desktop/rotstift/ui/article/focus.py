"""What lies over the page for a moment: focus, word cursor, selection, numbered candidates, drags."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from rotstift.model.items import Markable, Quote, role_spans, spans_of
from rotstift.model.span import Span
from rotstift.model.words import character_around
from rotstift.ui.article.layout import Paragraph
from rotstift.ui.article.marks import label_top, role_chip, role_place
from rotstift.ui.article.page import Page
from rotstift.ui.article.spans import Piece, runs_from_right

_LABELLED_ROLES = ("speaker", "addressee", "via")


@dataclass(slots=True)
class Overlay:
    """The view's passing state."""

    focus: str | None = None
    cursor: Span | None = None
    selection: Span | None = None
    hints: list[tuple[str, Span]] = field(default_factory=list)
    part_mode: bool = False
    away: bool = False
    """The keys go to another part of the window: the focus is shown, but not in red."""
    found: tuple[Span, ...] = ()
    """What the person searches for in the article, in text order."""
    found_now: Span | None = None
    """The one of these where the search stands."""
    hover_card: str | None = None
    ghost: tuple[Span, ...] = ()
    """Where the focused item would stand after the drag of an edge."""
    pull_from: QPointF | None = None
    pull_to: QPointF | None = None
    """A link being drawn with the mouse, in document coordinates."""
    target: Span | None = None
    """The mention that the link would take."""


class Handle(NamedTuple):
    """A round handle at one end of the focused item."""

    edge: str
    """start or end."""
    place: QPointF


def focused_item(page: Page, overlay: Overlay) -> Markable | None:
    """The item with the focus, if it can have one."""
    item = page.state.get(overlay.focus)
    return item if isinstance(item, Markable) else None


def outline_boxes(page: Page, spans: tuple[Span, ...], *, wide: bool) -> list[QRectF]:
    """A box around each line of the spans; wider for a quote than for an entity."""
    side, air = (4.0, 3.5) if wide else (3.0, 2.5)
    return [
        page.box(number, piece, paragraph.setting.up + air - 1, paragraph.setting.down + air, side)
        for span in spans
        for number, paragraph, piece in page.pieces(span)
    ]


def handles(page: Page, overlay: Overlay) -> list[Handle]:
    """The handles of the focused item, as far as its ends are laid out."""
    item = focused_item(page, overlay)
    if item is None:
        return []
    spans = overlay.ghost or spans_of(item)
    wide = isinstance(item, Quote)
    ends = (("start", spans[0].start), ("end", spans[-1].end - 1))
    return [
        Handle(edge, place)
        for edge, position in ends
        if (place := _end_of(page, spans, edge, position, wide=wide)) is not None
    ]


def _end_of(
    page: Page, spans: tuple[Span, ...], edge: str, position: int, *, wide: bool
) -> QPointF | None:
    """The foot of the item's outline at its first or last character, on the side where that one ends."""
    number = page.column.holding(position)
    paragraph = page.column.paragraphs[number]
    if not paragraph.rtl:
        boxes = outline_boxes(page, spans, wide=wide)
        if not boxes:
            return None
        return boxes[0].bottomLeft() if edge == "start" else boxes[-1].bottomRight()
    character = character_around(paragraph.text, position - paragraph.start)
    shifted = Span(character.start + paragraph.start, character.end + paragraph.start)
    boxes = outline_boxes(page, (shifted,), wide=wide)
    if not boxes:
        return None
    right = (edge == "end") is not runs_from_right(paragraph, position)
    return boxes[-1].bottomRight() if right else boxes[0].bottomLeft()


class OverlayPainter:
    """Draws the overlay, in document coordinates."""

    def __init__(self, painter: QPainter, page: Page, overlay: Overlay) -> None:
        self._painter = painter
        self._page = page
        self._overlay = overlay
        self._paints = page.paints
        self._em = page.paints.measures.em

    def paint(self) -> None:
        """Everything that lies over the text."""
        item = focused_item(self._page, self._overlay)
        if isinstance(item, Quote):
            self._roles(item)
        self._hovered()
        if self._overlay.cursor is not None:
            self._cursor(self._overlay.cursor)
        if item is not None:
            self._focus(item)
        for cap, span in self._overlay.hints:
            self._hint(cap, span)
        self._pull()

    def _outline(self, boxes: list[QRectF], pen: QPen) -> None:
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in boxes:
            self._painter.drawRoundedRect(rect, 4, 4)

    def _focus(self, item: Markable) -> None:
        spans = self._overlay.ghost or spans_of(item)
        wide = isinstance(item, Quote)
        boxes = outline_boxes(self._page, spans, wide=wide)
        pen = self._paints.focus_away if self._overlay.away else self._paints.focus
        self._outline(boxes, pen)
        self._free_labels(boxes)
        self._painter.setPen(pen)
        filled = self._overlay.part_mode
        self._painter.setBrush(pen.color() if filled else QColor(self._paints.theme.sheet))
        for handle in handles(self._page, self._overlay):
            self._painter.drawEllipse(handle.place, 0.2 * self._em, 0.2 * self._em)

    def _free_labels(self, boxes: list[QRectF]) -> None:
        """Draw the labels that the outline runs through once more, on paper, like a legend."""
        sheet = QColor(self._paints.theme.sheet)
        for number in self._page.between(boxes[0].top(), boxes[-1].bottom()) if boxes else ():
            origin = QPointF(self._page.frame.text_left, self._page.top(number))
            for place, pixmap in self._page.marks(number).labels:
                rect = QRectF(place + origin, pixmap.deviceIndependentSize())
                if any(_crosses(rect, box.top()) and rect.intersects(box) for box in boxes):
                    self._painter.fillRect(rect.adjusted(-1.5, 0, 1.5, 0), sheet)
                    self._painter.drawPixmap(rect.topLeft(), pixmap)

    def _hovered(self) -> None:
        quote = self._page.state.quote(self._overlay.hover_card)
        if quote is not None and quote.id != self._overlay.focus:
            boxes = outline_boxes(self._page, quote.parts, wide=True)
            self._outline(boxes, self._paints.hover)

    def _cursor(self, span: Span) -> None:
        """A bracket below the word: a bar with two short ends."""
        tick = 0.24 * self._em
        self._painter.setPen(self._paints.cursor)
        for number, paragraph, piece in self._page.pieces(span):
            low = paragraph.setting.down + 2.0
            rect = self._page.box(number, piece, 0, low, 1.0)
            corner, end = rect.bottomLeft(), rect.bottomRight()
            self._painter.drawPolyline(
                [corner - QPointF(0, tick), corner, end, end - QPointF(0, tick)]
            )

    def _roles(self, quote: Quote) -> None:
        for role in (*_LABELLED_ROLES, *(own for own, _spans in quote.more)):
            for span in role_spans(quote, role):
                found = list(self._page.pieces(span))
                self._painter.setPen(self._paints.role)
                for number, paragraph, piece in found:
                    rect = self._page.box(number, piece, 0, paragraph.setting.down + 2.5)
                    self._painter.drawLine(QLineF(rect.bottomLeft(), rect.bottomRight()))
                if found:
                    self._role_label(role, *found[0])

    def _role_label(self, role: str, number: int, paragraph: Paragraph, piece: Piece) -> None:
        pixmap = role_chip(self._paints, role, self._page.language)
        width = pixmap.deviceIndependentSize().width()
        limit = self._page.column.width + 0.6 * self._em
        x = role_place(self._page.marks(number), piece, width, limit)
        y = self._page.top(number) + label_top(paragraph, piece.line, self._paints)
        self._painter.drawPixmap(QPointF(round(self._page.frame.text_left + x), round(y)), pixmap)

    def _hint(self, cap: str, span: Span) -> None:
        for number, paragraph, piece in list(self._page.pieces(span))[:1]:
            font = self._paints.measures.sans(0.62, QFont.Weight.Bold)
            side = 0.9 * self._em
            corner = self._page.box(number, piece, paragraph.setting.up, 0).topLeft()
            # Left of the mention and of its label, in the label row: nothing readable is covered.
            rect = QRectF(corner - QPointF(side + 1.5, side + 1), QSizeF(side, side))
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QColor(self._paints.theme.pop))
            self._painter.drawRoundedRect(rect, 3.5, 3.5)
            self._painter.setPen(QColor(self._paints.theme.on_pop))
            self._painter.setFont(font)
            self._painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cap)

    def _pull(self) -> None:
        if self._overlay.target is not None:
            self._outline(self._page.boxes(self._overlay.target), self._paints.focus)
        if self._overlay.pull_from is not None and self._overlay.pull_to is not None:
            self._painter.setPen(self._paints.link)
            self._painter.drawLine(self._overlay.pull_from, self._overlay.pull_to)
            self._painter.setBrush(self._paints.red)
            self._painter.drawEllipse(self._overlay.pull_to, 2.5, 2.5)


def _crosses(rect: QRectF, y: float) -> bool:
    return rect.top() - 1 <= y <= rect.bottom() + 1


def selection_boxes(page: Page, overlay: Overlay) -> Iterator[QRectF]:
    """What lies behind the selected words."""
    if overlay.selection is not None:
        for number, paragraph, piece in page.pieces(overlay.selection):
            setting = paragraph.setting
            yield page.box(number, piece, setting.up + 1, setting.down + 1)
