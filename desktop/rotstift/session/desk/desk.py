"""Desk: the open article and every verb of correcting; what a key or a click runs."""

from collections.abc import Callable, Iterable

from rotstift.model.history import EntryKind, History
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session.desk.core import Core
from rotstift.session.desk.going import Going
from rotstift.session.desk.identifying import Identifying
from rotstift.session.desk.linking import Linking
from rotstift.session.desk.marking import Marking
from rotstift.session.desk.place import Mode
from rotstift.session.desk.settling import Settling
from rotstift.session.session import Session

SLOW = 200
"""Articles from which undo and redo of one edit go step by step."""


class Desk:
    """One open article, one place in it, and the verbs in five groups.

    Nothing here raises for what the person did: what cannot be done is said in `core.message`. Raises
    WriteFailed when the disk does not take a change; then nothing has changed.
    """

    def __init__(self, session: Session) -> None:
        self.core = Core(session)
        self.go = Going(self.core)
        self.mark = Marking(self.core, self.go)
        self.settle = Settling(self.core, self.go)
        self.link = Linking(self.core)
        self.identify = Identifying(self.core)
        self.core.picked = self._pick
        self.slow_travel: Callable[[EntryKind, int], None] | None = None
        """Who undoes or redoes what changed many articles, with progress and cancel."""

    def _pick(self, span: Span) -> None:
        """Words that a mode has asked for."""
        verbs = self.identify if self.core.place.mode is Mode.IDENTITY else self.link
        verbs.pick(span)

    def take_words(self) -> None:
        """Enter in a picking mode: the selected words, or the word with the cursor."""
        verbs = self.identify if self.core.place.mode is Mode.IDENTITY else self.link
        verbs.take_words()

    def digit(self, digit: int) -> None:
        """A number in a mode: a candidate, a reason; 0 empties the role."""
        mode = self.core.place.mode
        if mode is Mode.REASON:
            self.settle.choose_reason(digit)
        elif mode is Mode.ROLE:
            self.link.choose_hint(digit)
        elif mode is Mode.IDENTITY:
            self.identify.choose(digit)

    def undo(self) -> None:
        """Take the last edit back, wherever it was, and show it."""
        if self._goes_slowly(EntryKind.UNDO):
            return
        if self.core.session.undo() is None:
            self.core.say(QT_TRANSLATE_NOOP("Messages", "There is nothing to undo."))

    def go_back_to(self, seq: int) -> None:
        """Undo what was done after an edit of the open article; an undone edit is done again instead.

        Where edits in other articles would be undone or done again as well, nothing is, with a word.
        """
        session = self.core.session
        later = session.newer_than(seq)
        if seq not in session.newer_than(seq - 1):
            self._redo_until(seq)
        elif self._all_here(later):
            for _ in later:
                session.undo()
        else:
            self.core.say(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "Later corrections in other articles would be undone as well: go back step by step.",
                )
            )

    def _redo_until(self, seq: int) -> None:
        undone = History(self.core.session.project.log_book.marks()).undone
        steps = undone[: undone.index(seq) + 1] if seq in undone else ()
        if not steps:
            self.core.say(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "Something else was done after this was undone: it cannot be done again.",
                )
            )
        elif self._all_here(steps):
            for _ in steps:
                self.core.session.redo()
        else:
            self.core.say(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "Corrections in other articles would be done again as well: go on step by step.",
                )
            )

    def _all_here(self, edits: Iterable[int]) -> bool:
        """True when these edits touched the open article only, and nothing of the project itself."""
        book, here = self.core.session.project.log_book, {self.core.article_id}
        return all(
            {one.article for one in book.changes(edit)} <= here and not book.setting_changes(edit)
            for edit in edits
        )

    def _goes_slowly(self, kind: EntryKind) -> bool:
        size = self.core.session.size_of_travel(kind) if self.slow_travel else 0
        if self.slow_travel is None or size < SLOW:
            return False
        self.slow_travel(kind, size)
        return True

    def redo(self) -> None:
        """Do the last undone edit again, and show it."""
        if self._goes_slowly(EntryKind.REDO):
            return
        if self.core.session.redo() is None:
            self.core.say(QT_TRANSLATE_NOOP("Messages", "There is nothing to redo."))
