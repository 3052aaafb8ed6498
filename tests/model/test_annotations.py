"""Annotations: order, counts, status and the digest of a state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from item_strategies import items, states

from rotstift.model.annotations import Annotations, item_digest
from rotstift.model.article import TITLE_LIMIT, Article, text_digest, title_of
from rotstift.model.items import (
    ArticleStatus,
    Entity,
    Markable,
    Note,
    Origin,
    Quote,
    Standing,
    Status,
    new_id,
)
from rotstift.model.span import Span

BY = Origin("Kim")


@given(states())
def test_everything_stands_in_text_order_and_nothing_is_missing(state):
    for group in (state.entities, state.quotes, state.negatives, state.markables):
        starts = [item.span.start for item in group]
        assert starts == sorted(starts)
    kinds = (*state.markables, *state.zones, *state.notes)
    status = [item for item in state.items.values() if isinstance(item, ArticleStatus)]
    assert {item.id for item in (*kinds, *status)} == set(state.items)


@given(states())
def test_the_counts_are_those_of_the_markables(state):
    marked = [item for item in state.items.values() if isinstance(item, Markable)]
    for standing in Standing:
        count = sum(item.origin.standing is standing for item in marked)
        assert state.standings[standing] == count


@given(states(), st.randoms())
def test_the_digest_does_not_know_the_order(state, random):
    every = list(state.items.values())
    random.shuffle(every)
    assert Annotations.of(state.length, every).digest == state.digest
    assert len(state.digest) == 64


@given(states(), items(40))
def test_the_digest_knows_every_item(state, item):
    changed = state.changed([item], [])
    assert (changed.digest == state.digest) == (state.get(item.id) == item)
    if item.id in changed.items:
        assert changed.changed([], [item.id]).get(item.id) is None


def test_the_digest_is_a_sum_modulo_two_to_the_256():
    one, two = Entity("e", Span(0, 1), "PER", BY), Entity("f", Span(1, 2), "ORG", BY)
    total = (item_digest(one) + item_digest(two)) % (1 << 256)
    assert Annotations.of(5, [one, two]).digest == f"{total:064x}"


def test_an_id_is_given_once():
    entity = Entity("e", Span(0, 1), "PER", BY)
    with pytest.raises(ValueError, match="'e'"):
        Annotations.of(5, [entity, entity])
    assert len({new_id() for _ in range(1000)}) == 1000


def test_the_outer_one_comes_first():
    inner = Quote("i", (Span(0, 3),), "direct", BY, parent="o")
    outer = Quote("o", (Span(0, 2), Span(4, 9)), "indirect", BY)
    entity = Entity("e", Span(0, 9), "PER", BY)
    state = Annotations.of(9, [entity, inner, outer])
    assert [item.id for item in state.markables] == ["o", "e", "i"]
    assert state.children("o") == (inner,)


def test_an_article_is_new_until_somebody_says_something():
    assert Annotations(3).status is Status.NEW
    assert Annotations.of(3, [ArticleStatus(Status.FLAGGED)]).status is Status.FLAGGED


def test_notes_are_found_by_what_they_are_on():
    note, other = Note("n", "?", BY), Note("m", "!", BY, "e")
    state = Annotations.of(3, [note, other])
    assert state.note_on("") == note
    assert state.note_on("e") == other
    assert state.note_on("f") is None
    assert state.get(None) is None
    assert state.quote("n") is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n : Erste Zeile\nzweite", "Erste Zeile"),
        ("\u00a0\u202f– \n--\nDrei", "Drei"),
        ("!!!", "!!!"),
        ("a" * 500, "a" * TITLE_LIMIT),
    ],
)
def test_a_title_is_the_first_line_with_a_letter(text, title):
    assert title_of(text) == title


def test_the_digest_of_a_text_is_that_of_its_utf8():
    assert text_digest("").startswith("e3b0c442")
    assert Article("a", "ä", "").digest == text_digest("ä") != text_digest("a\u0308")
