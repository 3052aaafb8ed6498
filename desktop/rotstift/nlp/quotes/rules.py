"""The suggester: the language of the article once, then the walk through it in that language."""

from collections.abc import Mapping
from typing import Any

from rotstift.model.items import Markable
from rotstift.nlp.quotes.english import English
from rotstift.nlp.quotes.german import German
from rotstift.nlp.quotes.language import language_of
from rotstift.nlp.quotes.unknown import Unknown
from rotstift.nlp.quotes.walk import Tongue, Walk
from rotstift.nlp.suggest import Request, author_of

TONGUES: Mapping[str, type[Tongue[Any]]] = {"de": German, "en": English}


class QuoteRules:
    """Implements `Suggester`: direct, indirect and reported quotes of news, by rule."""

    name = "rotstift-rules"
    version = "1"

    def suggest(self, request: Request) -> list[Markable]:
        """Quotes and negatives in text order, with scores; parents stand before their children."""
        return self.walk(request).run()

    def walk(self, request: Request) -> Walk[Any]:
        """The article, ready to be gone through; keeps the evidence for each item."""
        tongue = TONGUES.get(language_of(request.text), Unknown)
        return Walk(request, tongue(), author_of(self))
