"""The window closes and starts again: the place is found, and undo goes on back to the beginning."""

from pathlib import Path

from person import Person, Start

from rotstift.model.items import Status

HEADLINE = "Morgenrot und Lindqvist: Hansebund-Erweiterung ist vom Tisch"


def work(person: Person) -> None:
    """Nine corrections in two articles."""
    person.press("P")
    person.tab_to("Herbst")
    person.press("X")
    person.tab_to("Mei")
    person.press("Shift+Right")
    person.tab_to('"mäßig erfreut"')
    person.press("N", "1")
    person.press("Ctrl+Return")
    person.double_click("Wochenmarkt")
    person.press("M")
    person.double_click("Lindenplatz")
    person.press("O", "L")
    person.press("F")


def test_i_close_and_reopen_and_undo_to_the_beginning(start: Start, harbour: Path) -> None:
    person = start(harbour)
    untouched = person.state
    work(person)
    done = person.state
    person.press("Ctrl+Q")

    person = start(harbour)
    assert person.title == "Wochenmarkt zieht um", "the article of last time"
    assert person.state == done
    undone = [undo(person) for _ in range(9)]
    assert undone[0] == ("Wochenmarkt zieht um", Status.IN_PROGRESS)
    assert undone[3] == ("Wochenmarkt zieht um", Status.NEW)
    assert undone[4] == (HEADLINE, Status.IN_PROGRESS), "undo goes to where the edit was"
    assert person.state == untouched
    assert not person.window.history.undo.isEnabled()
    person.press("Ctrl+Z")
    assert person.message == "There is nothing to undo."

    for _ in range(9):
        person.press("Ctrl+Shift+Z")
    assert person.title == "Wochenmarkt zieht um"
    assert person.state == done
    person.press("Ctrl+Shift+Z")
    assert person.message == "There is nothing to redo."


def undo(person: Person) -> tuple[str, Status]:
    person.press("Ctrl+Z")
    return person.title, person.state.status


def test_redo_too_goes_on_after_a_restart(start: Start, harbour: Path) -> None:
    person = start(harbour)
    work(person)
    done = person.state
    person.press(*["Ctrl+Z"] * 3)
    person.press("Ctrl+Q")

    person = start(harbour)
    person.press(*["Ctrl+Y"] * 3)
    assert person.state == done


def test_the_start_page_offers_the_project_of_last_time(start: Start, harbour: Path) -> None:
    person = start(harbour)
    person.press("P", "Ctrl+Q")

    person = start()
    assert person.window.middle.currentWidget() is person.window.welcome
    person.open_recent("Hafen")
    assert person.label("Lindqvist") == "PER made"
    assert person.view.hasFocus()
    person.press("Ctrl+Z")
    assert person.label("Lindqvist") == "LOC suggested"


def test_what_was_done_stands_in_the_history(person: Person) -> None:
    person.press("P")
    person.tab_to("Herbst")
    person.press("X")
    person.qtbot.waitUntil(lambda: len(person.window.history.model.rows) == 2)
    person.press("Ctrl+Z")
    person.qtbot.waitUntil(lambda: person.window.history.model.rows[0].undone)
    assert not person.window.history.model.rows[1].undone
