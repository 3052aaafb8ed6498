"""What all dialogs share: the frame, its buttons, the path field, the table."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from rotstift.ui.panels.paint import tip
from rotstift.ui.panels.parts import text_label, translate
from rotstift.ui.window import TITLE_BAR

EDGE = 20
Index = QModelIndex | QPersistentModelIndex


class Sheet(QDialog):
    """A dialog over the window that does not stop the program: call `open()` or `show()`.

    Esc closes it; it is gone for good then.
    """

    def __init__(self, title: str, intro: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(EDGE, EDGE, EDGE, EDGE - 4)
        self.column.setSpacing(10)
        self.title = text_label(title, "title", wrap=True)
        self.column.addWidget(self.title)
        if intro:
            self.column.addWidget(text_label(intro, "muted", wrap=True))

    def showEvent(self, event: QShowEvent) -> None:
        """No larger than the screen, its own frame included."""
        room = self.screen().availableSize() - QSize(0, TITLE_BAR)
        if self.size().boundedTo(room) != self.size():
            self.resize(self.size().boundedTo(room))
        super().showEvent(event)

    def add_buttons(self, *buttons: QPushButton) -> QHBoxLayout:
        """A row of buttons at the right of the foot; the last one is the one that Enter presses."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        for button in buttons:
            button.setAutoDefault(False)
            row.addWidget(button)
        buttons[-1].setDefault(True)
        buttons[-1].setProperty("primary", "true")
        self.column.addLayout(row)
        return row

    def focus_on(self, widget: QWidget) -> None:
        """Begin with the keyboard here."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_button(self) -> QPushButton:
        """A button that closes the dialog without doing anything."""
        result = push_button(translate("Dialogs", "Close"))
        result.clicked.connect(self.reject)
        return result

    def cancel_button(self) -> QPushButton:
        """A button that closes the dialog and leaves everything as it was."""
        result = push_button(translate("Dialogs", "Cancel"))
        result.clicked.connect(self.reject)
        return result


def push_button(words: str) -> QPushButton:
    """A button with its words as accessible name."""
    result = QPushButton(words)
    result.setAccessibleName(words.replace("&", ""))
    return result


def form() -> QFormLayout:
    """Names left, fields right, in one column where the dialog is narrow."""
    result = QFormLayout()
    result.setContentsMargins(0, 4, 0, 0)
    result.setHorizontalSpacing(16)
    result.setVerticalSpacing(10)
    result.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    result.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return result


def add_row(rows: QFormLayout, words: str, field: QWidget) -> None:
    """A row whose field carries the words as its accessible name."""
    field.setAccessibleName(words)
    label = text_label(words)
    label.setBuddy(field)
    rows.addRow(label, field)


def with_margin(box: QAbstractSpinBox) -> None:
    """Some air before the number: a style sheet does not reach the line inside a spin box."""
    box.lineEdit().setTextMargins(7, 0, 0, 0)


class PathField(QWidget):
    """A path, typed or chosen."""

    changed = Signal(str)

    def __init__(
        self, path: Path | None, *, folder: bool, suffix: str = "", reading: bool = False
    ) -> None:
        """`reading`: a file that is there already."""
        super().__init__()
        self.folder = folder
        self.reading = reading
        self.suffix = suffix
        self.line = QLineEdit(str(path) if path else "")
        self.line.setCursorPosition(0)
        self.line.textChanged.connect(self.changed)
        self.button = push_button(translate("Dialogs", "Choose …"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._choose)
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)

    def setAccessibleName(self, name: str) -> None:
        """The line is what a screen reader stops at."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def path(self) -> Path | None:
        """The path; None while the field is empty."""
        text = self.line.text().strip()
        return Path(text).expanduser() if text else None

    def set_path(self, path: Path) -> None:
        """Show this path."""
        self.line.setText(str(path))
        self.line.setCursorPosition(0)

    def _choose(self) -> None:
        dialog = QFileDialog(self, translate("Dialogs", "Choose where"), self.line.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        if self.reading:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        if self.folder:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setDefaultSuffix(self.suffix.lstrip("."))
        dialog.fileSelected.connect(self.line.setText)
        dialog.open()


class TableModel(QAbstractTableModel):
    """Rows of words and whole numbers; numbers stand at the right."""

    def __init__(
        self, head: Sequence[str], rows: Sequence[Sequence[str | int]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.head = tuple(head)
        self.rows = tuple(tuple(row) for row in rows)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows; a cell has none of its own."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns."""
        return 0 if parent is not None and parent.isValid() else len(self.head)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words, and the whole of them as tool tip."""
        cell = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                " ".join(cell.splitlines()) if isinstance(cell, str) else QLocale().toString(cell)
            )
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(cell, str):
            return tip(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(number=isinstance(cell, int))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The column's name."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.head[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(number=bool(self.rows) and isinstance(self.rows[0][section], int))
        return None

    def as_text(self) -> str:
        """Tab-separated lines, for the clipboard."""
        return "\n".join("\t".join(map(str, row)) for row in (self.head, *self.rows))


def _aligned(*, number: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def table(
    name: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str | int]],
    *,
    stretch: int,
    lines: int | None = None,
) -> QTableView:
    """A table to read. `stretch` is the column that takes the room left, `lines` fixes its height."""
    view = QTableView()
    view.setAccessibleName(name)
    view.setModel(TableModel(head, rows, view))
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 10)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    across = view.horizontalHeader()
    across.setHighlightSections(False)
    across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    across.setResizeContentsPrecision(200)
    across.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
    if lines is not None:
        height = view.verticalHeader().defaultSectionSize() * max(lines, 1)
        view.setFixedHeight(height + across.sizeHint().height() + 6)
    return view


def shortened(text: str, limit: int) -> str:
    """The text, or its beginning and "…": so many characters at most."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
