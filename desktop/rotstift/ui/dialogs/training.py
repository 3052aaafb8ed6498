"""TrainingSheet: score and loss as they come; when it has ended, what came out and what to do with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui.dialogs.base import Sheet, push_button, table
from rotstift.ui.panels.parts import counted, text_label, translate
from rotstift.ui.panels.plots import Curve, CurvePoint

ROOM = 40
"""Logical pixels that the curve gets beyond the least."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a training came to."""

    pipeline: str
    """Folder of the new pipeline."""
    figures: Sequence[tuple[str, str]]
    """Name and value, in words."""
    words: str = ""
    """What else there is to say, a sentence."""


class TrainingSheet(Sheet):
    """Stays beside the work; closing it does not end the training."""

    stopped = Signal()
    """The person wants the training to end."""
    use = Signal(str)
    """Let this pipeline mark the articles still to do."""
    compare = Signal(str)
    """Compare this pipeline with the others."""

    def __init__(self, articles: int, parent: QWidget | None = None) -> None:
        super().__init__(translate("TrainingSheet", "Training"), _intro(articles), parent)
        self.curve = Curve()
        self.column.addWidget(self.curve, 1)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(translate("TrainingSheet", "Progress"))
        self.bar.setTextVisible(False)
        self.column.addWidget(self.bar)
        self.words = text_label(translate("TrainingSheet", "preparing"), "muted", wrap=True)
        self.column.addWidget(self.words)
        self.stop = push_button(translate("TrainingSheet", "Stop training"))
        self.stop.clicked.connect(self.stopped)
        self.again = push_button(translate("TrainingSheet", "Compare …"))
        self.take = push_button(translate("TrainingSheet", "Use it for the articles still to do"))
        self.again.hide()
        self.take.hide()
        self.close_it = self.close_button()
        self.add_buttons(self.stop, self.again, self.close_it, self.take)
        self.resize(680, 460)

    def tell(self, points: Sequence[CurvePoint], done: int, steps: int, words: str) -> None:
        """How far it is."""
        self.curve.set_points(points, steps)
        self.bar.setRange(0, max(steps, 1))
        self.bar.setValue(done)
        self.words.setText(words)

    def end(self, outcome: Outcome) -> None:
        """It has come to its end: the figures, and what can be done with it."""
        self.stop.hide()
        self.bar.hide()
        self.words.setText(outcome.words)
        head = (translate("TrainingSheet", "On the articles held out"), "")
        figures = table(
            translate("TrainingSheet", "Figures"),
            head,
            list(outcome.figures),
            stretch=0,
            lines=min(len(outcome.figures), 8),
        )
        self.column.insertWidget(self.column.count() - 1, figures)
        self.again.clicked.connect(lambda: self.compare.emit(outcome.pipeline))
        self.take.clicked.connect(lambda: self.use.emit(outcome.pipeline))
        self.again.show()
        self.take.show()
        self.focus_on(self.take)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Room for everything; not before Qt has counted what was shown and hidden just now."""
        needed = self.column.totalHeightForWidth(self.width()) + ROOM
        self.resize(self.width(), max(self.height(), needed))

    def fail(self, words: str) -> None:
        """It ended without a pipeline."""
        self.stop.hide()
        self.bar.hide()
        self.words.setText(words)


def _intro(articles: int) -> str:
    words = QT_TRANSLATE_NOOP(
        "TrainingSheet",
        "Learning from %n confirmed article(s). Go on working; you can close this window, the "
        "status line shows how far it is.",
        "",
        1,
    )
    return counted(articles, "TrainingSheet", words)
