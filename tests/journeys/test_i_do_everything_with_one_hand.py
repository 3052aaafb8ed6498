"""The whole round twice, from the start page to the export: once by keys alone, once by mouse alone."""

from pathlib import Path

import pytest
from hands import Hands, no_keys, no_mouse
from person import Person, Start, plain
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QMenu,
    QToolButton,
    QWidget,
)

from rotstift.model.items import Status
from rotstift.settings import Settings
from rotstift.ui.dialogs.export import ExportDialog
from rotstift.ui.dialogs.keysheet import KeySheet
from rotstift.ui.dialogs.note import NoteDialog
from rotstift.ui.dialogs.same import SameForAllDialog
from rotstift.ui.dialogs.settings import SettingsDialog
from rotstift.ui.verbs.reaching import holds

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
KEIN, BOJEN, BOOT, MEI = '"Kein Land', '"die alten Bojen', '"im selben Boot"', '"Mei Lindqvist'


@pytest.fixture
def newcomer(start: Start, harbour: Path, home: Path) -> Person:
    """At the start page, with one project of last time."""
    Settings.load().remember_project(harbour)
    return start()


# -- keys ---------------------------------------------------------------------------------------


def test_everything_by_keys(newcomer: Person) -> None:
    with no_mouse():
        open_by_keys(newcomer)
        choose_articles_by_keys(newcomer)
        correct_by_keys(newcomer)
        say_more_by_keys(newcomer)
        finish_by_keys(newcomer)


def to_part(person: Person, part: QWidget) -> None:
    """F6 until the part has the focus."""
    for _ in range(10):
        focus = QApplication.focusWidget()
        if focus is not None and holds(part, focus):
            return
        person.press("F6")
    raise AssertionError(f"F6 never came to {part}")


def tab_to_button(person: Person, words: str) -> None:
    """Tab until the button with these words has the focus."""
    for _ in range(40):
        focus = QApplication.focusWidget()
        if focus is not None and focus.accessibleName().split(":")[0] == words:
            return
        person.press("Tab")
    raise AssertionError(f"Tab never came to {words!r}")


def open_by_keys(person: Person) -> None:
    to_part(person, person.window.welcome)
    person.press("Return")
    assert person.title.startswith("Morgenrot")
    assert person.view.hasFocus()


def choose_articles_by_keys(person: Person) -> None:
    to_part(person, person.window.articles.list)
    person.press("Down", "Return")
    assert person.title == "Wochenmarkt zieht um"
    assert person.view.hasFocus()
    person.press("Ctrl+PgUp")
    assert person.title.startswith("Morgenrot")
    person.press("Ctrl+L")
    person.write("brücke")
    person.qtbot.waitUntil(lambda: person.window.articles.model.rowCount() == 1)
    person.press("Escape", "Escape")
    assert person.view.hasFocus()


def correct_by_keys(person: Person) -> None:
    while person.focused_text() != "Lindqvist":
        person.press("Down")
    person.press("P", ".")
    assert person.label("Lindqvist", nth=1) == "PER made", "the same for all"
    person.tab_to("Hansebund-Erweiterung")
    person.press("T", "Alt+Left", "Escape")
    assert person.label("Hansebund-Erweiterun") == "ORG made", "by the character"
    person.press("Shift+Right", "Alt+Left")
    assert person.label("Hansebund") == "ORG made", "part of a word"
    person.go_down_to('"Kein Land fischt dem anderen die Netze leer"')
    person.press("S", "Right", "Shift+Right", "Return", "C", "1")
    assert person.role(KEIN, "speaker") == "im Abkommen"
    assert person.role(KEIN, "cue") == "steht"
    person.press("Shift+Tab", "N", "1")
    assert person.negatives() == [('"mäßig erfreut"', "scare")]
    person.tab_to('"die alten Bojen stehen lassen"')
    person.press("B", "Right", "Right", "Shift+Right", "Shift+Right", "Return")
    assert len(person.quote(BOJEN).parts) == 2
    person.press("Shift+J")
    assert len(person.quote(BOJEN).parts) == 1, "split"
    person.press("J")
    assert len(person.quote(BOJEN).parts) == 2, "joined"
    person.tab_to(BOOT)
    person.press("D", "Shift+S", "G")
    assert person.quote(BOOT).fragment


