"""Doubting: the verb that changes the order in which `Tab` goes through the doubtful places."""

from collections.abc import Callable, Mapping

from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui.doubting import set_up
from rotstift.ui.verbs.base import Host


class Doubting:
    """One verb."""

    def __init__(self, program: Host) -> None:
        self.program = program

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What this verb is called in the table of actions."""
        return {"tab_order": self._turn}

    def _turn(self) -> None:
        program = self.program
        by_place = program.settings["tab_order"] == "doubt"
        program.settings.set("tab_order", "place" if by_place else "doubt")
        if program.work is not None:
            set_up(program.work.desk.core, program.settings)
        if by_place:
            program.tell(
                QT_TRANSLATE_NOOP("Messages", "The doubtful places come as they stand in the text.")
            )
        else:
            program.tell(QT_TRANSLATE_NOOP("Messages", "The most doubtful place comes first."))
