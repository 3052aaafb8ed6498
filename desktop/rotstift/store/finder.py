"""Finder: what is read to find something in the whole project, in portions that nobody waits for."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rotstift.model.hits import Told
from rotstift.model.items import Item, Standing
from rotstift.model.query import Query
from rotstift.store.reading import Reader
from rotstift.store.records import change_from_row, entry_from_row
from rotstift.store.rows import Row, item_from_row

COMMON = 5_000
"""Rows with a label or type from which it is in nearly every article, and leaves none of them out."""


class Finder:
    """Questions about all articles at once. Reading raises StoreError."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def titles(self, after: int, limit: int) -> list[tuple[int, str, str]]:
        """Position, id and title of the articles after a position, in order."""
        rows = self._reader.all(
            "select position, id, title from article where position > ? order by position limit ?",
            [after, limit],
        )
        return [(row["position"], row["id"], row["title"]) for row in rows]

    def candidates(self, query: Query) -> set[str] | None:
        """Articles in which the query's fields may hold; None where that is no smaller choice.

        What holds where is looked at article by article; this leaves out most of those where it cannot.
        """
        found: set[str] | None = None
        for sql, values in _narrowing(query):
            common = " from entity " in sql or " from quote " in sql
            rows = self._reader.all(f"{sql} limit {COMMON}" if common else sql, values)
            if common and len(rows) == COMMON:
                continue  # a common label: looking at the articles in their order finds a page at once
            ids = {row["article"] for row in rows}
            found = ids if found is None else found & ids
        return found

    def items(self, article_id: str, tables: Iterable[str]) -> list[Item]:
        """The article's items in some of the tables. Raises ValueError for a row that none has written."""
        found: list[Item] = []
        for table in tables:
            spans: dict[str, list[Row]] = {}
            for row in self._of(article_id, "quote_span") if table == "quote" else ():
                spans.setdefault(row["quote"], []).append(row)
            rows = self._of(article_id, table)
            try:
                found += [item_from_row(table, row, spans.get(row["id"], ())) for row in rows]
            except (KeyError, TypeError) as error:
                raise ValueError(f"a row is malformed: {error}") from None
        return found

    def _of(self, article_id: str, table: str) -> list[Row]:
        order = " order by quote, role, position" if table == "quote_span" else ""
        return self._reader.all(f"select * from {table} where article = ?{order}", [article_id])

    def told(self, article_id: str) -> list[Told]:
        """What the log says that persons did to an article, oldest first."""
        rows = self._reader.all(
            "select log.*, article, forward, backward from change join log using (seq)"
            " where article = ? and kind <> 'machine' order by seq",
            [article_id],
        )
        found = []
        for row in rows:
            entry, change = entry_from_row(row), change_from_row(row)
            found.append(
                Told(
                    entry.seq,
                    entry.author,
                    entry.kind,
                    entry.target,
                    change.forward,
                    change.backward,
                )
            )
        return found

    def authors(self) -> list[str]:
        """Who has corrected something."""
        rows = self._reader.all("select distinct author from log where kind <> 'machine'")
        return sorted(row["author"] for row in rows)

    def pipelines(self) -> list[str]:
        """Whose suggestions the articles have."""
        rows = self._reader.all("select distinct suggested_by from article")
        return sorted(row["suggested_by"] for row in rows if row["suggested_by"])


def _narrowing(query: Query) -> Iterator[tuple[str, list[Any]]]:
    """For each field that an index knows something about, a question for articles."""
    if query.has("by", "from", "to"):
        authors = [name.casefold() for name in query.get("by")]
        sql = "select distinct article from log join change using (seq) where kind <> 'machine'"
        yield sql, []
        if authors and all(name.isascii() for name in authors):
            yield f"{sql} and lower(author) in ({_holes(authors)})", authors
    standing = query.get("standing")
    if standing and Standing.SUGGESTED not in standing:
        columns = " or ".join(f"{one} > 0" for one in standing)
        yield f"select id as article from article where {columns}", []
    if query.has("label") and not query.has("from", "to"):
        labels = list(query.get("label"))
        yield f"select article from entity where label in ({_holes(labels)})", labels
    if query.has("type") and not query.has("from", "to"):
        kinds = list(query.get("type"))
        yield f"select article from quote where type in ({_holes(kinds)})", kinds
    if query.has("note"):
        yield "select article from note", []


def _holes(values: Sequence[str]) -> str:
    return ", ".join("?" for _ in values)


def text_match(query: Query) -> str:
    """What the texts must hold, for FTS5; empty for anything."""
    last = len(query.words) - 1
    parts = [
        _term(word, beginning=query.unfinished and number == last)
        for number, word in enumerate(query.words)
    ]
    for name in ("entity", "speaker"):
        terms = [_term(word, beginning=True) for word in query.get(name)]
        if terms and all(terms):
            parts.append("(" + " OR ".join(terms) + ")")
    return " AND ".join(part for part in parts if part)


def _term(words: str, *, beginning: bool) -> str:
    """A phrase of FTS5; what stands between its words does not count."""
    composed = unicodedata.normalize("NFC", words)
    plain = "".join(char if char.isalnum() else " " for char in composed).split()
    plain = [word for word in plain if word.isprintable()]
    short = bool(plain) and len(plain[-1]) < 2
    return f'"{" ".join(plain)}"' + ("*" if beginning and not short else "") if plain else ""
