"""Backups: verified copies beside the project, thinned out with time."""

import os
import sqlite3
import subprocess
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import datetime
from glob import escape
from pathlib import Path

from rotstift.model.wording import Sentence
from rotstift.paths import copier_command
from rotstift.store import errors
from rotstift.store.copier import FINE, GOOD, NOT_WRITTEN, verdict
from rotstift.store.database import Database
from rotstift.store.errors import StoreError

DAILY, WEEKLY, MONTHLY = 12, 10, 9
"""How many days, weeks and months keep their last backup (after Anki's rotation)."""
STAMP = "%Y-%m-%dT%H%M%S"
DRAFT = ".partial"


def backup_folder(project: Path) -> Path:
    """Where a project's backups stand."""
    return project.with_name(f"{project.stem}.backups")


def back_up(database: Database, project: Path, now: datetime) -> Path:
    """Copy the open project, verify the copy, and thin out the older ones.

    Raises StoreError, with a sentence, when no copy could be made; older ones are then untouched.
    """
    final = Copying(database, project, now).finish()
    thin_out(project)
    return final


class Copying:
    """A backup under way: another process copies the file, and the project can be worked in meanwhile.

    Everything is brought into the one file at the beginning, and from then until the end SQLite
    writes to its write-ahead log only. So the copy is the project of the moment when it began, and
    what is done meanwhile is as safe as ever. Live on the database's thread; must end in `finish`
    or `cancel`.
    """

    def __init__(self, database: Database, project: Path, now: datetime) -> None:
        """Begin. Raises StoreError, with a sentence, when no copy can be made."""
        self._database, self._project = database, project
        self._final = _place(project, now)
        self._draft = self._final.with_suffix(DRAFT)
        self._pages: int | None = None
        self._process: subprocess.Popen[bytes] | None = None
        try:
            _make_room(self._final)
            self._settle()
            self._before = _mark(project)
            self._process = _started(copier_command(project, self._draft))
        except (OSError, sqlite3.Error) as error:
            self.cancel()
            raise StoreError(errors.NO_BACKUP, folder=self._final.parent, reason=error) from None

    def _settle(self) -> None:
        """Everything into the file; nothing more goes there until `cancel`."""
        execute = self._database.execute
        self._pages = int(execute("pragma wal_autocheckpoint").fetchone()[0])
        execute("pragma wal_autocheckpoint = 0").fetchone()
        busy, *_ = execute("pragma wal_checkpoint(truncate)").fetchone()
        if busy:
            raise sqlite3.OperationalError("the project is being read")

    @property
    def copied(self) -> bool:
        """True when the other process is through; `finish` does not wait then."""
        return self._process is None or self._process.poll() is not None

    @property
    def progress(self) -> tuple[int, int]:
        """MB that are copied, and MB in all."""
        try:
            return self._draft.stat().st_size >> 20, self._project.stat().st_size >> 20
        except OSError:
            return 0, 0

    def finish(self) -> Path:
        """Wait for the copy, and give it its name. Raises StoreError; older ones are then untouched."""
        try:
            code, answer = self._outcome()
            if code == NOT_WRITTEN:
                raise StoreError(errors.NO_BACKUP, folder=self._final.parent, reason=answer)
            if code != FINE:
                raise StoreError(errors.BAD_BACKUP, reason=answer or "–")
            if _mark(self._project) != self._before:
                raise StoreError(errors.BAD_BACKUP, reason=Sentence(errors.WRITTEN_MEANWHILE))
            os.replace(self._draft, self._final)  # noqa: PTH105 - replaces on every system
        except OSError as error:
            raise StoreError(errors.NO_BACKUP, folder=self._final.parent, reason=error) from None
        finally:
            self.cancel()
        return self._final

    def _outcome(self) -> tuple[int, str]:
        """The exit code of the other process, and what it said."""
        process, self._process = self._process, None
        if process is None:
            return NOT_WRITTEN, ""
        words = process.communicate()[0].decode("utf-8", "replace")
        return process.returncode, words

    def cancel(self) -> None:
        """End the copying and take its draft away; does nothing afterwards."""
        if self._process is not None:
            self._process.kill()
            self._outcome()
        with suppress(OSError):
            self._draft.unlink()
        if self._pages is not None:
            with suppress(sqlite3.Error):  # the project was closed
                self._database.execute(f"pragma wal_autocheckpoint = {self._pages}").fetchone()
            self._pages = None


def rescue(database: Database, project: Path, now: datetime) -> Path:
    """Copy a project whose file is no longer at its path, through SQLite's own handle of it.

    The caller waits meanwhile: about a second for 350 MB. Raises StoreError, with a sentence.
    """
    final = _place(project, now)
    draft = final.with_suffix(DRAFT)
    try:
        _make_room(final)
        with closing(sqlite3.connect(str(draft))) as copy:
            database.conn.backup(copy)
        if (answer := verdict(draft)) != GOOD:
            raise StoreError(errors.BAD_BACKUP, reason=answer)
        os.replace(draft, final)  # noqa: PTH105 - replaces on every system
    except (OSError, sqlite3.Error) as error:
        raise StoreError(errors.NO_BACKUP, folder=final.parent, reason=error) from None
    finally:
        with suppress(OSError):
            draft.unlink()
    return final


def file_id(path: Path) -> tuple[int, int] | None:
    """Which file stands at the path; None when there is none."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_dev, found.st_ino


def _place(project: Path, now: datetime) -> Path:
    return backup_folder(project) / f"{project.stem}.{now.strftime(STAMP)}{project.suffix}"


def _make_room(final: Path) -> None:
    """The folder, without the drafts of a program that was killed."""
    final.parent.mkdir(parents=True, exist_ok=True)
    stem = final.with_suffix("").stem
    for path in final.parent.glob(f"{escape(stem)}.*{DRAFT}"):
        path.unlink(missing_ok=True)


def _mark(project: Path) -> tuple[int, int, int, int]:
    """Changes whenever the file is written to or replaced."""
    found = project.stat()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _started(command: list[str]) -> subprocess.Popen[bytes]:
    none = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=none, stdout=subprocess.PIPE, stderr=none)


def thin_out(project: Path) -> None:
    """Remove the backups that the rotation does not keep: 0.1 s for one of 340 MB (measured)."""
    kept = backup_folder(project).glob(f"{escape(project.stem)}.*{project.suffix}")
    for path in superfluous(list(kept)):
        with suppress(OSError):
            path.unlink()


def stamp_of(path: Path) -> datetime | None:
    """When a backup was made, from its name; None for another file."""
    try:
        return datetime.strptime(path.suffixes[-2].lstrip("."), STAMP)
    except (ValueError, IndexError):
        return None


def superfluous(paths: Iterable[Path]) -> list[Path]:
    """The backups that the rotation does not keep: not the last of a kept day, week or month."""
    dated = sorted(((stamp, path) for path in paths if (stamp := stamp_of(path))), reverse=True)
    keep: set[Path] = {path for _, path in dated[:1]}
    for form, count in (("%Y-%m-%d", DAILY), ("%G-%V", WEEKLY), ("%Y-%m", MONTHLY)):
        last: dict[str, Path] = {}
        for stamp, path in dated:
            last.setdefault(stamp.strftime(form), path)
        keep |= set(list(last.values())[:count])
    return [path for _, path in dated if path not in keep]


def newest(project: Path) -> datetime | None:
    """When the newest backup was made; None when there is none."""
    stamps = [stamp_of(path) for path in backup_folder(project).glob(f"*{project.suffix}")]
    return max((stamp for stamp in stamps if stamp), default=None)
