"""Doubt: every reason has a place that shows it, and what a person has settled is never doubtful."""

from dataclasses import replace

import pytest
from hypothesis import given
from item_strategies import states, texts

from rotstift.model.annotations import Annotations
from rotstift.model.appraising import Appraiser, appraise, doubts
from rotstift.model.doubt import FAR, LOW_SCORE, WORTH_A_LOOK, expected_wrong, in_order
from rotstift.model.doubt_weights import WEIGHTS, Why
from rotstift.model.experience import ENOUGH, Experience, likeness
from rotstift.model.items import Entity, Mention, Negative, Origin, Quote, Standing
from rotstift.model.marks import marked_stretches
from rotstift.model.sampling import drawn
from rotstift.model.span import Span
from rotstift.model.undecided import undecided_marks

TEXT = "Anna sagt: „Ja, gern.“ Dann kam die „Elite“ ins Haus."
SURE = Origin("rules 1", Standing.SUGGESTED, 0.98)
ANNA = Entity("a", Span(0, 4), "PER", SURE)
QUOTE = Quote("q", (Span(11, 22),), "direct", SURE, speaker=(Mention(Span(0, 4)),))
ELITE = Negative("n", Span(36, 43), "scare", SURE)


def found(*items, text=TEXT):
    return doubts(text, Annotations.of(len(text), items))


def told(*items, text=TEXT):
    """Place, item and reasons, without how much."""
    return [(doubt.span, doubt.item, doubt.why) for doubt in found(*items, text=text)]


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
    assert (item.span, item.id, (why,)) in told(item, *rest)
    settled = replace(item, origin=Origin("Kim", Standing.CHECKED, 0.1))
    assert all(doubt.item != item.id for doubt in found(settled, *rest))


def scored(item, score):
    return replace(item, origin=replace(SURE, score=score))


def test_a_place_is_worth_a_look_from_a_doubt_on_whatever_the_reasons():
    every = [
        one
        for score in (0.8, 0.9, 0.95, 0.98, 0.99)
        for one in appraise(TEXT, Annotations.of(len(TEXT), [scored(QUOTE, score)]))
        if one.item
    ]
    assert all(one.worth_a_look is (one.score >= WORTH_A_LOOK) for one in every)
    assert {one.worth_a_look for one in every} == {True, False}


def test_a_stop_always_has_a_reason():
    """A direct quote's speaker is often wrong where its score is a little lower than usual."""
    (place,) = appraise(TEXT[:22], Annotations.of(22, [scored(QUOTE, 0.9)]))
    assert place.worth_a_look
    assert place.why == (Why.LOW_SCORE,)


def test_a_pipeline_without_scores_is_taken_to_be_mostly_right():
    unscored = [scored(one, None) for one in (ANNA, QUOTE, ELITE)]
    assert {round(one.score, 2) for one in appraise(TEXT, Annotations.of(len(TEXT), unscored))} == {
        0.2
    }


def test_each_reason_makes_a_place_more_doubtful():
    """The same quote with and without: the weights of the table, all of them, are doubts."""
    plain = doubt_of(QUOTE)
    for worse in (
        scored(QUOTE, 0.9),
        replace(QUOTE, speaker=()),
        replace(QUOTE, origin=replace(SURE, agreed=False)),
    ):
        assert doubt_of(worse) > plain
    assert doubt_of(replace(QUOTE, origin=replace(SURE, agreed=True))) == plain
    assert all(weight >= 0 for weight in WEIGHTS.values())


def doubt_of(item, *rest, **known):
    state = Annotations.of(len(TEXT), [item, *rest])
    return next(one.score for one in appraise(TEXT, state, **known) if one.item == item.id)


def test_the_most_doubtful_comes_first_and_the_sum_is_the_articles_doubt():
    items = (scored(ANNA, 0.5), replace(QUOTE, speaker=()), ELITE)
    places = appraise(TEXT, Annotations.of(len(TEXT), items))
    assert [one.item for one in in_order(places)] == ["q", "a", "n"]
    assert expected_wrong(places) == pytest.approx(sum(one.score for one in places))


def test_one_name_with_two_labels():
    text = "Anna und Anna und Bo"
    items = [
        Entity("1", Span(0, 4), "PER", SURE),
        Entity("2", Span(9, 13), "ORG", SURE),
        Entity("3", Span(18, 20), "PER", SURE),
    ]
    every = appraise(text, Annotations.of(len(text), items))
    assert [one.why for one in every] == [(Why.MIXED,), (Why.MIXED,), ()]


