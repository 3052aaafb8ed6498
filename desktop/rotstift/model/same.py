"""Same for all: the last correction, done to every further same mention in an article."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate

from rotstift.model.annotations import Annotations
from rotstift.model.edit import Edit, Put, Step, apply_steps
from rotstift.model.items import (
    Entity,
    Item,
    Markable,
    Mention,
    Negative,
    NegativeOf,
    Origin,
    Quote,
    Standing,
    mentions_of,
    new_id,
)
from rotstift.model.sameness import LOOSE, Sameness, same_spans
from rotstift.model.span import Span
from rotstift.model.verbs import shown, without
from rotstift.model.words import word_at


class Deed(StrEnum):
    """The kinds of correction that can be done again elsewhere."""

    LABEL = "label"
    BORDER = "border"
    REMOVE = "remove"
    DENY = "deny"
    IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person did to one mention, told so that it can be done to the same ones."""

    deed: Deed
    words: str
    """The mention's text before the correction."""
    span: Span
    """Where it was done: not a further mention."""
    value: str = ""
    """The label, the reason, or the identity (empty: nobody known)."""
    offset: int = 0
    """For a border: where the new span begins, in code points from the old start."""
    length: int = 0
    """For a border: the new span's length."""
    of: NegativeOf = NegativeOf.ENTITY
    members: tuple[str, ...] = ()
    """Ids of the other mentions of the same person, organisation or place, whatever their words."""

    @property
    def result(self) -> Span | None:
        """For a border: where the mention is after it; None for what moved no border."""
        start = self.span.start + self.offset
        return Span(start, start + self.length) if self.length else None


@dataclass(frozen=True, slots=True)
class Hit:
    """One further same mention and what would be done to it."""

    span: Span
    item: Markable | None
    """What stands there now; None where nothing is marked."""


def further_hits(
    text: str,
    state: Annotations,
    correction: Correction,
    sameness: Sameness = LOOSE,
    *,
    elsewhere: bool = False,
) -> list[Hit]:
    """Every further same mention that the correction would change, in text order.

    `elsewhere`: in another article than the correction, where none of its mentions stands.
    """
    layers = _layers(state, correction)
    found: list[Hit] = []
    for span in same_spans(text, correction.words, sameness):
        if span.overlaps(correction.span) and not elsewhere:
            continue
        hit = Hit(span, _standing_there(layers, span))
        if _changes_something(text, hit, correction):
            found.append(hit)
    return found if elsewhere else _with_members(text, state, correction, found)


def _layers(state: Annotations, correction: Correction) -> list["_Layer"]:
    if correction.deed is Deed.IDENTITY:
        return [_Layer(state.entities), _Mentions(state)]
    marked = state.quotes if correction.of is NegativeOf.QUOTE else state.entities
    return [_Layer(marked), _Layer(state.negatives)]


def _with_members(
    text: str, state: Annotations, correction: Correction, found: list[Hit]
) -> list[Hit]:
    """The hits, and the other mentions of the same one, where their words alone would not show it."""
    known = {hit.span for hit in found} | {correction.span}
    for member in correction.members:
        item = state.get(member)
        if isinstance(item, Entity) and item.span not in known:
            hit = Hit(item.span, item)
            if _changes_something(text, hit, correction):
                found.append(hit)
    return sorted(found, key=lambda hit: hit.span)


class _Layer:
    """Items of one kind in text order, ready for many questions about what stands where.

    Comparing every mention with every item took 150 ms for 100 mentions among 3,000 items, at each key.
    """

    def __init__(self, items: Sequence[Markable]) -> None:
        spans = [item.span for item in items]
        self._items = items
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]
        self._reach = list(accumulate(self._ends, max))
        """How far the items up to each one reach."""

    def same_borders(self, start: int, end: int) -> Markable | None:
        """The first item with exactly these borders."""
        for index in range(bisect_left(self._starts, start), bisect_right(self._starts, start)):
            if self._ends[index] == end:
                return self._items[index]
        return None

    def touching(self, span: Span, /) -> Markable | None:
        """The first item that shares a code point with the span."""
        index = bisect_right(self._reach, span.start)  # the first that ends after the span's start
        touches = index < len(self._items) and self._starts[index] < span.end
        return self._items[index] if touches else None


class _Mentions(_Layer):
    """The mentions that fill roles of quotes; each stands for the first quote that has it."""

    def __init__(self, state: Annotations) -> None:
        self._by_span: dict[tuple[int, int], Quote] = {}
        for quote in state.quotes:
            for mention in mentions_of(quote):
                self._by_span.setdefault((mention.span.start, mention.span.end), quote)

    def same_borders(self, start: int, end: int) -> Markable | None:
        """The first quote with exactly this mention."""
        return self._by_span.get((start, end))

    def touching(self, _span: Span, /) -> Markable | None:
        """None: a mention is meant whole."""
        return None


def _standing_there(layers: Sequence[_Layer], span: Span) -> Markable | None:
    """The item with these borders, else the same words in marks, else the first that touches them."""
    exact = [layer.same_borders(span.start, span.end) for layer in layers]
    marks = [layer.same_borders(span.start - 1, span.end + 1) for layer in layers]
    touching = [layer.touching(span) for layer in layers]
    return next((item for item in (*exact, *marks, *touching) if item), None)


