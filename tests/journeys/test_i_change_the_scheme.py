"""Labels are renamed, merged, added and removed in the window, and undone by one key, also after a restart."""

from dataclasses import replace
from pathlib import Path

import pytest
from articles import make_project
from person import Person, Start
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from rotstift.model import verbs
from rotstift.model.scheme import parse_scheme
from rotstift.model.scheme_edit import Change, Draft, Group
from rotstift.model.scheme_toml import scheme_toml
from rotstift.model.span import Span
from rotstift.session.rescheming import apply_draft
from rotstift.session.session import Session
from rotstift.ui.dialogs.scheme import SchemeDialog
from rotstift.ui.dialogs.waiting import WaitingSheet
from rotstift.ui.verbs.scheming import Scheming


def opened(person: Person) -> SchemeDialog:
    person.press("Ctrl+Shift+S")
    dialog: SchemeDialog = person.dialog(SchemeDialog)
    person.qtbot.waitUntil(lambda: dialog._used is not None)
    return dialog


def fill(person: Person, field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    person.press("Tab")


def apply(person: Person, dialog: SchemeDialog) -> None:
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    person.push("Apply", dialog)
    assert dialog.problem.text() == ""
    person.qtbot.waitUntil(lambda: bool(gone))
    person.back_in_the_window()


def choose(menu: QMenu, beginning: str) -> None:
    """An entry of a button's menu; popping it up needs a display."""
    next(one for one in menu.actions() if one.text().startswith(beginning)).trigger()
    QApplication.processEvents()


def test_a_label_is_renamed_with_the_keyboard_and_comes_back_with_one_undo(
    start: Start, harbour: Path
) -> None:
    person = start(harbour)
    before, scheme = person.state, person.program.work.session.scheme
    dialog = opened(person)
    assert dialog.effects.text() == "Nothing is changed yet."
    person.press("Down")
    assert dialog.chosen() == (Group.LABEL, "ORG")
    fill(person, dialog.form.name, "FIRM")
    fill(person, dialog.form.words["en"], "Firm")
    fill(person, dialog.form.key, "y")
    assert dialog.effects.text().startswith(
        "ORG → FIRM: 5 mentions in 1 article, none of them confirmed"
    )
    assert person.state == before, "nothing happens before it is applied"
    apply(person, dialog)
    assert person.message == "The scheme is changed; undo takes it back."
    assert {label for _, label, _ in person.entities()} == {"PER", "FIRM", "LOC"}
    assert "type.direct" in person.program.keys.rows
    assert "label.ORG" not in person.program.keys.rows
    person.click("Herbst")
    person.press("Y")
    assert person.label("Herbst") == "FIRM made", "the new key works at once"
    person.press("O")
    assert person.label("Herbst") == "FIRM made", "the old one no more"
    person.press("Ctrl+Z", "Ctrl+Q")

    person = start(harbour)
    assert "label.FIRM" in person.program.keys.rows
    person.press("Ctrl+Z")
    assert person.message == "The scheme is as it was before the change."
    assert person.state == before
    assert person.program.work.session.scheme == scheme
    person.click("Herbst")
    person.press("O")
    assert person.label("Herbst") == "ORG made"
    person.press("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Z", "Ctrl+Z")
    assert person.state == before


def test_merging_removing_and_adding_with_the_mouse(person: Person) -> None:
    dialog = opened(person)
    dialog.choose(Group.LABEL, "ORG")
    choose(dialog.merge.menu(), "Other name")
    dialog.choose(Group.TYPE, "indirect")
    choose(dialog.remove.menu(), "What has it goes")
    dialog.choose(Group.LABEL, "PER")
    person.push("Add", dialog)
    fill(person, dialog.form.name, "DATE")
    fill(person, dialog.form.key, "Y")
    said = dialog.effects.text()
    assert "ORG → MISC: 5 mentions in 1 article" in said
    assert "indirect is removed: 1 quote in 1 article" in said
    assert "What a pipeline still suggests as indirect is left out." in said
    assert "No pipeline suggests DATE" in said
    apply(person, dialog)
    assert {label for _, label, _ in person.entities()} == {"PER", "MISC", "LOC"}
    assert {one.type for one in person.state.quotes} == {"direct"}
    person.click("Herbst")
    person.press("Y")
    assert person.label("Herbst") == "DATE made"


def test_what_cannot_be_is_said_and_nothing_is_applied(person: Person) -> None:
    dialog = opened(person)
    before = person.state
    fill(person, dialog.form.name, "LOC")
    assert "is there already; merge" in dialog.problem.text()
    fill(person, dialog.form.name, "PER")
    assert dialog.problem.text() == ""
    fill(person, dialog.form.key, "D")
    assert dialog.problem.text() == "The key D is taken by: direct"
    fill(person, dialog.form.key, "X")
    assert dialog.problem.text() == "The key X is taken by: Remove"
    person.push("Apply", dialog)
    assert dialog.isVisible()
    fill(person, dialog.form.key, "P")
    fill(person, dialog.form.colours["light", "ink"], "#ffee88")
    assert "too little to read" in dialog.form.contrast.text()
    assert "cannot be read well" in dialog.problem.text()
    person.push("Make it fit", dialog)
    assert "read well" in dialog.form.contrast.text()
    assert dialog.problem.text() == ""
    dialog.choose(Group.ROLE, "speaker")
    assert not dialog.remove.isEnabled()
    person.press("Escape")
    person.back_in_the_window()
    assert person.state == before
    assert person.program.work.session.undo_entry is None


def test_a_scheme_goes_into_a_file_and_comes_out_of_one(person: Person, tmp_path: Path) -> None:
    dialog, file = opened(person), tmp_path / "mine"
    Scheming.save_file(dialog, dialog.draft.scheme, file)
    written = (tmp_path / "mine.toml").read_text(encoding="utf-8")
    scheme = parse_scheme(written)
    assert scheme.labels == dialog.draft.scheme.labels
    file.write_text(scheme_toml(scheme).replace('id = "MISC"', 'id = "OTHER"'), encoding="utf-8")
    Scheming.take_file(dialog, file)
    assert "MISC is removed: 0 mentions" in dialog.effects.text()
    file.write_text("name = 3", encoding="utf-8")
    Scheming.take_file(dialog, file)
    assert "cannot be taken" in dialog.problem.text()


def test_giving_up_while_it_is_written_leaves_everything(person: Person) -> None:
    before = person.state
    dialog = opened(person)
    dialog.choose(Group.LABEL, "ORG")
    choose(dialog.merge.menu(), "Other name")
    dialog.apply.click()
    dialog.reject()
    assert dialog.problem.text() == "Given up: nothing was changed."
    assert person.state == before
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.reject()
    person.qtbot.waitUntil(lambda: bool(gone))
    person.back_in_the_window()
    person.click("Herbst")
    person.press("O")
    assert person.label("Herbst") == "ORG made", "other work goes on"


def test_what_changed_many_articles_is_undone_in_slices_and_can_be_given_up(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_project(tmp_path / "Viele.rotstift", [f"Artikel {n}\n\nBonn." for n in range(30)])
    session = Session.open(path, "Setzerin")
    for one in session.project.ids():
        text = session.look(one).article.text
        at = text.index("Bonn")
        session.do(one, verbs.add_entity(text, Span(at, at + 4), "LOC", "Setzerin"))
    label = session.scheme.label("LOC")
    renamed = Change(Group.LABEL, "LOC", replace(label, id="PLACE"))
    list(apply_draft(session, Draft.of(session.scheme).then(renamed)))
    session.close()
    monkeypatch.setattr("rotstift.session.desk.desk.SLOW", 20)
    monkeypatch.setattr("rotstift.ui.sliced_jobs.SLICE_S", 0.0005)
    person = start(path)
    here = person.program.desk.core.article_id
    person.press("Ctrl+Z")
    gone = []
    person.dialog(WaitingSheet).destroyed.connect(lambda: gone.append(True))
    assert person.program.work.session.scheme.label("PLACE") is not None
    person.press("Escape")
    person.qtbot.waitUntil(lambda: bool(gone))
    assert person.entities() == [("Bonn", "PLACE", "made")]
    person.back_in_the_window()
    person.press("Ctrl+Z")
    person.qtbot.waitUntil(lambda: person.program.work.session.scheme.label("LOC") is not None)
    person.qtbot.waitUntil(lambda: not person.program.work.jobs.busy)
    assert person.entities() == [("Bonn", "LOC", "made")]
    assert person.program.desk.core.article_id == here


def test_ones_own_key_and_colour_go_with_a_label(start: Start, harbour: Path) -> None:
    person = start(harbour)
    person.program.settings.set("keys", {"label.ORG": ["Z"]})
    person.program.settings.set("colours", {"ORG": "#008040"})
    person.program.change_keys()
    dialog = opened(person)
    dialog.choose(Group.LABEL, "ORG")
    fill(person, dialog.form.name, "FIRM")
    apply(person, dialog)
    assert person.program.settings["colours"]["FIRM"] == "#008040"
    person.click("Herbst")
    person.press("Z")
    assert person.label("Herbst") == "FIRM made"
