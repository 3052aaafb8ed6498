"""RecordSheet: how right the suggestions were, what became of the wrong ones, and what the work took."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from rotstift.ui.dialogs.base import Sheet, push_button
from rotstift.ui.panels.parts import text_label, translate
from rotstift.ui.panels.plots import BarRow, Bars
from rotstift.ui.panels.record_plots import Became, Line, Matrix, Timeline


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure of the whole project."""

    words: str
    value: str


@dataclass(frozen=True, slots=True)
class RecordView:
    """What the sheet shows."""

    headlines: tuple[Headline, ...]
    pipelines: tuple[str, ...]
    acceptance: tuple[BarRow, ...]
    became: tuple[Became, ...]
    columns: tuple[str, ...]
    """What a suggestion can become; the first one is "kept"."""
    days: tuple[str, ...]
    lines: tuple[Line, ...]
    table: str
    """All of it as tab-separated lines, for the clipboard."""


class RecordSheet(Sheet):
    """Three pages of plots under the figures of the whole project."""

    def __init__(self, view: RecordView, parent: QWidget | None = None) -> None:
        intro = translate(
            "RecordSheet",
            "Counted from the project’s log. A suggestion is settled when you accept it, confirm its "
            "article, or correct it. What was undone does not count.",
        )
        super().__init__(translate("RecordSheet", "Effort and acceptance"), intro, parent)
        self._view = view
        self.column.addWidget(_figures(view.headlines))
        if view.acceptance:
            self.column.addWidget(self._plots(), 1)
        else:
            words = translate(
                "RecordSheet",
                "Nothing is settled yet. Correct and confirm a first article; then this shows how "
                "right the suggestions are and what the work takes.",
            )
            self.column.addWidget(text_label(words, "muted", wrap=True))
            self.column.addStretch(1)
        self.copy = push_button(translate("RecordSheet", "Copy as a table"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(view.table))
        self.add_buttons(self.copy, self.close_button())
        self.resize(900, 640 if view.acceptance else 260)

    def _plots(self) -> QTabWidget:
        self.bars = Bars(translate("RecordSheet", "Acceptance of each label and type"))
        self.bars.set_rows(self._view.pipelines, self._view.acceptance)
        self.matrix = Matrix()
        self.matrix.set_rows(self._view.columns, self._view.became)
        self.timeline = Timeline()
        self.timeline.set_lines(self._view.days, self._view.lines)
        pages = QTabWidget()
        pages.setDocumentMode(True)
        pages.setAccessibleName(translate("RecordSheet", "Pages"))
        pages.addTab(_page(self.bars), translate("RecordSheet", "Accepted"))
        pages.addTab(_page(self.matrix), translate("RecordSheet", "What became of them"))
        pages.addTab(_page(self.timeline), translate("RecordSheet", "Day by day"))
        self.pages = pages
        return pages


def _figures(headlines: Sequence[Headline]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 4, 0, 6)
    grid.setHorizontalSpacing(26)
    grid.setVerticalSpacing(0)
    for number, one in enumerate(headlines):
        value = text_label(one.value, "title")
        value.setAccessibleName(f"{one.value} {one.words}")
        grid.addWidget(value, 0, number, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(
            text_label(one.words, "small", wrap=True), 1, number, Qt.AlignmentFlag.AlignTop
        )
        grid.setColumnStretch(number, 1)
    return box


def _page(plot: QWidget) -> QWidget:
    """The plot at the top of a page that scrolls where it is higher or wider."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 10, 0, 0)
    column.addWidget(plot)
    column.addStretch(1)
    room = QScrollArea()
    room.setAccessibleName(plot.accessibleName())
    room.setWidgetResizable(True)
    room.setFrameShape(QScrollArea.Shape.NoFrame)
    room.setWidget(inner)
    return room
