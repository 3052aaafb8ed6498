"""Zones by rule: which line of a plain text is headline, dateline, lead, body, subhead, caption,
teaser or credit.

Every line with words in it lies in exactly one zone; only the agency's dateline at the start of a
paragraph ("Berlin (dpa) -") is a zone of less than a line. Scores rank the rules by how much they
have to guess; they are no measured probabilities.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rotstift.formats import zone_rules as rules
from rotstift.model.article import title_of
from rotstift.model.items import Origin, Standing, Zone, ZoneKind, new_id
from rotstift.model.span import Span

AUTHOR = "rotstift-zones 1"

_PATTERN_LIMIT = 400
"""Longer lines are paragraphs, whatever they look like."""
_TITLE_LIMIT = 100
_HEADLINE_LIMIT = 160
_HEADLINES = 3
"""Kicker, headline, line below it."""
_SUBHEAD_LIMIT = 80
_LEAD_LIMIT = 350
_PREFIX_LIMIT = 200
_WIDE = 120
"""A line of so many characters is no line of a text that was wrapped by hand."""

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A line with words in it, or the lines of a paragraph that was wrapped by hand."""

    start: int
    end: int
    words: str
    """What stands there, without the space around it."""
    inner: int
    """Where the words start."""
    alone: bool
    """An empty line, or nothing at all, before and after."""
    wrapped: bool = False

    @property
    def title_like(self) -> bool:
        """Short and not a sentence."""
        short = len(self.words) <= _TITLE_LIMIT and not self.wrapped
        return short and not rules.ends_a_sentence(self.words)


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a unit was found to be. Units of one block make one zone, also over empty lines."""

    kind: ZoneKind
    score: float
    block: int = -1
    prefix: int = 0
    """Code points of an agency's dateline at the start of the unit."""


class _Page:
    """The units of a text, each with its mark once a rule has found it."""

    def __init__(self, text: str) -> None:
        self.units = _units(text)
        self.marks: list[_Mark | None] = [None] * len(self.units)
        self.paragraphs = [
            index for index, unit in enumerate(self.units) if not unit.title_like and index
        ]

    def mark(self, index: int, kind: ZoneKind, score: float, block: int = -1) -> None:
        self.marks[index] = _Mark(kind, score, block)

    def open(self) -> Iterator[tuple[int, _Unit]]:
        """The units that no rule has taken so far."""
        for index, unit in enumerate(self.units):
            if self.marks[index] is None:
                yield index, unit

    def open_paragraphs(self) -> list[int]:
        """The indexes of untaken units that are sentences."""
        return [index for index, unit in self.open() if not unit.title_like]

    def is_open_title(self, index: int) -> bool:
        """True when there is such a unit, untaken, and it looks like a title."""
        inside = 0 <= index < len(self.units)
        return inside and self.marks[index] is None and self.units[index].title_like


def zones_of(text: str) -> tuple[Zone, ...]:
    """The zones of a text, in text order; each with a fresh id, standing suggested."""
    page = _Page(text)
    for rule in _RULES:
        rule(page)
    runs = groupby(_pieces(page), key=lambda piece: (piece[1].kind, piece[1].block))
    return tuple(_zone(list(run)) for _, run in runs)


def headline_of(text: str, zones: Sequence[Zone]) -> str:
    """The article's title for lists: what its headline zone says, else its first line with words."""
    for zone in zones:
        if zone.kind is ZoneKind.HEADLINE:
            return title_of(zone.span.of(text))
    return title_of(text)


def _zone(run: Sequence[tuple[Span, _Mark]]) -> Zone:
    kind = run[0][1].kind
    score = min(mark.score for _, mark in run)
    span = Span(run[0][0].start, run[-1][0].end)
    return Zone(new_id(), span, kind, Origin(AUTHOR, Standing.SUGGESTED, score))


def _pieces(page: _Page) -> Iterator[tuple[Span, _Mark]]:
    for unit, mark in zip(page.units, page.marks, strict=True):
        if mark is None:
            raise AssertionError("the last rule takes every unit")
        if not mark.prefix:
            yield Span(unit.start, unit.end), mark
            continue
        prefix_end = unit.inner + mark.prefix
        yield Span(unit.start, prefix_end), _Mark(ZoneKind.DATELINE, mark.score)
        rest = unit.words[mark.prefix :]
        gap = len(rest) - len(rest.lstrip())
        yield Span(prefix_end + gap, unit.end), mark


