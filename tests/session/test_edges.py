"""The edge keys: by a word, by a mark, by a character that a reader sees as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from item_strategies import spans, texts

from rotstift.model.items import Entity, Origin, Quote
from rotstift.model.span import Span
from rotstift.model.words import splits_character
from rotstift.session.desk.edges import EdgeMove, as_seen, moved, part_to_move

RIGHT, LEFT = EdgeMove.GROW_RIGHT, EdgeMove.GROW_LEFT
LESS_RIGHT, LESS_LEFT = EdgeMove.SHRINK_RIGHT, EdgeMove.SHRINK_LEFT


@pytest.mark.parametrize(
    ("text", "span", "move", "expected"),
    [
        ("Nato-Rat", Span(0, 8), LESS_RIGHT, "Nato-Ra"),
        ("u\u0308ber", Span(0, 5), LESS_LEFT, "ber"),
        ("Anu\u0308", Span(0, 2), RIGHT, "Anu\u0308"),
        ("a👩\u200d👩\u200d👧b", Span(0, 1), RIGHT, "a👩\u200d👩\u200d👧"),
        ("a👩\u200d👩\u200d👧b", Span(0, 6), LESS_RIGHT, "a"),
        ("a👩\u200d👩\u200d👧b", Span(6, 7), LEFT, "👩\u200d👩\u200d👧b"),
        ("👍🏽!", Span(2, 3), LEFT, "👍🏽!"),
        ("🇩🇪🇫🇷", Span(0, 2), RIGHT, "🇩🇪🇫🇷"),
        ("🇩🇪🇫🇷", Span(0, 4), LESS_LEFT, "🇫🇷"),
        ("eins\nzwei", Span(0, 4), RIGHT, "eins"),
        ("ab", Span(0, 2), RIGHT, "ab"),
        ("ab", Span(0, 1), LESS_RIGHT, "a"),
        ("u\u0308", Span(0, 2), LESS_RIGHT, "u\u0308"),
    ],
)
def test_by_character(text, span, move, expected):
    assert moved(text, span, move, marks=False, by_character=True).of(text) == expected


@given(texts, st.data(), st.sampled_from(EdgeMove), st.booleans(), st.booleans())
def test_an_edge_never_leaves_the_text_or_half_a_character(text, data, move, marks, by_character):
    span = data.draw(spans(len(text)))
    new = moved(text, span, move, marks=marks, by_character=by_character)
    assert new.end <= len(text)
    edge, old = (new.end, span.end) if move in (RIGHT, LESS_RIGHT) else (new.start, span.start)
    if by_character and edge != old:
        assert not splits_character(text, edge)
    grows = move in (RIGHT, LEFT)
    assert new.contains(span) if grows else span.contains(new)


@pytest.mark.parametrize(
    ("move", "marks", "expected"),
    [
        (RIGHT, True, "„Ja“, sie"),
        (RIGHT, False, "„Ja“, sie"),
        (LESS_RIGHT, True, "„Ja“"),
        (LESS_LEFT, True, "Ja“,"),
        (LESS_LEFT, False, "Ja“,"),
        (LEFT, True, ": „Ja“,"),
        (LEFT, False, "Er: „Ja“,"),
    ],
)
def test_by_word_or_by_mark(move, marks, expected):
    text = "Er: „Ja“, sie"
    assert moved(text, Span(4, 9), move, marks=marks, by_character=False).of(text) == expected


def test_a_quote_moves_its_first_or_last_part():
    quote = Quote("q", (Span(0, 2), Span(4, 6)), "direct", Origin("Kim"))
    assert part_to_move(quote, LEFT) == part_to_move(quote, LESS_LEFT) == Span(0, 2)
    assert part_to_move(quote, RIGHT) == part_to_move(quote, LESS_RIGHT) == Span(4, 6)
    entity = Entity("e", Span(1, 3), "PER", Origin("Kim"))
    assert {part_to_move(entity, move) for move in EdgeMove} == {Span(1, 3)}


def test_in_a_line_from_the_right_the_arrows_are_mirrored() -> None:
    text = "Tel Aviv\nתל אביב בבוקר"
    for move, mirrored in ((RIGHT, LEFT), (LESS_RIGHT, LESS_LEFT)):
        assert as_seen(text, 2, move) is move
        assert as_seen(text, 12, move) is mirrored
        assert as_seen(text, 12, mirrored) is move
