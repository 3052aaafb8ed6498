"""Database: the project's connection, with no more around it than reading and writing needs.

sqlite-utils makes and migrates a file, and is imported for that only: it brings numpy, dateutil and
click along, 100 ms that the window would wait for at every start (measured).
"""

import sqlite3
from collections.abc import Sequence
from typing import Any


class Database:
    """A connection under the two names that the store uses of sqlite-utils' own Database."""

    __slots__ = ("conn",)

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn

    def execute(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """One statement. Raises sqlite3.Error."""
        return self.conn.execute(sql, values)

    def close(self) -> None:
        """Let go of the file."""
        self.conn.close()
