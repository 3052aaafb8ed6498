"""Long work: it ends in exactly one way, whatever fails, and the window goes on meanwhile."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from project_help import TEXT, behind, dump, make_session
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from rotstift.model.items import Status
from rotstift.session import doctor, exporting, importing
from rotstift.session import worker as client
from rotstift.session.exporting import ExportPlan
from rotstift.session.session import Session
from rotstift.session.training import TrainPlan
from rotstift.session.worker import Worker, WorkerError
from rotstift.store import errors
from rotstift.store.backup import backup_folder
from rotstift.store.errors import StoreError, WriteFailed
from rotstift.ui.import_job import ImportWork
from rotstift.ui.jobs import (
    BUSY,
    BackupWork,
    ExportWork,
    Jobs,
    LongWork,
    TrainWork,
)
from rotstift.ui.sliced_jobs import CHECK, SlicedWork
from rotstift.ui.verbs.care import Care

EVERY = tuple(Status)


class Desk(QObject):
    """What a window does with long work: starts it, and hears what becomes of it."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.qtbot = qtbot
        self.jobs = Jobs(self)
        self.heard: list[Any] = []
        self.done: list[Any] = []
        self.failed: list[str] = []
        self.jobs.changed.connect(self.heard.append)

    def run(self, work: LongWork) -> None:
        self.jobs.run(work, self.done.append, self.failed.append)

    def wait(self, *, idle: bool = True) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.idle is idle, timeout=15_000)

    def settle(self, kind: str) -> None:
        """Wait for the end, and for what might still come after it."""
        self.wait()
        self.qtbot.waitUntil(lambda: not threads(kind), timeout=5_000)
        self.qtbot.wait(50)
        assert self.heard[-1] is None, "the bar would stay"
        assert len(self.done) + len(self.failed) <= 1


def threads(name: str) -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == name]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.jobs.cancel()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_session(tmp_path / "p.rotstift", *(f"{TEXT}{number}" for number in range(30)))
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    for number in range(300):
        (made / f"{number:03}.txt").write_text(f"Titel {number}\n\nText {number}.\n")
    return made


def raising(error: Exception) -> Callable[..., Any]:
    def raise_it(*_: object, **__: object) -> Any:
        raise error

    return raise_it


# -- import ----------------------------------------------------------------------------------------


def test_an_import_that_the_disk_does_not_take_leaves_no_bar(desk, session, folder, monkeypatch):
    monkeypatch.setattr(session.project, "add", raising(WriteFailed(errors.DISK_FULL)))
    desk.run(ImportWork(session, [folder], desk))
    desk.settle("import")
    assert [str(one)[:16] for one in desk.failed] == ["The disk is full"]
    assert desk.done == []


def test_a_reader_that_breaks_ends_the_import_with_a_sentence(
    desk, session, folder, monkeypatch, capfd
):
    monkeypatch.setattr(importing, "read", raising(ZeroDivisionError("a plug-in's own")))
    desk.run(ImportWork(session, [folder], desk))
    desk.settle("import")
    (told,) = desk.failed
    assert "ZeroDivisionError: a plug-in's own" in told
    assert "Traceback" in capfd.readouterr().err


def test_a_portion_that_breaks_the_store_ends_the_import(desk, session, folder, monkeypatch, capfd):
    monkeypatch.setattr(importing, "take", raising(UnicodeEncodeError("utf-8", "x", 0, 1, "no")))
    desk.run(ImportWork(session, [folder], desk))
    desk.settle("import")
    assert "UnicodeEncodeError" in desk.failed[0]
    capfd.readouterr()


def test_a_cancelled_import_keeps_what_is_in(desk, session, folder):
    desk.run(ImportWork(session, [folder], desk))
    desk.qtbot.waitUntil(lambda: session.project.count() > 30)
    desk.jobs.cancel()
    desk.settle("import")
    assert desk.failed == []
    assert len(desk.done[0].added) == session.project.count() - 30


