"""The simulated person: knows the gold, and does with keys and mouse in the real window what it takes."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt

from replay.hands import CTRL, PLAIN, SHIFT, Failed, Hands
from replay.needs import ROLES, Need, Wanted, needs
from rotstift.model.items import Quote, role_spans
from rotstift.model.span import Span
from rotstift.session.desk.candidates import mentions_in
from rotstift.session.desk.edges import EdgeMove, moved
from rotstift.ui.article.focus import handles

MOUSE_KEYS = {"speaker": CTRL, "cue": CTRL | SHIFT}
"""The roles that a click or drag with these keys fills."""
_KEYS = {
    EdgeMove.GROW_LEFT: "Shift+Left",
    EdgeMove.GROW_RIGHT: "Shift+Right",
    EdgeMove.SHRINK_LEFT: "Alt+Right",
    EdgeMove.SHRINK_RIGHT: "Alt+Left",
}
ROLE_KEYS = {"speaker": "S", "cue": "C", "addressee": "A"}


class Player:
    """Puts an article right."""

    def __init__(self, hands: Hands, types: dict[str, str]) -> None:
        """`types`: the key of each quote type."""
        self.hands = hands
        self.types = types

    # -- correcting -----------------------------------------------------------------------------

    def correct(self, gold: list[Wanted]) -> list[str]:
        """Put an article right; answers what could not be done."""
        found = needs(self.hands.core.state, gold)
        troubles = [words for need in found for words in self._put_right(need)]
        left = [need for need in needs(self.hands.core.state, gold) if not need.right]
        return troubles + [words for need in left for words in self._put_right(need)]

    def _put_right(self, need: Need) -> list[str]:
        if need.there is not None:  # as it is now
            need = Need(self.hands.core.state.quote(need.there.id), need.wanted)
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
        for quote in self.hands.core.state.quotes:
            if len(quote.parts) > 1 and all((part,) in alone for part in quote.parts):
                self.hands.purpose = "split"
                self.hands.go_to(quote)
                self.hands.press("Shift+J")

    def _mend(self, need: Need) -> None:
        if need.wanted is None:
            self._delete(need.there)
            return
        there, wanted = need.there, need.wanted
        self._roles(self._reshape(there, wanted) if there else self._add(wanted), wanted)

    def _anew(self, need: Need) -> None:
        assert need.wanted
        if need.there and self.hands.core.state.quote(need.there.id):
            self._delete(self.hands.core.state.quote(need.there.id))
        for quote in self.hands.core.state.quotes:  # what a first try has left
            if quote.parts == need.wanted.parts[:1] and quote.type == need.wanted.type:
                self._delete(quote)
        self._roles(self._add(need.wanted), need.wanted)

    def _delete(self, quote: Quote | None) -> None:
        assert quote
        self.hands.purpose = "delete"
        if self.hands.core.place.focus == quote.id:
            self.hands.press("X")
        else:
            self.hands.view.ensure_visible(quote.parts[0])
            QCoreApplication.processEvents()
            self.hands.click(self.hands.point_of(quote), PLAIN, Qt.MouseButton.MiddleButton)
        if self.hands.core.state.quote(quote.id):
            raise Failed("the quote could not be removed")

    def _add(self, wanted: Wanted) -> Quote:
        self.hands.purpose = "add"
        self.hands.drag_over(self.hands.whole_words(wanted.parts[0]))
        self.hands.press(self.types[wanted.type])
        quote = self._focused()
        quote = self._edges(quote, wanted.parts[0])
        for part in wanted.parts[1:]:
            quote = self._add_part(quote, part)
        return quote

    def _focused(self) -> Quote:
        item = self.hands.core.focused
        if not isinstance(item, Quote):
            raise Failed("no quote has the focus")
        return item

    def _again(self, quote: Quote) -> Quote:
        found = self.hands.core.state.quote(quote.id)
        if found is None:
            raise Failed("the quote is gone")
        return found

    def _reshape(self, quote: Quote, wanted: Wanted) -> Quote:
        if quote.type != wanted.type:
            self.hands.purpose = "relabel"
            self.hands.go_to(quote)
            self.hands.press(self.types[wanted.type])
        if quote.parts == wanted.parts:
            return self._again(quote)
        self.hands.purpose = "border"
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
        self.hands.go_to(quote)
        self.hands.drag_over(self.hands.whole_words(part), SHIFT)
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
            self.hands.go_to(quote)
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
            part = moved(self.hands.core.text, part, move, marks=True, by_character=by_character)
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
            self.hands.press(_KEYS[keys[0]])

    def _by_drag(self, _quote: Quote, edge: str, target: int) -> None:
        self.hands.view.ensure_visible(
            Span(target - 1, target) if edge == "end" else Span(target, target + 1)
        )
        QCoreApplication.processEvents()
        found = [
            one
            for one in handles(self.hands.view.page, self.hands.view.overlay)
            if one.edge == edge
        ]
        if not found:
            return
        start = found[0].place.toPoint() - QPoint(0, self.hands.view.verticalScrollBar().value())
        at = target - 1 if edge == "end" else target
        rect = self.hands.view.rect_of(Span(at, at + 1))
        self.hands.drag(
            start, QPoint(rect.right() if edge == "end" else rect.left(), rect.center().y())
        )

    def _by_keys(self, quote: Quote, edge: str, target: int) -> None:
        self.hands.press(
            *(_KEYS[move] for move in self._moves(quote, edge, target, by_character=False))
        )

    def _by_characters(self, quote: Quote, edge: str, target: int) -> None:
        keys = self._moves(quote, edge, target, by_character=True)
        if keys:
            self.hands.press("T", *(_KEYS[move] for move in keys), "T")

    # -- roles ----------------------------------------------------------------------------------

    def _roles(self, quote: Quote, wanted: Wanted) -> None:
        for role in ROLES:
            quote = self._again(quote)
            if tuple(sorted(role_spans(quote, role))) != wanted.role(role):
                self.hands.purpose = "link"
                self.hands.go_to(quote)
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
            self.hands.press(ROLE_KEYS[role], "0")
        elif role == "speaker" and spans and self._speaker_before(quote) == spans:
            self.hands.press("Shift+S")
        elif spans:
            first = self._link(role, spans[0], there)
            for span in spans[1:] if first else spans:
                self.hands.press("+" if first else ROLE_KEYS[role])
                self._pick(span)
                first = True

    def _by_mode(self, role: str, spans: tuple[Span, ...]) -> None:
        """The key, then the words, dragged over: longer, and sure."""
        for number, span in enumerate(spans):
            self.hands.press("+" if number else ROLE_KEYS[role])
            self.hands.drag_over(self.hands.whole_words(span))

    def _link(self, role: str, span: Span, there: tuple[Span, ...]) -> bool:
        """One click or drag with the role's keys; False where none links exactly these words."""
        if role not in MOUSE_KEYS or (span in there and len(there) > 1):
            return False
        point = self._linking_point(span, role)
        if point is not None:
            self.hands.click(point, MOUSE_KEYS[role])
        elif self.hands.whole_words(span) == span:
            self.hands.drag_over(span, MOUSE_KEYS[role])
        return point is not None or self.hands.whole_words(span) == span

    def _speaker_before(self, quote: Quote) -> tuple[Span, ...]:
        before = [
            other
            for other in self.hands.core.state.quotes
            if other.speaker and other.span.start < quote.span.start
        ]
        return role_spans(before[-1], "speaker") if before else ()

    def _linking_point(self, span: Span, role: str) -> QPoint | None:
        """Where a click with the role's keys links exactly these words."""
        self.hands.view.ensure_visible(span)
        QCoreApplication.processEvents()
        known = mentions_in(self.hands.core.state) if role == "speaker" else []
        for position in range(span.start, span.end):
            point = self.hands.middle(position)
            place = self.hands.view.place(point)
            target = self.hands.view._mouse._mention_at(place)
            if target is None or self.hands.view._mouse._handle_at(place) is not None:
                continue
            whole = next((mention for mention in known if mention.contains(target)), target)
            if whole == span:
                return point
        return None

    def _pick(self, span: Span) -> None:
        """Words for the role: the digit over them, a click, a drag, in part-word mode if need be."""
        digits = {hint.span: hint.digit for hint in self.hands.core.place.hints}
        if span in digits:
            self.hands.press(digits[span])
        elif (point := self._linking_point(span, self.hands.core.place.role)) is not None:
            self.hands.click(point, CTRL)
        elif self.hands.whole_words(span) == span:
            self.hands.drag_over(span)
        else:
            self.hands.press("T")
            self.hands.drag_over(span)
            self.hands.press("T")
