"""The one caller against the real worker program: answers, errors, a death in the middle, many at once."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from rotstift.model.wording import Sentence
from rotstift.nlp.protocol import suggestions_from_json
from rotstift.session import worker as client
from rotstift.session.worker import Worker, WorkerError

TEXT = "Anna Berg sagte: „Wir gehen jetzt nach Kiel.“ Dann ging Anna Berg."
PING = {"do": "ping"}
SUGGEST = {"do": "suggest", "pipeline": "rotstift-de", "text": TEXT}


@pytest.fixture(scope="module")
def shared_worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.stop()


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.stop()
    assert made.pid is None
    assert not [
        one for one in threading.enumerate() if one.name == "worker answers" and one is made._reader
    ]


class Answers:
    """Collects what is delivered, each exactly once."""

    def __init__(self) -> None:
        self.done: list[int] = []
        self.failed: list[Sentence] = []
        self._changed = threading.Condition()

    def ask(self, worker: Worker, message: dict, number: int = 0) -> None:
        worker.request(message, lambda _: self._add(self.done, number), self._fail)

    def _fail(self, sentence: Sentence) -> None:
        self._add(self.failed, sentence)

    def _add(self, where: list, what: object) -> None:
        with self._changed:
            where.append(what)
            self._changed.notify_all()

    def wait_for(self, count: int) -> None:
        with self._changed:
            found = self._changed.wait_for(lambda: len(self.done) + len(self.failed) >= count, 20)
        assert found, (self.done, self.failed)


def died(process: int) -> None:
    """Kill it and wait until it is gone."""
    os.kill(process, signal.SIGKILL)


def test_it_starts_when_it_is_needed_and_answers(shared_worker):
    answer = shared_worker.ask(PING)
    assert answer["protocol"] == 1
    assert shared_worker.pid is not None


@pytest.mark.slow
def test_suggestions_cover_their_words(shared_worker):
    author, items, left_out = suggestions_from_json(shared_worker.ask(SUGGEST))
    assert author.startswith("rotstift-de ")
    assert left_out == {}
    words = {item.span.of(TEXT) for item in items}
    assert "Anna Berg" in words
    assert "„Wir gehen jetzt nach Kiel.“" in words
    assert all(item.origin.author == author for item in items)


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ({"do": "dance"}, "dance"),
        ({"do": "suggest", "pipeline": "no-such-pipeline", "text": "x"}, "no-such-pipeline"),
        ({"do": "suggest", "pipeline": "rotstift-de"}, "text"),
        ({}, "cannot do"),
    ],
)
def test_an_error_is_a_sentence_and_the_program_goes_on(shared_worker, message, says):
    before = shared_worker.pid
    with pytest.raises(WorkerError) as told:
        shared_worker.ask(message)
    assert says in str(told.value)
    assert told.value.sentence == str(told.value)
    assert "\n" not in str(told.value)
    assert shared_worker.ask(PING)
    assert before in (None, shared_worker.pid)


def test_killed_in_the_middle_each_request_fails_once_and_the_next_starts_it_again(worker):
    worker.ask(PING)
    first = worker.pid
    answers = Answers()
    os.kill(first, signal.SIGSTOP)
    for number in range(3):
        answers.ask(worker, PING, number)
    died(first)
    answers.wait_for(3)
    time.sleep(0.1)
    assert answers.done == []
    assert [str(one) for one in answers.failed] == [
        "The suggestion program has stopped; nothing of yours is lost."
    ] * 3
    assert worker.ask(PING)
    assert worker.pid not in (None, first)


def test_killed_while_idle_nobody_notices(worker):
    for _ in range(5):
        worker.ask(PING)
        process = worker._process
        died(process.pid)
        process.wait()
        assert worker.pid is None
        assert worker.ask(PING)


def test_a_late_word_of_the_dead_one_does_not_fail_its_successors_requests(worker):
    """The reader of the dead program may notice the end only after the next one was asked."""
    worker.ask(PING)
    old, reader = worker._process, worker._reader
    died(old.pid)
    old.wait()
    reader.join()
    answers = Answers()
    answers.ask(worker, PING)
    worker._read(old)  # as late as can be
    answers.wait_for(1)
    assert (answers.done, answers.failed) == ([0], [])


def test_a_request_written_to_a_program_that_has_just_died_fails_once(worker, monkeypatch):
    worker.ask(PING)

    def broken(_process: object, _line: bytes) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(Worker, "_write", staticmethod(broken))
    answers = Answers()
    answers.ask(worker, PING)
    answers.wait_for(1)
    died(worker.pid)
    worker.stop()
    assert len(answers.failed) == 1
    assert answers.done == []


def test_stop_while_it_is_busy(worker):
    worker.ask(PING)
    process = worker.pid
    os.kill(process, signal.SIGSTOP)
    answers = Answers()
    big = {**SUGGEST, "text": TEXT * 100}
    answers.ask(worker, big)
    os.kill(process, signal.SIGCONT)
    begin = time.monotonic()
    worker.stop()
    assert time.monotonic() - begin < 5
    answers.wait_for(1)
    assert len(answers.done) + len(answers.failed) == 1
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    worker.stop()
    assert worker.ask(PING)


def test_a_busy_program_with_a_full_pipe_holds_nobody_up(worker):
    worker.ask(PING)
    os.kill(worker.pid, signal.SIGSTOP)
    answers = Answers()
    huge = {**SUGGEST, "text": "x" * 3_000_000}
    begin = time.monotonic()
    thread = threading.Thread(target=answers.ask, args=(worker, huge))
    thread.start()
    thread.join(timeout=5)
    assert not thread.is_alive()
    assert time.monotonic() - begin < 0.5
    answers.ask(worker, PING, 1)
    died(worker.pid)
    answers.wait_for(2)
    worker.stop()
    time.sleep(0.1)
    assert (len(answers.failed), answers.done) == (2, [])


def test_a_full_pipe_is_written_in_order_once_the_program_goes_on(worker):
    worker.ask(PING)
    os.kill(worker.pid, signal.SIGSTOP)
    answers = Answers()
    for number in range(5):
        answers.ask(worker, {**PING, "more": "x" * 300_000}, number)
    os.kill(worker.pid, signal.SIGCONT)
    answers.wait_for(5)
    assert (answers.done, answers.failed) == (list(range(5)), [])


def test_stop_with_a_full_pipe_fails_what_was_not_written(worker):
    worker.ask(PING)
    os.kill(worker.pid, signal.SIGSTOP)
    answers = Answers()
    for number in range(3):
        answers.ask(worker, {**PING, "more": "x" * 300_000}, number)
    worker.stop()
    answers.wait_for(3)
    time.sleep(0.1)
    assert (len(answers.failed), answers.done) == (3, [])
    assert worker.ask(PING)


def test_after_close_nothing_is_started(worker):
    worker.ask(PING)
    worker.close()
    with pytest.raises(WorkerError, match="has stopped"):
        worker.ask(PING)
    answers = Answers()
    answers.ask(worker, PING)
    answers.wait_for(1)
    assert worker.pid is None
    assert len(answers.failed) == 1


def test_a_program_that_closes_its_end_is_replaced(monkeypatch):
    """It still runs, but no answer can come any more."""
    deaf = "import os, sys, time; sys.stdin.readline(); os.close(1); time.sleep(60)"
    command = client.worker_command
    monkeypatch.setattr(client, "worker_command", lambda: [sys.executable, "-c", deaf])
    worker = Worker()
    with pytest.raises(WorkerError, match="has stopped"):
        worker.ask(PING)
    monkeypatch.setattr(client, "worker_command", command)
    assert worker.ask(PING)
    worker.stop()


def test_two_threads_at_once_get_their_own_answers(worker):
    texts = [f"„Zeile {number}“ und mehr." for number in range(40)]
    found: dict[int, str] = {}
    trouble: list[BaseException] = []

    def ask(numbers: range) -> None:
        try:
            for number in numbers:
                with pytest.raises(WorkerError) as told:
                    worker.ask({"do": texts[number]})
                found[number] = str(told.value)
        except BaseException as error:
            trouble.append(error)

    threads = [threading.Thread(target=ask, args=(part,)) for part in (range(20), range(20, 40))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert trouble == []
    assert {number: texts[number] in words for number, words in found.items()} == dict.fromkeys(
        range(40), True
    )


def test_requests_from_threads_while_it_is_killed_again_and_again(worker):
    answers = Answers()

    def ask() -> None:
        for number in range(25):
            answers.ask(worker, PING, number)
            time.sleep(0.01)

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for _ in range(4):
        time.sleep(0.1)
        if worker.pid:
            died(worker.pid)
    for thread in threads:
        thread.join(timeout=30)
    answers.wait_for(50)
    time.sleep(0.2)
    assert len(answers.done) + len(answers.failed) == 50


def test_answers_are_handed_to_the_thread_that_wants_them():
    handed: list[Callable[[], None]] = []
    ready = threading.Event()

    def deliver(run: Callable[[], None]) -> None:
        handed.append(run)
        ready.set()

    worker = Worker(deliver)
    answers = Answers()
    answers.ask(worker, PING, 7)
    assert ready.wait(20)
    assert answers.done == []
    handed[0]()
    assert answers.done == [7]
    worker.stop()


def test_a_program_that_does_not_start_is_a_sentence(monkeypatch):
    monkeypatch.setattr(client, "worker_command", lambda: ["/no/such/program"])
    worker = Worker()
    with pytest.raises(WorkerError, match="does not start: No such file"):
        worker.ask(PING)
    worker.stop()


def test_a_program_that_talks_nonsense(monkeypatch):
    script = "import sys; print('hello'); print('[1]'); print('{}'); sys.stdin.readline()"
    monkeypatch.setattr(client, "worker_command", lambda: [sys.executable, "-c", script])
    worker = Worker()
    with pytest.raises(WorkerError, match="has stopped"):
        worker.ask(PING)
    worker.stop()


def test_stopping_what_never_ran_does_nothing():
    Worker().stop()
