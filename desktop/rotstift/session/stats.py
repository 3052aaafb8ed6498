"""Stats: how far the project is, what was corrected, how often suggestions were right."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rotstift.model.edit import Put, Step
from rotstift.model.history import EntryKind
from rotstift.model.items import Markable, Standing, Status
from rotstift.model.same import Deed
from rotstift.session.effort import effort
from rotstift.session.session import Session
from rotstift.store.figures import Figures
from rotstift.store.records import Change, LogEntry


@dataclass(frozen=True, slots=True)
class Pace:
    """What persons did, and how right the pipeline was for them."""

    edits: dict[str, int]
    """Edits by what they did; those undone are left out."""
    acceptance: float | None
    """Share of settled suggestions that were accepted as they were; None while there is none.

    A suggestion is settled when it is accepted, or when a correction changes it or takes it away.
    """
    seconds: float
    """Active seconds: gaps of more than a minute between edits are pauses."""
    seconds_per_article: float | None
    """Active seconds for each time that an article was confirmed; None while there is none."""
    seconds_per_correction: float | None
    actions: int | None
    """Keys, clicks and drags that the window counted; None where none of the work was done in it."""
    actions_per_article: float | None
    actions_per_correction: float | None


@dataclass(frozen=True, slots=True)
class Stats(Pace):
    """The same with the counts of one project."""

    articles: int
    statuses: dict[str, int]
    suggested: int
    """Items that wait for a person."""
    checked: int
    """Suggestions accepted as they were."""
    made: int
    """Items made or changed by a person."""

    def to_json(self) -> dict[str, Any]:
        """Plain values, for --json; the counts first."""
        return {name: getattr(self, name) for name in (*Stats.__slots__, *Pace.__slots__)}


def stats(session: Session, since: datetime | None = None) -> Stats:
    """The project's stats, counted from the articles and the log; `since` as for `pace`."""
    work, tallies = pace(session, since), session.project.figures.tallies()
    done: dict[str, Any] = {name: getattr(work, name) for name in Pace.__slots__}
    return Stats(
        **done,
        articles=sum(tallies.statuses.values()),
        statuses={status.value: tallies.statuses.get(status.value, 0) for status in Status},
        suggested=tallies.suggested,
        checked=tallies.checked,
        made=tallies.made,
    )


def pace(session: Session, since: datetime | None = None) -> Pace:
    """What the log says alone; how many articles there are makes it no slower.

    `since` leaves out what was done before; it must know its zone.
    """
    figures = session.project.figures
    entries = [entry for entry in figures.log(since) if _counts(entry, since)]
    done = standing_edits(entries)
    took = effort(entries)
    accepted = done["accept"] + _accepted_by_confirming(entries)
    settled = accepted + _rejected(figures, entries)
    return Pace(
        edits=dict(sorted(done.items())),
        acceptance=accepted / settled if settled else None,
        seconds=took.seconds,
        seconds_per_article=took.seconds_per_article,
        seconds_per_correction=took.seconds_per_correction,
        actions=took.actions,
        actions_per_article=took.actions_per_article,
        actions_per_correction=took.actions_per_correction,
    )


def _counts(entry: LogEntry, since: datetime | None) -> bool:
    """By a person, and recent: suggestions asked for again are undoable, but a pipeline's work."""
    if entry.name == "suggest":
        return False
    return since is None or datetime.fromisoformat(entry.at) >= since


def _accepted_by_confirming(entries: Iterable[LogEntry]) -> int:
    """Suggestions that confirming an article has accepted; undone ones taken off again."""
    confirmed = [entry for entry in entries if entry.name == "confirm"]
    count = sum(
        int(entry.words.get("count", "0")) * (-1 if entry.kind is EntryKind.UNDO else 1)
        for entry in confirmed
    )
    return max(0, count)  # an undo may stand alone: what it undid is from before


CORRECTIONS = frozenset(
    (
        "relabel",
        "move_border",
        "remove",
        "deny",
        "set_speaker",
        "set_cue",
        "set_addressee",
        "set_via",
        "add_part",
        "split",
        "join",
        "fragment",
        *(f"same_{deed.value}" for deed in Deed),
    )
)
"""Edits that say a suggestion was wrong, where they are done to one."""


def _rejected(figures: Figures, entries: Iterable[LogEntry]) -> int:
    """Suggestions that the corrections among these entries have changed or taken away.

    What a person corrects of their own or of accepted marks says nothing about the pipeline.
    """
    standing: Counter[int] = Counter()
    for entry in entries:
        if entry.name in CORRECTIONS:
            standing[entry.target or entry.seq] += -1 if entry.kind is EntryKind.UNDO else 1
    changes = figures.changes(seq for seq, count in standing.items() if count > 0)
    return sum(_suggestions_lost(change) for change in changes)


def _suggestions_lost(change: Change) -> int:
    """How many suggestions stood before the change that are none, or not there, after it."""
    return len(_suggested(change.backward) - _suggested(change.forward))


def _suggested(steps: Iterable[Step]) -> set[str]:
    """The ids of the items that these steps leave as suggestions."""
    return {
        step.item.id
        for step in steps
        if isinstance(step, Put)
        and isinstance(step.item, Markable)
        and step.item.origin.standing is Standing.SUGGESTED
    }


def standing_edits(entries: Iterable[LogEntry]) -> Counter[str]:
    """How many edits of each name stand: done, and not undone."""
    counts: Counter[str] = Counter()
    for entry in entries:
        if entry.kind is EntryKind.UNDO:
            counts[entry.name] -= 1
        elif entry.kind in (EntryKind.EDIT, EntryKind.REDO):
            counts[entry.name] += 1
    return +counts
