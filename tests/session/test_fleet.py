"""Fleet: several programs, one order; what dies is replaced, what kills is left out, nothing is lost."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rotstift.formats import Annotated
from rotstift.model.article import Article
from rotstift.model.codec import item_to_json
from rotstift.model.items import Entity, Origin, Quote, Standing
from rotstift.model.span import Span
from rotstift.session import annotating, suggesting
from rotstift.session import worker as client
from rotstift.session.fleet import (
    AHEAD,
    CHARACTERS,
    GIVE_UP,
    PORTION,
    Fleet,
    Outcome,
    Task,
    portions,
)
from rotstift.session.worker import Worker, WorkerError

PROGRAM = Path(__file__).parents[1] / "support" / "odd_worker.py"
"""Answers as the real one; a text says what else it should do."""


@pytest.fixture
def workers(monkeypatch) -> Iterator[Callable[[int], list[Worker]]]:
    monkeypatch.setattr(client, "worker_command", lambda: [sys.executable, str(PROGRAM)])
    made: list[Worker] = []

    def make(count: int) -> list[Worker]:
        made.extend(Worker() for _ in range(count))
        return made

    yield make
    for worker in made:
        worker.close()


def tasks(*texts: str) -> list[Task]:
    return [Task(number, f"Artikel {number}", text) for number, text in enumerate(texts)]


def said(outcomes: list[Outcome]) -> list[str]:
    return [str(one.result["author"]) if one.result else str(one.trouble) for one in outcomes]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_answers_come_in_the_order_of_the_articles(workers, count):
    """The first one of each portion takes longest."""
    texts = [f"sleep {0.05 if number % 7 == 0 else 0} {number}" for number in range(60)]
    found = list(Fleet(workers(count), "p")(tasks(*texts)))
    assert [one.task.key for one in found] == list(range(60))
    assert said(found) == texts


def test_only_so_many_articles_are_on_their_way(workers):
    taken = 0

    def endless() -> Iterator[Task]:
        nonlocal taken
        while True:
            taken += 1
            yield Task(taken, "x", "ja")

    outcomes = Fleet(workers(2), "p")(endless())
    for number in range(1, 200):
        assert next(outcomes).task.key == number
        assert taken - number <= (2 * AHEAD + 1) * PORTION


def test_all_programs_work_at_once(workers):
    begin = time.monotonic()
    pool = workers(4)
    found = list(Fleet(pool, "p")(tasks(*["pid"] * 32)))
    warm = time.monotonic() - begin
    assert len({one.result["author"] for one in found if one.result}) == 4
    begin = time.monotonic()
    list(Fleet(pool, "p")(tasks(*["sleep 0.05"] * 32)))
    assert time.monotonic() - begin < 1.2, warm  # alone it would take 1.6 s


def test_an_article_that_ends_its_program_once_is_asked_for_again(workers, tmp_path):
    texts = ["ja", f"die once {tmp_path / 'x'}", *["auch"] * 30]
    found = list(Fleet(workers(2), "p")(tasks(*texts)))
    assert [one.task.text for one in found] == texts
    assert all(one.result for one in found)


@pytest.mark.parametrize("count", [1, 2])
def test_an_article_that_always_ends_its_program_is_left_out_and_no_other(workers, count):
    texts = ["ja"] * 40
    texts[3] = texts[25] = "die"
    found = list(Fleet(workers(count), "p")(tasks(*texts)))
    assert [one.task.key for one in found] == list(range(40))
    assert [one.task.key for one in found if one.result is None] == [3, 25]
    assert str(found[3].trouble) == (
        "The suggestion program stopped twice at “Artikel 3”, so this article was left out."
    )


def test_killed_from_outside_nothing_is_lost(workers):
    pool = workers(2)
    outcomes = Fleet(pool, "p")(tasks(*["sleep 0.01"] * 120))
    found = [next(outcomes) for _ in range(10)]
    os.kill(pool[0].pid, signal.SIGKILL)
    found += [next(outcomes) for _ in range(50)]
    os.kill(pool[1].pid, signal.SIGKILL)
    found += list(outcomes)
    assert [one.task.key for one in found] == list(range(120))
    assert all(one.result for one in found)


def test_an_article_that_cannot_be_read_is_told_and_left_out(workers):
    found = list(Fleet(workers(1), "p")(tasks("ja", "fail", "ja")))
    assert said(found) == ["ja", "“Artikel 1” was left out: this one is odd.", "ja"]


def test_a_pipeline_that_is_not_there_ends_it(workers):
    with pytest.raises(WorkerError, match="no such pipeline"):
        list(Fleet(workers(2), "none")(tasks("ja", "ja")))


def test_a_program_that_always_dies_is_given_up(workers):
    with pytest.raises(WorkerError, match="has stopped"):
        list(Fleet(workers(2), "p")(tasks(*["die"] * 100)))
    assert GIVE_UP < 10


def test_a_program_that_does_not_start(workers, monkeypatch):
    pool = workers(2)
    monkeypatch.setattr(client, "worker_command", lambda: ["/no/such/program"])
    with pytest.raises(WorkerError, match="does not start"):
        list(Fleet(pool, "p")(tasks("ja")))


def test_no_articles(workers):
    assert list(Fleet(workers(2), "p")([])) == []


def test_portions_are_of_a_handy_size():
    sizes = [len(one) for one in portions(tasks(*["x"] * (2 * PORTION + 1)))]
    assert sizes == [PORTION, PORTION, 1]
    assert [len(one) for one in portions(tasks(*["x" * CHARACTERS] * 3))] == [1, 1, 1]


def test_it_leaves_no_thread_behind(workers):
    pool = workers(3)
    list(Fleet(pool, "p")(tasks(*["ja"] * 30)))
    for worker in pool:
        worker.close()
    assert not [one for one in threading.enumerate() if one.name.startswith("worker")]


# -- annotating with the answers -------------------------------------------------------------------


def run_of(result):
    return lambda every: (Outcome(task, result(task)) for task in every)


def test_what_an_article_had_stays_and_keeps_its_place():
    mine = Entity("mine", Span(0, 4), "PER", Origin("Kim"))
    found = Annotated(Article("", "Anna und Bert", "Anna"), (mine,))
    machine = Origin("p 1", Standing.SUGGESTED, 0.5)
    items = [
        Entity("x", Span(0, 6), "ORG", machine),
        Entity("y", Span(9, 13), "PER", machine),
        Quote("q", (Span(0, 13),), "direct", machine),
    ]
    result = {"author": "p 1", "items": list(map(item_to_json, items)), "unserved": "fr"}
    report = annotating.AnnotateReport()
    task = annotating.task_of(found)
    (article,) = annotating.annotated(run_of(lambda _: result), [task], report)
    assert {item.id for item in article.items} == {"mine", "y", "q"}
    assert article.article.id
    (sentence,) = suggesting.unserved_sentences(report.unserved)
    assert "French (articles: 1)" in sentence


@pytest.mark.parametrize("items", [[{"kind": "nonsense"}], [{}], 7])
def test_an_answer_that_makes_no_sense_costs_its_article_only(items):
    found = [Annotated(Article(str(number), "Anna", "Anna")) for number in range(2)]
    report = annotating.AnnotateReport()

    def result(task: Task) -> dict:
        return {"author": "p", "items": [] if task.key.article.id == "1" else items}

    articles = list(annotating.annotated(run_of(result), map(annotating.task_of, found), report))
    assert [one.article.id for one in articles] == ["1"]
    (sentence,) = report.troubles
    assert sentence.startswith("“Anna” was left out: ")
