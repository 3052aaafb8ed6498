"""The start page: what to do while no article is open."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDateTime, QLocale, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui import theme
from rotstift.ui.panels import paint
from rotstift.ui.panels.lists import RowDelegate, RowList, TupleModel, line
from rotstift.ui.panels.parts import CapButton, Card, counted, text_label, translate

SHOWN = 4
"""Recent projects that are seen without scrolling."""
_WIDTH = 440


@dataclass(frozen=True, slots=True)
class Recent:
    """A project of last time; what is in it as it was when it was closed."""

    path: str
    there: bool
    articles: int | None = None
    confirmed: int = 0
    at: str = ""


def recent_projects(paths: Iterable[str], figures: Mapping[str, Sequence[Any]]) -> list[Recent]:
    """The rows of the list. No project is opened for them: only whether the file is there is looked up."""
    return [
        Recent(path, Path(path).is_file(), *figures.get(path, ())) for path in dict.fromkeys(paths)
    ]


def _figures(row: Recent) -> str:
    """What is in it, in a line."""
    if not row.there:
        return translate("Welcome", "The file is not there any more; Del takes it off the list.")
    parts = []
    if row.articles is not None:
        number = QT_TRANSLATE_NOOP("Welcome", "%n article(s)", "", 1)
        parts.append(counted(row.articles, "Welcome", number))
        share = QLocale().toString(100 * row.confirmed / max(row.articles, 1), "f", 0)
        parts.append(translate("Welcome", "{0} % confirmed").replace("{0}", share))
    with suppress(ValueError):
        seconds = round(datetime.fromisoformat(row.at).timestamp())
        day = QDateTime.fromSecsSinceEpoch(seconds).date()
        parts.append(QLocale().toString(day, QLocale.FormatType.ShortFormat))
    return " · ".join(parts) or str(Path(row.path).parent)


def _words(row: Recent) -> str:
    return f"{Path(row.path).stem}, {_figures(row)}"


class _RecentDelegate(RowDelegate):
    lines = 2.0
    padding = 14

    def paint_row(self, painter: QPainter, rect: QRect, row: Any) -> None:
        """The name, and below it what is in it."""
        colours = theme.current()
        box = rect.adjusted(14, 5, -14, -5)
        half = box.height() // 2
        top = QRect(box.left(), box.top(), box.width(), half)
        bold = QFont(painter.font())
        bold.setWeight(QFont.Weight.DemiBold)
        usual = painter.font()
        painter.setFont(bold)
        line(
            painter,
            top.left(),
            top,
            Path(row.path).stem,
            colours.ink if row.there else colours.muted,
        )
        painter.setFont(paint.small(usual, 0.9))
        line(
            painter,
            box.left(),
            top.translated(0, half),
            _figures(row),
            colours.muted if row.there else colours.warn,
        )


class RecentList(RowList):
    """Enter opens, Del takes off the list; beyond the ends the arrows go on to the buttons."""

    dropped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a list that can be left."""
        row, last = self.currentIndex().row(), self.model().rowCount() - 1
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if row >= 0:
                self.dropped.emit(row)
        elif event.key() == Qt.Key.Key_Up and row <= 0:
            self.focusPreviousChild()
        elif event.key() == Qt.Key.Key_Down and row >= last:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class Welcome(QWidget):
    """Ways to begin, and the projects of last time."""

    action = Signal(str)
    """"guide", "sample", "open", "new", "add", "add_folder"."""
    recent_chosen = Signal(str)
    """Path of a project."""
    recent_dropped = Signal(str)
    """Path of a project that is to go from the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card()
        self._keys: Mapping[str, str] = {}
        self._rows: RecentList | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 8, 12, 8)
        outer.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(2)
        self._card.setFixedWidth(_WIDTH)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(26, 16, 26, 18)
        self.column.setSpacing(10)
        self._card.column.addLayout(self.column)

    def show_start(self, recent: Sequence[Recent], keys: Mapping[str, str] | None = None) -> None:
        """No project is open. `keys` are those of now, by action id."""
        self._clear()
        self._keys = keys or {}
        self._say(
            "Rotstift", translate("Welcome", "Correct what a machine has marked in news articles.")
        )
        first = self._offer(
            "guide", translate("Welcome", "A first article, guided: two minutes"), primary=True
        )
        self._offer("sample", translate("Welcome", "Try it on the sample project"))
        self._offer("open", translate("Welcome", "Open a project…"))
        self._offer("new", translate("Welcome", "New project…"))
        self.setFocusProxy(first)
        if recent:
            self._add_recent(recent)
        hint = translate("Welcome", "Or drop a project here.")
        self.column.addWidget(text_label(hint, "small", wrap=True))

    def focus_recent(self, row: int) -> None:
        """The keys are at this recent project, or the last one; at the first button where there is none."""
        if self._rows is None:
            self.setFocus()
            return
        model = self._rows.model()
        self._rows.setCurrentIndex(model.index(min(row, model.rowCount() - 1), 0))
        self._rows.setFocus()

    def show_empty(self) -> None:
        """The open project has no article."""
        self._clear()
        words = translate("Welcome", "Drop text files or a folder here, or choose them.")
        self._say(translate("Welcome", "This project has no articles yet."), words)
        first = self._offer("add", translate("Welcome", "Add articles: files…"), primary=True)
        self._offer("add_folder", translate("Welcome", "Add articles: folder…"))
        self.setFocusProxy(first)

    def _say(self, head: str, words: str) -> None:
        self.column.addWidget(text_label(head, "title", wrap=True))
        self.column.addWidget(text_label(words, "muted", wrap=True))

    def _offer(self, action: str, words: str, *, primary: bool = False) -> QPushButton:
        button = CapButton(words, self._keys.get(action, ""), primary=primary)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAutoDefault(True)  # Enter presses it, too
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.action.emit(action))
        self.column.addWidget(button)
        return button

    def _add_recent(self, recent: Sequence[Recent]) -> None:
        words = translate("Welcome", "Last time")
        self.column.addWidget(text_label(words, "muted"))
        rows = self._rows = RecentList(words, _RecentDelegate())
        model: TupleModel[Recent] = TupleModel(_words, rows)
        model.set_rows(recent)
        rows.setModel(model)
        rows.setCurrentIndex(model.index(0, 0))
        card = Card()
        card.column.addWidget(rows)
        self.column.addWidget(card)
        height = rows.sizeHintForRow(0)
        rows.setFixedHeight(height * min(len(recent), SHOWN) + 2)
        rows.chosen.connect(lambda number: self._choose(recent[number]))
        rows.dropped.connect(lambda number: self.recent_dropped.emit(recent[number].path))
        if any(row.there for row in recent):
            self.setFocusProxy(rows)

    def _choose(self, row: Recent) -> None:
        self.recent_chosen.emit(row.path)

    def _clear(self) -> None:
        self.setFocusProxy(None)  # type: ignore[arg-type]
        self._rows = None
        while self.column.count():
            item = self.column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
