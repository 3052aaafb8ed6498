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

from rotstift.model.items import (
    Entity,
    Markable,
    Negative,
    Origin,
    Quote,
    Standing,
    Zone,
    ZoneKind,
)
from rotstift.model.span import Span
from rotstift.nlp import pipeline, registry, spacy_pipeline
from rotstift.nlp.docbin_export import DocBinExport, Options
from rotstift.nlp.pipeline import Joined, Loaded
from rotstift.nlp.registry import PipelineInfo
from rotstift.nlp.spacy_pipeline import SpacyPipeline
from rotstift.nlp.suggest import (
    Request,
    SuggestError,
    Suggestions,
    suggestions_of,
    suggestions_of_each,
)
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


@Language.component("rotstift_test_layout")
def _layout(doc: Doc) -> Doc:
    """Everything that docbin.py's layout can say, and its attributes."""
    doc.spans["entities"] = [DocSpan(doc, 0, 2, "PER", kb_id="Anna"), DocSpan(doc, 1, 2, "ORG")]
    doc.spans["entities"].attrs["scores"] = [0.75, 2.0]
    doc.set_ents([DocSpan(doc, 0, 2, "PER")])
    doc.spans["quotes"] = [
        DocSpan(doc, 3, 5, "direct", span_id="in"),
        DocSpan(doc, 2, 9, "indirect", span_id="out"),
        DocSpan(doc, 4, 6, "direct", span_id="in"),
    ]
    doc.spans["quotes"].attrs.update(
        scores=[0.25, 0.5, 0.1],
        parents={"in": "out", "out": "in", "nobody": "out"},
        fragments=["in", "nobody"],
    )
    doc.spans["speaker"] = [
        DocSpan(doc, 0, 2, "person", span_id="out"),
        DocSpan(doc, 0, 1, "strange", span_id="in"),
    ]
    doc.spans["via"] = [DocSpan(doc, 0, 1, "via", span_id="in")]
    doc.spans["via"].attrs["kinds"] = ["organisation"]
    doc.spans["negatives"] = [DocSpan(doc, 7, 8, "scare")]
    doc.spans["negatives"].attrs["scores"] = [float("nan")]
    doc.user_data["lines"] = doc.text.count("\n")
    return doc


def _whole() -> SpacyPipeline:
    nlp = spacy.blank("de")
    nlp.add_pipe("rotstift_test_layout")
    return SpacyPipeline("x", "1", nlp, whole=True)


def test_scores_identities_parents_and_fragments() -> None:
    text = "Anna Berg\u00a0sagt eins zwei drei vier fünf sechs"
    items = _whole().suggest(Request(text))
    entities = [item for item in items if isinstance(item, Entity)]
    assert [(one.span.of(text), one.label, one.identity, one.origin.score) for one in entities] == [
        ("Anna Berg", "PER", "Anna", 0.75),
        ("Berg", "ORG", None, 1.0),
    ]
    outer, inner = (item for item in items if isinstance(item, Quote))
    assert (outer.type, outer.origin.score, outer.parent, outer.fragment) == (
        "indirect",
        0.5,
        None,
        False,
    )
    assert (inner.parent, inner.fragment, inner.origin.score) == (outer.id, True, 0.25)
    assert [part.of(text) for part in inner.parts] == ["eins zwei drei"]
    assert [mention.kind.value for mention in outer.speaker + inner.speaker] == [
        "person",
        "unknown",
    ]
    assert [mention.kind.value for mention in inner.via] == ["organisation"]
    assert [item.origin.score for item in items if isinstance(item, Negative)] == [None]


def test_a_whole_article_is_one_doc_and_several_go_through_together() -> None:
    text = "Anna Berg\nsagt eins zwei drei vier fünf sechs"
    each = _whole().each([Request(text), Request("  \n"), Request(text)])
    kinds = Counter(type(item) for item in each[0].items)
    assert kinds == {Entity: 2, Quote: 2, Negative: 1}
    assert Counter(type(item) for item in each[2].items) == kinds
    assert each[1].items == ()


def test_the_line_by_line_reading_of_several_articles_keeps_them_apart() -> None:
    found = SpacyPipeline("x", "1", _blank()).each(
        [Request(TEXT), Request("\n\nKöln"), Request("")]
    )
    names = [[item.span.start for item in one.items if isinstance(item, Entity)] for one in found]
    assert names == [[2, 37], [2], []]
    assert [one.left_out for one in found] == [{"CARDINAL": 1}, {}, {}]


@pytest.mark.parametrize("whole", [True, False])
def test_words_never_seen_before_do_not_stay_in_memory(whole: bool) -> None:
    nlp = _blank()
    suggester = SpacyPipeline("x", "1", nlp, whole=whole)
    suggester.each([Request("Anna Beispiel war in Köln.")])
    before = len(nlp.vocab.strings)
    for part in range(5):
        words = " ".join(f"Wort{part}x{number}" for number in range(500))
        suggester.each([Request(words), Request(f"{words} und mehr")])
    assert len(nlp.vocab.strings) - before < 50


