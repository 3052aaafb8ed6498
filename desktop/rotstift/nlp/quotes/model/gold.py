"""Gold: what a person has confirmed, as targets for the candidates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from rotstift.model.items import Item, Negative, Quote, role_spans
from rotstift.model.span import Span
from rotstift.nlp.quotes.model.article import Article
from rotstift.nlp.quotes.model.candidates import ALLOWED, CLAUSE, MARKS, SENTENCE, TYPES, Candidate
from rotstift.nlp.quotes.model.mentions import FILLED, Filler

NEAR = 0.8
"""Token F1 from which a stretch is nearly the quote: no clear yes, no clear no."""
CHECKED_WEIGHT = 2.0
"""A stretch in marks that somebody has called no quote counts double."""


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A confirmed quote as places."""

    type: str
    parts: tuple[Span, ...]
    roles: dict[str, tuple[Span, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gold:
    """Everything confirmed in an article that the model learns from."""

    quotes: tuple[GoldQuote, ...] = ()
    negatives: tuple[Span, ...] = ()


def gold_of_items(items: Iterable[Item]) -> Gold:
    """From our own items."""
    every = list(items)
    quotes = tuple(
        GoldQuote(item.type, item.parts, {role: role_spans(item, role) for role in FILLED})
        for item in every
        if isinstance(item, Quote)
    )
    return Gold(quotes, tuple(item.span for item in every if isinstance(item, Negative)))


@dataclass(frozen=True)
class Targets:
    """For each candidate the wished shares of the types, how much it counts, and its gold quote."""

    types: np.ndarray
    weights: np.ndarray
    quotes: list[GoldQuote | None]


def targets(article: Article, candidates: Sequence[Candidate], gold: Gold) -> Targets:
    """The best candidate of each gold quote is a yes; what is nearly the same hardly counts."""
    size = len(candidates)
    types = np.zeros((size, len(TYPES)), dtype="f")
    weights = np.ones(size, dtype="f")
    matched: list[GoldQuote | None] = [None] * size
    sets = [_numbers(article, candidate.parts) for candidate in candidates]
    for quote in gold.quotes:
        wanted = _numbers(article, quote.parts)
        scored = [
            (_agreement(quote, wanted, candidate, sets[at]), at)
            for at, candidate in enumerate(candidates)
            if _possible(quote, candidate) and sets[at] & wanted
        ]
        best = max((score for score, _ in scored), default=0.0)
        for score, at in scored:
            if score >= NEAR - 0.1 and score >= best - 1e-6:
                types[at] = 0
                types[at, TYPES.index(quote.type)] = 1
                matched[at] = quote
            elif score >= NEAR and not types[at].any():
                weights[at] = 0.3
    types[types.sum(axis=1) == 0, 0] = 1
    for at, candidate in enumerate(candidates):
        if candidate.shape == MARKS and any(n.overlaps(candidate.parts[0]) for n in gold.negatives):
            weights[at] = CHECKED_WEIGHT
    return Targets(types, weights, matched)


def _possible(quote: GoldQuote, candidate: Candidate) -> bool:
    return TYPES.index(quote.type) in ALLOWED[candidate.shape]


def _agreement(
    quote: GoldQuote,
    wanted: frozenset[int],
    candidate: Candidate,
    given: frozenset[int],
) -> float:
    """Token F1; a stretch or sentence that is one of the quote's own counts as whole."""
    common = len(wanted & given)
    whole = common >= 0.9 * len(given)
    if whole and candidate.shape == MARKS and candidate.level == 0:
        return 1.0
    if whole and candidate.shape == SENTENCE and quote.type != "reported":
        return 1.0
    return 2 * common / (len(wanted) + len(given))


def _numbers(article: Article, parts: Iterable[Span]) -> frozenset[int]:
    return frozenset(n for part in parts for n in range(*article.token_range(part)))


def right_filler(
    article: Article, fillers: Sequence[Filler], spans: Sequence[Span]
) -> tuple[int, float]:
    """The filler that agrees best with the gold spans, and its token F1."""
    wanted = _numbers(article, spans)
    best, found = 0.0, -1
    for at, filler in enumerate(fillers):
        given = _numbers(article, filler.spans)
        score = 2 * len(wanted & given) / (len(wanted) + len(given))
        if score > best:
            best, found = score, at
    return found, best


__all__ = ["CLAUSE", "Gold", "GoldQuote", "Targets", "gold_of_items", "right_filler", "targets"]
