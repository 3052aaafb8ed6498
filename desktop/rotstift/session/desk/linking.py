"""Linking: who speaks, with which cue, to whom, through whom; and the parts of a quote."""

from dataclasses import replace

from rotstift.model import verbs
from rotstift.model.items import Quote, role_spans
from rotstift.model.marks import with_marks
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.model.words import nearest_word
from rotstift.session.desk.candidates import hints_for, mentions_in
from rotstift.session.desk.core import Core, News
from rotstift.session.desk.place import Mode


class Linking:
    """The verbs that fill a quote's roles by key, by word and by mouse."""

    def __init__(self, core: Core) -> None:
        self.core = core
        self._last: tuple[str, str] = ("", "")
        """The quote and the role that were filled last: "one more piece" goes on with them."""

    def start_role(self, role: str) -> None:
        """`S`, `C`, `A`, `V`: the next digit or word fills the role. The same key again takes the word."""
        if self.core.place.mode is Mode.ROLE and self.core.place.role == role:
            self.take_words()
        else:
            self._start(role, adding=False)

    def add_piece(self) -> None:
        """`+`: one more piece of the role that was filled last ("teilte … mit"), or of the one chosen now."""
        place, quote = self.core.place, self.core.quote_meant()
        if place.mode is Mode.ROLE:
            self.core.place = replace(place, adding=not place.adding)
            self.core.tell(News.PLACE)
        elif quote is not None and self._last[0] == quote.id:
            self._start(self._last[1], adding=True)
        else:
            self.core.say(
                QT_TRANSLATE_NOOP(
                    "Messages", "Fill a role of the quote first; then add a piece to it."
                )
            )

    def _start(self, role: str, *, adding: bool) -> None:
        quote = self.core.quote_meant()
        if quote is None:
            self.core.say(
                QT_TRANSLATE_NOOP("Messages", "Choose a quote first: its speaker is set on it.")
            )
            return
        hints = hints_for(self.core.text, self.core.state, quote, role)
        # Beside the quote: the words inside it are never its speaker or cue.
        cursor = nearest_word(self.core.text, quote.span.end + 1)
        self.core.place = replace(
            self.core.place,
            focus=quote.id,
            cursor=cursor,
            mode=Mode.ROLE,
            role=role,
            adding=adding,
            hints=hints,
            selection=None,
        )
        self.core.tell(News.PLACE)

    def choose_hint(self, digit: int) -> None:
        """A digit in mode ROLE: that candidate fills the role; 0 empties it."""
        chosen = [hint.span for hint in self.core.place.hints if hint.digit == str(digit)]
        if chosen or digit == 0:
            self._fill_role(tuple(chosen))

    def take_words(self) -> None:
        """Enter in a picking mode: the selected words, or the word with the cursor."""
        if self.core.place.mode in (Mode.ROLE, Mode.PART) and self.core.place.words:
            self.pick(self.core.place.words)

    def pick(self, span: Span) -> None:
        """Words in a picking mode: a part, or what fills the role."""
        if self.core.place.mode is Mode.PART:
            self.core.place = replace(self.core.place, mode=Mode.NORMAL, selection=None)
            quote = self.core.focused
            if isinstance(quote, Quote):
                self._add_part(quote, span)
            self.core.tell(News.PLACE)
        else:
            self._fill_role((span,))

    def _add_part(self, quote: Quote, span: Span) -> None:
        author, part = self.core.session.author, with_marks(self.core.text, span)
        self.core.do(lambda: verbs.add_part(self.core.text, quote, part, author))

    def _fill_role(self, spans: tuple[Span, ...]) -> None:
        place, quote = self.core.place, self.core.focused
        self.core.place = replace(
            place, mode=Mode.NORMAL, role="", adding=False, hints=(), selection=None
        )
        if isinstance(quote, Quote):
            kept = role_spans(quote, place.role) if place.adding and spans else ()
            self.set_role(quote.id, place.role, tuple(sorted((*_apart(kept, spans), *spans))))
            self._last = (quote.id, place.role)
        self.core.tell(News.PLACE)

    def set_role(self, quote_id: str, role: str, spans: tuple[Span, ...]) -> None:
        """Fill a role of a quote with these spans (a drag from the quote, a click in a panel)."""
        quote = self.core.state.quote(quote_id)
        if quote:
            state, author = self.core.state, self.core.session.author
            self.core.do(lambda: verbs.set_role(self.core.text, state, quote, role, spans, author))

    def link_to(self, quote_id: str, span: Span, role: str = "speaker") -> None:
        """A click with Ctrl, or a drag: the mention fills a role of the quote, or the role being chosen.

        Clicked words inside a mention that is known already stand for the whole of it.
        """
        known = mentions_in(self.core.state) if role == "speaker" else []
        whole = next((mention for mention in known if mention.contains(span)), span)
        self.link_words(quote_id, whole, role)

    def link_words(self, quote_id: str, span: Span, role: str) -> None:
        """Exactly these words fill the role; words that fill it already leave it. Or they are a "part"."""
        core, quote = self.core, self.core.state.quote(quote_id)
        if quote is not None and role == "part":
            self._add_part(quote, span)
        elif core.place.mode is Mode.ROLE and core.place.focus == quote_id:
            self._fill_role((span,))
        elif quote is not None:
            filled = role_spans(quote, role)
            rest = tuple(one for one in filled if one != span)
            self.set_role(quote_id, role, rest if span in filled else (span,))
            self._last = (quote_id, role)
        else:
            core.say(
                QT_TRANSLATE_NOOP("Messages", "Choose a quote first: its speaker is set on it.")
            )

    def same_speaker(self) -> None:
        """`Shift+S`: the focused quote has the speaker of the quote before it."""
        quote = self.core.quote_meant()
        before = [
            other
            for other in self.core.state.quotes
            if quote and other.speaker and other.span.start < quote.span.start
        ]
        if quote is None or not before:
            self.core.say(
                QT_TRANSLATE_NOOP("Messages", "There is no quote with a speaker before this one.")
            )
            return
        speaker, author = before[-1].speaker, self.core.session.author
        self.core.do(lambda: verbs.with_role(self.core.text, quote, "speaker", speaker, author))

    def start_part(self) -> None:
        """`B`: the next words become a part of the focused quote. The same key again takes them."""
        if self.core.place.mode is Mode.PART:
            self.take_words()
            return
        quote = self.core.quote_meant()
        if quote is None:
            self.core.say(
                QT_TRANSLATE_NOOP("Messages", "Choose a quote first: the part is added to it.")
            )
            return
        cursor = nearest_word(self.core.text, quote.span.end)
        self.core.place = replace(
            self.core.place, focus=quote.id, mode=Mode.PART, cursor=cursor, selection=None, hints=()
        )
        self.core.tell(News.PLACE)


def _apart(kept: tuple[Span, ...], fresh: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces that none of the fresh ones touches."""
    return tuple(one for one in kept if not any(one.overlaps(new) for new in fresh))
