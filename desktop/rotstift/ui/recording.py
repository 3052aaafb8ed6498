"""The record of a project as its sheet shows it: words for what became of suggestions, rows, lines."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QLocale

from rotstift.model.scheme import Scheme
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session.sampling import Sampled
from rotstift.session.stats import Stats
from rotstift.session.verdicts import (
    BORDERS,
    DENIED,
    JOINED,
    KEPT,
    OTHER,
    REMOVED,
    Record,
    Verdict,
)
from rotstift.ui.dialogs.record import Headline, RecordView
from rotstift.ui.panels.parts import translate
from rotstift.ui.panels.plots import BarRow, percent
from rotstift.ui.panels.record_plots import Became, Line
from rotstift.ui.rows import date_words

SHOWN_PIPELINES = 4
"""The newest so many pipelines have bars of their own."""
SHOWN_COLUMNS = 9
"""What suggestions became most often; the rest stands together."""
_BECAME = {
    KEPT: QT_TRANSLATE_NOOP("Record", "kept"),
    REMOVED: QT_TRANSLATE_NOOP("Record", "removed"),
    BORDERS: QT_TRANSLATE_NOOP("Record", "borders"),
    JOINED: QT_TRANSLATE_NOOP("Record", "joined"),
    DENIED: QT_TRANSLATE_NOOP("Record", "denied"),
    OTHER: QT_TRANSLATE_NOOP("Record", "other"),
}
_KINDS = {
    "entity": QT_TRANSLATE_NOOP("Record", "Entities"),
    "quote": QT_TRANSLATE_NOOP("Record", "Quotes"),
    "negative": QT_TRANSLATE_NOOP("Record", "Marks that are no quote"),
}


def record_view(found: Record, figures: Stats, scheme: Scheme, language: str) -> RecordView:
    """What the sheet shows of it."""
    words = _Words(scheme, language)
    columns = _columns(found)
    became = tuple(_became(found, columns, words))
    pipelines = _pipelines(found)
    acceptance = tuple(_acceptance(found, pipelines, words))
    return RecordView(
        _headlines(figures, found.lots),
        pipelines,
        acceptance,
        became,
        tuple(words.became(column) for column in columns),
        tuple(date_words(day.date) for day in found.days),
        _lines(found),
        _table(found, words),
    )


class _Words:
    """Names of labels, types, reasons and roles in the person's language."""

    def __init__(self, scheme: Scheme, language: str) -> None:
        every = (*scheme.labels, *scheme.quote_types, *scheme.reasons, *scheme.roles)
        self._names = {label.id: label.name(language) for label in every}

    def label(self, label: str) -> str:
        return self._names.get(label, label)

    def became(self, what: str) -> str:
        return translate("Record", _BECAME[what]) if what in _BECAME else self.label(what)


def _headlines(figures: Stats, lots: Sampled) -> tuple[Headline, ...]:
    locale = QLocale()

    def number(value: float | None) -> str:
        return "–" if value is None else locale.toString(value, "f", 0 if value >= 10 else 1)

    share = "–" if figures.acceptance is None else percent(figures.acceptance)
    return (
        Headline(translate("Record", "of the suggestions accepted"), share),
        *_by_lot(lots),
        Headline(translate("Record", "actions per article"), number(figures.actions_per_article)),
        Headline(
            translate("Record", "actions per correction"), number(figures.actions_per_correction)
        ),
        Headline(translate("Record", "seconds per article"), number(figures.seconds_per_article)),
        Headline(
            translate("Record", "seconds per correction"), number(figures.seconds_per_correction)
        ),
    )


def _by_lot(lots: Sampled) -> tuple[Headline, ...]:
    """The error rate that the random share tells, with its interval; nothing without a share."""
    rate = lots.drawn.rate
    if rate is None:
        return ()
    low, high = (QLocale().toString(100 * bound, "f", 0) for bound in lots.drawn.interval)
    words = translate("Record", "wrong of {0} drawn at random ({1}–{2} %)")
    for place, value in enumerate((QLocale().toString(lots.drawn.settled), low, high)):
        words = words.replace(f"{{{place}}}", value)
    return (Headline(words, percent(rate)),)


def _columns(found: Record) -> tuple[str, ...]:
    """KEPT first, then what suggestions became most often."""
    counts: dict[str, int] = {KEPT: 0}
    for verdict, count in found.verdicts.items():
        counts[verdict.became] = counts.get(verdict.became, 0) + count
    rest = sorted((name for name in counts if name != KEPT), key=lambda name: -counts[name])
    return (KEPT, *rest[: SHOWN_COLUMNS - 1])


def _by_label(found: Record) -> Mapping[tuple[str, str], list[tuple[Verdict, int]]]:
    """The verdicts of each kind and label, kinds in the order of _KINDS."""
    groups: dict[tuple[str, str], list[tuple[Verdict, int]]] = {}
    order = list(_KINDS)
    for verdict, count in sorted(
        found.verdicts.items(), key=lambda one: (order.index(one[0].kind), -one[1], one[0].label)
    ):
        groups.setdefault((verdict.kind, verdict.label), []).append((verdict, count))
    return groups


def _became(found: Record, columns: tuple[str, ...], words: _Words) -> Iterable[Became]:
    for (_kind, label), rows in _by_label(found).items():
        counts = dict.fromkeys((words.became(column) for column in columns), 0)
        for verdict, count in rows:
            name = words.became(verdict.became if verdict.became in columns else OTHER)
            counts[name] = counts.get(name, 0) + count
        yield Became(words.label(label), {name: count for name, count in counts.items() if count})


def _pipelines(found: Record) -> tuple[str, ...]:
    names = sorted({verdict.pipeline for verdict in found.verdicts})
    return tuple(names[-SHOWN_PIPELINES:])


def _acceptance(found: Record, pipelines: tuple[str, ...], words: _Words) -> Iterable[BarRow]:
    last = ""
    for (kind, label), rows in _by_label(found).items():
        if kind != last:
            yield BarRow(translate("Record", _KINDS[kind]), (), heading=True)
            last = kind
        values = []
        for pipeline in pipelines:
            own = [(verdict, count) for verdict, count in rows if verdict.pipeline == pipeline]
            settled = sum(count for _verdict, count in own)
            kept = sum(count for verdict, count in own if verdict.kept)
            values.append(kept / settled if settled else None)
        yield BarRow(words.label(label), tuple(values))


def _lines(found: Record) -> tuple[Line, ...]:
    days = found.days
    return (
        Line(
            translate("Record", "Suggestions accepted"),
            tuple(100 * day.kept / day.settled if day.settled else None for day in days),
            "%",
            100.0,
        ),
        Line(
            translate("Record", "Actions per article"),
            tuple(day.effort.actions_per_article for day in days),
        ),
        Line(
            translate("Record", "Seconds per article"),
            tuple(day.effort.seconds_per_article for day in days),
            "s",
        ),
    )


def _table(found: Record, words: _Words) -> str:
    head = (
        translate("Record", "kind"),
        translate("Record", "suggested"),
        translate("Record", "pipeline"),
        translate("Record", "became"),
        translate("Record", "count"),
    )
    rows = [
        (
            translate("Record", _KINDS[verdict.kind]),
            words.label(verdict.label),
            verdict.pipeline,
            words.became(verdict.became),
            str(count),
        )
        for verdict, count in found.verdicts.most_common()
    ]
    return "\n".join("\t".join(row) for row in (head, *rows))