def _units(text: str) -> list[_Unit]:
    lines = [match.span() for match in _LINE.finditer(text) if match[0].strip()]
    blocks: list[list[tuple[int, int]]] = []
    for start, end in lines:
        if blocks and text.count("\n", blocks[-1][-1][1], start) == 1:
            blocks[-1].append((start, end))
        else:
            blocks.append([(start, end)])
    return [unit for block in blocks for unit in _block_units(text, block)]


def _block_units(text: str, block: Sequence[tuple[int, int]]) -> list[_Unit]:
    if _is_wrapped([text[start:end].strip() for start, end in block]):
        return [_unit(text, block[0][0], block[-1][1], alone=True, wrapped=True)]
    return [_unit(text, start, end, alone=len(block) == 1) for start, end in block]


def _unit(text: str, start: int, end: int, *, alone: bool, wrapped: bool = False) -> _Unit:
    tail = text[start:end].lstrip()
    return _Unit(start, end, tail.rstrip(), end - len(tail), alone, wrapped)


def _is_wrapped(lines: Sequence[str]) -> bool:
    """True for a paragraph that somebody wrapped at a column."""
    if len(lines) < 3:
        return False
    widths = [len(line) for line in lines[:-1]]
    even = min(widths) >= 40 and max(widths) <= _TITLE_LIMIT and max(widths) - min(widths) <= 30
    going_on = sum(not rules.ends_a_sentence(line) for line in lines[:-1])
    return even and going_on * 2 >= len(widths)


def _take_media(page: _Page) -> None:
    """A video on the page: its date line, the title below it, its text above (or below) it."""
    for index, unit in enumerate(page.units):
        if len(unit.words) > _TITLE_LIMIT or not rules.whole(rules.MEDIA_STAMP, unit.words):
            continue
        page.mark(index, ZoneKind.CAPTION, 0.9, block=index)
        above = index > 1 and _is_media_text(page, index - 1)
        if above:
            page.mark(index - 1, ZoneKind.CAPTION, 0.8, block=index)
        if page.is_open_title(index + 1):
            page.mark(index + 1, ZoneKind.CAPTION, 0.8, block=index)
            if not above and _is_media_text(page, index + 2):
                page.mark(index + 2, ZoneKind.CAPTION, 0.6, block=index)


def _is_media_text(page: _Page, index: int) -> bool:
    if index >= len(page.units) or page.marks[index] is not None:
        return False
    unit = page.units[index]
    first = not page.paragraphs or index <= page.paragraphs[0]
    fits = unit.alone and len(unit.words) <= _PATTERN_LIMIT
    return fits and not first and not rules.any_whole(rules.DATELINES, unit.words)


def _take_shapes(page: _Page) -> None:
    """Lines that are known by their words alone."""
    upper = page.paragraphs[1] if len(page.paragraphs) > 1 else len(page.units)
    for index, unit in page.open():
        words = unit.words
        if len(words) > _PATTERN_LIMIT or unit.wrapped:
            continue
        if rules.any_whole(rules.CREDITS, words):
            page.mark(index, ZoneKind.CREDIT, 0.95)
        elif rules.any_whole(rules.CAPTIONS, words):
            page.mark(index, ZoneKind.CAPTION, 0.9, block=index)
        elif _is_dateline(words, above=index < upper):
            page.mark(index, ZoneKind.DATELINE, 0.95)
        elif index and rules.any_whole(rules.TEASERS, words):
            _take_teaser(page, index)


def _is_dateline(words: str, *, above: bool) -> bool:
    """A bare day in the middle of the text is a subhead of a chronicle, no dateline."""
    known = rules.DATELINES if above else rules.DATELINES[1:3]
    return len(words) <= _TITLE_LIMIT and rules.any_whole(known, words)


def _take_teaser(page: _Page, index: int) -> None:
    page.mark(index, ZoneKind.TEASER, 0.9, block=index)
    heading = rules.whole(rules.TEASER_HEADING, page.units[index].words)
    after = index + 1
    while page.is_open_title(after) and (heading or not page.units[after].alone):
        shapes = (*rules.CREDITS, *rules.CAPTIONS, *rules.DATELINES)
        if rules.any_whole(shapes, page.units[after].words):
            return
        page.mark(after, ZoneKind.TEASER, 0.8, block=index)
        after += 1


