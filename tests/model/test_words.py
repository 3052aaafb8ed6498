"""Words: where edges may stand, in texts with every trap."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from item_strategies import texts

from rotstift.model.span import Span
from rotstift.model.words import (
    grown_left,
    grown_right,
    nearest_word,
    next_word,
    previous_word,
    shrunk_left,
    shrunk_right,
    snap_to_tokens,
    snap_to_words,
    splits_character,
    tokens,
    word_at,
    words,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Nato-Osterweiterung", ["Die", "Nato-Osterweiterung"]),
        ("dpa-AFX U2/U3 3.500 AT&T", ["dpa-AFX", "U2/U3", "3.500", "AT&T"]),
        ("Müller’s Ali's", ["Müller’s", "Ali's"]),
        ("„Ja“, sagte sie.", ["Ja", "sagte", "sie"]),
        ("Anna\u00a0Berg\u202f12", ["Anna", "Berg", "12"]),
        ("Mu\u0308ller Sta\u00addt", ["Mu\u0308ller", "Sta\u00addt"]),
        ("- Hm – … '", ["Hm"]),
        ("𝔄𝔅 א٣", ["𝔄𝔅", "א٣"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("👩\u200d👧 👍🏽 ❤\ufe0f", []),
        ("\u200d \u0301", []),
        ("", []),
    ],
)
def test_words(text, expected):
    assert [word.of(text) for word in words(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Ja!“", ["„", "Ja", "!", "“"]),
        ("so 👩\u200d👧.", ["so", "👩\u200d👧", "."]),
        ("👍🏽👍", ["👍🏽", "👍"]),
        ("❤\ufe0f!", ["❤\ufe0f", "!"]),
        ("🇩🇪🇫🇷", ["🇩🇪", "🇫🇷"]),
        ("a\u00a0\u202f\n b", ["a", "b"]),
    ],
)
def test_tokens(text, expected):
    assert [token.of(text) for token in tokens(text)] == expected


@given(texts)
def test_stops_stand_in_order_and_leave_out_only_space(text):
    for stops in (words(text), tokens(text)):
        edges = [edge for stop in stops for edge in (stop.start, stop.end)]
        assert edges == sorted(edges)
        assert not any(char.isspace() for stop in stops for char in stop.of(text))
    assert {word.of(text) for word in words(text)} <= {token.of(text) for token in tokens(text)}
    covered = {at for token in tokens(text) for at in range(token.start, token.end)}
    left = {char for at, char in enumerate(text) if at not in covered}
    joiners = "\u200c\u200d\u00ad"
    assert all(char.isspace() or char in joiners or _combines(char) for char in left)


def _combines(char):
    return unicodedata.category(char).startswith("M")


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("abc", [0, 1, 2, 3]),
        ("u\u0308b", [0, 2, 3]),
        ("👩\u200d👩\u200d👧!", [0, 5, 6]),
        ("👍🏽👍", [0, 2, 3]),
        ("🇩🇪🇫🇷🇮🇹", [0, 2, 4, 6]),
        ("❤\ufe0fa", [0, 2, 3]),
        ("कि", [0, 2]),
    ],
)
def test_where_a_cut_leaves_whole_characters(text, cuts):
    assert [at for at in range(len(text) + 1) if not splits_character(text, at)] == cuts


@given(texts, st.integers(0, 90))
def test_the_word_at_a_place_is_the_one_that_a_reader_would_point_at(text, position):
    holding = [word for word in words(text) if word.start <= position <= word.end]
    assert word_at(text, position) == (holding[-1] if holding else None)
    near = nearest_word(text, position)
    assert (near is None) == (not words(text))
    if near and not holding:
        later = [word for word in words(text) if word.start >= position]
        assert near == (later[0] if later else words(text)[-1])


@given(texts)
def test_next_and_previous_go_through_all_words(text):
    every = words(text)
    for here, after in pairwise(every):
        assert next_word(text, here) == after
        assert previous_word(text, after) == here
    if every:
        assert next_word(text, every[-1]) is None
        assert previous_word(text, every[0]) is None


@given(texts, st.integers(0, 80), st.integers(0, 80))
def test_a_snapped_stretch_has_whole_words_at_its_edges(text, one, two):
    start, end = sorted((one, two))
    span = snap_to_words(text, start, end)
    if span is None:
        assert not any(word.start < end and word.end > start for word in words(text))
        return
    assert span.start in {word.start for word in words(text)}
    assert span.end in {word.end for word in words(text)}
    assert snap_to_words(text, span.start, span.end) == span
    marked = snap_to_tokens(text, span.start, span.end)
    assert marked is not None
    assert marked.contains(span)


def test_marks_stay_outside_a_name_and_inside_a_quote():
    text = "Er sagt: „Ja, so.“ Dann"
    assert snap_to_words(text, 9, 18).of(text) == "Ja, so"
    assert snap_to_tokens(text, 9, 18).of(text) == "„Ja, so.“"
    assert snap_to_tokens(text, 11, 15).of(text) == "Ja, so"
    assert snap_to_words("„ “", 0, 3) is None
    assert snap_to_tokens("   ", 0, 3) is None


@given(texts, st.data())
def test_growing_and_shrinking_go_by_one_stop(text, data):
    stops = tokens(text)
    if not stops:
        return
    first = data.draw(st.integers(0, len(stops) - 1))
    last = data.draw(st.integers(first, len(stops) - 1))
    span = Span(stops[first].start, stops[last].end)
    right, left = grown_right(span, stops), grown_left(span, stops)
    assert right.end == stops[min(last + 1, len(stops) - 1)].end
    assert left.start == stops[max(first - 1, 0)].start
    assert (right.start, left.end) == (span.start, span.end)
    if right != span:
        assert shrunk_right(right, stops) == span
    if left != span:
        assert shrunk_left(left, stops) == span
    if first == last:
        assert shrunk_right(span, stops) == shrunk_left(span, stops) == span


def test_an_edge_inside_a_word_goes_to_its_end_first():
    text = "Nato-Osterweiterung heute"
    assert grown_right(Span(0, 4), words(text)) == Span(0, 19)
    assert grown_left(Span(5, 19), words(text)) == Span(0, 19)
    assert shrunk_right(Span(0, 22), words(text)) == Span(0, 19)
    assert shrunk_left(Span(2, 25), words(text)) == Span(20, 25)


def test_an_edge_in_the_middle_of_the_text_grows_from_where_it_is():
    text = "eins zwei drei vier"
    assert grown_right(Span(0, 4), words(text)) == Span(0, 9)
    assert grown_right(Span(5, 5 + 9), words(text)) == Span(5, 19)
    assert grown_right(Span(0, 19), words(text)) == Span(0, 19)
