"""Hashing: feature names to rows of a table, the same in every process."""

from collections.abc import Iterable
from zlib import crc32

SPAN_ROWS = 6000
"""Rows of the table of a candidate's features; row 0 is empty."""
ROLE_ROWS = 6000
"""Rows of the table of a role's features."""
_KEPT = 200_000
_known: dict[tuple[str, int], int] = {}


def row_of(name: str, rows: int) -> int:
    """A row from 1 on."""
    key = (name, rows)
    row = _known.get(key)
    if row is None:
        if len(_known) > _KEPT:
            _known.clear()
        row = _known[key] = 1 + crc32(name.encode()) % (rows - 1)
    return row


def rows_of(names: Iterable[str], rows: int) -> tuple[int, ...]:
    """Rows of several features, each once."""
    return tuple({row_of(name, rows) for name in names})