def _take_headline(page: _Page) -> None:
    """The first open line, and what stands above the first paragraph and is a title too."""
    first = next((index for index, _ in page.open()), None)
    if first is None or not _is_headline(page.units[first]):
        return
    page.mark(first, ZoneKind.HEADLINE, 0.9)
    paragraphs = page.open_paragraphs()
    found = 1
    for index, unit in list(page.open()):
        if not paragraphs or index > paragraphs[0] or found == _HEADLINES:
            return
        if unit.title_like and not rules.whole(rules.BYLINE, unit.words):
            page.mark(index, ZoneKind.HEADLINE, 0.7)
            found += 1


def _is_headline(unit: _Unit) -> bool:
    if unit.wrapped or len(unit.words) > _HEADLINE_LIMIT:
        return False
    return not (unit.words.endswith(".") and len(unit.words) > _SUBHEAD_LIMIT)


def _take_bylines(page: _Page) -> None:
    """Who wrote it: above the second paragraph."""
    paragraphs = page.open_paragraphs()
    upper = paragraphs[1] if len(paragraphs) > 1 else len(page.units)
    for index, unit in list(page.open()):
        short = index < upper and len(unit.words) <= _TITLE_LIMIT and not unit.wrapped
        if short and rules.whole(rules.BYLINE, unit.words):
            page.mark(index, ZoneKind.DATELINE, 0.85)


def _take_prefixed(page: _Page) -> None:
    """Paragraphs that begin with an agency's dateline."""
    for number, index in enumerate(page.open_paragraphs()):
        head = page.units[index].words[:_PREFIX_LIMIT]
        match = rules.AGENCY_PREFIX.match(head)
        if match is None and number < 2:
            match = rules.CAPITAL_PREFIX.match(head)
        if match:
            page.marks[index] = _Mark(ZoneKind.BODY, 0.9, prefix=match.end())


def _take_lead(page: _Page) -> None:
    """The short first paragraph after (or right above) the dateline, when more text follows."""
    before = page.open_paragraphs()
    if not before or len(page.units[before[0]].words) > _LEAD_LIMIT:
        return
    first = before[0]
    later = [index for index in page.paragraphs if index > first and _is_text(page, index)]
    if not later or any(_is_text(page, index, marked=True) for index in range(first)):
        return
    prefixed = page.marks[later[0]] is not None
    if prefixed or _has_dateline(page, 0, first) or _has_dateline(page, first, later[0]):
        page.mark(first, ZoneKind.LEAD, 0.75 if _has_dateline(page, 0, first) else 0.6)


def _is_text(page: _Page, index: int, *, marked: bool = False) -> bool:
    mark = page.marks[index]
    return (mark is None and not marked) or (mark is not None and mark.kind is ZoneKind.BODY)


def _has_dateline(page: _Page, start: int, end: int) -> bool:
    return any(mark and mark.kind is ZoneKind.DATELINE for mark in page.marks[start:end])


def _take_subheads(page: _Page) -> None:
    """A short line between two paragraphs, on its own or between long lines."""
    for index, unit in list(page.open()):
        between = 0 < index < len(page.units) - 1
        if between and _may_be_subhead(unit) and _stands_between(page, index):
            page.mark(index, ZoneKind.SUBHEAD, 0.85 if unit.alone else 0.6)


def _may_be_subhead(unit: _Unit) -> bool:
    words = unit.words
    plain = unit.title_like and len(words) <= _SUBHEAD_LIMIT and not rules.LIST_ITEM.match(words)
    return plain and any(char.isalpha() for char in words) and not words[0].islower()


def _stands_between(page: _Page, index: int) -> bool:
    before, after = page.units[index - 1], page.units[index + 1]
    if after.title_like or not _is_text(page, index + 1):
        return False
    if not page.paragraphs or page.paragraphs[0] >= index:
        return False
    if page.units[index].alone:
        return True
    return rules.ends_a_sentence(before.words) and len(after.words) >= _WIDE


def _take_rest(page: _Page) -> None:
    for index, unit in list(page.open()):
        page.mark(index, ZoneKind.BODY, 0.5 if unit.title_like else 0.9)


_RULES: tuple[Callable[[_Page], None], ...] = (
    _take_media,
    _take_shapes,
    _take_headline,
    _take_bylines,
    _take_prefixed,
    _take_lead,
    _take_subheads,
    _take_rest,
)
"""Each takes what no rule before it has taken; the last takes everything."""
