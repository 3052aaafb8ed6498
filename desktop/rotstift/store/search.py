"""Search: the list narrowed by status and by what a person typed."""

import unicodedata
from collections.abc import Iterable

from rotstift.model.items import Status


def conditions(statuses: Iterable[Status] | None, search: str) -> tuple[str, list[str]]:
    """A where clause for `article`, and the values of its holes."""
    parts: list[str] = []
    values: list[str] = []
    if statuses is not None:
        wanted = [status.value for status in statuses]
        parts.append(f"status in ({','.join('?' * len(wanted))})")
        values += wanted
    query = fts_query(search)
    if query:
        parts.append(
            "id in (select article from article_text where rowid in"
            " (select rowid from article_text_fts where article_text_fts match ?))"
        )
        values.append(query)
    return (f"where {' and '.join(parts)}" if parts else ""), values


def fts_query(search: str) -> str:
    """What a person typed as an FTS5 query: every word must occur, the last one may be a beginning.

    sqlite-utils' own quoting still raises for NUL, newlines and lone surrogates, so each word is
    cleaned and quoted here.
    """
    composed = unicodedata.normalize("NFC", search)
    cleaned = "".join(char if char.isalnum() else " " for char in composed)
    words = [word for word in cleaned.split() if word.isprintable()]
    if not words:
        return ""
    return " ".join(f'"{word}"' for word in words) + "*"
