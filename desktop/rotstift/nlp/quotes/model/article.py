"""Article: what the model reads: the text's tokens, the rules' findings and the candidates for quotes."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rotstift.model.items import Negative, Quote, Zone
from rotstift.model.span import Span
from rotstift.model.words import tokens as model_tokens
from rotstift.nlp.quotes.german import German
from rotstift.nlp.quotes.reading import Reading
from rotstift.nlp.quotes.walk import Walk
from rotstift.nlp.suggest import Request

AUTHOR = "rotstift-quotes"


@dataclass(frozen=True)
class Article:
    """One article after the rules have gone through it."""

    text: str
    zones: tuple[Zone, ...]
    walk: Walk[Reading]
    tokens: tuple[Span, ...]
    """Words and signs of the whole text, those inside marks too."""

    @property
    def readings(self) -> list[Reading]:
        """The sentences that are read."""
        return self.walk.readings

    @cached_property
    def starts(self) -> list[int]:
        """First code points of the tokens."""
        return [token.start for token in self.tokens]

    def first_token(self, position: int) -> int:
        """The number of the token that holds or follows a code point."""
        at = bisect_right(self.starts, position) - 1
        return at if at >= 0 and self.tokens[at].end > position else at + 1

    def last_token(self, end: int) -> int:
        """One past the number of the last token that starts before a code point."""
        return bisect_left(self.starts, end)

    def token_range(self, span: Span) -> tuple[int, int]:
        """First token of a span and one past its last."""
        first = self.first_token(span.start)
        return first, max(self.last_token(span.end), first + 1)

    @cached_property
    def quotes(self) -> list[Quote]:
        """The rules' quotes."""
        return [item for item in self.walk.items if isinstance(item, Quote)]

    @cached_property
    def negatives(self) -> list[Negative]:
        """The rules' negatives."""
        return [item for item in self.walk.items if isinstance(item, Negative)]


def read(text: str, zones: Sequence[Zone] = ()) -> Article:
    """Let the rules go through a German article."""
    walk = Walk(Request(text, tuple(zones)), German(), AUTHOR)
    walk.run()
    return Article(text, tuple(zones), walk, model_tokens(text))
