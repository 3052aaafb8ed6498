"""Long work beside the typing: import, export, training, check, backup; one at a time, to be cancelled."""

import threading
import traceback
from collections.abc import Callable, Iterator, Mapping
from time import monotonic
from typing import Any

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from rotstift.formats import Annotated
from rotstift.model.report import Report
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.training_state import Point
from rotstift.session import exporting, keeping
from rotstift.session.exporting import ExportPlan
from rotstift.session.feed import Cancelled, Feed
from rotstift.session.session import Session
from rotstift.session.training import TrainPlan, TrainResult, train_message
from rotstift.session.worker import Worker
from rotstift.store.backup import Copying
from rotstift.store.errors import StoreError
from rotstift.ui.bridge import Bridge
from rotstift.ui.panels.parts import translate
from rotstift.ui.panels.status import Job

_POLL_MS = 15
GIVE_S = 0.004
"""How long articles are read for an export before keys and mouse have their turn."""
_UNFORESEEN = QT_TRANSLATE_NOOP(
    "Messages",
    "Something went wrong ({reason}). Your corrections are on disk; go on working.",
)


def unforeseen(error: Exception) -> Sentence:
    """An error that no sentence was written for, a plug-in's mostly: told, and whole on stderr."""
    traceback.print_exception(error)
    return Sentence(_UNFORESEEN, reason=f"{type(error).__name__}: {error}")


def sentence_of(error: Exception) -> Sentence:
    """What an error says: our own ones carry a sentence, all others are unforeseen."""
    own = getattr(error, "sentence", None)
    return own if isinstance(own, Sentence) else unforeseen(error)


def close_beside(worker: Worker) -> None:
    """End a worker without waiting for it."""
    threading.Thread(target=worker.close, name="close worker", daemon=True).start()


class LongWork(QObject):
    """What all long work has in common: it says how far it is, and ends in exactly one way."""

    progress = Signal(object)
    """Job, for the status line."""
    done = Signal(object)
    failed = Signal(object)
    """One Sentence (a signal of str would make it a plain one)."""
    ended = Signal()
    """After done, failed or cancel."""
    gives_way = False
    """Nobody asked for it: it is cancelled when somebody wants something done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = Bridge(self)
        self._over = False

    def start(self) -> None:
        """Begin."""
        raise NotImplementedError

    def cancel(self) -> None:
        """End it; what is complete stays."""
        self._end()

    def _say(self, job: Job) -> None:
        if not self._over:
            self.progress.emit(job)

    def _end(self) -> None:
        if not self._over:
            self._over = True
            self.ended.emit()

    def _finish(self, result: object) -> None:
        if not self._over:
            self.done.emit(result)
        self._end()

    def _fail(self, sentence: str) -> None:
        if not self._over:
            self.failed.emit(sentence)
        self._end()


class ExportWork(LongWork):
    """Articles are read from the project here, one at a time, and written on a thread."""

    def __init__(self, session: Session, plan: ExportPlan, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._plan = plan
        self._worker = worker
        self._total = exporting.check_plan(session, plan)
        self._articles: Iterator[Annotated] = exporting.chosen_articles(session, plan)
        self._waiting: Annotated | None = None
        self._fed = 0
        self._feed: Feed[Annotated] = Feed()
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._give)

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._write, name="export", daemon=True).start()
        self._timer.start()

    def _write(self) -> None:
        try:
            report = exporting.write_export(self._plan, self._feed, self._worker)
        except Cancelled:
            return
        except Exception as error:
            sentence = sentence_of(error)
            self._bridge.deliver(lambda: self._fail(sentence))
            return
        self._bridge.deliver(lambda: self._finish(report))

    def _give(self) -> None:
        until = monotonic() + GIVE_S
        while monotonic() < until:
            if self._waiting is None and not self._fetch():
                return
            if self._waiting is None or not self._feed.offer(self._waiting):
                return
            self._waiting = None
            self._fed += 1
        words = translate("Jobs", "Exporting")
        self._say(Job("export", words, self._fed, self._total))

    def _fetch(self) -> bool:
        try:
            self._waiting = next(self._articles, None)
        except Exception as error:
            self._feed.cancel()
            self._fail(sentence_of(error))
            return False
        if self._waiting is None and self._feed.end():
            self._timer.stop()
        return self._waiting is not None

    def _end(self) -> None:
        self._timer.stop()
        super()._end()

    def cancel(self) -> None:
        """Stop; nothing is left behind."""
        self._feed.cancel()
        super().cancel()


class TrainWork(LongWork):
    """Exports the confirmed articles, then trains on them in a worker of its own."""

    point = Signal(object)
    """nlp.training_state.Point, one after the other."""

    def __init__(self, session: Session, plan: TrainPlan, parent: QObject) -> None:
        super().__init__(parent)
        self._plan = plan
        self._worker = Worker(self._bridge.deliver)
        self._export = ExportWork(session, plan.export, self._worker, self)
        self._export.progress.connect(self.progress)
        self._export.failed.connect(self._fail)
        self._export.done.connect(self._train)

    def start(self) -> None:
        """Begin."""
        self._export.start()

    def _train(self, _report: Report) -> None:
        self._tell(0, self._plan.steps, "")
        message = train_message(self._plan)
        self._worker.request(message, self._trained, self._fail, self._tell, point=self._point)

    def _tell(self, done: int, total: int, words: str) -> None:
        head = translate("Jobs", "Training")
        self._say(Job("train", f"{head} {_step_words(words)}".strip(), done, total))

    def _point(self, data: Mapping[str, Any]) -> None:
        if not self._over:
            self.point.emit(Point.from_json(data))

    def _trained(self, result: Mapping[str, Any]) -> None:
        self._finish(TrainResult.of(result))

    def _end(self) -> None:
        super()._end()
        close_beside(self._worker)

    def cancel(self) -> None:
        """End the training program."""
        self._export.cancel()
        super().cancel()


def _step_words(words: str) -> str:
    """What training says of itself ("preparing", "score 0.853") in the person's words."""
    name, _, score = words.partition(" ")
    if name == "score":
        template = translate("Jobs", "score {0}")
        return template.replace("{0}", QLocale().toString(float(score), "f", 3))
    preparing = translate("Jobs", "preparing")
    return preparing if name == "preparing" else words


