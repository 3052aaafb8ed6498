"""Searching the project: what the indexes leave out never held anything, and steps come to the end."""

import pytest
from project_help import make_session

from rotstift.model import verbs
from rotstift.model.edit import Edit, Put
from rotstift.model.items import Entity, Note, Origin, Quote, Standing, Zone, ZoneKind
from rotstift.model.query import parse
from rotstift.model.span import Span
from rotstift.session.searching import Search
from rotstift.session.session import Session

ONE = "Anna Berg in Kiel\n„Wir sind bereit“, sagte Berg.\n"
TWO = "Müller in Bonn\nKein Wort von Berg.\n"
MACHINE = Origin("p 1", Standing.SUGGESTED)


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path / "p.rotstift", ONE, TWO)
    made.take_suggestions(
        "a1",
        [
            Entity("e1", Span(0, 9), "PER", MACHINE),
            Entity("e2", Span(13, 17), "ORG", MACHINE),
            Quote("q1", (Span(18, 35),), "direct", MACHINE),
        ],
        "p 1",
    )
    made.take_suggestions("a2", [Entity("f1", Span(0, 6), "PER", MACHINE)], "p 1")
    state = made.look("a1").state
    made.do("a1", verbs.relabel(ONE, state.get("e2"), "LOC", "Kim"))
    made.do("a2", Edit("note", (Put(Note("n1", "Wer?", Origin("Kim"), "f1")),)))
    head = Zone("z1", Span(0, 14), ZoneKind.HEADLINE, Origin("Kim"))
    made.do("a2", Edit("zone", (Put(head),)))
    yield made
    made.close()


def found(session: Session, query: str) -> list[tuple[str, str]]:
    search = Search(session, parse(query, session.scheme))
    search.begin()
    while search.look_on(1.0):
        pass
    assert search.done
    assert search.damaged == 0
    assert search.hits == sum(len(one.hits) for one in search.found)
    return [(one.article, line[1]) for one in search.found for line in one.lines]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("berg", [("a1", "Berg"), ("a1", "Berg"), ("a2", "Berg")]),
        ("muller", [("a2", "Müller")]),
        ('"sagte Berg"', [("a1", "sagte Berg")]),
        ("label:PER", [("a1", "Anna Berg"), ("a2", "Müller")]),
        ("label:PER bonn", [("a2", "Müller")]),
        ("type:direct", [("a1", "„Wir sind bereit“")]),
        ("standing:made", [("a1", "Kiel")]),
        ("from:ORG to:LOC by:kim", [("a1", "Kiel")]),
        ("by:niemand", []),
        ("note:wer", [("a2", "Müller")]),
        ("zone:headline müller", [("a2", "Müller")]),
        ("status:in_progress label:PER", [("a1", "Anna Berg"), ("a2", "Müller")]),
        ("status:confirmed label:PER", []),
        ("nirgends", []),
    ],
)
def test_what_is_found(session, query, hits):
    assert found(session, query) == hits


def test_what_was_undone_is_not_found(session):
    while session.undo_entry is not None:
        session.undo()
    assert found(session, "from:ORG to:LOC") == []
    assert found(session, "label:ORG") == [("a1", "Kiel")]


def test_the_first_page_stops_and_the_rest_follows(session):
    search = Search(session, parse("label:PER", session.scheme))
    search.begin()
    assert search.look_on(10.0, most=1)
    assert (search.hits, search.looked) == (1, 1)
    assert not search.look_on(10.0)
    assert search.hits == 2
