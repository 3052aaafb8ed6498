"""Projects for the tests of store and session: made quickly, dumped whole, looked into behind our back."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from rotstift.model.annotations import Annotations
from rotstift.model.article import Article, title_of
from rotstift.model.edit import Put, apply_steps
from rotstift.model.history import EntryKind
from rotstift.model.items import Item
from rotstift.session.sample import shipped_scheme
from rotstift.session.session import Session
from rotstift.store.project import Project
from rotstift.store.records import LogEntry, NewArticle

TEXT = (
    "Ministerin Anna Berg lobt die Nato-Übung\n"
    "Kiel\u202f– „Wir sind bereit“, sagte Berg\u00a0am Montag. Die Nato 👩\u200d👧 habe „Elite“ gezeigt.\n"
    "Laut Bergs Sprecher kommt Mu\u0308ller nicht. „Das ist gut“, so Anna Berg, „sehr gut.“\n"
)
"""Names more than once, quotes in pieces, no-break spaces, a combining mark, a joined emoji."""
SCHEME = shipped_scheme()
NOON = "2026-03-01T12:00:00.000+00:00"

Dump = dict[str, list[tuple[Any, ...]]]


def new_article(article_id: str, text: str = TEXT, items: Iterable[Item] = ()) -> NewArticle:
    """An article on its way in, with these items."""
    steps = tuple(Put(item) for item in items)
    state, _ = apply_steps(steps, Annotations(len(text)))
    return NewArticle(Article(article_id, text, title_of(text) or "–"), state, steps)


def entry(name: str = "import", kind: EntryKind = EntryKind.MACHINE) -> LogEntry:
    """A log entry by nobody in particular."""
    return LogEntry(NOON, "test", kind, name)


def make_project(path: Path, *texts: str) -> Project:
    """A project with these articles: a1, a2, ..."""
    project = Project.create(path, SCHEME)
    fresh = [new_article(f"a{number}", text) for number, text in enumerate(texts, start=1)]
    if fresh:
        project.add(fresh, entry())
    return project


def make_session(path: Path, *texts: str) -> Session:
    """The same with a session around it; without texts it has one article with TEXT."""
    return Session(make_project(path, *(texts or (TEXT,))), "Kim")


def dump(connection: sqlite3.Connection) -> Dump:
    """Every row of every table, and the schema itself."""
    listing = "select name from sqlite_master where type = 'table' order by name"
    tables = ["sqlite_master", *(name for (name,) in connection.execute(listing))]
    return {
        table: sorted(connection.execute(f'select * from "{table}"').fetchall(), key=repr)
        for table in tables
    }


def behind(path: Path, act: Callable[[sqlite3.Connection], Any]) -> Any:
    """Do something to a closed project file with plain sqlite3, triggers and foreign keys off."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma foreign_keys = off")
        answer = act(connection)
        connection.commit()
        connection.execute("pragma wal_checkpoint(truncate)")
    return answer


def run_behind(path: Path, *statements: str) -> None:
    """Run these statements behind our back; the append-only triggers go and come back."""

    def act(connection: sqlite3.Connection) -> None:
        triggers = connection.execute(
            "select name, sql from sqlite_master where type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"drop trigger {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)

    behind(path, act)
