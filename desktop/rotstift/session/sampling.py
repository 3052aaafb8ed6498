"""Sampling: how often suggestions are wrong, told by those that the lot has chosen, beside the others.

What a person looks at because it is doubtful is wrong more often than the rest: taken for all, it would make
the pipeline look worse than it is; and what nobody looks at before the article is confirmed makes it look better.
"""

from dataclasses import asdict, dataclass, field
from typing import Any

from rotstift.model.sampling import drawn, wilson
from rotstift.session.appraisal import outcomes
from rotstift.session.session import SHARE
from rotstift.store.records import Change, LogEntry

CONFIRM = "confirm"
"""The edit that accepts whatever is left."""


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

    drawn: Wrong = field(default_factory=Wrong)
    """By lot: the honest estimate for all suggestions."""
    looked_at: Wrong = field(default_factory=Wrong)
    """Settled one by one, and not drawn: mostly doubtful ones."""
    passed_by: int = 0
    """Of the drawn ones, those that were only accepted with their article: nobody may have looked."""

    def count(self, entry: LogEntry, change: Change) -> None:
        """Count what an edit that stands says; nothing where no share was drawn when it was done."""
        word = entry.words.get(SHARE, "")
        if not word.isdecimal():
            return
        all_at_once = entry.name == CONFIRM
        for item, wrong, _ in outcomes(entry, change):
            if drawn(item.id, int(word)):
                self.drawn.add(wrong=wrong)
                self.passed_by += all_at_once
            elif not all_at_once:
                self.looked_at.add(wrong=wrong)

    def to_json(self) -> dict[str, Any]:
        """Plain values, for --json."""
        return {
            "sample": {**self.drawn.to_json(), "accepted_unseen": self.passed_by},
            "looked_at": self.looked_at.to_json(),
        }
