"""CoachCard: one thing to do at a time, beside the text."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rotstift.ui.panels.parts import CapButton, Card, Heading, KeyCap, text_label, translate

EDGE = 12


class CoachCard(QWidget):
    """Says `skipped`, `went_back`, `left`, and after the last step `finished` with what is wanted then."""

    skipped = Signal()
    went_back = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("Coach", "First article"))
        self.heading = Heading(translate("Coach", "First article"))
        self.words = text_label("", wrap=True)
        self.mouse = text_label("", "small", wrap=True)
        self.back = CapButton(translate("Coach", "Back"))
        self.skip = CapButton(translate("Coach", "Skip"))
        self.leave = CapButton(translate("Coach", "Leave"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(EDGE, EDGE, EDGE, 0)
        card = Card()
        outer.addWidget(card)
        card.column.addWidget(self.heading)
        inner = QVBoxLayout()
        inner.setContentsMargins(14, 2, 14, 8)
        inner.setSpacing(8)
        inner.addWidget(self.words)
        self.caps = QHBoxLayout()
        self.caps.setSpacing(6)
        inner.addLayout(self.caps)
        inner.addWidget(self.mouse)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.back, self.skip, self.leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inner.addLayout(buttons)
        card.column.addLayout(inner)
        self.back.clicked.connect(self.went_back)
        self.skip.clicked.connect(self.skipped)
        self.leave.clicked.connect(self.left)

    def set_keys(self, back: str, skip: str, leave: str) -> None:
        """Say the keys of the three buttons."""
        for button, keys in ((self.back, back), (self.skip, skip), (self.leave, leave)):
            button.setToolTip(f"{button.text()}  {keys}")
            button.setAccessibleDescription(keys)

    def show_step(
        self, number: int, total: int, words: str, keys: Sequence[str], mouse: str
    ) -> None:
        """This is to be done now, with these keys."""
        self._show_caps(keys)
        share = translate("Coach", "{0} of {1}")
        self.heading.set_right(share.replace("{0}", str(number)).replace("{1}", str(total)))
        self._say(words, mouse)
        self.back.setEnabled(number > 1)

    def show_end(self, words: str, more: str) -> None:
        """All is done."""
        self._show_caps(())
        self.heading.set_right("")
        self._say(words, more)
        self.skip.hide()
        self.back.hide()
        self.leave.set_words(translate("Coach", "Close"))

    def _say(self, words: str, more: str) -> None:
        self.words.setText(words)
        self.mouse.setText(more)
        self.setAccessibleDescription(words)
        QTimer.singleShot(0, self, self._fit)

    def _show_caps(self, keys: Sequence[str]) -> None:
        while self.caps.count():
            item = self.caps.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        for key in keys:
            self.caps.addWidget(KeyCap(key, lambda colours: colours.ink))
        self.caps.addStretch(1)

    def _fit(self) -> None:
        """The whole text, also where the panel is low: a wrapped label alone would give way."""
        for label in (self.words, self.mouse):
            label.setMinimumHeight(0)
            label.setMinimumHeight(label.heightForWidth(max(label.width(), 100)))
        frame = self.layout()
        if frame is not None:
            frame.activate()
            self.setFixedHeight(frame.totalHeightForWidth(max(self.width(), 200)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)
