"""The window's words: complete, up to date, well formed, and said."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from catalogues import catalogue, messages
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from rotstift.formats.refusals import SENTENCES, Code, Refused
from rotstift.model.wording import KeyOf, Sentence
from rotstift.paths import resource
from rotstift.store.errors import StoreError
from rotstift.ui import language
from rotstift.ui.panels.paint import key_words
from rotstift.ui.wording import KEYS, refusal_words, said

LANGUAGES = ("de", "en")
TOOLS = Path(__file__).resolve().parents[2] / ".venv/bin"
needs_tools = pytest.mark.skipif(
    not (TOOLS / "pyside6-lupdate").exists(), reason="packaging/translate.sh needs .venv"
)


def names(text: str) -> Counter[str]:
    """The {places} that are filled in, and %n."""
    found = Counter(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    found["%n"] = text.count("%n")
    return found


# -- the files ----------------------------------------------------------------------------------


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_everything_is_translated(spoken):
    rows = catalogue(spoken)
    assert rows
    for row in rows:
        assert row.state == "", row
        assert all(form.strip() for form in row.forms), row
        if row.numerus:
            assert len(row.forms) == 2, row


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_translation_fills_in_the_same_values(spoken):
    for row in catalogue(spoken):
        for form in row.forms:
            assert names(form) == names(row.source), row


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_translation_begins_and_ends_as_its_source(spoken):
    for row in catalogue(spoken):
        for form in row.forms:
            assert form == form.strip(), row
            assert form.count("\n") == row.source.count("\n"), row
            for end in (":", "…", "?", "."):
                assert form.endswith(end) == row.source.endswith(end), row


def test_german_has_german_quotation_marks():
    for row in catalogue("de"):
        for form in row.forms:
            assert not set(form) & set('"”'), row
            assert form.count("„") == form.count("“"), row


def test_english_stays_what_the_code_says_but_for_its_plurals():
    for row in catalogue("en"):
        assert row.numerus, row
        assert row.forms[1] == row.source.replace("(s)", "s"), row


def mnemonic(words: str) -> str:
    found = re.findall(r"&(\w)", words)
    assert len(found) == 1, words
    return found[0].lower()


def test_every_menu_has_a_letter_of_its_own():
    rows = [row for row in catalogue("de") if "&" in row.source]
    assert len(rows) == 7
    for texts in ([row.source for row in rows], [row.forms[0] for row in rows]):
        assert len({mnemonic(text) for text in texts}) == len(texts), texts
    for row in catalogue("de"):
        assert ("&" in row.forms[0]) == ("&" in row.source), row


@needs_tools
def test_the_files_hold_what_the_code_says(checkout, tmp_path):
    fresh = tmp_path / "translations"
    shutil.copytree(checkout / "resources/translations", fresh)
    script = ["sh", "packaging/translate.sh", str(fresh)]
    done = subprocess.run(script, cwd=checkout, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for spoken in LANGUAGES:
        old, new = set(catalogue(spoken)), set(messages(fresh / f"rotstift_{spoken}.ts"))
        assert new == old, f"run make translations: {sorted(map(str, new ^ old))[:5]}"


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_the_compiled_file_says_what_its_source_says(qapp, spoken):
    compiled = QTranslator(qapp)
    assert compiled.load(str(resource("translations", f"rotstift_{spoken}.qm")))
    for row in catalogue(spoken):
        numbers = (1, 2) if row.numerus else (-1,)
        found = tuple(compiled.translate(row.context, row.source, "", n) for n in numbers)
        assert found == row.forms, "run make translations"
    compiled.deleteLater()


def test_no_path_of_a_machine_is_in_the_files():
    for spoken in LANGUAGES:
        words = resource("translations", f"rotstift_{spoken}.ts").read_text(encoding="utf-8")
        assert "<location" not in words
        assert "filename=" not in words


# -- speaking -----------------------------------------------------------------------------------


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


@pytest.mark.parametrize(
    ("spoken", "one", "many"),
    [("en", "1 suggestion", "31 suggestions"), ("de", "1 Vorschlag", "31 Vorschläge")],
)
def test_one_and_many(speaks, spoken, one, many):
    speaks(spoken)
    said_of = [
        QCoreApplication.translate("ArticlesPanel", "%n suggestion(s)", "", n) for n in (1, 31)
    ]
    assert said_of == [one, many]


def test_keys_and_qts_own_buttons_speak_german_too(speaks):
    speaks("de")
    assert key_words("Ctrl+Space") == "Strg+Leertaste"
    assert key_words("Shift+Del") == "Umschalt+Entf"
    assert key_words("Ctrl+PgDown") == "Strg+Bild↓"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_a_sentence_is_said_in_the_persons_language_with_the_sentences_in_it(speaks, monkeypatch):
    inner = Sentence("the annotations do not match their digest.")
    outer = Sentence("It cannot be repaired from the log: {reason}", reason=inner)
    done = Sentence(
        "Done to %n further mention(s). {undo} takes it back.", n=1, undo=KeyOf("undo", "Ctrl+Z")
    )
    assert str(outer).endswith("digest.")
    speaks("de")
    assert said(outer).startswith("Aus dem Protokoll nicht zu reparieren: Die Annotationen")
    monkeypatch.setitem(KEYS, "undo", "Strg+Z")
    assert said(done) == "Bei 1 weiteren Stelle erledigt. Strg+Z nimmt es zurück."
    assert said("plain words") == "plain words"
    speaks("en")
    assert said(done) == "Done to 1 further mention. Strg+Z takes it back."


def test_a_store_error_is_english_as_text_and_german_in_the_window(speaks, tmp_path):
    with pytest.raises(StoreError) as caught:
        open_nothing(tmp_path / "x.rotstift")
    assert str(caught.value).startswith(f"There is no project at {tmp_path}/x.rotstift.")
    speaks("de")
    assert said(caught.value.sentence).startswith(f"Unter {tmp_path}/x.rotstift gibt es kein")


def open_nothing(path: Path) -> None:
    from rotstift.session.session import Session

    Session.open(path, "anna")


class _Any(dict):
    def __missing__(self, key: str) -> str:
        return "pdf" if key == "what" else f"<{key}>"


@pytest.mark.parametrize("code", Code)
def test_every_refusal_speaks_german(speaks, code):
    needed = names(SENTENCES[code].words)
    values = {key: _Any()[key] for key in needed if key != "%n"}
    refused = Refused("a/b.txt", 1, code, values)
    english = refused.reason
    speaks("de")
    german = refusal_words(refused)
    assert german != english
    assert all(value in german for value in values.values() if value != "pdf")
    speaks("en")
    assert refusal_words(refused) == english
