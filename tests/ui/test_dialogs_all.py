"""The dialogs: what they say, when they refuse, keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit

from rotstift.model.items import Status
from rotstift.model.sameness import Sameness
from rotstift.model.scheme import Colour, Label, Scheme
from rotstift.ui.dialogs.about import AboutDialog, BuiltOn
from rotstift.ui.dialogs.colours import ColourRow, ColoursDialog
from rotstift.ui.dialogs.compare import Candidate, CompareDialog, Comparison, ComparisonSheet
from rotstift.ui.dialogs.editors import (
    ChoiceEditor,
    NumberEditor,
    SwitchEditor,
    TextEditor,
    TypefaceEditor,
    VerbEditor,
)
from rotstift.ui.dialogs.export import (
    CaseRow,
    ExportDialog,
    ExportOptions,
    ExportReportDialog,
    FormatRow,
    KindRow,
)
from rotstift.ui.dialogs.identity import IdentityDialog
from rotstift.ui.dialogs.imported import ImportReport, ImportReportDialog, Refused
from rotstift.ui.dialogs.keysheet import KeyGroup, KeyRow, KeySheet
from rotstift.ui.dialogs.new import NewDialog
from rotstift.ui.dialogs.note import NoteDialog
from rotstift.ui.dialogs.pipelines import PipelineRow, PipelinesDialog
from rotstift.ui.dialogs.record import Headline, RecordSheet, RecordView
from rotstift.ui.dialogs.same import Hit, SameForAllDialog
from rotstift.ui.dialogs.scheme import Around, SchemeDialog
from rotstift.ui.dialogs.settings import SettingRow, SettingsDialog
from rotstift.ui.dialogs.train import TrainDialog, TrainOptions
from rotstift.ui.dialogs.training import TrainingSheet
from rotstift.ui.dialogs.voices import QuoteRow, VoiceRow, VoicesSheet
from rotstift.ui.dialogs.waiting import WaitingSheet
from rotstift.ui.panels.plots import BarRow
from rotstift.ui.panels.record_plots import Became, Line

FORMATS = (FormatRow("spacy", "spaCy", "", "", True), FormatRow("jsonl", "JSON", "", ".jsonl"))
HITS = tuple(Hit(f"h{n}", "Die ", "Stadtwerke", " bauen.", checked=n != 1) for n in range(4))

GREY, DARK_GREY = Colour("#555555", "#eeeeee"), Colour("#aaaaaa", "#333333")
SCHEME = Scheme(
    "mine",
    tuple(Label(name, {"en": "name"}, light=GREY, dark=DARK_GREY) for name in ("PER", "ORG")),
    (Label("direct", {"en": "direct"}, "D", guideline={"en": "As said."}),),
    (Label("speaker", {"en": "who"}),),
    (Label("scare", {"en": "scare"}, hidden=True),),
    "",
)


def _export(counts=None, last=None):
    counts = {Status.CONFIRMED: 3, Status.NEW: 2} if counts is None else counts
    return ExportDialog(FORMATS, counts, Path("/tmp/work"), "news", last)


def _same(hits):
    dialog = SameForAllDialog("x", Sameness())
    dialog.set_hits(hits)
    return dialog


def _voices():
    sheet = VoicesSheet(
        lambda numbers: [QuoteRow("a", str(n), "„Ja“", "Title", "direct") for n in numbers]
    )
    kinds = ((SCHEME.quote_types[0], 3),)
    rows = [
        VoiceRow("Berg", "Berg", "Person", 3, kinds, 0.75, 2, "Q42"),
        VoiceRow("", "–", "", 1, kinds, 0.25, 1),
    ]
    sheet.set_voices(rows, {"Berg": (1, 2, 3), "": (4,)}, everything=True)
    return sheet


ALL = {
    "export": _export,
    "report": lambda: ExportReportDialog(
        Path("/x"), [KindRow("Quotes", 1, 1)], [CaseRow("a", "b", "c")], can_train=True
    ),
    "import": lambda: ImportReportDialog(ImportReport(1, 2, ("a",), (Refused("b", "c"),))),
    "same": lambda: _same(HITS),
    "identity": lambda: IdentityDialog("Berg", "Anna Berg", {"Anna Berg": "Q42"}, ["Anna Berg"]),
    "voices": _voices,
    "note": lambda: NoteDialog("x"),
    "settings": lambda: SettingsDialog(
        [
            SettingRow("theme", "LOOK", "Theme", "", lambda: ChoiceEditor([("dark", "Dark")])),
            SettingRow(
                "size", "TEXT", "Text size", "In pixels.", lambda: NumberEditor(9, 20, "px")
            ),
            SettingRow("face", "TEXT", "Typeface", "", TypefaceEditor),
            SettingRow("panel", "TEXT", "Panel", "", SwitchEditor),
            SettingRow("name", "TEXT", "Name", "", TextEditor),
            SettingRow("more", "TEXT", "More…", "Other things.", lambda: VerbEditor("More…")),
        ]
    ),
    "colours": lambda: ColoursDialog(
        [ColourRow(Label("PER", {"en": "Person"}), "Person", "PER", "#ff8800")]
    ),
    "keys": lambda: KeySheet([KeyGroup("g", (KeyRow("D I R", "type"),))]),
    "train": lambda: TrainDialog(30, Path("/x")),
    "training": lambda: TrainingSheet(30),
    "compare": lambda: CompareDialog([Candidate("a", "A", True)], 3, 0),
    "comparison": lambda: ComparisonSheet(Comparison(1, ("a",), (), ((),), ())),
    "pipelines": lambda: PipelinesDialog([PipelineRow("a", "A", (("Size", "1 MB"),))], "a"),
    "record": lambda: RecordSheet(
        RecordView(
            (Headline("x", "82 %"), Headline("y", "31")),
            ("a", "b"),
            (BarRow("P", (0.9, 0.8)),),
            (Became("P", {"k": 3, "m": 1}),),
            ("k", "m"),
            ("1", "2"),
            (Line("x", (3.0, 2.0), ("3", "2")),),
            "x",
        )
    ),
    "scheme": lambda: SchemeDialog(SCHEME, Around({})),
    "new": lambda: NewDialog(Path("/tmp/work"), ["news-de"], ".rotstift"),
    "waiting": lambda: WaitingSheet("Back", 3),
    "about": lambda: AboutDialog("1", [BuiltOn("Qt", "6", "LGPL")]),
}


@pytest.fixture
def shown(qtbot):
    def show(dialog):
        qtbot.addWidget(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.open()
        return dialog

    return show


@pytest.mark.parametrize("name", ALL)
def test_every_dialog_closes_with_escape_and_names_its_widgets(shown, qtbot, name):
    dialog = shown(ALL[name]())
    assert dialog.isVisible()
    for kind in (QAbstractButton, QAbstractItemView, QLineEdit):
        for widget in dialog.findChildren(kind):
            if isinstance(widget.parent(), QAbstractItemView) or widget.objectName() in (
                "qt_spinbox_lineedit",
            ):
                continue
            if widget.metaObject().className() in ("QTableCornerButton", "QHeaderView"):
                continue
            if widget.window() is dialog:
                assert widget.accessibleName(), widget
    for label in dialog.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_export_is_for_confirmed_articles_unless_told(shown, qtbot):
    dialog = shown(_export())
    with qtbot.waitSignal(dialog.chosen) as caught:
        dialog.export.click()
    assert caught.args == [
        ExportOptions("spacy", frozenset({Status.CONFIRMED}), Path("/tmp/work/news-spacy"))
    ]
    assert not dialog.isVisible()


def test_export_follows_the_format(shown):
    dialog = shown(_export())
    assert dialog.split.isVisible()
    dialog.format.setCurrentIndex(1)
    assert not dialog.split.isVisible()
    assert dialog.options().target == Path("/tmp/work/news.jsonl")


def test_export_says_why_it_cannot(shown):
    dialog = shown(_export(counts={Status.NEW: 2}))
    assert not dialog.export.isEnabled()
    assert dialog.problem.text()
    dialog.statuses[Status.NEW].setChecked(True)
    assert dialog.export.isEnabled()
    dialog.target.line.clear()
    assert not dialog.export.isEnabled()


def test_export_remembers_the_last_choice(shown):
    last = ExportOptions("jsonl", frozenset({Status.NEW}), Path("/y"), 0.3, 7, split_hyphens=False)
    options = shown(_export(last=last)).options()
    assert (options.format_id, options.statuses) == ("jsonl", frozenset({Status.NEW}))
    assert (options.dev_share, options.seed, options.split_hyphens) == (0.3, 7, False)


def test_report_offers_training_only_where_it_can(shown, qtbot):
    dialog = shown(ExportReportDialog(Path("/x"), [KindRow("Quotes", 1, 1)]))
    words = [button.text() for button in dialog.findChildren(QAbstractButton)]
    assert "Train on it" not in words
    dialog = shown(ExportReportDialog(Path("/x"), [KindRow("Quotes", 1, 1)], can_train=True))
    with qtbot.waitSignal(dialog.train):
        next(b for b in dialog.findChildren(QAbstractButton) if b.text() == "Train on it").click()


def test_import_report_can_be_copied(shown):
    report = ImportReport(3, 0, ("two.txt",), (Refused("b.jpg", "This is not text."),))
    dialog = shown(ImportReportDialog(report))
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "b.jpg: This is not text." in copied
    assert "two.txt" in copied


def test_same_for_all_applies_what_is_checked(shown, qtbot):
    dialog = shown(_same(HITS))
    assert dialog.keys() == ("h0", "h2", "h3")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.keys() == ("h2", "h3")
    assert "2" in dialog.apply.text()
    with qtbot.waitSignal(dialog.applied) as caught:
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert caught.args == [("h2", "h3")]


def test_same_for_all_all_and_none(shown, qtbot):
    dialog = shown(_same(HITS))
    dialog.all.click()
    assert len(dialog.keys()) == 4
    dialog.all.click()
    assert dialog.keys() == ()
    assert not dialog.apply.isEnabled()
    place = dialog.list.visualRect(dialog.model.index(1, 0)).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.keys() == ("h1",)


def test_same_for_all_without_places(shown):
    dialog = shown(_same(()))
    dialog.all.click()
    assert not dialog.apply.isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_note_is_saved_with_control_enter(shown, qtbot, key):
    dialog = shown(NoteDialog("old"))
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.field.setPlainText("  new\nlines ")
    with qtbot.waitSignal(dialog.saved) as caught:
        qtbot.keyClick(dialog.field, key, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == ["new\nlines"]


def test_training_needs_confirmed_articles(shown, qtbot):
    assert not shown(TrainDialog(0, Path("/x"))).train.isEnabled()
    dialog = shown(TrainDialog(40, Path("/x"), 500))
    with qtbot.waitSignal(dialog.chosen) as caught:
        dialog.train.click()
    assert caught.args == [TrainOptions(500, Path("/x"))]


def test_about_copies_its_table(shown):
    dialog = shown(AboutDialog("1.2", [BuiltOn("Qt", "6.11", "LGPL")]))
    dialog.copy.click()
    assert QGuiApplication.clipboard().text().splitlines()[-1] == "Qt\t6.11\tLGPL"
