"""Where a query holds in one article: items, or words of the text."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rotstift.model.edit import Put, Step
from rotstift.model.finding import find_all
from rotstift.model.history import EntryKind
from rotstift.model.items import (
    Entity,
    Item,
    Markable,
    Negative,
    Note,
    Quote,
    Zone,
    label_of,
)
from rotstift.model.query import NEGATIVE, REMOVED, Query
from rotstift.model.span import Span

ITEM_FIELDS = ("label", "entity", "type", "speaker", "standing", "by", "from", "to")


@dataclass(frozen=True, slots=True)
class Hit:
    """One place in an article."""

    span: Span
    item: str = ""
    """Id of the item that stands there; empty for plain words, and for an item that was removed."""
    kind: str = ""
    """The item's label or type, or what became of it."""


@dataclass(frozen=True, slots=True)
class Touch:
    """What a person once did to one item, and what has not been undone."""

    author: str
    before: Item | None
    after: Item | None
    denied: bool = False
    """A negative was put in the item's place."""


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of the log, as far as it concerns one article."""

    seq: int
    author: str
    kind: EntryKind
    target: int | None
    forward: Sequence[Step]
    backward: Sequence[Step]


def touches(told: Iterable[Told]) -> dict[str, list[Touch]]:
    """What persons did, by item id; entries that stand undone are left out."""
    standing: dict[int, Told] = {}
    every: dict[int, Told] = {}
    for one in told:
        if one.kind is EntryKind.EDIT:
            every[one.seq] = standing[one.seq] = one
        elif one.target is not None and one.kind is EntryKind.UNDO:
            standing.pop(one.target, None)
        elif one.target in every:
            standing[one.target] = every[one.target]
    found: dict[str, list[Touch]] = {}
    for one in standing.values():
        _take_in(one, found)
    return found


def _take_in(one: Told, found: dict[str, list[Touch]]) -> None:
    before = {step.item.id: step.item for step in one.backward if isinstance(step, Put)}
    after = {step.item.id: step.item for step in one.forward if isinstance(step, Put)}
    negatives = [item.span for item in after.values() if isinstance(item, Negative)]
    for item_id in {**before, **after}:
        old = before.get(item_id)
        denied = isinstance(old, Entity | Quote) and old.span in negatives
        touch = Touch(one.author, old, after.get(item_id), denied)
        found.setdefault(item_id, []).append(touch)


def hits_in(
    query: Query, text: str, items: Sequence[Item], touched: Mapping[str, Sequence[Touch]]
) -> list[Hit]:
    """Every place where the query holds, in text order; its words and status are taken as given."""
    if query.has(*ITEM_FIELDS):
        found = _items(query, text, items, touched)
    elif query.has("note"):
        found = _notes(query, items)
    elif query.words:
        found = [Hit(span) for span in word_spans(query, text)]
    elif query.has("zone"):
        found = [Hit(one.span, "", one.kind) for one in _zones(query, items)]
    else:
        first = text.find("\n")
        found = [Hit(Span(0, first if first > 0 else len(text)))] if text else []
    if query.has("zone"):
        zones = _zones(query, items)
        found = [one for one in found if any(zone.span.contains(one.span) for zone in zones)]
    return sorted(found, key=lambda one: (one.span.start, one.span.end))


def word_spans(query: Query, text: str) -> list[Span]:
    """Where the query's words stand in a text; whole words, but for one that is still being typed."""
    last = len(query.words) - 1
    spans = {
        span
        for number, word in enumerate(query.words)
        for span in find_all(
            text, word, loose=True, whole=not (query.unfinished and number == last)
        )
        if span.start == 0 or not text[span.start - 1].isalnum()
    }
    return sorted(spans)


def _zones(query: Query, items: Sequence[Item]) -> list[Zone]:
    return [one for one in items if isinstance(one, Zone) and one.kind in query.get("zone")]


