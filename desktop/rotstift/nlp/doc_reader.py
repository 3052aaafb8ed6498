"""Doc reader: the entities, quotes and negatives of one spaCy Doc as items of an article.

The layout is docbin.py's, and any pipeline may fill it. Beside it these attributes of a span group
are read: `scores` and `agreed` (true, false, None), parallel to its spans; of "quotes" also `parents` ({quote id: parent's id}) and
`fragments` ([quote ids]); of a role `kinds`, parallel to its spans: person, organisation, document.
A mention's label may say the same.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import isnan
from typing import Any

from rotstift.model.items import (
    Entity,
    Markable,
    Mention,
    Negative,
    Origin,
    Quote,
    SourceKind,
    new_id,
)
from rotstift.model.span import Span
from rotstift.nlp.library.tables import LABELS, QUOTE_TYPES

DIGITS = 3
"""Of a score that is kept; more would be noise."""
_KINDS = {kind.value: kind for kind in SourceKind}


@dataclass
class _Found:
    """One quote on its way: what has the same id."""

    type: str
    origin: Origin
    id: str = field(default_factory=new_id)
    parts: list[Span] = field(default_factory=list)
    parent: str | None = None
    """The parent's key, not yet its id."""
    fragment: bool = False
    mentions: dict[str, list[Mention]] = field(default_factory=dict)

    def role(self, name: str) -> tuple[Mention, ...]:
        """Who fills it, in text order."""
        return tuple(sorted(self.mentions.get(name, ()), key=lambda one: one.span))


