"""Searching the whole project: the panel below the page, its facets, its steps in idle moments."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMenu

from rotstift.model.query import FIELDS, QueryError, field_name, parse, values_of
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session.searching import Search, rows_of
from rotstift.store.errors import StoreError
from rotstift.ui.panels.parts import translate
from rotstift.ui.panels.search import HitRow, SearchPanel
from rotstift.ui.verbs.base import Host
from rotstift.ui.wording import said
from rotstift.ui.work import Work

FIRST, SLICE = 0.03, 0.02
"""Seconds for the first hits, and for each step that follows in an idle moment."""
PAGE = 60
"""Hits that are enough for the first look, and that are added at a time."""
MOST = 2_000
"""Hits that are listed; beyond that they are only counted."""
_PAUSE_MS = 120
"""A pause in typing that starts a search."""
_FACETS = {
    "label": QT_TRANSLATE_NOOP("Search", "Label"),
    "type": QT_TRANSLATE_NOOP("Search", "Quote type"),
    "speaker": QT_TRANSLATE_NOOP("Search", "Speaker"),
    "status": QT_TRANSLATE_NOOP("Search", "Status"),
    "standing": QT_TRANSLATE_NOOP("Search", "Standing"),
    "by": QT_TRANSLATE_NOOP("Search", "Corrected by"),
    "from": QT_TRANSLATE_NOOP("Search", "Changed from"),
    "to": QT_TRANSLATE_NOOP("Search", "Changed to"),
    "zone": QT_TRANSLATE_NOOP("Search", "Zone"),
    "note": QT_TRANSLATE_NOOP("Search", "Note"),
}


class Searching(QObject):
    """The verb that brings the search up."""

    def __init__(self, program: Host) -> None:
        super().__init__(program.window)
        self.program = program
        self.panel = SearchPanel()
        self._search: Search | None = None
        self._work: Work | None = None
        self._narrows = False
        """The list is to be narrowed once the search is through."""
        self._shown = 0
        """Articles of the search whose hits are listed."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._look_on)
        self._place()
        self._connect()

    def _place(self) -> None:
        window = self.program.window
        window.column.addWidget(self.panel)
        window.column.setStretchFactor(0, 1)
        window.column.setSizes([window.height() * 3 // 5, window.height() * 2 // 5])

    def _connect(self) -> None:
        panel = self.panel
        panel.asked.connect(lambda _words: self._pause.start())
        panel.opened.connect(self._open_hit)
        panel.more_wanted.connect(self._show_more)
        panel.narrow.connect(self._narrow)
        panel.left.connect(self._close)
        panel.field.offers = self._offers
        for name, words in _FACETS.items():
            panel.add_facet(translate("Search", words), name, partial(self._fill, name))

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What this verb is called in the table of actions."""
        return {"search_project": self._open}

    def _open(self) -> None:
        if self._work is not self.program.work:
            self._work, self._search = self.program.work, None
            self._pause.start()
        self.panel.show()
        core = self.program.desk.core
        selection = core.place.selection
        if selection is not None and not self.panel.field.hasFocus():
            words = " ".join(selection.of(core.text).split()).replace('"', "")
            self.panel.field.setText(f'"{words}"')
        self.panel.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.field.selectAll()

    def _close(self) -> None:
        self._idle.stop()
        self._pause.stop()
        self.panel.hide()
        self.program.window.view.setFocus()

    # -- the search -----------------------------------------------------------------------------

    def _begin(self) -> None:
        self._idle.stop()
        self._narrows = False
        self.panel.answered = self.panel.field.text()
        work, self._search, self._shown = self.program.work, None, 0
        if work is None:
            return
        try:
            query = parse(self.panel.field.text(), work.session.scheme, german=self._german)
        except QueryError as error:
            self.panel.say_wrong(said(error.sentence))
            return
        if query.empty:
            self.panel.show_hits((), begin=True)
            self.panel.say(0, 0, done=True, asked=False)
            return
        search = Search(work.session, query)
        try:
            search.begin()
        except StoreError as error:
            self.panel.say_wrong(said(error.sentence))
            return
        self._search = search
        if search.look_on(FIRST, PAGE):
            self._idle.start()
        self._show(begin=True)

    def _look_on(self) -> None:
        search = self._search
        if search is None or self.program.work is not self._work or not self.panel.isVisible():
            self._idle.stop()
            return
        if not search.look_on(SLICE):
            self._idle.stop()
            if self._narrows:
                self._narrow()
        if self._shown < PAGE // 4:
            self._show(begin=False)
        else:
            self._say()

    def _show(self, *, begin: bool) -> None:
        search = self._search
        if search is None or self._work is None:
            return
        self._shown = max(self._shown, 0) + PAGE if not begin else PAGE
        found = search.found[: min(self._shown, MOST)]
        self._shown = len(found)
        rows = [
            HitRow(one, at, self._kind(one.hits[at].kind) if at >= 0 else "")
            for one, at in rows_of(found)
        ]
        self.panel.show_hits(rows, begin=begin)
        self._say()

    def _show_more(self) -> None:
        if self._search is not None and self._shown < min(len(self._search.found), MOST):
            self._show(begin=False)

    def _say(self) -> None:
        search = self._search
        if search is not None:
            self.panel.say(search.hits, len(search.found), done=search.done, asked=True)

    def _kind(self, kind: str) -> str:
        """A hit's label or type in the person's words."""
        work = self._work
        if work is None or not kind:
            return ""
        scheme = work.session.scheme
        labels = (*scheme.labels, *scheme.quote_types, *scheme.reasons)
        names = {one.id: one.name(self.program.language) for one in labels}
        return names.get(kind, kind)

    # -- what comes of it -----------------------------------------------------------------------

    def _open_hit(self, row: HitRow) -> None:
        self.program.guard(lambda: self._go(row))

    def _go(self, row: HitRow) -> None:
        desk = self.program.desk
        if self._search is None or self._search.session is not desk.core.session:
            self._work = self.program.work
            self._begin()  # another project is open meanwhile: its own hits take the place of these
            return
        if desk.core.article_id != row.found.article:
            desk.core.open(row.found.article)
        hit = row.found.hits[max(row.number, 0)]
        if hit.item and desk.core.state.get(hit.item) is not None:
            desk.go.focus(hit.item)
        elif hit.span.end <= len(desk.core.text):
            desk.go.select(hit.span)
        self.program.window.view.setFocus()

    def _narrow(self) -> None:
        """The list shows the found articles alone, as soon as the search is through; it goes on in slices."""
        search, work = self._search, self.program.work
        if search is None or work is None:
            return
        if not search.done:
            self._narrows = True
            self.panel.narrowing.setEnabled(False)
            self._idle.start()
            return
        self._narrows = False
        self._say()
        among = frozenset(one.article for one in search.found)
        work.binder.show_only(among, self.panel.field.text())

    # -- facets and completion ------------------------------------------------------------------

    @property
    def _german(self) -> bool:
        return self.program.language == "de"

    def _values(self, name: str) -> list[tuple[str, str]]:
        """The values that are offered for a field, each with its words."""
        work = self.program.work
        if work is None:
            return []
        if name == "by":
            return [(author, "") for author in work.session.project.finder.authors()]
        if name == "note":
            return [("*", translate("Search", "any note"))]
        if name in ("speaker", "entity"):
            return [(one, "") for one in self._names(name)]
        return values_of(name, work.session.scheme, german=self._german)

    def _names(self, name: str) -> Sequence[str]:
        """Names of the open article: who speaks in it, or who is named."""
        core = self.program.desk.core
        if name == "speaker":
            spans = [one.span for quote in core.state.quotes for one in quote.speaker]
        else:
            spans = [one.span for one in core.state.entities]
        return sorted({" ".join(span.of(core.text).split()) for span in spans})[:40]

    def _fill(self, name: str, menu: QMenu) -> None:
        menu.clear()
        for value, words in self._values(name):
            term = f"{field_name(name, german=self._german)}:{_quoted(value)}"
            text = f"{words}\t{value}" if words and words != value else value
            menu.addAction(text.replace("&", "&&"), partial(self.panel.add_term, term))
        if menu.isEmpty():
            menu.addAction(translate("Search", "nothing to choose from")).setEnabled(False)

    def _offers(self, begun: str) -> list[str]:
        """What the word at the cursor can become."""
        name, colon, value = begun.partition(":")
        if not colon:
            names = [field_name(one, german=self._german) for one in FIELDS]
            return [f"{one}:" for one in names if one.startswith(begun.casefold())]
        known = {alias: one for one, names in FIELDS.items() for alias in names}
        field = known.get(name.casefold(), "")
        head, comma, last = value.rpartition(",")
        begin = last.strip('"').casefold()
        return [
            f"{name}:{head}{comma}{_quoted(one)}"
            for one, words in self._values(field)
            if field and (one.casefold().startswith(begin) or words.casefold().startswith(begin))
        ][:12]


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value or "," in value else value
