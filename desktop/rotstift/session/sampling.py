"""Sampling: how often suggestions are wrong, told by those that the lot has chosen, beside the others.

What a person looks at because it is doubtful is wrong more often than the rest: taken for all, it would make
the pipeline look worse than it is; and what nobody looks at before the article is confirmed makes it look better.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from rotstift.model.history import EntryKind
from rotstift.model.sampling import drawn, wilson
from rotstift.session.appraisal import outcomes
from rotstift.session.session import SHARE, Session
from rotstift.store.records import LogEntry


@dataclass(slots=True)
class Wrong:
    """How many suggestions of some sort were settled, and how many of these were wrong."""

    settled: int = 0
    wrong: int = 0

    def add(self, *, wrong: bool) -> None:
        """One more."""
        self.settled += 1
        self.wrong += wrong

    @property
    def rate(self) -> float | None:
        """The share of wrong ones; None where nothing was settled."""
        return self.wrong / self.settled if self.settled else None

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies, for 95 % of all such samples (Wilson)."""
        return wilson(self.wrong, self.settled)

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        low, high = self.interval
        return {**asdict(self), "rate": self.rate, "low": round(low, 4), "high": round(high, 4)}


@dataclass(slots=True)
class Sampled:
    """The suggestions settled while a share was drawn, by how they came before a person."""

    drawn: Wrong
    """By lot: the honest estimate for all suggestions."""
    looked_at: Wrong
    """Settled one by one, and not drawn: mostly doubtful ones."""
    passed_by: int = 0
    """Of the drawn ones, those that were only accepted with their article: nobody may have looked."""

    def to_json(self) -> dict[str, Any]:
        """Plain values, for --json."""
        return {
            "sample": {**self.drawn.to_json(), "accepted_unseen": self.passed_by},
            "looked_at": self.looked_at.to_json(),
        }


def sampled(session: Session, since: datetime | None = None) -> Sampled:
    """Counted from the log; what was undone does not count."""
    figures = session.project.figures
    found = Sampled(Wrong(), Wrong())
    for (name, share), numbers in _standing(figures.log(since)).items():
        entry = LogEntry("", "", EntryKind.EDIT, name)
        for change in figures.changes(numbers):
            for item, wrong, _ in outcomes(entry, change):
                by_lot = drawn(item.id, share)
                if by_lot:
                    found.drawn.add(wrong=wrong)
                    found.passed_by += name == "confirm"
                elif name != "confirm":
                    found.looked_at.add(wrong=wrong)
    return found


def _standing(entries: Iterable[LogEntry]) -> dict[tuple[str, int], list[int]]:
    """The edits that stand and were made while a share was drawn, by their name and that share."""
    known: dict[int, tuple[str, int]] = {}
    standing: Counter[int] = Counter()
    for entry in entries:
        seq = entry.target or entry.seq
        if entry.words.get(SHARE, "").isdecimal():
            known[seq] = (entry.name, int(entry.words[SHARE]))
        standing[seq] += -1 if entry.kind is EntryKind.UNDO else 1
    groups: dict[tuple[str, int], list[int]] = {}
    for seq, key in known.items():
        if standing[seq] > 0:
            groups.setdefault(key, []).append(seq)
    return groups
