"""How much a scheme's labels are used, and in which articles."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rotstift.store.rows import Row

_PLACES = {
    "label": ("entity", "label"),
    "quote_type": ("quote", "type"),
    "reason": ("negative", "reason"),
    "role": ("quote_span", "role"),
}
"""Table and column by the scheme's group; of a role every piece counts."""


ROWS, PAGE = 8_000, 200
"""Rows that are counted, and articles that are listed, at a time."""


@dataclass(frozen=True, slots=True)
class Use:
    """How often a label occurs."""

    items: int = 0
    articles: int = 0
    confirmed: int = 0
    """Of the articles: how many of them are confirmed."""

    def plus(self, more: "Use") -> "Use":
        """Both together, of different articles."""
        return Use(
            self.items + more.items, self.articles + more.articles, self.confirmed + more.confirmed
        )


@dataclass(frozen=True, slots=True)
class SchemeUse:
    """Counts over all articles. `read` runs a query; raises StoreError."""

    read: Callable[[str, Sequence[Any]], list[Row]]

    def counts(self, group: str) -> Iterator[dict[str, Use]]:
        """By label id, what occurs at all: what is known so far after each portion of some milliseconds."""
        found: dict[str, Use] = {}
        for first, last in self._portions(group):
            table, column = _PLACES[group]
            sql = (
                "select label, sum(n) as items, count(*) as articles,"
                " sum(article.status = 'confirmed') as confirmed from"
                f" (select [{column}] as label, article as id, count(*) as n from {table}"
                " where article between ? and ? group by 1, 2)"
                " join article using (id) group by label"
            )
            for row in self.read(sql, [first, last]):
                more = Use(row["items"], row["articles"], row["confirmed"])
                found[row["label"]] = found.get(row["label"], Use()).plus(more)
            yield dict(found)
        yield found

    def _portions(self, group: str) -> Iterator[tuple[str, str]]:
        """Ids of articles, first and last, of portions that hold some thousand rows each."""
        if group not in _PLACES:
            return
        table, _ = _PLACES[group]
        sql = (
            "select min(article) as first, max(article) as last from"
            f" (select article from {table} where article > ? order by article limit {ROWS})"
        )
        last = ""
        while True:
            (row,) = self.read(sql, [last])
            if row["last"] is None:
                return
            yield row["first"], row["last"]
            last = row["last"]

    def articles(self, group: str, labels: Iterable[str]) -> Iterator[str]:
        """The articles in which one of these labels occurs, in the order of their ids.

        Read a page at a time: what was answered already may be changed meanwhile.
        """
        if group not in _PLACES:
            return
        table, column = _PLACES[group]
        wanted, last = json.dumps(list(labels)), ""
        sql = (
            f"select distinct article from {table} where article > ? and +[{column}] in"
            f" (select value from json_each(?)) order by article limit {PAGE}"
        )
        while rows := self.read(sql, [last, wanted]):
            yield from (row["article"] for row in rows)
            last = rows[-1]["article"]
