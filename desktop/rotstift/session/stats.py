"""Stats: how far the project is, what was corrected, how often suggestions were right."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from rotstift.model.history import EntryKind
from rotstift.model.items import Status
from rotstift.session.session import Session
from rotstift.store.records import LogEntry

PAUSE = 60.0
"""Seconds between two edits from which the time between them counts as a pause."""


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of one project."""

    articles: int
    statuses: dict[str, int]
    suggested: int
    """Items that wait for a person."""
    checked: int
    """Suggestions accepted as they were."""
    made: int
    """Items made or changed by a person."""
    edits: dict[str, int]
    """Edits by what they did; those undone are left out."""
    acceptance: float | None
    """Share of settled suggestions that were accepted as they were; None while there is none."""
    seconds: float
    """Active seconds: gaps of more than a minute between edits are pauses."""
    seconds_per_article: float | None
    """Active seconds for each confirmed article; None while there is none."""

    def to_json(self) -> dict[str, Any]:
        """Plain values, for --json."""
        return {name: getattr(self, name) for name in self.__slots__}


def stats(session: Session, since: datetime | None = None) -> Stats:
    """The project's stats, counted from the articles and the log.

    `since` leaves out of edits, acceptance and seconds what was done before; it must know its zone.
    """
    rows = list(session.project.rows())
    statuses = Counter(row.status.value for row in rows)
    entries = [entry for entry in session.project.log() if _counts(entry, since)]
    done = standing_edits(entries)
    confirmed = statuses[Status.CONFIRMED.value]
    seconds = active_seconds(entries)
    accepted = done["accept"] + _accepted_by_confirming(entries)
    rejected = sum(done[name] for name in CORRECTIONS)
    return Stats(
        articles=len(rows),
        statuses={status.value: statuses[status.value] for status in Status},
        suggested=sum(row.suggested for row in rows),
        checked=sum(row.checked for row in rows),
        made=sum(row.made for row in rows),
        edits=dict(sorted(done.items())),
        acceptance=accepted / (accepted + rejected) if accepted + rejected else None,
        seconds=round(seconds, 1),
        seconds_per_article=round(seconds / confirmed, 1) if confirmed else None,
    )


def _counts(entry: LogEntry, since: datetime | None) -> bool:
    """By a person, and recent: suggestions asked for again are undoable, but a pipeline's work."""
    if entry.kind is EntryKind.MACHINE or entry.name == "suggest":
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


CORRECTIONS = (
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
)
"""Edits that say a suggestion was wrong."""


def standing_edits(entries: Iterable[LogEntry]) -> Counter[str]:
    """How many edits of each name stand: done, and not undone."""
    counts: Counter[str] = Counter()
    for entry in entries:
        if entry.kind is EntryKind.UNDO:
            counts[entry.name] -= 1
        elif entry.kind in (EntryKind.EDIT, EntryKind.REDO):
            counts[entry.name] += 1
    return +counts


def active_seconds(entries: Iterable[LogEntry]) -> float:
    """Time between neighbouring edits, pauses left out."""
    times = [datetime.fromisoformat(entry.at).timestamp() for entry in entries]
    gaps = (later - earlier for earlier, later in pairwise(times))
    return sum(gap for gap in gaps if 0 <= gap <= PAUSE)
