"""DocBin layout: one article with its items as one spaCy Doc, every span checked.

doc.ents                 entities, flat: of two that overlap the longer one; kb_id = identity
doc.spans["entities"]    all entities that lie on tokens; span id = item id
doc.spans["quotes"]      label = type; one span a part; the parts of a quote share its id
doc.spans["speaker"], ["cue"], ["addressee"], ["via"]       span id = the quote's id
doc.spans["negatives"]   label = reason        doc.spans["zones"]   label = kind
doc.user_data["rotstift"]   JSON text: the article's id and all items, nothing lost
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rotstift.model.codec import Json, item_from_json, item_to_json
from rotstift.model.items import (
    ROLES,
    Entity,
    Item,
    Negative,
    Note,
    Quote,
    Zone,
    role_spans,
    roles_of,
)
from rotstift.model.report import Case, Outcome, Report
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.align import INSIDE_TOKEN, SPACES, Aligned, TokenMap, split_at_hyphens

USER_DATA = "rotstift"
GROUPS = ("entities", "quotes", *ROLES, "negatives", "zones")
OVERLAP = QT_TRANSLATE_NOOP(
    "Report", "overlaps a longer entity; stands in doc.spans['entities'] only"
)
LOST_PART = QT_TRANSLATE_NOOP(
    "Report", "a part of the quote starts or ends inside a token; the other parts are written"
)
LOST_QUOTE = QT_TRANSLATE_NOOP("Report", "its quote could not be written")
OWN_ROLE = QT_TRANSLATE_NOOP(
    "Report", "a role of the scheme’s own: in the user data of the doc, not in its spans"
)
NO_TEXT = QT_TRANSLATE_NOOP("Report", "the article has no text")
MOVED = QT_TRANSLATE_NOOP("Report", "spaCy gives the text back changed")


@dataclass(frozen=True, slots=True)
class Layout:
    """How articles become docs."""

    language: str = "de"
    """spaCy's code; the tokenizer comes from it."""
    split_hyphens: bool = False
    """Split words at hyphens, so that part-word entities fit."""
    plain_spaces: bool = False
    """No-break spaces become spaces, one for one: as our pipelines read an article."""


def blank(layout: Layout) -> Any:
    """The empty pipeline whose tokenizer the docs are made with. Raises ValueError for a language
    that spaCy does not know."""
    import spacy

    try:
        nlp = spacy.blank(layout.language)
    except ImportError:
        raise ValueError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Messages", "spaCy knows no language {language}; try 'de', 'en' or 'xx'."
                ),
                language=repr(layout.language),
            )
        ) from None
    if layout.split_hyphens:
        split_at_hyphens(nlp)
    return nlp


class DocMaker:
    """Makes checked docs and writes into a report what did not fit."""

    def __init__(self, layout: Layout, report: Report) -> None:
        self._layout = layout
        self._report = report
        self.nlp = blank(layout)

    def make(self, article: str, text: str, items: Iterable[Item]) -> Any | None:
        """The article as a Doc; None (and a case) when there is no way to write it."""
        every = list(items)
        self._report.ask("article")
        source = text.translate(SPACES) if self._layout.plain_spaces else text
        doc = self.nlp.make_doc(source)
        problem = NO_TEXT if not text.strip() else MOVED if doc.text != source else ""
        if problem:
            self._refuse(article, problem, every)
            return None
        _DocFiller(article, text, doc, self._report).fill(every)
        self._report.written("article")
        return doc

    def _refuse(self, article: str, problem: str, items: list[Item]) -> None:
        self._report.add(Case(article, "article", Outcome.IMPOSSIBLE, problem))
        for kind, span in _asked(items):
            self._report.ask(kind)
            self._report.add(Case(article, kind, Outcome.IMPOSSIBLE, problem, span))


def _asked(items: Iterable[Item]) -> Iterator[tuple[str, Span | None]]:
    """Everything that the report counts in the items: (kind, place)."""
    for item in items:
        match item:
            case Entity():
                yield "entity", item.span
            case Negative():
                yield "negative", item.span
            case Zone():
                yield "zone", item.span
            case Note():
                yield "note", None
            case Quote():
                yield "quote", item.span
                for role in roles_of(item):
                    for span in role_spans(item, role):
                        yield role, span


