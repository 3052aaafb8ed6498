"""The hands of the simulated person: keys and mouse on the real window, every action counted."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from rotstift.model.items import Quote
from rotstift.model.span import Span
from rotstift.model.words import words
from rotstift.session.desk.core import Core
from rotstift.ui.article.view import ArticleView
from rotstift.ui.program import Program

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Failed(Exception):
    """The window did not come to what was wanted."""


class Hands:
    """Counts a key, a chord, a click and a drag as one action each."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.actions = 0
        self.done: dict[str, int] = {}
        """Actions by what they were for."""
        self.purpose = ""

    @property
    def core(self) -> Core:
        """The open article."""
        return self.program.desk.core

    @property
    def view(self) -> ArticleView:
        """The page."""
        return self.program.window.view

    def _count(self) -> None:
        self.actions += 1
        self.done[self.purpose] = self.done.get(self.purpose, 0) + 1

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

    def middle(self, position: int) -> QPoint:
        """The middle of a character, in the viewport's pixels."""
        return self.view.rect_of(Span(position, position + 1)).center()

    def drag_over(self, span: Span, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Select words; from the other end where a drag from this one would link."""
        first, last = span.start, span.end - 1
        page = self.view.page
        if keys is PLAIN and set(page.quotes_at(first)) - set(page.quotes_at(last)):
            first, last = last, first
            if set(page.quotes_at(first)) - set(page.quotes_at(last)):
                raise Failed("a drag would link")
        self.view.ensure_visible(span)
        start, end = self.middle(first), self.middle(last)
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
        self.click(self.point_of(quote))
        if self.core.place.focus != quote.id:
            raise Failed("a click did not focus the quote")

    def point_of(self, quote: Quote) -> QPoint:
        """Where a click focuses a quote: its words, else its card."""
        page = self.view.page
        for part in quote.parts:
            for position in range(part.start, part.end):
                point = self.middle(position)
                if (
                    page.item_at(self.view.place(point)) == quote.id
                    and page.card_at(self.view.place(point)) is None
                ):
                    return point
        card = page.card_of(quote.id)
        if card is None:
            raise Failed("no place to click on the quote")
        return card.rect.center().toPoint() - QPoint(0, self.view.verticalScrollBar().value())

    def whole_words(self, span: Span) -> Span:
        """The words in a span, which is what a drag can select."""
        inside = [
            word
            for word in words(self.core.text)
            if word.start < span.end and word.end > span.start
        ]
        if not inside:
            raise Failed("no words to select")
        return Span(inside[0].start, inside[-1].end)
