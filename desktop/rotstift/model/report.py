"""Report: what an export did with every item it was asked to write. Nothing goes missing in silence."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from rotstift.model.span import Span


class Outcome(StrEnum):
    """What became of an item."""

    WRITTEN = "written"
    """As it stands."""
    ADAPTED = "adapted"
    """Written in another shape or place; the case says how."""
    IMPOSSIBLE = "impossible"
    """The format cannot carry it; the case says why."""


@dataclass(frozen=True, slots=True)
class Case:
    """One item that was not written as it stands."""

    article: str
    """The article's id."""
    kind: str
    """entity, quote, speaker, negative, zone, ..."""
    outcome: Outcome
    reason: str
    """In a person's words: "is part of a token"."""
    span: Span | None = None
    """Where it stands, where it stands anywhere."""
    text: str = ""
    """What stands there."""

    def to_json(self) -> dict[str, Any]:
        """Plain values for report.json."""
        place = [self.span.start, self.span.end] if self.span else None
        return {
            "article": self.article,
            "kind": self.kind,
            "outcome": self.outcome.value,
            "reason": self.reason,
            "span": place,
            "text": self.text,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Case":
        """The case that `to_json` wrote. Raises KeyError or ValueError for anything else."""
        place = data["span"]
        span = Span(place[0], place[1]) if place else None
        outcome = Outcome(data["outcome"])
        return cls(data["article"], data["kind"], outcome, data["reason"], span, data["text"])


@dataclass(slots=True)
class Report:
    """Counts for each kind, the cases behind them, and sentences for the reader.

    The exporter says `ask` for every item on its way in and one outcome on its way out; `gaps`
    names the kinds where the two do not add up.
    """

    asked: Counter[str] = field(default_factory=Counter)
    outcomes: dict[Outcome, Counter[str]] = field(
        default_factory=lambda: {outcome: Counter() for outcome in Outcome}
    )
    cases: list[Case] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What else the reader must know, a sentence each."""

    def ask(self, kind: str, number: int = 1) -> None:
        """So many items of the kind came in."""
        self.asked[kind] += number

    def written(self, kind: str, number: int = 1) -> None:
        """So many items of the kind were written as they stand."""
        self.outcomes[Outcome.WRITTEN][kind] += number

    def add(self, case: Case) -> None:
        """An item was adapted or impossible."""
        self.outcomes[case.outcome][case.kind] += 1
        self.cases.append(case)

    def count(self, outcome: Outcome, kind: str) -> int:
        """How many items of the kind had this outcome."""
        return self.outcomes[outcome][kind]

    @property
    def kinds(self) -> list[str]:
        """All kinds that came in or went out, sorted."""
        seen = {kind for counter in self.outcomes.values() for kind in counter}
        return sorted(seen | set(self.asked))

    @property
    def gaps(self) -> list[str]:
        """The kinds where asked is not written + adapted + impossible; empty when all is well."""
        return [kind for kind in self.kinds if self.asked[kind] != self._out(kind)]

    @property
    def lossless(self) -> bool:
        """True when everything was written as it stands."""
        return not self.cases and not self.gaps

    def _out(self, kind: str) -> int:
        return sum(counter[kind] for counter in self.outcomes.values())

    def reasons(self) -> dict[tuple[str, Outcome, str], int]:
        """(kind, outcome, reason) -> how often."""
        return Counter((case.kind, case.outcome, case.reason) for case in self.cases)

    def to_json(self) -> dict[str, Any]:
        """Plain values for report.json: a row a kind, then the cases, then the notes."""
        kinds = {
            kind: {"asked": self.asked[kind]}
            | {outcome.value: self.count(outcome, kind) for outcome in Outcome}
            for kind in self.kinds
        }
        cases = [case.to_json() for case in self.cases]
        return {"kinds": kinds, "cases": cases, "notes": list(self.notes)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Report":
        """The report that `to_json` wrote. Raises KeyError or ValueError for anything else."""
        report = cls(notes=list(data["notes"]))
        for kind, row in data["kinds"].items():
            report.asked[kind] = int(row["asked"])
            for outcome in Outcome:
                report.outcomes[outcome][kind] = int(row[outcome.value])
        report.cases = [Case.from_json(case) for case in data["cases"]]
        return report
