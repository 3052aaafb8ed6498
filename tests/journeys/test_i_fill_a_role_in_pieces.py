"""A cue in two pieces ("teilte … mit"), by keys and with the mouse."""

from person import Person, Start

from rotstift.model.items import role_spans


def bridge(start: Start, harbour) -> Person:
    person = start(harbour)
    person.press("Ctrl+PgDown", "Ctrl+PgDown")
    assert person.title == "Brücke gesperrt"
    person.double_click("Brücke", 1)
    person.drag_over("Die Brücke in Kaltenhafen bleibt bis Freitag zu")
    person.press("I")
    return person


def cue(person: Person) -> list[str]:
    (quote,) = person.state.quotes
    return [person.words(span) for span in role_spans(quote, "cue")]


def test_one_more_piece_by_keys(start: Start, harbour) -> None:
    person = bridge(start, harbour)
    with person.counting() as cost:
        person.press("C")
        person.click("mit")
        person.press("+")
        person.click("teilte")
    assert cost == [4]
    assert cue(person) == ["teilte", "mit"], "in the order of the text"
    person.press("+", "Escape")
    assert cue(person) == ["teilte", "mit"]
    person.press("Ctrl+Z")
    assert cue(person) == ["mit"]


def test_in_the_mode_plus_says_that_the_next_words_come_in_addition(start: Start, harbour) -> None:
    person = bridge(start, harbour)
    person.press("C")
    person.click("teilte")
    person.press("C", "+")
    person.drag_over("mit")
    assert cue(person) == ["teilte", "mit"]
    person.press("C")
    person.click("mit")
    assert cue(person) == ["mit"], "without the plus it takes the place of what was there"


def test_it_goes_on_with_the_same_quote_only(start: Start, harbour) -> None:
    person = bridge(start, harbour)
    person.press("+")
    assert person.message == "Fill a role of the quote first; then add a piece to it."
