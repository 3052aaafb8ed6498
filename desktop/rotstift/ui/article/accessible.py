"""The page for a screen reader: its text, and one named child for each item.

PySide6 cannot complete QAccessibleTextInterface, so the text interface is that of a hidden QTextEdit
with the same text. Two rules keep Qt from crashing: `interface_cast` returns a VoidPtr, never None
or a number, and no override ever raises (Qt asks once more while the widget is being destroyed).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QTextEdit
from shiboken6 import VoidPtr, getCppPointer, isValid

from rotstift.model.items import Entity, Markable, NegativeOf, Quote, spans_of
from rotstift.model.span import hull
from rotstift.ui.article import wording

if TYPE_CHECKING:
    from rotstift.ui.article.view import ArticleView

_Result = TypeVar("_Result")
_installed: list[Callable[..., Any]] = []
"""Keeps the factory alive: Qt holds only a bare pointer to it."""
_kept: list[QAccessibleInterface] = []
"""Keeps the children alive until the process ends: Qt's table of interfaces may still point to them."""


def _safe(
    default: Callable[[], _Result],
) -> Callable[[Callable[..., _Result]], Callable[..., _Result]]:
    """An override that answers with a default, instead of raising, when the view is going or gone."""

    def wrap(method: Callable[..., _Result]) -> Callable[..., _Result]:
        @wraps(method)
        def guarded(self: Any, *args: Any) -> _Result:
            try:
                return method(self, *args) if isValid(self.view) else default()
            except Exception:
                return default()

        return guarded

    return wrap


def _nothing() -> Any:
    return None


def _no_pointer() -> VoidPtr:
    return VoidPtr(0)


