"""Format: a kind of file that articles come from or go to."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from rotstift.formats.refusals import Refused
from rotstift.model.article import Article
from rotstift.model.items import Item
from rotstift.model.report import Report
from rotstift.model.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article with all its items. An article that no store has yet may have the id ""."""

    article: Article
    items: tuple[Item, ...] = ()
    wikidata: Mapping[str, str] = field(default_factory=dict)
    """The Wikidata id of each identity that has one: "Q42"."""


Found = Annotated | Refused
"""What a reader finds: an article, or something that it cannot take."""

Reader = Callable[[Path, Scheme], Iterator[Found]]
"""Reads one file. Never raises for bad input: it yields a `Refused` instead."""

Writer = Callable[[Iterable[Annotated], Path], Report]
"""Writes one file, whole or not at all. Raises OSError when the disk does not let it."""


@runtime_checkable
class Format(Protocol):
    """A kind of file. What it cannot do (read, write) is None."""

    @property
    def name(self) -> str:
        """What the command line calls it: "jsonl"."""

    @property
    def title(self) -> str:
        """What a file dialog calls it, in English."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of its files, in small letters, with the dot."""

    @property
    def read(self) -> Reader | None:
        """The way in."""

    @property
    def write(self) -> Writer | None:
        """The way out."""


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A `Format` as a row of the table."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Reader | None = None
    write: Writer | None = None


def display_name(path: Path) -> str:
    """The file's name as text that can be stored and shown, whatever bytes it has."""
    name = path.name or str(path)
    return os.fsencode(name).decode("utf-8", "replace")