def say_more_by_keys(person: Person) -> None:
    person.press("K")
    person.dialog(NoteDialog)
    person.write("Wer sagt das?")
    person.press("Ctrl+Return")
    assert person.state.note_on(person.quote(BOOT).id) is not None
    person.back_in_the_window()
    to_part(person, person.window.selection)
    tab_to_button(person, "Type")
    person.press("Space")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "the rows of the panel are buttons"
    person.press("Down", "Down", "Return")
    assert person.quote(BOOT).type == "indirect"
    person.press("Escape", "F", "F1")
    assert person.state.status is Status.FLAGGED
    person.dialog(KeySheet)
    person.press("Escape")
    person.back_in_the_window()
    size = person.program.settings["text_size"]
    person.press("Ctrl++", "Ctrl+Shift+L", "Ctrl+Shift+L", "F8", "F8", "F9", "F9")
    assert person.program.settings["text_size"] == size + 1


def open_a_menu_by_keys(person: Person) -> None:
    person.press("Alt+G")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert plain(menu.menuAction()) == "Go"
    while plain(menu.activeAction()) != "Next item":
        person.press("Down")
    before = person.focused_text()
    person.press("Return")
    assert person.focused_text() != before
    person.press("Up")


def set_by_keys(person: Person) -> None:
    person.press("Ctrl+,")
    person.dialog(SettingsDialog)
    tab_to_button(person, "Colours of labels and quotes")
    person.press("Down")
    assert person.program.settings["palette"] == "safe"
    person.press("Up", "Escape")
    assert person.program.settings["palette"] == "scheme"
    person.back_in_the_window()


def finish_by_keys(person: Person) -> None:
    open_a_menu_by_keys(person)
    set_by_keys(person)
    to_part(person, person.window.history.list)
    person.press("Escape")
    before = person.state
    person.press("Ctrl+Z", "Ctrl+Shift+Z")
    assert person.state == before
    article = person.program.desk.core.article_id
    person.press("Ctrl+Return")
    assert person.program.desk.core.session.row(article).status is Status.CONFIRMED
    person.press("Ctrl+E")
    person.dialog(ExportDialog)
    tab_to_button(person, "Cancel")
    person.press("Space")
    assert QApplication.activeModalWidget() is None
    person.back_in_the_window()
    assert person.view.hasFocus()


# -- mouse --------------------------------------------------------------------------------------


def test_everything_by_mouse(newcomer: Person) -> None:
    with no_keys() as hands:
        newcomer.open_recent("Hafen")
        choose_articles_by_mouse(newcomer, hands)
        correct_by_mouse(newcomer)
        shape_quotes_by_mouse(newcomer)
        say_more_by_mouse(newcomer, hands)
        finish_by_mouse(newcomer)


def click_row(person: Person, rows: QAbstractItemView, number: int) -> None:
    place = rows.visualRect(rows.model().index(number, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def from_menu(person: Person, menu: str, words: str) -> None:
    """An entry of the menu bar."""
    bar = person.window.menuBar()
    entry = next(action for action in bar.actions() if plain(action) == menu)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(entry).center())
    box = QApplication.activePopupWidget()
    assert isinstance(box, QMenu)
    person.choose(box, words)


def choose_articles_by_mouse(person: Person, hands: Hands) -> None:
    window = person.window
    click_row(person, window.articles.list, 1)
    assert person.title == "Wochenmarkt zieht um"
    field = window.top.field
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=field.rect().center())
    with hands.typing():
        person.write("morgenrot")
    person.qtbot.waitUntil(lambda: window.articles.model.rowCount() == 1)
    click_row(person, window.articles.list, 0)
    assert person.title.startswith("Morgenrot")
    clear = max(field.findChildren(QToolButton), key=lambda button: button.x())
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton, pos=clear.rect().center())
    person.qtbot.waitUntil(lambda: window.articles.model.rowCount() == 3)


def correct_by_mouse(person: Person) -> None:
    from_menu(person, "Go", "Next doubtful place")
    assert person.focused_text() != "Lindqvist"
    person.choose(person.right_click("Lindqvist"), "Person")
    person.choose(person.right_click("Lindqvist"), "Same for some further mentions…")
    person.push("Cancel", person.dialog(SameForAllDialog))
    person.back_in_the_window()
    person.choose(person.right_click("Lindqvist"), "Same for all further mentions here")
    assert person.label("Lindqvist", nth=1) == "PER made"
    person.choose(
        person.right_click("Hansebund-Erweiterung"), "Part-word mode: edges by a character"
    )
    target = person.view.rect_of(person.span("Hansebund"))
    handle_to(person, QPoint(target.right(), target.center().y()))
    assert person.label("Hansebund") == "ORG made"
    from_menu(person, "Mark", "Part-word mode: edges by a character")
    person.double_click("Häfen")
    person.push("Place", person.window.offer)
    person.click("Herbst")
    person.push("Remove", person.window.selection)
    assert (person.label("Häfen"), person.entity("Herbst")) == ("LOC made", None)
    person.click("Nordmeer")
    person.push("Accept", person.window.selection)
    assert person.label("Nordmeer") == "LOC checked"


