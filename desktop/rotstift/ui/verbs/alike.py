"""Alike: the same in the whole project, who is who, and who says how much."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from rotstift.model.checks import EditError
from rotstift.model.same import Correction
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session import known, same_all
from rotstift.session.same_all import Found, Search
from rotstift.ui import alike
from rotstift.ui.dialogs.identity import IdentityDialog
from rotstift.ui.sliced_jobs import SAME, SlicedWork
from rotstift.ui.verbs.base import Host


class Alike:
    """The verbs that see more than one mention."""

    def __init__(self, program: Host) -> None:
        self.program = program

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        return {
            "same_choose": self._ask_same,
            "same_project": self._search_project,
            "identity_name": self._ask_name,
        }

    def _ask_same(self) -> None:
        host = self.program
        alike.ask_same(host.desk, host.settings, host.window, host.guard)

    # -- the whole project ----------------------------------------------------------------------

    def _search_project(self) -> None:
        work = self.program.work
        correction = self.program.desk.core.correction
        if work is None or correction is None:
            self.program.tell(
                QT_TRANSLATE_NOOP(
                    "Messages", "Correct one mention first; then the same can be done to all."
                )
            )
            return
        here = self.program.desk.core.article_id
        steps = partial(same_all.search, correction=correction, here=here)
        searching = SlicedWork(replace(SAME, steps=steps), work.session, work)

        def done(result: Search) -> None:
            self._show(result, lambda chosen: self._apply(correction, chosen, here))

        work.jobs.run(searching, done, lambda words: self.program.say(words, lasting=True))

    def _show(self, result: Search, apply: Callable[[list[Found]], None]) -> None:
        correction = self.program.desk.core.correction
        if result.damaged:
            self.program.tell(
                QT_TRANSLATE_NOOP(
                    "Messages", "%n article(s) could not be read: check the project.", "", 1
                ),
                n=result.damaged,
            )
        if correction is None or not result.found:
            self.program.tell(
                QT_TRANSLATE_NOOP("Messages", "There is no further same mention in the project.")
            )
            return
        alike.ask_project(
            self.program.desk,
            correction,
            result.found,
            self.program.settings,
            self.program.window,
            apply,
        )

    def _apply(self, correction: Correction, chosen: list[Found], here: str) -> None:
        work = self.program.work
        if work is None or not chosen:
            return

        def do() -> None:
            try:
                changed = same_all.apply(work.session, correction, chosen, here)
            except EditError as error:
                self.program.say(error.sentence)
                return
            self.program.tell(
                QT_TRANSLATE_NOOP(
                    "Messages", "Done in %n article(s). {undo} takes it back.", "", 1
                ),
                n=len(changed.states),
                undo=self.program.keys.caps()["undo"],
            )

        self.program.guard(do)

    # -- who is who -----------------------------------------------------------------------------

    def _ask_name(self) -> None:
        desk = self.program.desk
        target = desk.identify.target()
        if target is None:
            desk.identify.start()  # says what to choose first
            return
        numbers = known.wikidata(desk.core.session)
        names = sorted({*desk.core.identities.values()})
        words = target.span.of(desk.core.text)
        dialog = IdentityDialog(words, target.identity, numbers, names, self.program.window)
        dialog.chosen.connect(
            lambda name, number: self.program.guard(lambda: self._name(name, number))
        )
        dialog.open()

    def _name(self, name: str, number: str) -> None:
        desk = self.program.desk
        desk.identify.identify(name)
        known.set_wikidata(desk.core.session, name, number)
