"""The sets that the quote scripts read: German Wikinews (not shipped), and our own corpus.

Both become the same sheets: text, zones, tokens and what a person has marked.
"""

import gzip
import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rotstift.formats.marked import MarkupError, annotated, passages
from rotstift.model.items import Item, Negative, Quote, Zone, role_spans
from rotstift.model.span import Span
from rotstift.model.words import tokens as tokens_of
from rotstift.nlp.quotes.frames import frame_of
from rotstift.nlp.quotes.model.gold import Gold, GoldQuote
from rotstift.nlp.scoring import Unit, touched

FORMS = {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "reported",
    "FreeIndirect": "free_indirect",
    "IndirectFreeIndirect": "indirect_free",
}
STRAIGHT = {ord(mark): '"' for mark in "„“”»«"}
Places = dict[str, tuple[Span, ...]]


@dataclass(frozen=True)
class Marked:
    """One quote of a sheet."""

    type: str
    parts: tuple[Span, ...]
    roles: Places
    medium: str = ""


@dataclass(frozen=True)
class Sheet:
    """One article with its gold."""

    name: str
    text: str
    tokens: list[Span]
    quotes: list[Marked]
    zones: tuple[Zone, ...] = ()
    negatives: tuple[Span, ...] = field(default=())

    def units(self) -> list[Unit]:
        """The gold quotes as sets of token numbers."""
        return [
            Unit(
                quote.type,
                touched(self.tokens, quote.parts),
                {role: touched(self.tokens, spans) for role, spans in quote.roles.items()},
                quote.medium,
            )
            for quote in self.quotes
        ]

    def gold(self) -> Gold:
        """The same for training."""
        quotes = tuple(GoldQuote(q.type, q.parts, q.roles) for q in self.quotes if q.parts)
        return Gold(quotes, self.negatives)


def sheets(source: Path, split: str, *, straight: bool = False) -> list[Sheet]:
    """The articles of a part ("train" or "dev") of either set, told by what lies in the folder."""
    found = _corpus(source, split) if any(source.glob("*.marked")) else _wikinews(source, split)
    if not straight:
        return list(found)
    return [
        Sheet(s.name, s.text.translate(STRAIGHT), s.tokens, s.quotes, s.zones, s.negatives)
        for s in found
    ]


def _wikinews(folder: Path, split: str) -> Iterator[Sheet]:
    with gzip.open(folder / f"{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            doc = json.loads(line)
            quotes = [_wikinews_quote(quote) for quote in doc["quotes"]]
            tokens = [Span(*token) for token in doc["tokens"]]
            yield Sheet(str(doc["doc_id"]), doc["text"], tokens, quotes)


def _wikinews_quote(quote: dict[str, Any]) -> Marked:
    roles = {role: _spans(quote[role]) for role in ("speaker", "cue", "addressee", "frame")}
    return Marked(FORMS[quote["type"]], _spans(quote["quote"]), roles, quote["medium"])


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _corpus(folder: Path, split: str) -> Iterator[Sheet]:
    held = tomllib.loads((folder / "split.toml").read_text(encoding="utf-8"))["dev"]
    for file in sorted(folder.glob("*.marked")):
        if (file.stem in held) == (split == "dev"):
            for passage in passages(file.read_text(encoding="utf-8")):
                try:
                    one = annotated(passage)
                except MarkupError as error:
                    print(f"left out {passage.id}: {error}", file=sys.stderr)
                else:
                    yield _sheet(passage.id, one.article.text, one.items)


def _sheet(name: str, text: str, items: Sequence[Item]) -> Sheet:
    quotes = {item.id: item for item in items if isinstance(item, Quote)}
    return Sheet(
        name,
        text,
        list(tokens_of(text)),
        [_marked(quote, text, quotes) for quote in quotes.values()],
        tuple(item for item in items if isinstance(item, Zone)),
        tuple(item.span for item in items if isinstance(item, Negative)),
    )


def _marked(quote: Quote, text: str, quotes: dict[str, Quote]) -> Marked:
    roles = {role: role_spans(quote, role) for role in ("speaker", "cue", "addressee", "via")}
    return Marked(quote.type, quote.parts, roles | {"frame": frame_of(quote, text, quotes)})
