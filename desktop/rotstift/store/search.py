"""Search: the list narrowed by status and by what a person typed."""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rotstift.model.items import Status
from rotstift.store.database import Database

DATE = """substr(meta, nullif(instr(meta, '"date": "'), 0) + 9, 10)"""
"""An article's date as it stands in `meta`, word for word as migration m004 has indexed it."""


_Kept = tuple[str, int, int | None]
"""Id, row of the article, row of its text."""


class Order(StrEnum):
    """What the list of articles can be sorted by."""

    POSITION = "position"
    """As they came in."""
    TITLE = "title"
    DATE = "date"
    STATUS = "status"
    DOUBT = "doubt"
    SUGGESTED = "suggested"
    CHANGED = "changed"


_ORDERED: Mapping[Order, str] = {
    Order.TITLE: "select rowid from article order by title collate nocase",
    Order.DATE: f"select rowid from article where {DATE} is not null order by {DATE}",
    Order.STATUS: " union all ".join(
        f"select rowid from (select rowid from article where status = '{status}' order by position)"
        for status in (
            Status.FLAGGED,
            Status.IN_PROGRESS,
            Status.NEW,
            Status.CONFIRMED,
            Status.SKIPPED,
        )
    ),
    Order.DOUBT: "select rowid from article where doubt is not null order by doubt",
    Order.SUGGESTED: "select rowid from article order by suggested",
    Order.CHANGED: "select article.rowid from"
    " (select article as id, max(seq) as last from change join log using (seq)"
    " where kind <> 'machine' group by article)"
    " join article using (id) order by last",
}
"""Rows of articles in order, the least first; where one is not among them it comes last."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the list is narrowed to beside status and search, and how it is sorted."""

    order: Order = Order.POSITION
    down: bool = False
    """The other way round: the last, the latest, the most first."""
    noted: bool = False
    """Only articles with a note."""
    pipeline: str = ""
    """Only articles with this pipeline's suggestions; empty for any."""
    match: str = ""
    """Only articles whose text fits this FTS5 expression."""
    among: frozenset[str] | None = None
    """Only these ids; None for any."""


class Listing:
    """The articles' ids in order, kept between one filter or search and the next.

    With 100,000 articles SQLite needs 85 ms for the order alone; narrowing the list kept here by what
    an index says takes 5 ms more than the index does (measured).
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: list[_Kept] | None = None
        self._by_row: dict[int, _Kept] = {}

    def added(self, fresh: Iterable[_Kept]) -> None:
        """Articles were added at the end: 100,000 need not be read anew for them."""
        if self._kept is not None:
            for one in fresh:
                self._kept.append(one)
                self._by_row[one[1]] = one

    def ids(
        self,
        statuses: Iterable[Status] | None,
        search: str,
        *,
        by_doubt: bool = False,
        choice: Choice | None = None,
    ) -> list[str]:
        """The ids in order; the most doubtful first, those without a doubt last. Raises sqlite3.Error."""
        found = self._articles()
        if statuses is not None:
            wanted = [status.value for status in statuses]
            rows = self._rows(
                "select json_group_array(rowid) from article"
                " where status in (select value from json_each(?))",
                json.dumps(wanted),
            )
            found = [one for one in found if one[1] in rows]
        for query in filter(None, (fts_query(search), choice.match if choice else "")):
            rows = self._rows(
                "select json_group_array(rowid) from article_text_fts"
                " where article_text_fts match ?",
                query,
            )
            found = [one for one in found if one[2] in rows]
        if choice is not None:
            found = self._chosen(found, choice)
        if by_doubt and (choice is None or choice.order is Order.POSITION):
            ranks = self._ranks()
            found = sorted(found, key=lambda one: ranks.get(one[1], len(ranks)))
        return [one[0] for one in found]

    def _chosen(self, found: list[_Kept], choice: Choice) -> list[_Kept]:
        if choice.among is not None:
            found = [one for one in found if one[0] in choice.among]
        if choice.noted:
            rows_of_notes = self._database.execute("select distinct article from note").fetchall()
            noted: set[str] = {row[0] for row in rows_of_notes}
            found = [one for one in found if one[0] in noted]
        if choice.pipeline:
            sql = "select json_group_array(rowid) from article where suggested_by = ?"
            rows = self._rows(sql, choice.pipeline)
            found = [one for one in found if one[1] in rows]
        if choice.order is not Order.POSITION:
            return self._sorted(found, choice)
        return found[::-1] if choice.down else found

    def _sorted(self, found: list[_Kept], choice: Choice) -> list[_Kept]:
        """By the order's own list of rows; what is not in it comes last, whichever way round."""
        sql = f"select json_group_array(rowid) from ({_ORDERED[choice.order]})"
        rows: list[int] = json.loads(self._database.execute(sql).fetchone()[0])
        if choice.down:
            rows.reverse()
        by_row = self._by_row
        if len(found) < len(by_row):
            wanted = {one[1] for one in found}
            rows = [row for row in rows if row in wanted]
        result = [by_row[row] for row in rows if row in by_row]
        if len(result) < len(found):
            there = set(rows)
            result += [one for one in found if one[1] not in there]
        return result

    def _ranks(self) -> dict[int, int]:
        """Rows of articles to their place among those with a doubt; read off the index alone."""
        sql = (
            "select json_group_array(rowid) from (select rowid from article"
            " where doubt is not null order by doubt desc, rowid)"
        )
        rows = json.loads(self._database.execute(sql).fetchone()[0])
        return {row: rank for rank, row in enumerate(rows)}

    def _articles(self) -> list[_Kept]:
        if self._kept is None:
            self._kept = self._database.execute(
                "select id, article.rowid, article_text.rowid from article"
                " left join article_text on article = id order by position"
            ).fetchall()
            self._by_row = {one[1]: one for one in self._kept}
        return self._kept

    def _rows(self, sql: str, value: str) -> set[int]:
        """Numbers of rows, fetched as one JSON list: half the time of as many rows."""
        return set(json.loads(self._database.execute(sql, [value]).fetchone()[0]))


def fts_query(search: str) -> str:
    """What a person typed as an FTS5 query: every word must occur, the last one may be a beginning.

    A single Latin letter or digit is no beginning: FTS5 would read through the lists of every word that
    begins with it, 300 ms for "s" in 100,000 articles of German news, and leave nearly all of them
    (measured). The digit is a word of its own ("Klasse 5"), the letter not yet one.
    sqlite-utils' own quoting still raises for NUL, newlines and lone surrogates, so each word is
    cleaned and quoted here.
    """
    composed = unicodedata.normalize("NFC", search)
    cleaned = "".join(char if char.isalnum() else " " for char in composed)
    words = [word for word in cleaned.split() if word.isprintable()]
    short = bool(words) and len(words[-1]) == 1 and words[-1] < _LATIN_END
    if short and words[-1].isalpha():
        words.pop()
    if not words:
        return ""
    return " ".join(f'"{word}"' for word in words) + ("" if short else "*")


_MERGED = 16
"""Pages of 4 KiB: the longest of 350 small additions took 9 ms with these, 131 ms without (measured)."""
_LATIN_END = "\u0250"
"""The first character after the Latin letters and the digits."""


def merge(database: Database, added: int) -> None:
    """Merge a few pages of the full-text index, as many as additions need to keep its parts few.

    `added`: articles. The caller holds the transaction.
    """
    pages = max(_MERGED, _MERGED // 2 * added)
    database.execute(
        "insert into article_text_fts (article_text_fts, rank) values ('merge', ?)", [pages]
    )
