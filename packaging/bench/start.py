"""Start: from a new process to the painted window, beside an empty PySide6 window.

    python packaging/bench/start.py [--runs N] [--imports]

Each run starts both, one after the other; QT_QPA_PLATFORM=xcb measures on a real display.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

BARE = """
import json, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Label(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(json.dumps({"window": time.time_ns()}), flush=True)
        QApplication.exit(0)

app = QApplication([])
window = QMainWindow()
window.setCentralWidget(Label("Rotstift"))
window.resize(1480, 920)
window.show()
app.exec()
"""
OURS = """
import json, sys, time
from rotstift.ui import app
start, stamps = app.start, {}

def watched():
    from PySide6.QtWidgets import QApplication
    from rotstift.ui.window import Window

    def began(window, event):
        stamps.setdefault("window", time.time_ns())

    Window.paintEvent = began
    made, program = start()
    from rotstift.ui.article.area import PageArea
    paint = PageArea.paintEvent

    def painted(area, event):
        paint(area, event)
        if area.page.article.text:
            stamps["article"] = time.time_ns()
            print(json.dumps(stamps), flush=True)
            QApplication.exit(0)

    PageArea.paintEvent = painted
    return made, program

app.start = watched
from rotstift.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def run(code: str, *words: str) -> dict[str, float]:
    """Milliseconds from before the process exists to each of its stamps."""
    command = [sys.executable, "-c", code, *words]
    begin = time.time_ns()
    answer = subprocess.run(command, capture_output=True, text=True, check=False, env=_compiled())
    if answer.returncode:
        raise SystemExit(f"The measured program failed:\n{answer.stderr}")
    stamps = json.loads(answer.stdout.splitlines()[0])
    return {name: (stamp - begin) / 1e6 for name, stamp in stamps.items()}


def _compiled() -> dict[str, str]:
    """The environment of a program that is not started for the first time: modules are compiled."""
    rest = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**rest, "PYTHONPYCACHEPREFIX": str(Path(os.environ["XDG_CACHE_HOME"]) / "compiled")}


def imports(project: Path, count: int = 25) -> None:
    """Print the modules whose import costs most, their own imports included."""
    command = [sys.executable, "-X", "importtime", "-c", OURS, str(project)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, env=_compiled())
    rows = []
    for line in answer.stderr.splitlines():
        parts = line.removeprefix("import time:").split("|")
        if len(parts) == 3 and parts[1].strip().isdigit():
            rows.append((int(parts[1]) / 1000, parts[2].strip()))
    print(f"\nImports (ms with their own imports; {len(rows)} modules)")
    for cost, name in sorted(rows, reverse=True)[:count]:
        print(f"  {cost:8.1f}  {name}")


def main() -> None:
    """Run both in turn and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--imports", action="store_true", help="also say which imports cost most")
    chosen = parser.parse_args()
    from material import small_project, workshop
    from table import ratio, show, spread

    with workshop() as folder:
        path = folder / "sample.rotstift"
        small_project(path)
        for _ in range(2):  # for the disk's cache and the compiled modules
            run(BARE)
            run(OURS, str(path))
        bare, window, article = [], [], []
        for _ in range(chosen.runs):
            bare.append(run(BARE)["window"])
            ours = run(OURS, str(path))
            window.append(ours["window"])
            article.append(ours["article"])
        middle = statistics.median(bare)
        show(
            f"Start ({chosen.runs} runs in turn, {os.environ['QT_QPA_PLATFORM']})",
            [
                spread("empty PySide6 window painted", bare),
                spread("our window painted (its frame)", window),
                spread("our window with its article painted", article),
                ratio("window : empty window (medians)", statistics.median(window) / middle, 2),
                ratio("article : empty window (medians)", statistics.median(article) / middle, 2),
            ],
        )
        if chosen.imports:
            imports(path)


if __name__ == "__main__":
    main()
