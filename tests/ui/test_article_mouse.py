"""The mouse: what each click and drag is taken to mean."""

import time
from collections.abc import Callable

import article_scene as made
import pytest
from article_scene import TEXT, span_of
from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rotstift.model.span import Span
from rotstift.ui.article import ArticleView
from rotstift.ui.article.focus import handles

LEFT = Qt.MouseButton.LeftButton
Log = list[tuple[object, ...]]


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(900, 900)
    view.show()
    scene = made.scene()
    view.show_article(scene.article, scene.state, scene.scheme)
    end = time.monotonic() + 5
    while view._idle.isActive() and time.monotonic() < end:
        QApplication.processEvents()
    return view


@pytest.fixture
def log(view: ArticleView) -> Log:
    """Every signal in order, with its name."""
    said: Log = []

    def note(name: str) -> Callable[..., None]:
        return lambda *values: said.append((name, *values))

    for name in [
        "item_clicked",
        "text_clicked",
        "blank_clicked",
        "words_selected",
        "link_requested",
        "edge_dragged",
        "context_requested",
    ]:
        signal: SignalInstance = getattr(view, name)
        signal.connect(note(name))
    return said


def at(view: ArticleView, words: str, nth: int = 0) -> QPoint:
    """The middle of some words."""
    return view.rect_of(span_of(words, nth=nth)).center()


def drag(view: ArticleView, start: QPoint, end: QPoint) -> None:
    port = view.viewport()
    QTest.mousePress(port, LEFT, pos=start)
    for step in (0.3, 0.7, 1.0):
        QTest.mouseMove(port, start + (end - start) * step)
    QTest.mouseRelease(port, LEFT, pos=end)


def click(view: ArticleView, point: QPoint, *, ctrl: bool = False) -> None:
    key = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view.viewport(), LEFT, key, point)


def card(view: ArticleView, quote_id: str) -> QPoint:
    found = view.page.card_of(quote_id)
    assert found is not None
    return found.rect.center().toPoint()


def test_a_click_on_an_item_on_text_on_a_card_and_beside_all(view: ArticleView, log: Log) -> None:
    click(view, at(view, "Anna"))
    click(view, at(view, "Rathaus"))
    click(view, card(view, "q-kran"))
    click(view, QPoint(3, 3))
    assert [entry[0] for entry in log] == [
        "item_clicked",
        "text_clicked",
        "item_clicked",
        "blank_clicked",
    ]
    assert log[0][1] == "e-anna"
    assert span_of("Rathaus").holds(int(str(log[1][1])))
    assert log[2][1] == "q-kran"


def test_a_double_click_selects_a_word(view: ArticleView, log: Log) -> None:
    QTest.mouseDClick(view.viewport(), LEFT, pos=at(view, "Rathaus"))
    assert ("words_selected", span_of("Rathaus")) in log
    assert view.overlay.selection == span_of("Rathaus")


def test_a_drag_selects_whole_words_either_way(view: ArticleView, log: Log) -> None:
    first, last = at(view, "neue"), at(view, "Kais")
    wanted = span_of("neue Kais")
    drag(view, first, last)
    drag(view, last, first)
    assert log == [("words_selected", wanted), ("words_selected", wanted)]


def test_a_drag_over_paragraphs(view: ArticleView, log: Log) -> None:
    drag(view, at(view, "wachsen"), at(view, "bauen"))
    span = Span(span_of("wachsen").start, span_of("bauen").end)
    # It began outside of every quote, so it selects.
    assert log == [("words_selected", span)]


def test_in_part_mode_a_drag_takes_characters(view: ArticleView, log: Log) -> None:
    view.set_part_mode(True)
    drag(view, at(view, "Rat"), at(view, "us."))
    chosen = log[0][1]
    assert isinstance(chosen, Span)
    assert chosen.start > span_of("Rathaus").start
    assert chosen.end <= span_of("Rathaus").end + 1


def test_ctrl_click_links_the_mention_to_the_focused_quote(view: ArticleView, log: Log) -> None:
    view.set_focus_item("q-kais")
    click(view, at(view, "Anna"), ctrl=True)
    click(view, at(view, "Rathaus"), ctrl=True)
    assert log == [
        ("link_requested", "q-kais", span_of("Anna Beispiel"), "speaker"),
        ("link_requested", "q-kais", span_of("Rathaus"), "speaker"),
    ]


def test_ctrl_click_without_a_focused_quote_is_a_click(view: ArticleView, log: Log) -> None:
    click(view, at(view, "Anna"), ctrl=True)
    assert [entry[:2] for entry in log] == [("item_clicked", "e-anna")]


def test_a_drag_from_a_card_links(view: ArticleView, log: Log) -> None:
    drag(view, card(view, "q-kran"), at(view, "Bernd"))
    assert log == [("link_requested", "q-kran", span_of("Bernd Muster"), "speaker")]
    assert view.overlay.pull_to is None


def test_a_drag_from_a_band_links_to_a_mention(view: ArticleView, log: Log) -> None:
    drag(view, at(view, "viel Geld"), at(view, "Anna"))
    assert log == [("link_requested", "q-kais", span_of("Anna Beispiel"), "speaker")]


