"""The view on the screen: what it repaints, how it scrolls, what it puts on the clipboard."""

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import article_scene as made
import pytest
from article_scene import TEXT, Scene, span_of
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rotstift.model.annotations import Annotations
from rotstift.model.article import Article
from rotstift.model.items import Entity, Item, Quote
from rotstift.model.span import Span
from rotstift.ui.article import ArticleView
from rotstift.ui.theme import DARK

Show = Callable[..., ArticleView]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    views: list[ArticleView] = []

    def make(scene: Scene | None = None, width: int = 900, height: int = 600) -> ArticleView:
        scene = scene or made.scene()
        view = ArticleView()
        qtbot.addWidget(view)
        views.append(view)
        view.resize(width, height)
        view.show()
        view.show_article(scene.article, scene.state, scene.scheme)
        settle(view)
        return view

    yield make
    for view in views:
        settle(view)


def settle(view: ArticleView) -> None:
    """Until nothing is left to lay out or to paint."""
    end = time.monotonic() + 5
    while view._idle.isActive() and time.monotonic() < end:
        QApplication.processEvents()
    for _ in range(3):
        QApplication.processEvents()


def on_screen(view: ArticleView) -> QImage:
    """What has been painted bit by bit."""
    return view.screen().grabWindow(view.winId()).toImage()


def painted_at_once(view: ArticleView) -> QImage:
    """The same, painted as a whole."""
    view.viewport().update()
    settle(view)
    return on_screen(view)


def test_pixels_moved_and_patched_are_those_of_a_whole_paint(show: Show) -> None:
    scene, chance = made.many_paragraphs(30), random.Random(3)
    view = show(scene)
    state = scene.state
    ids = [item.id for item in state.markables]
    for turn in range(40):
        match turn % 5:
            case 0:
                view.verticalScrollBar().setValue(
                    chance.randrange(view.verticalScrollBar().maximum())
                )
            case 1:
                bar = view.verticalScrollBar()
                bar.setValue(bar.value() + chance.choice([-40, 40, 120]))
            case 2:
                view.set_focus_item(chance.choice(ids))
            case 3:
                item = state.items[chance.choice(ids)]
                if isinstance(item, Entity):
                    changed: Item = replace(item, label="MISC")
                elif isinstance(item, Quote):
                    changed = replace(item, type="reported", speaker=())
                else:
                    changed = replace(item, reason="term")
                gone = turn % 2 == 0
                state = state.changed([] if gone else [changed], [item.id] if gone else [])
                ids = [one.id for one in state.markables]
                view.update_state(state, [])
            case 4:
                start = chance.randrange(len(scene.article.text) - 5)
                view.set_cursor(Span(start, start + 5))
        settle(view)
        bit_by_bit = on_screen(view)
        assert bit_by_bit == painted_at_once(view), f"turn {turn}"


def test_a_relabel_repaints_little(show: Show) -> None:
    view = show(made.many_paragraphs(30))
    dirty: list[QRect] = []
    paint = view._paint
    view._paint = lambda painter, rect: (dirty.append(rect), paint(painter, rect))[0]  # type: ignore[method-assign, assignment, return-value, func-returns-value]
    item = view.page.state.items["e-bernd-0"]
    assert isinstance(item, Entity)
    view.update_state(view.page.state.changed([replace(item, label="ORG")], []), [item.span])
    settle(view)
    assert dirty
    text = [rect for rect in dirty if rect.left() < view.page.frame.text_left]
    assert all(rect.height() < view.viewport().height() / 2 for rect in text)


def test_what_is_on_the_screen_stays_while_the_rest_is_laid_out(qtbot: QtBot) -> None:
    scene = made.many_paragraphs(400)
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.show_article(scene.article, scene.state, scene.scheme)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    position = view.page.nearest(view.place(QPoint(300, 300)))
    assert position is not None
    before = view.rect_of(Span(position, position + 1))
    assert view._idle.isActive()
    settle(view)
    assert not view._idle.isActive()
    assert view.rect_of(Span(position, position + 1)) == before


def test_any_width_keeps_the_line_at_the_top(show: Show) -> None:
    view = show(made.many_paragraphs(40))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    top = view.page.column.holding(view.page.nearest(view.place(QPoint(200, 0))) or 0)
    for width in (500, 1400, 320, 900):
        view.resize(width, 600)
        settle(view)
        value = view.verticalScrollBar().value()
        shown = view.page.between(value, value + 600)
        assert top in shown


