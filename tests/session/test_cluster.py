"""Cluster: a real one on this machine, one of its workers killed midway; and what is refused."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from rotstift.model.items import Entity
from rotstift.nlp import remote
from rotstift.nlp.protocol import suggestions_from_json
from rotstift.session import cluster, suggesting
from rotstift.session.fleet import Task
from rotstift.session.worker import Worker, WorkerError

TEXT = (
    "Der Bürgermeister von Köln, das ist bekannt, heißt Nummer {}. „Das ist nicht neu“, sagte er."
)


@contextmanager
def local_cluster(workers: int = 2) -> Iterator[Any]:
    """On the loopback only, without a dashboard; its programs end with it."""
    from distributed import LocalCluster

    made = LocalCluster(
        processes=True,
        n_workers=workers,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=50,
        protocol="tcp://",
    )
    try:
        yield made
    finally:
        made.close(timeout=10)


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def tasks(count: int) -> list[Task]:
    return [Task(number, f"Artikel {number}", TEXT.format(number)) for number in range(count)]


def test_a_worker_is_killed_midway_and_every_answer_comes_once(worker, monkeypatch):
    monkeypatch.setattr("rotstift.session.fleet.PORTION", 1)
    begin = time.monotonic()
    with local_cluster() as made:
        address = made.scheduler_address
        assert address.startswith("tcp://127.0.0.1:")
        with cluster.cluster_at(address, "rotstift-de", worker) as run:
            outcomes = run(tasks(40))
            found = [next(outcomes) for _ in range(5)]
            pids = run._client.run(os.getpid)
            os.kill(next(iter(pids.values())), signal.SIGKILL)
            found += list(outcomes)
    assert [one.task.key for one in found] == list(range(40))
    for one in found:
        assert one.result is not None, one.trouble
        author, items, _ = suggestions_from_json(one.result)
        assert author.startswith("rotstift-de ")
        names = {item.span.of(one.task.text) for item in items if isinstance(item, Entity)}
        assert "Köln" in names
    assert time.monotonic() - begin < 40


class Client:
    """Says what a cluster's workers would."""

    def __init__(self, *answers: object, result: Callable[[], object] = dict) -> None:
        self.answers, self._result = answers, result
        self.closed = False

    def run(self, *_words: object, **_more: object) -> dict[int, object]:
        return dict(enumerate(self.answers))

    def nthreads(self) -> dict[str, int]:
        return {"a": 1}

    def submit(self, *_words: object, **_more: object) -> "Client":
        return self

    def result(self) -> object:
        return self._result()


def run_with(client: Client) -> list[Any]:
    return list(cluster.Cluster(client, "tcp://x:1", "p", "p 1")(tasks(2)))  # type: ignore[arg-type]


GOOD = {"rotstift": cluster.__version__, "author": "p 1", "answers": []}


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (GOOD | {"rotstift": "0.0.1"}, "has rotstift 0.0.1, but here is rotstift"),
        (GOOD | {"author": "p 2"}, "has p 2, but here is p 1"),
        (
            {"rotstift": cluster.__version__, "error": "There is no pipeline 'p'."},
            "no pipeline 'p'",
        ),
        (ModuleNotFoundError("No module named 'rotstift'"), "cannot run Rotstift"),
    ],
)
def test_workers_that_are_not_the_same_are_refused(answer, says):
    with pytest.raises(WorkerError, match=says):
        run_with(Client(GOOD, answer))


def test_no_workers():
    with pytest.raises(WorkerError, match="has no workers"):
        run_with(Client())


def test_one_that_comes_later_with_another_version_is_refused_too():
    with pytest.raises(WorkerError, match="but here is"):
        run_with(Client(GOOD, result=lambda: GOOD | {"author": "p 3"}))


def test_an_article_that_ends_worker_after_worker_is_left_out():
    from distributed import KilledWorker

    def dead() -> object:
        raise KilledWorker("x", None, 3)

    found = run_with(Client(GOOD, result=dead))
    assert [one.task.key for one in found] == [0, 1]
    assert all("stopped twice at" in str(one.trouble) for one in found)


def test_a_cluster_that_is_gone_is_a_sentence():
    def gone() -> object:
        raise ConnectionError("lost")

    with pytest.raises(WorkerError, match=r"is gone \(lost\)"):
        run_with(Client(GOOD, result=gone))


@pytest.mark.parametrize("address", ["127.0.0.1:8786", "http://x:1", "tcp://x", "nonsense", ""])
def test_what_is_no_address(worker, address):
    with (
        pytest.raises(WorkerError, match="is no address"),
        cluster.cluster_at(address, "p", worker),
    ):
        pass
    assert worker.pid is None


def test_nobody_answers(worker, monkeypatch):
    monkeypatch.setattr(cluster, "WAIT", 1)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    with (
        pytest.raises(WorkerError, match="No cluster answers"),
        cluster.cluster_at(address, "rotstift-de", worker),
    ):
        pass


def test_without_dask_a_sentence_says_how_to_get_it(worker, monkeypatch):
    monkeypatch.setattr(cluster, "find_spec", lambda _name: None)
    with (
        pytest.raises(WorkerError, match=r"pip install 'rotstift\[cluster\]'"),
        cluster.cluster_at("tcp://127.0.0.1:1", "p", worker),
    ):
        pass


def test_dask_is_imported_for_a_cluster_only():
    command = (
        "import sys, rotstift.cli, rotstift.session.cluster; sys.exit('distributed' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0


def test_what_runs_over_there():
    told = remote.suggest("rotstift-de", [{"text": "Anna Berg war in Köln, das ist neu."}, {}])
    assert told["rotstift"] == cluster.__version__
    assert told["answers"][0]["items"]
    assert "error" in told["answers"][1]
    assert "no-such-one" in remote.suggest("no-such-one", [])["error"]
    assert suggesting.DEFAULT_PIPELINE in told["author"]
