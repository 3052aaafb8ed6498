"""Evaluation: strict entities, the published measure for quotes, scores that come true, kinds of mistakes."""

import json
import sys
from collections import Counter
from dataclasses import replace

import pytest

from rotstift.model.items import Entity, Mention, Negative, NegativeOf, Origin, Quote, Standing
from rotstift.model.span import Span
from rotstift.nlp.evaluation import Evaluation, Kind
from rotstift.nlp.evaluation.figures import Counts, bins_of, calibration_error, context_of
from rotstift.nlp.evaluation.sheet import Sheet, Tokens
from rotstift.nlp.quotes.frames import frame_of
from rotstift.nlp.scoring import Unit, measure, paired, touched

TEXT = (
    "Anna Berg lobt Kiel. „Wir sind bereit“, sagte Berg dem Sender NDR. Der Kreis-Tag tagt.\n"
    "Laut Polizei fiel ein „Schuss“. Sie sagte, die Lage sei ernst."
)
ME = Origin("me")


def at(words: str, number: int = 0) -> Span:
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def machine(score: float | None = None) -> Origin:
    return Origin("m 1", Standing.SUGGESTED, score)


def entity(words: str, label: str, score: float | None = None) -> Entity:
    return Entity(f"{words}{label}", at(words), label, machine(score))


QUOTE = Quote(
    "q",
    (at("„Wir sind bereit“"),),
    "direct",
    ME,
    speaker=(Mention(at("Berg", 1)),),
    cue=(at("sagte"),),
    addressee=(Mention(at("dem Sender NDR")),),
)
REPORT = Quote(
    "r",
    (at("die Lage sei ernst"),),
    "indirect",
    ME,
    speaker=(Mention(at("Sie")),),
    cue=(at("sagte", 1),),
)
NO = Negative("n", at("„Schuss“"), "term", ME)
NAMES = (entity("Anna Berg", "PER"), entity("Kiel", "LOC"), entity("NDR", "ORG"))


def result(gold, found, limit=9):
    evaluation = Evaluation(limit)
    evaluation.add("a1", "Kiel", TEXT, gold, found)
    return evaluation.result()


def kinds(made):
    return {kind for layer in made.mistakes.values() for kind in layer}


def test_what_is_all_right_is_all_right():
    every = (*NAMES, QUOTE, REPORT, NO)
    made = result(every, [replace(one, id=one.id + "x") for one in every])
    assert made.entities == Counts(3, 3, 3)
    assert {name: figures.f1 for name, figures in made.quotes.items()} == dict.fromkeys(
        made.quotes, 1
    )
    assert set(made.quotes) == {
        "Messages",
        "Roles",
        "Joint",
        "Form",
        "speaker",
        "cue",
        "addressee",
        "frame",
    }
    assert made.negatives == Counts(1, 1, 1)
    assert made.speakers == Counter(found=2, touched=2, exact=2)
    assert not kinds(made)
    assert made.types["direct"].exact_share == 1
    json.dumps(made.to_json())


def test_entities_are_right_with_span_and_label_or_they_are_wrong():
    found = [
        entity("Anna Berg", "PER"),
        entity("Kiel", "ORG"),
        entity("Sender NDR", "ORG"),
        entity("Polizei", "ORG"),
    ]
    made = result([*NAMES, entity("Kreis", "MISC")], found)
    assert made.entities == Counts(4, 4, 1)
    assert made.labels["PER"] == Counts(1, 1, 1)
    assert made.labels["ORG"] == Counts(1, 3, 0)
    assert made.labels["LOC"].figures.f1 == 0
    assert made.mistakes["entities"] == {
        Kind.TYPE: 1,
        Kind.BORDER: 1,
        Kind.INVENTED: 1,
        Kind.MISSED: 1,
    }
    wrong = {one.kind: (one.gold, one.found) for one in made.examples}
    assert wrong[Kind.TYPE] == ("Kiel (LOC)", "Kiel (ORG)")
    assert wrong[Kind.BORDER] == ("NDR (ORG)", "Sender NDR (ORG)")
    assert wrong[Kind.MISSED] == ("Kreis (MISC)", "")


def test_the_same_entity_twice_counts_once():
    made = result(NAMES, [*NAMES, replace(NAMES[0], id="again")])
    assert made.entities == Counts(3, 3, 3)


def test_what_a_person_has_denied_is_told_apart_from_what_is_invented():
    denied = Negative("d", at("Kreis"), "other", ME, NegativeOf.ENTITY)
    quote = replace(QUOTE, id="s", parts=(at("Schuss"),))
    made = result([*NAMES, QUOTE, NO, denied], [*NAMES, QUOTE, entity("Kreis", "LOC"), quote])
    assert made.mistakes["entities"] == {Kind.DENIED: 1}
    assert made.mistakes["quotes"] == {Kind.DENIED: 1}


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"type": "indirect"}, Kind.TYPE),
        ({"parts": (at("Wir sind bereit"),)}, Kind.BORDER),
        ({"speaker": (Mention(at("Anna Berg")),)}, Kind.SPEAKER),
        ({"speaker": ()}, Kind.SPEAKER),
        ({"cue": ()}, Kind.CUE),
        ({"addressee": ()}, Kind.ADDRESSEE),
        ({"parts": (at("Der Kreis-Tag"),)}, Kind.MISSED),
    ],
)
def test_what_is_wrong_with_a_quote(change, kind):
    made = result([QUOTE], [replace(QUOTE, **change)])
    assert kind in kinds(made)
    assert kinds(made) <= {kind, Kind.INVENTED}
    example = next(one for one in made.examples if one.kind is kind)
    assert example.article == "a1"
    assert "‹" in example.context


