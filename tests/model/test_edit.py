"""Edit: applied and taken back it leaves no trace; what breaks a rule changes nothing."""

# ruff: noqa: PT017 - doing it and refusing it are both right, each in its way

from hypothesis import given
from hypothesis import strategies as st
from item_strategies import ids, items, states

from rotstift.model.annotations import Annotations
from rotstift.model.checks import EditError, item_problems
from rotstift.model.edit import Drop, Edit, Put, apply_steps, touched_id

LENGTH = 40


@st.composite
def changes(draw: st.DrawFn) -> tuple[Annotations, Edit]:
    """A state, and steps of which many meet its items."""
    state = draw(states(LENGTH))
    known = st.sampled_from(sorted(state.items)) if state.items else ids
    steps = st.lists(st.builds(Put, items(LENGTH)) | st.builds(Drop, known | ids), max_size=4)
    return state, Edit("test", tuple(draw(steps)))


@given(changes())
def test_an_edit_taken_back_leaves_no_trace(change):
    before, edit = change
    kept = dict(before.items)
    try:
        after, back = edit.apply(before)
    except EditError as error:
        assert str(error) == error.sentence != ""
        assert dict(before.items) == kept
        return
    again, forth = apply_steps(back, after)
    assert dict(again.items) == kept
    assert again.digest == before.digest
    assert apply_steps(forth, again)[0].digest == after.digest


@given(changes())
def test_an_edit_does_what_its_steps_say_and_nothing_else(change):
    before, edit = change
    try:
        after, _ = edit.apply(before)
    except EditError:
        return
    wanted = dict(before.items)
    for step in edit.steps:
        if isinstance(step, Put):
            wanted[step.item.id] = step.item
        else:
            wanted.pop(step.id, None)
    assert dict(after.items) == wanted
    assert after.digest == Annotations.of(LENGTH, wanted.values()).digest
    touched = {touched_id(step) for step in edit.steps}
    untouched = set(before.items) - touched
    assert all(after.items[item_id] is before.items[item_id] for item_id in untouched)


@given(changes())
def test_a_valid_state_stays_valid(change):
    before, edit = change
    try:
        after, _ = edit.apply(before)
    except EditError:
        return
    gone = {step.id for step in edit.steps if isinstance(step, Drop)}
    changed_kind = {
        key for key, item in after.items.items() if type(before.get(key)) is not type(item)
    }
    for item in after.items.values():
        refers = {getattr(item, "parent", None)} & (gone | changed_kind)
        assert refers - {None} or not item_problems(item, after)


def test_steps_count_in_their_order():
    note = next(iter(_notes("n", "one", "two", "three")))
    one, two, three = note
    state, _ = apply_steps((Put(one), Put(two)), Annotations(5))
    assert state.get("n") == two
    dropped, back = apply_steps((Put(three), Drop("n")), state)
    assert dropped.get("n") is None
    assert apply_steps(back, dropped)[0].get("n") == two
    put, _ = apply_steps((Drop("n"), Put(three)), state)
    assert put.get("n") == three


def _notes(item_id, *words):
    from rotstift.model.items import Note, Origin

    yield [Note(item_id, word, Origin("Kim")) for word in words]


def test_dropping_what_is_not_there_does_nothing():
    state = Annotations(5)
    after, back = apply_steps((Drop("nobody"),), state)
    assert after.digest == state.digest
    assert apply_steps(back, after)[0].digest == state.digest
