"""Changes of a scheme: each one a value; what they make of the scheme, and of the annotations."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from rotstift.model.annotations import Annotations
from rotstift.model.edit import Drop, Put, Step
from rotstift.model.items import (
    PART,
    ROLES,
    Entity,
    Mention,
    Negative,
    Quote,
    Standing,
    role_spans,
    with_more,
)
from rotstift.model.scheme import Label, Scheme, SchemeError, understood
from rotstift.model.scheme_toml import with_source
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence


class Group(StrEnum):
    """The four tables of a scheme, as its TOML calls them."""

    LABEL = "label"
    TYPE = "quote_type"
    ROLE = "role"
    REASON = "reason"


_FIELDS = {
    Group.LABEL: "labels",
    Group.TYPE: "quote_types",
    Group.ROLE: "roles",
    Group.REASON: "reasons",
}
_TWICE = QT_TRANSLATE_NOOP("Messages", "“{id}” is there already; merge the two instead.")
_NO_ID = QT_TRANSLATE_NOOP("Messages", "A label needs a name of its own, without spaces around it.")
_NO_WORDS = QT_TRANSLATE_NOOP("Messages", "“{id}” needs a name in English.")
_FIXED = QT_TRANSLATE_NOOP(
    "Messages",
    "“{id}” is one of the four roles that rules and exports know: change its words, key and place, or "
    "add a role of your own.",
)
_KNOWN = QT_TRANSLATE_NOOP(
    "Messages",
    "Rules and exports know this quote type as “{id}”: change its words, or merge it into another one.",
)
KNOWN_TYPES = ("direct", "indirect", "reported", "free_indirect", "indirect_free")
_LAST = QT_TRANSLATE_NOOP("Messages", "One has to stay.")


class SchemeRule(SchemeError):
    """A change that a scheme does not take."""

    def __init__(self, template: str, **values: object) -> None:
        self.sentence = Sentence(template, **values)
        super().__init__(str(self.sentence))


@dataclass(frozen=True, slots=True)
class Add:
    """A new label at the end of its group."""

    group: Group
    label: Label


@dataclass(frozen=True, slots=True)
class Change:
    """Other words, key, colours, guideline, or another id for a label."""

    group: Group
    id: str
    label: Label


@dataclass(frozen=True, slots=True)
class Merge:
    """What has this label gets the other one."""

    group: Group
    id: str
    into: str


@dataclass(frozen=True, slots=True)
class Remove:
    """The label goes, and what has it."""

    group: Group
    id: str


@dataclass(frozen=True, slots=True)
class Move:
    """So many places down (up where it is negative)."""

    group: Group
    id: str
    step: int


Operation = Add | Change | Merge | Remove | Move
Became = Mapping[Group, Mapping[str, str]]
"""Ids of before and what they are called now; empty for what is removed. Only what is different."""


def labels_of(scheme: Scheme, group: Group) -> tuple[Label, ...]:
    """The labels of one group, in order."""
    labels: tuple[Label, ...] = getattr(scheme, _FIELDS[group])
    return labels


@dataclass(frozen=True)
class Draft:
    """A scheme that is being changed: what it was, what it is by now, and what became of its ids."""

    first: Scheme
    scheme: Scheme
    became: Became = field(default_factory=dict)

    @classmethod
    def of(cls, scheme: Scheme) -> "Draft":
        """Nothing is changed yet."""
        return cls(scheme, scheme)

    def then(self, operation: Operation) -> "Draft":
        """After one more change. Raises SchemeRule, or SchemeError for what TOML or keys are against."""
        group = operation.group
        labels = list(labels_of(self.scheme, group))
        match operation:
            case Add(_, label):
                labels.append(_checked(label, labels))
            case Change(_, old, label):
                labels = _changed(labels, group, old, label)
            case Merge(_, old, into):
                labels = _merged(labels, group, old, into)
            case Remove(_, old):
                labels = _without(labels, group, old)
            case Move(_, old, step):
                labels = _moved(labels, old, step)
        changed = {_FIELDS[group]: tuple(labels)}
        scheme = with_source(replace(self.scheme, **changed))  # type: ignore[arg-type]
        return Draft(self.first, scheme, self._now(operation))

    def towards(self, scheme: Scheme) -> "Draft":
        """The change to a whole other scheme; what that does not know of the first one is removed."""
        became = {}
        for group in Group:
            meant = {
                label.id: understood(labels_of(scheme, group), label.id)
                for label in labels_of(self.first, group)
            }
            became[group] = {old: new for old, new in meant.items() if old != new}
        return Draft(self.first, with_source(scheme), became)

    @property
    def changed(self) -> bool:
        """Whether anything is different from the first scheme, however that is written."""
        return replace(self.first, source="") != replace(self.scheme, source="")

    def _now(self, operation: Operation) -> Became:
        match operation:
            case Change(group, old, Label(id=new)) if old != new:
                return self._renamed(group, old, new)
            case Merge(group, old, new):
                return self._renamed(group, old, new)
            case Remove(group, old):
                return self._renamed(group, old, "")
            case _:
                return self.became

    def _renamed(self, group: Group, old: str, new: str) -> Became:
        """What was called `old` a moment ago is called `new`."""
        before = self.became.get(group, {})
        names = [label.id for label in labels_of(self.first, group)]
        now = {name: before.get(name, name) for name in names}
        now = {name: new if one == old else one for name, one in now.items()}
        mine = {name: one for name, one in now.items() if name != one}
        return {**self.became, group: mine}


def _index(labels: Sequence[Label], label_id: str) -> int:
    return next(place for place, label in enumerate(labels) if label.id == label_id)


def _checked(label: Label, others: Iterable[Label]) -> Label:
    if not label.id or label.id != label.id.strip() or label.id == PART:
        raise SchemeRule(_NO_ID)
    if any(one.id == label.id for one in others):
        raise SchemeRule(_TWICE, id=label.id)
    return label


def _changed(labels: list[Label], group: Group, old: str, label: Label) -> list[Label]:
    place = _index(labels, old)
    if not label.words.get("en", "").strip():
        raise SchemeRule(_NO_WORDS, id=label.id)
    if label.id != old:
        if group is Group.TYPE and old in KNOWN_TYPES:
            raise SchemeRule(_KNOWN, id=old)
        if group is Group.ROLE and old in ROLES:
            raise SchemeRule(_FIXED, id=old)
        _checked(label, labels)
        names = dict.fromkeys((*label.was, old))
        label = replace(label, was=tuple(name for name in names if name != label.id))
    return [*labels[:place], label, *labels[place + 1 :]]


def _merged(labels: list[Label], group: Group, old: str, into: str) -> list[Label]:
    gone, stays = labels[_index(labels, old)], labels[_index(labels, into)]
    names = tuple(dict.fromkeys((*stays.was, old, *gone.was)))
    kept = replace(stays, was=names)
    return [kept if label is stays else label for label in _without(labels, group, old)]


def _without(labels: list[Label], group: Group, old: str) -> list[Label]:
    if group is Group.ROLE and old in ROLES:
        raise SchemeRule(_FIXED, id=old)
    if len(labels) == 1:
        raise SchemeRule(_LAST)
    return [label for label in labels if label.id != old]


def _moved(labels: list[Label], old: str, step: int) -> list[Label]:
    place = _index(labels, old)
    rest = [*labels[:place], *labels[place + 1 :]]
    at = min(max(place + step, 0), len(rest))
    return [*rest[:at], labels[place], *rest[at:]]


def steps_for(state: Annotations, became: Became) -> tuple[Step, ...]:
    """What the changes do to one article. Who made an item, and how sure it is, stays as it is.

    Of two entities that say the same of the same words afterwards one stays, the more settled one; the
    quotes in a removed one move up to its parent; the notes on what goes, go.
    """
    put: dict[str, Entity | Quote | Negative] = {}
    gone = set[str]()
    for entity in state.entities:
        _rename(entity, "label", became.get(Group.LABEL, {}), put, gone)
    for quote in state.quotes:
        _rename(quote, "type", became.get(Group.TYPE, {}), put, gone)
        _rename_roles(_quote(put, quote), became.get(Group.ROLE, {}), put)
    for negative in state.negatives:
        _rename(negative, "reason", became.get(Group.REASON, {}), put, gone)
    gone |= _doubled(state, put, gone)
    for quote in state.quotes:
        parent = _standing_parent(state, quote, gone)
        if parent != quote.parent and quote.id not in gone:
            put[quote.id] = replace(_quote(put, quote), parent=parent)
    notes = (note.id for note in state.notes if note.target in gone)
    drops = (Drop(item_id) for item_id in (*sorted(gone), *notes))
    return (*drops, *(Put(item) for key, item in put.items() if key not in gone))


def _rename(
    item: Entity | Quote | Negative,
    name: str,
    names: Mapping[str, str],
    put: dict[str, Entity | Quote | Negative],
    gone: set[str],
) -> None:
    new = names.get(getattr(item, name))
    if new == "":
        gone.add(item.id)
    elif new is not None:
        put[item.id] = replace(item, **{name: new})  # type: ignore[arg-type]


def _rename_roles(
    quote: Quote, names: Mapping[str, str], put: dict[str, Entity | Quote | Negative]
) -> None:
    """What fills a role of the scheme's own goes to the role that it became, one of the four included."""
    changed = quote
    for role, spans in quote.more:
        new = names.get(role)
        if new is None:
            continue
        changed = with_more(changed, role, ())
        if new in ROLES:
            changed = _filled(changed, new, spans)
        elif new:
            changed = with_more(changed, new, (*role_spans(changed, new), *spans))
    if changed != quote:
        put[quote.id] = changed


