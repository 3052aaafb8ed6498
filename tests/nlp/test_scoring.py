"""The measure on tiny cases worked out by hand."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotstift.model.span import Span
from rotstift.nlp.scoring import (
    Unit,
    best_assignment,
    form_figures,
    measure,
    paired,
    share_figures,
    token_f1,
    touched,
)


def unit(kind: str, *tokens: int, **roles: tuple[int, ...]) -> Unit:
    parts = {role: frozenset(places) for role, places in roles.items()}
    return Unit(kind, frozenset(tokens), parts)


def test_token_f1() -> None:
    assert token_f1(frozenset({1, 2, 3, 4}), frozenset({3, 4})) == pytest.approx(2 / 3)
    assert token_f1(frozenset({1}), frozenset({2})) == 0.0


def test_touched_counts_every_token_that_is_cut() -> None:
    tokens = [Span(0, 3), Span(4, 8), Span(9, 12)]
    assert touched(tokens, [Span(2, 5)]) == {0, 1}


def test_best_assignment_takes_the_best_sum_not_the_best_pair() -> None:
    assert best_assignment([[0.9, 0.8], [0.8, 0.1]]) == [1, 0]


def test_more_rows_than_columns() -> None:
    assert best_assignment([[0.1], [0.7], [0.3]]) == [None, 0, None]
    assert best_assignment([]) == []
    assert best_assignment([[], []]) == [None, None]


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 9).map(float), min_size=width, max_size=width),
            min_size=1,
            max_size=4,
        )
    )
)
def test_assignment_is_as_good_as_trying_all(gains: list[list[float]]) -> None:
    found = best_assignment(gains)
    total = sum(gains[row][column] for row, column in enumerate(found) if column is not None)
    rows, width = len(gains), len(gains[0])
    if rows <= width:
        tries = [
            sum(gains[r][c] for r, c in enumerate(p)) for p in permutations(range(width), rows)
        ]
    else:
        tries = [
            sum(gains[r][c] for c, r in enumerate(p)) for p in permutations(range(rows), width)
        ]
    assert total == pytest.approx(max(tries))
    assert len({c for c in found if c is not None}) == min(rows, width)


def test_means_are_over_pairs_and_skip_what_is_undefined() -> None:
    gold = [unit("direct", 1, 2, 3, 4, speaker=(9,)), unit("indirect", 20, 21)]
    system = [unit("direct", 1, 2, cue=(7,))]
    figures = measure(paired(gold, system))
    assert figures["Messages"].precision == 1.0
    assert figures["Messages"].recall == pytest.approx((0.5 + 0) / 2)
    assert figures["speaker"].recall == 0.0
    assert figures["cue"].precision == 0.0
    assert figures["Form"].precision == 1.0
    assert figures["Form"].recall == 0.5


def test_a_suggestion_without_partner_costs_precision() -> None:
    gold = [unit("direct", 1)]
    system = [unit("direct", 1), unit("direct", 5)]
    figures = share_figures(paired(gold, system), ("quote",))
    assert (figures.precision, figures.recall) == (0.5, 1.0)


def test_the_same_type_wins_among_equal_spans() -> None:
    gold = [unit("indirect", 1, 2), unit("direct", 1, 2)]
    system = [unit("direct", 1, 2), unit("indirect", 1, 2)]
    assert form_figures(paired(gold, system)).f1 == 1.0


def test_nothing_at_all() -> None:
    assert measure([])["Joint"].f1 == 0.0
