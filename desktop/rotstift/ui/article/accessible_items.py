"""One item for a screen reader: what it says, what it is, how sure it is, and that it can be gone to."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from shiboken6 import VoidPtr, getCppPointer, isValid

from rotstift.model.items import Markable, Standing, spans_of
from rotstift.model.span import hull
from rotstift.ui.article import naming

if TYPE_CHECKING:
    from rotstift.ui.article.view import ArticleView

_Result = TypeVar("_Result")


def safe(
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


def nothing() -> Any:
    """No interface."""
    return None


def no_names() -> list[str]:
    """No actions, no keys."""
    return []


def no_pointer() -> VoidPtr:
    """No further interface, in the form that Qt takes without a crash."""
    return VoidPtr(0)


class ItemActions(QAccessibleActionInterface):
    """What can be done to an item from a screen reader: go to it."""

    def __init__(self, view: ArticleView, item_id: str) -> None:
        super().__init__()
        self.view = view
        self._item_id = item_id

    @safe(no_names)
    def actionNames(self) -> list[str]:
        """Press, as a link has it, and the focus."""
        return [self.pressAction(), self.setFocusAction()]

    @safe(nothing)
    def doAction(self, actionName: str) -> None:  # noqa: N803 (Qt calls it so)
        """As a click on the item."""
        if actionName in self.actionNames():
            self.view.setFocus()
            self.view.item_clicked.emit(self._item_id, None)

    @safe(no_names)
    def keyBindingsForAction(self, actionName: str) -> list[str]:  # noqa: N803
        """The keys stand in the menus."""
        del actionName
        return []


class ItemInterface(QAccessibleInterface):
    """One item: what it says, what it is, how sure it is."""

    def __init__(self, view: ArticleView, page: QAccessibleInterface, item_id: str) -> None:
        super().__init__()
        self.view = view
        self.item_id = item_id
        self._page = page
        self._actions = ItemActions(view, item_id)

    def _item(self) -> Markable | None:
        item = self.view.page.state.get(self.item_id)
        return item if isinstance(item, Markable) else None

    @safe(bool)
    def isValid(self) -> bool:
        """False once the item is gone."""
        return self._item() is not None

    @safe(nothing)
    def object(self) -> Any:
        """Items are no QObjects."""
        return None

    @safe(nothing)
    def parent(self) -> Any:
        """The page."""
        return self._page

    @safe(int)
    def childCount(self) -> int:
        """Items have no children."""
        return 0

    @safe(nothing)
    def child(self, index: int) -> Any:
        """None."""
        del index

    @safe(nothing)
    def childAt(self, x: int, y: int) -> Any:
        """None."""
        del x, y

    @safe(lambda: -1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """No child, no index."""
        del child
        return -1

    @safe(no_pointer)
    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:  # type: ignore[override]
        """What can be done to it."""
        if t == QAccessible.InterfaceType.ActionInterface:
            return VoidPtr(getCppPointer(self._actions)[0])
        return VoidPtr(0)

    @safe(QRect)
    def rect(self) -> QRect:
        """Around the item, on the screen."""
        item = self._item()
        if item is None:
            return QRect()
        rect = self.view.rect_of(hull(spans_of(item)))
        return QRect(self.view.viewport().mapToGlobal(rect.topLeft()), rect.size())

    @safe(lambda: QAccessible.Role.Link)
    def role(self) -> QAccessible.Role:
        """A link: readers list them and step through them."""
        return QAccessible.Role.Link

    @safe(QAccessible.State)
    def state(self) -> QAccessible.State:
        """Focusable; focused with the view's focus; checked once a person has said so."""
        item = self._item()
        state = QAccessible.State()
        state.focusable = True
        state.selectable = True
        state.checkable = True
        state.focused = state.selected = self.view.overlay.focus == self.item_id
        state.checked = item is not None and item.origin.standing is not Standing.SUGGESTED
        state.invalid = item is None
        return state

    @safe(str)
    def text(self, t: QAccessible.Text) -> str:
        """Its name; more about it as description."""
        item = self._item()
        if item is None:
            return ""
        doubt = self.view.doubt_of(self.item_id)
        if t == QAccessible.Text.Name:
            return naming.item_name(item, self.view.page, doubt)
        if t == QAccessible.Text.Description:
            return naming.item_description(item, self.view.page, doubt)
        return ""

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Nothing can be written."""
        del t, text
