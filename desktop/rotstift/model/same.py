"""Same for all: the last correction, done to every further same mention in an article."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate

from rotstift.model.annotations import Annotations
from rotstift.model.edit import Edit, Put, Step, apply_steps
from rotstift.model.items import (
    Entity,
    Item,
    Markable,
    Negative,
    NegativeOf,
    Origin,
    Quote,
    Standing,
    new_id,
)
from rotstift.model.span import Span
from rotstift.model.verbs import shown, without
from rotstift.model.words import OPENING_MARKS, word_at, words

_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u00ad": None})
_GENITIVE_LENGTH = 4
"""Shortest name that may carry a genitive -s: "Xis" is read as a name, "Putins" as Putin."""

_SURE = 3
"""So many letters of a beginning are taken as they are."""
_PLAIN = re.compile(r"[A-Za-z0-9]*")
_WRITTEN_AS_ONE = re.compile("ss|ff|fi|fl|st", re.IGNORECASE)
"""ß, and the ligatures that come out of PDF files: they have the same key."""


class Deed(StrEnum):
    """The kinds of correction that can be done again elsewhere."""

    LABEL = "label"
    BORDER = "border"
    REMOVE = "remove"
    DENY = "deny"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person did to one mention, told so that it can be done to the same ones."""

    deed: Deed
    words: str
    """The mention's text before the correction."""
    span: Span
    """Where it was done: not a further mention."""
    value: str = ""
    """The label, or the reason."""
    offset: int = 0
    """For a border: where the new span begins, in code points from the old start."""
    length: int = 0
    """For a border: the new span's length."""
    of: NegativeOf = NegativeOf.ENTITY

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


@lru_cache(maxsize=8192)
def same_key(mention: str) -> str:
    """What two mentions have in common when they are the same: case, no-break spaces, genitive -s.

    Kept: the same few thousand words are asked for at each edit.
    """
    composed = unicodedata.normalize("NFC", mention.translate(_SPACES))
    key = " ".join(composed.casefold().split())
    for ending in ("'s", "’s"):
        key = key.removesuffix(ending)
    if len(key) > _GENITIVE_LENGTH and key.endswith("s") and not key.endswith("ss"):
        key = key[:-1]
    return key.rstrip("'’")


def same_spans(text: str, mention: str) -> Iterator[Span]:
    """Every place in the text where the same mention stands: whole words, or the head of a compound.

    What stands before its first and after its last word belongs to it: „Elite“ in marks of any kind
    is another mention than Elite without.
    """
    own = words(mention)
    if not own:
        return
    core = Span(own[0].start, own[-1].end)
    before, after = mention[: core.start], mention[core.end :]
    key = same_key(core.of(mention))
    every = words(text)
    for index in _places(text, every, own[0].of(mention)):
        if index + len(own) > len(every):
            break
        span = Span(every[index].start, every[index + len(own) - 1].end)
        if same_key(span.of(text)) == key:
            if _alike(text[max(0, span.start - len(before)) : span.start], before) and _alike(
                text[span.end : span.end + len(after)], after
            ):
                yield Span(span.start - len(before), span.end + len(after))
        elif core.of(mention) == mention and (head := _compound_head(text, span, key)):
            yield head


def _places(text: str, every: Sequence[Span], first: str) -> Iterator[int]:
    """Numbers of the words that may be the mention's first: those that begin like it.

    Searching for the plain letters of its beginning is some hundred times faster than comparing every
    word of a long article; a beginning with an accent may be written in two ways, so there all go.
    """
    beginning = _beginning(first)
    if not beginning:
        yield from range(len(every))
        return
    between = "\u00ad?" if "\u00ad" in text else ""
    for match in re.finditer(between.join(beginning), text, re.IGNORECASE):
        index = bisect_left(every, match.start(), key=lambda word: word.start)
        if index < len(every) and every[index].start == match.start():
            yield index


def _beginning(first: str) -> str:
    """Plain letters that every same mention begins with: without a genitive -s, without a letter that
    carries an accent, without what one sign may stand for ("Straße" is "Strasse").
    """
    letters = "".join(_PLAIN.findall(first)[:1])
    if unicodedata.combining(first[len(letters) : len(letters) + 1] or " "):
        letters = letters[:-1]
    pair = _WRITTEN_AS_ONE.search(letters, _SURE - 1)
    return letters[: max(_SURE, pair.start() if pair else len(letters) - 1)]


def _alike(there: str, wanted: str) -> bool:
    """The same characters, every quotation mark and every space being as good as another."""
    return len(there) == len(wanted) and all(
        one == other
        or (one in OPENING_MARKS and other in OPENING_MARKS)
        or (one.isspace() and other.isspace())
        for one, other in zip(there, wanted, strict=True)
    )


def _compound_head(text: str, word: Span, key: str) -> Span | None:
    head, hyphen, _ = word.of(text).partition("-")
    if hyphen and head and same_key(head) == key:
        return Span(word.start, word.start + len(head))
    return None


def further_hits(text: str, state: Annotations, correction: Correction) -> list[Hit]:
    """Every further same mention that the correction would change, in text order."""
    marked = state.quotes if correction.of is NegativeOf.QUOTE else state.entities
    layers = [_Layer(marked), _Layer(state.negatives)]
    found: list[Hit] = []
    for span in same_spans(text, correction.words):
        if span.overlaps(correction.span):
            continue
        hit = Hit(span, _standing_there(layers, span))
        if _changes_something(text, hit, correction):
            found.append(hit)
    return found


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

    def touching(self, span: Span) -> Markable | None:
        """The first item that shares a code point with the span."""
        index = bisect_right(self._reach, span.start)  # the first that ends after the span's start
        touches = index < len(self._items) and self._starts[index] < span.end
        return self._items[index] if touches else None


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
