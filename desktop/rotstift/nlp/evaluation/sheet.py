"""Sheet: one article with what a person says and what a pipeline says, both as token sets."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rotstift.model.items import Entity, Item, Negative, Quote, role_spans
from rotstift.model.span import Span, hull
from rotstift.model.words import tokens
from rotstift.nlp.scoring import Unit


class Tokens:
    """The words and signs of a text, for finding those that a span touches."""

    def __init__(self, text: str) -> None:
        every = tokens(text)
        self._text = text
        self._spans = every
        self._starts = [token.start for token in every]
        self._ends = [token.end for token in every]

    def touched(self, spans: Iterable[Span]) -> frozenset[int]:
        """Numbers of the tokens that share a code point with one of the spans."""
        return frozenset(
            number
            for span in spans
            for number in range(
                bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
            )
        )

    def words(self, span: Span) -> frozenset[int]:
        """The same without signs: marks at the edge of a stretch make no difference."""
        return frozenset(
            number
            for number in self.touched([span])
            if self._spans[number].of(self._text)[0].isalnum()
        )


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit of the measure, and the quote and the spans that it comes from."""

    unit: Unit
    quote: Quote
    spans: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """The hull of the spans."""
        return hull(self.spans)


@dataclass(frozen=True)
class Side:
    """What one of the two says."""

    entities: tuple[Entity, ...] = ()
    placed: tuple[Placed, ...] = ()
    negatives: tuple[Negative, ...] = ()

    @classmethod
    def of(cls, text: str, items: Iterable[Item], words: Tokens) -> "Side":
        """The items that are measured."""
        every = list(items)
        quotes = {item.id: item for item in every if isinstance(item, Quote)}
        return cls(
            tuple(item for item in every if isinstance(item, Entity)),
            tuple(p for item in quotes.values() for p in _placed(item, text, words, quotes)),
            tuple(item for item in every if isinstance(item, Negative)),
        )


def _placed(
    quote: Quote, text: str, words: Tokens, quotes: Mapping[str, Quote]
) -> Iterator[Placed]:
    """A direct quote with words of others between its parts is one unit a part, as the set has it."""
    from rotstift.nlp.quotes.frames import frame_of  # its package brings all rules: 60 ms

    roles = {
        role: words.touched(role_spans(quote, role)) for role in ("speaker", "cue", "addressee")
    }
    roles["addressee"] |= words.touched(role_spans(quote, "via"))
    roles["frame"] = words.touched(frame_of(quote, text, quotes))
    for group in _groups(quote, text):
        yield Placed(Unit(quote.type, words.touched(group), roles), quote, tuple(group))


def _groups(quote: Quote, text: str) -> Sequence[list[Span]]:
    groups = [[quote.parts[0]]]
    for left, right in zip(quote.parts, quote.parts[1:], strict=False):
        if quote.type == "direct" and text[left.end : right.start].strip():
            groups.append([right])
        else:
            groups[-1].append(right)
    return groups


@dataclass(frozen=True)
class Sheet:
    """One article, both sides."""

    article: str
    title: str
    text: str
    words: Tokens
    gold: Side
    found: Side
    by_id: Mapping[int, Placed] = field(default_factory=dict)

    @classmethod
    def of(
        cls, article: str, title: str, text: str, gold: Iterable[Item], found: Iterable[Item]
    ) -> "Sheet":
        """The article with both sides' items."""
        words = Tokens(text)
        one, two = Side.of(text, gold, words), Side.of(text, found, words)
        every = {id(placed.unit): placed for placed in (*one.placed, *two.placed)}
        return cls(article, title, text, words, one, two, every)

    def placed(self, unit: Unit) -> Placed:
        """Where a unit of this sheet comes from."""
        return self.by_id[id(unit)]
