"""The copying program: the file of an open project, copied and checked beside the window's process.

It is no thread of that process, since closing a second handle of the file there would drop the locks
that SQLite holds on it (POSIX); and it opens the project as a plain file, so that it needs no lock.
"""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

GOOD = "ok"
"""What SQLite says when the copy is sound; else it says what is wrong."""
FINE, DAMAGED, NOT_WRITTEN = 0, 1, 2
"""Exit codes; what the program says tells the reason."""
LOCKED, LOCKED_BYTES = 2**30, 512
"""Where SQLite keeps its locks. No data stands there, and Windows lets nobody read it."""
_PORTION = 2**22


def main(words: Sequence[str]) -> int:
    """Copy one path to another and say what came of it; returns the exit code."""
    source, draft = (Path(word) for word in words)
    try:
        copy(source, draft)
        answer = verdict(draft)
        code = FINE if answer == GOOD else DAMAGED
    except OSError as error:
        answer, code = error.strerror or str(error), NOT_WRITTEN
    except sqlite3.Error as error:
        answer, code = str(error), DAMAGED
    os.write(1, answer.encode("utf-8", "replace"))
    return code


def copy(source: Path, draft: Path) -> None:
    """Every byte that holds data, onto the disk. Raises OSError."""
    with source.open("rb") as old, draft.open("wb") as new:
        size = os.fstat(old.fileno()).st_size
        _move(old, new, min(size, LOCKED))
        if size > LOCKED:
            for file in (old, new):
                file.seek(LOCKED + LOCKED_BYTES)
            _move(old, new, size - LOCKED - LOCKED_BYTES)


def _move(old: BinaryIO, new: BinaryIO, left: int) -> None:
    while left > 0 and (some := old.read(min(left, _PORTION))):
        new.write(some)
        new.flush()
        # At once: an edit in the project, which waits for its own, would wait for all of it (measured).
        os.fsync(new.fileno())
        left -= len(some)


def verdict(path: Path) -> str:
    """What SQLite says of a file that nobody writes to: "ok", or its first complaint."""
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        answer = connection.execute("pragma integrity_check(1)").fetchone()[0]
    return " ".join(str(answer).split())
