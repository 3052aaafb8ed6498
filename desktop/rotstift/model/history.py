"""History: undo and redo without limit, read off the log as far back as needed."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class EntryKind(StrEnum):
    """What a log entry is."""

    MACHINE = "machine"
    """Zones found at import, the first suggestions: part of the state, not of the undo stack."""
    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class LogMark:
    """What the stacks need to know of a log entry."""

    seq: int
    """1, 2, 3, ... in the order of writing."""
    kind: EntryKind
    target: int | None = None
    """For undo and redo: the seq of the edit meant."""


class History:
    """Both stacks, whose deeper parts are read only when somebody gets there.

    Reading the log backwards, an `undo` hides the next older step still done, and a `redo` hides the
    next older step still undone; an `edit` ends the redo stack.
    """

    def __init__(self, newest_first: Iterable[LogMark] = ()) -> None:
        self._older: Iterator[LogMark] = iter(newest_first)
        self._undo: deque[int] = deque()
        self._redo: deque[int] = deque()
        self._hidden = 0
        self._read_redo()

    def _read_redo(self) -> None:
        hidden = 0
        for mark in self._older:
            self._meet(mark)
            if mark.kind is EntryKind.EDIT:
                return
            if mark.kind is EntryKind.REDO:
                hidden += 1
            elif mark.kind is EntryKind.UNDO and hidden:
                hidden -= 1
            elif mark.kind is EntryKind.UNDO and mark.target is not None:
                self._redo.appendleft(mark.target)

    def _meet(self, mark: LogMark) -> None:
        """Take one older mark into the undo stack."""
        if mark.kind is EntryKind.UNDO:
            self._hidden += 1
        elif mark.kind in (EntryKind.EDIT, EntryKind.REDO):
            if self._hidden:
                self._hidden -= 1
            else:
                self._undo.appendleft(mark.seq if mark.target is None else mark.target)

    def _fill(self) -> None:
        if not self._undo:
            self._fill_one()

    def _fill_one(self) -> None:
        """Read the log back until one more edit to undo is known, or to its beginning."""
        known = len(self._undo)
        for mark in self._older:
            self._meet(mark)
            if len(self._undo) > known:
                return

    @property
    def undo_target(self) -> int | None:
        """The seq of the edit that undo would take back; None at the beginning."""
        self._fill()
        return self._undo[-1] if self._undo else None

    @property
    def redo_target(self) -> int | None:
        """The seq of the edit that redo would do again; None when there is none."""
        return self._redo[-1] if self._redo else None

    def newer_than(self, seq: int) -> list[int]:
        """The edits that stand and were done after this one, newest first."""
        while not self._undo or self._undo[0] > seq:
            before = len(self._undo)
            self._fill_one()
            if len(self._undo) == before:
                break
        return [one for one in reversed(self._undo) if one > seq]

    @property
    def undone(self) -> tuple[int, ...]:
        """The edits that redo would do again, the next one first."""
        return tuple(reversed(self._redo))

    def record(self, mark: LogMark) -> None:
        """A new entry was written: keep up. Machine entries change nothing."""
        if mark.kind is EntryKind.EDIT:
            self._undo.append(mark.seq)
            self._redo.clear()
        elif mark.kind is EntryKind.UNDO:
            self._fill()
            self._redo.append(self._undo.pop())
        elif mark.kind is EntryKind.REDO:
            self._undo.append(self._redo.pop())
