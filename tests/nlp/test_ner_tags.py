"""Tags: spans there and back, and the best allowed row found by the same rule as trying all of them."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rotstift.nlp.ner.tags import BEGIN, INSIDE, LAST, OUT, Found, Tags

TAGS = Tags(("PER", "LOC"))


def allowed(row: tuple[int, ...]) -> bool:
    inside = -1
    for tag in row:
        label, kind = divmod(tag - 1, 4) if tag else (-1, -1)
        kind = kind + 1 if tag else OUT
        if inside < 0 and kind in (INSIDE, LAST):
            return False
        if inside >= 0 and (kind not in (INSIDE, LAST) or label != inside):
            return False
        inside = label if kind in (BEGIN, INSIDE) else -1
    return inside < 0


def test_spans_survive_encoding() -> None:
    spans = [Found(0, 1, 1), Found(1, 4, 0), Found(5, 7, 1)]
    tags = TAGS.encode(8, spans)
    assert allowed(tuple(tags.tolist()))
    assert TAGS.spans(tags.tolist()) == spans


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.integers(0, 10**6))
def test_best_is_the_best_of_all_allowed_rows(lengths: list[int], seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(sum(lengths), TAGS.size)).astype("float32")
    best, start = TAGS.best(scores, lengths), 0
    for length in lengths:
        table = scores[start : start + length]
        rows = (row for row in product(range(TAGS.size), repeat=length) if allowed(row))
        top = max(sum(table[place, tag] for place, tag in enumerate(row)) for row in rows)
        mine = tuple(best[start : start + length].tolist())
        assert allowed(mine)
        assert sum(table[place, tag] for place, tag in enumerate(mine)) == pytest.approx(top)
        start += length
