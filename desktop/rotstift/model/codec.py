"""Items and steps as plain JSON values, and back, checked: for the log, the worker and the files."""

from collections.abc import Callable, Mapping, Sequence
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
    Status,
    Zone,
    ZoneKind,
)
from rotstift.model.span import Span

Json = dict[str, Any]


class CodecError(ValueError):
    """The JSON is not an item; the message says which field is wrong."""


def span_to_json(span: Span) -> list[int]:
    """[start, end] in code points."""
    return [span.start, span.end]


def span_from_json(value: Any) -> Span:
    """Raises CodecError unless the value is [start, end] with whole numbers, 0 <= start < end."""
    pair = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
    if len(pair) != 2 or not all(type(number) is int for number in pair):
        raise CodecError(f"a span is [start, end] with two whole numbers, not {value!r}")
    try:
        return Span(pair[0], pair[1])
    except ValueError as error:
        raise CodecError(str(error)) from None


def spans_from_json(value: Any) -> tuple[Span, ...]:
    """A list of spans. Raises CodecError."""
    if not isinstance(value, list):
        raise CodecError(f"a list of spans was expected, not {value!r}")
    return tuple(span_from_json(pair) for pair in value)


def _mention_to_json(mention: Mention) -> list[Any]:
    known = [mention.identity] if mention.identity else []
    return [mention.span.start, mention.span.end, mention.kind.value, *known]


def _mentions_from_json(value: Any) -> tuple[Mention, ...]:
    if not isinstance(value, list):
        raise CodecError(f"a list of mentions was expected, not {value!r}")
    return tuple(mention_from_json(mention) for mention in value)


def mention_from_json(value: Any) -> Mention:
    """[start, end], [start, end, kind] or [start, end, kind, identity]. Raises CodecError."""
    if not isinstance(value, list) or len(value) not in (2, 3, 4):
        raise CodecError(
            f"a mention is [start, end], [start, end, kind] or [start, end, kind, identity], not {value!r}"
        )
    try:
        kind = SourceKind(value[2]) if len(value) > 2 else SourceKind.UNKNOWN
    except ValueError as error:
        raise CodecError(f"a mention is malformed: {error}") from None
    identity = value[3] if len(value) > 3 else None
    if identity is not None and not (isinstance(identity, str) and identity):
        raise CodecError(f"an identity is a name, not {identity!r}")
    return Mention(span_from_json(value[:2]), kind, identity)


def _origin_to_json(origin: Origin) -> Json:
    data: Json = {"author": origin.author, "standing": origin.standing.value}
    known: Json = {"score": origin.score, "agreed": origin.agreed}
    return data | {key: value for key, value in known.items() if value is not None}


def _origin_from_json(data: Any) -> Origin:
    if not isinstance(data, dict):
        raise CodecError(f"an origin is a JSON object, not {data!r}")
    score = data.get("score")
    if score is not None and not (type(score) in (int, float) and 0 <= score <= 1):
        raise CodecError(f"a score is a number from 0 to 1, not {score!r}")
    agreed = data.get("agreed")
    if agreed is not None and not isinstance(agreed, bool):
        raise CodecError(f"'agreed' is true or false, not {agreed!r}")
    return Origin(_text(data, "author"), Standing(data["standing"]), score, agreed)


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data[key]
    if not isinstance(value, str):
        raise CodecError(f"{key!r} must be text, not {value!r}")
    return value


def _maybe_text(data: Mapping[str, Any], key: str) -> str | None:
    return None if data.get(key) is None else _text(data, key)


