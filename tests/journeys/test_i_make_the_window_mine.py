"""Theme, text size, panels and the window's size: kept for the next start."""

from pathlib import Path

from person import Start
from PySide6.QtWidgets import QLabel

from rotstift.ui import theme
from rotstift.ui.dialogs.keysheet import KeySheet
from rotstift.ui.keys import action_words


def test_i_make_the_window_mine(start: Start, harbour: Path) -> None:
    person = start(harbour)
    usual, dark = person.view.rect_of(person.span("Kaltenhafen")).width(), theme.DARK
    person.press("Ctrl+Shift+L", "Ctrl++", "Ctrl++", "F8")
    if theme.current() is not dark:
        person.press("Ctrl+Shift+L")
    assert person.view.rect_of(person.span("Kaltenhafen")).width() > usual
    assert not person.window.articles.isVisible()
    assert person.window.right.isVisible()
    larger = person.view.rect_of(person.span("Kaltenhafen")).width()
    person.window.resize(1024, 760)  # the screen of the tests is not larger
    person.press("Ctrl+Q")

    person = start(harbour)
    assert theme.current() is dark
    assert not person.window.articles.isVisible()
    assert person.window.size().toTuple() == (1024, 760)
    assert person.view.rect_of(person.span("Kaltenhafen")).width() == larger
    person.press("F8", "Ctrl+0", "Ctrl+Shift+L")
    assert person.window.articles.isVisible()
    assert person.view.rect_of(person.span("Kaltenhafen")).width() == usual
    assert theme.current() is theme.LIGHT


def test_the_key_sheet_opens_and_gives_the_page_back(start: Start, harbour: Path) -> None:
    person = start(harbour)
    person.press("F1")
    sheet = person.dialog(KeySheet)
    words = {label.text() for label in sheet.findChildren(QLabel)}
    shown = {
        action_words(row) for row in person.program.keys.rows.values() if row.words and row.keys
    }
    assert shown <= words, "every key stands in it"
    person.press("Escape")
    person.back_in_the_window()
    assert person.view.hasFocus()
    person.press("P")
    assert person.label("Lindqvist") == "PER made"
