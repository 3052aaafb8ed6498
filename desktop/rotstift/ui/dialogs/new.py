"""NewDialog: where a new project stands, and which scheme it begins with."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from rotstift.ui.dialogs.base import PathField, Sheet, add_row, form, push_button
from rotstift.ui.panels.parts import text_label, translate

FILE = ""
"""The choice that stands for a file."""


class NewDialog(Sheet):
    """Says `chosen(path, scheme)`: a shipped scheme's name, or the Path of a TOML file.

    Whoever makes the project calls `accept`, or `say` with what is wrong.
    """

    chosen = Signal(object, object)

    def __init__(
        self, folder: Path, schemes: Sequence[str], suffix: str, parent: QWidget | None = None
    ) -> None:
        intro = translate("NewDialog", "One file holds everything: articles, corrections, history.")
        super().__init__(translate("NewDialog", "New project"), intro, parent)
        name = translate("NewDialog", "Project")
        self.suffix = suffix
        self.path = PathField(folder / f"{name}{suffix}", folder=False, suffix=suffix)
        self.scheme = QComboBox()
        for one in schemes:
            self.scheme.addItem(one, one)
        self.scheme.addItem(translate("NewDialog", "from a file"), FILE)
        self.file = PathField(None, folder=False, suffix=".toml", reading=True)
        self.problem = text_label("", "warn", wrap=True)
        rows = form()
        add_row(rows, translate("NewDialog", "File"), self.path)
        add_row(rows, translate("NewDialog", "Scheme"), self.scheme)
        add_row(rows, translate("NewDialog", "Scheme file"), self.file)
        self._rows = rows
        self.column.addLayout(rows)
        self.column.addWidget(self.problem)
        self.column.addStretch(1)
        self.make = push_button(translate("NewDialog", "Make the project"))
        self.make.clicked.connect(self._choose)
        self.add_buttons(self.cancel_button(), self.make)
        for changed in (self.path.changed, self.file.changed, self.scheme.currentIndexChanged):
            changed.connect(self._look)
        self.resize(560, 260)
        self._look()
        line = self.path.line
        line.setSelection(max(len(line.text()) - len(name) - len(suffix), 0), len(name))
        self.focus_on(self.path)

    def _look(self) -> None:
        self.say("")
        from_file = self.scheme.currentData() == FILE
        self._rows.setRowVisible(self.file, from_file)
        whole = self.path.path() is not None
        self.make.setEnabled(whole and (not from_file or self.file.path() is not None))

    def say(self, words: str) -> None:
        """What is wrong; empty for nothing."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _choose(self) -> None:
        path = self.path.path()
        scheme = self.scheme.currentData() or self.file.path()
        if path is not None and scheme is not None:
            whole = path if path.suffix == self.suffix else path.with_name(path.name + self.suffix)
            self.chosen.emit(whole, scheme)
