"""Doubt: how likely each open place of an article is wrong, and why. `Tab` goes through these."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log

from rotstift.model.annotations import Annotations
from rotstift.model.doubt_weights import KINDS, UNSCORED, WEIGHTS, Kind, Why
from rotstift.model.items import Entity, Markable, Negative, Quote
from rotstift.model.sampling import lot
from rotstift.model.span import Span

LOW_SCORE = 0.7
"""A suggestion below this is worth a look."""
FAR = 80
"""Code points between a quote and its speaker from which the link is worth a look."""
WORTH_A_LOOK = 0.5
"""A doubt from which a place is worth a look, whatever the reasons: it is as likely wrong as right."""
_ALONE = frozenset((Why.LOW_SCORE, Why.NO_SPEAKER, Why.UNPAIRED, Why.UNDECIDED, Why.SAMPLE))
"""Reasons for which a place is worth a look however small its doubt is."""
_BY_LOT = 0.1
"""What the lot has chosen stands among the doubts up to this much above that: where most are."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """An open place: a suggestion, or marks that nobody has decided on."""

    span: Span
    item: str | None
    why: tuple[Why, ...]
    score: float = 0.0
    """How likely it is wrong, 0 to 1: a share as measured, not a feeling (`doubt_weights`)."""

    @property
    def rank(self) -> tuple[float, int, int]:
        """Sorts the most doubtful first; what only the lot has chosen stands between them."""
        score = self.score
        if self.why == (Why.SAMPLE,) and self.item:
            score = WORTH_A_LOOK + _BY_LOT * (lot(self.item) * 1000 % 1)
        return (-score, *self.place)

    @property
    def place(self) -> tuple[int, int]:
        """Sorts in text order; of two that start together the longer first."""
        return (self.span.start, -self.span.end)

    @property
    def worth_a_look(self) -> bool:
        """True where a person should stop."""
        return self.score >= WORTH_A_LOOK or any(why in _ALONE for why in self.why)


def expected_wrong(places: Iterable[Doubt]) -> float:
    """How many of the places are probably wrong: the sum of their doubts."""
    return sum(one.score for one in places)


def in_order(places: Iterable[Doubt]) -> list[Doubt]:
    """The most doubtful first."""
    return sorted(places, key=lambda one: one.rank)


def reasons(item: Markable, state: Annotations, loose: Sequence[int]) -> list[Why]:
    """Why a suggestion is doubtful, as far as the article alone tells; `loose`: its unpaired marks."""
    why: list[Why] = []
    if item.origin.score is not None and item.origin.score < LOW_SCORE:
        why.append(Why.LOW_SCORE)
    if item.origin.agreed is False:
        why.append(Why.DISAGREE)
    if isinstance(item, Quote):
        why += _quote_reasons(item, state)
    if isinstance(item, Quote | Negative) and _any_inside(loose, item.span):
        why.append(Why.UNPAIRED)
    return why


def base_odds(item: Markable, why: Iterable[Why]) -> float:
    """The logarithm of the odds that the item is wrong, before anything is learnt from the log."""
    weight = sum(WEIGHTS[one] for one in why)
    if item.origin.score is None:
        return UNSCORED + weight
    row, score = KINDS[kind_of(item)], min(max(item.origin.score, 0.01), 0.99)
    return row.bias + row.slope * log((1 - score) / score) + weight


def base_doubt(item: Markable, state: Annotations) -> float:
    """How likely the item is wrong for what it is alone: what experience is held against."""
    return chance(base_odds(item, reasons(item, state, ())))


def kind_of(item: Markable) -> Kind:
    """The row of the table of weights."""
    match item:
        case Entity():
            return Kind.ENTITY
        case Negative():
            return Kind.NEGATIVE
        case Quote(fragment=True):
            return Kind.FRAGMENT
        case Quote(type="direct"):
            return Kind.DIRECT
        case Quote(type="reported"):
            return Kind.REPORTED
        case Quote():
            return Kind.INDIRECT


def chance(odds: float) -> float:
    """The share that a logarithm of odds stands for, 0 to 1."""
    return 1 / (1 + exp(-min(max(odds, -6.0), 6.0)))


def _any_inside(positions: Sequence[int], span: Span) -> bool:
    """True when the span holds one of the positions, which are in order."""
    at = bisect_left(positions, span.start)
    return at < len(positions) and positions[at] < span.end


def _quote_reasons(quote: Quote, state: Annotations) -> list[Why]:
    if not quote.speaker:
        parent = state.quote(quote.parent)
        return [] if parent and parent.speaker else [Why.NO_SPEAKER]
    nearest = min(mention.span.distance(quote.span) for mention in quote.speaker)
    return [Why.FAR_SPEAKER] if nearest > FAR else []
