"""What a screen reader gets: the text, and a name for each item."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import article_scene as made
import pytest
from article_scene import TEXT, span_of
from PySide6.QtGui import QAccessible, QAccessibleInterface, QTextCursor, QTextFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rotstift.model.annotations import Annotations
from rotstift.model.article import Article
from rotstift.model.items import Entity
from rotstift.ui.article import ArticleView, accessible


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(900, 900)
    view.show()
    scene = made.scene()
    view.show_article(scene.article, scene.state, scene.scheme)
    while view._idle.isActive():
        QApplication.processEvents()
    return view


def names(view: ArticleView) -> list[str]:
    page = QAccessible.queryAccessibleInterface(view)
    kids = [page.child(index) for index in range(page.childCount())]
    assert [page.indexOfChild(kid) for kid in kids] == list(range(len(kids)))
    return [kid.text(QAccessible.Text.Name) for kid in kids]


def test_the_view_is_a_named_document_with_the_whole_text(view: ArticleView) -> None:
    page = QAccessible.queryAccessibleInterface(view)
    assert page.role() == QAccessible.Role.Document
    assert page.text(QAccessible.Text.Name) == "Article with its marks"
    text = page.textInterface()
    assert text.characterCount() == len(TEXT)
    span = span_of("Anna Beispiel")
    assert text.text(span.start, span.end) == "Anna Beispiel"


def test_every_item_is_a_child_with_text_kind_and_standing(view: ArticleView) -> None:
    every = names(view)
    assert len(every) == len(view.page.state.markables)
    assert "Anna Beispiel, Person, checked" in every
    assert "„Glücksfall“, not a quote, Distanz, checked" in every
    assert any(name.startswith("„Wir bauen zwei neue Kais“ … ") for name in every)
    assert any(name.endswith("direkt, nobody knows the speaker, by hand") for name in every)
    assert any(name.endswith("direkt, speaker Beispiel, suggestion 0,91") for name in every)


def test_a_child_knows_its_place_and_its_focus(view: ArticleView) -> None:
    page = QAccessible.queryAccessibleInterface(view)
    view.set_focus_item("e-anna")
    child = page.focusChild()
    assert child.text(QAccessible.Text.Name).startswith("Anna Beispiel")
    rect = view.rect_of(span_of("Anna Beispiel"))
    assert child.rect().size() == rect.size()
    assert child.rect().topLeft() == view.viewport().mapToGlobal(rect.topLeft())


def test_the_children_follow_an_edit(view: ArticleView) -> None:
    count = len(names(view))
    view.update_state(view.page.state.changed([], ["e-anna"]), [])
    assert len(names(view)) == count - 1


def child_of(view: ArticleView, item_id: str) -> QAccessibleInterface:
    page = QAccessible.queryAccessibleInterface(view)
    ids = [item.id for item in view.page.state.markables]
    return page.child(ids.index(item_id))


def test_doubts_roles_and_notes_are_told(view: ArticleView) -> None:
    view.doubt_of = {"q-kais": "No speaker yet"}.get
    name, description = (
        child_of(view, "q-kais").text(kind)
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description)
    )
    assert name.endswith(", doubtful")
    assert description == "No speaker yet; Redewort: erklärte"
    view.doubt_of = lambda _: ""
    assert child_of(view, "e-anna").text(QAccessible.Text.Description) == ""


def test_states_say_what_a_person_has_settled_and_where_the_focus_is(view: ArticleView) -> None:
    view.set_focus_item("e-ort")
    suggested, checked = child_of(view, "e-ort").state(), child_of(view, "e-anna").state()
    assert (suggested.checked, suggested.focused) == (False, True)
    assert (checked.checked, checked.focused) == (True, False)
    assert child_of(view, "e-ort").role() == QAccessible.Role.Link


def test_a_point_leads_to_its_item(view: ArticleView) -> None:
    page = QAccessible.queryAccessibleInterface(view)
    place = child_of(view, "e-anna").rect().center()
    assert page.childAt(place.x(), place.y()).text(QAccessible.Text.Name).startswith("Anna")


def test_a_screen_reader_can_go_to_an_item(view: ArticleView, qtbot: QtBot) -> None:
    actions = child_of(view, "e-anna").actionInterface()
    assert "Press" in actions.actionNames()
    with qtbot.waitSignal(view.item_clicked) as caught:
        actions.doAction(actions.actionNames()[0])
    assert caught.args == ["e-anna", None]


def test_the_text_interface_has_caret_and_selection(view: ArticleView) -> None:
    text = QAccessible.queryAccessibleInterface(view).textInterface
    view.set_cursor(span_of("Rathaus"))
    assert text().cursorPosition() == span_of("Rathaus").start
    assert text().selectionCount() == 0
    view.set_selection(span_of("Bernd Muster"))
    assert text().selectionCount() == 1
    assert text().cursorPosition() == span_of("Bernd Muster").end


def test_the_text_looks_like_its_items(view: ArticleView) -> None:
    """What a reader tells of the text's attributes: an entity is underlined, a quote has its ground."""
    QAccessible.queryAccessibleInterface(view).textInterface()
    twin, cursor = view.twin, QTextCursor(view.twin.document())
    assert twin is not None
    cursor.setPosition(span_of("Anna Beispiel").start + 1)
    assert cursor.charFormat().fontUnderline()
    assert not cursor.charFormat().hasProperty(QTextFormat.Property.BackgroundBrush)
    cursor.setPosition(span_of("„sehr bald“").start + 1)
    assert cursor.charFormat().hasProperty(QTextFormat.Property.BackgroundBrush)
    view.update_state(view.page.state.changed([], ["e-anna"]), [])
    QAccessible.queryAccessibleInterface(view).textInterface()
    cursor.setPosition(span_of("Anna Beispiel").start + 1)
    assert not cursor.charFormat().fontUnderline()


