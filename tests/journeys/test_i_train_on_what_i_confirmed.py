"""A new user, the sample, the keyboard alone: correct, confirm, export, train, use what was trained."""

import json
from pathlib import Path

import pytest
from person import Person, Start
from PySide6.QtWidgets import QPushButton, QSpinBox

from rotstift.model.items import Status
from rotstift.session.suggesting import DEFAULT_PIPELINE
from rotstift.ui.dialogs.export import ExportDialog, ExportReportDialog
from rotstift.ui.dialogs.train import TrainDialog
from rotstift.ui.dialogs.training import TrainingSheet

SUGGESTING_MS, TRAINING_MS = 30_000, 90_000


@pytest.mark.slow
def test_i_train_on_what_i_confirmed(start: Start, home: Path) -> None:
    person = start()
    person.press("Ctrl+Shift+O")
    person.qtbot.waitUntil(lambda: bool(person.entities()), timeout=SUGGESTING_MS)
    correct_something(person)
    for _ in range(3):
        person.press("Ctrl+Return")
        person.qtbot.waitUntil(lambda: bool(person.entities()), timeout=SUGGESTING_MS)
    assert person.program.desk.core.session.project.count(Status.CONFIRMED) == 3
    export_and_go_on_to_training(person)
    folder = train(person)
    use_it(person, folder)


def correct_something(person: Person) -> None:
    """The first doubtful thing is wrong, and then it is right after all."""
    before, focused = person.state, person.program.desk.core.focused
    assert focused is not None
    person.press("X")
    assert person.state.get(focused.id) is None
    person.press("Ctrl+Z")
    assert person.state.items.keys() >= before.items.keys()
    assert person.program.desk.core.focused == focused, "undo shows what came back"
    person.press("Space")


def export_and_go_on_to_training(person: Person) -> None:
    person.press("Ctrl+E")
    person.dialog(ExportDialog)
    person.press("Return")
    report = person.dialog(ExportReportDialog)
    for kind, asked, *outcomes in report.kinds.model().rows:
        assert asked == sum(outcomes), kind
    buttons = {one.text(): one for one in report.findChildren(QPushButton)}
    for _ in range(8):
        if buttons["Train on it"].hasFocus():
            break
        person.press("Tab")
    person.press("Space")


def train(person: Person) -> Path:
    dialog = person.dialog(TrainDialog)
    steps, folder = dialog.findChild(QSpinBox), dialog.folder.path()
    person.press("Ctrl+A")
    person.write("20")
    assert steps.value() == 20, "the first field has the focus"
    person.press("Return")
    said = "The new pipeline has score"
    person.qtbot.waitUntil(lambda: person.message.startswith(said), timeout=TRAINING_MS)
    meta = json.loads((folder / "model/meta.json").read_text(encoding="utf-8"))
    assert meta["lang"] == "de"
    assert isinstance(folder, Path)
    return folder


def use_it(person: Person, folder: Path) -> None:
    """The sheet proposes the new pipeline; Enter lets it mark what nobody has touched."""
    core = person.program.desk.core
    assert core.session.row(core.article_id).suggested_by.startswith(DEFAULT_PIPELINE)
    done = {key: core.session.project.state(key) for key in confirmed(person)}
    sheet = person.dialog(TrainingSheet)
    assert sheet.curve.points, "the curve was drawn while it learnt"
    person.press("Return")
    person.qtbot.waitUntil(
        lambda: not core.session.row(core.article_id).suggested_by.startswith(DEFAULT_PIPELINE),
        timeout=SUGGESTING_MS,
    )
    assert person.program.settings["pipeline"] == str(folder / "model")
    assert done == {key: core.session.project.state(key) for key in confirmed(person)}
    person.press("Ctrl+Z")
    assert person.entities(), "new suggestions are one edit, and can be taken back"


def confirmed(person: Person) -> list[str]:
    return list(person.program.desk.core.session.project.ids((Status.CONFIRMED,)))
