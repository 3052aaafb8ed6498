"""Write the gold of the samples from their marked-up copies, so that no offset is counted by hand.

A marked copy (`tests/samples/*.marked`) is the article with its zones and spans written into it:

    zone> text {TAGS|covered text} text      one line of the article; a lone "-" is an empty line
    ===                                      after it one line a quote: "q7 direct in q6 fragment"

Tags, several divided by commas: `PER`, `PER=Identity` (any entity label), `q1` (a part of quote 1),
`s1:p` (its speaker; p person, o organisation, d document, u unknown), `c1` (cue), `a1:p` (addressee),
`v1:o` (via), `n:scare` (no quote, with the reason). Run it after a change of a marked copy:

    python tests/samples/gold_from_marks.py
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "resources" / "samples"

KINDS = {"p": "person", "o": "organisation", "d": "document", "u": "unknown"}
ROLES = {"s": "speaker", "a": "addressee", "v": "via"}
_OPEN = re.compile(r"\{([^{}|]+)\|")
_ROLE = re.compile(r"([sav])(\d+):([podu])")
_PIECE = re.compile(r"([qc])(\d+)")
_ENTITY = re.compile(r"([A-Z]+)(?:=(.+))?")


@dataclass(frozen=True)
class Mark:
    """One tag, where it stands in the plain text, and what it covers (taken while reading)."""

    tag: str
    start: int
    end: int
    covered: str


@dataclass
class Sheet:
    """A marked copy, read."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    zones: list[list[Any]] = field(default_factory=list)
    quotes: dict[str, str] = field(default_factory=dict)


def read_sheet(source: str) -> Sheet:
    """The plain text with its marks. Raises ValueError for a mark that is never closed."""
    article, _, table = source.partition("===\n")
    sheet = Sheet(quotes=dict(line.split(" ", 1) for line in table.splitlines()))
    kinds = []
    for line in article.splitlines():
        kind, _, marked = line.partition("> ") if line != "-" else ("", "", "")
        start = len(sheet.text)
        _read_line(marked, sheet)
        if kind:
            kinds.append((kind, start, len(sheet.text)))
        sheet.text += "\n"
    for kind, lines in groupby(kinds, key=lambda line: line[0]):
        stretch = list(lines)
        sheet.zones.append([stretch[0][1], stretch[-1][2], kind])
    return sheet


def _read_line(marked: str, sheet: Sheet) -> None:
    open_marks: list[tuple[str, int]] = []
    position = 0
    while position < len(marked):
        opening = _OPEN.match(marked, position)
        if opening:
            open_marks.append((opening[1], len(sheet.text)))
            position = opening.end()
            continue
        if marked[position] == "}":
            tags, start = open_marks.pop()
            covered = sheet.text[start:]
            sheet.marks += [Mark(tag, start, len(sheet.text), covered) for tag in tags.split(",")]
        else:
            sheet.text += marked[position]
        position += 1
    if open_marks:
        raise ValueError(f"never closed: {open_marks}")


def gold_of(name: str, sheet: Sheet) -> dict[str, Any]:
    """The article in the project's JSONL form."""
    marks = sorted(sheet.marks, key=lambda mark: (mark.start, -mark.end))
    return {
        "id": name,
        "text": sheet.text,
        "zones": sheet.zones,
        "ents": list(_entities(marks)),
        "quotes": [_quote(quote, words, marks) for quote, words in sheet.quotes.items()],
        "negatives": [
            {**_place(mark), "reason": mark.tag[2:], "status": "made"}
            for mark in marks
            if mark.tag.startswith("n:")
        ],
        "meta": {"language": "de", "source": f"{name}.txt"},
    }


def _entities(marks: list[Mark]) -> Iterator[dict[str, Any]]:
    for mark in marks:
        entity = _ENTITY.fullmatch(mark.tag)
        if entity:
            identity = {"identity": entity[2]} if entity[2] else {}
            yield {**_place(mark), "label": entity[1], **identity, "status": "made"}


def _place(mark: Mark) -> dict[str, Any]:
    return {"start": mark.start, "end": mark.end, "text": mark.covered}


def _quote(quote_id: str, words: str, marks: list[Mark]) -> dict[str, Any]:
    kind, *rest = words.split()
    data: dict[str, Any] = {"id": quote_id, "type": kind, "status": "made", "text": []}
    data |= {"parts": [], "speaker": [], "cue": [], "addressee": [], "via": []}
    for mark in marks:
        role, piece = _ROLE.fullmatch(mark.tag), _PIECE.fullmatch(mark.tag)
        if role and f"q{role[2]}" == quote_id:
            data[ROLES[role[1]]].append([mark.start, mark.end, KINDS[role[3]]])
        elif piece and f"q{piece[2]}" == quote_id:
            data["parts" if piece[1] == "q" else "cue"].append([mark.start, mark.end])
            data["text"] += [mark.covered] if piece[1] == "q" else []
    if "in" in rest:
        data["parent"] = rest[rest.index("in") + 1]
    if "fragment" in rest:
        data["fragment"] = True
    return data


def write_gold() -> None:
    """Write one JSONL file for each marked copy."""
    for path in sorted(HERE.glob("*.marked")):
        gold = gold_of(path.stem, read_sheet(path.read_text(encoding="utf-8")))
        out = SAMPLES / "gold" / f"{path.stem}.jsonl"
        out.write_text(json.dumps(gold, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_gold()
