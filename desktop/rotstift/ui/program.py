"""Program: the window with the project that is open in it, and the window's own verbs."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QPoint, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu

from rotstift.model.items import Entity, Quote
from rotstift.model.report import Report
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.session.desk.desk import Desk
from rotstift.session.doctor import check as check_project
from rotstift.session.exporting import ExportError, ExportPlan
from rotstift.session.importing import ImportReport
from rotstift.session.sample import open_sample, shipped_scheme
from rotstift.session.session import Session
from rotstift.session.stats import stats
from rotstift.settings import Settings, sample_project
from rotstift.store.errors import StoreError
from rotstift.ui import asking, look
from rotstift.ui.actions import Action
from rotstift.ui.dialogs.train import TrainOptions
from rotstift.ui.jobs import ExportWork, ImportWork, TrainWork
from rotstift.ui.keys import Keys
from rotstift.ui.panels.parts import translate
from rotstift.ui.window import Window
from rotstift.ui.wording import said
from rotstift.ui.work import Work, actions_for

SUFFIX = ".rotstift"
STATS_MS = 30_000
"""How often the figures in the status line are counted anew."""
BACKUP_MS = 60_000
"""How often it is asked whether a backup is due."""
_SIZES = (10, 40)


class Program(QObject):
    """Opens and closes projects and runs the actions of the table."""

    reborn = Signal(object)
    """Path or None: a new window is wanted in this one's place, with that project."""

    def __init__(self, window: Window, settings: Settings, language: str) -> None:
        super().__init__(window)
        self.window = window
        self.settings = settings
        self.language = language
        self.work: Work | None = None
        self.keys = Keys(window, window.view, actions_for(None, language), self.run)
        self._verbs = self._table()
        self._timers = [self._timer(STATS_MS, self._count), self._timer(BACKUP_MS, self._back_up)]
        self._connect()
        self._restore()
        self._show_keys()
        self._show_start()

    def _timer(self, interval: int, run: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=interval)
        timer.timeout.connect(run)
        return timer

    def _table(self) -> Mapping[str, Callable[[], None]]:
        return {
            "new": self._new,
            "open": self._ask_open,
            "sample": self.open_sample,
            "add": self._ask_add,
            "add_folder": self._ask_add_folder,
            "export": self._ask_export,
            "train": self._ask_train,
            "pipeline": self._ask_pipeline,
            "backup": self._back_up_now,
            "check": self._check,
            "quit": self._quit,
            "note": lambda: asking.ask_note(self.desk, self.window, self._guard),
            "same": lambda: asking.ask_same(self.desk, self.window, self._guard),
            "suggest": self._suggest,
            "copy": self.window.view.copy,
            "search": self.window.top.field.setFocus,
            "larger": lambda: self._resize_text(1),
            "smaller": lambda: self._resize_text(-1),
            "usual_size": lambda: self._resize_text(0),
            "annotator": self._ask_annotator,
            "language": self._change_language,
            "theme": lambda: look.toggle(self.settings, self.window),
            "panel-left": lambda: self._fold("left_panel"),
            "panel-right": lambda: self._fold("right_panel"),
            "page": self.window.view.setFocus,
            "keys": lambda: asking.show_keys(self.keys, self.window),
            "about": self._show_about,
        }

    def _connect(self) -> None:
        window = self.window
        for sender in (window.top, window.status, window.selection, window.offer, window.welcome):
            sender.action.connect(self._act)
        window.top.field.left.connect(window.view.setFocus)
        window.welcome.recent_chosen.connect(lambda path: self.open(Path(path)))
        window.status.cancel.connect(self._cancel)
        window.dropped.connect(lambda names: self.add([Path(name) for name in names]))
        window.closing.connect(self._close_all)
        window.view.failed.connect(lambda words: self._say(words, lasting=True))

    # -- running actions ------------------------------------------------------------------------

    @property
    def desk(self) -> Desk:
        """The open project's desk. Raises RuntimeError while no project is open."""
        if self.work is None:
            raise RuntimeError("no project is open")
        return self.work.desk

    def run(self, action: Action) -> None:
        """Run a row of the table."""
        if action.needs_article and (self.work is None or not self.desk.core.article_id):
            return
        self._guard(lambda: action.run(self))

    def perform(self, verb: str) -> None:
        """One of the window's own verbs, by its action's id."""
        self._verbs[verb]()

    def _act(self, action_id: str) -> None:
        """A button of a panel was pressed."""
        names = {"next": "next_doubt"}
        row = self.keys.rows.get(names.get(action_id, action_id))
        if row is not None:
            self.run(row)
        if self.work is not None and not self.window.top.field.hasFocus():
            self.window.view.setFocus()

    def _guard(self, run: Callable[[], None]) -> None:
        if self.work is not None:
            self.work.binder.run(run)
        else:
            run()

    def _say(self, words: str, *, lasting: bool = False) -> None:
        self.window.status.show_message(said(words), lasting=lasting)

    def _tell(self, template: str, **values: object) -> None:
        self._say(Sentence(template, **values))

    def tell_trouble(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """An error that nobody foresaw: the work is on disk already, so say it and go on."""
        sys.__excepthook__(kind, error, trace)
        template = QT_TRANSLATE_NOOP(
            "Messages",
            "Something went wrong ({reason}). Your corrections are on disk; go on working.",
        )
        self._say(Sentence(template, reason=f"{kind.__name__}: {error}"), lasting=True)

    # -- projects -------------------------------------------------------------------------------

    def open(self, path: Path) -> bool:
        """Open a project in place of the open one; False, with a word, when it cannot be."""
        return self._enter(lambda: Session.open(path, self.settings.annotator))

    def open_sample(self) -> None:
        """The sample project, made on first use."""
        self._enter(lambda: open_sample(sample_project(), self.settings.annotator))

    def _enter(self, opened: Callable[[], Session]) -> bool:
        before = self.work.path if self.work else None
        self._leave()
        try:
            session = opened()
        except StoreError as error:
            self._say(str(error), lasting=True)
            if before is not None:
                self.open(before)
            return False
        self._begin(session)
        return True

    def _begin(self, session: Session) -> None:
        self._change_keys(session)
        pipeline = str(self.settings["pipeline"])
        self.work = Work(self.window, session, self.keys, pipeline, self.language)
        self.work.jobs.changed.connect(self.window.status.set_job)
        self.work.suggestions.failed.connect(lambda words: self._say(words, lasting=True))
        self.work.binder.context_asked.connect(self._context_menu)
        self.settings.remember_project(session.project.path)
        self.window.setWindowTitle(f"{session.project.path.stem} – Rotstift")
        self.keys.enable(article=True)
        self.work.begin()
        for timer in self._timers:
            timer.start()
        QTimer.singleShot(1500, self._count)

    def _change_keys(self, session: Session | None) -> None:
        self.keys.retire()
        rows = actions_for(session, self.language)
        self.keys = Keys(self.window, self.window.view, rows, self.run)
        self._show_keys()

    def _show_keys(self) -> None:
        caps = self.keys.caps()
        self.keys.fill(self.window.menuBar())
        self.window.top.set_keys(caps)
        self.window.status.set_keys_key(caps["keys"])

    def _leave(self) -> None:
        for timer in self._timers:
            timer.stop()
        work, self.work = self.work, None
        if work is not None:
            work.close()

    def _show_start(self) -> None:
        self.window.top.set_project("")
        self.keys.enable(article=False)
        self.window.welcome.show_start([Path(path) for path in self.settings["recent"]])
        self.window.show_page(article=False)

    def _new(self) -> None:
        words = translate("Program", "New project")
        name, _ = QFileDialog.getSaveFileName(self.window, words, "", f"Rotstift (*{SUFFIX})")
        if name:
            path = Path(name if name.endswith(SUFFIX) else name + SUFFIX)
            self._enter(lambda: Session.create(path, shipped_scheme(), self.settings.annotator))

    def _ask_open(self) -> None:
        words = translate("Program", "Open project")
        name, _ = QFileDialog.getOpenFileName(self.window, words, "", f"Rotstift (*{SUFFIX})")
        if name:
            self.open(Path(name))

    # -- articles in ----------------------------------------------------------------------------

    def _ask_add(self) -> None:
        words = translate("Program", "Add articles")
        kinds = translate("Program", "Articles")
        names, _ = QFileDialog.getOpenFileNames(
            self.window, words, "", f"{kinds} (*.txt *.text *.md *.jsonl *.ndjson)"
        )
        self.add([Path(name) for name in names])

    def _ask_add_folder(self) -> None:
        words = translate("Program", "Add a folder of articles")
        name = QFileDialog.getExistingDirectory(self.window, words)
        self.add([Path(name)] if name else [])

    def add(self, paths: Sequence[Path]) -> None:
        """Bring files and folders in, or open a project that was let fall on the window."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        if projects:
            self.open(projects[0])
        elif paths and self.work is None:
            self._tell(
                QT_TRANSLATE_NOOP("Messages", "Open a project first, then add the articles to it.")
            )
        elif paths and self.work is not None:
            work = ImportWork(self.work.session, paths, self.work)
            self.work.jobs.run(work, self._added, self._say)

    def _added(self, report: ImportReport) -> None:
        if self.work is None:
            return
        self.work.binder.fill_list()
        if not self.desk.core.article_id:
            self.work.begin()
        self.work.suggestions.go_on()
        if report.refused or report.duplicates:
            asking.tell_import(report, self.window)
        else:
            count = len(report.added)
            self._tell(QT_TRANSLATE_NOOP("Messages", "{count} articles added."), count=count)

    # -- suggestions ----------------------------------------------------------------------------

    def _suggest(self) -> None:
        if self.work is not None:
            self.work.suggestions.ask_again(self.desk.core.article_id)

    def _ask_pipeline(self) -> None:
        if self.work is None:
            return
        words = translate(
            "Program",
            "Name or folder of a spaCy pipeline; “rotstift-de” is the one that comes along. "
            "Load only pipelines that you trust.",
        )
        title = translate("Program", "Pipeline for suggestions")
        name, ok = QInputDialog.getText(
            self.window, title, words, text=self.work.suggestions.pipeline
        )
        if ok and name.strip():
            self.settings.set("pipeline", name.strip())
            self.work.suggestions.pipeline = name.strip()
            self._suggest()

    # -- out ------------------------------------------------------------------------------------

    def _ask_export(self) -> None:
        if self.work is not None:
            asking.ask_export(self.work.session, self.window, self.export)

    def export(self, plan: ExportPlan) -> None:
        """Write what the plan says, beside the typing."""
        work = self.work
        if work is None:
            return
        try:
            job = ExportWork(work.session, plan, work.worker, work)
        except ExportError as error:
            self._say(error.sentence)
            return
        work.jobs.run(job, lambda report: self._exported(plan, report), self._say)

    def _exported(self, plan: ExportPlan, report: Report) -> None:
        if self.work is not None:
            asking.tell_export(
                self.work.session, plan, report, self.window, _show_folder, self._ask_train
            )

    def _ask_train(self) -> None:
        if self.work is not None:
            asking.ask_train(self.work.session, self.window, self.train)

    def train(self, options: TrainOptions) -> None:
        """Train on the confirmed articles, beside the typing."""
        work = self.work
        if work is None:
            return
        try:
            job = TrainWork(work.session, options.folder, options.steps, work)
        except ExportError as error:
            self._say(error.sentence)
            return
        work.jobs.run(job, self._trained, self._say)

    def _trained(self, result: Mapping[str, Any]) -> None:
        self.settings.set("pipeline", str(result["pipeline"]))
        if self.work is not None:
            self.work.suggestions.pipeline = str(result["pipeline"])
        score = f"{float(result['score']):.2f}"
        self._say(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "The new pipeline has score {score} and makes the suggestions from now on.",
                ),
                score=score,
            ),
            lasting=True,
        )

    # -- care -----------------------------------------------------------------------------------

    def _back_up_now(self) -> None:
        if self.work is None:
            return
        try:
            path = self.work.session.back_up()
        except StoreError as error:
            self._say(str(error), lasting=True)
            return
        self._tell(QT_TRANSLATE_NOOP("Messages", "Backup written: {name}"), name=path.name)

    def _back_up(self) -> None:
        if self.work is None or self.work.jobs.busy:
            return
        try:
            self.work.session.back_up_if_due()
        except StoreError as error:
            self._say(str(error), lasting=True)

    def _check(self) -> None:
        if self.work is None:
            return
        problems: list[str] = []
        for report in check_project(self.work.session):
            problems = report.problems
            QGuiApplication.processEvents()
        if problems:
            self._say(problems[0], lasting=True)
        else:
            self._tell(QT_TRANSLATE_NOOP("Messages", "Checked: everything is as the log says."))

    def _count(self) -> None:
        if self.work is None:
            return
        found = stats(self.work.session)
        self.window.status.set_rate(found.acceptance)
        self.window.status.set_seconds(found.seconds_per_article)

    # -- the window -----------------------------------------------------------------------------

    def _context_menu(self, item_id: str, span: Span | None, point: QPoint) -> None:
        if item_id:
            self.desk.go.focus(item_id)
        elif span is not None:
            self.desk.go.select(span)
        item = self.desk.core.focused
        menu = QMenu(self.window)
        kinds = {Entity: ("label.", "reason."), Quote: ("type.", "role.", "reason.")}
        wanted = kinds.get(type(item), ("label.", "type.", "reason."))
        if item is not None:
            for name in ("accept", "remove"):
                menu.addAction(self.keys.actions[name])
        for prefix in wanted:
            menu.addSeparator()
            for name, action in self.keys.actions.items():
                if name.startswith(prefix):
                    menu.addAction(action)
        menu.popup(point)

    def _fold(self, name: str) -> None:
        self.settings.set(name, not self.settings[name])
        self._show_panels()

    def _show_panels(self) -> None:
        self.window.articles.setVisible(bool(self.settings["left_panel"]))
        self.window.right.setVisible(bool(self.settings["right_panel"]))

    def _ask_annotator(self) -> None:
        title = translate("Program", "Your name in the log")
        words = translate("Program", "Every correction is kept with the name of who made it:")
        name, ok = QInputDialog.getText(self.window, title, words, text=self.settings.annotator)
        if ok and name.strip():
            self.settings.set("annotator", name.strip())
            if self.work is not None:
                self.work.session.author = name.strip()

    def _change_language(self) -> None:
        """German to English, English to German: a new window with the same project."""
        other = "en" if self.language == "de" else "de"
        self.settings.set("language", other)
        path = self.work.path if self.work else None
        self._close_all()
        self.reborn.emit(path)  # before the old window closes: the last one closing ends the program
        self.window.close()
        self.window.deleteLater()

    def _resize_text(self, step: int) -> None:
        low, high = _SIZES
        size = int(self.settings["text_size"]) + step if step else 17
        self.settings.set("text_size", min(max(size, low), high))
        look.show_text_size(self.settings, self.window)

    def _restore(self) -> None:
        self._show_panels()
        if self.settings["geometry"]:
            saved = QByteArray.fromBase64(str(self.settings["geometry"]).encode("ascii"))
            self.window.restoreGeometry(saved)

    def _quit(self) -> None:
        self.window.close()

    def _cancel(self, _job: str) -> None:
        if self.work is not None:
            self.work.jobs.cancel()

    def _show_about(self) -> None:
        asking.show_about(self.work.session if self.work else None, self.window)

    def _close_all(self) -> None:
        geometry = bytes(self.window.saveGeometry().toBase64().data()).decode("ascii")
        self.settings.set("geometry", geometry)
        self._leave()


def _show_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
