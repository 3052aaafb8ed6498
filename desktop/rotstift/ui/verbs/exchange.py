"""Exchange: articles in, suggestions, training data and pipelines out."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from rotstift.model.report import Report
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session.exporting import ExportError, ExportPlan
from rotstift.session.importing import ImportReport
from rotstift.ui.import_job import ImportWork
from rotstift.ui.jobs import ExportWork
from rotstift.ui.panels.parts import translate
from rotstift.ui.verbs.base import SUFFIX, Host


class Exchange:
    """The verbs of everything that goes in and out of the open project."""

    def __init__(self, program: Host) -> None:
        self.program = program

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        return {
            "add": self._ask_add,
            "add_folder": self._ask_add_folder,
            "export": self._ask_export,
            "suggest": self._suggest,
        }

    def _ask_add(self) -> None:
        words = translate("Program", "Add articles")
        kinds = translate("Program", "Articles")
        names, _ = QFileDialog.getOpenFileNames(
            self.program.window, words, "", f"{kinds} (*.txt *.text *.md *.jsonl *.ndjson)"
        )
        self.add([Path(name) for name in names])

    def _ask_add_folder(self) -> None:
        words = translate("Program", "Add a folder of articles")
        name = QFileDialog.getExistingDirectory(self.program.window, words)
        self.add([Path(name)] if name else [])

    def add(self, paths: Sequence[Path]) -> None:
        """Bring files and folders in, or open a project that was let fall on the window."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        if projects:
            self.program.open(projects[0])
        elif paths and self.program.work is None:
            self.program.tell(
                QT_TRANSLATE_NOOP("Messages", "Open a project first, then add the articles to it.")
            )
        elif paths and self.program.work is not None:
            work = ImportWork(self.program.work.session, paths, self.program.work)
            self.program.work.jobs.run(work, self._added, self.program.say)

    def _added(self, report: ImportReport) -> None:
        if self.program.work is None:
            return
        self.program.work.binder.fill_list()
        if (
            report.added and not self.program.desk.core.article_id
        ):  # else somebody is at work in one
            self.program.desk.core.open(report.added[0])
            self.program.window.view.setFocus()
        self.program.work.suggestions.go_on()
        if report.refused or report.duplicates:
            from rotstift.ui import asking

            asking.tell_import(report, self.program.window)
        else:
            words = QT_TRANSLATE_NOOP("Messages", "%n article(s) added.", "", 1)
            self.program.tell(words, n=len(report.added))

    def _suggest(self) -> None:
        if self.program.work is not None:
            self.program.work.suggestions.ask_again(self.program.desk.core.article_id)

    def _ask_export(self) -> None:
        if self.program.work is not None:
            from rotstift.ui import asking

            asking.ask_export(self.program.work.session, self.program.window, self.export)

    def export(self, plan: ExportPlan) -> None:
        """Write what the plan says, beside the typing."""
        work = self.program.work
        if work is None:
            return
        try:
            job = ExportWork(work.session, plan, work.worker, work)
        except ExportError as error:
            self.program.say(error.sentence)
            return
        work.jobs.run(job, lambda report: self._exported(plan, report), self.program.say)

    def _exported(self, plan: ExportPlan, report: Report) -> None:
        if self.program.work is not None:
            from rotstift.ui import asking

            asking.tell_export(
                self.program.work.session,
                plan,
                report,
                self.program.window,
                _show_folder,
                lambda: self.program.perform("train"),
            )


def _show_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
