"""Doubt: what in an article most likely needs a person's eye. `Tab` goes through these."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from rotstift.model.annotations import Annotations
from rotstift.model.items import Markable, Negative, Quote, Standing
from rotstift.model.marks import marked_stretches, unpaired_marks
from rotstift.model.span import Span

LOW_SCORE = 0.7
"""A suggestion below this is worth a look."""
FAR = 240
"""Code points between a quote and its speaker from which the link is worth a look."""


class Why(StrEnum):
    """The reasons for doubt."""

    LOW_SCORE = "low_score"
    NO_SPEAKER = "no_speaker"
    FAR_SPEAKER = "far_speaker"
    UNPAIRED = "unpaired"
    UNDECIDED = "undecided"
    """Quotation marks that no quote and no negative explains."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place that is worth a look: an item, or marks without one."""

    span: Span
    item: str | None
    why: tuple[Why, ...]


def doubts(text: str, state: Annotations) -> list[Doubt]:
    """Every doubtful place, in text order."""
    loose = unpaired_marks(text)
    found = [
        Doubt(item.span, item.id, why)
        for item in state.markables
        if (why := reasons(item, state, loose))
    ]
    found += [Doubt(span, None, (Why.UNDECIDED,)) for span in undecided_marks(text, state)]
    return sorted(found, key=lambda doubt: (doubt.span.start, -doubt.span.end))


def reasons(item: Markable, state: Annotations, loose: tuple[int, ...]) -> tuple[Why, ...]:
    """Why an item is doubtful; nothing that a person has settled is."""
    if item.origin.standing is not Standing.SUGGESTED:
        return ()
    why: list[Why] = []
    if item.origin.score is not None and item.origin.score < LOW_SCORE:
        why.append(Why.LOW_SCORE)
    if isinstance(item, Quote):
        why += _quote_reasons(item, state)
    if isinstance(item, Quote | Negative) and _any_inside(loose, item.span):
        why.append(Why.UNPAIRED)
    return tuple(why)


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


def undecided_marks(text: str, state: Annotations) -> list[Span]:
    """Stretches in quotation marks that nobody, man or machine, has said anything about."""
    decided = [span for quote in state.quotes for span in quote.parts]
    decided += [negative.span for negative in state.negatives]
    decided += [entity.span for entity in state.entities]
    told = _Told(decided)
    direct = _Around(
        part for quote in state.quotes if quote.type == "direct" for part in quote.parts
    )
    return [
        stretch
        for stretch in marked_stretches(text)
        if not told.explains(stretch) and not direct.contain(stretch)
    ]


class _Told:
    """Spans that somebody has decided about, to be looked up by where they start."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._by_start: dict[int, list[Span]] = {}
        for span in spans:
            self._by_start.setdefault(span.start, []).append(span)

    def explains(self, stretch: Span) -> bool:
        """True when one of them is the marked stretch, give or take the marks themselves."""
        starts = range(stretch.start - 1, stretch.start + 2)
        near = (span for start in starts for span in self._by_start.get(start, ()))
        return any(abs(span.end - stretch.end) <= 2 for span in near)


class _Around:
    """Spans, to be asked whether any of them holds a whole stretch."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in ordered]
        self._ends = list(accumulate((span.end for span in ordered), max))
        """The furthest end of the spans up to each start."""

    def contain(self, stretch: Span) -> bool:
        """True when the stretch lies wholly inside one of them."""
        upto = bisect_right(self._starts, stretch.start)
        return upto > 0 and self._ends[upto - 1] >= stretch.end
