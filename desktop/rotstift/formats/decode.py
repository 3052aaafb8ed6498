"""Decode: the bytes of a file as the text that an article keeps, or a reason why not.

The ladder: byte order mark, strict UTF-8, UTF-16 without a mark when its NULs leave no doubt,
strict Windows-1252. Line ends become \\n and the mark goes; nothing else is touched.
"""

import codecs
import os
import re
import stat
from pathlib import Path
from typing import BinaryIO

from rotstift.formats.base import display_name
from rotstift.formats.filekinds import Filekind
from rotstift.formats.refusals import Code, RefusalError

MEGABYTE = 1_000_000
SIZE_LIMIT = 50 * MEGABYTE
"""A file (or one line of JSON) of so many bytes or more is refused."""

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SIGNATURES: tuple[tuple[int, bytes, Filekind], ...] = (
    (0, b"%PDF-", Filekind.PDF),
    (0, b"PK\x05\x06", Filekind.ARCHIVE),
    (0, b"{\\rtf", Filekind.RTF),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Filekind.OFFICE),
    (0, b"%!PS-", Filekind.POSTSCRIPT),
    (0, b"\x1f\x8b\x08", Filekind.ARCHIVE),
    (0, b"\xfd7zXZ\x00", Filekind.ARCHIVE),
    (0, b"7z\xbc\xaf\x27\x1c", Filekind.ARCHIVE),
    (0, b"Rar!\x1a\x07", Filekind.ARCHIVE),
    (4, b"1AY&SY", Filekind.ARCHIVE),
    (0, b"\x28\xb5\x2f\xfd", Filekind.ARCHIVE),
    (257, b"ustar", Filekind.ARCHIVE),
    (0, b"\x89PNG\r\n\x1a\n", Filekind.PICTURE),
    (0, b"\xff\xd8\xff", Filekind.PICTURE),
    (0, b"GIF87a", Filekind.PICTURE),
    (0, b"GIF89a", Filekind.PICTURE),
    (0, b"II*\x00", Filekind.PICTURE),
    (0, b"MM\x00*", Filekind.PICTURE),
    (8, b"WEBP", Filekind.PICTURE),
    (8, b"WAVE", Filekind.SOUND),
    (0, b"OggS\x00", Filekind.SOUND),
    (0, b"fLaC\x00", Filekind.SOUND),
    (0, b"ID3\x03\x00", Filekind.SOUND),
    (0, b"ID3\x04\x00", Filekind.SOUND),
    (4, b"ftyp", Filekind.VIDEO),
    (8, b"AVI LIST", Filekind.VIDEO),
    (0, b"\x1aE\xdf\xa3", Filekind.VIDEO),
    (0, b"wOFF", Filekind.FONT),
    (0, b"wOF2", Filekind.FONT),
    (0, b"\x7fELF", Filekind.PROGRAM),
    (0, b"MZ\x90\x00", Filekind.PROGRAM),
    (0, b"SQLite format 3\x00", Filekind.SQLITE),
    (0, b"PAR1", Filekind.PARQUET),
)

_ZIP = b"PK\x03\x04"
_ZIP_HEAD = 16_384
_ZIP_KINDS: tuple[tuple[bytes, Filekind], ...] = (
    (b"mimetypeapplication/vnd.oasis.opendocument", Filekind.ODT),
    (b"mimetypeapplication/epub+zip", Filekind.EPUB),
    (b"word/", Filekind.DOCX),
    (b"[Content_Types].xml", Filekind.OFFICE),
)
"""What a name in the first part of a ZIP says about the whole."""
_TEXTUAL = {Filekind.PDF, Filekind.RTF, Filekind.POSTSCRIPT}
"""Kinds whose first bytes say it all; the others have a byte in them that no text has."""

# Tab, line ends, vertical tab and form feed are in texts; so is the old end-of-file mark of DOS.
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_CONTROL_SHARE = 0.005
"""More control characters than this among the bytes, and a file is not text."""

_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")


def open_file(path: Path) -> BinaryIO:
    """An ordinary file, opened for reading without ever waiting. Raises RefusalError."""
    name = display_name(path)
    try:
        _check_kind(path.stat().st_mode, name)  # before opening: opening a device can do things
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(path, flags)
    except FileNotFoundError:
        raise RefusalError(Code.MISSING, name=name) from None
    except PermissionError:
        raise RefusalError(Code.NO_PERMISSION, name=name) from None
    except (OSError, ValueError) as error:
        raise unreadable(name, error) from None
    stream = os.fdopen(handle, "rb")
    try:
        _check_kind(os.fstat(handle).st_mode, name)  # it may be another file by now
    except RefusalError:
        stream.close()
        raise
    return stream


def _check_kind(mode: int, name: str) -> None:
    if stat.S_ISDIR(mode):
        raise RefusalError(Code.IS_FOLDER, name=name)
    if not stat.S_ISREG(mode):
        raise RefusalError(Code.NOT_A_FILE, name=name)


