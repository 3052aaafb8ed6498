"""No text that the window, a dialog or a menu says is written in the code past the catalogue.

A catalogue that puts every text into brackets is spoken instead of a language. What then stands
without brackets was never asked for; only the project's own words may.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

import pytest
from catalogues import catalogue
from every_dialog import ALL
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget
from said import texts_of

from rotstift.model.items import Entity, Quote
from rotstift.model.scheme import Scheme
from rotstift.session.sample import shipped_scheme
from rotstift.settings import Settings
from rotstift.ui import language
from rotstift.ui.panels.paint import key_words

OPEN, CLOSE = "⟦", "⟧"
SAME = {
    "Rotstift", "rotstift-de", "spaCy", "Deutsch", "English", "Python", "Qt", "SQLite", "SHA-256",
    "Wikidata", "JSON", "rotstift", "F1", "qt_edit_menu", "qt_spinbox_lineedit", "MIT",
}  # fmt: skip
"""Names of things and of languages: the same everywhere."""


class Brackets(QTranslator):
    """Every text in brackets, as a language of its own."""

    def isEmpty(self) -> bool:  # noqa: N802 (Qt calls it so)
        return False

    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
        del context, disambiguation, n
        return f"{OPEN}{source}{CLOSE}"


@pytest.fixture
def bracketed(qapp, monkeypatch) -> Iterator[None]:
    before, brackets = QLocale(), Brackets()
    monkeypatch.setattr(language, "install", lambda *_: None)
    qapp.installTranslator(brackets)
    yield
    qapp.removeTranslator(brackets)
    QLocale.setDefault(before)


def unasked(texts: Iterable[str], known: Iterable[str]) -> set[str]:
    """The texts with a word that stands outside all brackets and is none of the known words."""
    words = {word for text in (*known, *SAME) for word in _words(text)}
    return {text for text in map(_plain, texts) if set(_words(_outside(text))) - words}


def _plain(text: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", text))


def _outside(text: str) -> str:
    """What stands outside the brackets; brackets stand in brackets where sentences do."""
    depth, found = 0, []
    for char in text:
        depth += (char == OPEN) - (char == CLOSE)
        found.append(" " if depth or char == CLOSE else char)
    return "".join(found)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{3,}", text.casefold())


def keys() -> set[str]:
    """The names of the keys: the system's."""
    names = ("Ctrl", "Shift", "Alt", "Space", "Return", "PgUp", "PgDown", "Del", "Backspace", "Esc",
             "Tab", "Left", "Right", "Home", "End", "Ins", "Enter", "Escape", "Up", "Down")  # fmt: skip
    return {*names, *map(key_words, names), "Strg", "Umschalt", "Leertaste", "Page"}


def words_of(scheme: Scheme) -> set[str]:
    """What a scheme calls its labels, and says about them."""
    labels = (*scheme.labels, *scheme.quote_types, *scheme.roles, *scheme.reasons)
    said = {words for label in labels for words in (label.id, *label.words.values())}
    return said | {words for label in labels for words in (label.guideline or {}).values()}


def literals(path: Path) -> set[str]:
    """All texts of a test: what it fills its dialogs with."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_the_detector_finds_what_is_not_asked_for(bracketed) -> None:
    asked = QCoreApplication.translate("Here", "Nothing yet: {0}").replace("{0}", "Kaltenhafen")
    assert unasked([asked, f"{asked} Kim"], ["Kim"]) == set()
    assert unasked([f"{asked} and", "Hallo &Welt"], ["Kim"]) == {f"{asked} and", "Hallo &Welt"}


@pytest.mark.parametrize("name", ALL)
def test_every_word_of_a_dialog_can_be_translated(bracketed, qtbot, checkout, name) -> None:
    dialog = ALL[name]()
    _show(dialog, qtbot)
    known = (
        literals(checkout / "tests/ui/test_dialogs_all.py") | keys() | words_of(shipped_scheme())
    )
    known |= set(QFontDatabase.families())
    assert unasked(texts_of(dialog), known) == set()


def _show(dialog: QWidget, qtbot) -> None:
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show()
    QApplication.processEvents()


def _program(qtbot, monkeypatch, tmp_path: Path):
    from articles import BRIDGE, HARBOUR, careless, make_project

    from rotstift.ui.app import start

    settings = Settings(tmp_path / "own.json", {"annotator": "anna", "language": "en"})
    monkeypatch.setattr(Settings, "load", lambda: settings)
    _, program = start()
    qtbot.addWidget(program.window)
    program.open(make_project(tmp_path / "Hafen.rotstift", [HARBOUR, BRIDGE], careless()))
    return program


def test_every_word_of_the_window_can_be_translated(
    bracketed, qtbot, monkeypatch, tmp_path
) -> None:
    program = _program(qtbot, monkeypatch, tmp_path)
    core, seen = program.desk.core, set()
    for kind in (Entity, Quote):
        item = next(one for one in core.state.markables if isinstance(one, kind))
        program.desk.go.focus(item.id)
        program.desk.settle.accept()
        qtbot.wait(20)
        seen |= set(texts_of(program.window))
    program.desk.settle.deny("scare")
    program.desk.go.escape()
    qtbot.wait(20)
    seen |= set(texts_of(program.window))
    known = {core.text, str(tmp_path), "Brücke gesperrt", "Hafen", "careless", "anna", *keys()}
    known |= words_of(core.session.scheme)
    assert len(seen) > 150
    assert unasked(seen, known) == set()
    program.window.close()


@pytest.mark.parametrize("spoken", ["de", "en"])
@pytest.mark.parametrize("name", ALL)
def test_a_dialog_speaks_one_language(qapp, qtbot, checkout, name, spoken) -> None:
    before = QLocale()
    language.install(qapp, spoken)
    dialog = ALL[name]()
    _show(dialog, qtbot)
    seen = {_plain(text).replace("&", "").strip() for text in texts_of(dialog)}
    rows = catalogue("de")
    sources = {row.source.replace("&", "") for row in rows}
    german = {form.replace("&", "") for row in rows for form in row.forms}
    other = sources - german if spoken == "de" else german - sources
    other -= literals(checkout / "tests/ui/test_dialogs_all.py")
    try:
        assert seen & other == set()
    finally:
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(before)
