"""JSON lines, the way in: one line's object as an article with its items, every span checked."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any

from rotstift.formats.base import Annotated
from rotstift.formats.jsonl_fields import (
    ROW_FIELDS,
    TOP_FIELDS,
    Row,
    article_fields,
    article_text,
    flag,
    is_scalar,
    known_word,
    list_field,
    maybe_text,
    meta_of,
    named,
    pair,
    reference,
    scheme_word,
    shape_error,
    text_field,
)
from rotstift.formats.offsets import Offsets
from rotstift.formats.refusals import Code, Parameters, RefusalError, Refused, shown
from rotstift.formats.zones import headline_of, zones_of
from rotstift.model.article import Article
from rotstift.model.identity import is_wikidata_id
from rotstift.model.items import (
    ROLES,
    STATUS_ID,
    ArticleStatus,
    Entity,
    Item,
    Mention,
    Negative,
    NegativeOf,
    Note,
    Origin,
    Quote,
    SourceKind,
    Standing,
    Status,
    Zone,
    ZoneKind,
    new_id,
)
from rotstift.model.scheme import Scheme
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP

_ONE_EACH = QT_TRANSLATE_NOOP("Refusals", "a list with one object for each zone")

_STANDINGS = tuple(Standing)
_ZONE_KINDS = tuple(ZoneKind)
_NEGATIVES_OF = tuple(NegativeOf)
_SOURCE_KINDS = tuple(SourceKind)
_STATUSES = tuple(Status)


@dataclass(slots=True)
class LineReader:
    """Reads the lines of one file; remembers which unknown fields have been told."""

    source: str
    name: str
    scheme: Scheme
    told: set[str] = field(default_factory=set)

    def refused(self, line: int, code: Code, parameters: Parameters) -> Refused:
        """A refusal that names the file and the line."""
        return Refused(self.source, line, code, {**parameters, "name": self.name, "line": line})

    def article(self, data: Row, line: int, digest: str) -> tuple[Annotated, list[Refused]]:
        """The article of a line, and what was wrong with its annotations.

        `digest` is the line's own, for an article that brings none. Raises RefusalError when the
        line has no article in it.
        """
        offsets = Offsets(article_text(data))
        fields = article_fields(data)
        items = _Items(self, line, offsets)
        items.read(data)
        text = offsets.text
        zones = [item for item in items.kept if isinstance(item, Zone)]
        article = Article(
            id=fields.get("id", ""),
            text=text,
            title=fields.get("title", headline_of(text, zones)),
            source=fields.get("source", self.name),
            source_digest=fields.get("source_digest", digest),
            meta=meta_of(data, fields),
        )
        return Annotated(article, tuple(items.kept), items.wikidata), items.refusals


class _Items:
    """The items of one line: `kept` and `refusals` fill as they are read."""

    def __init__(self, reader: LineReader, line: int, offsets: Offsets) -> None:
        self.reader = reader
        self.line = line
        self.offsets = offsets
        self.kept: list[Item] = []
        self.refusals: list[Refused] = []
        self.wikidata: dict[str, str] = {}
        self._where: dict[str, str] = {}
        self._ids: set[str] = {STATUS_ID}

    def read(self, data: Row) -> None:
        self._tell_unknown(data)
        if data.get("zones") is None:
            self.kept += zones_of(self.offsets.text)
            self._ids.update(item.id for item in self.kept)
        self._each(_with_origins(data, self._refuse), "zones", self._zone)
        self._each(data, "ents", self._entity)
        self._each(data, "quotes", self._quote)
        self._each(data, "negatives", self._negative)
        self._each(data, "notes", self._note)
        if data.get("status") is not None:
            self._try("status", partial(self._article_status, data["status"]))
        self._drop_dangling()

    def _tell_unknown(self, data: Row) -> None:
        for name, value in data.items():
            if name not in TOP_FIELDS and not is_scalar(value) and value is not None:
                self._unknown(name)

    def _unknown(self, name: str) -> None:
        if name not in self.reader.told:
            self.reader.told.add(name)
            self._refuse("", RefusalError(Code.UNKNOWN_FIELD, field=shown(name)))

    def _refuse(self, where: str, error: RefusalError) -> None:
        parameters = {**error.parameters, "where": where}
        self.refusals.append(self.reader.refused(self.line, error.code, parameters))

    def _each(self, data: Row, name: str, make: Callable[[Row], Item]) -> None:
        rows = data.get(name)
        if rows is None:
            return
        if not isinstance(rows, list):
            error = shape_error(name, "a list", rows)
            self._refuse(name, error)
            return
        for number, row in enumerate(rows):
            self._try(f"{name}[{number}]", partial(self._made, row, name, make))

    def _try(self, where: str, make: Callable[[], Item]) -> None:
        try:
            item = make()
        except RefusalError as error:
            self._refuse(where, error)
            return
        self.kept.append(item)
        self._ids.add(item.id)
        self._where[item.id] = where

    def _made(self, row: object, name: str, make: Callable[[Row], Item]) -> Item:
        fields = named(row, name)
        for unknown in fields.keys() - ROW_FIELDS[name]:
            self._unknown(f"{name}.{unknown}")
        return make(fields)

    def _entity(self, row: Row) -> Item:
        span = self._span(row)
        label = scheme_word(row, "label", self.reader.scheme.labels)
        identity = maybe_text(row, "identity")
        number = maybe_text(row, "wikidata")
        if number is not None and not (identity and is_wikidata_id(number)):
            raise RefusalError(Code.BAD_WIKIDATA, value=shown(number))
        if number and identity:
            self.wikidata[identity] = number
        return Entity(self._id(row), span, label, self._origin(row), identity)

    def _quote(self, row: Row) -> Item:
        parts = self._spans(row, "parts")
        if not parts:
            raise shape_error(
                "parts", QT_TRANSLATE_NOOP("Refusals", "a list of spans"), row.get("parts")
            )
        self._check_covered(row.get("text"), row["parts"], parts)
        parts = tuple(sorted(parts))
        if any(left.overlaps(right) for left, right in pairwise(parts)):
            raise RefusalError(Code.PARTS_OVERLAP)
        return Quote(
            self._id(row),
            parts,
            scheme_word(row, "type", self.reader.scheme.quote_types),
            self._origin(row),
            speaker=self._mentions(row, "speaker"),
            cue=self._spans(row, "cue"),
            addressee=self._mentions(row, "addressee"),
            via=self._mentions(row, "via"),
            parent=reference(row, "parent"),
            fragment=flag(row, "fragment"),
            more=self._more(row),
        )

    def _more(self, row: Row) -> tuple[tuple[str, tuple[Span, ...]], ...]:
        """The roles of the scheme's own. Raises RefusalError for one that it does not have."""
        filled = row.get("more") or {}
        own = [role for role in self.reader.scheme.roles if role.id not in ROLES]
        if not isinstance(filled, dict):
            raise shape_error("more", QT_TRANSLATE_NOOP("Refusals", "an object"), filled)
        names = {role: scheme_word({"role": role}, "role", own) for role in filled}
        spans = {names[role]: self._spans(filled, role) for role in filled}
        return tuple(
            sorted((role, tuple(sorted(set(some)))) for role, some in spans.items() if some)
        )

    def _negative(self, row: Row) -> Item:
        reason = scheme_word(row, "reason", self.reader.scheme.reasons)
        of = known_word(row, "of", _NEGATIVES_OF, default=NegativeOf.QUOTE)
        span = self._span(row)
        return Negative(self._id(row), span, reason, self._origin(row), NegativeOf(of))

    def _zone(self, row: Row) -> Item:
        kind = ZoneKind(known_word(row, "zone", _ZONE_KINDS))
        return Zone(self._id(row), self._span(row), kind, self._origin(row))

    def _note(self, row: Row) -> Item:
        target = reference(row, "target") or ""
        return Note(self._id(row), text_field(row, "text"), self._origin(row), target)

    def _article_status(self, value: object) -> Item:
        return ArticleStatus(Status(known_word({"status": value}, "status", _STATUSES)))

    def _id(self, row: Row) -> str:
        value = reference(row, "id") or new_id()
        if value in self._ids:
            raise RefusalError(Code.SAME_ID, value=shown(value))
        return value

    def _origin(self, row: Row) -> Origin:
        score = row.get("score")
        number = isinstance(score, int | float) and not isinstance(score, bool)
        if score is not None and not (number and 0 <= score <= 1):
            raise RefusalError(Code.BAD_SCORE, value=shown(score))
        standing = known_word(row, "status", _STANDINGS, default=Standing.SUGGESTED)
        author = maybe_text(row, "author")
        return Origin(self.reader.name if author is None else author, Standing(standing), score)

    def _span(self, row: Row) -> Span:
        edges = [row.get("start"), row.get("end")]
        span = self.offsets.span(*edges)
        self._check_covered(row.get("text"), [edges], [span])
        return span

    def _spans(self, row: Row, name: str) -> tuple[Span, ...]:
        return tuple(self.offsets.span(*pair(value)) for value in list_field(row, name))

    def _mentions(self, row: Row, name: str) -> tuple[Mention, ...]:
        return tuple(self._mention(value) for value in list_field(row, name))

    def _mention(self, value: object) -> Mention:
        if not isinstance(value, list) or len(value) not in (2, 3, 4):
            raise RefusalError(Code.BAD_SPAN, value=shown(value))
        span = self.offsets.span(value[0], value[1])
        row = dict(zip(("speaker kind", "identity"), value[2:], strict=False))
        kind = known_word(row, "speaker kind", _SOURCE_KINDS, default=SourceKind.UNKNOWN)
        return Mention(span, SourceKind(kind), maybe_text(row, "identity") or None)

    def _check_covered(self, given: object, pairs: Sequence[Any], spans: Sequence[Span]) -> None:
        """The text that a row gives beside its spans must be the text under them."""
        if given is None:
            return
        found = [span.of(self.offsets.text) for span in spans]
        raw = [self.offsets.original[pair[0] : pair[1]] for pair in pairs]
        if given not in (found, raw, " ".join(found), " ".join(raw)):
            start, end = pairs[0][0], pairs[-1][1]
            words = " … ".join(found)
            raise RefusalError(
                Code.TEXT_DIFFERS, start=start, end=end, found=shown(words), given=shown(given)
            )

    def _drop_dangling(self) -> None:
        """Quotes in quotes that are not there, and notes on nothing; again until all hold."""
        while bad := list(_dangling(self.kept)):
            for item, error in bad:
                self.kept.remove(item)
                self._refuse(self._where[item.id], error)


