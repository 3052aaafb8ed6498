"""Backups: verified, restorable, thinned out; a failed one costs nothing."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project_help import TEXT, behind, dump, make_project

from rotstift.store import backup, copier
from rotstift.store.backup import (
    DAILY,
    MONTHLY,
    STAMP,
    WEEKLY,
    Copying,
    back_up,
    backup_folder,
    newest,
    rescue,
    stamp_of,
    superfluous,
)
from rotstift.store.errors import StoreError
from rotstift.store.project import Project

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(params=["p.rotstift", "Mein Projekt [1].v2.rotstift"])
def project(tmp_path, request):
    made = make_project(tmp_path / request.param, TEXT)
    yield made
    made.close()


def test_a_backup_is_the_project(project):
    copy = back_up(project.database, project.path, NOON)
    assert copy.parent == backup_folder(project.path)
    assert (stamp_of(copy), newest(project.path)) == (datetime(2026, 3, 1, 12),) * 2
    assert behind(copy, dump) == dump(project.database.conn)
    restored = Project.open(copy)
    assert restored.article("a1").text == TEXT
    assert list(restored.file_problems()) == []
    restored.close()
    assert [file.name for file in copy.parent.iterdir()] == [copy.name]


def test_there_is_none_at_first(project):
    assert newest(project.path) is None


def test_older_ones_are_thinned_out_and_strangers_stay(project):
    folder = backup_folder(project.path)
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    (folder / f"other{project.path.suffix}").write_text("mine, too")
    for hour in range(5):
        back_up(project.database, project.path, NOON + timedelta(hours=hour))
    left = sorted(file.name for file in folder.iterdir())
    assert len(left) == 3
    assert any("T160000" in name for name in left)
    assert newest(project.path) == datetime(2026, 3, 1, 16)


def test_a_damaged_copy_is_not_kept(project, monkeypatch):
    good = back_up(project.database, project.path, NOON)
    damaging = "\n".join(
        [
            "import shutil, sys",
            "from pathlib import Path",
            "from rotstift.store import copier",
            "def copy(source, draft):",
            "    data = bytearray(source.read_bytes())",
            "    data[4096:20480] = bytes(16384)",
            "    draft.write_bytes(data)",
            "copier.copy = copy",
            "sys.exit(copier.main(sys.argv[1:]))",
        ]
    )
    spoil = lambda source, draft: [sys.executable, "-c", damaging, str(source), str(draft)]  # noqa: E731
    monkeypatch.setattr(backup, "copier_command", spoil)
    with pytest.raises(StoreError, match="would be damaged"):
        back_up(project.database, project.path, NOON + timedelta(days=1))
    assert list(backup_folder(project.path).iterdir()) == [good]


def test_a_copying_program_that_dies_leaves_nothing(project):
    copying = Copying(project.database, project.path, NOON)
    copying._process.kill()
    with pytest.raises(StoreError, match="would be damaged"):
        copying.finish()
    assert list(backup_folder(project.path).iterdir()) == []
    assert autocheckpoint(project) == 1000


def test_a_copy_that_finds_no_room_is_a_sentence(project, monkeypatch):
    command = backup.copier_command
    away = lambda source, draft: command(source, draft.parent / "none" / draft.name)  # noqa: E731
    monkeypatch.setattr(backup, "copier_command", away)
    with pytest.raises(StoreError, match=r"No backup could be written to .*: No such file"):
        back_up(project.database, project.path, NOON)
    assert list(backup_folder(project.path).iterdir()) == []


def autocheckpoint(project):
    return project.database.execute("pragma wal_autocheckpoint").fetchone()[0]


def settings(connection):
    return dict(connection.execute("select key, value from setting"))


def fill(project, megabytes):
    for number in range(megabytes):
        project.remember(f"fill{number}", "x" * 2**20)


def test_edits_while_it_copies_are_in_the_project_and_not_in_the_copy(project):
    """The other process is stopped again and again; what is written meanwhile is past 1000 pages,
    the amount after which SQLite brings it into the file by itself."""
    fill(project, 24)
    project.database.execute("pragma wal_checkpoint(truncate)").fetchall()
    project.remember("first", "in the copy")  # stands in the write-ahead log only
    before = dump(project.database.conn)
    copying = Copying(project.database, project.path, NOON)
    file = project.path.stat()
    number = 0
    while not copying.copied or number < 12:
        with suppress(ProcessLookupError):
            os.kill(copying._process.pid, signal.SIGSTOP)
        project.remember(f"late{number}", str(number) * 2**20)
        project.remember("first", f"later {number}")
        number += 1
        with suppress(ProcessLookupError):
            os.kill(copying._process.pid, signal.SIGCONT)
        time.sleep(0.004)
    assert (project.path.stat().st_mtime_ns, project.path.stat().st_size) == (
        file.st_mtime_ns,
        file.st_size,
    )
    copy = copying.finish()
    assert behind(copy, dump) == before
    now = settings(project.database.conn)
    assert now["first"] == f"later {number - 1}"
    assert {f"late{one}" for one in range(number)} <= set(now)
    assert autocheckpoint(project) == 1000
    project.remember("last", "1")
    assert project.path.stat().st_mtime_ns > file.st_mtime_ns, "brought into the file again"
    project.close()
    again = Project.open(project.path)
    assert settings(again.database.conn) == now | {"last": "1"}
    assert list(again.file_problems()) == []
    again.close()
    project.database = Project.open(project.path).database


def test_nobody_else_gets_in_while_it_copies_or_afterwards(project):
    """The locks of an open project survive the copying."""
    copying = Copying(project.database, project.path, NOON)
    for _ in range(2):
        opening = f"from rotstift.store.project import Project; Project.open(__import__('pathlib').Path({str(project.path)!r}))"
        told = subprocess.run([sys.executable, "-c", opening], capture_output=True, check=False)
        assert b"ProjectInUse" in told.stderr
        copying.finish() if copying._process else None


def test_a_file_that_was_written_to_meanwhile_gives_no_backup(project):
    copying = Copying(project.database, project.path, NOON)
    project.remember("a", "b")
    project.database.execute("pragma wal_checkpoint(truncate)").fetchall()
    with pytest.raises(StoreError, match="written to while"):
        copying.finish()
    assert list(backup_folder(project.path).iterdir()) == []


def test_cancelled_it_leaves_nothing(project):
    copying = Copying(project.database, project.path, NOON)
    process = copying._process
    copying.cancel()
    copying.cancel()
    assert process.poll() is not None
    assert list(backup_folder(project.path).iterdir()) == []
    assert autocheckpoint(project) == 1000


def test_drafts_of_a_killed_program_go_with_the_next_backup(project):
    folder = backup_folder(project.path)
    folder.mkdir()
    (folder / f"{project.path.stem}.2026-01-01T000000.partial").write_text("half")
    (folder / "other.2026-01-01T000000.partial").write_text("not ours")
    copy = back_up(project.database, project.path, NOON)
    assert {path.name for path in folder.iterdir()} == {
        copy.name,
        "other.2026-01-01T000000.partial",
    }


def test_a_project_whose_file_is_gone_can_still_be_copied(project):
    assert not project.lost
    away = project.path.with_name("away")
    project.path.rename(away)
    assert project.lost
    project.remember("a", "b")
    copy = rescue(project.database, project.path, NOON)
    assert behind(copy, settings)["a"] == "b"
    project.path.write_text("another file")
    assert project.lost
    away.replace(project.path)
    assert not project.lost


def test_the_bytes_where_the_locks_are_need_not_be_readable(tmp_path, monkeypatch):
    """Windows refuses to read them; here they are left out as well, and nothing else is."""
    monkeypatch.setattr(copier, "LOCKED", 5000)
    monkeypatch.setattr(copier, "_PORTION", 700)
    for size in (0, 1, 4999, 5000, 5001, 5512, 5513, 9000):
        data = bytes(number % 251 + 1 for number in range(size))
        (tmp_path / "old").write_bytes(data)
        copier.copy(tmp_path / "old", tmp_path / "new")
        expected = bytearray(data)
        if size > 5512:
            expected[5000:5512] = bytes(512)
            assert (tmp_path / "new").read_bytes() == expected
        else:
            assert (tmp_path / "new").read_bytes() == data[:5000]


def test_no_room_and_no_folder_are_a_sentence(project, monkeypatch):
    good = back_up(project.database, project.path, NOON)

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.os, "replace", full)
    with pytest.raises(StoreError, match="No backup could be written"):
        back_up(project.database, project.path, NOON + timedelta(days=1))
    assert list(backup_folder(project.path).iterdir()) == [good]
    monkeypatch.undo()
    good.unlink()
    backup_folder(project.path).rmdir()
    in_the_way = backup_folder(project.path)
    in_the_way.write_text("mine")
    with pytest.raises(StoreError, match="No backup could be written"):
        back_up(project.database, project.path, NOON)
    assert in_the_way.read_text() == "mine"


def paths(stamps):
    return [Path(f"p.{stamp.strftime(STAMP)}.rotstift") for stamp in stamps]


def test_years_of_days_leave_days_weeks_and_months():
    first = datetime(2024, 1, 1, 18)
    every = [first + timedelta(days=day, hours=hour) for day in range(800) for hour in (0, 3)]
    kept = sorted(set(paths(every)) - set(superfluous(paths(every))), reverse=True)
    stamps = [stamp_of(path) for path in kept]
    assert stamps[0] == every[-1]
    assert all(stamp.hour == 21 for stamp in stamps)
    days = [every[-1].date() - timedelta(days=back) for back in range(DAILY)]
    assert [stamp.date() for stamp in stamps[:DAILY]] == days
    assert len({(stamp.year, stamp.month) for stamp in stamps}) == MONTHLY
    assert len({stamp.isocalendar()[:2] for stamp in stamps}) >= WEEKLY
    assert len(kept) <= DAILY + WEEKLY + MONTHLY


@given(st.lists(st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1)), max_size=60))
def test_the_rotation_keeps_the_newest_few_and_is_at_rest_afterwards(moments):
    every = list(dict.fromkeys(paths(moments)))
    gone = superfluous(every)
    kept = [path for path in every if path not in gone]
    assert len(kept) <= DAILY + WEEKLY + MONTHLY + 1
    assert superfluous(kept) == []
    if every:
        assert max(every, key=stamp_of) in kept
    months = sorted({stamp_of(path).strftime("%Y-%m") for path in every})[-MONTHLY:]
    assert set(months) <= {stamp_of(path).strftime("%Y-%m") for path in kept}


@given(st.lists(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)), min_size=1, max_size=40))
def test_made_one_by_one_the_last_day_of_each_kept_month_is_there(moments):
    kept: set[Path] = set()
    for path in paths(sorted(moments)):
        kept.add(path)
        kept -= set(superfluous(kept))
    newest_of_all = max(paths(moments), key=stamp_of)
    assert newest_of_all in kept
    assert {path for path in kept if stamp_of(path) is None} == set()


@pytest.mark.parametrize("name", ["p.rotstift", "p", "notes.txt", "p.2026-99-01T000000.rotstift"])
def test_other_files_are_no_backups(name):
    assert stamp_of(Path(name)) is None
    assert superfluous([Path(name)]) == []
