"""The palette: one field over articles, names, quotes and actions, with keys and with the mouse."""

from person import Person
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rotstift.ui.panels.everything import Palette


def palette(person: Person) -> Palette:
    found = person.window.findChild(Palette)
    assert found is not None
    return found


def shown(person: Person) -> list[str]:
    return [row.words for row in palette(person).model.rows if row.run is not None]


def ask(person: Person, words: str) -> None:
    person.press("Ctrl+K")
    assert palette(person).isVisible()
    person.write(words)
    QApplication.processEvents()


def test_a_few_letters_open_an_article(person: Person) -> None:
    person.press("Ctrl+K")
    person.write("#wochma")
    person.qtbot.waitUntil(lambda: shown(person)[:1] == ["Wochenmarkt zieht um"])
    person.press("Return")
    person.qtbot.waitUntil(lambda: person.title == "Wochenmarkt zieht um")
    assert not palette(person).isVisible()
    assert person.view.hasFocus()


def test_a_name_of_the_article_gets_the_focus(person: Person) -> None:
    name = person.entities()[0][0]
    ask(person, f"@{name[:4]}")
    assert shown(person)[0].startswith(name[:4])
    person.press("Return")
    person.qtbot.waitUntil(lambda: person.focused_text().startswith(name[:4]))


def test_an_action_runs_by_its_words_and_shows_its_key(person: Person) -> None:
    ask(person, ">flag")
    row = next(row for row in palette(person).model.rows if row.run is not None)
    assert row.keys == "F"
    person.press("Return")
    person.qtbot.waitUntil(lambda: person.state.status.value == "flagged")


def test_arrows_pass_the_headings_and_go_round(person: Person) -> None:
    ask(person, "e")
    box, seen = palette(person), []
    for _ in shown(person):
        seen.append(box.model.rows[box.list.currentIndex().row()].words)
        person.press("Down")
    assert seen == shown(person)
    assert box.model.rows[box.list.currentIndex().row()].words == seen[0]
    person.press("Up")
    assert box.model.rows[box.list.currentIndex().row()].words == seen[-1]


def test_escape_changes_nothing_and_goes_back(person: Person) -> None:
    before, place = person.state, person.program.desk.core.place
    ask(person, "plor")
    person.press("Escape")
    assert not palette(person).isVisible()
    assert person.view.hasFocus()
    assert (person.state, person.program.desk.core.place) == (before, place)


def test_a_click_takes_an_answer(person: Person) -> None:
    ask(person, "#brücke")
    box = palette(person)
    number = next(n for n, row in enumerate(box.model.rows) if row.words == "Brücke gesperrt")
    rect = box.list.visualRect(box.model.index(number, 0))
    QTest.mouseClick(box.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    QApplication.processEvents()
    person.qtbot.waitUntil(lambda: person.title == "Brücke gesperrt")
