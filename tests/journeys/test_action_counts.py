"""What each correction costs (a key, a chord, a click, a drag = 1, item focused), and that it is stored."""

from collections.abc import Callable

import pytest
from person import Person

from rotstift.model.items import Standing, Status
from rotstift.ui.dialogs.same import SameForAllDialog

Deed = Callable[[Person], None]


def test_accepting_what_is_right_costs_nothing_since_confirming_covers_it(person: Person) -> None:
    article = person.program.desk.core.article_id
    left = [one.id for one in person.state.markables]
    with person.counting() as cost:
        person.press("Ctrl+Return")
    stored = person.program.desk.core.session.project.state(article)
    assert cost == [1], "the one key confirms, accepts, and goes on"
    assert stored.status is Status.CONFIRMED
    assert {one.origin.standing for one in stored.markables} == {Standing.CHECKED}
    assert [one.id for one in stored.markables] == left
    assert person.title == "Wochenmarkt zieht um"


def test_signing_one_suggestion_costs_one(person: Person) -> None:
    person.tab_to("Herbst")
    with person.counting() as cost:
        person.press("Space")
    assert cost == [1]
    assert person.label("Herbst") == "LOC checked"


@pytest.mark.parametrize("key", ["X", "Del"])
def test_removing_costs_one(person: Person, key: str) -> None:
    person.tab_to("Herbst")
    with person.counting() as cost:
        person.press(key)
    assert cost == [1]
    assert person.label("Herbst") == ""


def test_relabelling_costs_one(person: Person) -> None:
    person.tab_to("Lindqvist")
    with person.counting() as cost:
        person.press("P")
    assert cost == [1]
    assert person.label("Lindqvist") == "PER made"


BORDERS = [
    ("Mei", "Shift+Right", "Mei Lindqvist"),
    ("Herbst", "Shift+Left", "am Herbst"),
    ("Präsident Ilja Morgenrot", "Alt+Right", "Ilja Morgenrot"),
    ("Präsident Ilja Morgenrot", "Alt+Left", "Präsident Ilja"),
    ('"die alten Bojen stehen lassen"', "Shift+Left", 'demnach "die alten Bojen stehen lassen"'),
    ('"Seitdem schreiben wir einander Karten."', "Alt+Left", '"Seitdem schreiben wir einander Karten.'),
]  # fmt: skip


@pytest.mark.parametrize(("words", "chord", "after"), BORDERS)
def test_moving_a_border_by_a_word_costs_one(
    person: Person, words: str, chord: str, after: str
) -> None:
    person.tab_to(words)
    with person.counting() as cost:
        person.press(chord)
    assert cost == [1]
    assert person.focused_text() == after, "the focus stays, so that keys can be combined"
    item = person.program.desk.core.focused
    assert item is not None
    assert person.state.get(item.id) == item
    assert item.origin.standing is Standing.MADE


def test_adding_an_entity_where_the_cursor_is_costs_one(person: Person) -> None:
    person.click("Häfen")
    with person.counting() as cost:
        person.press("L")
    assert cost == [1]
    assert person.label("Häfen") == "LOC made"


def test_adding_an_entity_anywhere_costs_two(person: Person) -> None:
    with person.counting() as one_word:
        person.double_click("Häfen")
        person.press("L")
    with person.counting() as two_words:
        person.drag_over("Inseln seien")
        person.press("M")
    assert (one_word, two_words) == ([2], [2])
    assert person.label("Häfen") == "LOC made"
    assert person.label("Inseln seien") == "MISC made"


def test_a_right_speaker_costs_nothing(person: Person) -> None:
    article = person.program.desk.core.article_id
    quote = person.quote('"So offen')
    with person.counting() as cost:
        person.press("Ctrl+Return")
    stored = person.program.desk.core.session.project.state(article).quote(quote.id)
    assert cost == [1], "only the confirming"
    assert stored is not None
    assert (stored.speaker, stored.cue) == (quote.speaker, quote.cue)
    assert stored.origin.standing is Standing.CHECKED


SPEAKERS: list[tuple[str, int, Deed]] = [
    ("Ctrl+click", 1, lambda person: person.ctrl_click("Morgenrot", nth=4)),
    ("Shift+S", 1, lambda person: person.press("Shift+S")),
    ("S and a digit", 2, lambda person: person.take("S", "Morgenrot")),
]


@pytest.mark.parametrize(("count", "deed"), [row[1:] for row in SPEAKERS], ids=[row[0] for row in SPEAKERS])  # fmt: skip
def test_another_speaker_costs_one_or_two(person: Person, count: int, deed: Deed) -> None:
    person.tab_to('"Mei Lindqvist saß in der Schule neben mir"')
    assert person.role('"Mei', "speaker") == "Radio Nord"
    with person.counting() as cost:
        deed(person)
    assert cost == [count]
    assert person.role('"Mei', "speaker") == "Morgenrot"
    assert person.focused_text().startswith('"Mei'), "the focus stays"


def test_the_same_for_all_costs_one_and_the_page_shows_before_where_it_will_be(
    person: Person,
) -> None:
    person.tab_to("Lindqvist")
    person.press("O")
    before = [row for row in person.entities() if row[0] == "Lindqvist"]
    further = person.program.desk.core.further
    assert [person.words(hit.span) for hit in further] == ["Lindqvist"] * 5, "marked or not"
    assert person.view.overlay.hints == [(".", hit.span) for hit in further], (
        "the preview on the page"
    )
    with person.counting() as cost:
        person.press(".")
    after = [row for row in person.entities() if row[0] == "Lindqvist"]
    assert cost == [1]
    assert len(before) == 5
    assert after == [("Lindqvist", "ORG", "made")] * 6
    person.press("Ctrl+Z")
    assert [row for row in person.entities() if row[0] == "Lindqvist"] == before, "one undo"


def test_the_same_identity_costs_two_and_for_all_one_more(person: Person) -> None:
    person.tab_to("Lindqvist")
    with person.counting() as cost:
        person.press("E", "1", ".")
    assert cost == [3]
    marked = [one for one in person.state.entities if person.words(one.span) == "Lindqvist"]
    assert len({one.identity for one in marked}) == 1
    assert marked[0].identity


def test_the_same_in_the_whole_project_costs_two(person: Person) -> None:
    person.tab_to("Lindqvist")
    person.press("O")
    with person.counting() as cost:
        person.press("Ctrl+.")
        person.dialog(SameForAllDialog)
        person.press("Return")
    assert cost == [2]
    assert person.label("Lindqvist", 2) == "ORG made"


def test_the_same_for_some_has_a_list_to_choose_from(person: Person) -> None:
    person.tab_to("Lindqvist")
    person.press("O", ",")
    preview = person.dialog(SameForAllDialog)
    assert len(preview.keys()) == 5
    person.press("Space", "Return")
    after = [row for row in person.entities() if row == ("Lindqvist", "ORG", "made")]
    assert len(after) == 5, "the first one of the list was left out"


def test_confirming_and_going_on_costs_one(person: Person) -> None:
    titles = []
    for _ in range(3):
        with person.counting() as cost:
            person.press("Ctrl+Return")
        assert cost == [1]
        titles.append(person.title)
    project = person.program.desk.core.session.project
    assert titles == ["Wochenmarkt zieht um", "Brücke gesperrt", "Brücke gesperrt"]
    assert project.count(Status.CONFIRMED) == 3
    assert person.message == "That was the last open article: all are done."
