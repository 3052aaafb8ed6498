"""Doubt: every reason has a place that shows it, and what a person has settled is never doubtful."""

from dataclasses import replace

import pytest
from hypothesis import given
from item_strategies import states, texts

from rotstift.model.annotations import Annotations
from rotstift.model.doubt import FAR, LOW_SCORE, Doubt, Why, doubts, undecided_marks
from rotstift.model.items import Entity, Mention, Negative, Origin, Quote, Standing
from rotstift.model.span import Span

TEXT = "Anna sagt: „Ja, gern.“ Dann kam die „Elite“ ins Haus."
SURE = Origin("rules 1", Standing.SUGGESTED, 0.9)
ANNA = Entity("a", Span(0, 4), "PER", SURE)
QUOTE = Quote("q", (Span(11, 22),), "direct", SURE, speaker=(Mention(Span(0, 4)),))
ELITE = Negative("n", Span(36, 43), "scare", SURE)


def found(*items, text=TEXT):
    return doubts(text, Annotations.of(len(text), items))


def test_sure_suggestions_are_not_doubtful():
    assert found(ANNA, QUOTE, ELITE) == []


@pytest.mark.parametrize(
    ("item", "why"),
    [
        (replace(ANNA, origin=replace(SURE, score=LOW_SCORE - 0.01)), Why.LOW_SCORE),
        (replace(QUOTE, speaker=()), Why.NO_SPEAKER),
        (replace(QUOTE, parts=(Span(11, 21), Span(36, 43)), speaker=()), Why.NO_SPEAKER),
    ],
)
def test_reasons(item, why):
    rest = [one for one in (ANNA, QUOTE, ELITE) if one.id != item.id]
    assert Doubt(item.span, item.id, (why,)) in found(item, *rest)
    settled = replace(item, origin=Origin("Kim", Standing.CHECKED, 0.1))
    assert all(doubt.item != item.id for doubt in found(settled, *rest))


def test_a_score_at_the_limit_is_sure_enough():
    assert found(replace(ANNA, origin=replace(SURE, score=LOW_SCORE)), QUOTE, ELITE) == []


def test_a_quote_in_a_quote_with_a_speaker_needs_none():
    outer = replace(QUOTE, id="o", parts=(Span(0, 22),), speaker=(Mention(Span(23, 27)),))
    inner = replace(QUOTE, speaker=(), parent="o")
    assert [doubt.item for doubt in found(outer, inner, ELITE)] == []
    mute = replace(outer, speaker=())
    assert {doubt.item for doubt in found(mute, inner, ELITE)} == {"o", "q"}


@pytest.mark.parametrize(("gap", "doubtful"), [(FAR, False), (FAR + 1, True)])
def test_a_far_speaker(gap, doubtful):
    text = "Anna" + " " * gap + "„Ja“"
    quote = replace(QUOTE, parts=(Span(4 + gap, 8 + gap),))
    told = found(quote, text=text)
    assert told == ([Doubt(quote.span, "q", (Why.FAR_SPEAKER,))] if doubtful else [])


def test_marks_without_a_partner_inside_a_quote():
    text = "Er: „Ja"
    quote = replace(QUOTE, parts=(Span(4, 7),), speaker=(Mention(Span(0, 2)),))
    assert found(quote, text=text) == [Doubt(Span(4, 7), "q", (Why.UNPAIRED,))]


def test_marks_that_nobody_has_decided():
    assert found(ANNA, QUOTE) == [Doubt(ELITE.span, None, (Why.UNDECIDED,))]
    assert found() == [
        Doubt(Span(11, 22), None, (Why.UNDECIDED,)),
        Doubt(Span(36, 43), None, (Why.UNDECIDED,)),
    ]
    inside = Entity("e", Span(37, 42), "MISC", SURE)
    assert found(ANNA, QUOTE, inside) == []


def test_marks_within_a_direct_quote_are_its_own_but_not_within_an_indirect_one():
    text = "Sie: „Der ‚Chef‘ kommt“ und er sei „da“ gewesen."
    wide = replace(QUOTE, parts=(Span(5, 23),), speaker=(Mention(Span(0, 3)),))
    state = Annotations.of(
        len(text), [wide, replace(wide, id="i", type="indirect", parts=(Span(28, 47),))]
    )
    assert [span.of(text) for span in undecided_marks(text, state)] == ["„da“"]


@given(texts, states(length=1000))
def test_doubts_stand_in_text_order_and_only_suggestions_are_named(text, state):
    told = doubts(text, state)
    starts = [doubt.span.start for doubt in told]
    assert starts == sorted(starts)
    for doubt in told:
        assert doubt.why
        if doubt.item is not None:
            assert state.get(doubt.item).origin.standing is Standing.SUGGESTED
