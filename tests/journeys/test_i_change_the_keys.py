"""Other keys for what I do most: told when they are taken, refused when they cannot work, kept."""

import json
from pathlib import Path

from person import LEFT, PLAIN, Person, Start
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rotstift.ui.dialogs.keyline import KeyLine
from rotstift.ui.dialogs.keysheet import KeySheet


def sheet_of(person: Person) -> KeySheet:
    person.press("F1")
    sheet = person.dialog(KeySheet)
    assert isinstance(sheet, KeySheet)
    return sheet


def give(person: Person, sheet: KeySheet, search: str, action: str, chord: str) -> None:
    """Search, go down to the line, Enter, the new key."""
    sheet.field.setFocus()
    sheet.field.selectAll()
    person.write(search)
    person.press("Tab")
    while not (
        isinstance(found := QApplication.focusWidget(), KeyLine) and found.row.action == action
    ):
        person.press("Down" if isinstance(found, KeyLine) else "Tab")
    person.press("Return")
    assert found.waits
    person.press(chord)


def kept(home: Path) -> object:
    return json.loads((home / "config" / "settings.json").read_text()).get("keys")


def test_i_change_keys_with_the_keyboard(start: Start, harbour: Path, home: Path) -> None:
    person = start(harbour)
    sheet = sheet_of(person)
    flag = person.program.keys.actions["flag"].text()
    give(person, sheet, flag.split()[-1], "flag", "Q")
    assert kept(home) == {"flag": ["Q"]}
    assert sheet.line("flag").row.changed

    give(person, sheet, flag.split()[-1], "flag", "Ctrl+Alt+Q")
    assert "AltGr" in sheet.words.text()
    assert kept(home) == {"flag": ["Q"]}

    give(person, sheet, flag.split()[-1], "flag", "P")
    assert "P" in sheet.words.text()
    assert sheet.take.hasFocus()
    person.press("Escape")
    assert kept(home) == {"flag": ["Q"]}, "nothing is taken without asking"
    give(person, sheet, flag.split()[-1], "flag", "P")
    person.press("Return")
    assert kept(home) == {"flag": ["P"], "label.PER": []}
    person.press("Escape")
    person.back_in_the_window()
    person.view.setFocus()

    assert "P" not in {cap for cap, _ in person.window.hints.shown}
    person.press("P")
    assert person.state.status.value == "flagged"
    person.press("P", "F")
    assert person.state.status.value != "flagged", "the old key is dead"
    person.press("Ctrl+Q")

    person = start(harbour)
    person.press("P")
    assert person.state.status.value == "flagged", "the next start knows the key"
    sheet = sheet_of(person)
    sheet.line("label.PER").setFocus()
    person.press("Del")
    assert kept(home) == {"flag": []}, "the usual key comes back from who has it"
    person.push(sheet.all.text(), sheet)
    assert kept(home) == {}
    person.press("Escape")


def test_menus_buttons_and_sentences_name_the_new_keys(person: Person) -> None:
    program = person.program
    program.settings.set(
        "keys", {"undo": ["Ctrl+J"], "confirm": ["F7"], "same": ["#"], "label.ORG": ["Y"]}
    )
    program.change_keys()
    QApplication.processEvents()
    caps = program.keys.caps()
    assert program.keys.actions["undo"].shortcut().toString() == "Ctrl+J"
    assert person.window.top.confirm.accessibleDescription() == caps["confirm"] == "F7"
    assert caps["undo"] in person.window.history.undo.toolTip()
    person.press("Escape", "Escape", "#")
    assert "#" in person.message
    person.click("Lindqvist")
    person.press("Y")
    assert person.label("Lindqvist").startswith("ORG")
    hinted = " ".join(cap for cap, _ in person.window.hints.shown)
    assert "Y" in hinted.split()
    if program.desk.core.further:
        person.press("#")
        assert caps["undo"] in person.message


def test_i_change_a_key_with_the_mouse(person: Person) -> None:
    person.push("all keys") if person.program.language == "en" else person.push("alle Tasten")
    sheet = person.dialog(KeySheet)
    line = sheet.line("note")
    sheet.shaft.ensureWidgetVisible(line)
    QTest.mouseClick(line, LEFT, PLAIN, line.rect().center())
    assert line.waits
    QTest.keyClick(line, Qt.Key.Key_Y)
    QApplication.processEvents()
    assert person.program.settings["keys"] == {"note": ["Y"]}
    assert line.back.isVisible()
    QTest.mouseClick(line.back, LEFT, PLAIN, line.back.rect().center())
    assert person.program.settings["keys"] == {}
    person.push(sheet.all.text(), sheet) if sheet.all.isEnabled() else None
    sheet.close()


def test_one_more_key_for_an_action(person: Person) -> None:
    sheet = sheet_of(person)
    sheet.line("remove").setFocus()
    person.press("Shift+Return", "Q")
    assert person.program.settings["keys"]["remove"][-1] == "Q"
    assert len(person.program.settings["keys"]["remove"]) == 4
    person.press("Escape")
    person.back_in_the_window()
    person.tab_to("Lindqvist")
    person.press("Q")
    assert person.entity("Lindqvist") is None


def test_esc_leaves_the_waiting_line_then_the_search_then_the_sheet(person: Person) -> None:
    sheet = sheet_of(person)
    person.write("note")
    assert [line.row.action for line in sheet.lines if line.isVisible()]
    line = next(line for line in sheet.lines if line.isVisible() and line.row.action)
    line.setFocus()
    person.press("Return", "Escape")
    assert not line.waits
    assert sheet.isVisible()
    sheet.field.setFocus()
    person.press("Escape")
    assert sheet.field.text() == ""
    assert sheet.isVisible()
    person.press("Escape")
    person.back_in_the_window()
    assert not any(one.isVisible() for one in person.window.findChildren(KeySheet))
