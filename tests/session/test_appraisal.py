"""Appraisal: the log teaches what is doubtful, the articles keep their doubt, a share tells the error rate."""

from dataclasses import replace
from itertools import pairwise

import pytest
from project_help import TEXT, behind, make_session

from rotstift.model import verbs
from rotstift.model.appraising import appraise
from rotstift.model.doubt import expected_wrong
from rotstift.model.experience import ENOUGH, likeness
from rotstift.model.items import Entity, Negative, Origin, Standing, Status
from rotstift.model.sameness import same_key
from rotstift.model.sampling import drawn, lot, wilson, with_lots
from rotstift.model.span import Span
from rotstift.session.appraisal import SMALL
from rotstift.session.catching_up import CatchingUp
from rotstift.session.desk.desk import Desk
from rotstift.session.doctor import check
from rotstift.session.session import SHARE, Session
from rotstift.session.verdicts import record

MACHINE = Origin("rules 1", Standing.SUGGESTED, 0.8)
BERG = Entity("1", Span(31 - 20, 20), "PER", MACHINE)
KIEL = Entity("2", Span(41, 45), "LOC", replace(MACHINE, score=0.5))
SECOND = Entity("3", Span(72, 76), "PER", replace(MACHINE, score=0.71))


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path / "p.rotstift", TEXT, TEXT * 2)
    made.take_suggestions("a1", [BERG, KIEL, SECOND], "rules 1")
    yield made
    made.close()


def caught_up(session: Session) -> Session:
    CatchingUp(session).run()
    return session


def again(session: Session) -> Session:
    """The same project, opened anew."""
    path = session.project.path
    session.close()
    return Session.open(path, "Kim")


def test_an_article_keeps_how_many_places_are_probably_wrong(session):
    """With its suggestions, after each edit, and nothing once it is confirmed."""

    def stored() -> float | None:
        return session.row("a1").doubt

    assert session.row("a2").doubt is None, "no pipeline has seen it"
    first = stored()
    assert first == pytest.approx(
        expected_wrong(appraise(TEXT, session.look("a1").state)), abs=0.001
    )
    session.do("a1", verbs.accept(TEXT, KIEL))
    second = stored()
    assert second < first
    session.undo()
    assert stored() == pytest.approx(first, abs=0.2), "what was learnt is unlearnt"
    session.do("a1", verbs.confirm(TEXT, session.look("a1").state))
    assert stored() == 0


def test_a_long_articles_doubt_is_left_for_a_quiet_moment(tmp_path):
    text = "Anna " * (SMALL + 1)
    session = make_session(tmp_path / "p.rotstift", text)
    items = [
        Entity(f"{number}", Span(5 * number, 5 * number + 4), "PER", MACHINE)
        for number in range(SMALL + 1)
    ]
    session.take_suggestions("a1", items, "rules 1")
    before = session.row("a1").doubt
    assert before > 0
    session.do("a1", verbs.accept(text, items[0]))
    assert session.row("a1").doubt is None
    assert session.stale == {"a1"}
    caught_up(session)
    assert 0 < session.row("a1").doubt < before
    session.close()


def test_an_old_projects_doubts_are_filled_in_little_by_little(session):
    session = again(session)
    first = session.row("a1").doubt
    path = session.project.path
    session.close()
    behind(path, lambda c: c.execute("update article set doubt = null"))
    session = Session.open(path, "Kim")
    work = CatchingUp(session)
    while work.step():
        pass
    assert session.row("a1").doubt == first
    assert work.take_filled() == ["a1"]
    assert work.take_filled() == []
    session.close()
    behind(path, lambda c: c.execute("update article set doubt = null"))
    session = Session.open(path, "Kim")
    *_, report = check(session, repair=True)
    assert (report.problems, session.row("a1").doubt) == ([], first)
    session.close()


