"""Table: the formats there are, built-in ones and plug-ins."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from rotstift.formats.base import Format

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

ENTRY_POINTS = "rotstift.formats"
"""The entry-point group of plug-ins; each names a `Format`."""


@dataclass(frozen=True, slots=True)
class Formats:
    """All formats there are, and what went wrong with plug-ins."""

    every: tuple[Format, ...]
    notes: tuple[str, ...] = ()
    """A sentence for each plug-in that could not be taken."""

    def named(self, name: str) -> Format | None:
        """The format with that name, or None."""
        return next((known for known in self.every if known.name == name), None)

    def reading(self, path: Path) -> Format | None:
        """The first format that reads files with this ending, or None."""
        ending = path.suffix.lower()
        return next(
            (known for known in self.every if known.read and ending in known.suffixes), None
        )

    @property
    def readable_suffixes(self) -> tuple[str, ...]:
        """Every ending that can be read, in the order of the table."""
        endings = [ending for known in self.every if known.read for ending in known.suffixes]
        return tuple(dict.fromkeys(endings))


@lru_cache(maxsize=1)
def all_formats() -> Formats:
    """The built-in formats, then the plug-ins; looked up once.

    Imported here: the window is up 30 ms earlier when nobody asks for a format yet (measured).
    """
    from importlib.metadata import entry_points

    from rotstift.formats.jsonl import JSONL
    from rotstift.formats.marked import MARKED
    from rotstift.formats.text import TEXT

    return with_plugins((TEXT, JSONL, MARKED), entry_points(group=ENTRY_POINTS))


def with_plugins(built_in: tuple[Format, ...], points: "Iterable[EntryPoint]") -> Formats:
    """The table with each plug-in that loads, is a Format and takes no name that is there."""
    every = list(built_in)
    notes: list[str] = []
    for point in sorted(points, key=lambda point: point.name):
        plugin, trouble = _loaded(point)
        if plugin is None:
            notes.append(f"The format “{point.name}” was not loaded: {trouble}.")
        elif any(plugin.name == known.name for known in every):
            notes.append(f"The format “{point.name}” was not loaded: its name is taken.")
        else:
            every.append(plugin)
    return Formats(tuple(every), tuple(notes))


def _loaded(point: "EntryPoint") -> tuple[Format | None, str]:
    try:
        plugin = point.load()
    except Exception as error:  # a plug-in can fail in any way; the others must not
        return None, f"{type(error).__name__}: {error}"
    if not isinstance(plugin, Format):
        return None, f"{point.value} is not a format"
    return plugin, ""
