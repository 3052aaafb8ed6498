"""The learned quote model: it begins as the rules, learns what it is shown, and keeps its shape."""

import random
from pathlib import Path

import pytest

from rotstift.model.items import Markable, Negative, Origin, Quote, Zone, ZoneKind, role_spans
from rotstift.model.span import Span
from rotstift.nlp.quotes import QuoteRules
from rotstift.nlp.quotes.model.engine import Engine, Settings, from_disk
from rotstift.nlp.quotes.model.fitting import Course, calibration, fit, fresh
from rotstift.nlp.quotes.model.gold import Gold, GoldQuote
from rotstift.nlp.quotes.model.learner import Example, example, score
from rotstift.nlp.quotes.model.prepared import Prepared, prepare
from rotstift.nlp.suggest import Request

SMALL = Settings(width=16, depth=1, hidden=16)
NEWS = """Die Ellerwicker Stadtwerke erhöhen im Mai die Preise. Das teilte Sprecherin Jana Wolters am Montag mit.

„Wir haben lange gezögert“, sagte Wolters dem „Ellerwicker Boten“. „Nun geht es nicht mehr anders.“ Der Strom sei „deutlich teurer“ geworden.

Bürgermeister Ole Brandt kritisierte, dass niemand die Bürger gefragt habe. Nach Angaben des Rathauses sind 4000 Haushalte betroffen. Der Film „Am Deich“ läuft heute im Kino. Der Mann soll zuvor gedroht haben."""


def plain(items: list[Markable]) -> set[tuple[object, ...]]:
    """Items without ids and scores."""
    found: set[tuple[object, ...]] = set()
    for item in items:
        if isinstance(item, Quote):
            roles = tuple(role_spans(item, role) for role in ("speaker", "cue", "addressee", "via"))
            found.add((item.type, item.parts, item.fragment, *roles))
        elif isinstance(item, Negative):
            found.add((item.span, item.reason))
    return found


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def gold(text: str, *quotes: tuple[str, str, str]) -> Gold:
    """Type, words of the quote, words of the speaker."""
    made = (
        GoldQuote(kind, (place(text, words),), {"speaker": (place(text, who),) if who else ()})
        for kind, words, who in quotes
    )
    return Gold(tuple(made))


def trained(examples: list[Example], epochs: int = 30, seed: int = 0) -> Engine:
    engine = fresh(SMALL, seed)
    fit(engine.model, examples, Course(epochs=epochs, drop=0.0, rate=0.01, decay=0.0, seed=seed))
    return engine


def test_without_training_it_says_what_the_rules_say() -> None:
    untrained = fresh(SMALL).suggest(NEWS, (), "model")
    assert plain(untrained) == plain(QuoteRules().suggest(Request(NEWS)))
    assert {item.origin.agreed for item in untrained} == {True}


def test_learns_what_the_rules_do_not_know() -> None:
    one = prepare(NEWS)
    wanted = gold(NEWS, ("free_indirect", "Der Mann soll zuvor gedroht haben.", "Ole Brandt"))
    engine = trained([example(one, wanted)])
    engine.settings.free_types = True
    (found,) = [item for item in engine.items(one, "model") if isinstance(item, Quote)]
    assert (found.type, found.parts) == ("free_indirect", wanted.quotes[0].parts)
    assert found.origin.agreed is False, "the rules do not see it"


def test_learns_another_speaker() -> None:
    text = (
        "Trainer Uwe Harms saß neben Kapitän Nils Petersen. „Wir steigen auf“, sagte er am Abend."
    )
    one = prepare(text)
    engine = trained(
        [example(one, gold(text, ("direct", "„Wir steigen auf“", "Trainer Uwe Harms")))]
    )
    (found,) = [item for item in engine.items(one, "model") if isinstance(item, Quote)]
    assert [span.of(text) for span in role_spans(found, "speaker")] == ["Trainer Uwe Harms"]
    assert found.origin.agreed is False, "the rules name another speaker"


def test_free_types_are_indirect_unless_wanted() -> None:
    one = prepare("Die Lage ist ernst, sagte Brandt. Man habe zu lange gewartet.")
    engine = fresh(SMALL)
    hidden = [item.type for item in engine.items(one, "model") if isinstance(item, Quote)]
    engine.settings.free_types = True
    shown = [item.type for item in engine.items(one, "model") if isinstance(item, Quote)]
    assert (hidden, shown) == (["indirect", "indirect"], ["indirect", "indirect_free"])


