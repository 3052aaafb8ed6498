"""Finding words in a text: what does not count, and code points all the way."""

import pytest

from rotstift.model.finding import find_all


def words(text: str, wanted: str, **how: bool) -> list[str]:
    return [span.of(text) for span in find_all(text, wanted, **how)]


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Berg und berg", "BERG", ["Berg", "berg"]),
        ("Frau\u00a0Berg, Frau Berg", "frau berg", ["Frau\u00a0Berg", "Frau Berg"]),
        ("Frau Berg", "Frau\u00a0Berg", ["Frau Berg"]),
        ("Minister\u00adprä\u00adsident", "präsi", ["prä\u00adsi"]),
        ("Die Straße", "STRASSE", ["Straße"]),
        ("👩 sieht 👩\u200d👧 Kiel", "kiel", ["Kiel"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("Berg", " ", []),
        ("Berg", "", []),
        ("schön", "schon", []),
    ],
)
def test_what_is_found(text: str, wanted: str, found: list[str]) -> None:
    assert words(text, wanted) == found


def test_loosely_accents_do_not_count() -> None:
    assert words("schön, Cafe\u0301", "schon", loose=True) == ["schön"]
    assert words("Müller MULLER", "müller", loose=True) == ["Müller", "MULLER"]


def test_whole_words_alone() -> None:
    assert words("Berge, Berg, Heuberg: Berg!", "berg", whole=True) == ["Berg", "Berg"]
