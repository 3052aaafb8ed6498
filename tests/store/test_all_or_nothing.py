"""All or nothing: whichever statement of a change fails, the file is as it was, and the next change works."""

# ruff: noqa: PT017 - doing it and refusing it are both right, each in its way

import sqlite3
from contextlib import contextmanager

import pytest
from project_help import TEXT, dump, entry, make_project, make_session, new_article

from rotstift.model import verbs
from rotstift.model.annotations import Annotations
from rotstift.model.items import (
    ArticleStatus,
    Entity,
    Mention,
    Negative,
    Note,
    Origin,
    Quote,
    Standing,
    Status,
    Zone,
    ZoneKind,
)
from rotstift.model.span import Span
from rotstift.store.errors import StoreError, WriteFailed

MACHINE = Origin("rules 1", Standing.SUGGESTED, 0.5)
KIM = Origin("Kim")
EVERYTHING = (
    Entity("e", Span(0, 4), "PER", MACHINE, "Anna"),
    Quote(
        "q", (Span(5, 9), Span(12, 15)), "direct", MACHINE, (Mention(Span(0, 4)),), (Span(9, 11),)
    ),
    Quote("p", (Span(6, 8),), "direct", KIM, parent="q", fragment=True),
    Negative("n", Span(20, 24), "scare", MACHINE),
    Zone("z", Span(0, 40), ZoneKind.HEADLINE, MACHINE),
    Note("t", "Wer?", KIM, "q"),
    ArticleStatus(Status.FLAGGED),
)


class Faulty:
    """The project's connection with a statement that fails: the n-th from now on."""

    def __init__(self, connection, fails_at, error):
        self._connection, self._left, self._error = connection, fails_at, error
        self.failed = False

    def _count(self):
        self._left -= 1
        if self._left == 0:
            self.failed = True
            raise self._error

    def execute(self, *args):
        self._count()
        return self._connection.execute(*args)

    def executemany(self, *args):
        self._count()
        return self._connection.executemany(*args)

    def __getattr__(self, name):
        return getattr(self._connection, name)


@contextmanager
def failing(database, fails_at, error):
    connection = database.conn
    database.conn = Faulty(connection, fails_at, error)
    try:
        yield database.conn
    finally:
        database.conn = connection


def survives(project, change, error=None, says="did not take the change"):
    """Let every statement of the change fail in turn; answers how many there were."""
    error = error or sqlite3.OperationalError("disk I/O error")
    before = dump(project.database.conn)
    for number in range(1, 1000):
        with failing(project.database, number, error) as faulty:
            try:
                change()
            except WriteFailed as failed:
                assert says in str(failed)
                assert "nothing was changed" in str(failed)
            except StoreError as failed:
                assert "cannot be read" in str(failed)
        assert not project.database.conn.in_transaction
        if not faulty.failed:
            assert dump(project.database.conn) != before
            return number - 1
        assert dump(project.database.conn) == before
    raise AssertionError("the change never comes to an end")


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path / "p.rotstift", TEXT, TEXT * 2)
    yield made
    made.close()


def test_adding_articles_with_everything_in_them(tmp_path):
    project = make_project(tmp_path / "p.rotstift", "Schon da\n")
    fresh = [new_article("b1", TEXT, EVERYTHING), new_article("b2", "Kurz\n")]
    count = survives(project, lambda: project.add(fresh, entry()))
    assert count >= 20
    assert dict(project.state("b1").items) == {item.id: item for item in EVERYTHING}
    project.close()


def test_suggestions_and_an_edit_of_two_articles(session):
    items = [item for item in EVERYTHING if isinstance(item, Entity | Quote | Negative)]
    count = survives(session.project, lambda: session.take_suggestions("a1", items, "rules 1"))
    assert count >= 9
    edits = {
        "a1": verbs.confirm(TEXT, session.look("a1").state),
        "a2": verbs.add_entity(TEXT, Span(0, 4), "ORG", "Kim"),
    }
    count = survives(session.project, lambda: session.do_all(edits, "both", {}))
    assert count >= 12
    assert session.project.row("a1").checked == 3
    assert survives(session.project, session.undo) >= 12
    assert survives(session.project, session.redo) >= 12
    assert session.look("a2").state.digest == session.project.state("a2").digest


def test_the_session_knows_that_nothing_has_happened(session):
    told = []
    session.listeners.append(told.append)
    edit = verbs.add_entity(TEXT, Span(0, 4), "PER", "Kim")
    session.look("a1")
    with (
        failing(session.project.database, 3, sqlite3.OperationalError("disk I/O error")),
        pytest.raises(WriteFailed),
    ):
        session.do("a1", edit)
    assert told == []
    assert session.undo_entry is None
    assert session.look("a1").state.digest == Annotations(len(TEXT)).digest
    changed = session.do("a1", edit)
    assert session.undo_entry.seq == changed.seq
    assert len(told) == 1


def test_a_failed_undo_can_be_tried_again(session):
    session.do("a1", verbs.add_entity(TEXT, Span(0, 4), "PER", "Kim"))
    with (
        failing(session.project.database, 4, sqlite3.OperationalError("disk I/O error")),
        pytest.raises(WriteFailed),
    ):
        session.undo()
    assert session.undo_entry.name == "add"
    assert session.redo_entry is None
    assert session.undo() is not None
    assert session.look("a1").state.items == {}


def test_rebuilding(session):
    session.do("a1", verbs.add_entity(TEXT, Span(0, 4), "PER", "Kim"))
    empty = Annotations(len(TEXT))
    assert survives(session.project, lambda: session.project.rebuild("a1", empty)) >= 8


def test_remembering(session):
    assert survives(session.project, lambda: session.project.remember("x", "y")) == 3


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("database or disk is full", "The disk is full"),
        ("attempt to write a readonly database", "read-only"),
    ],
)
def test_the_sentence_says_what_to_do(session, message, says):
    error = sqlite3.OperationalError(message)
    edit = verbs.add_entity(TEXT, Span(0, 4), "PER", "Kim")
    survives(session.project, lambda: session.do("a1", edit), error, says)


def test_what_is_no_fault_of_the_disk_is_rolled_back_too(session):
    before = dump(session.project.database.conn)
    edit = verbs.write_note(TEXT, session.look("a1").state, "", "\ud800", "Kim")
    with pytest.raises(UnicodeEncodeError):
        session.do("a1", edit)
    assert dump(session.project.database.conn) == before
    assert session.undo_entry is None


def test_a_really_full_file(session):
    database = session.project.database
    pages = database.execute("pragma page_count").fetchone()[0]
    database.execute(f"pragma max_page_count = {pages}")
    before = dump(database.conn)
    with pytest.raises(WriteFailed, match="The disk is full"):
        session.project.add([new_article("b", "Wort " * 20_000)], entry())
    assert dump(database.conn) == before
    database.execute("pragma max_page_count = 1000000")
    session.project.add([new_article("b", "Wort " * 20_000)], entry())
    assert session.project.count() == 3