def test_the_zones_come_along_for_our_own_components() -> None:
    nlp = spacy.blank("de")
    seen: list[list[tuple[str, str]]] = []

    @Language.component("rotstift_test_zones")
    def look(doc: Doc) -> Doc:
        seen.append([(span.text, span.label_) for span in doc.spans["zones"]])
        return doc

    nlp.add_pipe("rotstift_test_zones")
    zones = (
        Zone("z1", Span(0, 9), ZoneKind.HEADLINE, Origin("x")),
        Zone("z2", Span(10, 14), ZoneKind.BODY, Origin("x")),
        Zone("z3", Span(12, 13), ZoneKind.BODY, Origin("x")),
    )
    suggester = SpacyPipeline("x", "1", nlp, whole=True, takes_zones=True)
    suggester.suggest(Request("Eins zwei\ndrei", zones))
    assert seen == [[("Eins zwei", "headline"), ("drei", "body")]]


def test_meta_says_that_a_pipeline_wants_whole_articles(tmp_path: Path) -> None:
    nlp = _blank()
    nlp.meta["rotstift"] = {"whole": True, "quotes": True}
    nlp.to_disk(tmp_path)
    loaded = spacy_pipeline.load_spacy(str(tmp_path))
    assert (loaded.whole, loaded.gives_quotes, loaded.gives_entities) == (True, True, True)
    _blank().to_disk(tmp_path)
    assert not spacy_pipeline.load_spacy(str(tmp_path)).whole


@Language.component("rotstift_test_other_text")
def _other_text(doc: Doc) -> Doc:
    return Doc(doc.vocab, words=["anders"])


def test_a_pipeline_that_changes_the_text_is_refused() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("rotstift_test_other_text")
    with pytest.raises(SuggestError, match="changed"):
        SpacyPipeline("x", "1", nlp).suggest(Request("Eins zwei."))


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
    with pytest.raises(SuggestError, match=r"no config\.cfg"):
        registry.load(str(tmp_path))
    _blank().to_disk(tmp_path)
    (tmp_path / "vocab" / "strings.json").write_text("{")
    with pytest.raises(SuggestError, match="could not be loaded"):
        registry.load(str(tmp_path))


# -- the one that comes along ----------------------------------------------------------------------

GERMAN = (
    "Der Bericht, den die Stadt gestern vorgelegt hat, ist nicht neu: Anna Beispiel war in Köln."
)
ENGLISH = (
    "The report that the city of Hamburg has presented is not new, and that was to be expected."
)
FRENCH = "Le rapport que la ville a présenté est dans les mains du ministre. « Il est très bon pour nous », a dit le maire."


def _trained(folder: Path, monkeypatch: Any, *components: str, **meta: Any) -> None:
    nlp = _blank()
    for name in components:
        nlp.add_pipe(name)
    nlp.meta |= {"version": "7.1", "rotstift": meta}
    nlp.to_disk(folder)
    monkeypatch.setattr(pipeline, "resource", lambda *_parts: folder)


def test_each_article_is_read_by_what_there_is_for_its_language(
    tmp_path: Path, monkeypatch: Any
) -> None:
    _trained(tmp_path, monkeypatch)
    built_in = registry.load("rotstift-de")
    assert built_in.version.startswith("7.1+")
    texts = [ENGLISH, GERMAN, FRENCH, GERMAN]
    found = suggestions_of_each(built_in, [Request(text) for text in texts])
    assert [one.unserved for one in found] == [None, None, "fr", None]
    names = [
        {item.span.of(text) for item in one.items if isinstance(item, Entity)}
        for one, text in zip(found, texts, strict=True)
    ]
    assert names[1] == names[3] == {"Anna Beispiel", "Köln"}
    assert "Hamburg" in names[0]
    assert names[2] == set()
    assert [item.type for item in found[2].items if isinstance(item, Quote)] == ["direct"]
    authors = {item.origin.author for one in found for item in one.items}
    assert authors == {f"rotstift-de {built_in.version}"}


def test_an_english_article_loads_no_trained_pipeline(tmp_path: Path, monkeypatch: Any) -> None:
    _trained(tmp_path, monkeypatch)
    (tmp_path / "vocab" / "strings.json").write_text("{")
    built_in = registry.load("rotstift-de")
    assert built_in.suggest(Request(ENGLISH))
    with pytest.raises(SuggestError, match="could not be loaded"):
        built_in.suggest(Request(GERMAN))


def test_without_a_trained_pipeline_the_rules_serve(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(pipeline, "resource", lambda *_parts: tmp_path)
    built_in = registry.load("rotstift-de")
    text = (
        "Die Stadt Köln, in der Anna Berg lebt, ist nicht klein. „Das ist sehr gut so“, sagte sie."
    )
    kinds = {type(item) for item in built_in.suggest(Request(text))}
    assert kinds == {Entity, Quote}


SAID = "Anna Beispiel sagte: „Wir fahren heute noch alle nach Köln.“"


@pytest.mark.parametrize(("says", "quotes"), [({}, 1), ({"quotes": True}, 0)])
def test_a_pipeline_with_a_component_for_quotes_needs_no_rules(
    tmp_path: Path, monkeypatch: Any, says: dict[str, bool], quotes: int
) -> None:
    _trained(tmp_path, monkeypatch, **says)
    items = registry.load("rotstift-de").suggest(Request(SAID))
    assert sum(isinstance(item, Quote) for item in items) == quotes
    assert sum(isinstance(item, Entity) for item in items) == 2


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
    assert "rotstift.Progress" not in (tmp_path / "mine" / "config.cfg").read_text()


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
