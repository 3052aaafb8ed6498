"""FindBar: the slim bar over the page's head that finds words in the open article."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from rotstift.ui import icons
from rotstift.ui.panels.parts import icon_button, muted, text_label, translate

_AIR = 10
"""Pixels between the bar and the page's edges."""
_WIDEST = 430


class FindField(QLineEdit):
    """Says the keys that mean something else than writing."""

    step = Signal(int)
    """1 for the next hit, -1 for the one before."""
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F3 go on, with Shift back; Esc leaves."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.step.emit(-1 if back else 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QFrame):
    """Field, count, previous, next, close; it floats over the page's upper right corner."""

    typed = Signal(str)
    step = Signal(int)
    left = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setProperty("role", "card")
        self.field = FindField()
        self.field.setPlaceholderText(translate("FindBar", "Find in the article …"))
        self.field.setAccessibleName(translate("FindBar", "Find in the article"))
        sign = self.field.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        icons.tint(sign, "search", muted)
        self.count = text_label("", "muted")
        self.count.setMinimumWidth(self.fontMetrics().horizontalAdvance("888 von 888"))
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()
        self.field.textChanged.connect(self.typed)
        self.field.step.connect(self.step)
        self.field.left.connect(self.left)
        page.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        before = icon_button("up", translate("FindBar", "Previous hit"), muted)
        before.clicked.connect(lambda: self.step.emit(-1))
        after = icon_button("down", translate("FindBar", "Next hit"), muted)
        after.clicked.connect(lambda: self.step.emit(1))
        close = icon_button("remove", translate("FindBar", "Close"), muted)
        close.clicked.connect(self.left)
        for button in (before, after, close):
            row.addWidget(button)

    def say(self, number: int, total: int, *, asked: bool) -> None:
        """Show "3 of 12"; "no hit" where something was asked for in vain."""
        if total:
            words = translate("FindBar", "{number} of {total}")
            self.count.setText(words.format(number=number, total=total))
        else:
            self.count.setText(translate("FindBar", "no hit") if asked else "")
        self.count.setProperty("role", "muted" if total or not asked else "warn")
        self.count.style().polish(self.count)
        self.field.setAccessibleDescription(self.count.text())

    def open_with(self, words: str) -> None:
        """Come up with these words chosen, or with the last ones."""
        if words:
            self.field.setText(words)
        self.place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def place(self) -> None:
        """Stand in the upper right corner of the page."""
        width = min(_WIDEST, self._page.width() - 4 * _AIR)
        self.resize(width, self.sizeHint().height())
        self.move(self._page.width() - width - 2 * _AIR, _AIR)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page has another size: stand in its corner again."""
        if watched is self._page and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)
