"""Keys at a person's pace while something works behind: each is timed from when it was due."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice

from driver import CTRL, NONE, SHIFT, Driver
from PySide6.QtCore import QEventLoop, Qt, QTimer

PACE_MS = 130
"""From key to key: nearly eight a second, as fast as somebody who knows the keys."""


def keys(count: int) -> Iterator[tuple[str, Qt.Key, Qt.KeyboardModifier]]:
    """So many keys of every kind: name of the gesture, key, modifiers."""
    key = Qt.Key
    one_round = [
        ("next doubtful (Tab)", key.Key_Tab, NONE),
        ("next item (↓)", key.Key_Down, NONE),
        ("label (P O L)", key.Key_P, NONE),
        ("label (P O L)", key.Key_O, NONE),
        ("same for all (.)", key.Key_Period, NONE),
        ("undo (Ctrl+Z)", key.Key_Z, CTRL),
        ("border (Shift+→ ←)", key.Key_Right, SHIFT),
        ("border (Shift+→ ←)", key.Key_Left, SHIFT),
        ("undo (Ctrl+Z)", key.Key_Z, CTRL),
        ("next item (↓)", key.Key_Down, NONE),
        ("remove (X)", key.Key_X, NONE),
        ("undo (Ctrl+Z)", key.Key_Z, CTRL),
        ("next doubtful (Tab)", key.Key_Tab, NONE),
        ("accept (Space)", key.Key_Space, NONE),
        ("undo (Ctrl+Z)", key.Key_Z, CTRL),
        ("confirm, next article", key.Key_Return, CTRL),
        ("article before", key.Key_PageUp, CTRL),
        ("undo (Ctrl+Z)", key.Key_Z, CTRL),
    ]
    return islice(cycle(one_round), count)


@dataclass
class Typed:
    """Milliseconds of each kind of key, from when it was due to the end of the next painting."""

    times: dict[str, list[float]] = field(default_factory=dict)
    idle: int = 0
    """Keys after which nothing was painted: they had nothing to do."""

    @property
    def every(self) -> list[float]:
        """All kinds together."""
        return [one for times in self.times.values() for one in times]

    @property
    def keys(self) -> list[float]:
        """Those that stay in the article."""
        return [one for name, times in self.times.items() if "article" not in name for one in times]

    @property
    def switches(self) -> list[float]:
        """Those that go to another one."""
        return [one for name, times in self.times.items() if "article" in name for one in times]


class Typist:
    """Sends keys by the clock, whatever the window is busy with.

    A key that comes due while the window works at something else waits, and its waiting counts.
    """

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self._loop = QEventLoop()
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, singleShot=True)
        self._timer.timeout.connect(self._loop.quit)

    def wait_until(self, due: float) -> None:
        """Let the window live until a time of perf_counter."""
        self._timer.start(max(0, round((due - time.perf_counter()) * 1000)))
        self._loop.exec()

    def type(self, count: int, pace_ms: int = PACE_MS, home: str = "") -> Typed:
        """Send so many keys; all but those that go to another article act on `home`."""
        found = Typed()
        due = time.perf_counter() + 0.2
        for name, key, modifiers in keys(count):
            core = self.driver.desk.core
            if home and core.article_id != home and "article" not in name:
                core.open(home)
                self.driver.quiet()
                due = time.perf_counter() + pace_ms / 1000
            self._one(found, name, due, lambda: self.driver.press(key, modifiers))  # noqa: B023
            due = max(due + pace_ms / 1000, time.perf_counter() + 0.02)
        return found

    def _one(self, found: Typed, name: str, due: float, run: Callable[[], None]) -> None:
        self.wait_until(due)
        self.driver.first_paint = 0.0
        run()
        self.wait_until(due + PACE_MS * 0.85 / 1000)
        if self.driver.first_paint:
            found.times.setdefault(name, []).append((self.driver.first_paint - due) * 1000)
        else:
            found.idle += 1

    def switch(self, run: Callable[[], None], pace_ms: int = 250) -> float | None:
        """Milliseconds from when a step to another article was due until it is painted."""
        due = time.perf_counter() + pace_ms / 1000
        found = Typed()
        self._one(found, "", due, run)
        return found.every[0] if found.every else None
