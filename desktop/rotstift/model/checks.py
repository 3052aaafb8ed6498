"""What is wrong with a state: the rules that every change must keep."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rotstift.model.annotations import Annotations
from rotstift.model.items import (
    Item,
    Note,
    Quote,
    role_spans,
    roles_of,
    spans_of,
)
from rotstift.model.scheme import Scheme
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence

_BEYOND = QT_TRANSLATE_NOOP(
    "Messages", "The span {start} to {end} ends after the text ({length} characters)."
)
_HANGING = QT_TRANSLATE_NOOP("Messages", "Something still refers to the removed item ({item}).")
_LOST_NOTE = QT_TRANSLATE_NOOP("Messages", "A note refers to an item that is not there ({item}).")
_NO_PART = QT_TRANSLATE_NOOP("Messages", "A quote needs at least one part.")
_DISORDER = QT_TRANSLATE_NOOP(
    "Messages", "The parts of a quote must stand in text order and not overlap."
)
_LOST_PARENT = QT_TRANSLATE_NOOP("Messages", "A quote stands in one that is not there ({item}).")
_CIRCLE = QT_TRANSLATE_NOOP("Messages", "A quote cannot stand in itself.")
_NO_LABEL = QT_TRANSLATE_NOOP("Messages", "The label “{label}” is not in the scheme.")
_NO_TYPE = QT_TRANSLATE_NOOP("Messages", "The quote type “{type}” is not in the scheme.")


class EditError(ValueError):
    """The change would break a rule, or there is nothing to change; one sentence for the person."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def check_change(state: Annotations, put: Sequence[Item], drop: Sequence[str]) -> None:
    """Raise EditError when the items put, or what hangs on those dropped, break a rule."""
    for item in put:
        for problem in item_problems(item, state):
            raise EditError(problem)
    if drop:
        gone = set(drop)
        for item in _hanging(state, gone):
            raise EditError(Sentence(_HANGING, item=item.id))


def _hanging(state: Annotations, gone: set[str]) -> Iterable[Item]:
    yield from (quote for quote in state.quotes if quote.parent in gone)
    yield from (note for note in state.notes if note.target in gone)


def item_problems(item: Item, state: Annotations) -> list[Sentence]:
    """One sentence for each broken rule of this item within the state."""
    problems = [_beyond(span, state) for span in spans_of(item) if span.end > state.length]
    if isinstance(item, Quote):
        problems += _quote_problems(item, state)
    if isinstance(item, Note) and item.target and item.target not in state.items:
        problems.append(Sentence(_LOST_NOTE, item=item.target))
    return problems


def _beyond(span: Span, state: Annotations) -> Sentence:
    return Sentence(_BEYOND, start=span.start, end=span.end, length=state.length)


def _quote_problems(quote: Quote, state: Annotations) -> list[Sentence]:
    problems = [
        _beyond(span, state)
        for role in roles_of(quote)
        for span in role_spans(quote, role)
        if span.end > state.length
    ]
    if not quote.parts:
        problems.append(Sentence(_NO_PART))
    elif not _in_order(quote.parts):
        problems.append(Sentence(_DISORDER))
    if quote.parent is not None and state.quote(quote.parent) is None:
        problems.append(Sentence(_LOST_PARENT, item=quote.parent))
    elif _stands_in_itself(quote, state):
        problems.append(Sentence(_CIRCLE))
    return problems


def _in_order(parts: Sequence[Span]) -> bool:
    return all(left.end <= right.start for left, right in pairwise(parts))


def _stands_in_itself(quote: Quote, state: Annotations) -> bool:
    seen = {quote.id}
    above = quote.parent
    while above is not None:
        if above in seen:
            return True
        seen.add(above)
        parent = state.quote(above)
        above = parent.parent if parent else None
    return False


def state_problems(state: Annotations, scheme: Scheme) -> list[Sentence]:
    """Every broken rule of the whole state, unknown labels included."""
    problems = [problem for item in state.items.values() for problem in item_problems(item, state)]
    labels = {label.id for label in scheme.labels}
    types = {kind.id for kind in scheme.quote_types}
    problems += [
        Sentence(_NO_LABEL, label=entity.label)
        for entity in state.entities
        if entity.label not in labels
    ]
    problems += [
        Sentence(_NO_TYPE, type=quote.type) for quote in state.quotes if quote.type not in types
    ]
    return problems
