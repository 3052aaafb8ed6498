"""JSON fields: one value of a JSON lines row, checked. Each function raises RefusalError."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rotstift.formats.decode import is_blank
from rotstift.formats.refusals import Code, RefusalError, shown
from rotstift.model.scheme import Label, understood
from rotstift.model.wording import QT_TRANSLATE_NOOP

Row = Mapping[str, Any]

_ORIGIN_FIELDS = frozenset({"id", "author", "status", "score"})
ROW_FIELDS: dict[str, frozenset[str]] = {
    "ents": _ORIGIN_FIELDS | {"start", "end", "label", "identity", "wikidata", "text"},
    "quotes": _ORIGIN_FIELDS
    | {"type", "parts", "speaker", "cue", "addressee", "via", "parent", "fragment", "more", "text"},
    "negatives": _ORIGIN_FIELDS | {"start", "end", "reason", "of", "text"},
    "notes": _ORIGIN_FIELDS | {"text", "target"},
    "zones": _ORIGIN_FIELDS | {"start", "end", "zone", "text"},
}
_ARTICLE_FIELDS = ("id", "title", "source", "source_digest")
TOP_FIELDS = frozenset({*_ARTICLE_FIELDS, *ROW_FIELDS, "text", "meta", "status", "zone_origins"})


def article_text(data: Row) -> str:
    """The text of a line, as it was written: something to see in it, no NUL."""
    text = data.get("text")
    if not isinstance(text, str) or is_blank(text):
        raise RefusalError(Code.LINE_WITHOUT_TEXT)
    if "\0" in text:
        raise RefusalError(Code.LINE_BAD_TEXT, field="text", what="NUL")
    return _encodable(text, "text")


def _encodable(value: str, name: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        what = f"\\u{ord(value[error.start]):04x}"
        raise RefusalError(Code.LINE_BAD_TEXT, field=name, what=what) from None
    return value


def article_fields(data: Row) -> dict[str, str]:
    """id, title, source and its digest, from the line itself or from its meta."""
    meta = data.get("meta")
    if meta is not None and not isinstance(meta, dict):
        raise RefusalError(Code.LINE_BAD_FIELD, field="meta", value=shown(meta))
    fields: dict[str, str] = {}
    for name in _ARTICLE_FIELDS:
        value = data.get(name)
        if value is None and name != "id":
            value = (meta or {}).get(name)
        if type(value) is int and name == "id":
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise RefusalError(Code.LINE_BAD_FIELD, field=name, value=shown(value))
        if value is not None:
            fields[name] = _encodable(value, name)
    return fields


def meta_of(data: Row, fields: Mapping[str, str]) -> dict[str, str]:
    """What the line says beside the text; numbers and lists as their JSON."""
    inside = data.get("meta") or {}
    moved = {name for name in fields if data.get(name) is None}
    outside = {
        name: data[name] for name in data if name not in TOP_FIELDS and is_scalar(data[name])
    }
    every = {**outside, **{name: inside[name] for name in inside if name not in moved}}
    words = {
        name: value if isinstance(value, str) else _json(value) for name, value in every.items()
    }
    return {_encodable(name, "meta"): _encodable(value, name) for name, value in words.items()}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def is_scalar(value: object) -> bool:
    """True for text, a number, true or false."""
    return value is not None and not isinstance(value, list | dict)


_SHORT_ROWS = {"zones": "zone", "ents": "label"}


def named(row: object, name: str) -> Row:
    """A row as an object; zones and entities may also be [start, end, word]."""
    if isinstance(row, dict):
        return row
    if isinstance(row, list) and len(row) == 3 and name in _SHORT_ROWS:
        return {"start": row[0], "end": row[1], _SHORT_ROWS[name]: row[2]}
    raise shape_error(name, QT_TRANSLATE_NOOP("Refusals", "an object"), row)


def shape_error(name: str, expected: str, value: object) -> RefusalError:
    """The error for a value that is of another kind than expected."""
    return RefusalError(Code.BAD_SHAPE, field=name, expected=expected, value=shown(value))


def label_ids(labels: Iterable[Label]) -> list[str]:
    """What an annotation may say."""
    return [label.id for label in labels]


def known_word(
    row: Row,
    name: str,
    words: Sequence[str],
    code: Code = Code.UNKNOWN_WORD,
    default: str | None = None,
) -> str:
    """A field that must be one of some words; the default where it is not there."""
    value = default if row.get(name) is None else row[name]
    if not isinstance(value, str) or value not in words:
        raise RefusalError(code, field=name, value=shown(value), known=", ".join(words))
    return value


def scheme_word(row: Row, name: str, labels: Sequence[Label]) -> str:
    """A field that must be the id of one of these labels; one that it had before is understood."""
    value = row.get(name)
    meant = understood(labels, value) if isinstance(value, str) else ""
    return meant or known_word(row, name, label_ids(labels), Code.NOT_IN_SCHEME)


def text_field(row: Row, name: str) -> str:
    """A field that must be text."""
    value = row.get(name)
    if not isinstance(value, str):
        raise shape_error(name, QT_TRANSLATE_NOOP("Refusals", "text"), value)
    return _encodable_here(value, name)


def _encodable_here(value: str, name: str) -> str:
    try:
        return _encodable(value, name)
    except RefusalError as error:
        raise shape_error(name, "text", error.parameters["what"]) from None


def maybe_text(row: Row, name: str) -> str | None:
    """A field that is text, or is not there."""
    return None if row.get(name) is None else text_field(row, name)


def reference(row: Row, name: str) -> str | None:
    """An id: text, or a whole number that stands for it."""
    value = row.get(name)
    return str(value) if type(value) is int else maybe_text(row, name)


def flag(row: Row, name: str) -> bool:
    """A field that is true or false; false where it is not there."""
    value = row.get(name, False)
    if not isinstance(value, bool):
        raise shape_error(name, QT_TRANSLATE_NOOP("Refusals", "true or false"), value)
    return value


def list_field(row: Row, name: str) -> list[Any]:
    """A field that is a list; empty where it is not there."""
    value = row.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise shape_error(name, QT_TRANSLATE_NOOP("Refusals", "a list"), value)
    return value


def pair(value: object) -> tuple[object, object]:
    """The two values of [start, end], not yet checked."""
    if not isinstance(value, list) or len(value) != 2:
        raise RefusalError(Code.BAD_SPAN, value=shown(value))
    return value[0], value[1]
