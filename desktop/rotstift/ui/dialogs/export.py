"""ExportDialog: which articles, in which format, where to. ExportReportDialog: what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from rotstift.model.items import Status
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui.dialogs.base import (
    PathField,
    Sheet,
    add_row,
    form,
    push_button,
    shortened,
    table,
    with_margin,
)
from rotstift.ui.panels import paint
from rotstift.ui.panels.articles import status_words
from rotstift.ui.panels.parts import counted, text_label, translate

_STATUSES = (
    Status.CONFIRMED,
    Status.IN_PROGRESS,
    Status.FLAGGED,
    Status.SKIPPED,
    Status.NEW,
)


@dataclass(frozen=True, slots=True)
class FormatRow:
    """One format that can be written."""

    id: str
    name: str
    """As the person reads it: "spaCy (DocBin)"."""
    note: str = ""
    """One sentence about what it is for and what it cannot carry."""
    suffix: str = ""
    """Of the file; empty for a format that writes a folder."""
    splits: bool = False
    """It has a training and a development part, and spaCy's options."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What the person chose."""

    format_id: str
    statuses: frozenset[Status]
    target: Path
    dev_share: float = 0.2
    """Share of the articles that go into the development part, 0 to 1."""
    seed: int = 0
    """The same seed gives the same split."""
    split_hyphens: bool = True


class _SplitBox(QWidget):
    """The options of a format with a training and a development part."""

    def __init__(self, options: ExportOptions | None) -> None:
        super().__init__()
        self.share = QDoubleSpinBox()
        self.share.setRange(0, 90)
        self.share.setDecimals(0)
        self.share.setSuffix(" %")
        self.share.setValue(100 * (options.dev_share if options else 0.2))
        self.seed = QSpinBox()
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setValue(options.seed if options else 0)
        self.hyphens = QCheckBox(translate("ExportDialog", "Split tokens at hyphens"))
        self.hyphens.setAccessibleName(self.hyphens.text())
        self.hyphens.setChecked(options.split_hyphens if options else True)
        self.hyphens.setToolTip(
            paint.tip(
                translate(
                    "ExportDialog",
                    "An entity may be a part of a word; without this such entities cannot be "
                    "written for spaCy.",
                )
            )
        )
        with_margin(self.share)
        with_margin(self.seed)
        rows = form()
        add_row(rows, translate("ExportDialog", "Kept for testing"), self.share)
        add_row(rows, translate("ExportDialog", "Seed"), self.seed)
        rows.addRow("", self.hyphens)
        rows.setContentsMargins(0, 0, 0, 0)
        self.setLayout(rows)


