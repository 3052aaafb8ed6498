"""Suggester: text and zones in, items with scores out."""

from dataclasses import dataclass
from typing import Protocol

from rotstift.model.items import Markable, Zone


@dataclass(frozen=True, slots=True)
class Request:
    """What a suggester gets to see of an article."""

    text: str
    """Line ends are \\n; no-break spaces are still there."""
    zones: tuple[Zone, ...] = ()
    """In text order; empty where nobody knows."""


class Suggester(Protocol):
    """Anything that proposes entities, quotes and negatives for an article."""

    @property
    def name(self) -> str:
        """What the person chooses it by: "rotstift-rules"."""

    @property
    def version(self) -> str:
        """Changes whenever its answers may change."""

    def suggest(self, request: Request) -> list[Markable]:
        """New items with fresh ids, standing SUGGESTED, author "name version", a score each.

        Offsets are code points into `request.text`. Runs in the worker process.
        """


def author_of(suggester: Suggester) -> str:
    """How the log names it: "rotstift-rules 1"."""
    return f"{suggester.name} {suggester.version}"
