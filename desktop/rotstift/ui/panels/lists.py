"""Lists that paint their rows themselves: any number of rows, no widget for any of them."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rotstift.ui import theme
from rotstift.ui.panels.paint import wrapped

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
"""The role that gives the row's dataclass."""
_Row = TypeVar("_Row")


class TupleModel(QAbstractListModel, Generic[_Row]):
    """A list model over rows that are all there; `words` is what a row says to a screen reader."""

    def __init__(self, words: Callable[[_Row], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.rows: tuple[_Row, ...] = ()

    def set_rows(self, rows: Sequence[_Row]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows; a row has none of its own."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself under ROW, its words else."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row)
        return None


class RowList(QListView):
    """A list of rows of one height. A click or Enter says `chosen(row number)`.

    It takes the focus by Tab or on request only, so that a click leaves it in the article.
    """

    chosen = Signal(int)

    def __init__(self, name: str, delegate: QStyledItemDelegate) -> None:
        super().__init__()
        self._empty = ""
        self.setAccessibleName(name)
        self.setItemDelegate(delegate)
        delegate.setParent(self)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(56)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    def say_when_empty(self, words: str) -> None:
        """What to say in the middle while there is no row."""
        self._empty = words
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the current row; letters are left to the window's keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.chosen.emit(self.currentIndex().row())
            return
        if event.text().strip() and not event.modifiers():
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as wide as the list: lay them out again."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or the words for none."""
        super().paintEvent(event)
        if self._empty and self.model() is not None and self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme.current().muted))
            self._paint_empty(painter)
            painter.end()

    def _paint_empty(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().red), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.setPen(QColor(theme.current().muted))
        area = self.viewport().rect().adjusted(14, 10, -14, -6)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(area, int(flags), self._empty)


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row (chosen, hovered); subclasses paint what stands on it."""

    lines = 1.0
    """Height of a row in lines of the list's font."""
    padding = 9
    """Above and below the lines together."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for all."""
        del index
        height = round(QFontMetrics(_font_of(option)).height() * self.lines) + self.padding
        return QSize(60, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground, then the row."""
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        self._ground(painter, rect, state)
        painter.setFont(_font_of(option))
        self.paint_row(painter, rect, index.data(ROW))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        colours = theme.current()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.red_soft))
            painter.fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), QColor(colours.red))
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = QColor(colours.line)
            ground.setAlphaF(0.45)
            painter.fillRect(rect, ground)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.red))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def paint_row(self, painter: QPainter, rect: QRect, row: Any) -> None:
        """What stands in the row. The painter has the list's font."""
        raise NotImplementedError


def _font_of(option: QStyleOptionViewItem) -> Any:
    return option.font


def line(painter: QPainter, left: float, box: QRect, text: str, colour: str) -> None:
    """One line of text from `left` to the box's right edge, centred in its height, elided."""
    room = box.right() + 1 - left
    area = QRectF(left, box.top(), max(room, 0), box.height())
    shown = painter.fontMetrics().elidedText(
        " ".join(text.splitlines()), Qt.TextElideMode.ElideRight, round(room)
    )
    painter.setPen(QColor(colour))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)


def right_line(painter: QPainter, box: QRect, text: str, colour: str, share: float) -> float:
    """One line at the right edge, in at most this share of the width; returns its left edge."""
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(box.width() * share))
    left = box.right() + 1 - metrics.horizontalAdvance(shown)
    painter.setPen(QColor(colour))
    painter.drawText(QPoint(left, _baseline(painter, box)), shown)
    return left


def _baseline(painter: QPainter, box: QRect) -> int:
    metrics = painter.fontMetrics()
    return box.top() + (box.height() + metrics.ascent() - metrics.descent()) // 2


def paragraph(painter: QPainter, box: QRect, text: str, colour: str, lines: int) -> int:
    """Up to so many lines from the box's top; returns the y below the last one."""
    metrics = painter.fontMetrics()
    painter.setPen(QColor(colour))
    y = box.top()
    for piece in wrapped(text, painter.font(), box.width(), lines):
        painter.drawText(QPoint(box.left(), y + metrics.ascent()), piece)
        y += metrics.height()
    return y