# -- export, training ------------------------------------------------------------------------------


def test_a_writer_that_breaks_ends_the_export_with_a_sentence(
    desk, session, tmp_path, monkeypatch, capfd
):
    known = SimpleNamespace(name="jsonl", write=raising(ZeroDivisionError("a plug-in's own")))
    formats = SimpleNamespace(every=(known,), named=lambda _name: known)
    monkeypatch.setattr(exporting, "all_formats", lambda: formats)
    worker = Worker()
    desk.run(ExportWork(session, ExportPlan("jsonl", tmp_path / "o", EVERY), worker, desk))
    desk.settle("export")
    assert "ZeroDivisionError: a plug-in's own" in desk.failed[0]
    desk.run(ExportWork(session, ExportPlan("jsonl", tmp_path / "o", EVERY), worker, desk))
    assert BUSY not in desk.failed
    desk.wait()
    capfd.readouterr()


def test_an_article_that_cannot_be_read_ends_the_export(
    desk, session, tmp_path, monkeypatch, capfd
):
    monkeypatch.setattr(session.project, "state", raising(KeyError("strange")))
    plan = ExportPlan("jsonl", tmp_path / "o", EVERY)
    desk.run(ExportWork(session, plan, Worker(), desk))
    desk.settle("export")
    assert "KeyError" in desk.failed[0]
    assert not (tmp_path / "o").exists()
    capfd.readouterr()


def test_over_somebody_elses_file_it_does_not_begin(desk, session, tmp_path):
    (tmp_path / "mine").write_text("mine")
    plan = ExportPlan("jsonl", tmp_path / "mine", EVERY)
    with pytest.raises(exporting.ExportError, match="choose another place"):
        ExportWork(session, plan, Worker(), desk)
    (tmp_path / "pipe" / "data" / "train").mkdir(parents=True)
    session.do("a1", confirmed(session))
    with pytest.raises(exporting.ExportError, match="choose another place"):
        TrainWork(session, TrainPlan(tmp_path / "pipe", 5), desk)


def confirmed(session: Session) -> Any:
    from rotstift.model import verbs

    opened = session.look("a1")
    return verbs.confirm(opened.article.text, opened.state)


