"""Folding: which side panels there is room for; the page keeps the rest."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

PAGE = 500
"""Logical pixels that the page keeps before a panel folds by itself."""
LOW = 780
"""Height of a window in logical pixels below which the right panel leaves out its last part."""


class Folding(QObject):
    """Shows the panels that are wanted as far as the window's width goes.

    Where it is narrow the right panel goes before the left one; one that the person asks for while it
    is folded comes, and the other one gives way. In a low window the right panel's last part leaves
    its room to the selection.
    """

    def __init__(self, window: QWidget, left: QWidget, right: QWidget, last: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._panels = {"right_panel": right, "left_panel": left}
        self._last = last
        self._wanted = dict.fromkeys(self._panels, True)
        self._asked = ""
        window.installEventFilter(self)

    def want(self, name: str, *, shown: bool) -> None:
        """What the settings say of a panel."""
        self._wanted[name] = shown
        self.fit()

    def toggle(self, name: str) -> bool:
        """Fold a panel that is shown, show one that is not; answers what is wanted from now on."""
        panel = self._panels[name]
        shown = self._wanted[name] = panel.isHidden()
        self._asked = name if shown else ""
        if shown:
            self.fit()
        else:
            panel.hide()  # and no other comes in its place without being asked
        return shown

    def fit(self) -> None:
        """Show what is wanted and has room."""
        room = self._window.width() - PAGE
        for name in sorted(self._panels, key=lambda one: one != self._asked):
            panel = self._panels[name]
            needed = panel.minimumWidth()
            shown = self._wanted[name] and (needed <= room or name == self._asked)
            room -= needed if shown else 0
            panel.setVisible(shown)
        self._last.setVisible(self._window.height() >= LOW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has another width."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.fit()
        return False
