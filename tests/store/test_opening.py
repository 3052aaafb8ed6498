"""Opening and creating: a file that is no sound project of ours gets one sentence, and stays as it was."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from project_help import SCHEME, TEXT, behind, dump, make_project, run_behind

from rotstift.store import connection, schema
from rotstift.store.errors import NewerProject, NotAProject, StoreError
from rotstift.store.identity import APPLICATION_ID, SCHEMA_VERSION
from rotstift.store.project import Project


@pytest.fixture
def path(tmp_path) -> Path:
    made = tmp_path / "p.rotstift"
    make_project(made, TEXT, "Zweiter Artikel\n").close()
    return made


def refused(path: Path, error: type[StoreError]) -> str:
    """Open it, get the sentence, and find every file of the folder as it was."""
    before = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    with pytest.raises(error) as told:
        Project.open(path)
    assert type(told.value) is error
    after = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    assert after == before
    sentence = str(told.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert path.name in sentence
    return sentence


def test_there_is_nothing(tmp_path):
    assert "no project" in refused(tmp_path / "nothing.rotstift", NotAProject)


def test_a_folder(tmp_path):
    (tmp_path / "d.rotstift").mkdir()
    assert "no project" in refused(tmp_path / "d.rotstift", NotAProject)


@pytest.mark.parametrize(
    "content", [b"", b"Hello", b"PK\x03\x04", b"SQLite format 3\x00", b"SQLite format 3\x00" * 400]
)
def test_no_database(tmp_path, content):
    path = tmp_path / "x.rotstift"
    path.write_bytes(content)
    refused(path, NotAProject)


def test_a_foreign_database(tmp_path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("create table t (x)")
        other.execute("insert into t values (1)")
        other.commit()
    assert "not a Rotstift project" in refused(path, NotAProject)


def test_a_newer_project(path):
    run_behind(path, f"pragma user_version = {SCHEMA_VERSION + 1}")
    assert "update Rotstift" in refused(path, NewerProject)


@pytest.mark.parametrize("kept", [100, 4096, 5000, 0.5, 0.9])
def test_a_truncated_file(path, kept):
    data = path.read_bytes()
    path.write_bytes(data[: int(kept if kept > 1 else len(data) * kept)])
    assert "damaged" in refused(path, NotAProject)


def test_a_zeroed_page_in_the_middle(path):
    data = bytearray(path.read_bytes())
    middle = len(data) // 4096 // 2 * 4096
    data[middle : middle + 4096] = bytes(4096)
    path.write_bytes(data)
    assert "damaged" in refused(path, NotAProject)


@pytest.mark.parametrize("value", [None, "", "name = 5", "[[label"])
def test_a_broken_scheme(path, value):
    statement = "delete from setting where key = 'scheme'"
    if value is not None:
        statement = f"update setting set value = '{value}' where key = 'scheme'"
    run_behind(path, statement)
    assert "scheme" in refused(path, StoreError)


READ_ONLY = """
import os, sys
from pathlib import Path
from rotstift.store.errors import StoreError
from rotstift.store.project import Project
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    Project.open(Path(sys.argv[1]))
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="rights of this kind are POSIX only")
@pytest.mark.parametrize(("mode", "says"), [(0o444, "write-protected"), (0o000, "cannot be read")])
def test_no_right_to_write_or_to_read(path, mode, says):
    before = path.read_bytes()
    for folder in (path.parent, *path.parent.parents[:3]):
        folder.chmod(folder.stat().st_mode | 0o055)
    path.chmod(mode)
    command = [sys.executable, "-c", READ_ONLY, str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    path.chmod(0o644)
    assert told.returncode == 0, told.stderr[-500:]
    assert says in told.stdout
    assert path.read_bytes() == before


# -- migrations ----------------------------------------------------------------------------------


def test_a_copy_is_made_before_a_migration(path):
    run_behind(path, "pragma user_version = 0")
    before = behind(path, dump)
    project = Project.open(path)
    assert project.database.execute("pragma user_version").fetchone()[0] == SCHEMA_VERSION
    project.close()
    copy = path.with_name(f"p.before-{SCHEMA_VERSION}.rotstift")
    assert behind(copy, dump) == before
    assert behind(copy, lambda c: c.execute("pragma user_version").fetchone()[0]) == 0
    Project.open(copy).close()


def test_no_copy_without_a_migration(path):
    Project.open(path).close()
    assert [file.name for file in path.parent.iterdir()] == ["p.rotstift"]


def test_a_failed_migration_leaves_the_project_as_it_was(path, monkeypatch):
    run_behind(path, "pragma user_version = 0")
    before = behind(path, dump)

    def failing(_database):
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(schema.migrations, "apply", failing)
    with pytest.raises(StoreError, match="disk I/O error"):
        Project.open(path)
    monkeypatch.undo()
    assert behind(path, dump) == before
    Project.open(path).close()


def test_our_id_on_an_empty_database_is_no_project(tmp_path):
    path = tmp_path / "empty.rotstift"
    with closing(sqlite3.connect(path)) as empty:
        empty.execute(f"pragma application_id = {APPLICATION_ID}")
        empty.execute("create table t (x)")
        empty.commit()
    with pytest.raises(StoreError):
        Project.open(path)


# -- creating ------------------------------------------------------------------------------------


def test_a_new_project_is_empty_and_whole(tmp_path):
    project = Project.create(tmp_path / "new.rotstift", SCHEME)
    assert project.scheme == SCHEME
    assert project.count() == 0
    assert list(project.file_problems()) == []
    project.close()


@pytest.mark.parametrize("content", [b"", b"my diary"])
def test_what_is_there_is_not_overwritten(tmp_path, content):
    path = tmp_path / "x.rotstift"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="exists already"):
        Project.create(path, SCHEME)
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["x.rotstift"]


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(StoreError, match="No project can be made in"):
        Project.create(tmp_path / "no/such/p.rotstift", SCHEME)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("where", ["_build", "_sync", "migrations"])
