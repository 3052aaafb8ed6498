"""Rescheming: a changed scheme and all that it makes of the annotations, as one entry."""

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from rotstift.model.scheme_edit import Became, Draft, Group, labels_of, steps_for
from rotstift.session.session import Session
from rotstift.store.project import SCHEME
from rotstift.store.scheme_use import Use

_NAMED = 4
"""Changes that the history names one by one."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What happens to everything that has one label."""

    group: Group
    old: str
    new: str
    """Empty where it is removed."""
    use: Use


def uses(session: Session) -> Iterator[dict[Group, dict[str, Use]]]:
    """How often each label occurs: what is known so far, step by step. Raises StoreError."""
    known: dict[Group, dict[str, Use]] = {group: {} for group in Group}
    for group in Group:
        for found in session.project.scheme_use.counts(group.value):
            known[group] = found
            yield dict(known)


def effects(draft: Draft, used: Mapping[Group, Mapping[str, Use]]) -> list[Effect]:
    """What a draft does to existing annotations, in the scheme's order."""
    return [
        Effect(group, label.id, names[label.id], used.get(group, {}).get(label.id, Use()))
        for group in Group
        for names in (draft.became.get(group, {}),)
        for label in labels_of(draft.first, group)
        if label.id in names
    ]


def concerned(session: Session, became: Became) -> Iterator[str]:
    """The articles that something is changed in, in the order of their ids. Raises StoreError."""
    look = session.project.scheme_use.articles
    found = heapq.merge(*(look(group.value, names) for group, names in became.items()))
    return (one for one, _same in groupby(found))


def apply_draft(session: Session, draft: Draft) -> Iterator[int]:
    """Write the scheme and every article that it changes: one entry, undone as one.

    Says after each article how many are done. One transaction: closed before its end, nothing has
    happened. Raises StoreError, and then nothing has happened either.
    """
    prepared = (
        (one, steps_for(session.state_of(one), draft.became))
        for one in concerned(session, draft.became)
    )
    settings = {SCHEME: draft.scheme.source}
    yield 0
    yield from session.do_slowly(prepared, SCHEME, {"text": summary(draft)}, settings)


def summary(draft: Draft) -> str:
    """What becomes what, as the history says it."""
    pairs = [
        f"{old} → {new or '×'}" for names in draft.became.values() for old, new in names.items()
    ]
    return ", ".join(pairs[:_NAMED]) + (" …" if len(pairs) > _NAMED else "") or draft.scheme.name
