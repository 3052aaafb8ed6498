"""What training on one's own corrections gives: 50, 200 and 700 articles of German Wikinews.

    python packaging/learning_curve.py WIKINEWS [--articles 50 200 700] [--straight]

Starts each time from the shipped weights, trains on the first articles of the train split, measures on the
dev split and throws the weights away: the set is for evaluation only (CC BY-NC-SA 4.0), nothing of it is
shipped. About a minute for each 200 articles on one core.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import process_time

from measure_quotes import Result, of_engine, only, result, speakers
from quote_sets import Sheet, sheets
from train_quotes import examples

from rotstift.nlp.quotes.model.engine import Engine, Settings, from_disk
from rotstift.nlp.quotes.model.fitting import Course, fit, fresh
from rotstift.nlp.quotes.model.suggester import SHIPPED
from rotstift.nlp.scoring import measure, paired
from rotstift.paths import resource

OWN = Course(epochs=5, drop=0.35)
"""For few articles more rounds are run: see `rounds`."""


def main() -> None:
    """Train on so many articles, measure, print a row."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, nargs="*", default=[50, 200, 700])
    parser.add_argument("--split", default="dev", choices=("dev", "train"), help="measured on")
    parser.add_argument("--untrained", action="store_true", help="start from the rules alone")
    options = parser.parse_args()
    train = sheets(options.folder, "train")
    dev = sheets(options.folder, "dev") if options.split == "dev" else train[-150:]
    print("articles  Messages  Roles  Joint   Form  direct  right speakers  seconds")
    for count in [0, *options.articles]:
        start = process_time()
        engine = _engine(untrained=options.untrained)
        learnt = examples(train[: min(count, len(train) - 150 * (options.split == "train"))])
        fit(engine.model, learnt, replace(OWN, epochs=rounds(count)))
        seconds = process_time() - start
        print(f"{count:8}  {row(measured(engine, dev))}  {seconds:7.0f}", flush=True)


def rounds(articles: int) -> int:
    """Fewer articles are gone through more often."""
    return 0 if not articles else 8 if articles < 100 else 6 if articles < 400 else 5


def _engine(*, untrained: bool) -> Engine:
    return fresh(Settings()) if untrained else from_disk(resource(*SHIPPED))


def measured(engine: Engine, every: Sequence[Sheet]) -> list[Result]:
    """The engine's answers beside the gold."""
    suggest = of_engine(engine)
    return [result(sheet, *suggest(sheet)) for sheet in every]


def row(results: Sequence[Result]) -> str:
    """The figures of one row."""
    figures = measure([pair for one in results for pair in paired(one.gold, one.system)])
    direct = only(results, "direct")
    _touched, exact, found = speakers(direct)
    shown = [figures[name].f1 for name in ("Messages", "Roles", "Joint", "Form")]
    cells = "  ".join(f"{100 * value:5.1f}" for value in shown)
    return f"   {cells}   {100 * measure(direct)['Messages'].f1:5.1f}    {exact:3} of {found:3} = {exact / found:.2f}"


if __name__ == "__main__":
    main()