def test_offsets_of_the_text_interface_are_utf_16(qtbot: QtBot) -> None:
    view, text = ArticleView(), "👍👍 Anna lacht."
    qtbot.addWidget(view)
    view.show_article(Article("a", text, ""), Annotations(len(text)), made.scheme())
    view.set_cursor(span_of("Anna", text))
    found = QAccessible.queryAccessibleInterface(view).textInterface()
    assert found.cursorPosition() == 5
    assert found.text(5, 9) == "Anna"


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QAccessible.Event]]:
    """What a listening screen reader would be told."""
    events: list[QAccessible.Event] = []
    monkeypatch.setattr(accessible, "send", lambda event: events.append(event.type()))
    QAccessible.setActive(True)
    yield events
    QAccessible.setActive(False)


def test_moving_and_changing_are_told(view: ArticleView, heard: list[QAccessible.Event]) -> None:
    kinds = QAccessible.Event
    view.set_focus_item("e-anna")
    view.set_cursor(span_of("Anna"))
    view.set_selection(span_of("Rathaus"))
    assert heard == [kinds.Focus, kinds.TextCaretMoved, kinds.TextSelectionChanged]
    heard.clear()
    anna = view.page.state.get("e-anna")
    assert isinstance(anna, Entity)
    view.update_state(view.page.state.changed([replace(anna, label="ORG")], []), [])
    assert heard == [kinds.VisibleDataChanged, kinds.NameChanged, kinds.StateChanged]
    heard.clear()
    QAccessible.setActive(False)
    view.set_focus_item("e-ort")
    assert heard == [], "nothing while nobody listens"


_LIFE = """
import gc, sys
sys.path[:0] = sys.argv[1:]
import shiboken6, article_scene
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from rotstift.ui.article import ArticleView
app = QApplication([])
QAccessible.setActive(True)
scene = article_scene.scene()
for turn in range(20):
    view = ArticleView()
    view.show_article(scene.article, scene.state, scene.scheme)
    page = QAccessible.queryAccessibleInterface(view)
    ids = [QAccessible.uniqueId(page.child(index)) for index in range(page.childCount())]
    page.textInterface()
    page.child(0).actionInterface().actionNames()
    view.set_cursor(article_scene.span_of("Rathaus"))
    view.set_selection(article_scene.span_of("Bernd Muster"))
    view.set_focus_item("e-anna")
    if turn % 2:
        shiboken6.delete(view)
    del view, page
    gc.collect()
    app.processEvents()
    kids = [QAccessible.accessibleInterface(one) for one in ids]
    [kid.text(QAccessible.Text.Name) for kid in kids if kid]
print("alive")
"""


_LISTENING = """
import gc, sys
sys.path[:0] = sys.argv[1:]
import shiboken6, article_scene
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QTextEdit
app = QApplication([])
QAccessible.setActive(True)  # before the first view, as when a screen reader runs already
from rotstift.ui.article import ArticleView, accessible
scene = article_scene.scene()
for turn in range(3):
    view = ArticleView()
    view.show()
    for article in range(40):
        view.show_article(scene.article, scene.state, scene.scheme)
        app.processEvents()
        gc.collect()
        page = QAccessible.queryAccessibleInterface(view)
        assert type(page).__name__ == "PageInterface", type(page)
        assert page.childCount() == len(scene.state.markables)
        for index in range(page.childCount()):
            assert page.child(index).text(QAccessible.Text.Name)
        assert page.textInterface().characterCount() == len(article_scene.TEXT)
        del page
    assert len(accessible._kept) <= (turn + 1) * len(scene.state.markables), "children are let go"
    assert len(view.findChildren(QTextEdit)) == 1, "one twin for all articles"
    shiboken6.delete(view)
print("heard")
"""


def test_a_screen_reader_that_was_there_first_gets_the_page(checkout: object) -> None:
    result = subprocess.run(
        [sys.executable, "-c", _LISTENING, f"{checkout}/tests/support", f"{checkout}/desktop"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (result.returncode, result.stdout) == (0, "heard\n"), result.stderr


def test_views_come_and_go_without_a_crash(checkout: object) -> None:
    """Both known crashes kill the process, so this one runs in its own."""
    result = subprocess.run(
        [sys.executable, "-c", _LIFE, f"{checkout}/tests/support", f"{checkout}/desktop"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (result.returncode, result.stdout) == (0, "alive\n"), result.stderr
