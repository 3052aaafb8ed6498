"""What the shipped pipeline says about an article of a set, and which of its places are wrong.

A suggested quote is wrong unless every unit of it (an interrupted direct quote has one a part) has a gold
quote of its family (direct; reported; indirect with the free kinds, which the shipped scheme hides) with a
token F1 of 0.8 or more, whose speaker it touches, or has none as that one has none. A suggested "not a quote"
is wrong where a direct gold quote is, and so are marks that nobody has decided on where any gold quote is. A
gold quote that no place leads to is out of the reach of any order; it is counted as missed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from measure_quotes import RIGHT, _family, result
from quote_sets import Sheet

from rotstift.model.annotations import Annotations
from rotstift.model.items import Markable, Negative, Quote
from rotstift.model.span import Span
from rotstift.nlp.quotes.model.engine import Engine
from rotstift.nlp.scoring import Unit, token_f1, touched


@dataclass(frozen=True)
class Judged:
    """An article with the pipeline's items, and the truth about them."""

    sheet: Sheet
    state: Annotations
    wrong: frozenset[str]
    """Ids of the wrong items."""
    missed: int
    """Gold quotes that no place leads to."""

    def marks_are_wrong(self, span: Span) -> bool:
        """True where undecided marks are a quote."""
        return any(_alike(self.sheet, unit, [span]) for unit in self.sheet.units())


def judged(sheets: Sequence[Sheet], engine: Engine) -> list[Judged]:
    """Each sheet with what the pipeline suggests as shipped, the free kinds hidden."""
    engine.settings.free_types = False
    return [judge(sheet, engine.suggest(sheet.text, sheet.zones, "measured")) for sheet in sheets]


def judge(sheet: Sheet, items: list[Markable]) -> Judged:
    """One of them."""
    one, gold = result(sheet, items, {}), sheet.units()
    units: dict[str, list[Unit]] = {}
    for unit, quote in zip(one.system, one.quotes, strict=True):
        units.setdefault(quote.id, []).append(unit)
    wrong, reached = set(), set()
    for item in items:
        spans = item.parts if isinstance(item, Quote) else [item.span]
        reached |= {number for number, unit in enumerate(gold) if _near(sheet, unit, spans)}
        if isinstance(item, Negative):
            hits = [unit for unit in gold if _alike(sheet, unit, spans)]
            bad = any(unit.type == "direct" for unit in hits)
        else:
            bad = not all(_right(unit, gold) for unit in units.get(item.id, ()))
        if bad:
            wrong.add(item.id)
    state = Annotations.of(len(sheet.text), items)
    return Judged(sheet, state, frozenset(wrong), len(gold) - len(reached))


def _alike(sheet: Sheet, unit: Unit, spans: Sequence[Span]) -> bool:
    return token_f1(unit.tokens, touched(sheet.tokens, spans)) >= RIGHT


def _near(sheet: Sheet, unit: Unit, spans: Sequence[Span]) -> bool:
    """Whoever looks at these words sees the gold quote, too."""
    return bool(unit.tokens & touched(sheet.tokens, spans))


def _right(unit: Unit, gold: Sequence[Unit]) -> bool:
    speaker = unit.part("speaker")
    return any(
        _family(one.type) == _family(unit.type)
        and token_f1(one.tokens, unit.tokens) >= RIGHT
        and bool(one.part("speaker") & speaker or not (one.part("speaker") or speaker))
        for one in gold
    )
