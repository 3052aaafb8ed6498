"""Doubt: what in an article most likely needs a person's eye. `Tab` goes through these."""

from dataclasses import dataclass
from enum import StrEnum

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
    if isinstance(item, Quote | Negative) and any(item.span.holds(mark) for mark in loose):
        why.append(Why.UNPAIRED)
    return tuple(why)


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
    wide = [part for quote in state.quotes if quote.type == "direct" for part in quote.parts]
    return [
        stretch
        for stretch in marked_stretches(text)
        if not any(_explains(span, stretch) for span in decided)
        and not any(span.contains(stretch) for span in wide)
    ]


def _explains(span: Span, stretch: Span) -> bool:
    """True when the span is the marked stretch, give or take the marks themselves."""
    return abs(span.start - stretch.start) <= 1 and abs(span.end - stretch.end) <= 2
