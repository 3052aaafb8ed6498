"""What somebody hears who sees no window: where they are, what they did, where they are then."""

from collections.abc import Iterator

import pytest
from person import Person
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication

from rotstift.ui import aloud, announcing
from rotstift.ui.article import accessible


class Heard:
    """The announcements, and the names of the items that got the focus, in their order."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def take(self, event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            self.words.append(event.message())
        elif event.type() == QAccessible.Event.Focus:
            self.words.append(event.accessibleInterface().text(QAccessible.Text.Name))


@pytest.fixture
def heard(person: Person, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    found = Heard()
    monkeypatch.setattr(aloud, "send", found.take)
    monkeypatch.setattr(accessible, "send", found.take)
    QAccessible.setActive(True)
    person.press("Down", "Up")
    found.words.clear()
    yield found.words
    QAccessible.setActive(False)


def settle(person: Person) -> None:
    """The panels, and with them what is said, follow when the key is done."""
    person.qtbot.wait(30)


def test_a_correction_is_said_and_where_i_am_then(person: Person, heard: list[str]) -> None:
    person.tab_to("Lindqvist")
    settle(person)
    heard.clear()
    person.press("P")
    settle(person)
    assert heard == ["Lindqvist: Person, by hand"]
    heard.clear()
    person.tab_to("Herbst")
    settle(person)
    assert heard[-1] == "Herbst, Place, suggestion 0.40, doubtful"
    heard.clear()
    person.press("X")
    settle(person)
    assert heard[0].startswith('"die alten Bojen'), "the focus goes on at once"
    assert heard[1].startswith('Herbst: removed; next: "die alten Bojen')
    assert "indirect, speaker Abkommen" in heard[1]


def test_marks_that_nobody_has_explained_are_said(person: Person, heard: list[str]) -> None:
    for _ in range(20):
        person.press("Tab")
        if person.focused_text() == '"mäßig erfreut"':
            break
    settle(person)
    assert heard[-1].startswith('"mäßig erfreut": Marks that nobody has decided on')


def test_another_article_says_its_title_and_what_is_to_do(person: Person, heard: list[str]) -> None:
    person.press("Ctrl+Return")
    settle(person)
    assert heard[-1].startswith("Wochenmarkt zieht um, ")
    assert heard[-1].endswith(("doubtful place", "doubtful places"))
    person.press("Ctrl+PgUp")
    settle(person)
    assert heard[-1].startswith("Morgenrot und Lindqvist")


def test_what_the_status_line_says_is_said(person: Person, heard: list[str]) -> None:
    person.press("Ctrl+B")
    person.qtbot.waitUntil(lambda: bool(person.message))
    assert person.message in heard


def test_same_for_all_is_said_once(
    person: Person, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    person.tab_to("Lindqvist")
    person.press("P")
    settle(person)
    heard.clear()
    person.press(".")
    settle(person)
    assert heard == [
        "Done to 2 further mentions. Ctrl+Z takes it back.",
        "Lindqvist: Person, by hand",
    ]
    monkeypatch.setattr(announcing, "_MOST", 1)
    heard.clear()
    person.press("Ctrl+Z")
    settle(person)
    assert "2 items changed" in heard[-1]


def test_every_row_of_the_lists_has_words(person: Person) -> None:
    QApplication.processEvents()
    person.press("X")
    settle(person)
    window = person.window
    for panel in (window.articles, window.entities, window.history):
        rows = QAccessible.queryAccessibleInterface(panel.list)
        assert panel.list.model().rowCount() > 0
        assert rows.text(QAccessible.Text.Name)
        for number in range(panel.list.model().rowCount()):
            assert rows.child(number).text(QAccessible.Text.Name), panel
