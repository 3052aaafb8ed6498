"""ArticleView: the page on the screen. Plain data in, signals out; it knows neither session nor store."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from rotstift.model.annotations import Annotations
from rotstift.model.article import Article
from rotstift.model.items import Markable, spans_of
from rotstift.model.scheme import Scheme
from rotstift.model.span import Span, hull
from rotstift.ui import palettes
from rotstift.ui.article import accessible, wording
from rotstift.ui.article.area import PageArea
from rotstift.ui.article.focus import Overlay
from rotstift.ui.article.mouse import Doing, Mouse
from rotstift.ui.article.notes import note_at
from rotstift.ui.article.styles import Typography
from rotstift.ui.panels.paint import tip
from rotstift.ui.theme import Theme

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ROLE_KEYS = {_CTRL: "speaker", _CTRL | _SHIFT: "cue", _SHIFT: "part"}
"""What a click or drag with these keys gives the focused quote: a role's words, or a part."""


class ArticleView(PageArea):
    """One article with its marks, its cards and the focused quote's lines."""

    word_pointed = Signal(object)
    """Span or None: the word under the mouse."""
    item_clicked = Signal(str, object)
    """Item id, and the code point clicked on (None for a card)."""
    text_clicked = Signal(int)
    """A code point where no item is."""
    note_clicked = Signal(str)
    """Target of the note whose leaf was clicked; "" for the article's own."""
    blank_clicked = Signal()
    """Beside all text."""
    clicked_twice = Signal()
    """The click before this was the first half of a double click."""
    words_selected = Signal(object)
    """Span: a double-click or a drag."""
    link_requested = Signal(str, object, str)
    """Quote id, Span of a mention, role: Ctrl+click, or a drag from a card or band."""
    words_linked = Signal(str, object, str)
    """Quote id, Span of exactly these words, role: a drag with Ctrl."""
    remove_requested = Signal(str)
    """Item id: the middle button."""
    edge_dragged = Signal(str, str, int)
    """Item id, "start" or "end", the code point at which that edge should stand."""
    context_requested = Signal(str, object, QPoint)
    """Item id or "", Span of the word or selection or None, global point."""

    reader: accessible.PageInterface | None = None
    """What a screen reader sees of the page, once one has asked (which may be before all is made)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        accessible.install()  # a screen reader that listens already asks before all is made
        super().__init__(parent)
        self.foot = 0
        """Pixels at the foot of the page that something else covers: not counted as visible."""
        self._mouse = Mouse(self)
        self._drag_point = QPoint()
        self._roll = QTimer(self)
        self._roll.setInterval(40)
        self._roll.timeout.connect(self._roll_on)
        self.twin: accessible.Twin | None = None
        self.doubt_of: Callable[[str], str] = lambda _item_id: ""
        """Why an item is doubtful, in words, by its id: asked for a screen reader alone."""
        self.setAccessibleName(wording.page_name())

    # --- what is shown -------------------------------------------------------------------------

    def show_article(self, article: Article, state: Annotations, scheme: Scheme) -> None:
        """Show an article from its top, without focus, cursor or selection."""
        self._mouse.cancel()
        self.overlay = Overlay(part_mode=self.overlay.part_mode, away=self.overlay.away)
        self._broken = False
        if scheme is not self._scheme:
            self._scheme = scheme
            palettes.follow(scheme)
            self.page.set_look(self._paints(), self._language, sizes=False)
        self.page.set_width(self.viewport().width())
        self.page.show(article, state)
        self._set_scroll(0)
        self._refresh()
        accessible.article_changed(self)

    def update_state(self, state: Annotations, touched: Iterable[Span] = ()) -> None:
        """Follow an edit of the same article; only what changed is made and painted anew."""
        before = self.page.state
        numbers = self.page.update(state, touched)
        if numbers is None:
            self._refresh()
            return
        focus_numbers = self._numbers_of(self.overlay.focus)
        if self._lay_out(focus_numbers):
            self.viewport().update()
        else:
            self._update_numbers(numbers | focus_numbers)
            self._update_cards()
        if before.notes != state.notes:
            self.viewport().update()
        accessible.items_changed(self, before)

    def set_focus_item(self, item_id: str | None) -> None:
        """Outline an item; a quote also draws its lines and names its roles."""
        if item_id == self.overlay.focus:
            return
        before = self._numbers_of(self.overlay.focus)
        self.overlay.focus = item_id
        after = self._numbers_of(item_id)
        if self._lay_out(after):
            self.viewport().update()
        self._update_numbers(before)
        self._update_numbers(after)
        self._update_cards()
        accessible.focus_changed(self, item_id)

    def set_cursor(self, span: Span | None) -> None:
        """Show the word cursor under a word."""
        self._change_span("cursor", span)

    def set_selection(self, span: Span | None) -> None:
        """Show some words as selected."""
        self._change_span("selection", span)

    set_drag_selection = set_selection

    def set_found(self, found: Sequence[Span], now: Span | None) -> None:
        """Show what is searched for, and where the search stands; nothing for none."""
        self.overlay.found, self.overlay.found_now = tuple(found), now
        self.viewport().update()

    def set_hints(self, hints: Iterable[tuple[str, Span]]) -> None:
        """Number the candidates: a key cap over each mention."""
        self.overlay.hints = list(hints)
        self.viewport().update()

    def set_part_mode(self, on: bool) -> None:
        """Edges and selections by characters instead of words; the handles are then filled."""
        self.overlay.part_mode = on
        self._update_numbers(self._numbers_of(self.overlay.focus))

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.page.set_look(self._paints(), self._language, sizes=False)
        self.viewport().update()

    def set_language(self, language: str) -> None:
        """The language of cards and small labels: "de" or "en"."""
        self._language = language
        self.setAccessibleName(wording.page_name())
        self.page.set_look(self.page.paints, language, sizes=False)
        self.viewport().update()

    def set_text_size(self, points: float, typography: Typography | None = None) -> None:
        """The body text's size, and its face and lines; everything else on the page follows."""
        self._points = points
        self._typography = typography or self._typography
        self._measures = self._measured()
        self.page.set_look(self._paints(), self._language, sizes=True)
        self._refresh()

    def _change_span(self, name: str, span: Span | None) -> None:
        before: Span | None = getattr(self.overlay, name)
        if before == span:
            return
        setattr(self.overlay, name, span)
        for changed in (before, span):
            if changed is not None:
                self._update_numbers(set(self.page.column.touching(changed)))
        accessible.caret_moved(self)

    # --- the mouse's passing pictures ----------------------------------------------------------

    def set_ghost(self, spans: tuple[Span, ...]) -> None:
        """Where the focused item would stand; empty for where it stands."""
        if spans != self.overlay.ghost:
            self.overlay.ghost = spans
            self.viewport().update()

    def set_pull(self, start: QPointF | None, end: QPointF | None, target: Span | None) -> None:
        """A link being drawn with the mouse."""
        if (start, end, target) != (None, None, None) or self.overlay.pull_to is not None:
            self.overlay.pull_from, self.overlay.pull_to = start, end
            self.overlay.target = target
            self.viewport().update()

    def set_hovered(self, quote_id: str | None) -> None:
        """The quote whose card is under the mouse."""
        if quote_id != self.overlay.hover_card:
            before, self.overlay.hover_card = self.overlay.hover_card, quote_id
            self._update_numbers(self._numbers_of(before) | self._numbers_of(quote_id))

    # --- where things are ----------------------------------------------------------------------

    def place(self, point: QPoint) -> QPointF:
        """A point of the viewport in document coordinates."""
        return QPointF(point.x(), point.y() + self.verticalScrollBar().value())

    def position_at(self, point: QPoint) -> int | None:
        """The code point under a point of the viewport; None where there is no text."""
        return self.page.position_at(self.place(point))

    def item_at(self, point: QPoint) -> str | None:
        """The innermost item under a point of the viewport, an entity before a quote."""
        return self.page.item_at(self.place(point))

    def rect_of(self, span: Span) -> QRect:
        """The rectangle around a span in viewport coordinates; empty when it has no visible text."""
        self._lay_out(set(self.page.column.touching(span)))
        rect = QRectF()
        for part in self.page.boxes(span):
            rect = rect.united(part)
        return rect.translated(0, -self.verticalScrollBar().value()).toAlignedRect()

    def ensure_visible(self, span: Span) -> None:
        """Scroll as little as is needed to read the span; far jumps put it in the upper third."""
        rect = self.rect_of(span)
        if rect.isEmpty():
            return
        height = self.viewport().height() - self.foot
        margin = min(round(3 * self._measures.em), height // 4)
        if rect.top() >= margin and rect.bottom() <= height - margin:
            return
        far = rect.bottom() < -height // 2 or rect.top() > height + height // 2
        too_tall = rect.height() > height - 2 * margin
        if far or too_tall:
            step = rect.top() - (margin if too_tall else height // 3)
        elif rect.top() < margin:
            step = rect.top() - margin
        else:
            step = rect.bottom() - height + margin
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + step)

    def copy(self) -> None:
        """Put the selected words, or the focused item's, on the clipboard: the article's own text."""
        item = self.page.state.get(self.overlay.focus)
        span = self.overlay.selection
        if span is None and isinstance(item, Markable):
            span = hull(spans_of(item))
        if span is not None:
            QGuiApplication.clipboard().setText(span.of(self.page.article.text))

    # --- events --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Left: begin a click or a drag, with the keys of a role to link. Middle: remove."""
        point = event.position().toPoint()
        note = note_at(self.page, self.place(point)) if self.page.state.notes else None
        if note is not None and event.button() is Qt.MouseButton.LeftButton:
            self.note_clicked.emit(note.target)
        elif event.button() is Qt.MouseButton.LeftButton:
            self._mouse.press(point, role=ROLE_KEYS.get(event.modifiers(), ""))
        elif event.button() is Qt.MouseButton.MiddleButton:
            self._mouse.remove(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover or drag; a drag beyond the edge scrolls on."""
        self._drag_point = event.position().toPoint()
        pressed = bool(event.buttons() & Qt.MouseButton.LeftButton)
        self._mouse.move(self._drag_point, pressed=pressed)
        outside = not 0 <= self._drag_point.y() <= self.viewport().height()
        if not (pressed and outside and self._mouse.doing is not Doing.PRESSED):
            self._roll.stop()
        elif not self._roll.isActive():
            self._roll.start()

    def _roll_on(self) -> None:
        bar, step = self.verticalScrollBar(), round(self._measures.em)
        bar.setValue(bar.value() + (step if self._drag_point.y() > 0 else -step))
        self._mouse.move(self._drag_point, pressed=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Left: end a click or a drag."""
        self._roll.stop()
        if event.button() is Qt.MouseButton.LeftButton:
            self._mouse.release(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Left: select a word."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._mouse.double_click(event.position().toPoint())

    def viewportEvent(self, event: QEvent) -> bool:
        """Over a card: its words uncut."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = self._tip_at(self.place(event.pos()))
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip_at(self, point: QPointF) -> str:
        """The note under a point of the document, else the card's words uncut."""
        state, item_id = self.page.state, self.page.item_at(point)
        note = note_at(self.page, point) or (state.note_on(item_id) if item_id else None)
        quote = state.quote(self.page.card_at(point))
        return tip(note.text) if note else self.page.card_words(quote).whole if quote else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Right button, or the menu key: then at the focused item."""
        point = event.pos()
        item = self.page.state.get(self.overlay.focus)
        if event.reason() is QContextMenuEvent.Reason.Keyboard and isinstance(item, Markable):
            point = self.rect_of(spans_of(item)[0]).center()
        self._mouse.context(point, self.viewport().mapToGlobal(point))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys come here: the focused item's outline is red."""
        super().focusInEvent(event)
        self._set_away(away=False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys go to another part of the window (not to a menu or a dialog over it)."""
        super().focusOutEvent(event)
        self._set_away(away=self.window().focusWidget() not in (self, None))

    def _set_away(self, *, away: bool) -> None:
        if away != self.overlay.away:
            self.overlay.away = away
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._mouse.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, and Escape out of a drag; scrolling keys go to the scroll area."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Escape and self._mouse.doing is not Doing.NOTHING:
            self._mouse.cancel()
        else:
            super().keyPressEvent(event)
