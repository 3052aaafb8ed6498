"""The table of actions: each row in one menu, each with a key of its own, each key on a German keyboard."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from person import Person, Start
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from rotstift.session.sample import shipped_scheme
from rotstift.session.session import Session
from rotstift.ui.actions import Action, Need, Scope, all_actions
from rotstift.ui.panels.fields import FieldRow

ROWS = all_actions(shipped_scheme(), "de")
WITHOUT_KEY = {row.id for row in ROWS if row.id.startswith("reason.")}
"""N and a digit say them."""
CHORDS = [(row.id, chord) for row in ROWS for chord in row.keys]
SHIFTED_ON_A_GERMAN_KEYBOARD = set("!\"§$%&/()=?*'_:;>°")
ALTGR_ON_A_GERMAN_KEYBOARD = set("@€[]{}\\|~²³µ")
DEAD_ON_A_GERMAN_KEYBOARD = set("^`´")


def entries(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from entries(inner)
        elif not action.isSeparator():
            yield action


def test_each_row_with_words_stands_in_exactly_one_menu(person: Person) -> None:
    keys, bar = person.program.keys, person.window.menuBar()
    shown = Counter(
        id(entry) for top in bar.actions() for entry in entries(top.menu()) if entry.text()
    )
    names = {id(action): name for name, action in keys.actions.items()}
    assert {names[entry]: count for entry, count in shown.items()} == {
        row.id: 1 for row in keys.rows.values() if row.words
    }


def test_each_row_has_a_key() -> None:
    assert {row.id for row in ROWS if not row.keys} == WITHOUT_KEY


def test_no_two_rows_share_a_key() -> None:
    counts = Counter(QKeySequence(chord).toString() for _, chord in CHORDS)
    assert [chord for chord, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(("name", "chord"), CHORDS)
def test_every_key_can_be_typed_on_a_german_keyboard(name: str, chord: str) -> None:
    sequence = QKeySequence(chord)
    assert sequence.count() == 1, name
    pressed = sequence[0]
    keys, code = pressed.keyboardModifiers(), pressed.key().value
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    assert not (control in keys and alt in keys), "Ctrl+Alt is AltGr"
    if code >= Qt.Key.Key_Escape.value:  # not a character
        return
    letter = chr(code)
    assert letter not in ALTGR_ON_A_GERMAN_KEYBOARD | DEAD_ON_A_GERMAN_KEYBOARD
    # Ctrl+= is the second key beside Ctrl++, for keyboards where plus needs Shift.
    assert letter not in SHIFTED_ON_A_GERMAN_KEYBOARD or chord == "Ctrl+="


def test_each_key_runs_its_row(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    keys = person.program.keys
    for row in keys.rows.values():
        keys.actions[row.id].triggered.disconnect()
        keys.actions[row.id].triggered.connect(lambda _=False, row=row: ran.append(row.id))
    for name, chord in CHORDS:
        person.press(chord)
        assert ran[-1:] == [name], f"{chord} ran {ran}"
        assert len(ran) == 1, f"{chord} ran {ran}"
        ran.clear()


def page_only(row: Action) -> bool:
    return row.scope is Scope.PAGE


PLACES = {"Lindqvist": "entity", '"Kein Land fischt dem anderen die Netze leer"': "quote"}


@pytest.mark.parametrize("words", [*PLACES, "negative", "words"])
def test_each_row_of_the_selection_panel_leads_to_a_row_of_the_table(
    person: Person, words: str
) -> None:
    if words in PLACES:
        person.tab_to(words)
    else:
        person.tab_to('"mäßig erfreut"')
        if words == "negative":
            person.press("N", "1")
            person.click("erfreut")
    QApplication.processEvents()
    rows = person.window.selection.findChildren(FieldRow)
    said = {row.field.action for row in rows if row.field.action}
    said |= {choice.action for row in rows for choice in row.field.choices}
    assert said, "something can be changed"
    assert said <= person.program.keys.rows.keys()


def test_the_keys_of_the_page_leave_the_lists_alone(person: Person) -> None:
    before = person.state
    person.window.entities.list.setFocus()
    place = person.program.desk.core.place
    for row in filter(page_only, ROWS):
        if row.id in ("next_doubt", "previous_doubt", "take_words", "escape"):
            continue  # in a list these go on to the next part, choose the row, or go back to the page
        person.press(row.keys[0])
    assert person.state == before
    assert person.program.desk.core.place == place


def test_without_a_project_only_what_works_without_is_on(start: Start) -> None:
    person = start()
    keys = person.program.keys
    on = {name for name, action in keys.actions.items() if action.isEnabled()}
    assert on == {row.id for row in keys.rows.values() if row.needs is Need.NOTHING}
    assert {"new", "open", "sample", "quit", "keys", "about"} <= on


def test_an_empty_project_can_be_backed_up_and_checked(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "Leer.rotstift"
    Session.create(path, shipped_scheme(), "Kim").close()
    person = start(path)
    keys, said = person.program.keys, person.window.status.message
    on = {name for name, action in keys.actions.items() if action.isEnabled()}
    assert on == {row.id for row in keys.rows.values() if row.needs is not Need.ARTICLE}
    assert {"backup", "check", "pipeline", "export", "train"} <= on
    person.program.run(keys.rows["confirm"])
    person.press("Ctrl+B")
    person.qtbot.waitUntil(lambda: len(list(tmp_path.rglob("*Leer*.rotstift"))) == 2)
    person.press("Ctrl+Shift+B")
    person.qtbot.waitUntil(lambda: "Checked" in said.text() or "Geprüft" in said.text())


def test_the_first_article_switches_its_actions_on(start: Start, tmp_path: Path) -> None:
    path, file = tmp_path / "Leer.rotstift", tmp_path / "a.txt"
    Session.create(path, shipped_scheme(), "Kim").close()
    file.write_text("Titel\n\nText.\n", encoding="utf-8")
    person = start(path)
    actions = person.program.keys.actions
    assert not actions["confirm"].isEnabled()
    person.program.exchange.add([file])
    person.qtbot.waitUntil(actions["confirm"].isEnabled)
    assert all(action.isEnabled() for action in actions.values())
