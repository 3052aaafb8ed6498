"""What the worker program and its callers say to one another: JSON objects, one a line, UTF-8.

A request carries a number of the caller's choice and what to do; every answer carries the number
back. Answers come in the order of the requests; progress comes before its answer.

    {"id": 1, "do": "ping"}                                -> {"id": 1, "result": {...}}
    {"id": 2, "do": "pipelines"}                           -> {"result": {"pipelines": [...]}}
    {"id": 3, "do": "suggest", "pipeline": "rotstift-de",
     "text": "...", "zones": [[0, 12, "headline"]]}        -> {"result": {"author": "rotstift-de 1",
                                                               "items": [...], "left_out": {...}}}
                                                              ("unserved": "fr" in it: a language that
                                                               the pipeline has only quotes by rule for)
    {"id": 3, "do": "suggest_many", "pipeline": "...",
     "articles": [{"text": "...", "zones": []}, ...]}      -> {"result": {"answers": [as for suggest, or
                                                               {"error": "..."}, ...]}}
    {"id": 4, "do": "docbin_open", "out": "FOLDER",
     "options": {"language": "de", "share": 0.2, ...}}     -> {"result": {"export": 1}}
    {"id": 5, "do": "docbin_add", "export": 1, "articles":
     [{"id": "a", "text": "...", "items": [...]}]}         -> {"result": {"articles": 1}}
    {"id": 6, "do": "docbin_close", "export": 1,
     "keep": true}                                         -> {"result": {"report": {...}, ...}}
    {"id": 7, "do": "train", "train": "train.spacy", "dev": "dev.spacy",
     "out": "FOLDER", "folder": "FOLDER",
     "options": {"steps": 200, "resume": true, ...}}       -> {"progress": [done, total, "..."]} ...
                                                              {"progress": [...], "point": {...}} ...
                                                              {"result": {"pipeline": "...", ...}}
    {"id": 8, "do": "quit"}                                -> {"result": {}}, and the program ends

What fails answers {"id": n, "error": "one sentence"}, with "said" where it can be translated; the program goes on. It ends when its input
ends. To cancel, end the process: unfinished exports are removed by their next opening, and at once
after SIGTERM.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from rotstift.model.codec import Json, item_from_json, item_to_json, span_from_json
from rotstift.model.items import Item, Markable, Origin, Standing, Zone, ZoneKind, new_id
from rotstift.model.wording import Sentence
from rotstift.nlp.suggest import Suggestions

VERSION = 1
"""Changes when an older caller would misread an answer."""
LINE_LIMIT = 256 * 1024 * 1024
"""Longest line in bytes that the worker reads: far above any article, far below the memory."""


class ProtocolError(ValueError):
    """The line is no message; says what is wrong with it."""


def line_of(message: Mapping[str, Any]) -> bytes:
    """The message as one line, ASCII with escapes, so that no character in a text can break it."""
    return json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n"


def message_of(line: bytes | str) -> Json:
    """The message in the line. Raises ProtocolError when it is not a JSON object."""
    try:
        data = json.loads(line.decode("utf-8") if isinstance(line, bytes) else line)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(f"the line is not JSON: {error}") from None
    if not isinstance(data, dict):
        raise ProtocolError("the line is JSON, but not an object")
    return data


def zones_to_json(zones: Iterable[Zone]) -> list[list[Any]]:
    """[[start, end, kind], ...]."""
    return [[zone.span.start, zone.span.end, zone.kind.value] for zone in zones]


def zones_from_json(value: Any) -> tuple[Zone, ...]:
    """The zones, with fresh ids. Raises ProtocolError."""
    if not isinstance(value, list):
        raise ProtocolError("zones must be a list of [start, end, kind]")
    return tuple(_zone(row) for row in value)


def _zone(row: Any) -> Zone:
    try:
        start, end, kind = row
        origin = Origin("request", Standing.SUGGESTED)
        return Zone(new_id(), span_from_json([start, end]), ZoneKind(kind), origin)
    except (TypeError, ValueError) as error:
        raise ProtocolError(f"a zone is [start, end, kind], not {row!r}: {error}") from None


def suggest_request(number: int, pipeline: str, text: str, zones: Iterable[Zone] = ()) -> Json:
    """Ask a pipeline for the items of one article."""
    request: Json = {"id": number, "do": "suggest", "pipeline": pipeline, "text": text}
    return request | {"zones": zones_to_json(zones)}


def suggestions_to_json(author: str, found: Suggestions) -> Json:
    """The result of a suggest request."""
    items = [item_to_json(item) for item in found.items]
    result: Json = {"author": author, "items": items, "left_out": dict(found.left_out)}
    return result if found.unserved is None else result | {"unserved": found.unserved}


def suggestions_from_json(result: Mapping[str, Any]) -> tuple[str, list[Markable], dict[str, int]]:
    """Author, items and labels left out. Raises CodecError or KeyError for a malformed result."""
    items: list[Any] = [item_from_json(item) for item in result["items"]]
    return result["author"], items, dict(result.get("left_out", {}))


def article_to_json(article_id: str, text: str, items: Iterable[Item]) -> Json:
    """One article for docbin_add; zones are among the items."""
    return {"id": article_id, "text": text, "items": [item_to_json(item) for item in items]}


def sentence_to_json(sentence: Sentence) -> Json:
    """A sentence as its template and values; a value may be a sentence itself."""
    values = {
        name: sentence_to_json(value) if isinstance(value, Sentence) else value
        for name, value in sentence.values.items()
    }
    return {"template": sentence.template, "values": values}


def sentence_from_json(data: Json) -> Sentence:
    """What `sentence_to_json` wrote. Raises KeyError or AttributeError for anything else."""
    values = {
        name: sentence_from_json(value) if isinstance(value, dict) else value
        for name, value in data["values"].items()
    }
    return Sentence(data["template"], **values)
