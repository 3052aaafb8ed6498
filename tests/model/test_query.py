"""The language of the project's search, and where a query holds in an article."""

import pytest

from rotstift.model.edit import Drop, Put
from rotstift.model.history import EntryKind
from rotstift.model.hits import Told, hits_in, touches
from rotstift.model.items import (
    Entity,
    Item,
    Mention,
    Negative,
    NegativeOf,
    Note,
    Origin,
    Quote,
    Standing,
    Zone,
    ZoneKind,
)
from rotstift.model.query import QueryError, parse
from rotstift.model.span import Span
from rotstift.session.sample import shipped_scheme

SCHEME = shipped_scheme()
TEXT = "Anna Berg in Kiel\n„Wir sind bereit, Kiel“, sagte Berg. Freie Wörter.\n"
ANNA = Entity("e1", Span(0, 9), "PER", Origin("p 1", Standing.SUGGESTED))
KIEL = Entity("e2", Span(13, 17), "ORG", Origin("p 1", Standing.MADE))
INNER = Entity("e3", Span(36, 40), "LOC", Origin("p 1", Standing.CHECKED))
BERG = TEXT.index("Berg", 20)
QUOTE = Quote(
    "q1",
    (Span(18, 41),),
    "direct",
    Origin("p 1", Standing.SUGGESTED),
    speaker=(Mention(Span(BERG, BERG + 4)),),
)
HEAD = Zone("z1", Span(0, 17), ZoneKind.HEADLINE, Origin("x"))
NOTE = Note("n1", "Noch fragen", Origin("Kim"), "e2")
ITEMS: list[Item] = [ANNA, KIEL, INNER, QUOTE, HEAD, NOTE]
WAS_LOC = Entity("e2", Span(13, 17), "LOC", Origin("p 1", Standing.SUGGESTED))
GONE = Entity("e9", Span(23, 27), "PER", Origin("p 1", Standing.SUGGESTED))
DENIED = Entity("e8", Span(18, 22), "PER", Origin("p 1", Standing.SUGGESTED))
NEGATIVE = Negative("x8", DENIED.span, "other", Origin("Kim"), NegativeOf.ENTITY)
LOG = [
    Told(1, "anna", EntryKind.EDIT, None, (Put(KIEL),), (Put(WAS_LOC),)),
    Told(2, "Kim", EntryKind.EDIT, None, (Drop("e9"),), (Put(GONE),)),
    Told(3, "Kim", EntryKind.EDIT, None, (Drop("e8"), Put(NEGATIVE)), (Put(DENIED), Drop("x8"))),
    Told(4, "Kim", EntryKind.EDIT, None, (Put(INNER),), (Put(ANNA),)),
    Told(5, "Kim", EntryKind.UNDO, 4, (), ()),
]


def found(query: str) -> list[str]:
    hits = hits_in(parse(query, SCHEME), TEXT, ITEMS, touches(LOG))
    return [hit.item or hit.span.of(TEXT) for hit in hits]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("kiel", ["Kiel", "Kiel"]),
        ('"freie Wörter"', ["Freie Wörter"]),
        ("worter", ["Wörter"]),
        ("Wört", ["Wört"]),
        ("Wört kiel", ["Kiel", "Kiel"]),
        ("label:PER", ["e1"]),
        ("label:loc,ORG", ["e2", "e3"]),
        ("label:LOC label:ORG", ["e2", "e3"]),
        ("type:direct", ["q1"]),
        ("typ:direkt sprecher:berg", ["q1"]),
        ("speaker:Scholz", []),
        ("label:LOC speaker:Berg", ["e3"]),
        ("label:ORG speaker:Berg", []),
        ('entity:"anna berg"', ["e1"]),
        ("name:kiel stand:eigen", ["e2"]),
        ("standing:checked", ["e3"]),
        ("by:Anna", ["e2"]),
        ("von:LOC zu:ORG", ["e2"]),
        ("from:ORG to:LOC", []),
        ("to:removed", ["sind"]),
        ("to:removed by:anna", []),
        ("zu:verneint", ["„Wir"]),
        ("from:LOC by:kim", []),
        ("note:fragen", ["e2"]),
        ("notiz:*", ["e2"]),
        ("note:anders", []),
        ("kiel zone:headline", ["Kiel"]),
        ("teil:überschrift label:LOC", []),
        ("zone:headline", ["Anna Berg in Kiel"]),
    ],
)
def test_where_a_query_holds(query: str, hits: list[str]) -> None:
    assert found(query) == hits


def test_a_whole_query_is_understood() -> None:
    query = parse(
        'label:PER speaker:Scholz type:direct status:confirmed by:anna from:LOC to:ORG "freie Wörter"',
        SCHEME,
    )
    assert query.words == ("freie Wörter",)
    assert query.fields == {
        "label": ("PER",),
        "speaker": ("Scholz",),
        "type": ("direct",),
        "status": ("confirmed",),
        "by": ("anna",),
        "from": ("LOC",),
        "to": ("ORG",),
    }
    assert not query.unfinished
    assert parse("status:offen", SCHEME).get("status") == ("open",)
    assert parse("bere", SCHEME).unfinished
    assert not parse("bere ", SCHEME).unfinished
    assert parse(" - ", SCHEME).empty


@pytest.mark.parametrize("query", ["colour:red", "label:XYZ", "label:", "status:maybe", 'type:""'])
def test_what_cannot_be_meant_is_told_in_a_sentence(query: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query, SCHEME)
    assert query.partition(":")[0] in str(caught.value.sentence)
