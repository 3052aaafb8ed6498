"""The table of counts: what each correction costs, and that it is stored."""

from person import Person


def test_adding_an_entity(person: Person) -> None:
    print(person.focused_text(), person.entities())
    for _ in range(20):
        person.press("Tab")
        print(repr(person.focused_text()), person.cursor_text(), person.message)
