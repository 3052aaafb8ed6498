"""Find in the article: every hit is counted and shown, and the person stands on it afterwards."""

from person import Person
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rotstift.ui.panels.findbar import FindBar


def bar(person: Person) -> FindBar:
    found = person.window.findChild(FindBar)
    assert found is not None
    return found


def now(person: Person) -> str:
    return person.words(person.view.overlay.found_now)


def test_with_keys_i_find_a_word_and_its_label_key_marks_it(person: Person) -> None:
    words = "lindqvist"
    times = person.text.casefold().count(words)
    assert times > 1
    person.press("Ctrl+F")
    person.write(words)
    assert bar(person).field.text() == words
    assert len(person.view.overlay.found) == times
    assert f" {times}" in bar(person).count.text()
    first = person.view.overlay.found_now
    person.press("Return")
    assert person.view.overlay.found_now != first
    person.press("Shift+Return")
    assert person.view.overlay.found_now == first
    person.press("F3", "Shift+F3")
    assert person.view.overlay.found_now == first
    person.press("Escape")
    assert not bar(person).isVisible()
    assert person.view.hasFocus()
    assert person.view.overlay.found == ()
    assert person.cursor_text().casefold().startswith(words)
    place = person.program.desk.core.place.cursor
    person.press("L")
    assert any(one.span == place and one.label == "LOC" for one in person.state.entities)


def test_a_plain_space_finds_a_no_break_space_and_several_words_are_selected(
    person: Person,
) -> None:
    at = person.text.index("\u00a0")
    begin, end = person.text.rfind(" ", 0, at) + 1, person.text.find(" ", at)
    words = person.text[begin:end].replace("\u00a0", " ")
    person.press("Ctrl+F")
    person.write(words.upper() if "ß" not in words else words)
    assert len(person.view.overlay.found) >= 1
    person.press("Escape")
    core = person.program.desk.core
    here = core.place.words
    assert here is not None
    assert here.start == begin


def test_f3_goes_on_while_the_bar_is_closed(person: Person) -> None:
    person.press("Ctrl+F")
    person.write("lindqvist")
    person.press("Escape")
    first = person.program.desk.core.place.words
    person.press("F3")
    second = person.program.desk.core.place.words
    assert first != second
    person.press("Shift+F3")
    assert person.program.desk.core.place.words == first


def test_what_is_not_there_is_said(person: Person) -> None:
    person.press("Ctrl+F")
    person.write("xyzxyz")
    assert bar(person).count.text() in ("no hit", "kein Treffer")
    person.press("Return", "Escape")
    assert person.view.hasFocus()


def test_with_the_mouse_alone(person: Person) -> None:
    person.press("Ctrl+F")
    person.write("a")
    first = person.view.overlay.found_now
    for name in ("Next hit", "Nächster Treffer"):
        for button in bar(person).findChildren(type(person.window.top.fold_left)):
            if button.accessibleName() == name:
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert person.view.overlay.found_now != first
    for button in bar(person).findChildren(type(person.window.top.fold_left)):
        if button.accessibleName() in ("Close", "Schließen"):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not bar(person).isVisible()
