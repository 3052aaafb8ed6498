"""Core: the open article and the person's place in it; what all verbs stand on."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Flag, auto

from rotstift.model.annotations import Annotations
from rotstift.model.appraising import Appraiser
from rotstift.model.checks import EditError
from rotstift.model.doubt import Doubt, expected_wrong, in_order
from rotstift.model.edit import Edit
from rotstift.model.history import EntryKind
from rotstift.model.identity import identities, names_in
from rotstift.model.items import Entity, Markable, Quote, Status, mentions_of, spans_of
from rotstift.model.same import Correction, Hit, further_hits
from rotstift.model.sameness import LOOSE
from rotstift.model.span import Span
from rotstift.model.wording import Sentence
from rotstift.model.words import nearest_word, word_at
from rotstift.session.desk.place import Place
from rotstift.session.desk.stops import Stop
from rotstift.session.session import Changed, Opened, Session
from rotstift.session.telling import tell_all
from rotstift.store.errors import StoreError


class News(Flag):
    """What a view has to look at again."""

    ARTICLE = auto()
    """Another article is open."""
    STATE = auto()
    """Annotations changed; `touched` says where."""
    PLACE = auto()
    """Focus, cursor, selection or mode changed."""
    MESSAGE = auto()


Listener = Callable[[News], None]


def _nobody_picks(_span: Span) -> None:
    """Until a mode wants words."""


class Core:
    """What is open and where the person is. Changes go to the session and come back as news."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.place = Place()
        self.message: Sentence | None = None
        self.touched: tuple[Span, ...] = ()
        """Where the last change was: old and new spans of all items touched."""
        self.order: Sequence[str] = ()
        """The articles that "next" goes through: what the list shows."""
        self.listeners: list[Listener] = []
        self.sameness = LOOSE
        """What counts as the same mention: the person's choice."""
        self._identities: tuple[tuple[Entity, ...], dict[str, str]] = ((), {})
        """Who every name is, and the entities that this was said of."""
        self._correction: Correction | None = None
        self._further: list[Hit] | None = None
        self.picked: Callable[[Span], None] = _nobody_picks
        """Who takes words that are pointed at while a mode wants some."""
        self._opened: Opened | None = None
        self.by_place = False
        """True where `Tab` goes from place to place as one reads; else the most doubtful first."""
        self._appraiser: Appraiser | None = None
        self._places: list[Doubt] | None = None
        self._doubts: list[Doubt] | None = None
        self.stood: Doubt | None = None
        """The doubtful place where the person was last, settled or not: `Tab` goes on from it."""
        self.resume: Callable[[str], Stop | None] = lambda _article_id: None
        """Who knows where the person was in an article when they left it."""
        self._first_place = self.place
        """Where `open` has put the person: suggestions that come later may go on to a doubt."""
        session.listeners.append(self._on_changed)
        session.learnt.append(lambda _nothing: self.look_again())

    # -- what is there --------------------------------------------------------------------------

    @property
    def opened(self) -> Opened | None:
        """The open article with its state; None before the first."""
        return self._opened

    @property
    def text(self) -> str:
        """The open article's text; empty before the first."""
        return self._opened.article.text if self._opened else ""

    @property
    def state(self) -> Annotations:
        """The open article's annotations; empty before the first."""
        return self._opened.state if self._opened else Annotations(0)

    @property
    def article_id(self) -> str:
        """The open article's id; empty before the first."""
        return self._opened.article.id if self._opened else ""

    @property
    def focused(self) -> Markable | None:
        """The item with the focus."""
        item = self.state.get(self.place.focus)
        return item if isinstance(item, Markable) else None

    @property
    def doubts(self) -> list[Doubt]:
        """The doubtful places of the open article, in text order."""
        if self._doubts is None:
            self._doubts = [one for one in self.places if one.worth_a_look]
        return self._doubts

    @property
    def places(self) -> list[Doubt]:
        """Every place of the open article that nobody has settled, with its doubt, in text order."""
        if self._places is None:
            if self._appraiser is None:
                session = self.session
                self._appraiser = Appraiser(self.text, session.experience, session.share)
            self._places = self._appraiser.places(self.state) if self._opened else []
        return self._places

    def doubt_of_article(self, article_id: str) -> float | None:
        """How many places of the open article are probably wrong; None for any other."""
        if article_id != self.article_id:
            return None
        done = self.state.status in (Status.CONFIRMED, Status.SKIPPED)
        return 0.0 if done else round(expected_wrong(self.places), 3)

    @property
    def tour(self) -> list[Doubt]:
        """The doubtful places in the order in which `Tab` goes to them."""
        return self.doubts if self.by_place else in_order(self.doubts)

    def look_again(self) -> None:
        """What makes a place doubtful has changed: known from the next key on, nothing moves by itself."""
        self._places = self._doubts = self._appraiser = None

    @property
    def correction(self) -> Correction | None:
        """The last correction that can be done to the same mentions."""
        return self._correction

    @property
    def further(self) -> list[Hit]:
        """Every further same mention here that the last correction would change, in text order."""
        if self._further is None:
            known = self._correction
            self._further = (
                further_hits(self.text, self.state, known, self.sameness) if known else []
            )
        return self._further

    @property
    def identities(self) -> dict[str, str]:
        """Who each entity is, by its id: as set, else by rule, else its own words."""
        entities = self.state.entities
        if entities is not self._identities[0]:
            self._identities = (entities, identities(self.text, names_in(self.text, self.state)))
        return self._identities[1]

    def remember(self, correction: Correction | None) -> None:
        """This is what `.` would do to the further mentions; the page shows where they are."""
        self._correction, self._further = correction, None
        self.tell(News.PLACE)

    def doubt_here(self) -> Doubt | None:
        """Why the focused item or the selected marks are doubtful, if they are."""
        place = self.place
        for doubt in self.doubts:
            if doubt.item == place.focus if doubt.item else doubt.span == place.selection:
                return doubt
        return None

    def doubt_of_focused(self) -> Doubt | None:
        """How likely the focused suggestion is wrong, also where that is no reason to stop."""
        focus = self.place.focus
        return next((one for one in self.places if focus and one.item == focus), None)

    def quote_meant(self) -> Quote | None:
        """The focused quote, or the innermost one around the focused item or the cursor."""
        if isinstance(self.focused, Quote):
            return self.focused
        here = self.focused.span if self.focused else self.place.words
        around = [
            quote
            for quote in self.state.quotes
            if here and any(part.contains(here) for part in quote.parts)
        ]
        return min(around, key=lambda quote: len(quote.span), default=None)

    # -- moving ---------------------------------------------------------------------------------

    def open(self, article_id: str) -> None:
        """Open an article where the person left it, else at its first doubtful place. Raises StoreError."""
        stop = self.resume(article_id)
        self._opened = self.session.look(article_id)
        self._places = self._doubts = self._appraiser = self.stood = None
        self._correction = self._further = None
        self.message = None
        self.place = Place(cursor=nearest_word(self.text, 0))
        if self.tour:
            self.stand_on(self.tour[0])
        self._first_place = self.place
        before = stop.place(self.text, self.state) if stop else None
        if before is not None and before != self.place:
            self.place = before
        self.tell(News.ARTICLE | News.PLACE | News.MESSAGE)

    def stand_on(self, doubt: Doubt) -> None:
        """Focus a doubtful item, or select doubtful marks; tells nobody yet."""
        cursor = nearest_word(self.text, doubt.span.start)
        selection = None if doubt.item else doubt.span
        self.stood = doubt
        self.place = Place(doubt.item, cursor, selection, part_word=self.place.part_word)

    def focus(self, item: Markable) -> None:
        """Give the focus to an item; the cursor goes to its first word."""
        start = item.span.start
        cursor = word_at(self.text, start) or nearest_word(self.text, start)
        self.place = Place(item.id, cursor, part_word=self.place.part_word)
        self.moved()

    def moved(self) -> None:
        """The person is somewhere else: what was said about the place before is over."""
        self.message = None
        self.tell(News.PLACE | News.MESSAGE)

    # -- changing -------------------------------------------------------------------------------

    def do(self, build: Callable[[], Edit], correction: Correction | None = None) -> bool:
        """Build an edit and give it to the session; False, with a word, when a rule is against it.

        `correction` is what `.` would do to the further mentions after it. It is known before the edit
        is told, so that the page looks for these mentions once. Raises WriteFailed when the disk does
        not take it.
        """
        last = self._correction
        try:
            self.message = None
            edit = build()
            if correction is not None:
                self._correction, self._further = correction, None
            self.session.do(self.article_id, edit)
        except StoreError:
            self._correction, self._further = last, None
            raise
        except EditError as error:
            self._correction, self._further = last, None
            self.message = error.sentence
            self.tell(News.MESSAGE)
            return False
        return True

    def _on_changed(self, changed: Changed) -> None:
        """The session wrote something: follow it."""
        if self._opened is None:
            return
        travelled = changed.kind in (EntryKind.UNDO, EntryKind.REDO)
        if self.article_id in changed.states:
            self._follow(changed)
        elif travelled and changed.states and not changed.settings:
            self.open(next(iter(changed.states)))
        if travelled:
            self._focus_touched(changed)

    def _follow(self, changed: Changed) -> None:
        self._opened = self.session.look(self.article_id)
        self._places = self._doubts = self._further = None
        self.touched = _touched_spans(changed, self.article_id)
        if self.place.focus and self.focused is None:
            self.place = replace(self.place, focus=None)
        untouched = self.place is self._first_place  # else the next key is meant for where it is
        if changed.kind is EntryKind.MACHINE and untouched and self.doubts:
            self.stand_on(self.tour[0])
        self.tell(News.STATE | News.PLACE | News.MESSAGE)

    def _focus_touched(self, changed: Changed) -> None:
        ids = changed.touched.get(self.article_id, frozenset())
        shown = [item for item in self.state.markables if item.id in ids]
        if len(shown) == 1:
            self.focus(shown[0])

    # -- saying ---------------------------------------------------------------------------------

    def say(self, template: str, **values: object) -> None:
        """A word to the person, for the status line."""
        self.message = Sentence(template, **values)
        self.tell(News.MESSAGE)

    def repeat(self, sentence: Sentence) -> None:
        """The same for a sentence that another floor has made."""
        self.message = sentence
        self.tell(News.MESSAGE)

    def tell(self, news: News) -> None:
        """Tell the views what to look at again."""
        tell_all(self.listeners, news)


def _touched_spans(changed: Changed, article_id: str) -> tuple[Span, ...]:
    before, after = changed.states[article_id]
    items = [
        item
        for item_id in changed.touched[article_id]
        for item in (before.get(item_id), after.get(item_id))
        if item is not None
    ]
    return tuple(span for item in items for span in (*spans_of(item), *_all_roles(item)))


def _all_roles(item: object) -> tuple[Span, ...]:
    if not isinstance(item, Quote):
        return ()
    return (*item.cue, *(mention.span for mention in mentions_of(item)))
