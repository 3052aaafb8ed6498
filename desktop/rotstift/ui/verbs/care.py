"""Care: backups, checks, and the figures in the status line."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.session.doctor import CheckReport
from rotstift.session.keeping import backup_due, rescued
from rotstift.session.session import Session
from rotstift.session.stats import pace
from rotstift.store.errors import StoreError
from rotstift.ui.jobs import BackupWork
from rotstift.ui.sliced_jobs import CHECK, SlicedWork
from rotstift.ui.verbs.base import Host

STATS_MS = 30_000
"""How often the figures in the status line are counted anew."""
FIRST_MS = 1_500
"""When they are counted first: after the window is up."""
BACKUP_MS = 60_000
"""How often it is asked whether a backup is due, and whether the file is still there."""
_LOST = QT_TRANSLATE_NOOP(
    "Messages",
    "The project’s file was moved or deleted while it is open. Put it back as {path}, or close it "
    "here and go on with the backup {copy}.",
)
_LOST_UNSAVED = QT_TRANSLATE_NOOP(
    "Messages",
    "The project’s file was moved or deleted while it is open. Put it back as {path} now: {problem}",
)


class Care:
    """The verbs that keep the project well, by hand and by the clock."""

    def __init__(self, program: Host, parent: QObject) -> None:
        self.program = program
        self._copy: Path | None = None
        """Written when the project's file was found to be gone."""
        clock = ((STATS_MS, self._count), (BACKUP_MS, self._back_up))
        self._timers = [self._timer(parent, interval, run) for interval, run in clock]
        self._timers.append(self._timer(parent, FIRST_MS, self._count, once=True))

    @staticmethod
    def _timer(
        parent: QObject, interval: int, run: Callable[[], None], *, once: bool = False
    ) -> QTimer:
        timer = QTimer(parent, interval=interval, singleShot=once)
        timer.timeout.connect(run)
        return timer

    def begin(self) -> None:
        """A project is open."""
        for timer in self._timers:
            timer.start()

    def end(self) -> None:
        """It is about to be closed."""
        for timer in self._timers:
            timer.stop()
        work = self.program.work
        if work is not None and work.session.project.lost:
            self._rescue(work.session)
        self._copy = None

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        return {"backup": self._back_up_now, "check": self._check}

    def _back_up_now(self) -> None:
        work = self.program.work
        if work is None or self._tell_lost():
            return
        work.jobs.run(BackupWork(work.session, work, asked=True), self._backed_up, self._complain)

    def _backed_up(self, path: Path) -> None:
        self.program.tell(QT_TRANSLATE_NOOP("Messages", "Backup written: {name}"), name=path.name)

    def _complain(self, sentence: str) -> None:
        self.program.say(sentence, lasting=True)

    def _back_up(self) -> None:
        work = self.program.work
        if work is None or self._tell_lost() or not work.jobs.idle:
            return
        if backup_due(work.session):
            quiet = BackupWork(work.session, work, asked=False)
            work.jobs.run(quiet, lambda _path: None, self._complain)

    def _tell_lost(self) -> bool:
        """Say what to do when the project's file is not at its place any more; False when it is.

        A copy is written when that is found, and again as often as backups are.
        """
        session = self.program.work.session if self.program.work else None
        if session is None or not session.project.lost:
            if self._copy is not None:
                self.program.tell(QT_TRANSLATE_NOOP("Messages", "The project’s file is back."))
            self._copy = None
            return False
        if self._copy is None or backup_due(session):
            self._rescue(session)
        if self._copy is not None:
            copy = f"{self._copy.parent.name}/{self._copy.name}"
            self._complain(Sentence(_LOST, path=session.project.path, copy=copy))
        return True

    def _rescue(self, session: Session) -> None:
        try:
            self._copy = rescued(session)
        except StoreError as error:
            self._copy = None
            self._complain(
                Sentence(_LOST_UNSAVED, path=session.project.path, problem=error.sentence)
            )

    def _check(self) -> None:
        work = self.program.work
        if work is not None:
            work.jobs.run(SlicedWork(CHECK, work.session, work), self._checked, self._complain)

    def _checked(self, report: CheckReport) -> None:
        if report.problems:
            self._complain(report.problems[0])
        else:
            self.program.tell(
                QT_TRANSLATE_NOOP("Messages", "Checked: everything is as the log says.")
            )

    def _count(self) -> None:
        if self.program.work is None:
            return
        midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        found = pace(self.program.work.session, midnight)
        self.program.window.status.set_rate(found.acceptance)
        self.program.window.status.set_actions(found.actions_per_article)
        self.program.window.status.set_seconds(found.seconds_per_article)
