"""Desk: the open article and every verb of correcting; what a key or a click runs."""

from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session.desk.core import Core
from rotstift.session.desk.going import Going
from rotstift.session.desk.linking import Linking
from rotstift.session.desk.marking import Marking
from rotstift.session.desk.place import Mode
from rotstift.session.desk.settling import Settling
from rotstift.session.session import Session


class Desk:
    """One open article, one place in it, and the verbs in four groups.

    Nothing here raises for what the person did: what cannot be done is said in `core.message`. Raises
    WriteFailed when the disk does not take a change; then nothing has changed.
    """

    def __init__(self, session: Session) -> None:
        self.core = Core(session)
        self.go = Going(self.core)
        self.mark = Marking(self.core, self.go)
        self.settle = Settling(self.core, self.go)
        self.link = Linking(self.core)

    def digit(self, digit: int) -> None:
        """A number in a mode: a candidate, a reason; 0 empties the role."""
        mode = self.core.place.mode
        if mode is Mode.REASON:
            self.settle.choose_reason(digit)
        elif mode is Mode.ROLE:
            self.link.choose_hint(digit)

    def undo(self) -> None:
        """Take the last edit back, wherever it was, and show it."""
        if self.core.session.undo() is None:
            self.core.say(QT_TRANSLATE_NOOP("Messages", "There is nothing to undo."))

    def redo(self) -> None:
        """Do the last undone edit again, and show it."""
        if self.core.session.redo() is None:
            self.core.say(QT_TRANSLATE_NOOP("Messages", "There is nothing to redo."))
