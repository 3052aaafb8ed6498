"""Marked text: passages with their items written into the text; the form of our own corpus.

    === verkehr-017 agency
    headline> Stadtrat streitet über Brücke
    -
    body> {s1:p|Die Bürgermeisterin} {c1|sagte}, {I1|die Brücke sei {D2f|„nicht zu retten“}}.

`resources/corpus/README.md` describes the tags. Passages are read as confirmed articles: somebody
has marked everything in them.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from rotstift.formats.base import Annotated, FileFormat, Found, display_name
from rotstift.formats.decode import decode, read_bytes
from rotstift.formats.refusals import Code, RefusalError, Refused
from rotstift.formats.zones import headline_of
from rotstift.model.article import Article
from rotstift.model.items import (
    ArticleStatus,
    Entity,
    Item,
    Mention,
    Negative,
    Origin,
    Quote,
    Reason,
    SourceKind,
    Status,
    Zone,
    ZoneKind,
)
from rotstift.model.scheme import Scheme
from rotstift.model.span import Span

TYPES = {
    "D": "direct",
    "I": "indirect",
    "R": "reported",
    "K": "indirect_free",
    "F": "free_indirect",
}
"""First letter of a quote's tag -> quote type."""
KINDS = {
    "p": SourceKind.PERSON,
    "o": SourceKind.ORGANISATION,
    "d": SourceKind.DOCUMENT,
    "u": SourceKind.UNKNOWN,
}
ORIGIN = Origin("marked text")
_HEAD = re.compile(r"=== (\S+)(?: (\S+))?")
_OPEN = re.compile(r"\{([^{}|]+)\|")
_QUOTE = re.compile(r"([DIRKF])(\d+)(f?)")
_ROLE = re.compile(r"([sav])(\d+):([podu])")
_CUE = re.compile(r"c(\d+)")
_NEGATIVE = re.compile(r"n:(\w+)")
_ENTITY = re.compile(r"([A-Z]{2,})(?:=(.+))?")
_REASONS = frozenset(Reason)
_ZONES = frozenset(ZoneKind)


class MarkupError(ValueError):
    """A passage is wrongly marked; says what and where, in English, for its writer."""

    def __init__(self, line: int, words: str) -> None:
        super().__init__(words)
        self.line = line
        self.words = words


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage as it stands in the file."""

    id: str
    genre: str
    line: int
    """Line of the file that it begins in, from 1."""
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    tag: str
    span: Span
    line: int


@dataclass(slots=True)
class _Sheet:
    """The plain text and its tags, taken while reading."""

    text: str = ""
    marks: list[_Mark] = field(default_factory=list)
    zones: list[tuple[str, Span]] = field(default_factory=list)


def passages(source: str) -> Iterator[Passage]:
    """The passages of a file. Raises MarkupError for text before the first head."""
    head: tuple[str, str, int] | None = None
    lines: list[str] = []
    for number, line in enumerate(source.splitlines(), start=1):
        found = _HEAD.fullmatch(line.rstrip())
        if found is None:
            if head is None and line.strip():
                raise MarkupError(number, f"a passage begins with “=== ID GENRE”, not “{line}”")
            lines.append(line)
            continue
        if head:
            yield Passage(*head, tuple(lines))
        head, lines = (found[1], found[2] or "", number), []
    if head:
        yield Passage(*head, tuple(lines))


def annotated(passage: Passage) -> Annotated:
    """The passage as a confirmed article with all its items. Raises MarkupError."""
    sheet = _Sheet()
    for number, line in enumerate(passage.lines, start=passage.line + 1):
        if line.strip():
            _read_line(line.rstrip(), number, sheet)
    if not sheet.text.strip():
        raise MarkupError(passage.line, "the passage has no text")
    zones = tuple(_zones(sheet))
    title = headline_of(sheet.text, zones)
    meta = {"language": "de", "genre": passage.genre}
    article = Article(passage.id, sheet.text, title, meta=meta)
    return Annotated(article, (*zones, *_items(sheet), ArticleStatus(Status.CONFIRMED)))


def _read_line(line: str, number: int, sheet: _Sheet) -> None:
    kind, arrow, marked = ("", "> ", "") if line == "-" else line.partition("> ")
    if not arrow or (kind and kind not in _ZONES):
        raise MarkupError(number, f"a line begins with its zone, “body> …”, or is “-”: “{line}”")
    start = len(sheet.text)
    _read_marks(marked, number, sheet)
    if kind:
        sheet.zones.append((kind, Span(start, len(sheet.text))))
    sheet.text += "\n"


def _read_marks(marked: str, number: int, sheet: _Sheet) -> None:
    """Add the line's text and marks. Raises MarkupError for a tag not closed or not opened."""
    opened: list[tuple[str, int]] = []
    position = 0
    while position < len(marked):
        opening = _OPEN.match(marked, position)
        if opening:
            opened.append((opening[1], len(sheet.text)))
            position = opening.end()
            continue
        if marked[position] == "}" and opened:
            _close(*opened.pop(), number, sheet)
        elif marked[position] in "{}":
            near = marked[max(0, position - 20) : position + 20]
            raise MarkupError(number, f"“{marked[position]}” belongs to no tag: “{near}”")
        else:
            sheet.text += marked[position]
        position += 1
    if opened:
        raise MarkupError(number, f"never closed: {', '.join(tag for tag, _ in opened)}")


