"""Pipelines: joined suggesters, the registry, spaCy pipelines by path, training a small one."""

import os
from collections import Counter
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from rotstift.model.items import Entity, Markable, Negative, Origin, Quote, Standing
from rotstift.model.span import Span
from rotstift.nlp import pipeline, registry, spacy_pipeline
from rotstift.nlp.docbin_export import DocBinExport, Options
from rotstift.nlp.pipeline import Joined, Loaded
from rotstift.nlp.registry import PipelineInfo
from rotstift.nlp.spacy_pipeline import SpacyPipeline
from rotstift.nlp.suggest import Request, SuggestError, Suggestions, suggestions_of
from rotstift.nlp.training import Cancelled, TrainingError, Wish, train

HERE = Origin("x 1", Standing.SUGGESTED, 0.5)


class Fixed:
    version = "3"

    def __init__(self, name: str, *items: Markable) -> None:
        self.name, self._items = name, items

    def suggest(self, _request: Request) -> list[Markable]:
        return list(self._items)


def test_joined_prefers_the_first_and_signs_everything() -> None:
    one = Fixed("one", Entity("a", Span(0, 4), "PER", HERE))
    two = Fixed(
        "two",
        Entity("b", Span(2, 6), "LOC", HERE),
        Entity("c", Span(8, 9), "LOC", HERE),
        Quote("q", (Span(0, 9),), "direct", HERE),
        Negative("n", Span(0, 2), "scare", HERE),
    )
    three = Fixed("three", Quote("q2", (Span(0, 3),), "direct", HERE))
    joined = Joined("all", (one, two, three))
    items = joined.suggest(Request("0123456789"))
    assert [item.id for item in items] == ["a", "c", "q", "n"]
    assert {item.origin.author for item in items} == {"all 3+3+3"}
    assert items[0].origin.score == 0.5


def _blank() -> Language:
    nlp = spacy.blank("de")
    ruler = nlp.add_pipe("entity_ruler")
    patterns = [
        {"label": "PERSON", "pattern": [{"LOWER": "anna"}, {"LOWER": "beispiel"}]},
        {"label": "GPE", "pattern": "Köln"},
        {"label": "CARDINAL", "pattern": "drei"},
    ]
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]
    return nlp


TEXT = "😀 Anna\u00a0Beispiel zählt drei Züge.\n\nIn Köln."


def test_labels_offsets_and_what_is_left_out() -> None:
    found = SpacyPipeline("x", "1", _blank()).suggestions(Request(TEXT))
    assert [
        (item.span.of(TEXT), item.label) for item in found.items if isinstance(item, Entity)
    ] == [
        ("Anna\u00a0Beispiel", "PER"),
        ("Köln", "LOC"),
    ]
    assert found.left_out == {"CARDINAL": 1}
    assert all(item.origin.score is None for item in found.items)


@Language.component("rotstift_test_quotes")
def _quotes(doc: Doc) -> Doc:
    if len(doc) > 8:
        parts = [
            DocSpan(doc, 0, 2, "direct", span_id="k"),
            DocSpan(doc, 5, 7, "direct", span_id="k"),
        ]
        doc.spans["quotes"] = [*parts, DocSpan(doc, 2, 3, "Sung")]
        doc.spans["speaker"] = [DocSpan(doc, 3, 4, "speaker", span_id="k")]
        doc.spans["cue"] = [DocSpan(doc, 2, 3, "cue")]
        doc.spans["negatives"] = [DocSpan(doc, 7, 8, "scare")]
    return doc


def test_quotes_in_our_layout() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("rotstift_test_quotes")
    text = "x\neins zwei drei vier fünf sechs sieben acht neun"
    found = SpacyPipeline("x", "1", nlp).suggestions(Request(text))
    quote = next(item for item in found.items if isinstance(item, Quote))
    assert [part.of(text) for part in quote.parts] == ["eins zwei", "sechs sieben"]
    assert [mention.span.of(text) for mention in quote.speaker] == ["vier"]
    assert [cue.of(text) for cue in quote.cue] == ["drei"]
    assert [item.span.of(text) for item in found.items if isinstance(item, Negative)] == ["acht"]
    assert found.left_out == {"quotes:Sung": 1}


