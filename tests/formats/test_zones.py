"""Zones by rule: on pages of our own, on the seed article, and on anything at all."""

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotstift.formats.zones import AUTHOR, headline_of, zones_of
from rotstift.model.items import Standing, ZoneKind

PAGE = """: Rathaus: Stadt baut neue Brücke

12.05.2021 | 09:30 Uhr
Von Erika Muster und Jan van Beispiel
Die Brücke am Hafen wird ersetzt. Der Rat hat zugestimmt.
Berlin (dpa) - Der Rat der Stadt hat am Montag den Bau einer neuen Brücke beschlossen.
"Wir beginnen im Mai", sagte die Bürgermeisterin.

Anwohner fürchten Lärm

Die Anwohner sind skeptisch. Sie wollen einen Tunnel.

Am Hafen wird seit Jahren gestritten. Ein Überblick in Bildern.

11.05.2021 | 02:15 min

Der Streit um die Brücke

Der Bau dauert drei Jahre.
Die alte Brücke am Hafen. (Foto: dpa)
Quelle: dpa, AFP
Stand: 12.05.2021, 10:00 Uhr

Mehr zum Thema:
Brücken im Land
Wie ein Tunnel entsteht
"""

WANTED = [
    ("headline", ": Rathaus: Stadt baut neue Brücke"),
    ("dateline", "12.05.2021 | 09:30 Uhr\nVon Erika Muster und Jan van Beispiel"),
    ("lead", "Die Brücke am Hafen wird ersetzt. Der Rat hat zugestimmt."),
    ("dateline", "Berlin (dpa) -"),
    ("body", "Der Rat der Stadt hat … Bürgermeisterin."),
    ("subhead", "Anwohner fürchten Lärm"),
    ("body", "Die Anwohner sind skeptisch. Sie wollen einen Tunnel."),
    ("caption", "Am Hafen wird seit … um die Brücke"),
    ("body", "Der Bau dauert drei Jahre."),
    ("caption", "Die alte Brücke am Hafen. (Foto: dpa)"),
    ("credit", "Quelle: dpa, AFP"),
    ("dateline", "Stand: 12.05.2021, 10:00 Uhr"),
    ("teaser", "Mehr zum Thema: Brücken … Tunnel entsteht"),
]


def found(text: str) -> list[tuple[str, str]]:
    return [(zone.kind.value, zone.span.of(text)) for zone in zones_of(text)]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in found(text)]


def same(shown: str, text: str) -> bool:
    """The text is what is shown, or begins and ends as shown around a “…”."""
    flat = " ".join(text.split())
    head, dots, tail = " ".join(shown.split()).partition(" … ")
    return flat.startswith(head) and flat.endswith(tail) if dots else flat == head


def test_a_whole_page() -> None:
    zones = found(PAGE)
    assert [kind for kind, _ in zones] == [kind for kind, _ in WANTED]
    for (_, text), (kind, shown) in zip(zones, WANTED, strict=True):
        assert same(shown, text), kind


def test_the_seed_article(shared: Path) -> None:
    text = next((shared / "seed").glob("*.txt")).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line.strip()]
    zones = [
        (zone.kind.value, [lines.index(line) for line in zone.span.of(text).split("\n") if line])
        for zone in zones_of(text)
    ]
    assert zones == [
        ("headline", [0]),
        ("dateline", [1]),
        ("lead", [2]),
        ("body", [3, 4]),
        ("subhead", [5]),
        ("body", [6, 7, 8]),
        ("caption", [9, 10, 11]),
        ("body", [12, 13]),
        ("credit", [14]),
        ("teaser", [15]),
    ]


def test_zones_are_suggestions_with_scores() -> None:
    zones = zones_of(PAGE)
    assert {zone.origin.author for zone in zones} == {AUTHOR}
    assert {zone.origin.standing for zone in zones} == {Standing.SUGGESTED}
    assert all(zone.origin.score and 0 < zone.origin.score <= 1 for zone in zones)
    assert len({zone.id for zone in zones}) == len(zones)


