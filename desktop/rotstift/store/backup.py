"""Backups: verified copies beside the project, thinned out with time."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import datetime
from glob import escape
from pathlib import Path

from rotstift.store import errors
from rotstift.store.database import Database
from rotstift.store.errors import StoreError

DAILY, WEEKLY, MONTHLY = 12, 10, 9
"""How many days, weeks and months keep their last backup (after Anki's rotation)."""
STAMP = "%Y-%m-%dT%H%M%S"
_PAGES = 256


def backup_folder(project: Path) -> Path:
    """Where a project's backups stand."""
    return project.with_name(f"{project.stem}.backups")


def back_up(database: Database, project: Path, now: datetime) -> Path:
    """Copy the open project, verify the copy, and thin out the older ones.

    Raises StoreError, with a sentence, when no copy could be made; older ones are then untouched.
    """
    folder = backup_folder(project)
    final = folder / f"{project.stem}.{now.strftime(STAMP)}{project.suffix}"
    draft = final.with_suffix(".partial")
    try:
        folder.mkdir(exist_ok=True)
        with closing(sqlite3.connect(str(draft))) as copy:
            database.conn.backup(copy, pages=_PAGES)
            answer = copy.execute("pragma integrity_check(1)").fetchone()[0]
        if answer != "ok":
            raise StoreError(errors.BAD_BACKUP, reason=answer)
        os.replace(draft, final)  # noqa: PTH105 - replaces on every system
    except (OSError, sqlite3.Error) as error:
        raise StoreError(errors.NO_BACKUP, folder=folder, reason=error) from None
    finally:
        with suppress(OSError):
            draft.unlink()
    for path in superfluous(list(folder.glob(f"{escape(project.stem)}.*{project.suffix}"))):
        path.unlink(missing_ok=True)
    return final


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
