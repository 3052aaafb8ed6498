"""Write the gold of the samples from their marked-up copies, so that no offset is counted by hand.

A marked copy (`tests/samples/*.marked`) is the article with its zones and items written into it, in
the form of `resources/corpus/README.md`. Run it after a change of a marked copy:

    python tests/samples/gold_from_marks.py
"""

import json
from pathlib import Path
from typing import Any

from rotstift.formats.base import Annotated
from rotstift.formats.marked import annotated, passages
from rotstift.model.items import Entity, Mention, Negative, Quote, Zone
from rotstift.model.span import Span

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "resources" / "samples"


def marked_copy(path: Path) -> Annotated:
    """The one passage of a marked copy."""
    (passage,) = passages(path.read_text(encoding="utf-8"))
    return annotated(passage)


def gold_of(found: Annotated) -> dict[str, Any]:
    """The article in the project's JSONL form, with the covered text beside each span."""
    text, items = found.article.text, found.items
    return {
        "id": found.article.id,
        "text": text,
        "zones": [
            [zone.span.start, zone.span.end, zone.kind.value]
            for zone in items
            if isinstance(zone, Zone)
        ],
        "ents": [_entity(item, text) for item in items if isinstance(item, Entity)],
        "quotes": [_quote(item, text) for item in items if isinstance(item, Quote)],
        "negatives": [
            {**_place(item.span, text), "reason": item.reason, "status": "made"}
            for item in items
            if isinstance(item, Negative)
        ],
        "meta": {"language": "de", "source": f"{found.article.id}.txt"},
    }


def _place(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _entity(item: Entity, text: str) -> dict[str, Any]:
    identity = {"identity": item.identity} if item.identity else {}
    return {**_place(item.span, text), "label": item.label, **identity, "status": "made"}


def _quote(item: Quote, text: str) -> dict[str, Any]:
    data: dict[str, Any] = {"id": item.id, "type": item.type, "status": "made"}
    data["text"] = [part.of(text) for part in item.parts]
    data |= {"parts": _pairs(item.parts), "speaker": _mentions(item.speaker)}
    data |= {"cue": _pairs(item.cue), "addressee": _mentions(item.addressee)}
    data["via"] = _mentions(item.via)
    if item.parent:
        data["parent"] = item.parent
    if item.fragment:
        data["fragment"] = True
    return data


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _mentions(mentions: tuple[Mention, ...]) -> list[list[Any]]:
    return [[one.span.start, one.span.end, one.kind.value] for one in mentions]


def write_gold() -> None:
    """Write one JSONL file for each marked copy."""
    for path in sorted(HERE.glob("*.marked")):
        gold = gold_of(marked_copy(path))
        out = SAMPLES / "gold" / f"{path.stem}.jsonl"
        out.write_text(json.dumps(gold, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_gold()
