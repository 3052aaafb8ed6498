"""Backups: verified, restorable, thinned out; a failed one costs nothing."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project_help import TEXT, behind, dump, make_project

from rotstift.store import backup
from rotstift.store.backup import (
    DAILY,
    MONTHLY,
    STAMP,
    WEEKLY,
    back_up,
    backup_folder,
    newest,
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

    class Spoiling(sqlite3.Connection):
        def execute(self, sql, *rest):
            if "integrity_check" in sql:
                return super().execute("select 'row 1 missing from index'")
            return super().execute(sql, *rest)

    connect = sqlite3.connect
    monkeypatch.setattr(backup.sqlite3, "connect", lambda path: connect(path, factory=Spoiling))
    with pytest.raises(StoreError, match="row 1 missing"):
        back_up(project.database, project.path, NOON + timedelta(days=1))
    assert list(backup_folder(project.path).iterdir()) == [good]


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
