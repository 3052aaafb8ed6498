"""Measure quotes: the rules, or a trained model, on the German Wikinews set or on our own corpus.

    python packaging/measure_quotes.py SET --split dev [--model FOLDER|shipped|untrained] [--straight]
                                       [--evidence] [--errors N]

Prints the published measure (rotstift.nlp.scoring), direct quotes alone, the share of right speakers of
the direct quotes found, the reliability of the scores, and the speed. Without --model the rules alone.
--evidence prints the share of right items for each row of the rules' score table: the table in
rotstift/nlp/quotes/scores.py comes from our corpus' train topics, nothing of Wikinews is in the program.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

from quote_sets import Sheet, sheets

from rotstift.model.items import Markable, Negative, Quote, role_spans
from rotstift.model.span import Span
from rotstift.nlp.quotes.frames import frame_of
from rotstift.nlp.quotes.model.engine import Engine, Settings, from_disk
from rotstift.nlp.quotes.model.fitting import fresh
from rotstift.nlp.quotes.model.suggester import QuoteSuggester, shipped
from rotstift.nlp.quotes.rules import QuoteRules
from rotstift.nlp.scoring import Figures, Pair, Unit, measure, paired, token_f1, touched
from rotstift.nlp.suggest import Request

RIGHT = 0.8
"""Token F1 from which a suggested quote counts as right."""
Suggest = Callable[[Sheet], tuple[list[Markable], dict[str, str]]]
"""A sheet -> the items, and the evidence by item id where there is any."""


@dataclass(frozen=True)
class Result:
    """One article with gold and system."""

    sheet: Sheet
    items: list[Markable]
    gold: list[Unit]
    system: list[Unit]
    quotes: list[Quote]
    """The quote behind each system unit."""
    evidence: dict[str, str] = field(default_factory=dict)


def main() -> None:
    """Read, run, print."""
    options = _options()
    every = sheets(options.set, options.split, straight=options.straight)
    suggest = system(options.model)
    start = process_time()
    found = [suggest(sheet) for sheet in every]
    seconds = process_time() - start
    results = [result(sheet, *answer) for sheet, answer in zip(every, found, strict=True)]
    report(results)
    words = sum(len(sheet.text.split()) for sheet in every)
    print(f"{len(every)} articles, {words} words, {words / seconds:.0f} words a second")
    if options.evidence:
        evidence_table(results)
    if options.errors:
        errors(results, options.errors, options.only)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", type=Path)
    parser.add_argument("--split", default="train", choices=("train", "dev"))
    parser.add_argument("--model", default="", help="folder, shipped, or untrained")
    parser.add_argument("--straight", action="store_true", help="turn all marks into straight ones")
    parser.add_argument("--evidence", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--only", default="", help="errors of this type only")
    return parser.parse_args()


def system(model: str) -> Suggest:
    """What is measured."""
    if not model:
        return _rules
    if model == "untrained":
        return of_engine(fresh(Settings()))
    found = shipped() if model == "shipped" else QuoteSuggester(from_disk(Path(model)))
    if found is None:
        raise SystemExit("There is no shipped quote model: run packaging/train_quotes.py.")
    return of_engine(found.engine)


def _rules(sheet: Sheet) -> tuple[list[Markable], dict[str, str]]:
    walk = QuoteRules().walk(Request(sheet.text, sheet.zones))
    return walk.run(), walk.evidence


def of_engine(engine: Engine) -> Suggest:
    """An engine as a system; its finer types count for Form."""
    engine.settings.free_types = True

    def suggest(sheet: Sheet) -> tuple[list[Markable], dict[str, str]]:
        return engine.suggest(sheet.text, sheet.zones, "measured"), {}

    return suggest


def result(sheet: Sheet, items: list[Markable], evidence: dict[str, str]) -> Result:
    """Both sides as token sets."""
    quotes = {item.id: item for item in items if isinstance(item, Quote)}
    pairs = [(unit, quote) for quote in quotes.values() for unit in _units(quote, sheet, quotes)]
    units, behind = [unit for unit, _ in pairs], [quote for _, quote in pairs]
    return Result(sheet, items, sheet.units(), units, behind, evidence)


def _units(quote: Quote, sheet: Sheet, quotes: Mapping[str, Quote]) -> list[Unit]:
    """An interrupted direct quote is one unit a part, as Wikinews has it (our corpus has one quote)."""
    tokens, text = sheet.tokens, sheet.text
    roles = {
        role: touched(tokens, role_spans(quote, role)) for role in ("speaker", "cue", "addressee")
    }
    roles["frame"] = touched(tokens, frame_of(quote, text, quotes))
    roles["addressee"] |= touched(tokens, role_spans(quote, "via"))
    groups: list[list[Span]] = [[quote.parts[0]]]
    for left, right in zip(quote.parts, quote.parts[1:], strict=False):
        apart = quote.type == "direct" and text[left.end : right.start].strip()
        if apart and not sheet.zones:
            groups.append([right])
        else:
            groups[-1].append(right)
    return [Unit(quote.type, touched(tokens, group), roles) for group in groups]


def report(results: Sequence[Result]) -> None:
    """The published figures, direct alone, speakers, reliability."""
    pairs = [pair for one in results for pair in paired(one.gold, one.system)]
    for name, figures in measure(pairs).items():
        print(_line(name, figures))
    for form in ("direct", "indirect", "reported", "indirect_free", "free_indirect"):
        alone = only(results, form)
        print(_line(f"{form} only", measure(alone)["Messages"]))
        if form == "direct":
            touching, exact, found = speakers(alone)
            print(f"speakers of {found} found direct quotes: touched {touching}, exact {exact}")
    _reliability(results)


def only(results: Sequence[Result], form: str) -> list[Pair]:
    """The quotes of one type, paired among themselves."""
    return [
        pair
        for one in results
        for pair in paired(
            [unit for unit in one.gold if unit.type == form],
            [unit for unit in one.system if unit.type == form],
        )
    ]


def _line(name: str, figures: Figures) -> str:
    return (
        f"{name:18} P {figures.precision * 100:5.1f}  R {figures.recall * 100:5.1f}"
        f"  F1 {figures.f1 * 100:5.1f}"
    )


def speakers(pairs: Sequence[Pair]) -> tuple[int, int, int]:
    """Of the quotes found with a gold speaker: whose speaker is touched, is exact; how many they are."""
    found = [
        (gold.part("speaker"), system.part("speaker"))
        for gold, system in pairs
        if gold
        and system
        and token_f1(gold.tokens, system.tokens) >= RIGHT
        and gold.part("speaker")
    ]
    touching = sum(bool(gold & system) for gold, system in found)
    return touching, sum(gold == system for gold, system in found), len(found)


def right(one: Result, unit: Unit) -> bool:
    """A gold quote of the same form has nearly the same tokens; the indirect kinds are one."""
    return any(
        _family(gold.type) == _family(unit.type) and token_f1(gold.tokens, unit.tokens) >= RIGHT
        for gold in one.gold
    )


def _family(form: str) -> str:
    return form if form in ("direct", "reported") else "indirect"


def right_negative(one: Result, item: Negative) -> bool:
    """No direct gold quote covers the stretch nearly."""
    tokens = touched(one.sheet.tokens, [item.span])
    return not any(
        gold.type == "direct" and token_f1(gold.tokens, tokens) >= RIGHT for gold in one.gold
    )


def judged(results: Sequence[Result]) -> list[tuple[str, float, bool]]:
    """Evidence (or type), score and rightness of every item."""
    rows: list[tuple[str, float, bool]] = []
    for one in results:
        for unit, quote in zip(one.system, one.quotes, strict=True):
            name = one.evidence.get(quote.id, quote.type)
            rows.append((name, quote.origin.score or 0.0, right(one, unit)))
        for item in one.items:
            if isinstance(item, Negative):
                name = one.evidence[item.id] + " (neg)" if one.evidence else "negative"
                rows.append((name, item.origin.score or 0.0, right_negative(one, item)))
    return rows


def _reliability(results: Sequence[Result]) -> None:
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for _evidence, score, good in judged(results):
        bins[min(int(score * 10 + 1e-9), 9)].append((score, good))
    print("scores: bin, items, mean score, share right")
    for number, rows in sorted(bins.items()):
        mean = sum(score for score, _good in rows) / len(rows)
        share = sum(good for _score, good in rows) / len(rows)
        print(f"  {number / 10:.1f}  {len(rows):5}  {mean:.2f}  {share:.2f}")


def evidence_table(results: Sequence[Result]) -> None:
    """Share right for each row of the score table."""
    rows: dict[str, list[bool]] = defaultdict(list)
    for evidence, _score, good in judged(results):
        rows[evidence].append(good)
    for evidence, goods in sorted(rows.items()):
        print(f"  {evidence:28} {len(goods):5}  {sum(goods) / len(goods):.2f}")


def errors(results: Sequence[Result], limit: int, only_type: str) -> None:
    """Wrong suggestions and missed quotes, for the eye."""
    shown = 0
    for one in results:
        text = one.sheet.text
        for unit, quote in zip(one.system, one.quotes, strict=True):
            name = one.evidence.get(quote.id, quote.type)
            if shown < limit and not right(one, unit) and only_type in ("", name, quote.type):
                shown += 1
                print(f"WRONG {name} {quote.origin.score}: {_shown(text, quote.parts)}")
        for gold, raw in zip(one.gold, one.sheet.quotes, strict=True):
            hit = any(token_f1(gold.tokens, unit.tokens) >= RIGHT for unit in one.system)
            if shown < limit and not hit and only_type in ("", gold.type):
                shown += 1
                print(f"MISSED {gold.type}: {_shown(text, raw.parts)}")


def _shown(text: str, spans: Sequence[Span]) -> str:
    return " | ".join(span.of(text) for span in spans).replace("\n", "¶")


if __name__ == "__main__":
    main()
