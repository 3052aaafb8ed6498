"""A narrow window: the page keeps its room, the panels come when they are asked for."""

from person import Person


def shown(person: Person) -> tuple[bool, bool]:
    return person.window.articles.isVisible(), person.window.right.isVisible()


def narrow(person: Person, width: int, height: int = 700) -> None:
    person.window.setMinimumSize(400, 300)
    person.window.resize(width, height)
    person.qtbot.waitUntil(lambda: person.window.width() == width)


def test_panels_fold_and_come_back_with_the_room(person: Person) -> None:
    assert shown(person) == (True, True)
    narrow(person, 900)
    assert shown(person) == (False, True)
    narrow(person, 700)
    assert shown(person) == (False, False)
    person.qtbot.waitUntil(lambda: person.view.width() >= 650)
    narrow(person, 1400)
    assert shown(person) == (True, True), "nothing was set"
    assert person.program.settings["left_panel"]


def test_a_panel_that_i_ask_for_comes_even_where_it_is_narrow(person: Person) -> None:
    narrow(person, 800)
    assert shown(person) == (False, True)
    person.press("F8")
    assert shown(person) == (True, False), "the other one gives way"
    person.press("F9")
    assert shown(person) == (False, True)
    person.press("F9")
    assert shown(person) == (False, False)
    narrow(person, 1400)
    assert shown(person) == (True, False), "folded by hand"


def test_a_low_window_leaves_the_room_to_the_selection(person: Person) -> None:
    narrow(person, 1400, 500)
    assert not person.window.history.isVisible()
    narrow(person, 1400, 800)
    assert person.window.history.isVisible()