def test_what_was_corrected_is_learnt_at_once_and_again_after_a_restart(session):
    kind, words = likeness(BERG, TEXT)
    session.do("a1", verbs.relabel(TEXT, BERG, "ORG", "Kim"))
    session.do("a1", verbs.accept(TEXT, SECOND))
    tally = session.experience.tallies[kind]
    assert (tally.settled, tally.wrong) == (2, 1)
    assert session.experience.tallies[words].wrong == 1
    live = dict(session.experience.tallies)
    session = caught_up(again(session))
    assert session.experience.tallies == live
    session.close()


def test_what_is_undone_is_unlearnt_and_what_says_nothing_is_not_learnt(session):
    session.do("a1", verbs.remove(TEXT, session.look("a1").state, KIEL))
    session.undo()
    session.take_suggestions("a1", [replace(BERG, id="9", label="ORG")], "rules 2", again=True)
    assert all(
        (one.settled, one.wrong, one.expected) == (0, 0, 0.0)
        for one in session.experience.tallies.values()
    )
    session.redo()
    session = caught_up(again(session))
    assert all(one.settled == 0 for one in session.experience.tallies.values())
    session.close()


def test_names_of_confirmed_articles_are_known_after_a_restart(session):
    session.do("a1", verbs.confirm(TEXT, session.look("a1").state))
    assert session.experience.articles == 1
    session = caught_up(again(session))
    assert session.experience.names == {same_key(one.span.of(TEXT)) for one in (BERG, KIEL, SECOND)}
    assert session.experience.articles == 1 < ENOUGH
    session.close()


def test_a_damaged_entry_of_the_log_teaches_nothing(session):
    session.do("a1", verbs.accept(TEXT, KIEL))
    session.close()
    path = session.project.path
    behind(path, lambda c: c.executescript("drop trigger change_no_update;"))
    behind(path, lambda c: c.execute("update change set forward = '[5]' where seq = 3"))
    session = caught_up(Session.open(path, "Kim"))
    assert session.experience.tallies == {}
    session.close()


# -- the desk ----------------------------------------------------------------------------------


def test_tab_goes_to_the_most_doubtful_first_and_on_from_what_was_settled(session):
    desk = Desk(session)
    desk.core.open("a1")
    assert desk.core.place.focus == KIEL.id, "the lowest score, not the first in the text"
    scores = [one.score for one in desk.core.tour]
    assert scores == sorted(scores, reverse=True)
    seen = [desk.core.place.focus or desk.core.place.selection]
    for _ in range(len(desk.core.tour)):
        desk.go.next_doubt()
        seen.append(desk.core.place.focus or desk.core.place.selection)
    ranked = [one.item or one.span for one in desk.core.tour]
    assert seen == [*ranked, ranked[0]], "and round the end"
    desk.go.next_doubt(-1)
    assert (desk.core.place.focus or desk.core.place.selection) == ranked[-1]
    desk.go.focus(KIEL.id)
    desk.settle.accept()
    after = desk.core.place.focus or desk.core.place.selection
    assert after == ranked[1], "settled: on to what comes after it in the order"


def test_by_place_it_goes_as_one_reads(session):
    desk = Desk(session)
    desk.core.by_place = True
    desk.core.open("a1")
    starts = []
    for _ in desk.core.tour:
        starts.append(desk.core.doubt_here().span.start)
        desk.go.next_doubt()
    assert starts == sorted(starts)


# -- the random share ---------------------------------------------------------------------------


