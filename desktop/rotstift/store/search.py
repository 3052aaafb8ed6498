"""Search: the list narrowed by status and by what a person typed."""

import json
import unicodedata
from collections.abc import Iterable

from rotstift.model.items import Status
from rotstift.store.database import Database


class Listing:
    """The articles' ids in order, kept between one filter or search and the next.

    With 100,000 articles SQLite needs 85 ms for the order alone; narrowing the list kept here by what
    an index says takes 5 ms more than the index does (measured).
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: list[tuple[str, int, int | None]] | None = None
        """Id, row of the article, row of its text."""

    def forget(self) -> None:
        """Articles were added: read the order anew when it is asked for next."""
        self._kept = None

    def ids(
        self, statuses: Iterable[Status] | None, search: str, *, by_doubt: bool = False
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
        query = fts_query(search)
        if query:
            rows = self._rows(
                "select json_group_array(rowid) from article_text_fts"
                " where article_text_fts match ?",
                query,
            )
            found = [one for one in found if one[2] in rows]
        if by_doubt:
            ranks = self._ranks()
            found = sorted(found, key=lambda one: ranks.get(one[1], len(ranks)))
        return [one[0] for one in found]

    def _ranks(self) -> dict[int, int]:
        """Rows of articles to their place among those with a doubt; read off the index alone."""
        sql = (
            "select json_group_array(rowid) from (select rowid from article"
            " where doubt is not null order by doubt desc, rowid)"
        )
        rows = json.loads(self._database.execute(sql).fetchone()[0])
        return {row: rank for rank, row in enumerate(rows)}

    def _articles(self) -> list[tuple[str, int, int | None]]:
        if self._kept is None:
            self._kept = self._database.execute(
                "select id, article.rowid, article_text.rowid from article"
                " left join article_text on article = id order by position"
            ).fetchall()
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


_LATIN_END = "\u0250"
"""The first character after the Latin letters and the digits."""
