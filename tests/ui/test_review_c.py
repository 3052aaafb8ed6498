"""What the window asks for often must not cost more where there is much: hints, rows, the search."""

import time

import pytest
from project_help import make_session

from rotstift.model.items import Entity, Origin, Standing
from rotstift.model.same import Correction, Deed
from rotstift.model.span import Span
from rotstift.session.desk.desk import Desk
from rotstift.ui import presenter
from rotstift.ui.panels.topbar import SearchField
from rotstift.ui.presenter import SHOWN_SAME, page_hints
from rotstift.ui.rows import Narrowed, Rows


@pytest.fixture
def desk(tmp_path):
    session = make_session(tmp_path / "p.rotstift", "Kiel " * 1_000, "Bonn\n")
    made = Desk(session)
    made.core.order = session.project.ids()
    made.core.open("a1")
    yield made
    session.close()


def kiel(number):
    return Span(5 * number, 5 * number + 4)


@pytest.mark.parametrize(
    ("here", "first", "last"), [(0, 1, 200), (500, 400, 600), (999, 799, 998), (30, 0, 200)]
)
def test_the_page_marks_the_nearest_of_very_many_same_mentions(desk, here, first, last):
    desk.go.select(kiel(here))
    desk.core.remember(Correction(Deed.LABEL, "Kiel", kiel(here), "LOC"))
    shown = page_hints(desk.core, ".")
    assert len(desk.core.further) == 999
    assert len(shown) == SHOWN_SAME
    assert (shown[0], shown[-1]) == ((".", kiel(first)), (".", kiel(last)))


def test_few_same_mentions_are_all_marked(desk):
    items = [Entity(str(n), kiel(n), "LOC", Origin("m", Standing.SUGGESTED)) for n in range(1_000)]
    desk.core.session.take_suggestions("a1", items[:150], "m")
    desk.go.focus("70")
    desk.core.remember(Correction(Deed.BORDER, "Kiel", kiel(70), offset=0, length=3))
    assert len(page_hints(desk.core, ".")) == len(desk.core.further) == 149
    desk.core.remember(None)
    assert presenter.page_hints(desk.core, ".") == []


def test_a_row_is_found_by_its_id(desk):
    rows = Rows(desk.core.session, Narrowed())
    assert [rows.index(one) for one in ("a2", "a1", "a2", "x", "x")] == [1, 0, 1, None, None]
    assert Rows(desk.core.session, Narrowed(words="bonn")).index("a1") is None


def test_a_search_waits_for_a_pause_of_a_fifth_of_a_second(qtbot):
    field = SearchField()
    qtbot.addWidget(field)
    said = []
    field.search.connect(lambda words: said.append((words, time.monotonic())))
    qtbot.keyClicks(field, "Kie")
    qtbot.keyClicks(field, "l")
    last = time.monotonic()
    qtbot.waitUntil(lambda: bool(said))
    ((words, moment),) = said
    assert words == "Kiel"
    assert moment - last > 0.18, "a pause between two letters of one word takes no search"