class BackupWork(LongWork):
    """Another process copies the project; here it is begun, looked after and given its name."""

    def __init__(self, session: Session, parent: QObject, *, asked: bool) -> None:
        """One that nobody asked for is quiet, and gives way."""
        super().__init__(parent)
        self.gives_way = not asked
        self._session = session
        self._copying: Copying | None = None
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin."""
        try:
            self._copying = keeping.begin_backup(self._session)
        except StoreError as error:
            self._fail(error.sentence)
            return
        self._timer.start()

    def _look(self) -> None:
        if self._copying is None:
            return
        if not self._copying.copied:
            if not self.gives_way:
                words = translate("Jobs", "Writing a backup")
                self._say(Job("backup", words, *self._copying.progress))
            return
        try:
            path = self._copying.finish()
        except StoreError as error:
            self._fail(error.sentence)
            return
        keeping.thin_out_beside(self._session)
        self._finish(path)

    def _end(self) -> None:
        self._timer.stop()
        if self._copying is not None:
            self._copying.cancel()
        super()._end()


BUSY = QT_TRANSLATE_NOOP("Messages", "Something is still running: wait for it, or cancel it first.")


class Jobs(QObject):
    """At most one long work at a time; its progress goes to the status line."""

    changed = Signal(object)
    """Job, or None when nothing runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: LongWork | None = None

    @property
    def busy(self) -> bool:
        """True while something runs that somebody asked for."""
        return self._work is not None and not self._work.gives_way

    @property
    def idle(self) -> bool:
        """True while nothing runs at all."""
        return self._work is None

    def run(
        self, work: LongWork, done: Callable[[Any], None], failed: Callable[[str], None]
    ) -> None:
        """Start a work; exactly one of `done` and `failed` is called, or none after a cancel."""
        if self.busy:
            failed(Sentence(BUSY))
            return
        self.cancel()
        self._work = work
        work.progress.connect(self.changed)
        work.done.connect(done)
        work.failed.connect(failed)
        work.ended.connect(self._ended)
        work.start()

    def cancel(self) -> None:
        """End what runs."""
        if self._work is not None:
            self._work.cancel()

    def _ended(self) -> None:
        work, self._work = self._work, None
        if work is not None:
            work.deleteLater()
        self.changed.emit(None)
