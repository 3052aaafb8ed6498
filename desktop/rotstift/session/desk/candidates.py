"""Which mentions and words the digits offer for a role, nearest first."""

import re
from collections.abc import Iterable

from rotstift.model.annotations import Annotations
from rotstift.model.items import Quote, role_spans
from rotstift.model.span import Span
from rotstift.model.words import words
from rotstift.session.desk.place import Hint

LIMIT = 9
"""One digit each."""
REACH = 1500
"""Code points around the quote in which candidates are looked for."""
_CUE_REACH = 120
_PRONOUN = re.compile(r"\b(?:er|sie|es|ihm|ihr|ihnen|he|she|they)\b", re.IGNORECASE)
_WHO = frozenset({"PER", "ORG", "LOC"})


def hints_for(text: str, state: Annotations, quote: Quote, role: str) -> tuple[Hint, ...]:
    """Up to nine numbered candidates for a role of a quote."""
    found = (
        _cue_candidates(text, state, quote)
        if role == "cue"
        else _who_candidates(text, state, quote)
    )
    return tuple(Hint(str(number), span) for number, span in enumerate(found[:LIMIT], start=1))


def mentions_in(state: Annotations) -> list[Span]:
    """Everything that speaks, is spoken to or could be: mentions in quotes, and names."""
    mentions = [
        span
        for other in state.quotes
        for role in ("speaker", "addressee", "via")
        for span in role_spans(other, role)
    ]
    return [*mentions, *(entity.span for entity in state.entities if entity.label in _WHO)]


def _who_candidates(text: str, state: Annotations, quote: Quote) -> list[Span]:
    start, end = max(0, quote.span.start - REACH), quote.span.end + REACH
    pronouns = [
        Span(start + match.start(), start + match.end())
        for match in _PRONOUN.finditer(text[start:end])
    ]
    kept = _outermost([*mentions_in(state), *pronouns])
    outside = [span for span in kept if not any(part.overlaps(span) for part in quote.parts)]
    return _nearest(outside, quote)


def _cue_candidates(text: str, state: Annotations, quote: Quote) -> list[Span]:
    names = [entity.span for entity in state.entities]
    near = [
        word
        for word in words(text)
        if 0 < min(part.distance(word) for part in quote.parts) <= _CUE_REACH
        and not any(part.overlaps(word) for part in quote.parts)
        and not any(name.overlaps(word) for name in names)
        and not text[word.start].isupper()
    ]
    return _nearest(near, quote)


def _outermost(spans: Iterable[Span]) -> list[Span]:
    """Without doubles, and without those that stand inside a longer one."""
    every = sorted(set(spans), key=lambda span: (span.start, -span.end))
    kept: list[Span] = []
    for span in every:
        if not kept or not kept[-1].contains(span):
            kept.append(span)
    return kept


def _nearest(spans: Iterable[Span], quote: Quote) -> list[Span]:
    """Nearest to any part first; of two as near the one before the quote."""

    def key(span: Span) -> tuple[int, int]:
        return (min(part.distance(span) for part in quote.parts), span.start)

    return sorted((span for span in spans if key(span)[0] <= REACH), key=key)
