"""I look first at what is most likely wrong: in the article, in the list, and a few things by lot."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from articles import BRIDGE, MARKET, make_project
from person import Person, Start

from rotstift.model.sampling import drawn
from rotstift.store.search import Order
from rotstift.ui.panels.views import EntityView


@pytest.fixture
def doubting(start: Start, home: Path, harbour: Path) -> Person:
    """Somebody who has changed no setting, but for the lot, which would choose others in each run."""
    settings = home / "config/settings.json"
    settings.write_text(json.dumps({"sample_share": 0}))
    return start(harbour)


def scores(person: Person) -> list[float]:
    return [doubt.score for doubt in person.program.desk.core.tour]


def stood_on(person: Person, presses: int) -> list[float]:
    """How doubtful the places are that Tab stops at, this one first."""
    found = []
    for _ in range(presses):
        here = person.program.desk.core.doubt_here()
        assert here is not None
        found.append(here.score)
        person.press("Tab")
    return found


def test_tab_goes_to_the_most_doubtful_first(doubting: Person) -> None:
    every = scores(doubting)
    assert len(every) > 5
    assert stood_on(doubting, len(every)) == sorted(every, reverse=True)
    assert stood_on(doubting, 1) == every[:1], "round the end"


def test_what_i_settle_leaves_the_order_and_the_next_in_it_comes(doubting: Person) -> None:
    first, second = doubting.program.desk.core.tour[:2]
    doubting.press("X")
    here = doubting.program.desk.core.doubt_here()
    assert here is not None
    assert (here.item, here.span) == (second.item, second.span)
    assert first.item not in {doubt.item for doubt in doubting.program.desk.core.tour}
    doubting.press("Ctrl+Z")
    assert doubting.program.desk.core.place.focus == first.item


def test_one_key_makes_tab_go_down_the_page(doubting: Person) -> None:
    doubting.press("Ctrl+J")
    assert doubting.program.settings["tab_order"] == "place"
    places = [doubt.place for doubt in doubting.program.desk.core.tour]
    assert places == sorted(places)
    doubting.press("Ctrl+J")
    assert scores(doubting) == sorted(scores(doubting), reverse=True)


def test_the_panel_says_how_doubtful_and_why(doubting: Person) -> None:
    doubting.tab_to("Herbst")
    doubting.qtbot.waitUntil(lambda: isinstance(doubting.window.selection._view, EntityView))
    view = doubting.window.selection._view
    assert isinstance(view, EntityView)
    assert view.doubt == pytest.approx(0.637, abs=0.01)
    assert view.doubts == ("The pipeline is not sure",)
    assert view.by_lot == ""


def test_the_most_doubtful_article_comes_first_when_i_want_it(start: Start, tmp_path: Path) -> None:
    """Marks that nobody has decided on in the second one; "next article" follows the list."""
    person = start(make_project(tmp_path / "Hafen.rotstift", [BRIDGE, MARKET]))
    rows = person.window.articles.model
    assert [rows.row_at(number).doubt for number in (0, 1)] == [0, 0.5]
    person.press("Ctrl+Shift+J")
    assert person.window.articles.heading.left.text() == "ARTICLES BY DOUBT"
    assert [rows.row_at(number).doubt for number in (0, 1)] == [0.5, 0]
    assert person.title == "Brücke gesperrt", "what is open stays open"
    person.press("Ctrl+PgUp")
    assert person.title == "Wochenmarkt zieht um"
    person.press("Ctrl+Return")
    assert person.title == "Brücke gesperrt"
    person.press("Ctrl+Shift+J")
    assert person.window.articles.heading.left.text() == "ARTICLES"


def test_what_the_lot_has_chosen_is_among_the_stops_and_says_so(
    start: Start, home: Path, harbour: Path
) -> None:
    (home / "config/settings.json").write_text(json.dumps({"sample_share": 20}))
    person = start(harbour)
    core = person.program.desk.core
    chosen = [one.id for one in core.state.markables if drawn(one.id, 20)]
    stops = {doubt.item for doubt in core.doubts}
    assert stops.issuperset(chosen)
    for item in chosen[:1]:
        person.program.desk.go.focus(item)
        person.qtbot.waitUntil(lambda: "drawn at random" in person.window.selection._view.by_lot)


def test_the_menus_order_by_doubt_is_the_same_order(start: Start, tmp_path: Path) -> None:
    """So that the log knows, too, that the articles worked on do not stand for all."""
    person = start(make_project(tmp_path / "Hafen.rotstift", [BRIDGE, MARKET]))
    binder, rows = person.program.work.binder, person.window.articles.model
    binder.narrowed = replace(binder.narrowed, order=Order.DOUBT, down=True)
    binder.fill_list()
    assert [rows.row_at(number).doubt for number in (0, 1)] == [0.5, 0]
    assert person.window.articles.heading.left.text() == "ARTICLES BY DOUBT"
    assert person.program.desk.core.session.by_doubt
    binder.narrowed = replace(binder.narrowed, order=Order.TITLE, down=False)
    binder.fill_list()
    assert person.window.articles.heading.left.text() == "ARTICLES"
    assert not person.program.desk.core.session.by_doubt
