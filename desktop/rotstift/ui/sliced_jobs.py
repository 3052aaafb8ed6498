"""Long work on the window's own thread, in slices between the keys: what needs the project's connection."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, QTimer

from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session import doctor, verdicts
from rotstift.session.session import Session
from rotstift.ui.jobs import LongWork, sentence_of
from rotstift.ui.panels.parts import translate
from rotstift.ui.panels.status import Job

SLICE_S = 0.012
"""How long a slice goes on before keys and mouse have their turn."""


@dataclass(frozen=True, slots=True)
class Slices:
    """A work that goes on step by step; what it yields last is its result."""

    id: str
    words: str
    """English, to be translated in the context Jobs."""
    steps: Callable[[Session], Iterator[Any]]
    progress: Callable[[Any], int]
    """How much a step says is done."""
    total: Callable[[Session, Any], int]


CHECK = Slices(
    "check",
    QT_TRANSLATE_NOOP("Jobs", "Checking"),
    doctor.check,
    lambda report: report.articles,
    lambda session, _report: session.project.count(),
)
RECORD = Slices(
    "record",
    QT_TRANSLATE_NOOP("Jobs", "Counting"),
    verdicts.record,
    lambda found: found.done,
    lambda _session, found: found.total,
)
VOICES = Slices(
    "voices",
    QT_TRANSLATE_NOOP("Jobs", "Counting who says what"),
    lambda _session: iter(()),
    lambda found: found.done,
    lambda _session, found: found.total,
)
"""Its steps are given with the articles."""
SAME = Slices(
    "same",
    QT_TRANSLATE_NOOP("Jobs", "Searching the project"),
    lambda _session: iter(()),
    lambda found: found.done,
    lambda _session, found: found.total,
)
"""Its steps are given with the correction."""


class SlicedWork(LongWork):
    """Runs the slices; done with the last one's result."""

    def __init__(self, slices: Slices, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._slices, self._session = slices, session
        self._steps = slices.steps(session)
        self._last: Any = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin."""
        self._say(Job(self._slices.id, translate("Jobs", self._slices.words)))
        self._timer.start()

    def _go_on(self) -> None:
        until = monotonic() + SLICE_S
        try:
            while monotonic() < until:
                self._last = next(self._steps)
        except StopIteration:
            self._finish(self._last)
            return
        except Exception as error:
            self._fail(sentence_of(error))
            return
        done = self._slices.progress(self._last)
        total = self._slices.total(self._session, self._last)
        self._say(Job(self._slices.id, translate("Jobs", self._slices.words), done, total))

    def _end(self) -> None:
        self._timer.stop()
        if isinstance(self._steps, Generator):
            self._steps.close()  # what it holds open, a transaction even, is let go now
        super()._end()
