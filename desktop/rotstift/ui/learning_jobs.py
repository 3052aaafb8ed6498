"""Long work of learning: pipelines measured, put to use for the articles still to do, brought in."""

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, QTimer

from rotstift.formats import Annotated
from rotstift.model.items import Status
from rotstift.model.scheme import Scheme
from rotstift.session import pipelines
from rotstift.session.evaluating import Measured, evaluate
from rotstift.session.session import Session
from rotstift.session.suggesting import (
    SuggestReport,
    is_untouched,
    message_for,
    take_result,
)
from rotstift.session.worker import Worker
from rotstift.store.errors import StoreError
from rotstift.ui.jobs import LongWork, close_beside, sentence_of, unforeseen
from rotstift.ui.panels.parts import translate
from rotstift.ui.panels.status import Job

EXAMPLES = 40
"""Mistakes of each kind that a comparison shows."""
SEEK_S = 0.008
"""How long articles that somebody has begun with are passed by before keys have their turn."""


class EvaluateWork(LongWork):
    """Pipelines mark confirmed articles on a thread, with a worker of their own; writes nothing."""

    def __init__(
        self,
        articles: Sequence[Annotated],
        names: Sequence[str],
        parent: QObject,
        scheme: Scheme | None = None,
    ) -> None:
        super().__init__(parent)
        self._articles = tuple(articles)
        self._scheme = scheme
        self._names = tuple(names)
        self._worker = Worker()

    def start(self) -> None:
        """Begin."""
        self._tell(0)
        threading.Thread(target=self._measure, name="evaluate", daemon=True).start()

    def _measure(self) -> None:
        done: list[Measured] = []
        try:
            for number, name in enumerate(self._names):
                done.append(self._one(name, number * len(self._articles)))
        except Exception as error:
            sentence = sentence_of(error)
            self._bridge.deliver(lambda: self._fail(sentence))
            return
        self._bridge.deliver(lambda: self._finish(done))

    def _one(self, name: str, before: int) -> Measured:
        measured = Measured(name)
        steps = evaluate(self._articles, name, self._worker, EXAMPLES, self._scheme)
        for number, step in enumerate(steps):
            measured = step
            self._bridge.deliver(partial(self._tell, before + number))
        return measured

    def _tell(self, done: int) -> None:
        total = len(self._articles) * len(self._names)
        self._say(Job("evaluate", translate("Jobs", "Comparing pipelines"), done, total))

    def _end(self) -> None:
        super()._end()
        close_beside(self._worker)


class UntouchedWork(LongWork):
    """New suggestions for the articles that no person has touched, one article after the other."""

    def __init__(self, session: Session, pipeline: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pipeline = pipeline
        self._worker = Worker(self._bridge.deliver)
        self._ids = session.project.ids((Status.NEW, Status.IN_PROGRESS))
        self._next = 0
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        self._report = SuggestReport()

    def start(self) -> None:
        """Begin."""
        self._go_on()

    def _go_on(self) -> None:
        """Ask for the next article that nobody has begun with; keys come first while it is sought."""
        until = monotonic() + SEEK_S
        while not self._over and self._next < len(self._ids):
            article_id = self._ids[self._next]
            self._next += 1
            self._tell()
            try:
                if is_untouched(self._session, self._session.row(article_id)):
                    message = message_for(self._session.look(article_id), self._pipeline)
                    self._worker.request(message, partial(self._take, article_id), self._fail)
                    return
            except StoreError as error:
                self._report.troubles.append(error.sentence)
            if monotonic() > until:
                self._timer.start()
                return
        if not self._over:
            self._finish(self._report)

    def _take(self, article_id: str, result: Mapping[str, Any]) -> None:
        if self._over:
            return
        try:
            if is_untouched(self._session, self._session.row(article_id)):
                take_result(self._session, article_id, result, self._report, again=True)
        except StoreError as error:
            self._fail(error.sentence)
            return
        except (ValueError, KeyError) as error:
            self._fail(unforeseen(error))
            return
        self._go_on()

    def _tell(self) -> None:
        words = translate("Jobs", "New suggestions for the articles still to do")
        self._say(Job("untouched", words, self._next, len(self._ids)))

    def _end(self) -> None:
        self._timer.stop()
        super()._end()
        close_beside(self._worker)

    def cancel(self) -> None:
        """Stop; the suggestions that are in stay in, each can be undone."""
        self._finish(self._report)


class AddPipelineWork(LongWork):
    """A pipeline is checked and unpacked on a thread."""

    def __init__(self, add: Callable[[], pipelines.Card], parent: QObject) -> None:
        super().__init__(parent)
        self._add = add

    def start(self) -> None:
        """Begin."""
        self._say(Job("pipeline", translate("Jobs", "Adding a pipeline")))
        threading.Thread(target=self._run, name="add pipeline", daemon=True).start()

    def _run(self) -> None:
        try:
            card = self._add()
        except Exception as error:
            sentence = sentence_of(error)
            self._bridge.deliver(lambda: self._fail(sentence))
            return
        self._bridge.deliver(lambda: self._finish(card))
