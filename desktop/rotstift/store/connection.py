"""Opening a project file: one exclusive connection, checked before anything is trusted."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from rotstift.store import errors
from rotstift.store.database import Database
from rotstift.store.errors import NewerProject, NotAProject, ProjectInUse, StoreError, WriteFailed
from rotstift.store.identity import APPLICATION_ID, SCHEMA_VERSION

SQLITE_HEADER = b"SQLite format 3\x00"

_PRAGMAS = (
    # EXCLUSIVE before WAL: no -shm file, and a second opener is refused at once.
    "locking_mode = exclusive",
    "journal_mode = wal",
    # FULL: NORMAL lost acknowledged commits in 229 of 400 simulated power cuts.
    "synchronous = full",
    "foreign_keys = on",
    # Else "insert or replace" would delete rows of the log without asking its triggers.
    "recursive_triggers = on",
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
    # No isolation level: transactions begin where `writing` begins them, never by themselves.
    connection = sqlite3.connect(str(path), timeout=0, isolation_level=None)
    try:
        connection.execute(f"pragma {_PRAGMAS[0]}")
        connection.execute("begin exclusive")
        connection.execute("rollback")
    except sqlite3.Error as error:
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
        outdated = _version(connection) < SCHEMA_VERSION
        if outdated:
            _copy_before_migration(connection, path)
        for pragma in _PRAGMAS[1:]:
            connection.execute(f"pragma {pragma}")
        if outdated:
            _migrate(connection)
    except sqlite3.Error as error:
        raise _opening_failed(error, path) from None
    return Database(connection)


def _migrate(connection: sqlite3.Connection) -> None:
    """Take the steps of the schema that the file has not taken yet."""
    import sqlite_utils  # late: see rotstift.store.database

    from rotstift.store import schema

    schema.migrations.apply(sqlite_utils.Database(connection, execute_plugins=False))
    connection.execute(f"pragma user_version = {SCHEMA_VERSION}")


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
        raise NotAProject(errors.DAMAGED, name=path.name, reason=" ".join(answer.split()))


def _copy_before_migration(connection: sqlite3.Connection, path: Path) -> None:
    copy = path.with_name(f"{path.stem}.before-{SCHEMA_VERSION}{path.suffix}")
    with closing(sqlite3.connect(str(copy))) as target:
        connection.backup(target)


def create(path: Path, settings: Mapping[str, str]) -> None:
    """Make an empty project file. Raises StoreError when there is one or the folder cannot be used.

    It is built under a temporary name in the same folder and renamed when it is complete.
    """
    if path.exists():
        raise StoreError(errors.EXISTS, path=path)
    draft: Path | None = None
    try:
        handle, name = tempfile.mkstemp(".tmp", path.name, path.parent)
        os.close(handle)
        draft = Path(name)
        _build(draft, settings)
        _sync(draft)
        _give_name(draft, path)
        _sync(path.parent)
    except FileExistsError:
        raise StoreError(errors.EXISTS, path=path) from None
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise StoreError(errors.NOT_MADE, folder=path.parent, reason=reason) from None
    finally:
        if draft:
            draft.unlink(missing_ok=True)


def _build(draft: Path, settings: Mapping[str, str]) -> None:
    with closing(sqlite3.connect(str(draft))) as connection:
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        _migrate(connection)
        connection.executemany("insert into setting values (?, ?)", settings.items())
        connection.commit()


def _give_name(draft: Path, path: Path) -> None:
    """Raises FileExistsError rather than take the place of another file."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(path) from None
        draft.rename(path)


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return  # Windows opens no folders
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def writing(database: Database) -> Iterator[None]:
    """One transaction: all of it is on disk at the end, or nothing has happened.

    Raises WriteFailed, with a sentence, when the disk or the file does not take it. BEGIN IMMEDIATE,
    since a deferred one cannot wait for a lock. While another one is under way, nothing else is taken.
    """
    if database.conn.in_transaction:
        raise WriteFailed(errors.UNDER_WAY)
    try:
        database.execute("begin immediate")
        yield
        database.execute("commit")
    except BaseException as error:
        if database.conn.in_transaction:
            database.conn.rollback()
        if isinstance(error, sqlite3.Error):
            raise _not_written(error) from error
        raise


def _not_written(error: Exception) -> WriteFailed:
    message = str(error)
    if "full" in message:
        return WriteFailed(errors.DISK_FULL)
    if "readonly" in message or "read-only" in message:
        return WriteFailed(errors.READ_ONLY)
    return WriteFailed(errors.NOT_TAKEN, reason=message)
