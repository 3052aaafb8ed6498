"""A role that the scheme did not have: added in the window, filled by its key, seen in the panel."""

from pathlib import Path

from person import Person, Start
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from rotstift.model.items import role_spans
from rotstift.model.scheme_edit import Group
from rotstift.ui.dialogs.scheme import SchemeDialog

MINE = '"So offen haben wir selten geredet"'


def fill(person: Person, field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    person.press("Tab")


def test_i_add_a_role_and_fill_it(start: Start, harbour: Path) -> None:
    person = start(harbour)
    person.press("Ctrl+Shift+S")
    dialog: SchemeDialog = person.dialog(SchemeDialog)
    person.qtbot.waitUntil(lambda: dialog._used is not None)
    dialog.choose(Group.ROLE, "speaker")
    assert not dialog.remove.isEnabled(), "the four are known to rules and exports"
    dialog.add.click()
    fill(person, dialog.form.name, "witness")
    fill(person, dialog.form.words["en"], "Witness")
    fill(person, dialog.form.key, "y")
    assert dialog.remove.isEnabled()
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    person.push("Apply", dialog)
    person.qtbot.waitUntil(lambda: bool(gone))
    person.back_in_the_window()
    person.go_down_to(MINE)
    with person.counting() as cost:
        person.press("Y")
        person.click("Auf dem Kai")
    assert cost == [2]
    spans = role_spans(person.quote('"So offen'), "witness")
    assert len(spans) == 1
    assert person.words(spans[0]) in "Auf dem Kai"
    rows = person.window.history.model.rows
    assert rows[0].detail == "witness"
    person.press("Ctrl+Z", "Ctrl+Z")
    assert "role.witness" not in person.program.keys.rows
