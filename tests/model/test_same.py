"""Same for all: what counts as the same mention, what each deed would change, and what it does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from item_strategies import states, texts

from rotstift.model.annotations import Annotations
from rotstift.model.checks import EditError
from rotstift.model.edit import apply_steps
from rotstift.model.items import (
    Entity,
    Mention,
    Negative,
    NegativeOf,
    Origin,
    Quote,
    Standing,
)
from rotstift.model.same import (
    Correction,
    Deed,
    further_hits,
    same_for_all,
)
from rotstift.model.sameness import LOOSE, Sameness, same_key, same_spans
from rotstift.model.span import Span
from rotstift.model.words import words

KIM = Origin("Kim")
MACHINE = Origin("rules 1", Standing.SUGGESTED, 0.6)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Putin", "putin", True),
        ("Putin", "Putins", True),
        ("PUTIN", "Putin’s", True),
        ("Ali", "Ali's", True),
        ("Grass", "Grass’", True),
        ("Anna Berg", "Anna\u00a0Berg", True),
        ("Anna Berg", "Anna\u202fBergs", True),
        ("Anna  Berg", "Anna Berg", True),
        ("Sta\u00addt", "Stadt", True),
        ("Weiß", "WEISS", True),
        ("Müller", "Mu\u0308ller", True),
        ("Hans", "Han", False),
        ("Xi", "Xis", False),
        ("Voss", "Vos", False),
        ("Anna", "Anna Berg", False),
        ("„Elite“", "Elite", False),
    ],
)
def test_same_key(one, other, same):
    assert (same_key(one) == same_key(other)) is same


@given(st.text())
def test_a_key_is_a_key_of_itself_in_any_case(words):
    assert same_key(words) == same_key(f" {words}\u00a0")


def found(text, mention):
    return [span.of(text) for span in same_spans(text, mention)]


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("Putin, Putins Leute, PUTIN.", "Putin", ["Putin", "Putins", "PUTIN"]),
        ("Die Nato und die Nato-Übung, natotreu", "Nato", ["Nato", "Nato"]),
        (
            "Anna Berg, Anna\u00a0Bergs Haus, Anna, Berg",
            "Anna Berg",
            ["Anna Berg", "Anna\u00a0Bergs"],
        ),
        (
            "Peek & Cloppenburg und Peek & Cloppenburg",
            "Peek & Cloppenburg",
            ["Peek & Cloppenburg"] * 2,
        ),
        ("„Elite“, Elite und „Elite“", "„Elite“", ["„Elite“", "„Elite“"]),
        ('„Elite“, "Elite" und »Elite«', "„Elite“", ["„Elite“", '"Elite"', "»Elite«"]),
        ("Dr. Anna Berg und Dr. Anna Berg", "Dr. Anna Berg", ["Dr. Anna Berg"] * 2),
        ("Er sagt: „Ja, so.“ Und „Ja, so.“", "„Ja, so.“", ["„Ja, so.“"] * 2),
        ("nichts davon", "Nato", []),
        ("", "Nato", []),
        ("!!!", "!!!", []),
    ],
)
def test_same_spans(text, mention, expected):
    assert found(text, mention) == expected


@given(texts, st.data())
def test_every_word_is_found_again(text, data):
    every = words(text)
    if not every:
        return
    word = data.draw(st.sampled_from(every))
    spans = list(same_spans(text, word.of(text)))
    assert any(span.contains(word) or word.contains(span) for span in spans)
    assert all(same_key(span.of(text)) == same_key(word.of(text)) for span in spans)


TEXT = "Berg kam. Die Berg ging. Bergs Haus. Frau Berg sang, und Berg-Fans jubelten: „Berg“."
PLACES = [Span(0, 4), Span(14, 18), Span(25, 30), Span(42, 46), Span(57, 61), Span(78, 82)]


def state(*items, text=TEXT):
    return Annotations.of(len(text), items)


def entity(number, label="PER", by=MACHINE):
    return Entity(f"e{number}", PLACES[number], label, by)


def hits(correction, *items, text=TEXT):
    return further_hits(text, state(*items, text=text), correction)


def done(correction, *items, text=TEXT):
    before = state(*items, text=text)
    every = further_hits(text, before, correction)
    edit = same_for_all(text, before, correction, every, "Kim")
    assert edit.name == f"same_{correction.deed.value}"
    assert edit.words["count"] == str(len(every))
    return edit.apply(before)[0]


LABEL = Correction(Deed.LABEL, "Berg", PLACES[0], "ORG")


def test_a_label_goes_to_every_further_mention_marked_or_not():
    items = [entity(0, "ORG", KIM), entity(1), entity(2, "ORG")]
    assert [hit.span for hit in hits(LABEL, *items)] == [PLACES[1], *PLACES[3:]]
    after = done(LABEL, *items)
    assert [one.span for one in after.entities] == PLACES
    assert {one.label for one in after.entities} == {"ORG"}
    assert after.get("e1") == Entity("e1", PLACES[1], "ORG", KIM)
    assert after.get("e2") == items[2]


def test_a_label_takes_the_place_of_an_entity_with_other_borders():
    wide = Entity("wide", Span(37, 46), "PER", MACHINE, "Frau Berg")
    after = done(LABEL, entity(0, "ORG", KIM), wide)
    assert after.get("wide") is None
    assert Span(42, 46) in [one.span for one in after.entities]


def test_removing_takes_only_what_is_marked():
    correction = Correction(Deed.REMOVE, "Berg", PLACES[0])
    assert [hit.span for hit in hits(correction, entity(1), entity(4))] == [PLACES[1], PLACES[4]]
    assert done(correction, entity(1), entity(4)).items == {}


def test_denying_makes_negatives_of_entities_and_bare_words():
    correction = Correction(Deed.DENY, "Berg", PLACES[0], "name", of=NegativeOf.ENTITY)
    settled = Negative("n", PLACES[3], "name", KIM, NegativeOf.ENTITY)
    after = done(correction, entity(1), settled)
    assert after.entities == ()
    assert [one.span for one in after.negatives] == PLACES[1:]
    assert {(one.reason, one.of) for one in after.negatives} == {("name", NegativeOf.ENTITY)}
    assert after.get("n") == settled


def test_denying_marks_goes_to_the_same_words_in_marks_only():
    text = 'Die „Elite“ und die Elite, „Elite“, "Elite".'
    first, second, third = Span(4, 11), Span(27, 34), Span(36, 43)
    assert second.of(text) == "„Elite“"
    assert third.of(text) == '"Elite"'
    quote = Quote("q", (second,), "direct", MACHINE)
    correction = Correction(Deed.DENY, "„Elite“", first, "scare", of=NegativeOf.QUOTE)
    after = done(correction, quote, text=text)
    assert after.quotes == ()
    assert [one.span for one in after.negatives] == [second, third]
    assert {one.of for one in after.negatives} == {NegativeOf.QUOTE}


def test_one_item_under_two_mentions_is_dealt_with_once():
    text = "Berg, „Berg und Berg“"
    quote = Quote("q", (Span(6, 21),), "direct", MACHINE)
    inner = Quote("i", (Span(16, 20),), "direct", MACHINE, parent="q")
    correction = Correction(Deed.DENY, "Berg", Span(0, 4), "name", of=NegativeOf.QUOTE)
    after = done(correction, quote, inner, text=text)
    assert [one.span for one in after.negatives] == [Span(6, 21), Span(16, 20)]
    assert after.quotes == ()
    removing = Correction(Deed.REMOVE, "Berg", Span(0, 4), of=NegativeOf.QUOTE)
    assert done(removing, quote, inner, text=text).items == {}


def test_a_border_moves_by_as_much_everywhere_it_fits():
    text = "Frau Berg, Frau Berg und Frau Berg"
    first, second, last = Span(5, 9), Span(16, 20), Span(30, 34)
    items = [Entity("b", second, "PER", MACHINE), Entity("c", last, "PER", MACHINE)]
    left = Correction(Deed.BORDER, "Berg", first, offset=-5, length=9)
    after = done(left, *items, text=text)
    assert [one.span.of(text) for one in after.entities] == ["Frau Berg", "Frau Berg"]
    assert {one.origin for one in after.entities} == {KIM}


def test_a_border_that_would_leave_the_text_is_no_hit():
    text = "Berg und Frau Berg"
    items = [Entity("a", Span(0, 4), "PER", MACHINE)]
    left = Correction(Deed.BORDER, "Berg", Span(14, 18), offset=-5, length=9)
    assert hits(left, *items, text=text) == []
    right = Correction(Deed.BORDER, "Berg", Span(0, 4), offset=0, length=8)
    assert hits(right, Entity("b", Span(14, 18), "PER", MACHINE), text=text) == []


def test_a_border_moves_only_where_it_ends_with_a_word_again():
    text = "Frau Berg, Herr Berg und Doktor Berg"
    items = [Entity("b", Span(16, 20), "PER", KIM), Entity("c", Span(32, 36), "PER", MACHINE)]
    left = Correction(Deed.BORDER, "Berg", Span(5, 9), offset=-5, length=9)
    moved = done(left, *items, text=text)
    assert [one.span.of(text) for one in moved.entities] == ["Herr Berg", "Berg"]


def test_a_border_keeps_the_genitive_and_a_shorter_one_is_the_same_words():
    text = "Anna Berg. Anna Bergs Hut, Anna Berg"
    items = [Entity("b", Span(16, 21), "PER", MACHINE), Entity("c", Span(32, 36), "PER", MACHINE)]
    left = Correction(Deed.BORDER, "Berg", Span(5, 9), offset=-5, length=9)
    moved = done(left, *items, text=text)
    assert [one.span.of(text) for one in moved.entities] == ["Anna Bergs", "Anna Berg"]
    shorter = Correction(Deed.BORDER, "Bergs", Span(16, 21), offset=0, length=4)
    assert hits(shorter, items[1], text=text) == []
    head = "Nato-Rat, Nato-Rat"
    cut = Correction(Deed.BORDER, "Nato-Rat", Span(0, 8), offset=0, length=4)
    moved = done(cut, Entity("n", Span(10, 18), "ORG", MACHINE), text=head)
    assert [one.span.of(head) for one in moved.entities] == ["Nato"]


def test_where_it_was_done_is_no_further_mention():
    for deed in Deed:
        correction = Correction(deed, "Berg", PLACES[0], "ORG")
        assert all(hit.span != PLACES[0] for hit in hits(correction, entity(0)))


@given(
    states(length=len(TEXT)),
    st.sampled_from(Deed),
    st.sampled_from(PLACES),
    st.integers(-9, 9),
    st.integers(1, 12),
)
def test_same_for_all_is_one_valid_edit_that_leads_back(before, deed, place, offset, length):
    for of in NegativeOf:
        correction = Correction(deed, "Berg", place, "ORG", offset, length, of)
        every = further_hits(TEXT, before, correction)
        assert not any(hit.span.overlaps(place) for hit in every)
        edit = same_for_all(TEXT, before, correction, every, "Kim")
        try:
            after, back = edit.apply(before)
        except EditError as error:
            raise AssertionError(f"{error}: {edit.steps}") from error
        assert after.length == len(TEXT)
        assert all(before.get(item) == old for item, old in before.items.items())
        assert apply_steps(back, after)[0].digest == before.digest


@pytest.mark.parametrize(
    ("off", "one", "other"),
    [
        ("case", "NATO", "Nato"),
        ("spaces", "Xi\u00a0Jinping", "Xi Jinping"),
        ("genitive", "Putins", "Putin"),
    ],
)
def test_each_sameness_can_be_switched_off(off, one, other):
    assert same_key(one) == same_key(other)
    strict = Sameness(**{off: False})
    assert same_key(one, strict) != same_key(other, strict)
    assert [
        span.of(f"{one}, {other}") for span in same_spans(f"{one}, {other}", other, strict)
    ] == [other]
    assert same_key(one, strict) == same_key(one, strict)


def test_without_compounds_the_head_is_no_mention():
    text = "Nato und Nato-Gipfel"
    assert [span.of(text) for span in same_spans(text, "Nato", LOOSE)] == ["Nato", "Nato"]
    assert [span.start for span in same_spans(text, "Nato", Sameness(compounds=False))] == [0]


def test_the_same_identity_for_names_and_for_mentions_in_roles():
    text = "Berg sagt: „Ja“. Berg sagt: „Nein“. Der Minister sagt: „So“."
    name, other = (Entity(str(at), Span(at, at + 4), "PER", MACHINE) for at in (0, 17))
    quote = Quote("q", (Span(52, 56),), "direct", MACHINE, speaker=(Mention(Span(17, 21)),))
    before = Annotations.of(len(text), [name, other, quote])
    correction = Correction(Deed.IDENTITY, "Berg", Span(0, 4), "Anna Berg")
    hits = further_hits(text, before, correction)
    assert [(hit.span, type(hit.item)) for hit in hits] == [(Span(17, 21), Entity)]
    edit = same_for_all(text, before, correction, hits, "Kim")
    after, backward = edit.apply(before)
    assert after.get("17").identity == "Anna Berg"
    assert after.quote("q").speaker[0].identity == "Anna Berg"
    assert apply_steps(backward, after)[0].digest == before.digest
    assert further_hits(text, after, correction) == []


def test_correcting_one_asks_for_the_others_of_the_same_identity():
    text = "Tjark Hollmann kam. Hollmann ging."
    names = [Entity("a", Span(0, 14), "LOC", MACHINE), Entity("b", Span(20, 28), "LOC", MACHINE)]
    before = Annotations.of(len(text), names)
    alone = Correction(Deed.LABEL, "Tjark Hollmann", Span(0, 14), "PER")
    assert further_hits(text, before, alone) == []
    asked = Correction(Deed.LABEL, "Tjark Hollmann", Span(0, 14), "PER", members=("b",))
    assert [hit.span for hit in further_hits(text, before, asked)] == [Span(20, 28)]
