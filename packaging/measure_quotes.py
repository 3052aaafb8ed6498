"""Measure the quote rules on the German Wikinews quotation set (not shipped; give its folder).

    python packaging/measure_quotes.py FOLDER --split dev [--straight] [--evidence] [--errors N]

Prints the published measure (rotstift.nlp.scoring), direct quotes alone, the share of right speakers
on found direct quotes, the reliability of the scores, and the share of right items for each row of the
score table. The table in rotstift/nlp/quotes/scores.py was filled from the last of these on the train
split; nothing else of the set is in the program.
"""

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from rotstift.model.items import Markable, Negative, Quote, role_spans
from rotstift.model.span import Span
from rotstift.nlp.quotes.rules import QuoteRules
from rotstift.nlp.scoring import Figures, Pair, Unit, measure, paired, token_f1, touched
from rotstift.nlp.suggest import Request

FORMS = {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "reported",
    "FreeIndirect": "free_indirect",
    "IndirectFreeIndirect": "indirect_free",
}
RIGHT = 0.8
"""Token F1 from which a suggested quote counts as right for the score table."""


@dataclass(frozen=True)
class Result:
    """One article with gold and system."""

    doc: dict[str, Any]
    items: list[Markable]
    evidence: dict[str, str]
    tokens: list[Span]
    gold: list[Unit]
    system: list[Unit]
    quotes: list[Quote]
    """The quote behind each system unit."""