def test_ensure_visible_shows_any_span_of_a_long_article(show: Show) -> None:
    scene = made.many_paragraphs(60)
    view = show(scene)
    chance = random.Random(5)
    for _ in range(25):
        start = chance.randrange(len(scene.article.text) - 4)
        span = Span(start, start + 4)
        view.ensure_visible(span)
        rect = view.rect_of(span)
        if scene.article.text[span.start : span.end].strip():
            assert view.viewport().rect().contains(rect)


def test_what_is_visible_does_not_scroll(show: Show) -> None:
    view = show(made.many_paragraphs(30))
    view.verticalScrollBar().setValue(500)
    position = view.position_at(QPoint(300, 300)) or view.page.nearest(view.place(QPoint(300, 300)))
    assert position is not None
    view.ensure_visible(Span(position, position + 1))
    assert view.verticalScrollBar().value() == 500


def test_the_clipboard_gets_the_articles_own_text(show: Show) -> None:
    view = show()
    span = span_of("Hafen\u00a0Musterstadt werde")
    view.set_selection(span)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == span.of(TEXT)
    view.set_selection(None)
    view.set_focus_item("e-anna")
    view.copy()
    assert QGuiApplication.clipboard().text() == "Anna Beispiel"


def test_an_error_while_painting_is_told_once(show: Show, qtbot: QtBot) -> None:
    view = show()
    told: list[str] = []
    view.failed.connect(told.append)
    paint = view._paint

    def fail(*_: object) -> None:
        raise RuntimeError("no ink")

    view._paint = fail  # type: ignore[method-assign]
    for _ in range(3):
        view.viewport().repaint()
    assert len(told) == 1
    assert "no ink" in told[0]
    view._paint = paint  # type: ignore[method-assign]
    scene = made.scene()
    view.show_article(scene.article, scene.state, scene.scheme)
    view.viewport().repaint()
    assert len(told) == 1


def test_theme_text_size_and_language(show: Show) -> None:
    view = show()
    light = painted_at_once(view)
    view.set_theme(DARK)
    settle(view)
    assert on_screen(view).pixelColor(2, 2).name() == DARK.desk
    assert on_screen(view) != light
    height = view.page.height
    view.set_text_size(20)
    settle(view)
    assert view.page.height > height
    view.set_text_size(12)
    view.set_language("en")
    settle(view)
    quote = view.page.state.quote("q-kran")
    assert quote is not None
    assert view.page.card_words(quote).foot.startswith("indirect")


def test_focus_and_hints_survive_an_edit_and_go_with_the_article(show: Show) -> None:
    view = show()
    view.set_focus_item("q-kais")
    view.set_hints([("1", span_of("Anna Beispiel"))])
    view.update_state(view.page.state.changed([], ["q-kais"]), [])
    settle(view)
    assert view.overlay.focus == "q-kais"  # whoever gave it takes it away
    scene = made.scene()
    view.show_article(scene.article, scene.state, scene.scheme)
    assert view.overlay.focus is None
    assert view.overlay.hints == []


@pytest.mark.parametrize(
    "text", ["", "\n\n", "x" * 5000, "سلام عليكم\nHallo", "a\u2028b\tc\u00ad d"]
)
def test_odd_texts_are_shown(show: Show, text: str) -> None:
    scene = Scene(Article("x", text, "x"), Annotations(len(text)), made.scheme())
    view = show(scene, width=300, height=200)
    told: list[str] = []
    view.failed.connect(told.append)
    painted_at_once(view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    painted_at_once(view)
    assert told == []


def test_unknown_labels_and_types_are_grey(show: Show) -> None:
    items = [
        Entity("e", Span(0, 5), "GEHEIM", made.origin()),
        Quote("q", (Span(6, 20),), "geheim", made.origin()),
    ]
    scene = Scene(made.scene().article, Annotations.of(len(TEXT), items), made.scheme())
    view = show(scene)
    told: list[str] = []
    view.failed.connect(told.append)
    painted_at_once(view)
    assert told == []


def test_a_short_article_opens_fast(qtbot: QtBot) -> None:
    """CPU time, so that other work on the machine does not count."""
    scene = made.many_paragraphs(12)
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(1000, 900)
    view.show()
    times = []
    for _ in range(5):
        start = time.process_time()
        view.show_article(scene.article, scene.state, scene.scheme)
        view.viewport().repaint()
        times.append(time.process_time() - start)
    settle(view)
    assert min(times) < 0.05
