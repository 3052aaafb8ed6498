"""Import beside the typing: a thread reads the files, the window's thread writes in short slices."""

import threading
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from rotstift.formats import Found
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session import importing
from rotstift.session.session import Session
from rotstift.store.errors import StoreError
from rotstift.ui.jobs import LongWork, unforeseen
from rotstift.ui.panels.parts import counted
from rotstift.ui.panels.status import Job

SLICE_S = 0.008
"""What one transaction may take before keys and mouse have their turn."""
PAUSE_MS = 4
"""Between two slices: what a key has changed is painted before the next one."""
_FIRST = 8
"""Articles in the first transaction; after it as many as went into a slice."""


class ImportWork(LongWork):
    """Files are read on a thread and written into the project here, a few articles at a time."""

    def __init__(self, session: Session, paths: Sequence[Path], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._paths = tuple(paths)
        self._report = importing.ImportReport()
        self._room = threading.Semaphore(1)
        self._waiting: deque[Found] = deque()
        self._read_all = False
        self._size = _FIRST
        self._timer = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self._put)

    def start(self) -> None:
        """Begin."""
        self._tell()
        threading.Thread(target=self._read, name="import", daemon=True).start()

    def _read(self) -> None:
        try:
            for portion in importing.batches(importing.read(self._paths, self._session)):
                self._room.acquire()
                if self._over:
                    return
                self._bridge.deliver(lambda some=portion: self._take(some))  # type: ignore[misc]
        except Exception as error:
            sentence = unforeseen(error)
            self._bridge.deliver(lambda: self._fail(sentence))
            return
        self._bridge.deliver(lambda: self._take([], last=True))

    def _take(self, portion: Sequence[Found], *, last: bool = False) -> None:
        """What the thread has read waits here for its turn."""
        if not self._over:
            self._waiting.extend(portion)
            self._read_all = last
            self._timer.start()

    def _put(self) -> None:
        """One slice: as many articles as one transaction takes in the time that there is."""
        portion = [self._waiting.popleft() for _ in range(min(self._size, len(self._waiting)))]
        begin = perf_counter()
        try:
            importing.take(self._session, portion, self._report)
        except StoreError as error:
            self._fail(error.sentence)
            return
        except Exception as error:
            self._fail(unforeseen(error))
            return
        if portion:
            self._measure(len(portion), perf_counter() - begin)
        self._tell()
        if self._waiting:
            self._timer.start()
        else:
            self._ask_for_more()

    def _measure(self, count: int, seconds: float) -> None:
        """Short articles go in by the dozen, long ones singly."""
        fitting = int(count * SLICE_S / max(seconds, 1e-6))
        self._size = max(1, min(fitting, 2 * self._size, importing.BATCH))

    def _ask_for_more(self) -> None:
        if self._read_all:
            self._finish(self._report)
        else:
            self._room.release()

    def _tell(self) -> None:
        words = counted(
            len(self._report.added), "Jobs", QT_TRANSLATE_NOOP("Jobs", "Adding articles: %n", "", 1)
        )
        self._say(Job("import", words))

    def _end(self) -> None:
        self._timer.stop()
        super()._end()
        self._room.release()  # the thread may wait for room: it looks whether all is over

    def cancel(self) -> None:
        """Stop reading; the articles that are in stay in."""
        self._finish(self._report)
