"""The simulated person of the effort bench, on an article of our own: ends at the gold, counts every action."""

import sys
from pathlib import Path

import pytest
from articles import HARBOUR, span_of
from person import Person

from rotstift.model.items import Quote
from rotstift.model.span import Span
from rotstift.session.effort import actions_of

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))
from replay.hands import Hands
from replay.needs import Need, Wanted, needs, wrong_links
from replay.peers import PEERS, cost
from replay.player import Player

KEYS = {"direct": "D", "indirect": "I", "reported": "R"}


def wanted(kind: str, *parts: str, **roles: tuple[Span, ...]) -> Wanted:
    return Wanted(kind, tuple(span_of(part) for part in parts), roles)


GOLD = [
    wanted(
        "indirect",
        "Mehr Mitglieder soll der Hansebund nicht bekommen",
        speaker=(span_of("Beide"),),
        cue=(span_of("festgelegt"),),
    ),
    wanted(
        "direct",
        '"Kein Land fischt dem anderen die Netze leer"',
        speaker=(span_of("im Abkommen der Häfen"),),
        cue=(span_of("steht"),),
    ),
    wanted("indirect", '"die alten Bojen stehen lassen"', '"die Lotsen (...) bezahlen"'),
    wanted(
        "direct",
        '"So offen haben wir selten geredet"',
        speaker=(span_of("Morgenrot", nth=3),),
        cue=(span_of("sagte"),),
    ),
    wanted("reported", "Zum Hansebund schwieg Lindqvist.", cue=(span_of("schwieg"),)),
]
"""With borders, roles in and beside the quote, two parts, and a quote that nobody has suggested."""


def quotes(person: Person) -> set[tuple[str, tuple[Span, ...]]]:
    return {(one.type, one.parts) for one in person.state.quotes}


def test_the_person_comes_to_the_gold_and_every_action_is_counted(person: Person) -> None:
    person.window.resize(1480, 1400)
    assert person.text == HARBOUR.replace("\r", "")
    hands = Hands(person.program)
    player = Player(hands, KEYS)
    player.split_where_it_helps(GOLD)
    todo = needs(person.state, GOLD)
    assert any(not need.right for need in todo)
    assert player.correct(GOLD) == []
    assert quotes(person) == {(one.type, one.parts) for one in GOLD}
    assert all(need.right for need in needs(person.state, GOLD))
    assert sum(hands.done.values()) == hands.actions
    session = person.program.desk.core.session
    logged = sum(actions_of(one) or 0 for one in session.project.log_book.entries())
    assert logged + session.meter.actions == hands.actions, "the log's own count is the same"
    for peer in (one for one in PEERS if one.link):
        theirs = cost(peer, todo)
        assert hands.actions < theirs.total - theirs.confirm, peer.name


def test_what_is_right_needs_nothing_and_costs_the_peers_nothing_but_going_on(
    person: Person,
) -> None:
    quote = next(one for one in person.state.quotes if isinstance(one, Quote))
    right = Wanted(
        quote.type,
        quote.parts,
        {"speaker": tuple(m.span for m in quote.speaker), "cue": quote.cue},
    )
    need = Need(quote, right)
    assert need.right
    assert [cost(peer, [need]).total for peer in PEERS] == [peer.confirm for peer in PEERS]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Prodigy", 2 + 3 * 2), ("Label Studio", 2 + 6 * 2), ("TagEditor", 2), ("QualCoder", 3)],
)
def test_the_peers_are_counted_by_the_survey(name: str, expected: int) -> None:
    new = Need(None, wanted("direct", '"So offen', speaker=(Span(0, 1),), cue=(Span(2, 3),)))
    peer = next(one for one in PEERS if one.name == name)
    assert cost(peer, [new]).total - peer.confirm == expected
    assert wrong_links([new]) == 2
