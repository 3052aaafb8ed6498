"""Care: backups, checks, and the figures in the status line."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.session.doctor import check as check_project
from rotstift.session.stats import stats
from rotstift.store.errors import StoreError
from rotstift.ui.verbs.base import Host

STATS_MS = 30_000
"""How often the figures in the status line are counted anew."""
FIRST_MS = 1_500
"""When they are counted first: after the window is up."""
BACKUP_MS = 60_000
"""How often it is asked whether a backup is due."""


class Care:
    """The verbs that keep the project well, by hand and by the clock."""

    def __init__(self, program: Host, parent: QObject) -> None:
        self.program = program
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

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        return {"backup": self._back_up_now, "check": self._check}

    def _back_up_now(self) -> None:
        if self.program.work is None:
            return
        try:
            path = self.program.work.session.back_up()
        except StoreError as error:
            self.program.say(error.sentence, lasting=True)
            return
        self.program.tell(QT_TRANSLATE_NOOP("Messages", "Backup written: {name}"), name=path.name)

    def _back_up(self) -> None:
        if self.program.work is None or self.program.work.jobs.busy:
            return
        try:
            self.program.work.session.back_up_if_due()
        except StoreError as error:
            self.program.say(error.sentence, lasting=True)

    def _check(self) -> None:
        if self.program.work is None:
            return
        problems: list[Sentence] = []
        for report in check_project(self.program.work.session):
            problems = report.problems
            QGuiApplication.processEvents()
        if problems:
            self.program.say(problems[0], lasting=True)
        else:
            self.program.tell(
                QT_TRANSLATE_NOOP("Messages", "Checked: everything is as the log says.")
            )

    def _count(self) -> None:
        if self.program.work is None:
            return
        midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        found = stats(self.program.work.session, midnight)
        self.program.window.status.set_rate(found.acceptance)
        self.program.window.status.set_seconds(found.seconds_per_article)
