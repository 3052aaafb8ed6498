"""Asking: the dialogs, filled from the desk and answered to it."""

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from rotstift import __version__
from rotstift.formats import all_formats
from rotstift.model.items import Status
from rotstift.model.report import Outcome, Report
from rotstift.model.span import Span
from rotstift.session import exporting, importing
from rotstift.session.desk.desk import Desk
from rotstift.session.exporting import ExportPlan
from rotstift.session.session import Session
from rotstift.session.training import unfinished
from rotstift.ui.dialogs.about import AboutDialog, BuiltOn
from rotstift.ui.dialogs.export import (
    CaseRow,
    ExportDialog,
    ExportOptions,
    ExportReportDialog,
    FormatRow,
    KindRow,
)
from rotstift.ui.dialogs.imported import ImportReport, ImportReportDialog, Refused
from rotstift.ui.dialogs.note import NoteDialog
from rotstift.ui.dialogs.train import TrainDialog, TrainOptions
from rotstift.ui.panels.parts import translate
from rotstift.ui.wording import kind_words, refusal_words, report_words


def ask_note(desk: Desk, parent: QWidget, run: Callable[[Callable[[], None]], None]) -> None:
    """The note on the focused item, else on the article."""
    item = desk.core.focused
    about = item.span.of(desk.core.text) if item else translate("Asking", "The article")
    dialog = NoteDialog(desk.settle.note_here, about, parent)
    dialog.saved.connect(lambda words: run(lambda: desk.settle.note(words)))
    dialog.open()


def ask_export(session: Session, parent: QWidget, go: Callable[[ExportPlan], None]) -> None:
    """What to export, how and where to."""
    counts = {status: session.project.count(status) for status in Status}
    path = session.project.path
    dialog = ExportDialog(_format_rows(), counts, path.parent, f"{path.stem}-export", parent=parent)
    dialog.chosen.connect(lambda options: go(_plan(options)))
    dialog.open()


def _format_rows() -> list[FormatRow]:
    spacy = FormatRow(
        exporting.SPACY,
        "spaCy (DocBin)",
        translate("Asking", "train.spacy, dev.spacy and config.cfg: ready for “spacy train”."),
        splits=True,
    )
    others = [
        FormatRow(known.name, known.title, suffix=known.suffixes[0])
        for known in all_formats().every
        if known.write
    ]
    return [spacy, *others]


def _plan(options: ExportOptions) -> ExportPlan:
    split = {
        "share": options.dev_share,
        "seed": options.seed,
        "split_hyphens": options.split_hyphens,
    }
    statuses = tuple(status for status in Status if status in options.statuses)
    spacy = options.format_id == exporting.SPACY
    return ExportPlan(options.format_id, options.target, statuses, split if spacy else {})


def tell_export(
    session: Session,
    plan: ExportPlan,
    report: Report,
    parent: QWidget,
    open_folder: Callable[[Path], None],
    train: Callable[[], None],
) -> None:
    """What an export wrote, adapted and could not write."""
    kinds = [
        KindRow(
            kind_words(kind),
            report.asked[kind],
            *(report.count(outcome, kind) for outcome in Outcome),
        )
        for kind in report.kinds
    ]
    cases = [
        CaseRow(
            _title(session, case.article), " ".join(case.text.split()), report_words(case.reason)
        )
        for case in report.cases
    ]
    notes = [report_words(note) for note in report.notes]
    spacy = plan.format == exporting.SPACY
    dialog = ExportReportDialog(plan.out, kinds, cases, notes=notes, can_train=spacy, parent=parent)
    dialog.open_folder.connect(lambda: open_folder(plan.out if spacy else plan.out.parent))
    dialog.train.connect(train)
    dialog.open()


def _title(session: Session, article_id: str) -> str:
    return session.row(article_id).title if session.project.has_article(article_id) else ""


def ask_train(session: Session, parent: QWidget, go: Callable[[TrainOptions], None]) -> None:
    """How long to train, and where to."""
    path = session.project.path
    folder = path.with_name(f"{path.stem}-pipeline")
    confirmed = session.project.count(Status.CONFIRMED)
    dialog = TrainDialog(confirmed, folder, 400, unfinished=unfinished, parent=parent)
    dialog.chosen.connect(go)
    dialog.open()


def tell_import(report: importing.ImportReport, parent: QWidget) -> None:
    """What came in, and what did not."""
    same = translate("Asking", "{0} (same text as “{1}”)")
    duplicates = tuple(
        same.replace("{0}", Path(one.source).name).replace("{1}", one.same_as)
        for one in report.duplicates
    )
    refused = tuple(Refused(Path(one.source).name, refusal_words(one)) for one in report.refused)
    shown = ImportReport(len(report.added), duplicates=duplicates, refused=refused)
    ImportReportDialog(shown, parent).open()


_PARTS = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("spacy", "MIT"),
    ("sqlite-utils", "Apache-2.0"),
    ("click", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("HanTa", "LGPL-3.0"),
    ("font-source-serif-pro", "OFL-1.1"),
    ("font-source-sans-pro", "OFL-1.1"),
)


def show_about(session: Session | None, parent: QWidget) -> None:
    """Version, and what the program stands on."""
    parts = [BuiltOn(name, _version(name), licence) for name, licence in _PARTS]
    parts.append(BuiltOn("Qt", qVersion(), "LGPL-3.0"))
    if session is not None:
        free = translate("Asking", "public domain")
        parts.append(BuiltOn("SQLite", session.project.sqlite_version, free))
    AboutDialog(__version__, parts, parent).open()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "–"


def words_of(text: str, span: Span | None) -> str:
    """Words for the clipboard: from the article's text, never from a widget."""
    return span.of(text) if span else ""
