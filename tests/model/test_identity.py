"""Identity: the rules, what a person said before them, and whom a pronoun may mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from item_strategies import states, texts

from rotstift.model.annotations import Annotations
from rotstift.model.identity import (
    Named,
    group_of,
    identities,
    is_pronoun,
    names_in,
    plain_name,
    proposals,
    speaker_identity,
)
from rotstift.model.items import Entity, Mention, Origin
from rotstift.model.span import Span

KIM = Origin("Kim")


def entities(text: str, *names: tuple[str, str], **identity: str) -> Annotations:
    """Each name at its next place in the text; `identity` by the number of the name: _0, _1."""
    found, at = [], 0
    for number, (words, label) in enumerate(names):
        at = text.index(words, at)
        own = identity.get(f"_{number}")
        found.append(Entity(str(number), Span(at, at + len(words)), label, KIM, own))
        at += len(words)
    return Annotations.of(len(text), found)


def told(text: str, *names: tuple[str, str], **identity: str) -> list[str]:
    return list(identities(text, names_in(text, entities(text, *names, **identity))).values())


P, O = "PER", "ORG"  # noqa: E741 - as on the keys
RULES = [
    ("Tjark Hollmann kam. Hollmann ging.", [("Tjark Hollmann", P), ("Hollmann", P)], "Tjark Hollmann"),
    ("Hollmann kam. Tjark Hollmann ging.", [("Hollmann", P), ("Tjark Hollmann", P)], "Tjark Hollmann"),
    ("Tjark\u00a0Hollmann, Hollmanns Rede", [("Tjark\u00a0Hollmann", P), ("Hollmanns", P)], "Tjark Hollmann"),
    ("Präsidentin Renate Kuhl. Kuhl", [("Präsidentin Renate Kuhl", P), ("Kuhl", P)], "Renate Kuhl"),
    ("Präsidentin Kuhl und Renate Kuhl", [("Präsidentin Kuhl", P), ("Renate Kuhl", P)], "Renate Kuhl"),
    ("Bund der Windmüller (BdW) und BdW", [("Bund der Windmüller", O), ("BdW", O), ("BdW", O)], "Bund der Windmüller"),
    ("NATO und Nato", [("NATO", O), ("Nato", O)], "NATO"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "expected"), RULES)
def test_the_rules_find_one_identity(text, names, expected):
    found = told(text, *names)
    assert len(set(found)) == 1, found
    if expected:
        assert found[0] == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Berg und Berg", [("Anna Berg", P), ("Berg", "LOC")]),
        ("Anna Berg und Olaf Berg", [("Anna Berg", P), ("Olaf Berg", P)]),
        ("Stadtwerke (Kiel)", [("Stadtwerke", O), ("Kiel", "LOC")]),
        ("Anna und Bernd", [("Anna", P), ("Bernd", P)]),
    ],
)
def test_what_is_not_one(text, names):
    assert len(set(told(text, *names))) == 2


def test_of_two_with_the_same_last_name_the_nearest_before():
    text = "Anna Berg sprach. Berg ging. Olaf Berg kam. Berg lachte."
    names = [("Anna Berg", P), ("Berg", P), ("Olaf Berg", P), ("Berg", P)]
    assert told(text, *names) == ["Anna Berg", "Anna Berg", "Olaf Berg", "Olaf Berg"]


def test_what_a_person_said_wins_and_teaches_the_rest():
    text = "Kuhl kam. Die Präsidentin Kuhl ging. Kuhl"
    names = [("Kuhl", P), ("Kuhl", P), ("Kuhl", P)]
    assert told(text, *names, _0="Renate Kuhl") == ["Renate Kuhl"] * 3
    assert told(text, *names, _0="Renate Kuhl", _2="Otto Kuhl")[2] == "Otto Kuhl"


def test_the_others_of_a_group():
    text = "Tjark Hollmann, Hollmann, Kiel"
    state = entities(text, ("Tjark Hollmann", P), ("Hollmann", P), ("Kiel", "LOC"))
    names = identities(text, names_in(text, state))
    assert group_of(names, "0") == ("1",)
    assert group_of(names, "2") == ()


def test_speakers_resolve_to_the_person_inside():
    text = "Umweltminister Tjark Hollmann aus Kiel. Hollmann. er. das Papier"
    state = entities(text, ("Tjark Hollmann", P), ("Kiel", "LOC"), ("Hollmann", P))
    names = identities(text, names_in(text, state))

    def who(words: str, identity: str | None = None) -> str:
        at = text.index(words)
        mention = Mention(Span(at, at + len(words)), identity=identity)
        return speaker_identity(text, mention, state.entities, names)

    assert who("Umweltminister Tjark Hollmann aus Kiel") == "Tjark Hollmann"
    assert who("er. das", "Tjark Hollmann") == "Tjark Hollmann"
    assert who("das Papier") == "das Papier"


def test_proposals_put_the_rule_first_and_a_pronoun_low():
    text = "Anna Berg traf Olaf Zweig. Berg lachte, er auch."
    state = entities(text, ("Anna Berg", P), ("Olaf Zweig", P), ("Berg", P))
    first, *rest = proposals(text, state, Span(27, 31), "2")
    assert (first.identity, first.score) == ("Anna Berg", 0.95)
    assert {one.identity for one in rest} == {"Olaf Zweig"}
    at = text.index("er auch")
    er = proposals(text, state, Span(at, at + 2), None)
    assert er[0].score == 0.3
    assert is_pronoun("Er")
    assert not is_pronoun("Berg")


@given(st.data())
def test_every_name_has_an_identity_whatever_the_text(data):
    text = data.draw(texts)
    state = data.draw(states(len(text)))
    names = names_in(text, state)
    found = identities(text, names)
    assert set(found) == {name.id for name in names}
    for name in names:
        if name.identity:
            assert found[name.id] == name.identity
    again = [Named(n.id, n.span, n.label, n.words, found[n.id]) for n in names]
    assert identities(text, again) == found, "what the rules said stays when it is set by hand"
    assert plain_name(plain_name(text)) == plain_name(text)
