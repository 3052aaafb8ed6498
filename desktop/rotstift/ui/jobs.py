"""Long work beside the typing: import, export, training; one at a time, with progress and cancel."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from rotstift.formats import Annotated, Found
from rotstift.model.report import Report
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.session import exporting, importing
from rotstift.session.exporting import ExportError, ExportPlan
from rotstift.session.feed import Cancelled, Feed
from rotstift.session.session import Session
from rotstift.session.worker import Worker
from rotstift.store.errors import StoreError
from rotstift.ui.bridge import Bridge
from rotstift.ui.panels.parts import counted, translate
from rotstift.ui.panels.status import Job

_POLL_MS = 15


class LongWork(QObject):
    """What all long work has in common: it says how far it is, and ends in exactly one way."""

    progress = Signal(object)
    """Job, for the status line."""
    done = Signal(object)
    failed = Signal(object)
    """One Sentence (a signal of str would make it a plain one)."""
    ended = Signal()
    """After done, failed or cancel."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = Bridge(self)
        self._over = False

    def cancel(self) -> None:
        """End it; what is complete stays."""
        self._end()

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


class ImportWork(LongWork):
    """Files are read on a thread and written into the project here, a portion at a time."""

    def __init__(self, session: Session, paths: Sequence[Path], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._paths = tuple(paths)
        self._report = importing.ImportReport()
        self._room = threading.Semaphore(2)

    def start(self) -> None:
        """Begin."""
        self._tell()
        threading.Thread(target=self._read, name="import", daemon=True).start()

    def _read(self) -> None:
        for portion in importing.batches(importing.read(self._paths, self._session)):
            self._room.acquire()
            if self._over:
                return
            self._bridge.deliver(lambda some=portion: self._take(some))  # type: ignore[misc]
        self._bridge.deliver(lambda: self._finish(self._report))

    def _take(self, portion: list[Found]) -> None:
        if self._over:
            return
        try:
            importing.take(self._session, portion, self._report)
        except StoreError as error:
            self._fail(error.sentence)
        self._room.release()
        self._tell()

    def _tell(self) -> None:
        words = counted(
            len(self._report.added), "Jobs", QT_TRANSLATE_NOOP("Jobs", "Adding articles: %n", "", 1)
        )
        self.progress.emit(Job("import", words))

    def cancel(self) -> None:
        """Stop reading; the articles that are in stay in."""
        self._finish(self._report)
        self._room.release()


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
        except ExportError as error:
            sentence = error.sentence
            self._bridge.deliver(lambda: self._fail(sentence))
            return
        self._bridge.deliver(lambda: self._finish(report))

    def _give(self) -> None:
        for _ in range(4):
            if self._waiting is None and not self._fetch():
                return
            if self._waiting is None or not self._feed.offer(self._waiting):
                return
            self._waiting = None
            self._fed += 1
        words = translate("Jobs", "Exporting")
        self.progress.emit(Job("export", words, self._fed, self._total))

    def _fetch(self) -> bool:
        try:
            self._waiting = next(self._articles, None)
        except StoreError as error:
            self._feed.cancel()
            self._fail(error.sentence)
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

    def __init__(self, session: Session, out: Path, steps: int, parent: QObject) -> None:
        super().__init__(parent)
        self._out = out
        self._steps = steps
        self._worker = Worker(self._bridge.deliver)
        options: Mapping[str, Any] = {"split_hyphens": True}
        plan = ExportPlan(exporting.SPACY, out / "data", options=options)
        self._export = ExportWork(session, plan, self._worker, self)
        self._export.progress.connect(self.progress)
        self._export.failed.connect(self._fail)
        self._export.done.connect(self._train)

    def start(self) -> None:
        """Begin."""
        self._export.start()

    def _train(self, _report: Report) -> None:
        message = exporting.train_message(self._out / "data", self._out / "model", self._steps)
        self._tell(0, self._steps, "")
        self._worker.request(message, self._trained, self._fail, self._tell)

    def _tell(self, done: int, total: int, words: str) -> None:
        head = translate("Jobs", "Training")
        self.progress.emit(Job("train", f"{head} {_step_words(words)}".strip(), done, total))

    def _trained(self, result: Mapping[str, Any]) -> None:
        self._finish(dict(result))

    def _end(self) -> None:
        super()._end()
        threading.Thread(target=self._worker.stop, name="stop training", daemon=True).start()

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
        """True while something runs."""
        return self._work is not None

    def run(
        self,
        work: "ImportWork | ExportWork | TrainWork",
        done: Callable[[Any], None],
        failed: Callable[[str], None],
    ) -> None:
        """Start a work; exactly one of `done` and `failed` is called, or none after a cancel."""
        if self._work is not None:
            failed(Sentence(BUSY))
            return
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