class ExportDialog(Sheet):
    """Says `chosen(ExportOptions)` when everything needed is there."""

    chosen = Signal(object)

    def __init__(
        self,
        formats: Sequence[FormatRow],
        counts: Mapping[Status, int],
        folder: Path,
        name: str,
        last: ExportOptions | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`counts`: articles of each status; `folder` and `name` make the proposed target."""
        super().__init__(translate("ExportDialog", "Export"), "", parent)
        self._formats = tuple(formats)
        self._counts = counts
        self._proposal = folder / name
        self.format = self._format_box(last)
        self.note = text_label("", "small", wrap=True)
        self.statuses = self._status_boxes(last)
        self.split = _SplitBox(last)
        self.target = PathField(None, folder=False)
        self.problem = text_label("", "warn", wrap=True)
        self.export = push_button(translate("ExportDialog", "Export"))
        self.export.clicked.connect(self._export)
        self._lay_out()
        self.setMinimumWidth(520)
        self._format_changed()
        self.format.currentIndexChanged.connect(self._format_changed)
        self.target.changed.connect(self._check)

    def _format_box(self, last: ExportOptions | None) -> QComboBox:
        box = QComboBox()
        for row in self._formats:
            box.addItem(row.name, row.id)
        box.setCurrentIndex(max(0, box.findData(last.format_id)) if last else 0)
        return box

    def _status_boxes(self, last: ExportOptions | None) -> dict[Status, QCheckBox]:
        wanted = last.statuses if last else {Status.CONFIRMED}
        boxes = {}
        for status in _STATUSES:
            count = QLocale().toString(self._counts.get(status, 0))
            box = QCheckBox(f"{status_words(status)} ({count})")
            box.setAccessibleName(box.text())
            box.setChecked(status in wanted)
            box.toggled.connect(self._check)
            boxes[status] = box
        return boxes

    def _lay_out(self) -> None:
        rows = form()
        add_row(rows, translate("ExportDialog", "Format"), self.format)
        rows.addRow("", self.note)
        self.note.setContentsMargins(2, 0, 0, 0)
        box = QWidget()
        boxes = QVBoxLayout(box)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.setSpacing(2)
        for check in self.statuses.values():
            boxes.addWidget(check)
        add_row(rows, translate("ExportDialog", "Articles"), box)
        rows.addRow("", self.split)
        add_row(rows, translate("ExportDialog", "Where to"), self.target)
        self.column.addLayout(rows)
        self.column.addWidget(self.problem)
        self.column.addStretch(1)
        self.add_buttons(self.cancel_button(), self.export)

    def _row(self) -> FormatRow:
        return self._formats[max(0, self.format.currentIndex())]

    def _format_changed(self) -> None:
        row = self._row()
        self.note.setText(row.note)
        self.note.setVisible(bool(row.note))
        self.split.setVisible(row.splits)
        self.target.folder = not row.suffix
        self.target.suffix = row.suffix
        stem = f"{self._proposal.name}{row.suffix or '-' + row.id}"
        self.target.set_path(self._proposal.with_name(stem))
        self._check()

    def _check(self) -> None:
        problem = self._problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.export.setEnabled(not problem)

    def _problem(self) -> str:
        chosen = self._statuses()
        if not chosen:
            return translate("ExportDialog", "Choose which articles to export.")
        if not sum(self._counts.get(status, 0) for status in chosen):
            return translate(
                "ExportDialog",
                "No article has this status yet. Confirm one first, or choose another status.",
            )
        if self.target.path() is None:
            return translate("ExportDialog", "Choose where to write.")
        return ""

    def _statuses(self) -> frozenset[Status]:
        return frozenset(status for status, box in self.statuses.items() if box.isChecked())

    def options(self) -> ExportOptions:
        """What is chosen now. Raises ValueError while there is no target."""
        target = self.target.path()
        if target is None:
            raise ValueError("no target")
        return ExportOptions(
            format_id=self._row().id,
            statuses=self._statuses(),
            target=target,
            dev_share=self.split.share.value() / 100,
            seed=self.split.seed.value(),
            split_hyphens=self.split.hyphens.isChecked(),
        )

    def _export(self) -> None:
        options = self.options()
        self.accept()
        self.chosen.emit(options)


@dataclass(frozen=True, slots=True)
class KindRow:
    """What became of one kind of thing: articles, entities, quotes, speakers, ..."""

    kind: str
    asked: int
    written: int
    adapted: int = 0
    """Written, but not quite as it was."""
    impossible: int = 0
    """Not written: the format cannot carry it."""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One thing that could not be written as it was."""

    article: str
    text: str
    reason: str


_REPORT_WIDTH = 720


class ExportReportDialog(Sheet):
    """Figures for each kind, and every case with its reason."""

    open_folder = Signal()
    train = Signal()
    """Train on what was written; offered only with `can_train`."""

    def __init__(
        self,
        target: Path,
        kinds: Sequence[KindRow],
        cases: Sequence[CaseRow] = (),
        *,
        notes: Sequence[str] = (),
        can_train: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`notes`: sentences about the whole export."""
        super().__init__(translate("ExportReportDialog", "Exported"), str(target), parent)
        self.kinds = self._kind_table(kinds)
        self.column.addWidget(self.kinds)
        self.column.addWidget(text_label(self._summary(cases), "muted", wrap=True))
        if cases:
            self.cases = self._case_table(cases)
            self.column.addWidget(self.cases, 1)
        for note in notes:
            self.column.addWidget(text_label(note, "warn", wrap=True))
        self._add_buttons(can_train=can_train)
        # Qt's own minimum does not count the lines that wrapped words take at this width.
        needed = self.column.totalHeightForWidth(_REPORT_WIDTH)
        self.resize(_REPORT_WIDTH, max(needed, 520 if cases else 0))

    def _kind_table(self, kinds: Sequence[KindRow]) -> QWidget:
        head = (
            translate("ExportReportDialog", "What"),
            translate("ExportReportDialog", "asked"),
            translate("ExportReportDialog", "written"),
            translate("ExportReportDialog", "adapted"),
            translate("ExportReportDialog", "impossible"),
        )
        rows = [(row.kind, row.asked, row.written, row.adapted, row.impossible) for row in kinds]
        name = translate("ExportReportDialog", "Figures")
        return table(name, head, rows, stretch=0, lines=min(len(rows), 8))

    def _summary(self, cases: Sequence[CaseRow]) -> str:
        if not cases:
            return translate("ExportReportDialog", "Everything was written as it is.")
        words = QT_TRANSLATE_NOOP(
            "ExportReportDialog", "%n thing(s) could not be written as they are:", "", 1
        )
        return counted(len(cases), "ExportReportDialog", words)

    def _case_table(self, cases: Sequence[CaseRow]) -> QWidget:
        head = (
            translate("ExportReportDialog", "Article"),
            translate("ExportReportDialog", "Text"),
            translate("ExportReportDialog", "Reason"),
        )
        rows = [(shortened(row.article, 40), shortened(row.text, 40), row.reason) for row in cases]
        return table(translate("ExportReportDialog", "Cases"), head, rows, stretch=2)

    def _add_buttons(self, *, can_train: bool) -> None:
        folder = push_button(translate("ExportReportDialog", "Open folder"))
        folder.clicked.connect(self.open_folder)
        buttons: list[QPushButton] = [folder]
        if can_train:
            train = push_button(translate("ExportReportDialog", "Train on it"))
            train.clicked.connect(self._train)
            buttons.append(train)
        close = self.close_button()
        self.add_buttons(*buttons, close)
        self.focus_on(close)

    def _train(self) -> None:
        self.accept()
        self.train.emit()
