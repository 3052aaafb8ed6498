"""Appraisal: what a person settles teaches what is doubtful; the articles' doubt is kept up."""

from collections.abc import Iterator, Sequence

from rotstift.model.annotations import Annotations
from rotstift.model.appraising import appraise
from rotstift.model.doubt import base_doubt, expected_wrong
from rotstift.model.edit import Put, Step
from rotstift.model.experience import Experience, likeness
from rotstift.model.history import EntryKind
from rotstift.model.items import Markable, Standing, Status
from rotstift.store.records import Change, LogEntry

SMALL = 300
"""Items up to which an article's doubt is worked out within each edit (some 2 ms); else when idle."""
FEW = 10
"""Articles of one edit up to which the same holds."""
NO_NEWS = frozenset(("suggest", "identify", "fragment", "note", "zone", "import", "scheme"))
"""Edits that say nothing about whether a suggestion was right."""


def doubt_of(text: str, state: Annotations, experience: Experience) -> float:
    """How many places of an article are probably wrong; none where a person is done with it."""
    if state.status in (Status.CONFIRMED, Status.SKIPPED):
        return 0.0
    return round(expected_wrong(appraise(text, state, experience)), 3)


def outcomes(entry: LogEntry, change: Change) -> Iterator[tuple[Markable, bool, int]]:
    """The suggestions that a change settled: each with whether it was wrong; -1 where that is undone."""
    if entry.kind is EntryKind.MACHINE or entry.name in NO_NEWS:
        return
    sign = -1 if entry.kind is EntryKind.UNDO else 1
    old, new = change.backward, change.forward
    if sign < 0:
        old, new = new, old
    after = _put(new)
    for item_id, item in _put(old).items():
        if item.origin.standing is Standing.SUGGESTED:
            left = after.get(item_id)
            if left is None or left.origin.standing is not Standing.SUGGESTED:
                checked = left is not None and left.origin.standing is Standing.CHECKED
                yield item, not checked, sign


def _put(steps: Sequence[Step]) -> dict[str, Markable]:
    return {
        step.item.id: step.item
        for step in steps
        if isinstance(step, Put) and isinstance(step.item, Markable)
    }


def learn(experience: Experience, entry: LogEntry, change: Change, text: str) -> None:
    """Take in what a change says about suggestions like those that it settled."""
    nothing = Annotations(len(text))
    for item, wrong, sign in outcomes(entry, change):
        alike, expected = likeness(item, text), base_doubt(item, nothing)
        experience.learn(alike, expected, wrong=wrong, sign=sign)


def meet(experience: Experience, text: str, state: Annotations) -> None:
    """A confirmed article's names are known from now on."""
    experience.meet(entity.span.of(text) for entity in state.entities)
