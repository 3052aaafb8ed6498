"""A new project, with the shipped scheme or one of one's own; what cannot be is said in the dialog."""

from pathlib import Path

from person import Person, Start
from PySide6.QtTest import QTest

from rotstift.model.scheme_toml import scheme_toml
from rotstift.session.sample import shipped_scheme
from rotstift.ui.dialogs.new import NewDialog


def opened(person: Person) -> NewDialog:
    person.press("Ctrl+N")
    dialog: NewDialog = person.dialog(NewDialog)
    return dialog


def write(dialog: NewDialog, path: Path) -> None:
    dialog.path.line.selectAll()
    QTest.keyClicks(dialog.path.line, str(path))


def test_with_the_shipped_scheme(start: Start, tmp_path: Path) -> None:
    person = start()
    dialog = opened(person)
    assert dialog.path.line.selectedText() == "Project"
    write(dialog, tmp_path / "Stadt")
    person.press("Return")
    person.qtbot.waitUntil(lambda: person.program.work is not None)
    assert person.program.work.path == tmp_path / "Stadt.rotstift"
    assert person.program.work.session.scheme.name == "news-de"


def test_with_a_scheme_of_ones_own(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    own = scheme_toml(shipped_scheme()).replace('"MISC"', '"OTHER"')
    file.write_text("name =", encoding="utf-8")
    person = start()
    dialog = opened(person)
    write(dialog, tmp_path / "Stadt.rotstift")
    dialog.scheme.setCurrentIndex(1)
    assert dialog.file.isVisible()
    assert not dialog.make.isEnabled()
    dialog.file.line.setText(str(file))
    person.push("Make the project", dialog)
    assert "cannot be taken" in dialog.problem.text()
    assert not (tmp_path / "Stadt.rotstift").exists()
    file.write_text(own, encoding="utf-8")
    person.push("Make the project", dialog)
    person.qtbot.waitUntil(lambda: person.program.work is not None)
    assert [one.id for one in person.program.work.session.scheme.labels][-1] == "OTHER"


def test_a_project_that_is_there_stays(start: Start, harbour: Path) -> None:
    before = harbour.read_bytes()
    person = start()
    dialog = opened(person)
    write(dialog, harbour)
    person.push("Make the project", dialog)
    assert "exists already" in dialog.problem.text()
    assert dialog.isVisible()
    assert harbour.read_bytes() == before
