"""HistoryPanel: the last changes, newest first, with undo and redo."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from rotstift.ui import icons, theme
from rotstift.ui.panels import paint
from rotstift.ui.panels.lists import RowDelegate, RowList, TupleModel, line, right_line
from rotstift.ui.panels.parts import MARGIN, Card, Heading, icon_button, in_margins, translate


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One change."""

    seq: int
    """Its number in the log: what `undo_to` says."""
    what: str
    detail: str = ""
    """Said in passing at the right: "×2", "removed"."""
    undone: bool = False


def _words(row: HistoryRow) -> str:
    words = f"{row.what}, {row.detail}" if row.detail else row.what
    undone = translate("HistoryPanel", "undone")
    return f"{words}, {undone}" if row.undone else words


class _HistoryDelegate(RowDelegate):
    padding = 7

    def paint_row(self, painter: QPainter, rect: QRect, row: Any) -> None:
        """What, and the detail at the right; an undone one is muted and struck out."""
        colours = theme.current()
        box = rect.adjusted(MARGIN, 0, -MARGIN, 0)
        if row.detail:
            box.setRight(round(right_line(painter, box, row.detail, colours.muted, 0.45)) - 9)
        if row.undone:
            font = painter.font()
            font.setStrikeOut(True)
            painter.setFont(font)
        line(painter, box.left(), box, row.what, colours.muted if row.undone else colours.ink)


class HistoryPanel(QWidget):
    """A heading with the two buttons, and the list."""

    undo_requested = Signal()
    redo_requested = Signal()
    undo_to = Signal(int)
    """Number of the change that was clicked: undo back to it, or redo up to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = {
            "undo": translate("HistoryPanel", "Undo"),
            "redo": translate("HistoryPanel", "Redo"),
        }
        self.undo = self._button("undo")
        self.redo = self._button("redo")
        self.undo.clicked.connect(self.undo_requested)
        self.redo.clicked.connect(self.redo_requested)
        self.heading = Heading(translate("HistoryPanel", "History"))
        self.heading.row.addWidget(self.undo)
        self.heading.row.addWidget(self.redo)
        self.heading.row.setContentsMargins(MARGIN, 6, MARGIN - 4, 0)
        self.model: TupleModel[HistoryRow] = TupleModel(_words, self)
        self.list = self._list()
        self._lay_out()
        self.set_rows((), can_undo=False, can_redo=False)

    def _button(self, name: str) -> QToolButton:
        return icon_button(name, self._words[name], icons.ink)

    def _list(self) -> RowList:
        result = RowList(translate("HistoryPanel", "History"), _HistoryDelegate())
        result.setModel(self.model)
        result.setToolTip(translate("HistoryPanel", "Click to go back to this change"))
        result.say_when_empty(translate("HistoryPanel", "Nothing changed yet."))
        result.chosen.connect(lambda number: self.undo_to.emit(self.model.rows[number].seq))
        return result

    def _lay_out(self) -> None:
        card = Card()
        card.column.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(in_margins(card, bottom=MARGIN), 1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "panel")

    def set_rows(self, rows: Sequence[HistoryRow], *, can_undo: bool, can_redo: bool) -> None:
        """Show these changes, newest first."""
        self.model.set_rows(rows)
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def set_keys(self, undo: str, redo: str) -> None:
        """Name the keys (in the words of `paint.key_words`)."""
        self.heading.set_right(undo)
        for button, name, keys in ((self.undo, "undo", undo), (self.redo, "redo", redo)):
            button.setToolTip(paint.tip(f"{self._words[name]}  {keys}"))
            button.setAccessibleDescription(keys)
