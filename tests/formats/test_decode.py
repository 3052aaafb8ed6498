"""Bytes to text: every encoding that comes in, and every bad input that does not."""

import io
import os
import socket
import stat
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotstift.formats.decode import SIZE_LIMIT, decode, read_bytes
from rotstift.formats.refusals import (
    FILEKIND_WORDS,
    SENTENCES,
    Code,
    Filekind,
    RefusalError,
    sentence,
)

TEXT = "Müller sagt: „Köln bleibt“ – 5 €\nZweite Zeile\u00a0mit Größe\n"


def refusal(data: bytes) -> RefusalError:
    with pytest.raises(RefusalError) as caught:
        decode(data, "bericht.txt")
    return caught.value


def outcome(data: bytes) -> tuple[str | None, Code | None]:
    """The text, or the code of a refusal whose sentence names the file."""
    try:
        return decode(data, "bericht.txt"), None
    except RefusalError as error:
        words = sentence(error.code, error.parameters)
        if not words.startswith("bericht.txt "):
            raise
        return None, error.code


def png() -> bytes:
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + head + zlib.compress(head)


def packed(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
        ("utf-32-be", b"\x00\x00\xfe\xff"),
        ("cp1252", b""),
    ],
)
def test_every_encoding_gives_the_same_text(encoding: str, mark: bytes) -> None:
    assert decode(mark + TEXT.encode(encoding), "a.txt") == TEXT


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1252"])
def test_line_ends_become_one_character(ending: str, encoding: str) -> None:
    data = TEXT.replace("\n", ending).encode(encoding)
    assert decode(data, "a.txt") == TEXT


def test_nothing_else_is_touched() -> None:
    text = "Mu\u0308ller\u00a0und\u202fXi \u00ad soft\u200bzero\u2028line\x0bvt\x0cff\ttab  zwei \u0085 \ufeffinnen 👩‍👧"
    assert decode(text.encode("utf-8"), "a.txt") == text


def test_only_one_mark_goes() -> None:
    assert decode("\ufeff\ufeffText".encode(), "a.txt") == "\ufeffText"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_utf8_is_read_back_exactly(text: str) -> None:
    whole = "Ein Satz. " * 30 + text
    assert decode(whole.encode("utf-8"), "a.txt") == whole


@given(st.text(st.characters(codec="cp1252", categories=["L", "P", "Nd"], exclude_characters="ðþ")))
def test_cp1252_is_read_back_or_refused_but_never_garbled(text: str) -> None:
    whole = "Schöne Grüße: " + text
    text, code = outcome(whole.encode("cp1252"))
    assert text == whole or code is Code.DAMAGED_UTF8


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_one_sentence(data: bytes) -> None:
    text, _ = outcome(data)
    if text is not None:
        assert not set(text) & {"\r", "\0"}
        text.encode("utf-8")


