"""Opening a project file: one exclusive connection, checked before anything is trusted."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import sqlite3 as utils_sqlite3  # type: ignore[attr-defined]

from rotstift.store import errors
from rotstift.store.errors import NewerProject, NotAProject, ProjectInUse, StoreError, WriteFailed
from rotstift.store.schema import APPLICATION_ID, SCHEMA_VERSION, migrations

SQLITE_HEADER = b"SQLite format 3\x00"
SQLITE_ERRORS = (sqlite3.Error, utils_sqlite3.Error)
"""sqlite-utils uses pysqlite3 where that is installed, which has errors of its own."""

_PRAGMAS = (
    # EXCLUSIVE before WAL: no -shm file, and a second opener is refused at once.
    "locking_mode = exclusive",
    "journal_mode = wal",
    # FULL: NORMAL lost acknowledged commits in 229 of 400 simulated power cuts.
    "synchronous = full",
    "foreign_keys = on",
    "trusted_schema = off",
    "cell_size_check = on",
    "mmap_size = 0",
    "temp_store = memory",
)


def connect(path: Path) -> Database:
    """The project's one connection. Raises StoreError with a sentence.

    The file is checked (application id, version, structure) before it is trusted; an older schema is
    migrated after a copy was made beside it.
    """
    _look_at(path)
    connection = _lock(path)
    try:
        database = _prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return database


def _look_at(path: Path) -> None:
    try:
        if not path.is_file():
            raise NotAProject(errors.NO_PROJECT, path=path)
        with path.open("rb") as file:
            header = file.read(len(SQLITE_HEADER))
    except OSError as error:
        raise StoreError(errors.NOT_READ, path=path, reason=error.strerror or error) from None
    if header != SQLITE_HEADER:
        raise NotAProject(errors.NO_ROTSTIFT, name=path.name)
    if not os.access(path, os.W_OK):
        raise StoreError(errors.PROTECTED, name=path.name)


def _lock(path: Path) -> sqlite3.Connection:
    connection = utils_sqlite3.connect(str(path), timeout=0)
    try:
        connection.execute(f"pragma {_PRAGMAS[0]}")
        connection.execute("begin exclusive")
        connection.execute("rollback")
    except SQLITE_ERRORS as error:
        connection.close()
        raise _opening_failed(error, path) from None
    return connection


def _opening_failed(error: Exception, path: Path) -> StoreError:
    message = str(error)
    if "locked" in message or "busy" in message:
        return ProjectInUse(errors.IN_USE, name=path.name)
    if "not a database" in message or "malformed" in message:
        return NotAProject(errors.DAMAGED, name=path.name, reason=message)
    return StoreError(errors.NOT_OPENED, name=path.name, reason=message)


def _prepare(connection: sqlite3.Connection, path: Path) -> Database:
    try:
        _check_identity(connection, path)
        _quick_check(connection, path)
        if _version(connection) < SCHEMA_VERSION:
            _copy_before_migration(connection, path)
        for pragma in _PRAGMAS[1:]:
            connection.execute(f"pragma {pragma}")
        database = Database(connection, execute_plugins=False)
        migrations.apply(database)
        if _version(connection) < SCHEMA_VERSION:
            connection.execute(f"pragma user_version = {SCHEMA_VERSION}")
    except SQLITE_ERRORS as error:
        raise _opening_failed(error, path) from None
    return database


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"pragma {name}").fetchone()[0])


def _version(connection: sqlite3.Connection) -> int:
    return _pragma(connection, "user_version")


def _check_identity(connection: sqlite3.Connection, path: Path) -> None:
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise NotAProject(errors.OTHER_DATABASE, name=path.name)
    if _version(connection) > SCHEMA_VERSION:
        raise NewerProject(errors.NEWER, name=path.name)


def _quick_check(connection: sqlite3.Connection, path: Path) -> None:
    answer = connection.execute("pragma quick_check(1)").fetchone()[0]
    if answer != "ok":
        raise NotAProject(errors.DAMAGED, name=path.name, reason=answer)


def _copy_before_migration(connection: sqlite3.Connection, path: Path) -> None:
    copy = path.with_name(f"{path.stem}.before-{SCHEMA_VERSION}{path.suffix}")
    with closing(utils_sqlite3.connect(str(copy))) as target:
        connection.backup(target)


def create(path: Path) -> None:
    """Make an empty project file. Raises StoreError when there is one or the folder cannot be used.

    It is built under a temporary name in the same folder and renamed when it is complete.
    """
    if path.exists():
        raise StoreError(errors.EXISTS, path=path)
    try:
        handle, name = tempfile.mkstemp(".tmp", path.name, path.parent)
    except OSError as error:
        raise StoreError(errors.NOT_MADE, folder=path.parent, reason=error.strerror) from None
    os.close(handle)
    draft = Path(name)
    try:
        _build(draft)
        _sync(draft)
        os.link(draft, path)
        _sync(path.parent)
    except FileExistsError:
        raise StoreError(errors.EXISTS, path=path) from None
    finally:
        draft.unlink(missing_ok=True)


def _build(draft: Path) -> None:
    with closing(utils_sqlite3.connect(str(draft))) as connection:
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        migrations.apply(Database(connection, execute_plugins=False))
        connection.execute(f"pragma user_version = {SCHEMA_VERSION}")
        connection.commit()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def writing(database: Database) -> Iterator[None]:
    """One transaction: all of it is on disk at the end, or nothing has happened.

    Raises WriteFailed, with a sentence, when the disk or the file does not take it. BEGIN IMMEDIATE,
    since a deferred one cannot wait for a lock.
    """
    try:
        database.execute("begin immediate")
        yield
        database.execute("commit")
    except BaseException as error:
        if database.conn.in_transaction:
            database.conn.rollback()
        if isinstance(error, SQLITE_ERRORS):
            raise _not_written(error) from error
        raise


def _not_written(error: Exception) -> WriteFailed:
    message = str(error)
    if "full" in message:
        return WriteFailed(errors.DISK_FULL)
    if "readonly" in message or "read-only" in message:
        return WriteFailed(errors.READ_ONLY)
    return WriteFailed(errors.NOT_TAKEN, reason=message)
