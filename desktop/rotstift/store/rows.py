"""Items to the rows of the derived tables, and the whole state back from them."""

from collections.abc import Iterable, Mapping
from typing import Any

from rotstift.model.items import (
    ROLES,
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
    Zone,
    ZoneKind,
)
from rotstift.model.span import Span, hull

Row = dict[str, Any]
TABLES: dict[type[Item], str] = {
    Entity: "entity",
    Quote: "quote",
    Negative: "negative",
    Zone: "zone",
    Note: "note",
}
"""The derived table of each kind of item; the status stands in the article's own row."""


def item_row(article_id: str, item: Item) -> Row:
    """The item's row in its table. Raises TypeError for the status, which has none."""
    if isinstance(item, ArticleStatus):
        raise TypeError("the status has no table of its own")
    base: Row = {
        "article": article_id,
        "id": item.id,
        "standing": item.origin.standing.value,
        "author": item.origin.author,
        "score": item.origin.score,
    }
    return base | _own_columns(item)


def _own_columns(item: Entity | Quote | Negative | Zone | Note) -> Row:
    if isinstance(item, Note):
        return {"target": item.target, "text": item.text}
    edges: Row = {"start": item.span.start, "end": item.span.end}
    if not isinstance(item, Zone):
        edges["agreed"] = None if item.origin.agreed is None else int(item.origin.agreed)
    match item:
        case Entity():
            return edges | {"label": item.label, "identity": item.identity}
        case Quote():
            return edges | {
                "type": item.type,
                "parent": item.parent,
                "fragment": int(item.fragment),
            }
        case Negative():
            return edges | {"reason": item.reason, "of": item.of.value}
        case Zone():
            return edges | {"kind": item.kind.value}


def quote_span_rows(article_id: str, quote: Quote) -> list[Row]:
    """One row for each part and each filler of a role."""
    filled: list[tuple[str, Span, Mention | None]] = [("part", part, None) for part in quote.parts]
    filled += [("cue", span, None) for span in quote.cue]
    for role in ("speaker", "addressee", "via"):
        mentions: tuple[Mention, ...] = getattr(quote, role)
        filled += [(role, mention.span, mention) for mention in mentions]
    filled += [(role, span, None) for role, spans in quote.more for span in spans]
    positions: dict[str, int] = {}
    rows = []
    for role, span, mention in filled:
        position = positions[role] = positions.get(role, -1) + 1
        rows.append(
            {
                "article": article_id,
                "quote": quote.id,
                "role": role,
                "position": position,
                "start": span.start,
                "end": span.end,
                "kind": mention.kind.value if mention else None,
                "identity": mention.identity if mention else None,
            }
        )
    return rows


def _origin(row: Mapping[str, Any]) -> Origin:
    agreed = row.get("agreed")
    known = None if agreed is None else bool(agreed)
    return Origin(row["author"], Standing(row["standing"]), row["score"], known)


def item_from_row(table: str, row: Mapping[str, Any], spans: Iterable[Mapping[str, Any]]) -> Item:
    """The item that wrote the row; `spans` are a quote's rows of quote_span, by role and position.

    Raises ValueError, KeyError or TypeError for a row that no item has written.
    """
    origin = _origin(row)
    if table == "note":
        return Note(row["id"], row["text"], origin, row["target"])
    edges = Span(row["start"], row["end"])
    if table == "entity":
        return Entity(row["id"], edges, row["label"], origin, row["identity"])
    if table == "negative":
        return Negative(row["id"], edges, row["reason"], origin, NegativeOf(row["of"]))
    if table == "zone":
        return Zone(row["id"], edges, ZoneKind(row["kind"]), origin)
    return _quote(row, origin, spans)


def _quote(row: Mapping[str, Any], origin: Origin, spans: Iterable[Mapping[str, Any]]) -> Quote:
    by_role: dict[str, list[Mapping[str, Any]]] = {role: [] for role in ("part", *ROLES)}
    for span in spans:
        by_role.setdefault(span["role"], []).append(span)

    def plain(role: str) -> tuple[Span, ...]:
        return tuple(Span(span["start"], span["end"]) for span in by_role[role])

    def mentions(role: str) -> tuple[Mention, ...]:
        return tuple(
            Mention(Span(span["start"], span["end"]), SourceKind(span["kind"]), span["identity"])
            for span in by_role[role]
        )

    parts = plain("part")
    if (row["start"], row["end"]) != (hull(parts).start, hull(parts).end):
        raise ValueError(f"the edges of the quote {row['id']} are not those of its parts")
    return Quote(
        row["id"],
        parts,
        row["type"],
        origin,
        speaker=mentions("speaker"),
        cue=plain("cue"),
        addressee=mentions("addressee"),
        via=mentions("via"),
        parent=row["parent"],
        fragment=bool(row["fragment"]),
        more=tuple((role, plain(role)) for role in sorted(by_role.keys() - {"part", *ROLES})),
    )
