"""Annotations: the state of one article. Immutable; edits make new ones."""

import hashlib
import json
from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import UnionType
from typing import TypeVar

from rotstift.model.codec import item_to_json
from rotstift.model.items import (
    STATUS_ID,
    ArticleStatus,
    Entity,
    Item,
    Markable,
    Negative,
    Note,
    Quote,
    Standing,
    Status,
    Zone,
    spans_of,
)

_DIGEST_SPACE = 1 << 256
_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"))
_FEW = 32
"""Items up to which a change keeps the order up instead of sorting anew."""
_Kind = TypeVar("_Kind", bound=Item)


def item_digest(item: Item) -> int:
    """SHA-256 of the item's canonical JSON, as a number."""
    canonical = _CANONICAL.encode(item_to_json(item))
    return int.from_bytes(hashlib.sha256(canonical.encode("utf-8")).digest(), "big")


@dataclass(frozen=True)
class Annotations:
    """All items of one article, by id.

    `sum_digest` is the sum of the items' digests modulo 2^256 (an additive multiset hash, Bellare
    and Micciancio 1997): an edit changes it by its own items only, so its cost does not grow with
    the article.
    """

    length: int
    """Code points in the article's text."""
    items: Mapping[str, Item] = field(default_factory=dict)
    sum_digest: int = 0

    @classmethod
    def of(cls, length: int, items: Iterable[Item]) -> "Annotations":
        """A state with these items. Raises ValueError when two have the same id."""
        table: dict[str, Item] = {}
        total = 0
        for item in items:
            if item.id in table:
                raise ValueError(f"two items have the id {item.id!r}")
            table[item.id] = item
            total += item_digest(item)
        return cls(length, table, total % _DIGEST_SPACE)

    def changed(self, put: Sequence[Item], drop: Sequence[str]) -> "Annotations":
        """This state with some items put (added or replaced) and some dropped; no checks."""
        table = dict(self.items)
        total = self.sum_digest
        for item_id in drop:
            total -= item_digest(table.pop(item_id))
        for item in put:
            if item.id in table:
                total -= item_digest(table[item.id])
            table[item.id] = item
            total += item_digest(item)
        after = Annotations(self.length, table, total % _DIGEST_SPACE)
        if len(put) + len(drop) <= _FEW:
            after._take_order(self, put, {*drop, *(item.id for item in put)})
        return after

    def _take_order(self, before: "Annotations", put: Sequence[Item], gone: set[str]) -> None:
        """Take over what was sorted already; sorting 3,500 items anew would cost 6 ms at each key."""
        for name, kind in _SORTED.items():
            if name in before.__dict__:
                new = [item for item in put if isinstance(item, kind)]
                self.__dict__[name] = _merged(before.__dict__[name], new, gone)

    @property
    def digest(self) -> str:
        """64 hex digits that change with any change of any item."""
        return f"{self.sum_digest:064x}"

    def get(self, item_id: str | None) -> Item | None:
        """The item, or None when there is none with that id."""
        return self.items.get(item_id) if item_id else None

    def quote(self, item_id: str | None) -> Quote | None:
        """The quote with that id, or None."""
        item = self.get(item_id)
        return item if isinstance(item, Quote) else None

    def _of_kind(self, kind: type[_Kind]) -> Iterator[_Kind]:
        return (item for item in self.items.values() if isinstance(item, kind))

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """In text order; of two that start together the longer first."""
        return tuple(sorted(self._of_kind(Entity), key=_text_order))

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """In text order; an outer quote before the ones inside it."""
        return tuple(sorted(self._of_kind(Quote), key=_text_order))

    @cached_property
    def negatives(self) -> tuple[Negative, ...]:
        """In text order."""
        return tuple(sorted(self._of_kind(Negative), key=_text_order))

    @cached_property
    def zones(self) -> tuple[Zone, ...]:
        """In text order."""
        return tuple(sorted(self._of_kind(Zone), key=_text_order))

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """In no particular order."""
        return tuple(self._of_kind(Note))

    @cached_property
    def markables(self) -> tuple[Markable, ...]:
        """Everything that can have the focus, in text order."""
        every: list[Markable] = [*self.entities, *self.quotes, *self.negatives]
        return tuple(sorted(every, key=_text_order))

    @property
    def in_order(self) -> tuple[Item, ...]:
        """All items: zones, entities, quotes and negatives in text order each, then the rest."""
        marked: tuple[Item, ...] = (*self.zones, *self.entities, *self.quotes, *self.negatives)
        rest = [item for item in self.items.values() if isinstance(item, Note | ArticleStatus)]
        return (*marked, *rest)

    @cached_property
    def standings(self) -> Mapping[Standing, int]:
        """How many markables are suggested, checked and made."""
        counts = dict.fromkeys(Standing, 0)
        for item in self.items.values():
            if isinstance(item, Markable):
                counts[item.origin.standing] += 1
        return counts

    @property
    def status(self) -> Status:
        """The article's status; NEW while nobody has said anything."""
        item = self.items.get(STATUS_ID)
        return item.value if isinstance(item, ArticleStatus) else Status.NEW

    def children(self, quote_id: str) -> tuple[Quote, ...]:
        """The quotes that stand directly in this one."""
        return tuple(quote for quote in self.quotes if quote.parent == quote_id)

    def note_on(self, target: str) -> Note | None:
        """The note on an item ("" for the article), or None."""
        return next((note for note in self.notes if note.target == target), None)


def _text_order(item: Item) -> tuple[int, int, int, str]:
    spans = spans_of(item)
    return (spans[0].start, -spans[-1].end, 0 if isinstance(item, Quote) else 1, item.id)


_SORTED: Mapping[str, type[Item] | UnionType] = {
    "entities": Entity,
    "quotes": Quote,
    "negatives": Negative,
    "zones": Zone,
    "markables": Markable,
}
"""The views of a state that are in text order, each with the kind of its items."""


def _merged(old: tuple[Item, ...], new: Iterable[Item], gone: set[str]) -> tuple[Item, ...]:
    """Items in text order without those gone and with the new ones; the same tuple if nothing moved."""
    kept = [item for item in old if item.id not in gone]
    before = len(kept)
    for item in new:
        insort(kept, item, key=_text_order)
    return old if before == len(old) == len(kept) else tuple(kept)
