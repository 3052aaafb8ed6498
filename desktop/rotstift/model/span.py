"""Span: a stretch of an article's text, in code points, half-open."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text[span.start:span.end]` is always the span's text.

    Raises ValueError for a negative, empty or reversed stretch.
    """

    start: int
    """First code point."""
    end: int
    """One past the last code point."""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span must have 0 <= start < end, not {self.start} and {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The text under the span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """True when the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """True when the other lies wholly inside (or is the same)."""
        return self.start <= other.start and other.end <= self.end

    def holds(self, position: int) -> bool:
        """True when the code point at `position` belongs to the span."""
        return self.start <= position < self.end

    def distance(self, other: "Span") -> int:
        """Code points between the two; 0 when they touch or overlap."""
        return max(0, other.start - self.end, self.start - other.end)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span around all the others. Raises ValueError when there is none."""
    every = list(spans)
    return Span(min(span.start for span in every), max(span.end for span in every))
