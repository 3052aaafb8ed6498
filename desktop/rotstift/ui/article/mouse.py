"""The mouse on the page: clicks, drags of words, of edges and of links. Says what was meant, changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from rotstift.model.items import Quote, spans_of
from rotstift.model.span import Span
from rotstift.model.words import snap_to_words, tokens, word_at, words
from rotstift.ui.article.focus import focused_item, handles

if TYPE_CHECKING:
    from rotstift.ui.article.view import ArticleView

SPEAKER = "speaker"
"""The role that a drag from a quote, or from its card, is for."""
_GRIP = 0.55
"""Ems around a handle's centre that take hold of it."""


class Doing(Enum):
    """What the pressed button means so far."""

    NOTHING = auto()
    PRESSED = auto()
    SELECTING = auto()
    LINKING = auto()
    LINK_PRESSED = auto()
    """With a key that links: what follows is a click on a mention, or a drag over its words."""
    LINK_SELECTING = auto()
    EDGE = auto()


@dataclass(slots=True)
class Press:
    """Where the button went down, and on what."""

    point: QPoint
    place: QPointF
    position: int | None
    card: str | None


class Mouse:
    """Turns the view's mouse events into its signals."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self.doing = Doing.NOTHING
        self._press = Press(QPoint(), QPointF(), None, None)
        self._edge = ""
        self._edge_position: int | None = None
        self._pointed: Span | None = None
        self._role = ""
        """The role that the press with a key is for."""

    # --- button down ---------------------------------------------------------------------------

    def press(self, point: QPoint, *, role: str = "") -> None:
        """The left button went down at a point of the viewport; with the key of a role, to link."""
        place = self._view.place(point)
        page = self._view.page
        self._press = Press(point, place, page.nearest(place), page.card_at(place))
        if (edge := self._handle_at(place)) is not None:
            self.doing, self._edge, self._edge_position = Doing.EDGE, edge, None
        elif role and self._may_link(place):
            self.doing, self._role = Doing.LINK_PRESSED, role
        else:
            self.doing = Doing.PRESSED

    def _may_link(self, place: QPointF) -> bool:
        page = self._view.page
        quote = page.state.quote(self._view.overlay.focus)
        return quote is not None and page.position_at(place) is not None

    def _handle_at(self, place: QPointF) -> str | None:
        grip = _GRIP * self._view.page.paints.measures.em
        for handle in reversed(handles(self._view.page, self._view.overlay)):
            if (handle.place - place).manhattanLength() <= grip:
                return handle.edge
        return None

    def _link_here(self, place: QPointF) -> None:
        """A click with the key of a role: the mention under the mouse for the focused quote."""
        target = self._mention_at(place)
        if target is not None:
            self._view.link_requested.emit(self._view.overlay.focus, target, self._role)

    def _mention_at(self, place: QPointF) -> Span | None:
        """The entity under a place, else the word."""
        position = self._view.page.position_at(place)
        if position is None:
            return None
        entity = self._view.page.entity_at(position)
        return entity.span if entity else self._word(position)

    def _word(self, position: int) -> Span | None:
        start, text = self._paragraph_text(position)
        word = word_at(text, position - start)
        return Span(word.start + start, word.end + start) if word else None

    def _paragraph_text(self, position: int) -> tuple[int, str]:
        column = self._view.page.column
        paragraph = column.paragraphs[column.holding(position)]
        return paragraph.start, paragraph.text

    # --- moving --------------------------------------------------------------------------------

    def move(self, point: QPoint, *, pressed: bool) -> None:
        """The mouse moved over the viewport (or, while dragging, outside it)."""
        place = self._view.place(point)
        if not pressed or self.doing is Doing.NOTHING:
            self.hover(place)
            return
        if self.doing in (Doing.PRESSED, Doing.LINK_PRESSED):
            far = (point - self._press.point).manhattanLength()
            if far < QApplication.startDragDistance():
                return
            self.doing = self._dragging()
        match self.doing:
            case Doing.EDGE:
                self._drag_edge(place)
            case Doing.LINKING:
                self._pull(place, self._mention_at(place))
            case Doing.SELECTING:
                self._drag_text(place)
            case Doing.LINK_SELECTING:
                self._select_to(place)

    def _dragging(self) -> Doing:
        if self.doing is Doing.LINK_PRESSED:
            return Doing.LINK_SELECTING
        return Doing.LINKING if self._press.card else Doing.SELECTING

    def hover(self, place: QPointF) -> None:
        """Show what a click would mean."""
        page = self._view.page
        position = page.position_at(place)
        card = page.card_at(place)
        on_handle = self._handle_at(place) is not None
        self._view.set_hovered(card)
        if on_handle:
            shape = Qt.CursorShape.SizeHorCursor
        elif card is not None:
            shape = Qt.CursorShape.PointingHandCursor
        else:
            text = position is not None
            shape = Qt.CursorShape.IBeamCursor if text else Qt.CursorShape.ArrowCursor
        self._view.viewport().setCursor(shape)
        self._point_at(self._word(position) if position is not None else None)

    def _point_at(self, word: Span | None) -> None:
        if word != self._pointed:
            self._pointed = word
            self._view.word_pointed.emit(word)

    def leave(self) -> None:
        """The mouse left the view."""
        self._view.set_hovered(None)
        self._point_at(None)

    def _drag_edge(self, place: QPointF) -> None:
        view = self._view
        item = focused_item(view.page, view.overlay)
        near = view.page.nearest(place, edge=True)
        if item is None or near is None:
            return
        spans = spans_of(item)
        position = self._snapped_edge(near, tokenwise=isinstance(item, Quote))
        if self._edge == "start":
            position = min(position, spans[0].end - 1)
            ghost = (Span(position, spans[0].end), *spans[1:])
        else:
            position = max(position, spans[-1].start + 1)
            ghost = (*spans[:-1], Span(spans[-1].start, position))
        self._edge_position = position
        view.set_ghost(ghost)

    def _snapped_edge(self, near: int, *, tokenwise: bool) -> int:
        """The nearest border of a word (for a quote also of a mark); in part mode any place."""
        if self._view.overlay.part_mode:
            return near
        start, text = self._paragraph_text(near)
        stops = (tokens if tokenwise else words)(text)
        borders = [stop.start if self._edge == "start" else stop.end for stop in stops]
        return start + min(
            borders, key=lambda border: abs(border + start - near), default=near - start
        )

    def _drag_text(self, place: QPointF) -> None:
        position = self._view.page.nearest(place)
        if position is None or self._press.position is None:
            return
        quote_id = self._linking_quote(place)
        if quote_id is not None:
            self._view.set_drag_selection(None)
            self._pull(place, self._mention_at(place))
            return
        self._pull(None, None)
        self._select_to(place)

    def _select_to(self, place: QPointF) -> None:
        position = self._view.page.nearest(place)
        if position is not None and self._press.position is not None:
            low, high = sorted((self._press.position, position))
            self._view.set_drag_selection(self._snapped(low, high + 1))

    def _snapped(self, low: int, high: int) -> Span | None:
        if self._view.overlay.part_mode:
            return Span(low, high)
        start, _ = self._paragraph_text(low)
        column = self._view.page.column
        end = column.paragraphs[column.holding(high - 1)].end
        text = self._view.page.article.text[start:end]
        span = snap_to_words(text, low - start, high - start)
        return Span(span.start + start, span.end + start) if span else None

    def _linking_quote(self, place: QPointF) -> str | None:
        """The quote that a drag out of its band links: the focused one, another one only to an entity."""
        page, start = self._view.page, self._press.position
        here = page.position_at(place)
        if start is None or here is None:
            return None
        left = [quote for quote in page.quotes_at(start) if quote not in page.quotes_at(here)]
        if self._view.overlay.focus in left:
            return self._view.overlay.focus
        return left[0] if len(left) == 1 and page.entity_at(here) is not None else None

    def _pull(self, place: QPointF | None, target: Span | None) -> None:
        self._view.set_pull(self._press.place if place else None, place, target)

    # --- button up -----------------------------------------------------------------------------

    def release(self, point: QPoint) -> None:
        """The left button went up: say what was meant."""
        doing, self.doing = self.doing, Doing.NOTHING
        place, view = self._view.place(point), self._view
        match doing:
            case Doing.PRESSED:
                self._click(place)
            case Doing.EDGE:
                view.set_ghost(())
                if self._edge_position is not None and view.overlay.focus:
                    view.edge_dragged.emit(view.overlay.focus, self._edge, self._edge_position)
            case Doing.LINKING:
                self._finish_link(self._press.card, place)
            case Doing.SELECTING:
                self._finish_selection(place)
            case Doing.LINK_PRESSED:
                self._link_here(place)
            case Doing.LINK_SELECTING:
                self._link_selection()

    def _link_selection(self) -> None:
        """A drag with the key of a role: exactly these words."""
        words, quote_id = self._view.overlay.selection, self._view.overlay.focus
        self._view.set_drag_selection(None)
        if words is not None and quote_id:
            self._view.words_linked.emit(quote_id, words, self._role)

    def _finish_selection(self, place: QPointF) -> None:
        quote_id = self._linking_quote(place)
        if quote_id is not None:
            self._finish_link(quote_id, place)
        elif self._view.overlay.selection is not None:
            self._view.words_selected.emit(self._view.overlay.selection)

    def _finish_link(self, quote_id: str | None, place: QPointF) -> None:
        target = self._mention_at(place)
        self._pull(None, None)
        if quote_id is not None and target is not None:
            self._view.link_requested.emit(quote_id, target, SPEAKER)

    def _click(self, place: QPointF) -> None:
        page, view = self._view.page, self._view
        view.set_drag_selection(None)
        item_id = self._press.card or page.item_at(place)
        position = page.position_at(place)
        if item_id is not None:
            view.item_clicked.emit(item_id, position)
        elif position is not None:
            view.text_clicked.emit(position)
        else:
            view.blank_clicked.emit()

    def remove(self, point: QPoint) -> None:
        """The middle button: the item or card under the mouse goes."""
        place = self._view.place(point)
        item_id = self._view.page.card_at(place) or self._view.page.item_at(place)
        if item_id is not None:
            self._view.remove_requested.emit(item_id)

    def double_click(self, point: QPoint) -> None:
        """Select the word under the mouse."""
        position = self._view.page.position_at(self._view.place(point))
        word = self._word(position) if position is not None else None
        if word is not None:
            self.doing = Doing.NOTHING
            self._view.set_drag_selection(word)
            self._view.clicked_twice.emit()
            self._view.words_selected.emit(word)

    def cancel(self) -> None:
        """Let go of a drag without meaning anything (Escape, another article)."""
        self.doing = Doing.NOTHING
        self._view.set_ghost(())
        self._pull(None, None)

    def context(self, point: QPoint, where: QPoint) -> None:
        """The right button (or the menu key) at a point of the viewport."""
        place = self._view.place(point)
        page = self._view.page
        item_id = page.card_at(place) or page.item_at(place) or ""
        position = page.position_at(place)
        selection = self._view.overlay.selection
        span = self._word(position) if position is not None else None
        if selection is not None and position is not None and selection.holds(position):
            span = selection
        self._view.context_requested.emit(item_id, span, where)
