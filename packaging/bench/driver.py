"""The real window in this process: keys in, painted pages out, with the time between."""

import gc
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rotstift.session.desk.desk import Desk
from rotstift.session.session import Changed, Session
from rotstift.ui.app import start
from rotstift.ui.article.area import PageArea
from rotstift.ui.program import Program

_WAIT = 0.25
"""Seconds after which nobody expects a painting any more."""
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Driver:
    """One window, its clocks around painting and writing."""

    def __init__(self) -> None:
        self.paints = 0
        self.painted_at = 0.0
        self.first_paint = 0.0
        """When the page was painted first since somebody set this to 0."""
        self.in_store: list[float] = []
        """Milliseconds that each edit spent in the session until it was on disk."""
        self._watch_painting()
        self._watch_writing()
        self.app: QApplication
        self.program: Program
        self.app, self.program = start()
        gc.freeze()  # as the program's front door does
        self.quiet()

    def _watch_painting(self) -> None:
        paint = PageArea.paintEvent

        def painted(area: PageArea, event: QPaintEvent) -> None:
            paint(area, event)
            self.painted_at = time.perf_counter()
            self.paints += 1
            self.first_paint = self.first_paint or self.painted_at

        PageArea.paintEvent = painted  # type: ignore[method-assign]

    def _watch_writing(self) -> None:
        append = Session._write

        def timed(session: Session, *values: object, **named: object) -> Changed:
            """Up to the commit; telling the views afterwards is left out by emptying their list."""
            listeners, session.listeners = session.listeners, []
            begin = time.perf_counter()
            try:
                changed: Changed = append(session, *values, **named)  # type: ignore[arg-type]
            finally:
                session.listeners = listeners
            self.in_store.append((time.perf_counter() - begin) * 1000)
            for listener in tuple(listeners):
                listener(changed)
            return changed

        Session._write = timed  # type: ignore[method-assign, assignment]

    def open(self, path: Path) -> None:
        """Open a project and wait until all is quiet."""
        if not self.program.open(path):
            raise SystemExit(f"{path} could not be opened")
        self.quiet()

    @property
    def desk(self) -> Desk:
        """What the keys run on."""
        return self.program.desk

    @property
    def session(self) -> Session:
        """The open project."""
        return self.desk.core.session

    def quiet(self) -> None:
        """Let everything happen that is still to come: painting, idle layout, panels."""
        calm = 0
        while calm < 3:
            before = self.paints
            QCoreApplication.processEvents()
            time.sleep(0.006)  # Qt asks for a repaint 5 ms after the change
            QCoreApplication.processEvents()
            busy = self.paints != before or self.program.window.view._idle.isActive()
            calm = 0 if busy else calm + 1

    def until_painted(self, run: Callable[[], object]) -> float | None:
        """Milliseconds from before `run` to the end of the page's next painting.

        None when the page stayed as it was: the key had nothing to do.
        """
        before, begin = self.paints, time.perf_counter()
        run()
        end = time.perf_counter() + _WAIT
        while self.paints == before:
            QCoreApplication.processEvents()
            if time.perf_counter() > end:
                return None
        return (self.painted_at - begin) * 1000

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """A key, as from the keyboard."""
        QTest.keyClick(self.program.window.view, key, modifiers)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> tuple[float, float] | None:
        """Press a key: milliseconds until it is painted, and until the panels have followed, too."""
        begin = time.perf_counter()
        painted = self.until_painted(lambda: self.press(key, modifiers))
        QCoreApplication.processEvents()
        while self.program.work and self.program.work.binder._panels.isActive():
            QCoreApplication.processEvents()
        settled = (time.perf_counter() - begin) * 1000
        return None if painted is None else (painted, settled)
