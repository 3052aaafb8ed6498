"""Article: a text that never changes after import, and where it came from."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

TITLE_LIMIT = 120
"""Code points of a title that the lists show."""


def text_digest(text: str) -> str:
    """SHA-256 of the text as UTF-8, in hex: what makes two articles the same."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it stands after import: line ends are \\n, no BOM, nothing else touched."""

    id: str
    """Given once, unique in the project."""
    text: str
    title: str
    """The headline zone's text, or the first line: for lists only."""
    source: str = ""
    """Name of the file that it came from."""
    source_digest: str = ""
    """SHA-256 of the original bytes, in hex; empty where there were none."""
    meta: Mapping[str, str] = field(default_factory=dict)
    """What the source said about it: date, author, agency, ..."""

    @property
    def digest(self) -> str:
        """SHA-256 of the text."""
        return text_digest(self.text)


def title_of(text: str) -> str:
    """The first line that has a letter in it, trimmed for a list; never empty for a non-empty text."""
    for line in text.split("\n"):
        words = line.strip(" \t:\u00a0\u202f")
        if any(char.isalnum() for char in words):
            return words[:TITLE_LIMIT]
    return text.strip()[:TITLE_LIMIT]
