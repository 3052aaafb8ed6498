"""Letters go where the focus is: in a text field they are letters."""

from person import Person

LETTERS = "polmdirscavnxbtfkgj. "


def titles(person: Person) -> list[str]:
    model = person.window.articles.model
    return [model.row_at(number).title for number in range(model.rowCount())]


def test_letters_in_the_search_field_are_letters(person: Person) -> None:
    before, log = person.state, person.program.desk.core.session.undo_entry
    person.press("Ctrl+L")
    person.write(LETTERS)
    assert person.window.top.field.text() == LETTERS
    person.press("Backspace", "Left", "Shift+Right", "Del", "Escape")
    assert person.state == before
    assert person.program.desk.core.session.undo_entry is log
    person.press("Escape")
    assert person.view.hasFocus()
    person.press("P")
    assert person.label("Lindqvist") == "PER made", "and on the page they are keys again"


def test_the_list_follows_what_i_type_and_escape_brings_it_back(person: Person) -> None:
    person.press("Ctrl+L")
    person.write("brücke")
    person.qtbot.waitUntil(lambda: titles(person) == ["Brücke gesperrt"])
    assert person.title.startswith("Morgenrot"), "typing opens nothing"
    person.press("Escape")
    assert len(titles(person)) == 3
    assert person.window.top.field.text() == ""
    person.press("Escape")
    assert person.view.hasFocus()
    assert person.focused_text() == "Lindqvist", "the person is where they were"


def test_enter_opens_the_first_that_was_found(person: Person) -> None:
    person.press("Ctrl+L")
    person.write("wochen")
    person.press("Return")
    assert person.title == "Wochenmarkt zieht um"
    assert person.view.hasFocus()


def test_undo_in_the_search_field_undoes_typing_only(person: Person) -> None:
    person.press("P", "Ctrl+L")
    person.write("abc")
    person.press("Ctrl+Z")
    assert person.window.top.field.text() != "abc"
    assert person.label("Lindqvist") == "PER made"


def test_the_keys_reach_the_list_and_come_back(person: Person) -> None:
    person.press("Ctrl+L")
    for _ in range(30):
        if person.window.articles.list.hasFocus():
            break
        person.press("Tab")
    assert person.window.articles.list.hasFocus()
    person.press("Down", "Return")
    assert person.title == "Wochenmarkt zieht um"
    assert person.view.hasFocus()
