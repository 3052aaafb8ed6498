"""How the window is brought into the states that one line cannot: each answers the part to be seen."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import paper
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QTabWidget, QWidget
from stage import Stage

from rotstift.formats import Refused as NotIn
from rotstift.formats import read_paths
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session.sample import shipped_scheme
from rotstift.session.session import Session
from rotstift.ui.dialogs.compare import Comparison, ComparisonSheet, ErrorRow
from rotstift.ui.dialogs.export import CaseRow, ExportReportDialog, KindRow
from rotstift.ui.dialogs.imported import ImportReport, ImportReportDialog, Refused
from rotstift.ui.dialogs.pipelines import PipelineRow
from rotstift.ui.dialogs.record import Headline, RecordSheet, RecordView
from rotstift.ui.dialogs.same import SameForAllDialog
from rotstift.ui.dialogs.training import Outcome, TrainingSheet
from rotstift.ui.dialogs.waiting import WaitingSheet
from rotstift.ui.panels.parts import translate
from rotstift.ui.panels.plots import BarRow, CurvePoint, Trust
from rotstift.ui.panels.record_plots import Became, Line
from rotstift.ui.panels.status import Job
from rotstift.ui.welcome import Recent
from rotstift.ui.wording import kind_words, refusal_words

SHOWN = PurePosixPath("/home/mia/Zeitung")
"""The folder that pictures name: nobody's machine."""
SHIPPED = "/usr/lib/rotstift/models/rotstift-de"
TABLE_NAMES = ("rotstift-de", "Oktober")


def nothing(*_done: object) -> None:
    """The whole window is to be seen."""


def words(stage: Stage, german: str, english: str) -> str:
    """What a row itself says, in the window's language."""
    return german if stage.german else english


def dialog(stage: Stage, action: str, *_done: object) -> QDialog:
    """The dialog that an action opens."""
    stage.run(action)
    return stage.dialog()


def tab(shown: QWidget, number: int) -> QWidget:
    """The same dialog, another page of it."""
    shown.findChildren(QTabWidget)[0].setCurrentIndex(number)
    return shown


def recent(stage: Stage) -> None:
    """Three that are there, and one that is not any more."""
    at = "2026-03-02T09:00:00+00:00"
    stage.window.welcome.show_start(
        [
            Recent(str(SHOWN / "Zeitung.rotstift"), True, 1_240, 812, at),
            Recent(str(SHOWN / "Landtag 2024.rotstift"), True, 86, 86, at),
            Recent(str(SHOWN / "Liveticker.rotstift"), True, 311, 12, at),
            Recent(str(SHOWN / "Probe.rotstift"), False),
        ],
        stage.program.keys.caps(),
    )


def empty(stage: Stage) -> None:
    """A new project."""
    path = stage.folder / paper.NAME
    Session.create(path, shipped_scheme(), paper.AUTHOR).close()
    stage.program.open(path)


def entity(stage: Stage) -> None:
    """One that is a suggestion."""
    stage.focus("Ulf Brodersen")


def checked(stage: Stage) -> None:
    """The first items are accepted, one is relabelled, one made."""
    for item in stage.core.state.markables[:7]:
        stage.program.desk.go.focus(item.id)
        stage.program.desk.settle.accept()
    stage.focus("Ulf Brodersen")
    stage.press("O", "P")
    stage.select("Thermoskannen")
    stage.press("M")
    stage.quote(0)


def offer(stage: Stage) -> None:
    """As the mouse selects."""
    stage.select("Großeltern mit Thermoskannen", offer=True)


def same_said(stage: Stage) -> None:
    """A label that has further mentions."""
    stage.focus("Osterloh")
    stage.press("M")


def same(stage: Stage) -> QDialog:
    """The preview before it is done."""
    same_said(stage)
    return dialog(stage, "same_choose")


def _until(there: Callable[[], bool]) -> None:
    """Wait for work in slices."""
    for _ in range(400):
        if there():
            return
        QTest.qWait(20)
    raise TimeoutError("it never came")


def same_project(stage: Stage) -> QDialog:
    """The preview over all articles."""
    same_said(stage)
    stage.run("same_project")
    _until(lambda: bool(stage.program.window.findChildren(SameForAllDialog)))
    return stage.dialog()


def identity(stage: Stage) -> None:
    """The digits say who a name is."""
    stage.focus("Osterloh")
    stage.press("E")


