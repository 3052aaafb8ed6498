"""Effort: what a correction costs in actions and active seconds; counted in the window, kept in the log.

An action is a key, a chord, a click, a double click or a drag, as in the keystroke-level model without
its times (Card, Moran and Newell 1983). What is typed into a text field is no correcting and is not
counted; going to a place counts towards the correction that follows it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from rotstift.model.history import EntryKind
from rotstift.store.records import LogEntry

ACTIONS = "actions"
"""The word of a log entry that says how many actions it took; entries without it were not measured."""
PAUSE = 60.0
"""Seconds between two edits from which the time between them counts as a pause."""


class Meter:
    """Counts a person's actions until a log entry takes them."""

    def __init__(self) -> None:
        self._actions = 0
        self.on = False
        """True where somebody counts: a script has no actions, and its entries say nothing of them."""

    @property
    def actions(self) -> int:
        """Actions since the last entry."""
        return self._actions

    def count(self, actions: int = 1) -> None:
        """So many more; a negative number takes back what was no action of its own."""
        self._actions = max(0, self._actions + actions)

    def words(self, words: Mapping[str, str]) -> dict[str, str]:
        """An entry's words with the actions that it took; those of an older entry are left out."""
        rest = {key: word for key, word in words.items() if key != ACTIONS}
        return {**rest, ACTIONS: str(self._actions)} if self.on else rest

    def taken(self) -> None:
        """They are on disk."""
        self._actions = 0


def actions_of(entry: LogEntry) -> int | None:
    """How many actions an entry took; None where nobody counted."""
    word = entry.words.get(ACTIONS, "")
    return int(word) if word.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Effort:
    """What some work took. None stands for "not measured", or for nothing to divide by."""

    confirmed: int
    """How often an article was confirmed, and not taken back."""
    corrections: int
    """Edits that stand, accepting and confirming left out."""
    actions: int | None
    seconds: float
    """Active seconds."""
    actions_per_article: float | None
    actions_per_correction: float | None
    seconds_per_article: float | None
    seconds_per_correction: float | None


NO_CORRECTION = frozenset(
    ("accept", "confirm", "new", "in_progress", "skipped", "flagged", "zone", "note", "scheme")
)
"""Edits that correct nothing."""


def effort(entries: Iterable[LogEntry]) -> Effort:
    """The effort of these entries, oldest first; undoing and redoing are work like the rest."""
    every = list(entries)
    signs = {EntryKind.EDIT: 1, EntryKind.REDO: 1, EntryKind.UNDO: -1}
    confirmed = sum(signs.get(one.kind, 0) for one in every if one.name == "confirm")
    corrections = sum(signs.get(one.kind, 0) for one in every if one.name not in NO_CORRECTION)
    counted = [number for one in every if (number := actions_of(one)) is not None]
    actions = sum(counted) if counted else None
    seconds = active_seconds(every)
    return Effort(
        max(confirmed, 0),
        max(corrections, 0),
        actions,
        round(seconds, 1),
        _share(actions, confirmed),
        _share(actions, corrections),
        _share(seconds, confirmed),
        _share(seconds, corrections),
    )


def _share(amount: float | None, count: int) -> float | None:
    return round(amount / count, 1) if amount is not None and count > 0 else None


def active_seconds(entries: Iterable[LogEntry]) -> float:
    """Time between neighbouring edits, pauses left out."""
    times = [datetime.fromisoformat(entry.at).timestamp() for entry in entries]
    gaps = (later - earlier for earlier, later in pairwise(times))
    return sum(gap for gap in gaps if 0 <= gap <= PAUSE)
