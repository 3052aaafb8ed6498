"""Who says how much: speakers resolved to identities, counted by article and project; Wikidata ids."""

import json
from dataclasses import replace

import pytest
from project_help import make_session

from rotstift.formats import all_formats
from rotstift.model.checks import EditError
from rotstift.model.edit import Edit, Put
from rotstift.model.items import Entity, Mention, Origin, Quote, SourceKind, Status
from rotstift.model.span import Span
from rotstift.session.doctor import check
from rotstift.session.exporting import ExportPlan, chosen_articles
from rotstift.session.importing import import_paths
from rotstift.session.known import set_wikidata, wikidata, wikidata_id
from rotstift.session.session import Session
from rotstift.session.voices import NOBODY, PRONOUN, voices

ONE = "Tjark Hollmann kam. „Ja“, sagte Hollmann. „Nein“, sagte er. „So“, steht im Papier."
TWO = "„Gut“, sagte Minister Tjark Hollmann. „Aha.“"
KIM = Origin("Kim")


def at(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path / "p.rotstift", ONE, TWO)
    person = SourceKind.PERSON
    items = {
        "a1": [
            Entity("e1", at(ONE, "Tjark Hollmann"), "PER", KIM),
            Entity("e2", at(ONE, "Hollmann", 1), "PER", KIM),
            Quote(
                "q1", (at(ONE, "„Ja“"),), "direct", KIM, (Mention(at(ONE, "Hollmann", 1), person),)
            ),
            Quote(
                "q2",
                (at(ONE, "„Nein“"),),
                "direct",
                KIM,
                (Mention(at(ONE, "er. „"), person, "Tjark Hollmann"),),
            ),
            Quote(
                "q3",
                (at(ONE, "„So“"),),
                "indirect",
                KIM,
                (Mention(at(ONE, "im Papier"), SourceKind.DOCUMENT),),
            ),
        ],
        "a2": [
            Entity("e3", at(TWO, "Tjark Hollmann"), "PER", KIM),
            Quote(
                "q4",
                (at(TWO, "„Gut“"),),
                "direct",
                KIM,
                (Mention(at(TWO, "Minister Tjark Hollmann")),),
            ),
            Quote("q5", (at(TWO, "„Aha.“"),), "direct", KIM),
        ],
    }
    for article, every in items.items():
        made.do(article, Edit("add", tuple(map(Put, every))))
    yield made
    made.close()


def table(session: Session, articles=None):
    *_, found = voices(session, articles)
    return {one.name: (one.kind, one.count, one.articles, one.length) for one in found.ranked()}


def test_in_the_whole_project(session):
    assert table(session) == {
        "Tjark Hollmann": ("PER", 3, 2, 4 + 6 + 5),
        NOBODY: ("", 1, 1, 6),
        "im Papier": ("document", 1, 1, 4),
    }
    *_, found = voices(session)
    assert found.ranked()[0].name == "Tjark Hollmann", "who says most comes first"
    assert found.length == 25
    assert found.table["tjark hollmann"].types == {"direct": 3}
    assert (found.done, found.total) == (2, 2)


def test_what_names_nobody_is_somebody_else_in_every_article(tmp_path):
    session = make_session(
        tmp_path / "n.rotstift",
        "„Ja“, sagte er.",
        "„Nein“, sagte er.",
        "„So“, sagte der Minister.",
        "„Na“, sagte der Minister.",
    )
    for number, words in enumerate(("er", "er", "der Minister", "der Minister"), start=1):
        text = session.look(f"a{number}").article.text
        spoken = (Mention(at(text, words)),)
        quote = Quote(f"q{number}", (at(text, text[: text.index(",")]),), "direct", KIM, spoken)
        session.do(f"a{number}", Edit("add", (Put(quote),)))
    *_, found = voices(session)
    assert sorted((one.name, one.kind, one.count) for one in found.ranked()) == [
        ("der Minister", "", 1),
        ("der Minister", "", 1),
        ("er", PRONOUN, 2),
    ]
    session.close()


def test_in_one_article(session):
    assert table(session, ["a2"])["Tjark Hollmann"][1] == 1


def test_every_quote_can_be_gone_to(session):
    *_, found = voices(session)
    rows = [
        session.project.speaking.quote(number) for number in found.table["tjark hollmann"].quotes
    ]
    assert [(row["article"], row["id"], row["words"]) for row in rows] == [
        ("a1", "q1", "„Ja“"),
        ("a1", "q2", "„Nein“"),
        ("a2", "q4", "„Gut“"),
    ]
    assert session.project.speaking.quote(99) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Q42", "Q42"),
        (" q7747 ", "Q7747"),
        ("https://www.wikidata.org/wiki/Q42", "Q42"),
        ("http://wikidata.org/entity/Q42/", "Q42"),
        ("", ""),
    ],
)
def test_a_wikidata_id_typed_or_pasted(words, expected):
    assert wikidata_id(words) == expected


@pytest.mark.parametrize("words", ["42", "Q", "Q0", "P31", "https://example.org/Q42", "Q42 x"])
def test_what_is_no_wikidata_id_is_told(words):
    with pytest.raises(EditError, match="is no Wikidata id"):
        wikidata_id(words)


def test_it_counts_in_the_whole_project_and_can_be_undone_also_after_a_restart(session):
    path = session.project.path
    assert set_wikidata(session, "Tjark Hollmann", "q7") is not None
    assert set_wikidata(session, "Tjark Hollmann", "Q7") is None, "it is so already"
    assert wikidata(session) == {"Tjark Hollmann": "Q7"}
    session.close()
    again = Session.open(path, "Kim")
    assert again.undo_entry.name == "wikidata"
    again.undo()
    assert wikidata(again) == {}
    again.redo()
    set_wikidata(again, "Tjark Hollmann", "")
    assert wikidata(again) == {}
    again.close()


def test_a_wikidata_id_and_who_a_mention_is_go_out_and_come_in_again(session, tmp_path):
    set_wikidata(session, "Tjark Hollmann", "Q7")
    hollmann = session.look("a1").state.get("e1")
    session.do("a1", Edit("identify", (Put(replace(hollmann, identity="Tjark Hollmann")),)))
    out = tmp_path / "out.jsonl"
    plan = ExportPlan("jsonl", out, tuple(Status))
    all_formats().named("jsonl").write(chosen_articles(session, plan), out)
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert rows[0]["ents"][0]["wikidata"] == "Q7"
    assert rows[0]["quotes"][1]["speaker"][0][2:] == ["person", "Tjark Hollmann"]
    other = Session.create(tmp_path / "other.rotstift", session.scheme, "Kim")
    *_, report = import_paths(other, [out])
    assert report.refused == []
    assert wikidata(other) == {"Tjark Hollmann": "Q7"}
    first = other.look(report.added[0]).state
    assert dict(first.items) == dict(session.look("a1").state.items)
    *_, report = check(other)
    assert report.problems == []
    other.close()
    out.write_text(json.dumps(rows[0] | {"ents": [rows[0]["ents"][0] | {"wikidata": "42"}]}))
    third = Session.create(tmp_path / "third.rotstift", session.scheme, "Kim")
    *_, report = import_paths(third, [out])
    assert [one.code.value for one in report.refused] == ["bad_wikidata"]
    third.close()
