"""Article, focus, cursor and scroll position come back: after another article, a restart, a kill."""

import subprocess
import sys
from pathlib import Path

import pytest
from person import LEFT, PLAIN, Person, Start
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from rotstift.model import verbs
from rotstift.model.items import Markable
from rotstift.store import errors
from rotstift.store.errors import WriteFailed
from rotstift.store.project import Project

LEAVER = Path(__file__).resolve().parents[1] / "support/leaver.py"


def lines_of(person: Person) -> int:
    return person.view.verticalScrollBar().value()


def test_i_come_back_to_an_article(person: Person) -> None:
    person.press("Down", "Down", "Down", "Right")
    person.view.verticalScrollBar().setValue(90)
    place, scroll = person.program.desk.core.place, lines_of(person)
    assert scroll > 0
    person.press("Ctrl+PgDown")
    assert person.program.desk.core.place != place
    person.press("Ctrl+PgUp")
    assert person.program.desk.core.place == place
    assert lines_of(person) == scroll


def test_i_come_back_after_a_restart_and_in_another_text_size(start: Start, harbour: Path) -> None:
    person = start(harbour)
    person.press("Ctrl+PgDown", "Ctrl+PgUp", "Down", "Down", "Down")
    words = person.focused_text()
    person.view.verticalScrollBar().setValue(120)
    top = person.view.page.nearest(person.view.place(person.view.viewport().rect().topLeft()))
    title, before = person.title, person.state
    person.press("Ctrl++", "Ctrl+Q")

    person = start(harbour)
    assert (person.title, person.focused_text()) == (title, words)
    again = person.view.page.nearest(person.view.place(person.view.viewport().rect().topLeft()))
    assert top is not None
    assert again is not None
    assert abs(again - top) < 90, "the same line stands at the top, in larger letters"
    person.press("Ctrl+Z")
    assert person.state == before, "keeping the place is no edit"


def test_the_list_is_narrowed_as_it_was(start: Start, harbour: Path) -> None:
    person = start(harbour)
    person.press("F")
    buttons = [one for one in person.window.articles.findChildren(QToolButton) if one.isCheckable()]
    QTest.mouseClick(buttons[-1], LEFT, PLAIN, buttons[-1].rect().center())
    assert len(person.program.desk.core.order) == 1
    person.press("Ctrl+Q")

    person = start(harbour)
    assert len(person.program.desk.core.order) == 1
    buttons = [one for one in person.window.articles.findChildren(QToolButton) if one.isCheckable()]
    assert buttons[-1].isChecked()
    QTest.mouseClick(buttons[0], LEFT, PLAIN, buttons[0].rect().center())
    person.window.top.field.setFocus()
    person.write("Markt")
    person.qtbot.waitUntil(lambda: len(person.program.desk.core.order) < 3)
    found, title = list(person.program.desk.core.order), person.title
    person.press("Ctrl+Q")

    person = start(harbour)
    assert person.window.top.field.text() == "Markt"
    assert list(person.program.desk.core.order) == found
    assert person.title == title, "the article stays, in the list or not"


def test_what_is_gone_has_no_focus(start: Start, harbour: Path) -> None:
    person = start(harbour)
    person.tab_to("Lindqvist")
    focus = person.program.desk.core.place.focus
    person.press("Ctrl+PgDown")
    core = person.program.desk.core
    first = core.session.project.ids()[0]
    opened = core.session.look(first)
    item = opened.state.get(focus)
    assert isinstance(item, Markable)
    core.session.do(first, verbs.remove(opened.article.text, opened.state, item))
    person.press("Ctrl+PgUp")
    assert core.place.focus is None
    assert core.place.cursor is not None
    assert core.place.cursor.start == item.span.start


def test_a_disk_that_is_full_costs_the_place_and_no_word(
    start: Start, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = start(harbour)
    assert person.program.work is not None

    def full(*_: object) -> None:
        raise WriteFailed(errors.DISK_FULL)

    monkeypatch.setattr(Project, "remember", full)
    person.press("Down")
    person.program.work.keeper.keep()
    QApplication.processEvents()
    assert person.message == ""
    person.press("P")
    assert person.state


def test_i_come_back_after_a_kill(start: Start, harbour: Path) -> None:
    command = [sys.executable, str(LEAVER), str(harbour)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    focus = process.stdout.readline().strip()
    process.kill()
    _, trouble = process.communicate(timeout=20)
    assert focus, trouble
    person = start(harbour)
    assert person.program.desk.core.place.focus == focus
