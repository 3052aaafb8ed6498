"""Appraisals: what the doubt of the articles is kept in and worked out from; small steps, for idle moments."""

from collections.abc import Mapping
from typing import NamedTuple

from rotstift.store.connection import writing
from rotstift.store.database import Database
from rotstift.store.reading import Reader
from rotstift.store.records import Change, LogEntry, change_from_row, entry_from_row
from rotstift.store.rows import Row


class Names(NamedTuple):
    """The entities of one confirmed article, by their words."""

    row: int
    """The article's place in the file."""
    names: list[str]


class Settled(NamedTuple):
    """What one entry of the log did to one article."""

    place: tuple[int, str]
    """The entry's number, the article's id."""
    told: tuple[LogEntry, Change] | None
    """None for a damaged row: the check says what is wrong with it."""


def _settled(row: Row) -> Settled:
    place = (row["seq"], row["article"])
    try:
        return Settled(place, (entry_from_row(row), change_from_row(row)))
    except (ValueError, KeyError, TypeError):
        return Settled(place, None)


class Appraisals:
    """Reads what doubt is learnt from, and keeps the column `article.doubt`. Reading raises StoreError."""

    def __init__(self, database: Database, reader: Reader) -> None:
        self._database = database
        self._reader = reader

    @property
    def last_entry(self) -> int:
        """The number of the newest entry of the log; 0 for none."""
        return self._reader.scalar("select coalesce(max(seq), 0) from log")

    @property
    def last_row(self) -> int:
        """The number of the last article's row; 0 for none."""
        return self._reader.scalar("select coalesce(max(rowid), 0) from article")

    def settled(self, below: tuple[int, str], limit: int) -> list[Settled]:
        """What persons did to articles before this entry and article, newest first."""
        rows = self._reader.all(
            "select log.*, article, forward, backward from log join change using (seq)"
            " where (seq, article) < (?, ?) and kind <> 'machine' and name <> 'suggest'"
            " order by seq desc, article desc limit ?",
            [*below, limit],
        )
        return [_settled(row) for row in rows]

    def confirmed_names(self, below: int, limit: int) -> list[Names]:
        """The names in confirmed articles whose row is before this one, the last first."""
        rows = self._reader.all(
            "select rowid as number, id from article"
            " where rowid < ? and status = 'confirmed' order by rowid desc limit ?",
            [below, limit],
        )
        return [Names(row["number"], self._names(row["id"])) for row in rows]

    def _names(self, article_id: str) -> list[str]:
        rows = self._reader.all(
            "select distinct substr(text, entity.start + 1, entity.[end] - entity.start) as name"
            " from entity join article_text using (article) where article = ?",
            [article_id],
        )
        return [row["name"] for row in rows]

    def unknown(self, first: int, last: int) -> list[str]:
        """Articles with suggestions whose doubt nobody has worked out, among rows first to last."""
        rows = self._reader.all(
            "select id from article where rowid between ? and ?"
            " and doubt is null and suggested > 0",
            [first, last],
        )
        return [row["id"] for row in rows]

    def keep(self, doubts: Mapping[str, float]) -> None:
        """Articles have these doubts now. Raises WriteFailed."""
        with writing(self._database):
            self._database.conn.executemany(
                "update article set doubt = ? where id = ?",
                [(doubt, article_id) for article_id, doubt in doubts.items()],
            )