PARAGRAPH = "Der Rat hat am Montag lange getagt. Danach gab es einen Beschluss."
LONG = "Der Ausschuss hat am Montag bis spät in die Nacht getagt und am Ende doch noch einen Beschluss gefasst, den alle mittragen."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("04.02.2022", "dateline"),
        ("4. Februar 2022, 12:01 Uhr", "dateline"),
        ("Freitag, 4. Februar 2022", "dateline"),
        ("2022-02-04 12:01", "dateline"),
        ("February 4, 2022", "dateline"),
        ("Stand: 04.02.2022 12:01 Uhr", "dateline"),
        ("Aktualisiert am 04.02.2022 um 12:01 Uhr", "dateline"),
        ("Köln, 4. Februar 2022", "dateline"),
        ("Von Erika Muster", "dateline"),
        ("von\u00a0Erika Muster, Köln", "dateline"),
        ("Von Karl von Beispiel und Eva Muster", "dateline"),
        ("By Jane Doe", "dateline"),
        ("LONDON (Reuters) -", "dateline"),
        ("Quelle: eigene Recherche", "credit"),
        ("Source: AP", "credit"),
        ("(dpa)", "credit"),
        ("dpa/tmn", "credit"),
        ("mm/dpa", "credit"),
        ("sc/as (afp, dpa)", "credit"),
        ("© Beispiel Verlag 2022", "credit"),
        ("Copyright 2022 Beispiel", "credit"),
        ("Foto: Erika Muster/dpa", "caption"),
        ("Photo: Jane Doe", "caption"),
        ("Archivbild", "caption"),
        ("Die Brücke im Winter. (Archivbild)", "caption"),
        ("Die Brücke (Bild: dpa)", "caption"),
        ("03.02.2022 | 01:41 min", "caption"),
    ],
)
def test_lines_known_by_their_shape(line: str, kind: str) -> None:
    text = f"Rat beschließt Brücke\n{line}\n{PARAGRAPH}\n{PARAGRAPH} Mehr nicht.\n"
    assert (kind, line) in found(text)


@pytest.mark.parametrize(
    "line",
    [
        "Mehr zu Brücken und Tunneln",
        "Lesen Sie auch: Der Streit um den Tunnel",
        "Lesen Sie hier, wie es weitergeht.",
        "Read more about bridges",
        "→ Der Streit um den Tunnel",
    ],
)
def test_teasers(line: str) -> None:
    assert ("teaser", line) in found(f"Rat beschließt Brücke\n{PARAGRAPH}\n\n{line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "Mehr zu tun gibt es nicht, sagt der Rat.",
        "Von wegen alles gut: Der Rat streitet weiter.",
        "Foto und Bild waren verboten.",
        "Am 4. Februar 2022 begann der Bau.",
        "Quelle des Streits ist der Tunnel.",
    ],
)
def test_sentences_that_only_begin_like_a_shape_are_body(line: str) -> None:
    assert ("body", f"{PARAGRAPH}\n{line}") in found(
        f"Rat beschließt Brücke\n{PARAGRAPH}\n{line}\n"
    )


@pytest.mark.parametrize(
    ("paragraph", "prefix"),
    [
        ("Berlin (dpa) - Der Rat tagt.", "Berlin (dpa) -"),
        ("Berlin/Köln (dpa/AFP) – Der Rat tagt.", "Berlin/Köln (dpa/AFP) –"),
        ("LONDON (Reuters) - The council met.", "LONDON (Reuters) -"),
        ("Frankfurt am Main (dpa)\u00a0- Der Rat tagt.", "Frankfurt am Main (dpa)\u00a0-"),
        ("  Bad Beispiel (dpa) - Der Rat tagt.", "  Bad Beispiel (dpa) -"),
        ("BERLIN - Der Rat tagt.", "BERLIN -"),
    ],
)
def test_an_agency_dateline_is_cut_off_its_paragraph(paragraph: str, prefix: str) -> None:
    rest = paragraph[len(prefix) :].lstrip()
    assert found(f"Rat beschließt Brücke\n{paragraph}\n") == [
        ("headline", "Rat beschließt Brücke"),
        ("dateline", prefix),
        ("body", rest),
    ]


def test_no_dateline_in_a_sentence_with_an_agency() -> None:
    text = f"Brücke\nSie sagte der Agentur (dpa) - nach langem Zögern - alles.\n{PARAGRAPH}"
    assert kinds(text) == ["headline", "body"]


def test_a_short_first_paragraph_without_a_dateline_is_body() -> None:
    assert kinds(f"Brücke\n{PARAGRAPH}\n{LONG}\n") == ["headline", "body"]