def test_a_folder_loads_by_path_and_our_rules_add_the_quotes(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    _blank().to_disk(tmp_path / "mine" / "model-best")
    suggester = registry.load(str(tmp_path / "mine" / "model-best"))
    text = 'Anna Beispiel sagte: "Wir fahren heute noch nach Köln."'
    items = suggestions_of(suggester, Request(text)).items
    assert suggester.name == "mine"
    assert {item.span.of(text) for item in items if isinstance(item, Entity)} == {
        "Anna Beispiel",
        "Köln",
    }
    assert any(isinstance(item, Quote) for item in items)


def test_the_version_changes_with_the_pipeline(tmp_path: Path) -> None:
    _blank().to_disk(tmp_path)
    before = spacy_pipeline.load_spacy(str(tmp_path)).version
    assert spacy_pipeline.load_spacy(str(tmp_path)).version == before
    spacy.blank("de").to_disk(tmp_path)
    assert spacy_pipeline.load_spacy(str(tmp_path)).version != before


def test_a_broken_folder_gets_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{")
    with pytest.raises(SuggestError, match="could not be loaded"):
        registry.load(str(tmp_path))


def test_a_trained_pipeline_takes_the_place_of_the_entity_rules(
    tmp_path: Path, monkeypatch: Any
) -> None:
    _blank().to_disk(tmp_path)
    monkeypatch.setattr(pipeline, "resource", lambda *_parts: tmp_path)
    part = pipeline.rotstift_de().suggesters[0]
    assert isinstance(part, SpacyPipeline)


def _points(*points: EntryPoint) -> Callable[..., list[EntryPoint]]:
    return lambda group: [point for point in points if point.group == group]


def test_plug_ins_are_listed_and_a_broken_one_says_why(monkeypatch: Any) -> None:
    good = EntryPoint("good", f"{__name__}:make", registry.ENTRY_POINTS)
    bad = EntryPoint("bad", "no_such_module:make", registry.ENTRY_POINTS)
    model = EntryPoint("de_test", "de_test", "spacy_models")
    monkeypatch.setattr(EntryPoint, "load", lambda point: _load(point.name))
    monkeypatch.setattr(registry, "entry_points", _points(good, bad, model))
    rows = registry.available()
    assert rows[0] == PipelineInfo("rotstift-de", "built-in")
    assert rows[1] == PipelineInfo("good", "plug-in")
    assert "no_such_module" in rows[2].problem
    assert rows[3] == PipelineInfo("de_test", "spacy")
    assert registry.load("good").name == "good"
    with pytest.raises(SuggestError, match="bad"):
        registry.load("bad")


def _load(name: str) -> Callable[[], Fixed]:
    if name == "bad":
        raise ModuleNotFoundError("no_such_module")
    return lambda: Fixed(name)


def test_pipelines_stay_loaded_until_their_folder_changes(tmp_path: Path) -> None:
    loads: Counter[str] = Counter()

    def load(name: str) -> Fixed:
        loads[name] += 1
        return Fixed(name)

    kept = Loaded(load)
    meta = tmp_path / "meta.json"
    meta.write_text("{}")
    kept.get(str(tmp_path))
    kept.get(str(tmp_path))
    assert loads[str(tmp_path)] == 1
    os.utime(meta, (1, 1))
    kept.get(str(tmp_path))
    assert loads[str(tmp_path)] == 2


def test_what_a_plain_suggester_says_is_all_there_is() -> None:
    entity = Entity("a", Span(0, 4), "PER", HERE)
    assert suggestions_of(Fixed("one", entity), Request("0123456789")) == Suggestions((entity,))


def _corpus(folder: Path, *, split_hyphens: bool = False) -> Path:
    text = (
        "Anna Beispiel fuhr nach Köln. Die Stadt schlief, nur Anna Beispiel sang im Kölner Regen."
    )
    items = [
        Entity("a", Span(0, 13), "PER", Origin("me")),
        Entity("b", Span(24, 28), "LOC", Origin("me")),
        Entity("c", Span(53, 66), "PER", Origin("me")),
    ]
    with DocBinExport(folder, Options(split_hyphens=split_hyphens)) as export:
        export.add("a", text, items)
        export.close()
    return folder


@pytest.mark.slow
def test_training_on_one_article_gives_a_pipeline_that_knows_it(tmp_path: Path) -> None:
    data = _corpus(tmp_path / "data", split_hyphens=True)
    seen: list[tuple[int, int, str]] = []
    trained = train(
        data / "train.spacy",
        data / "dev.spacy",
        tmp_path / "mine",
        Wish(steps=60),
        progress=lambda *step: seen.append(step),
    )
    assert trained.scores["ents_f"] > 0.6
    assert seen[0] == (0, 60, "preparing")
    assert seen[-1][0] == 60
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "mine"]
    suggester = registry.load(str(tmp_path / "mine"))
    text = "Anna Beispiel fuhr nach Köln."
    assert ("Anna Beispiel", "PER") in [
        (item.span.of(text), item.label)
        for item in suggester.suggest(Request(text))
        if isinstance(item, Entity)
    ]
    assert "rotstift" not in (tmp_path / "mine" / "config.cfg").read_text()


def test_training_can_be_stopped_and_leaves_nothing(tmp_path: Path) -> None:
    data = _corpus(tmp_path / "data")
    with pytest.raises(Cancelled):
        train(data / "train.spacy", data / "dev.spacy", tmp_path / "mine", cancel=lambda: True)
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_training_without_files_or_entities_says_so(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="export"):
        train(tmp_path / "no.spacy", tmp_path / "no.spacy", tmp_path / "mine")
    (tmp_path / "bad.spacy").write_bytes(b"x")
    with pytest.raises(TrainingError, match="export the articles again"):
        train(tmp_path / "bad.spacy", tmp_path / "bad.spacy", tmp_path / "mine")
    with DocBinExport(tmp_path / "plain", Options()) as export:
        export.add("a", "Nichts markiert.", [])
        assert any("config" in note for note in export.close().notes)
    plain = tmp_path / "plain"
    with pytest.raises(TrainingError, match="mark"):
        train(plain / "train.spacy", plain / "dev.spacy", tmp_path / "mine")
    assert not (tmp_path / "mine").exists()
