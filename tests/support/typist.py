"""A program of its own: the real window with somebody typing in it; prints what it shows as saved.

Started by the test that kills it: `python typist.py PROJECT`. One JSON line after each key:
[number of the last edit, the entities on the page].
"""

import json
import sys
from itertools import cycle
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rotstift.model.annotations import Annotations
from rotstift.ui.app import start

KEYS = ("P", "O", "Shift+Right", "L", "M", "Alt+Left", "Tab", "O", "Tab")


def rows(state: Annotations) -> list[list[object]]:
    """The entities as JSON keeps them."""
    found = sorted(state.entities, key=lambda one: (one.span, one.id))
    return [[one.span.start, one.span.end, one.label, one.origin.standing.value] for one in found]


def main(project: Path) -> None:
    """Type until somebody ends it."""
    _, program = start()
    if not program.open(project):
        sys.exit(program.window.status.message.text())
    QTest.qWaitForWindowActive(program.window)
    for chord in cycle(KEYS):
        pressed = QKeySequence(chord)[0]
        QTest.keyClick(program.window.view, pressed.key(), pressed.keyboardModifiers())
        QApplication.processEvents()
        entry = program.desk.core.session.undo_entry
        if entry is not None and program.window.status.saved.text() == "saved":
            print(json.dumps([entry.seq, rows(program.desk.core.state)]), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
