"""Run as a process of its own: the window on a real display, correcting by itself, for a screen reader.

Its first argument is an empty folder.
"""

import json
import os
import sys
from pathlib import Path

home = Path(sys.argv[1])
os.environ |= {"XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data")}
(home / "config/rotstift").mkdir(parents=True)
wishes = {"language": "en", "annotator": "anna", "tab_order": "place", "sample_share": 0}
(home / "config/rotstift/settings.json").write_text(json.dumps(wishes), encoding="utf-8")


def main() -> None:
    from articles import BRIDGE, HARBOUR, careless, make_project
    from PySide6.QtCore import QTimer

    from rotstift.ui import app

    application, program = app.start()
    program.open(make_project(home / "Hafen.rotstift", [HARBOUR, BRIDGE], careless()))
    desk = program.desk

    def watch() -> None:
        """The reader says by a file that it listens."""
        if (home / "listening").exists():
            waiting.stop()
            desk.mark.label("PER")
            QTimer.singleShot(300, desk.settle.remove)
            QTimer.singleShot(4500, application.quit)

    waiting = QTimer(interval=50)
    waiting.timeout.connect(watch)
    waiting.start()
    QTimer.singleShot(40_000, application.quit)
    application.exec()


main()
