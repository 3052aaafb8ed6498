"""Keeping: the person's place in the project, on disk a moment after it changed.

Nothing here stands in a key's way: a change only starts a timer, and the timer waits for a pause.
"""

from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from PySide6.QtCore import QObject, QPointF, QTimer

from rotstift.model.span import Span
from rotstift.session.desk.core import Core, News
from rotstift.session.desk.stops import Stop, Stops
from rotstift.store.errors import StoreError
from rotstift.store.project import Project
from rotstift.ui.article.view import ArticleView
from rotstift.ui.binder import Binder
from rotstift.ui.rows import Narrowed

QUIET_MS = 350
"""Writing waits for a pause of this length in what the person does."""
AT_MOST_MS = 1200
"""And no longer than this: what a kill may lose."""
PLACE = "place"
"""Part: the article that was open last."""
NARROWED = "narrowed"
"""Part: filter and search words of the list of articles."""
STOPS = "stops"
"""Part: where the person was in each article."""


class Keeper(QObject):
    """Named parts of the person's place, each a setting of the project with that name.

    A part's owner registers with `part` how to say it and calls `touch` when it may have changed;
    `read` answers what was kept last. Not part of the log: undo does not know of it.
    """

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._say: dict[str, Callable[[], str]] = {}
        self._kept: dict[str, str] = {}
        self._stale: set[str] = set()
        self._since = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.keep)

    def part(self, name: str, say: Callable[[], str]) -> None:
        """Keep what `say` answers under this name; an empty answer forgets it."""
        self._say[name] = say

    def read(self, name: str) -> str:
        """What was kept under a name; empty for nothing."""
        if name not in self._kept:
            self._kept[name] = ""
            with suppress(StoreError):
                self._kept[name] = self._project.setting(name)
        return self._kept[name]

    def touch(self, name: str) -> None:
        """This part may have changed."""
        if not self._stale:
            self._since = monotonic()
        self._stale.add(name)
        waited = round((monotonic() - self._since) * 1000)
        self._timer.start(max(0, min(QUIET_MS, AT_MOST_MS - waited)))

    def keep(self) -> None:
        """Write what has changed, now. A disk that does not take it costs the place, and no word."""
        self._timer.stop()
        stale, self._stale = self._stale, set()
        for name in sorted(stale):
            words = self._say[name]()
            if words != self.read(name):
                with suppress(StoreError):
                    self._project.remember(name, words)
                    self._kept[name] = words


class StopKeeper(QObject):
    """Keeps where the person is in each article, and takes them there again."""

    def __init__(self, core: Core, view: ArticleView, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._core, self._view, self._keeper = core, view, keeper
        self._shown = ""
        """The article whose scroll position the page shows."""
        self.stops = Stops.from_text(keeper.read(STOPS))
        keeper.part(PLACE, lambda: self._shown or keeper.read(PLACE))
        keeper.part(STOPS, self._say)
        core.resume = self._resume
        core.listeners.append(self._on_news)
        view.scrolled.connect(self._touch)

    def release(self) -> None:
        """Let go of the page: another project takes its place."""
        if self._shown:
            self._look()
        self._view.scrolled.disconnect(self._touch)
        self._core.listeners.remove(self._on_news)

    def _resume(self, article_id: str) -> Stop | None:
        if self._shown:
            self._look()
        return self.stops.get(article_id)

    def _on_news(self, news: News) -> None:
        if News.ARTICLE in news and self._core.article_id:
            self._shown = self._core.article_id
            self._keeper.touch(PLACE)
            stop = self.stops.get(self._shown)
            if stop is not None:
                scroll_to(self._view, stop)
        if news & (News.ARTICLE | News.PLACE):
            self._touch()

    def _touch(self) -> None:
        if self._shown:
            self._keeper.touch(STOPS)

    def _say(self) -> str:
        if self._shown:
            self._look()
        return self.stops.as_text()

    def _look(self) -> None:
        """Where the person is now; while the core opens another article the page shows the old one."""
        if self._shown != self._core.article_id:
            return
        place = self._core.place
        top, above = scroll_of(self._view)
        self.stops.put(self._shown, Stop(place.focus, place.cursor, place.selection, top, above))


class ListKeeper(QObject):
    """Keeps what the list of articles is narrowed to and sorted by."""

    def __init__(self, binder: Binder, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._binder, self._keeper = binder, keeper
        keeper.part(NARROWED, self._say)
        binder.list_changed.connect(self._touch)

    def _say(self) -> str:
        return self._binder.narrowed.as_text()

    def restore(self) -> None:
        """Narrow and sort the list as it was; what is no filter any more lets everything through."""
        self._binder.narrow(Narrowed.from_text(self._keeper.read(NARROWED)))

    def release(self) -> None:
        """Let go of the list: another project takes its place."""
        self._binder.list_changed.disconnect(self._touch)

    def _touch(self) -> None:
        self._keeper.touch(NARROWED)


def scroll_of(view: ArticleView) -> tuple[int, float]:
    """The code point at the page's upper edge, and ems of its line that are scrolled out."""
    value = view.verticalScrollBar().value()
    if value == 0:
        return 0, 0.0
    point = view.page.nearest(QPointF(view.page.frame.text_left, value))
    if point is None:
        return 0, 0.0
    return point, -view.rect_of(Span(point, point + 1)).top() / view.page.paints.measures.em


def scroll_to(view: ArticleView, stop: Stop) -> None:
    """Show the page as it stood at a stop, in whatever size its text is now."""
    bar = view.verticalScrollBar()
    if stop.top <= 0 and stop.above == 0:
        bar.setValue(0)
        return
    for _ in range(2):  # the first time lays out what was only estimated
        top = view.rect_of(Span(stop.top, stop.top + 1)).top()
        bar.setValue(bar.value() + top + round(stop.above * view.page.paints.measures.em))
