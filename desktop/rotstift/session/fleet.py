"""Fleet: articles through several worker programs; each is fed as it becomes free, none is lost.

The answers come in the order of the articles. Only so many articles are on their way that the
memory does not grow with their number. When a program dies, another one starts, and each article
that it had is asked for once more, alone; one that ends its program again is told and left out.
"""

import queue
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from rotstift.model.codec import Json
from rotstift.model.items import Zone
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.protocol import sentence_from_json, zones_to_json
from rotstift.session.worker import Worker, WorkerError, has_died

PORTION, CHARACTERS = 8, 40_000
"""Most articles, and about the most text, of one request."""
DEPTH = 2
"""Requests that a program has at once: the next one is there when it has answered one."""
AHEAD = 4
"""Requests for each program that are under way or wait for one before them."""
GIVE_UP = 5
"""Articles one after the other that end their program, before nothing more is tried."""
_STOPS = QT_TRANSLATE_NOOP(
    "Messages", "The suggestion program stopped twice at “{name}”, so this article was left out."
)
_FAILS = QT_TRANSLATE_NOOP("Messages", "“{name}” was left out: {reason}")


@dataclass(frozen=True, slots=True)
class Task:
    """One article to be given suggestions."""

    key: Any
    """The caller's own: comes back with the answer."""
    name: str
    """What a sentence calls the article."""
    text: str
    zones: tuple[Zone, ...] = ()

    def to_json(self) -> Json:
        """As requests have it."""
        return {"text": self.text, "zones": zones_to_json(self.zones)}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one: a result, or why there is none."""

    task: Task
    result: Mapping[str, Any] | None
    trouble: Sentence | None = None


Run = Callable[[Iterable[Task]], Iterator[Outcome]]
"""Something that articles are given to: a fleet or a cluster."""


def portions(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """The tasks in lists of a handy size, in order."""
    portion: list[Task] = []
    size = 0
    for task in tasks:
        portion.append(task)
        size += len(task.text)
        if len(portion) == PORTION or size >= CHARACTERS:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def outcome_of(task: Task, answer: Mapping[str, Any]) -> Outcome:
    """What one answer of "suggest_many" says."""
    if "error" not in answer:
        return Outcome(task, answer)
    said = answer.get("said")
    reason = sentence_from_json(said) if isinstance(said, dict) else str(answer["error"])
    return failed(task, reason)


def failed(task: Task, reason: str) -> Outcome:
    """The article is left out for a reason of its own."""
    return Outcome(task, None, Sentence(_FAILS, name=task.name, reason=reason))


def stopped(task: Task) -> Outcome:
    """The article is left out since it ends whatever program it is given to."""
    return Outcome(task, None, Sentence(_STOPS, name=task.name))


@dataclass(slots=True, eq=False)
class _Batch:
    """Some tasks, and what has become of each so far."""

    tasks: Sequence[Task]
    outcomes: dict[int, Outcome] = field(default_factory=dict)

    @property
    def done(self) -> bool:
        return len(self.outcomes) == len(self.tasks)


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    """One request: some tasks of a batch; the second time one of them alone."""

    batch: _Batch
    numbers: tuple[int, ...]
    again: bool = False


_News = tuple[int, _Job, Mapping[str, Any] | None, Sentence | None]
"""Number of the worker, what it was asked, its result or what went wrong."""


class Fleet:
    """Implements `Run`, for one pipeline. The workers are the caller's, who ends them."""

    def __init__(self, workers: Sequence[Worker], pipeline: str) -> None:
        self._workers = workers
        self._pipeline = pipeline
        self._news: queue.SimpleQueue[_News] = queue.SimpleQueue()
        self._busy: list[list[_Job]] = [[] for _ in workers]
        self._ready: deque[_Job] = deque()
        self._deaths = 0
        """Articles in a row that ended their program."""

    def __call__(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """The outcomes, in the order of the tasks. Raises WorkerError when nothing can be done at all:
        there is no such pipeline, or no program starts."""
        source = portions(tasks)
        under_way: deque[_Batch] = deque()
        while True:
            self._fill(under_way, source)
            if not under_way:
                return
            while not under_way[0].done:
                self._feed()
                self._take(*self._news.get())
            first = under_way.popleft()
            yield from (first.outcomes[number] for number in range(len(first.tasks)))

    def _fill(self, under_way: deque[_Batch], source: Iterator[list[Task]]) -> None:
        while len(under_way) < AHEAD * len(self._workers):
            portion = next(source, None)
            if portion is None:
                return
            batch = _Batch(portion)
            under_way.append(batch)
            self._ready.append(_Job(batch, tuple(range(len(portion)))))

    def _feed(self) -> None:
        """Give out what is ready; what is asked for again goes to a program that has nothing else."""
        for depth in range(DEPTH):
            for number, jobs in enumerate(self._busy):
                if not self._ready:
                    return
                alone = self._ready[0].again or any(job.again for job in jobs)
                if len(jobs) == depth and not (alone and jobs):
                    self._send(number, self._ready.popleft())

    def _send(self, number: int, job: _Job) -> None:
        self._busy[number].append(job)
        articles = [job.batch.tasks[at].to_json() for at in job.numbers]
        message = {"do": "suggest_many", "pipeline": self._pipeline, "articles": articles}
        self._workers[number].request(
            message,
            partial(self._tell, number, job),
            lambda sentence: self._news.put((number, job, None, sentence)),
            deliver=lambda run: run(),
        )

    def _tell(self, number: int, job: _Job, result: Mapping[str, Any]) -> None:
        self._news.put((number, job, result, None))

    def _take(
        self, number: int, job: _Job, result: Mapping[str, Any] | None, trouble: Sentence | None
    ) -> None:
        self._busy[number].remove(job)
        if result is not None:
            self._deaths = 0
            for at, answer in zip(job.numbers, result["answers"], strict=True):
                job.batch.outcomes[at] = outcome_of(job.batch.tasks[at], answer)
        elif trouble is None or not has_died(trouble):
            raise WorkerError(trouble or "")
        else:
            self._lost(job, trouble)

    def _lost(self, job: _Job, trouble: Sentence) -> None:
        """The program died with this job under way."""
        if not job.again:
            again = [_Job(job.batch, (at,), again=True) for at in job.numbers]
            self._ready.extendleft(reversed(again))
            return
        self._deaths += 1
        if self._deaths == GIVE_UP:
            raise WorkerError(trouble)
        (at,) = job.numbers
        job.batch.outcomes[at] = stopped(job.batch.tasks[at])
