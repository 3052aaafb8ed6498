"""KeyLine: one action on the key sheet, which waits for its new key when it is asked to."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rotstift.ui import icons, theme
from rotstift.ui.aloud import announce
from rotstift.ui.panels.parts import KeyCap, icon_button, text_label, translate
from rotstift.ui.theme import Theme

_CAPS = 128
"""Logical pixels for the caps."""
_ALONE = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_unknown,
)


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One action."""

    keys: str
    """In the words of `paint.key_words`; several with spaces between."""
    words: str
    action: str = ""
    """Its id; empty for one whose key stays."""
    changed: bool = False
    """Its keys are the person's, not the table's."""


def _red(colours: Theme) -> str:
    return colours.red


def _shifted(event: QKeyEvent | QMouseEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


class KeyLine(QWidget):
    """Caps, words, and for a changed key the way back."""

    pressed = Signal(str, str)
    """Action id, chord in Qt's portable spelling."""
    reset = Signal(str)
    waiting = Signal(object)
    """This line waits for a key now."""
    moved = Signal(object, int)
    """An arrow wants to go from this line, 1 down or -1 up."""
    focused = Signal(object)

    def __init__(self, row: KeyRow) -> None:
        super().__init__()
        self.row = row
        self.waits = False
        self.more = False
        """The key that is pressed comes beside those that the action has."""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 3, 8, 3)
        across.setSpacing(14)
        self._caps = QWidget()
        self._caps.setMinimumWidth(_CAPS)
        self._inside = QHBoxLayout(self._caps)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(4)
        across.addWidget(self._caps)
        across.addWidget(text_label(row.words, wrap=True), 1)
        self.back = icon_button("undo", translate("KeySheet", "The usual key again"), _red)
        self.back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.back.clicked.connect(lambda: self.reset.emit(self.row.action))
        across.addWidget(self.back)
        if row.action:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_row(row)

    @property
    def searched(self) -> str:
        """What a search looks in."""
        return f"{self.row.words} {self.row.keys}".casefold()

    def set_row(self, row: KeyRow) -> None:
        """Show these keys."""
        self.row = row
        self._fill()
        self.back.setVisible(row.changed)
        self.setAccessibleName(f"{row.words}: {row.keys}" if row.keys else row.words)

    @property
    def _asking(self) -> str:
        if self.more:
            return translate("KeySheet", "press one more key …")
        return translate("KeySheet", "press the key …")

    def _fill(self) -> None:
        while (item := self._inside.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self.waits:
            self._inside.addWidget(text_label(self._asking, "small"))
        elif not self.row.keys:
            self._inside.addWidget(text_label("–", "muted"))
        for cap in () if self.waits else self.row.keys.split():
            self._inside.addWidget(KeyCap(cap, _red if self.row.changed else icons.ink))
        self._inside.addStretch(1)

    # -- waiting for a key ----------------------------------------------------------------------

    def wait(self, *, more: bool = False) -> None:
        """The next key is for this action: in place of its keys, or one more."""
        if self.row.action:
            self.waits, self.more = True, more
            self._fill()
            self.update()
            self.waiting.emit(self)
            announce(self, self._asking)

    def give_up(self) -> None:
        """No key is waited for any more."""
        if self.waits:
            self.waits = False
            self._fill()
            self.update()

    def event(self, event: QEvent) -> bool:
        """While a key is waited for, every key is that key: Tab and shortcuts, too."""
        if self.waits and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() in _ALONE or event.isAutoRepeat():
            return
        self.give_up()
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            return
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() & Qt.KeyboardModifier.GroupSwitchModifier:
            keys |= Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
            keys &= ~Qt.KeyboardModifier.GroupSwitchModifier
        key = Qt.Key.Key_Tab if event.key() == Qt.Key.Key_Backtab else Qt.Key(event.key())
        chord = QKeySequence(QKeyCombination(keys, key))
        portable = QKeySequence.SequenceFormat.PortableText
        self.pressed.emit(self.row.action, chord.toString(portable))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter waits for a key, Del gives back the usual one, arrows go from line to line."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.wait(more=_shifted(event))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.reset.emit(self.row.action)
        elif event.key() in steps:
            self.moved.emit(self, steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click waits for a key."""
        if event.button() is Qt.MouseButton.LeftButton and self.row.action:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.wait(more=_shifted(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into sight."""
        super().focusInEvent(event)
        self.focused.emit(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever looks elsewhere presses no key for this."""
        super().focusOutEvent(event)
        self.give_up()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame round the line with the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.current().red), 2))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(3, 1, -3, -1), 5, 5)
            painter.end()