@pytest.mark.parametrize("byte", [0x81, 0x8D, 0x8F, 0x90, 0x9D])
def test_bytes_that_windows_1252_does_not_have(byte: int) -> None:
    error = refusal("Grüße ".encode("cp1252") + bytes([byte]) + b" aus")
    assert (error.code, error.parameters["byte"]) == (Code.UNDECODABLE, f"{byte:02X}")
    assert error.parameters["place"] == 6


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.EMPTY),
        (b"\xef\xbb\xbf", Code.BLANK),
        (b" \r\n\t \n", Code.BLANK),
        ("\u00a0\u202f\u200b\n".encode(), Code.BLANK),
        (b"Text mit \0 darin", Code.BINARY),
        ("Text mit \0 darin".encode("utf-16"), Code.HAS_NUL),
        (bytes(range(256)) * 20, Code.BINARY),
        (b"abc\x01\x02\x03\x04", Code.BINARY),
        (b"Gr\xfc\xdfe \x02 aus Wien " + b"und mehr " * 90, Code.BINARY),
        ("Größe und Öl über Köln".encode()[:-6] + b"\xc3", Code.DAMAGED_UTF8),
        ("\ufeffGröße".encode()[:-2], Code.DAMAGED_UTF8),
        ("Größe".encode("utf-16")[:-1], Code.DAMAGED_UTF16),
        (b"\xff\xfe" + b"a\x00" + b"\x00\xd8" + b"b\x00", Code.DAMAGED_UTF16),
        ("Grüße \udfff aus Köln".encode("utf-8", "surrogatepass"), Code.DAMAGED_UTF8),
        ("Привет, мир".encode("utf-16-le"), Code.BINARY),
    ],
)
def test_bad_text_is_refused(data: bytes, code: Code) -> None:
    if data.startswith(b"\xef\xbb\xbfGr"):
        data = data[:6]
    assert refusal(data).code is code


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", Filekind.PDF),
        (png(), Filekind.PICTURE),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", Filekind.PICTURE),
        (packed("a.txt"), Filekind.ARCHIVE),
        (packed("[Content_Types].xml", "word/document.xml"), Filekind.DOCX),
        (packed("[Content_Types].xml", "xl/workbook.xml"), Filekind.OFFICE),
        (zlib.compress(b"x", wbits=31), Filekind.ARCHIVE),
        (b"{\\rtf1\\ansi Text}", Filekind.RTF),
        (b"SQLite format 3\x00" + bytes(84), Filekind.SQLITE),
        (b"\x7fELF\x02\x01\x01" + bytes(50), Filekind.PROGRAM),
    ],
)
def test_other_kinds_of_file_are_named(data: bytes, kind: Filekind) -> None:
    error = refusal(data)
    assert (error.code, error.parameters["what"]) == (Code.OTHER_KIND, kind)
    words = sentence(error.code, error.parameters)
    assert words.startswith(f"bericht.txt is {FILEKIND_WORDS[kind]}, not plain text")


def test_a_text_that_begins_like_a_file_kind_is_still_text() -> None:
    assert decode(b"wOFF war gestern", "a.txt") == "wOFF war gestern"
    assert decode(b"PAR1 ist ein Wort", "a.txt") == "PAR1 ist ein Wort"


def test_every_code_has_a_sentence_and_every_kind_its_words() -> None:
    assert set(SENTENCES) == set(Code)
    assert set(FILEKIND_WORDS) == set(Filekind)
    for code, row in SENTENCES.items():
        assert "{name}" in row.words, code
        assert row.words.endswith((".", ").")), code


def path_refusal(path: Path) -> RefusalError:
    with pytest.raises(RefusalError) as caught:
        read_bytes(path)
    error = caught.value
    assert path.name in sentence(error.code, error.parameters)
    return error


def test_missing_and_folder(tmp_path: Path) -> None:
    assert path_refusal(tmp_path / "fort.txt").code is Code.MISSING
    assert path_refusal(tmp_path).code is Code.IS_FOLDER


def test_a_link_to_nothing_and_a_circle_of_links(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    assert path_refusal(tmp_path / "a.txt").code is Code.MISSING
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert path_refusal(tmp_path / "a.txt").code is Code.UNREADABLE


def test_a_size_of_fifty_megabytes_is_too_much(tmp_path: Path) -> None:
    path = tmp_path / "gross.txt"
    with path.open("wb") as stream:
        stream.truncate(SIZE_LIMIT)
    assert path_refusal(path).code is Code.TOO_BIG
    with path.open("wb") as stream:
        stream.truncate(SIZE_LIMIT - 1)
    assert len(read_bytes(path)) == SIZE_LIMIT - 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rohr.txt")
    assert path_refusal(tmp_path / "rohr.txt").code is Code.NOT_A_FILE


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets here")
def test_a_socket_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.txt"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        assert path_refusal(path).code is Code.NOT_A_FILE


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_an_endless_device_is_refused() -> None:
    assert path_refusal(Path("/dev/zero")).code is Code.NOT_A_FILE


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "geheim.txt"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root may read everything

        def refuse(*_: object) -> int:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", refuse)
    assert path_refusal(path).code is Code.NO_PERMISSION
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)


def test_a_disk_that_fails_while_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")

    class Broken(io.BytesIO):
        def fileno(self) -> int:
            return handle

        def read(self, _size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    handle = os.open(path, os.O_RDONLY)
    try:
        monkeypatch.setattr("rotstift.formats.decode.open_file", lambda _path: Broken())
        error = path_refusal(path)
    finally:
        os.close(handle)
    assert (error.code, error.parameters["detail"]) == (Code.UNREADABLE, "Input/output error")
