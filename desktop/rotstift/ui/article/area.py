"""The scroll area below the view: lays out lazily, scrolls by moving pixels, repaints only what changed."""

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from rotstift.model.items import Markable, Quote, role_spans, roles_of, spans_of
from rotstift.model.scheme import Scheme
from rotstift.ui.article import wording
from rotstift.ui.article.focus import Overlay
from rotstift.ui.article.page import Page
from rotstift.ui.article.paint import paint_page
from rotstift.ui.article.pens import Paints
from rotstift.ui.article.styles import DEFAULT_POINTS, Measures, Typography, measures
from rotstift.ui.fonts import load_fonts
from rotstift.ui.theme import LIGHT, Theme

_SLICE = 0.0035
"""Seconds of idle layout at a time: a frame of 16 ms keeps room for a paint."""
_PARTS = 4
"""More exposed rectangles than these are painted as one."""
_EMPTY = Scheme("", (), (), (), (), "")


class PageArea(QAbstractScrollArea):
    """Shows a Page and its Overlay."""

    scrolled = Signal()
    failed = Signal(str)
    """A sentence; sent once for an article whose page could not be drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.overlay = Overlay()
        self._theme: Theme = LIGHT
        self._scheme = _EMPTY
        self._points = DEFAULT_POINTS
        self._language = "de"
        self._typography = Typography()
        self._measures = self._measured()
        self._density = self.devicePixelRatioF()
        self.page = Page(self._paints(), self._language)
        self._silent = False
        self._broken = False
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._refine)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _measured(self) -> Measures:
        return measures(load_fonts(), self._points, self.logicalDpiY(), self._typography)

    def _paints(self) -> Paints:
        return Paints(self._theme, self._scheme, self._measures, self._density)

    # --- layout and scrolling ------------------------------------------------------------------

    def _numbers_of(self, item_id: str | None) -> set[int]:
        """The paragraphs from the item's first word to its last, roles included."""
        item = self.page.state.get(item_id)
        if not isinstance(item, Markable):
            return set()
        spans = list(spans_of(item))
        if isinstance(item, Quote):
            spans += [span for role in roles_of(item) for span in role_spans(item, role)]
        return {number for span in spans for number in self.page.column.touching(span)}

    def _lay_out(self, numbers: Iterable[int]) -> bool:
        """Lay out some paragraphs; what is on the screen stays where it is. True when things moved."""
        return self._anchored(lambda: self.page.lay_out(numbers))

    def _anchored(self, work: Callable[[], bool]) -> bool:
        page, value = self.page, self.verticalScrollBar().value()
        numbers = page.between(value, value + self.viewport().height())
        laid = [number for number in numbers if page.column.paragraphs[number].layout is not None]
        anchor = next(iter(laid or numbers), None)
        offset = value - page.top(anchor) if anchor is not None else 0
        moved = work()
        if moved and anchor is not None:
            self._set_scroll(page.top(anchor) + offset)
        return moved

    def _settle(self) -> bool:
        """Lay out what the viewport shows; True when heights were not the estimated ones."""
        moved = False
        for _ in range(100):
            top = self.verticalScrollBar().value()
            margin = 2 * self._measures.em
            numbers = self.page.between(top - margin, top + self.viewport().height() + margin)
            waiting = [n for n in numbers if self.page.column.paragraphs[n].layout is None]
            if not waiting:
                break
            moved |= self._lay_out(waiting)
        return moved

    def _set_scroll(self, value: int) -> None:
        """Fit the scroll bar to the page and set it, without moving what is painted."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        self._silent = True
        bar.setPageStep(height)
        bar.setSingleStep(round(2 * self._measures.em))
        bar.setRange(0, max(0, self.page.height - height))
        bar.setValue(value)
        self._silent = False

    def _refresh(self) -> None:
        """After a change of everything: lay out what shows, paint it, refine the rest when idle."""
        self._lay_out(self._numbers_of(self.overlay.focus))
        self._settle()
        self._set_scroll(self.verticalScrollBar().value())
        self._settle()
        self.viewport().update()
        self._idle.start()

    def _refine(self) -> None:
        """A few milliseconds of layout for what nobody has seen yet."""
        end = time.perf_counter() + _SLICE
        before = self._visible_cards()
        self._anchored(lambda: self._refine_until(end))
        if all(paragraph.layout is not None for paragraph in self.page.column.paragraphs):
            self._idle.stop()
            self._set_scroll(self.verticalScrollBar().value())
        if self._visible_cards() != before:
            self.viewport().update()

    def _refine_until(self, end: float) -> bool:
        moved = False
        for number, paragraph in enumerate(self.page.column.paragraphs):
            if paragraph.layout is None:
                moved |= self.page.lay_out([number])
                if time.perf_counter() >= end:
                    break
        return moved

    def _visible_cards(self) -> list[tuple[str, float]]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        cards = self.page.cards
        return [
            (card.quote_id, card.rect.top() - top)
            for card in cards
            if card.rect.bottom() >= top and card.rect.top() <= bottom
        ]

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move the painted pixels; only the new strip is painted."""
        del dx
        if self._silent:
            return
        # At 125 % a scrolled pixel does not fall on a pixel.
        if self._settle() or not self._density.is_integer():
            self.viewport().update()
        else:
            self.viewport().scroll(0, dy)
        self.scrolled.emit()

    # --- painting ------------------------------------------------------------------------------

    def _update_numbers(self, numbers: Iterable[int]) -> None:
        """Repaint everything between the first and the last of some paragraphs."""
        every = [number for number in numbers if number < len(self.page.column.paragraphs)]
        if every:
            top, bottom = self.page.strip(min(every))[0], self.page.strip(max(every))[1]
            self._update_strip(0, top, self.viewport().width(), bottom)

    def _update_cards(self) -> None:
        """Repaint the margin: a new card moves those below."""
        frame = self.page.frame
        sheet_right, text_right = (
            frame.sheet_left + frame.sheet_width,
            frame.text_left + frame.text_width,
        )
        left = sheet_right - 2 if frame.card_width else text_right
        top = self.verticalScrollBar().value()
        self._update_strip(left, top, self.viewport().width(), top + self.viewport().height())

    def _update_strip(self, left: int, top: int, right: int, bottom: int) -> None:
        top -= self.verticalScrollBar().value()
        bottom -= self.verticalScrollBar().value()
        area = QRect(left, top, right - left, bottom - top)
        self.viewport().update(area.intersected(self.viewport().rect()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the exposed part; an error is told once, not at every frame."""
        if self._broken:
            return
        if self.devicePixelRatioF() != self._density:
            self._density = self.devicePixelRatioF()
            self.page.set_look(self._paints(), self._language, sizes=False)
        painter = QPainter(self.viewport())
        try:
            for rect in _rects(event):
                painter.setClipRect(rect)
                self._paint(painter, rect)
                painter.resetTransform()
        except Exception as error:
            self._broken = True
            self.failed.emit(wording.broken().format(reason=f"{type(error).__name__}: {error}"))
        finally:
            painter.end()

    def _paint(self, painter: QPainter, rect: QRect) -> None:
        value = self.verticalScrollBar().value()
        painter.translate(QPointF(0, -value))
        exposed = QRectF(rect).translated(0, value)
        bottom = max(self.page.height, self.viewport().height()) + 20
        paint_page(painter, self.page, self.overlay, exposed, bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines anew; the text at the top stays at the top."""
        super().resizeEvent(event)
        self._anchored(lambda: self.page.set_width(self.viewport().width()))
        self._refresh()


def _rects(event: QPaintEvent) -> list[QRect]:
    """The parts to paint; their rectangle around all when they are many."""
    region = event.region()
    return [event.rect()] if region.rectCount() > _PARTS else list(region)  # type: ignore[call-overload]
