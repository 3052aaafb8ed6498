"""Correcting: from the key to the painted page, and to the disk, in the real window.

    python packaging/bench/correct.py [--keys N] [--articles N] [--profile]

The seed article, one with 20,000 words, 3,000 entities and 500 quotes, and a small article in a
project of 20,000. Disk time is what an edit spends until its transaction is committed.
"""

import argparse
import cProfile
import pstats
import statistics
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from material import long_article, many, project, seed_article, workshop
from table import Figure, ratio, show, tail


def keys(count: int) -> Iterator[tuple[str, int, int]]:
    """So many keys as one corrects with: name of the gesture, key, modifiers."""
    from driver import CTRL, NONE, SHIFT
    from PySide6.QtCore import Qt

    key = Qt.Key
    round_trip = [
        ("next doubtful (Tab)", key.Key_Tab, NONE),
        ("next item (↓)", key.Key_Down, NONE),
        ("label (P O L)", key.Key_P, NONE),
        ("label (P O L)", key.Key_O, NONE),
        ("label (P O L)", key.Key_L, NONE),
        ("border (Shift+→ ←)", key.Key_Right, SHIFT),
        ("border (Shift+→ ←)", key.Key_Left, SHIFT),
        ("undo (Ctrl+Z)", key.Key_Z, CTRL),
        ("next item (↓)", key.Key_Down, NONE),
        ("remove (X)", key.Key_X, NONE),
        ("undo (Ctrl+Z)", key.Key_Z, CTRL),
        ("next doubtful (Tab)", key.Key_Tab, NONE),
        ("accept (Space)", key.Key_Space, NONE),
        ("undo (Ctrl+Z)", key.Key_Z, CTRL),
    ]
    return islice(cycle(round_trip), count)


class Gestures:
    """The times of one article's keys."""

    def __init__(self) -> None:
        self.painted: dict[str, list[float]] = {}
        self.settled: list[float] = []
        self.disk: list[float] = []
        self.idle = 0
        """Keys that had nothing to do."""

    @property
    def every(self) -> list[float]:
        """All keys until painted."""
        return [one for times in self.painted.values() for one in times]


def correct(path: Path, count: int) -> Gestures:
    """Open the project's first article and send keys to it."""
    from driver import Driver

    global _driver  # noqa: PLW0603 - one window for all: a QApplication cannot be made twice
    _driver = _driver or Driver()
    driver: Driver = _driver
    driver.open(path)
    found = Gestures()
    for _, key, modifiers in keys(14):  # warm: glyphs, caches, SQLite's pages
        driver.press(key, modifiers)
        driver.quiet()
    driver.in_store.clear()
    for name, key, modifiers in keys(count):
        times = driver.key(key, modifiers)
        if times is None:
            found.idle += 1
        else:
            found.painted.setdefault(name, []).append(times[0])
            found.settled.append(times[1])
        driver.quiet()
    found.disk = list(driver.in_store)
    return found


_driver = None


def key_figures(name: str, found: Gestures, most: float) -> list[Figure]:
    """One article's lines."""
    lines = [tail(f"{name}: key to painted, all keys", found.every, most)]
    lines += [tail(f"  {gesture}", times) for gesture, times in sorted(found.painted.items())]
    lines.append(tail("  key to painted, panels followed", found.settled))
    return [*lines, Figure("  keys that had nothing to do", str(found.idle))]


def main() -> None:
    """Measure the three and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=260)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--profile", action="store_true", help="where the long article's time goes")
    chosen = parser.parse_args()
    with workshop() as folder:
        seed, name = seed_article()
        long = long_article()
        project(folder / "seed.rotstift", [seed]).close()
        project(folder / "long.rotstift", [long]).close()
        project(folder / "many.rotstift", many(chosen.articles)).close()
        first = correct(folder / "seed.rotstift", chosen.keys)
        profile = cProfile.Profile()
        if chosen.profile:
            profile.enable()
        second = correct(folder / "long.rotstift", chosen.keys)
        profile.disable()
        third = correct(folder / "many.rotstift", chosen.keys)
        show(
            f"Key to painted ({chosen.keys} keys each; {name}: {len(seed.items)} items)",
            key_figures(name, first, 16) + key_figures("long article", second, 50),
        )
        show("Key to disk (time in the session until committed)", disk(first, second, third, name))
        if chosen.profile:
            pstats.Stats(profile).sort_stats("cumulative").print_stats(75)
        if _driver is not None:
            _driver.program.window.close()


def disk(small: Gestures, long: Gestures, many_: Gestures, name: str) -> list[Figure]:
    """The lines of the second table."""
    middle = statistics.median(small.disk)
    return [
        tail(f"{name}, alone in its project", small.disk, 10, 0.95),
        tail("long article, alone in its project", long.disk, 10, 0.95),
        tail("small article in a big project", many_.disk, 10, 0.95),
        ratio("long article : small one (p50)", statistics.median(long.disk) / middle),
        ratio("big project : small one (p50)", statistics.median(many_.disk) / middle),
    ]


if __name__ == "__main__":
    main()
