"""Going about: articles, doubtful places, items, words."""

from collections.abc import Sequence
from dataclasses import replace

from rotstift.model.direction import right_to_left_at
from rotstift.model.doubt import Doubt
from rotstift.model.items import Markable, Status
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.model.words import nearest_word, next_word, previous_word
from rotstift.session.desk.core import Core
from rotstift.session.desk.place import PICKING, Mode, Place

NEAR = 20
"""Articles that are asked for their status one by one before a list of all open ones is made."""
OPEN = tuple(status for status in Status if status not in (Status.CONFIRMED, Status.SKIPPED))
"""What is not done yet."""


class Going:
    """The verbs that move the person and change nothing."""

    def __init__(self, core: Core) -> None:
        self.core = core

    def next_article(self) -> None:
        """Open the next article of the list that is not done; round the end, but never the same."""
        order = list(self.core.order)
        if self.core.article_id not in order:
            return
        here = order.index(self.core.article_id)
        article_id = self._first_open([*order[here + 1 :], *order[:here]])
        if article_id is not None:
            self.core.open(article_id)
            return
        self.core.say(
            QT_TRANSLATE_NOOP("Messages", "That was the last open article: all are done.")
        )

    def _first_open(self, ids: Sequence[str]) -> str | None:
        """The first that is not done: mostly one of the nearest, else sought among all open ones."""
        for article_id in ids[:NEAR]:
            if self.core.session.row(article_id).status in OPEN:
                return article_id
        left = set(self.core.session.project.ids(OPEN)) if len(ids) > NEAR else set()
        return next((article_id for article_id in ids[NEAR:] if article_id in left), None)

    def go_article(self, step: int) -> None:
        """Open the neighbour in the list, done or not."""
        order = list(self.core.order)
        if self.core.article_id in order:
            position = order.index(self.core.article_id) + step
            if 0 <= position < len(order):
                self.core.open(order[position])

    def next_doubt(self, step: int = 1) -> None:
        """Go to the next (or previous) doubtful place, in the order of `core.tour`; round the end."""
        standing = self.core.doubt_here()
        others = [doubt for doubt in self.core.tour if doubt is not standing]
        ahead, behind = self._parted(others, standing or self.core.stood)
        places = ahead if step > 0 else behind[::-1]
        if places:
            self.core.stand_on(places[0])
            self.core.moved()
        elif others:
            self.core.stand_on(others[0 if step > 0 else -1])
            self.core.moved()
        else:
            self.core.say(
                QT_TRANSLATE_NOOP(
                    "Messages", "Nothing doubtful is left here. Confirm when it is right."
                )
            )

    def remember_place(self) -> None:
        """Before an edit settles it: `Tab` goes on from the doubtful place where the person is."""
        self.core.stood = self.core.doubt_here() or self.core.stood

    def _parted(
        self, places: Sequence[Doubt], last: Doubt | None
    ) -> tuple[Sequence[Doubt], Sequence[Doubt]]:
        """Those that come after where the person is, and those before; `last`: the last doubtful place."""
        if self.core.by_place:
            here = self._here()
            return [d for d in places if d.place > here], [d for d in places if d.place < here]
        if last is None:
            return places, ()
        return [d for d in places if d.rank > last.rank], [d for d in places if d.rank < last.rank]

    def next_item(self, step: int = 1) -> None:
        """Go to the next (or previous) item of any kind."""
        items = self.core.state.markables
        if self.core.place.focus and self.core.focused in items:
            position = items.index(self.core.focused) + step
        else:
            start = self._here()[0]
            after = [i for i, item in enumerate(items) if item.span.start >= start]
            first = after[0] if after else len(items)
            position = first if step > 0 else first - 1
        if 0 <= position < len(items):
            self.focus(items[position].id)

    def focus(self, item_id: str, position: int | None = None) -> None:
        """Give the focus to an item (a click on it, at a code point). In a picking mode it is picked.

        A click inside the focused quote itself picks the word there: what a reported quote's speaker is
        stands in it.
        """
        item = self.core.state.get(item_id)
        if not isinstance(item, Markable):
            return
        if self.core.place.mode in PICKING:
            if item_id != self.core.place.focus:
                self.core.picked(item.span)
                return
            if position is not None:
                self.point(position)
                return
        self.core.focus(item)

    def point(self, position: int) -> None:
        """Put the cursor on the word at a code point (a click beside all items)."""
        word = nearest_word(self.core.text, position)
        if word is None:
            return
        if self.core.place.mode in PICKING:
            self.core.picked(word)
            return
        self.core.place = Place(cursor=word, part_word=self.core.place.part_word)
        self.core.moved()

    def select(self, span: Span) -> None:
        """Select words (a drag or double-click)."""
        if self.core.place.mode in PICKING:
            self.core.picked(span)
            return
        self.core.place = Place(
            cursor=nearest_word(self.core.text, span.start),
            selection=span,
            part_word=self.core.place.part_word,
        )
        self.core.moved()

    def hover(self, word: Span | None) -> bool:
        """The mouse points at a word: while nothing is focused or selected, the cursor goes there.

        Answers whether it did; tells nobody, since nothing may scroll under the mouse.
        """
        place = self.core.place
        if word is None or place.focus or place.selection or place.mode is not Mode.NORMAL:
            return False
        self.core.place = replace(place, cursor=word)
        return True

    def move_cursor(self, step: int) -> None:
        """Go to the word on the right (or left); outside the picking modes this leaves the focused item.

        As in Qt's text fields the line's direction decides: where it reads from the right, the word
        on the right is the one before.
        """
        cursor = self.core.place.cursor
        if cursor is None:
            return
        mirrored = right_to_left_at(self.core.text, cursor.start)
        neighbour = next_word if (step > 0) is not mirrored else previous_word
        word = neighbour(self.core.text, cursor)
        if self.core.place.mode is Mode.NORMAL:
            self.core.place = Place(cursor=word or cursor, part_word=self.core.place.part_word)
        else:
            self.core.place = replace(self.core.place, cursor=word or cursor, selection=None)
        self.core.moved()

    def escape(self) -> None:
        """Leave the mode, else the selection, else the focus, else forget the last correction."""
        place = self.core.place
        if place.mode is not Mode.NORMAL:
            self.core.place = replace(
                place, mode=Mode.NORMAL, role="", adding=False, hints=(), names=(), selection=None
            )
        elif place.part_word:
            self.core.place = replace(place, part_word=False)
        elif place.selection:
            self.core.place = replace(place, selection=None)
        elif place.focus:
            self.core.place = replace(place, focus=None)
        else:
            self.core.remember(None)
        self.core.moved()

    def _here(self) -> tuple[int, int]:
        span = self.core.focused.span if self.core.focused else self.core.place.words
        return (span.start, -span.end) if span else (0, 0)
