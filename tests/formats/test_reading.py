"""Files and folders: what comes in, in which order, and what is told about the rest."""

import hashlib
import os
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from rotstift.formats import Annotated, Code, FileFormat, Found, Refused, all_formats, read_paths
from rotstift.formats.table import with_plugins
from rotstift.model.items import Zone
from rotstift.model.scheme import Scheme, parse_scheme
from rotstift.paths import resource


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    return parse_scheme(resource("schemes", "news-de.toml").read_text(encoding="utf-8"))


def sources(found: list[Found]) -> list[str]:
    return [item.article.source for item in found if isinstance(item, Annotated)]


def codes(found: list[Found]) -> list[Code]:
    return [item.code for item in found if isinstance(item, Refused)]


def test_one_file_one_article(tmp_path: Path, scheme: Scheme) -> None:
    path = tmp_path / "brücke.txt"
    data = b"\xef\xbb\xbf: Stadt baut Br\xc3\xbccke\r\n\r\n12.05.2021\r\nDer Rat tagt. Alle reden mit.\r\n"
    path.write_bytes(data)
    (found,) = read_paths([path], scheme)
    assert isinstance(found, Annotated)
    article = found.article
    assert article.text == ": Stadt baut Brücke\n\n12.05.2021\nDer Rat tagt. Alle reden mit.\n"
    assert article.title == "Stadt baut Brücke"
    assert (article.id, article.source) == ("", "brücke.txt")
    assert article.source_digest == hashlib.sha256(data).hexdigest()
    assert all(isinstance(item, Zone) for item in found.items)
    assert [item.kind for item in found.items if isinstance(item, Zone)] == [
        "headline",
        "dateline",
        "body",
    ]


def test_a_folder_comes_in_by_name_without_hidden_files(tmp_path: Path, scheme: Scheme) -> None:
    for name in ("b.txt", "a.txt", ".versteckt.txt", "c/d.TXT", ".git/e.txt", "z.text", "ohne"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Text von {name}.", encoding="utf-8")
    found = list(read_paths([tmp_path], scheme))
    assert sources(found) == ["a.txt", "b.txt", "d.TXT", "ohne", "z.text"]
    assert codes(found) == []


def test_bad_files_are_told_and_the_others_come_in(tmp_path: Path, scheme: Scheme) -> None:
    (tmp_path / "a.txt").write_text("Gut.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(b"%PDF-1.4\n")
    (tmp_path / "d.docx").write_bytes(b"PK\x03\x04" + bytes(26) + b"word/document.xml")
    (tmp_path / "e.xyz").write_text("was", encoding="utf-8")
    (tmp_path / "f.txt").write_bytes(b"Gr\x81\xdfe")
    (tmp_path / "g.txt").write_text("Auch gut.", encoding="utf-8")
    found = list(read_paths([tmp_path, tmp_path / "fort.txt"], scheme))
    assert sources(found) == ["a.txt", "g.txt"]
    assert codes(found) == [
        Code.EMPTY,
        Code.OTHER_KIND,
        Code.OTHER_KIND,
        Code.UNKNOWN_SUFFIX,
        Code.UNDECODABLE,
        Code.MISSING,
    ]
    reasons = [item.reason for item in found if isinstance(item, Refused)]
    assert reasons[1] == (
        "c.txt is a PDF document, not plain text: save its text as a .txt file and add that."
    )
    assert reasons[2].startswith("d.docx is a Word document,")
    assert ".jsonl" in reasons[3]


def test_circles_of_links_end(tmp_path: Path, scheme: Scheme) -> None:
    inner = tmp_path / "innen"
    inner.mkdir()
    (inner / "a.txt").write_text("Text.", encoding="utf-8")
    (inner / "oben").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "selbst").symlink_to(tmp_path / "selbst")
    found = list(read_paths([tmp_path], scheme))
    assert sources(found) == ["a.txt"]
    assert len(codes(found)) == 1  # the link to itself


def test_a_folder_without_any_usable_file_is_told(tmp_path: Path, scheme: Scheme) -> None:
    assert codes(list(read_paths([tmp_path], scheme))) == [Code.FOLDER_WITHOUT_FILES]
    (tmp_path / "bild.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    found = codes(list(read_paths([tmp_path], scheme)))
    assert found == [Code.OTHER_KIND, Code.FOLDER_WITHOUT_FILES]


def test_a_folder_that_may_not_be_read(
    tmp_path: Path, scheme: Scheme, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "zu").mkdir()
    (tmp_path / "a.txt").write_text("Text.", encoding="utf-8")
    real = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path.name == "zu":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    found = list(read_paths([tmp_path], scheme))
    assert (sources(found), codes(found)) == (["a.txt"], [Code.NO_PERMISSION])


@pytest.mark.skipif(os.name != "posix", reason="names are text on other systems")
def test_a_name_that_is_no_text_can_be_stored(tmp_path: Path, scheme: Scheme) -> None:
    raw = os.fsencode(tmp_path) + b"/gr\xfc\xdfe.txt"
    try:
        with open(raw, "wb") as stream:  # noqa: PTH123 - a Path cannot say bytes
            stream.write(b"Text.")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    (found,) = read_paths([tmp_path], scheme)
    assert isinstance(found, Annotated)
    assert found.article.source.encode("utf-8").decode("utf-8") == "gr\ufffd\ufffde.txt"


def test_a_reader_that_fails_costs_only_its_file(tmp_path: Path, scheme: Scheme) -> None:
    def broken(path: Path, scheme: Scheme) -> Iterator[Found]:
        raise RuntimeError("kaputt")

    table = with_plugins((*all_formats().every, FileFormat("x", "X", (".x",), broken)), [])
    (tmp_path / "a.x").write_text("Text.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Text.", encoding="utf-8")
    found = list(read_paths([tmp_path], scheme, table))
    assert (sources(found), codes(found)) == (["b.txt"], [Code.READER_FAILED])


PLUGIN = FileFormat("plugin", "Plug-in", (".plug",))
NO_PLUGIN = object()
SAME_NAME = FileFormat("text", "Another", (".txt",))


def test_plugins_are_taken_or_named() -> None:
    here = __name__
    points = [
        EntryPoint("good", "tests_formats_points:PLUGIN", "rotstift.formats"),
        EntryPoint("missing", "no_such_module_at_all:X", "rotstift.formats"),
        EntryPoint("wrong", "tests_formats_points:NO_PLUGIN", "rotstift.formats"),
        EntryPoint("taken", "tests_formats_points:SAME_NAME", "rotstift.formats"),
    ]
    sys.modules["tests_formats_points"] = sys.modules[here]
    try:
        formats = with_plugins(all_formats().every, points)
    finally:
        del sys.modules["tests_formats_points"]
    assert formats.named("plugin") is PLUGIN
    assert [note.split("”")[0] for note in formats.notes] == [
        "The format “missing",
        "The format “taken",
        "The format “wrong",
    ]


def test_the_table_knows_its_formats() -> None:
    formats = all_formats()
    assert [known.name for known in formats.every[:2]] == ["text", "jsonl"]
    assert formats.reading(Path("A.JSONL")) is formats.named("jsonl")
    assert formats.reading(Path("a.pdf")) is None
