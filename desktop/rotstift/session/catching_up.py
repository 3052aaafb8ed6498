"""Catching up: what the log has taught before, and doubts that nobody has worked out; in small steps.

Nothing waits for it: until it is done, doubt is what the pipeline alone gives reason for.
"""

from collections.abc import Callable, Iterator

from rotstift.session.appraisal import doubt_of, learn
from rotstift.session.session import Session
from rotstift.store.errors import StoreError

ENTRIES, NAMED = 2_000, 500
"""The newest edits and confirmed articles that are learnt from: what is older says less."""
AT_ONCE, ROWS = 10, 2_000
"""Edits or articles in one step; rows that are looked through for articles without a doubt."""


class CatchingUp:
    """Goes on step by step whenever somebody has time; each step takes a few milliseconds."""

    def __init__(
        self, session: Session, known: Callable[[str], float | None] = lambda _article: None
    ) -> None:
        """`known`: the doubt of an article where somebody has worked it out already."""
        self._session = session
        self._known = known
        self._project = session.project
        self._steps = self._all()
        self._filled: list[str] = []

    def step(self) -> bool:
        """Do a little; False once everything is done. Raises WriteFailed."""
        return next(self._steps, None) is not None or self._fill_stale()

    def take_filled(self) -> list[str]:
        """The articles that have got a doubt since this was asked last."""
        filled, self._filled = self._filled, []
        return filled

    def run(self) -> None:
        """All of it."""
        while self.step():
            self._filled.clear()

    def _all(self) -> Iterator[bool]:
        yield from self._edits()
        yield from self._names()
        self._session.experience_is_known()
        yield True
        yield from self._unknown()

    def _edits(self) -> Iterator[bool]:
        below = (self._project.appraisals.last_entry + 1, "")
        for _ in range(ENTRIES // AT_ONCE):
            found = self._project.appraisals.settled(below, AT_ONCE)
            for place, told in found:
                if told is not None:
                    entry, change = told
                    text = self._project.text(change.article)
                    learn(self._session.experience, entry, change, text)
                below = place
            yield True
            if not found:
                return

    def _names(self) -> Iterator[bool]:
        below = self._project.appraisals.last_row + 1
        for _ in range(NAMED // AT_ONCE):
            found = self._project.appraisals.confirmed_names(below, AT_ONCE)
            for row, names in found:
                self._session.experience.meet(names)
                below = min(below, row)
            yield True
            if not found:
                return

    def _unknown(self) -> Iterator[bool]:
        for first in range(1, self._project.appraisals.last_row + 1, ROWS):
            for article_id in self._project.appraisals.unknown(first, first + ROWS - 1):
                self._fill(article_id)
                yield True
            yield True

    def _fill(self, article_id: str) -> None:
        """A damaged article stays without a doubt: opening it says what is wrong with it."""
        try:
            text, state = self._project.text(article_id), self._project.state(article_id)
        except StoreError:
            return
        self._keep(article_id, doubt_of(text, state, self._session.experience))

    def _keep(self, article_id: str, doubt: float) -> None:
        self._project.appraisals.keep({article_id: doubt})
        self._filled.append(article_id)

    def _fill_stale(self) -> bool:
        """Long articles that were edited since."""
        if not self._session.stale:
            return False
        article_id = self._session.stale.pop()
        doubt = self._known(article_id)
        if doubt is None:
            opened = self._session.look(article_id)
            doubt = doubt_of(opened.article.text, opened.state, self._session.experience)
        self._keep(article_id, doubt)
        return True
