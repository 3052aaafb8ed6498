"""Announcing: what a correction did, said aloud by a screen reader that listens."""

from PySide6.QtGui import QAccessible

from rotstift.model.annotations import Annotations
from rotstift.model.items import Markable
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session.desk.core import Core, News
from rotstift.ui.aloud import announce
from rotstift.ui.article import naming, wording
from rotstift.ui.article.index import changed_ids
from rotstift.ui.article.view import ArticleView
from rotstift.ui.panels.parts import counted
from rotstift.ui.wording import doubt_words

_MOST = 3
"""Changes that are said one by one; more are only counted."""


class Announcer:
    """Follows one desk and its page; costs nothing while nobody listens."""

    def __init__(self, view: ArticleView, core: Core) -> None:
        self._view = view
        self._core = core
        self._article = ""
        self._state = Annotations(0)
        self._focus: str | None = None
        view.doubt_of = self._doubt_of

    def _doubt_of(self, item_id: str) -> str:
        found = next((doubt for doubt in self._core.doubts if doubt.item == item_id), None)
        return "; ".join(map(doubt_words, found.why)) if found else ""

    def tell(self, news: News) -> None:
        """Say what these news are, once the page shows them."""
        if not QAccessible.isActive():
            return
        core = self._core
        same_article = self._article == core.article_id
        done = self._changes() if same_article and News.STATE in news else []
        here = self._here() if core.place.focus != self._focus or not core.place.focus else ""
        self._article, self._state, self._focus = core.article_id, core.state, core.place.focus
        if not same_article:
            announce(self._view, self._title())
        elif done:
            goes_on = [wording.next_one(here)] if here else []
            announce(self._view, "; ".join([*done, *goes_on]))
        elif here and core.place.selection:
            announce(self._view, here)  # an item is told by the event of its focus

    def _title(self) -> str:
        """Which article is open now, and how much in it is worth a look."""
        opened = self._core.opened
        words = QT_TRANSLATE_NOOP("Announcer", "%n doubtful place(s)", "", 1)
        count = counted(len(self._core.doubts), "Announcer", words)
        return f"{' '.join(opened.article.title.split())}, {count}" if opened else ""

    def _changes(self) -> list[str]:
        before, after = self._state, self._core.state
        ids = [item_id for item_id in changed_ids(before, after) if self._markable(item_id)]
        if len(ids) > _MOST:
            words = QT_TRANSLATE_NOOP("Announcer", "%n item(s) changed", "", 1)
            return [counted(len(ids), "Announcer", words)]
        return list(dict.fromkeys(map(self._change, ids)))

    def _markable(self, item_id: str) -> Markable | None:
        item = self._core.state.get(item_id) or self._state.get(item_id)
        return item if isinstance(item, Markable) else None

    def _change(self, item_id: str) -> str:
        item, page = self._markable(item_id), self._view.page
        if item is None:
            return ""
        words = naming.item_words(item, page)
        if self._core.state.get(item_id) is None:
            return f"{words}: {wording.removed()}"
        traits = naming.item_traits(item, page, self._doubt_of(item_id))
        return f"{words}: {', '.join(traits)}"

    def _here(self) -> str:
        """The focused item, or the selected marks and why they are worth a look."""
        core = self._core
        item = core.focused
        if item is not None:
            return naming.item_name(item, self._view.page, self._doubt_of(item.id))
        doubtful = core.doubt_here()
        if core.place.selection is None or doubtful is None:
            return ""
        words = " ".join(core.place.selection.of(core.text).split())
        return f"{words}: {', '.join(map(doubt_words, doubtful.why))}"
