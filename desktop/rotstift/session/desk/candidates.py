"""Which mentions and words the digits offer for a role, nearest first."""

import re
from collections.abc import Iterable

from rotstift.model.annotations import Annotations
from rotstift.model.items import Quote, role_spans
from rotstift.model.sameness import same_key
from rotstift.model.span import Span
from rotstift.model.words import words
from rotstift.session.desk.place import Hint

LIMIT = 9
"""One digit each."""
REACH = 1500
"""Code points around the quote in which candidates are looked for."""
OTHER_LINE = 500
"""A mention in another paragraph counts as so many code points farther away."""
LESS_LIKELY = 150
"""A place or a pronoun counts as so many code points farther away than a name."""
REPORTED = "reported"
"""The type of quote that holds its own speaker and cue: the whole sentence that tells of them."""
_CUE_REACH = 160
_PRONOUN = re.compile(r"\b(?:er|sie|es|ihm|ihr|ihnen|he|she|they)\b", re.IGNORECASE)
_WHO = frozenset({"PER", "ORG", "LOC"})
_NO_CUE = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "und",
        "oder",
        "aber",
        "auch",
        "nur",
        "schon",
        "noch",
        "sehr",
        "im",
        "in",
        "am",
        "an",
        "auf",
        "bei",
        "von",
        "vom",
        "zu",
        "zum",
        "zur",
        "mit",
        "für",
        "als",
        "dass",
        "ob",
        "wie",
        "wo",
        "wenn",
        "er",
        "sie",
        "es",
        "ihr",
        "ihm",
        "ihn",
        "sich",
        "wir",
        "ich",
        "man",
        "the",
        "a",
        "an",
        "and",
        "or",
        "but",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "as",
        "that",
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "his",
        "her",
        "their",
    ]
)
"""Words that are hardly ever a cue by themselves (German and English function words)."""


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
    places = {entity.span for entity in state.entities if entity.label == "LOC"}
    unlikely = places | set(pronouns)
    kept = _outermost([*mentions_in(state), *pronouns])
    near = kept if quote.type == REPORTED else _outside(kept, quote)
    return _once_each(text, _nearest(text, near, quote, unlikely))


def _outside(spans: Iterable[Span], quote: Quote) -> list[Span]:
    return [span for span in spans if not any(part.overlaps(span) for part in quote.parts)]


def _once_each(text: str, spans: list[Span]) -> list[Span]:
    """Of several mentions with the same words only the first: nine digits for nine speakers."""
    kept: dict[str, Span] = {}
    for span in spans:
        kept.setdefault(same_key(span.of(text)), span)
    return list(kept.values())


def _cue_candidates(text: str, state: Annotations, quote: Quote) -> list[Span]:
    names = [entity.span for entity in state.entities]
    near = [
        word
        for word in (words(text) if quote.type == REPORTED else _outside(words(text), quote))
        if _distance(word, quote) <= _CUE_REACH
        and not any(name.overlaps(word) for name in names)
        and _may_be_cue(word.of(text))
        and not _line_between(text, word, quote)
    ]
    return _nearest(text, near, quote, set())


def _may_be_cue(word: str) -> bool:
    return word[0].islower() and word.lower() not in _NO_CUE


def _outermost(spans: Iterable[Span]) -> list[Span]:
    """Without doubles, and without those that stand inside a longer one."""
    every = sorted(set(spans), key=lambda span: (span.start, -span.end))
    kept: list[Span] = []
    for span in every:
        if not kept or not kept[-1].contains(span):
            kept.append(span)
    return kept


def _distance(span: Span, quote: Quote) -> int:
    return min(part.distance(span) for part in quote.parts)


def _line_between(text: str, span: Span, quote: Quote) -> bool:
    nearest = min(quote.parts, key=lambda part: part.distance(span))
    first, second = sorted((span, nearest))
    return "\n" in text[first.end : second.start]


def _nearest(text: str, spans: Iterable[Span], quote: Quote, unlikely: set[Span]) -> list[Span]:
    """Nearest to any part first; other paragraphs, places and pronouns count as farther away."""

    def far(span: Span) -> int:
        more = OTHER_LINE if _line_between(text, span, quote) else 0
        return _distance(span, quote) + more + (LESS_LIKELY if span in unlikely else 0)

    near = [span for span in spans if _distance(span, quote) <= REACH]
    return sorted(near, key=lambda span: (far(span), span.start))
