"""Checks: each rule has a state that breaks it, with its sentence; valid states break none."""

from dataclasses import replace

import pytest
from hypothesis import given
from item_strategies import states

from rotstift.model.annotations import Annotations
from rotstift.model.checks import EditError, check_change, item_problems, state_problems
from rotstift.model.items import Entity, Mention, Negative, Note, Origin, Quote, Zone, ZoneKind
from rotstift.model.scheme import parse_scheme
from rotstift.model.span import Span
from rotstift.paths import resource

SCHEME = parse_scheme(resource("schemes", "news-de.toml").read_text(encoding="utf-8"))
BY = Origin("Kim")
LATE = Span(8, 11)
QUOTE = Quote("q", (Span(0, 4),), "direct", BY)


@given(states())
def test_a_valid_state_has_no_problem(state):
    assert state_problems(state, SCHEME) == []


@pytest.mark.parametrize(
    ("item", "says"),
    [
        (Entity("e", LATE, "PER", BY), "ends after the text"),
        (Negative("n", LATE, "scare", BY), "ends after the text"),
        (Zone("z", LATE, ZoneKind.LEAD, BY), "ends after the text"),
        (replace(QUOTE, parts=(Span(0, 2), LATE)), "ends after the text"),
        (replace(QUOTE, cue=(LATE,)), "ends after the text"),
        (replace(QUOTE, speaker=(Mention(LATE),)), "ends after the text"),
        (replace(QUOTE, addressee=(Mention(LATE),)), "ends after the text"),
        (replace(QUOTE, via=(Mention(LATE),)), "ends after the text"),
        (replace(QUOTE, parts=()), "at least one part"),
        (replace(QUOTE, parts=(Span(4, 6), Span(0, 2))), "in text order"),
        (replace(QUOTE, parts=(Span(0, 3), Span(2, 6))), "in text order"),
        (replace(QUOTE, parent="nobody"), "not there (nobody)"),
        (replace(QUOTE, parent="e0"), "not there (e0)"),
        (replace(QUOTE, parent="q"), "in itself"),
        (Note("n", "?", BY, "nobody"), "not there (nobody)"),
    ],
)
def test_an_item_that_breaks_a_rule(item, says):
    state = Annotations.of(10, [Entity("e0", Span(0, 1), "PER", BY), item])
    (problem,) = item_problems(item, state)
    assert says in problem
    with pytest.raises(EditError) as told:
        check_change(state, [item], [])
    assert told.value.sentence == problem
    assert told.value.sentence.template != ""


def test_touching_parts_are_in_order():
    assert item_problems(replace(QUOTE, parts=(Span(0, 2), Span(2, 4))), Annotations(10)) == []


def test_a_circle_of_three_is_found_from_each_of_them():
    ring = [replace(QUOTE, id=one, parent=other) for one, other in ("ab", "bc", "ca")]
    state = Annotations.of(10, ring)
    assert all("in itself" in str(item_problems(quote, state)) for quote in ring)


@pytest.mark.parametrize(
    "hanging", [replace(QUOTE, id="child", parent="gone"), Note("n", "?", BY, "gone")]
)
def test_nothing_may_hang_in_the_air(hanging):
    state = Annotations.of(10, [hanging])
    with pytest.raises(EditError, match="still refers"):
        check_change(state, [], ["gone"])
    check_change(state, [], ["other"])


def test_words_that_the_scheme_does_not_have():
    state = Annotations.of(10, [Entity("e", Span(0, 1), "TIER", BY), replace(QUOTE, type="sung")])
    sentences = " ".join(state_problems(state, SCHEME))
    assert "“TIER”" in sentences
    assert "“sung”" in sentences
