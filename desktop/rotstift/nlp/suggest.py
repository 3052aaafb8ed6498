"""Suggester: text and zones in, items with scores out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from rotstift.model.items import Markable, Zone


class SuggestError(ValueError):
    """A pipeline cannot be had or has failed; the message is one sentence for the person."""


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

        The score is None only where the pipeline gives none. Offsets are code points into
        `request.text`. Runs in the worker process.
        """


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Everything that a suggester says about an article."""

    items: tuple[Markable, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)
    """Labels of the pipeline that the scheme has no place for, and how often they came."""
    unserved: str | None = None
    """The code of the article's language ("" where nobody knows it) when the pipeline has nothing
    for it but quotes by rule; None where it has."""


@runtime_checkable
class Telling(Protocol):
    """A suggester that also says what it left out."""

    def suggestions(self, request: Request) -> Suggestions:
        """The items of `suggest`, and what is not among them."""


@runtime_checkable
class Batching(Protocol):
    """A suggester that is faster with several articles at once."""

    def each(self, requests: Sequence[Request]) -> list[Suggestions]:
        """One answer a request, in their order. Raises for all when one of them fails."""


def author_of(suggester: Suggester) -> str:
    """How the log names it: "rotstift-rules 1"."""
    return f"{suggester.name} {suggester.version}"


def suggestions_of(suggester: Suggester, request: Request) -> Suggestions:
    """What the suggester says, with or without a list of what it left out."""
    if isinstance(suggester, Telling):
        return suggester.suggestions(request)
    return Suggestions(tuple(suggester.suggest(request)))


def suggestions_of_each(suggester: Suggester, requests: Sequence[Request]) -> list[Suggestions]:
    """The same for several articles, together where the suggester can."""
    if isinstance(suggester, Batching):
        return suggester.each(requests)
    return [suggestions_of(suggester, request) for request in requests]


def looks_like_path(name: str) -> bool:
    """True for what names a folder and not a package."""
    return any(mark in name for mark in "/\\") or name.startswith(("~", ".")) or Path(name).is_dir()