def voices(stage: Stage) -> QDialog:
    """Of the whole project."""
    shown = dialog(stage, "voices")
    shown.everywhere.click()
    _until(lambda: shown.voices.rowCount() > 8)
    return shown


def negative(stage: Stage) -> None:
    """Scare quotes."""
    stage.select("„Schwimmbad-Rebellen“")
    stage.press("N", "1")
    stage.focus("„Schwimmbad-Rebellen“")


def notes(stage: Stage) -> None:
    """On an item and on the article."""
    stage.quote(1)
    settle = stage.program.desk.settle
    settle.note(words(stage, "Wer sagt das: er oder der Verein?", "Who says this, he or the club?"))
    stage.press("Esc", "Esc")
    settle.note(words(stage, "Zitat im Zitat prüfen", "Look at the quote in the quote"))
    stage.quote(1)


def history(stage: Stage) -> QWidget:
    """A few corrections."""
    checked(stage)
    stage.press("Ctrl+Z")
    return stage.window.right


def long(stage: Stage) -> None:
    """In the middle of it."""
    stage.open("long")
    stage.quote(24)


def narrowed(stage: Stage, name: str) -> QWidget:
    """The list with one of its filters."""
    stage.window.articles.set_filter(name)
    stage.window.articles.filter_changed.emit(name)
    return stage.window.articles


def searched(stage: Stage, what: str) -> None:
    """The search field as somebody typed into it."""
    stage.program.perform("search")
    stage.write(what)
    QTest.qWait(400)


def project_searched(stage: Stage, what: str) -> None:
    """The project's search as somebody typed into it."""
    stage.run("search_project")
    stage.write(what)
    QTest.qWait(500)


def list_menu(stage: Stage) -> QWidget | None:
    """The menu that filters and sorts the list."""
    stage.run("list_menu")
    return QApplication.activePopupWidget()


def everything(stage: Stage, what: str) -> None:
    """The palette as somebody typed into it."""
    stage.run("everything")
    stage.write(what)


def found(stage: Stage, what: str) -> None:
    """The bar of the article as somebody typed into it."""
    stage.run("find")
    stage.write(what)


def search_project(stage: Stage, what: str) -> None:
    """The panel as somebody typed into it."""
    stage.run("search_project")
    stage.write(what)
    QTest.qWait(600)


def popup(stage: Stage, action: str) -> QMenu:
    """The menu that an action opens."""
    stage.run(action)
    found_menu = QApplication.activePopupWidget()
    assert isinstance(found_menu, QMenu)
    return found_menu


def waiting(stage: Stage) -> QDialog:
    """Half way."""
    title = translate("Jobs", "Changing the scheme")
    sheet = WaitingSheet(title, 200, stage.window)
    sheet.show_progress(84)
    return stage.show(sheet)


def new(stage: Stage) -> QDialog:
    """With a folder that is nobody's."""
    shown: Any = dialog(stage, "new")
    for field in shown.findChildren(QLineEdit):
        if "/" in field.text():
            field.setText(str(SHOWN / "Oktober.rotstift"))
            field.setCursorPosition(0)
    return shown


def coach(stage: Stage) -> None:
    """Its first step."""
    stage.run("guide")


def job(stage: Stage, shown: Job) -> QWidget:
    """In the status line."""
    said = translate("Jobs", "Exporting")
    stage.window.status.set_job(Job(shown.id, said, shown.done, shown.total))
    return stage.window.status


def error(stage: Stage) -> QWidget:
    """One that stays until it is read."""
    stage.program.tell(
        QT_TRANSLATE_NOOP(
            "Messages", "Something is still running: wait for it, or cancel it first."
        )
    )
    return stage.window.status


def disk_full(stage: Stage) -> QWidget:
    """What the window says when a correction could not be written."""
    from rotstift.store.errors import DISK_FULL, WriteFailed

    def fail() -> None:
        raise WriteFailed(DISK_FULL)

    stage.program.guard(fail)
    return stage.window.status


def menu(stage: Stage, number: int) -> QMenu:
    """One of the window's menus, open."""
    bar = stage.window.menuBar()
    entry = bar.actions()[number]
    found = entry.menu()
    assert isinstance(found, QMenu)
    found.popup(bar.mapToGlobal(bar.actionGeometry(entry).bottomLeft() + QPoint(0, 1)))
    return found


