"""Comfort: notes one after the other."""

from collections.abc import Callable, Mapping

from rotstift.session.desk.noting import next_note
from rotstift.ui.verbs.base import Host


class Comfort:
    """The verbs that make the work go easily; imported with the first of them."""

    def __init__(self, program: Host) -> None:
        self.program = program

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        return {"next_note": lambda: next_note(self.program.desk.core)}
