"""Export: confirmed articles out, with a report that accounts for every item."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from rotstift.formats import Annotated, all_formats
from rotstift.model.items import Status
from rotstift.model.report import Outcome, Report
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.earlier import IN_THE_WAY, in_the_way, is_report
from rotstift.nlp.protocol import article_to_json
from rotstift.session.known import wikidata
from rotstift.session.session import Session
from rotstift.session.worker import Worker, WorkerError

SPACY = "spacy"
"""The format that the worker writes, since only it may know spaCy."""
_PORTION = 20
_NO_FORMAT = QT_TRANSLATE_NOOP("Messages", "There is no format “{name}”; there are {known}.")
_NOTHING = QT_TRANSLATE_NOOP(
    "Messages",
    "There is nothing to export: no article is confirmed yet. Confirm one, or export all.",
)
_PROJECT_ITSELF = QT_TRANSLATE_NOOP(
    "Messages", "That is the project itself; choose another name for the export."
)
_OWN = ("-wal", "-shm", "-journal")
_NOT_WRITTEN = QT_TRANSLATE_NOOP("Messages", "The export was not written: {reason}.")


class ExportError(Exception):
    """The export was not made and left nothing behind; the message is a sentence."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What to write, where to, and how."""

    format: str
    out: Path
    """A file, or for spaCy a folder."""
    statuses: tuple[Status, ...] = (Status.CONFIRMED,)
    options: Mapping[str, Any] = field(default_factory=dict)
    """For spaCy: share, seed, split_hyphens, language, quotes."""
    overwrite: bool = False
    """Also where something stands that is no earlier export."""


def export_formats() -> tuple[str, ...]:
    """The names of all formats that can be written."""
    return (SPACY, *(known.name for known in all_formats().every if known.write))


def chosen_articles(session: Session, plan: ExportPlan) -> Iterator[Annotated]:
    """The articles that the plan asks for, one at a time. Raises StoreError for a damaged one."""
    numbers = wikidata(session)
    for article_id in session.project.ids(plan.statuses):
        article = session.project.article(article_id)
        state = session.project.state(article_id)
        yield Annotated(article, state.in_order, numbers)


def _is_the_project(project: Path, out: Path) -> bool:
    """True for the project's file, also under another name, and for those that SQLite keeps beside it."""
    own = [project.resolve(), *(project.resolve().with_name(project.name + end) for end in _OWN)]
    return out.resolve() in own or (out.exists() and out.samefile(project))


def check_plan(session: Session, plan: ExportPlan) -> int:
    """How many articles will be written. Raises ExportError when the plan cannot be carried out."""
    if _is_the_project(session.project.path, plan.out):
        raise ExportError(Sentence(_PROJECT_ITSELF))
    if plan.format not in export_formats():
        known = ", ".join(export_formats())
        raise ExportError(Sentence(_NO_FORMAT, name=plan.format, known=known))
    theirs = None if plan.overwrite else _in_the_way(plan)
    if theirs:
        raise ExportError(Sentence(IN_THE_WAY, path=theirs))
    count = len(session.project.ids(plan.statuses))
    if not count:
        raise ExportError(Sentence(_NOTHING))
    return count


def _in_the_way(plan: ExportPlan) -> Path | None:
    """What is there and was not written by an earlier export; else None."""
    if plan.format == SPACY:
        return in_the_way(plan.out)
    ours = not plan.out.exists() or is_report(_report_of(plan.out))
    return None if ours else plan.out


def _report_of(out: Path) -> Path:
    return out.with_name(f"{out.name}.report.json")


def write_export(plan: ExportPlan, articles: Iterable[Annotated], worker: Worker) -> Report:
    """Write the articles; answers the report, which also stands beside what was written.

    Touches no project, so that a thread may run it. Raises ExportError; nothing is left behind then.
    """
    try:
        if plan.format == SPACY:
            return _write_spacy(plan, articles, worker)
        chosen = all_formats().named(plan.format)
        if chosen is None or chosen.write is None:
            raise ExportError(Sentence(_NO_FORMAT, name=plan.format, known=export_formats()))
        report = chosen.write(articles, plan.out)
        _write_report(report, _report_of(plan.out))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(Sentence(_NOT_WRITTEN, reason=reason)) from None
    except WorkerError as error:
        raise ExportError(error.sentence) from None
    return report


def _write_spacy(plan: ExportPlan, articles: Iterable[Annotated], worker: Worker) -> Report:
    options = {**plan.options, "overwrite": plan.overwrite}
    opening = {"do": "docbin_open", "out": str(plan.out), "options": options}
    export = worker.ask(opening)["export"]
    holder = worker.pid
    try:
        source = iter(articles)
        while portion := list(islice(source, _PORTION)):
            rows = [article_to_json(one.article.id, one.article.text, one.items) for one in portion]
            worker.ask({"do": "docbin_add", "export": export, "articles": rows})
    except BaseException:
        if worker.pid == holder:  # one that has ended holds no export, and needs no successor
            closing = {"do": "docbin_close", "export": export, "keep": False}
            worker.request(closing, lambda _: None, lambda _: None)
        raise
    answer = worker.ask({"do": "docbin_close", "export": export, "keep": True})
    return Report.from_json(answer["report"])


def _write_report(report: Report, path: Path) -> None:
    words = json.dumps(report.to_json(), ensure_ascii=False, indent=1)
    path.write_text(words + "\n", encoding="utf-8")


def report_lines(report: Report) -> Iterator[str]:
    """A report for a terminal: a row for each kind, then the reasons, then the notes."""
    yield f"{'':<12}{'asked':>8}{'written':>9}{'adapted':>9}{'impossible':>12}"
    for kind in report.kinds:
        counts = [report.count(outcome, kind) for outcome in Outcome]
        yield f"{kind:<12}{report.asked[kind]:>8}{counts[0]:>9}{counts[1]:>9}{counts[2]:>12}"
    for (kind, outcome, reason), count in sorted(report.reasons().items()):
        yield f"{outcome.value}: {count} × {kind}: {reason}"
    yield from report.notes
