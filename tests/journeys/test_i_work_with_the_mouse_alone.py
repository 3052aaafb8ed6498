"""Clicks, drags, handles, buttons and menus: everything without a key."""

import pytest
from person import Person
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from rotstift.model.items import Status

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
KEIN, MEI = '"Kein Land', '"Mei Lindqvist'


def click_row(person: Person, rows: QListView, number: int) -> None:
    """A row of one of the lists."""
    place = rows.visualRect(rows.model().index(number, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def test_i_mark_words_with_the_labels_that_come_up_beside_them(person: Person) -> None:
    person.double_click("Häfen")
    assert person.window.offer.isVisible()
    person.push("Place", person.window.offer)
    assert person.label("Häfen") == "LOC made"
    assert not person.window.offer.isVisible()

    person.drag_over("Mehr Mitglieder soll der Hansebund nicht bekommen")
    person.push("indirect", person.window.offer)
    assert person.quote("Mehr Mitglieder").type == "indirect"

    person.drag_over("im selben Boot")
    person.push("direct", person.window.offer)
    assert person.quote('"im selben').parts == (person.span('"im selben Boot"'),), "with its marks"


def test_i_click_an_item_and_use_the_buttons_of_the_panel(person: Person) -> None:
    person.click("Herbst")
    person.push("Remove", person.window.selection)
    assert person.entity("Herbst") is None

    person.click("Nordmeer")
    person.push("Accept", person.window.selection)
    assert person.label("Nordmeer") == "LOC checked"

    person.click("Lindqvist")
    person.push("Label", person.window.selection)
    menu = QApplication.activePopupWidget()
    person.choose(menu, "Person")
    assert person.label("Lindqvist") == "PER made"
    assert person.view.hasFocus(), "keys go on working on the page"


def test_i_pull_the_handles_of_an_item(person: Person) -> None:
    person.click("Präsident")
    person.drag_handle("start", "Ilja")
    assert person.label("Ilja Morgenrot") == "PER made"
    person.click("Mei", nth=0)
    person.drag_handle("end", "Lindqvist", nth=4)
    assert person.label("Mei Lindqvist") == "PER made"
    assert person.entity("Lindqvist", nth=4) is None

    person.click("Bojen")
    person.drag_handle("start", "demnach")
    assert person.quote("demnach").parts == (
        person.span('demnach "die alten Bojen stehen lassen"'),
    )


def test_i_set_a_speaker(person: Person) -> None:
    person.click("saß")
    person.push("Speaker", person.window.selection)
    person.click("Morgenrot", nth=4)
    assert person.role(MEI, "speaker") == "Morgenrot", "a click in the panel, a click on the name"
    person.push("Cue", person.window.selection)
    person.click("hatte")
    assert person.role(MEI, "cue") == "hatte"

    card = person.view.page.card_of(person.quote(KEIN).id)
    assert card is not None
    start = card.rect.center().toPoint() - QPoint(0, person.view.verticalScrollBar().value())
    person.drag(start, person.point("Abkommen"))
    assert person.role(KEIN, "speaker") == "Abkommen", "a drag from the quote's card"
    person.drag(person.point("fischt"), person.point("Lindqvist", nth=2))
    assert person.role(KEIN, "speaker") == "Lindqvist", "a drag out of the quote"


def test_i_use_the_right_button(person: Person) -> None:
    person.choose(person.right_click("Lindqvist"), "Person")
    assert person.label("Lindqvist") == "PER made"
    person.choose(person.right_click("Herbst"), "Remove")
    assert person.entity("Herbst") is None
    person.choose(person.right_click("mäßig"), "Scare quotes")
    assert person.negatives() == [('"mäßig erfreut"', "scare")], "the marks, not the one word"
    person.choose(person.right_click("Seitdem"), "indirect")
    assert person.quote('"Seitdem').type == "indirect"
    person.choose(person.right_click("Inseln"), "Place")
    assert person.label("Inseln") == "LOC made"


def test_i_go_about_with_the_lists(person: Person) -> None:
    window = person.window
    person.qtbot.waitUntil(lambda: bool(window.entities.model.rows))
    names = [row.name for row in window.entities.model.rows]
    click_row(person, window.entities.list, names.index("Radio Nord"))
    assert person.focused_text() == "Radio Nord"
    assert person.view.hasFocus()

    click_row(person, window.articles.list, 2)
    assert person.title == "Brücke gesperrt"
    person.push("Confirmed, next")
    assert person.title.startswith("Morgenrot"), "round the end, to the first that is not done"
    person.push("confirmed", window.articles)
    assert window.articles.model.rowCount() == 1
    person.push("all", window.articles)
    assert window.articles.model.rowCount() == 3


def test_i_go_back_in_the_history(person: Person) -> None:
    before = person.state
    history = person.window.history
    for words in ("Herbst", "Nordmeer", "Kaltenhafen"):
        person.click(words)
        person.push("Remove", person.window.selection)
    person.qtbot.waitUntil(lambda: len(history.model.rows) == 3)
    click_row(person, history.list, 1)
    gone = [person.entity(words) is None for words in ("Herbst", "Nordmeer", "Kaltenhafen")]
    assert gone == [True, True, False], "as it was right after the clicked change"
    person.qtbot.waitUntil(lambda: history.model.rows[0].undone)
    click_row(person, history.list, 0)
    assert person.entity("Kaltenhafen") is None, "an undone change is done again"
    for _ in range(3):
        person.push("Undo", history)
    assert person.state == before
    person.push("Redo", history)
    assert person.entity("Herbst") is None


def test_i_flag_an_article_from_the_menu_bar(person: Person) -> None:
    bar = person.window.menuBar()
    entry = next(action for action in bar.actions() if action.text() == "&Article")
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(entry).center())
    menu = QApplication.activePopupWidget()
    person.choose(menu, "Flag the article for another look")
    assert person.state.status is Status.FLAGGED
