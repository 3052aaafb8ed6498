"""Further same mentions are sought in sorted items; the plain way, every mention against every item, is right."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from item_strategies import states

from rotstift.model import same, sameness
from rotstift.model.annotations import Annotations
from rotstift.model.items import Entity, Negative, NegativeOf, Origin, Quote, Standing
from rotstift.model.same import Correction, Deed, Hit, further_hits
from rotstift.model.span import Span
from rotstift.model.words import words

NAMES = (
    "Anna",
    "Annas",
    "anna-Rat",
    "Ananas",
    "„Anna“",
    "'Ann'",
    "Änne",
    "ann Ann",
    "K1",
    "\u212a1",
)
FORMS = (
    *NAMES,
    *(
        "Strasse",
        "Straße",
        "STRASSEN",
        "Stra\u00adße",
        "Konflikt",
        "Kon\ufb02ikt",
        "Konflikts",
        "Konf",
    ),
    *(
        "Putin",
        "Putins",
        "putin’s",
        "Put\u00adin",
        "Putin-Rat",
        "Puti",
        "Christian",
        "Chri\ufb06ians",
    ),
    *(
        "Wort12",
        "Wort123",
        "Worts",
        "Müller",
        "Mu\u0308ller",
        "Annas’",
        "Anna\u00a0Ann",
        "Anna Ann",
    ),
)
"""Beginnings inside beginnings, marks around, a sign that case makes a K."""


def same_spans_before(text, mention):
    """Every word is compared."""
    own = words(mention)
    core = Span(own[0].start, own[-1].end)
    before, after = mention[: core.start], mention[core.end :]
    key = sameness.same_key(core.of(mention))
    every = words(text)
    for index in range(len(every) - len(own) + 1):
        span = Span(every[index].start, every[index + len(own) - 1].end)
        if sameness.same_key(span.of(text)) == key:
            if sameness._alike(
                text[max(0, span.start - len(before)) : span.start], before
            ) and sameness._alike(text[span.end : span.end + len(after)], after):
                yield Span(span.start - len(before), span.end + len(after))
        elif core.of(mention) == mention and (head := sameness._compound_head(text, span, key)):
            yield head


def standing_there_before(state, span, correction):
    candidates = (*state.entities, *state.negatives)
    if correction.of is NegativeOf.QUOTE:
        candidates = (*state.quotes, *state.negatives)
    exact = [item for item in candidates if item.span == span]
    marks = [item for item in candidates if without_marks(item.span) == span]
    touching = [item for item in candidates if item.span.overlaps(span)]
    every = [*exact, *marks, *touching]
    return every[0] if every else None


def without_marks(span):
    return Span(span.start + 1, span.end - 1) if len(span) > 2 else None


def further_before(text, state, correction):
    hits = []
    for span in same_spans_before(text, correction.words):
        if not span.overlaps(correction.span):
            hits.append(Hit(span, standing_there_before(state, span, correction)))
    return [hit for hit in hits if same._changes_something(text, hit, correction)]


texts = st.lists(st.sampled_from((*NAMES, "und", "–")), min_size=6, max_size=16).map(" ".join)


@st.composite
def corrections(draw, text):
    word = draw(st.sampled_from(words(text)))
    return Correction(
        draw(st.sampled_from(Deed)),
        draw(st.sampled_from((word.of(text), "„Anna“", "Ann Ann"))),
        word,
        draw(st.sampled_from(("PER", "term"))),
        draw(st.integers(-2, 2)),
        draw(st.integers(1, 6)),
        draw(st.sampled_from(NegativeOf)),
    )


@given(st.data())
def test_the_same_items_are_found_as_the_plain_way_finds(data):
    text = data.draw(texts)
    state = data.draw(states(len(text), most=14))
    correction = data.draw(corrections(text))
    assert further_hits(text, state, correction) == further_before(text, state, correction)


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(FORMS), min_size=3, max_size=9).map(" ".join), st.sampled_from(FORMS)
)
def test_the_same_places_are_found_as_by_comparing_every_word(text, mention):
    assert list(sameness.same_spans(text, mention)) == list(same_spans_before(text, mention))


@pytest.mark.parametrize("form", ["Strasse", "Putins", "Konflikt", "Christians", "Putin", "Müller"])
def test_a_mention_is_found_in_each_of_its_forms(form):
    others = {
        "Strasse": "Straße STRASSE Stra\u00adße",
        "Putins": "PUTIN Putin’s Putin-Rat",
        "Konflikt": "KONFLIKTS Kon\ufb02ikt Ko\u00adnfl\u00adikt",
        "Christians": "Chri\ufb06ian christian's",
        "Putin": "Put\u00adin Pu\u00adtin putins Putin's",
        "Müller": "Mu\u0308ller müllers MÜLLER",
    }[form]
    for other in others.split():
        back = list(sameness.same_spans(f"{form} und {other}", other))
        assert len(back) == (1 if "-" in other else 2), other
        assert len(list(sameness.same_spans(f"{other} und {form}", form))) == 2, other


@pytest.mark.parametrize(("mentions", "most"), [(100, 0.05), (2_456, 0.25)])
def test_a_long_article_with_many_mentions_is_no_matter_of_their_product(mentions, most):
    every = 20_000 // mentions
    text = " ".join("Putin" if n % every == 0 else f"Puter{n}" for n in range(20_000))
    machine = Origin("rules 1", Standing.SUGGESTED, 0.6)
    places = words(text)
    entities = [Entity(f"e{n}", place, "LOC", machine) for n, place in enumerate(places[::8])]
    quotes = [
        Quote(f"q{n}", (Span(places[n].start, places[n + 5].end),), "direct", machine)
        for n in range(3, 19_900, 40)
    ]
    denied = Negative("n", places[every], "term", machine, NegativeOf.ENTITY)
    state = Annotations.of(len(text), [*entities, *quotes, denied])
    assert len(state.markables) > 2_900
    correction = Correction(Deed.LABEL, "Putin", places[0], "PER")
    further_hits(text, state, correction)
    began = time.perf_counter()
    found = further_hits(text, state, correction)
    assert time.perf_counter() - began < most, "265 and 5,770 ms when every pair was compared"
    assert len(found) == len(range(0, 20_000, every)) - 1
