"""A new pipeline for the articles still to do: what nobody has touched gets it, and nothing else changes."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from project_help import TEXT, make_session

from rotstift.model import verbs
from rotstift.model.codec import item_to_json
from rotstift.model.items import Entity, Origin, Standing, Status
from rotstift.model.span import Span
from rotstift.session.fleet import Outcome
from rotstift.session.suggesting import suggest_to_untouched, take_back, untouched

MACHINE = Origin("rules 1", Standing.SUGGESTED, 0.6)
ANNA = Entity("anna", Span(11, 20), "PER", MACHINE)
NATO = Entity("nato", Span(31, 35), "ORG", MACHINE)
ARTICLES = 7


@pytest.fixture
def session(tmp_path) -> Iterator[Any]:
    """a1 only has suggestions, a2 none; a person has done something in each of the others."""
    made = make_session(tmp_path / "p.rotstift", *(TEXT + "x" * n for n in range(ARTICLES)))
    for key in ("a1", "a3", "a4", "a5", "a6", "a7"):
        made.take_suggestions(key, (ANNA, NATO), "rules 1")
    text = made.look("a3").article.text
    made.do("a3", verbs.accept(text, ANNA))
    made.do("a4", verbs.remove(made.look("a4").article.text, made.look("a4").state, ANNA))
    made.do("a5", verbs.confirm(made.look("a5").article.text, made.look("a5").state))
    made.do("a6", verbs.set_status(text, made.look("a6").state, Status.FLAGGED))
    made.do("a7", verbs.write_note(text, made.look("a7").state, "anna", "Welche?", "Kim"))
    yield made
    made.close()


def new_pipeline(tasks: Any) -> Iterator[Outcome]:
    """Finds one name."""
    origin = replace(MACHINE, author="mine 2")
    for number, task in enumerate(tasks):
        item = Entity(f"new{number}", Span(11, 20), "ORG", origin)
        yield Outcome(task, {"author": "mine 2", "items": [item_to_json(item)], "left_out": {}})


def states(session: Any) -> dict[str, str]:
    return {key: session.look(key).state.digest for key in session.project.ids()}


def test_new_articles_and_those_that_only_machines_have_touched_are_untouched(session):
    assert untouched(session) == ["a1", "a2"]


def test_a_finished_article_that_a_pipeline_has_reopened_is_a_persons_still(session):
    session.take_suggestions("a5", (), "rules 2", again=True)
    assert session.row("a5").status is Status.IN_PROGRESS
    assert "a5" not in untouched(session)


def test_what_was_undone_is_untouched_again(session):
    session.undo()
    assert untouched(session) == ["a1", "a2", "a7"]


def test_only_untouched_articles_get_the_new_suggestions(session):
    before = states(session)
    *_, report = suggest_to_untouched(session, new_pipeline)
    after = states(session)
    assert {key for key in before if before[key] != after[key]} == {"a1", "a2"}
    assert report.articles == 2
    for key in ("a1", "a2"):
        assert [one.label for one in session.look(key).state.entities] == ["ORG"]
        assert session.row(key).suggested_by == "mine 2"
        assert session.row(key).status is Status.NEW
    assert untouched(session) == ["a1", "a2"], "the next pipeline may come"


def test_all_of_it_is_taken_back_at_once_and_nothing_else(session):
    before = states(session)
    *_, report = suggest_to_untouched(session, new_pipeline)
    assert len(report.entries) == 2
    assert take_back(session, report) == 2
    assert states(session) == before
    assert take_back(session, report) == 0
    assert session.undo_entry.name != "suggest"


def test_what_was_done_after_it_is_not_taken_back(session):
    *_, report = suggest_to_untouched(session, new_pipeline)
    text = session.look("a1").article.text
    session.do("a1", verbs.add_entity(text, Span(0, 10), "MISC", "Kim"))
    after = states(session)
    assert take_back(session, report) == 0
    assert states(session) == after


def test_an_article_begun_with_meanwhile_is_left_alone(session):
    def slow(tasks: Any) -> Iterator[Outcome]:
        for outcome in list(new_pipeline(tasks)):
            if outcome.task.key == "a1":
                opened = session.look("a1")
                session.do("a1", verbs.accept(opened.article.text, opened.state.get("anna")))
            yield outcome

    *_, report = suggest_to_untouched(session, slow)
    assert report.articles == 1
    assert session.look("a1").state.get("anna").origin.standing is Standing.CHECKED


def test_what_somebody_made_elsewhere_stays(tmp_path):
    from project_help import entry, make_project, new_article

    from rotstift.session.session import Session

    project = make_project(tmp_path / "q.rotstift")
    theirs = replace(ANNA, origin=Origin("Ada"))
    project.add([new_article("a1", TEXT, [theirs, NATO])], entry())
    session = Session(project, "Kim")
    *_, report = suggest_to_untouched(session, new_pipeline)
    assert report.articles == 1
    assert list(session.look("a1").state.items.values()) == [theirs]
    session.close()
