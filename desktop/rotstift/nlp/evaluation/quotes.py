"""Quotes against quotes: pairs, types, speakers, and what is wrong with each pair; negatives too."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rotstift.model.items import Negative, NegativeOf, role_spans
from rotstift.model.span import Span
from rotstift.nlp.evaluation.figures import Counts, Kind, Mistake, TypeFigures, context_of
from rotstift.nlp.evaluation.sheet import Placed, Sheet
from rotstift.nlp.scoring import Pair, measure, paired, token_f1

RIGHT = 0.8
"""Token F1 from which a suggested quote counts as right where its score is judged."""
_ROLES = (("speaker", Kind.SPEAKER), ("cue", Kind.CUE), ("addressee", Kind.ADDRESSEE))


def pairs_of(sheet: Sheet, kind: str = "") -> list[Pair]:
    """The pairs of the article, of one type alone where it is named."""
    sides = (
        [p.unit for p in side.placed if kind in ("", p.unit.type)]
        for side in (sheet.gold, sheet.found)
    )
    return paired(*sides)


def type_figures(pairs: Sequence[Pair]) -> TypeFigures:
    """Of pairs of one type."""
    both = [(gold, found) for gold, found in pairs if gold and found]
    met = [(gold, found) for gold, found in both if gold.tokens & found.tokens]
    return TypeFigures(
        measure(pairs)["Messages"],
        sum(gold is not None for gold, _ in pairs),
        sum(found is not None for _, found in pairs),
        len(met),
        sum(gold.tokens == found.tokens for gold, found in met),
    )


def right_speakers(pairs: Iterable[Pair]) -> Counter[str]:
    """Of the quotes that were found and have a speaker: how many speakers are touched, how many exact."""
    counts: Counter[str] = Counter(found=0, touched=0, exact=0)
    for gold, found in pairs:
        if gold and found and gold.part("speaker") and token_f1(gold.tokens, found.tokens) >= RIGHT:
            wanted, given = gold.part("speaker"), found.part("speaker")
            counts.update(found=1, touched=bool(wanted & given), exact=wanted == given)
    return counts


def _family(kind: str) -> str:
    return kind if kind in ("direct", "reported") else "indirect"


def judged(sheet: Sheet) -> Iterator[tuple[float, bool]]:
    """Score and rightness of each suggestion that has a score; the indirect types count as one."""
    for placed in sheet.found.placed:
        score = placed.quote.origin.score
        if score is not None:
            yield score, any(_alike(placed, gold) for gold in sheet.gold.placed)


def _alike(placed: Placed, gold: Placed) -> bool:
    same = _family(placed.unit.type) == _family(gold.unit.type)
    return same and token_f1(placed.unit.tokens, gold.unit.tokens) >= RIGHT


def negative_counts(sheet: Sheet) -> Counts:
    """Negatives on the same words, marks left out."""
    gold, found = (
        {_negative_key(sheet, one) for one in side.negatives} for side in (sheet.gold, sheet.found)
    )
    return Counts(len(gold), len(found), len(gold & found))


def _negative_key(sheet: Sheet, one: Negative) -> tuple[NegativeOf, frozenset[int]]:
    return one.of, sheet.words.words(one.span)


def judged_negatives(sheet: Sheet) -> Iterator[tuple[float, bool]]:
    """A suggested negative is right where no quote (no entity) of a person stands on its words."""
    quotes = {frozenset(sheet.words.words(p.span)) for p in sheet.gold.placed}
    names = {sheet.words.words(entity.span) for entity in sheet.gold.entities}
    for one in sheet.found.negatives:
        if one.origin.score is not None:
            taken = quotes if one.of is NegativeOf.QUOTE else names
            yield one.origin.score, sheet.words.words(one.span) not in taken


def mistakes(sheet: Sheet) -> Iterator[Mistake]:
    """What is wrong with each pair; one quote may have a wrong type, a wrong border and a wrong speaker."""
    denied = [n.span for n in sheet.gold.negatives if n.of is NegativeOf.QUOTE]
    closed = {sheet.words.words(span) for span in denied}
    for gold, found in pairs_of(sheet):
        one = sheet.placed(gold) if gold else None
        other = sheet.placed(found) if found else None
        if one and other and one.unit.tokens & other.unit.tokens:
            yield from _differences(sheet, one, other)
            continue
        if one:
            yield _mistake(sheet, Kind.MISSED, one.span, _said(sheet, one), "")
        if other:
            kind = Kind.DENIED if sheet.words.words(other.span) in closed else Kind.INVENTED
            yield _mistake(sheet, kind, other.span, "", _said(sheet, other))


def _differences(sheet: Sheet, gold: Placed, found: Placed) -> Iterator[Mistake]:
    if gold.unit.type != found.unit.type:
        yield _mistake(sheet, Kind.TYPE, found.span, gold.unit.type, found.unit.type)
    if gold.unit.tokens != found.unit.tokens:
        yield _mistake(sheet, Kind.BORDER, found.span, _said(sheet, gold), _said(sheet, found))
    for role, kind in _ROLES:
        if gold.unit.part(role) != found.unit.part(role):
            wanted, given = (_of_role(sheet, one, role) for one in (gold, found))
            yield _mistake(sheet, kind, found.span, wanted, given)


def _said(sheet: Sheet, placed: Placed) -> str:
    return " … ".join(span.of(sheet.text) for span in placed.spans) + f" ({placed.unit.type})"


def _of_role(sheet: Sheet, placed: Placed, role: str) -> str:
    roles = (role, "via") if role == "addressee" else (role,)
    spans = [span for name in roles for span in role_spans(placed.quote, name)]
    return " … ".join(span.of(sheet.text) for span in spans) or "–"


def _mistake(sheet: Sheet, kind: Kind, span: Span, gold: str, found: str) -> Mistake:
    context = context_of(sheet.text, span)
    return Mistake("quote", kind, sheet.article, sheet.title, span, gold, found, context)
