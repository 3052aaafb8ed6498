"""The lists beside the page: lazy rows, choosing, accessible words."""

import time
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from rotstift.model.items import Status
from rotstift.model.scheme import Label
from rotstift.ui.panels.articles import (
    FILTERS,
    ArticleModel,
    ArticleRow,
    ArticlesPanel,
    meta_words,
)
from rotstift.ui.panels.entities import EntitiesPanel, EntityGroup
from rotstift.ui.panels.history import HistoryPanel, HistoryRow
from rotstift.ui.panels.lists import ROW

PER = Label("PER", {"en": "Person"}, "P")


class Rows:
    """Counts what is fetched."""

    def __init__(self, count):
        self.count = count
        self.asked = Counter()
        self.status = Status.NEW

    def row(self, number):
        self.asked[number] += 1
        return ArticleRow(f"a{number}", f"Title {number}", self.status, "1 May", 3, 2)

    def index(self, article_id):
        number = int(article_id[1:])
        return number if number < self.count else None


@pytest.fixture
def panel(qtbot):
    result = ArticlesPanel()
    qtbot.addWidget(result)
    result.resize(268, 700)
    result.show()
    return result


def test_a_hundred_thousand_articles_fetch_only_what_is_shown(panel, qtbot):
    rows = Rows(100_000)
    started = time.perf_counter()
    panel.set_rows(rows)
    panel.list.grab()
    assert time.perf_counter() - started < 0.25
    assert 0 < len(rows.asked) < 60
    panel.select("a99999")
    panel.list.grab()
    assert len(rows.asked) < 120
    assert panel.list.viewport().rect().contains(panel.list.visualRect(panel.list.currentIndex()))


def test_select_keeps_the_row_visible_and_says_nothing(panel):
    panel.set_rows(Rows(500))
    said = []
    panel.article_chosen.connect(said.append)
    panel.select("a400")
    box = panel.list.visualRect(panel.list.currentIndex())
    assert panel.list.viewport().rect().contains(box)
    assert said == []


def test_click_and_enter_choose(panel, qtbot):
    panel.set_rows(Rows(5))
    with qtbot.waitSignal(panel.article_chosen) as caught:
        place = panel.list.visualRect(panel.model.index(2, 0)).center()
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == ["a2"]
    with qtbot.waitSignal(panel.article_chosen) as caught:
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert caught.args == ["a3"]


def test_new_rows_keep_the_chosen_article(panel):
    panel.set_rows(Rows(50))
    panel.select("a30")
    panel.set_rows(Rows(40))
    assert panel.model.row_at(panel.list.currentIndex().row()).id == "a30"
    panel.set_rows(Rows(10))
    assert not panel.list.selectionModel().hasSelection()


def test_other_rows_do_not_ask_every_row_whether_it_can_be_current(panel, monkeypatch):
    panel.set_rows(Rows(5_000))
    panel.select("a40")
    asked = Counter()
    flags = ArticleModel.flags
    monkeypatch.setattr(
        ArticleModel, "flags", lambda model, index: asked.update("x") or flags(model, index)
    )
    panel.set_rows(Rows(4_000))
    panel.list.grab()
    assert asked["x"] < 200
    assert panel.model.row_at(panel.list.currentIndex().row()).id == "a40"


def test_refresh_fetches_that_row_again(panel):
    rows = Rows(5)
    panel.set_rows(rows)
    assert panel.model.index(1, 0).data(ROW).status is Status.NEW
    rows.status = Status.CONFIRMED
    panel.refresh_row("a1")
    assert panel.model.index(1, 0).data(ROW).status is Status.CONFIRMED
    panel.refresh_row("a77")


def test_filter_says_its_name(panel, qtbot):
    said = []
    panel.filter_changed.connect(said.append)
    for button in panel.findChildren(QAbstractButton):
        if button.isCheckable():
            button.click()
    assert said == list(FILTERS)


def test_meta_line_tells_state_and_figures():
    assert meta_words(ArticleRow("a", "t", Status.CONFIRMED, "1 May", 0, 4)) == (
        "1 May · confirmed · 4 checked"
    )
    assert "wrong" not in meta_words(ArticleRow("a", "t", Status.NEW, "1 May", 3, 0, 0.41))
    doubtful = meta_words(ArticleRow("a", "t", Status.IN_PROGRESS, "1 May", 9, 0, 2.4))
    assert doubtful.startswith("1 May · 9 ")
    assert doubtful.endswith(" · 2 probably wrong")
    assert "wrong" not in meta_words(ArticleRow("a", "t", Status.CONFIRMED, "", 0, 9, 2.4))
    by_lot = ArticleRow("a", "t", Status.NEW, "1 May", 9, 0, 2.4, by_lot=True)
    assert meta_words(by_lot).startswith("sample · 9 ")
    assert meta_words(by_lot, date=False) == "sample · 2 probably wrong"


def test_screen_reader_hears_title_and_state(panel):
    panel.set_rows(Rows(3))
    words = panel.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("Title 0, new")


def test_entities_ask_for_the_next_mention(qtbot):
    panel = EntitiesPanel()
    qtbot.addWidget(panel)
    panel.resize(260, 300)
    panel.show()
    panel.set_groups([EntityGroup(f"k{n}", f"Name {n}", PER, 9 - n, n) for n in range(4)])
    place = panel.list.visualRect(panel.model.index(1, 0)).center()
    with qtbot.waitSignal(panel.mention_requested) as caught:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == ["k1"]
    panel.set_groups([EntityGroup("new", "New", PER, 1), *panel.model.rows])
    assert panel.list.currentIndex().row() == 2
    assert panel.heading.right.text() == "5"


def test_history_goes_back_to_a_row(qtbot):
    panel = HistoryPanel()
    qtbot.addWidget(panel)
    panel.resize(260, 200)
    panel.show()
    assert not panel.undo.isEnabled()
    rows = (HistoryRow(7, "b", undone=True), HistoryRow(5, "a", "×2"))
    panel.set_rows(rows, can_undo=True, can_redo=True)
    place = panel.list.visualRect(panel.model.index(1, 0)).center()
    with qtbot.waitSignal(panel.undo_to) as caught:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [5]
    with qtbot.waitSignals([panel.undo_requested, panel.redo_requested]):
        panel.undo.click()
        panel.redo.click()
    assert "undone" in panel.model.index(0, 0).data()
