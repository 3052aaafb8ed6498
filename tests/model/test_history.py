"""History against two plain stacks; built from the log at any moment it equals the one that lived along."""

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from rotstift.model.history import EntryKind, History, LogMark

COMMANDS = st.lists(st.sampled_from(["edit", "undo", "redo", "machine"]), max_size=40)


@dataclass
class Stacks:
    """What History must do, said as simply as can be."""

    undo: list[int] = field(default_factory=list)
    redo: list[int] = field(default_factory=list)
    log: list[LogMark] = field(default_factory=list)

    def do(self, command: str) -> LogMark | None:
        """The log entry of the command; None when there is nothing to undo or redo."""
        seq = len(self.log) + 1
        if command == "edit":
            self.undo.append(seq)
            self.redo.clear()
            return self._write(LogMark(seq, EntryKind.EDIT))
        if command == "machine":
            return self._write(LogMark(seq, EntryKind.MACHINE))
        source, goal = (self.undo, self.redo) if command == "undo" else (self.redo, self.undo)
        if not source:
            return None
        goal.append(source.pop())
        return self._write(LogMark(seq, EntryKind(command), goal[-1]))

    def _write(self, mark: LogMark) -> LogMark:
        self.log.append(mark)
        return mark

    def newest_first(self) -> list[LogMark]:
        """As the store reads them: machine entries left out."""
        return [mark for mark in reversed(self.log) if mark.kind is not EntryKind.MACHINE]


def emptied(history: History, log_length: int) -> tuple[list[int], list[int]]:
    """Both stacks, newest first, read by redoing and undoing all the way; the history is spent."""
    redo: list[int] = []
    while (target := history.redo_target) is not None:
        redo.append(target)
        history.record(LogMark(log_length + len(redo), EntryKind.REDO, target))
    undo: list[int] = []
    while (target := history.undo_target) is not None:
        undo.append(target)
        history.record(LogMark(log_length + len(redo) + len(undo), EntryKind.UNDO, target))
    return undo[len(redo) :], redo


@settings(max_examples=300)
@given(COMMANDS)
def test_a_living_history_is_the_two_stacks(commands):
    stacks, history = Stacks(), History()
    for command in commands:
        mark = stacks.do(command)
        if mark:
            history.record(mark)
        assert history.undo_target == (stacks.undo[-1] if stacks.undo else None)
        assert history.redo_target == (stacks.redo[-1] if stacks.redo else None)
    assert emptied(history, len(stacks.log)) == (stacks.undo[::-1], stacks.redo[::-1])


@settings(max_examples=300)
@given(COMMANDS, COMMANDS)
def test_a_history_read_off_the_log_goes_on_where_the_other_stopped(before, after):
    stacks = Stacks()
    for command in before:
        stacks.do(command)
    history = History(iter(stacks.newest_first()))
    for command in after:
        mark = stacks.do(command)
        if mark:
            history.record(mark)
        assert history.redo_target == (stacks.redo[-1] if stacks.redo else None)
    assert emptied(history, len(stacks.log)) == (stacks.undo[::-1], stacks.redo[::-1])


@given(COMMANDS)
def test_the_log_read_at_any_point_gives_both_stacks(commands):
    stacks = Stacks()
    for command in commands:
        stacks.do(command)
        history = History(stacks.newest_first())
        found = emptied(history, len(stacks.log))
        assert found == (stacks.undo[::-1], stacks.redo[::-1])


@given(COMMANDS)
def test_what_is_undone_is_told_without_doing_it(commands):
    stacks, history = Stacks(), History()
    for command in commands:
        mark = stacks.do(command)
        if mark:
            history.record(mark)
        assert history.undone == tuple(stacks.redo[::-1])
    assert History(stacks.newest_first()).undone == history.undone


def test_a_long_log_is_read_only_as_far_back_as_needed():
    read = 0

    def marks():
        nonlocal read
        for seq in range(10_000, 0, -1):
            read += 1
            yield LogMark(seq, EntryKind.EDIT)

    history = History(marks())
    assert (history.undo_target, history.redo_target) == (10_000, None)
    assert read == 1


def test_an_empty_history_has_nothing():
    assert (History().undo_target, History().redo_target) == (None, None)
