"""Changes of a scheme: what they make of it, of the annotations, and what they refuse."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotstift.model.annotations import Annotations
from rotstift.model.edit import apply_steps
from rotstift.model.items import Entity, Note, Origin, Quote, Standing
from rotstift.model.scheme import Label, SchemeError, parse_scheme, understood
from rotstift.model.scheme_edit import (
    Add,
    Change,
    Draft,
    Group,
    Merge,
    Move,
    Remove,
    SchemeRule,
    steps_for,
)
from rotstift.model.scheme_toml import scheme_toml, with_source
from rotstift.model.span import Span
from rotstift.paths import resource

NEWS = parse_scheme(resource("schemes", "news-de.toml").read_text(encoding="utf-8"))
BY = Origin("rules 1", Standing.SUGGESTED, 0.5)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def ids(draft, name="labels"):
    return [label.id for label in getattr(draft.scheme, name)]


def renamed(old, new, draft=None, group=Group.LABEL):
    draft = draft or Draft.of(NEWS)
    label = draft.scheme.label(old) or draft.scheme.quote_type(old)
    return draft.then(Change(group, old, replace(label, id=new)))


def test_the_shipped_scheme_comes_back_from_what_is_written():
    assert parse_scheme(scheme_toml(NEWS)) == replace(NEWS, source=scheme_toml(NEWS))


@given(TEXT, TEXT, st.dictionaries(TEXT, TEXT, max_size=3), st.booleans())
def test_any_words_come_back_from_what_is_written(label_id, word, more, hidden):
    label = Label(
        label_id, {**more, "en": word}, hidden=hidden, guideline={"de": word}, was=(word,)
    )
    scheme = replace(NEWS, labels=(label,))
    assert with_source(scheme).labels == (label,)


def test_a_label_with_another_id_knows_what_it_was():
    draft = renamed("ORGA", "FIRM", renamed("ORG", "ORGA"))
    assert draft.became == {Group.LABEL: {"ORG": "FIRM"}}
    assert ids(draft) == ["PER", "FIRM", "LOC", "MISC"]
    assert understood(draft.scheme.labels, "ORG") == "FIRM"
    assert understood(draft.scheme.labels, "ORGA") == "FIRM"
    assert understood(draft.scheme.labels, "DATE") == ""


def test_a_name_that_has_come_back_changes_nothing():
    draft = renamed("X", "ORG", renamed("ORG", "X"))
    assert draft.became == {Group.LABEL: {}}


def test_two_become_one_and_the_one_is_renamed():
    draft = renamed("LOC", "PLACE", Draft.of(NEWS).then(Merge(Group.LABEL, "ORG", "LOC")))
    assert draft.became == {Group.LABEL: {"ORG": "PLACE", "LOC": "PLACE"}}
    assert understood(draft.scheme.labels, "ORG") == "PLACE"


def test_a_new_label_under_an_old_name_is_another_one():
    draft = renamed("ORG", "FIRM").then(Add(Group.LABEL, Label("ORG", {"en": "New"})))
    assert draft.became == {Group.LABEL: {"ORG": "FIRM"}}
    assert understood(draft.scheme.labels, "ORG") == "ORG"


def test_order_and_reasons():
    draft = Draft.of(NEWS).then(Move(Group.LABEL, "MISC", -9)).then(Move(Group.LABEL, "PER", 1))
    assert ids(draft) == ["MISC", "ORG", "PER", "LOC"]
    assert ids(Draft.of(NEWS).then(Remove(Group.REASON, "term")), "reasons") == [
        "scare",
        "title",
        "name",
        "other",
    ]


@pytest.mark.parametrize(
    "operation",
    [
        Add(Group.LABEL, Label("ORG", {"en": "x"})),
        Add(Group.LABEL, Label(" ", {"en": "x"})),
        Add(Group.ROLE, Label("part", {"en": "x"})),
        Change(Group.ROLE, "via", Label("through", {"en": "x"})),
        Remove(Group.ROLE, "via"),
        Change(Group.LABEL, "ORG", Label("PER", {"en": "x"})),
        Change(Group.LABEL, "ORG", Label("ORG", {"de": "x"})),
        Change(Group.TYPE, "direct", Label("plain", {"en": "x"})),
        Change(Group.LABEL, "ORG", Label("ORG", {"en": "x"}, key="D")),
    ],
)
def test_what_a_scheme_does_not_take_is_refused(operation):
    with pytest.raises(SchemeError):
        Draft.of(NEWS).then(operation)


def test_the_last_one_stays():
    draft = Draft.of(replace(NEWS, labels=NEWS.labels[:1]))
    with pytest.raises(SchemeRule):
        draft.then(Remove(Group.LABEL, "PER"))


def state_of(*items):
    return Annotations.of(60, items)


def after(state, became):
    changed, backward = apply_steps(steps_for(state, became), state)
    assert apply_steps(backward, changed)[0] == state
    return changed


def test_annotations_are_renamed_and_keep_who_made_them():
    state = state_of(Entity("a", Span(0, 3), "ORG", BY), Entity("b", Span(4, 6), "PER", BY))
    changed = after(state, {Group.LABEL: {"ORG": "FIRM"}})
    assert changed.get("a") == Entity("a", Span(0, 3), "FIRM", BY)
    assert changed.get("b") == state.get("b")


def test_of_two_that_say_the_same_the_settled_one_stays():
    made = Origin("Ada")
    state = state_of(
        Entity("a", Span(0, 3), "ORG", BY),
        Entity("b", Span(0, 3), "LOC", made),
        Entity("c", Span(0, 4), "ORG", BY),
    )
    changed = after(state, {Group.LABEL: {"ORG": "LOC"}})
    assert {one.id: one.label for one in changed.entities} == {"b": "LOC", "c": "LOC"}


def test_what_is_removed_takes_its_notes_and_leaves_its_quotes():
    outer = Quote("o", (Span(0, 30),), "indirect", BY)
    middle = Quote("m", (Span(2, 20),), "reported", BY, parent="o")
    inner = Quote("i", (Span(4, 9),), "direct", BY, parent="m")
    state = state_of(outer, middle, inner, Note("n", "hm", BY, "m"))
    changed = after(state, {Group.TYPE: {"reported": ""}})
    assert set(changed.items) == {"o", "i"}
    assert changed.quote("i").parent == "o"
