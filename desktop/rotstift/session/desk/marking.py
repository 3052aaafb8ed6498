"""Marking: labels, quote types, borders, and the pieces of a quote."""

from dataclasses import replace
from functools import partial

from rotstift.model import verbs
from rotstift.model.edit import Edit
from rotstift.model.identity import group_of
from rotstift.model.items import Entity, Markable, Negative, Quote, ZoneKind
from rotstift.model.same import Correction, Deed
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session.desk.core import Core, News
from rotstift.session.desk.edges import EdgeMove, as_seen, moved, part_to_move
from rotstift.session.desk.going import Going
from rotstift.session.desk.place import Mode
from rotstift.session.desk.stretch import stretch_from, stretch_of


class Marking:
    """The verbs that shape an item: the focus stays on it."""

    def __init__(self, core: Core, going: Going) -> None:
        self.core = core
        self.going = going

    def label(self, label: str) -> None:
        """Relabel the focused entity, or make the words an entity."""
        core = self.core
        entity = self._entity_meant()
        span = entity.span if entity else self._words_meant()
        if span is None:
            return
        if entity:
            edit = partial(verbs.relabel, core.text, entity, label, core.session.author)
        else:
            edit = partial(verbs.add_entity, core.text, span, label, core.session.author)
        others = group_of(core.identities, entity.id) if entity else ()
        words = span.of(core.text)
        if core.do(edit, Correction(Deed.LABEL, words, span, label, members=others)):
            self._focus_entity(span)

    def _focus_entity(self, span: Span) -> None:
        item = next((entity for entity in self.core.state.entities if entity.span == span), None)
        if item and item.id != self.core.place.focus:
            self.core.focus(item)

    def quote_type(self, kind: str) -> None:
        """Give the focused quote a type, or make the words a quote."""
        item = self.core.focused
        if isinstance(item, Quote):
            self.core.do(
                lambda: verbs.set_type(self.core.text, item, kind, self.core.session.author)
            )
            return
        words = item.span if isinstance(item, Negative) else self._words_meant()
        if words is None:
            return
        picked = isinstance(item, Negative) or self.core.place.selection is not None
        text = self.core.text
        span = (stretch_of if picked else stretch_from)(text, words, kind)
        edit = verbs.add_quote(
            self.core.text, self.core.state, span, kind, self.core.session.author
        )
        if self.core.do(lambda: edit):
            self._focus_quote(span)

    def _entity_meant(self) -> Entity | None:
        """The focused entity, or the one that the chosen words are already."""
        if isinstance(self.core.focused, Entity):
            return self.core.focused
        words = self.core.place.words
        if self.core.place.selection is None and self.core.focused is not None:
            return None
        return next((entity for entity in self.core.state.entities if entity.span == words), None)

    def _words_meant(self) -> Span | None:
        if self.core.place.focus and not self.core.place.selection:
            self.core.say(
                QT_TRANSLATE_NOOP(
                    "Messages", "Choose the words first: Escape, then the arrow keys or a drag."
                )
            )
            return None
        return self.core.place.words

    def _focus_quote(self, span: Span) -> None:
        item = next((quote for quote in self.core.state.quotes if quote.parts == (span,)), None)
        if item:
            self.core.focus(item)

    def edge(self, move: EdgeMove) -> None:
        """Move a border of the focused item, or of the selection, by a word (or a character).

        Where the line reads from the right, right and left are those on the page.
        """
        item = self.core.focused if self.core.place.mode is Mode.NORMAL else None
        if item is None:
            self._move_selection(move)
            return
        move = as_seen(self.core.text, item.span.start, move)
        old = part_to_move(item, move)
        marks = not isinstance(item, Entity)
        new = moved(self.core.text, old, move, marks=marks, by_character=self.core.place.part_word)
        self.move_border(item.id, old, new)

    def _move_selection(self, move: EdgeMove) -> None:
        span = self.core.place.words
        if span is None:
            return
        move = as_seen(self.core.text, span.start, move)
        by_character = self.core.place.part_word
        new = moved(self.core.text, span, move, marks=False, by_character=by_character)
        self.core.place = replace(self.core.place, selection=new)
        self.core.tell(News.PLACE)

    def move_border(self, item_id: str, old: Span, new: Span) -> None:
        """Give a span of an item new borders (a dragged handle)."""
        item = self.core.state.get(item_id)
        if old == new or not isinstance(item, Markable):
            return
        author = self.core.session.author
        if isinstance(item, Entity):
            before = old.of(self.core.text)
            correction = self._border_correction(before, old, new)
            self.core.do(lambda: self._grown_entity(item, new), correction)
        elif isinstance(item, Quote):
            self.core.do(lambda: verbs.move_quote(self.core.text, item, old, new, author))
        else:
            self.core.do(lambda: verbs.move_negative(self.core.text, item, new, author))

    def _border_correction(self, before: str, old: Span, new: Span) -> Correction:
        """Several edge keys on one name are one correction, from its first borders to its last."""
        last = self.core.correction
        if last and last.deed is Deed.BORDER and last.result == old:
            before, old = last.words, last.span
        return Correction(Deed.BORDER, before, old, offset=new.start - old.start, length=len(new))

    def _grown_entity(self, entity: Entity, new: Span) -> Edit:
        """The entity with its new borders; names that it now covers are part of it and go."""
        state = self.core.state
        edit = verbs.move_entity(self.core.text, entity, new, self.core.session.author)
        covered = [
            other
            for other in state.entities
            if new.contains(other.span) and not entity.span.contains(other.span)
        ]
        gone = [step for other in covered for step in verbs.without(state, other)]
        return replace(edit, steps=(*edit.steps, *gone))

    def toggle_part_word(self) -> None:
        """Let the edge keys move by one character, or by a word again."""
        self.core.place = replace(self.core.place, part_word=not self.core.place.part_word)
        self.core.tell(News.PLACE)

    def split(self) -> None:
        """Make one quote of each part of the focused quote."""
        quote = self.core.quote_meant()
        if quote:
            self.core.do(lambda: verbs.split(self.core.text, quote, self.core.session.author))

    def join(self) -> None:
        """Make one quote of the focused one and the next."""
        quote = self.core.quote_meant()
        later = [
            other
            for other in self.core.state.quotes
            if quote and other.span.start >= quote.span.end
        ]
        if quote and later:
            state, author = self.core.state, self.core.session.author
            self.core.do(lambda: verbs.join(self.core.text, state, quote, later[0], author))
        else:
            self.core.say(QT_TRANSLATE_NOOP("Messages", "There is no further quote to join with."))

    def toggle_fragment(self) -> None:
        """Say whether the focused quote is only a word or phrase inside a report."""
        quote = self.core.quote_meant()
        if quote:
            author = self.core.session.author
            fragment = not quote.fragment
            self.core.do(
                lambda: verbs.set_fragment(self.core.text, quote, fragment=fragment, author=author)
            )

    def zone(self, kind: ZoneKind) -> None:
        """Make the paragraph with the cursor a zone."""
        core = self.core
        here = core.focused.span if core.focused else core.place.words
        if here is None:
            return
        start = core.text.rfind("\n", 0, here.start) + 1
        end = core.text.find("\n", here.start)
        lines = Span(start, end if end > start else len(core.text))
        edit = verbs.set_zone(core.text, core.state, lines, kind, core.session.author)
        core.do(lambda: edit)
