"""The file's schema and how it is opened: strict tables, an append-only log, one owner, every write synced."""

import re
import sqlite3
import subprocess
import sys
from contextlib import suppress

import pytest
from project_help import TEXT, behind, entry, make_project

from rotstift.model.history import EntryKind
from rotstift.store.errors import ProjectInUse
from rotstift.store.identity import APPLICATION_ID, SCHEMA_VERSION
from rotstift.store.project import Project
from rotstift.store.records import SettingChange

OURS = {
    "setting",
    "setting_change",
    "article",
    "article_text",
    "log",
    "change",
    "entity",
    "quote",
    "quote_span",
    "negative",
    "zone",
    "note",
}


@pytest.fixture
def project(tmp_path):
    made = make_project(tmp_path / "p.rotstift", TEXT)
    yield made
    with suppress(sqlite3.ProgrammingError):  # the test has closed it
        made.close()


def value(project, pragma):
    return project.database.execute(f"pragma {pragma}").fetchone()[0]


@pytest.mark.parametrize(
    ("pragma", "expected"),
    [
        ("application_id", APPLICATION_ID),
        ("user_version", SCHEMA_VERSION),
        ("foreign_keys", 1),
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("locking_mode", "exclusive"),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("temp_store", 2),
    ],
)
def test_pragmas(project, pragma, expected):
    assert value(project, pragma) == expected


def test_every_table_of_ours_is_strict(project):
    schema = dict(
        project.database.execute("select name, sql from sqlite_master where type = 'table'")
    )
    ours = {name for name in schema if not name.startswith(("_", "article_text_fts", "sqlite_"))}
    assert ours == OURS
    assert all(re.search(r"\bSTRICT\s*$", schema[name], re.IGNORECASE) for name in OURS)


def test_strict_means_that_a_wrong_type_is_refused(project):
    with pytest.raises(sqlite3.IntegrityError):
        project.database.execute("update article set position = 'first'")
    project.database.conn.rollback()


def test_foreign_keys_are_enforced(project):
    with pytest.raises(sqlite3.IntegrityError):
        project.database.execute(
            "insert into note (article, id, standing, author, target, text)"
            " values ('nobody', 'n', 'made', 'Kim', '', '?')"
        )
    project.database.conn.rollback()


@pytest.mark.parametrize("table", ["log", "change", "setting_change"])
@pytest.mark.parametrize("verb", ["update {} set seq = seq + 1", "delete from {}"])
def test_the_log_is_append_only(project, table, verb):
    change = SettingChange("identity:Berg", "", "{}")
    project.append(entry("identity", EntryKind.EDIT), (), settings=[change])
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        project.database.execute(verb.format(table))
    project.database.conn.rollback()
    assert [one.name for one in project.log_book.entries()] == ["import", "identity"]
    assert len(project.log_book.changes(1)) == 1
    assert project.log_book.setting_changes(2) == [change]


@pytest.mark.parametrize("verb", ["insert", "insert or replace"])
def test_replacing_a_row_of_the_log_is_refused_too(project, verb):
    with pytest.raises(sqlite3.IntegrityError):
        project.database.execute(
            f"{verb} into log (seq, at, author, kind, name) values (1, '', '', 'edit', 'x')"
        )
    project.database.conn.rollback()
    assert project.log_book.entry(1).name == "import"


def test_a_project_of_the_first_version_gets_what_is_new(tmp_path):
    make_project(tmp_path / "p.rotstift", TEXT).close()
    first = """
        drop trigger setting_change_no_update; drop trigger setting_change_no_delete;
        drop table setting_change; pragma user_version = 1; drop index idx_article_doubt;
        drop index idx_article_title; drop index idx_article_date; drop index idx_article_suggested;
        drop index idx_article_suggested_by; drop index idx_quote_type; drop index idx_log_persons;
        alter table article drop column doubt; alter table entity drop column agreed;
        alter table quote drop column agreed; alter table negative drop column agreed;
        alter table quote_span drop column identity;
        delete from _sqlite_migrations where name <> 'm001_articles_and_log';
    """
    behind(tmp_path / "p.rotstift", lambda c: c.executescript(first))
    project = Project.open(tmp_path / "p.rotstift")
    assert value(project, "user_version") == SCHEMA_VERSION
    project.append(entry("scheme", EntryKind.EDIT), (), settings=[SettingChange("x", "", "y")])
    assert project.setting("x") == "y"
    assert project.article("a1").text == TEXT
    assert project.row("a1").doubt is None, "nobody has worked it out yet"
    project.close()
    assert (tmp_path / f"p.before-{SCHEMA_VERSION}.rotstift").is_file()


def test_plug_ins_of_sqlite_utils_are_not_run(tmp_path, monkeypatch):
    import sqlite_utils

    asked = []
    original = sqlite_utils.Database.__init__

    def noting(self, *args, **kwargs):
        asked.append(kwargs.get("execute_plugins", True))
        original(self, *args, **kwargs)

    monkeypatch.setattr(sqlite_utils.Database, "__init__", noting)
    make_project(tmp_path / "p.rotstift").close()
    Project.open(tmp_path / "p.rotstift").close()
    assert asked
    assert set(asked) == {False}


def test_extensions_cannot_be_loaded(project):
    with pytest.raises(sqlite3.OperationalError, match="not authorized"):
        project.database.execute("select load_extension('x')")


def test_a_second_opening_is_refused(project):
    with pytest.raises(ProjectInUse, match="open in another window or program"):
        Project.open(project.path)
    assert project.count() == 1


OPEN = """
import sys
from contextlib import suppress
from pathlib import Path
from rotstift.model.history import EntryKind
from rotstift.store.errors import ProjectInUse
from rotstift.store.project import Project
from rotstift.store.records import SettingChange
try:
    Project.open(Path(sys.argv[1]))
except ProjectInUse as error:
    print(error)
"""


def test_another_program_is_refused_and_welcome_afterwards(project):
    command = [sys.executable, "-c", OPEN, str(project.path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told.startswith("p.rotstift is open in another window or program")
    project.remember("key", "still mine")
    project.close()
    again = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert again == ""
    reopened = Project.open(project.path)
    assert reopened.setting("key") == "still mine"
    reopened.close()


def test_after_closing_there_is_one_file_with_everything(project, tmp_path):
    project.remember("key", "value")
    project.close()
    assert [path.name for path in tmp_path.iterdir()] == ["p.rotstift"]
    rows = behind(project.path, lambda c: c.execute("select value from setting").fetchall())
    assert ("value",) in rows


def test_settings_are_remembered(project):
    assert project.setting("place", "nowhere") == "nowhere"
    project.remember("place", "a1")
    project.remember("place", "a2")
    assert project.setting("place") == "a2"
    assert project.settings("pl") == {"place": "a2"}
    project.remember("place", "")
    assert project.settings("pl") == {}
