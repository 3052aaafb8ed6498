"""What was corrected in the window is what spaCy finds in the DocBin: exactly, and nothing else."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from in_spacy import in_spacy, marked
from person import Person, plain_text

from rotstift.ui.dialogs.export import ExportDialog, ExportReportDialog

KINDS = {
    "ents": "entities",
    "negatives": "negatives",
    "speaker": "speakers",
    "cue": "cues",
    "addressee": "addressees",
}
"""Our groups and the words of the report for them."""


def test_i_confirm_and_export_and_load_in_spacy(person: Person, tmp_path: Path) -> None:
    person.press("P")
    person.tab_to("Hansebund-Erweiterung")
    person.press("Alt+Left")
    person.tab_to("Präsident Ilja Morgenrot")
    person.press("Alt+Right")
    person.press("Tab", "N", "1")
    person.take("S", "Abkommen")
    person.take("A", "Nordmeer")
    person.tab_to("Herbst")
    person.press("X")
    person.press("B", "Right", "Right", "Shift+Right", "Shift+Right", "Return")
    corrected = {person.text: marked(person.state)}
    person.press("Ctrl+Return")
    person.double_click("Quandt")
    person.press("Shift+Left", "P")
    corrected[person.text] = marked(person.state)
    person.press("Ctrl+Return")

    report = export_with_the_keyboard(person)
    folder = tmp_path / "Hafen-export-spacy"
    docs = in_spacy(folder / "train.spacy", folder / "dev.spacy")
    assert set(docs) == set(corrected), "the third article is not confirmed: not exported"
    for text, expected in corrected.items():
        assert {name: docs[text][name] for name in expected} == expected
    assert_it_adds_up(report, corrected)
    texts = {doc["text"][start:end] for doc in docs.values() for start, end, _ in doc["ents"]}
    assert {"Hansebund", "Ilja\u00a0Morgenrot", "Rosa Quandt"} <= texts
    assert "Herbst" not in texts


def export_with_the_keyboard(person: Person) -> list[tuple[str, int, int, int, int]]:
    """Ctrl+E, Enter; answers the figures of the report that comes up."""
    person.press("Ctrl+E")
    person.dialog(ExportDialog)
    person.press("Return")
    report = person.dialog(ExportReportDialog)
    rows = report.kinds.model().rows
    person.press("Escape")
    person.back_in_the_window()
    assert person.view.hasFocus()
    return list(rows)


def assert_it_adds_up(
    report: list[tuple[str, int, int, int, int]], corrected: dict[str, dict[str, list[Any]]]
) -> None:
    """Each figure of the report against what was on the page."""
    asked = Counter({kind: count for kind, count, *_ in report})
    for kind, count, *outcomes in report:
        assert count == sum(outcomes), kind
    for name, kind in KINDS.items():
        assert asked[kind] == sum(len(state[name]) for state in corrected.values()), kind
    assert asked["articles"] == 2


def test_jsonl_holds_the_same(person: Person, tmp_path: Path) -> None:
    person.press("P", "Ctrl+Return", "Ctrl+E")
    dialog = person.dialog(ExportDialog)
    person.press("Shift+Tab") if not dialog.format.hasFocus() else None
    while dialog.format.currentText() != "JSON lines":
        before = dialog.format.currentText()
        person.press("Down")
        assert dialog.format.currentText() != before, "no such format"
    target = tmp_path / "Hafen-export.jsonl"
    assert dialog.target.path() == target
    person.press("Return")
    person.dialog(ExportReportDialog)
    person.press("Return")
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 1
    first = min(ent["start"] for ent in rows[0]["ents"] if ent["label"] == "PER")
    text = plain_text(rows[0]["text"])
    names = {(text[one["start"] : one["end"]], one["label"]) for one in rows[0]["ents"]}
    assert first == text.index("Morgenrot")
    assert {("Lindqvist", "PER"), ("Radio Nord", "ORG"), ("Herbst", "LOC")} <= names


def test_nothing_confirmed_is_said_before_anything_is_written(
    person: Person, tmp_path: Path
) -> None:
    before = set(tmp_path.iterdir())
    person.press("Ctrl+E")
    dialog = person.dialog(ExportDialog)
    assert dialog.problem.text().startswith("No article has this status yet.")
    assert not dialog.export.isEnabled()
    person.press("Return")
    assert dialog.isVisible()
    person.press("Escape")
    assert set(tmp_path.iterdir()) == before
