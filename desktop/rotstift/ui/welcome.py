"""The start page: what to do while no article is open."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rotstift.ui import icons
from rotstift.ui.panels.parts import Card, text_label, translate


class Welcome(QWidget):
    """Three ways to begin, and the projects of last time."""

    action = Signal(str)
    """"sample", "open", "new", "add"."""
    recent_chosen = Signal(str)
    """Path of a project."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card()
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(2)
        self._card.setMinimumWidth(440)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(28, 18, 28, 22)
        self.column.setSpacing(10)
        self._card.column.addLayout(self.column)

    def show_start(self, recent: Sequence[Path]) -> None:
        """No project is open."""
        self._clear()
        self._say(
            "Rotstift", translate("Welcome", "Correct what a machine has marked in news articles.")
        )
        self._offer("sample", translate("Welcome", "Try it on the sample project"), primary=True)
        self._offer("open", translate("Welcome", "Open a project…"))
        self._offer("new", translate("Welcome", "New project…"))
        known = [path for path in recent if path.is_file()][:5]
        if known:
            self.column.addWidget(text_label(translate("Welcome", "Last time"), "muted"))
        for path in known:
            self._offer_recent(path)

    def show_empty(self) -> None:
        """The open project has no article."""
        self._clear()
        words = translate("Welcome", "Drop text files or a folder here, or choose them.")
        self._say(translate("Welcome", "This project has no articles yet."), words)
        self._offer("add", translate("Welcome", "Add articles: files…"), primary=True)
        self._offer("add_folder", translate("Welcome", "Add articles: folder…"))

    def _say(self, head: str, words: str) -> None:
        self.column.addWidget(text_label(head, "title", wrap=True))
        self.column.addWidget(text_label(words, "muted", wrap=True))

    def _offer(self, action: str, words: str, *, primary: bool = False) -> None:
        button = self._button(words)
        if primary:
            button.setProperty("primary", "true")
        button.clicked.connect(lambda: self.action.emit(action))

    def _offer_recent(self, path: Path) -> None:
        button = self._button(path.name)
        button.setToolTip(str(path.parent))
        icons.tint(button, "open")
        button.clicked.connect(lambda: self.recent_chosen.emit(str(path)))

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(words)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.column.addWidget(button)
        return button

    def _clear(self) -> None:
        while self.column.count():
            item = self.column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
