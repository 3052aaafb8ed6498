"""The article that the project was asked for, where it is at hand: corrected by keys, exported, read by spaCy."""

import re
from pathlib import Path

from articles import make_project
from in_spacy import in_spacy, marked
from person import Person, Start

from rotstift.ui.dialogs.export import ExportDialog, ExportReportDialog

NATO = re.compile(r"\bNato(?=-)")
KEYS_AT_MOST = 60
"""A guard against a queue that never ends, not a promise."""


def test_i_correct_the_seed_article(start: Start, shared: Path, tmp_path: Path) -> None:
    (file,) = (shared / "seed").glob("*.txt")
    person = start(make_project(tmp_path / "Saat.rotstift", []))
    person.drop(file)
    person.qtbot.waitUntil(person.view.isVisible)
    person.qtbot.waitUntil(lambda: bool(person.entities()), timeout=30_000)
    text = file.read_text(encoding="utf-8")
    assert person.text == text, "every no-break space is still there"

    mark_the_heads_of_compounds(person)
    accept_what_is_doubtful(person)
    corrected = marked(person.state)
    person.press("Ctrl+Return", "Ctrl+E")
    person.dialog(ExportDialog)
    person.press("Return")
    report = person.dialog(ExportReportDialog)
    assert all(asked == written for _, asked, written, *_ in report.kinds.model().rows)
    doc = in_spacy(tmp_path / "Saat-export-spacy" / "train.spacy")[text]
    assert {name: doc[name] for name in corrected} == corrected


def mark_the_heads_of_compounds(person: Person) -> None:
    """One by hand, the others by the full stop."""
    places = [match.start() for match in NATO.finditer(person.text)]
    assert len(places) > 1
    person.press("Escape", "Escape")
    walk_to(person, places[0])
    person.press("Alt+Left", "O", ".")
    made = {one.span.start for one in person.state.entities if person.words(one.span) == "Nato"}
    assert set(places) <= made


def walk_to(person: Person, position: int) -> None:
    """Left or right, word by word."""
    for _ in range(500):
        cursor = person.program.desk.core.place.cursor
        assert cursor is not None
        if cursor.start == position:
            return
        person.press("Right" if cursor.start < position else "Left")
    raise AssertionError("the cursor never came there")


def accept_what_is_doubtful(person: Person) -> None:
    before = person.actions
    person.press("Tab")
    while person.program.desk.core.doubts:
        person.press("Space")
        assert person.actions < before + KEYS_AT_MOST
