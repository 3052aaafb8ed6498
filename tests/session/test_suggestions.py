"""Suggestions: what a pipeline says goes in, what a person has touched stays, and what is undone when."""

from dataclasses import replace

import pytest
from project_help import TEXT, make_session

from rotstift.model import verbs
from rotstift.model.checks import EditError
from rotstift.model.history import EntryKind
from rotstift.model.items import (
    Entity,
    Negative,
    NegativeOf,
    Origin,
    Quote,
    Standing,
    Status,
)
from rotstift.model.span import Span
from rotstift.session.desk.desk import Desk

MACHINE = Origin("rules 1", Standing.SUGGESTED, 0.6)
ANNA = Entity("anna", Span(11, 20), "PER", MACHINE)
NATO = Entity("nato", Span(31, 35), "ORG", MACHINE)
QUOTE = Quote("quote", (Span(48, 64),), "direct", MACHINE)
INNER = Quote("inner", (Span(49, 52),), "direct", MACHINE, parent="quote")
NO = Negative("no", Span(100, 105), "scare", MACHINE)
FIRST = (ANNA, NATO, QUOTE, INNER, NO)


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path / "p.rotstift", TEXT, TEXT * 2)
    made.take_suggestions("a1", FIRST, "rules 1")
    yield made
    made.close()


def state(session):
    return session.look("a1").state


def again(session, *items):
    return session.take_suggestions("a1", items, "rules 2", again=True)


def other(item):
    return replace(item, id=f"{item.id}2", origin=replace(MACHINE, author="rules 2"))


def test_the_first_ones_are_a_machines_entry_and_nothing_to_undo(session):
    assert set(state(session).items) == {item.id for item in FIRST}
    assert state(session).status is Status.NEW
    assert session.undo_entry is None
    assert session.undo() is None
    row = session.row("a1")
    assert (row.suggested, row.suggested_by) == (5, "rules 1")
    (entry,) = [one for one in session.log_of("a1") if one.name == "suggest"]
    assert (entry.kind, entry.author) == (EntryKind.MACHINE, "rules 1")


def test_those_asked_for_again_take_the_place_of_the_others_and_can_be_undone(session):
    before = state(session)
    again(session, other(ANNA))
    assert set(state(session).items) == {"anna2"}
    assert session.undo_entry.name == "suggest"
    session.undo()
    assert state(session).digest == before.digest
    session.redo()
    assert set(state(session).items) == {"anna2"}
    assert session.row("a1").suggested_by == "rules 2"


@pytest.mark.parametrize("first", [True, False])
def test_what_a_person_has_settled_stays_and_keeps_its_place(session, first):
    session.do("a1", verbs.relabel(TEXT, ANNA, "ORG", "Kim"))
    session.do("a1", verbs.accept(TEXT, NATO))
    session.do("a1", verbs.deny(TEXT, state(session), QUOTE, "title", "Kim"))
    session.do("a1", verbs.add_entity(TEXT, Span(0, 10), "MISC", "Kim"))
    touched = {
        one.id: one
        for one in state(session).markables
        if one.origin.standing is not Standing.SUGGESTED
    }
    assert len(touched) == 4
    longer = Entity("longer", Span(11, 25), "PER", MACHINE)
    again(session, longer, other(NATO), other(ANNA), replace(other(QUOTE), parts=(Span(110, 120),)))
    after = state(session)
    assert touched.items() <= dict(after.items).items()
    assert {one.id for one in after.markables} - touched.keys() == {"quote2"}


def test_layers_do_not_stand_in_one_anothers_way(session):
    session.do("a1", verbs.accept(TEXT, QUOTE))
    again(session, other(ANNA), Entity("in", Span(49, 52), "MISC", MACHINE))
    assert set(state(session).items) >= {"quote", "anna2", "in"}


def test_a_negative_keeps_a_quote_off_its_very_words_only(session):
    session.do("a1", verbs.accept(TEXT, NO))
    wider = Quote("wider", (Span(99, 106),), "direct", MACHINE)
    same = replace(wider, id="same", parts=(NO.span,))
    again(session, wider, same)
    assert {one.id for one in state(session).quotes} == {"wider"}
    entity = Negative("ne", Span(31, 35), "name", MACHINE, NegativeOf.ENTITY)
    again(session, entity)
    assert state(session).get("ne") == entity


