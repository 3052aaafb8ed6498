"""Work: everything that lives as long as one open project in the window."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from rotstift.model.history import EntryKind
from rotstift.model.items import Status
from rotstift.session.desk.desk import Desk
from rotstift.session.session import Session
from rotstift.session.worker import Worker
from rotstift.store.errors import StoreError
from rotstift.ui.actions import Action, all_actions
from rotstift.ui.binder import Binder
from rotstift.ui.bridge import Bridge
from rotstift.ui.doubting import QuietMoments
from rotstift.ui.jobs import Jobs
from rotstift.ui.keeping import PLACE, Keeper, ListKeeper, StopKeeper
from rotstift.ui.keys import Keys
from rotstift.ui.panels.status import Saved
from rotstift.ui.panels.views import Choices
from rotstift.ui.suggestions import Suggestions
from rotstift.ui.tidying import Tidy
from rotstift.ui.window import Window

TRIED = 20
"""Articles that are tried one after the other when the first ones are damaged."""


class Work(QObject):
    """One open project: session, desk, keys, worker, jobs, and what ties them to the window."""

    keys_changed = Signal()

    def __init__(
        self, window: Window, session: Session, keys: Keys, pipeline: str, language: str
    ) -> None:
        super().__init__(window)
        self.window = window
        self.session = session
        session.meter.on = True
        self.desk = Desk(session)
        self.desk.slow_travel = self._travel_slowly
        self.bridge = Bridge(self)
        self.worker = Worker(self.bridge.deliver)
        self.jobs = Jobs(self)
        self.binder = Binder(window, self.desk, keys, language)
        self.keeper = Keeper(session.project, self)
        self.list = ListKeeper(self.binder, self.keeper)
        self.stops = StopKeeper(self.desk.core, window.view, self.keeper)
        self.suggestions = Suggestions(self.desk.core, self.worker, pipeline, self)
        self.quiet = QuietMoments(self.desk.core, window.articles, self)
        self.tidy = Tidy(self.desk.core, self)
        self._keys, self._language = keys, language
        self._show()

    def _travel_slowly(self, kind: EntryKind, articles: int) -> None:
        from rotstift.ui import (
            travelling,  # late: it takes a change of hundreds of articles to be needed
        )

        travelling.travel(self.window, self.session, self.jobs, kind, articles)

    def show_keys(self) -> None:
        """Name the keys of now wherever a key is named."""
        self._show_choices()
        self.binder.show_keys()
        self.keys_changed.emit()

    def show_scheme(self, keys: Keys) -> None:
        """The project has another scheme, and so the window other actions."""
        self._keys = keys
        self._show_choices()
        self.binder.show_scheme(keys)

    def _show_choices(self) -> None:
        scheme, caps = self.session.scheme, self._keys.caps()
        self.window.history.set_keys(caps["undo"], caps["redo"])
        choices = Choices(
            scheme.labels, scheme.quote_types, scheme.reasons, caps, self._language, scheme.roles
        )
        self.window.selection.set_choices(choices)
        self.window.offer.set_choices(
            (*choices.menu("label", scheme.labels), *choices.menu("type", scheme.quote_types))
        )

    def _show(self) -> None:
        self._show_choices()
        self.window.top.set_project(self.session.project.path.name)
        self.window.status.set_saved(Saved.SAVED)
        self.list.restore()

    def begin(self) -> None:
        """Open the article of last time, else the first that is not done; the empty page if none."""
        trouble: StoreError | None = None
        for article_id in self._beginnings():
            try:
                self.desk.core.open(article_id)
            except StoreError as error:
                trouble = trouble or error
            else:
                break
        if self.desk.core.article_id:
            self.window.view.setFocus()
        else:
            self.window.welcome.show_empty()
            self.window.show_page(article=False)
        if trouble is not None:
            self.desk.core.repeat(trouble.sentence)

    def _beginnings(self) -> list[str]:
        """Where to begin: a damaged article is passed by, with a word."""
        project = self.session.project
        last = self.keeper.read(PLACE)
        ids = project.ids((Status.NEW, Status.IN_PROGRESS, Status.FLAGGED)) or project.ids()
        return ([last] if last and project.has_article(last) else []) + ids[:TRIED]

    @property
    def path(self) -> Path:
        """The project's file."""
        return self.session.project.path

    def close(self) -> None:
        """End what runs, remember the place, close the file."""
        self.quiet.release()
        self.tidy.release()
        self.suggestions.release()
        self.bridge.close()
        self.jobs.cancel()
        self.stops.release()
        self.list.release()
        self.binder.release()
        self.worker.close()
        self.keeper.keep()
        self.session.close()
        self.deleteLater()


def actions_for(session: Session | None, language: str) -> tuple[Action, ...]:
    """The table of actions for a project, or for none."""
    return all_actions(session.scheme if session else None, language)