def keys_searched(stage: Stage) -> QDialog:
    """Only what has to do with quotes."""
    sheet = dialog(stage, "keys")
    field = sheet.findChildren(QLineEdit)[0]
    field.setFocus()
    field.setText(words(stage, "zitat", "quote"))
    return sheet


def keys_conflict(stage: Stage) -> QDialog:
    """F would be taken from another action."""
    from rotstift.ui.dialogs.keysheet import KeySheet

    sheet = dialog(stage, "keys")
    assert isinstance(sheet, KeySheet)
    sheet.key_given.emit("accept", "F")
    return sheet


def refusals(folder: Path) -> Iterator[NotIn]:
    """What the real readers say of files that are no articles."""
    files = {
        "titelbild.txt": bytes(range(256)) * 9,
        "leer.txt": b"",
        "archiv.jsonl": b'{"text": 1}\n',
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    found = read_paths([folder / name for name in files], shipped_scheme())
    return (one for one in found if isinstance(one, NotIn))


def scheme_merged(stage: Stage) -> QDialog:
    """One label goes into another: the dialog tells how many items that changes."""
    from rotstift.model.scheme_edit import Group

    shown: Any = dialog(stage, "scheme")
    shown.choose(Group.LABEL, "MISC")
    stage.calm()
    shown.merge.menu().actions()[1].trigger()
    return shown


def import_report(stage: Stage) -> QDialog:
    """Doubles, and files that are no text."""
    same_as = translate("Asking", "{0} (same text as “{1}”)")
    same_as = same_as.replace("{0}", "freibad-2.txt").replace(
        "{1}", "Bürgermeisterin Ahlers: Das Freibad bleibt offen"
    )
    refused = tuple(
        Refused(Path(one.source).name, refusal_words(one)) for one in refusals(stage.folder)
    )
    report = ImportReport(24, duplicates=(same_as, "gipfel.txt"), refused=refused)
    return stage.show(ImportReportDialog(report, stage.window))


def export(stage: Stage) -> QDialog:
    """With a folder that is nobody's."""
    shown: Any = dialog(stage, "export")
    shown.target.line.setText(str(SHOWN / "Zeitung-export"))
    return shown


def export_report(stage: Stage) -> QDialog:
    """Most went, some did not fit."""
    kinds = [
        KindRow(kind_words("entity"), 231, 228, 3, 0),
        KindRow(kind_words("quote"), 58, 52, 4, 2),
        KindRow(kind_words("negative"), 11, 11, 0, 0),
    ]
    reason = words(stage, "An die Wortgrenze gezogen", "Moved to the border of the word")
    cases = [
        CaseRow("Lehtoranta und Ozols: Ostsee darf keine Grauzone sein", "Nato", reason),
        CaseRow("Bürgermeisterin Ahlers: Das Freibad bleibt offen", "EU", reason),
    ]
    shown = ExportReportDialog(
        Path(SHOWN / "Zeitung-export"), kinds, cases, can_train=True, parent=stage.window
    )
    return stage.show(shown)


def train(stage: Stage) -> QDialog:
    """With a folder that is nobody's."""
    shown: Any = dialog(stage, "train")
    for line in shown.findChildren(QLineEdit):
        if "/" in line.text():
            line.setText(str(SHOWN / "Zeitung-pipeline"))
            line.setCursorPosition(0)
    return shown


POINTS = tuple(
    CurvePoint(step, score, loss)
    for step, score, loss in (
        (20, 0.41, 610.0), (40, 0.58, 402.0), (60, 0.66, 290.0), (80, 0.72, 231.0), (100, 0.75, 188.0),
        (120, 0.77, 160.0), (140, 0.79, 139.0), (160, 0.80, 121.0), (180, 0.81, 110.0), (200, 0.812, 98.0),
    )
)  # fmt: skip


def training(stage: Stage) -> QDialog:
    """Half way."""
    sheet = TrainingSheet(86, stage.window)
    said = (
        translate("TrainingSheet", "Step {0} of at most {1}")
        .replace("{0}", "200")
        .replace("{1}", "400")
    )
    sheet.tell(POINTS, 200, 400, said)
    return stage.show(sheet)


def trained(stage: Stage) -> QDialog:
    """What was learnt, and what to do with it."""
    sheet = TrainingSheet(86, stage.window)
    sheet.tell(POINTS, 400, 400, "")
    figures = [("PER", "92,1"), ("ORG", "84,7"), ("LOC", "90,3")]
    if not stage.german:
        figures = [(name, value.replace(",", ".")) for name, value in figures]
    sheet.end(Outcome(str(SHOWN / "Zeitung-pipeline"), figures, ""))
    return stage.show(sheet)


def comparison(stage: Stage) -> QDialog:
    """Two pipelines on ten articles."""
    head = words(stage, "Entitäten", "Entities")
    rows = (
        BarRow(head, (), heading=True),
        BarRow("PER", (0.89, 0.93)),
        BarRow("ORG", (0.78, 0.85)),
        BarRow("LOC", (0.86, 0.9)),
        BarRow("MISC", (0.55, None)),
        BarRow(words(stage, "Zitate", "Quotes"), (), heading=True),
        BarRow(words(stage, "direkt", "direct"), (0.91, 0.95)),
        BarRow(words(stage, "indirekt", "indirect"), (0.63, 0.74)),
    )
    trust = tuple(
        tuple(
            Trust(count, score, min(1.0, score * bend))
            for count, score in ((9, 0.35), (18, 0.55), (40, 0.75), (160, 0.94))
        )
        for bend in (0.86, 0.98)
    )
    title = "Bürgermeisterin Ahlers: Das Freibad bleibt offen"
    errors = (
        ErrorRow(
            "rotstift-de", head, "a01", title, "LOC", "ORG", "Im Rat selbst blieb der Ton rau.", 3
        ),
        ErrorRow(
            "rotstift-de", head, "a01", title, "", "PER", "sagte Osterloh dem „Elbmarsch-Kurier“", 6
        ),
        ErrorRow("Oktober", head, "a01", title, "MISC", "", "„Baden statt warten“", 1),
    )
    return stage.show(
        ComparisonSheet(Comparison(10, TABLE_NAMES, rows, trust, errors), stage.window)
    )


def record(stage: Stage) -> QDialog:
    """A project after three weeks."""
    german = stage.german
    kept = words(stage, "behalten", "kept")
    removed = words(stage, "entfernt", "removed")
    border = words(stage, "Grenze", "border")
    headlines = (
        Headline(words(stage, "angenommen", "accepted"), "87\u202f%"),
        Headline(words(stage, "Artikel", "articles"), "214"),
        Headline(words(stage, "Handgriffe je Artikel", "actions per article"), "11"),
        Headline(words(stage, "Sekunden je Artikel", "seconds per article"), "94"),
    )
    acceptance = (
        BarRow("PER", (0.88, 0.93)), BarRow("ORG", (0.74, 0.82)), BarRow("LOC", (0.85, 0.9)),
        BarRow(words(stage, "direkt", "direct"), (0.92, 0.95)),
        BarRow(words(stage, "indirekt", "indirect"), (0.61, 0.7)),
    )  # fmt: skip
    columns = (kept, "PER", "ORG", "LOC", "MISC", border, removed)
    became = (
        Became("PER", {kept: 812, "ORG": 9, "LOC": 3, border: 31, removed: 12}),
        Became("ORG", {kept: 402, "PER": 21, "LOC": 34, "MISC": 8, border: 17, removed: 25}),
        Became("LOC", {kept: 511, "ORG": 44, border: 6, removed: 9}),
        Became("MISC", {kept: 77, "ORG": 19, removed: 38}),
    )
    days = tuple(f"{day:02}.03." if german else f"{day:02} Mar" for day in range(2, 14))
    share = tuple(71 + 1.5 * at for at in range(12))
    lines = (
        Line(headlines[0].words, share, "%", 100.0),
        Line(headlines[2].words, tuple(24.0 - at for at in range(12))),
    )
    view = RecordView(
        headlines, ("rotstift-de 1", "rotstift-de 2"), acceptance, became, columns, days, lines, ""
    )
    return stage.show(RecordSheet(view, stage.window))


def pipelines(stage: Stage) -> QDialog:
    """The one that ships, from nobody's folder, and one that was trained here."""
    shown: Any = dialog(stage, "pipeline")
    (row,) = (row for row in shown._rows if row.name == "rotstift-de")
    facts = tuple(
        (name, SHIPPED if str(value).startswith("/") else value) for name, value in row.facts
    )
    shown.set_rows(
        [
            replace(row, facts=facts),
            PipelineRow(str(SHOWN / "Zeitung-pipeline"), "Zeitung-pipeline"),
        ],
        row.name,
    )
    return shown


def about(stage: Stage) -> QDialog:
    """The versions are those of whoever made the picture."""
    return dialog(stage, "about")
