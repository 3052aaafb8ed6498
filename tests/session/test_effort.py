"""Effort and verdicts: counted by hand on a project whose clock and keys we hold."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from project_help import TEXT, make_session

from rotstift.model import verbs
from rotstift.model.checks import EditError
from rotstift.model.edit import Edit, Put
from rotstift.model.items import Entity, Mention, Origin, Quote, Standing
from rotstift.model.span import Span
from rotstift.session.effort import ACTIONS, actions_of, effort
from rotstift.session.session import Session
from rotstift.session.stats import stats
from rotstift.session.verdicts import Record, Verdict, record

MACHINE = Origin("rules 1", Standing.SUGGESTED, 0.6)
OTHER = Origin("rules 2", Standing.SUGGESTED, 0.6)
ONE, TWO, THREE = (
    Entity(name, span, "PER", MACHINE)
    for name, span in (("1", Span(11, 20)), ("2", Span(31, 35)), ("3", Span(72, 76)))
)
SAID = Quote("4", (Span(48, 65),), "direct", OTHER, speaker=(Mention(Span(72, 76)),))
START = datetime(2026, 3, 1, 23, 59, 30, tzinfo=UTC)


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path / "p.rotstift", TEXT, TEXT * 2)
    ticks = count()

    def clock() -> str:
        return (START + timedelta(seconds=10 * next(ticks))).isoformat()

    made.clock = clock
    made.take_suggestions("a1", [ONE, TWO, THREE], "rules 1")
    made.take_suggestions("a1", [SAID], "rules 2")
    made.meter.on = True
    yield made
    made.close()


def told(session: Session) -> Record:
    *_, found = record(session)
    return found


def act(session: Session, actions: int, edit) -> None:
    session.meter.count(actions)
    session.do("a1", edit)


def test_the_log_says_how_many_actions_each_entry_took(session):
    act(session, 3, verbs.relabel(TEXT, ONE, "ORG", "Kim"))
    assert session.meter.actions == 0
    session.meter.count()
    session.undo()
    session.meter.count(2)
    session.redo()
    taken = [actions_of(one) for one in session.log_of("a1") if one.name == "relabel"]
    assert taken == [2, 1, 3], "an undo has its own, not those of what it takes back"


def test_what_did_not_get_to_the_disk_goes_on_counting(session):
    session.meter.count(4)
    beyond = Edit("move_border", (Put(replace(ONE, span=Span(0, 10_000))),))
    with pytest.raises(EditError):
        session.do("a1", beyond)
    assert session.meter.actions == 4


def test_a_script_has_no_actions_and_a_pipeline_takes_none(session):
    session.meter.on = False
    act(session, 3, verbs.accept(TEXT, ONE))
    assert ACTIONS not in session.log_of("a1")[0].words
    found = stats(session)
    assert (found.actions, found.actions_per_article) == (None, None)
    session.meter.on = True
    session.meter.count(2)
    session.take_suggestions("a2", [replace(ONE, id="x")], "rules 1")
    assert session.meter.actions == 2


def test_effort_by_article_and_by_correction(session):
    act(session, 2, verbs.relabel(TEXT, ONE, "ORG", "Kim"))
    act(session, 1, verbs.accept(TEXT, TWO))
    act(session, 3, verbs.remove(TEXT, session.look("a1").state, THREE))
    act(session, 1, verbs.confirm(TEXT, session.look("a1").state))
    found = stats(session)
    assert found.actions == 7
    assert (found.actions_per_article, found.actions_per_correction) == (7.0, 3.5)
    assert (found.seconds_per_article, found.seconds_per_correction) == (30.0, 15.0)
    session.meter.count(1)
    session.undo()
    again = effort(session.project.figures.log())
    assert (again.confirmed, again.actions, again.actions_per_article) == (0, 8, None)


def test_every_way_a_suggestion_can_be_wrong(session):
    state = session.look("a1").state
    deny = verbs.deny(TEXT, state, THREE, "name", "Kim")
    moved = verbs.move_entity(TEXT, TWO, Span(31, 40), "Kim")
    quote = session.look("a1").state.quote("4")
    speaker = verbs.set_role(TEXT, state, quote, "speaker", (Span(11, 20),), "Kim")
    for edit in (verbs.relabel(TEXT, ONE, "ORG", "Kim"), moved, deny, speaker):
        act(session, 1, edit)
    assert dict(told(session).verdicts) == {
        Verdict("entity", "PER", "rules 1", "ORG"): 1,
        Verdict("entity", "PER", "rules 1", "borders"): 1,
        Verdict("entity", "PER", "rules 1", "negative"): 1,
        Verdict("quote", "direct", "rules 2", "speaker"): 1,
    }
    act(
        session,
        1,
        verbs.remove(TEXT, session.look("a1").state, session.look("a1").state.quote("4")),
    )
    assert told(session).verdicts.total() == 4, "one verdict for each suggestion: the first"


def test_kept_by_itself_or_with_its_article(session):
    act(session, 1, verbs.accept(TEXT, ONE))
    act(session, 1, verbs.relabel(TEXT, TWO, "LOC", "Kim"))
    act(session, 1, verbs.confirm(TEXT, session.look("a1").state))
    found = told(session)
    assert [(one.name, one.kept, one.settled) for one in found.by("kind", "label")] == [
        ("entity PER", 2, 3),
        ("quote direct", 1, 1),
    ]
    assert [(one.name, one.share) for one in found.by("pipeline")] == [
        ("rules 1", pytest.approx(2 / 3)),
        ("rules 2", 1.0),
    ]
    assert dict(found.corrections()) == {("entity", "PER", "LOC"): 1}


def test_what_is_undone_says_nothing_and_done_again_counts_once(session):
    act(session, 1, verbs.relabel(TEXT, ONE, "ORG", "Kim"))
    session.undo()
    assert told(session).verdicts.total() == 0
    session.redo()
    session.undo()
    session.redo()
    assert told(session).verdicts.total() == 1


def test_by_day_and_since(session):
    act(session, 5, verbs.relabel(TEXT, ONE, "ORG", "Kim"))  # 23:59:50
    act(session, 2, verbs.confirm(TEXT, session.look("a1").state))  # 0:00:00
    first, second = told(session).days
    assert (first.date, first.effort.actions, first.settled, first.kept) == ("2026-03-01", 5, 1, 0)
    assert (second.date, second.effort.confirmed, second.kept) == ("2026-03-02", 1, 3)
    *_, late = record(session, datetime(2026, 3, 2, tzinfo=UTC))
    assert [day.date for day in late.days] == ["2026-03-02"]
    assert late.verdicts.total() == 3


def test_a_long_log_is_read_in_portions(session, monkeypatch):
    monkeypatch.setattr("rotstift.session.verdicts.PORTION", 2)
    for label in ("ORG", "LOC", "MISC", "PER", "ORG"):
        act(session, 1, verbs.relabel(TEXT, session.look("a1").state.get("1"), label, "Kim"))
    steps = [(one.done, one.total) for one in record(session)]
    assert len(steps) > 3
    assert steps[-1] == (5, 5)
