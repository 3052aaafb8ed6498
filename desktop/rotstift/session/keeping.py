"""Keeping: when a backup is due, how one is made beside the typing, and what if the file is gone."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rotstift.session.session import Session
from rotstift.store.backup import Copying, newest, rescue, thin_out

BACKUP_EVERY = timedelta(minutes=30)
"""How old the newest backup may be while somebody works."""


def backup_due(session: Session) -> bool:
    """True when the newest backup is older than half an hour, or there is none."""
    last = newest(session.project.path)
    return last is None or datetime.now(UTC).replace(tzinfo=None) - last > BACKUP_EVERY


def begin_backup(session: Session) -> Copying:
    """A backup that another process makes, to be finished or cancelled. Raises StoreError."""
    return Copying(session.project.database, session.project.path, datetime.now(UTC))


def thin_out_beside(session: Session) -> None:
    """Remove the backups that are too many, on a thread: the file system takes its time for it."""
    path = session.project.path
    threading.Thread(target=thin_out, args=(path,), name="thin out backups").start()


def rescued(session: Session) -> Path:
    """A copy of a project whose file is not at its path any more. Raises StoreError."""
    return rescue(session.project.database, session.project.path, datetime.now(UTC))
