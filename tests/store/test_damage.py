"""Damage: what is changed behind our back is noticed before anybody trusts it."""

import pytest
from project_help import TEXT, entry, make_project, new_article, run_behind

from rotstift.model.items import (
    Entity,
    Mention,
    Negative,
    Note,
    Origin,
    Quote,
    Standing,
    Zone,
    ZoneKind,
)
from rotstift.model.span import Span
from rotstift.store.errors import StoreError
from rotstift.store.project import Project

MACHINE = Origin("rules 1", Standing.SUGGESTED, 0.5)
ITEMS = (
    Entity("e", Span(0, 4), "PER", MACHINE, "Anna"),
    Quote("q", (Span(5, 9),), "direct", MACHINE, (Mention(Span(0, 4)),), (Span(9, 11),)),
    Negative("n", Span(20, 24), "scare", MACHINE),
    Zone("z", Span(0, 40), ZoneKind.HEADLINE, MACHINE),
    Note("t", "Wer?", MACHINE, "q"),
)


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "p.rotstift"
    project = make_project(made, "Ein anderer Artikel\n")
    project.add([new_article("b", TEXT, ITEMS)], entry())
    project.close()
    return made


@pytest.mark.parametrize(
    "statement",
    [
        "update article_text set text = replace(text, 'Berg', 'Borg')",
        "update article set text_digest = 'zz' where id = 'b'",
        "update article set length = length + 1 where id = 'b'",
    ],
)
def test_a_changed_text_is_not_shown(path, statement):
    run_behind(path, statement)
    project = Project.open(path)
    with pytest.raises(StoreError, match=r"text of .* is damaged"):
        project.article("b")
    assert project.article("a1").text == "Ein anderer Artikel\n"
    project.close()


@pytest.mark.parametrize(
    "statement",
    [
        'update entity set "start" = 1',
        "update entity set label = 'ORG'",
        "update entity set identity = null",
        "update entity set standing = 'made'",
        "update entity set standing = 'unheard of'",
        "update entity set author = 'Eve'",
        "update entity set score = 0.6",
        'update entity set "end" = 0',
        "delete from entity",
        "update quote set type = 'indirect'",
        "update quote set fragment = 1",
        'update quote set "end" = "end" + 1',
        "delete from quote",
        "delete from quote_span where role = 'cue'",
        "delete from quote_span where role = 'part'",
        "update quote_span set kind = 'person' where role = 'speaker'",
        "update quote_span set kind = 'unheard of' where role = 'speaker'",
        "update quote_span set kind = null where role = 'speaker'",
        "update quote_span set role = 'via' where role = 'speaker'",
        "update quote_span set role = 'unheard of' where role = 'speaker'",
        "insert into quote_span values ('b', 'nobody', 'part', 0, 1, 2, null, null)",
        "update negative set reason = 'other'",
        "update negative set of = 'nothing'",
        "update zone set kind = 'lead'",
        "update note set text = 'Du?'",
        "update note set target = ''",
        "update article set status = 'confirmed' where id = 'b'",
        "update article set status = 'unheard of' where id = 'b'",
        "update article set state_digest = 'zz' where id = 'b'",
        'insert into entity (article, id, standing, author, "start", "end", label)'
        " values ('b', 'q', 'made', 'Eve', 1, 2, 'PER')",
    ],
)
def test_a_changed_mark_is_not_shown(path, statement):
    run_behind(path, statement)
    project = Project.open(path)
    with pytest.raises(StoreError, match="--repair"):
        project.state("b")
    assert dict(project.state("a1").items) == {}
    project.close()


def test_what_is_not_there_has_a_sentence(path):
    project = Project.open(path)
    for ask in (project.article, project.state, project.row):
        with pytest.raises(StoreError, match="no article 'nobody'"):
            ask("nobody")
    with pytest.raises(StoreError, match="no entry 99"):
        project.log_book.entry(99)
    assert project.digest_of("nobody") == ""
    project.close()


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("delete from log where seq = 1", "missing"),
        ("delete from article where id = 'a1'", "refers to one of article"),
        ("update article_text set text = 'x' where article = 'a1'", "search index"),
        ("delete from article_text_fts_data where id > 10", "search index"),
    ],
)
def test_what_is_wrong_with_the_file(path, statement, says):
    run_behind(path, statement)
    project = Project.open(path)
    found = list(project.file_problems())
    assert any(says in sentence for sentence in found), found
    assert all(sentence.endswith(".") for sentence in found)
    project.close()


def test_a_sound_file_has_no_problem(path):
    project = Project.open(path)
    assert list(project.file_problems()) == []
    project.close()
