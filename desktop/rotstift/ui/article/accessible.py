"""The page for a screen reader: its text, one named child for each item, and what happens to them.

PySide6 cannot complete QAccessibleTextInterface, so the text interface is that of a hidden QTextEdit
with the same text. Two rules keep Qt from crashing: `interface_cast` returns a VoidPtr, never None
or a number, and no override ever raises (Qt asks once more while the widget is being destroyed).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
    QAccessibleTextCursorEvent,
    QAccessibleTextSelectionEvent,
    QColor,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QAccessibleWidget, QTextEdit
from shiboken6 import VoidPtr, getCppPointer, isValid

from rotstift.model.annotations import Annotations
from rotstift.model.items import Entity, Markable, Quote, spans_of
from rotstift.model.span import Span
from rotstift.ui.aloud import send
from rotstift.ui.article.accessible_items import ItemInterface, no_pointer, nothing, safe
from rotstift.ui.article.index import changed_ids
from rotstift.ui.offsets import Utf16Map

if TYPE_CHECKING:
    from rotstift.ui.article.view import ArticleView

_installed: list[Callable[..., Any]] = []
"""Keeps the factory alive: Qt holds only a bare pointer to it."""
_kept: dict[int, QAccessibleInterface] = {}
"""Keeps the children alive, by Qt's id, until Qt is told to forget them or the process ends."""


class Twin(QTextEdit):
    """The hidden text widget whose text interface stands for the page's. Nothing reads it back."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self.hide()
        self.setReadOnly(True)
        self._text = ""
        self._units = Utf16Map("")
        self._shown: object = None

    def units(self, span: Span) -> tuple[int, int]:
        """A span of the article in UTF-16 units."""
        return self._units.to_utf16(span.start), self._units.to_utf16(span.end)

    def follow(self, view: ArticleView) -> None:
        """Text, caret, selection and the looks of the items, as the page has them now."""
        text = view.page.article.text
        if text is not self._text:
            self._text, self._units, self._shown = text, Utf16Map(text), None
            self.setPlainText(text)
        if self._shown is not view.page.state:
            self._shown = view.page.state
            self._dress(view)
        span = view.overlay.selection or view.overlay.cursor
        if span is not None:
            start, end = self.units(span)
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            if view.overlay.selection is not None:
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def _dress(self, view: ArticleView) -> None:
        """Entities underlined, quotes on their band: what a reader tells of the text's attributes."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(QTextCharFormat())
        for item in view.page.state.markables:
            look = _look(item, view)
            for span in spans_of(item):
                start, end = self.units(span)
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(look)


def _look(item: Markable, view: ArticleView) -> QTextCharFormat:
    paints, look = view.page.paints, QTextCharFormat()
    if isinstance(item, Entity):
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(paints.entity(item.label, item.origin.standing).ink)
    elif isinstance(item, Quote):
        look.setBackground(paints.band(item.type, item.origin.standing, 0).fill)
    else:
        look.setForeground(QColor(paints.theme.muted))
    return look


