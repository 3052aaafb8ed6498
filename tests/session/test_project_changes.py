"""Changes of the project itself: in the log with the articles' changes, undone as one, also after a restart."""

import pytest
from project_help import SCHEME, TEXT, behind, make_session

from rotstift.model import verbs
from rotstift.model.scheme import SchemeError
from rotstift.model.span import Span
from rotstift.session.desk.desk import Desk
from rotstift.session.doctor import check
from rotstift.session.session import Session

RENAMED = SCHEME.source.replace(SCHEME.name, "ours")


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path / "p.rotstift", TEXT, TEXT * 2)
    yield made
    made.close()


def change(session):
    edits = {
        "a1": verbs.add_entity(TEXT, Span(0, 4), "PER", "Kim"),
        "a2": verbs.add_entity(TEXT, Span(0, 4), "ORG", "Kim"),
    }
    settings = {"scheme": RENAMED, "identity:Berg": '{"wikidata": "Q1"}'}
    return session.do_all(edits, "scheme", {}, settings)


def test_one_entry_changes_articles_and_project_and_one_undo_takes_it_back(session):
    told = []
    session.listeners.append(told.append)
    change(session)
    assert told[-1].settings["identity:Berg"] == ("", '{"wikidata": "Q1"}')
    assert session.scheme.name == "ours"
    assert len(session.look("a2").state.entities) == 1
    assert session.undo() is not None
    assert session.scheme == SCHEME
    assert session.project.settings("identity:") == {}
    assert told[-1].settings["identity:Berg"] == ('{"wikidata": "Q1"}', "")
    assert session.look("a2").state.entities == ()
    session.redo()
    assert session.scheme.name == "ours"


def test_also_after_a_restart(session):
    path = session.project.path
    change(session)
    session.close()
    again = Session.open(path, "Kim")
    assert again.scheme.name == "ours"
    assert again.undo_entry.name == "scheme"
    again.undo()
    assert again.scheme == SCHEME
    assert again.project.settings("identity:") == {}
    again.close()


def test_what_is_as_it_was_is_not_written(session):
    changed = session.do_all({}, "scheme", {}, {"scheme": SCHEME.source})
    assert session.project.log_book.setting_changes(changed.seq) == []


def test_a_scheme_that_is_none_changes_nothing(session):
    with pytest.raises(SchemeError):
        session.do_all({}, "scheme", {}, {"scheme": "name ="})
    assert session.undo_entry is None
    assert session.scheme == SCHEME


def test_undo_of_a_change_of_the_project_alone_stays_in_the_open_article(session):
    desk = Desk(session)
    desk.core.open("a1")
    session.do_all({}, "scheme", {}, {"scheme": RENAMED})
    desk.undo()
    assert desk.core.article_id == "a1"
    assert session.scheme == SCHEME


def test_going_back_in_an_article_says_that_the_project_would_change_as_well(session):
    desk = Desk(session)
    desk.core.open("a1")
    first = session.do("a1", verbs.add_entity(TEXT, Span(0, 4), "PER", "Kim"))
    session.do_all({}, "scheme", {}, {"scheme": RENAMED})
    desk.go_back_to(first.seq)
    assert "other articles" in str(desk.core.message)
    assert session.scheme.name == "ours"


def test_the_doctor_sees_a_setting_that_was_changed_behind_our_back(session):
    path = session.project.path
    change(session)
    session.close()
    behind(path, lambda c: c.execute("delete from setting where key like 'identity:%'"))
    again = Session.open(path, "Kim")
    *_, report = check(again, repair=True)
    assert [str(one) for one in report.problems] == [
        "The project’s setting “identity:Berg” is not what the log says."
    ]
    *_, report = check(again)
    assert report.problems == []
    again.close()
