"""The project's search: hits in their lines, one click or Enter away; facets; the list narrowed to them."""

import pytest
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from rotstift.ui.panels.search import SearchPanel

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def panel(person: Person) -> SearchPanel:
    found = person.window.findChild(SearchPanel)
    assert found is not None
    return found


def titles(person: Person) -> list[str]:
    return [row.found.title for row in panel(person).model.rows if row.number < 0]


def hits(person: Person) -> list[str]:
    rows = panel(person).model.rows
    return [row.found.lines[row.number][1] for row in rows if row.number >= 0]


def ask(person: Person, query: str) -> None:
    person.press("Ctrl+Shift+F")
    panel(person).field.selectAll()
    person.write(query)
    person.qtbot.waitUntil(lambda: panel(person).answered == query)


def list_titles(person: Person) -> list[str]:
    model = person.window.articles.model
    return [model.row_at(number).title for number in range(model.rowCount())]


def test_with_keys_i_go_to_a_hit(person: Person) -> None:
    ask(person, "brücke")
    assert titles(person) == ["Brücke gesperrt"]
    assert all(hit.casefold() == "brücke" for hit in hits(person))
    person.press("Return")
    assert person.title == "Brücke gesperrt"
    assert person.focused_text().casefold() == "brücke"
    assert person.window.focusWidget() is person.view


def test_the_list_of_hits_is_walked_with_arrows(person: Person) -> None:
    ask(person, "label:PER")
    person.press("Down")
    assert person.window.focusWidget() is panel(person).list
    person.press("Down", "Return")
    name = person.focused_text()
    assert name in hits(person)
    assert person.program.desk.core.focused is not None


def test_what_i_corrected_is_found_by_from_and_to(person: Person) -> None:
    one = next(item for item in person.state.entities if item.label != "LOC")
    person.program.desk.go.focus(one.id)
    before, words = one.label, person.words(one.span)
    person.press("L")
    ask(person, f"von:{before} zu:LOC")
    assert hits(person) == [words]
    ask(person, f"from:LOC to:{before}")
    assert hits(person) == []
    person.press("Escape", "Escape")
    assert not panel(person).isVisible()
    person.press("Ctrl+Z")
    ask(person, f"von:{before} zu:LOC")
    assert hits(person) == [], "what was undone does not count"


def test_a_query_that_cannot_be_meant_is_told(person: Person) -> None:
    ask(person, "colour:red")
    assert "colour" in panel(person).list._empty
    assert hits(person) == []


def test_facets_by_mouse_then_only_these_in_the_list(person: Person) -> None:
    person.press("Ctrl+Shift+F")
    button = panel(person).findChild(QToolButton, "facet-type")
    assert button is not None
    menu = button.menu()
    menu.aboutToShow.emit()
    entry = next(one for one in menu.actions() if "direct" in one.text())
    entry.trigger()
    assert panel(person).field.text().endswith(":direct")
    person.qtbot.waitUntil(lambda: bool(titles(person)))
    wanted = titles(person)
    box = panel(person)
    rect = box.list.visualRect(box.model.index(1, 0))
    QTest.mouseClick(box.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert person.title == wanted[0]
    box.narrowing.click()
    assert list_titles(person) == wanted
    person.window.articles._narrowed.click()
    assert len(list_titles(person)) == 3


def test_names_of_fields_are_completed(person: Person) -> None:
    person.press("Ctrl+Shift+F")
    offers = panel(person).field.offers
    assert any(one.startswith("label:") for one in offers("la"))
    assert "label:PER" in offers("label:p")
    assert "label:PER,LOC" in offers("label:PER,l")
    person.write("la")
    person.press("Tab")
    assert panel(person).field.text() == "label:"
    person.write("l")
    person.press("Down", "Return")
    assert panel(person).field.text() == "label:LOC "
    assert not panel(person).field.choice.isVisible()


def test_narrowing_before_the_search_is_through_goes_on_in_slices(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rotstift.ui.verbs import searching

    monkeypatch.setattr(searching, "FIRST", 0.0)
    monkeypatch.setattr(searching, "SLICE", 0.0)  # an article at a time, and none without idle time
    ask(person, "type:direct")
    box = panel(person)
    box.narrow.emit()
    assert person.program.work.binder.narrowed.among is None, "nobody waits for the rest"
    monkeypatch.setattr(searching, "SLICE", 0.004)
    person.qtbot.waitUntil(lambda: person.program.work.binder.narrowed.among is not None)
    person.qtbot.waitUntil(lambda: bool(titles(person)))
    assert list_titles(person) == titles(person)
