"""Work behind gives way: short slices, the worker and the collector step back."""

import gc
import os

import pytest
from project_help import make_session
from PySide6.QtCore import QTimer

from rotstift.model.items import Status
from rotstift.session import importing
from rotstift.session.desk.core import News
from rotstift.session.desk.desk import Desk
from rotstift.session.worker import Worker
from rotstift.ui import import_job, learning_jobs, tidying
from rotstift.ui.import_job import ImportWork
from rotstift.ui.learning_jobs import UntouchedWork
from rotstift.ui.tidying import Tidy


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path / "p.rotstift", *(f"Titel {n}\n\nText {n}." for n in range(40)))
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "in"
    made.mkdir()
    for number in range(120):
        (made / f"{number:03}.txt").write_text(f"Neu {number}\n\nNeuer Text {number}.\n")
    return made


class Clock:
    """So many seconds go by with each article that is put into the project."""

    def __init__(self, monkeypatch, seconds):
        self.now, self.sizes = 0.0, []
        take = importing.take

        def slow(session, portion, report):
            self.now += seconds * len(portion)
            self.sizes.append(len(portion))
            take(session, portion, report)

        monkeypatch.setattr(importing, "take", slow)
        monkeypatch.setattr(import_job, "perf_counter", lambda: self.now)


def run(work, qtbot):
    done = []
    work.done.connect(done.append)
    with qtbot.waitSignal(work.ended, timeout=15_000):
        work.start()
    return done[0]


@pytest.mark.parametrize(("seconds", "most"), [(0.002, 4), (0.0001, 50), (1.0, 1)])
def test_an_import_takes_what_fits_into_a_slice(
    session, folder, qtbot, qapp, monkeypatch, seconds, most
):
    clock = Clock(monkeypatch, seconds)
    report = run(ImportWork(session, [folder], qapp), qtbot)
    assert len(report.added) == 120
    sizes = [size for size in clock.sizes if size]
    assert max(sizes[1:]) <= most
    assert sorted(sizes)[len(sizes) // 2] > most // 4


def test_keys_have_their_turn_between_two_slices(session, folder, qtbot, qapp, monkeypatch):
    clock = Clock(monkeypatch, 0.004)
    turns = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(len(clock.sizes)))
    timer.start()
    run(ImportWork(session, [folder], qapp), qtbot)
    timer.stop()
    assert len(set(turns)) > len(clock.sizes) // 2


def test_nobody_waits_while_the_articles_still_to_do_are_sought(session, qtbot, qapp, monkeypatch):
    monkeypatch.setattr(learning_jobs, "SEEK_S", 0)
    looked = []
    monkeypatch.setattr(learning_jobs, "is_untouched", lambda _session, row: looked.append(row))
    work = UntouchedWork(session, "rotstift-de", qapp)
    assert looked == []
    with qtbot.waitSignal(work.ended, timeout=15_000):
        work.start()
        assert len(looked) < 5
    assert len(looked) == session.project.count(Status.NEW) == 40


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="no priorities here")
def test_the_worker_gives_way_to_the_window():
    worker = Worker()
    worker.ask({"do": "ping"})
    mine = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, worker.pid) == min(19, mine + 10)
    worker.close()


def test_garbage_is_collected_when_the_person_pauses(session, qtbot, qapp, monkeypatch):
    monkeypatch.setattr(tidying, "QUIET_MS", 20)
    core = Desk(session).core
    tidy = Tidy(core, qapp)
    runs = []
    gc.callbacks.append(lambda phase, info: runs.append((phase, info["generation"])))
    try:
        core.tell(News.PLACE)
        assert ("start", 2) not in runs
        qtbot.waitUntil(lambda: ("start", 2) in runs)
    finally:
        gc.callbacks.pop()
        tidy.release()
        tidy.deleteLater()
