"""A changed scheme: one entry for the scheme and all articles, undone as one, all of it or nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from articles import BRIDGE, HARBOUR, MARKET, careless, make_project

from rotstift.formats import Annotated
from rotstift.model.codec import item_to_json
from rotstift.model.items import Entity, Origin, Quote, Standing, Status, new_id
from rotstift.model.scheme_edit import Change, Draft, Group, Merge, Remove
from rotstift.model.span import Span
from rotstift.session import doctor
from rotstift.session.evaluating import evaluate
from rotstift.session.exporting import ExportPlan, chosen_articles, write_export
from rotstift.session.importing import import_paths
from rotstift.session.rescheming import apply_draft, effects, uses
from rotstift.session.session import Session
from rotstift.session.suggesting import SuggestReport, take_result
from rotstift.store.errors import WriteFailed


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_project(tmp_path / "Hafen.rotstift", [HARBOUR, MARKET, BRIDGE], careless())


@pytest.fixture
def session(path: Path):
    session = Session.open(path, "Setzerin")
    yield session
    session.close()


def renaming(session: Session) -> Draft:
    label = session.scheme.label("LOC")
    draft = Draft.of(session.scheme).then(Change(Group.LABEL, "LOC", replace(label, id="PLACE")))
    return draft.then(Merge(Group.LABEL, "ORG", "MISC"))


def states(session: Session):
    return {one: session.project.state(one) for one in session.project.ids()}


def labels(session: Session) -> set[str]:
    return {one.label for state in states(session).values() for one in state.entities}


def problems(session: Session):
    return list(doctor.check(session))[-1].problems


def test_it_says_what_happens_before_it_does(session: Session) -> None:
    found = effects(renaming(session), list(uses(session))[-1])
    assert [(one.old, one.new, one.use.items, one.use.articles) for one in found] == [
        ("ORG", "MISC", 5, 1),
        ("LOC", "PLACE", 5, 1),
    ]
    assert found[0].use.confirmed == 0


def test_one_entry_changes_all_and_one_undo_takes_it_back_after_a_restart(path: Path) -> None:
    session = Session.open(path, "Setzerin")
    first = session.project.ids()[0]
    session.look(first)
    before, scheme, told = states(session), session.scheme, []
    session.listeners.append(told.append)
    count = session.project.log_book.marks()
    entries = len(list(count))
    assert list(apply_draft(session, renaming(session))) == [0, 1]
    assert len(list(session.project.log_book.marks())) == entries + 1
    assert labels(session) == {"PER", "MISC", "PLACE"}
    assert session.look(first).state == session.project.state(first)
    assert session.row(first).status is Status.NEW, "nobody has begun with it"
    assert "scheme" in told[0].settings
    assert problems(session) == []
    session.close()
    session = Session.open(path, "Setzerin")
    assert session.scheme.label("PLACE").was == ("LOC",)
    session.undo()
    assert states(session) == before
    assert session.scheme == scheme
    assert problems(session) == []
    session.redo()
    assert labels(session) == {"PER", "MISC", "PLACE"}
    session.close()


def test_given_up_halfway_nothing_has_happened(session: Session) -> None:
    for one in session.project.ids()[1:]:
        state = session.look(one).state
        item = Entity(new_id(), Span(0, 3), "LOC", Origin("Setzerin"))
        session.do(one, _put(item))
        del state
    before, scheme = states(session), session.scheme
    steps = apply_draft(session, renaming(session))
    assert (next(steps), next(steps)) == (0, 1)
    with pytest.raises(WriteFailed):
        session.do(session.project.ids()[1], _put(Entity(new_id(), Span(4, 6), "PER", Origin("x"))))
    with pytest.raises(WriteFailed):
        session.project.remember("place", "there")
    assert next(steps) == 2, "what was refused did not end the work under way"
    steps.close()
    assert states(session) == before
    assert session.scheme == scheme
    assert problems(session) == []


def _put(item):
    from rotstift.model.edit import Edit, Put

    return Edit("add", (Put(item),))


def test_a_pipeline_that_knows_the_old_labels_is_understood(session: Session) -> None:
    scheme = session.scheme
    draft = renaming(session).then(Remove(Group.LABEL, "PER"))
    kinds = Merge(Group.TYPE, "reported", "indirect")
    for _ in apply_draft(session, draft.then(kinds)):
        pass
    by = Origin("old 1", Standing.SUGGESTED, 0.9)
    items = [
        Entity("a", Span(0, 3), "LOC", by),
        Entity("b", Span(4, 6), "PER", by),
        Quote("c", (Span(0, 9),), "reported", by),
    ]
    report = SuggestReport()
    here = session.project.ids()[2]
    answer = {"author": "old 1", "items": [item_to_json(one) for one in items], "left_out": {}}
    take_result(session, here, answer, report)
    state = session.look(here).state
    assert [one.label for one in state.entities] == ["PLACE"]
    assert [one.type for one in state.quotes] == ["indirect"]
    assert report.left_out == {"PER": 1}
    assert scheme != session.scheme
    assert problems(session) == []


def test_what_was_exported_before_comes_in_under_the_new_names(session: Session, tmp_path) -> None:
    plan = ExportPlan("jsonl", tmp_path / "old.jsonl", statuses=tuple(Status))
    write_export(plan, chosen_articles(session, plan), None)
    for _ in apply_draft(session, renaming(session)):
        pass
    other = Session.create(tmp_path / "other.rotstift", session.scheme, "Setzerin")
    for _ in import_paths(other, [tmp_path / "old.jsonl"]):
        pass
    assert labels(other) == {"PER", "MISC", "PLACE"}
    other.close()
    plan = ExportPlan("jsonl", tmp_path / "new.jsonl", statuses=tuple(Status))
    write_export(plan, chosen_articles(session, plan), None)
    written = (tmp_path / "new.jsonl").read_text(encoding="utf-8")
    assert '"PLACE"' in written
    assert '"LOC"' not in written


class _OldPipeline:
    """Answers as one that was trained before the change."""

    def __init__(self, items):
        self.items = [item_to_json(one) for one in items]

    def ask(self, _message):
        return {"author": "old 1", "items": self.items, "left_out": {}}


def test_a_pipeline_of_before_is_measured_by_the_names_of_now(session: Session) -> None:
    first = session.project.ids()[0]
    gold = session.look(first).state
    for _ in apply_draft(session, renaming(session)):
        pass
    articles = [Annotated(session.project.article(first), session.project.state(first).in_order)]
    worker = _OldPipeline(gold.markables)
    blind = list(evaluate(articles, "old", worker))[-1].result.to_json()
    knowing = list(evaluate(articles, "old", worker, scheme=session.scheme))[-1].result.to_json()
    assert blind["entities"]["micro"]["f1"] < 1
    assert knowing["entities"]["micro"]["f1"] == 1


def test_only_the_scheme_changes_where_no_article_does(session: Session) -> None:
    label = replace(session.scheme.labels[0], key="Q")
    list(apply_draft(session, Draft.of(session.scheme).then(Change(Group.LABEL, "PER", label))))
    assert session.scheme.labels[0].key == "Q"
    assert session.undo().states == {}
    assert session.scheme.labels[0].key == "P"
