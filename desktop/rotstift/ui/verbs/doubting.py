"""Doubting: the verbs that change the order of the doubtful places and of the articles."""

from collections.abc import Callable, Mapping
from functools import partial

from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui.doubting import set_up
from rotstift.ui.verbs.base import Host

DOUBT = "doubt"
OTHER: Mapping[str, str] = {"tab_order": "place", "article_order": "imported"}
"""The settings, each with what it is when it is not by doubt."""
SAID: Mapping[tuple[str, str], str] = {
    ("tab_order", DOUBT): QT_TRANSLATE_NOOP("Messages", "The most doubtful place comes first."),
    ("tab_order", "place"): QT_TRANSLATE_NOOP(
        "Messages", "The doubtful places come as they stand in the text."
    ),
    ("article_order", DOUBT): QT_TRANSLATE_NOOP(
        "Messages", "The article with the most doubtful places comes first."
    ),
    ("article_order", "imported"): QT_TRANSLATE_NOOP(
        "Messages", "The articles come in the order in which they were brought in."
    ),
}


class Doubting:
    """One verb a setting."""

    def __init__(self, program: Host) -> None:
        self.program = program

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        return {key: partial(self._turn, key) for key in OTHER}

    def _turn(self, key: str) -> None:
        program = self.program
        value = OTHER[key] if program.settings[key] == DOUBT else DOUBT
        program.settings.set(key, value)
        if program.work is not None:
            set_up(program.work.binder, program.settings)
        program.tell(SAID[key, value])