def test_a_name_that_no_confirmed_article_has_is_news_once_there_are_some():
    experience = Experience()
    state = Annotations.of(len(TEXT), [ANNA])
    for _ in range(ENOUGH):
        assert Why.UNSEEN not in appraise(TEXT, state, experience)[0].why
        experience.meet(["Bertold"])
    assert Why.UNSEEN in appraise(TEXT, state, experience)[0].why
    experience.meet(["ANNA"])
    assert Why.UNSEEN not in appraise(TEXT, state, experience)[0].why


def test_what_was_corrected_before_is_more_doubtful_and_what_was_kept_is_less():
    alike, other = likeness(ANNA, TEXT), ("entity PER", "entity PER: bertold")
    corrected, kept = Experience(), Experience()
    for _ in range(6):
        corrected.learn(alike, 0.1, wrong=True)
        kept.learn(alike, 0.5, wrong=False)
    assert doubt_of(ANNA, experience=corrected) > 5 * doubt_of(ANNA)
    assert doubt_of(ANNA, experience=kept) < doubt_of(ANNA)
    why = appraise(TEXT, Annotations.of(len(TEXT), [ANNA]), corrected)[0].why
    assert Why.LIKE_WRONG in why
    assert corrected.factor_of_kind(alike[0]) > 1
    assert corrected.factor_of_words(other) == 1.0, "the words are others"
    for _ in range(6):
        corrected.learn(alike, 0.1, wrong=True, sign=-1)
    assert doubt_of(ANNA, experience=corrected) == pytest.approx(doubt_of(ANNA), rel=1e-6)


def test_a_share_is_drawn_whatever_the_doubt():
    items = [replace(ANNA, id=f"{number:016x}") for number in range(400)]
    state = Annotations.of(len(TEXT), items[:1])
    hits = [one.id for one in items if drawn(one.id, 10)]
    assert 20 <= len(hits) <= 60
    chosen = replace(ANNA, id=hits[0])
    assert not any(drawn(name, 10) for name in ("x", "n"))
    others = [replace(QUOTE, id="x"), ELITE]
    state = Annotations.of(len(TEXT), [chosen, *others])
    assert [(one.item, one.why) for one in doubts(TEXT, state, share=10)] == [
        (chosen.id, (Why.SAMPLE,))
    ]
    assert doubts(TEXT, state, share=0) == []


def test_an_appraiser_that_has_seen_the_article_before_says_the_same_as_a_new_one():
    appraiser = Appraiser(TEXT)
    steps = [
        [ANNA, QUOTE],
        [ANNA, replace(QUOTE, speaker=())],
        [replace(ANNA, label="ORG"), replace(QUOTE, speaker=()), ELITE],
        [replace(ANNA, label="ORG"), replace(ANNA, id="b", span=Span(7, 9)), ELITE],
    ]
    for items in steps:
        state = Annotations.of(len(TEXT), items)
        assert appraiser.places(state) == appraise(TEXT, state)


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
    assert told(quote, text=text) == ([(quote.span, "q", (Why.FAR_SPEAKER,))] if doubtful else [])


def test_marks_without_a_partner_inside_a_quote():
    text = "Er: „Ja"
    quote = replace(QUOTE, parts=(Span(4, 7),), speaker=(Mention(Span(0, 2)),))
    assert told(quote, text=text) == [(Span(4, 7), "q", (Why.UNPAIRED,))]


def test_marks_that_nobody_has_decided():
    assert told(ANNA, QUOTE) == [(ELITE.span, None, (Why.UNDECIDED,))]
    assert told() == [
        (Span(11, 22), None, (Why.UNDECIDED,)),
        (Span(36, 43), None, (Why.UNDECIDED,)),
    ]
    inside = Entity("e", Span(37, 42), "MISC", SURE)
    assert found(ANNA, QUOTE, inside) == []


def test_marks_within_a_direct_quote_are_its_own_but_not_within_an_indirect_one():
    text = "Sie: „Der ‚Chef‘ kommt“ und er sei „da“ gewesen."
    wide = replace(QUOTE, parts=(Span(5, 23),), speaker=(Mention(Span(0, 3)),))
    state = Annotations.of(
        len(text), [wide, replace(wide, id="i", type="indirect", parts=(Span(28, 47),))]
    )
    assert [span.of(text) for span in undecided_marks(marked_stretches(text), state)] == ["„da“"]


@given(texts, states(length=1000))
def test_doubts_stand_in_text_order_and_only_suggestions_are_named(text, state):
    every = doubts(text, state)
    starts = [doubt.span.start for doubt in every]
    assert starts == sorted(starts)
    for doubt in every:
        assert doubt.why
        assert 0 < doubt.score < 1
        if doubt.item is not None:
            assert state.get(doubt.item).origin.standing is Standing.SUGGESTED
