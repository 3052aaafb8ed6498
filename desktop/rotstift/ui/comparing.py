"""Comparing: what trainings, evaluations and pipelines are, in the rows that the dialogs show."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from rotstift.model.scheme import Scheme
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.nlp.evaluation import Bin, Kind, Mistake, Result
from rotstift.session.evaluating import Measured
from rotstift.session.pipelines import Card
from rotstift.session.suggesting import DEFAULT_PIPELINE
from rotstift.session.training import TrainResult
from rotstift.ui.dialogs.compare import Candidate, Comparison, ErrorRow, short_name
from rotstift.ui.dialogs.pipelines import PipelineRow
from rotstift.ui.dialogs.training import Outcome
from rotstift.ui.panels.parts import translate
from rotstift.ui.panels.plots import BarRow, Trust
from rotstift.ui.wording import said

_SCORES = {
    "ents_f": QT_TRANSLATE_NOOP("Figures", "Entities: border and label right (F1)"),
    "quotes_messages": QT_TRANSLATE_NOOP("Figures", "Quotes: their words (F1)"),
    "quotes_roles": QT_TRANSLATE_NOOP("Figures", "Quotes: speaker, cue, addressee, frame (F1)"),
    "quotes_joint": QT_TRANSLATE_NOOP("Figures", "Quotes: all together (F1)"),
    "quotes_form": QT_TRANSLATE_NOOP("Figures", "Quotes: type (F1)"),
    "spans_quotes_f": QT_TRANSLATE_NOOP("Figures", "Quotes: border and type right (F1)"),
}
"""spaCy's names of the scores that a training reports."""
_ENTITY_PARTS = {"rotstift_entities", "ner"}
_MEASURES = {
    "Messages": QT_TRANSLATE_NOOP("Figures", "their words"),
    "Roles": QT_TRANSLATE_NOOP("Figures", "all roles"),
    "Joint": QT_TRANSLATE_NOOP("Figures", "words and roles"),
    "Form": QT_TRANSLATE_NOOP("Figures", "type"),
    "speaker": QT_TRANSLATE_NOOP("Figures", "speaker"),
    "cue": QT_TRANSLATE_NOOP("Figures", "cue"),
    "addressee": QT_TRANSLATE_NOOP("Figures", "addressee"),
    "frame": QT_TRANSLATE_NOOP("Figures", "frame"),
}
_KINDS = {
    Kind.MISSED: QT_TRANSLATE_NOOP("Figures", "missed"),
    Kind.INVENTED: QT_TRANSLATE_NOOP("Figures", "invented"),
    Kind.DENIED: QT_TRANSLATE_NOOP("Figures", "you said: it is none"),
    Kind.TYPE: QT_TRANSLATE_NOOP("Figures", "wrong type"),
    Kind.BORDER: QT_TRANSLATE_NOOP("Figures", "wrong border"),
    Kind.SPEAKER: QT_TRANSLATE_NOOP("Figures", "wrong speaker"),
    Kind.CUE: QT_TRANSLATE_NOOP("Figures", "wrong cue"),
    Kind.ADDRESSEE: QT_TRANSLATE_NOOP("Figures", "wrong addressee"),
}
_MEGABYTE = 1_000_000


def _words(template: str) -> str:
    return QCoreApplication.translate("Figures", template)


def outcome_of(result: TrainResult) -> Outcome:
    """What a training came to."""
    figures = [
        (_words(words), QLocale().toString(result.scores[key] * 100, "f", 1))
        for key, words in _SCORES.items()
        if key in result.scores and _was_learnt(key, result)
    ]
    best = translate("Figures", "The best step was {0}.").replace("{0}", str(result.best_step))
    notes = [best, _against(result), *(said(note) for note in result.notes)]
    return Outcome(str(result.pipeline), figures, " ".join(filter(None, notes)))


def _was_learnt(key: str, result: TrainResult) -> bool:
    """A component that learns nothing has no loss; its figures say nothing about this training."""
    losses = {name for point in result.points for name in point.loss}
    wanted = _ENTITY_PARTS if key.startswith("ents") else losses - _ENTITY_PARTS
    return not losses or bool(wanted & losses)


def _against(result: TrainResult) -> str:
    """The score beside that of the pipeline which it began with."""
    if result.before is None:
        return ""
    template = translate("Figures", "Score {0}; the pipeline that it began with has {1}.")
    values = (QLocale().toString(value * 100, "f", 1) for value in (result.score, result.before))
    for place, value in enumerate(values):
        template = template.replace(f"{{{place}}}", value)
    return template


