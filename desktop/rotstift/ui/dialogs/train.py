"""TrainDialog: how long to train, and where the pipeline goes; the progress is in the status line."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui.dialogs.base import PathField, Sheet, add_row, form, push_button, with_margin
from rotstift.ui.panels.parts import counted, text_label, translate

FEW = 20
"""Fewer confirmed articles than this get a warning (our judgement, not a measurement)."""


@dataclass(frozen=True, slots=True)
class TrainOptions:
    """What the person chose."""

    steps: int
    folder: Path
    seed: int = 0
    resume: bool = False
    """Go on with the training that was stopped in that folder."""


class TrainDialog(Sheet):
    """Says `chosen(TrainOptions)`."""

    chosen = Signal(object)

    def __init__(
        self,
        confirmed: int,
        folder: Path,
        steps: int = 1_000,
        *,
        unfinished: Callable[[Path], int | None] = lambda _folder: None,
        parent: QWidget | None = None,
    ) -> None:
        """`confirmed`: articles there are to learn from; `unfinished`: the step that a stopped
        training in a folder would go on from."""
        super().__init__(translate("TrainDialog", "Train"), _intro(confirmed), parent)
        self.steps = QSpinBox()
        self.steps.setRange(10, 1_000_000)
        self.steps.setSingleStep(100)
        self.steps.setGroupSeparatorShown(True)
        self.steps.setValue(steps)
        with_margin(self.steps)
        self.folder = PathField(folder, folder=True)
        rows = form()
        add_row(rows, translate("TrainDialog", "Steps"), self.steps)
        add_row(rows, translate("TrainDialog", "Folder of the new pipeline"), self.folder)
        self.seed = QSpinBox()
        self.seed.setRange(0, 9_999)
        self.seed.setToolTip(
            translate("TrainDialog", "Another number: another split, another order")
        )
        with_margin(self.seed)
        add_row(rows, translate("TrainDialog", "Seed"), self.seed)
        self.column.addLayout(rows)
        self._unfinished = unfinished
        self.resume = QCheckBox()
        self.resume.setChecked(True)
        self.column.addWidget(self.resume)
        if 0 < confirmed < FEW:
            self.column.addWidget(text_label(_few(), "warn", wrap=True))
        self.column.addStretch(1)
        self._confirmed = confirmed
        self.train = push_button(translate("TrainDialog", "Train"))
        self.train.clicked.connect(self._train)
        self.folder.changed.connect(self._check)
        self.add_buttons(self.cancel_button(), self.train)
        self._check()
        self.setMinimumWidth(520)

    def _check(self) -> None:
        folder = self.folder.path()
        self.train.setEnabled(self._confirmed > 0 and folder is not None)
        step = self._unfinished(folder) if folder else None
        words = translate(
            "TrainDialog", "Go on with the training that was stopped there at step {0}"
        )
        self.resume.setText(words.replace("{0}", str(step or 0)))
        self.resume.setAccessibleName(self.resume.text())
        self.resume.setVisible(step is not None)

    def _train(self) -> None:
        folder = self.folder.path()
        if folder is None:
            return
        resume = self._unfinished(folder) is not None and self.resume.isChecked()
        options = TrainOptions(self.steps.value(), folder, self.seed.value(), resume)
        self.accept()
        self.chosen.emit(options)


def _intro(confirmed: int) -> str:
    if not confirmed:
        return translate(
            "TrainDialog",
            "No article is confirmed yet. Confirm some first: they are what is learnt.",
        )
    words = QT_TRANSLATE_NOOP(
        "TrainDialog",
        "A pipeline learns from %n confirmed article(s). You can go on working meanwhile.",
        "",
        1,
    )
    return counted(confirmed, "TrainDialog", words)


def _few() -> str:
    return translate(
        "TrainDialog",
        "These are few articles: expect little from the pipeline, and train again later.",
    )
