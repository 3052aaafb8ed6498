"""Suggestions for the open article first, then for the ones after it, from the worker."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.session.desk.core import Core, News
from rotstift.session.suggesting import SuggestReport, message_for, take_result
from rotstift.session.worker import Worker
from rotstift.store.errors import StoreError

AHEAD = 3
"""Articles after the open one that are made ready."""


class Suggestions(QObject):
    """Asks the worker; one request at a time, the open article always next."""

    failed = Signal(object)
    """A Sentence, or the words of an answer that makes no sense."""
    taken = Signal(str)
    """Id of an article that has its suggestions now."""

    def __init__(self, core: Core, worker: Worker, pipeline: str, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._worker = worker
        self.pipeline = pipeline
        self._asked: str | None = None
        self._again: str | None = None
        self._troubled: set[str] = set()
        """Articles that the pipeline failed on: not asked for again by themselves."""
        core.listeners.append(self._on_news)

    def _on_news(self, news: News) -> None:
        if News.ARTICLE in news:
            self.go_on()

    def ask_again(self, article_id: str) -> None:
        """New suggestions for an article that may have some: one undoable edit."""
        self._again = article_id
        self.go_on()

    def go_on(self) -> None:
        """Ask for the next article that needs suggestions, unless an answer is on its way."""
        if self._asked is not None:
            return
        article_id = self._again or self._next()
        if article_id is None:
            return
        self._asked = article_id
        message = message_for(self._core.session.look(article_id), self.pipeline)
        self._worker.request(message, self._take, self._give_up)

    def _next(self) -> str | None:
        order, here = self._core.order, self._core.article_id
        start = order.index(here) if here in order else 0
        for article_id in (here, *order[start : start + 1 + AHEAD]):
            if not article_id or article_id in self._troubled:
                continue
            if not self._core.session.row(article_id).suggested_by:
                return article_id
        return None

    def _take(self, result: Mapping[str, Any]) -> None:
        article_id, again = self._asked, self._asked == self._again
        self._asked = None
        if again:
            self._again = None
        if article_id is None:
            return
        try:
            report = SuggestReport()
            take_result(self._core.session, article_id, result, report, again=again)
        except (StoreError, ValueError, KeyError) as error:
            self._troubled.add(article_id)
            self.failed.emit(error.sentence if isinstance(error, StoreError) else str(error))
            return
        self.taken.emit(article_id)
        if again:
            self._core.say(
                QT_TRANSLATE_NOOP("Messages", "%n new suggestion(s) by {author}.", "", 1),
                n=report.items,
                author=report.author,
            )
        self.go_on()

    def _give_up(self, sentence: Sentence) -> None:
        if self._asked is not None:
            self._troubled.add(self._asked)
        self._asked = self._again = None
        self.failed.emit(sentence)