def _notes(query: Query, items: Sequence[Item]) -> list[Hit]:
    places = {one.id: one for one in items if isinstance(one, Markable)}
    found = []
    for one in items:
        if isinstance(one, Note) and _any_words(query.get("note"), one.text):
            target = places.get(one.target)
            span = target.span if target else Span(0, 1)
            found.append(Hit(span, target.id if target else "", one.text))
    return found


def _any_words(wanted: Iterable[str], text: str) -> bool:
    return any(word == "*" or find_all(text, word, loose=True) for word in wanted)


def _items(
    query: Query, text: str, items: Sequence[Item], touched: Mapping[str, Sequence[Touch]]
) -> list[Hit]:
    wants_entity, wants_quote = query.has("label", "entity"), query.has("type", "speaker")
    quotes = [one for one in items if isinstance(one, Quote) and _quote_fits(query, text, one)]
    if wants_entity:
        inside = _within([part for quote in quotes for part in quote.parts])
        chosen: list[Markable] = [
            one
            for one in items
            if isinstance(one, Entity)
            and _entity_fits(query, text, one)
            and (not wants_quote or inside(one.span))
        ]
    elif wants_quote:
        chosen = list(quotes)
    else:
        chosen = [one for one in items if isinstance(one, Markable)]
    found = [Hit(one.span, one.id, label_of(one)) for one in chosen if _shared(query, one, touched)]
    if query.has("to") and not query.has("standing"):
        found += _gone(query, text, {one.id for one in items}, touched)
    return found


def _within(parts: Iterable[Span]) -> Callable[[Span], bool]:
    """Whether a span stands inside any of the parts: one look at the farthest end of those before it."""
    ordered = sorted(parts)
    starts = [part.start for part in ordered]
    ends = list(accumulate((part.end for part in ordered), max))

    def inside(span: Span) -> bool:
        before = bisect_right(starts, span.start)
        return before > 0 and ends[before - 1] >= span.end

    return inside


def _entity_fits(query: Query, text: str, one: Entity) -> bool:
    label, words = query.get("label"), query.get("entity")
    if label and one.label not in label:
        return False
    return (
        not words or _any_words(words, one.span.of(text)) or _any_words(words, one.identity or "")
    )


def _quote_fits(query: Query, text: str, one: Quote) -> bool:
    kinds, words = query.get("type"), query.get("speaker")
    if kinds and one.type not in kinds:
        return False
    said = " ".join(mention.span.of(text) for mention in one.speaker)
    return not words or _any_words(words, said)


def _shared(query: Query, one: Markable, touched: Mapping[str, Sequence[Touch]]) -> bool:
    standing = query.get("standing")
    if standing and one.origin.standing not in standing:
        return False
    if not query.has("by", "from", "to"):
        return True
    done = touched.get(one.id, ())
    return any(_touch_fits(query, touch) for touch in done)


def _touch_fits(query: Query, touch: Touch) -> bool:
    by = [name.casefold() for name in query.get("by")]
    if by and touch.author.casefold() not in by:
        return False
    before, after = query.get("from"), query.get("to")
    old, new = label_of(touch.before), label_of(touch.after)
    if before and (old not in before or old == new):
        return False
    return not after or (new in after and old != new)


def _gone(
    query: Query, text: str, there: set[str], touched: Mapping[str, Sequence[Touch]]
) -> list[Hit]:
    """What was removed, or made negative: it is no item any more, but its place is known."""
    found = []
    for item_id, done in touched.items():
        last = done[-1]
        if item_id in there or last.after is not None or not isinstance(last.before, Markable):
            continue
        fate = NEGATIVE if last.denied else REMOVED
        old = last.before
        by = [name.casefold() for name in query.get("by")]
        fits = fate in query.get("to") and (not by or last.author.casefold() in by)
        if query.has("from") and label_of(old) not in query.get("from"):
            fits = False
        if isinstance(old, Entity):
            fits = fits and not query.has("type", "speaker") and _entity_fits(query, text, old)
        elif isinstance(old, Quote):
            fits = fits and not query.has("label", "entity") and _quote_fits(query, text, old)
        if fits:
            found.append(Hit(old.span, "", fate))
    return found