def test_lots_are_spread_evenly_and_smaller_shares_are_part_of_greater_ones():
    names = [f"{number:x}" for number in range(5000)]
    assert all(0 <= lot(name) < 1 for name in names)
    for share in (2, 10, 20):
        hits = [name for name in names if drawn(name, share)]
        assert share * 50 * 0.8 < len(hits) < share * 50 * 1.2
        assert set(hits) >= {name for name in names if drawn(name, share // 2)}
    assert lot("0123456789abcdef") == pytest.approx(0.7245102, abs=1e-6)


def test_drawn_articles_stand_evenly_between_the_others():
    ranked = [f"{number:x}" for number in range(1000)]
    mixed = with_lots(ranked, 10)
    assert sorted(mixed) == sorted(ranked)
    places = [at for at, name in enumerate(mixed) if drawn(name, 10)]
    gaps = {b - a for a, b in pairwise([-1, *places, len(mixed)])}
    assert max(gaps) - min(gaps) <= 1
    others = [name for name in ranked if not drawn(name, 10)]
    assert [name for name in mixed if not drawn(name, 10)] == others
    assert with_lots(ranked, 0) == ranked


def test_the_most_doubtful_article_comes_first_and_those_without_a_doubt_last(session):
    ids = session.project.ids
    assert ids(by_doubt=True) == ["a1", "a2"]
    session.take_suggestions(
        "a2",
        [
            replace(BERG, id=f"{n}", span=Span(n, n + 1), origin=replace(MACHINE, score=0.3))
            for n in range(8)
        ],
        "rules 1",
    )
    assert ids(by_doubt=True) == ["a2", "a1"]
    assert ids() == ["a1", "a2"]
    assert ids((Status.NEW,), "Elite", by_doubt=True) == ["a2", "a1"]


def test_where_doubtful_articles_come_first_only_drawn_ones_tell_the_error_rate(session):
    session.share, session.by_doubt = 20, True
    assert not drawn("a1", 20)
    session.do("a1", verbs.accept(TEXT, KIEL))
    assert SHARE not in session.log_of("a1", 1)[0].words
    session.by_doubt = False
    session.do("a1", verbs.accept(TEXT, SECOND))
    assert SHARE in session.log_of("a1", 1)[0].words


def test_wilsons_interval():
    """Against the figures of Newcombe 1998, table I, method 3."""
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)
    assert wilson(1, 29) == pytest.approx((0.0061, 0.1718), abs=5e-5)
    assert wilson(0, 0) == (0.0, 1.0)


def test_the_random_share_tells_the_error_rate_beside_what_was_looked_at(tmp_path):
    session = make_session(tmp_path / "p.rotstift", "Anna " * 200)
    text = session.look("a1").article.text
    items = [
        Entity(f"{number:x}", Span(5 * number, 5 * number + 4), "PER", MACHINE)
        for number in range(200)
    ]
    by_lot = [one for one in items if drawn(one.id, 20)]
    others = [one for one in items if not drawn(one.id, 20)]
    session.take_suggestions("a1", items, "rules 1")
    session.do("a1", verbs.relabel(text, others[0], "ORG", "Kim"))
    session.share = 20
    session.do("a1", verbs.relabel(text, by_lot[0], "ORG", "Kim"))
    session.do("a1", verbs.relabel(text, others[1], "ORG", "Kim"))
    session.do("a1", verbs.accept(text, others[2]))
    session.do("a1", verbs.accept(text, by_lot[1]))
    session.do("a1", verbs.relabel(text, by_lot[2], "ORG", "Kim"))
    session.undo()
    session.do("a1", verbs.confirm(text, session.look("a1").state))
    assert session.log_of("a1", 1)[0].words[SHARE] == "20"
    *_, record_ = record(session)
    found = record_.lots
    assert (found.drawn.wrong, found.drawn.settled) == (1, len(by_lot))
    assert found.passed_by == len(by_lot) - 2
    assert (found.looked_at.wrong, found.looked_at.settled) == (1, 2)
    assert found.looked_at.rate == 0.5
    told = found.to_json()
    assert told["sample"]["low"] < told["sample"]["rate"] < told["sample"]["high"]
    assert told["looked_at"]["rate"] == 0.5
    session.close()


def test_a_second_opinion_survives_the_file(session):
    told = Negative(
        "7", Span(58, 64), "scare", Origin("m 1", Standing.SUGGESTED, 0.9, agreed=False)
    )
    session.take_suggestions("a2", [told], "m 1")
    session = again(session)
    assert session.look("a2").state.get("7") == told
    session.close()
