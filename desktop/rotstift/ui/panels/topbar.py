"""TopBar: the project's name, the search field, and the big steps with their keys."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStylePainter,
    QToolButton,
    QWidget,
)

from rotstift.ui import icons, theme
from rotstift.ui.panels.parts import (
    MARGIN,
    CapButton,
    ElidedLabel,
    KeyCap,
    icon_button,
    muted,
    text_label,
    translate,
)

HEIGHT = 46
_ROOMY = 900
"""Logical pixels from which there is room for all buttons."""
_BESIDE = 64
"""Logical pixels of a search field's sign and margins."""
_WAIT_MS = 200
"""A pause in typing that starts a search."""


class Logo(QWidget):
    """The red pencil."""

    def __init__(self, size: int = 22) -> None:
        super().__init__()
        self.setFixedSize(size, size)
        self.setAccessibleName("Rotstift")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pencil in the theme's red."""
        painter = QStylePainter(self)
        icons.paint(painter, QRectF(self.rect()), "stroke", theme.current().red)


class SearchField(QLineEdit):
    """A text field that says `search(text)` shortly after the last letter; Esc empties it."""

    search = Signal(str)
    entered = Signal()
    """Enter was pressed: the first article found is wanted."""
    left = Signal()
    """The person is done: give the focus back to the article."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(translate("TopBar", "Search articles …"))
        self.setAccessibleName(translate("TopBar", "Search articles"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setClearButtonEnabled(True)
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        self.setMinimumWidth(words + _BESIDE)
        self.setMaximumWidth(380)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.cap = KeyCap("")
        self.cap.setParent(self)
        self.cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pause = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._pause.timeout.connect(self._say)
        self.textChanged.connect(self._typed)
        sign = self.addAction(icons.icon("search"), self.ActionPosition.LeadingPosition)
        sign.setText(translate("TopBar", "Search articles"))
        icons.tint(sign, "search", muted)

    def _typed(self, text: str) -> None:
        self.cap.setVisible(not text)
        self._pause.start()

    def _say(self) -> None:
        self._pause.stop()
        self.search.emit(self.text())

    def set_keys(self, keys: str) -> None:
        """Name the key that comes here."""
        self.cap.set_keys(keys)
        self._place_cap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cap at the right."""
        super().resizeEvent(event)
        self._place_cap()

    def _place_cap(self) -> None:
        size = self.cap.sizeHint()
        left = self.width() - size.width() - 9
        self.cap.setGeometry(
            left, (self.height() - size.height()) // 2, size.width(), size.height()
        )
        self.cap.setVisible(not self.text() and self.width() > 240)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter searches now; Esc empties the field first, then leaves it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._say()
            self.entered.emit()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self._say()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)


class TopBar(QWidget):
    """Logo, project, search, Train, Export, and "Confirmed, next"."""

    action = Signal(str)
    """"train", "export", "confirm", "panel-left", "panel-right"."""
    search = Signal(str)
    """Words that the article list is to be filtered by; empty for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self.project = ElidedLabel("", "muted", Qt.TextElideMode.ElideMiddle)
        self.field = SearchField()
        self.field.search.connect(self.search)
        self.train = CapButton(translate("TopBar", "Train"))
        self.export = CapButton(translate("TopBar", "Export"))
        self.confirm = CapButton(translate("TopBar", "Confirmed, next"), primary=True)
        self.fold_left = self._fold("panel-left", translate("TopBar", "Fold the left panel"))
        self.fold_right = self._fold("panel-right", translate("TopBar", "Fold the right panel"))
        for name, button in (
            ("train", self.train),
            ("export", self.export),
            ("confirm", self.confirm),
        ):
            button.clicked.connect(lambda _=False, name=name: self.action.emit(name))
        self._lay_out()

    def _fold(self, name: str, words: str) -> QToolButton:
        button = icon_button(name, words, muted)
        button.clicked.connect(lambda: self.action.emit(name))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(8)
        row.addWidget(Logo())
        row.addWidget(text_label("Rotstift", "strong"))
        row.addWidget(self.project, 2)
        row.addWidget(self.field, 3)
        row.addStretch(1)
        row.addWidget(self.fold_left)
        row.addWidget(self.fold_right)
        row.addSpacing(4)
        for button in (self.train, self.export, self.confirm):
            row.addWidget(button)

    def set_project(self, name: str) -> None:
        """Say which project is open; empty for none."""
        self.project.setText(name)
        for button in (self.train, self.export, self.confirm):
            button.setEnabled(bool(name))

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Name the keys of "train", "export", "confirm", "search" (`paint.key_words`)."""
        self.train.set_keys(keys.get("train", ""))
        self.export.set_keys(keys.get("export", ""))
        self.confirm.set_keys(keys.get("confirm", ""))
        self.field.set_keys(keys.get("search", ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, what the menu has too gives way."""
        super().resizeEvent(event)
        for button in (self.train, self.export):
            button.setVisible(event.size().width() >= _ROOMY)

    def sizeHint(self) -> QSize:
        """The whole width, one line."""
        return QSize(1000, HEIGHT)
