"""Fresh suggestions: which of a pipeline's items come into an article, and what goes for them."""

from collections.abc import Sequence
from dataclasses import replace

from rotstift.model.annotations import Annotations
from rotstift.model.edit import Drop, Put, Step
from rotstift.model.items import Entity, Markable, Negative, Quote, Standing, label_of
from rotstift.model.scheme import Scheme, understood


def suggestion_steps(
    state: Annotations, items: Sequence[Markable], *, again: bool
) -> tuple[Step, ...]:
    """The steps that put a pipeline's items into an article, as `Session.take_suggestions` promises."""
    noted = {note.target for note in state.notes}
    untouched = [
        item
        for item in state.markables
        if item.origin.standing is Standing.SUGGESTED and item.id not in noted
    ]
    gone = {item.id for item in untouched} if again else set()
    stays = [item for item in state.markables if item.id not in gone]
    taken = state.items.keys() - gone  # ids that a plug-in might give once more
    fresh = [
        item
        for item in items
        if item.id not in taken and not any(_in_the_way(item, other) for other in stays)
    ]
    known = {item.id for item in (*stays, *fresh)}
    drops: list[Step] = [Drop(item_id) for item_id in sorted(gone)]
    orphans = [Put(_with_known_parent(item, known)) for item in stays if _lost(item, known)]
    return (*drops, *orphans, *(Put(_with_known_parent(item, known)) for item in fresh))


def first_suggestions(state: Annotations, items: Sequence[Markable]) -> tuple[Step, ...]:
    """The items that stand in nobody's way, as steps."""
    return suggestion_steps(state, items, again=False)


def _in_the_way(item: Markable, other: Markable) -> bool:
    """True when two items say something about the same words on the same layer."""
    if isinstance(item, Entity) or isinstance(other, Entity):
        return type(item) is type(other) and item.span.overlaps(other.span)
    if isinstance(item, Quote) and isinstance(other, Quote):
        return any(one.overlaps(two) for one in item.parts for two in other.parts)
    return item.span == other.span


def _lost(item: Markable, known: set[str]) -> bool:
    return isinstance(item, Quote) and item.parent is not None and item.parent not in known


def _with_known_parent(item: Markable, known: set[str]) -> Markable:
    return replace(item, parent=None) if isinstance(item, Quote) and _lost(item, known) else item


def as_of_now(item: Markable, scheme: Scheme) -> Markable | None:
    """The item in the scheme's words of now; None for a label that this scheme has not.

    A pipeline that was trained with another scheme, or before this one was changed, says labels that are
    called otherwise by now, or are none any more.
    """
    groups = {Entity: scheme.labels, Quote: scheme.quote_types, Negative: scheme.reasons}
    said = label_of(item)
    now = understood(groups[type(item)], said)
    if not now or now == said:
        return item if now else None
    match item:
        case Entity():
            return replace(item, label=now)
        case Quote():
            return replace(item, type=now)
        case Negative():
            return replace(item, reason=now)
