"""The page: text column, marks and cards of one article, in document coordinates.

Document coordinates: x from the viewport's left edge, y from the document's top. The page knows no
scroll bar and no painter; it only answers where things stand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from rotstift.model.annotations import Annotations
from rotstift.model.article import Article
from rotstift.model.items import Entity, Item, Quote, ZoneKind
from rotstift.model.span import Span
from rotstift.ui.article.cards import CardFonts, CardText, card_text, speaker_name
from rotstift.ui.article.frame import Frame, frame_for
from rotstift.ui.article.index import MarkIndex, changed_ids, zones_changed
from rotstift.ui.article.layout import Column, Paragraph
from rotstift.ui.article.marks import MarkMaker, Marks, depths
from rotstift.ui.article.pens import Paints
from rotstift.ui.article.spans import Piece, character_at, edge_at, line_reaches, pieces

_FOOT = 5.0
"""Ems below the last line: room for the bar of key hints."""


@dataclass(frozen=True, slots=True)
class Card:
    """A quote's place in the margin: a card, or a bracket when the view is narrow."""

    quote_id: str
    rect: QRectF
    wanted: float
    """Where its top would stand without its neighbours."""


class Page:
    """Holds one article's geometry; everything is made when it is first asked for."""

    def __init__(self, paints: Paints, language: str) -> None:
        self.article = Article("", "", "")
        self.state = Annotations(0)
        self.paints = paints
        self.language = language
        self.column = Column()
        self.index = MarkIndex(self.column)
        self.frame: Frame = self._frame(800)
        self.card_fonts = CardFonts(paints.measures)
        self._width = 800
        self._marks: dict[int, Marks] = {}
        self._card_texts: dict[str, CardText] = {}
        self._cards: list[Card] | None = None

    # --- what is shown -------------------------------------------------------------------------

    def show(self, article: Article, state: Annotations) -> None:
        """Another article, or the same one to be set anew."""
        self.article, self.state = article, state
        self.column.width = self.frame.text_width
        self.column.fill(article.text, state, self.paints.measures.settings)
        self.index.fill(state)
        self._forget()

    def update(self, state: Annotations, touched: Iterable[Span]) -> set[int] | None:
        """Follow an edit; the paragraphs to repaint, or None when the page was set anew."""
        old, self.state = self.state, state
        ids = changed_ids(old, state)
        if zones_changed(old, state, ids):
            self.show(self.article, state)
            return None
        numbers = self.index.update(old, state, ids)
        numbers |= {number for span in touched for number in self.column.touching(span)}
        for number in numbers:
            self._marks.pop(number, None)
            for quote_id in self.index.linked.get(number, ()):
                self._card_texts.pop(quote_id, None)
        for item_id in ids:
            self._card_texts.pop(item_id, None)
        self._cards = None
        return numbers

    def set_width(self, width: int) -> bool:
        """The view's width in pixels; True when the lines have to be broken anew."""
        self._width = width
        before, self.frame = self.frame, self._frame(width)
        rewrap = before.text_width != self.frame.text_width
        if rewrap:
            self.column.set_width(self.frame.text_width)
        self._forget()
        return rewrap

    def set_look(self, paints: Paints, language: str, *, sizes: bool) -> None:
        """Other colours or words; with `sizes` also another text size."""
        self.paints, self.language = paints, language
        if sizes:
            self.card_fonts = CardFonts(paints.measures)
            self.frame = self._frame(self._width)
            self.show(self.article, self.state)
        self._forget()

    def _frame(self, width: int) -> Frame:
        measures = self.paints.measures
        char_width = measures.settings[ZoneKind.BODY].char_width
        return frame_for(width, measures.em, char_width, measures.line_length)

    def _forget(self) -> None:
        self._marks.clear()
        self._card_texts.clear()
        self._cards = None

    def lay_out(self, numbers: Iterable[int]) -> bool:
        """Lay out some paragraphs; True when anything below them moved."""
        moved = [self.column.lay_out(number) for number in numbers]
        if any(moved):
            self._cards = None
        return any(moved)

    # --- geometry ------------------------------------------------------------------------------

    @property
    def text_top(self) -> int:
        """Where the first paragraph's first line starts."""
        return self.frame.top + self.frame.pad

    def top(self, number: int) -> int:
        """A paragraph's top."""
        return self.text_top + self.column.tops[number]

    @property
    def height(self) -> int:
        """The whole document, down to the last card."""
        foot = round(_FOOT * self.paints.measures.em)
        cards = self.cards
        lowest = max((round(card.rect.bottom()) for card in cards[-3:]), default=0)
        return max(self.text_top + self.column.height + foot, lowest + self.frame.top)

    def between(self, top: float, bottom: float) -> range:
        """The paragraphs in a horizontal strip."""
        return self.column.between(top - self.text_top, bottom - self.text_top)

    def strip(self, number: int) -> tuple[int, int]:
        """Top and bottom of everything drawn for one paragraph, labels and links included."""
        top = self.top(number)
        margin = round(self.paints.measures.em)
        return top - margin, top + self.column.paragraphs[number].height + margin

    def pieces(self, span: Span) -> Iterator[tuple[int, Paragraph, Piece]]:
        """The pieces of a span that are laid out, each with its paragraph."""
        for number in self.column.touching(span):
            paragraph = self.column.paragraphs[number]
            for piece in pieces(paragraph, span.start, span.end):
                yield number, paragraph, piece

    def box(self, number: int, piece: Piece, up: float, down: float, side: float = 0) -> QRectF:
        """A piece as a rectangle around its baseline, in document coordinates."""
        baseline = self.top(number) + self.column.paragraphs[number].baseline(piece.line)
        left = self.frame.text_left + piece.left - side
        return QRectF(left, baseline - up, piece.right - piece.left + 2 * side, up + down)

    def boxes(self, span: Span) -> list[QRectF]:
        """The span's rectangles, as high as a tint."""
        return [
            self.box(number, piece, paragraph.setting.up, paragraph.setting.down)
            for number, paragraph, piece in self.pieces(span)
        ]

    # --- what is there -------------------------------------------------------------------------

    def marks(self, number: int) -> Marks:
        """A paragraph's marks."""
        if number not in self._marks:
            maker = MarkMaker(self.column.paragraphs[number], self.paints, self.language)
            own = self._items(self.index.own.get(number, ()))
            linked = [
                quote
                for item in self._items(self.index.linked.get(number, ()))
                if isinstance(quote := item, Quote)
            ]
            self._marks[number] = maker.make(own, linked)
        return self._marks[number]

    def _items(self, ids: Iterable[str]) -> list[Item]:
        return [item for item_id in sorted(ids) if (item := self.state.get(item_id)) is not None]

    def _paragraph_at(self, y: float) -> int | None:
        numbers = self.between(y, y)
        return numbers[0] if numbers else None

    def position_at(self, point: QPointF) -> int | None:
        """The code point under a point; None where there is no text."""
        number = self._paragraph_at(point.y())
        if number is None:
            return None
        paragraph, x, y = self._local(number, point)
        slack = self.paints.measures.em * 0.4
        if not (0 <= y < paragraph.height and line_reaches(paragraph, x, y, slack)):
            return None
        return character_at(paragraph, x, y)

    def nearest(self, point: QPointF, *, edge: bool = False) -> int | None:
        """The nearest code point (or the nearest border between two); None without any text."""
        number = self._paragraph_at(point.y())
        if number is None:
            return None
        paragraph, x, y = self._local(number, point)
        return edge_at(paragraph, x, y) if edge else character_at(paragraph, x, y)

    def _local(self, number: int, point: QPointF) -> tuple[Paragraph, float, float]:
        x, y = point.x() - self.frame.text_left, point.y() - self.top(number)
        return self.column.paragraphs[number], x, y

    def item_at(self, point: QPointF) -> str | None:
        """The innermost item under a point, an entity before a quote."""
        number = self._paragraph_at(point.y())
        if number is None or self.column.paragraphs[number].layout is None:
            return None
        _, x, y = self._local(number, point)
        local = QPointF(x, y)
        hits = self.marks(number).hits
        return next((item_id for rect, item_id in hits if rect.contains(local)), None)

    def quotes_at(self, position: int) -> list[str]:
        """The quotes that hold a code point."""
        if not self.column.paragraphs:
            return []
        ids = self.index.own.get(self.column.holding(position), ())
        quotes = [quote for item_id in ids if (quote := self.state.quote(item_id)) is not None]
        return [quote.id for quote in quotes if any(part.holds(position) for part in quote.parts)]

    def entity_at(self, position: int) -> Entity | None:
        """The shortest entity that holds a code point."""
        if not self.column.paragraphs:
            return None
        items = self._items(self.index.own.get(self.column.holding(position), ()))
        found = [item for item in items if isinstance(item, Entity) and item.span.holds(position)]
        return min(found, key=lambda entity: len(entity.span), default=None)

    # --- cards ---------------------------------------------------------------------------------

    @property
    def cards(self) -> list[Card]:
        """All cards from the top down, none upon another."""
        if self._cards is None:
            self._cards = list(self._stack() if self.frame.card_width else self._brackets())
        return self._cards

    def card_at(self, point: QPointF) -> str | None:
        """The quote whose card is under a point."""
        slack = 0 if self.frame.card_width else 3
        return next(
            (
                card.quote_id
                for card in self.cards
                if card.rect.adjusted(-slack, 0, slack, 0).contains(point)
            ),
            None,
        )

    def card_of(self, quote_id: str | None) -> Card | None:
        """A quote's card."""
        return next((card for card in self.cards if card.quote_id == quote_id), None)

    def card_words(self, quote: Quote) -> CardText:
        """What a quote's card says."""
        if quote.id not in self._card_texts:
            self._card_texts[quote.id] = card_text(
                quote,
                self.speaker_of(quote),
                self.article.text,
                self.paints.scheme,
                self.language,
                self.card_fonts,
                self.frame.card_width,
            )
        return self._card_texts[quote.id]

    def speaker_of(self, quote: Quote) -> str:
        """Who speaks, in short; empty when nobody knows."""
        numbers = {
            number for mention in quote.speaker for number in self.column.touching(mention.span)
        }
        near = [item for number in sorted(numbers) for item in self._items(self.index.own[number])]
        entities = [item for item in near if isinstance(item, Entity)]
        return speaker_name(quote, self.article.text, entities)

    def _heads(self) -> Iterator[tuple[int, list[Quote]]]:
        for number in sorted(self.index.heads):
            quotes = [
                quote
                for item_id in self.index.heads[number]
                if (quote := self.state.quote(item_id))
            ]
            yield (
                number,
                sorted(quotes, key=lambda quote: (quote.parts[0].start, -quote.parts[-1].end)),
            )

    def _line_baseline(self, number: int, position: int) -> float:
        """Where a code point's line stands; by its share of the text while not laid out."""
        paragraph = self.column.paragraphs[number]
        if paragraph.layout is not None:
            return self.top(number) + paragraph.baseline(
                paragraph.line_of(paragraph.unit(position))
            )
        share = (position - paragraph.start) / max(1, paragraph.end - paragraph.start)
        lines = paragraph.height // paragraph.setting.line_height
        return self.top(number) + paragraph.baseline(int(share * lines))

    def _stack(self) -> Iterator[Card]:
        fonts, frame = self.card_fonts, self.frame
        free = float(frame.top)
        for number, quotes in self._heads():
            for quote in quotes:
                wanted = self._line_baseline(number, quote.parts[0].start) - fonts.baseline
                y = max(free, wanted)
                yield Card(
                    quote.id, QRectF(frame.card_left, y, frame.card_width, fonts.height), wanted
                )
                free = y + fonts.height + fonts.gap

    def _brackets(self) -> Iterator[Card]:
        lane = self.paints.measures.em * 0.3
        x = self.frame.text_left + self.frame.text_width + lane * 1.6
        for number, quotes in self._heads():
            depth = depths(self.state, [quote.id for quote in quotes])
            for quote in quotes:
                last = self.column.holding(quote.parts[-1].end - 1)
                paragraph = self.column.paragraphs[number]
                top = self._line_baseline(number, quote.parts[0].start) - paragraph.setting.up
                bottom = self._line_baseline(last, quote.parts[-1].end - 1) + paragraph.setting.down
                left = x + lane * min(depth[quote.id], 2)
                yield Card(quote.id, QRectF(left, top, lane * 0.6, bottom - top), top)