def _dangling(items: Sequence[Item]) -> Iterable[tuple[Item, RefusalError]]:
    quotes = {item.id: item for item in items if isinstance(item, Quote)}
    ids = {item.id for item in items}
    for item in items:
        if isinstance(item, Quote) and item.parent is not None:
            if item.parent not in quotes:
                yield item, RefusalError(Code.PARENT_MISSING, value=shown(item.parent))
            elif _stands_in_itself(item, quotes):
                yield item, RefusalError(Code.PARENT_CIRCLE)
        if isinstance(item, Note) and item.target and item.target not in ids:
            yield item, RefusalError(Code.TARGET_MISSING, value=shown(item.target))


def _stands_in_itself(quote: Quote, quotes: Mapping[str, Quote]) -> bool:
    seen: set[str] = set()
    above = quotes.get(quote.parent or "")
    while above is not None and above.id not in seen:
        if above.id == quote.id:
            return True
        seen.add(above.id)
        above = quotes.get(above.parent or "")
    return False


def _with_origins(data: Row, refuse: Callable[[str, RefusalError], None]) -> Row:
    """The zones as objects: each [start, end, zone] with its row of `zone_origins`."""
    zones, origins = data.get("zones"), data.get("zone_origins")
    if not isinstance(zones, list) or origins is None:
        return data
    if not isinstance(origins, list) or len(origins) != len(zones):
        refuse("zone_origins", shape_error("zone_origins", _ONE_EACH, origins))
        return data
    pairs = zip(zones, origins, strict=True)
    return {"zones": [_joined(zone, origin) for zone, origin in pairs]}


def _joined(zone: object, origin: object) -> object:
    if isinstance(zone, list) and len(zone) == 3 and isinstance(origin, dict):
        return {**origin, "start": zone[0], "end": zone[1], "zone": zone[2]}
    return zone
