"""JSON lines, the way out: an article with its items as one object; nothing is lost."""

from collections.abc import Mapping
from typing import Any

from rotstift.formats.base import Annotated
from rotstift.model.items import (
    ArticleStatus,
    Entity,
    Item,
    Mention,
    Negative,
    Note,
    Origin,
    Quote,
    SourceKind,
    Zone,
    role_spans,
    roles_of,
    spans_of,
)
from rotstift.model.report import Case, Outcome, Report
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP

Json = dict[str, Any]

_KINDS: dict[type[Item], str] = {
    Entity: "entity",
    Quote: "quote",
    Negative: "negative",
    Zone: "zone",
    Note: "note",
    ArticleStatus: "status",
}


def object_of(annotated: Annotated, report: Report) -> Json:
    """The article as the object of its line; the report gets every item that was asked for."""
    article = annotated.article
    rows: dict[str, list[Json]] = {"ents": [], "quotes": [], "negatives": [], "notes": []}
    zones: list[Zone] = []
    data: Json = {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "source_digest": article.source_digest,
    }
    for item in annotated.items:
        if not _accounted(item, annotated, report):
            continue
        match item:
            case Zone():
                zones.append(item)
            case ArticleStatus():
                data["status"] = item.value.value
            case Entity():
                rows["ents"].append(_entity(item, annotated.wikidata))
            case Quote():
                rows["quotes"].append(_quote(item))
            case Negative():
                rows["negatives"].append(_negative(item))
            case Note():
                rows["notes"].append(_note(item))
    data["text"] = article.text
    data["zones"] = [[zone.span.start, zone.span.end, zone.kind.value] for zone in zones]
    data["zone_origins"] = [{"id": zone.id} | _origin(zone.origin) for zone in zones]
    return data | rows | {"meta": dict(article.meta)}


def _accounted(item: Item, annotated: Annotated, report: Report) -> bool:
    kind = _KINDS[type(item)]
    report.ask(kind)
    spans = [*spans_of(item)]
    if isinstance(item, Quote):
        spans += [span for role in roles_of(item) for span in role_spans(item, role)]
    beyond = next((span for span in spans if span.end > len(annotated.article.text)), None)
    if beyond is None:
        report.written(kind)
        return True
    reason = QT_TRANSLATE_NOOP("Report", "ends after the text")
    report.add(Case(annotated.article.id, kind, Outcome.IMPOSSIBLE, reason, beyond))
    return False


def _origin(origin: Origin) -> Json:
    score: Json = {} if origin.score is None else {"score": origin.score}
    return {"author": origin.author, "status": origin.standing.value, **score}


def _edges(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _entity(item: Entity, wikidata: Mapping[str, str]) -> Json:
    identity: Json = {} if item.identity is None else {"identity": item.identity}
    if item.identity is not None and item.identity in wikidata:
        identity["wikidata"] = wikidata[item.identity]
    return (
        {**_edges(item.span), "label": item.label, "id": item.id} | identity | _origin(item.origin)
    )


def _quote(item: Quote) -> Json:
    row: Json = {
        "id": item.id,
        "type": item.type,
        "parts": _pairs(item.parts),
        "speaker": _mentions(item.speaker),
        "cue": _pairs(item.cue),
        "addressee": _mentions(item.addressee),
        "via": _mentions(item.via),
    }
    if item.parent is not None:
        row["parent"] = item.parent
    if item.fragment:
        row["fragment"] = True
    if item.more:
        row["more"] = {role: _pairs(spans) for role, spans in item.more}
    return row | _origin(item.origin)


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _mentions(mentions: tuple[Mention, ...]) -> list[list[Any]]:
    return [_mention(mention) for mention in mentions]


def _mention(mention: Mention) -> list[Any]:
    pair: list[Any] = [mention.span.start, mention.span.end]
    if mention.identity:
        return [*pair, mention.kind.value, mention.identity]
    return pair if mention.kind is SourceKind.UNKNOWN else [*pair, mention.kind.value]


def _negative(item: Negative) -> Json:
    row: Json = {**_edges(item.span), "reason": item.reason, "of": item.of.value, "id": item.id}
    return row | _origin(item.origin)


def _note(item: Note) -> Json:
    target: Json = {"target": item.target} if item.target else {}
    return {"id": item.id, "text": item.text} | target | _origin(item.origin)
