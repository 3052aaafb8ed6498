"""The whole first article, every mistake of the machine, and never a hand on the mouse."""

from person import Person

from rotstift.model.items import Markable, SourceKind, Status
from rotstift.ui.dialogs.note import NoteDialog
from rotstift.ui.dialogs.same import SameForAllDialog

KEIN, BOJEN, OFFEN = '"Kein Land', '"die alten Bojen', '"So offen'
BOOT, MEI, KARTEN = '"im selben Boot"', '"Mei Lindqvist', '"Seitdem'


def test_i_correct_an_article_with_the_keyboard_alone(person: Person) -> None:
    assert person.focused_text() == "Lindqvist", "the first doubtful place has the focus at once"
    correct_the_names(person)
    correct_the_first_quotes(person)
    correct_the_last_quotes(person)
    mark_what_the_machine_did_not_see(person)
    write_notes_and_flag(person)
    look_through_it_again(person)
    article = person.program.desk.core.article_id
    person.press("Ctrl+Return")
    assert person.title == "Wochenmarkt zieht um"
    assert person.program.desk.core.session.row(article).status is Status.CONFIRMED


def correct_the_names(person: Person) -> None:
    person.press("P")
    assert person.label("Lindqvist") == "PER made"
    person.press(",")
    person.dialog(SameForAllDialog)
    person.press("Return")
    assert person.label("Lindqvist", nth=1) == "PER made", "relabelled"
    assert person.label("Lindqvist", nth=4) == "PER made", "and marked where nothing was"
    person.back_in_the_window()
    assert person.view.hasFocus(), "a dialog leaves the focus on the page"
    cut_a_compound(person)

    person.tab_to("Präsident Ilja Morgenrot")
    person.press("Alt+Right")
    assert person.label("Ilja Morgenrot") == "PER made"

    person.tab_to("Herbst")
    person.press("X")
    assert person.entity("Herbst") is None
    assert person.focused_text().startswith(BOJEN), "settled: on to the next doubtful place"


def cut_a_compound(person: Person) -> None:
    person.tab_to("Hansebund-Erweiterung")
    person.press("T", "Alt+Left", "Alt+Left", "Shift+Right", "Escape")
    assert person.focused_text() == "Hansebund-Erweiterun", "by the character"
    person.press("Shift+Right")
    assert person.focused_text() == "Hansebund-Erweiterung", "by the word again"
    person.press("Alt+Left")
    assert person.label("Hansebund") == "ORG made", "one key cuts a compound at its hyphen"


def correct_the_first_quotes(person: Person) -> None:
    person.press("Shift+Tab")
    assert person.focused_text().startswith(KEIN)
    person.press("S", "Right", "Shift+Right", "Return")
    assert person.role(KEIN, "speaker") == "im Abkommen", "words beside the quote"
    person.press("C", "1")
    assert person.role(KEIN, "cue") == "steht"

    person.press("Shift+Tab")
    assert person.focused_text() == '"mäßig erfreut"', "marks that nobody has explained"
    person.press("N", "1")
    assert person.negatives() == [('"mäßig erfreut"', "scare")]
    assert person.focused_text().startswith(BOJEN), "on to the next doubtful place"

    person.press("B", "Right", "Right", "Shift+Right", "Shift+Right", "Return")
    whole = '"die alten Bojen stehen lassen" … "die Lotsen (...) bezahlen"'
    assert person.focused_text() == whole, "the marks around the words come along"
    person.take("A", "Hansebund")
    assert person.role(BOJEN, "addressee") == "Hansebund"


def correct_the_last_quotes(person: Person) -> None:
    person.tab_to(BOOT)
    person.press("D", "Shift+S", "G")
    assert person.quote(BOOT).fragment
    assert person.role(BOOT, "speaker") == "Morgenrot", "as the quote before"
    person.press("I", "R", "I")
    assert person.quote(BOOT).type == "indirect"

    person.press("Tab")
    assert person.focused_text().startswith(MEI)
    person.take("S", "Morgenrot")
    person.take("V", "Radio Nord")
    assert person.role(MEI, "speaker") == "Morgenrot"
    assert person.role(MEI, "via") == "Radio Nord"
    assert person.quote(MEI).via[0].kind is SourceKind.ORGANISATION

    person.tab_to('"Seitdem schreiben wir einander Karten."')
    person.press("Shift+S")
    assert person.role(KARTEN, "speaker") == "Morgenrot", "an orphan goes on with its speaker"

    person.press("Shift+Tab", "Shift+Right")
    assert person.label("Mei Lindqvist") == "PER made"
    assert person.entity("Lindqvist", nth=4) is None, "what the longer name covers is part of it"


def mark_what_the_machine_did_not_see(person: Person) -> None:
    person.press("Escape", "Escape")
    walk_to(person, "Inseln")
    person.press("L")
    assert person.label("Inseln") == "LOC made"
    person.press("X")
    assert person.entity("Inseln") is None

    person.press("Escape", "Escape")
    walk_to(person, "Mehr")
    person.press(*["Shift+Right"] * 6, "I", "Ctrl+Z")
    assert not [one for one in person.state.quotes if person.words(one.span).startswith("Mehr")]
    person.press("Ctrl+Shift+Z")
    assert (
        person.words(person.quote("Mehr").span)
        == "Mehr Mitglieder soll der Hansebund nicht bekommen"
    )
    person.take("S", "Morgenrot")
    assert person.role("Mehr", "speaker") == "Morgenrot"


def walk_to(person: Person, word: str) -> None:
    """Left or right, word by word."""
    here = person.program.desk.core.place.cursor
    key = "Right" if here is None or here < person.span(word) else "Left"
    for _ in range(150):
        if person.cursor_text() == word:
            return
        person.press(key)
    raise AssertionError(f"the cursor never came to {word!r}")


def write_notes_and_flag(person: Person) -> None:
    person.press("K")
    person.dialog(NoteDialog)
    person.write("Steht so im Radio?")
    person.press("Ctrl+Return")
    note = person.state.note_on(person.quote("Mehr").id)
    assert note is not None
    assert note.text == "Steht so im Radio?", "letters went into the note, not to the page"

    person.press("Escape", "K")
    person.dialog(NoteDialog)
    person.write("Ganzer Artikel")
    person.press("Ctrl+Return")
    on_article = person.state.note_on("")
    assert on_article is not None
    assert on_article.text == "Ganzer Artikel"

    person.press("F")
    assert person.state.status is Status.FLAGGED
    person.press("F")
    assert person.state.status is Status.IN_PROGRESS


def look_through_it_again(person: Person) -> None:
    """Up to the top and down again: nothing changes on the way, and undo knows every step."""
    before = person.state
    while person.focused_text() != "Morgenrot" or person.entity("Morgenrot") != focused(person):
        person.press("Up")
    seen = [focused(person)]
    for _ in range(len(before.markables) - 1):
        person.press("Down")
        seen.append(focused(person))
    assert seen == list(before.markables)
    assert person.state == before

    for _ in range(8):
        person.press("Ctrl+Z")
    assert person.state != before
    for _ in range(8):
        person.press("Ctrl+Shift+Z")
    assert person.state == before


def focused(person: Person) -> Markable | None:
    return person.program.desk.core.focused
