"""Searching the whole project: article by article, in steps, so that the first hits are there at once."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rotstift.model.hits import Hit, Touch, hits_in, touches
from rotstift.model.items import Status
from rotstift.model.query import OPEN, Query
from rotstift.session.session import Session
from rotstift.store.errors import StoreError
from rotstift.store.finder import text_match
from rotstift.store.search import Choice

_OPEN = (Status.NEW, Status.IN_PROGRESS, Status.FLAGGED)
CONTEXT = 120
"""Code points of text that are shown on either side of a hit."""


@dataclass(frozen=True, slots=True)
class Found:
    """One article with its hits."""

    article: str
    title: str
    status: Status
    hits: tuple[Hit, ...]
    lines: tuple[tuple[str, str, str], ...]
    """Each hit in its line: what stands before it, its words, what stands behind it."""


@dataclass(slots=True)
class Search:
    """One search, done as far as `look_on` has come."""

    session: Session
    query: Query
    found: list[Found] = field(default_factory=list)
    hits: int = 0
    looked: int = 0
    """Articles that have been looked at."""
    damaged: int = 0
    """Articles that could not be read."""
    ids: Sequence[str] = ()
    """Articles where it may hold, in the list's order."""

    def begin(self) -> None:
        """Ask the indexes where it may hold. Raises StoreError."""
        project = self.session.project
        among = project.finder.candidates(self.query)
        choice = Choice(
            match=text_match(self.query), among=None if among is None else frozenset(among)
        )
        self.ids = project.ids(_statuses(self.query), choice=choice)

    @property
    def done(self) -> bool:
        """True when every article has been looked at."""
        return self.looked >= len(self.ids)

    def look_on(self, seconds: float, most: int = 0) -> bool:
        """Look at more articles, for so long, or until there are `most` hits; False when all are done."""
        end = time.perf_counter() + seconds
        while not self.done and time.perf_counter() < end:
            article_id = self.ids[self.looked]
            self.looked += 1
            try:
                self._look_at(article_id)
            except (StoreError, ValueError):
                self.damaged += 1
            if most and self.hits >= most:
                break
        return not self.done

    def _look_at(self, article_id: str) -> None:
        project = self.session.project
        text = project.text(article_id)
        touched: Mapping[str, Sequence[Touch]] = {}
        if self.query.has("by", "from", "to"):
            touched = touches(project.finder.told(article_id))
        items = project.finder.items(article_id, tables_for(self.query))
        hits = tuple(hits_in(self.query, text, items, touched))
        if hits:
            row = project.row(article_id)
            lines = tuple(line_of(text, hit) for hit in hits)
            self.found.append(Found(article_id, row.title, row.status, hits, lines))
            self.hits += len(hits)


def tables_for(query: Query) -> list[str]:
    """The tables with items that can matter to a query: most of an article is none of its business."""
    entities, quotes = query.has("label", "entity"), query.has("type", "speaker")
    others = query.has("standing", "by", "from", "to") and not entities and not quotes
    wanted = {
        "entity": entities or others or query.has("note", "to"),
        "quote": quotes or others or query.has("note", "to"),
        "negative": others or query.has("note", "to"),
        "zone": query.has("zone"),
        "note": query.has("note"),
    }
    return [table for table, on in wanted.items() if on]


def _statuses(query: Query) -> list[Status] | None:
    given = query.get("status")
    if not given:
        return None
    wanted = [Status(one) for one in given if one != OPEN]
    return [*wanted, *_OPEN] if OPEN in given else wanted


def line_of(text: str, hit: Hit) -> tuple[str, str, str]:
    """A hit in its context: the words before, its own, the words behind; line breaks become spaces."""
    span = hit.span
    before = text[max(0, span.start - CONTEXT) : span.start]
    after = text[span.end : span.end + CONTEXT]
    return _flat(before), _flat(span.of(text)), _flat(after)


def _flat(words: str) -> str:
    return "".join(" " if char.isspace() else char for char in words)


def rows_of(found: Sequence[Found]) -> Iterator[tuple[Found, int]]:
    """Each article as a heading (-1), then its hits by number."""
    for one in found:
        yield one, -1
        for number in range(len(one.hits)):
            yield one, number