def _changes_something(text: str, hit: Hit, correction: Correction) -> bool:
    item = hit.item
    match correction.deed:
        case Deed.LABEL:
            return not (isinstance(item, Entity) and item.label == correction.value)
        case Deed.BORDER:
            return (
                isinstance(item, Entity)
                and item.span == hit.span
                and new_border(text, item.span, correction) not in (None, item.span)
            )
        case Deed.REMOVE:
            return isinstance(item, Entity | Quote) and item.span.contains(hit.span)
        case Deed.DENY:
            return not (isinstance(item, Negative) and item.reason == correction.value)
        case Deed.IDENTITY:
            return _has_another_identity(hit, correction.value or None)


def _has_another_identity(hit: Hit, identity: str | None) -> bool:
    match hit.item:
        case Entity():
            return hit.item.span == hit.span and hit.item.identity != identity
        case Quote():
            mentions = mentions_of(hit.item)
            return any(one.span == hit.span and one.identity != identity for one in mentions)
        case _:
            return False


def same_for_all(
    text: str, state: Annotations, correction: Correction, hits: list[Hit], author: str
) -> Edit:
    """One edit that does the correction to all these mentions."""
    steps: list[Step] = []
    for hit in hits:  # each on what the ones before have left: a hit may stand in another's item
        item = state.get(hit.item.id) if hit.item else None
        if hit.item and item is None and correction.deed is not Deed.LABEL:
            continue
        now = replace(hit, item=item if isinstance(item, Markable) else None)
        done = _steps(text, state, correction, now, author)
        state, _ = apply_steps(tuple(done), state)
        steps += done
    return Edit(
        f"same_{correction.deed.value}",
        tuple(steps),
        {"text": shown(text, correction.span), "to": correction.value, "count": str(len(hits))},
    )


def _steps(
    text: str, state: Annotations, correction: Correction, hit: Hit, author: str
) -> list[Step]:
    by = Origin(author, Standing.MADE)
    gone: list[Step] = without(state, hit.item) if hit.item else []
    match correction.deed:
        case Deed.REMOVE:
            return gone
        case Deed.DENY:
            span = hit.item.span if hit.item else hit.span
            negative = Negative(new_id(), span, correction.value, by, correction.of)
            return [*gone, Put(negative)]
        case Deed.LABEL:
            return _label_steps(correction, hit, gone, by)
        case Deed.BORDER:
            return [Put(_moved(text, hit.item, correction, by))]
        case Deed.IDENTITY:
            return identity_steps(state, hit.span, correction.value or None, by)


def identity_steps(state: Annotations, span: Span, identity: str | None, by: Origin) -> list[Step]:
    """The entity on a span, and every role's mention there, get an identity; None for nobody known."""
    steps: list[Step] = [
        Put(replace(entity, identity=identity, origin=by))
        for entity in state.entities
        if entity.span == span and entity.identity != identity
    ]
    for quote in state.quotes:
        changed = replace(
            quote,
            speaker=_identified(quote.speaker, span, identity),
            addressee=_identified(quote.addressee, span, identity),
            via=_identified(quote.via, span, identity),
        )
        if changed != quote:
            steps.append(Put(replace(changed, origin=by)))
    return steps


def _identified(
    mentions: tuple[Mention, ...], span: Span, identity: str | None
) -> tuple[Mention, ...]:
    return tuple(replace(one, identity=identity) if one.span == span else one for one in mentions)


def _label_steps(correction: Correction, hit: Hit, gone: list[Step], by: Origin) -> list[Step]:
    if isinstance(hit.item, Entity) and hit.item.span == hit.span:
        return [Put(replace(hit.item, label=correction.value, origin=by))]
    entity = Entity(new_id(), hit.span, correction.value, by)
    return [*gone, Put(entity)] if isinstance(hit.item, Entity) else [Put(entity)]


def new_border(text: str, span: Span, correction: Correction) -> Span | None:
    """The span with the borders moved as the correction moved them; None where they do not fit.

    A border that goes outward goes as far from the mention's own end ("Bergs" keeps its s) and must
    meet the end of a word or the text's.
    """
    outward = correction.offset + correction.length - len(correction.words)
    start = span.start + correction.offset
    end = span.end + outward if outward >= 0 else start + correction.length
    if not 0 <= start < end <= len(text):
        return None
    outside = [edge for edge in (start, end) if not span.start <= edge <= span.end]
    return None if any(_cuts_word(text, edge) for edge in outside) else Span(start, end)


def _cuts_word(text: str, position: int) -> bool:
    word = word_at(text, position)
    return word is not None and word.start < position < word.end


def _moved(text: str, item: Item | None, correction: Correction, by: Origin) -> Entity:
    span = new_border(text, item.span, correction) if isinstance(item, Entity) else None
    if not isinstance(item, Entity) or span is None:
        raise TypeError("only an entity whose borders can be moved is a hit")
    return replace(item, span=span, origin=by)
