"""Suggestions for the open article first, then for the ones after it, from the worker."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.session.desk.core import Core, News
from rotstift.session.suggesting import (
    SuggestReport,
    message_for,
    take_result,
    unserved_sentences,
    wants_suggestions,
)
from rotstift.session.worker import Worker
from rotstift.store.errors import StoreError

AHEAD = 3
"""Articles after the open one that are made ready."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """The request that is on its way."""

    article: str
    pipeline: str
    again: bool


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
        self._pipeline = pipeline
        self._asked: _Asked | None = None
        self._again: str | None = None
        self._troubled: set[str] = set()
        """Articles that the pipeline failed on: not asked for again by themselves."""
        self._told: set[str] = set()
        """Languages of which was said that the pipeline has only rules for their quotes."""
        core.listeners.append(self._on_news)

    def release(self) -> None:
        """The project is about to be closed: what still comes is for nobody."""
        self._core.listeners.remove(self._on_news)
        self._asked = self._again = None

    @property
    def pipeline(self) -> str:
        """Name or path of the pipeline that is asked."""
        return self._pipeline

    def choose(self, pipeline: str) -> None:
        """Ask another pipeline from now on; what the one before failed on is asked for again."""
        self._pipeline = pipeline
        self._troubled.clear()

    def _on_news(self, news: News) -> None:
        if News.ARTICLE in news:
            self.go_on()

    def ask_again(self, article_id: str) -> None:
        """New suggestions for an article that may have some: one undoable edit."""
        self._again = article_id
        self._troubled.discard(article_id)
        self.go_on()

    def go_on(self) -> None:
        """Ask for the next article that needs suggestions, unless an answer is on its way."""
        while self._asked is None:
            article_id = self._again or self._next()
            if article_id is None:
                return
            asked = _Asked(article_id, self._pipeline, article_id == self._again)
            try:
                message = message_for(self._core.session.look(article_id), self._pipeline)
            except StoreError as error:  # a damaged article: say it, and make the others ready
                self._trouble(asked, error.sentence)
                continue
            self._asked = asked
            self._worker.request(message, partial(self._take, asked), partial(self._give_up, asked))

    def _next(self) -> str | None:
        order, here = self._core.order, self._core.article_id
        start = order.index(here) if here in order else 0
        for article_id in (here, *order[start : start + 1 + AHEAD]):
            if article_id and article_id not in self._troubled and self._wants(article_id):
                return article_id
        return None

    def _wants(self, article_id: str) -> bool:
        try:
            return wants_suggestions(self._core.session.row(article_id))
        except StoreError:
            return False

    def _take(self, asked: _Asked, result: Mapping[str, Any]) -> None:
        if self._asked is not asked:
            return
        self._asked = None
        if asked.pipeline == self._pipeline:
            if asked.again and self._again == asked.article:
                self._again = None
            self._put(asked, result)
        self.go_on()

    def _put(self, asked: _Asked, result: Mapping[str, Any]) -> None:
        report = SuggestReport()
        try:
            take_result(self._core.session, asked.article, result, report, again=asked.again)
        except (StoreError, ValueError, KeyError) as error:
            self._trouble(asked, error.sentence if isinstance(error, StoreError) else str(error))
            return
        self.taken.emit(asked.article)
        self._tell_unserved(report)
        if asked.again:
            self._core.say(
                QT_TRANSLATE_NOOP("Messages", "%n new suggestion(s) by {author}.", "", 1),
                n=report.items,
                author=report.author,
            )

    def _tell_unserved(self, report: SuggestReport) -> None:
        """Once for each language."""
        new = {code: count for code, count in report.unserved.items() if code not in self._told}
        self._told.update(new)
        for sentence in unserved_sentences(new):
            self._core.repeat(sentence)

    def _give_up(self, asked: _Asked, sentence: Sentence) -> None:
        if self._asked is asked:
            self._asked = None
            self._trouble(asked, sentence)

    def _trouble(self, asked: _Asked, words: str) -> None:
        self._troubled.add(asked.article)
        if asked.again:
            self._again = None
        self.failed.emit(words)