def test_a_child_whose_parent_goes_stands_alone(session):
    session.do("a1", verbs.set_type(TEXT, INNER, "indirect", "Kim"))
    again(session)
    assert state(session).quote("inner").parent is None
    session.undo()
    assert state(session).quote("inner").parent == "quote"


def test_a_child_whose_parent_is_left_out_stands_alone(session):
    session.do("a1", verbs.accept(TEXT, QUOTE))
    overlapping = Quote("outer", (Span(40, 60),), "indirect", MACHINE)
    child = Quote("child", (Span(110, 120),), "direct", MACHINE, parent="outer")
    again(session, overlapping, child)
    assert state(session).quote("outer") is None
    assert state(session).quote("child").parent is None


def test_a_note_keeps_the_suggestion_that_it_is_on(session):
    session.do("a1", verbs.write_note(TEXT, state(session), "anna", "Welche Anna?", "Kim"))
    again(session, other(ANNA), other(NATO))
    assert {one.id for one in state(session).entities} == {"anna", "nato2"}
    assert state(session).note_on("anna").text == "Welche Anna?"


def test_a_plug_in_that_gives_an_id_once_more_overwrites_nobody(session):
    session.do("a1", verbs.relabel(TEXT, ANNA, "ORG", "Kim"))
    mine = state(session).get("anna")
    again(session, replace(ANNA, span=Span(120, 125)), replace(NATO, label="LOC"))
    assert state(session).get("anna") == mine
    assert state(session).get("nato").label == "LOC"


def test_suggestions_that_break_a_rule_change_nothing(session):
    before = state(session)
    beyond = Entity("beyond", Span(0, len(TEXT) + 1), "PER", MACHINE)
    with pytest.raises(EditError, match="ends after the text"):
        again(session, beyond)
    assert state(session).digest == before.digest
    assert session.undo_entry is None


def test_the_first_suggestions_after_an_edit_leave_undo_to_the_edit(session):
    text = session.look("a2").article.text
    session.do("a2", verbs.add_entity(text, ANNA.span, "LOC", "Kim"))
    session.take_suggestions("a2", FIRST, "rules 1")
    assert session.look("a2").state.get("anna") is None
    assert session.undo_entry.name == "add"
    session.undo()
    left = session.look("a2").state
    assert set(left.items) == {"nato", "quote", "inner", "no"}
    assert left.status is Status.NEW
    session.redo()
    assert len(session.look("a2").state.entities) == 2


def test_a_finished_article_takes_no_first_suggestions(session):
    text = session.look("a2").article.text
    session.do("a2", verbs.confirm(text, session.look("a2").state))
    assert session.take_suggestions("a2", FIRST, "rules 1") is None
    assert not session.look("a2").state.markables
    assert session.row("a2").suggested_by == ""


def test_suggestions_asked_for_again_put_a_confirmed_article_back_in_progress(session):
    text = session.look("a2").article.text
    session.do("a2", verbs.confirm(text, session.look("a2").state))
    session.take_suggestions("a2", (ANNA,), "rules 2", again=True)
    assert session.look("a2").state.status is Status.IN_PROGRESS
    session.undo()
    assert session.look("a2").state.status is Status.CONFIRMED
    assert not session.look("a2").state.markables


def test_a_view_that_fails_keeps_no_other_view_from_the_news(session):
    heard = []

    def broken(_changed):
        raise RuntimeError("a view broke")

    session.listeners.extend([broken, heard.append])
    with pytest.raises(RuntimeError, match="a view broke"):
        session.do("a1", verbs.accept(TEXT, state(session).entities[0]))
    assert len(heard) == 1


def test_late_suggestions_leave_a_person_where_they_are(session):
    desk = Desk(session)
    desk.core.open("a2")
    desk.go.select(Span(31, 35))
    desk.settle.start_reason()
    place = desk.core.place
    session.take_suggestions("a2", FIRST, "rules 1")
    assert desk.core.place == place


def test_early_suggestions_take_a_person_to_the_first_doubt(session):
    desk = Desk(session)
    desk.core.open("a2")
    session.take_suggestions("a2", FIRST, "rules 1")
    assert desk.core.doubt_here() is not None
