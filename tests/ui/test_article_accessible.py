"""What a screen reader gets: the text, and a name for each item."""

import subprocess
import sys

import article_scene as made
import pytest
from article_scene import TEXT, span_of
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rotstift.ui.article import ArticleView


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
    assert "Anna Beispiel, PER, checked" in every
    assert "„Glücksfall“, not a quote, Distanz, checked" in every
    assert any(name.startswith("„Wir bauen zwei neue Kais“ … ") for name in every)
    assert any(name.endswith("direkt, Speaker?, by hand") for name in every)


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
