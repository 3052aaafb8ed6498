"""Editors: the widgets that set one value each, all with the same few words."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontDatabase, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from rotstift.ui.dialogs.base import push_button, with_margin
from rotstift.ui.panels.parts import translate

_WIDTH = 190
"""Logical pixels of most editors."""
SERIF, SANS = "serif", "sans"
"""Typefaces that come with the program; any other value is a family's name."""


class EditorWidget(QWidget):
    """Shows a value, and says when the person has chosen another."""

    chosen = Signal(object)
    names_itself = False
    """The setting's words stand on the editor."""

    def __init__(self, inner: QWidget, *, width: int = _WIDTH) -> None:
        super().__init__()
        self.inner = inner
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner)
        self.setFocusProxy(inner)
        inner.setMinimumWidth(width)
        inner.installEventFilter(self)

    def setAccessibleName(self, name: str) -> None:
        """The inner widget is what a screen reader stops at."""
        super().setAccessibleName(name)
        self.inner.setAccessibleName(name)

    def setAccessibleDescription(self, words: str) -> None:
        """The same for the help."""
        super().setAccessibleDescription(words)
        self.inner.setAccessibleDescription(words)

    def show_value(self, value: Any) -> None:
        """Show this; `chosen` says nothing."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the sheet; it changes only the value that has the focus."""
        del watched
        if event.type() == QEvent.Type.Wheel and not self.inner.hasFocus():
            event.ignore()
            return True
        return False


class ChoiceEditor(EditorWidget):
    """One of some values."""

    def __init__(self, choices: Sequence[tuple[Any, str]]) -> None:
        self.box = QComboBox()
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        super().__init__(self.box)
        for value, words in choices:
            self.box.addItem(words, value)
        self.box.activated.connect(lambda _number: self.chosen.emit(self.box.currentData()))

    def show_value(self, value: Any) -> None:
        """Show this choice; one that is not offered is added under its own name."""
        number = self.box.findData(value)
        if number < 0 and value:
            self.box.addItem(str(value), value)
            number = self.box.count() - 1
        self.box.setCurrentIndex(number)


class TypefaceEditor(ChoiceEditor):
    """What comes along, then what is installed; the installed families are read when it is shown."""

    def __init__(self) -> None:
        own = (
            (SERIF, translate("Preferences", "Source Serif")),
            (SANS, translate("Preferences", "Source Sans")),
        )
        super().__init__(own)
        self._filled = False
        self.box.setMaxVisibleItems(16)
        self.box.setMaximumWidth(260)

    def showEvent(self, event: QShowEvent) -> None:
        """Fill it."""
        super().showEvent(event)
        if not self._filled:
            self._filled = True
            families = [
                name
                for name in QFontDatabase.families()
                if not QFontDatabase.isPrivateFamily(name)
                and QFontDatabase.isSmoothlyScalable(name)
                and not name.startswith("Source S")
                and self.box.findData(name) < 0
            ]
            for name in families:
                self.box.addItem(name, name)


class NumberEditor(EditorWidget):
    """A whole number with its unit."""

    def __init__(self, least: int, most: int, unit: str) -> None:
        self.box = QSpinBox()
        self.box.setRange(least, most)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setKeyboardTracking(False)
        if unit:
            self.box.setSuffix(f" {unit}" if unit != "%" else " %")
        with_margin(self.box)
        super().__init__(self.box)
        self.box.valueChanged.connect(self.chosen.emit)

    def show_value(self, value: Any) -> None:
        """Show this number."""
        with QSignalBlocker(self.box):
            self.box.setValue(int(value))


class SwitchEditor(EditorWidget):
    """On or off."""

    def __init__(self) -> None:
        self.box = QCheckBox()
        super().__init__(self.box, width=0)
        self.box.clicked.connect(lambda: self.chosen.emit(self.box.isChecked()))

    def show_value(self, value: Any) -> None:
        """On or off."""
        self.box.setChecked(bool(value))


class TextEditor(EditorWidget):
    """A line of text; empty for the default, which stands there in grey."""

    def __init__(self, placeholder: str = "") -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        super().__init__(self.line)
        self.line.textEdited.connect(lambda words: self.chosen.emit(words.strip()))

    def show_value(self, value: Any) -> None:
        """Show this text, unless it is what is being written."""
        if self.line.text().strip() != value:
            self.line.setText(str(value))


class VerbEditor(EditorWidget):
    """A button that opens something else."""

    names_itself = True

    def __init__(self, words: str) -> None:
        button = push_button(words)
        button.setAutoDefault(False)
        super().__init__(button)
        button.clicked.connect(lambda: self.chosen.emit(None))
