"""Feed: from the thread that may read the project to the thread that writes a file."""

import queue
from collections.abc import Iterator
from typing import Generic, TypeVar

_T = TypeVar("_T")
_WAIT = 0.1
"""Seconds after which the reading end looks whether it was cancelled."""


class Cancelled(Exception):
    """The person has ended the job."""


class Feed(Generic[_T]):
    """A bounded queue with an end: one thread puts, another one iterates."""

    def __init__(self, size: int = 32) -> None:
        self._queue: queue.Queue[_T | None] = queue.Queue(size)
        self._cancelled = False

    def offer(self, item: _T) -> bool:
        """Put an item in; False when there is no room now."""
        try:
            self._queue.put_nowait(item)
        except queue.Full:
            return False
        return True

    def end(self) -> bool:
        """No more items come; False when there is no room to say so now."""
        try:
            self._queue.put_nowait(None)
        except queue.Full:
            return False
        return True

    def cancel(self) -> None:
        """Both ends stop."""
        self._cancelled = True

    @property
    def cancelled(self) -> bool:
        """True after `cancel`."""
        return self._cancelled

    def __iter__(self) -> Iterator[_T]:
        """The items as they come. Raises Cancelled in the middle when the other end gave up."""
        while True:
            try:
                item = self._queue.get(timeout=_WAIT)
            except queue.Empty:
                if self._cancelled:
                    raise Cancelled from None
                continue
            if self._cancelled:
                raise Cancelled
            if item is None:
                return
            yield item
