"""Hashing: feature names to rows of a table, the same in every process."""

from collections.abc import Iterable
from zlib import crc32

SPAN_ROWS = 6000
"""Rows of the table of a candidate's features; row 0 is empty."""
ROLE_ROWS = 6000
"""Rows of the table of a role's features."""
KEPT = 200_000
"""Names that are remembered for a table."""


class _Rows(dict[str, int]):
    """Name -> row; a name that is new is hashed when it is asked for."""

    def __init__(self, rows: int) -> None:
        self.rows = rows

    def __missing__(self, name: str) -> int:
        if len(self) > KEPT:
            self.clear()
        row = self[name] = 1 + crc32(name.encode()) % (self.rows - 1)
        return row


_known: dict[int, _Rows] = {}


def rows_of(names: Iterable[str], rows: int) -> tuple[int, ...]:
    """Rows (from 1 on) of several features, each once. The hottest line of reading an article."""
    known = _known.get(rows)
    if known is None:
        known = _known[rows] = _Rows(rows)
    return tuple({known[name] for name in names})
