"""The list of articles: ids in memory, rows fetched from the project when they are shown."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtCore import QDate, QLocale

from rotstift.model.items import Status
from rotstift.model.sampling import drawn, with_lots
from rotstift.session.session import Session
from rotstift.store.search import Choice, Order
from rotstift.ui.panels.articles import FILTERS, ArticleRow

FILTERED: dict[str, tuple[Status, ...] | None] = {
    "all": None,
    "open": (Status.NEW, Status.IN_PROGRESS, Status.FLAGGED),
    "confirmed": (Status.CONFIRMED,),
    "flagged": (Status.FLAGGED,),
    "skipped": (Status.SKIPPED,),
    "noted": None,
}
"""What each filter of the panel lets through; "noted" asks for a note instead of a status."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the list shows, and in which order."""

    filter: str = "all"
    """One of FILTERED."""
    words: str = ""
    """What the search field says."""
    pipeline: str = ""
    """Only articles with this pipeline's suggestions; empty for any."""
    order: str = Order.POSITION
    down: bool = False
    """The last, the latest, the most first."""
    query: str = ""
    """The project search whose articles alone are shown; empty for none. Not kept with the project."""
    among: frozenset[str] | None = None
    """The ids of these articles."""

    @property
    def plain(self) -> bool:
        """True when nothing is on but what the four buttons and the search field show."""
        there = (self.pipeline, self.order, self.down, self.among)
        return self.filter in FILTERS and there == ("", Order.POSITION, False, None)

    def as_text(self) -> str:
        """For a setting of the project; empty for a list that shows everything."""
        kept = asdict(self)
        del kept["among"], kept["query"]
        default = asdict(Narrowed())
        told = {key: value for key, value in kept.items() if value != default[key]}
        return json.dumps(told, ensure_ascii=False) if told else ""

    @classmethod
    def from_text(cls, text: str) -> "Narrowed":
        """What `as_text` wrote; what is none any more lets everything through."""
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            name, _, words = text.partition("\t")
            found = {"filter": name, "words": words}
        rows: dict[str, Any] = found if isinstance(found, dict) else {}
        name, words, pipeline, order = (
            str(rows.get(key, "")) for key in ("filter", "words", "pipeline", "order")
        )
        return cls(
            name if name in FILTERED else "all",
            words,
            pipeline,
            order if order in list(Order) else Order.POSITION,
            rows.get("down") is True,
        )


class Rows:
    """The rows that a filter and a search leave, as they came in or the most doubtful first."""

    def __init__(self, session: Session, narrowed: Narrowed, *, by_doubt: bool = False) -> None:
        """`by_doubt`: the most doubtful first, where no other order is chosen."""
        self._session = session
        by_doubt = by_doubt and narrowed.order == Order.POSITION
        self.by_doubt = by_doubt or (narrowed.order == Order.DOUBT and narrowed.down)
        """True where the most doubtful come first, and between them those that are drawn by lot."""
        choice = Choice(
            Order(narrowed.order),
            narrowed.down,
            narrowed.filter == "noted",
            narrowed.pipeline,
            among=narrowed.among,
        )
        ids = session.project.ids(
            FILTERED[narrowed.filter], narrowed.words, by_doubt=by_doubt, choice=choice
        )
        self.ids: Sequence[str] = with_lots(ids, session.share) if self.by_doubt else ids
        self._numbers: dict[str, int | None] = {}

    @property
    def count(self) -> int:
        """How many rows."""
        return len(self.ids)

    def row(self, number: int) -> ArticleRow:
        """One row. Raises IndexError."""
        row = self._session.row(self.ids[number])
        settled = row.checked + row.made
        return ArticleRow(
            row.id,
            row.title,
            row.status,
            date_words(row.meta.get("date", "")),
            row.suggested,
            settled,
            row.doubt,
            self.by_doubt and drawn(row.id, self._session.share),
        )

    def index(self, article_id: str) -> int | None:
        """The number of an article's row.

        Sought when it is asked for first: a table of 100,000 numbers would take 10 ms at each letter typed
        in the search field, and few of them are asked for.
        """
        if article_id not in self._numbers:
            self._numbers[article_id] = None
            with suppress(ValueError):
                self._numbers[article_id] = self.ids.index(article_id)
        return self._numbers[article_id]


def date_words(date: str) -> str:
    """An ISO date as the person's language writes it; other text as it is."""
    day = QDate.fromString(date[:10], "yyyy-MM-dd")
    return QLocale().toString(day, QLocale.FormatType.ShortFormat) if day.isValid() else date
