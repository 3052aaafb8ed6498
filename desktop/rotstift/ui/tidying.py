"""Tidying: Python looks for circular garbage while nobody types, and not in the middle of a key."""

import gc

from PySide6.QtCore import QObject, QTimer

from rotstift.session.desk.core import Core, News

QUIET_MS = 3_000
"""After so long without a key or a click a pause of some 50 ms disturbs nobody."""


class Tidy(QObject):
    """Collects once whenever the person pauses; lives as long as one open project."""

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._timer.timeout.connect(gc.collect)
        core.listeners.append(self._wait)

    def _wait(self, _news: News) -> None:
        self._timer.start()

    def release(self) -> None:
        """The project is about to be closed."""
        self._timer.stop()