def item_to_json(item: Item) -> Json:
    """The item as a JSON object; empty parts are left out."""
    match item:
        case Entity():
            data: Json = {"kind": "entity", "span": span_to_json(item.span), "label": item.label}
            optional: Json = {"identity": item.identity}
        case Quote():
            data = {
                "kind": "quote",
                "parts": [span_to_json(part) for part in item.parts],
                "type": item.type,
            }
            optional = {
                "speaker": [_mention_to_json(mention) for mention in item.speaker],
                "cue": [span_to_json(span) for span in item.cue],
                "addressee": [_mention_to_json(mention) for mention in item.addressee],
                "via": [_mention_to_json(mention) for mention in item.via],
                "parent": item.parent,
                "fragment": item.fragment,
                "more": {role: [span_to_json(one) for one in spans] for role, spans in item.more},
            }
        case Negative():
            data = {
                "kind": "negative",
                "span": span_to_json(item.span),
                "reason": item.reason,
                "of": item.of.value,
            }
            optional = {}
        case Zone():
            data = {"kind": "zone", "span": span_to_json(item.span), "zone": item.kind.value}
            optional = {}
        case Note():
            data = {"kind": "note", "text": item.text}
            optional = {"target": item.target}
        case ArticleStatus():
            return {"kind": "status", "id": item.id, "value": item.value.value}
    data["id"] = item.id
    data["origin"] = _origin_to_json(item.origin)
    return data | {key: value for key, value in optional.items() if value}


def _entity(data: Mapping[str, Any], origin: Origin) -> Entity:
    return Entity(
        _text(data, "id"),
        span_from_json(data["span"]),
        _text(data, "label"),
        origin,
        _maybe_text(data, "identity") or None,
    )


def _quote(data: Mapping[str, Any], origin: Origin) -> Quote:
    return Quote(
        _text(data, "id"),
        spans_from_json(data["parts"]),
        _text(data, "type"),
        origin,
        speaker=_mentions_from_json(data.get("speaker", [])),
        cue=spans_from_json(data.get("cue", [])),
        addressee=_mentions_from_json(data.get("addressee", [])),
        via=_mentions_from_json(data.get("via", [])),
        parent=_maybe_text(data, "parent") or None,
        fragment=bool(data.get("fragment", False)),
        more=more_from_json(data.get("more", {})),
    )


def more_from_json(value: Any) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    """{role: [[start, end], ...]}: the scheme's own roles. Raises CodecError."""
    if not isinstance(value, dict) or any(not role or role in ROLES for role in value):
        raise CodecError(f"more roles are an object by the ids of the scheme's own, not {value!r}")
    filled = ((role, tuple(sorted(set(spans_from_json(spans))))) for role, spans in value.items())
    return tuple(sorted((role, spans) for role, spans in filled if spans))


def _negative(data: Mapping[str, Any], origin: Origin) -> Negative:
    span = span_from_json(data["span"])
    return Negative(
        _text(data, "id"), span, _text(data, "reason"), origin, NegativeOf(data.get("of", "quote"))
    )


def _zone(data: Mapping[str, Any], origin: Origin) -> Zone:
    return Zone(_text(data, "id"), span_from_json(data["span"]), ZoneKind(data["zone"]), origin)


def _note(data: Mapping[str, Any], origin: Origin) -> Note:
    return Note(_text(data, "id"), _text(data, "text"), origin, _maybe_text(data, "target") or "")


_READERS: dict[str, Callable[[Mapping[str, Any], Origin], Item]] = {
    "entity": _entity,
    "quote": _quote,
    "negative": _negative,
    "zone": _zone,
    "note": _note,
}


def item_from_json(data: Any) -> Item:
    """The item that `item_to_json` wrote. Raises CodecError for anything else."""
    if not isinstance(data, dict):
        raise CodecError(f"an item is a JSON object, not {data!r}")
    try:
        if data.get("kind") == "status":
            return ArticleStatus(Status(data["value"]))
        return _READERS[data["kind"]](data, _origin_from_json(data["origin"]))
    except CodecError:
        raise
    except KeyError as error:
        raise CodecError(f"an item lacks {error} or has an unknown kind") from None
    except (ValueError, TypeError) as error:
        raise CodecError(f"an item is malformed: {error}") from None