def test_a_lead_may_stand_above_the_dateline() -> None:
    text = f"Brücke\n{PARAGRAPH}\nVon Erika Muster\n{LONG}\n"
    assert kinds(text) == ["headline", "lead", "dateline", "body"]


def test_the_only_paragraph_is_body() -> None:
    assert kinds(f"Brücke\n04.02.2022\n{PARAGRAPH}\n") == ["headline", "dateline", "body"]


def test_subheads_between_long_lines_need_no_empty_lines() -> None:
    text = f"Brücke\n{LONG}\nStreit um Lärm\n{LONG}\n"
    assert ("subhead", "Streit um Lärm") in found(text)


def test_lines_of_a_paragraph_wrapped_by_hand_are_no_subheads() -> None:
    wrapped = (
        "Der Ausschuss hat am Montag bis spät in die Nacht getagt und am\n"
        "Ende doch noch einen Beschluss gefasst, den nach einigem Hin und\n"
        "Her fast alle Mitglieder mittragen wollen, auch wenn die einen\n"
        "murren und die andern schweigen."
    )
    text = f"Brücke\n\n{wrapped}\n\nStreit um Lärm\n\n{wrapped}\n"
    assert found(text) == [
        ("headline", "Brücke"),
        ("body", wrapped),
        ("subhead", "Streit um Lärm"),
        ("body", wrapped),
    ]


def test_kicker_and_headline_are_one_zone_and_a_list_is_no_headline() -> None:
    assert kinds(f"Rathaus\nRat beschließt Brücke\n{LONG}\n") == ["headline", "body"]
    assert kinds("Äpfel\nBirnen\nPflaumen\n") == ["headline", "body"]
    assert kinds(PARAGRAPH + " " + LONG) == ["body"]


def test_two_pictures_are_two_zones() -> None:
    text = f"Brücke\n{LONG}\nFoto: Erika Muster\nFoto: Jan Beispiel\n{LONG}\n"
    assert kinds(text) == ["headline", "body", "caption", "caption", "body"]


def test_the_title_is_the_headline() -> None:
    text = "12.05.2021\n: Rat beschließt Brücke\n" + LONG
    assert headline_of(text, zones_of(text)) == "Rat beschließt Brücke"
    assert headline_of(LONG, zones_of(LONG)) == LONG[:120]


LINES = st.one_of(
    st.sampled_from(PAGE.split("\n")),
    st.text(st.characters(codec="utf-8", exclude_characters="\n\r\0"), max_size=130),
    st.just(LONG),
)


@given(st.lists(LINES, max_size=14).map("\n".join))
def test_every_line_with_words_is_in_exactly_one_zone(text: str) -> None:
    zones = zones_of(text)
    ends = [(zone.span.start, zone.span.end) for zone in zones]
    assert ends == sorted(ends)
    assert all(left[1] <= right[0] for left, right in pairwise(ends))
    covered = {place for start, end in ends for place in range(start, end)}
    uncovered = [place for place, char in enumerate(text) if char.strip() and place not in covered]
    assert uncovered == []
    for zone in zones:
        line_start = text[: zone.span.start].rsplit("\n", 1)[-1]
        line_end = re.match(r"[^\n]*", text[zone.span.end :])
        assert zone.kind is ZoneKind.BODY or not line_start.strip()
        assert zone.kind is ZoneKind.DATELINE or (line_end and not line_end[0].strip())


HOSTILE = [
    "dpa/" * 99,
    "abc/" * 99,
    "(dpa/" * 79,
    "Ab, " * 99,
    "Von " + "Ab von " * 56,
    "By " + "Ab, " * 90,
    "Berlin/" * 50 + "(dpa",
    "1.1. " * 79,
    "A.A.A." * 66,
    "Bad in der " * 36,
    "Foto: " * 66,
    "aa © " * 79,
    "(" * 399,
    "A" * 1_000_000,
    "Aa " * 300_000,
    " " * 100_000 + "x",
]


@pytest.mark.parametrize("line", HOSTILE, ids=lambda line: line[:8])
def test_no_line_takes_long(line: str) -> None:
    begin = time.process_time()
    zones_of(f"Titel\n{line}\n{PARAGRAPH}\n{line}\n{PARAGRAPH}\n{line}")
    assert time.process_time() - begin < 1
