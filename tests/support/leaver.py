"""A program of its own: goes to a place in the third article, and says so once the file knows it.

Started by the test that kills it: `python leaver.py PROJECT`. Prints the focused item's id, then waits.
"""

import sys
import time
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rotstift.ui.app import start

KEYS = ("Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+PgUp", "Ctrl+PgUp", "Down", "Down", "Down")


def main(project: Path) -> None:
    """Go there, then stay until somebody ends it."""
    _, program = start()
    if not program.open(project):
        sys.exit(program.window.status.message.text())
    QTest.qWaitForWindowActive(program.window)
    for chord in KEYS:
        pressed = QKeySequence(chord)[0]
        QTest.keyClick(program.window.view, pressed.key(), pressed.keyboardModifiers())
        QApplication.processEvents()
    focus = program.desk.core.place.focus
    assert focus is not None
    while focus not in program.desk.core.session.project.setting("stops"):
        QApplication.processEvents()
        time.sleep(0.02)
    print(focus, flush=True)
    while True:
        time.sleep(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
