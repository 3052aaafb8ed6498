"""Stops: where the person was in each article, so that coming back goes on there."""

import json
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from rotstift.model.annotations import Annotations
from rotstift.model.items import Markable
from rotstift.model.span import Span
from rotstift.session.desk.place import Place

KEPT = 60
"""Articles whose stop is remembered, the latest ones."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in one article, and what the window showed of it."""

    focus: str | None = None
    """Id of the focused item."""
    cursor: Span | None = None
    selection: Span | None = None
    top: int = 0
    """The code point that stood at the page's upper edge."""
    above: float = 0.0
    """Ems of its line that were scrolled out there; below 0 when it stood lower."""

    def place(self, text: str, state: Annotations) -> Place | None:
        """The place as far as it is still there: an item may be gone, and then nothing has the focus.

        None when nothing is left of it.
        """
        item = state.get(self.focus)
        focus = self.focus if isinstance(item, Markable) else None
        cursor, selection = _within(self.cursor, text), _within(self.selection, text)
        if focus is None and cursor is None:
            return None
        return Place(focus, cursor, selection if focus is None else None)


def _within(span: Span | None, text: str) -> Span | None:
    return span if span is not None and span.end <= len(text) else None


@dataclass(slots=True)
class Stops:
    """The stops of the last articles."""

    by_article: OrderedDict[str, Stop] = field(default_factory=OrderedDict)

    def put(self, article_id: str, stop: Stop) -> None:
        """The person is here now."""
        self.by_article[article_id] = stop
        self.by_article.move_to_end(article_id)
        while len(self.by_article) > KEPT:
            self.by_article.popitem(last=False)

    def get(self, article_id: str) -> Stop | None:
        """Where the person was in an article."""
        return self.by_article.get(article_id)

    def as_text(self) -> str:
        """All of them for a setting of the project, the latest last."""
        rows = {key: _row(stop) for key, stop in self.by_article.items()}
        return json.dumps(rows, separators=(",", ":"))

    @classmethod
    def from_text(cls, text: str) -> "Stops":
        """What `as_text` wrote; what cannot be read is left out: a lost place is no trouble."""
        try:
            rows = json.loads(text or "{}")
        except (ValueError, RecursionError):
            return cls()
        stops = cls()
        for key, row in rows.items() if isinstance(rows, dict) else ():
            stop = _stop(row)
            if stop is not None:
                stops.put(key, stop)
        return stops


def _row(stop: Stop) -> list[Any]:
    pairs = [[one.start, one.end] if one else None for one in (stop.cursor, stop.selection)]
    return [stop.focus, *pairs, stop.top, round(stop.above, 2)]


def _stop(row: Any) -> Stop | None:
    try:
        focus, cursor, selection, top, above = row
        return Stop(
            str(focus) if focus else None,
            Span(*map(int, cursor)) if cursor else None,
            Span(*map(int, selection)) if selection else None,
            max(0, int(top)),
            float(above),
        )
    except (TypeError, ValueError, LookupError):
        return None
