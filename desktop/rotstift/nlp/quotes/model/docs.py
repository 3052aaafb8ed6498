"""Docs: our items in a spaCy Doc and back, in the layout of `rotstift.nlp.docbin`.

doc.spans["quotes"]   label = type, span id = quote id; attrs: scores (one a span), fragments (ids),
                      parents (id -> id of the quote it stands in)
doc.spans[role]       span id = quote id; attrs: kinds (one a span) for speaker, addressee, via
doc.spans["negatives"] label = reason; attrs: scores
"""

from collections.abc import Iterable, Sequence
from typing import Any

from rotstift.model.items import (
    ROLES,
    Markable,
    Mention,
    Negative,
    Origin,
    Quote,
    Zone,
    ZoneKind,
    role_spans,
)
from rotstift.model.span import Span
from rotstift.nlp.quotes.model.gold import Gold, GoldQuote

_KINDS = frozenset(kind.value for kind in ZoneKind)


def zones_of(doc: Any) -> tuple[Zone, ...]:
    """The zones that the doc comes with."""
    if "zones" not in doc.spans:
        return ()
    return tuple(
        Zone(
            span.id_ or str(number),
            Span(span.start_char, span.end_char),
            ZoneKind(span.label_),
            Origin(""),
        )
        for number, span in enumerate(doc.spans["zones"])
        if span.label_ in _KINDS
    )


def gold_of(doc: Any) -> Gold:
    """What a reference doc says: quotes with their roles, and negatives."""
    parts: dict[str, list[Span]] = {}
    types: dict[str, str] = {}
    for number, span in enumerate(_group(doc, "quotes")):
        key = span.id_ or f"#{number}"
        parts.setdefault(key, []).append(_place(span))
        types[key] = span.label_
    roles: dict[str, dict[str, list[Span]]] = {}
    for role in ROLES:
        for span in _group(doc, role):
            roles.setdefault(span.id_, {}).setdefault(role, []).append(_place(span))
    quotes = tuple(
        GoldQuote(
            types[key],
            tuple(sorted(places)),
            {role: tuple(sorted(spans)) for role, spans in roles.get(key, {}).items()},
        )
        for key, places in parts.items()
    )
    return Gold(quotes, tuple(_place(span) for span in _group(doc, "negatives")))


def _group(doc: Any, key: str) -> Sequence[Any]:
    return list(doc.spans[key]) if key in doc.spans else []


def _place(span: Any) -> Span:
    return Span(span.start_char, span.end_char)


def write(doc: Any, items: Iterable[Markable]) -> None:
    """Put items into the doc; a border inside a token takes the whole token."""
    every = list(items)
    quotes = [item for item in every if isinstance(item, Quote)]
    pairs = [(quote, part) for quote in quotes for part in quote.parts]
    _fill(
        doc, "quotes", [(part, quote.type, quote.id) for quote, part in pairs],
        scores=[quote.origin.score or 0.0 for quote, _ in pairs],
        agreed=[quote.origin.agreed for quote, _ in pairs],
        fragments=[quote.id for quote in quotes if quote.fragment],
        parents={quote.id: quote.parent for quote in quotes if quote.parent},
    )  # fmt: skip
    for role in ROLES:
        rows = [(span, role, quote.id) for quote in quotes for span in role_spans(quote, role)]
        kinds = [mention.kind.value for quote in quotes for mention in _mentions(quote, role)]
        _fill(doc, role, rows, kinds=kinds)
    negatives = [item for item in every if isinstance(item, Negative)]
    rows = [(item.span, item.reason, item.id) for item in negatives]
    scores = [item.origin.score or 0.0 for item in negatives]
    _fill(doc, "negatives", rows, scores=scores, agreed=[item.origin.agreed for item in negatives])


def _mentions(quote: Quote, role: str) -> tuple[Mention, ...]:
    return {"speaker": quote.speaker, "addressee": quote.addressee, "via": quote.via}.get(role, ())


def _fill(doc: Any, key: str, rows: Sequence[tuple[Span, str, str]], **attrs: Any) -> None:
    from spacy.tokens import SpanGroup

    spans = [
        doc.char_span(span.start, span.end, label=label, span_id=name, alignment_mode="expand")
        for span, label, name in rows
    ]
    doc.spans[key] = SpanGroup(doc, name=key, attrs=attrs, spans=spans)
