"""Import and export through a session: duplicates, refusals, taken ids; out and in again without a loss."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from project_help import SCHEME, TEXT, make_session

from rotstift.formats import Annotated
from rotstift.formats.refusals import Code
from rotstift.model import verbs
from rotstift.model.article import Article
from rotstift.model.items import Entity, NegativeOf, Origin, Standing, Status, ZoneKind
from rotstift.model.report import Outcome
from rotstift.model.span import Span
from rotstift.session import exporting, importing
from rotstift.session.doctor import check
from rotstift.session.exporting import ExportError, ExportPlan
from rotstift.session.importing import ImportReport, import_paths
from rotstift.session.session import Session
from rotstift.session.worker import Worker


@pytest.fixture
def session(tmp_path):
    made = Session.create(tmp_path / "p.rotstift", SCHEME, "Kim")
    yield made
    made.close()


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def bring(session: Session, *paths: Path) -> ImportReport:
    (*_, report) = import_paths(session, paths)
    return report


def test_texts_come_in_with_zones_in_their_order(session, tmp_path):
    report = bring(
        session, write(tmp_path, "b.txt", TEXT), write(tmp_path, "a.txt", "Kurz.\r\nZwei.\r\n")
    )
    assert session.project.ids() == report.added
    assert [row.source for row in session.project.rows()] == ["b.txt", "a.txt"]
    first, second = (session.look(key) for key in report.added)
    assert first.article.text == TEXT
    assert second.article.text == "Kurz.\nZwei.\n"
    assert first.state.zones[0].kind is ZoneKind.HEADLINE
    assert session.undo_entry is None
    assert [entry.name for entry in session.project.log_book.entries()] == ["import"]


def test_the_same_text_comes_in_once(session, tmp_path):
    one, two = write(tmp_path, "1.txt", TEXT), write(tmp_path, "2.txt", TEXT.replace("\n", "\r\n"))
    report = bring(session, one, two)
    assert len(report.added) == 1
    assert [(d.source, d.same_as) for d in report.duplicates] == [
        ("2.txt", session.row(report.added[0]).title)
    ]
    again = bring(session, one)
    assert again.added == []
    assert len(again.duplicates) == 1
    assert session.project.count() == 1


def test_what_is_refused_does_not_keep_the_others_out(session, tmp_path):
    bad = write(tmp_path, "bild.png", b"\x89PNG\r\n\x1a\n\0\0")
    report = bring(session, bad, tmp_path / "nichts.txt", write(tmp_path, "gut.txt", TEXT))
    assert len(report.added) == 1
    assert len(report.refused) == 2
    assert all(one.reason.endswith(".") for one in report.refused)
    assert Code.OTHER_KIND in {one.code for one in report.refused}


def test_nothing_good_is_no_entry(session, tmp_path):
    report = bring(session, write(tmp_path, "leer.txt", b""))
    assert (report.added, len(report.refused)) == ([], 1)
    assert list(session.project.log_book.entries()) == []


def line(text: str = TEXT, **more) -> str:
    return json.dumps({"text": text, **more}) + "\n"


def test_items_come_with_json_lines_and_bad_ones_are_told(session, tmp_path):
    ents = [
        {"start": 11, "end": 20, "label": "PER", "score": 1},
        {"start": 11, "end": 9999, "label": "PER"},
        {"start": 31, "end": 35, "label": "TIER"},
    ]
    quotes = [{"id": "q", "type": "direct", "parts": [[48, 64]], "speaker": [[71, 75]]}]
    path = write(tmp_path, "a.jsonl", line(id="mine", ents=ents, quotes=quotes, status="flagged"))
    report = bring(session, path)
    assert report.added == ["mine"]
    assert len(report.refused) == 2
    state = session.look("mine").state
    assert [one.span for one in state.entities] == [Span(11, 20)]
    assert state.status is session.row("mine").status is Status.FLAGGED
    assert state.quote("q") is not None
    reread = session.project.state("mine")
    assert reread.digest == state.digest
    (*_, found) = check(session)
    assert found.problems == []


def test_a_taken_id_is_replaced(session, tmp_path):
    first = bring(session, write(tmp_path, "a.jsonl", line(id="x") + line("Anders\n", id="x")))
    assert first.added[0] == "x"
    assert len(set(first.added)) == 2
    second = bring(session, write(tmp_path, "b.jsonl", line("Noch anders\n", id="x")))
    assert second.added != ["x"]
    assert session.project.count() == 3


def test_an_import_goes_in_portions(session, tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 2)
    path = write(tmp_path, "a.jsonl", "".join(line(f"Text {number}\n") for number in range(5)))
    seen = [len(report.added) for report in import_paths(session, [path])]
    assert seen == [0, 2, 4, 5]
    assert len(list(session.project.log_book.entries())) == 3
    assert session.project.count() == 5


def test_a_reader_whose_items_break_a_rule_costs_them_and_says_so(session):
    bad = Entity("e", Span(0, 99), "PER", Origin("plug-in"))
    found = Annotated(Article("", "Kurz\n", "Kurz", "kurz.xyz"), (bad,))
    report = ImportReport()
    importing.take(session, [found], report)
    assert len(report.added) == 1
    assert session.look(report.added[0]).state.items == {}
    (told,) = report.refused
    assert "ends after the text" in told.reason


# -- out and in again ------------------------------------------------------------------------------


def test_json_lines_there_and_back(tmp_path):
    session = make_session(
        tmp_path / "one.rotstift", TEXT, "Ein zweiter Text „mit“ Marken 👩\u200d👧.\n"
    )
    chance = random.Random(7)
    for key in session.project.ids():
        text = session.look(key).article.text
        for _ in range(30):
            start = chance.randrange(len(text) - 1)
            span = Span(start, chance.randrange(start + 1, len(text)))
            build = chance.choice(
                [
                    lambda t, _, s: verbs.add_entity(t, s, "PER", "Kim"),
                    lambda t, k, s: verbs.add_quote(t, session.look(k).state, s, "direct", "Kim"),
                    lambda t, _, s: verbs.deny_words(t, s, "term", NegativeOf.QUOTE, "Kim"),
                    lambda t, k, s: verbs.set_zone(
                        t, session.look(k).state, s, ZoneKind.LEAD, "Kim"
                    ),
                ]
            )
            session.do(key, build(text, key, span))
        state = session.look(key).state
        session.do(key, verbs.identify(text, state.entities[0], "Anna \u2028 B", "Kim"))
        session.do(key, verbs.write_note(text, state, state.quotes[0].id, "Wer?\n", "Kim"))
        session.do(key, verbs.confirm(text, session.look(key).state))
    plan = ExportPlan("jsonl", tmp_path / "out.jsonl")
    assert exporting.check_plan(session, plan) == 2
    report = exporting.write_export(plan, exporting.chosen_articles(session, plan), Worker())
    assert report.lossless
    assert json.loads((tmp_path / "out.jsonl.report.json").read_text()) == report.to_json()
    other = Session.create(tmp_path / "two.rotstift", SCHEME, "Eve")
    again = bring(other, plan.out)
    assert (again.added, again.refused) == (session.project.ids(), [])
    for key in again.added:
        assert dict(other.look(key).state.items) == dict(session.look(key).state.items)
        assert other.look(key).article == session.look(key).article
    session.close()
    other.close()


def test_what_cannot_be_exported_is_a_sentence(tmp_path):
    session = make_session(tmp_path / "p.rotstift")
    for plan, says in (
        (ExportPlan("nonsense", tmp_path / "x"), "no format “nonsense”"),
        (ExportPlan("jsonl", tmp_path / "x"), "no article is confirmed"),
    ):
        with pytest.raises(ExportError, match=says):
            exporting.check_plan(session, plan)
    every = ExportPlan("jsonl", tmp_path / "no/such/x.jsonl", tuple(Status))
    articles = exporting.chosen_articles(session, every)
    with pytest.raises(ExportError, match="No such file"):
        exporting.write_export(every, articles, Worker())
    session.close()


@pytest.mark.parametrize("name", ["p.rotstift", "p.rotstift-wal", "./p.rotstift"])
def test_an_export_never_takes_the_projects_own_place(tmp_path, name):
    session = make_session(tmp_path / "p.rotstift")
    plan = ExportPlan("jsonl", tmp_path / name, tuple(Status))
    with pytest.raises(ExportError, match="project itself"):
        exporting.check_plan(session, plan)
    session.close()


def test_an_item_beyond_its_text_is_counted_as_impossible(tmp_path):
    item = Entity("e", Span(0, 99), "PER", Origin("x", Standing.MADE))
    article = Article("a", "Kurz\n", "Kurz")
    plan = ExportPlan("jsonl", tmp_path / "x.jsonl")
    report = exporting.write_export(plan, [Annotated(article, (item,))], Worker())
    assert report.count(Outcome.IMPOSSIBLE, "entity") == 1
    assert report.gaps == []
    assert replace(article).id == "a"
