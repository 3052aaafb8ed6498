"""The settings dialog: each choice is seen at once, kept, and can be put back; keys alone, mouse alone."""

import json
import sys
from pathlib import Path

import pytest
from person import LEFT, PLAIN, Person, Start
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QColorDialog, QComboBox
from pytestqt.qtbot import QtBot

from rotstift import settings as stored
from rotstift.ui import theme
from rotstift.ui.dialogs.colours import ColoursDialog
from rotstift.ui.dialogs.keysheet import KeySheet
from rotstift.ui.dialogs.settings import SettingsDialog
from rotstift.ui.preferences import TABLE, Editor
from rotstift.ui.program import Program
from rotstift.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def dialog_of(person: Person) -> SettingsDialog:
    person.press("Ctrl+,")
    dialog = person.dialog(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    return dialog


def find(person: Person, dialog: SettingsDialog, key: str) -> None:
    """Type the setting's words into the search, Enter: the focus is on its editor."""
    editor = dialog.editor(key)
    dialog.field.setFocus()
    dialog.field.selectAll()
    person.write(editor.accessibleName().rstrip("…"))
    person.press("Return")
    while QApplication.focusWidget() is not editor.inner:
        person.press("Tab")


def kept(home: Path) -> dict[str, object]:
    found = json.loads((home / "config" / "settings.json").read_text())
    assert isinstance(found, dict)
    return found


def test_with_keys_alone(start: Start, harbour: Path, home: Path) -> None:
    person = start(harbour)
    person.press("Ctrl+Shift+L") if theme.current() is theme.DARK else None
    usual = person.view.page.frame.text_width
    size = person.view.rect_of(person.span("Kaltenhafen")).height()
    dialog = dialog_of(person)
    find(person, dialog, "line_width")
    person.press("Down", "Down", "PgDown", "PgDown")
    assert kept(home)["line_width"] == 56
    assert person.view.page.frame.text_width < usual
    find(person, dialog, "text_size")
    person.press("Up", "Up", "Up")
    assert kept(home)["text_size"] == 20
    assert person.view.rect_of(person.span("Kaltenhafen")).height() > size
    find(person, dialog, "theme")
    while kept(home).get("theme") != "dark":
        person.press("Down")
    assert theme.current() is theme.DARK
    find(person, dialog, "right_panel")
    person.press("Space")
    assert not person.window.right.isVisible()
    find(person, dialog, "annotator")
    person.write("Ada")
    assert kept(home)["annotator"] == "Ada"
    assert person.program.desk.core.session.author == "Ada"
    person.press("Escape")
    person.back_in_the_window()
    person.view.setFocus()
    person.click("Lindqvist")
    person.press("O")
    assert (
        person.program.desk.core.session.log_of(person.program.desk.core.article_id)[0].author
        == "Ada"
    )
    person.press("Ctrl+Q")

    person = start(harbour)
    assert theme.current() is theme.DARK
    assert person.view.page.paints.measures.line_length == 56
    dialog = dialog_of(person)
    QTest.mouseClick(dialog.defaults, LEFT, PLAIN, dialog.defaults.rect().center())
    assert person.window.right.isVisible()
    assert kept(home)["text_size"] == 17
    assert dialog.editor("text_size").inner.value() == 17  # type: ignore[attr-defined]
    QTest.mouseClick(dialog.before, LEFT, PLAIN, dialog.before.rect().center())
    assert kept(home)["text_size"] == 20
    assert theme.current() is theme.DARK
    dialog.close()


def test_the_faces_and_lines_of_the_article(person: Person) -> None:
    view = person.view
    serif = view.page.column.paragraphs[0].setting.font.family()
    high = view.page.height
    dialog = dialog_of(person)
    faces = dialog.editor("typeface").inner
    assert isinstance(faces, QComboBox)
    offered = [faces.itemData(number) for number in range(faces.count())]
    installed = list(offered[2:])
    assert set(installed) <= set(QFontDatabase.families())
    for wish in ("sans", *installed[:1]):
        faces.setCurrentIndex(offered.index(wish))
        faces.activated.emit(offered.index(wish))
        assert view.page.column.paragraphs[0].setting.font.family() != serif
    person.program.settings.set("typeface", "No Such Family")
    from rotstift.ui import look

    look.show_text_size(person.program.settings, person.window)
    assert view.page.column.paragraphs[0].setting.font.family() == serif
    person.program.settings.set("typeface", "serif")
    dialog.editor("line_spacing").inner.setValue(140)  # type: ignore[attr-defined]
    assert view.page.height > high
    dialog.close()


def test_the_language_changes_from_the_dialog(
    person: Person, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new window with the same project at the same place, and the dialog in its language."""
    other = "de" if person.program.language == "en" else "en"
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    person.press("Down", "Down")
    focus = person.program.desk.core.place.focus
    dialog = dialog_of(person)
    box = dialog.editor("language").inner
    assert isinstance(box, QComboBox)
    box.activated.emit(box.findData(person.program.language))
    QApplication.processEvents()
    assert dialog.isVisible(), "the language that is spoken changes nothing"
    before = set(QApplication.topLevelWidgets())
    box.setCurrentIndex(box.findData(other))
    box.activated.emit(box.currentIndex())
    born = [one for one in QApplication.topLevelWidgets() if isinstance(one, Window)]
    (window,) = [one for one in born if one not in before]
    qtbot.addWidget(window)
    (program,) = window.findChildren(Program)
    assert program.language == other
    assert program.desk.core.place.focus == focus
    (again,) = window.findChildren(SettingsDialog)
    assert again.isVisible()
    assert again.windowTitle() == {"de": "Einstellungen", "en": "Settings"}[other]
    again.close()
    window.close()
    QApplication.processEvents()


def test_with_the_mouse_alone_and_to_the_other_dialogs(person: Person) -> None:
    bar = person.window.menuBar()
    menu = bar.actions()[0].menu()
    entry = person.program.keys.actions["settings"]
    assert entry in menu.actions()  # type: ignore[attr-defined]
    entry.trigger()
    dialog = person.dialog(SettingsDialog)
    dialog.shaft.ensureWidgetVisible(dialog.editor("colours"))
    button = dialog.editor("colours").inner
    QTest.mouseClick(button, LEFT, PLAIN, button.rect().center())
    colours = person.dialog(ColoursDialog)
    line = colours.lines["PER"]
    before = theme.current().colour(line.row.label)
    QTest.mouseClick(line.choose, LEFT, PLAIN, line.choose.rect().center())
    picker = colours.findChildren(QColorDialog)[0]
    picker.setCurrentColor(QColor("#ffee00"))
    picker.accept()
    QApplication.processEvents()
    assert person.program.settings["colours"] == {"PER": "#ffee00"}
    after = theme.current().colour(line.row.label)
    assert after != before
    assert "4" in line.words.text()
    QTest.mouseClick(line.back, LEFT, PLAIN, line.back.rect().center())
    assert person.program.settings["colours"] == {}
    assert theme.current().colour(line.row.label) == before
    colours.close()
    button = dialog.editor("keys").inner
    QTest.mouseClick(button, LEFT, PLAIN, button.rect().center())
    person.dialog(KeySheet).close()
    dialog.close()


def test_what_is_changed_by_a_key_meanwhile_is_shown(person: Person) -> None:
    dialog = dialog_of(person)
    person.window.activateWindow()
    QApplication.processEvents()
    person.program.perform("larger")
    dialog.activateWindow()
    person.qtbot.waitUntil(lambda: dialog.editor("text_size").inner.value() == 18)  # type: ignore[attr-defined]
    dialog.close()


def test_each_row_is_a_setting_or_a_verb_and_says_what_it_may_be(person: Person) -> None:
    known = {row.key: row for row in stored.TABLE}
    for row in TABLE:
        if row.editor is Editor.VERB:
            assert row.key in person.program._verbs
        else:
            allowed = known[row.key].choices
            assert allowed or row.editor in (Editor.SWITCH, Editor.TEXT, Editor.TYPEFACE)
            if row.editor is Editor.CHOICE:
                assert {value for value, _ in row.choices} == set(allowed)
