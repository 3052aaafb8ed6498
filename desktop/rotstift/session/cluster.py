"""Cluster: the same suggestions on the machines of a Dask cluster; an extra, imported when asked for."""

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from rotstift import __version__
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp import remote
from rotstift.nlp.protocol import sentence_from_json
from rotstift.session.fleet import Outcome, Task, outcome_of, portions, stopped
from rotstift.session.worker import Worker, WorkerError

if TYPE_CHECKING:
    from distributed import Client, Future

WAIT = 20
"""Seconds for a connection, and for the first worker."""
AHEAD = 4
"""Requests for each of the cluster's threads that are under way."""
LEAST = 8
"""Requests that are under way at least."""

_NO_DASK = QT_TRANSLATE_NOOP(
    "Messages", "Working on a cluster needs Dask: pip install 'rotstift[cluster]' installs it."
)
_BAD_ADDRESS = QT_TRANSLATE_NOOP(
    "Messages",
    "{address} is no address of a cluster: give its scheduler's, such as tcp://127.0.0.1:8786.",
)
_NO_ANSWER = QT_TRANSLATE_NOOP(
    "Messages", "No cluster answers at {address} ({reason}): is its scheduler running?"
)
_NO_WORKERS = QT_TRANSLATE_NOOP("Messages", "The cluster at {address} has no workers.")
_OTHER = QT_TRANSLATE_NOOP(
    "Messages",
    "The cluster at {address} has {theirs}, but here is {ours}: install the same on all machines.",
)
_NOTHING = QT_TRANSLATE_NOOP(
    "Messages", "The workers of the cluster at {address} cannot run Rotstift ({reason})."
)
_LOST = QT_TRANSLATE_NOOP(
    "Messages",
    "The cluster at {address} is gone ({reason}); the suggestions that came are kept, so begin again for the rest.",
)


class ClusterError(WorkerError):
    """The cluster cannot be used; the message is a sentence."""


class Cluster:
    """Implements `Run` on a cluster, for one pipeline."""

    def __init__(self, client: "Client", address: str, pipeline: str, author: str) -> None:
        self._client = client
        self._address = address
        self._pipeline = pipeline
        self._author = author
        """The pipeline's name and version here: the others must have the same."""

    def check(self) -> None:
        """Raise ClusterError where a worker has another Rotstift, or another pipeline."""
        try:
            answers = self._client.run(remote.suggest, self._pipeline, [], on_error="return")
        except Exception as error:
            raise self._gone(error) from None
        if not answers:
            raise ClusterError(Sentence(_NO_WORKERS, address=self._address))
        for answer in answers.values():
            if isinstance(answer, BaseException):
                reason = f"{type(answer).__name__}: {answer}".rstrip(".")
                raise ClusterError(Sentence(_NOTHING, address=self._address, reason=reason))
            self._same(answer)

    def _same(self, answer: Mapping[str, Any]) -> None:
        """Also asked of every result: a worker may have come later."""
        if answer["rotstift"] != __version__:
            theirs = f"rotstift {answer['rotstift']}"
            self._differ(theirs, f"rotstift {__version__}")
        if "error" in answer:
            said = answer.get("said")
            words = sentence_from_json(said) if isinstance(said, dict) else answer["error"]
            raise ClusterError(words)
        if answer["author"] != self._author:
            self._differ(str(answer["author"]), self._author)

    def _differ(self, theirs: str, ours: str) -> None:
        words = Sentence(_OTHER, address=self._address, theirs=theirs, ours=ours)
        raise ClusterError(words)

    def _gone(self, error: Exception) -> ClusterError:
        reason = (str(error).split("\n", 1)[0] or type(error).__name__).rstrip(".")
        return ClusterError(Sentence(_LOST, address=self._address, reason=reason))

    def __call__(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """The outcomes, in the order of the tasks, each once. Raises ClusterError."""
        self.check()
        source = portions(tasks)
        under_way: deque[tuple[list[Task], Future]] = deque()
        while True:
            while len(under_way) < self._most():
                portion = next(source, None)
                if portion is None:
                    break
                under_way.append((portion, self._submit(portion)))
            if not under_way:
                return
            yield from self._outcomes(*under_way.popleft())

    def _most(self) -> int:
        threads: int = sum(self._client.nthreads().values())
        return max(LEAST, AHEAD * threads)

    def _submit(self, portion: list[Task]) -> "Future":
        articles = [task.to_json() for task in portion]
        return self._client.submit(remote.suggest, self._pipeline, articles, pure=False)

    def _outcomes(self, portion: list[Task], future: "Future") -> Iterator[Outcome]:
        """Dask gives a task whose worker dies to another one; what ends several of them comes alone."""
        from distributed import KilledWorker

        try:
            answer = future.result()
        except KilledWorker:
            if len(portion) == 1:
                yield stopped(portion[0])
                return
            for task in portion:
                yield from self._outcomes([task], self._submit([task]))
            return
        except Exception as error:
            raise self._gone(error) from None
        self._same(answer)
        for task, one in zip(portion, answer["answers"], strict=True):
            yield outcome_of(task, one)


@contextmanager
def cluster_at(address: str, pipeline: str, worker: Worker) -> Iterator[Cluster]:
    """A connection to the scheduler at that address; `worker` says which pipeline is meant here.

    Raises WorkerError with a sentence.
    """
    if find_spec("distributed") is None:
        raise ClusterError(Sentence(_NO_DASK))
    if not address.startswith(("tcp://", "tls://")) or ":" not in address[6:]:
        raise ClusterError(Sentence(_BAD_ADDRESS, address=repr(address)))
    author = str(worker.ask({"do": "suggest", "pipeline": pipeline, "text": ""})["author"])
    client = _client(address)
    try:
        yield Cluster(client, address, pipeline, author)
    finally:
        client.close(timeout=5)


def _client(address: str) -> "Client":
    from distributed import Client

    for name in ("distributed", "tornado"):  # they tell what we tell in a sentence
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=WAIT, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        reason = (str(error).split("\n", 1)[0] or type(error).__name__).rstrip(".")
        raise ClusterError(Sentence(_NO_ANSWER, address=address, reason=reason)) from None
    try:
        client.wait_for_workers(1, timeout=WAIT)
    except TimeoutError:
        client.close(timeout=5)
        raise ClusterError(Sentence(_NO_WORKERS, address=address)) from None
    return client
