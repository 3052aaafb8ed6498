"""Entities against entities: strictly by span and label, and what is wrong with the others."""

from collections import Counter
from collections.abc import Iterator

from rotstift.model.items import Entity, NegativeOf
from rotstift.model.span import Span
from rotstift.nlp.evaluation.figures import Counts, Kind, Mistake, context_of
from rotstift.nlp.evaluation.sheet import Sheet

Key = tuple[Span, str]


def counts_of(sheet: Sheet) -> dict[str, Counts]:
    """By label. Two entities with the same span and label count once."""
    gold, found = _keys(sheet.gold.entities), _keys(sheet.found.entities)
    asked = Counter(label for _, label in gold)
    given = Counter(label for _, label in found)
    right = Counter(label for _, label in gold & found)
    return {label: Counts(asked[label], given[label], right[label]) for label in asked | given}


def _keys(entities: tuple[Entity, ...]) -> set[Key]:
    return {(entity.span, entity.label) for entity in entities}


def judged(sheet: Sheet) -> Iterator[tuple[float, bool]]:
    """Score and rightness of each suggestion that has a score."""
    gold = _keys(sheet.gold.entities)
    for entity in sheet.found.entities:
        if entity.origin.score is not None:
            yield entity.origin.score, (entity.span, entity.label) in gold


def mistakes(sheet: Sheet) -> Iterator[Mistake]:
    """One for each entity that is missing or not right; of a border that is wrong, one for both."""
    gold, found = _keys(sheet.gold.entities), _keys(sheet.found.entities)
    denied = {n.span for n in sheet.gold.negatives if n.of is NegativeOf.ENTITY}
    met: set[Key] = set()
    for span, label in sorted(found - gold):
        partners = [key for key in sorted(gold - found) if key[0].overlaps(span)]
        partner = next((key for key in partners if key[0] == span), None) or next(
            iter(partners), None
        )
        met.update(partners)
        yield _wrong(sheet, (span, label), partner, denied)
    for key in sorted(gold - found - met):
        yield _mistake(sheet, Kind.MISSED, key[0], _said(sheet, key), "")


def _wrong(sheet: Sheet, key: Key, partner: Key | None, denied: set[Span]) -> Mistake:
    said = _said(sheet, key)
    if partner is None:
        kind = Kind.DENIED if key[0] in denied else Kind.INVENTED
        return _mistake(sheet, kind, key[0], "", said)
    kind = Kind.TYPE if partner[0] == key[0] else Kind.BORDER
    return _mistake(sheet, kind, key[0], _said(sheet, partner), said)


def _said(sheet: Sheet, key: Key) -> str:
    return f"{key[0].of(sheet.text)} ({key[1]})"


def _mistake(sheet: Sheet, kind: Kind, span: Span, gold: str, found: str) -> Mistake:
    context = context_of(sheet.text, span)
    return Mistake("entity", kind, sheet.article, sheet.title, span, gold, found, context)
