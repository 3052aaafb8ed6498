"""Entity rules: what they find in sentences written for this test."""

import gzip
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rotstift.model.items import Entity, Origin, Standing, Zone, ZoneKind
from rotstift.model.span import Span
from rotstift.nlp.entities import EntityRules, lexicon
from rotstift.nlp.entities.evidence import SCORES
from rotstift.nlp.entities.gazetteer import NEEDS_TAG
from rotstift.nlp.entities.tokens import base_forms, hyphen_parts, tokenize
from rotstift.nlp.suggest import Request
from rotstift.paths import resource

RULES = EntityRules()


def found(text: str, zones: tuple[Zone, ...] = ()) -> list[Entity]:
    return [item for item in RULES.suggest(Request(text, zones)) if isinstance(item, Entity)]


def pairs(text: str) -> list[tuple[str, str]]:
    return [(entity.span.of(text), entity.label) for entity in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie flog von Peking über Tiflis nach Kiew.", ["Peking LOC", "Tiflis LOC", "Kiew LOC"]),
        ("Russlands Regierung schwieg.", ["Russlands LOC"]),
        ("In den Vereinigten Staaten wird gewählt.", ["Vereinigten Staaten LOC"]),
        ("Die Nato-Osterweiterung ist umstritten.", ["Nato ORG"]),
        ("Der Kreml-Sprecher zum Ukraine-Konflikt.", ["Kreml LOC", "Ukraine LOC"]),
        ("Der US-Präsident kommt.", ["US LOC"]),
        ("Das sagte Präsident Erik Mustermann der dpa.", ["Erik Mustermann PER", "dpa ORG"]),
        (
            "Dort traf Xi\u00a0Jinping nicht ein; Präsident Wladimir\u00a0Putin schon.",
            ["Xi\u00a0Jinping PER", "Wladimir\u00a0Putin PER"],
        ),
        ("Kommissionschefin Ursula von der Leyen reist ab.", ["Ursula von der Leyen PER"]),
        ("Kaiser Friedrich II. starb.", ["Friedrich II. PER"]),
        ("Der Vorstand der Mustermann AG tagte.", ["Mustermann AG ORG"]),
        ("Die Technische Universität Berlin lud ein.", ["Universität Berlin ORG"]),
        (
            "Der 1. FC Köln gewann gegen den FC Bayern München.",
            ["1. FC Köln ORG", "FC Bayern München ORG"],
        ),
        ("Die Olympischen Spiele beginnen.", ["Olympischen Spiele MISC"]),
        ("Das Essen in der Halle war gut, seine Seine Seite auch.", None),
        ("Zur Zeit gibt es kein Bild davon.", []),
        ("Die Corona-Pandemie endet.", []),
        ("", []),
        ("\n \n", []),
    ],
)
def test_what_is_found(text: str, expected: list[str] | None) -> None:
    got = [f"{words} {label}" for words, label in pairs(text)]
    if expected is None:
        assert not {"Essen LOC", "Halle LOC"} & set(got)
    else:
        assert got == expected


def test_all_mentions_of_a_person_share_the_fullest_name() -> None:
    text = "Scholz reist.\nKanzler Olaf Scholz trifft Xi.\nXi Jinping sprach. Scholz' Plan, sagte Scholz."
    people = [entity for entity in found(text) if entity.label == "PER"]
    names = {(entity.span.of(text).rstrip("'"), entity.identity) for entity in people}
    assert ("Scholz", "Olaf Scholz") in names
    assert ("Olaf Scholz", "Olaf Scholz") in names
    assert {identity for name, identity in names if "Scholz" in name} == {"Olaf Scholz"}


def test_a_surname_of_two_people_belongs_to_neither() -> None:
    text = "Anna Muster und Peter Muster kamen. Minister Muster sprach."
    assert found(text)[-1].identity == "Muster"


def test_a_genitive_has_the_identity_of_its_name() -> None:
    text = "Russland droht. Russlands Nachbarn nicht."
    assert [entity.identity for entity in found(text)] == ["Russland", "Russland"]


def test_english_in_a_modest_way() -> None:
    text = (
        "The President of the United States, Joe Biden, said that Germany and the EU are with him."
    )
    assert {
        ("United States", "LOC"),
        ("Joe Biden", "PER"),
        ("Germany", "LOC"),
        ("EU", "ORG"),
    } <= set(pairs(text))


def test_english_places_and_organisations_by_their_build() -> None:
    text = (
        "On the quay at Port Skerra the Seafarers’ Alliance said that it was over. "
        "The Ministry of Defence and the Scottish Government are in it, and so is Callum Rowe."
    )
    assert pairs(text) == [
        ("Port Skerra", "LOC"),
        ("Seafarers’ Alliance", "ORG"),
        ("Ministry of Defence", "ORG"),
        ("Scottish Government", "ORG"),
        ("Callum Rowe", "PER"),
    ]


def test_suggestions_are_signed_and_scored_by_the_table() -> None:
    (entity,) = found("Er war in Russland.")
    assert entity.origin == Origin(
        "rotstift-entities 1", Standing.SUGGESTED, SCORES["place.country"]
    )


def test_dateline_and_credit_count_less() -> None:
    text = "Quelle: dpa"
    zone = Zone("z", Span(0, len(text)), ZoneKind.CREDIT, Origin("x"))
    assert found(text, (zone,))[0].origin.score < found(text)[0].origin.score


def test_the_table_has_a_row_for_every_evidence() -> None:
    files = [path for path in Path(lexicon.__file__).parent.glob("*.py") if path.stem != "evidence"]
    code = "".join(path.read_text(encoding="utf-8") for path in files)
    named = set(re.findall(r'"((?:per|org|place|misc|part)\.[a-z.]+)"', code)) - {"misc.txt"}
    named |= {entry.evidence for row in lexicon.names().values() for entry in row}
    named |= {f"{evidence}.untagged" for evidence in NEEDS_TAG}
    assert len(named) > 30
    assert named == set(SCORES)
    assert all(0 <= score <= 1 for score in SCORES.values())


def test_the_gazetteer_knows_german_names_and_not_ordinary_words() -> None:
    path = resource("lexicon", "names", "places.txt.gz")
    assert path.stat().st_size < 600_000
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        names = {line.split("\t")[0] for line in lines}
    assert {"Peking", "Moskau", "Kiew", "Tiflis", "München", "Mailand", "Russland"} <= names
    assert not names & {"Essen", "Halle", "Singen", "Weil", "Split", "Nice", "Zeit"}


def test_tokens_stand_where_they_say() -> None:
    text = "Dr. Müller-Lüdenscheidt, geb. 1. Mai, und U.S. George W. Bush's Xi\u00a0Jinping."
    tokens = tokenize(text, 0)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert [part.text for part in hyphen_parts(tokens[1])] == ["Müller", "Lüdenscheidt"]
    assert base_forms("Russlands") == ("Russlands", "Russland")


@settings(max_examples=100, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("AaÄß -–.,\n\u00a0\u202f'’\"„0😀\u0301\u200dIVXs"), max_size=80
    )
)
def test_any_text_gives_spans_inside_it_that_do_not_overlap(text: str) -> None:
    spans = [entity.span for entity in found(text)]
    assert all(one.end <= len(text) and "\n" not in one.of(text) for one in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


@pytest.mark.parametrize(
    "text", ["A" * 60_000, "a-" * 30_000 + "B", "A. " * 3_000, "Nato-" * 9_000]
)
def test_odd_text_takes_no_odd_time(text: str) -> None:
    begin = time.monotonic()
    found(text)
    assert time.monotonic() - begin < 10
