"""The German window and its dialogs say nothing in English."""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from catalogues import catalogue
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
)
from said import texts_of

from rotstift.formats.refusals import Code, Refused
from rotstift.model.items import Entity, Quote, Status
from rotstift.model.span import Span
from rotstift.session.importing import Duplicate, ImportReport
from rotstift.session.sample import open_sample
from rotstift.settings import Settings
from rotstift.ui import asking, language


@pytest.fixture
def speaks(qapp) -> Iterator:
    """Let the application speak a language, and be as it was afterwards."""
    before = QLocale()

    def speak(spoken: str) -> None:
        language.install(qapp, spoken)

    yield speak
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


SAME = {"Rotstift", "rotstift-de", "spaCy (DocBin)", "Version", "Format", "Status", "Text", "Name"}
"""English words that are German ones, too, and names."""


def english() -> set[str]:
    """The sources whose German is another text."""
    rows = [row for row in catalogue("de") if row.source not in row.forms]
    return {row.source.replace("&", "") for row in rows} - SAME


def pieces(source: str) -> list[str]:
    """What stands between the values that are filled into a source, where it can be recognised."""
    parts = [part.strip() for part in re.split(r"\{\w*\}|%n", source.replace("(s)", ""))]
    return [part for part in parts if len(part) > 8 and " " in part]


def english_in(texts: Iterable[str]) -> set[str]:
    """The texts that are an English source, or hold a long piece of one."""
    sources = english()
    long = {piece for source in sources for piece in pieces(source)}
    plain = {re.sub(r"<[^>]+>", "", text).replace("&", "").strip() for text in texts}
    return {text for text in plain if text in sources or any(piece in text for piece in long)}


@pytest.fixture
def german(qtbot, qapp, speaks, tmp_path, monkeypatch):
    """The program in German with a copy of the sample project, without suggestions from a worker."""
    from rotstift.ui.app import start
    from rotstift.ui.suggestions import Suggestions

    monkeypatch.setattr(Suggestions, "go_on", lambda _: None)
    monkeypatch.setattr(Settings, "load", lambda: _settings(tmp_path))
    project = tmp_path / "probe.rotstift"
    open_sample(project, "anna").close()
    watchful = sys.excepthook
    _, program = start()
    monkeypatch.setattr(sys, "excepthook", watchful)  # a slot's error is the test's failure
    qtbot.addWidget(program.window)
    program.open(project)
    qtbot.wait(50)
    yield program
    program.window.close()


def _settings(folder: Path) -> Settings:
    return Settings(folder / "settings.json", {"language": "de", "annotator": "anna"})


def test_the_detector_finds_english(german, qtbot):
    label = QLabel("Nothing changed yet.", german.window)
    other = QLabel("The log has no entry 12.", german.window)
    assert english_in(texts_of(german.window)) == {label.text(), other.text()}


def mark(program, qtbot) -> None:
    """An entity and a quote, by the desk's own verbs."""
    desk, text = program.desk, program.desk.core.text
    words = [match.span() for match in re.finditer(r"\w+", text)][:12]
    desk.go.select(Span(words[0][0], words[1][1]))
    desk.mark.label("PER")
    desk.go.escape()
    desk.go.select(Span(words[4][0], words[7][1]))
    desk.mark.quote_type("direct")
    qtbot.wait(20)


def test_the_german_window_says_nothing_in_english(german, qtbot):
    mark(german, qtbot)
    seen: set[str] = set()
    core = german.desk.core
    for kind in (Entity, Quote):
        item = next(one for one in core.state.markables if isinstance(one, kind))
        german.desk.go.focus(item.id)
        qtbot.wait(20)
        seen |= set(texts_of(german.window))
    german.desk.settle.toggle_status(Status.FLAGGED)
    german.desk.undo()
    qtbot.wait(20)
    seen |= set(texts_of(german.window))
    german.window.welcome.show_start([])
    seen |= set(texts_of(german.window.welcome))
    german.window.welcome.show_empty()
    seen |= set(texts_of(german.window.welcome))
    assert len(seen) > 150
    assert english_in(seen) == set()


def _tell_import(program) -> None:
    report = ImportReport(
        ["1"], [Duplicate("a.txt", "Titel")], [Refused("b", None, Code.EMPTY, {"name": "b"})]
    )
    asking.tell_import(report, program.window)


def _tell_export(program) -> None:
    from rotstift.model.report import Case, Outcome, Report
    from rotstift.nlp.docbin import OVERLAP
    from rotstift.nlp.docbin_export import NO_CONFIG
    from rotstift.session.exporting import ExportPlan

    report = Report(notes=[NO_CONFIG])
    report.ask("entity")
    report.add(Case("x", "entity", Outcome.ADAPTED, OVERLAP))
    plan = ExportPlan("spacy", Path("/x"))
    asking.tell_export(program.work.session, plan, report, program.window, print, print)


def _same(program) -> None:
    desk, text = program.desk, program.desk.core.text
    word = next(word for word in re.findall(r"[A-Z]\w{5,}", text) if text.count(word) > 2)
    desk.go.select(Span(text.index(word), text.index(word) + len(word)))
    desk.mark.label("PER")
    program.perform("same_choose")


DIALOGS = {
    "same_choose": _same,
    "note": lambda program: program.perform("note"),
    "export": lambda program: program.perform("export"),
    "train": lambda program: program.perform("train"),
    "keys": lambda program: program.perform("keys"),
    "about": lambda program: program.perform("about"),
    "import report": _tell_import,
    "export report": _tell_export,
}


@pytest.mark.parametrize("name", DIALOGS)
def test_a_german_dialog_says_nothing_in_english(german, qtbot, name):
    from rotstift.ui.dialogs.base import Sheet

    DIALOGS[name](german)
    sheets = [one for one in german.window.findChildren(Sheet) if one.isVisible()]
    assert len(sheets) == 1
    try:
        seen = set(texts_of(sheets[0]))
        assert len(seen) > 3
        assert english_in(seen) == set()
    finally:
        sheets[0].reject()
        QApplication.processEvents()
