"""The whole way of a correction at random: desk and session, undo, redo, reopening, on texts full of traps.

After every step the live state, the tables and the replayed log say the same; the stacks are those of
a plain model; at the end everything is undone and done again.
"""

# ruff: noqa: ARG005, PT017 - one signature for a table of verbs; doing and refusing are both right

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from item_strategies import LABELS, REASONS, TYPES, spans
from project_help import SCHEME, TEXT

from rotstift.model import verbs
from rotstift.model.checks import EditError, state_problems
from rotstift.model.history import EntryKind
from rotstift.model.items import (
    ROLES,
    Entity,
    Item,
    Markable,
    Negative,
    NegativeOf,
    Origin,
    Quote,
    Standing,
    Status,
    ZoneKind,
    new_id,
    role_spans,
    spans_of,
)
from rotstift.model.span import Span
from rotstift.model.words import tokens, words
from rotstift.session.desk.desk import Desk
from rotstift.session.desk.edges import EdgeMove
from rotstift.session.doctor import check, replayed
from rotstift.session.importing import import_paths
from rotstift.session.session import Changed, Session

FILES = {
    "1.txt": TEXT.encode(),
    "2.txt": "\ufeffKopf „Zeile“\r\nEr sagt: „Ja“, sie 𝔘nicode 👍🏽👩\u200d👩\u200d👧.\r\n\r\nLetzte u\u0308 „offen".encode(),
    "3.txt": b"x\n",
}
States = dict[str, dict[str, Item]]


def person_and_machine(author: str = "rules 1") -> st.SearchStrategy[Origin]:
    return st.builds(Origin, st.just(author), st.just(Standing.SUGGESTED), st.floats(0, 1))


