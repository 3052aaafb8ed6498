"""Bridge: functions from other threads run on the window's thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class Bridge(QObject):
    """`deliver` may be called from anywhere; what it is given runs in the Qt loop, in order."""

    _called = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._called.connect(self._run)

    def close(self) -> None:
        """What comes from now on, and what is on its way already, is for nobody."""
        self._closed = True

    def deliver(self, run: Callable[[], None]) -> None:
        """Run this on the window's thread, soon. After the window is gone nothing happens."""
        try:
            self._called.emit(run)
        except RuntimeError:  # the window closed while a thread was still answering
            return

    def _run(self, run: Callable[[], None]) -> None:
        if not self._closed:
            run()
