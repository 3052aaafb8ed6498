"""Files, folders, bad files and doubles, through the dialog's door and by letting them fall."""

from pathlib import Path

import pytest
from articles import BRIDGE, HARBOUR, MARKET, make_project
from person import Person, Start
from PySide6.QtWidgets import QFileDialog

from rotstift.ui.dialogs.imported import ImportReportDialog


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A project without articles."""
    return make_project(tmp_path / "Leer.rotstift", [])


def titles(person: Person) -> list[str]:
    model = person.window.articles.model
    return [model.row_at(number).title for number in range(model.rowCount())]


def write(folder: Path, **files: bytes | str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        data = content.encode("utf-8") if isinstance(content, str) else content
        (folder / f"{name}.txt").write_bytes(data)
    return folder


def test_i_choose_files_and_the_machine_marks_them(
    start: Start, empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "neu", a=HARBOUR, b=MARKET)
    person = start(empty)
    assert not person.view.isVisible()
    chosen = [str(folder / "a.txt"), str(folder / "b.txt")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: (chosen, ""))
    person.push("Add articles: files…")
    person.qtbot.waitUntil(person.view.isVisible)
    assert person.message == "2 articles added."
    assert person.text == HARBOUR, "the first of them is open, no-break spaces and all"
    person.qtbot.waitUntil(lambda: bool(person.entities()), timeout=20_000)
    assert ("Ilja Morgenrot", "PER", "suggested") in person.entities()
    assert person.view.hasFocus()
    person.press("Tab", "Space")
    assert person.state.status.value == "in_progress"


def test_i_let_a_folder_fall_with_a_bad_file_and_a_double(
    start: Start, harbour: Path, tmp_path: Path
) -> None:
    folder = write(
        tmp_path / "neu", a_gut="Neues vom Deich\n\nDer Deich hält.\n", b_alt=BRIDGE,
        c_bild=b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", d_leer="",
    )  # fmt: skip
    person = start(harbour)
    before = titles(person)
    at_work = person.title
    person.drop(folder)
    dialog = person.dialog(ImportReportDialog)
    details = dialog.details.toPlainText()
    assert "c_bild.txt" in details
    assert "d_leer.txt" in details
    assert "Brücke gesperrt" in details
    assert titles(person) == [*before, "Neues vom Deich"]
    person.press("Return")
    person.back_in_the_window()
    assert person.title == at_work, "nobody is pulled away from what they are doing"
    assert person.view.hasFocus()


def test_only_bad_files_leave_everything_as_it_was(
    start: Start, harbour: Path, tmp_path: Path
) -> None:
    folder = write(tmp_path / "neu", kaputt=b"\x00\x01\x02\x03" * 50)
    person = start(harbour)
    before, place = titles(person), person.focused_text()
    person.drop(folder / "kaputt.txt", tmp_path / "gibt-es-nicht.txt")
    dialog = person.dialog(ImportReportDialog)
    lines = dialog.details.toPlainText().splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("kaputt.txt: ")
    assert lines[1].startswith("gibt-es-nicht.txt: ")
    person.press("Escape")
    assert titles(person) == before
    assert person.focused_text() == place, "the person is where they were"


def test_a_project_that_falls_on_the_window_is_opened(
    start: Start, harbour: Path, empty: Path
) -> None:
    person = start(empty)
    person.drop(harbour)
    assert person.window.windowTitle() == "Hafen – Rotstift"
    assert person.focused_text() == "Lindqvist"


def test_without_a_project_the_person_is_told_what_to_do(start: Start, tmp_path: Path) -> None:
    folder = write(tmp_path / "neu", a=MARKET)
    person = start()
    person.drop(folder)
    assert person.message == "Open a project first, then add the articles to it."
