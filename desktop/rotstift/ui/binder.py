"""Binder: the desk's news to the widgets, the widgets' signals to the desk."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QTimer, Signal, SignalInstance

from rotstift.model.items import Entity, Markable, Quote, Standing, Status
from rotstift.model.span import Span
from rotstift.model.words import snap_to_tokens, snap_to_words
from rotstift.session import known
from rotstift.session.desk.core import News
from rotstift.session.desk.desk import Desk
from rotstift.session.desk.noting import go_to_note
from rotstift.session.session import Changed
from rotstift.store.errors import StoreError, WriteFailed
from rotstift.ui import presenter
from rotstift.ui.announcing import Announcer
from rotstift.ui.keys import Keys
from rotstift.ui.panels.status import Saved
from rotstift.ui.rows import Narrowed, Rows
from rotstift.ui.sorting import narrowed_words
from rotstift.ui.window import Window
from rotstift.ui.wording import said

PANELS_MS = 0
"""The panels follow once the key is done and the page is painted."""


Slot = Callable[..., object] | SignalInstance


class Binder(QObject):
    """Lives as long as one open project."""

    context_asked = Signal(str, object, QPoint)
    """Item id or "", Span or None, global point: the program opens the menu."""
    list_changed = Signal()
    """The list of articles is narrowed or sorted otherwise."""

    def __init__(self, window: Window, desk: Desk, keys: Keys, language: str) -> None:
        super().__init__(window)
        self.window = window
        self.desk = desk
        self.keys = keys
        self.language = language
        self.by_doubt = False
        """The person wants the most doubtful articles first, where no other order is chosen."""
        self.narrowed = Narrowed()
        self._panels = QTimer(self, singleShot=True, interval=PANELS_MS)
        self._panels.timeout.connect(self._show_panels)
        self._stale = News(0)
        self._grouped: tuple[Entity, ...] | None = None
        """The entities that the panel shows; an edit of anything else leaves the tuple as it is."""
        self._ties: list[tuple[SignalInstance, Slot]] = []
        self._announcer = Announcer(window.view, desk.core)
        self._connect_view()
        self._connect_panels()
        desk.core.listeners.append(self._on_news)
        desk.core.session.listeners.append(self._on_changed)

    # -- widgets to desk ------------------------------------------------------------------------

    def _tie(self, signal: SignalInstance, slot: Slot) -> None:
        signal.connect(slot)
        self._ties.append((signal, slot))

    def _connect_view(self) -> None:
        view, go = self.window.view, self.desk.go
        self._tie(view.word_pointed, self._hover)
        self._tie(view.item_clicked, self._guarded(go.focus))
        self._tie(view.text_clicked, self._guarded(go.point))
        self._tie(view.clicked_twice, self._forget_click)
        self._tie(view.words_selected, self._guarded(self._select))
        self._tie(view.scrolled, self.window.offer.hide)
        self._tie(view.link_requested, self._guarded(self.desk.link.link_to))
        self._tie(view.words_linked, self._guarded(self.desk.link.link_words))
        self._tie(view.remove_requested, self._guarded(self.desk.settle.remove_item))
        self._tie(view.edge_dragged, self._guarded(self._drag_edge))
        self._tie(view.context_requested, self.context_asked)

    def _connect_panels(self) -> None:
        window = self.window
        self._tie(window.articles.article_chosen, self._guarded(self._open))
        self._tie(window.articles.filter_changed, self._set_filter)
        self._tie(window.articles.reset, lambda: self.narrow(Narrowed()))
        self._tie(window.top.search, self._set_search)
        self._tie(window.top.field.entered, self._guarded(self._open_first))
        self._tie(window.entities.mention_requested, self._guarded(self._go_to_mention))
        self._tie(window.notes.note_requested, self._guarded(partial(go_to_note, self.desk.core)))
        self._tie(window.history.undo_requested, self._guarded(self.desk.undo))
        self._tie(window.history.redo_requested, self._guarded(self.desk.redo))
        self._tie(window.history.undo_to, self._guarded(self.desk.go_back_to))

    def release(self) -> None:
        """Let go of the widgets: another project, or none, takes their place."""
        self._panels.stop()
        for signal, slot in self._ties:
            signal.disconnect(slot)
        self._ties.clear()
        self.desk.core.listeners.remove(self._on_news)
        self.deleteLater()

    def _guarded(self, run: Callable[..., None]) -> Callable[..., None]:
        """What the mouse meant: one action; a disk that does not take a change is told, not raised."""

        def guarded(*values: object) -> None:
            self.desk.core.session.meter.count()
            self.run(lambda: run(*values))

        return guarded

    def run(self, action: Callable[[], None]) -> None:
        """Do something that reads or writes; what fails is said in the status line."""
        try:
            action()
        except StoreError as error:
            if isinstance(error, WriteFailed):
                self.window.status.set_saved(Saved.FAILED)
            self.window.status.show_message(said(error.sentence), lasting=True)

    def _open(self, article_id: str) -> None:
        self.desk.core.open(article_id)
        self.window.view.setFocus()

    def _forget_click(self) -> None:
        """The first click of a double click was no action of its own."""
        self.desk.core.session.meter.count(-1)

    def _select(self, span: Span) -> None:
        """Words were selected with the mouse: the labels come to the mouse, too."""
        self.desk.go.select(span)
        if self.desk.core.place.selection == span:
            self.window.offer.show_beside(self.window.view.rect_of(span))

    def _open_first(self) -> None:
        """Enter in the search field: the first article found, unless the open one is among them."""
        order = self.desk.core.order
        if order and self.desk.core.article_id not in order:
            self._open(order[0])

    def _hover(self, word: Span | None) -> None:
        if self.desk.go.hover(word):
            self.window.view.set_cursor(word)

    def _drag_edge(self, item_id: str, edge: str, position: int) -> None:
        item = self.desk.core.state.get(item_id)
        if not isinstance(item, Markable):
            return
        old = item.span
        if isinstance(item, Quote):
            old = item.parts[0] if edge == "start" else item.parts[-1]
        new = self._snapped(item, old, edge, position)
        if new is not None:
            self.desk.mark.move_border(item_id, old, new)

    def _snapped(self, item: Markable, old: Span, edge: str, position: int) -> Span | None:
        start, end = (position, old.end) if edge == "start" else (old.start, position)
        if start >= end:
            return None
        if self.desk.core.place.part_word:
            return Span(start, end)
        snap = snap_to_words if isinstance(item, Entity) else snap_to_tokens
        wide = snap(self.desk.core.text, start, end)
        if wide is None:
            return None
        return Span(wide.start, old.end) if edge == "start" else Span(old.start, wide.end)

    def _go_to_mention(self, key: str) -> None:
        item_id = presenter.next_mention(self.desk.core, key)
        if item_id:
            self.desk.go.focus(item_id)

    # -- the list -------------------------------------------------------------------------------

    def _set_filter(self, name: str) -> None:
        self.narrow(replace(self.narrowed, filter=name))

    def narrow(self, narrowed: Narrowed) -> None:
        """Show the list so, in its buttons and field, too."""
        self.narrowed = narrowed
        self.window.articles.set_filter(narrowed.filter)
        if self.window.top.field.text() != narrowed.words:
            self.window.top.field.setText(narrowed.words)
        self.fill_list()
        self.list_changed.emit()

    def show_only(self, among: frozenset[str], query: str) -> None:
        """Show only the articles that a search of the project has found."""
        self.narrow(replace(self.narrowed, among=among, query=query))

    def _set_search(self, words: str) -> None:
        self.narrowed = replace(self.narrowed, words=words)
        self.fill_list()
        self.list_changed.emit()

    def fill_list(self) -> None:
        """Fetch the list anew: after an import, for another filter or search."""
        session = self.desk.core.session
        rows = Rows(session, self.narrowed, by_doubt=self.by_doubt)
        session.by_doubt = rows.by_doubt
        self.window.articles.set_order(by_doubt=rows.by_doubt)
        self.desk.core.order = rows.ids
        self.window.articles.set_rows(rows)
        self.window.articles.say_narrowed(narrowed_words(self.narrowed))
        self.window.articles.select(self.desk.core.article_id)
        self._show_progress()

    def _show_progress(self) -> None:
        project = self.desk.core.session.project
        self.window.articles.set_progress(project.count(Status.CONFIRMED), project.count())

    def _on_changed(self, changed: Changed) -> None:
        """Something is on disk: the list shows it, whichever article it was."""
        for article_id in changed.states:
            self.window.articles.refresh_row(article_id)
        if any(key.startswith(known.IDENTITY) for key in changed.settings):
            self._grouped = None
            self._stale |= News.STATE
            self._panels.start()
        statuses = {(old.status, new.status) for old, new in changed.states.values()}
        if any(old is not new for old, new in statuses):
            self._show_progress()
        self.window.status.set_saved(Saved.SAVED)

    # -- desk to widgets ------------------------------------------------------------------------

    def _on_news(self, news: News) -> None:
        if News.ARTICLE in news:
            self._show_article()
        elif News.STATE in news:
            self.window.view.update_state(self.desk.core.state, self.desk.core.touched)
        if News.PLACE in news:
            self._show_place()
        if News.MESSAGE in news:
            self._show_message()
        self._stale |= news
        self._panels.start()

    def _show_article(self) -> None:
        core, window = self.desk.core, self.window
        if core.opened is None:
            return
        window.show_page(article=True)
        window.view.show_article(core.opened.article, core.state, core.session.scheme)
        window.articles.select(core.article_id)

    def _show_place(self) -> None:
        view, place = self.window.view, self.desk.core.place
        self.window.offer.hide()
        view.set_focus_item(place.focus)
        view.set_cursor(place.cursor)
        view.set_selection(place.selection)
        view.set_hints(presenter.page_hints(self.desk.core, self.keys.caps()["same"]))
        view.set_part_mode(place.part_word)
        item = self.desk.core.focused
        where = item.span if item and not place.selection else place.words
        if where is not None:
            view.ensure_visible(where)

    def show_keys(self) -> None:
        """Keys have changed: the page and the bar at its foot name them."""
        self._on_news(News.PLACE)

    def show_scheme(self, keys: Keys) -> None:
        """Labels are called, coloured and ordered otherwise: page and panels show it, where they stand."""
        self.keys, self._grouped = keys, None
        if self.desk.core.opened is not None:
            bar = self.window.view.verticalScrollBar()
            height = bar.value()
            self._on_news(News.ARTICLE | News.PLACE)
            bar.setValue(height)

    def _show_message(self) -> None:
        message = self.desk.core.message
        if message:
            self.window.status.show_message(said(message))
        else:
            self.window.status.clear_message()

    def _show_panels(self) -> None:
        self._paint_page()
        news, self._stale = self._stale, News(0)
        core, window = self.desk.core, self.window
        caps = self.keys.caps()
        self._announcer.tell(news)
        window.selection.show_view(presenter.selection_view(core))
        window.hints.set_hints(presenter.hints(core, caps, core.session.scheme, self.language))
        if window.follow_guide is not None:
            window.follow_guide()
        if news & (News.ARTICLE | News.STATE) and core.opened is not None:
            self._show_entities(core.state.entities)
            self._show_history()
            self.window.notes.set_rows(presenter.note_rows(core))
            items = core.state.markables
            open_ones = [one for one in items if one.origin.standing is Standing.SUGGESTED]
            window.status.set_checked(len(items) - len(open_ones), len(items))

    def _paint_page(self) -> None:
        """Now, and not with Qt's next request for it 5 ms from now: the panels would come first."""
        QCoreApplication.sendEvent(self.window, QEvent(QEvent.Type.UpdateRequest))

    def _show_entities(self, entities: tuple[Entity, ...]) -> None:
        if entities is not self._grouped:
            core, self._grouped = self.desk.core, entities
            groups = presenter.entity_groups(core, known.wikidata(core.session))
            self.window.entities.set_groups(groups)

    def _show_history(self) -> None:
        session = self.desk.core.session
        rows = presenter.history_rows(session.log_of(self.desk.core.article_id))
        self.window.history.set_rows(
            rows, can_undo=session.undo_entry is not None, can_redo=session.redo_entry is not None
        )
