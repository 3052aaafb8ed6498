"""Finding words in the open article: the bar, its hits on the page, and where one is when it closes."""

from bisect import bisect_left
from collections.abc import Callable, Mapping

from rotstift.model.finding import find_all
from rotstift.model.span import Span
from rotstift.session.desk.core import Core, News
from rotstift.ui.panels.findbar import FindBar
from rotstift.ui.verbs.base import Host


class Finding:
    """The verbs "find", "find_next" and "find_previous"."""

    def __init__(self, program: Host) -> None:
        self.program = program
        self.bar = FindBar(program.window.middle)
        self._hits: list[Span] = []
        self._now = -1
        self._begin = 0
        """Code point from which the first hit is looked for: where the person was."""
        self._core: Core | None = None
        self.bar.typed.connect(self._search)
        self.bar.step.connect(self.step)
        self.bar.left.connect(self.close)

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        return {
            "find": self.open,
            "find_next": lambda: self.step(1),
            "find_previous": lambda: self.step(-1),
        }

    def open(self) -> None:
        """Bring the bar up, with the selected words in it."""
        self._follow()
        core = self.program.desk.core
        selection = core.place.selection
        self._begin = self._here(core)
        words = selection.of(core.text) if selection else ""
        self.bar.open_with(words if "\n" not in words else "")
        self._search(self.bar.field.text())

    def _follow(self) -> None:
        """Another project has another core: listen to the one that is there."""
        core = self.program.desk.core
        if core is not self._core:
            self._core = core
            core.listeners.append(self._on_news)

    def _on_news(self, news: News) -> None:
        if News.ARTICLE in news and self.bar.isVisible():
            self._begin = 0
            self._search(self.bar.field.text())

    @staticmethod
    def _here(core: Core) -> int:
        here = core.focused.span if core.focused else core.place.words
        return here.start if here else 0

    def _search(self, words: str) -> None:
        self._hits = find_all(self.program.desk.core.text, words)
        after = bisect_left(self._hits, self._begin, key=lambda span: span.start)
        self._now = (after % len(self._hits)) if self._hits else -1
        self._show()

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), round the end."""
        if not self.bar.isVisible() and not self.bar.field.text():
            self.open()
            return
        if not self.bar.isVisible():
            self._step_from_page(by)
        elif self._hits:
            self._now = (self._now + by) % len(self._hits)
            self._begin = self._hits[self._now].start
            self._show()

    def _step_from_page(self, by: int) -> None:
        """F3 while the bar is closed: go on from where the person is."""
        core = self.program.desk.core
        hits = find_all(core.text, self.bar.field.text())
        if not hits:
            self.open()
            return
        here = self._here(core)
        starts = [span.start for span in hits]
        at = bisect_left(starts, here + 1) if by > 0 else bisect_left(starts, here) - 1
        self._land(hits[at % len(hits)])

    def _show(self) -> None:
        now = self._hits[self._now] if self._hits else None
        view = self.program.window.view
        view.set_found(self._hits, now)
        asked = bool(self.bar.field.text().strip())
        self.bar.say(self._now + 1, len(self._hits), asked=asked)
        if now is not None:
            view.ensure_visible(now)

    def close(self) -> None:
        """Put the bar away; the word cursor stays on the hit, so that a label's key marks it."""
        now = self._hits[self._now] if self._hits else None
        self.bar.hide()
        self.program.window.view.set_found((), None)
        self.program.window.view.setFocus()
        if now is not None:
            self._land(now)
        self._hits, self._now = [], -1

    def _land(self, hit: Span) -> None:
        """Stand on the hit's word, or have its words selected where it is more than one."""
        go, text = self.program.desk.go, self.program.desk.core.text
        go.point(hit.start)
        cursor = self.program.desk.core.place.cursor
        if cursor is not None and not cursor.contains(hit) and text:
            go.select(hit)
