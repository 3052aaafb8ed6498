"""NotesPanel: what somebody wrote beside the article and its items; not there while nobody did."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QLocale, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rotstift.ui import icons, theme
from rotstift.ui.panels.lists import RowDelegate, RowList, TupleModel, line, right_line
from rotstift.ui.panels.paint import tip
from rotstift.ui.panels.parts import MARGIN, Card, Heading, in_margins, translate

SHOWN = 3
"""Rows before the list scrolls."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note."""

    target: str
    """Id of the item that it stands on; empty for the article."""
    text: str
    about: str
    """The item's words, or words for the article."""


def _words(row: NoteRow) -> str:
    return f"{row.about}: {row.text}"


class _NoteDelegate(RowDelegate):
    padding = 8

    def paint_row(self, painter: QPainter, rect: QRect, row: Any) -> None:
        """A leaf, the note, and at the right what it is about."""
        colours = theme.current()
        box = rect.adjusted(MARGIN, 0, -MARGIN, 0)
        square = QRectF(box.left(), box.center().y() - 7, 15, 15)
        icons.paint(painter, square, "note", colours.red)
        right = right_line(painter, box, row.about, colours.muted, 0.4)
        rest = QRect(box)
        rest.setRight(round(right) - 8)
        line(painter, box.left() + 22, rest, row.text, colours.ink)


class NotesPanel(QWidget):
    """A heading with the number of notes, and the list."""

    note_requested = Signal(str)
    """Target of the note that the person wants to see."""
    action = Signal(str)
    """"note": a double-click wants to change it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading(translate("NotesPanel", "Notes"))
        self.model: TupleModel[NoteRow] = TupleModel(_words, self)
        self.list = RowList(translate("NotesPanel", "Notes"), _NoteDelegate())
        self.list.setModel(self.model)
        self.list.setToolTip(tip(translate("NotesPanel", "Click to go there, twice to change it")))
        self.list.chosen.connect(self._choose)
        self.list.doubleClicked.connect(lambda _index: self.action.emit("note"))
        self.list.setMinimumHeight(0)
        card = Card()
        card.column.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(in_margins(card))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "panel")
        self.hide()

    def _choose(self, number: int) -> None:
        self.note_requested.emit(self.model.rows[number].target)

    def set_rows(self, rows: Sequence[NoteRow]) -> None:
        """Show these; none hides the panel."""
        if tuple(rows) == tuple(self.model.rows):
            return
        self.model.set_rows(rows)
        self.heading.set_right(QLocale().toString(len(rows)) if rows else "")
        height = self.fontMetrics().height() + _NoteDelegate.padding
        self.list.setFixedHeight(height * min(len(rows), SHOWN) + 2)
        self.setVisible(bool(rows))
