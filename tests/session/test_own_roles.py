"""Roles of the scheme's own beside the four: filled, kept, exported, renamed, merged, removed."""

import json

import pytest
from project_help import SCHEME, TEXT, make_session

from rotstift.formats import all_formats
from rotstift.model import verbs
from rotstift.model.checks import EditError
from rotstift.model.codec import CodecError, item_from_json, item_to_json
from rotstift.model.items import Mention, Origin, Quote, Status, role_spans, roles_of, with_more
from rotstift.model.scheme import Label
from rotstift.model.scheme_edit import Add, Change, Draft, Group, Merge, Remove
from rotstift.model.span import Span
from rotstift.session.desk.desk import Desk
from rotstift.session.doctor import check
from rotstift.session.exporting import ExportPlan, chosen_articles
from rotstift.session.importing import import_paths
from rotstift.session.rescheming import apply_draft
from rotstift.session.session import Session

WITNESS = Label("witness", {"en": "Witness", "de": "Zeuge"}, key="W")
KIM = Origin("Kim")
FIRST, SECOND = Span(11, 20), Span(76, 80)


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path / "p.rotstift", TEXT)
    *_, _ = apply_draft(made, Draft.of(made.scheme).then(Add(Group.ROLE, WITNESS)))
    made.do("a1", verbs.add_quote(TEXT, made.look("a1").state, Span(48, 65), "direct", "Kim"))
    yield made
    made.close()


def quote(session: Session, article: str = "a1") -> Quote:
    return session.look(article).state.quotes[0]


def fill(session: Session, *spans: Span) -> None:
    state = session.look("a1").state
    session.do("a1", verbs.set_role(TEXT, state, quote(session), "witness", spans, "Kim"))


def test_it_is_filled_in_pieces_emptied_and_undone(session):
    fill(session, SECOND, FIRST)
    assert role_spans(quote(session), "witness") == (FIRST, SECOND)
    assert roles_of(quote(session))[-1] == "witness"
    with pytest.raises(EditError, match="so already"):
        fill(session, FIRST, SECOND)
    fill(session)
    assert quote(session).more == ()
    session.undo()
    assert role_spans(quote(session), "witness") == (FIRST, SECOND)
    with pytest.raises(EditError, match="ends after the text"):
        fill(session, Span(0, 10_000))


def test_by_key_and_digit_at_the_desk(session):
    desk = Desk(session)
    desk.core.open("a1")
    desk.go.focus(quote(session).id)
    desk.link.start_role("witness")
    desk.go.select(FIRST)
    assert role_spans(quote(session), "witness") == (FIRST,)
    desk.link.add_piece()
    desk.go.select(SECOND)
    assert role_spans(quote(session), "witness") == (FIRST, SECOND)


def test_it_is_kept_in_tables_log_and_json(session, tmp_path):
    fill(session, FIRST)
    item = quote(session)
    assert item_from_json(item_to_json(item)) == item
    with pytest.raises(CodecError):
        item_from_json(item_to_json(item) | {"more": {"speaker": [[0, 1]]}})
    path = session.project.path
    session.close()
    again = Session.open(path, "Kim")
    assert quote(again) == item
    *_, report = check(again)
    assert report.problems == []
    again.close()


def test_it_goes_out_and_comes_in_as_json_lines(session, tmp_path):
    fill(session, FIRST)
    out = tmp_path / "out.jsonl"
    chosen = chosen_articles(session, ExportPlan("jsonl", out, tuple(Status)))
    all_formats().named("jsonl").write(chosen, out)
    row = json.loads(out.read_text())
    assert row["quotes"][0]["more"] == {"witness": [[FIRST.start, FIRST.end]]}
    same = Session.create(tmp_path / "same.rotstift", session.scheme, "Kim")
    *_, report = import_paths(same, [out])
    assert report.refused == []
    assert quote(same, report.added[0]).more == quote(session).more
    same.close()
    other = Session.create(tmp_path / "other.rotstift", SCHEME, "Kim")
    *_, report = import_paths(other, [out])
    assert "witness" in str(report.refused[0].parameters), "a role that the scheme has not is told"
    other.close()


def test_the_scheme_can_rename_merge_and_remove_it_with_one_undo(session):
    fill(session, FIRST)
    draft = Draft.of(session.scheme)
    seen = Label("seen_by", {"en": "Seen by"}, key="W")
    *_, _ = apply_draft(session, draft.then(Change(Group.ROLE, "witness", seen)))
    assert quote(session).more == (("seen_by", (FIRST,)),)
    session.undo()
    assert quote(session).more == (("witness", (FIRST,)),)
    *_, _ = apply_draft(session, draft.then(Merge(Group.ROLE, "witness", "via")))
    assert (quote(session).more, quote(session).via) == ((), (Mention(FIRST),))
    session.undo()
    *_, _ = apply_draft(session, draft.then(Remove(Group.ROLE, "witness")))
    assert quote(session).more == ()
    session.undo()
    assert quote(session).more == (("witness", (FIRST,)),)


def test_two_of_them_become_one():
    state = with_more(Quote("q", (Span(0, 3),), "direct", KIM), "a", (FIRST,))
    both = with_more(state, "b", (SECOND, FIRST))
    assert both.more == (("a", (FIRST,)), ("b", (FIRST, SECOND)))
    assert with_more(both, "a", ()).more == (("b", (FIRST, SECOND)),)
