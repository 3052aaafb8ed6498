"""Voices: who says how much, in the article and in the project, and the way to every quote."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from rotstift.model.scheme import Scheme
from rotstift.session import known, voices
from rotstift.session.voices import NOBODY, PRONOUN, Voice
from rotstift.ui.dialogs.voices import QuoteRow, VoiceRow, VoicesSheet
from rotstift.ui.panels.parts import translate
from rotstift.ui.sliced_jobs import VOICES, SlicedWork
from rotstift.ui.verbs.base import Host


class Voices:
    """The verb that shows the voices."""

    def __init__(self, program: Host) -> None:
        self.program = program

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What this verb is called in the table of actions."""
        return {"voices": self._open}

    def _open(self) -> None:
        work = self.program.work
        if work is None:
            return
        sheet = VoicesSheet(self._fetch, self.program.window)
        sheet.quote_chosen.connect(self._go)
        sheet.scope_chosen.connect(lambda everything: self._count(sheet, everything=everything))
        self._count(sheet, everything=not self.program.desk.core.article_id)
        sheet.show()

    def _count(self, sheet: VoicesSheet, *, everything: bool) -> None:
        work = self.program.work
        if work is None:
            return
        articles = None if everything else [self.program.desk.core.article_id]
        steps = partial(voices.voices, articles=articles)
        if not everything:
            *_, found = steps(work.session)
            self._show(sheet, found, everything=False)
            return
        counting = SlicedWork(replace(VOICES, steps=steps), work.session, work)
        done = partial(self._show, sheet, everything=True)
        work.jobs.run(counting, done, lambda words: self.program.say(words, lasting=True))

    def _show(self, sheet: QObject, found: voices.Voices, *, everything: bool) -> None:
        from shiboken6 import isValid

        work = self.program.work
        if work is None or not isinstance(sheet, VoicesSheet) or not isValid(sheet):
            return  # closed while it was counted
        ranked = found.ranked()
        numbers: dict[str, Sequence[int]] = {key: one.quotes for key, one in found.table.items()}
        keys = {id(one): key for key, one in found.table.items()}
        most = ranked[0].length if ranked else 1
        ids = known.wikidata(work.session)
        rows = [
            replace(
                _row(one, found.length, work.session.scheme, self.program.language, ids),
                key=keys[id(one)],
                bar=one.length / max(most, 1),
            )
            for one in ranked
        ]
        sheet.set_voices(rows, numbers, everything=everything)

    def _fetch(self, numbers: Sequence[int]) -> list[QuoteRow]:
        work = self.program.work
        if work is None:
            return []
        speaking, scheme = work.session.project.speaking, work.session.scheme
        names = {one.id: one.name(self.program.language) for one in scheme.quote_types}
        found = (speaking.quote(number) for number in numbers)
        return [
            QuoteRow(
                row["article"],
                row["id"],
                " ".join(row["words"].split()),
                row["title"] or "",
                str(names.get(row["type"], row["type"])),
            )
            for row in found
            if row is not None
        ]

    def _go(self, article: str, quote: str) -> None:
        def go() -> None:
            desk = self.program.desk
            if desk.core.article_id != article:
                desk.core.open(article)
            desk.go.focus(quote)
            self.program.window.activateWindow()
            self.program.window.view.setFocus()

        if self.program.work is not None:
            self.program.guard(go)


def _row(
    voice: Voice, whole: int, scheme: Scheme, language: str, ids: Mapping[str, str]
) -> VoiceRow:
    labels = {label.id: label.name(language) for label in scheme.labels}
    kinds = {
        "document": translate("VoicesSheet", "document"),
        "person": translate("VoicesSheet", "person"),
        "organisation": translate("VoicesSheet", "organisation"),
        PRONOUN: translate("VoicesSheet", "not resolved yet"),
    }
    unnamed = {
        NOBODY: translate("VoicesSheet", "nobody named"),
        PRONOUN: translate("VoicesSheet", "he, she, they …"),
    }
    name = unnamed.get(voice.kind or voice.name, voice.name)
    types = tuple(
        (kind, voice.types[kind.id]) for kind in scheme.quote_types if voice.types[kind.id]
    )
    return VoiceRow(
        voice.name,
        name,
        labels.get(voice.kind, kinds.get(voice.kind, "")),
        voice.count,
        types,
        voice.length / whole if whole else 0.0,
        voice.articles,
        ids.get(voice.name, ""),
    )
