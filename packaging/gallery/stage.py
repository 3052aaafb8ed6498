"""The stage: the real program in front of nobody, brought into a state with its own keys."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import paper
from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from rotstift.model.items import Markable, Quote
from rotstift.model.span import Span
from rotstift.settings import Settings
from rotstift.ui import app as front_door
from rotstift.ui.program import Program
from rotstift.ui.window import Window

USUAL = (1400, 860)
_PLAIN = Qt.KeyboardModifier.NoModifier


class Stage:
    """What the rows of the table are given: keys, words to go to, and the dialog that has opened."""

    def __init__(self, program: Program, folder: Path) -> None:
        self.program = program
        self.folder = folder
        """The project's folder."""

    @property
    def window(self) -> Window:
        """The program's window."""
        return self.program.window

    @property
    def core(self) -> Any:
        """The open article."""
        return self.program.desk.core

    @property
    def german(self) -> bool:
        """Whether the window speaks German: for words that a row itself says."""
        return self.program.language == "de"

    def calm(self) -> None:
        """Let everything happen that is still to come."""
        for _ in range(4):
            QApplication.processEvents()
            QTest.qWait(8)
        while self.window.view._idle.isActive():
            QTest.qWait(5)

    def open(self, article_id: str) -> None:
        """Open an article."""
        self.core.open(article_id)
        self.window.view.setFocus()
        self.calm()

    def press(self, *chords: str) -> None:
        """Keys, to whatever has the focus."""
        for chord in chords:
            pressed = QKeySequence(chord)[0]
            QTest.keyClick(self._listener(), pressed.key(), pressed.keyboardModifiers())
            self.calm()

    def write(self, words: str) -> None:
        """Letters, to whatever has the focus."""
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self._listener(), QKeyEvent(kind, 0, _PLAIN, letter))
        self.calm()

    def _listener(self) -> QWidget:
        popup, found = QApplication.activePopupWidget(), QApplication.focusWidget()
        return popup or found or QApplication.activeWindow() or self.window

    def run(self, action: str) -> None:
        """An action by its id in the table."""
        self.program.run(self.program.keys.rows[action])
        self.calm()

    def span(self, words: str, nth: int = 0) -> Span:
        """The nth place of some words."""
        text, start = self.core.text.replace("\u00a0", " "), -1
        for _ in range(nth + 1):
            start = text.index(words, start + 1)
        return Span(start, start + len(words))

    def focus(self, words: str) -> Markable:
        """The first item that begins with these words has the focus."""
        text = self.core.text.replace("\u00a0", " ")
        for item in self.core.state.markables:
            if item.span.of(text).startswith(words):
                self.program.desk.go.focus(item.id)
                self.calm()
                return item
        raise LookupError(f"nothing is marked that begins with {words!r}")

    def quote(self, nth: int = 0) -> Quote:
        """The nth direct quote with a speaker has the focus."""
        quotes = [one for one in self.core.state.quotes if one.type == "direct" and one.speaker]
        self.program.desk.go.focus(quotes[nth].id)
        self.calm()
        return quotes[nth]

    def select(self, words: str, *, offer: bool = False) -> None:
        """Words are selected; with `offer` as the mouse does it."""
        if offer:
            self.window.view.words_selected.emit(self.span(words))
        else:
            self.program.desk.go.select(self.span(words))
        self.calm()

    def menu(self, words: str) -> QMenu:
        """The context menu on some words."""
        view = self.window.view
        view.ensure_visible(self.span(words))
        self.calm()
        point = view.rect_of(self.span(words)).center()
        reason = QContextMenuEvent.Reason.Mouse
        place = view.viewport().mapToGlobal(point)
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, point, place))
        self.calm()
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        return found

    def show(self, dialog: QDialog) -> QDialog:
        """A dialog that was made here."""
        dialog.show()
        self.calm()
        return dialog

    def dialog(self) -> QDialog:
        """The dialog that is open."""
        self.calm()
        shown = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        assert shown, "no dialog has opened"
        return shown[-1]


def picture_of(stage: Stage, shown: QWidget | None) -> QPixmap:
    """The window, or the part of it, or the dialog or menu that a row answers."""
    stage.calm()
    return (shown or stage.window).grab()


@contextmanager
def stage(
    base: Path | None, folder: Path, choices: dict[str, Any], size: tuple[int, int] = USUAL
) -> Iterator[Stage]:
    """A window of its own with a copy of the project, or without one for None."""
    settings = Settings.load()
    settings.path.parent.mkdir(parents=True, exist_ok=True)
    settings.changed.clear()
    folder.mkdir(parents=True, exist_ok=True)
    for key, value in (
        {"annotator": paper.AUTHOR, "tab_order": "place", "sample_share": 0} | choices
    ).items():
        settings.set(key, value)
    _, program = front_door.start()
    window = program.window
    window.setMinimumSize(QSize(720, 440))
    window.resize(*size)
    held = Stage(program, folder)
    try:
        if base is not None:
            path = folder / base.name
            shutil.copyfile(base, path)
            assert program.open(path)
            program.desk.core.session.clock = paper.clock()
            _quiet(program)
            held.open(paper.FIRST)
        held.calm()
        yield held
    finally:
        for dialog in window.findChildren(QDialog):
            dialog.close()
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()


def _quiet(program: Program) -> None:
    """No clock of the program's own changes a picture: the figures below are given."""
    program.care.end()
    status = program.window.status
    status.set_rate(0.87)
    status.set_actions(11)
    status.set_seconds(94)
    for timer in program.window.findChildren(QTimer):
        if timer.interval() >= 1_000:
            timer.stop()


Run = Callable[[Stage], QWidget | None]
os.environ.setdefault("TZ", "UTC")
