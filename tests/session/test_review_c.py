"""Going back and forth in the history, the pace, confirming once more, going on in a long list."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from project_help import TEXT, entry, make_session, new_article

from rotstift.model import verbs
from rotstift.model.edit import Edit, Put, apply_steps
from rotstift.model.items import ArticleStatus, Entity, Origin, Quote, Standing, Status, new_id
from rotstift.model.span import Span
from rotstift.session.desk.desk import Desk
from rotstift.session.stats import pace, stats
from rotstift.store.records import NewArticle

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
MACHINE = Origin("rules 1", Standing.SUGGESTED, 0.6)
ANNA, NATO = Entity("1", Span(11, 20), "PER", MACHINE), Entity("2", Span(31, 35), "ORG", MACHINE)


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path / "p.rotstift", TEXT, TEXT)
    ticks = count()

    def clock() -> str:
        return (START + timedelta(seconds=10 * next(ticks))).isoformat()

    made.clock = clock
    yield made
    made.close()


@pytest.fixture
def desk(session):
    made = Desk(session)
    made.core.order = session.project.ids()
    made.core.open("a1")
    return made


def mark(session, start, article="a1"):
    return session.do(article, verbs.add_entity(TEXT, Span(start, start + 3), "PER", "Kim")).seq


def starts(session, article="a1"):
    return [entity.span.start for entity in session.look(article).state.entities]


# -- the history ---------------------------------------------------------------------------------


def test_an_undone_edit_is_done_again_with_those_before_it(session, desk):
    first, second, third = mark(session, 1), mark(session, 5), mark(session, 9)
    desk.go_back_to(first)
    assert starts(session) == [1]
    desk.go_back_to(second)
    assert starts(session) == [1, 5]
    assert session.redo_entry.seq == third


def test_an_edit_that_redo_cannot_reach_is_left_as_it_is_with_a_word(session, desk):
    mark(session, 1)
    lost = mark(session, 5)
    session.undo()
    mark(session, 9)
    session.undo()
    desk.go_back_to(lost)
    assert starts(session) == [1]
    assert session.redo_entry is not None
    assert "cannot be done again" in desk.core.message.template


def test_nothing_is_done_again_in_an_article_that_is_not_open(session, desk):
    mark(session, 1, "a2")
    mine = mark(session, 5)
    session.undo()
    session.undo()
    desk.core.open("a1")
    desk.go_back_to(mine)
    assert (starts(session), starts(session, "a2")) == ([], [])
    assert "other articles" in desk.core.message.template
    desk.redo()
    desk.core.open("a1")
    desk.go_back_to(mine)
    assert (starts(session), starts(session, "a2")) == ([5], [1])


# -- the pace ------------------------------------------------------------------------------------


def test_seconds_per_article_are_of_what_was_confirmed_since(session):
    session.do("a1", verbs.confirm(TEXT, session.look("a1").state))
    later = datetime.fromisoformat(session.clock())
    for start in (1, 5):
        mark(session, start, "a2")
    session.do("a2", verbs.confirm(TEXT, session.look("a2").state))
    assert (pace(session, later).seconds, pace(session, later).seconds_per_article) == (20.0, 20.0)
    assert stats(session).seconds_per_article == 20.0
    assert stats(session).statuses["confirmed"] == 2


def test_correcting_ones_own_or_accepted_marks_says_nothing_about_the_pipeline(session):
    session.take_suggestions("a1", [ANNA, NATO], "rules 1")
    mark(session, 40)
    own = next(one for one in session.look("a1").state.entities if one.span.start == 40)
    session.do("a1", verbs.relabel(TEXT, own, "ORG", "Kim"))
    assert pace(session).acceptance is None
    session.do("a1", verbs.accept(TEXT, ANNA))
    accepted = session.look("a1").state.get("1")
    session.do("a1", verbs.relabel(TEXT, accepted, "LOC", "Kim"))
    assert pace(session).acceptance == 1.0
    session.do("a1", verbs.remove(TEXT, session.look("a1").state, NATO))
    assert pace(session).acceptance == 0.5
    session.undo()
    assert pace(session).acceptance == 1.0
    session.redo()
    assert pace(session).acceptance == 0.5


def test_a_suggested_quote_that_only_moves_up_is_not_rejected(session):
    outer = Quote("o", (Span(40, 80),), "indirect", MACHINE)
    inner = Quote("i", (Span(50, 60),), "direct", MACHINE, parent="o")
    session.take_suggestions("a1", [outer, inner], "rules 1")
    session.do("a1", verbs.remove(TEXT, session.look("a1").state, outer))
    left = session.look("a1").state.quote("i")
    assert (left.parent, left.origin.standing) == (None, Standing.SUGGESTED)
    session.do("a1", verbs.accept(TEXT, left))
    assert pace(session).acceptance == 0.5


def test_same_for_all_rejects_every_suggestion_that_it_changes(session, desk):
    places = (TEXT.index("Berg"), TEXT.index("Berg am".replace(" ", "\u00a0")))
    items = [Entity(str(at), Span(at, at + 4), "LOC", MACHINE) for at in places]
    session.take_suggestions("a1", items, "rules 1")
    desk.go.focus(items[0].id)
    desk.mark.label("PER")
    desk.settle.same()
    assert pace(session).edits == {"relabel": 1, "same_label": 1}
    session.do("a1", verbs.confirm(TEXT, session.look("a1").state))
    assert pace(session).acceptance == 0.0
    assert pace(session).edits["confirm"] == 1


def test_since_finds_its_place_in_a_long_log(session):
    times = []
    for start in range(1, 40):
        times.append(session.clock())
        mark(session, start)
    for number in (0, 1, 17, 38):
        found = pace(session, datetime.fromisoformat(times[number]))
        assert found.edits == {"add": 39 - number}
    after = datetime.fromisoformat(times[-1]) + timedelta(seconds=11)
    assert pace(session, after).edits == {}


# -- confirming ----------------------------------------------------------------------------------


def test_confirming_once_more_writes_nothing_and_goes_on(session, desk):
    desk.settle.confirm()
    assert desk.core.article_id == "a2"
    desk.core.open("a1")
    mark(session, 5)
    session.undo()
    entries = session.log_of("a1")
    desk.settle.confirm()
    assert desk.core.article_id == "a2"
    assert session.log_of("a1") == entries
    assert session.redo_entry.name == "add"


def test_confirming_once_more_accepts_new_suggestions(session, desk):
    desk.settle.confirm()
    session.do("a1", Edit("suggest", (Put(ANNA),)))
    desk.core.open("a1")
    desk.settle.confirm()
    assert session.look("a1").state.get("1").origin.standing is Standing.CHECKED


# -- a long list ---------------------------------------------------------------------------------


def add(session, count, status=Status.CONFIRMED):
    fresh = []
    for _ in range(count):
        one = new_article(new_id(), TEXT)
        steps = (Put(ArticleStatus(status)),)
        state, _ = apply_steps(steps, one.state)
        fresh.append(NewArticle(one.article, state, steps))
    session.project.add(fresh, entry())
    return [one.article.id for one in fresh]


def test_the_next_open_article_is_found_far_away_without_asking_for_each(tmp_path):
    session = make_session(tmp_path / "p.rotstift", TEXT)
    add(session, 300)
    (far,) = add(session, 1, Status.FLAGGED)
    add(session, 100, Status.SKIPPED)
    desk = Desk(session)
    desk.core.order = session.project.ids()
    desk.core.open("a1")
    statements: list[str] = []
    session.project.database.conn.set_trace_callback(statements.append)
    desk.go.next_article()
    session.project.database.conn.set_trace_callback(None)
    assert desk.core.article_id == far
    assert len(statements) < 40
    desk.go.next_article()
    assert desk.core.article_id == "a1", "round the end"
    session.close()


def test_next_goes_only_through_the_list_in_its_order(tmp_path):
    session = make_session(tmp_path / "p.rotstift", *[TEXT] * 60)
    done = add(session, 30)
    desk = Desk(session)
    desk.core.order = [*done[:25], "a50", "a3", *done[25:]]
    desk.core.open(done[0])
    desk.go.next_article()
    assert desk.core.article_id == "a50"
    desk.go.next_article()
    assert desk.core.article_id == "a3"
    desk.go.next_article()
    assert desk.core.article_id == "a50", "round the end, past 30 that are done"
    desk.core.order = done
    desk.core.open(done[3])
    desk.go.next_article()
    assert desk.core.article_id == done[3]
    assert "all are done" in desk.core.message.template
    session.close()