class PageInterface(QAccessibleWidget):
    """The view itself: a document with the items as its children."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view, QAccessible.Role.Document)
        self.view = view
        self._children: dict[str, ItemInterface] = {}

    @safe(no_pointer)
    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:  # type: ignore[override]
        """The twin's text interface."""
        if t != QAccessible.InterfaceType.TextInterface:
            return VoidPtr(0)
        twin = self._twin()
        twin.follow(self.view)
        return VoidPtr(getCppPointer(QAccessible.queryAccessibleInterface(twin).textInterface())[0])

    def _twin(self) -> Twin:
        if self.view.twin is None:
            self.view.twin = Twin(self.view)
        return self.view.twin

    @safe(int)
    def childCount(self) -> int:
        """One child for each item."""
        return len(self.view.page.state.markables)

    @safe(nothing)
    def child(self, index: int) -> Any:
        """The item's interface, in text order."""
        items = self.view.page.state.markables
        return self.of_item(items[index].id) if 0 <= index < len(items) else None

    @safe(nothing)
    def childAt(self, x: int, y: int) -> Any:
        """The innermost item under a point of the screen."""
        item_id = self.view.item_at(self.view.viewport().mapFromGlobal(QPoint(x, y)))
        return self.of_item(item_id) if item_id else None

    def of_item(self, item_id: str) -> ItemInterface:
        """One interface an item, registered with Qt, which then keeps and deletes it."""
        if item_id not in self._children:
            child = ItemInterface(self.view, self, item_id)
            self._children[item_id] = child
            _kept[QAccessible.registerAccessibleInterface(child)] = child
        return self._children[item_id]

    def forget(self) -> None:
        """Another article: Qt deletes the interfaces of this one's items."""
        for child in self._children.values():
            number = QAccessible.uniqueId(child)
            QAccessible.deleteAccessibleInterface(number)
            _kept.pop(number, None)
        self._children.clear()

    @safe(lambda: -1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The item's place in text order."""
        ids = [item.id for item in self.view.page.state.markables]
        return ids.index(child.item_id) if isinstance(child, ItemInterface) else -1

    @safe(nothing)
    def focusChild(self) -> Any:
        """The focused item."""
        item = self.view.page.state.get(self.view.overlay.focus)
        return self.of_item(item.id) if isinstance(item, Markable) else None

    @safe(QAccessible.State)
    def state(self) -> QAccessible.State:
        """Focusable and read-only."""
        state = QAccessible.State()
        state.focusable = True
        state.readOnly = True
        state.multiLine = True
        state.selectableText = True
        state.focused = self.view.hasFocus()
        return state


def _factory(name: str, thing: QObject) -> Any:
    """Qt asks by class name; only the article view is ours."""
    if name != "ArticleView" or not isValid(thing):
        return None
    from rotstift.ui.article.view import ArticleView  # a cycle at import time

    if not isinstance(thing, ArticleView):
        return None
    thing.reader = PageInterface(thing)  # Qt holds only the bare pointer
    return thing.reader


def install() -> None:
    """Tell Qt once how to describe the view."""
    if not _installed:
        _installed.append(_factory)
        QAccessible.installFactory(_factory)


def _page(view: ArticleView) -> PageInterface | None:
    """The page's interface while somebody listens."""
    page = QAccessible.queryAccessibleInterface(view) if QAccessible.isActive() else None
    return page if isinstance(page, PageInterface) else None


def article_changed(view: ArticleView) -> None:
    """Tell a listening screen reader that another text is there."""
    if view.reader is not None:
        view.reader.forget()
    if _page(view) is not None:
        send(QAccessibleEvent(view, QAccessible.Event.DocumentReload))


def items_changed(view: ArticleView, before: Annotations) -> None:
    """Tell a listening screen reader that items came, went, or are called and settled otherwise."""
    page = _page(view)
    if page is None:
        return
    send(QAccessibleEvent(view, QAccessible.Event.VisibleDataChanged))
    checked = QAccessible.State()
    checked.checked = True
    for item_id in changed_ids(before, view.page.state):
        if isinstance(view.page.state.get(item_id), Markable):
            item = page.of_item(item_id)
            send(QAccessibleEvent(item, QAccessible.Event.NameChanged))
            send(QAccessibleStateChangeEvent(item, checked))


def focus_changed(view: ArticleView, item_id: str | None) -> None:
    """Tell a listening screen reader which item has the focus."""
    page = _page(view) if item_id else None
    if page is not None and item_id:
        send(QAccessibleEvent(page.of_item(item_id), QAccessible.Event.Focus))


def caret_moved(view: ArticleView) -> None:
    """Tell a listening screen reader where the word cursor is, or which words are selected."""
    if _page(view) is None:
        return
    span = view.overlay.selection or view.overlay.cursor
    if span is None:
        return
    units = Utf16Map(view.page.article.text)
    start, end = units.to_utf16(span.start), units.to_utf16(span.end)
    if view.overlay.selection is not None:
        send(QAccessibleTextSelectionEvent(view, start, end))
    else:
        send(QAccessibleTextCursorEvent(view, start))