def unreadable(name: str, error: Exception) -> RefusalError:
    """What the system says when a file cannot be read."""
    detail = getattr(error, "strerror", None) or str(error)
    return RefusalError(Code.UNREADABLE, name=name, detail=detail)


def read_bytes(path: Path) -> bytes:
    """All bytes of an ordinary file of less than the size limit. Raises RefusalError."""
    name = display_name(path)
    with open_file(path) as stream:
        size = os.fstat(stream.fileno()).st_size
        if size >= SIZE_LIMIT:
            raise _too_big(name, size)
        try:
            data = stream.read(SIZE_LIMIT)
        except OSError as error:
            raise unreadable(name, error) from None
    if len(data) >= SIZE_LIMIT:  # it grew, or the system gave no size
        raise _too_big(name, len(data))
    return data


def _too_big(name: str, size: int) -> RefusalError:
    return RefusalError(
        Code.TOO_BIG, name=name, size=size // MEGABYTE, limit=SIZE_LIMIT // MEGABYTE
    )


def decode(data: bytes, name: str) -> str:
    """The text in the bytes, line ends \\n and no byte order mark.

    Raises RefusalError, naming the file, for everything that is not a plain text with words in it.
    """
    if not data:
        raise RefusalError(Code.EMPTY, name=name)
    text = plain(_decoded(data, name))
    place = text.find("\0")
    if place >= 0:
        raise RefusalError(Code.HAS_NUL, name=name, place=place)
    if is_blank(text):
        raise RefusalError(Code.BLANK, name=name)
    return text


def plain(text: str) -> str:
    """The text with \\n as its only line end and without a byte order mark before it."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def is_blank(text: str) -> bool:
    """True when nothing in the text can be seen."""
    return not any(char.isprintable() and char != " " for char in text)


def _decoded(data: bytes, name: str) -> str:
    encoding = marked_encoding(data)
    if encoding:
        return _strict(data, encoding, name)
    kind = filekind(data)
    if kind:
        raise RefusalError(Code.OTHER_KIND, name=name, what=kind.value)
    if b"\0" in data:
        return _utf16_by_nuls(data, name)
    controls = len(_CONTROLS.findall(data))
    if controls > len(data) * _CONTROL_SHARE:
        raise RefusalError(Code.BINARY, name=name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows_1252(data, name, broken=error.start, controls=controls)


def marked_encoding(data: bytes) -> str:
    """The encoding whose byte order mark the bytes begin with; empty where there is none."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")


def filekind(head: bytes) -> Filekind | None:
    """What a file is by its first bytes, when it is one of the known kinds that are no text."""
    if head.startswith(_ZIP):
        inside = head[:_ZIP_HEAD]
        return next((kind for sign, kind in _ZIP_KINDS if sign in inside), Filekind.ARCHIVE)
    for place, signature, kind in _SIGNATURES:
        if head.startswith(signature, place):
            sure = kind in _TEXTUAL or _CONTROLS.search(head) or not _is_utf8(head)
            return kind if sure else None
    return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            raise RefusalError(Code.DAMAGED_UTF8, name=name, place=error.start) from None
        words = encoding[:6].upper()
        raise RefusalError(Code.DAMAGED_UTF16, name=name, encoding=words) from None


def _utf16_by_nuls(data: bytes, name: str) -> str:
    """UTF-16 without a mark, when at least half of the characters are ASCII or Latin-1.

    Then one byte in two is NUL, always on the same side; characters such as U+2000 put a NUL on
    the other side now and then.
    """
    pairs = len(data) // 2
    on_even, on_odd = data[0::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if on_odd > on_even else "utf-16-be"
    many, few = max(on_even, on_odd), min(on_even, on_odd)
    if len(data) % 2 == 0 and many * 2 >= pairs and few * 50 <= many:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            raise RefusalError(Code.DAMAGED_UTF16, name=name, encoding="UTF-16") from None
        if not _CONTROLS.search(text.encode("utf-8")):
            return text
    raise RefusalError(Code.BINARY, name=name)


def _windows_1252(data: bytes, name: str, *, broken: int, controls: int) -> str:
    """Strict Windows-1252, unless the bytes are UTF-8 with a fault in them.

    A fault in UTF-8 (a file cut in the middle of a letter) must not turn every umlaut of it into
    two wrong letters, so whole UTF-8 sequences are weighed against stray high bytes.
    """
    sequences = _UTF8_SEQUENCE.findall(data)
    stray = len(_HIGH_BYTE.findall(data)) - sum(map(len, sequences))
    if len(sequences) > stray:
        raise RefusalError(Code.DAMAGED_UTF8, name=name, place=broken)
    if controls:
        raise RefusalError(Code.BINARY, name=name)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        byte = f"{data[error.start]:02X}"
        raise RefusalError(Code.UNDECODABLE, name=name, place=error.start, byte=byte) from None