def chance(engine: Engine, one: Prepared, words: str) -> float:
    """Of the stretch in marks being a quote."""
    text = one.article.text
    scored = score(engine.model, [one])[0]
    at = next(
        number
        for number, candidate in enumerate(one.candidates)
        if candidate.shape == "marks" and candidate.parts == (place(text, words),)
    )
    return float(1 - scored.chances[at, 0])


def test_a_checked_negative_pushes_harder_than_silence() -> None:
    one = prepare(NEWS)
    words = "„deutlich teurer“"
    silent = trained([example(one, Gold())], epochs=2)
    checked = trained([example(one, Gold((), (place(NEWS, words),)))], epochs=2)
    before, after = chance(fresh(SMALL), one, words), chance(checked, one, words)
    assert after < before
    assert after < chance(silent, one, words)


def test_equal_seeds_equal_results() -> None:
    examples = [example(prepare(NEWS), gold(NEWS, ("direct", "„Wir haben lange gezögert“", "")))]
    course = Course(epochs=3, drop=0.3, seed=5)
    found = []
    for _ in range(2):
        engine = fresh(SMALL, 5)
        fit(engine.model, examples, course)
        found.append(score(engine.model, [examples[0].prepared])[0].chances)
    assert (found[0] == found[1]).all()


def test_stored_and_read_back(tmp_path: Path) -> None:
    engine = trained([example(prepare(NEWS), gold(NEWS, ("direct", "„Am Deich“", "")))], epochs=3)
    engine.settings.calibration = {"direct": [0.5, 0.1]}
    engine.to_disk(tmp_path)
    again = from_disk(tmp_path)
    assert again.settings == engine.settings
    assert plain(again.suggest(NEWS, (), "x")) == plain(engine.suggest(NEWS, (), "x"))


def test_weights_of_another_size_are_refused(tmp_path: Path) -> None:
    fresh(SMALL).to_disk(tmp_path)
    cfg = tmp_path / "cfg"
    cfg.write_text(cfg.read_text("utf-8").replace('"width": 16', '"width": 24'), "utf-8")
    with pytest.raises(ValueError, match="does not fit"):
        from_disk(tmp_path)


@pytest.mark.parametrize(
    "text", ["", " \n", "„", "„“", "Ja.", "„Ja", "a " * 900, ": Nein: „x“ «y»"]
)
def test_strange_texts(text: str) -> None:
    assert isinstance(fresh(SMALL).suggest(text, (), "x"), list)


def test_zones_that_are_not_read_hold_no_quotes() -> None:
    text = "„Alles wird gut“, sagte Wolters.\n\n„Nichts wird gut“, sagte Brandt."
    end = text.index("\n")
    zone = Zone("z", Span(0, end), ZoneKind.TEASER, Origin(""))
    found = fresh(SMALL).suggest(text, (zone,), "x")
    assert all(item.span.start > end for item in found)


def random_engine(seed: int) -> Engine:
    """Weights that mean nothing: whatever they choose, the shape must hold."""
    engine = fresh(SMALL, seed)
    numbers = random.Random(seed)
    for name in ("spans", "roles"):
        head = engine.model.get_ref(name)
        table = head.get_param("F").copy()
        for row in range(table.shape[0]):
            table[row] += numbers.uniform(-1, 1)
        head.set_param("F", table)
    return engine


@pytest.mark.parametrize("seed", range(6))
def test_quotes_never_cross(seed: int) -> None:
    found = random_engine(seed).suggest(NEWS, (), "x")
    quotes = [item for item in found if isinstance(item, Quote)]
    ids = [quote.id for quote in quotes]
    for quote in quotes:
        assert quote.parent is None or ids.index(quote.parent) < ids.index(quote.id)
        for other in quotes:
            for a in quote.parts:
                for b in other.parts if other is not quote else ():
                    assert not a.overlaps(b) or a.contains(b) or b.contains(a)


def test_calibration_follows_what_was_right() -> None:
    rows = [(0.9, number % 10 < 6) for number in range(400)]
    numbers = calibration({"direct": rows, "reported": rows[:3]})
    settings = Settings(calibration=numbers)
    assert settings.calibrated("direct", 0.9) == pytest.approx(0.6, abs=0.03)
    assert settings.calibrated("reported", 0.9) == pytest.approx(0.6, abs=0.03)
    assert settings.calibrated("direct", 0.5) < settings.calibrated("direct", 0.9)
