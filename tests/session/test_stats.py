"""Stats: counted by hand on a project whose clock we hold."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from project_help import TEXT, make_session

from rotstift.model import verbs
from rotstift.model.items import Entity, Origin, Standing, Status
from rotstift.model.span import Span
from rotstift.session.effort import PAUSE, active_seconds
from rotstift.session.stats import standing_edits, stats

MACHINE = Origin("rules 1", Standing.SUGGESTED, 0.6)
ONE, TWO, THREE = (
    Entity(name, span, "PER", MACHINE)
    for name, span in (("1", Span(11, 20)), ("2", Span(31, 35)), ("3", Span(72, 76)))
)
START = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path / "p.rotstift", TEXT, TEXT * 2)
    ticks = count()

    def clock() -> str:
        return (START + timedelta(seconds=10 * next(ticks))).isoformat()

    made.clock = clock
    made.take_suggestions("a1", [ONE, TWO, THREE], "rules 1")
    yield made
    made.close()


def test_nothing_done_yet(session):
    found = stats(session)
    assert (found.articles, found.suggested, found.checked, found.made) == (2, 3, 0, 0)
    assert (found.acceptance, found.seconds, found.seconds_per_article) == (None, 0.0, None)
    assert found.statuses["new"] == 2
    assert found.edits == {}


def test_corrections_and_acceptance(session):
    session.do("a1", verbs.relabel(TEXT, ONE, "ORG", "Kim"))
    session.do("a1", verbs.accept(TEXT, TWO))
    session.do("a1", verbs.confirm(TEXT, session.look("a1").state))
    found = stats(session)
    assert (found.suggested, found.checked, found.made) == (0, 2, 1)
    assert found.acceptance == pytest.approx(2 / 3)
    assert found.statuses["confirmed"] == 1
    assert found.edits == {"accept": 1, "confirm": 1, "relabel": 1}
    assert (found.seconds, found.seconds_per_article) == (20.0, 20.0)


def test_what_is_undone_does_not_count(session):
    session.do("a1", verbs.relabel(TEXT, ONE, "ORG", "Kim"))
    session.do("a1", verbs.confirm(TEXT, session.look("a1").state))
    session.undo()
    session.undo()
    found = stats(session)
    assert (found.edits, found.acceptance) == ({}, None)
    session.redo()
    assert stats(session).edits == {"relabel": 1}
    assert stats(session).acceptance == 0.0


def test_asking_for_suggestions_again_is_a_pipelines_work(session):
    session.take_suggestions("a1", [ONE], "rules 2", again=True)
    assert stats(session).edits == {}


def test_since_leaves_out_what_was_before(session):
    session.do("a1", verbs.confirm(TEXT, session.look("a1").state))
    later = datetime.fromisoformat(session.clock())
    assert stats(session, later).acceptance is None
    session.undo()
    found = stats(session, later)
    assert (found.acceptance, found.edits) == (None, {})
    session.do("a1", verbs.accept(TEXT, ONE))
    assert stats(session, later).acceptance == 1.0


def test_pauses_are_no_work(session):
    seconds = [0, 10, 10 + PAUSE, 11 + 2 * PAUSE, 12 + 2 * PAUSE]
    entries = []
    session.do("a1", verbs.accept(TEXT, ONE))
    (entry,) = [one for one in session.log_of("a1") if one.name == "accept"]
    from dataclasses import replace

    for second in seconds:
        at = (START + timedelta(seconds=second)).isoformat()
        entries.append(replace(entry, at=at))
    assert active_seconds(entries) == 10 + PAUSE + 1
    assert active_seconds(entries[::-1]) == 0
    assert active_seconds([]) == 0
    assert standing_edits(entries) == {"accept": 5}


def test_to_json_has_every_field(session):
    told = stats(session).to_json()
    assert set(told["statuses"]) == {status.value for status in Status}
    assert told["articles"] == 2
