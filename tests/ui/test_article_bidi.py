"""Right-to-left and mixed text, emoji, combining marks: what is drawn is what is clicked and selected."""

from itertools import pairwise

import pytest
from article_scene import scheme
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rotstift.model.annotations import Annotations
from rotstift.model.article import Article
from rotstift.model.items import Entity, Origin, Quote, Standing
from rotstift.model.span import Span
from rotstift.model.words import character_around
from rotstift.ui.article import ArticleView
from rotstift.ui.article.focus import handles
from rotstift.ui.article.spans import pieces

HEBREW = "ראש הממשלה בנימין כהן אמר: „שלום לכולם“ בתל אביב"
ARABIC = "قال الرئيس أحمد منصور في القاهرة"
MIXED = "Der Sprecher sagte „שלום לכולם“ und نعم zu Olaf Müller."
TEXT = "\n".join((HEBREW, ARABIC, MIXED))
MADE = Origin("anna", Standing.MADE, None)


@pytest.fixture
def show(qtbot):
    """Shows a text with some items."""

    def shown(text: str, *items) -> ArticleView:
        view = ArticleView()
        qtbot.addWidget(view)
        view.resize(900, 700)
        view.show()
        state = Annotations.of(len(text), items)
        view.show_article(Article("a", text, ""), state, scheme())
        while view._idle.isActive():
            QApplication.processEvents()
        return view

    return shown


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def middle(view: ArticleView, one: Span) -> QPoint:
    return view.rect_of(one).center()


@pytest.mark.parametrize("words", ["הממשלה", "כהן", "שלום", "أحمد", "القاهرة", "נعم"[1:], "Müller"])
def test_a_double_click_selects_the_word_under_it(show, words) -> None:
    view = show(TEXT)
    wanted = span(words)
    found: list[Span] = []
    view.words_selected.connect(found.append)
    inside = Span(wanted.start + 1, wanted.start + 2)
    point, port = middle(view, inside), view.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=point)
    assert found[0].of(TEXT).strip("„“:.") == _word_of(words)


def _word_of(words: str) -> str:
    return next(
        word for word in TEXT.replace("“", " ").replace("„", " ").split() if words in word
    ).strip(".:")


