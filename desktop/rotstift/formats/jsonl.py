"""JSON lines: the project's own format, one article a line, read and written line by line.

The object of a line is described in docs (design section 8); beside it stand title, source,
source_digest, status (of the article), notes and, for each zone, its row in `zone_origins`.
Mentions are [start, end] or [start, end, kind].
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from rotstift.formats.base import Annotated, FileFormat, Found, display_name
from rotstift.formats.decode import (
    MEGABYTE,
    SIZE_LIMIT,
    filekind,
    marked_encoding,
    open_file,
    unreadable,
)
from rotstift.formats.jsonl_read import LineReader
from rotstift.formats.jsonl_write import object_of
from rotstift.formats.refusals import Code, RefusalError, Refused
from rotstift.formats.whole import written_whole
from rotstift.model.report import Report
from rotstift.model.scheme import Scheme

_HEAD = 16_384
_UTF8_MARK = b"\xef\xbb\xbf"
# Other programs take these for line ends inside a JSON string.
_HIDDEN_LINE_ENDS = "\u0085\u2028\u2029"


def read(path: Path, scheme: Scheme) -> Iterator[Found]:
    """Each line's article, or why it has none; then what was refused of its annotations."""
    name = display_name(path)
    try:
        with open_file(path) as stream:
            _check_head(stream, name)
            yield from _articles(stream, LineReader(str(path), name, scheme))
    except RefusalError as error:
        yield Refused(str(path), None, error.code, error.parameters)
    except OSError as error:
        refusal = unreadable(name, error)
        yield Refused(str(path), None, refusal.code, refusal.parameters)


def _check_head(stream: BinaryIO, name: str) -> None:
    """Raise RefusalError for a file that cannot be JSON lines; else go back to its start."""
    head = stream.read(_HEAD)
    if not head:
        raise RefusalError(Code.EMPTY, name=name)
    encoding = marked_encoding(head)
    if encoding not in ("", "utf-8"):
        raise RefusalError(Code.NOT_UTF8_LINES, name=name, encoding=encoding[:6].upper())
    kind = filekind(head)
    if kind:
        raise RefusalError(Code.OTHER_KIND, name=name, what=kind.value)
    if b"\0" in head:
        raise RefusalError(Code.BINARY, name=name)
    stream.seek(len(_UTF8_MARK) if encoding else 0)


def _articles(stream: BinaryIO, reader: LineReader) -> Iterator[Found]:
    blank = True
    for line, data in enumerate(_lines(stream), start=1):
        if not data.strip():
            continue
        blank = False
        try:
            annotated, refusals = _article(data, line, reader)
        except RefusalError as error:
            yield reader.refused(line, error.code, error.parameters)
            continue
        yield annotated
        yield from refusals
    if blank:
        raise RefusalError(Code.BLANK, name=reader.name)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The file's lines; of one that is too long, only its first SIZE_LIMIT bytes."""
    while data := stream.readline(SIZE_LIMIT):
        rest = data
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(MEGABYTE)
        yield data


def _article(data: bytes, line: int, reader: LineReader) -> tuple[Annotated, list[Refused]]:
    value = _parsed(data)
    if not isinstance(value, dict):
        raise RefusalError(Code.LINE_NOT_OBJECT)
    digest = hashlib.sha256(data.rstrip(b"\r\n")).hexdigest()
    return reader.article(value, line, digest)


def _parsed(data: bytes) -> Any:
    if len(data) >= SIZE_LIMIT:
        raise RefusalError(Code.LINE_TOO_BIG, limit=SIZE_LIMIT // MEGABYTE)
    try:
        return json.loads(data.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise RefusalError(Code.LINE_NOT_UTF8, place=error.start) from None
    except json.JSONDecodeError as error:
        raise RefusalError(Code.LINE_NOT_JSON, place=error.pos) from None
    except (ValueError, RecursionError):  # NaN, a number of thousands of digits, nested too deep
        raise RefusalError(Code.LINE_NOT_JSON, place=0) from None


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def write(items: Iterable[Annotated], path: Path) -> Report:
    """Write one line an article; the file is there whole or not at all. Raises OSError."""
    report = Report()
    with written_whole(path) as stream:
        for annotated in items:
            stream.write(line_of(annotated, report))
    return report


def line_of(annotated: Annotated, report: Report) -> bytes:
    """One article as a line of UTF-8, its line end included."""
    line = json.dumps(object_of(annotated, report), ensure_ascii=False, allow_nan=False)
    for char in _HIDDEN_LINE_ENDS:
        line = line.replace(char, f"\\u{ord(char):04x}")
    return line.encode("utf-8") + b"\n"


JSONL = FileFormat(
    name="jsonl", title="JSON lines", suffixes=(".jsonl", ".ndjson"), read=read, write=write
)