def test_a_wrong_speaker_is_shown_with_the_right_one():
    made = result([QUOTE], [replace(QUOTE, speaker=(Mention(at("Anna Berg")),))])
    (example,) = made.examples
    assert (example.gold, example.found) == ("Berg", "Anna Berg")
    assert made.speakers == Counter(found=1, touched=0, exact=0)


def test_the_addressee_and_the_one_between_are_one_role_as_in_the_set():
    between = replace(QUOTE, addressee=(), via=(Mention(at("dem Sender NDR")),))
    assert not kinds(result([QUOTE], [between]))


def test_the_figures_are_those_of_the_published_measure():
    """The same numbers as by hand from units, with other borders, another type, one too many."""
    gold = [QUOTE, REPORT]
    found = [
        replace(QUOTE, parts=(at("„Wir sind"),), cue=()),
        replace(REPORT, type="reported"),
        replace(REPORT, id="z", parts=(at("fiel ein"),)),
    ]
    words = [Span(*pair) for pair in _words()]

    def unit(quote):
        roles = {
            "speaker": touched(words, [one.span for one in quote.speaker]),
            "cue": touched(words, quote.cue),
            "addressee": touched(words, [one.span for one in quote.addressee]),
            "frame": touched(words, frame_of(quote, TEXT)),
        }
        return Unit(quote.type, touched(words, quote.parts), roles)

    wanted = measure(paired([unit(one) for one in gold], [unit(one) for one in found]))
    assert result(gold, found).quotes == wanted
    assert wanted["Messages"].precision == pytest.approx((1 + 1 + 0) / 3)


def _words():
    import re

    return [match.span() for match in re.finditer(r"\w+(?:-\w+)*|[^\w\s]", TEXT)]


def test_tokens_touched_are_those_of_the_measure():
    words = [Span(*pair) for pair in _words()]
    mine = Tokens(TEXT)
    for start in range(0, len(TEXT) - 3):
        for length in (1, 3, 11):
            span = Span(start, min(start + length, len(TEXT)))
            assert mine.touched([span]) == touched(words, [span]), span


def test_an_interrupted_direct_quote_is_one_unit_a_part():
    halves = replace(QUOTE, parts=(at("„Wir sind bereit“"), at("tagt")))
    sheet = Sheet.of("a", "", TEXT, [halves], [replace(halves, type="indirect")])
    assert (len(sheet.gold.placed), len(sheet.found.placed)) == (2, 1)


def test_a_layer_of_which_nothing_is_marked_is_not_measured():
    made = result([QUOTE], [QUOTE, *NAMES])
    assert (made.labels, made.to_json()["entities"]) == ({}, None)
    assert "entities" not in made.mistakes
    made = result(NAMES, [QUOTE, *NAMES])
    assert (made.quotes, made.to_json()["quotes"]) == ({}, None)
    assert not made.examples


def test_scores_are_compared_with_what_came_true():
    found = [
        replace(NAMES[0], origin=machine(0.9)),
        replace(NAMES[1], origin=machine(0.94)),
        entity("Polizei", "ORG", 0.95),
        entity("Sender", "ORG", 0.2),
        entity("Lage", "ORG"),
    ]
    low, high = result(NAMES, found).bins["entities"]
    assert (low.start, low.items, low.right) == (0.2, 1, 0)
    assert (high.start, high.items) == (0.9, 3)
    assert high.score == pytest.approx(0.93)
    assert high.right == pytest.approx(2 / 3)
    assert calibration_error((low, high)) == pytest.approx((0.2 + 3 * (0.93 - 2 / 3)) / 4)
    assert calibration_error(bins_of([])) is None
    assert bins_of([(1.0, True)])[0].start == 0.9


def test_a_suggested_negative_is_right_where_nobody_marks_a_quote():
    found = [
        replace(NO, origin=machine(0.8)),
        Negative("x", at("Wir sind bereit"), "term", machine(0.8)),
    ]
    (row,) = result([QUOTE], found).bins["negatives"]
    assert (row.items, row.right) == (2, 0.5)


def test_examples_are_limited_and_mistakes_are_not():
    evaluation = Evaluation(1)
    for number in range(3):
        evaluation.add(f"a{number}", "", TEXT, NAMES, [])
    made = evaluation.result()
    assert made.mistakes["entities"] == {Kind.MISSED: 9}
    assert len(made.examples) == 1


def test_the_context_is_one_line():
    assert context_of("a\nb c", Span(2, 3)) == "a¶‹b› c"


def test_measuring_needs_no_spacy():
    import subprocess

    program = "import sys, rotstift.session.evaluating; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
