"""Pairing of quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotstift.nlp.quotes.marks import CLOSERS, Marked, find_marked


def texts(text: str) -> list[str]:
    return [
        " | ".join(part.of(text) for part in marked.parts)
        for marked in find_marked(text)
        if marked.paired
    ]


@pytest.mark.parametrize(
    "quoted",
    [
        "„Guten Tag“",
        "“Guten Tag”",
        "„Guten Tag”",
        '„Guten Tag"',
        '"Guten Tag"',
        "»Guten Tag«",
        "«Guten Tag»",
        "« Guten Tag »",
        "«\u00a0Guten Tag\u202f»",
        "›Guten Tag‹",
        "‹Guten Tag›",
        "‚Guten Tag‘",
        "‘Guten Tag’",
        "'Guten Tag'",
    ],
)
def test_each_pair_of_marks(quoted: str) -> None:
    assert texts(f"Sie sagte {quoted}, und ging.") == [quoted]
    assert texts(f"{quoted}, sagte sie.") == [quoted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Er rief: ‚Halt!‘“, sagte sie.", ["„Er rief: ‚Halt!‘“", "‚Halt!‘"]),
        ("»Er rief: ›Halt!‹«, sagte sie.", ["»Er rief: ›Halt!‹«", "›Halt!‹"]),
        ("\"Er rief: 'Halt!'\", sagte sie.", ["\"Er rief: 'Halt!'\"", "'Halt!'"]),
        ('"Das "Nein" zählt", sagte sie.', ['"Das "Nein" zählt"', '"Nein"']),
        ("„Das „Nein“ zählt“, sagte sie.", ["„Das „Nein“ zählt“", "„Nein“"]),
        ('"A" und "B"', ['"A"', '"B"']),
        ('("Ja")', ['("Ja")'.strip("()")]),
    ],
)
def test_nested_and_neighbours(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Wie geht's? Müller’s Büro ist zu, und 's war spät.",
        "Das war's für heut', sagte Hans' Bruder.",
        "Er ist 1' 80 groß.",
        'Ein Zoll sind 1" oder 2,54 cm.',
    ],
)
def test_apostrophes_are_no_marks(text: str) -> None:
    assert texts(text) == []


def test_apostrophes_inside_single_marks() -> None:
    assert texts("Sie rief: 'Geht's noch?' und ging.") == ["'Geht's noch?'"]


def test_paragraphs_that_each_open_are_one_quote() -> None:
    text = "Er schrieb: „Erstens.\n\n„Zweitens.\n\n„Drittens.“\n\nDann ging er."
    (marked,) = find_marked(text)
    assert marked.paired
    assert [part.of(text) for part in marked.parts] == ["„Erstens.", "„Zweitens.", "„Drittens.“"]


def test_straight_marks_over_paragraphs() -> None:
    text = '"Erstens.\n"Zweitens."\nEnde.'
    (marked,) = find_marked(text)
    assert [part.of(text) for part in marked.parts] == ['"Erstens.', '"Zweitens."']


def test_a_quote_that_runs_into_the_next_paragraph() -> None:
    text = "„Wir kommen.\nWir bleiben“, sagte sie."
    (marked,) = find_marked(text)
    assert [part.of(text) for part in marked.parts] == ["„Wir kommen.", "Wir bleiben“"]


def test_a_lone_mark_never_swallows_the_next_paragraph() -> None:
    text = "Er sagte: „Das geht so nicht.\n\nDann „fuhr“ er heim.\n\nEnde."
    lone, fuhr = find_marked(text)
    assert not lone.paired
    assert lone.parts[0].of(text) == "„Das geht so nicht."
    assert fuhr.parts[0].of(text) == "„fuhr“"


def test_levels() -> None:
    outer, inner = find_marked("„Er rief: ‚Halt!‘“")
    assert (outer.level, inner.level) == (0, 1)


@given(st.text(alphabet=[*CLOSERS, " ", "a", "B", ".", ",", "\n", "\u00a0"], max_size=60))
def test_any_soup_of_marks(text: str) -> None:
    for marked in find_marked(text):
        assert isinstance(marked, Marked)
        for part in marked.parts:
            assert part.end <= len(text)
            assert "\n" not in part.of(text).strip()
        assert all(a.end <= b.start for a, b in zip(marked.parts, marked.parts[1:], strict=False))
