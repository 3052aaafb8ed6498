"""The list of articles: ids in memory, rows fetched from the project when they are shown."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QDate, QLocale

from rotstift.model.items import Status
from rotstift.model.sampling import drawn, with_lots
from rotstift.session.session import Session
from rotstift.ui.panels.articles import ArticleRow

FILTERED: dict[str, tuple[Status, ...] | None] = {
    "all": None,
    "open": (Status.NEW, Status.IN_PROGRESS, Status.FLAGGED),
    "confirmed": (Status.CONFIRMED,),
    "flagged": (Status.FLAGGED,),
}
"""What each filter of the panel lets through."""


class Rows:
    """The rows that a filter and a search leave, as they came in or the most doubtful first."""

    def __init__(self, session: Session, filter_name: str, search: str) -> None:
        self._session = session
        by_doubt = session.by_doubt
        ids = session.project.ids(FILTERED[filter_name], search, by_doubt=by_doubt)
        self.ids: Sequence[str] = with_lots(ids, session.share) if by_doubt else ids
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
            self._session.by_doubt and drawn(row.id, self._session.share),
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
