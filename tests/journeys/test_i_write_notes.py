"""Notes on items and on the article: written, seen, read, changed, taken away; by keys and by mouse."""

import pytest
from person import LEFT, PLAIN, Person
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from rotstift.ui.article.notes import note_places
from rotstift.ui.dialogs.note import NoteDialog
from rotstift.ui.panels.notes import NoteRow

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def write(person: Person, words: str) -> None:
    person.press("K")
    dialog = person.dialog(NoteDialog)
    dialog.field.selectAll()
    person.write(words)
    person.press("Ctrl+Return")
    person.back_in_the_window()
    QApplication.processEvents()


def rows(person: Person) -> tuple[NoteRow, ...]:
    QApplication.processEvents()
    return tuple(person.window.notes.model.rows)


def test_i_write_read_and_change_notes_with_the_keyboard(person: Person) -> None:
    assert not person.window.notes.isVisible()
    person.tab_to("Lindqvist")
    first = person.program.desk.core.place.focus
    write(person, "Schreibweise prüfen")
    person.press("Down", "Down")
    second = person.program.desk.core.place.focus
    write(person, "Wer ist das?")
    assert person.window.notes.isVisible()
    assert [row.text for row in rows(person)] == ["Schreibweise prüfen", "Wer ist das?"]
    person.press("Shift+K")
    assert person.program.desk.core.place.focus == first
    person.press("Shift+K")
    assert person.program.desk.core.place.focus == second
    write(person, "Der Hafenmeister")
    assert rows(person)[1].text == "Der Hafenmeister"
    person.press("Ctrl+Z", "Ctrl+Z")
    assert [row.text for row in rows(person)] == ["Schreibweise prüfen"]
    person.press("Shift+K", "K")
    dialog = person.dialog(NoteDialog)
    person.push("Delete the note", dialog) if dialog.windowTitle() == "Note" else person.push(
        "Notiz löschen", dialog
    )
    person.back_in_the_window()
    assert rows(person) == ()
    assert not person.window.notes.isVisible()
    person.press("Shift+K")
    assert person.message


def test_the_article_has_a_note_of_its_own(person: Person) -> None:
    person.press("Escape", "Escape")
    person.program.desk.core.place = type(person.program.desk.core.place)()
    write(person, "Zweiter Blick")
    (row,) = rows(person)
    assert row.target == ""
    ((rect, note),) = list(note_places(person.view.page))
    assert note.text == "Zweiter Blick"
    assert rect.right() < person.view.page.frame.sheet_left + person.view.page.frame.sheet_width


def test_i_find_and_change_a_note_with_the_mouse(person: Person) -> None:
    person.click("Lindqvist")
    menu = person.right_click("Lindqvist")
    before = person.window.grab().toImage()
    words = person.program.keys.actions["note"].text().replace("&", "")
    person.choose(menu, words)
    person.dialog(NoteDialog).field.setPlainText("Mit w?")
    dialog = person.dialog(NoteDialog)
    QTest.mouseClick(dialog.save, LEFT, PLAIN, dialog.save.rect().center())
    person.back_in_the_window()
    QApplication.processEvents()
    assert person.window.grab().toImage() != before

    ((rect, _),) = list(note_places(person.view.page))
    point = rect.center().toPoint() - QPoint(0, person.view.verticalScrollBar().value())
    port = person.view.viewport()
    help_wanted = QHelpEvent(QEvent.Type.ToolTip, point, port.mapToGlobal(point))
    QApplication.sendEvent(port, help_wanted)
    assert "Mit w?" in QToolTip.text()
    QToolTip.hideText()

    person.click("Kaltenhafen")
    QTest.mouseClick(port, LEFT, PLAIN, point)
    assert person.dialog(NoteDialog).field.toPlainText() == "Mit w?"
    person.press("Escape")
    person.back_in_the_window()
    person.click("Kaltenhafen")
    QApplication.processEvents()
    notes = person.window.notes.list
    place = notes.visualRect(notes.model().index(0, 0)).center()
    QTest.mouseClick(notes.viewport(), LEFT, PLAIN, place)
    QApplication.processEvents()
    assert person.focused_text() == "Lindqvist"
    QTest.mouseDClick(notes.viewport(), LEFT, PLAIN, place)
    assert person.dialog(NoteDialog).field.toPlainText() == "Mit w?"
    person.press("Escape")
    person.back_in_the_window()
