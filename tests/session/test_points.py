"""Points of a curve come through the worker beside the progress; callers that know none are not disturbed."""

import sys
from typing import Any

import pytest

from rotstift.session import worker as client
from rotstift.session.worker import Worker

PROGRAM = """
import json, sys
for line in sys.stdin:
    number = json.loads(line)["id"]
    def say(**more): print(json.dumps({"id": number, **more}), flush=True)
    say(progress=[1, 3, "one"])
    say(progress=[2, 3, "two"], point={"step": 2, "score": 0.5})
    say(progress=[3, 3, "odd"], point=7)
    say(result={})
"""


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(client, "worker_command", lambda: [sys.executable, "-S", "-c", PROGRAM])
    made = Worker()
    yield made
    made.close()


def test_points_come_in_order_before_the_answer(worker: Worker) -> None:
    said: list[Any] = []
    worker.ask({"do": "train"}, lambda *step: said.append(step), said.append)
    assert said == [
        (1, 3, "one"),
        {"step": 2, "score": 0.5},
        (2, 3, "two"),
        (3, 3, "odd"),
    ]


def test_who_asks_for_no_points_gets_none(worker: Worker) -> None:
    said: list[Any] = []
    worker.ask({"do": "train"}, lambda *step: said.append(step))
    assert [step[0] for step in said] == [1, 2, 3]
    assert worker.ask({"do": "train"}) == {}
