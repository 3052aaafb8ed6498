"""What is no project, is in use, is missing or is damaged: one sentence, and nothing is lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from articles import make_project
from person import Start

from rotstift.session.session import Session


def not_a_project(path: Path) -> None:
    path.write_text("Liebes Tagebuch", encoding="utf-8")


def another_database(path: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(path)
    connection.execute("create table recipe (name text)")
    connection.commit()
    connection.close()


def missing(path: Path) -> None:
    path.unlink(missing_ok=True)


def empty(path: Path) -> None:
    path.touch()


def damaged(path: Path) -> None:
    make_project(path, ["Der Deich hält.\n"])
    content = bytearray(path.read_bytes())
    content[4096:12288] = bytes(8192)
    path.write_bytes(content)


BAD: list[tuple[Callable[[Path], None], str]] = [
    (not_a_project, "is not a Rotstift project"),
    (another_database, "is a database, but not a Rotstift project"),
    (missing, "There is no project at"),
    (empty, "is not a Rotstift project"),
    (damaged, "damaged"),
]


@pytest.mark.parametrize(("spoil", "words"), BAD, ids=[row[0].__name__ for row in BAD])
def test_a_bad_project_says_one_sentence_and_the_open_one_stays(
    start: Start, harbour: Path, tmp_path: Path, spoil: Callable[[Path], None], words: str
) -> None:
    bad = tmp_path / "Schlecht.rotstift"
    spoil(bad)
    before = bad.read_bytes() if bad.exists() else None
    person = start(harbour)
    person.press("P")
    assert not person.program.open(bad)
    assert words in person.message
    assert person.message.endswith(".")
    assert (bad.read_bytes() if bad.exists() else None) == before
    assert person.label("Lindqvist") == "PER made"
    assert person.focused_text() == "Lindqvist", "the person is where they were"
    person.press("Ctrl+Z")
    assert person.label("Lindqvist") == "LOC suggested"


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another window has the project open."""
    session = Session.open(path, "die andere")
    try:
        yield
    finally:
        session.close()


def test_a_project_in_use_says_so_and_opens_later(start: Start, harbour: Path) -> None:
    person = start()
    with held(harbour):
        assert not person.program.open(harbour)
        assert "is open in another" in person.message
        assert person.window.welcome.isVisible()
    assert person.program.open(harbour)
    assert person.focused_text() == "Lindqvist"
