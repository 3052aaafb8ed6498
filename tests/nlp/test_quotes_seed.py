"""The test sheet: the real article that the project was asked for, where it is at hand.

Its text is not ours to copy: the rows are code points into it.
"""

from pathlib import Path

import pytest

from rotstift.model.items import Negative, Quote, role_spans
from rotstift.model.span import Span
from rotstift.nlp.quotes import QuoteRules
from rotstift.nlp.quotes.model.suggester import shipped
from rotstift.nlp.suggest import Request

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed" / "000_76a069b9c64a2473.txt"

pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="the seed article is not here")

Places = list[tuple[int, int]]
NONE: Places = []
PUTIN: Places = [(1433, 1438)]
PESKOW: Places = [(2488, 2516)]

ROWS: dict[str, tuple[str, bool, Places, Places, Places]] = {
    # what it is: type, fragment, parts, speaker, cue
    "headline": ("indirect", False, [(16, 46)], [(2, 14)], [(14, 15)]),
    "after a colon, no marks": ("indirect", False, [(194, 246)], [(150, 168)], [(169, 178)]),
    "reported act": ("reported", False, [(419, 501)], [(419, 431)], NONE),
    "reported around a fragment": ("reported", False, [(683, 803)], [(683, 695)], NONE),
    "its fragment": ("direct", True, [(709, 727)], [(683, 695)], [(696, 703)]),
    "document as a speaker": ("direct", False, [(804, 949)], [(963, 976)], [(951, 959)]),
    "passive demand": ("indirect", False, [(1052, 1206)], [(1032, 1037)], [(1038, 1050)]),
    "its first fragment": ("direct", True, [(1052, 1117)], [(1032, 1037)], [(1038, 1050)]),
    "its second fragment": ("direct", True, [(1124, 1206)], [(1032, 1037)], [(1038, 1050)]),
    "no-break space before the name": ("direct", False, [(1364, 1425)], PUTIN, [(1427, 1432)]),
    "subjunctive goes on": ("indirect", False, [(1440, 1540)], PUTIN, NONE),
    "fragment in it": ("direct", True, [(1465, 1529)], PUTIN, NONE),
    "announced": ("indirect", False, [(1576, 1688)], [(1541, 1550)], [(1563, 1574)]),
    "fragment of the announced": ("direct", True, [(1621, 1640)], [(1541, 1550)], [(1563, 1574)]),
    "object as a speaker": ("direct", False, [(1957, 2007)], [(2043, 2048)], [(2063, 2070)]),
    "orphan": ("direct", False, [(2072, 2228)], [(2043, 2048)], NONE),
    "wie ... mitteilte": ("indirect", False, [(2539, 2612)], PESKOW, [(2528, 2537)]),
    "demnach": ("indirect", False, [(2614, 2636), (2645, 2688)], PESKOW, [(2637, 2644)]),
    "one-word fragment": ("direct", True, [(2645, 2660)], PESKOW, [(2637, 2644)]),
}


@pytest.fixture(scope="module", params=("rules", "shipped"))
def found(request: pytest.FixtureRequest) -> list[Quote]:
    suggester = QuoteRules() if request.param == "rules" else shipped()
    if suggester is None:
        pytest.skip("no trained weights are here")
    items = suggester.suggest(Request(seed_text()))
    assert not any(isinstance(item, Negative) for item in items)
    return [item for item in items if isinstance(item, Quote)]


def seed_text() -> str:
    return SEED.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def pairs(spans: tuple[Span, ...]) -> Places:
    return [(span.start, span.end) for span in spans]


@pytest.mark.parametrize("name", ROWS)
def test_row(found: list[Quote], name: str) -> None:
    kind, fragment, parts, speaker, cue = ROWS[name]
    fits = [quote for quote in found if pairs(quote.parts) == parts]
    assert len(fits) == 1
    (quote,) = fits
    assert (quote.type, quote.fragment) == (kind, fragment)
    assert pairs(role_spans(quote, "speaker")) == speaker
    assert pairs(quote.cue) == cue
    assert (quote.parent is not None) == fragment


def test_nothing_else_is_suggested(found: list[Quote]) -> None:
    assert len(found) == len(ROWS)


def test_via_and_addressee(found: list[Quote]) -> None:
    by_start = {quote.parts[0].start: quote for quote in found if quote.type == "direct"}
    assert pairs(role_spans(by_start[1957], "via")) == [(2015, 2042)]
    assert pairs(role_spans(by_start[1052], "addressee")) == [(1018, 1026)]
