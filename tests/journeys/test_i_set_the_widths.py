"""The side panels are as wide as the person makes them, and so again at the next start."""

from pathlib import Path

from person import LEFT, PLAIN, Person, Start
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rotstift.ui.window import LEFT as USUAL_LEFT
from rotstift.ui.window import RIGHT as USUAL_RIGHT


def widths(person: Person) -> tuple[int, int]:
    QApplication.processEvents()
    left, _, right = person.window.splitter.sizes()
    return left, right


def test_keys_make_the_panels_wider_and_narrower(start: Start, harbour: Path) -> None:
    person = start(harbour)
    person.window.resize(1300, 760)
    assert widths(person) == (USUAL_LEFT, USUAL_RIGHT)
    person.press("Ctrl+F8", "Ctrl+F8", "Shift+F9")
    assert widths(person) == (USUAL_LEFT + 40, USUAL_RIGHT - 20)
    person.press("Shift+F8", "Ctrl+Q")
    person = start(harbour)
    person.window.resize(1300, 760)  # the screen of the tests has no room for that
    assert widths(person) == (USUAL_LEFT + 20, USUAL_RIGHT - 20)
    person.press("Ctrl+Shift+F9")
    assert widths(person) == (USUAL_LEFT, USUAL_RIGHT)


def test_the_mouse_pulls_and_a_double_click_gives_the_usual_width(
    start: Start, harbour: Path
) -> None:
    person = start(harbour)
    person.window.resize(1300, 760)
    usual = widths(person)
    handle = person.window.splitter.handle(2)
    middle = handle.rect().center()
    QTest.mousePress(handle, LEFT, PLAIN, middle)
    QTest.mouseMove(handle, middle - QPoint(60, 0))
    QTest.mouseRelease(handle, LEFT, PLAIN, middle)
    pulled = widths(person)
    assert pulled[1] > usual[1] + 30
    person.qtbot.waitUntil(lambda: person.program.settings["right_width"] == pulled[1])
    person.press("Ctrl+Q")
    person = start(harbour)
    person.window.resize(1300, 760)
    assert widths(person) == pulled
    handle = person.window.splitter.handle(2)
    QTest.mouseDClick(handle, LEFT, PLAIN, handle.rect().center())
    assert widths(person) == usual
