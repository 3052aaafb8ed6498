"""The window's front door: QApplication, language, look, and the project to open."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from rotstift.settings import Settings
    from rotstift.ui.program import Program
    from rotstift.ui.window import Window

SWITCH_S = 0.0005
"""How long a thread that reads files may keep the window's thread from going on after each wait for
the disk. With Python's 5 ms a key that asks the project ten things took 50 ms during an import."""


AGAIN = "rotstift.again"
"""Property of the application: the verb that a window in another's place begins with."""

THRESHOLDS = (20_000, 50, 20)
"""When Python looks for circular garbage by itself. With its own (700, 10, 10) it went through everything
in the middle of each large edit: 3,500 items confirmed and taken back took half as long again, the third
time three times as long. See `tidying` for when it does so now."""


def main(words: Sequence[str]) -> int:
    """Open the window; `words` are a project's path, --sample, or nothing."""
    app, program = start()
    if words[:1] == ["--sample"]:
        program.open_sample()
    elif words:
        program.open(Path(words[0]))
    # What was imported stays for good: the collector need not look through it again, 26 ms at a time.
    gc.freeze()
    return app.exec()


def _problem() -> str | None:
    import PySide6

    from rotstift.guard import bad_combination

    version = tuple(int(part) for part in PySide6.__version__.split(".")[:2])
    return bad_combination(sys.version_info[:2], version)


def start() -> "tuple[QApplication, Program]":
    """The application and its window, shown; no project is open yet.

    Raises SystemExit with a sentence where this Qt would end this Python in the middle of the work.
    """
    problem = _problem()
    if problem:
        raise SystemExit(f"rotstift: {problem}")
    from PySide6.QtWidgets import QApplication

    sys.setswitchinterval(SWITCH_S)
    gc.set_threshold(*THRESHOLDS)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Rotstift")
    app.setStyle("Fusion")
    return app, _new_window(app)


def _new_window(app: "QApplication") -> "Program":
    from rotstift.settings import Settings

    settings = Settings.load()
    window = _frame(app, settings)
    from rotstift.ui import language, look, theme
    from rotstift.ui.icons import app_icon
    from rotstift.ui.program import Program

    app.setWindowIcon(app_icon())
    spoken = language.chosen_language(str(settings["language"]))
    language.install(app, spoken)
    look.dress(settings)
    window.furnish()
    window.view.set_language(spoken)
    window.view.set_theme(theme.current())
    look.show_text_size(settings, window)
    program = Program(window, settings, spoken)
    program.reborn.connect(lambda path: _reborn(app, path))
    sys.excepthook = program.tell_trouble
    return program


def _frame(app: "QApplication", settings: "Settings") -> "Window":
    """The empty window in the colours of the theme, painted before the rest is even imported."""
    from PySide6.QtCore import QByteArray

    from rotstift.ui import theme
    from rotstift.ui.window import Window

    app.setPalette(theme.palette(theme.wanted(theme.Mode(settings["theme"]))))
    window = Window()
    if settings["geometry"]:
        saved = str(settings["geometry"]).encode("ascii", "ignore")
        window.restoreGeometry(QByteArray.fromBase64(saved))
    window.show()
    app.processEvents()
    return window


def _reborn(app: "QApplication", path: Path | None) -> None:
    program = _new_window(app)
    if path is not None:
        program.open(path)
    verb = app.property(AGAIN)
    if verb:  # the dialog that asked for the new window is there again
        app.setProperty(AGAIN, "")
        program.perform(verb)
