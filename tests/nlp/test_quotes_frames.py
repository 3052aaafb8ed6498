"""The framing clause, worked out from text, parts, cue and speaker."""

import pytest

from rotstift.model.items import Quote
from rotstift.nlp.quotes import QuoteRules
from rotstift.nlp.quotes.frames import frame_of
from rotstift.nlp.suggest import Request

CASES = {
    "before": ("Meier erklärte am Montag, dass er gehe.", ["Meier erklärte am Montag,"]),
    "after, with its comma": ("„Ich gehe jetzt nach Hause“, sagte Meier.", [", sagte Meier"]),
    "a preposition with its phrase only": (
        "Nach Angaben der Polizei ist der Fahrer verletzt.",
        ["Nach Angaben der Polizei"],
    ),
    "in the middle": ("Der Weg sei frei, sagte Meier, und er sei sicher.", [", sagte Meier,"]),
    "so, with its comma": (
        "Der Weg sei nun frei, so der Bürgermeister.",
        [", so der Bürgermeister"],
    ),
    "a colon": ("Meier sagte: „Wir gehen alle zusammen.“", ["Meier sagte:"]),
}


def frames(text: str) -> list[list[str]]:
    items = QuoteRules().suggest(Request(text))
    quotes = {item.id: item for item in items if isinstance(item, Quote)}
    return [[s.of(text) for s in frame_of(quote, text, quotes)] for quote in quotes.values()]


@pytest.mark.parametrize("name", CASES)
def test_frame(name: str) -> None:
    text, wanted = CASES[name]
    assert frames(text) == [wanted]


def test_a_fragment_is_framed_like_its_parent() -> None:
    text = "Meier sagte, der Weg sei „endlich frei“ für alle."
    assert frames(text) == [["Meier sagte,"], ["Meier sagte,"]]


def test_what_has_no_cue_has_no_frame() -> None:
    assert frames("Die Gewerkschaft forderte am Montag ein Ende der Kürzungen.") == [[]]
