"""Program: the window with the project that is open in it, and the window's own verbs."""

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QFileDialog

from rotstift.model.items import Status
from rotstift.model.scheme import Scheme
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.session.desk.core import News
from rotstift.session.desk.desk import Desk
from rotstift.session.desk.noting import go_to_note
from rotstift.session.sample import open_sample
from rotstift.session.session import Changed, Session, utc_now
from rotstift.settings import Settings, sample_project
from rotstift.store.errors import StoreError
from rotstift.store.project import SCHEME
from rotstift.ui.actions import Action
from rotstift.ui.context import context_menu
from rotstift.ui.doubting import set_up
from rotstift.ui.jobs import BUSY
from rotstift.ui.keymap import rekeyed
from rotstift.ui.keys import Keys
from rotstift.ui.panels.parts import translate
from rotstift.ui.sameness import sameness_of
from rotstift.ui.verbs.base import SUFFIX, Group
from rotstift.ui.verbs.care import Care
from rotstift.ui.verbs.exchange import Exchange
from rotstift.ui.verbs.viewing import Viewing
from rotstift.ui.welcome import recent_projects
from rotstift.ui.window import Window
from rotstift.ui.wording import KEYS, SCHEME_WORDS, said
from rotstift.ui.work import Work, actions_for


class Late(NamedTuple):
    """A group of verbs that is imported with the first of them: what it needs, no start needs."""

    module: str
    group: str
    verbs: tuple[str, ...]