class Correcting(RuleBasedStateMachine):
    """One project, one person, every verb."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="rotstift-machine-"))
        self.undone: list[tuple[int, States, States]] = []
        self.done: list[tuple[int, States, States]] = []
        self.by_machine: set[str] = set()
        self.start: States = {}

    @initialize()
    def begin(self) -> None:
        paths = [self.folder / name for name in FILES]
        for path, data in zip(paths, FILES.values(), strict=True):
            path.write_bytes(data)
        self.session = Session.create(self.folder / "p.rotstift", SCHEME, "Kim")
        for report in import_paths(self.session, paths):
            self.ids = report.added
        assert len(self.ids) == 3
        self.listen()
        self.start = self.live()

    def listen(self) -> None:
        self.session.listeners.append(self.on_changed)
        self.desk = Desk(self.session)
        self.desk.core.order = self.ids
        self.desk.core.open(self.ids[0])

    # -- the plain model ------------------------------------------------------------------------

    def on_changed(self, changed: Changed) -> None:
        before = {key: dict(pair[0].items) for key, pair in changed.states.items()}
        after = {key: dict(pair[1].items) for key, pair in changed.states.items()}
        if changed.kind is EntryKind.MACHINE:
            self.by_machine |= {item for ids in changed.touched.values() for item in ids}
        elif changed.kind is EntryKind.EDIT:
            self.done.append((changed.seq, before, after))
            self.undone.clear()
        elif changed.kind is EntryKind.UNDO:
            self.undone.append(self.done.pop())
            self.same(after, self.undone[-1][1])
        else:
            self.done.append(self.undone.pop())
            self.same(after, self.done[-1][2])

    def same(self, found: States, wanted: States) -> None:
        """Equal, except for what a machine has put in meanwhile."""
        assert self.without_machine(found) == self.without_machine(wanted)

    def without_machine(self, states: States) -> States:
        return {
            key: {one: item for one, item in items.items() if one not in self.by_machine}
            for key, items in states.items()
        }

    def live(self) -> States:
        return {key: dict(self.session.look(key).state.items) for key in self.ids}

    # -- what is always so ----------------------------------------------------------------------

    @invariant()
    def everybody_says_the_same(self) -> None:
        project = self.session.project
        for key in self.ids:
            live, row = self.session.look(key), project.row(key)
            stored, told = project.stored_state(key), replayed(project, key)
            assert dict(live.state.items) == dict(stored.items) == dict(told.items)
            digests = {live.state.digest, stored.digest, told.digest, project.digest_of(key)}
            assert len(digests) == 1
            assert row.status is live.state.status
            counts = {Standing.SUGGESTED: row.suggested, Standing.CHECKED: row.checked}
            assert counts | {Standing.MADE: row.made} == dict(live.state.standings)
            assert state_problems(live.state, SCHEME) == []
            for item in live.state.items.values():
                inside(item, live.article.text)

    @invariant()
    def the_stacks_are_the_models(self) -> None:
        undo, redo = self.session.undo_entry, self.session.redo_entry
        assert (undo.seq if undo else None) == (self.done[-1][0] if self.done else None)
        assert (redo.seq if redo else None) == (self.undone[-1][0] if self.undone else None)

    @invariant()
    def the_desk_shows_what_is_so(self) -> None:
        core = self.desk.core
        assert core.state.digest == self.session.look(core.article_id).state.digest
        assert core.place.focus is None or core.focused is not None

    # -- the person -----------------------------------------------------------------------------

    @rule(data=st.data())
    def act_at_the_desk(self, data: st.DataObject) -> None:
        for name in data.draw(
            st.lists(st.sampled_from(sorted(AT_THE_DESK)), min_size=1, max_size=4)
        ):
            AT_THE_DESK[name](self.desk, data)

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(self.ids))
        self.try_edit(key, data)

    @rule(data=st.data())
    def edit_several_at_once(self, data: st.DataObject) -> None:
        edits = {}
        for key in self.ids[:2]:
            opened = self.session.look(key)
            span = data.draw(spans(len(opened.article.text)))
            edits[key] = verbs.add_entity(opened.article.text, span, "PER", "Kim")
        self.session.do_all(edits, "same_label", {"count": "2"})

    def try_edit(self, key: str, data: st.DataObject) -> None:
        opened = self.session.look(key)
        before = self.live()
        build = EDITS[data.draw(st.sampled_from(sorted(EDITS)))]
        try:
            edit = build(opened.article.text, opened.state, data)
            if edit is not None:
                self.session.do(key, edit)
        except EditError as error:
            assert str(error).endswith(".")
            assert self.live() == before

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            left = len(self.done)
            assert (self.session.undo() is None) == (left == 0)

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            left = len(self.undone)
            assert (self.session.redo() is None) == (left == 0)

    @rule(data=st.data())
    def suggest(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(self.ids))
        opened = self.session.look(key)
        items = data.draw(st.lists(suggested(len(opened.article.text)), max_size=4))
        touched = {
            item.id: item
            for item in opened.state.markables
            if item.origin.standing is not Standing.SUGGESTED
        }
        first = not self.session.row(key).suggested_by
        self.session.take_suggestions(key, items, "rules 1", again=not first)
        after = self.session.look(key).state
        assert {one: without_parent(after.get(one)) for one in touched} == {
            one: without_parent(item) for one, item in touched.items()
        }

    @precondition(lambda self: hasattr(self, "session"))
    @rule()
    def close_and_reopen(self) -> None:
        before = self.live()
        self.session.close()
        self.session = Session.open(self.folder / "p.rotstift", "Kim")
        self.listen()
        assert self.live() == before

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.to_the_beginning_and_back()
            self.session.close()
        shutil.rmtree(self.folder)

    def to_the_beginning_and_back(self) -> None:
        while self.session.redo():
            pass
        end = self.live()
        while self.session.undo():
            pass
        self.same(self.live(), self.start)
        assert not self.done
        while self.session.redo():
            pass
        assert self.live() == end
        (*_, report) = check(self.session)
        assert report.problems == []


def inside(item: Item, text: str) -> None:
    every = [*spans_of(item)]
    if isinstance(item, Quote):
        every += [span for role in ROLES for span in role_spans(item, role)]
    assert all(span.end <= len(text) for span in every)


def without_parent(item: Any) -> Any:
    from dataclasses import replace

    return replace(item, parent=None) if isinstance(item, Quote) else item


@st.composite
def suggested(draw: st.DrawFn, length: int) -> Markable:
    origin = draw(person_and_machine())
    span = draw(spans(length))
    match draw(st.integers(0, 2)):
        case 0:
            return Entity(new_id(), span, draw(st.sampled_from(LABELS)), origin)
        case 1:
            return Quote(new_id(), (span,), draw(st.sampled_from(TYPES)), origin)
        case _:
            return Negative(new_id(), span, draw(st.sampled_from(REASONS)), origin)


# -- every verb, with whatever it is given ---------------------------------------------------------


def some(text: str, data: st.DataObject) -> Span:
    stops = data.draw(st.sampled_from([words, tokens]))(text)
    return data.draw(st.sampled_from(stops) | spans(len(text)) if stops else spans(len(text)))


def one_of(items: Any, data: st.DataObject) -> Any:
    return data.draw(st.sampled_from(items)) if items else None


def on_item(kind: str, build: Any) -> Any:
    """An edit of one item of a kind, or none where there is no such item."""

    def edit(text: str, state: Any, data: st.DataObject) -> Any:
        item = one_of(getattr(state, kind), data)
        return build(text, state, item, data) if item else None

    return edit


EDITS = {
    "add": lambda t, s, d: verbs.add_entity(t, some(t, d), d.draw(st.sampled_from(LABELS)), "Kim"),
    "quote": lambda t, s, d: verbs.add_quote(t, s, some(t, d), d.draw(st.sampled_from(TYPES)), "Kim"),
    "deny_words": lambda t, s, d: verbs.deny_words(t, some(t, d), "term", d.draw(st.sampled_from(NegativeOf)), "Kim"),
    "status": lambda t, s, d: verbs.set_status(t, s, d.draw(st.sampled_from(Status))),
    "confirm": lambda t, s, d: verbs.confirm(t, s),
    "zone": lambda t, s, d: verbs.set_zone(t, s, some(t, d), d.draw(st.sampled_from(ZoneKind)), "Kim"),
    "note": lambda t, s, d: verbs.write_note(t, s, d.draw(st.sampled_from(["", *s.items])), d.draw(st.sampled_from(["", "Wer? 👩\u200d👧\0\n"])), "Kim"),
    "accept": on_item("markables", lambda t, s, i, d: verbs.accept(t, i)),
    "remove": on_item("markables", lambda t, s, i, d: verbs.remove(t, s, i)),
    "deny": on_item("markables", lambda t, s, i, d: verbs.deny(t, s, i, "scare", "Kim")),
    "relabel": on_item("entities", lambda t, s, i, d: verbs.relabel(t, i, d.draw(st.sampled_from(LABELS)), "Kim")),
    "move": on_item("entities", lambda t, s, i, d: verbs.move_entity(t, i, some(t, d), "Kim")),
    "identify": on_item("entities", lambda t, s, i, d: verbs.identify(t, i, d.draw(st.sampled_from([None, "", "𝔘nd"])), "Kim")),
    "type": on_item("quotes", lambda t, s, i, d: verbs.set_type(t, i, d.draw(st.sampled_from(TYPES)), "Kim")),
    "part": on_item("quotes", lambda t, s, i, d: verbs.add_part(t, i, some(t, d), "Kim")),
    "border": on_item("quotes", lambda t, s, i, d: verbs.move_quote(t, i, i.parts[-1], some(t, d), "Kim")),
    "split": on_item("quotes", lambda t, s, i, d: verbs.split(t, i, "Kim")),
    "join": on_item("quotes", lambda t, s, i, d: verbs.join(t, s, i, one_of([q for q in s.quotes if q != i], d), "Kim") if len(s.quotes) > 1 else None),
    "role": on_item("quotes", lambda t, s, i, d: verbs.set_role(t, s, i, d.draw(st.sampled_from(ROLES)), (some(t, d),), "Kim")),
    "negative": on_item("negatives", lambda t, s, i, d: verbs.move_negative(t, i, some(t, d), "Kim")),
}  # fmt: skip


def same_for_all(desk: Desk, _data: st.DataObject) -> None:
    further = desk.settle.further_same()
    if further:
        desk.settle.do_same(*further)


def fill_role(desk: Desk, data: st.DataObject) -> None:
    desk.link.start_role(data.draw(st.sampled_from(ROLES)))
    desk.digit(data.draw(st.integers(0, 9)))
    desk.link.take_words()


def add_part(desk: Desk, data: st.DataObject) -> None:
    desk.link.start_part()
    desk.go.point(data.draw(st.integers(0, len(desk.core.text))))


AT_THE_DESK = {
    "open": lambda k, d: k.core.open(d.draw(st.sampled_from(list(k.core.order)))),
    "label": lambda k, d: k.mark.label(d.draw(st.sampled_from(LABELS))),
    "type": lambda k, d: k.mark.quote_type(d.draw(st.sampled_from(TYPES))),
    "edge": lambda k, d: k.mark.edge(d.draw(st.sampled_from(EdgeMove))),
    "part_word": lambda k, d: k.mark.toggle_part_word(),
    "split": lambda k, d: k.mark.split(),
    "join": lambda k, d: k.mark.join(),
    "fragment": lambda k, d: k.mark.toggle_fragment(),
    "zone": lambda k, d: k.mark.zone(d.draw(st.sampled_from(ZoneKind))),
    "accept": lambda k, d: k.settle.accept(),
    "remove": lambda k, d: k.settle.remove(),
    "deny": lambda k, d: k.settle.deny(d.draw(st.sampled_from(REASONS))),
    "reason": lambda k, d: (k.settle.start_reason(), k.digit(d.draw(st.integers(0, 9)))),
    "same": same_for_all,
    "confirm": lambda k, d: k.settle.confirm(),
    "flag": lambda k, d: k.settle.toggle_status(Status.FLAGGED),
    "skip": lambda k, d: k.settle.toggle_status(Status.SKIPPED),
    "note": lambda k, d: k.settle.note(d.draw(st.sampled_from(["", "Wer?"]))),
    "role": fill_role,
    "part": add_part,
    "same_speaker": lambda k, d: k.link.same_speaker(),
    "doubt": lambda k, d: k.go.next_doubt(d.draw(st.sampled_from([1, -1]))),
    "item": lambda k, d: k.go.next_item(d.draw(st.sampled_from([1, -1]))),
    "point": lambda k, d: k.go.point(d.draw(st.integers(0, len(k.core.text)))),
    "select": lambda k, d: k.go.select(some(k.core.text, d)),
    "cursor": lambda k, d: k.go.move_cursor(d.draw(st.sampled_from([1, -1]))),
    "escape": lambda k, d: k.go.escape(),
    "undo": lambda k, d: k.undo(),
    "redo": lambda k, d: k.redo(),
}  # fmt: skip

TestCorrecting = Correcting.TestCase
TestCorrecting.settings = settings(max_examples=80, stateful_step_count=25)
