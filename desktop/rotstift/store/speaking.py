"""Speaking: quotes with who speaks them, and the names in their articles; read for many articles at a time."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from rotstift.store.reading import Reader
from rotstift.store.rows import Row

_TEXTS = """
    select article, text from article_text where article in (select value from json_each(?))
"""
_NAMES = """
    select article, id, start, "end", label, identity from entity
    where article in (select value from json_each(?)) order by article, start, "end" desc
"""
_QUOTES = """
    select quote.rowid as number, quote.article, quote.type,
        (select sum(part."end" - part.start) from quote_span part
         where part.article = quote.article and part.quote = quote.id and part.role = 'part') as length
    from quote where quote.article in (select value from json_each(?))
    order by quote.article, quote.start
"""
_SPEAKERS = """
    select quote.rowid as number, span.article, span.start, span."end", span.identity, span.kind
    from quote_span span join quote on quote.article = span.article and quote.id = span.quote
    where span.role = 'speaker' and span.article in (select value from json_each(?))
"""
_ONE = """
    select quote.article, quote.id, article.title, quote.type,
        substr(text, quote.start + 1, quote."end" - quote.start) as words
    from quote join article on article.id = quote.article
        join article_text on article_text.article = quote.article
    where quote.rowid = ?
"""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Quotes, speakers and names of some articles, as rows."""

    texts: dict[str, str]
    names: list[Row]
    quotes: list[Row]
    speakers: list[Row]


class Speaking:
    """Questions about who says what. Raises StoreError."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def of(self, articles: Sequence[str]) -> Spoken:
        """Everything that is said in these articles."""
        ids = [json.dumps(list(articles))]
        texts = {row["article"]: row["text"] for row in self._reader.all(_TEXTS, ids)}
        return Spoken(texts, *(self._reader.all(sql, ids) for sql in (_NAMES, _QUOTES, _SPEAKERS)))

    def quote(self, number: int) -> Row | None:
        """One quote by the number of its row: article, id, title, type, words."""
        return self._reader.one(_ONE, [number])
