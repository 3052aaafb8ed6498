"""KeySheet: every key on one page, to be searched and changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rotstift.ui.aloud import announce
from rotstift.ui.dialogs.base import Sheet, push_button
from rotstift.ui.dialogs.keyline import KeyLine, KeyRow
from rotstift.ui.panels import paint
from rotstift.ui.panels.parts import Card, text_label, translate

__all__ = ["KeyGroup", "KeyRow", "KeySheet"]


TWO_COLUMNS = 680
"""Logical pixels of width from which the groups stand in two columns."""


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Actions that belong together."""

    name: str
    rows: tuple[KeyRow, ...]


class KeySheet(Sheet):
    """Groups in two columns of about the same height. Not modal: it can stay beside the work."""

    key_given = Signal(str, str)
    """Action id and the chord that was pressed for it."""
    taken_over = Signal(str, str)
    """The same, after the person has agreed to take the chord from another action."""
    reset = Signal(str)
    """Action id that is to have its usual keys; "" for all."""

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget | None = None) -> None:
        intro = translate(
            "KeySheet",
            "To change a key, click its line or press Enter on it, then press the new key; with Shift it comes "
            "beside the old one. Del gives back the usual one.",
        )
        super().__init__(translate("KeySheet", "All keys"), intro, parent)
        self._boxes: list[tuple[QWidget, list[KeyLine]]] = []
        self._asked: tuple[str, str] | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("KeySheet", "Search: what it does, or a key"))
        self.field.setAccessibleName(translate("KeySheet", "Search the keys"))
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(lambda: self._move(self.field, 0))
        self.column.addWidget(self.field)
        self.column.addWidget(self._sheet(groups), 1)
        self._lay_out_foot()
        self.focus_on(self.field)
        self.setModal(False)
        self.resize(900, 640)
        self.show_words("")

    def _sheet(self, groups: Sequence[KeyGroup]) -> QScrollArea:
        inside = QWidget()
        self._columns = columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 8, 0)
        columns.setSpacing(14)
        for column in _columns(groups):
            columns.addLayout(self._column(column), 1)
        self.shaft = QScrollArea()
        self.shaft.setWidget(inside)
        self.shaft.setWidgetResizable(True)
        self.shaft.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.shaft.setFrameShape(QFrame.Shape.NoFrame)
        self.shaft.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.shaft.setAccessibleName(translate("KeySheet", "Keys"))
        self.shaft.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        return self.shaft

    def _column(self, groups: Sequence[KeyGroup]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        for group in groups:
            column.addWidget(self._group(group))
        column.addStretch(1)
        return column

    def _group(self, group: KeyGroup) -> QWidget:
        box = QWidget()
        whole = QVBoxLayout(box)
        whole.setContentsMargins(0, 0, 0, 0)
        title = text_label(group.name.upper(), "heading")
        title.setAccessibleName(group.name)
        title.setFont(paint.spaced(title.font()))
        whole.addWidget(title)
        card = Card()
        lines = []
        for row in group.rows:
            line = KeyLine(row)
            line.pressed.connect(self.key_given)
            line.reset.connect(self.reset)
            line.waiting.connect(self._on_waiting)
            line.moved.connect(self._move)
            line.focused.connect(self.shaft_follow)
            card.column.addWidget(line)
            lines.append(line)
        whole.addWidget(card)
        self._boxes.append((box, lines))
        return box

    def _lay_out_foot(self) -> None:
        self.words = text_label("", "warn", wrap=True)
        self.take = push_button(translate("KeySheet", "Take it over"))
        self.take.clicked.connect(self._take)
        self.leave = push_button(translate("KeySheet", "Leave it"))
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self._leave)
        asking = QHBoxLayout()
        asking.addWidget(self.words, 1)
        asking.addWidget(self.take)
        asking.addWidget(self.leave)
        self.column.addLayout(asking)
        self.all = push_button(translate("KeySheet", "All keys as usual"))
        self.all.clicked.connect(lambda: self.reset.emit(""))
        close = self.close_button()
        self.add_buttons(self.all, close)
        close.setDefault(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where there is no room for two."""
        super().resizeEvent(event)
        beside = event.size().width() >= TWO_COLUMNS
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if beside else down)

    # -- what is shown --------------------------------------------------------------------------

    @property
    def lines(self) -> Iterator[KeyLine]:
        """All lines, as they are read."""
        for _, lines in self._boxes:
            yield from lines

    def line(self, action: str) -> KeyLine:
        """An action's line. Raises StopIteration for one that is not here."""
        return next(line for line in self.lines if line.row.action == action)

    def set_rows(self, groups: Sequence[KeyGroup]) -> None:
        """The same actions with the keys of now."""
        rows = {row.action: row for group in groups for row in group.rows}
        for line in self.lines:
            if line.row.action in rows:
                line.set_row(rows[line.row.action])
        self.all.setEnabled(any(line.row.changed for line in self.lines))

    def show_words(self, words: str) -> None:
        """Say this at the foot; nothing is asked any more."""
        self._asked = None
        self.words.setText(words)
        self.words.setVisible(bool(words))
        announce(self, words)
        self.take.hide()
        self.take.setAutoDefault(False)
        self.leave.hide()

    def ask(self, words: str, action: str, chord: str) -> None:
        """Ask whether a chord is to be taken from another action; Esc leaves it there."""
        self.show_words(words)
        self._asked = (action, chord)
        self.take.show()
        self.take.setAutoDefault(True)  # Enter takes; only now, else it would at any time
        self.leave.show()
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def shaft_follow(self, line: QWidget) -> None:
        """Keep the line with the focus in sight."""
        self.shaft.ensureWidgetVisible(line, 0, 40)

    # -- what is done ---------------------------------------------------------------------------

    def _take(self) -> None:
        asked = self._asked
        self._leave()
        if asked is not None:
            self.taken_over.emit(*asked)

    def _leave(self) -> None:
        asked = self._asked
        self.show_words("")
        if asked is not None:
            self.line(asked[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Esc leaves the question first, then the search, then the sheet."""
        if self._asked is not None:
            self._leave()
        elif self.field.text() and self.field.hasFocus():
            self.field.clear()
        else:
            super().reject()

    def _on_waiting(self, waiting: KeyLine) -> None:
        self.show_words("")
        for line in self.lines:
            if line is not waiting:
                line.give_up()

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        for box, lines in self._boxes:
            for line in lines:
                line.setVisible(all(part in line.searched for part in wanted))
            box.setVisible(any(not line.isHidden() for line in lines))

    def _move(self, line: QWidget, step: int) -> None:
        shown = [one for one in self.lines if not one.isHidden()]
        place = shown.index(line) + step if line in shown else 0
        if 0 <= place < len(shown):
            shown[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif place < 0:
            self.field.setFocus(Qt.FocusReason.BacktabFocusReason)


def _columns(groups: Sequence[KeyGroup]) -> tuple[list[KeyGroup], list[KeyGroup]]:
    """The groups in their order, cut where both halves are about as high."""
    heights = [len(group.rows) + 2 for group in groups]
    cut = min(
        range(len(groups) + 1), key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])), default=0
    )
    return list(groups[:cut]), list(groups[cut:])
