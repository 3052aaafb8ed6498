"""Which items mark which paragraph, kept up by differences: an edit costs its own items only."""

from collections import defaultdict
from collections.abc import Iterable

from rotstift.model.annotations import Annotations
from rotstift.model.items import Item, Quote, Zone, role_spans, roles_of, spans_of
from rotstift.model.span import Span
from rotstift.ui.article.layout import Column


def changed_ids(old: Annotations, new: Annotations) -> set[str]:
    """Ids of the items that were added, removed or replaced."""
    before, after = old.items, new.items
    gone = {item_id for item_id in before if item_id not in after}
    return gone | {item_id for item_id, item in after.items() if before.get(item_id) is not item}


def zones_changed(old: Annotations, new: Annotations, ids: Iterable[str]) -> bool:
    """True when the page must be set anew."""
    return any(isinstance(state.get(item_id), Zone) for item_id in ids for state in (old, new))


def _linked_spans(item: Item) -> list[Span]:
    if not isinstance(item, Quote):
        return []
    return [span for role in roles_of(item) for span in role_spans(item, role)]


class MarkIndex:
    """Item ids by number of paragraph."""

    def __init__(self, column: Column) -> None:
        self._column = column
        self.own: dict[int, set[str]] = defaultdict(set)
        """Items that mark a paragraph themselves."""
        self.linked: dict[int, set[str]] = defaultdict(set)
        """Quotes with a cue, speaker, addressee or via there."""
        self.heads: dict[int, set[str]] = defaultdict(set)
        """Quotes that begin there: their cards stand beside it."""

    def fill(self, state: Annotations) -> None:
        """Forget everything and take in a state."""
        for table in (self.own, self.linked, self.heads):
            table.clear()
        for item in state.items.values():
            self._enter(item)

    def update(self, old: Annotations, new: Annotations, ids: Iterable[str]) -> set[int]:
        """Follow a change; returns the paragraphs that look different now."""
        touched: set[int] = set()
        for item_id in ids:
            if (before := old.get(item_id)) is not None:
                touched |= self._leave(before)
            if (after := new.get(item_id)) is not None:
                touched |= self._enter(after)
        return touched

    def _places(self, item: Item) -> tuple[set[int], set[int]]:
        own = {number for span in spans_of(item) for number in self._column.touching(span)}
        linked = {number for span in _linked_spans(item) for number in self._column.touching(span)}
        return own, linked

    def _enter(self, item: Item) -> set[int]:
        if isinstance(item, Zone):
            return set()
        own, linked = self._places(item)
        for number in own:
            self.own[number].add(item.id)
        for number in linked:
            self.linked[number].add(item.id)
        if isinstance(item, Quote) and own:
            self.heads[min(own)].add(item.id)
        return own | linked

    def _leave(self, item: Item) -> set[int]:
        own, linked = self._places(item)
        for number in own:
            self.own[number].discard(item.id)
            self.heads[number].discard(item.id)
        for number in linked:
            self.linked[number].discard(item.id)
        return own | linked
