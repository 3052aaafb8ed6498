"""Everything that a window says: on its face, on hover, in menus, to a screen reader."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QWidget,
)

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def texts_of(widget: QWidget) -> Iterator[str]:
    """Everything that a widget and what stands in it says, shows on hover or tells a screen reader."""
    for one in (widget, *widget.findChildren(QWidget)):
        yield from (one.windowTitle(), one.accessibleName(), one.accessibleDescription())
        yield from (one.toolTip(), one.statusTip(), one.whatsThis())
        yield from _face(one)
    for action in widget.findChildren(QAction):
        yield from (action.text(), action.statusTip(), action.whatsThis())


def _face(one: QWidget) -> Iterator[str]:
    if isinstance(one, QLabel | QAbstractButton):
        yield one.text()
    elif isinstance(one, QMenu | QGroupBox):
        yield one.title()
    elif isinstance(one, QLineEdit | QPlainTextEdit):
        yield one.placeholderText()
    elif isinstance(one, QSpinBox):
        yield from (one.prefix(), one.suffix(), one.specialValueText())
    elif isinstance(one, QAbstractSpinBox):
        yield one.specialValueText()
    elif isinstance(one, QComboBox):
        yield from (one.itemText(number) for number in range(one.count()))
    elif isinstance(one, QTabBar):
        yield from (one.tabText(number) for number in range(one.count()))
        yield from (one.tabToolTip(number) for number in range(one.count()))
    elif isinstance(one, QAbstractItemView) and one.model() is not None:
        yield from cells_of(one)


def cells_of(view: QAbstractItemView) -> Iterator[str]:
    """The cells of the first rows, and the heads of the columns."""
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(min(model.rowCount(), 30)):
        for column in range(columns):
            index = model.index(row, column)
            yield from (str(index.data(role) or "") for role in _ROLES)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
