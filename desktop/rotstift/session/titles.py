"""The titles of all articles, read in portions, to be looked through at every letter typed."""

from rotstift.model.fuzzy import Titles
from rotstift.store.project import Project

PORTION = 4_000
"""Titles read and folded at a time: some 20 ms."""


class TitleBook:
    """All titles of a project, as far as they have been read."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._ids: list[str] = []
        self._titles = Titles()
        self._last = 0

    def read_on(self) -> bool:
        """One more portion; False when all are there. Articles that are added come last, so that it goes on."""
        rows = self._project.finder.titles(self._last, PORTION)
        if rows:
            self._titles.add([title for _, _, title in rows])
            self._ids += [article_id for _, article_id, _ in rows]
            self._last = rows[-1][0]
        return len(rows) == PORTION

    def best(self, typed: str, limit: int) -> list[tuple[str, str]]:
        """Id and title of the articles whose titles fit best."""
        found = self._titles.best(typed, limit)
        return [(self._ids[number], self._titles.titles[number]) for number in found]
