"""Doctor: planted damage is found and named; what the log knows is rebuilt from it."""

import sqlite3

import pytest
from project_help import TEXT, make_session, run_behind

from rotstift.model import verbs
from rotstift.model.items import Entity, Mention, Negative, Origin, Quote, Standing
from rotstift.model.span import Span
from rotstift.session.doctor import check
from rotstift.session.session import Session
from rotstift.store.errors import StoreError

MACHINE = Origin("rules 1", Standing.SUGGESTED, 0.6)
ITEMS = (
    Entity("e", Span(11, 20), "PER", MACHINE, "Anna"),
    Quote("q", (Span(48, 64),), "direct", MACHINE, (Mention(Span(0, 4)),), (Span(66, 71),)),
    Negative("n", Span(100, 105), "scare", MACHINE),
)


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "p.rotstift"
    session = make_session(made, TEXT, "Ein zweiter\n")
    session.take_suggestions("a1", ITEMS, "rules 1")
    session.do("a1", verbs.relabel(TEXT, ITEMS[0], "ORG", "Kim"))
    session.do("a1", verbs.write_note(TEXT, session.look("a1").state, "q", "Wer?", "Kim"))
    session.undo()
    session.close()
    return made


def looked_at(path, *, repair=False):
    session = Session.open(path, "Kim")
    try:
        (*_, report) = check(session, repair=repair)
    finally:
        session.close()
    return report


def test_a_sound_project(path):
    report = looked_at(path)
    assert (report.articles, report.problems, report.repaired) == (2, [], 0)
    assert looked_at(path, repair=True).repaired == 0


IN_THE_TABLES = [
    "update entity set label = 'LOC'",
    "update entity set standing = 'unheard of'",
    "update entity set score = 0.7",
    'update entity set "end" = 1',
    "delete from entity",
    "delete from quote",
    "delete from quote_span",
    "update quote_span set role = 'unheard of' where role = 'cue'",
    'update quote set "start" = 0',
    "insert into note (article, id, standing, author, target, text)"
    " values ('a1', 'x', 'made', 'Eve', '', '!')",
    "update article set status = 'confirmed' where id = 'a1'",
    "update article set status = 'unheard of' where id = 'a1'",
    "update article set state_digest = '0' where id = 'a1'",
    "update article set suggested = 7 where id = 'a1'",
    "update article set made = 0 where id = 'a1'",
]


@pytest.mark.parametrize("statement", IN_THE_TABLES)
def test_what_the_log_knows_is_found_and_rebuilt(path, statement):
    whole = Session.open(path, "Kim")
    before = dict(whole.look("a1").state.items)
    row = whole.row("a1")
    whole.close()
    run_behind(path, statement)
    assert looked_at(path).problems != []
    found = looked_at(path, repair=True)
    assert found.problems != []
    assert found.repaired == 1
    assert all("\n" not in problem and problem.endswith(".") for problem in found.problems)
    assert looked_at(path).problems == []
    session = Session.open(path, "Kim")
    assert dict(session.look("a1").state.items) == before
    assert session.row("a1") == row
    assert session.undo_entry.name == "relabel"
    assert session.redo_entry.name == "note"
    session.redo()
    session.close()


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("update change set forward = '[' where seq = 3", "Ministerin"),
        ("update change set forward = '[{\"put\": 5}]' where seq = 3", "JSON object"),
        ("update change set forward = '[]' where seq = 3", "Ministerin"),
        ('update change set backward = \'[{"drop": "e"}]\' where seq = 3', "lead back"),
        ("update change set forward = replace(forward, '[11,20]', '[11,2000]')", "ends after"),
        ("delete from change where seq = 3", "Ministerin"),
        ("update article_text set text = text || '!' where article = 'a1'", "text"),
    ],
)
def test_damage_of_the_log_or_the_text_is_told_and_never_made_worse(path, statement, says):
    run_behind(path, statement)
    found = looked_at(path, repair=True)
    assert any(says in problem for problem in found.problems), found.problems
    assert all(problem.endswith(".") for problem in found.problems), found.problems


def test_a_gap_in_the_log(path):
    run_behind(path, "delete from change where seq = 2", "delete from log where seq = 2")
    assert any("missing" in problem for problem in looked_at(path).problems)


def test_the_other_articles_are_looked_at_too(path):
    run_behind(
        path,
        "update article_text set text = 'x' where article = 'a1'",
        "update article set suggested = 3 where id = 'a2'",
    )
    report = looked_at(path)
    assert report.articles == 2
    assert any(problem.startswith("Ein zweiter") for problem in report.problems)


def test_a_damaged_article_is_not_opened(path):
    run_behind(path, "update entity set label = 'LOC'", "update article set status = 'x'")
    session = Session.open(path, "Kim")
    with pytest.raises(StoreError, match="--repair"):
        session.look("a1")
    with pytest.raises(StoreError, match="--repair"):
        list(session.project.rows())
    session.close()


def test_looking_changes_nothing(path):
    def rows(connection: sqlite3.Connection):
        return list(connection.iterdump())

    from project_help import behind

    before = behind(path, rows)
    looked_at(path)
    assert behind(path, rows) == before
