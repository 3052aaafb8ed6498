"""The learned quotes as a plain suggester, without a spaCy pipeline around them."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from rotstift.model.items import Markable
from rotstift.nlp.quotes.language import HOME, language_of
from rotstift.nlp.quotes.rules import QuoteRules
from rotstift.nlp.suggest import Request, author_of
from rotstift.paths import resource

if TYPE_CHECKING:
    from rotstift.nlp.quotes.model.engine import Engine

SHIPPED = ("models", "rotstift-de", "rotstift_quotes")
"""Where the shipped weights lie: the component's own folder inside the shipped pipeline."""


class QuoteSuggester:
    """Implements `Suggester`: the learned model for German, the rules for any other language."""

    name = "rotstift-quotes"

    def __init__(self, engine: "Engine") -> None:
        self.engine = engine

    @property
    def version(self) -> str:
        """The version of the weights."""
        return self.engine.settings.version

    def suggest(self, request: Request) -> list[Markable]:
        """Quotes and negatives in text order, with scores; parents stand before their children."""
        if language_of(request.text) != HOME:
            return QuoteRules().suggest(request)
        return self.engine.suggest(request.text, request.zones, author_of(self))


@lru_cache(maxsize=1)
def shipped(folder: Path | None = None) -> QuoteSuggester | None:
    """The shipped model; None where it was not built. Raises ValueError for weights that do not fit."""
    from rotstift.nlp.quotes.model.engine import from_disk

    try:
        return QuoteSuggester(from_disk(folder or resource(*SHIPPED)))
    except FileNotFoundError:
        return None
