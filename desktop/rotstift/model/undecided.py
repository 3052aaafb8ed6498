"""Undecided marks: stretches in quotation marks that nobody, man or machine, has said anything about."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from rotstift.model.annotations import Annotations
from rotstift.model.span import Span


def undecided_marks(stretches: Sequence[Span], state: Annotations) -> list[Span]:
    """Those of the text's marked stretches (`marks.marked_stretches`) that nothing explains."""
    decided = [span for quote in state.quotes for span in quote.parts]
    decided += [negative.span for negative in state.negatives]
    decided += [entity.span for entity in state.entities]
    told = _Told(decided)
    direct = _Around(
        part for quote in state.quotes if quote.type == "direct" for part in quote.parts
    )
    return [
        stretch
        for stretch in stretches
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
