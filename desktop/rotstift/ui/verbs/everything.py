"""The palette's answers: articles, the open article's names and quotes, and every action of the table."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer

from rotstift.model.fuzzy import match
from rotstift.model.items import Entity, Quote
from rotstift.session.titles import TitleBook
from rotstift.store.errors import StoreError
from rotstift.ui.keys import action_words, group_words, menu_words
from rotstift.ui.panels.everything import Answer, Palette
from rotstift.ui.panels.parts import translate
from rotstift.ui.rows import date_words
from rotstift.ui.verbs.base import Host
from rotstift.ui.work import Work

ARTICLES, NAMES, QUOTES, ACTIONS = "#", "@", "“", ">"
_QUOTE_SIGNS = "“„\"'"
FEW, MANY = 6, 40
"""Answers in a group: among others, and alone after its sign."""
_SHOWN = 90
"""Letters of a quote: more does not fit a row."""


class Everything(QObject):
    """The verb that brings the palette up."""

    def __init__(self, program: Host) -> None:
        super().__init__(program.window)
        self.program = program
        self.palette = Palette(program.window)
        self.palette.asked.connect(self._answer)
        self._used: list[str] = []
        """Ids of the actions that were taken here, the last one first."""
        self._work: Work | None = None
        self._book: TitleBook | None = None
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_on)

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What this verb is called in the table of actions."""
        return {"everything": self._open}

    def _open(self) -> None:
        if self.palette.isVisible():
            self.palette.close_up()
            return
        work = self.program.work
        if work is not self._work:
            self._work = work
            self._book = TitleBook(work.session.project) if work else None
        if self._book is not None:
            self._reading.start()
        self.palette.open_up()

    def _read_on(self) -> None:
        """Titles come in while the person types; what was asked is answered again at the end."""
        if self._book is None or self._work is not self.program.work:
            self._reading.stop()
            return
        try:
            more = self._book.read_on()
        except StoreError:
            more = False
        if not more:
            self._reading.stop()
            if self.palette.isVisible() and self.palette.field.text():
                self._answer(self.palette.field.text())

    # -- answers --------------------------------------------------------------------------------

    def _answer(self, typed: str) -> None:
        sign, words = typed[:1], typed[1:].strip()
        if sign in _QUOTE_SIGNS and sign:
            sign = QUOTES
        if sign not in (ARTICLES, NAMES, QUOTES, ACTIONS):
            sign, words = "", typed.strip()
        limit = MANY if sign else FEW
        groups = []
        for name, title, find in self._groups():
            if sign in ("", name):
                found = sorted(find(words, limit), key=lambda one: -one[0])[:limit]
                if found:
                    groups.append((found[0][0], [Answer(title), *(row for _, row in found)]))
        if words:
            groups.sort(key=lambda group: -group[0])
        rows = [row for _, group in groups for row in group]
        self.palette.show_answers(self._with_search(rows, sign, words))

    def _groups(
        self,
    ) -> Iterator[tuple[str, str, Callable[[str, int], list[tuple[float, Answer]]]]]:
        yield ARTICLES, translate("Everything", "Articles"), self._articles
        yield NAMES, translate("Everything", "Names in this article"), self._names
        yield QUOTES, translate("Everything", "Quotes in this article"), self._quotes
        yield ACTIONS, translate("Everything", "Actions"), self._actions

    def _with_search(self, rows: list[Answer], sign: str, words: str) -> list[Answer]:
        """At the end: the same words in the whole project."""
        if not words or sign == ACTIONS or "search_project" not in self.program.keys.rows:
            return rows
        query = f"entity:{_quoted(words)}" if sign == NAMES else words
        said = translate("Everything", "Search the whole project for “{words}”")
        key = self.program.keys.caps().get("search_project", "")
        search = Answer(
            said.format(words=words), partial(self._search, query), keys=key, icon="search"
        )
        return [*rows, Answer(translate("Everything", "Whole project")), search]

    def _search(self, query: str) -> None:
        from rotstift.ui.panels.search import SearchPanel

        self.program.perform("search_project")
        panel = self.program.window.findChild(SearchPanel)
        if panel is not None:
            panel.ask(query)

    def _actions(self, words: str, _limit: int) -> list[tuple[float, Answer]]:
        keys, found = self.program.keys, []
        for row in keys.rows.values():
            if not row.words or row.id == "everything" or not keys.actions[row.id].isEnabled():
                continue
            menu = menu_words(row.menu).replace("&", "")
            detail = group_words(row.group) if row.group.strip("-") else menu
            said = action_words(row)
            fit = match(words, said) or match(words, f"{said} {detail}")
            if fit is not None:
                recent = 60.0 - 5 * self._used.index(row.id) if row.id in self._used else 0.0
                run = partial(self._run, row.id)
                places = tuple(place for place in fit.places if place < len(said))
                found.append(
                    (
                        fit.score + recent,
                        Answer(
                            said, run, detail, keys.caps()[row.id], places, icon=row.icon or "next"
                        ),
                    )
                )
        return found

    def _run(self, action_id: str) -> None:
        self._used = [action_id, *(one for one in self._used if one != action_id)][:10]
        self.program.window.view.setFocus()
        self.program.keys.actions[action_id].trigger()

    def _names(self, words: str, _limit: int) -> list[tuple[float, Answer]]:
        if self.program.work is None:
            return []
        core, found = self.program.desk.core, {}
        scheme, counts = core.session.scheme, dict[tuple[str, str], int]()
        first: dict[tuple[str, str], Entity] = {}
        for one in core.state.entities:
            key = (" ".join(one.span.of(core.text).split()), one.label)
            counts[key] = counts.get(key, 0) + 1
            first.setdefault(key, one)
        for key, one in first.items():
            identity = one.identity or ""
            fit = match(words, key[0]) or (match(words, identity) if identity else None)
            if fit is None:
                continue
            label = scheme.label(one.label)
            times = f"×{counts[key]}" if counts[key] > 1 else ""
            detail = "  ".join(
                word for word in (identity if identity != key[0] else "", times) if word
            )
            row = Answer(
                key[0],
                partial(self._focus, one.id),
                detail,
                places=fit.places,
                tag=label,
                tag_words=one.label,
            )
            found[one.id] = (fit.score + min(counts[key], 20), row)
        return list(found.values())

    def _quotes(self, words: str, _limit: int) -> list[tuple[float, Answer]]:
        if self.program.work is None or not words:
            return []
        core = self.program.desk.core
        return [row for quote in core.state.quotes if (row := self._quote(quote, words))]

    def _quote(self, quote: Quote, words: str) -> tuple[float, Answer] | None:
        core = self.program.desk.core
        said = " … ".join(" ".join(part.of(core.text).split()) for part in quote.parts)
        speaker = " ".join(one.span.of(core.text) for one in quote.speaker)
        fit = match(words, said)
        if fit is None and speaker:
            spoken = match(words, speaker)
            fit = spoken._replace(places=()) if spoken else None
        if fit is None:
            return None
        kind = core.session.scheme.quote_type(quote.type)
        name = kind.name(self.program.language) if kind else quote.type
        row = Answer(
            said[:_SHOWN],
            partial(self._focus, quote.id),
            speaker,
            places=fit.places,
            tag=kind,
            tag_words=name,
        )
        return fit.score, row

    def _focus(self, item_id: str) -> None:
        self.program.window.view.setFocus()
        self.program.guard(lambda: self.program.desk.go.focus(item_id))

    def _articles(self, words: str, limit: int) -> list[tuple[float, Answer]]:
        work, book = self.program.work, self._book
        if work is None or book is None:
            return []
        recent = list(reversed(work.stops.stops.by_article))
        if not words:
            ids = [one for one in recent if one != self.program.desk.core.article_id][:limit]
            return [
                (-float(rank), row)
                for rank, one in enumerate(ids)
                if (row := self._article(one, ""))
            ]
        ranked = []
        for article_id, title in book.best(words, limit):
            row = self._article(article_id, words)
            fit = match(words, title)
            bonus = 30.0 if article_id in recent[:10] else 0.0
            if row is not None:
                ranked.append(((fit.score if fit else 0.0) + bonus, row))
        return ranked

    def _article(self, article_id: str, words: str) -> Answer | None:
        work = self.program.work
        if work is None:
            return None
        try:
            row = work.session.row(article_id)
        except StoreError:
            return None
        fit = match(words, row.title) if words else None
        places = fit.places if fit else ()
        return Answer(
            row.title,
            partial(self._go, article_id),
            date_words(row.meta.get("date", "")),
            places=places,
            status=row.status,
        )

    def _go(self, article_id: str) -> None:
        self.program.window.view.setFocus()
        self.program.guard(lambda: self.program.desk.core.open(article_id))


def _quoted(words: str) -> str:
    return f'"{words}"' if " " in words else words
