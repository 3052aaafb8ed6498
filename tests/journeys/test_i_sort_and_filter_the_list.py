"""The list of articles: filters, orders, and filters saved under a name, also after a restart."""

from collections.abc import Callable
from pathlib import Path

import pytest
from person import Person, Start, plain
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu

from rotstift.ui.dialogs.note import NoteDialog

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
ENTER = Callable[[str], None]


def titles(person: Person) -> list[str]:
    model = person.window.articles.model
    return [model.row_at(number).title for number in range(model.rowCount())]


def open_menu(person: Person) -> QMenu:
    person.press("Ctrl+Shift+A")
    person.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(person: Person, *words: str) -> None:
    menu = open_menu(person)
    for word in words[:-1]:
        menu = next(one.menu() for one in menu.actions() if plain(one) == word)
    next(one for one in menu.actions() if plain(one).rstrip(" ↑↓") in words[-1:]).trigger()
    while QApplication.activePopupWidget() is not None:
        QApplication.activePopupWidget().close()


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> ENTER:
    """What is typed where a name is asked for."""

    def name_it(name: str) -> None:
        monkeypatch.setattr(QInputDialog, "getText", lambda *_all, **_named: (name, True))

    return name_it


def words(person: Person, english: str, german: str) -> str:
    return german if person.program.language == "de" else english


def test_by_title_and_the_other_way_round(person: Person) -> None:
    every = sorted(titles(person), key=str.lower)
    title = words(person, "Title", "Titel")
    choose(person, title)
    assert titles(person) == every
    choose(person, title)
    assert titles(person) == every[::-1]
    person.window.articles._narrowed.click()
    assert sorted(titles(person), key=str.lower) == every


def test_a_note_brings_its_article_into_the_list_of_those_with_notes(person: Person) -> None:
    choose(person, words(person, "With notes", "Mit Notizen"))
    assert titles(person) == []
    person.window.articles._narrowed.click()
    title = person.title
    person.press("K")
    note = person.dialog(NoteDialog)
    note.field.setPlainText("x")
    note.save.click()
    choose(person, words(person, "With notes", "Mit Notizen"))
    assert titles(person) == [title]


def test_skipped_articles_alone(person: Person) -> None:
    title = person.title
    person.press("Ctrl+Shift+Return")
    choose(person, words(person, "Skipped", "Übersprungene"))
    assert titles(person) == [title]


def test_a_saved_filter_is_chosen_renamed_and_deleted_and_survives(
    start: Start, harbour: Path, named: ENTER
) -> None:
    person = start(harbour)
    choose(person, words(person, "Title", "Titel"))
    choose(person, words(person, "Title", "Titel"))
    sorted_titles = titles(person)
    named("Meine & deine")
    person.press("Ctrl+D")
    person.window.articles._narrowed.click()
    assert titles(person) != sorted_titles
    choose(person, "Meine  deine")
    assert titles(person) == sorted_titles
    named("Andere")
    choose(person, words(person, "Rename", "Umbenennen"), "Meine  deine")
    person.window.close()
    again = start(harbour)
    assert titles(again) == sorted_titles, "sorted as it was"
    again.window.articles._narrowed.click()
    choose(again, "Andere")
    assert titles(again) == sorted_titles
    choose(again, words(again, "Delete", "Löschen"), "Andere")
    assert "Andere" not in [plain(one) for one in open_menu(again).actions()]
    QApplication.activePopupWidget().close()
