"""Reading: rows of the project's file, with a file that cannot be read told in a sentence."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rotstift.store import errors
from rotstift.store.database import Database
from rotstift.store.errors import StoreError
from rotstift.store.rows import Row


class Reader:
    """Questions to one file, each answered whole, so that no cursor stays open while something is written."""

    def __init__(self, path: Path, database: Database) -> None:
        self._path = path
        self._database = database

    @contextmanager
    def guard(self) -> Iterator[None]:
        """A file that cannot be read is a StoreError; in the middle of a change `writing` says it."""
        try:
            yield
        except sqlite3.Error as error:
            if self._database.conn.in_transaction:
                raise
            raise StoreError(errors.NOT_READ, path=self._path, reason=error) from None

    def all(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Every row. Raises StoreError."""
        with self.guard():
            cursor = self._database.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def one(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row, or None. Raises StoreError."""
        rows = self.all(sql, values)
        return rows[0] if rows else None

    def scalar(self, sql: str, values: Sequence[Any] = ()) -> int:
        """The one number that is asked for. Raises StoreError."""
        with self.guard():
            return int(self._database.execute(sql, values).fetchone()[0])
