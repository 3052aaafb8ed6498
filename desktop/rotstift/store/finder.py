"""Finder: what is read to find something in the whole project, in portions that nobody waits for."""

from rotstift.store.reading import Reader


class Finder:
    """Questions about all articles at once. Reading raises StoreError."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def titles(self, after: int, limit: int) -> list[tuple[int, str, str]]:
        """Position, id and title of the articles after a position, in order."""
        rows = self._reader.all(
            "select position, id, title from article where position > ? order by position limit ?",
            [after, limit],
        )
        return [(row["position"], row["id"], row["title"]) for row in rows]