def comparison_of(measured: Sequence[Measured], scheme: Scheme, language: str) -> Comparison:
    """Several pipelines on the same articles. At least one."""
    results = [one.result for one in measured]
    names = tuple(short_name(one.pipeline) for one in measured)
    notes = dict.fromkeys(said(note) for one in measured for note in one.notes)
    return Comparison(
        results[0].articles,
        names,
        tuple(_rows(results, scheme, language)),
        tuple(tuple(_trust(result)) for result in results),
        tuple(
            _error(name, mistake)
            for name, result in zip(names, results, strict=True)
            for mistake in result.examples
        ),
        tuple(notes),
    )


def _rows(results: Sequence[Result], scheme: Scheme, language: str) -> Iterator[BarRow]:
    labels = {label.id: label.name(language) for label in scheme.labels}
    types = {kind.id: kind.name(language) for kind in scheme.quote_types}
    if any(result.labels for result in results):
        yield BarRow(translate("Figures", "Entities"), (), heading=True)
        every = [result.entities.figures.f1 if result.labels else None for result in results]
        yield BarRow(translate("Figures", "all labels"), tuple(every))
        yield from _each(results, _label_f1, _keys(results, lambda one: one.labels), labels)
    if any(result.quotes for result in results):
        yield BarRow(translate("Figures", "Quotes"), (), heading=True)
        measures = {name: _words(words) for name, words in _MEASURES.items()}
        yield from _each(results, _measure_f1, list(_MEASURES), measures)
        yield BarRow(translate("Figures", "Quotes by type: their words"), (), heading=True)
        yield from _each(results, _type_f1, _keys(results, lambda one: one.types), types)


def _keys(results: Sequence[Result], part: Callable[[Result], Mapping[str, object]]) -> list[str]:
    return list(dict.fromkeys(key for result in results for key in part(result)))


def _each(
    results: Sequence[Result],
    value: Callable[[Result, str], float | None],
    keys: Sequence[str],
    names: Mapping[str, str],
) -> Iterator[BarRow]:
    for key in keys:
        yield BarRow(names.get(key, key), tuple(value(result, key) for result in results))


def _label_f1(result: Result, label: str) -> float | None:
    return result.labels[label].figures.f1 if label in result.labels else None


def _measure_f1(result: Result, name: str) -> float | None:
    return result.quotes[name].f1 if name in result.quotes else None


def _type_f1(result: Result, kind: str) -> float | None:
    return result.types[kind].figures.f1 if kind in result.types else None


def _trust(result: Result) -> Iterator[Trust]:
    """The bins of all layers together."""
    together: dict[float, list[Bin]] = {}
    for bins in result.bins.values():
        for one in bins:
            together.setdefault(one.start, []).append(one)
    for start in sorted(together):
        alike = together[start]
        items = sum(one.items for one in alike)
        score = sum(one.score * one.items for one in alike) / items
        yield Trust(items, score, sum(one.right * one.items for one in alike) / items)


def _error(pipeline: str, mistake: Mistake) -> ErrorRow:
    kind = _words(_KINDS[mistake.kind])
    return ErrorRow(
        pipeline,
        kind,
        mistake.article,
        mistake.title,
        mistake.found,
        mistake.gold,
        mistake.context,
        mistake.span.start,
    )


def candidates_of(cards: Sequence[Card], current: str, trained: str) -> list[Candidate]:
    """The pipelines that can be compared; the built-in one, the chosen and the newest are ticked."""
    ticked = {DEFAULT_PIPELINE, current, trained} - {""}
    names = [card.name for card in cards if not card.problem]
    names += [name for name in (current, trained) if name and name not in names]
    return [Candidate(name, _shown(name), name in ticked) for name in names]


def _shown(name: str) -> str:
    """A folder with its last two parts, which tell trainings apart."""
    path = Path(name)
    return "/".join(path.parts[-2:]) if len(path.parts) > 1 else name


def pipeline_row(card: Card) -> PipelineRow:
    """A card as the dialog shows it."""
    facts = (
        (translate("Figures", "What"), card.description),
        (translate("Figures", "Languages"), card.language),
        (translate("Figures", "Version"), card.version),
        (translate("Figures", "Licence"), card.licence),
        (translate("Figures", "Author"), card.author),
        (translate("Figures", "Labels"), _labels(card)),
        (translate("Figures", "Parts"), ", ".join(card.components)),
        (translate("Figures", "Size"), _size(card.size)),
        (translate("Figures", "From"), card.origin or card.path),
    )
    notes = tuple(said(note) for note in card.notes)
    known = tuple((name, said(value)) for name, value in facts if value)
    return PipelineRow(card.name, _shown(card.name), known, notes, said(card.problem))


def _labels(card: Card) -> str:
    """ "GPE → LOC" where a label is called otherwise here; "(DATE)" where it has no place."""
    pairs = card.labels.items()
    return ", ".join(
        old if old == new else f"{old} → {new}" if new else f"({old})" for old, new in pairs
    )


def _size(size: int) -> str:
    return QLocale().toString(size / _MEGABYTE, "f", 1) + "\u202fMB" if size else ""
