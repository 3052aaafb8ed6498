"""PipelinesDialog: every pipeline with what it is, one to be chosen; adding one from a wheel file."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rotstift.ui.dialogs.base import PathField, Sheet, add_row, form, push_button
from rotstift.ui.panels.parts import text_label, translate

WIDTH = 760


@dataclass(frozen=True, slots=True)
class PipelineRow:
    """One pipeline as the dialog shows it."""

    name: str
    """What it is chosen by: a name, or a folder."""
    words: str
    """What stands in the list."""
    facts: tuple[tuple[str, str], ...] = ()
    """What it is: name and value, in words."""
    notes: tuple[str, ...] = ()
    problem: str = ""
    """Why it cannot be chosen, one sentence; empty when it can."""


@dataclass(frozen=True, slots=True)
class Adding:
    """A pipeline that the person wants to bring in."""

    source: str
    sha256: str


class PipelinesDialog(Sheet):
    """Says `chosen(str)` and `added(Adding)`; shows what `set_rows` gives it."""

    chosen = Signal(str)
    added = Signal(object)
    asked = Signal(str)
    """The person named a folder or a package that is not in the list."""

    def __init__(
        self, rows: Sequence[PipelineRow], current: str, parent: QWidget | None = None
    ) -> None:
        intro = translate(
            "PipelinesDialog",
            "What makes the suggestions. Nothing is loaded before you choose it; choose only what "
            "you trust: a pipeline can run code.",
        )
        super().__init__(translate("PipelinesDialog", "Pipeline for suggestions"), intro, parent)
        self._rows: tuple[PipelineRow, ...] = ()
        self.names = QListWidget()
        self.names.setAccessibleName(translate("PipelinesDialog", "Pipelines"))
        self.names.setMinimumHeight(190)
        self.names.currentRowChanged.connect(self._show)
        self.names.itemActivated.connect(lambda _item: self._choose())
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.names, 2)
        self.facts = QScrollArea()
        self.facts.setAccessibleName(translate("PipelinesDialog", "Pipelines"))
        self.facts.setWidgetResizable(True)
        self.facts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across.addWidget(self.facts, 3)
        self.column.addLayout(across, 1)
        fields = form()
        self._add_other(fields)
        self._add_file(fields)
        self.column.addLayout(fields)
        self.said = text_label("", "warn", wrap=True)
        self.said.hide()
        self.column.addWidget(self.said)
        self.take = push_button(translate("PipelinesDialog", "Use it"))
        self.take.clicked.connect(self._choose)
        self.add_buttons(self.close_button(), self.take)
        self.set_rows(rows, current)
        self.resize(WIDTH, 600)
        self.focus_on(self.names)

    def _add_other(self, rows: QFormLayout) -> None:
        """A folder that is not in the list."""
        self.folder = PathField(None, folder=True)
        self.look = push_button(translate("PipelinesDialog", "Look at it"))
        self.look.setAutoDefault(False)
        self.look.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.look)
        row.setSpacing(8)
        self.folder.setAccessibleName(translate("PipelinesDialog", "Folder or package"))
        rows.addRow(text_label(translate("PipelinesDialog", "Folder or package")), row)

    def _add_file(self, rows: QFormLayout) -> None:
        """A wheel with its digest."""
        self.wheel = PathField(None, folder=False)
        self.digest = QLineEdit()
        self.digest.setPlaceholderText(
            translate("PipelinesDialog", "as its publisher names it; 64 digits and letters")
        )
        self.add = push_button(translate("PipelinesDialog", "Add"))
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._add)
        add_row(rows, translate("PipelinesDialog", "Add a wheel file (.whl)"), self.wheel)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.digest, 1)
        row.addWidget(self.add)
        self.digest.setAccessibleName(translate("PipelinesDialog", "Its SHA-256"))
        rows.addRow(text_label(translate("PipelinesDialog", "Its SHA-256")), row)

    def set_rows(self, rows: Sequence[PipelineRow], current: str) -> None:
        """Show these, with `current` chosen."""
        self._rows = tuple(rows)
        self.names.clear()
        self.names.addItems([row.words for row in rows])
        names = [row.name for row in rows]
        self.names.setCurrentRow(names.index(current) if current in names else 0)

    def say(self, words: str) -> None:
        """What became of the last wish; nothing takes the line away."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _show(self, number: int) -> None:
        if not 0 <= number < len(self._rows):
            self.take.setEnabled(False)
            self.facts.setWidget(QWidget())
            return
        row = self._rows[number]
        self.take.setEnabled(not row.problem)
        self.facts.setWidget(_sheet_of(row))

    def _choose(self) -> None:
        row = self._rows[self.names.currentRow()]
        if not row.problem:
            self.accept()
            self.chosen.emit(row.name)

    def _ask(self) -> None:
        name = self.folder.line.text().strip()
        if name:
            self.asked.emit(name)

    def _add(self) -> None:
        self.added.emit(Adding(self.wheel.line.text().strip(), self.digest.text().strip()))


def _sheet_of(row: PipelineRow) -> QWidget:
    """Everything that is known about a pipeline."""
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(text_label(row.words, "strong", wrap=True))
    if row.problem:
        column.addWidget(text_label(row.problem, "warn", wrap=True))
    facts = form()
    facts.setVerticalSpacing(4)
    for name, value in row.facts:
        facts.addRow(text_label(name, "muted"), text_label(value, wrap=True))
    column.addLayout(facts)
    for note in row.notes:
        column.addWidget(text_label(note, "warn", wrap=True))
    column.addStretch(1)
    return sheet