@dataclass(frozen=True)
class DocReader:
    """Reads one Doc whose text starts somewhere in the article."""

    doc: Any
    start: int
    """Where the doc's text starts in the article."""
    origin: Origin
    left_out: Counter[str]
    """Labels that have no place in the scheme are counted here."""
    labels: Mapping[str, str] = field(default_factory=lambda: LABELS)
    """The pipeline's entity labels -> the scheme's."""

    def items(self) -> Iterator[Markable]:
        """Everything in the doc; a quote stands after the one it stands in."""
        yield from self._entities()
        yield from self._quotes()
        yield from self._negatives()

    def _span(self, span: Any) -> Span | None:
        """The span's place in the article, blanks at its edges left out; None for blanks only."""
        text = span.text
        first = span.start_char + len(text) - len(text.lstrip())
        last = span.end_char - len(text) + len(text.rstrip())
        return Span(self.start + first, self.start + last) if first < last else None

    def _scored(self, score: float | None, agreed: bool | None = None) -> Origin:
        if score is None or isnan(score):
            return replace(self.origin, agreed=agreed)
        told = round(min(max(float(score), 0.0), 1.0), DIGITS)
        return replace(self.origin, score=told, agreed=agreed)

    def _told(self, key: str) -> list[tuple[Any, Origin]]:
        """The spans of a group, each with how sure the pipeline is of it."""
        every = self._group(key)
        opinions = self._attribute(key, "agreed") or ()
        known = list(opinions) if len(opinions) == len(every) else [None] * len(every)
        return [
            (span, self._scored(score, agreed if isinstance(agreed, bool) else None))
            for (span, score), agreed in zip(every, known, strict=True)
        ]

    def _group(self, key: str) -> list[tuple[Any, float | None]]:
        """The spans of a group with their scores, where the pipeline gives them."""
        if key not in self.doc.spans:
            return []
        group = self.doc.spans[key]
        scores = group.attrs.get("scores", ())
        every = list(group)
        known = [float(score) for score in scores] if len(scores) == len(every) else []
        return [(span, known[index] if known else None) for index, span in enumerate(every)]

    def _attribute(self, key: str, name: str) -> Any:
        return self.doc.spans[key].attrs.get(name) if key in self.doc.spans else None

    def _label(self, table: Mapping[str, str], label: str, prefix: str = "") -> str | None:
        if label not in table:
            self.left_out[prefix + label] += 1
        return table.get(label)

    def _entities(self) -> Iterator[Entity]:
        """doc.ents, then what stands in the group "entities" only, with our labels."""
        places = {(span.start, span.end): (span, score) for span, score in self._group("entities")}
        for ent in self.doc.ents:
            inside = places.pop((ent.start, ent.end), None)
            yield from self._entity(ent, inside[1] if inside else None, inside and inside[0].kb_id_)
        for span, score in places.values():
            yield from self._entity(span, score, None)

    def _entity(self, ent: Any, score: float | None, identity: str | None) -> Iterator[Entity]:
        label, span = self._label(self.labels, ent.label_), self._span(ent)
        if label and span:
            known = ent.kb_id_ or identity or None
            yield Entity(new_id(), span, label, self._scored(score), known)

    def _quotes(self) -> Iterator[Quote]:
        """doc.spans["quotes"]: the spans with one id are the parts of one quote."""
        found: dict[str, _Found] = {}
        for number, (span, origin) in enumerate(self._told("quotes")):
            kind, place = self._label(QUOTE_TYPES, span.label_, "quotes:"), self._span(span)
            if kind and place:
                key = span.id_ or f"#{number}"
                found.setdefault(key, _Found(kind, origin)).parts.append(place)
        self._relate(found)
        for role in ("speaker", "cue", "addressee", "via"):
            self._fill(role, found)
        for key in _parents_first(found):
            yield self._quote(found[key], found)

    def _relate(self, found: Mapping[str, _Found]) -> None:
        """What the group's attributes say about its quotes."""
        parents = self._attribute("quotes", "parents")
        fragments = self._attribute("quotes", "fragments")
        for key, parent in (parents if isinstance(parents, Mapping) else {}).items():
            if key in found and parent in found and not _above(found, parent, key):
                found[key].parent = parent
        for key in fragments or ():
            if key in found:
                found[key].fragment = True

    def _fill(self, role: str, found: Mapping[str, _Found]) -> None:
        """The role's spans to their quotes: by id, and without ids to the nearest."""
        every = self._group(role)
        kinds = self._attribute(role, "kinds") or ()
        names = kinds if len(kinds) == len(every) else [span.label_ for span, _ in every]
        for (span, _), name in zip(every, names, strict=True):
            place = self._span(span)
            if place is None or not found:
                continue
            key = span.id_
            if key not in found:
                key = min(found, key=lambda one: found[one].parts[0].distance(place))
            kind = _KINDS.get(name, SourceKind.UNKNOWN)
            found[key].mentions.setdefault(role, []).append(Mention(place, kind))

    def _quote(self, one: _Found, found: Mapping[str, _Found]) -> Quote:
        return Quote(
            one.id,
            _apart(one.parts),
            one.type,
            one.origin,
            speaker=one.role("speaker"),
            cue=tuple(mention.span for mention in one.role("cue")),
            addressee=one.role("addressee"),
            via=one.role("via"),
            parent=found[one.parent].id if one.parent else None,
            fragment=one.fragment,
        )

    def _negatives(self) -> Iterator[Negative]:
        """doc.spans["negatives"]: label = reason."""
        for span, origin in self._told("negatives"):
            place = self._span(span)
            if place:
                yield Negative(new_id(), place, span.label_ or "other", origin)


def _above(found: Mapping[str, _Found], key: str, wanted: str) -> bool:
    """True where `wanted` is the quote itself or one that it stands in."""
    above: str | None = key
    while above is not None and above != wanted:
        above = found[above].parent
    return above is not None


def _parents_first(found: Mapping[str, _Found]) -> Iterator[str]:
    told: set[str] = set()

    def walk(key: str) -> Iterator[str]:
        parent = found[key].parent
        if parent is not None and parent not in told:
            yield from walk(parent)
        if key not in told:
            told.add(key)
            yield key

    for key in found:
        yield from walk(key)


def _apart(parts: list[Span]) -> tuple[Span, ...]:
    """In text order; one that overlaps the one before it adds nothing and goes into it."""
    joined: list[Span] = []
    for part in sorted(parts):
        if joined and part.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, part.end))
        else:
            joined.append(part)
    return tuple(joined)
