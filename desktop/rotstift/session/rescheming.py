"""Rescheming: a changed scheme and all that it makes of the annotations, as one entry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rotstift.model.scheme_edit import Became, Draft, Group, labels_of, steps_for
from rotstift.session.session import Session
from rotstift.store.project import SCHEME
from rotstift.store.scheme_use import Use

NAME = "scheme"
"""What the log calls it."""
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


def uses(session: Session) -> dict[Group, dict[str, Use]]:
    """How often each label occurs. Raises StoreError."""
    return {group: session.project.scheme_use.counts(group.value) for group in Group}


def effects(draft: Draft, used: Mapping[Group, Mapping[str, Use]]) -> list[Effect]:
    """What a draft does to existing annotations, in the scheme's order."""
    return [
        Effect(group, label.id, names[label.id], used[group].get(label.id, Use()))
        for group in Group
        for names in (draft.became.get(group, {}),)
        for label in labels_of(draft.first, group)
        if label.id in names
    ]


def concerned(session: Session, became: Became) -> list[str]:
    """The articles that something is changed in. Raises StoreError."""
    look = session.project.scheme_use.articles
    return sorted({one for group, names in became.items() for one in look(group.value, names)})


def apply_draft(session: Session, draft: Draft) -> Iterator[tuple[int, int]]:
    """Write the scheme and every article that it changes: one entry, undone as one.

    Says after each article how many are done, and of how many. One transaction: closed before its end,
    nothing has happened. Raises StoreError, and then nothing has happened either.
    """
    articles = concerned(session, draft.became)
    prepared = ((one, steps_for(session.state_of(one), draft.became)) for one in articles)
    words = {"text": summary(draft), "count": str(len(articles)) if articles else ""}
    told = {key: value for key, value in words.items() if value}
    settings = {SCHEME: draft.scheme.source}
    for done in session.do_slowly(prepared, NAME, told, settings):
        yield done, len(articles)
    yield len(articles), len(articles)


def summary(draft: Draft) -> str:
    """What becomes what, as the history says it."""
    pairs = [
        f"{old} → {new or '×'}" for names in draft.became.values() for old, new in names.items()
    ]
    return ", ".join(pairs[:_NAMED]) + (" …" if len(pairs) > _NAMED else "") or draft.scheme.name