@pytest.mark.parametrize("words", ["בנימין כהן", "الرئيس أحمد منصور", "שלום לכולם“ und نعم zu"])
def test_a_drag_selects_what_lies_between(show, words) -> None:
    view = show(TEXT)
    wanted = span(words)
    found: list[Span] = []
    view.words_selected.connect(found.append)
    start = middle(view, Span(wanted.start, wanted.start + 1))
    end = middle(view, Span(wanted.end - 1, wanted.end))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), (start + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert found[0] == wanted


def test_lines_of_a_right_to_left_paragraph_begin_at_the_right(show) -> None:
    view = show(TEXT)
    first, last = view.rect_of(span("ראש")), view.rect_of(span("אביב"))
    assert first.left() > last.right()
    edge = view.page.frame.text_left + view.page.frame.text_width
    assert abs(first.right() - edge) <= 2
    assert view.rect_of(span("Der")).left() == pytest.approx(view.page.frame.text_left, abs=2)


def test_the_start_handle_stands_at_the_right_of_a_right_to_left_item(show) -> None:
    name = Entity("e", span("בנימין כהן"), "PER", MADE)
    view = show(TEXT, name)
    view.set_focus_item("e")
    start, end = (
        next(h.place for h in handles(view.page, view.overlay) if h.edge == edge)
        for edge in ("start", "end")
    )
    box = view.page.boxes(name.span)[0]
    assert start.x() >= box.right()
    assert end.x() <= box.left()


@pytest.mark.parametrize("words", ["„שלום לכולם“ und", "Sprecher sagte „שלום"])
def test_handles_of_mixed_text_stand_where_it_begins_and_ends(show, words) -> None:
    item = Entity("e", span(words), "PER", MADE)
    view = show(TEXT, item)
    view.set_focus_item("e")
    for handle in handles(view.page, view.overlay):
        at = item.span.start if handle.edge == "start" else item.span.end - 1
        box = view.page.boxes(Span(at, at + 1))[0]
        assert min(abs(handle.place.x() - box.left()), abs(handle.place.x() - box.right())) <= 4


def test_a_handle_is_dragged_to_the_border_under_the_mouse(show) -> None:
    name = Entity("e", span("בנימין"), "PER", MADE)
    view = show(TEXT, name)
    view.set_focus_item("e")
    moved: list[tuple[str, str, int]] = []
    view.edge_dragged.connect(lambda *values: moved.append(values))
    start = next(h.place for h in handles(view.page, view.overlay) if h.edge == "end").toPoint()
    target = view.rect_of(span("כהן"))
    end = QPoint(target.left(), target.center().y())
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), (start + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert moved == [("e", "end", span("כהן").end)]


def test_labels_stand_over_the_right_end_of_a_right_to_left_item(show) -> None:
    name = Entity("e", span("בנימין כהן"), "PER", MADE)
    latin = Entity("f", span("Olaf Müller"), "PER", MADE)
    view = show(TEXT, name, latin)
    for item, side in ((name, "right"), (latin, "left")):
        box = view.page.boxes(item.span)[0]
        number = view.page.column.holding(item.span.start)
        place, pixmap = view.page.marks(number).labels[0]
        left = place.x() + view.page.frame.text_left
        right = left + pixmap.deviceIndependentSize().width()
        assert abs((right - box.right()) if side == "right" else (left - box.left())) <= 3


def test_accessible_rectangles_are_those_on_the_page(show) -> None:
    from PySide6.QtGui import QAccessible

    quote = Quote("q", (span("„שלום לכולם“"),), "direct", MADE)
    view = show(TEXT, quote)
    child = QAccessible.queryAccessibleInterface(view).child(0)
    rect = view.rect_of(quote.parts[0])
    assert child.rect().topLeft() == view.viewport().mapToGlobal(rect.topLeft())
    assert child.rect().size() == rect.size()


ATOMS = ("a", "Ä", "b ", "ש", "ל", "ם ", "س", "ل", "ا", "م ", "1", "23", " ", "„", "“", ".", "-", "(", ")",
         "e\u0301", "ש\u05b8", "س\u064e", "👍", "👩\u200d👧", "🇩🇪", "ffi", "漢")  # fmt: skip


@pytest.fixture(scope="module")
def setting():
    """The body's setting, without any widget."""
    from PySide6.QtWidgets import QApplication as App

    from rotstift.model.items import ZoneKind
    from rotstift.ui.article.styles import measures
    from rotstift.ui.fonts import load_fonts

    assert App.instance() is not None
    return measures(load_fonts(), 12.75, 96).settings[ZoneKind.BODY]


@given(text=st.lists(st.sampled_from(ATOMS), min_size=1, max_size=40).map("".join))
@example("سلام عليكم 12 ok")
@example("a" * 30 + " שלום עולם 42 (abc) סוף")
@settings(max_examples=150)
def test_the_middle_of_a_characters_box_is_that_character(qapp, setting, text) -> None:
    from rotstift.ui.article.layout import Paragraph
    from rotstift.ui.article.spans import character_at

    paragraph = Paragraph(0, text, setting, 0)
    paragraph.lay_out(300)
    for start, end in pairwise(_borders(text)):
        found = pieces(paragraph, start, end)
        if not found:
            continue  # a space at a line's end, or a letter drawn with the one before
        piece = found[0]
        x, y = (piece.left + piece.right) / 2, paragraph.baseline(piece.line) - 2
        at = character_at(paragraph, x, y)
        drawn = pieces(paragraph, *_bounds(text, at))
        assert any(one.line == piece.line and one.left <= x <= one.right for one in drawn)
        if not _joined_with(text, at, start):
            assert _bounds(text, at) == (start, end), (text, start, at)


def _borders(text: str) -> list[int]:
    return sorted({edge for position in range(len(text)) for edge in _bounds(text, position)})


def _bounds(text: str, position: int) -> tuple[int, int]:
    around = character_around(text, position)
    return around.start, around.end


def _joined_with(text: str, one: int, other: int) -> bool:
    """Lam and alef are one glyph, and stand for one another then."""
    low, high = sorted((one, other))
    return "ل" in text[low] and text[high] == "ا"


@given(text=st.lists(st.sampled_from(ATOMS), min_size=1, max_size=30).map("".join))
@settings(max_examples=60)
def test_a_border_lies_beside_the_point(qapp, setting, text) -> None:
    from rotstift.ui.article.layout import Paragraph
    from rotstift.ui.article.spans import edge_at

    paragraph = Paragraph(0, text, setting, 0)
    paragraph.lay_out(2000)
    y = paragraph.baseline(0) - 2.0
    for start, end in pairwise(_borders(text)):
        found = pieces(paragraph, start, end)
        if (
            len(found) == 1
            and found[0].right - found[0].left > 3
            and not set(text[start:end]) & set("لا")
        ):
            for x in (found[0].left + 0.5, found[0].right - 0.5):
                assert edge_at(paragraph, x, y) in (start, end)


def test_points_beside_all_text_are_nobodys(show) -> None:
    view = show(TEXT)
    rect = view.rect_of(span("ראש"))
    assert view.page.position_at(QPointF(view.page.frame.text_left + 2, rect.center().y())) is None
