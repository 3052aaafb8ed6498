"""Decoding: from chances to quotes that do not cross, with parents, fragments and roles."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from rotstift.model.items import (
    Markable,
    Mention,
    Negative,
    Origin,
    Quote,
    Reason,
    Standing,
    new_id,
    role_spans,
)
from rotstift.model.span import Span
from rotstift.nlp.quotes.model.candidates import MARKS, SENTENCE, TYPES, Candidate
from rotstift.nlp.quotes.model.mentions import FILLED, Filler
from rotstift.nlp.quotes.model.prepared import Prepared

THRESHOLD = 0.35
"""Chance from which a stretch is suggested as a quote: that which makes F1 greatest is below a half."""
STRICTER = {"reported": 0.4, "free_indirect": 0.3}
"""Added for the types that even people agree on least: a wrong one costs a key, a missed one little."""
KEPT = 0.15
"""By which less is asked of a quote without marks that the rules have found too."""
DROPPED = 0.005
"""Chance below which an addressee of the rules is given up for nobody."""
ROLES_OF = {
    "direct": FILLED,
    "indirect": FILLED,
    "reported": ("speaker", "addressee", "via"),
    "indirect_free": ("speaker", "addressee", "via"),
    "free_indirect": ("speaker", "addressee", "via"),
}
FREE = ("indirect_free", "free_indirect")
Ask = Callable[[Sequence[tuple[int, str, str]]], list[Any]]
"""Questions -> for each the chances of its rows."""


@dataclass(slots=True)
class _Taken:
    at: int
    candidate: Candidate
    type: str
    score: float
    quote: Quote | None = None


Calibrated = Callable[[str, float], float]
"""Type and chance -> the score that is shown."""


def plain(_kind: str, chance: float) -> float:
    """No calibration."""
    return chance


def decode(
    one: Prepared,
    chances: Any,
    ask: Ask,
    author: str,
    threshold: float = THRESHOLD,
    calibrated: Calibrated = plain,
    *,
    free_types: bool = True,
) -> list[Markable]:
    """The quotes and negatives of an article."""
    taken = _choose(one.candidates, chances, threshold)
    questions = [(t.at, role, t.type) for t in taken for role in ROLES_OF[t.type]]
    answers = dict(zip(questions, ask(questions), strict=True))
    for t in taken:
        t.score = calibrated(t.type, t.score)
        t.quote = _quote(one, t, answers, author)
    quotes = _with_parents(_joined([t for t in taken if t.quote is not None], one))
    if not free_types:
        quotes = [replace(q, type="indirect") if q.type in FREE else q for q in quotes]
    items: list[Markable] = [*quotes, *_negatives(one, chances, taken, author, calibrated)]
    return sorted(items, key=lambda i: (i.span.start, -i.span.end))


def _choose(candidates: Sequence[Candidate], chances: Any, threshold: float) -> list[_Taken]:
    """Best first; what crosses, or stands in the same words as, a better one is left out."""
    if not len(candidates):
        return []
    quote = 1 - chances[:, 0]
    kinds = 1 + np.argmax(chances[:, 1:], axis=1)
    taken: list[_Taken] = []
    for at in np.argsort(-quote, kind="stable").tolist():
        if quote[at] < threshold - KEPT:
            break
        new = _Taken(at, candidates[at], TYPES[int(kinds[at])], float(quote[at]))
        if quote[at] < _least(new, threshold):
            continue
        if all(_together(new.candidate, other.candidate) for other in taken):
            taken.append(new)
    return sorted(taken, key=lambda t: (t.candidate.parts[0].start, -t.candidate.parts[-1].end))


def _least(new: _Taken, threshold: float) -> float:
    """The chance that this candidate must have."""
    if not isinstance(new.candidate.item, Quote):
        return threshold + STRICTER.get(new.type, 0.0)
    return threshold if new.candidate.shape == MARKS else threshold - KEPT


def _together(a: Candidate, b: Candidate) -> bool:
    """Two quotes may stand side by side, or one that is in marks in another."""
    if a.parts[-1].end <= b.parts[0].start or b.parts[-1].end <= a.parts[0].start:
        return True
    if not any(x.overlaps(y) for x in a.parts for y in b.parts):
        return MARKS in (a.shape, b.shape) or SENTENCE not in (a.shape, b.shape)
    for inner, outer in ((a, b), (b, a)):
        if inner.shape == MARKS and all(
            any(y.contains(x) for y in outer.parts) for x in inner.parts
        ):
            return outer.shape != MARKS or inner.level > outer.level
    return False


def _answer(one: Prepared, key: tuple[int, str, str], chances: Any) -> int:
    """The best row. "Nobody" must be sure of itself against an addressee that the rules have found:
    few quotes have one, and so it would nearly always win."""
    best = int(np.argmax(chances))
    item = one.candidates[key[0]].item
    if best or key[1] not in ("addressee", "via") or not isinstance(item, Quote):
        return best
    spans = role_spans(item, key[1])
    fillers = one.question(*key)[0].fillers
    rules = next((at for at, filler in enumerate(fillers, 1) if filler.spans == spans), 0)
    return rules if rules and chances[rules] >= DROPPED else best


def _quote(
    one: Prepared, t: _Taken, answers: dict[tuple[int, str, str], Any], author: str
) -> Quote:
    filled: dict[str, Filler | None] = {}
    for role in ROLES_OF[t.type]:
        key = (t.at, role, t.type)
        best = _answer(one, key, answers[key])
        filled[role] = one.question(*key)[0].fillers[best - 1] if best else None

    def mentions(role: str) -> tuple[Mention, ...]:
        filler = filled.get(role)
        return tuple(Mention(span, filler.kind) for span in filler.spans) if filler else ()

    cue = filled.get("cue")
    agreed = _agreed(t, mentions("speaker"))
    origin = Origin(author, Standing.SUGGESTED, round(min(t.score, 1.0), 3), agreed)
    return Quote(
        new_id(), t.candidate.parts, t.type, origin, mentions("speaker"),
        cue.spans if cue else (), mentions("addressee"), mentions("via"),
    )  # fmt: skip


def _agreed(t: _Taken, speaker: tuple[Mention, ...]) -> bool:
    """True when the rules, too, mark these words as such a quote, with a speaker that overlaps."""
    rules = t.candidate.item
    if not isinstance(rules, Quote) or (t.type == "direct") is not (rules.type == "direct"):
        return False
    if not rules.speaker or not speaker:
        return not rules.speaker and not speaker
    return any(one.span.overlaps(two.span) for one in rules.speaker for two in speaker)


def _joined(taken: list[_Taken], one: Prepared) -> list[_Taken]:
    """Interrupted direct quotes become one, and so do free sentences that follow one another."""
    kept: list[_Taken] = []
    for t in taken:
        last = kept[-1] if kept else None
        if last and last.quote and t.quote:
            rule = t.candidate.item
            same = t.type == "direct" and rule is last.candidate.item
            if same and isinstance(rule, Quote) and len(rule.parts) > 1:
                last.quote = replace(last.quote, parts=(*last.quote.parts, *t.quote.parts))
                continue
            before = next((k for k in reversed(kept) if k.type in FREE), None)
            if before and before.quote and t.type == before.type and _goes_on(before, t):
                before.quote = replace(
                    before.quote,
                    parts=_grown(before.quote.parts, t.quote.parts[0], one.article.text),
                )
                before.candidate = replace(before.candidate, number=t.candidate.number)
                continue
        kept.append(t)
    return kept


def _goes_on(before: _Taken, t: _Taken) -> bool:
    return t.type in FREE and t.candidate.number == before.candidate.number + 1


def _grown(parts: tuple[Span, ...], more: Span, text: str) -> tuple[Span, ...]:
    last = parts[-1]
    if "\n" in text[last.end : more.start]:
        return (*parts, more)
    return (*parts[:-1], Span(last.start, more.end))


def _with_parents(taken: list[_Taken]) -> list[Quote]:
    found: list[Quote] = []
    for t in taken:
        quote = t.quote
        assert quote is not None
        holding = [
            other.quote
            for other in taken
            if other is not t
            and other.quote is not None
            and all(any(p.contains(q) for p in other.quote.parts) for q in quote.parts)
            and other.quote.parts != quote.parts
        ]
        parent = min(holding, key=lambda q: len(q.span), default=None)
        rule = t.candidate.item
        by_rule = isinstance(rule, Quote) and rule.fragment and rule.parent is None
        inside = parent is not None and parent.type != "direct"
        if parent is not None and inside and quote.type == "direct":
            quote = _inherited(quote, parent)
        held = parent.id if parent else None
        fragment = quote.type == "direct" and (inside or by_rule)
        found.append(replace(quote, parent=held, fragment=fragment))
    return found


def _inherited(quote: Quote, parent: Quote) -> Quote:
    """What a fragment lacks it has from the quote that it stands in."""
    return replace(
        quote,
        speaker=quote.speaker or parent.speaker,
        cue=quote.cue or parent.cue,
        addressee=quote.addressee or parent.addressee,
    )


def _negatives(
    one: Prepared, chances: Any, taken: list[_Taken], author: str, calibrated: Calibrated
) -> list[Negative]:
    """Outer stretches in marks that are no quote."""
    yes = {t.at for t in taken}
    found = []
    for at, c in enumerate(one.candidates):
        if c.shape != MARKS or c.level or at in yes:
            continue
        reason = c.item.reason if isinstance(c.item, Negative) else Reason.SCARE.value
        score = calibrated("negative", float(chances[at, 0]))
        agreed = isinstance(c.item, Negative)
        origin = Origin(author, Standing.SUGGESTED, round(score, 3), agreed)
        found.append(Negative(new_id(), Span(c.parts[0].start, c.parts[-1].end), reason, origin))
    return found
