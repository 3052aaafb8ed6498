"""What I do is counted, and shown: in the status line, and as plots of what became of the suggestions."""

import pytest
from person import Person
from PySide6.QtGui import QGuiApplication

from rotstift.session.effort import actions_of
from rotstift.ui.dialogs.record import RecordSheet


def counted(person: Person) -> int:
    """Actions in the log and since its last entry."""
    session = person.program.desk.core.session
    told = [actions_of(entry) or 0 for entry in session.project.log_book.entries()]
    return sum(told) + session.meter.actions


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_every_key_click_and_drag_counts_once(person: Person) -> None:
    person.tab_to("Lindqvist")
    person.press("P", "Shift+Right", "Ctrl+Z", "X")
    person.click("Kaltenhafen")
    person.double_click("Abkommen")
    person.press("M")
    person.drag_over("alten Bojen")
    menu = person.right_click("Lotsen")
    person.choose(menu, "Organisation")
    person.press("S")
    person.press("Ctrl+Return")
    assert counted(person) == person.actions


def test_the_status_line_says_actions_per_article(person: Person) -> None:
    person.tab_to("Lindqvist")
    person.press("P", "Ctrl+Return")
    person.program.care._count()
    assert person.window.status.effort.text() == f"{person.actions} actions per article"


def test_the_sheet_shows_what_became_of_the_suggestions(person: Person) -> None:
    person.tab_to("Lindqvist")
    person.press("P")
    person.tab_to("Herbst")
    person.press("X", "Ctrl+Return", "Ctrl+Shift+E")
    sheet = person.dialog(RecordSheet)
    values = {row.name: row.values for row in sheet.bars.rows if not row.heading}
    assert values["Place"] == (pytest.approx(3 / 5),)
    (place,) = [row for row in sheet.matrix.rows if row.name == "Place"]
    assert place.counts == {"kept": 3, "Person": 1, "removed": 1}
    assert sheet.matrix.columns[0] == "kept"
    accepted, actions, _seconds = sheet.timeline.lines
    assert accepted.values[0] == pytest.approx(
        100
        * sum(r.counts.get("kept", 0) for r in sheet.matrix.rows)
        / sum(r.total for r in sheet.matrix.rows)
    )
    assert actions.values == (float(person.actions - 1),), "the key that asks comes after"
    person.push("Copy as a table", sheet)
    assert "Entities\tPlace\tcareless 1\tPerson\t1" in QGuiApplication.clipboard().text()
    sheet.close()


def test_an_empty_record_says_what_to_do(person: Person) -> None:
    person.press("Ctrl+Shift+E")
    sheet = person.dialog(RecordSheet)
    assert not hasattr(sheet, "bars")
    person.press("Escape")
