"""Verdicts: what persons said about the suggestions, read off the log: kept, or changed into what.

A suggestion gets one verdict: when it is accepted (by itself or with its article), or by the correction
that changes it or takes it away. What is done to marks of a person's own says nothing about a pipeline;
what was undone does not count.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby, islice

from rotstift.model.edit import Put
from rotstift.model.history import EntryKind
from rotstift.model.items import (
    ROLES,
    Entity,
    Item,
    Markable,
    Negative,
    Quote,
    Standing,
    label_of,
    role_spans,
    roles_of,
    spans_of,
)
from rotstift.session.effort import Effort, effort
from rotstift.session.sampling import Sampled
from rotstift.session.session import Session
from rotstift.store.records import Change, LogEntry

KEPT = "kept"
REMOVED = "removed"
BORDERS = "borders"
JOINED = "joined"
DENIED = "negative"
OTHER = "other"
PORTION = 200
"""Entries whose changes are read at a time."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one suggestion."""

    kind: str
    """entity, quote, negative."""
    label: str
    """Its label, type or reason."""
    pipeline: str
    """Name and version."""
    became: str
    """KEPT, another label or type, REMOVED, BORDERS, JOINED, DENIED, a role, or OTHER."""

    @property
    def kept(self) -> bool:
        """True when it was right as it was."""
        return self.became == KEPT


@dataclass(frozen=True, slots=True)
class Rate:
    """How many suggestions of one sort were settled, and how many of these kept."""

    name: str
    settled: int
    kept: int

    @property
    def share(self) -> float:
        """Acceptance rate, 0 to 1. Raises ZeroDivisionError where nothing was settled."""
        return self.kept / self.settled


@dataclass(frozen=True, slots=True)
class Day:
    """One day of work (UTC): its effort, and how right the suggestions were that it settled."""

    date: str
    """ISO 8601."""
    effort: Effort
    settled: int
    kept: int


@dataclass(slots=True)
class Record:
    """Everything that was counted so far."""

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    days: list[Day] = field(default_factory=list)
    lots: Sampled = field(default_factory=Sampled)
    """The suggestions settled while a share was drawn at random."""
    done: int = 0
    total: int = 0
    """Entries of the log that are counted, and that are to be counted."""

    def by(self, *names: str) -> list[Rate]:
        """Acceptance by some fields of the verdicts ("kind", "label"), the most settled first."""
        settled: Counter[str] = Counter()
        kept: Counter[str] = Counter()
        for verdict, count in self.verdicts.items():
            name = " ".join(getattr(verdict, one) for one in names)
            settled[name] += count
            kept[name] += count if verdict.kept else 0
        return [Rate(name, count, kept[name]) for name, count in settled.most_common()]

    def corrections(self) -> Counter[tuple[str, str, str]]:
        """How often a kind and label was corrected into something else."""
        found: Counter[tuple[str, str, str]] = Counter()
        for verdict, count in self.verdicts.items():
            if not verdict.kept:
                found[verdict.kind, verdict.label, verdict.became] += count
        return found


def record(session: Session, since: datetime | None = None) -> Iterator[Record]:
    """Read the log, a portion at a time; the same record after each, further on.

    `since` leaves out what was done before; it must know its zone. Raises StoreError.
    """
    found = Record()
    stands: Counter[int] = Counter()
    for entry in _entries(session, since):
        stands[entry.target or entry.seq] += -1 if entry.kind is EntryKind.UNDO else 1
        found.total += 1
        if found.total % PORTION == 0:
            yield found
    for date, of_day in groupby(_entries(session, since), lambda entry: entry.at[:10]):
        settled, kept = _counts(found)
        worked: list[LogEntry] = []
        while portion := list(islice(of_day, PORTION)):
            _judge(session, portion, stands, found)
            worked += portion
            yield found
        both = _counts(found)
        found.days.append(Day(date, effort(worked), both[0] - settled, both[1] - kept))
    yield found


def _entries(session: Session, since: datetime | None) -> Iterator[LogEntry]:
    """What persons did; suggestions asked for again are undoable, but a pipeline's work."""
    for entry in session.project.figures.log(since):
        if entry.name != "suggest" and (since is None or _when(entry) >= since):
            yield entry


def _judge(
    session: Session, portion: Sequence[LogEntry], stands: Counter[int], found: Record
) -> None:
    standing = {entry.target or entry.seq: entry for entry in portion if _first(entry, stands)}
    for seq, change in session.project.figures.numbered_changes(standing):
        found.verdicts.update(verdicts(change))
        found.lots.count(standing[seq], change)
    found.done += len(portion)


def _when(entry: LogEntry) -> datetime:
    return datetime.fromisoformat(entry.at)


def _first(entry: LogEntry, stands: Counter[int]) -> bool:
    """True for an edit that stands, where it was done; once only, however often it was done again."""
    seq = entry.target or entry.seq
    if entry.kind is EntryKind.UNDO or stands[seq] <= 0:
        return False
    stands[seq] = 0
    return True


def _counts(found: Record) -> tuple[int, int]:
    kept = sum(count for verdict, count in found.verdicts.items() if verdict.kept)
    return found.verdicts.total(), kept


def verdicts(change: Change) -> Iterator[Verdict]:
    """What a change of one article says about the suggestions that it touched."""
    after = {step.item.id: step.item for step in change.forward if isinstance(step, Put)}
    fresh = [item for item in after.values() if isinstance(item, Markable)]
    for step in change.backward:
        old = step.item if isinstance(step, Put) else None
        if not isinstance(old, Markable) or old.origin.standing is not Standing.SUGGESTED:
            continue
        new = after.get(old.id)
        if isinstance(new, Markable) and new.origin.standing is Standing.SUGGESTED:
            continue  # moved to another parent, or the like: nobody has settled it
        became = _became(old, new) if isinstance(new, Markable) else _gone(old, fresh)
        yield Verdict(_kind(old), label_of(old), old.origin.author, became)


def _kind(item: Markable) -> str:
    return type(item).__name__.lower()


def _became(old: Markable, new: Markable) -> str:
    if new.origin.standing is Standing.CHECKED:
        return KEPT
    if type(old) is not type(new) or label_of(old) != label_of(new):
        return label_of(new)
    if spans_of(old) != spans_of(new):
        return BORDERS
    if isinstance(old, Quote) and isinstance(new, Quote):
        return next(
            (role for role in roles_of(new) if _filler(old, role) != _filler(new, role)), OTHER
        )
    return OTHER


def _filler(quote: Quote, role: str) -> object:
    return getattr(quote, role) if role in ROLES else role_spans(quote, role)


def _gone(old: Markable, fresh: Sequence[Item]) -> str:
    """What stands in the place of an item that was taken away."""
    for item in fresh:
        if isinstance(item, Negative) and item.span == old.span:
            return DENIED
        if isinstance(item, Quote) and set(spans_of(old)) <= set(item.parts):
            return JOINED
        if isinstance(item, Entity) and isinstance(old, Entity) and item.span.overlaps(old.span):
            return BORDERS if item.label == old.label else item.label
    return REMOVED