def _filled(quote: Quote, role: str, spans: tuple[Span, ...]) -> Quote:
    there = role_spans(quote, role)
    fresh = [span for span in spans if span not in there]
    if role == "cue":
        return replace(quote, cue=tuple(sorted((*quote.cue, *fresh))))
    mentions = (*getattr(quote, role), *map(Mention, fresh))
    return replace(quote, **{role: mentions})  # type: ignore[arg-type]


def _quote(put: Mapping[str, Entity | Quote | Negative], quote: Quote) -> Quote:
    now = put.get(quote.id, quote)
    assert isinstance(now, Quote)
    return now


_SETTLED = {Standing.MADE: 0, Standing.CHECKED: 1, Standing.SUGGESTED: 2}


def _doubled(
    state: Annotations, put: Mapping[str, Entity | Quote | Negative], gone: set[str]
) -> set[str]:
    changed = {item.span for item in put.values() if isinstance(item, Entity)}
    noted = {note.target for note in state.notes}
    now = [put.get(one.id, one) for one in state.entities if one.id not in gone]
    meant = [one for one in now if isinstance(one, Entity) and one.span in changed]
    meant.sort(key=lambda one: (one.id not in noted, _SETTLED[one.origin.standing]))
    seen, doubled = set[tuple[object, str]](), set[str]()
    for one in meant:
        if (one.span, one.label) in seen and one.id not in noted:
            doubled.add(one.id)
        seen.add((one.span, one.label))
    return doubled


def _standing_parent(state: Annotations, quote: Quote, gone: set[str]) -> str | None:
    parent = quote.parent
    while parent in gone:
        above = state.quote(parent)
        parent = above.parent if above else None
    return parent