def handle_to(person: Person, place: QPoint) -> None:
    """Pull the end handle of the focused item there."""
    from rotstift.ui.article.focus import handles

    found = next(one for one in handles(person.view.page, person.view.overlay) if one.edge == "end")
    start = found.place.toPoint() - QPoint(0, person.view.verticalScrollBar().value())
    person.drag(start, place)


def shape_quotes_by_mouse(person: Person) -> None:
    person.choose(person.right_click("mäßig"), "Scare quotes")
    assert person.negatives() == [('"mäßig erfreut"', "scare")]
    person.click("saß")
    for role, word, nth in (("Speaker", "Morgenrot", 4), ("Cue", "hatte", 0), ("Via", "Radio", 0)):
        person.push(role, person.window.selection)
        person.click(word, nth=nth)
    assert person.role(MEI, "speaker") == "Morgenrot"
    assert person.role(MEI, "cue") == "hatte"
    assert person.role(MEI, "via").startswith("Radio")
    person.ctrl_click("Morgenrot", nth=3)
    assert person.role(MEI, "speaker") == "Morgenrot"
    person.choose(person.right_click("Bojen"), "Add a part")
    person.drag_over("die Lotsen (...) bezahlen")
    assert len(person.quote(BOJEN).parts) == 2
    person.choose(person.right_click("Bojen"), "Split into one quote a part")
    assert len(person.quote(BOJEN).parts) == 1
    person.choose(person.right_click("Bojen"), "Join with the next quote")
    assert len(person.quote(BOJEN).parts) == 2
    person.drag_over("im selben Boot")
    person.push("direct", person.window.offer)
    person.choose(person.right_click("selben"), "Fragment, or whole quote")
    assert person.quote(BOOT).fragment
    person.choose(person.right_click("selben"), "Same speaker as the quote before")
    assert person.role(BOOT, "speaker") == "Morgenrot"


def say_more_by_mouse(person: Person, hands: Hands) -> None:
    person.choose(person.right_click("selben"), "Note on the item or the article…")
    dialog = person.dialog(NoteDialog)
    with hands.typing():
        person.write("Wer sagt das?")
    person.push("Save", dialog)
    assert person.state.note_on(person.quote(BOOT).id) is not None
    person.back_in_the_window()
    from_menu(person, "Article", "Flag the article for another look")
    assert person.state.status is Status.FLAGGED
    person.push("all keys")
    person.push("Close", person.dialog(KeySheet))
    person.back_in_the_window()
    size = person.program.settings["text_size"]
    from_menu(person, "View", "Larger text")
    assert person.program.settings["text_size"] == size + 1
    for words in ("Light or dark", "Light or dark"):
        from_menu(person, "View", words)
    from_menu(person, "Project", "Settings…")
    dialog = person.dialog(SettingsDialog)
    box = next(
        one
        for one in dialog.findChildren(QComboBox)
        if one.accessibleName().startswith("Colours of")
    )
    pick(person, box, 1)
    assert person.program.settings["palette"] == "safe"
    person.push("As before", dialog)
    assert person.program.settings["palette"] == "scheme"
    person.push("Close", dialog)
    person.back_in_the_window()
    for side in ("left", "right"):
        person.push(f"Fold the {side} panel")
        person.push(f"Fold the {side} panel")
    assert person.window.articles.isVisible()


def pick(person: Person, box: QComboBox, number: int) -> None:
    """Choose from a drop-down list; a click too soon after the first is taken for its end by Qt."""
    for _ in range(5):
        if not box.view().isVisible():
            QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
            person.qtbot.waitUntil(box.view().isVisible)
        person.qtbot.wait(QApplication.doubleClickInterval() + 20)
        place = box.view().visualRect(box.view().model().index(number, 0)).center()
        QTest.mouseMove(box.view().viewport(), place)
        QTest.mouseClick(box.view().viewport(), Qt.MouseButton.LeftButton, pos=place)
        person.qtbot.wait(50)
        if box.currentIndex() == number:
            return


def finish_by_mouse(person: Person) -> None:
    before = person.state
    person.push("Undo", person.window.history)
    person.qtbot.wait(20)
    person.push("Redo", person.window.history)
    assert person.state == before
    article = person.program.desk.core.article_id
    person.push("Confirmed, next")
    assert person.program.desk.core.session.row(article).status is Status.CONFIRMED
    person.push("Export")
    person.push("Cancel", person.dialog(ExportDialog))
    assert QApplication.activeModalWidget() is None
    person.back_in_the_window()
