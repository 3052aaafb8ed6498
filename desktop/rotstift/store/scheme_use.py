"""How much a scheme's labels are used, and in which articles."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rotstift.store.rows import Row

_PLACES = {
    "label": ("entity", "label"),
    "quote_type": ("quote", "type"),
    "reason": ("negative", "reason"),
}
"""Table and column by the scheme's group; roles are fixed and so not counted."""


@dataclass(frozen=True, slots=True)
class Use:
    """How often a label occurs."""

    items: int = 0
    articles: int = 0
    confirmed: int = 0
    """Of the articles: how many of them are confirmed."""


@dataclass(frozen=True, slots=True)
class SchemeUse:
    """Counts over all articles. `read` runs a query; raises StoreError."""

    read: Callable[[str, Sequence[Any]], list[Row]]

    def counts(self, group: str) -> dict[str, Use]:
        """By label id, what occurs at all."""
        if group not in _PLACES:
            return {}
        table, column = _PLACES[group]
        sql = (
            "select label, sum(n) as items, count(*) as articles,"
            " sum(article.status = 'confirmed') as confirmed from"
            f" (select [{column}] as label, article as id, count(*) as n from {table} group by 1, 2)"
            " join article using (id) group by label"
        )
        return {
            row["label"]: Use(row["items"], row["articles"], row["confirmed"])
            for row in self.read(sql, ())
        }

    def articles(self, group: str, labels: Iterable[str]) -> list[str]:
        """The articles in which one of these labels occurs."""
        if group not in _PLACES:
            return []
        table, column = _PLACES[group]
        sql = (
            f"select distinct article from {table} where [{column}] in"
            " (select value from json_each(?)) order by article"
        )
        return [row["article"] for row in self.read(sql, [json.dumps(list(labels))])]
