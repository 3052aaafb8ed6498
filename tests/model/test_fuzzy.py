"""Fuzzy matching: what fits, what fits better, and which letters were meant."""

import pytest

from rotstift.model.fuzzy import Titles, match


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("haf", "Hafen", "Der Hafen"),
        ("haf", "Der Hafen", "Überseehafen"),
        ("haf", "Überseehafen", "Haus am Fluss"),
        ("berg", "Berg", "Bergbau"),
    ],
)
def test_what_fits_better(typed: str, better: str, worse: str) -> None:
    one, other = match(typed, better), match(typed, worse)
    assert one is not None
    assert other is None or one.score > other.score


@pytest.mark.parametrize(
    ("typed", "words"), [("xyz", "Hafen"), ("hafen see", "Hafen"), ("nh", "Hafen")]
)
def test_what_does_not_fit(typed: str, words: str) -> None:
    assert match(typed, words) is None


def test_the_letters_that_were_meant() -> None:
    found = match("mul", "Frau Mu\u0308ller")
    assert found is not None
    assert found.places == (5, 6, 8)


def test_the_best_of_many_titles() -> None:
    titles = [f"Meldung {number}" for number in range(5000)]
    titles[1234] = "Die Brücke ist gesperrt"
    titles[4321] = "Brücken für das Land"
    many = Titles(titles)
    assert many.best("bruck", 5) == [4321, 1234]
    assert many.best("gesp brü", 5) == [1234]
    assert many.best("bkg", 5) == [1234]
    assert many.best("meldung 77", 3) == [77, 770, 771]
    assert many.best("", 5) == []
    assert Titles([]).best("a", 5) == []
