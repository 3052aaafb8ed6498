"""The guideline of a label stands beside the work and follows it."""

from pathlib import Path

import pytest
from person import LEFT, PLAIN, Person, Start
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rotstift.model.scheme import Label
from rotstift.session.sample import shipped_scheme
from rotstift.ui.dialogs.settings import SettingsDialog
from rotstift.ui.panels.guide import GuidePanel

SCHEME = shipped_scheme()
EVERY = (*SCHEME.labels, *SCHEME.quote_types, *SCHEME.roles, *SCHEME.reasons)


def guide(person: Person) -> str:
    QApplication.processEvents()
    panels = person.window.findChildren(GuidePanel)
    return "".join(panel.text.toPlainText() for panel in panels if panel.isVisible())


def rule(person: Person, label: Label) -> str:
    """The first line of a label's guideline."""
    assert label.guideline is not None
    return label.guideline[person.program.language].strip().splitlines()[0]


def labelled(label_id: str) -> Label:
    return next(label for label in EVERY if label.id == label_id)


@pytest.mark.parametrize("label", EVERY, ids=[label.id for label in EVERY])
def test_everything_in_the_scheme_has_a_guideline_with_an_example(label: Label) -> None:
    assert label.guideline is not None
    for language in ("de", "en"):
        lines = label.guideline[language].strip().splitlines()
        assert lines[0].endswith(".")
        examples = [line for line in lines if line[:2] in ("+ ", "- ")]
        assert examples == lines[1:]
        assert any(line.startswith("+ ") for line in examples)
        assert all("[" in line and "]" in line for line in examples)


def test_it_follows_the_focus_with_keys_alone(start: Start, harbour: Path) -> None:
    person = start(harbour)
    person.tab_to("Lindqvist")
    assert guide(person) == ""
    person.press("H")
    assert rule(person, labelled("LOC")) in guide(person)
    assert rule(person, labelled("PER")) not in guide(person)
    assert not person.window.history.isVisible()
    person.press("P")
    assert rule(person, labelled("PER")) in guide(person)
    person.tab_to('"Kein Land fischt dem anderen die Netze leer"')
    assert rule(person, labelled("direct")) in guide(person)
    person.press("S")
    assert rule(person, labelled("speaker")) in guide(person)
    assert rule(person, labelled("direct")) not in guide(person)
    person.press("Escape", "N")
    assert rule(person, labelled("scare")) in guide(person)
    person.press("Escape", "Escape", "Escape")
    for label in EVERY:
        assert (rule(person, label) in guide(person)) is not label.hidden
    person.press("Ctrl+Q")

    person = start(harbour)
    assert guide(person), "the next start shows it again"
    person.press("H")
    assert guide(person) == ""
    assert person.window.entities.isVisible()
    person.press("F9", "H")
    assert guide(person), "it brings the right panel with it"
    person.press("H")


def test_with_the_mouse_alone(person: Person) -> None:
    person.program.keys.actions["settings"].trigger()
    dialog = person.dialog(SettingsDialog)
    switch = dialog.editor("guideline").inner
    dialog.shaft.ensureWidgetVisible(switch)
    QTest.mouseClick(switch, LEFT, PLAIN, switch.rect().center())
    dialog.close()
    person.back_in_the_window()
    person.click("Kaltenhafen")
    assert rule(person, labelled("LOC")) in guide(person)
    person.program.keys.actions["guideline"].trigger()
    assert guide(person) == ""


def test_a_project_with_an_older_scheme_reads_the_shipped_guideline(person: Person) -> None:
    from dataclasses import replace

    from rotstift.ui.guiding import guide_entries

    core = person.program.desk.core
    person.tab_to("Lindqvist")
    bare = tuple(replace(label, guideline=None) for label in SCHEME.labels)
    core.session.project.scheme = replace(SCHEME, labels=bare)
    (entry,) = guide_entries(core, SCHEME, {}, "de")
    assert entry.text == (labelled("LOC").guideline or {})["de"]
