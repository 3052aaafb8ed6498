"""Doubting: how a person wants to go through the doubtful places, and what is worked out in quiet moments."""

from PySide6.QtCore import QObject, QTimer

from rotstift.session.catching_up import CatchingUp
from rotstift.session.desk.core import Core, News
from rotstift.session.session import Changed
from rotstift.settings import Settings
from rotstift.store.errors import StoreError
from rotstift.ui.binder import Binder
from rotstift.ui.panels.articles import ArticlesPanel

PAUSE_MS, AFTER_AN_EDIT_MS = 20, 400
"""Between two steps, and after an edit: keys and painting come first."""


def set_up(binder: Binder, settings: Settings) -> None:
    """Go through articles and doubtful places as the person has set it, a share drawn by lot."""
    core = binder.desk.core
    session, before = core.session, (binder.by_doubt, core.session.share)
    core.by_place = settings["tab_order"] == "place"
    binder.by_doubt = settings["article_order"] == "doubt"
    session.share = int(settings["sample_share"])
    core.look_again()
    if before != (binder.by_doubt, session.share):
        binder.fill_list()
    if core.opened is not None:
        core.tell(News.PLACE)


class QuietMoments(QObject):
    """Does what nobody waits for, a few milliseconds at a time, as long as the project is open."""

    def __init__(self, core: Core, articles: ArticlesPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._articles = articles
        self._work = CatchingUp(core.session, core.doubt_of_article)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)
        core.session.listeners.append(self._go_on)
        self._timer.start(PAUSE_MS)

    def _go_on(self, _changed: Changed) -> None:
        self._timer.start(AFTER_AN_EDIT_MS)

    def _step(self) -> None:
        try:
            more = self._work.step()
        except StoreError:  # a file that cannot be read or written: the next key says so
            return
        for article_id in self._work.take_filled():
            self._articles.refresh_row(article_id)
        if more:
            self._timer.start(PAUSE_MS)

    def release(self) -> None:
        """The project is about to be closed."""
        self._timer.stop()
