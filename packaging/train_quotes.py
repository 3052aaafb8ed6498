"""Rebuild the learned quote model that ships, from our own corpus alone.

    python packaging/train_quotes.py resources/corpus resources/models/rotstift-de/rotstift_quotes

Trains on the corpus' train topics, calibrates the scores on its dev topics, writes the component's folder
(a spaCy pipeline holds it under the same name). Same corpus and seed: same weights. Some two minutes
on one core.
"""

import argparse
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from measure_quotes import Result, judged, of_engine, report, result
from quote_sets import Marked, Sheet, sheets

from rotstift.model.span import Span
from rotstift.nlp.quotes.model.engine import Engine, Settings
from rotstift.nlp.quotes.model.fitting import Course, calibration, fit, fresh
from rotstift.nlp.quotes.model.learner import Example, example
from rotstift.nlp.quotes.model.prepared import prepare

VERSION = "1"
CAUTION = 0.7
"""By which all log odds are lessened: the corpus' own dev topics are as tidy as its train topics, and on real
news the scores were too high without it. Set by hand, looking at the Wikinews train split."""


def main() -> None:
    """Train, calibrate, write, measure on the dev topics."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=Course().epochs)
    options = parser.parse_args()
    train, dev = (
        [as_the_rules_say(sheet) for sheet in sheets(options.corpus, part)]
        for part in ("train", "dev")
    )
    engine = fresh(Settings(version=VERSION), options.seed)
    course = replace(Course(), seed=options.seed, epochs=options.epochs)
    fit(engine.model, examples(train), course, print)
    calibrate(engine, dev)
    engine.settings.free_types = False
    engine.to_disk(options.out)
    report(answered(engine, dev))


def as_the_rules_say(sheet: Sheet) -> Sheet:
    """The corpus in line with the rules (and with the seed article's test sheet) where it is not yet:

    a speaker comes without "in", "im", ... before it, and a quote in marks inside an indirect one has that
    one's cue where it has none. With both habits at once neither is learned.
    """
    quotes = [
        replace(
            quote,
            roles=quote.roles
            | {"speaker": _bare(quote.roles["speaker"], sheet.text), "cue": _cue(quote, sheet)},
        )
        for quote in sheet.quotes
    ]
    return replace(sheet, quotes=quotes)


def _cue(quote: Marked, sheet: Sheet) -> tuple[Span, ...]:
    if quote.type != "direct" or quote.roles["cue"]:
        return quote.roles["cue"]
    outer = [
        other.roles["cue"]
        for other in sheet.quotes
        if other.type == "indirect" and any(part.contains(quote.parts[0]) for part in other.parts)
    ]
    return outer[0] if outer else ()


def _bare(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    def bare(span: Span) -> Span:
        first, _, rest = span.of(text).partition(" ")
        known = first.lower() in ("in", "im", "auf", "aus", "bei", "beim")
        return Span(span.end - len(rest), span.end) if known and rest else span

    return tuple(map(bare, spans))


def examples(every: Sequence[Sheet]) -> list[Example]:
    """Sheets with their targets."""
    return [example(prepare(sheet.text, sheet.zones), sheet.gold()) for sheet in every]


def answered(engine: Engine, every: Sequence[Sheet]) -> list[Result]:
    """What the engine says of the sheets."""
    suggest = of_engine(engine)
    return [result(sheet, *suggest(sheet)) for sheet in every]


def calibrate(engine: Engine, dev: Sequence[Sheet]) -> None:
    """Fit the scores to what is right on articles that nothing was trained on."""
    engine.settings.calibration = {}
    found: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for kind, chance, good in judged(answered(engine, dev)):
        found[kind].append((chance, good))
    engine.settings.calibration = {
        kind: [round(CAUTION * number, 4) for number in numbers]
        for kind, numbers in calibration(found).items()
    }


if __name__ == "__main__":
    main()
