"""Linking with the mouse: one click or drag for a speaker, a cue, a part; one to take an item away."""

from person import Person
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SAID = '"So offen'


def drag(person: Person, words: str, keys: Qt.KeyboardModifier) -> None:
    span = person.span(words)
    person.point(words)
    rects = [person.view.rect_of(type(span)(at, at + 1)) for at in (span.start, span.end - 1)]
    start, end = (rect.center() for rect in rects)
    port, left = person.view.viewport(), Qt.MouseButton.LeftButton
    person.actions += 1
    QTest.mousePress(port, left, keys, start)
    for step in (0.3, 0.7, 1.0):
        QTest.mouseMove(port, start + (end - start) * step)
    QTest.mouseRelease(port, left, keys, end)
    QApplication.processEvents()


def on_the_quote(person: Person) -> Person:
    person.go_down_to('"So offen haben wir selten geredet"')
    return person


def test_a_drag_with_ctrl_makes_exactly_these_words_the_speaker(person: Person) -> None:
    on_the_quote(person)
    with person.counting() as cost:
        drag(person, "Auf dem Kai", CTRL)
    assert cost == [1]
    assert person.role(SAID, "speaker") == "Auf dem Kai"
    assert person.focused_text().startswith(SAID), "the focus stays on the quote"


def test_with_shift_as_well_it_is_the_cue_and_again_takes_it_off(person: Person) -> None:
    on_the_quote(person)
    drag(person, "demnach", CTRL | SHIFT)
    assert person.role(SAID, "cue") == "demnach"
    person._click(person.point("demnach"), CTRL | SHIFT)
    assert person.role(SAID, "cue") == ""


def test_a_drag_with_shift_adds_a_part(person: Person) -> None:
    on_the_quote(person)
    with person.counting() as cost:
        drag(person, "im selben Boot", SHIFT)
    assert cost == [1]
    assert person.focused_text().endswith('… "im selben Boot"')


def test_the_speaker_at_the_very_beginning_of_the_text(person: Person) -> None:
    person.press("Ctrl+PgDown")
    person.drag_over("Hier ist mehr Schatten")
    person.press("D")
    person._click(person.point("Wochenmarkt"), CTRL)
    assert person.role("„Hier", "speaker") == "Wochenmarkt"
    assert person.quote("„Hier").speaker[0].span.start == 0


def test_the_middle_button_takes_away_what_is_under_the_mouse(person: Person) -> None:
    point = person.point("Kaltenhafen")
    with person.counting() as cost:
        person.actions += 1
        QTest.mouseClick(person.view.viewport(), Qt.MouseButton.MiddleButton, CTRL & SHIFT, point)
    assert cost == [1]
    assert person.label("Kaltenhafen") == ""
    person.press("Ctrl+Z")
    assert person.label("Kaltenhafen") == "LOC suggested"


def test_what_a_reported_quote_needs_stands_in_it(person: Person) -> None:
    person.press("Ctrl+PgDown", "Ctrl+PgDown")
    person.drag_over("Das teilte die Stadt mit")
    person.press("R")
    assert person.focused_text() == "Das teilte die Stadt mit.", (
        "whole sentences keep their full stop"
    )
    person.press("C")
    person.click("teilte")
    assert person.role("Das teilte", "cue") == "teilte"
    person.press("C")
    assert "teilte" in {person.words(span) for _digit, span in person.view.overlay.hints}
    person.press("Escape")
    drag(person, "die Stadt", CTRL)
    assert person.role("Das teilte", "speaker") == "die Stadt"
