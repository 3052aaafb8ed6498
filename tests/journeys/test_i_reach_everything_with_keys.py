"""The parts of the window by F6 and Esc, arrows in text that reads from the right, colours for every eye."""

from pathlib import Path

import pytest
from articles import make_project
from person import Person, Start
from PySide6.QtWidgets import QApplication, QWidget

from rotstift.ui import palettes
from rotstift.ui.palettes import LABELS, Palette
from rotstift.ui.theme import current
from rotstift.ui.verbs.reaching import holds


def part_names(person: Person) -> dict[str, QWidget]:
    window = person.window
    names = ("top", "articles", "view", "selection", "entities", "history", "status")
    return {name: getattr(window, name) for name in names}


def where(person: Person) -> str:
    focus = QApplication.focusWidget()
    assert focus is not None
    found = [name for name, part in part_names(person).items() if holds(part, focus)]
    return found[0] if found else focus.objectName() or type(focus).__name__


def test_f6_goes_round_the_parts_of_the_window(person: Person) -> None:
    assert where(person) == "view"
    seen = ["view"]
    while len(seen) < 12:
        person.press("F6")
        if where(person) == "view":
            break
        seen.append(where(person))
    assert len(seen) == len(set(seen)), "each part once"
    assert set(part_names(person)) - {"status"} <= set(seen)
    assert seen.index("selection") < seen.index("entities") < seen.index("history")
    back = []
    for _ in seen:
        person.press("Shift+F6")
        back.append(where(person))
    assert back == [*seen[:0:-1], "view"]


def test_escape_brings_me_back_from_every_part(person: Person) -> None:
    person.press("F6")
    seen = set()
    while where(person) != "view":
        here = where(person)
        seen.add(here)
        person.press("Escape")
        assert where(person) == "view", here
        for _ in seen:
            person.press("F6")
        person.press("F6")
    assert len(seen) >= 5


def test_tab_leaves_no_part_as_a_trap(person: Person) -> None:
    """Outside the page, where Tab is the next doubtful place, Tab goes on and on to the page again."""
    person.press("F6")
    seen = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        if focus is person.view:
            break
        seen.append(focus)
        person.press("Tab")
    assert QApplication.focusWidget() is person.view
    assert len(seen) == len(set(seen))


def test_the_start_page_is_reached_too(start: Start) -> None:
    person = start()
    for _ in range(6):
        person.press("F6")
        if holds(person.window.welcome, QApplication.focusWidget()):
            break
    assert holds(person.window.welcome, QApplication.focusWidget())


HEBREW = "ראש הממשלה בנימין כהן דיבר בתל אביב\n\nBerlin ist weit.\n"


@pytest.fixture
def reader(start: Start, tmp_path: Path) -> Person:
    """In front of an article whose first line reads from the right."""
    person = start(make_project(tmp_path / "Rechts.rotstift", [HEBREW], []))
    person.press("Escape", "Escape")
    person.click("הממשלה")
    return person


def test_arrows_go_where_they_point_in_text_from_the_right(reader: Person) -> None:
    assert reader.cursor_text() == "הממשלה"
    left = reader.view.rect_of(reader.program.desk.core.place.cursor).left()
    reader.press("Left")
    assert reader.cursor_text() == "בנימין"
    assert reader.view.rect_of(reader.program.desk.core.place.cursor).right() <= left
    reader.press("Right", "Right")
    assert reader.cursor_text() == "ראש"


def test_edge_keys_move_the_edge_that_they_point_at(reader: Person) -> None:
    reader.press("Left", "P")
    assert reader.label("בנימין") == "PER made"
    reader.press("Shift+Left")
    assert reader.label("בנימין כהן") == "PER made"
    reader.press("Shift+Right")
    assert reader.label("הממשלה בנימין כהן") == "PER made"
    reader.press("Alt+Left")
    assert reader.label("בנימין כהן") == "PER made", "the right edge came to the left"
    reader.press("Alt+Right")
    assert reader.label("בנימין") == "PER made", "the left edge came to the right"


def test_one_key_changes_all_colours(person: Person) -> None:
    label = person.program.desk.core.session.scheme.labels[0]
    own = current().colour(label)
    before = person.window.grab().toImage()
    person.press("Ctrl+Shift+V")
    assert current().colour(label) == getattr(LABELS[0], current().name)
    assert person.view.page.paints.colour(label) == current().colour(label)
    assert person.window.grab().toImage() != before
    assert person.program.settings["palette"] == Palette.SAFE
    person.press("Ctrl+Shift+V")
    assert current().colour(label) == own
    palettes.choose(Palette.SCHEME)
