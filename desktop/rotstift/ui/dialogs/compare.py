"""CompareDialog: which pipelines on which articles; ComparisonSheet: their figures, and what went wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui.dialogs.base import Sheet, push_button, shortened, table
from rotstift.ui.panels.parts import counted, text_label, translate
from rotstift.ui.panels.plots import BarRow, Bars, Reliability, Trust


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pipeline that can be compared."""

    name: str
    """Name or folder, as the worker knows it."""
    words: str
    """What the person sees."""
    wanted: bool = False


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """What the person chose."""

    pipelines: tuple[str, ...]
    held_out: bool
    """Only the articles that the last training held out."""


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """One thing that a pipeline did otherwise than the person."""

    pipeline: str
    kind: str
    article: str
    """Id."""
    title: str
    found: str
    """What the pipeline says; empty for what it missed."""
    right: str
    """What the person says; empty for what is invented."""
    context: str
    start: int
    """Where it stands: code points."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison shows."""

    articles: int
    pipelines: tuple[str, ...]
    rows: tuple[BarRow, ...]
    trust: tuple[tuple[Trust, ...], ...]
    """For each pipeline."""
    errors: tuple[ErrorRow, ...]
    notes: tuple[str, ...] = ()
    """Sentences: a pipeline was trained on some of these articles, ..."""


class CompareDialog(Sheet):
    """Says `chosen(CompareOptions)`."""

    chosen = Signal(object)

    def __init__(
        self,
        candidates: Sequence[Candidate],
        confirmed: int,
        held_out: int,
        parent: QWidget | None = None,
    ) -> None:
        """`held_out`: how many articles the last training left out; 0 where there was none."""
        intro = translate(
            "CompareDialog",
            "Each pipeline marks confirmed articles as if they were new; what it does is compared "
            "with what you confirmed.",
        )
        super().__init__(translate("CompareDialog", "Compare pipelines"), intro, parent)
        self.boxes = {one.name: self._box(one) for one in candidates}
        self.whole = QRadioButton(_articles(confirmed))
        self.part = QRadioButton(_held_out(held_out))
        self._group = QButtonGroup(self)
        for button in (self.part, self.whole):
            self._group.addButton(button)
            button.setAccessibleName(button.text())
            self.column.addWidget(button)
        self.part.setEnabled(held_out > 0)
        (self.part if held_out else self.whole).setChecked(True)
        self.go = push_button(translate("CompareDialog", "Compare"))
        self.go.clicked.connect(self._go)
        self.go.setEnabled(confirmed > 0)
        if not confirmed:
            words = translate(
                "CompareDialog", "No article is confirmed yet: there is nothing to compare with."
            )
            self.column.addWidget(text_label(words, "warn", wrap=True))
        self.add_buttons(self.cancel_button(), self.go)
        self.setMinimumWidth(520)

    def _box(self, one: Candidate) -> QCheckBox:
        box = QCheckBox(one.words.replace("&", "&&"))
        box.setAccessibleName(one.words)
        box.setToolTip(one.name)
        box.setChecked(one.wanted)
        box.toggled.connect(self._check)
        self.column.addWidget(box)
        return box

    def _wanted(self) -> tuple[str, ...]:
        return tuple(name for name, box in self.boxes.items() if box.isChecked())

    def _check(self) -> None:
        self.go.setEnabled(bool(self._wanted()))

    def _go(self) -> None:
        options = CompareOptions(self._wanted(), self.part.isChecked())
        self.accept()
        self.chosen.emit(options)


def _articles(confirmed: int) -> str:
    words = QT_TRANSLATE_NOOP("CompareDialog", "On all confirmed articles (%n)", "", 1)
    return counted(confirmed, "CompareDialog", words)


def _held_out(number: int) -> str:
    words = QT_TRANSLATE_NOOP(
        "CompareDialog", "On the articles that the last training held out (%n)", "", 1
    )
    return counted(number, "CompareDialog", words)


class ComparisonSheet(Sheet):
    """Bars and reliability in one page, the errors in the other; a double click goes to the place."""

    go = Signal(str, int)
    """Article and place of the error chosen."""

    def __init__(self, found: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(translate("ComparisonSheet", "Comparison"), _said(found), parent)
        self._found = found
        for note in found.notes:
            self.column.addWidget(text_label(note, "warn", wrap=True))
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.setAccessibleName(translate("ComparisonSheet", "Pages"))
        self.pages.addTab(self._figures(), translate("ComparisonSheet", "Figures"))
        self.pages.addTab(self._errors(), translate("ComparisonSheet", "What went wrong"))
        self.column.addWidget(self.pages, 1)
        self.add_buttons(self.close_button())
        self.resize(1040, 640)

    def _figures(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 10, 0, 0)
        row.setSpacing(14)
        self.bars = Bars(translate("Plots", "F1 of each label, type and role"))
        self.bars.set_rows(self._found.pipelines, self._found.rows)
        room = QScrollArea()
        room.setAccessibleName(self.bars.accessibleName())
        room.setWidgetResizable(True)
        room.setFrameShape(QScrollArea.Shape.NoFrame)
        room.setWidget(self.bars)
        row.addWidget(room, 3)
        row.addWidget(self._trust(), 2)
        return page

    def _trust(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        self.which = QComboBox()
        self.which.setAccessibleName(translate("ComparisonSheet", "Pipeline"))
        self.which.addItems(self._found.pipelines)
        self.reliability = Reliability()
        self.which.currentIndexChanged.connect(self._show_trust)
        column.addWidget(text_label(translate("ComparisonSheet", "Can the scores be trusted?")))
        column.addWidget(self.which)
        column.addWidget(self.reliability)
        column.addStretch(1)
        self.which.setCurrentIndex(self.which.count() - 1)
        self._show_trust(self.which.currentIndex())
        return box

    def _show_trust(self, number: int) -> None:
        self.reliability.set_points(self._found.trust[number] if number >= 0 else ())

    def _errors(self) -> QWidget:
        head = (
            translate("ComparisonSheet", "Pipeline"),
            translate("ComparisonSheet", "What"),
            translate("ComparisonSheet", "Found"),
            translate("ComparisonSheet", "Confirmed"),
            translate("ComparisonSheet", "Where"),
        )
        rows = [
            (
                one.pipeline,
                one.kind,
                shortened(one.found, 34),
                shortened(one.right, 34),
                _where(one),
            )
            for one in self._found.errors
        ]
        self.errors = table(translate("ComparisonSheet", "What went wrong"), head, rows, stretch=4)
        self.errors.activated.connect(self._activate)
        return self.errors

    def _activate(self, index: QModelIndex) -> None:
        one = self._found.errors[index.row()]
        self.go.emit(one.article, one.start)


def _said(found: Comparison) -> str:
    words = QT_TRANSLATE_NOOP(
        "ComparisonSheet",
        "F1 on %n article(s): entities strict (border and label), quotes by their tokens.",
        "",
        1,
    )
    return counted(found.articles, "ComparisonSheet", words)


def _where(one: ErrorRow) -> str:
    return f"{one.title}: {one.context}" if one.title else one.context


def short_name(pipeline: str) -> str:
    """A folder by its last part, a name as it is."""
    return Path(pipeline).name or pipeline