class Twin(QTextEdit):
    """The hidden text widget whose text interface stands for the page's. Nothing reads it back."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self.hide()
        self.setReadOnly(True)
        self.setPlainText(view.page.article.text)


class PageInterface(QAccessibleWidget):
    """The view itself: a document with the items as its children."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view, QAccessible.Role.Document)
        self.view = view
        self._children: dict[str, ItemInterface] = {}

    @_safe(_no_pointer)
    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:  # type: ignore[override]
        """The twin's text interface."""
        if t != QAccessible.InterfaceType.TextInterface:
            return VoidPtr(0)
        twin = QAccessible.queryAccessibleInterface(self._twin())
        return VoidPtr(getCppPointer(twin.textInterface())[0])

    def _twin(self) -> Twin:
        if self.view.twin is None:
            self.view.twin = Twin(self.view)
        return self.view.twin

    @_safe(int)
    def childCount(self) -> int:
        """One child for each item."""
        return len(self.view.page.state.markables)

    @_safe(_nothing)
    def child(self, index: int) -> Any:
        """The item's interface, in text order."""
        items = self.view.page.state.markables
        return self.of_item(items[index].id) if 0 <= index < len(items) else None

    def of_item(self, item_id: str) -> ItemInterface:
        """One interface an item, registered with Qt, which then keeps and deletes it."""
        if item_id not in self._children:
            child = ItemInterface(self.view, self, item_id)
            QAccessible.registerAccessibleInterface(child)
            self._children[item_id] = child
            _kept.append(child)
        return self._children[item_id]

    @_safe(lambda: -1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The item's place in text order."""
        ids = [item.id for item in self.view.page.state.markables]
        return ids.index(child.item_id) if isinstance(child, ItemInterface) else -1

    @_safe(_nothing)
    def focusChild(self) -> Any:
        """The focused item."""
        item = self.view.page.state.get(self.view.overlay.focus)
        return self.of_item(item.id) if isinstance(item, Markable) else None

    @_safe(QAccessible.State)
    def state(self) -> QAccessible.State:
        """Focusable and read-only."""
        state = QAccessible.State()
        state.focusable = True
        state.readOnly = True
        state.multiLine = True
        state.focused = self.view.hasFocus()
        return state


class ItemInterface(QAccessibleInterface):
    """One item: what it says, what it is, how sure it is."""

    def __init__(self, view: ArticleView, page: PageInterface, item_id: str) -> None:
        super().__init__()
        self.view = view
        self.item_id = item_id
        self._page = page

    def _item(self) -> Markable | None:
        item = self.view.page.state.get(self.item_id)
        return item if isinstance(item, Markable) else None

    @_safe(bool)
    def isValid(self) -> bool:
        """False once the item is gone."""
        return self._item() is not None

    @_safe(_nothing)
    def object(self) -> Any:
        """Items are no QObjects."""
        return None

    @_safe(_nothing)
    def parent(self) -> Any:
        """The page."""
        return self._page

    @_safe(int)
    def childCount(self) -> int:
        """Items have no children."""
        return 0

    @_safe(_nothing)
    def child(self, index: int) -> Any:
        """None."""
        del index

    @_safe(_nothing)
    def childAt(self, x: int, y: int) -> Any:
        """None."""
        del x, y

    @_safe(lambda: -1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """No child, no index."""
        del child
        return -1

    @_safe(_no_pointer)
    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:  # type: ignore[override]
        """No further interface."""
        del t
        return VoidPtr(0)

    @_safe(QRect)
    def rect(self) -> QRect:
        """Around the item, on the screen."""
        item = self._item()
        if item is None:
            return QRect()
        rect = self.view.rect_of(hull(spans_of(item)))
        return QRect(self.view.viewport().mapToGlobal(rect.topLeft()), rect.size())

    @_safe(lambda: QAccessible.Role.Link)
    def role(self) -> QAccessible.Role:
        """A link: readers list them and step through them."""
        return QAccessible.Role.Link

    @_safe(QAccessible.State)
    def state(self) -> QAccessible.State:
        """Focusable; focused with the view's focus."""
        state = QAccessible.State()
        state.focusable = True
        state.focused = self.view.overlay.focus == self.item_id
        state.invalid = self._item() is None
        return state

    @_safe(str)
    def text(self, t: QAccessible.Text) -> str:
        """Its name, when that is asked for."""
        item = self._item()
        if item is None or t != QAccessible.Text.Name:
            return ""
        return item_name(item, self.view)

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Nothing can be written."""
        del t, text


def item_name(item: Markable, view: ArticleView) -> str:
    """The text, what it is, how sure: "Putin, PER, checked"."""
    page = view.page
    words = " … ".join(span.of(page.article.text) for span in spans_of(item))
    sure = wording.standing(item.origin, page.language)
    return ", ".join([words, *_kind(item, view), sure])


def _kind(item: Markable, view: ArticleView) -> list[str]:
    page, scheme = view.page, view.page.paints.scheme
    if isinstance(item, Entity):
        return [item.label]
    if isinstance(item, Quote):
        kind = scheme.quote_type(item.type)
        speaker = page.speaker_of(item) or wording.no_speaker()
        return [kind.name(page.language) if kind else item.type, speaker]
    reason = next((row for row in scheme.reasons if row.id == item.reason), None)
    words = wording.no_quote() if item.of is NegativeOf.QUOTE else wording.no_entity()
    return [words, reason.name(page.language) if reason else item.reason]


def _factory(name: str, thing: QObject) -> Any:
    """Qt asks by class name; only the article view is ours."""
    if name != "ArticleView" or not isValid(thing):
        return None
    from rotstift.ui.article.view import ArticleView  # a cycle at import time

    return PageInterface(thing) if isinstance(thing, ArticleView) else None


def install() -> None:
    """Tell Qt once how to describe the view."""
    if not _installed:
        _installed.append(_factory)
        QAccessible.installFactory(_factory)


def items_changed(view: ArticleView) -> None:
    """Tell a listening screen reader that items came, went or have another name."""
    if QAccessible.isActive():
        event = QAccessibleEvent(view, QAccessible.Event.VisibleDataChanged)
        QAccessible.updateAccessibility(event)


def focus_changed(view: ArticleView, item_id: str | None) -> None:
    """Tell a listening screen reader which item has the focus."""
    if not (QAccessible.isActive() and item_id):
        return
    page = QAccessible.queryAccessibleInterface(view)
    if isinstance(page, PageInterface):
        event = QAccessibleEvent(page.of_item(item_id), QAccessible.Event.Focus)
        QAccessible.updateAccessibility(event)