@pytest.mark.parametrize(
    "error",
    [OSError(28, "No space left on device"), sqlite3.OperationalError("database or disk is full")],
)
def test_a_failed_creation_leaves_nothing(tmp_path, monkeypatch, where, error):
    def failing(*_args, **_kwargs):
        raise error

    if where == "migrations":
        monkeypatch.setattr(schema.migrations, "apply", failing)
    else:
        monkeypatch.setattr(connection, where, failing)
    with pytest.raises(StoreError, match="No project can be made"):
        Project.create(tmp_path / "p.rotstift", SCHEME)
    assert list(tmp_path.iterdir()) == []


def test_a_file_system_without_hard_links(tmp_path, monkeypatch):
    def failing(*_args, **_kwargs):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", failing)
    Project.create(tmp_path / "p.rotstift", SCHEME).close()
    assert [file.name for file in tmp_path.iterdir()] == ["p.rotstift"]
    with pytest.raises(StoreError, match="exists already"):
        Project.create(tmp_path / "p.rotstift", SCHEME)


def test_somebody_else_was_quicker(tmp_path, monkeypatch):
    path = tmp_path / "p.rotstift"
    build = connection._build

    def slow(*args):
        build(*args)
        path.write_bytes(b"theirs")

    monkeypatch.setattr(connection, "_build", slow)
    with pytest.raises(StoreError, match="exists already"):
        Project.create(path, SCHEME)
    assert path.read_bytes() == b"theirs"
    assert [file.name for file in tmp_path.iterdir()] == ["p.rotstift"]


def test_a_project_is_never_seen_without_its_scheme(tmp_path, monkeypatch):
    """What a crash right after the file has its name would leave is a project that opens."""
    path = tmp_path / "p.rotstift"

    def crash(_path):
        raise KeyboardInterrupt

    monkeypatch.setattr(connection, "connect", crash)
    with pytest.raises(KeyboardInterrupt):
        Project.create(path, SCHEME)
    monkeypatch.undo()
    reopened = Project.open(path)
    assert reopened.scheme == SCHEME
    reopened.close()
