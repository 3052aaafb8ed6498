"""SettingsDialog: everything that can be set, applied while it is chosen, put back if it does not please."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rotstift.ui.dialogs.base import Sheet, push_button
from rotstift.ui.dialogs.editors import EditorWidget
from rotstift.ui.panels import paint
from rotstift.ui.panels.parts import Card, text_label, translate


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting, in the person's words."""

    key: str
    section: str
    words: str
    help: str
    make: Callable[[], EditorWidget]
    enabled: bool = True


class _Line(QWidget):
    """Words and help at the left, the editor at the right."""

    def __init__(self, row: SettingRow) -> None:
        super().__init__()
        self.row = row
        self.editor = row.make()
        self.editor.setAccessibleName(row.words)
        self.editor.setAccessibleDescription(row.help)
        self.editor.setEnabled(row.enabled)
        across = QHBoxLayout(self)
        across.setContentsMargins(14, 6, 14, 6)
        across.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(1)
        if not self.editor.names_itself:
            words.addWidget(text_label(row.words, wrap=True))
        if row.help:
            words.addWidget(text_label(row.help, "small", wrap=True))
        across.addLayout(words, 1)
        across.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def searched(self) -> str:
        """What a search looks in."""
        return f"{self.row.section} {self.row.words} {self.row.help}".casefold()


class SettingsDialog(Sheet):
    """Not modal: the window behind shows what each choice does."""

    changed = Signal(str, object)
    """Key and new value; a verb's key with None."""
    before_wanted = Signal()
    defaults_wanted = Signal()
    refresh_wanted = Signal()
    """The dialog came to the front: settings may have been changed elsewhere."""

    def __init__(self, rows: Sequence[SettingRow], parent: QWidget | None = None) -> None:
        intro = translate("SettingsDialog", "Every choice applies at once.")
        super().__init__(translate("SettingsDialog", "Settings"), intro, parent)
        self._boxes: list[tuple[QWidget, list[_Line]]] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("SettingsDialog", "Search the settings"))
        self.field.setAccessibleName(translate("SettingsDialog", "Search the settings"))
        self.field.textChanged.connect(self._filter)
        self.column.addWidget(self.field)
        self.column.addWidget(self._sheet(rows), 1)
        self.before = push_button(translate("SettingsDialog", "As before"))
        self.before.setToolTip(translate("SettingsDialog", "As it was when this dialog opened"))
        self.before.clicked.connect(self.before_wanted)
        self.defaults = push_button(translate("SettingsDialog", "All as delivered"))
        self.defaults.clicked.connect(self.defaults_wanted)
        close = self.close_button()
        self.add_buttons(self.before, self.defaults, close)
        close.setDefault(False)  # Enter in the search goes to what was found
        self.field.returnPressed.connect(self._go_in)
        self.focus_on(self.field)
        self.setModal(False)
        self.resize(620, 680)

    def _sheet(self, rows: Sequence[SettingRow]) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        for section in dict.fromkeys(row.section for row in rows):
            column.addWidget(self._box(section, [row for row in rows if row.section == section]))
        self.none = text_label(translate("SettingsDialog", "Nothing is called so."), "muted")
        self.none.hide()
        column.addWidget(self.none)
        column.addStretch(1)
        self.shaft = QScrollArea()
        self.shaft.setWidget(inside)
        self.shaft.setWidgetResizable(True)
        self.shaft.setFrameShape(QFrame.Shape.NoFrame)
        self.shaft.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.shaft.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        return self.shaft

    def _box(self, section: str, rows: Sequence[SettingRow]) -> QWidget:
        box = QWidget()
        whole = QVBoxLayout(box)
        whole.setContentsMargins(0, 0, 0, 0)
        title = text_label(section.upper(), "heading")
        title.setAccessibleName(section)
        title.setFont(paint.spaced(title.font()))
        whole.addWidget(title)
        card, lines = Card(), []
        for row in rows:
            line = _Line(row)
            line.editor.chosen.connect(lambda value, key=row.key: self.changed.emit(key, value))
            card.column.addWidget(line)
            lines.append(line)
        whole.addWidget(card)
        self._boxes.append((box, lines))
        return box

    def editor(self, key: str) -> EditorWidget:
        """A setting's editor. Raises StopIteration for one that is not here."""
        return next(
            line.editor for _, lines in self._boxes for line in lines if line.row.key == key
        )

    def show_values(self, value: Callable[[str], Any]) -> None:
        """Show what is set now; nobody is told of it."""
        for _, lines in self._boxes:
            for line in lines:
                line.editor.show_value(value(line.row.key))

    def changeEvent(self, event: QEvent) -> None:
        """To the front again: show what is set now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.refresh_wanted.emit()

    def reject(self) -> None:
        """Esc leaves the search first."""
        if self.field.text() and self.field.hasFocus():
            self.field.clear()
        else:
            super().reject()

    def _go_in(self) -> None:
        shown = (line for _, lines in self._boxes for line in lines if line.isVisible())
        first = next((line for line in shown if line.editor.isEnabled()), None)
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        for box, lines in self._boxes:
            for line in lines:
                line.setVisible(all(part in line.searched for part in wanted))
            box.setVisible(any(not line.isHidden() for line in lines))
        self.none.setVisible(all(box.isHidden() for box, _ in self._boxes))