def _close(tags: str, start: int, number: int, sheet: _Sheet) -> None:
    covered = sheet.text[start:]
    if not covered or covered != covered.strip():
        raise MarkupError(number, f"“{tags}” covers nothing, or a space at its edge: “{covered}”")
    span = Span(start, len(sheet.text))
    sheet.marks += [_Mark(tag, span, number) for tag in tags.split(",")]


def _zones(sheet: _Sheet) -> Iterator[Zone]:
    """Neighbouring lines of one kind are one zone, the empty lines between them included."""
    for number, (kind, run) in enumerate(groupby(sheet.zones, key=lambda zone: zone[0])):
        spans = [span for _, span in run]
        span = Span(spans[0].start, spans[-1].end)
        if len(span):
            yield Zone(f"z{number}", span, ZoneKind(kind), ORIGIN)


def _items(sheet: _Sheet) -> Iterator[Item]:
    marks = sorted(sheet.marks, key=lambda mark: (mark.span.start, -mark.span.end))
    quotes: dict[str, list[_Mark]] = {}
    roles: dict[str, list[_Mark]] = {}
    for place, mark in enumerate(marks):
        tag = mark.tag
        if found := _QUOTE.fullmatch(tag):
            quotes.setdefault(found[2], []).append(mark)
        elif found := _ROLE.fullmatch(tag) or _CUE.fullmatch(tag):
            roles.setdefault(found[2] if tag[0] != "c" else found[1], []).append(mark)
        else:
            yield _simple(mark, place)
    yield from _quotes(quotes, roles)


def _simple(mark: _Mark, place: int) -> Item:
    """A negative or an entity. Raises MarkupError for a tag that is not known."""
    if (found := _NEGATIVE.fullmatch(mark.tag)) and found[1] in _REASONS:
        return Negative(f"n{place}", mark.span, found[1], ORIGIN)
    if found := _ENTITY.fullmatch(mark.tag):
        return Entity(f"e{place}", mark.span, found[1], ORIGIN, found[2])
    raise MarkupError(mark.line, f"the tag “{mark.tag}” is not known")


def _quotes(quotes: dict[str, list[_Mark]], roles: dict[str, list[_Mark]]) -> Iterator[Quote]:
    for number, marks in roles.items():
        if number not in quotes:
            raise MarkupError(marks[0].line, f"“{marks[0].tag}”: there is no quote {number}")
    made = [_quote(number, marks, roles.get(number, [])) for number, marks in quotes.items()]
    for quote in made:
        yield _with_parent(quote, made)


def _quote(number: str, marks: Sequence[_Mark], roles: Sequence[_Mark]) -> Quote:
    tags = {mark.tag for mark in marks}
    if len(tags) > 1:
        raise MarkupError(marks[0].line, f"one quote with several types: {', '.join(sorted(tags))}")
    (tag,) = tags
    return Quote(
        f"q{number}",
        tuple(mark.span for mark in marks),
        TYPES[tag[0]],
        ORIGIN,
        _mentions("s", roles),
        tuple(mark.span for mark in roles if mark.tag[0] == "c"),
        _mentions("a", roles),
        _mentions("v", roles),
        fragment=tag.endswith("f"),
    )


def _mentions(role: str, marks: Sequence[_Mark]) -> tuple[Mention, ...]:
    return tuple(Mention(mark.span, KINDS[mark.tag[-1]]) for mark in marks if mark.tag[0] == role)


def _with_parent(quote: Quote, every: Sequence[Quote]) -> Quote:
    """The smallest part of another quote that holds all of this one is its parent's."""
    holding = [
        (len(part), other.id)
        for other in every
        for part in other.parts
        if other is not quote
        and all(part.contains(own) for own in quote.parts)
        # of two that cover the same text the one named first is the outer one
        and (part not in quote.parts or every.index(other) < every.index(quote))
    ]
    return replace(quote, parent=min(holding)[1]) if holding else quote


def read(path: Path, _scheme: Scheme) -> Iterator[Found]:
    """Each passage's article; a passage that is wrongly marked is refused alone."""
    name = display_name(path)

    def refused(error: MarkupError) -> Refused:
        told: dict[str, str | int] = {"name": name, "line": error.line, "detail": error.words}
        return Refused(str(path), error.line, Code.BAD_MARKUP, told)

    try:
        data = read_bytes(path)
        source = decode(data, name)
        yield from _read(source, path, refused)
    except RefusalError as error:
        yield Refused(str(path), None, error.code, error.parameters)
    except MarkupError as error:
        yield refused(error)


def _read(source: str, path: Path, refused: Callable[[MarkupError], Refused]) -> Iterator[Found]:
    for passage in passages(source):
        try:
            found = annotated(passage)
        except MarkupError as error:
            yield refused(error)
            continue
        digest = hashlib.sha256("\n".join(passage.lines).encode()).hexdigest()
        article = replace(found.article, source=display_name(path), source_digest=digest)
        yield replace(found, article=article)


MARKED = FileFormat(name="marked", title="Marked text", suffixes=(".marked",), read=read)
