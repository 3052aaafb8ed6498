"""Offer: the labels beside words that were just selected with the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from rotstift.ui.panels.fields import Choice
from rotstift.ui.panels.parts import translate

_GAP = 8
"""Pixels between the selection and the offer."""


class Offer(QWidget):
    """A small bar with a button for each label and type; it floats over the page."""

    action = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setProperty("role", "offer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(translate("Offer", "Mark the selected words as"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(5, 4, 5, 4)
        self._row.setSpacing(2)
        self.hide()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these from now on."""
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        for choice in choices:
            self._row.addWidget(self._button(choice))

    def _button(self, choice: Choice) -> QPushButton:
        button = QPushButton(f"{choice.words}  {choice.keys}".strip())
        button.setAccessibleName(choice.words)
        button.setFlat(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.action.emit(choice.action))
        return button

    def show_beside(self, selection: QRect) -> None:
        """Stand right below the selection, above it where there is no room."""
        self.adjustSize()
        page = self._page
        left = min(max(_GAP, selection.left()), page.width() - self.width() - _GAP)
        top = selection.bottom() + _GAP
        if top + self.height() > page.height() - _GAP:
            top = selection.top() - self.height() - 3 * _GAP
        self.move(QPoint(max(0, left), max(0, top)))
        self.show()
        self.raise_()