class _DocFiller:
    """Puts the items of one article into its doc."""

    def __init__(self, article: str, text: str, doc: Any, report: Report) -> None:
        self._article, self._text, self._doc, self._report = article, text, doc, report
        self._tokens = TokenMap(doc)
        self._groups: dict[str, list[Any]] = {key: [] for key in GROUPS}

    def fill(self, items: list[Item]) -> None:
        """All items; one outcome each in the report."""
        for kind, _ in _asked(items):
            self._report.ask(kind)
        self._entities([item for item in items if isinstance(item, Entity)])
        for item in items:
            match item:
                case Quote():
                    self._quote(item)
                case Negative():
                    self._simple("negative", "negatives", item.span, item.reason, item.id)
                case Zone():
                    self._simple("zone", "zones", item.span, item.kind.value, item.id)
                case Note():
                    self._report.written("note")
        for key, spans in self._groups.items():
            self._doc.spans[key] = spans
        self._doc.user_data[USER_DATA] = _links(self._article, items)

    def _case(self, kind: str, outcome: Outcome, reason: str, span: Span) -> None:
        place = Case(self._article, kind, outcome, reason, span, span.of(self._text))
        self._report.add(place)

    def _place(
        self, span: Span, label: str, item_id: str, identity: str = "", *, stop: bool = False
    ) -> tuple[Any, str]:
        """The doc's span and "" or how it was adapted; None and why there is no such span."""
        aligned = self._tokens.align(span, self._text, stop=stop)
        if not isinstance(aligned, Aligned):
            return None, aligned
        from spacy.tokens import Span as DocSpan

        made = DocSpan(
            self._doc, aligned.start, aligned.end, label, kb_id=identity, span_id=item_id
        )
        return (made, aligned.adapted) if self._stands(made, aligned.span) else (None, MOVED)

    def _stands(self, made: Any, span: Span) -> bool:
        """The last check: spaCy's own offsets and text against what should stand there."""
        asked = span.of(self._text).translate(SPACES)
        found = made.text.translate(SPACES)
        return found == asked and (made.start_char, made.end_char) == (span.start, span.end)

    def _simple(self, kind: str, group: str, span: Span, label: str, item_id: str) -> bool:
        made, reason = self._place(span, label, item_id, stop=kind in ROLES)
        if made is None:
            self._case(kind, Outcome.IMPOSSIBLE, reason, span)
            return False
        self._groups[group].append(made)
        if reason:
            self._case(kind, Outcome.ADAPTED, reason, span)
        else:
            self._report.written(kind)
        return True

    def _entities(self, entities: list[Entity]) -> None:
        """The longest first, so that of two that overlap the longer one stands in doc.ents."""
        flat: list[Any] = []
        taken: set[int] = set()
        for item in sorted(entities, key=lambda entity: (-len(entity.span), entity.span)):
            made, reason = self._place(item.span, item.label, item.id, item.identity or "")
            if made is None:
                self._case("entity", Outcome.IMPOSSIBLE, reason, item.span)
                continue
            self._groups["entities"].append(made)
            if taken.isdisjoint(range(made.start, made.end)):
                taken.update(range(made.start, made.end))
                flat.append(made)
            else:
                reason = OVERLAP
            if reason:
                self._case("entity", Outcome.ADAPTED, reason, item.span)
            else:
                self._report.written("entity")
        self._doc.set_ents(sorted(flat, key=lambda span: int(span.start)), default="outside")

    def _quote(self, quote: Quote) -> None:
        parts = [self._place(part, quote.type, quote.id, stop=True) for part in quote.parts]
        made = [span for span, _ in parts if span is not None]
        self._groups["quotes"].extend(made)
        if not made:
            self._case("quote", Outcome.IMPOSSIBLE, parts[0][1], quote.span)
        elif len(made) < len(parts):
            self._case("quote", Outcome.ADAPTED, LOST_PART, quote.span)
        elif reasons := [reason for _, reason in parts if reason]:
            self._case("quote", Outcome.ADAPTED, reasons[0], quote.span)
        else:
            self._report.written("quote")
        for role in ROLES:
            for span in role_spans(quote, role):
                if made:
                    self._simple(role, role, span, role, quote.id)
                else:
                    self._case(role, Outcome.IMPOSSIBLE, LOST_QUOTE, span)
        for role, spans in quote.more:
            for span in spans:
                self._case(role, Outcome.ADAPTED, OWN_ROLE, span)


def _links(article: str, items: Iterable[Item]) -> str:
    """JSON text, not a tree: spaCy gives lists back as tuples."""
    data: Json = {"article": article, "items": [item_to_json(item) for item in items]}
    return json.dumps(data, separators=(",", ":"))


def items_in(doc: Any) -> tuple[str, list[Item]]:
    """The article's id and all items of a doc that was written here.

    Raises ValueError for a doc from elsewhere.
    """
    if USER_DATA not in doc.user_data:
        raise ValueError("the doc holds no items of Rotstift")
    data = json.loads(doc.user_data[USER_DATA])
    return data["article"], [item_from_json(item) for item in data["items"]]


__all__ = ["GROUPS", "INSIDE_TOKEN", "DocMaker", "Layout", "blank", "items_in"]
