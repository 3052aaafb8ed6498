"""Codec: every item there and back through real JSON; anything else is a CodecError and nothing worse."""

# ruff: noqa: PT017 - doing it and refusing it are both right, each in its way

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from item_strategies import (
    entities,
    ids,
    items,
    negatives,
    notes,
    quotes,
    spans,
    statuses,
    zones,
)

from rotstift.model.annotations import item_digest
from rotstift.model.codec import (
    CodecError,
    item_from_json,
    item_to_json,
    mention_from_json,
    span_from_json,
    spans_from_json,
)
from rotstift.model.edit import Drop, Put, steps_from_json, steps_to_json
from rotstift.model.items import Entity, Origin, Standing
from rotstift.model.span import Span

LENGTH = 40
KINDS = {
    "entity": entities(LENGTH),
    "quote": quotes(LENGTH, st.none() | ids),
    "negative": negatives(LENGTH),
    "zone": zones(LENGTH),
    "note": notes(st.just("") | ids),
    "status": statuses,
}
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@pytest.mark.parametrize("kind", KINDS)
def test_an_item_comes_back_as_it_went(kind):
    @given(KINDS[kind])
    def check(item):
        told = json.loads(json.dumps(item_to_json(item)))
        assert told["kind"] == kind
        back = item_from_json(told)
        assert back == item
        assert item_digest(back) == item_digest(item)

    check()


@given(items(LENGTH), items(LENGTH))
def test_two_items_have_one_digest_only_when_they_are_the_same(one, two):
    assert (item_digest(one) == item_digest(two)) == (one == two)


@settings(max_examples=300)
@given(items(LENGTH), st.data())
def test_a_spoilt_field_is_a_codec_error_or_still_an_item(item, data):
    told = item_to_json(item)
    place, key = _somewhere(told, data)
    place[key] = data.draw(JSON)
    try:
        back = item_from_json(told)
    except CodecError as error:
        assert str(error)
    else:
        assert item_from_json(json.loads(json.dumps(item_to_json(back)))) == back


def _somewhere(value: Any, data: st.DataObject) -> tuple[Any, Any]:
    """A random container within the value, and a key of it."""
    key = data.draw(
        st.sampled_from(sorted(value) if isinstance(value, dict) else range(len(value)))
    )
    inner = value[key]
    if isinstance(inner, dict | list) and inner and data.draw(st.booleans()):
        return _somewhere(inner, data)
    return value, key


@given(items(LENGTH), st.data())
def test_a_missing_field_is_a_codec_error_or_has_its_default(item, data):
    told = item_to_json(item)
    gone = data.draw(st.sampled_from(sorted(told)))
    del told[gone]
    optional = {"identity", "speaker", "cue", "addressee", "via", "parent", "fragment", "target"}
    optional |= {"of"} | ({"id"} if told.get("kind") == "status" else set())
    try:
        item_from_json(told)
        assert gone in optional
    except CodecError:
        assert gone not in optional


@settings(max_examples=200)
@given(JSON)
def test_any_json_is_an_item_steps_a_span_or_a_codec_error(value):
    readers = (item_from_json, steps_from_json, span_from_json, spans_from_json, mention_from_json)
    for read in readers:
        try:
            read(value)
        except CodecError as error:
            assert str(error)


@given(st.lists(st.builds(Put, items(LENGTH)) | st.builds(Drop, ids)).map(tuple))
def test_steps_come_back_as_they_went(steps):
    assert steps_from_json(json.loads(json.dumps(steps_to_json(steps)))) == steps


def test_a_score_is_written_one_way():
    whole, zero = Origin("p", Standing.SUGGESTED, 1), Origin("p", Standing.SUGGESTED, -0.0)
    told = [item_to_json(Entity("e", Span(0, 1), "PER", origin)) for origin in (whole, zero)]
    assert [repr(one["origin"]["score"]) for one in told] == ["1.0", "0.0"]


@given(spans(LENGTH))
def test_a_span_is_a_pair(span):
    assert span_from_json([span.start, span.end]) == span


@pytest.mark.parametrize(
    "value", [[1], [1, 2, 3], [2, 1], [-1, 2], [1.0, 2], [True, 2], "ab", "12", None, {"start": 1}]
)
def test_what_is_no_span(value):
    with pytest.raises(CodecError):
        span_from_json(value)


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan"), float("inf"), "0.5", [], True])
def test_a_score_is_a_number_from_0_to_1(score):
    told = {"kind": "entity", "id": "e", "span": [0, 1], "label": "PER"}
    with pytest.raises(CodecError, match="score"):
        item_from_json(told | {"origin": {"author": "a", "standing": "made", "score": score}})