def main() -> None:
    """Read, run, print."""
    options = _options()
    docs = read(options.folder / f"{options.split}.jsonl.gz")
    start = perf_counter()
    results = [run(doc, straight=options.straight) for doc in docs]
    seconds = perf_counter() - start
    report(results)
    print(f"{len(docs)} articles in {seconds:.1f} s")
    if options.evidence:
        evidence_table(results)
    if options.errors:
        errors(results, options.errors, options.only)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", default="train", choices=("train", "dev"))
    parser.add_argument("--straight", action="store_true", help="turn all marks into straight ones")
    parser.add_argument("--evidence", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--only", default="", help="errors of this evidence or gold type only")
    return parser.parse_args()


def read(path: Path) -> list[dict[str, Any]]:
    """The articles of one split."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def run(doc: dict[str, Any], *, straight: bool = False) -> Result:
    """Suggest for one article and turn both sides into token sets."""
    text = doc["text"]
    if straight:
        text = text.translate({ord(mark): '"' for mark in "„“”»«"})
    walk = QuoteRules().walk(Request(text))
    items = walk.run()
    tokens = [Span(*token) for token in doc["tokens"]]
    gold = [_gold_unit(quote, tokens) for quote in doc["quotes"]]
    units = [
        (unit, item)
        for item in items
        if isinstance(item, Quote)
        for unit in _units(item, text, tokens)
    ]
    return Result(
        doc, items, walk.evidence, tokens, gold, [u for u, _ in units], [q for _, q in units]
    )


def _spans(pairs: Iterable[Sequence[int]]) -> list[Span]:
    return [Span(start, end) for start, end in pairs]


def _gold_unit(quote: dict[str, Any], tokens: list[Span]) -> Unit:
    roles = {
        role: touched(tokens, _spans(quote[role]))
        for role in ("speaker", "cue", "addressee", "frame")
    }
    return Unit(
        FORMS[quote["type"]], touched(tokens, _spans(quote["quote"])), roles, quote["medium"]
    )


def _units(quote: Quote, text: str, tokens: list[Span]) -> list[Unit]:
    """An interrupted direct quote is one unit a part, as the set has it."""
    roles = {
        role: touched(tokens, role_spans(quote, role)) for role in ("speaker", "cue", "addressee")
    }
    roles["addressee"] |= touched(tokens, role_spans(quote, "via"))
    groups: list[list[Span]] = [[quote.parts[0]]]
    for left, right in zip(quote.parts, quote.parts[1:], strict=False):
        apart = quote.type == "direct" and text[left.end : right.start].strip()
        if apart:
            groups.append([right])
        else:
            groups[-1].append(right)
    return [Unit(quote.type, touched(tokens, group), roles) for group in groups]


def report(results: Sequence[Result]) -> None:
    """The published figures, direct alone, speakers, reliability."""
    pairs = [pair for result in results for pair in paired(result.gold, result.system)]
    for name, figures in measure(pairs).items():
        print(_line(name, figures))
    for form in ("direct", "indirect", "reported"):
        alone = [
            pair
            for result in results
            for pair in paired(
                [unit for unit in result.gold if unit.type == form],
                [unit for unit in result.system if unit.type == form],
            )
        ]
        print(_line(f"{form} only", measure(alone)["Messages"]))
        if form == "direct":
            _speakers(alone)
    _reliability(results)


def _line(name: str, figures: Figures) -> str:
    return (
        f"{name:14} P {figures.precision * 100:5.1f}  R {figures.recall * 100:5.1f}"
        f"  F1 {figures.f1 * 100:5.1f}"
    )


def _speakers(pairs: Sequence[Pair]) -> None:
    found = [
        (gold.part("speaker"), system.part("speaker"))
        for gold, system in pairs
        if gold
        and system
        and token_f1(gold.tokens, system.tokens) >= RIGHT
        and gold.part("speaker")
    ]
    touching = sum(bool(gold & system) for gold, system in found)
    exact = sum(gold == system for gold, system in found)
    print(f"speakers of {len(found)} found direct quotes: touched {touching}, exact {exact}")


def right(result: Result, unit: Unit) -> bool:
    """A gold quote of the same form has nearly the same tokens; the indirect kinds are one."""
    return any(
        _family(gold.type) == _family(unit.type) and token_f1(gold.tokens, unit.tokens) >= RIGHT
        for gold in result.gold
    )


def _family(form: str) -> str:
    return form if form in ("direct", "reported") else "indirect"


def right_negative(result: Result, item: Negative) -> bool:
    """No direct gold quote covers the stretch nearly."""
    tokens = touched(result.tokens, [item.span])
    return not any(
        gold.type == "direct" and token_f1(gold.tokens, tokens) >= RIGHT for gold in result.gold
    )


def judged(results: Sequence[Result]) -> list[tuple[str, float, bool]]:
    """Evidence, score and rightness of every item."""
    rows: list[tuple[str, float, bool]] = []
    for result in results:
        for unit, quote in zip(result.system, result.quotes, strict=True):
            score = quote.origin.score or 0.0
            rows.append((result.evidence[quote.id], score, right(result, unit)))
        for item in result.items:
            if isinstance(item, Negative):
                score = item.origin.score or 0.0
                rows.append(
                    (result.evidence[item.id] + " (neg)", score, right_negative(result, item))
                )
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


def errors(results: Sequence[Result], limit: int, only: str) -> None:
    """Wrong suggestions and missed quotes, for the eye."""
    shown = 0
    for result in results:
        text = result.doc["text"]
        for unit, quote in zip(result.system, result.quotes, strict=True):
            name = result.evidence[quote.id]
            if shown < limit and not right(result, unit) and only in ("", name):
                shown += 1
                print(f"WRONG {name}: {_shown(text, quote.parts)}")
                print(f"      in: {_around(result, quote.parts)}")
        for gold, raw in zip(result.gold, result.doc["quotes"], strict=True):
            hit = any(token_f1(gold.tokens, unit.tokens) >= RIGHT for unit in result.system)
            if shown < limit and not hit and only in ("", gold.type):
                shown += 1
                spans = _spans(raw["quote"])
                print(f"MISSED {gold.type}: {_shown(text, spans)}")
                print(f"      in: {_around(result, spans)}")


def _shown(text: str, spans: Sequence[Span]) -> str:
    return " | ".join(span.of(text) for span in spans).replace("\n", "¶")


def _around(result: Result, spans: Sequence[Span]) -> str:
    hit = [
        (start, end)
        for start, end in result.doc["sentences"]
        if any(start < span.end and end > span.start for span in spans)
    ]
    return str(result.doc["text"][hit[0][0] : hit[-1][1]]).replace("\n", "¶") if hit else ""


if __name__ == "__main__":
    main()