def test_a_drag_from_the_focused_band_links_to_any_word(view: ArticleView, log: Log) -> None:
    view.set_focus_item("q-kais")
    drag(view, at(view, "viel Geld"), at(view, "Rathaus"))
    assert log == [("link_requested", "q-kais", span_of("Rathaus"), "speaker")]


def test_a_link_to_nowhere_is_nothing(view: ArticleView, log: Log) -> None:
    drag(view, card(view, "q-kran"), QPoint(3, 500))
    assert log == []


def handle(view: ArticleView, edge: str) -> QPoint:
    place = next(one.place for one in handles(view.page, view.overlay) if one.edge == edge)
    return place.toPoint() - QPoint(0, view.verticalScrollBar().value())


def test_the_handles_drag_the_edges_by_words(view: ArticleView, log: Log) -> None:
    view.set_focus_item("e-anna")
    drag(view, handle(view, "end"), at(view, "sagte"))
    drag(view, handle(view, "start"), at(view, "Bürgermeisterin"))
    name, item_id, edge, end = log[0]
    assert (name, item_id, edge) == ("edge_dragged", "e-anna", "end")
    assert end in (span_of("Anna Beispiel").end, span_of("sagte").end)
    assert log[1][1:3] == ("e-anna", "start")
    assert log[1][3] in (span_of("Bürgermeisterin").start, span_of("Anna").start)
    assert view.overlay.ghost == ()


def test_an_edge_snaps_to_the_nearest_border(view: ArticleView, log: Log) -> None:
    view.set_focus_item("e-anna")
    right = view.rect_of(span_of("sagte"))
    drag(view, handle(view, "end"), QPoint(right.right(), right.center().y()))
    assert log[0][3] == span_of("sagte").end


def test_in_part_mode_an_edge_goes_by_characters(view: ArticleView, log: Log) -> None:
    view.set_part_mode(True)
    view.set_focus_item("e-anna")
    wanted = span_of("Anna Bei")
    right = view.rect_of(wanted)
    drag(view, handle(view, "end"), QPoint(right.right(), right.center().y()))
    assert log == [("edge_dragged", "e-anna", "end", wanted.end)]


def test_a_quotes_edge_may_stand_at_a_mark(view: ArticleView, log: Log) -> None:
    view.set_focus_item("q-bald")
    rect = view.rect_of(span_of("bald"))
    drag(view, handle(view, "end"), QPoint(rect.right(), rect.center().y()))
    assert log == [("edge_dragged", "q-bald", "end", span_of("bald").end)]


def test_an_edge_never_passes_the_other(view: ArticleView, log: Log) -> None:
    view.set_focus_item("e-bernd")
    drag(view, handle(view, "end"), at(view, "03.05"))
    assert log[0][3] == span_of("Bernd Muster").start + 1


def test_escape_lets_go(view: ArticleView, log: Log) -> None:
    view.set_focus_item("e-anna")
    QTest.mousePress(view.viewport(), LEFT, pos=handle(view, "end"))
    QTest.mouseMove(view.viewport(), at(view, "sagte"))
    assert view.overlay.ghost
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), LEFT, pos=at(view, "sagte"))
    assert log == []
    assert view.overlay.ghost == ()


def context(view: ArticleView, point: QPoint, reason: QContextMenuEvent.Reason) -> None:
    event = QContextMenuEvent(reason, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)


def test_the_right_button_names_item_and_word(view: ArticleView, log: Log) -> None:
    mouse = QContextMenuEvent.Reason.Mouse
    context(view, at(view, "Anna"), mouse)
    context(view, at(view, "Rathaus"), mouse)
    assert log[0][:3] == ("context_requested", "e-anna", span_of("Anna"))
    assert log[1][:3] == ("context_requested", "", span_of("Rathaus"))
    view.set_selection(span_of("Vorhaben einen"))
    context(view, at(view, "Vorhaben"), mouse)
    assert log[2][2] == span_of("Vorhaben einen")


def test_the_menu_key_means_the_focused_item(view: ArticleView, log: Log) -> None:
    view.set_focus_item("e-anna")
    context(view, QPoint(1, 1), QContextMenuEvent.Reason.Keyboard)
    assert log[0][1] == "e-anna"


def test_hovering_points_at_words_and_at_cards(view: ArticleView, qtbot: QtBot) -> None:
    pointed: list[object] = []
    view.word_pointed.connect(pointed.append)
    port = view.viewport()
    QTest.mouseMove(port, at(view, "Rathaus"))
    QTest.mouseMove(port, at(view, "Rathaus") + QPoint(2, 0))
    QTest.mouseMove(port, card(view, "q-kran"))
    assert pointed == [span_of("Rathaus"), None]
    assert view.overlay.hover_card == "q-kran"
    assert port.cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_every_word_can_be_selected_with_two_clicks(view: ArticleView, log: Log) -> None:
    for word in ("Hafen-Gesellschaft", "Musterstadt", "Spr", "wachsen"):
        log.clear()
        QTest.mouseDClick(view.viewport(), LEFT, pos=at(view, word))
        chosen = [entry[1] for entry in log if entry[0] == "words_selected"]
        assert len(chosen) == 1
        assert isinstance(chosen[0], Span)
        assert word in chosen[0].of(TEXT)
