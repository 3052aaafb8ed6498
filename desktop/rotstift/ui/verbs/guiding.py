"""Guiding: the first article with a coach beside it, in a project that is made anew each time."""

from collections.abc import Callable, Mapping
from pathlib import Path

from rotstift.model.wording import Sentence
from rotstift.session.first_article import make_project
from rotstift.settings import guide_folder
from rotstift.store.errors import StoreError
from rotstift.ui.coach import Coach
from rotstift.ui.jobs import BUSY
from rotstift.ui.verbs.base import Host


class Guiding:
    """The verbs that begin, go on, go back and leave."""

    def __init__(self, program: Host) -> None:
        self.program = program
        self._coach: Coach | None = None
        self._before: Path | None = None

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        return {"guide": self.start_or_leave, "guide_skip": self._skip, "guide_back": self._back}

    def start_or_leave(self) -> None:
        """Begin, or leave for where one was."""
        work = self.program.work
        if work is not None and work.jobs.busy:
            self.program.say(Sentence(BUSY))
        elif self._coach is not None:
            self._leave()
        else:
            self._start()

    def _start(self) -> None:
        program, work = self.program, self.program.work
        before = work.path if work is not None else None
        try:
            path = make_project(
                guide_folder(), program.language, program.settings.annotator, before
            )
        except (StoreError, OSError) as error:
            program.say(
                error.sentence if isinstance(error, StoreError) else str(error), lasting=True
            )
            return
        if not program.open(path) or program.work is None:
            return
        self._before = before if before is None or before.parent != path.parent else None
        self._coach = Coach(program.window, program.work, program.language)
        self._coach.card.left.connect(self._leave)
        self._coach.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._coach = None

    def _skip(self) -> None:
        if self._coach is not None:
            self._coach.skip()

    def _back(self) -> None:
        if self._coach is not None:
            self._coach.back()

    def _leave(self) -> None:
        program = self.program
        if self._before is not None and self._before.is_file() and program.open(self._before):
            return
        program.put_away()
        program.reborn.emit(None)  # before the old window closes: the last one ends the program
        program.window.close()
        program.window.deleteLater()
