"""A person in front of the window: does with keys and mouse what the verbs say, and counts it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from rotstift.model.annotations import Annotations
from rotstift.model.items import Entity, Negative, Quote, role_spans
from rotstift.model.span import Span
from rotstift.ui.article.focus import handles
from rotstift.ui.article.view import ArticleView
from rotstift.ui.program import Program
from rotstift.ui.welcome import RecentList
from rotstift.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
Start = Callable[..., "Person"]
"""Starts the program, with a project or none."""
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Person:
    """Counts a key, a chord, a click, a double-click and a drag as one action each."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot = qtbot
        self.program = program
        self.actions = 0

    @contextmanager
    def counting(self) -> Iterator[list[int]]:
        """How many actions happen inside; the answer stands in the list afterwards."""
        before, found = self.actions, [0]
        yield found
        found[0] = self.actions - before

    # -- keys -----------------------------------------------------------------------------------

    def press(self, *chords: str) -> None:
        """Keys as the key sheet names them, sent to whatever has the focus."""
        for chord in chords:
            pressed = QKeySequence(chord)[0]
            self.actions += 1
            QTest.keyClick(self._listener(), pressed.key(), pressed.keyboardModifiers())
            QApplication.processEvents()

    def answer(self, chord: str, *answers: str) -> None:
        """A key that opens a dialog which waits, and the keys that answer it."""

        def reply(patience: int = 200) -> None:
            if isinstance(QApplication.activeModalWidget(), QDialog):
                self.press(*answers)
            elif patience:
                QTimer.singleShot(20, lambda: reply(patience - 1))

        QTimer.singleShot(0, reply)
        self.press(chord)

    def write(self, words: str) -> None:
        """Text, letter by letter, into whatever has the focus."""
        for letter in words:
            self.actions += 1
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self._listener(), QKeyEvent(kind, 0, PLAIN, letter))
        QApplication.processEvents()

    def _listener(self) -> QWidget:
        """Where keys go."""
        self.back_in_the_window()
        popup, window = QApplication.activePopupWidget(), QApplication.activeWindow()
        return popup or QApplication.focusWidget() or window

    def back_in_the_window(self) -> None:
        """After a dialog has closed; without a display nobody makes the window active again."""
        if QApplication.activeWindow() is None:
            self.program.window.activateWindow()
            assert QTest.qWaitForWindowActive(self.program.window)

    def take(self, key: str, words: str) -> None:
        """A role's key, then the digit that the page shows over these words."""
        self.press(key)
        shown = {self.words(span): digit for digit, span in reversed(self.view.overlay.hints)}
        assert words in shown, f"no digit over {words!r}, only over {list(shown)}"
        self.press(shown[words])

    def tab_to(self, words: str, *, limit: int = 40) -> None:
        """Tab until the doubtful place with these words has the focus."""
        self._press_until("Tab", words, limit)

    def go_down_to(self, words: str, *, limit: int = 80) -> None:
        """Arrow down from item to item."""
        self._press_until("Down", words, limit)

    def _press_until(self, key: str, words: str, limit: int) -> None:
        seen = [self.focused_text()]
        while seen[-1] != words:
            assert len(seen) <= limit, f"{key} never came to {words!r}, only to {seen}"
            self.press(key)
            seen.append(self.focused_text())

    # -- mouse ----------------------------------------------------------------------------------

    def point(self, words: str, nth: int = 0) -> QPoint:
        """The middle of some words on the page, scrolled into view; wheel turns are not counted."""
        view, span = self.view, self.span(words, nth)
        view.ensure_visible(span)
        QApplication.processEvents()
        box = next(iter(view.page.boxes(span)))
        return (box.center().toPoint()) - QPoint(0, view.verticalScrollBar().value())

    def click(self, words: str, nth: int = 0) -> None:
        self._click(self.point(words, nth), PLAIN)

    def ctrl_click(self, words: str, nth: int = 0) -> None:
        self._click(self.point(words, nth), CTRL)

    def _click(self, point: QPoint, keys: Qt.KeyboardModifier) -> None:
        self.actions += 1
        QTest.mouseClick(self.view.viewport(), LEFT, keys, point)
        QApplication.processEvents()

    def double_click(self, words: str, nth: int = 0) -> None:
        """As the window system sends it: press, release, double-click, release."""
        point, port = self.point(words, nth), self.view.viewport()
        self.actions += 1
        QTest.mouseClick(port, LEFT, PLAIN, point)
        QTest.mouseDClick(port, LEFT, PLAIN, point)
        QApplication.processEvents()

    def drag_over(self, words: str, nth: int = 0) -> None:
        """Select words: from the middle of the first letter to the middle of the last."""
        span = self.span(words, nth)
        first, last = Span(span.start, span.start + 1), Span(span.end - 1, span.end)
        self.point(words, nth)
        self.drag(self._middle(first), self._middle(last))

    def _middle(self, span: Span) -> QPoint:
        return self.view.rect_of(span).center()

    def drag(self, start: QPoint, end: QPoint) -> None:
        """One drag on the page."""
        port = self.view.viewport()
        self.actions += 1
        QTest.mousePress(port, LEFT, PLAIN, start)
        for step in (0.2, 0.6, 1.0):
            QTest.mouseMove(port, start + (end - start) * step)
        QTest.mouseRelease(port, LEFT, PLAIN, end)
        QApplication.processEvents()

    def drag_handle(self, edge: str, words: str, nth: int = 0) -> None:
        """Pull the focused item's start or end handle over these words."""
        end = self.point(words, nth)
        found = [one for one in handles(self.view.page, self.view.overlay) if one.edge == edge]
        start = found[0].place.toPoint() - QPoint(0, self.view.verticalScrollBar().value())
        target = self.view.rect_of(self.span(words, nth))
        self.drag(start, QPoint(target.right() if edge == "end" else target.left(), end.y()))

    def right_click(self, words: str, nth: int = 0) -> QMenu:
        """Open the context menu on some words."""
        point, port = self.point(words, nth), self.view.viewport()
        self.actions += 1
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(port, QContextMenuEvent(reason, point, port.mapToGlobal(point)))
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def choose(self, menu: QMenu, words: str) -> None:
        """Click an entry of an open menu."""
        entry = next(action for action in menu.actions() if plain(action) == words)
        self.actions += 1
        QTest.mouseClick(menu, LEFT, PLAIN, menu.actionGeometry(entry).center())
        QApplication.processEvents()

    def drop(self, *paths: Path) -> None:
        """Let files fall on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(QPoint(500, 300), copy, data, LEFT, PLAIN)
        QApplication.sendEvent(self.window, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(self.window, QDropEvent(QPointF(500, 300), copy, data, LEFT, PLAIN))

    def push(self, words: str, place: QWidget | None = None) -> None:
        """Click a visible button by what is written on it."""
        button = self.button(words, place)
        self.actions += 1
        QTest.mouseClick(button, LEFT, PLAIN, button.rect().center())
        QApplication.processEvents()

    def open_recent(self, name: str) -> None:
        """Click a project of last time on the start page."""
        rows = self.window.welcome.findChild(RecentList)
        assert rows is not None, "there is no list of recent projects"
        model = rows.model()
        indexes = [model.index(number, 0) for number in range(model.rowCount())]
        wanted = next(one for one in indexes if str(one.data()).startswith(f"{name}, "))
        self.actions += 1
        QTest.mouseClick(rows.viewport(), LEFT, PLAIN, rows.visualRect(wanted).center())
        QApplication.processEvents()

    def button(self, words: str, place: QWidget | None = None) -> QAbstractButton:
        """The visible button with these words."""
        every = (place or self.program.window).findChildren(QAbstractButton)
        shown = [one for one in every if one.isVisible()]
        found = [one for one in shown if words in (one.text(), one.accessibleName().split(":")[0])]
        assert found, f"no button {words!r}; there are {[one.accessibleName() for one in shown]}"
        return found[0]

    def dialog(self, kind: type[QDialog]) -> Any:
        """The dialog that is open now."""
        window = self.program.window

        def found() -> list[QDialog]:
            return [one for one in window.findChildren(kind) if one.isVisible()]

        self.qtbot.waitUntil(lambda: bool(found()), timeout=20_000)
        dialog = found()[-1]
        assert QTest.qWaitForWindowActive(dialog)
        return dialog

    # -- looking --------------------------------------------------------------------------------

    @property
    def window(self) -> Window:
        return self.program.window

    @property
    def view(self) -> ArticleView:
        return self.program.window.view

    @property
    def state(self) -> Annotations:
        """What the window shows; asserts each time that the file says the same."""
        core = self.program.desk.core
        stored = core.session.project.state(core.article_id)
        assert stored == core.state, "the file does not hold what the window shows"
        return core.state

    @property
    def text(self) -> str:
        return self.program.desk.core.text

    @property
    def title(self) -> str:
        """The open article's title."""
        core = self.program.desk.core
        return core.session.row(core.article_id).title

    @property
    def message(self) -> str:
        """What the status line says."""
        return str(self.program.window.status.message.text())

    def span(self, words: str, nth: int = 0) -> Span:
        """The nth place where the words stand; a plain space also finds a no-break space."""
        text, start = plain_text(self.text), -1
        for _ in range(nth + 1):
            start = text.index(words, start + 1)
        return Span(start, start + len(words))

    def words(self, span: Span | None) -> str:
        return plain_text(span.of(self.text)) if span else ""

    def focused_text(self) -> str:
        """The words of the focused item, else those selected; a quote's parts with … between."""
        item = self.program.desk.core.focused
        if isinstance(item, Quote):
            return " … ".join(map(self.words, item.parts))
        if item is not None:
            return self.words(item.span)
        return self.words(self.program.desk.core.place.selection)

    def cursor_text(self) -> str:
        return self.words(self.program.desk.core.place.cursor)

    def entities(self) -> list[tuple[str, str, str]]:
        """Text, label and standing of each entity, in text order."""
        found = sorted(self.state.entities, key=lambda one: one.span)
        return [(self.words(one.span), one.label, one.origin.standing.value) for one in found]

    def entity(self, words: str, nth: int = 0) -> Entity | None:
        """The entity on exactly this place, if there is one."""
        span = self.span(words, nth)
        return next((one for one in self.state.entities if one.span == span), None)

    def label(self, words: str, nth: int = 0) -> str:
        """Label and standing of the entity on exactly this place: "PER made"; "" for none."""
        found = self.entity(words, nth)
        return f"{found.label} {found.origin.standing.value}" if found else ""

    def quote(self, beginning: str) -> Quote:
        """The quote that begins so."""
        return next(one for one in self.state.quotes if self.words(one.span).startswith(beginning))

    def role(self, beginning: str, role: str) -> str:
        """The words that fill a role of a quote."""
        spans = role_spans(self.quote(beginning), role)
        return " … ".join(map(self.words, spans))

    def negatives(self) -> list[tuple[str, str]]:
        """Words and reason of each negative."""
        return [(self.words(one.span), one.reason) for one in self.state.negatives]

    def negative(self, words: str) -> Negative | None:
        return next((one for one in self.state.negatives if self.words(one.span) == words), None)


def plain(action: QAction) -> str:
    """A menu entry's words without mnemonic and key."""
    return action.text().partition("\t")[0].replace("&", "")


def plain_text(text: str) -> str:
    return text.replace("\u00a0", " ")