LATE: tuple[Late, ...] = (
    Late("rotstift.ui.verbs.learning", "Learning", ("train", "compare", "pipeline", "untouched")),
    Late("rotstift.ui.verbs.finding", "Finding", ("find", "find_next", "find_previous")),
    Late("rotstift.ui.verbs.everything", "Everything", ("everything",)),
    Late("rotstift.ui.verbs.searching", "Searching", ("search_project",)),
    Late("rotstift.ui.verbs.narrowing", "Narrowing", ("list_menu", "save_filter")),
    Late("rotstift.ui.verbs.doubting", "Doubting", ("tab_order", "article_order")),
    Late("rotstift.ui.verbs.recording", "Recording", ("record",)),
    Late("rotstift.ui.verbs.alike", "Alike", ("same_choose", "same_project", "identity_name")),
    Late("rotstift.ui.verbs.voices", "Voices", ("voices",)),
    Late("rotstift.ui.verbs.setting", "Setting", ("settings", "colours")),
    Late("rotstift.ui.verbs.scheming", "Scheming", ("scheme", "new")),
    Late("rotstift.ui.verbs.guiding", "Guiding", ("guide", "guide_skip", "guide_back")),
    Late("rotstift.ui.verbs.keyboard", "Keyboard", ("keys",)),
    Late("rotstift.ui.verbs.comfort", "Comfort", ("next_note", "guideline", "apply_guideline")),
    Late("rotstift.ui.verbs.reaching", "Reaching", ("next_part", "previous_part", "palette")),
)
"""Learning alone, which knows pipelines and figures, takes some 40 ms to import."""


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
        self.keys = Keys(window, window.view, self._rows(None), self.run)
        self.exchange = Exchange(self)
        self.care = Care(self, self)
        self.viewing = Viewing(self)
        self._verbs = self._table()
        self._late: dict[str, Group] = {}
        self._connect()
        self._show_keys()
        self._show_start()
        if settings["guideline"]:
            self.perform("apply_guideline")

    def _table(self) -> Mapping[str, Callable[[], None]]:
        own: Mapping[str, Callable[[], None]] = {
            "open": self._ask_open,
            "sample": self.open_sample,
            "quit": self._quit,
            "note": self._ask_note,
            "copy": self.window.view.copy,
            "search": self._search,
        }
        groups = (self.exchange, self.care, self.viewing)
        every = dict(own) | {name: run for group in groups for name, run in group.verbs().items()}
        return every | {
            name: partial(self._run_late, row, name) for row in LATE for name in row.verbs
        }

    def _run_late(self, row: Late, verb: str) -> None:
        if row.group not in self._late:
            self._late[row.group] = getattr(import_module(row.module), row.group)(self)
        self._late[row.group].verbs()[verb]()

    def _connect(self) -> None:
        window = self.window
        for sender in (
            window.top,
            window.status,
            window.selection,
            window.offer,
            window.welcome,
            window.notes,
        ):
            sender.action.connect(self._act)
        window.top.field.left.connect(window.view.setFocus)
        window.articles.menu_wanted.connect(lambda: self._act("list_menu"))
        window.welcome.recent_chosen.connect(lambda path: self.open(Path(path)))
        window.welcome.recent_dropped.connect(self._forget)
        window.status.cancel.connect(self._cancel)
        window.dropped.connect(lambda names: self.exchange.add([Path(name) for name in names]))
        window.closing.connect(self.put_away)
        window.view.note_clicked.connect(self._open_note)
        window.view.failed.connect(lambda words: self.say(words, lasting=True))

    # -- running actions ------------------------------------------------------------------------

    @property
    def desk(self) -> Desk:
        """The open project's desk. Raises RuntimeError while no project is open."""
        if self.work is None:
            raise RuntimeError("no project is open")
        return self.work.desk

    def run(self, action: Action) -> None:
        """Run a row of the table."""
        project = self.work is not None
        if action.works(project=project, article=project and bool(self.desk.core.article_id)):
            if self.work is not None:
                self.work.session.meter.count()
            self.guard(lambda: action.run(self))

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

    def guard(self, run: Callable[[], None]) -> None:
        """Run something that may write; a disk that does not take it is told."""
        if self.work is not None:
            self.work.binder.run(run)
        else:
            run()

    def say(self, words: str, *, lasting: bool = False) -> None:
        """A word in the status line."""
        self.window.status.show_message(said(words), lasting=lasting)

    def tell(self, template: str, **values: object) -> None:
        """The same from a template that is translated."""
        self.say(Sentence(template, **values))

    def tell_trouble(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """An error that nobody foresaw: the work is on disk already, so say it and go on."""
        sys.__excepthook__(kind, error, trace)
        template = QT_TRANSLATE_NOOP(
            "Messages",
            "Something went wrong ({reason}). Your corrections are on disk; go on working.",
        )
        self.say(Sentence(template, reason=f"{kind.__name__}: {error}"), lasting=True)

    # -- projects -------------------------------------------------------------------------------

    def open(self, path: Path) -> bool:
        """Open a project in place of the open one; False, with a word, when it cannot be."""
        if self.work is not None and self.work.path.resolve() == path.resolve():
            return True
        return self._enter(lambda: Session.open(path, self.settings.annotator))

    def open_sample(self) -> None:
        """The sample project, made on first use."""
        path = sample_project()
        if self.work is None or self.work.path.resolve() != path.resolve():
            self._enter(lambda: open_sample(path, self.settings.annotator))

    def _enter(self, opened: Callable[[], Session]) -> bool:
        """The open project stays as it is until the other one is there."""
        if self.work is not None and self.work.jobs.busy:
            self.say(Sentence(BUSY))
            return False
        try:
            session = opened()
        except StoreError as error:
            self.say(error.sentence, lasting=True)
            return False
        try:
            self._leave()
            self._begin(session)
        except BaseException:
            session.close()
            raise
        return True

    def _begin(self, session: Session) -> None:
        self._change_keys(session)
        pipeline = str(self.settings["pipeline"])
        self.work = Work(self.window, session, self.keys, pipeline, self.language)
        self.work.desk.core.sameness = sameness_of(self.settings)
        self.work.jobs.changed.connect(self.window.status.set_job)
        self.work.suggestions.failed.connect(lambda words: self.say(words, lasting=True))
        self.work.binder.context_asked.connect(self._context_menu)
        self.settings.remember_project(session.project.path)
        self.window.setWindowTitle(f"{session.project.path.stem} – Rotstift")
        self.keys.enable(project=True, article=False)
        set_up(self.work.binder, self.settings)
        self.work.desk.core.listeners.append(self._on_news)
        session.listeners.append(self._on_changed)
        self.work.begin()
        self.care.begin()

    def _on_news(self, news: News) -> None:
        if News.ARTICLE in news:
            self.keys.enable(project=True, article=True)

    def _on_changed(self, changed: Changed) -> None:
        """Another scheme, or the one before it: everything that it shows in follows at once."""
        if SCHEME in changed.settings and self.work is not None:
            self._change_keys(self.work.session)
            self.keys.enable(project=True, article=bool(self.desk.core.article_id))
            self.work.show_scheme(self.keys)
            self.tell(SCHEME_WORDS[changed.kind])

    def _change_keys(self, session: Session | None) -> None:
        self.keys.retire()
        self.keys = Keys(self.window, self.window.view, self._rows(session), self.run)
        self._show_keys()

    def _rows(self, session: Session | None) -> tuple[Action, ...]:
        return rekeyed(actions_for(session, self.language), self.settings["keys"])

    def change_keys(self) -> None:
        """The person has given other keys: they work and are shown from now on."""
        self.keys.rekey(self._rows(self.work.session if self.work else None))
        self._show_keys()
        if self.work is not None:
            self.work.show_keys()

    def _show_keys(self) -> None:
        caps = self.keys.caps()
        KEYS.update(caps)
        self.keys.fill(self.window.menuBar())
        self.window.top.set_keys(caps)
        self.window.status.set_keys_key(caps["keys"])

    def _leave(self) -> None:
        self.care.end()
        work, self.work = self.work, None
        if work is not None:
            with suppress(StoreError):  # a file that is gone has no figures
                project = work.session.project
                done, every = project.count(Status.CONFIRMED), project.count()
                self.settings.remember_figures(work.path, every, done, utc_now())
            work.close()

    def _show_recent(self) -> None:
        recent = recent_projects(self.settings["recent"], self.settings["figures"])
        self.window.welcome.show_start(recent, self.keys.caps())

    def _forget(self, path: str) -> None:
        row = self.settings["recent"].index(path)
        self.settings.forget_project(path)
        self._show_recent()
        self.window.welcome.focus_recent(row)

    def _show_start(self) -> None:
        self.window.top.set_project("")
        self.keys.enable(project=False, article=False)
        self._show_recent()
        self.window.show_page(article=False)
        self.window.welcome.setFocus()

    def create(self, path: Path, scheme: Scheme) -> bool:
        """Make a project with this scheme and open it; False, with a word, when it cannot be."""
        return self._enter(lambda: Session.create(path, scheme, self.settings.annotator))

    def _ask_open(self) -> None:
        words = translate("Program", "Open project")
        name, _ = QFileDialog.getOpenFileName(self.window, words, "", f"Rotstift (*{SUFFIX})")
        if name:
            self.open(Path(name))

    # -- the window -----------------------------------------------------------------------------

    def _context_menu(self, item_id: str, span: Span | None, point: QPoint) -> None:
        self.desk.core.session.meter.count()
        if item_id:
            self.desk.go.focus(item_id)
        elif span is not None:
            self.desk.go.select(span)
        context_menu(self.desk.core.focused, self.keys, self.window).popup(point)

    def _search(self) -> None:
        self.window.top.field.setFocus()
        self.window.top.field.selectAll()

    def _open_note(self, target: str) -> None:
        if self.work is not None:
            go_to_note(self.desk.core, target)
            self._ask_note()

    def _ask_note(self) -> None:
        from rotstift.ui import asking  # late, like every dialog: 10 ms less until the window is up

        asking.ask_note(self.desk, self.window, self.guard)

    def _quit(self) -> None:
        self.window.close()

    def _cancel(self, _job: str) -> None:
        if self.work is not None:
            self.work.jobs.cancel()

    def put_away(self) -> None:
        """Remember the window's place and close the project."""
        geometry = bytes(self.window.saveGeometry().toBase64().data()).decode("ascii")
        self.settings.set("geometry", geometry)
        self._leave()
