"""Recording: what the work took, and how right the suggestions were."""

from collections.abc import Callable, Mapping

from rotstift.session.stats import stats
from rotstift.session.verdicts import Record
from rotstift.ui.dialogs.record import RecordSheet
from rotstift.ui.recording import record_view
from rotstift.ui.sliced_jobs import RECORD, SlicedWork
from rotstift.ui.verbs.base import Host


class Recording:
    """The verb that counts the log and shows what it says."""

    def __init__(self, program: Host) -> None:
        self.program = program

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What this verb is called in the table of actions."""
        return {"record": self._count}

    def _count(self) -> None:
        work = self.program.work
        if work is not None:
            counting = SlicedWork(RECORD, work.session, work)
            work.jobs.run(counting, self._show, lambda words: self.program.say(words, lasting=True))

    def _show(self, found: Record) -> None:
        work = self.program.work
        if work is None:
            return
        figures = stats(work.session)
        view = record_view(found, figures, work.session.scheme, self.program.language)
        RecordSheet(view, self.program.window).show()
