"""The simulated person: knows the gold, and does with keys and mouse in the real window what it takes."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from replay.needs import ROLES, Need, Wanted, needs
from rotstift.model.items import Quote, role_spans
from rotstift.model.span import Span
from rotstift.model.words import words
from rotstift.session.desk.candidates import mentions_in
from rotstift.session.desk.core import Core
from rotstift.session.desk.edges import EdgeMove, moved
from rotstift.ui.article.focus import handles
from rotstift.ui.article.view import ArticleView
from rotstift.ui.program import Program

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MOUSE_KEYS = {"speaker": CTRL, "cue": CTRL | SHIFT}
"""The roles that a click or drag with these keys fills."""
_KEYS = {
    EdgeMove.GROW_LEFT: "Shift+Left",
    EdgeMove.GROW_RIGHT: "Shift+Right",
    EdgeMove.SHRINK_LEFT: "Alt+Right",
    EdgeMove.SHRINK_RIGHT: "Alt+Left",
}
ROLE_KEYS = {"speaker": "S", "cue": "C", "addressee": "A"}


class Failed(Exception):
    """The window did not come to what was wanted."""


class Player:
    """Counts a key, a chord, a click and a drag as one action each."""

    def __init__(self, program: Program, types: dict[str, str]) -> None:
        """`types`: the key of each quote type."""
        self.program = program
        self.types = types
        self.actions = 0
        self.done: dict[str, int] = {}
        """Actions by what they were for."""
        self._for = ""

    @property
    def core(self) -> Core:
        """The open article."""
        return self.program.desk.core

    @property
    def view(self) -> ArticleView:
        """The page."""
        return self.program.window.view

    # -- keys and mouse -------------------------------------------------------------------------

    def _count(self) -> None:
        self.actions += 1
        self.done[self._for] = self.done.get(self._for, 0) + 1

    def press(self, *chords: str) -> None:
        """Keys, sent to the page."""
        for chord in chords:
            pressed = QKeySequence(chord)[0]
            self._count()
            QTest.keyClick(self.view, pressed.key(), pressed.keyboardModifiers())
            QCoreApplication.processEvents()

    def click(
        self, point: QPoint, keys: Qt.KeyboardModifier = PLAIN, button: Qt.MouseButton = LEFT
    ) -> None:
        """One click."""
        self._count()
        QTest.mouseClick(self.view.viewport(), button, keys, point)
        QCoreApplication.processEvents()

    def drag(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """One drag."""
        self._count()
        port = self.view.viewport()
        QTest.mousePress(port, LEFT, keys, start)
        for step in (0.2, 0.6, 1.0):
            QTest.mouseMove(port, start + (end - start) * step)
        QTest.mouseRelease(port, LEFT, keys, end)
        QCoreApplication.processEvents()

    def _middle(self, position: int) -> QPoint:
        return self.view.rect_of(Span(position, position + 1)).center()

    def _drag_over(self, span: Span, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Select words; from the other end where a drag from this one would link."""
        first, last = span.start, span.end - 1
        page = self.view.page
        if keys is PLAIN and set(page.quotes_at(first)) - set(page.quotes_at(last)):
            first, last = last, first
            if set(page.quotes_at(first)) - set(page.quotes_at(last)):
                raise Failed("a drag would link")
        self.view.ensure_visible(span)
        start, end = self._middle(first), self._middle(last)
        if self.view._mouse._handle_at(self.view.place(start)) is not None:
            start, end = end, start  # a handle of the focused item is in the way
        if self.view._mouse._handle_at(self.view.place(start)) is not None:
            raise Failed("both ends stand under a handle")
        if (start - end).manhattanLength() < 12:  # one short word
            end = end + QPoint(12, 0)
        self.drag(start, end, keys)

    # -- going ----------------------------------------------------------------------------------

    def go_to(self, quote: Quote) -> None:
        """Focus a quote: nothing to do where it has the focus, else a click on it or on its card."""
        if self.core.place.focus == quote.id:
            return
        self.view.ensure_visible(quote.parts[0])
        QCoreApplication.processEvents()
        self.click(self._point_of(quote))
        if self.core.place.focus != quote.id:
            raise Failed("a click did not focus the quote")

    def _point_of(self, quote: Quote) -> QPoint:
        page = self.view.page
        for part in quote.parts:
            for position in range(part.start, part.end):
                point = self._middle(position)
                if (
                    page.item_at(self.view.place(point)) == quote.id
                    and page.card_at(self.view.place(point)) is None
                ):
                    return point
        card = page.card_of(quote.id)
        if card is None:
            raise Failed("no place to click on the quote")
        return card.rect.center().toPoint() - QPoint(0, self.view.verticalScrollBar().value())

    # -- correcting -----------------------------------------------------------------------------

    def correct(self, gold: list[Wanted]) -> list[str]:
        """Put an article right; answers what could not be done."""
        found = needs(self.core.state, gold)
        troubles = [words for need in found for words in self._put_right(need)]
        left = [need for need in needs(self.core.state, gold) if not need.right]
        return troubles + [words for need in left for words in self._put_right(need)]

    def _put_right(self, need: Need) -> list[str]:
        if need.there is not None:  # as it is now
            need = Need(self.core.state.quote(need.there.id), need.wanted)
        if need.right or (need.there is None and need.wanted is None):
            return []
        try:
            self._mend(need)
        except Failed as first:
            try:
                self._anew(need)
            except Failed as second:
                return [f"{first}; anew: {second}"]
        return []

    def split_where_it_helps(self, gold: list[Wanted]) -> None:
        """A quote in pieces whose pieces are quotes of their own in the gold: Shift+J."""
        alone = {one.parts for one in gold if len(one.parts) == 1}
        for quote in self.core.state.quotes:
            if len(quote.parts) > 1 and all((part,) in alone for part in quote.parts):
                self._for = "split"
                self.go_to(quote)
                self.press("Shift+J")

    def _mend(self, need: Need) -> None:
        if need.wanted is None:
            self._delete(need.there)
            return
        there, wanted = need.there, need.wanted
        self._roles(self._reshape(there, wanted) if there else self._add(wanted), wanted)

    def _anew(self, need: Need) -> None:
        assert need.wanted
        if need.there and self.core.state.quote(need.there.id):
            self._delete(self.core.state.quote(need.there.id))
        for quote in self.core.state.quotes:  # what a first try has left
            if quote.parts == need.wanted.parts[:1] and quote.type == need.wanted.type:
                self._delete(quote)
        self._roles(self._add(need.wanted), need.wanted)

    def _delete(self, quote: Quote | None) -> None:
        assert quote
        self._for = "delete"
        if self.core.place.focus == quote.id:
            self.press("X")
        else:
            self.view.ensure_visible(quote.parts[0])
            QCoreApplication.processEvents()
            self.click(self._point_of(quote), PLAIN, Qt.MouseButton.MiddleButton)
        if self.core.state.quote(quote.id):
            raise Failed("the quote could not be removed")

    def _add(self, wanted: Wanted) -> Quote:
        self._for = "add"
        self._drag_over(self._whole_words(wanted.parts[0]))
        self.press(self.types[wanted.type])
        quote = self._focused()
        quote = self._edges(quote, wanted.parts[0])
        for part in wanted.parts[1:]:
            quote = self._add_part(quote, part)
        return quote

    def _focused(self) -> Quote:
        item = self.core.focused
        if not isinstance(item, Quote):
            raise Failed("no quote has the focus")
        return item

    def _again(self, quote: Quote) -> Quote:
        found = self.core.state.quote(quote.id)
        if found is None:
            raise Failed("the quote is gone")
        return found

    def _whole_words(self, span: Span) -> Span:
        """The words in a span, which is what a drag can select."""
        inside = [
            word
            for word in words(self.core.text)
            if word.start < span.end and word.end > span.start
        ]
        if not inside:
            raise Failed("no words to select")
        return Span(inside[0].start, inside[-1].end)

    def _reshape(self, quote: Quote, wanted: Wanted) -> Quote:
        if quote.type != wanted.type:
            self._for = "relabel"
            self.go_to(quote)
            self.press(self.types[wanted.type])
        if quote.parts == wanted.parts:
            return self._again(quote)
        self._for = "border"
        if len(quote.parts) > 1 and len(wanted.parts) == 1:
            if any(not wanted.parts[0].contains(part) for part in quote.parts):
                raise Failed("its parts go beyond the wanted one")
            return self._edges(self._add_part(quote, wanted.parts[0], whole=True), wanted.parts[0])
        if len(quote.parts) == 1:
            quote = self._edges(quote, wanted.parts[0])
            for part in wanted.parts[1:]:
                quote = self._add_part(quote, part)
            return quote
        return self._outer_edges(quote, wanted)

    def _outer_edges(self, quote: Quote, wanted: Wanted) -> Quote:
        quote = self._edge(quote, "start", wanted.parts[0].start)
        quote = self._edge(quote, "end", wanted.parts[-1].end)
        if quote.parts != wanted.parts:
            raise Failed("an inner border is wrong")
        return quote

    def _add_part(self, quote: Quote, part: Span, *, whole: bool = False) -> Quote:
        self.go_to(quote)
        self._drag_over(self._whole_words(part), SHIFT)
        quote = self._again(quote)
        if whole or part in quote.parts:
            return quote
        if part == max([part, *quote.parts]):
            quote = self._edge(quote, "end", part.end)
        if part not in quote.parts:
            raise Failed("the part has other borders")
        return quote

    def _edges(self, quote: Quote, part: Span) -> Quote:
        quote = self._edge(quote, "start", part.start)
        return self._edge(quote, "end", part.end)

    # -- borders --------------------------------------------------------------------------------

    def _edge(self, quote: Quote, edge: str, target: int) -> Quote:
        """One border to a code point: one key where that does it, else a drag, else keys."""
        for attempt in (self._by_one_key, self._by_drag, self._by_keys, self._by_characters):
            quote = self._again(quote)
            if self._border(quote, edge) == target:
                return quote
            self.go_to(quote)
            attempt(quote, edge, target)
        quote = self._again(quote)
        if self._border(quote, edge) != target:
            raise Failed(f"the {edge} could not be moved to {target}")
        return quote

    def _border(self, quote: Quote, edge: str) -> int:
        return quote.parts[0].start if edge == "start" else quote.parts[-1].end

    def _moves(self, quote: Quote, edge: str, target: int, *, by_character: bool) -> list[EdgeMove]:
        """The keys that bring the border there; empty where they miss it."""
        part = quote.parts[0] if edge == "start" else quote.parts[-1]
        outward = target < part.start if edge == "start" else target > part.end
        grow = EdgeMove.GROW_LEFT if edge == "start" else EdgeMove.GROW_RIGHT
        shrink = EdgeMove.SHRINK_LEFT if edge == "start" else EdgeMove.SHRINK_RIGHT
        move = grow if outward else shrink
        keys: list[EdgeMove] = []
        far = abs(target - self._end(part, edge))
        while far:
            part = moved(self.core.text, part, move, marks=True, by_character=by_character)
            now = abs(target - self._end(part, edge))
            if now >= far:
                return []
            keys.append(move)
            far = now
        return keys

    @staticmethod
    def _end(part: Span, edge: str) -> int:
        return part.start if edge == "start" else part.end

    def _by_one_key(self, quote: Quote, edge: str, target: int) -> None:
        keys = self._moves(quote, edge, target, by_character=False)
        if len(keys) == 1:
            self.press(_KEYS[keys[0]])

    def _by_drag(self, _quote: Quote, edge: str, target: int) -> None:
        self.view.ensure_visible(
            Span(target - 1, target) if edge == "end" else Span(target, target + 1)
        )
        QCoreApplication.processEvents()
        found = [one for one in handles(self.view.page, self.view.overlay) if one.edge == edge]
        if not found:
            return
        start = found[0].place.toPoint() - QPoint(0, self.view.verticalScrollBar().value())
        at = target - 1 if edge == "end" else target
        rect = self.view.rect_of(Span(at, at + 1))
        self.drag(start, QPoint(rect.right() if edge == "end" else rect.left(), rect.center().y()))

    def _by_keys(self, quote: Quote, edge: str, target: int) -> None:
        self.press(*(_KEYS[move] for move in self._moves(quote, edge, target, by_character=False)))

    def _by_characters(self, quote: Quote, edge: str, target: int) -> None:
        keys = self._moves(quote, edge, target, by_character=True)
        if keys:
            self.press("T", *(_KEYS[move] for move in keys), "T")

    # -- roles ----------------------------------------------------------------------------------

    def _roles(self, quote: Quote, wanted: Wanted) -> None:
        for role in ROLES:
            quote = self._again(quote)
            if tuple(sorted(role_spans(quote, role))) != wanted.role(role):
                self._for = "link"
                self.go_to(quote)
                self._role(quote, role, wanted.role(role))
                quote = self._again(quote)
                if tuple(sorted(role_spans(quote, role))) != wanted.role(role):
                    self._by_mode(role, wanted.role(role))
                    quote = self._again(quote)
                if tuple(sorted(role_spans(quote, role))) != wanted.role(role):
                    raise Failed(f"the {role} could not be set")

    def _role(self, quote: Quote, role: str, spans: tuple[Span, ...]) -> None:
        there = role_spans(quote, role)
        if not spans and not (len(there) == 1 and self._link(role, there[0], there)):
            self.press(ROLE_KEYS[role], "0")
        elif role == "speaker" and spans and self._speaker_before(quote) == spans:
            self.press("Shift+S")
        elif spans:
            first = self._link(role, spans[0], there)
            for span in spans[1:] if first else spans:
                self.press("+" if first else ROLE_KEYS[role])
                self._pick(span)
                first = True

    def _by_mode(self, role: str, spans: tuple[Span, ...]) -> None:
        """The key, then the words, dragged over: longer, and sure."""
        for number, span in enumerate(spans):
            self.press("+" if number else ROLE_KEYS[role])
            self._drag_over(self._whole_words(span))

    def _link(self, role: str, span: Span, there: tuple[Span, ...]) -> bool:
        """One click or drag with the role's keys; False where none links exactly these words."""
        if role not in MOUSE_KEYS or (span in there and len(there) > 1):
            return False
        point = self._linking_point(span, role)
        if point is not None:
            self.click(point, MOUSE_KEYS[role])
        elif self._whole_words(span) == span:
            self._drag_over(span, MOUSE_KEYS[role])
        return point is not None or self._whole_words(span) == span

    def _speaker_before(self, quote: Quote) -> tuple[Span, ...]:
        before = [
            other
            for other in self.core.state.quotes
            if other.speaker and other.span.start < quote.span.start
        ]
        return role_spans(before[-1], "speaker") if before else ()

    def _linking_point(self, span: Span, role: str) -> QPoint | None:
        """Where a click with the role's keys links exactly these words."""
        self.view.ensure_visible(span)
        QCoreApplication.processEvents()
        known = mentions_in(self.core.state) if role == "speaker" else []
        for position in range(span.start, span.end):
            point = self._middle(position)
            place = self.view.place(point)
            target = self.view._mouse._mention_at(place)
            if target is None or self.view._mouse._handle_at(place) is not None:
                continue
            whole = next((mention for mention in known if mention.contains(target)), target)
            if whole == span:
                return point
        return None

    def _pick(self, span: Span) -> None:
        """Words for the role: the digit over them, a click, a drag, in part-word mode if need be."""
        digits = {hint.span: hint.digit for hint in self.core.place.hints}
        if span in digits:
            self.press(digits[span])
        elif (point := self._linking_point(span, self.core.place.role)) is not None:
            self.click(point, CTRL)
        elif self._whole_words(span) == span:
            self._drag_over(span)
        else:
            self.press("T")
            self._drag_over(span)
            self.press("T")
