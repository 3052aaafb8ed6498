"""Who is who, who says how much, and the same in the whole project; by keys and mouse, with one undo."""

from pathlib import Path

import pytest
from articles import BRIDGE, HARBOUR, MARKET, careless, make_project
from person import Person, Start

from rotstift.model.items import Status
from rotstift.ui.dialogs.identity import IdentityDialog
from rotstift.ui.dialogs.same import SameForAllDialog
from rotstift.ui.dialogs.voices import VoicesSheet

LATER = "Lindqvist kehrt heim\n\nMei Lindqvist fuhr. Lindqvists Boot liegt im Hafen.\n"


@pytest.fixture
def four(tmp_path: Path, start: Start) -> Person:
    """The article with the careless marks, two short ones, and one more with the same name."""
    return start(
        make_project(tmp_path / "Vier.rotstift", [HARBOUR, MARKET, BRIDGE, LATER], careless())
    )


def identity(person: Person, words: str, nth: int = 0) -> str:
    found = person.entity(words, nth)
    return found.identity or "" if found else "no entity"


def test_a_digit_says_who_a_name_is(person: Person) -> None:
    person.go_down_to("Morgenrot")
    focus = person.program.desk.core.place.focus
    assert focus
    with person.counting() as cost:
        person.press("E", "1")
    assert cost == [2]
    assert person.program.desk.core.state.get(focus).identity == "Lindqvist"
    assert person.program.desk.core.place.focus == focus, "the focus stays"
    person.press("Ctrl+Z")
    assert person.program.desk.core.state.get(focus).identity is None


def test_the_dot_says_it_of_all_mentions(person: Person) -> None:
    person.tab_to("Lindqvist")
    person.press("E")
    person.click("Kaltenhafen")
    assert identity(person, "Lindqvist") == "Kaltenhafen"
    further = [person.words(hit.span) for hit in person.program.desk.core.further]
    assert further
    assert set(further) == {"Lindqvist"}
    with person.counting() as cost:
        person.press(".")
    assert cost == [1]
    lindqvists = [one for one in person.state.entities if person.words(one.span) == "Lindqvist"]
    assert {one.identity for one in lindqvists} == {"Kaltenhafen"}
    person.press("E", "0")
    assert "" in {one.identity or "" for one in person.state.entities}


def test_a_speaker_without_a_name_in_it_has_an_identity_too(person: Person) -> None:
    person.go_down_to('"So offen haben wir selten geredet"')
    person.press("S")
    person.drag_over("Die Inseln")
    person.press("E")
    person.click("Kaltenhafen")
    (mention,) = person.quote('"So offen').speaker
    assert mention.identity == "Kaltenhafen"
    person.press("Escape")
    assert person.program.desk.core.place.mode.value == "normal"


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_name_typed_by_hand_and_its_wikidata_id(person: Person) -> None:
    person.tab_to("Lindqvist")
    person.press("Shift+E")
    dialog = person.dialog(IdentityDialog)
    dialog.name.clear()
    dialog.number.setFocus()
    person.write("Q4x")
    assert "no Wikidata id" in dialog.problem.text()
    assert not dialog.save.isEnabled()
    dialog.number.clear()
    dialog.name.setFocus()
    person.write("Mei Lindqvist")
    dialog.name.completer().popup().hide()
    dialog.number.setText("https://www.wikidata.org/wiki/Q42")  # pasted
    person.push("Save", dialog)
    assert identity(person, "Lindqvist") == "Mei Lindqvist"
    panel = person.window.entities.model
    person.qtbot.waitUntil(lambda: any(row.wikidata == "Q42" for row in panel.rows))
    person.press("Ctrl+Z")
    person.qtbot.waitUntil(lambda: not any(row.wikidata for row in panel.rows))


def test_the_same_in_the_whole_project_with_one_undo(four: Person) -> None:
    person, session = four, four.program.desk.core.session
    person.tab_to("Lindqvist")
    person.press("P")
    with person.counting() as cost:
        person.press("Ctrl+.")
        dialog = person.dialog(SameForAllDialog)
        rows = dialog.model.rows
        elsewhere = [row for row in rows if row.where.startswith("Lindqvist kehrt heim")]
        assert [row.text for row in elsewhere] == ["Lindqvist", "Lindqvist", "Lindqvists"]
        assert elsewhere[1].before == "Mei ", "in its sentence"
        person.press("Return")
    assert cost == [2]
    last = session.project.ids()[-1]
    labels = [(one.label, one.origin.standing.value) for one in session.look(last).state.entities]
    assert labels == [("PER", "made")] * 3
    assert person.label("Lindqvist", 1) == "PER made"
    assert "takes it back" in person.message
    person.press("Ctrl+Z")
    assert session.look(last).state.entities == ()


def test_switches_and_confirmed_articles_in_the_preview(four: Person) -> None:
    person, session = four, four.program.desk.core.session
    last = session.project.ids()[-1]
    from rotstift.model import verbs

    session.do(last, verbs.set_status(LATER, session.look(last).state, Status.CONFIRMED))
    person.tab_to("Lindqvist")
    person.press("P", "Ctrl+.")
    dialog = person.dialog(SameForAllDialog)
    chosen = dict(zip((row.where for row in dialog.model.rows), dialog.model.wanted, strict=True))
    assert chosen["Lindqvist kehrt heim · confirmed"] is False
    before = len(dialog.model.rows)
    dialog.switches["genitive"].click()
    assert len(dialog.model.rows) == before - 1
    dialog.list.setCurrentIndex(dialog.model.index(before - 2, 0))
    person.press("A")
    assert sum(dialog.model.wanted) == before - 1, "A chooses all of the article"
    person.press("A", "Space", "Escape")
    assert person.program.settings["same_genitive"] is False
    person.press(",")
    assert person.dialog(SameForAllDialog).switches["genitive"].isChecked() is False


def test_who_says_how_much_with_every_quote_one_click_away(four: Person) -> None:
    person = four
    person.press("Ctrl+Shift+W")
    sheet = person.dialog(VoicesSheet)
    names = {row.name for row in sheet.voices.rows}
    assert "Ilja Morgenrot" in names
    assert sum(row.count for row in sheet.voices.rows) >= len(person.state.quotes)
    person.press("Down")
    chosen = sheet.voices.rows[sheet.list.currentIndex().row()]
    assert sheet.quotes.rowCount() == chosen.count
    sheet.said.setFocus()
    sheet.said.setCurrentIndex(sheet.quotes.index(0, 0))
    person.press("Return")
    assert person.program.desk.core.place.focus == sheet.quotes.rows[0].id
    person.push("whole project", sheet)
    person.qtbot.waitUntil(
        lambda: sheet.everywhere.isChecked() and not person.program.work.jobs.busy
    )
    assert sheet.total.text().startswith(str(len(sheet.voices.rows)))
    sheet.close()
