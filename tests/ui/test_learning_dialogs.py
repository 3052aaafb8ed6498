"""Training, comparing, choosing a pipeline: what the dialogs show and say."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from rotstift.model.items import Entity, Origin, Standing
from rotstift.model.span import Span
from rotstift.nlp.evaluation import Evaluation
from rotstift.session.evaluating import Measured
from rotstift.session.pipelines import Card
from rotstift.session.sample import shipped_scheme
from rotstift.session.training import TrainResult
from rotstift.ui import comparing
from rotstift.ui.dialogs.compare import (
    Candidate,
    CompareDialog,
    CompareOptions,
    Comparison,
    ComparisonSheet,
    ErrorRow,
)
from rotstift.ui.dialogs.pipelines import Adding, PipelineRow, PipelinesDialog
from rotstift.ui.dialogs.train import TrainDialog
from rotstift.ui.dialogs.training import Outcome, TrainingSheet
from rotstift.ui.panels.plots import BarRow, CurvePoint, Trust

ROWS = [
    PipelineRow("rotstift-de", "rotstift-de", (("Licence", "MIT"),)),
    PipelineRow("/x/model", "x/model", notes=("Made for another spaCy.",)),
    PipelineRow("broken", "broken", problem="It has no meta.json."),
]
TEXT = "Anna Berg wohnt in Kiel."


@pytest.fixture
def shown(qtbot):
    def show(dialog):
        qtbot.addWidget(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.show()
        return dialog

    return show


def entity(key: str, start: int, end: int, label: str, score: float | None = None) -> Entity:
    standing = Standing.MADE if score is None else Standing.SUGGESTED
    return Entity(key, Span(start, end), label, Origin("a", standing, score))


def measured(name: str, *found: Entity) -> Measured:
    evaluation = Evaluation(5)
    gold = [entity("1", 0, 9, "PER"), entity("2", 19, 23, "LOC")]
    evaluation.add("article", "Umzug", TEXT, gold, found)
    return Measured(name, result=evaluation.result())


def test_the_sheet_follows_the_training_and_offers_what_came_out(shown, qtbot):
    sheet = shown(TrainingSheet(30))
    assert not sheet.take.isVisible()
    sheet.tell([CurvePoint(10, 0.5, 9.0), CurvePoint(20, 0.75, 5.0)], 20, 400, "Step 20")
    assert sheet.bar.value() == 20
    assert sheet.curve.best.step == 20
    assert "20" in sheet.curve.accessibleDescription()
    sheet.end(Outcome("/x/model", [("Entities", "75.0")], "Done."))
    assert sheet.take.isVisible()
    assert not sheet.stop.isVisible()
    with qtbot.waitSignal(sheet.use) as used:
        sheet.take.click()
    assert used.args == ["/x/model"]


def test_a_training_that_fails_says_why(shown):
    sheet = shown(TrainingSheet(30))
    sheet.fail("There is nothing to learn from.")
    assert sheet.words.text() == "There is nothing to learn from."
    assert not sheet.stop.isVisible()


def test_a_stopped_training_is_offered_to_go_on_with(shown, qtbot):
    stopped = {Path("/x"): 120}
    dialog = shown(TrainDialog(30, Path("/x"), unfinished=stopped.get))
    assert dialog.resume.isVisible()
    assert "120" in dialog.resume.text()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.train.click()
    assert chosen.args[0].resume
    other = shown(TrainDialog(30, Path("/y"), unfinished=stopped.get))
    assert not other.resume.isVisible()


def test_what_is_compared_is_chosen(shown, qtbot):
    dialog = shown(CompareDialog([Candidate("a", "A", True), Candidate("/b", "b")], 30, 6))
    dialog.boxes["/b"].click()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.go.click()
    assert chosen.args == [CompareOptions(("a", "/b"), held_out=True)]


def test_nothing_is_compared_without_a_pipeline_or_an_article(shown):
    dialog = shown(CompareDialog([Candidate("a", "A", True)], 30, 0))
    assert dialog.whole.isChecked()
    dialog.boxes["a"].click()
    assert not dialog.go.isEnabled()
    assert not shown(CompareDialog([Candidate("a", "A", True)], 0, 0)).go.isEnabled()


def test_a_comparison_has_bars_trust_and_mistakes(shown, qtbot):
    rows = (BarRow("Entities", (), heading=True), BarRow("PER", (0.5, 0.75)))
    mistake = ErrorRow("b", "missed", "article", "Umzug", "", "Kiel (LOC)", "in ‹Kiel›.", 19)
    trust = ((Trust(3, 0.5, 0.4),), (Trust(5, 0.9, 0.8),))
    sheet = shown(ComparisonSheet(Comparison(8, ("a", "b"), rows, trust, (mistake,), ("Mind!",))))
    assert "PER: 50.0, 75.0" in sheet.bars.accessibleDescription()
    assert sheet.reliability.points == trust[1], "the newest first"
    sheet.which.setCurrentIndex(0)
    assert sheet.reliability.points == trust[0]
    with qtbot.waitSignal(sheet.go) as went:
        sheet.errors.activated.emit(sheet.errors.model().index(0, 0))
    assert went.args == ["article", 19]


def test_figures_become_rows_one_value_for_each_pipeline():
    right = measured("a", entity("1", 0, 9, "PER", 0.9), entity("2", 19, 23, "LOC", 0.8))
    wrong = measured("/x/b", entity("1", 0, 4, "PER", 0.9))
    found = comparing.comparison_of([right, wrong], shipped_scheme(), "en")
    assert found.pipelines == ("a", "b")
    values = {row.name: row.values for row in found.rows}
    assert values["all labels"] == (1.0, 0.0)
    assert sum(one.count for one in found.trust[0]) == 2
    assert {error.kind for error in found.errors} == {"wrong border", "missed"}
    assert {error.start for error in found.errors} == {0, 19}


def test_what_a_training_came_to_is_said_in_words():
    result = TrainResult(Path("/x"), 0.5, 0.25, {"ents_f": 0.5, "speed": 9.0}, 100, 60, (), ())
    outcome = comparing.outcome_of(result)
    assert [value for _, value in outcome.figures] == ["50.0"]
    assert "60" in outcome.words
    assert "25.0" in outcome.words


def test_a_pipeline_is_shown_before_it_is_chosen(shown, qtbot):
    dialog = shown(PipelinesDialog(ROWS, "/x/model"))
    assert dialog.names.currentRow() == 1
    dialog.names.setCurrentRow(2)
    assert not dialog.take.isEnabled()
    dialog.names.setCurrentRow(0)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.take.click()
    assert chosen.args == ["rotstift-de"]


def test_a_wheel_is_added_with_its_digest_and_a_folder_looked_at(shown, qtbot):
    dialog = shown(PipelinesDialog(ROWS, "rotstift-de"))
    dialog.wheel.line.setText("/x/model.whl")
    dialog.digest.setText("ab" * 32)
    with qtbot.waitSignal(dialog.added) as added:
        dialog.add.click()
    assert added.args == [Adding("/x/model.whl", "ab" * 32)]
    dialog.folder.line.setText("/y")
    with qtbot.waitSignal(dialog.asked) as asked:
        dialog.look.click()
    assert asked.args == ["/y"]
    dialog.say("There is no folder.")
    assert dialog.said.isVisible()


def test_a_card_becomes_a_row_without_what_nobody_knows():
    card = Card("x", "added", licence="MIT", labels={"GPE": "LOC", "DATE": ""}, size=2_500_000)
    row = comparing.pipeline_row(card)
    facts = dict(row.facts)
    assert facts["Labels"] == "GPE → LOC, (DATE)"
    assert facts["Size"].startswith("2.5")
    assert "Author" not in facts
