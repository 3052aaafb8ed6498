"""Settling: accept, remove, deny, same for all, and the article's status."""

from dataclasses import replace
from functools import partial

from rotstift.model import verbs
from rotstift.model.items import Entity, Markable, NegativeOf, Status
from rotstift.model.same import Correction, Deed, Hit, same_for_all
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP, KeyOf
from rotstift.model.words import nearest_word
from rotstift.session.desk.core import Core, News
from rotstift.session.desk.going import Going
from rotstift.session.desk.place import Mode, Place


class Settling:
    """The verbs that settle an item: they go on to the next doubtful place."""

    def __init__(self, core: Core, going: Going) -> None:
        self.core = core
        self.going = going

    def accept(self) -> None:
        """Say yes to the focused suggestion and go on to the next doubtful place."""
        item = self.core.focused
        self.going.remember_place()
        if item is None or self.core.do(lambda: verbs.accept(self.core.text, item)):
            self.going.next_doubt()
        else:
            self.core.message = None
            self.going.next_doubt()

    def remove(self) -> None:
        """Take the focused item away and go on to the next doubtful place."""
        item = self.core.focused or self._item_under_words()
        if item is None:
            self.core.say(QT_TRANSLATE_NOOP("Messages", "Nothing is chosen that could be removed."))
        else:
            self._remove(item)

    def remove_item(self, item_id: str) -> None:
        """Take an item away wherever it is (the mouse is on it), and go on."""
        item = self.core.state.get(item_id)
        if isinstance(item, Markable):
            self._remove(item)

    def _remove(self, item: Markable) -> None:
        of = NegativeOf.ENTITY if isinstance(item, Entity) else NegativeOf.QUOTE
        words = item.span.of(self.core.text)
        correction = Correction(Deed.REMOVE, words, item.span, of=of)
        self.going.remember_place()
        if self.core.do(lambda: verbs.remove(self.core.text, self.core.state, item), correction):
            self._go_on_from(item.span)

    def _item_under_words(self) -> Markable | None:
        words = self.core.place.words
        over = [item for item in self.core.state.markables if words and item.span.contains(words)]
        return min(over, key=lambda item: len(item.span), default=None)

    def _go_on_from(self, span: Span) -> None:
        self.core.place = Place(
            cursor=nearest_word(self.core.text, span.start), part_word=self.core.place.part_word
        )
        if self.core.doubts:
            self.going.next_doubt()
        else:
            self.core.tell(News.PLACE)

    def start_reason(self) -> None:
        """`N`: the next digit says why the focused item, or the marked words, are nothing."""
        if self.core.focused is None and self.core.place.words is None:
            return
        self.core.place = replace(self.core.place, mode=Mode.REASON, hints=())
        self.core.tell(News.PLACE)

    def choose_reason(self, digit: int) -> None:
        """A digit in mode REASON: the scheme's reasons in their order, from 1."""
        reasons = self.core.session.scheme.reasons
        if 1 <= digit <= len(reasons):
            self.deny(reasons[digit - 1].id)

    def deny(self, reason: str) -> None:
        """Not a quote, not an entity, for a reason; goes on to the next doubtful place."""
        item, author = self.core.focused, self.core.session.author
        self.core.place = replace(self.core.place, mode=Mode.NORMAL)
        span = item.span if item else self._marks_meant()
        if span is None:
            return
        of = NegativeOf.ENTITY if isinstance(item, Entity) else NegativeOf.QUOTE
        core = self.core
        self.going.remember_place()
        correction = Correction(Deed.DENY, span.of(core.text), span, reason, of=of)
        if item:
            edit = partial(verbs.deny, core.text, core.state, item, reason, author)
        else:
            edit = partial(verbs.deny_words, core.text, span, reason, of, author)
        if core.do(edit, correction):
            self._go_on_from(span)

    def _marks_meant(self) -> Span | None:
        """The chosen words; those in marks that nobody has explained stand for the whole stretch."""
        words = self.core.place.words
        open_ones = [doubt.span for doubt in self.core.doubts if doubt.item is None]
        return next((span for span in open_ones if words and span.contains(words)), words)

    def further_same(self) -> tuple[Correction, list[Hit]] | None:
        """The last correction and every further same mention here; None, with a word, if none."""
        correction, hits = self.core.correction, self.core.further
        if correction is None:
            self.core.say(
                QT_TRANSLATE_NOOP(
                    "Messages", "Correct one mention first; then “{same}” does the same to all."
                ),
                same=KeyOf("same", "."),
            )
        elif not hits:
            self.core.say(
                QT_TRANSLATE_NOOP("Messages", "There is no further same mention in this article.")
            )
        return (correction, hits) if correction and hits else None

    def same(self) -> None:
        """`.`: the last correction to all further same mentions, which the page shows already."""
        found = self.further_same()
        if found:
            self.do_same(*found)

    def do_same(self, correction: Correction, hits: list[Hit]) -> None:
        """Do the correction to the chosen hits, as one edit."""
        state, author = self.core.state, self.core.session.author
        if hits and self.core.do(
            lambda: same_for_all(self.core.text, state, correction, hits, author)
        ):
            self.core.say(
                QT_TRANSLATE_NOOP(
                    "Messages", "Done to %n further mention(s). {undo} takes it back.", "", 1
                ),
                n=len(hits),
                undo=KeyOf("undo", "Ctrl+Z"),
            )

    def confirm(self) -> None:
        """Accept what is left, confirm the article, and go on to the next."""
        if self.core.opened is None:
            return
        state = self.core.state
        if verbs.is_settled(state) or self.core.do(lambda: verbs.confirm(self.core.text, state)):
            self.going.next_article()

    def toggle_status(self, status: Status) -> None:
        """Flag or skip the article; the same again takes it back. Skipping goes on to the next."""
        on = self.core.state.status is not status
        wanted = status if on else Status.IN_PROGRESS
        done = self.core.do(lambda: verbs.set_status(self.core.text, self.core.state, wanted))
        if done and on and status is Status.SKIPPED:
            self.going.next_article()

    def note(self, words: str) -> None:
        """Write, change or (empty) remove the note on the focused item, else on the article."""
        target = self.core.place.focus or ""
        state, author = self.core.state, self.core.session.author
        self.core.do(lambda: verbs.write_note(self.core.text, state, target, words, author))

    @property
    def note_here(self) -> str:
        """The note on the focused item, else on the article."""
        note = self.core.state.note_on(self.core.place.focus or "")
        return note.text if note else ""
