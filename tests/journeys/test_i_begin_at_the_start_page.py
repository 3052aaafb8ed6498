"""The start page by keys alone: what is in recent projects, one that is gone, and what opens."""

from pathlib import Path

from articles import BRIDGE, MARKET, make_project
from person import Person, Start
from PySide6.QtWidgets import QApplication

from rotstift.session.session import Session
from rotstift.ui.panels.lists import ROW
from rotstift.ui.welcome import RecentList


def rows(person: Person) -> list[str]:
    found = [one for one in person.window.welcome.findChildren(RecentList) if one.isVisible()]
    model = found[0].model() if found else None
    if model is None:
        return []
    return [model.index(number, 0).data() for number in range(model.rowCount())]


def test_recent_projects_say_what_is_in_them(start: Start, harbour: Path, tmp_path: Path) -> None:
    other = make_project(tmp_path / "Markt.rotstift", [MARKET, BRIDGE])
    person = start(harbour)
    assert person.program.open(other)
    person.press("Ctrl+Return", "Ctrl+Q")
    harbour.unlink()

    person = start()
    first, second = rows(person)
    assert first.startswith("Markt, 2 articles · 50 % confirmed · ")
    assert second == "Hafen, The file is not there any more; Del takes it off the list."
    assert person.program.work is None, "no project was opened to know it"
    assert isinstance(QApplication.focusWidget(), RecentList), "the keys are there at once"
    person.press("Down", "Del")
    assert [row.split(",")[0] for row in rows(person)] == ["Markt"]
    assert isinstance(QApplication.focusWidget(), RecentList), "and stay there"
    person.press("Return")
    assert person.program.work.path == other


def test_what_was_taken_off_stays_off_and_its_file_stays(start: Start, harbour: Path) -> None:
    person = start(harbour)
    person.press("Ctrl+Q")
    person = start()
    person.window.welcome.setFocus()
    person.press("Del")
    assert rows(person) == []
    person.press("Ctrl+Q")
    person = start()
    assert rows(person) == []
    Session.open(harbour, "Ada").close()


def test_the_arrows_go_through_everything_and_enter_presses(start: Start, harbour: Path) -> None:
    person = start(harbour)
    person.press("Ctrl+Q")
    person = start()
    person.window.welcome.setFocus()
    person.press("Up")
    seen = []
    for _ in range(3):
        seen.append(QApplication.focusWidget().accessibleName())
        person.press("Up")
    seen.append(QApplication.focusWidget().accessibleName())
    assert seen == [
        "New project…",
        "Open a project…",
        "Try it on the sample project",
        "A first article, guided: two minutes",
    ]
    person.press("Down", "Down", "Down", "Down")
    assert isinstance(QApplication.focusWidget(), RecentList)
    assert QApplication.focusWidget().currentIndex().data(ROW).path == str(harbour)
    person.press("Up", "Up", "Up", "Up", "Return")
    assert person.program.work.path.stem == "first-article"
    assert person.program.settings["recent"] == [str(harbour)]
