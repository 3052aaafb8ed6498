"""Two minutes with the coach: every step by keys, every step by mouse, skipped, gone back, left."""

from pathlib import Path

import pytest
from person import Person, Start
from PySide6.QtWidgets import QApplication

from rotstift.model.items import Status
from rotstift.session.first_article import STEPS
from rotstift.settings import Settings
from rotstift.ui.panels.coach import CoachCard

KEYS = {
    "accept": ["Space"],
    "remove": ["X"],
    "relabel": ["P"],
    "same": ["."],
    "border": ["Alt+Right"],
    "add": ["O"],
    "negative": ["N", "1"],
    "undo": ["Ctrl+Z"],
    "redo": ["Ctrl+Shift+Z"],
    "confirm": ["Ctrl+Return"],
}

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def card(person: Person) -> CoachCard:
    found = [one for one in person.window.findChildren(CoachCard) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def at(person: Person, number: int) -> CoachCard:
    """The card, once it shows this step."""
    shown = card(person)
    wanted = [f"{number} {word} {len(STEPS)}" for word in ("OF", "VON")]
    person.qtbot.waitUntil(lambda: shown.heading.right.text() in wanted)
    return shown


def all_by_keys(person: Person, speaker: str = "Adeyemi") -> None:
    for number, step in enumerate(STEPS, start=1):
        at(person, number)
        if step.id == "speaker":
            person.take("S", speaker)
        else:
            person.press(*KEYS[step.id])


def test_every_step_with_keys(start: Start) -> None:
    person = start()
    person.press("Ctrl+F1")
    assert "“Larkness” is said to be a place" in at(person, 1).words.text()
    assert "Space says yes" in card(person).words.text()
    person.actions = 0
    all_by_keys(person)
    shown = card(person)
    person.qtbot.waitUntil(lambda: "confirmed" in shown.words.text())
    assert person.state.status is Status.CONFIRMED
    assert shown.words.text() == f"The article is confirmed: it took {person.actions} actions."
    assert person.program.settings["recent"] == []


def test_every_step_with_the_mouse(start: Start) -> None:
    person = start()
    person.push("A first article, guided: two minutes")
    at(person, 1)
    person.push("Accept", person.window.selection)
    at(person, 2)
    person.choose(person.right_click("Friday"), "Remove")
    at(person, 3)
    person.choose(person.right_click("Whitfield", 1), "Person")
    at(person, 4)
    person.program.keys.actions["same"].trigger()  # a menu of the bar needs a display
    at(person, 5)
    person.drag_handle("start", "Tom")
    at(person, 6)
    person.double_click("Seawall")
    person.push("Organisation", person.window.offer)
    at(person, 7)
    person.ctrl_click("Adeyemi", 1)
    at(person, 8)
    person.choose(person.right_click("miracle"), "Scare quotes")
    at(person, 9)
    person.push("Undo", person.window.history)
    at(person, 10)
    person.push("Redo", person.window.history)
    at(person, 11)
    person.push("Confirmed, next", person.window.top)
    shown = card(person)
    person.qtbot.waitUntil(lambda: "confirmed" in shown.words.text())


def test_skipping_going_back_and_leaving(start: Start, harbour: Path) -> None:
    person = start(harbour)
    person.press("Ctrl+F1")
    for number in range(1, len(STEPS)):
        at(person, number)
        person.press("Ctrl+F2")
    at(person, len(STEPS))
    for number in range(len(STEPS) - 1, 0, -1):
        person.press("Ctrl+F3")
        at(person, number)
    assert person.program.work.session.undo_entry is None, "all is as at the beginning"
    all_by_keys(person)
    person.qtbot.waitUntil(lambda: "confirmed" in card(person).words.text())
    person.press("Ctrl+F1")
    assert person.program.work.path == harbour
    QApplication.processEvents()
    assert not [one for one in person.window.findChildren(CoachCard) if one.isVisible()]
    person.press("Ctrl+F1")
    assert "Larkness" in at(person, 1).words.text(), "and again from the beginning"


@pytest.mark.parametrize("chord", ["Ctrl+F2", "Ctrl+F3"])
def test_outside_the_guide_its_keys_do_nothing(person: Person, chord: str) -> None:
    before = person.state
    person.press(chord)
    assert person.state == before


def test_a_changed_key_is_named(start: Start) -> None:
    person = start()
    person.program.settings.set("keys", {"accept": ["W"]})
    person.program.change_keys()
    person.press("Ctrl+F1")
    assert "W says yes" in at(person, 1).words.text()
    person.press("W")
    person.program.settings.set("keys", {"remove": ["Q"]})
    person.program.change_keys()
    assert "Q removes the mark" in at(person, 2).words.text(), "at once"


def test_in_german(start: Start) -> None:
    Settings.load().set("language", "de")
    person = start()
    person.press("Ctrl+F1")
    assert "„Lütjensand“ soll ein Ort sein" in at(person, 1).words.text()
    assert "Leertaste sagt ja" in card(person).words.text()
    all_by_keys(person, "Brodersen")
    person.qtbot.waitUntil(lambda: "bestätigt" in card(person).words.text())


def test_begun_while_the_last_one_is_open_without_a_coach(start: Start) -> None:
    person = start()
    person.press("Ctrl+F1")
    at(person, 1)
    path = person.program.work.path
    person.press("Ctrl+Q")
    person = start(path)
    assert person.program.settings["recent"] == []
    person.press("Ctrl+F1")
    at(person, 1)
    assert person.program.work.path != path
    assert not person.program.work.session.project.lost
