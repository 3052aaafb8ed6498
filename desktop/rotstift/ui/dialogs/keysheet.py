"""KeySheet: every key on one page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rotstift.ui import icons
from rotstift.ui.dialogs.base import Sheet
from rotstift.ui.panels import paint
from rotstift.ui.panels.parts import Card, KeyCap, text_label, translate


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One action."""

    keys: str
    """In the words of `paint.key_words`; several with spaces between."""
    words: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Actions that belong together."""

    name: str
    rows: tuple[KeyRow, ...]


class KeySheet(Sheet):
    """Groups in two columns of about the same height. Not modal: it can stay beside the work."""

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget | None = None) -> None:
        super().__init__(translate("KeySheet", "All keys"), "", parent)
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 8, 0)
        columns.setSpacing(14)
        for column in _columns(groups):
            columns.addLayout(_column(column), 1)
        shaft = QScrollArea()
        shaft.setWidget(inside)
        shaft.setWidgetResizable(True)
        shaft.setFrameShape(QFrame.Shape.NoFrame)
        shaft.setAccessibleName(translate("KeySheet", "Keys"))
        shaft.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.column.addWidget(shaft, 1)
        close = self.close_button()
        self.add_buttons(close)
        self.focus_on(close)
        self.setModal(False)
        self.resize(860, 600)


def _columns(groups: Sequence[KeyGroup]) -> tuple[list[KeyGroup], list[KeyGroup]]:
    """The groups in their order, cut where both halves are about as high."""
    heights = [len(group.rows) + 2 for group in groups]
    cut = min(
        range(len(groups) + 1), key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])), default=0
    )
    return list(groups[:cut]), list(groups[cut:])


def _column(groups: Sequence[KeyGroup]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(10)
    for group in groups:
        title = text_label(group.name.upper(), "heading")
        title.setAccessibleName(group.name)
        title.setFont(paint.spaced(title.font()))
        column.addWidget(title)
        column.addWidget(_card(group))
    column.addStretch(1)
    return column


def _card(group: KeyGroup) -> Card:
    card = Card()
    grid = QGridLayout()
    grid.setContentsMargins(12, 4, 12, 4)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, 110)
    grid.setColumnStretch(1, 1)
    for number, row in enumerate(group.rows):
        caps = QHBoxLayout()
        caps.setSpacing(4)
        for cap in row.keys.split():
            caps.addWidget(KeyCap(cap, icons.ink))
        caps.addStretch(1)
        grid.addLayout(caps, number, 0)
        words = text_label(row.words, wrap=True)
        grid.addWidget(words, number, 1, Qt.AlignmentFlag.AlignVCenter)
    card.column.addLayout(grid)
    return card
