"""Where the person was: written, read again, and what is broken left out."""

import pytest

from rotstift.model.annotations import Annotations
from rotstift.model.span import Span
from rotstift.session.desk.stops import KEPT, Stop, Stops


def test_what_is_written_is_read_again() -> None:
    stops = Stops()
    stops.put("a", Stop("x1", Span(3, 9), None, 120, 0.25))
    stops.put("b", Stop(None, Span(0, 4), Span(0, 9)))
    assert Stops.from_text(stops.as_text()) == stops


def test_only_the_last_articles_are_kept() -> None:
    stops = Stops()
    for number in range(KEPT + 3):
        stops.put(str(number), Stop(top=number))
    stops.put("4", Stop(top=1))
    assert len(stops.by_article) == KEPT
    assert stops.get("2") is None
    assert list(stops.by_article)[-1] == "4"


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "null", '{"a": 3}', '{"a": [null, [9, 3], null, 0, 0]}', '{"a": []}']
)
def test_what_cannot_be_read_is_no_trouble(text: str) -> None:
    assert Stops.from_text(text) == Stops()


def test_a_place_beyond_the_text_is_none() -> None:
    assert Stop("gone", Span(90, 99)).place("Kurz.", Annotations(5)) is None
