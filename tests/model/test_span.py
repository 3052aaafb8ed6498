"""Span: half-open stretches, compared with plain sets of positions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from item_strategies import spans

from rotstift.model.span import Span, hull

SPANS = spans(12)


def positions(span: Span) -> set[int]:
    return set(range(span.start, span.end))


@given(SPANS, SPANS)
def test_two_spans_are_as_their_positions_say(one, two):
    assert one.overlaps(two) == bool(positions(one) & positions(two))
    assert one.contains(two) == (positions(one) >= positions(two))
    gap = min(abs(a - b) for a in positions(one) for b in positions(two))
    assert one.distance(two) == max(0, gap - 1)
    assert len(one) == len(positions(one))


@given(st.lists(SPANS, min_size=1))
def test_the_hull_is_the_smallest_span_around_all(every):
    around = hull(every)
    assert positions(around) >= set().union(*map(positions, every))
    assert around.start in {span.start for span in every}
    assert around.end in {span.end for span in every}


@given(SPANS, st.integers(-2, 14))
def test_holds_is_membership(span, position):
    assert span.holds(position) == (position in positions(span))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2), (0, 0), (-3, -1)])
def test_a_negative_empty_or_reversed_span_is_refused(start, end):
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span(start, end)


def test_the_hull_of_nothing_is_an_error():
    with pytest.raises(ValueError):
        hull([])


def test_a_span_is_its_text_in_code_points():
    assert Span(1, 4).of("a👩\u200d👧z") == "👩\u200d👧"


def test_spans_stand_in_text_order():
    assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]
