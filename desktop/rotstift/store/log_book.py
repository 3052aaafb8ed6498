"""The log: every entry, what it did to the articles and to the project, and what undo needs of it."""

import json
from collections.abc import Iterator, Mapping, Sequence

from rotstift.model.history import EntryKind, LogMark
from rotstift.store import errors
from rotstift.store.database import Database
from rotstift.store.errors import StoreError
from rotstift.store.reading import Reader
from rotstift.store.records import (
    Change,
    LogEntry,
    SettingChange,
    change_from_row,
    dump_steps,
    entry_from_row,
)

PAGE = 200
"""Entries that are read at a time on the way back through the log."""


class LogBook:
    """The append-only log of one file. Reading raises StoreError; `write` stands in a transaction."""

    def __init__(self, database: Database, reader: Reader) -> None:
        self._database = database
        self._reader = reader

    # -- writing --------------------------------------------------------------------------------

    def write(self, entry: LogEntry, settings: Sequence[SettingChange] = ()) -> int:
        """One entry, and what it does to the project's settings; answers its number.

        The caller holds the transaction, and writes what the entry does to articles.
        """
        cursor = self._database.execute(
            "insert into log (at, author, kind, name, target, words) values (?,?,?,?,?,?)",
            [
                entry.at,
                entry.author,
                entry.kind.value,
                entry.name,
                entry.target,
                json.dumps(dict(entry.words), ensure_ascii=False),
            ],
        )
        seq = int(cursor.lastrowid or 0)
        for one in settings:
            self._database.execute(
                "insert into setting_change values (?,?,?,?)", [seq, one.key, one.before, one.after]
            )
            set_value(self._database, one.key, one.after)
        return seq

    def write_change(self, seq: int, change: Change) -> None:
        """What an entry does to one article; the caller holds the transaction."""
        self._database.execute(
            "insert into change values (?,?,?,?)",
            [seq, change.article, dump_steps(change.forward), dump_steps(change.backward)],
        )

    # -- reading --------------------------------------------------------------------------------

    def marks(self) -> Iterator[LogMark]:
        """What the undo stacks need of the log, newest first; machine entries left out.

        Read a page at a time, so that no cursor stays open while something is written.
        """
        below = self._reader.scalar("select coalesce(max(seq), 0) from log") + 1
        while True:
            rows = self._reader.all(
                "select seq, kind, target from log where seq < ? and kind <> 'machine'"
                " order by seq desc limit ?",
                [below, PAGE],
            )
            for row in rows:
                yield LogMark(row["seq"], EntryKind(row["kind"]), row["target"])
            if not rows:
                return
            below = rows[-1]["seq"]

    def entry(self, seq: int) -> LogEntry:
        """One entry of the log. Raises StoreError when there is none."""
        row = self._reader.one("select * from log where seq = ?", [seq])
        if row is None:
            raise StoreError(errors.NO_ENTRY, entry=seq)
        return entry_from_row(row)

    def entries(self) -> Iterator[LogEntry]:
        """Every entry, oldest first."""
        return map(entry_from_row, self._reader.all("select * from log order by seq"))

    def entries_of(self, article_id: str, limit: int = 100) -> list[LogEntry]:
        """The article's newest entries, newest first."""
        sql = (
            "select log.* from change join log using (seq) where change.article = ?"
            " order by seq desc limit ?"
        )
        return [entry_from_row(row) for row in self._reader.all(sql, [article_id, limit])]

    def changes(self, seq: int) -> list[Change]:
        """What one entry did, article by article."""
        rows = self._reader.all("select * from change where seq = ? order by article", [seq])
        return [change_from_row(row) for row in rows]

    def each_change(self, seq: int) -> Iterator[Change]:
        """The same, a page at a time: those of a whole project have no room in memory."""
        last = ""
        sql = "select * from change where seq = ? and article > ? order by article limit ?"
        while rows := self._reader.all(sql, [seq, last, PAGE]):
            yield from map(change_from_row, rows)
            last = rows[-1]["article"]

    def size(self, seq: int) -> int:
        """How many articles one entry changed."""
        return self._reader.scalar("select count(*) from change where seq = ?", [seq])

    def changes_of(self, article_id: str) -> list[Change]:
        """Everything that was done to an article, oldest first."""
        sql = "select * from change where article = ? order by seq"
        return [change_from_row(row) for row in self._reader.all(sql, [article_id])]

    def setting_changes(self, seq: int) -> list[SettingChange]:
        """What one entry did to the project's settings."""
        sql = "select key, before, after from setting_change where seq = ? order by key"
        return [SettingChange(**row) for row in self._reader.all(sql, [seq])]

    def settings_told(self) -> Mapping[str, str]:
        """The settings as the log tells them: each that it ever changed, with its last value."""
        sql = "select key, after, max(seq) from setting_change group by key"
        return {row["key"]: row["after"] for row in self._reader.all(sql)}


def set_value(database: Database, key: str, value: str) -> None:
    """A project setting gets a value; an empty one takes it away. The caller holds the transaction."""
    if value:
        database.execute(
            "insert into setting values (?, ?) on conflict (key) do update set value = excluded.value",
            [key, value],
        )
    else:
        database.execute("delete from setting where key = ?", [key])