OPENS = """
import json, sys, time
for line in sys.stdin:
    asked = json.loads(line)
    with open(sys.argv[1], "a") as log: log.write(asked["do"] + "\\n")
    print(json.dumps({"id": asked["id"], "result": {"export": 1}}), flush=True)
    if asked["do"] == "docbin_open": time.sleep(0.2)
"""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often a worker program was asked for; it only says yes."""
    started: list[int] = []

    def command() -> list[str]:
        started.append(1)
        return [sys.executable, "-S", "-c", OPENS, str(tmp_path / "asked")]

    monkeypatch.setattr(client, "worker_command", command)
    return started


@pytest.mark.parametrize("pause", [0, 100, 400])
def test_cancelling_the_training_ends_its_program_for_good(
    desk, session, tmp_path, programs, pause
):
    session.do("a1", confirmed(session))
    work = TrainWork(session, TrainPlan(tmp_path / "pipe", 5), desk)
    desk.run(work)
    desk.qtbot.wait(pause)
    desk.jobs.cancel()
    desk.settle("export")
    desk.qtbot.waitUntil(lambda: not threads("stop training"))
    desk.qtbot.wait(150)
    with pytest.raises(WorkerError, match="has stopped"):
        work._worker.ask({"do": "ping"})
    assert work._worker.pid is None
    assert len(programs) <= 1


def test_an_export_whose_program_was_stopped_starts_no_other_one(session, tmp_path, programs):
    worker = Worker()

    def articles() -> Iterator[Any]:
        yield from list(exporting.chosen_articles(session, plan))[:20]
        worker.stop()
        raise KeyboardInterrupt

    plan = ExportPlan(exporting.SPACY, tmp_path / "out", EVERY)
    with pytest.raises(KeyboardInterrupt):
        exporting.write_export(plan, articles(), worker)
    assert worker.pid is None
    assert len(programs) == 1


def test_an_export_that_is_cancelled_is_closed_in_its_program(session, tmp_path, programs):
    worker = Worker()

    def articles() -> Iterator[Any]:
        yield from list(exporting.chosen_articles(session, plan))[:20]
        raise KeyboardInterrupt

    plan = ExportPlan(exporting.SPACY, tmp_path / "out", EVERY)
    with pytest.raises(KeyboardInterrupt):
        exporting.write_export(plan, articles(), worker)
    worker.ask({"do": "ping"})
    worker.close()
    asked = (tmp_path / "asked").read_text().split()
    assert asked == ["docbin_open", "docbin_add", "docbin_close", "ping"]


# -- check -----------------------------------------------------------------------------------------


def test_a_check_goes_on_between_the_keys(desk, session, monkeypatch):
    """Slices of some milliseconds; what else waits has its turn; nobody asks for the events inside."""
    slow = doctor.replayed

    def replayed(*words: Any) -> Any:
        time.sleep(0.004)
        return slow(*words)

    monkeypatch.setattr(doctor, "replayed", replayed)
    beats: list[float] = []
    heart = QTimer(desk, interval=0)
    heart.timeout.connect(lambda: beats.append(time.monotonic()))
    heart.start()
    desk.run(SlicedWork(CHECK, session, desk))
    assert desk.done == [], "it has only begun"
    desk.settle("check")
    heart.stop()
    assert (desk.done[0].articles, desk.done[0].problems) == (30, [])
    assert len(beats) > 6
    told = [job.done for job in desk.heard if job]
    assert told == sorted(told)
    assert len(told) > 4
    assert {job.total for job in desk.heard if job} == {0, 30}, "0 until the first step"


def test_a_cancelled_check_says_nothing_more(desk, session):
    desk.run(SlicedWork(CHECK, session, desk))
    desk.jobs.cancel()
    session.project.database.close()
    desk.qtbot.wait(30)
    assert (desk.done, desk.failed, desk.heard[-1]) == ([], [], None)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (StoreError(errors.NOT_READ, path="p", reason="disk"), "p cannot be read: disk."),
        (KeyError("strange"), "Something went wrong (KeyError: 'strange')."),
    ],
)
def test_a_check_that_fails_is_a_sentence(desk, session, monkeypatch, error, says, capfd):
    monkeypatch.setattr(session.project, "file_checks", raising(error))
    desk.run(SlicedWork(CHECK, session, desk))
    desk.settle("check")
    assert says in desk.failed[0]
    capfd.readouterr()


def test_the_file_is_checked_in_steps(session):
    steps = doctor.check(session)
    first = [next(steps).articles for _ in range(4)]
    assert first == [0, 0, 0, 0]
    assert next(steps).articles == 1


# -- backup ----------------------------------------------------------------------------------------


def backups(session: Session) -> list[Path]:
    return sorted(backup_folder(session.project.path).glob("*"))


def test_a_backup_is_made_beside_the_typing(desk, session):
    before = dump(session.project.database.conn)
    work = BackupWork(session, desk, asked=True)
    desk.run(work)
    os.kill(work._copying._process.pid, signal.SIGSTOP)
    session.do("a1", confirmed(session))
    os.kill(work._copying._process.pid, signal.SIGCONT)
    desk.settle("thin out backups")
    assert backups(session) == desk.done
    assert behind(desk.done[0], dump) == before
    assert session.look("a1").state.status is Status.CONFIRMED


def test_a_backup_that_nobody_asked_for_gives_way(desk, session):
    quiet = BackupWork(session, desk, asked=False)
    desk.run(quiet)
    assert not desk.jobs.busy
    assert not desk.jobs.idle
    process = quiet._copying._process
    desk.run(SlicedWork(CHECK, session, desk))
    assert process.poll() is not None
    desk.settle("check")
    assert desk.failed == []
    assert backups(session) == []


def test_one_that_was_asked_for_does_not(desk, session):
    desk.run(BackupWork(session, desk, asked=True))
    desk.run(SlicedWork(CHECK, session, desk))
    assert desk.failed == [BUSY]
    desk.wait()
    assert len(desk.done) == len(backups(session)) == 1


def test_cancelled_for_the_project_is_closed_a_backup_leaves_nothing(desk, session):
    work = BackupWork(session, desk, asked=True)
    desk.run(work)
    process = work._copying._process
    desk.jobs.cancel()
    session.close()
    assert process.poll() is not None
    assert backups(session) == []
    assert (desk.done, desk.failed) == ([], [])


def test_no_place_for_a_backup_is_a_sentence(desk, session):
    backup_folder(session.project.path).write_text("mine")
    desk.run(BackupWork(session, desk, asked=True))
    assert desk.jobs.idle
    assert "No backup could be written" in desk.failed[0]


# -- care ------------------------------------------------------------------------------------------


class Host:
    """As much of the program as care asks for."""

    def __init__(self, session: Session, desk: Desk) -> None:
        class Work(QObject):
            pass

        self.work = Work(desk)
        self.work.session, self.work.jobs = session, desk.jobs
        self.said: list[tuple[str, bool]] = []

    def say(self, words: str, *, lasting: bool = False) -> None:
        self.said.append((words, lasting))

    def tell(self, template: str, **values: object) -> None:
        self.say(template.format(**values))


@pytest.fixture
def host(session: Session, desk: Desk) -> Host:
    return Host(session, desk)


def test_care_backs_up_when_it_is_due_and_says_nothing(host, desk, session):
    care = Care(host, desk)
    care._back_up()
    desk.wait()
    assert len(backups(session)) == 1
    care._back_up()
    assert desk.jobs.idle
    assert host.said == []
    desk.qtbot.waitUntil(lambda: not threads("thin out backups"))


def test_care_backs_up_and_checks_when_it_is_asked_to(host, desk, session):
    verbs = Care(host, desk).verbs()
    verbs["backup"]()
    desk.wait()
    verbs["check"]()
    desk.wait()
    (copy,) = backups(session)
    assert host.said == [
        (f"Backup written: {copy.name}", False),
        ("Checked: everything is as the log says.", False),
    ]
    desk.qtbot.waitUntil(lambda: not threads("thin out backups"))


def settings(connection: Any) -> dict[str, str]:
    return dict(connection.execute("select key, value from setting"))


@pytest.mark.parametrize("how", ["moved", "deleted", "replaced"])
def test_care_notices_that_the_file_is_gone(host, desk, session, how):
    care = Care(host, desk)
    path = session.project.path
    away = path.with_name("away.rotstift")
    path.rename(away) if how != "deleted" else path.unlink()
    if how == "replaced":
        path.write_bytes(b"another file")
    session.project.remember("key", "after it was gone")
    care._back_up()
    (copy,) = backups(session)
    ((words, lasting),) = host.said
    assert lasting
    assert f"Put it back as {path}" in words
    assert copy.name in words
    assert behind(copy, settings)["key"] == "after it was gone"
    care._back_up()
    assert len(host.said) == 2
    assert backups(session) == [copy], "one is enough for half an hour"
    if how == "moved":
        away.rename(path)
        care._back_up()
        assert host.said[-1] == ("The project’s file is back.", False)


def test_care_saves_what_is_in_a_deleted_file_when_the_project_is_closed(host, desk, session):
    care = Care(host, desk)
    session.project.path.unlink()
    session.project.remember("key", "value")
    care.end()
    (copy,) = backups(session)
    assert behind(copy, settings)["key"] == "value"


def test_care_says_so_when_a_lost_project_cannot_be_saved_either(host, desk, session):
    backup_folder(session.project.path).write_text("mine")
    session.project.path.unlink()
    Care(host, desk).verbs()["backup"]()
    ((words, lasting),) = host.said
    assert lasting
    assert "No backup could be written" in words
