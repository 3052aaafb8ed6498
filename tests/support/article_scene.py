"""A made-up article with every kind of mark, for the tests of the article view."""

from dataclasses import dataclass, replace
from pathlib import Path

from rotstift.model.annotations import Annotations
from rotstift.model.article import Article
from rotstift.model.items import (
    Entity,
    Item,
    Mention,
    Negative,
    Origin,
    Quote,
    Standing,
    Zone,
    ZoneKind,
)
from rotstift.model.scheme import Scheme, parse_scheme
from rotstift.model.span import Span

LINES = (
    "Hafen Musterstadt wächst weiter",
    "",
    "03.05.2024 | 09:30 Uhr",
    "Bürgermeisterin Anna Beispiel sagte am Freitag, der Hafen\u00a0Musterstadt werde „sehr bald“ wachsen.",
    "",
    "",
    "„Wir bauen zwei neue Kais“, erklärte Beispiel im Rathaus. „Das kostet viel Geld und dauert lange.“",
    "Die Hafen-Gesellschaft teilte mit, dass sie „den größten Kran des Landes“ bestellt habe. "
    "Der Sprecher Bernd Muster nannte das Vorhaben einen „Glücksfall“ für alle im Land und darüber hinaus.",
    "Mehr zum Thema",
)
TEXT = "\n".join(LINES)
SCHEME_FILE = Path(__file__).resolve().parents[2] / "resources/schemes/news-de.toml"
REPEATED = ("e-hafen", "e-bernd", "q-kais", "q-kran", "n-glueck")
S, C, M = Standing.SUGGESTED, Standing.CHECKED, Standing.MADE


def scheme() -> Scheme:
    """The scheme of a new project."""
    return parse_scheme(SCHEME_FILE.read_text(encoding="utf-8"))


def origin(standing: Standing = C) -> Origin:
    """An origin with a score where a pipeline spoke."""
    return Origin("test 1", standing, None if standing is M else 0.91)


def span_of(words: str, text: str = TEXT, nth: int = 0) -> Span:
    """The nth place where the words stand."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def entity(
    item_id: str, words: str, label: str = "PER", standing: Standing = C, nth: int = 0
) -> Entity:
    """An entity on the nth occurrence of some words."""
    return Entity(item_id, span_of(words, nth=nth), label, origin(standing))


def zone(item_id: str, words: str, kind: ZoneKind) -> Zone:
    """A zone over the line with the words."""
    return Zone(item_id, span_of(words), kind, origin(S))


def items() -> list[Item]:
    """Every kind of item."""
    kais = Quote(
        "q-kais",
        (
            span_of("„Wir bauen zwei neue Kais“"),
            span_of("„Das kostet viel Geld und dauert lange.“"),
        ),
        "direct",
        origin(S),
        speaker=(Mention(span_of("Beispiel", nth=1)),),
        cue=(span_of("erklärte"),),
    )
    kran = Quote(
        "q-kran",
        (span_of("dass sie „den größten Kran des Landes“ bestellt habe"),),
        "indirect",
        origin(C),
        speaker=(Mention(span_of("Die Hafen-Gesellschaft")),),
        cue=(span_of("teilte"), span_of("mit,")),
    )
    inner = Quote(
        "q-inner", (span_of("„den größten Kran des Landes“"),), "direct", origin(M), parent="q-kran"
    )
    bald = Quote("q-bald", (span_of("„sehr bald“"),), "direct", origin(C), fragment=True)
    return [
        zone("z1", "Hafen Musterstadt wächst", ZoneKind.HEADLINE),
        zone("z2", "03.05.2024", ZoneKind.DATELINE),
        zone("z3", "Mehr zum Thema", ZoneKind.TEASER),
        entity("e-anna", "Anna Beispiel"),
        entity("e-ort", "Musterstadt", "LOC", S),
        entity("e-hafen", "Hafen", "ORG", M, nth=2),
        entity("e-bernd", "Bernd Muster", "PER", M),
        kais,
        kran,
        inner,
        bald,
        Negative("n-glueck", span_of("„Glücksfall“"), "scare", origin(C)),
    ]


@dataclass(frozen=True)
class Scene:
    """What a view shows."""

    article: Article
    state: Annotations
    scheme: Scheme


def scene() -> Scene:
    """The article with all its items."""
    return Scene(Article("a1", TEXT, LINES[0]), Annotations.of(len(TEXT), items()), scheme())


def many_paragraphs(count: int) -> Scene:
    """A long article: the same body again and again, each time with its marks."""
    body = "\n".join(LINES[6:8])
    shift = TEXT.index(LINES[6])
    text = "\n".join([body] * count)
    moved: list[Item] = []
    for turn in range(count):
        step = turn * (len(body) + 1) - shift
        moved += [_moved(item, step, turn) for item in items() if item.id in REPEATED]
    return Scene(Article("long", text, "long"), Annotations.of(len(text), moved), scheme())


def _shift(span: Span, step: int) -> Span:
    return Span(span.start + step, span.end + step)


def _moved(item: Item, step: int, turn: int) -> Item:
    name = f"{item.id}-{turn}"
    if isinstance(item, Quote):
        return replace(
            item,
            id=name,
            parts=tuple(_shift(part, step) for part in item.parts),
            speaker=tuple(Mention(_shift(mention.span, step)) for mention in item.speaker),
            cue=tuple(_shift(span, step) for span in item.cue),
        )
    assert isinstance(item, Entity | Negative)
    return replace(item, id=name, span=_shift(item.span, step))
