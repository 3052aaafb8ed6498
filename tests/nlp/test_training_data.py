"""What the .spacy files of a training tell before it begins: articles without an entity."""

from pathlib import Path

import pytest

from rotstift.model.items import Entity, Origin, Quote
from rotstift.model.span import Span
from rotstift.nlp.docbin_export import DocBinExport, Options
from rotstift.nlp.training import Wish, train
from rotstift.nlp.training_data import Corpora

ME = Origin("me")


def corpus(folder: Path, bare: int) -> Path:
    """Eight articles with a quote each, so many of them without an entity."""
    with DocBinExport(folder, Options(share=0.4)) as export:
        for number in range(8):
            text = f'Anna Beispiel fuhr Nummer {number}. "Ich komme wieder", sagte Beispiel.'
            start = text.index('"')
            quote = Quote(f"q{number}", (Span(start, start + 18),), "direct", ME)
            entity = Entity(f"p{number}", Span(0, 13), "PER", ME)
            export.add(f"a{number}", text, [quote] if number < bare else [entity, quote])
        export.close()
    return folder


@pytest.mark.parametrize(("bare", "words"), [(0, []), (3, ["3 of the articles"]), (8, [])])
def test_articles_without_an_entity_are_told_of_where_others_have_some(
    tmp_path, bare, words
) -> None:
    data = corpus(tmp_path / "data", bare)
    notes = Corpora.of(data / "train.spacy", data / "dev.spacy").notes
    assert [note[:17] for note in notes] == words


def test_where_none_is_held_out_each_article_counts_once(tmp_path) -> None:
    side = corpus(tmp_path / "data", 3) / "train.spacy"
    twice = Corpora.of(side, side)
    bare = sum(int(key[1:]) < 3 for key, _ in twice.split.train)
    assert 0 < bare < len(twice.split.train)
    (note,) = twice.notes
    assert note.startswith(f"{bare} of the articles")


@pytest.mark.slow
def test_the_note_comes_with_the_training(tmp_path) -> None:
    data = corpus(tmp_path / "data", 3)
    wish = Wish(steps=1, base="", folder=tmp_path)
    trained = train(data / "train.spacy", data / "dev.spacy", tmp_path / "model", wish)
    assert any("3 of the articles have no entity" in note for note in trained.notes)
