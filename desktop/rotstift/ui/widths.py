"""Widths of the side panels: kept, changed by keys, and back to the usual ones by a double-click."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from rotstift.settings import Settings
from rotstift.ui.window import LEFT, RIGHT, Window

STEP = 20
"""Logical pixels that a key makes a panel wider or narrower."""
_SETTLED_MS = 400
"""A width is kept once the handle has rested for so long."""
_PANELS = {"left_width": (0, LEFT), "right_width": (2, RIGHT)}
"""Setting to place in the splitter and usual width."""


class Widths(QObject):
    """Keeps the two panels as wide as the person made them; the page takes what is left."""

    def __init__(self, window: Window, settings: Settings) -> None:
        super().__init__(window)
        self._splitter: QSplitter = window.splitter
        self._settings = settings
        self._window = window
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settle.timeout.connect(self.keep)
        self._splitter.splitterMoved.connect(lambda _place, _handle: self._settle.start())
        for name, number in (("left_width", 1), ("right_width", 2)):
            handle = self._splitter.handle(number)
            handle.installEventFilter(_Twice(handle, partial(self.usual, name)))
        self.show()
        # Once more when the window has its size: until then the splitter knows shares only.
        self._first = QTimer(self, singleShot=True, interval=0)
        self._first.timeout.connect(self.show)
        self._first.start()
        window.installEventFilter(self)

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        return {
            "left_wider": lambda: self._change("left_width", STEP),
            "left_narrower": lambda: self._change("left_width", -STEP),
            "right_wider": lambda: self._change("right_width", STEP),
            "right_narrower": lambda: self._change("right_width", -STEP),
            "usual_widths": self.usual,
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that was too small for the widths may have room for them now."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            if self._settle.isActive():
                self.keep()
            self.show()
        return False

    def show(self) -> None:
        """As wide as the settings say; what is folded away has its width when it comes back."""
        left, right = (int(self._settings[name]) for name in _PANELS)
        hidden = [self._panel(number).isHidden() for number, _ in _PANELS.values()]
        taken = sum(width for width, gone in zip((left, right), hidden, strict=True) if not gone)
        self._splitter.setSizes([left, max(1, self._window.width() - taken - 2), right])

    def usual(self, *names: str) -> None:
        """The usual width of the panels named, of both without a name."""
        for name in names or tuple(_PANELS):
            self._settings.set(name, _PANELS[name][1])
        self.show()

    def keep(self) -> None:
        """Remember what the handles were pulled to."""
        self._settle.stop()
        for name, (number, _) in _PANELS.items():
            width, panel = self._splitter.sizes()[number], self._panel(number)
            if panel.isVisible() and width and width != self._settings[name]:
                self._settings.set(name, width)

    def _change(self, name: str, step: int) -> None:
        number, _ = _PANELS[name]
        panel = self._panel(number)
        width = int(self._settings[name]) + step
        width = min(max(width, panel.minimumWidth()), panel.maximumWidth())
        self._settings.set(name, width)
        self.show()

    def _panel(self, number: int) -> QWidget:
        panel = self._splitter.widget(number)
        assert panel is not None
        return panel


class _Twice(QObject):
    """A double-click on a handle."""

    def __init__(self, handle: QSplitterHandle, run: Callable[[], None]) -> None:
        super().__init__(handle)
        self._run = run

    def eventFilter(self, watched: QObject, event: QMouseEvent) -> bool:  # type: ignore[override]
        """Left button, twice."""
        del watched
        if event.type() == QMouseEvent.Type.MouseButtonDblClick:
            if event.button() is Qt.MouseButton.LeftButton:
                self._run()
            return True
        return False
