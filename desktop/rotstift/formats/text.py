"""Plain text: one file, one article."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from rotstift.formats.base import Annotated, FileFormat, Found, display_name
from rotstift.formats.decode import decode, read_bytes
from rotstift.formats.refusals import RefusalError, Refused
from rotstift.formats.zones import headline_of, zones_of
from rotstift.model.article import Article
from rotstift.model.scheme import Scheme


def read(path: Path, _scheme: Scheme) -> Iterator[Found]:
    """The article in the file, with its zones found by rule."""
    try:
        data = read_bytes(path)
        text = decode(data, display_name(path))
    except RefusalError as error:
        yield Refused(str(path), None, error.code, error.parameters)
        return
    zones = zones_of(text)
    digest = hashlib.sha256(data).hexdigest()
    article = Article("", text, headline_of(text, zones), display_name(path), digest)
    yield Annotated(article, zones)


TEXT = FileFormat(name="text", title="Plain text", suffixes=(".txt", ".text", ".md", ""), read=read)
"""A file without an ending counts as text; `decode` finds out when it is none."""
