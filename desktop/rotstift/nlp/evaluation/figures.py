"""What an evaluation counts: right and wrong items, mistakes by kind, scores that came true."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rotstift.model.span import Span
from rotstift.nlp.scoring import Figures

BINS = 10
_CONTEXT = 50
"""Code points shown on each side of a mistake."""


class Kind(StrEnum):
    """What is wrong with a suggestion."""

    MISSED = "missed"
    INVENTED = "invented"
    DENIED = "denied"
    """A person has said that this is no quote, or no entity."""
    TYPE = "wrong type"
    """Of a quote, or the label of an entity."""
    BORDER = "wrong border"
    SPEAKER = "wrong speaker"
    CUE = "wrong cue"
    ADDRESSEE = "wrong addressee"


@dataclass(frozen=True, slots=True)
class Counts:
    """Items that agree exactly or not at all."""

    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def figures(self) -> Figures:
        """Precision and recall; 0 where there is nothing to divide by."""
        return Figures(
            self.right / self.found if self.found else 0.0,
            self.right / self.gold if self.gold else 0.0,
        )

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.gold + other.gold, self.found + other.found, self.right + other.right)

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        counts = {"gold": self.gold, "found": self.found, "right": self.right}
        return counts | figures_to_json(self.figures)


@dataclass(frozen=True, slots=True)
class TypeFigures:
    """The quotes of one type."""

    figures: Figures
    """The token measure among the quotes of this type alone."""
    gold: int
    found: int
    met: int
    """Pairs that share a token."""
    exact: int
    """Pairs with the same tokens."""

    @property
    def exact_share(self) -> float:
        """Of the pairs that met, those with the right borders."""
        return self.exact / self.met if self.met else 0.0

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        counts = {"gold": self.gold, "found": self.found, "met": self.met, "exact": self.exact}
        return counts | figures_to_json(self.figures) | {"exact_share": self.exact_share}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong, and where."""

    layer: str
    """entity, quote or negative."""
    kind: Kind
    article: str
    title: str
    span: Span
    """Code points in the article's text."""
    gold: str
    """What a person says: words or a label; empty for what is invented."""
    found: str
    context: str
    """The words around it; the stretch stands between ‹ and ›."""

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "layer": self.layer,
            "kind": self.kind.value,
            "article": self.article,
            "title": self.title,
            "span": [self.span.start, self.span.end],
            "gold": self.gold,
            "found": self.found,
            "context": self.context,
        }


@dataclass(frozen=True, slots=True)
class Bin:
    """Suggestions with scores from one tenth of the scale."""

    start: float
    items: int
    score: float
    """Their mean score."""
    right: float
    """The share of them that was right."""

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {"from": self.start, "items": self.items, "score": self.score, "right": self.right}


def bins_of(judged: Iterable[tuple[float, bool]]) -> tuple[Bin, ...]:
    """(score, right) of each suggestion as a table; tenths without suggestions are left out."""
    rows: dict[int, list[tuple[float, bool]]] = {}
    for score, right in judged:
        rows.setdefault(min(int(score * BINS + 1e-9), BINS - 1), []).append((score, right))
    return tuple(
        Bin(
            number / BINS,
            len(row),
            sum(score for score, _ in row) / len(row),
            sum(right for _, right in row) / len(row),
        )
        for number, row in sorted(rows.items())
    )


def calibration_error(bins: Sequence[Bin]) -> float | None:
    """Mean distance of score and share right, by items (Guo et al. 2017); None without scores."""
    items = sum(one.items for one in bins)
    if not items:
        return None
    return sum(abs(one.score - one.right) * one.items for one in bins) / items


def figures_to_json(figures: Figures) -> dict[str, float]:
    """Plain values."""
    return {"precision": figures.precision, "recall": figures.recall, "f1": figures.f1}


def context_of(text: str, span: Span) -> str:
    """One line."""
    before = text[max(0, span.start - _CONTEXT) : span.start]
    after = text[span.end : span.end + _CONTEXT]
    words = f"{before}‹{span.of(text)}›{after}".replace("\n", "¶")
    start = "…" if span.start > _CONTEXT else ""
    return start + words + ("…" if span.end + _CONTEXT < len(text) else "")
