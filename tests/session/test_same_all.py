"""The same in the whole project: found wherever it stands, done as one entry, taken back as one."""

from dataclasses import replace

import pytest
from project_help import make_session

from rotstift.model import verbs
from rotstift.model.checks import EditError
from rotstift.model.items import Entity, Origin, Standing, Status
from rotstift.model.same import Correction, Deed
from rotstift.model.sameness import LOOSE
from rotstift.model.span import Span
from rotstift.session.same_all import apply, search, still_same
from rotstift.session.session import Session

TEXTS = (
    "Berg kommt. Die Nato tagt.",
    "Heute redet BERG in Kiel. Bergs Rede war lang! Danach ging er.",
    "Niemand von hier.",
    "Der Berg-Gipfel und Anna Berg.",
    "Be\u00adrg am Abend.",
    "Eisberg und Bergen sind andere.",
)
MACHINE = Origin("rules 1", Standing.SUGGESTED, 0.6)
BERG = Correction(Deed.LABEL, "Berg", Span(0, 4), "PER")


@pytest.fixture
def session(tmp_path):
    made = make_session(tmp_path / "p.rotstift", *TEXTS)
    yield made
    made.close()


def found(session: Session, correction: Correction = BERG, here: str = "a1"):
    *_, result = search(session, correction, here)
    return result.found


def test_it_stands_in_its_sentence_with_its_article(session):
    every = found(session)
    assert [(one.article, one.words) for one in every] == [
        ("a2", "BERG"),
        ("a2", "Bergs"),
        ("a4", "Berg"),
        ("a4", "Berg"),
        ("a5", "Be\u00adrg"),
    ]
    first, second, head, *_ = every
    assert (first.before, first.after) == ("Heute redet ", " in Kiel.")
    assert (second.before, second.after) == ("", " Rede war lang!")
    assert head.head
    assert first.title
    assert first.status is Status.NEW


def test_what_counts_as_the_same_narrows_it(session):
    every = found(session)

    def words(**off: bool) -> list[str]:
        sameness = replace(LOOSE, **off)
        return [one.words for one in every if still_same(one, "Berg", sameness)]

    assert "BERG" not in words(case=False)
    assert "Bergs" not in words(genitive=False)
    assert words(compounds=False).count("Berg") == 1


def test_one_entry_and_one_undo_also_after_a_restart(session):
    path, every = session.project.path, found(session)
    changed = apply(session, BERG, every[:3], "a1")
    assert set(changed.states) == {"a2", "a4"}
    assert session.undo_entry.words["count"] == "3"
    assert session.undo_entry.words["articles"] == "2"
    assert [one.words for one in found(session)] == ["Berg", "Be\u00adrg"]
    session.close()
    again = Session.open(path, "Kim")
    again.undo()
    assert again.look("a2").state.entities == ()
    assert again.look("a4").state.entities == ()
    assert len(found(again)) == 5
    again.redo()
    assert len(again.look("a2").state.entities) == 2
    again.close()


def test_what_is_gone_meanwhile_is_left_out_and_nothing_left_is_told(session):
    every = found(session)
    text = TEXTS[1]
    session.do("a2", verbs.add_entity(text, Span(12, 16), "PER", "Kim"))
    apply(session, BERG, every[:2], "a1")
    assert session.undo_entry.words["count"] == "1"
    with pytest.raises(EditError, match="None of these mentions"):
        apply(session, BERG, every[:2], "a1")


def test_every_deed_and_also_from_a_genitive(session):
    berg = Entity("x", Span(12, 16), "LOC", MACHINE)
    session.take_suggestions("a2", [berg], "rules 1")
    for deed, value in ((Deed.REMOVE, ""), (Deed.IDENTITY, "Anna Berg")):
        correction = Correction(deed, "Bergs", Span(0, 4), value)
        assert [one.words for one in found(session, correction)] == ["BERG"]
    apply(
        session,
        Correction(Deed.IDENTITY, "Berg", Span(0, 4), "Anna Berg"),
        found(session, Correction(Deed.IDENTITY, "Berg", Span(0, 4), "Anna Berg")),
        "a1",
    )
    assert session.look("a2").state.get("x").identity == "Anna Berg"


def test_a_damaged_article_is_counted_and_the_rest_found(session):
    session.project.database.execute("update article_text set text = 'Berg!' where article = 'a2'")
    *_, result = search(session, BERG, "a1")
    assert result.damaged == 1
    assert {one.article for one in result.found} == {"a4", "a5"}
