"""DocBin export: layout, report, split, files; read back with spaCy itself."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin

from rotstift.model.items import (
    Entity,
    Item,
    Mention,
    Negative,
    Note,
    Origin,
    Quote,
    Zone,
    ZoneKind,
)
from rotstift.model.report import Outcome, Report
from rotstift.model.span import Span
from rotstift.nlp import docbin_export
from rotstift.nlp.docbin import GROUPS, OVERLAP, DocMaker, Layout, items_in
from rotstift.nlp.docbin_export import DocBinExport, ExportError, Options, draw

ME = Origin("me")
TEXT = (
    "Nato-Osterweiterung in Köln\n"
    "„Wir kommen“, teilte Anna\u00a0Beispiel der Nato mit, „und zwar 😀 morgen.“ Mit dem FC Köln."
)


def span(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def entity(name: str, words: str, label: str, nth: int = 0, identity: str | None = None) -> Entity:
    return Entity(name, span(words, nth), label, ME, identity)


def items() -> list[Item]:
    return [
        entity("e1", "Nato", "ORG"),
        entity("e2", "Anna\u00a0Beispiel", "PER", identity="Anna Beispiel"),
        entity("e3", "FC Köln", "ORG"),
        entity("e4", "Köln", "LOC", nth=1),
        Quote(
            "q1",
            (span("„Wir kommen“"), span("„und zwar 😀 morgen.“")),
            "direct",
            ME,
            speaker=(Mention(span("Anna\u00a0Beispiel")),),
            cue=(span("teilte"), span("mit")),
            addressee=(Mention(span("der Nato")),),
        ),
        Negative("n1", span("FC Köln"), "name", ME),
        Zone("z1", Span(0, TEXT.index("\n")), ZoneKind.HEADLINE, ME),
        Note("k1", "sieh nach", ME),
    ]


def export(out: Path, articles: list[tuple[str, str, list[Item]]], **options: Any) -> Report:
    with DocBinExport(out, Options(**options)) as exporting:
        for article in articles:
            exporting.add(*article)
        return exporting.close()


def docs(path: Path) -> list[Any]:
    return list(DocBin().from_disk(path).get_docs(spacy.blank("de").vocab))


def test_every_item_stands_where_it_should(tmp_path: Path) -> None:
    report = export(tmp_path / "out", [("a1", TEXT, items())])
    (doc,) = docs(tmp_path / "out" / "train.spacy")
    assert doc.text == TEXT
    assert set(doc.spans) == set(GROUPS)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Anna\u00a0Beispiel", "PER"),
        ("FC Köln", "ORG"),
    ]
    assert doc.ents[0].kb_id_ == "Anna Beispiel"
    quotes = [(part.text, part.label_, part.id_) for part in doc.spans["quotes"]]
    assert quotes == [("„Wir kommen“", "direct", "q1"), ("„und zwar 😀 morgen.“", "direct", "q1")]
    assert [(cue.text, cue.id_) for cue in doc.spans["cue"]] == [("teilte", "q1"), ("mit", "q1")]
    assert [one.text for one in doc.spans["addressee"]] == ["der Nato"]
    assert [one.label_ for one in doc.spans["negatives"]] == ["name"]
    assert [(one.text, one.label_) for one in doc.spans["zones"]] == [
        ("Nato-Osterweiterung in Köln", "headline")
    ]
    assert items_in(doc) == ("a1", items())
    assert report.gaps == []


def test_the_report_counts_and_names_what_does_not_fit(tmp_path: Path) -> None:
    report = export(tmp_path / "out", [("a1", TEXT, items())])
    assert report.asked["entity"] == 4
    assert report.count(Outcome.WRITTEN, "entity") == 2
    cases = {(case.text, case.outcome): case for case in report.cases}
    part = cases["Nato", Outcome.IMPOSSIBLE]
    assert (part.article, part.span) == ("a1", Span(0, 4))
    assert "token" in part.reason
    assert cases["Köln", Outcome.ADAPTED].reason == OVERLAP
    stored = json.loads((tmp_path / "out" / "report.json").read_text())
    assert Report.from_json(stored) == report


def test_part_of_a_word_fits_when_words_split_at_hyphens(tmp_path: Path) -> None:
    report = export(tmp_path / "out", [("a1", TEXT, items())], split_hyphens=True)
    (doc,) = docs(tmp_path / "out" / "train.spacy")
    assert doc.ents[0].text == "Nato"
    assert report.count(Outcome.IMPOSSIBLE, "entity") == 0
    assert (tmp_path / "out" / "tokenizer" / "tokenizer").is_file()


def test_plain_spaces_keep_the_offsets(tmp_path: Path) -> None:
    export(tmp_path / "out", [("a1", TEXT, items())], plain_spaces=True)
    (doc,) = docs(tmp_path / "out" / "train.spacy")
    assert doc.text == TEXT.replace("\u00a0", " ")
    assert items_in(doc)[1] == items()


def test_one_article_is_in_train_and_copied_to_dev_and_the_report_says_so(tmp_path: Path) -> None:
    report = export(tmp_path / "out", [("a1", TEXT, items())])
    out = tmp_path / "out"
    assert (out / "dev.spacy").read_bytes() == (out / "train.spacy").read_bytes()
    assert any("copy" in note for note in report.notes)


def _many(number: int) -> list[tuple[str, str, list[Item]]]:
    return [(f"a{n}", f"{TEXT} {n}", items()) for n in range(number)]


def test_two_articles_make_one_of_each(tmp_path: Path) -> None:
    export(tmp_path / "out", _many(2))
    assert len(docs(tmp_path / "out" / "train.spacy")) == 1
    assert len(docs(tmp_path / "out" / "dev.spacy")) == 1


def test_the_split_is_by_text_and_seed_and_no_article_is_on_both_sides(tmp_path: Path) -> None:
    def dev_of(name: str, number: int, seed: int) -> set[str]:
        export(tmp_path / name, _many(number), seed=seed)
        train = {items_in(doc)[0] for doc in docs(tmp_path / name / "train.spacy")}
        dev = {items_in(doc)[0] for doc in docs(tmp_path / name / "dev.spacy")}
        assert len(train | dev) == number
        assert not train & dev
        return dev

    forty = dev_of("a", 40, 1)
    assert forty == {f"a{n}" for n in range(40) if draw(1, f"{TEXT} {n}") < 0.2}
    assert dev_of("b", 50, 1) & {f"a{n}" for n in range(40)} == forty
    assert dev_of("c", 40, 2) != forty


def test_many_articles_become_a_folder_of_files(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(docbin_export, "SHARD", 4)
    monkeypatch.setattr(docbin_export, "ZONE", 3)
    report = export(tmp_path / "out", _many(20))
    files = sorted((tmp_path / "out" / "train").glob("*.spacy"))
    every = [doc for file in (tmp_path / "out").rglob("*.spacy") for doc in docs(file)]
    assert len(files) > 1
    assert sorted(items_in(doc)[0] for doc in every) == sorted(f"a{n}" for n in range(20))
    assert report.asked["article"] == 20


def test_a_single_file(tmp_path: Path) -> None:
    export(tmp_path / "all.spacy", _many(3))
    assert len(docs(tmp_path / "all.spacy")) == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.report.json", "all.spacy"]


def test_a_second_export_replaces_ours_and_leaves_other_files(tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(out, _many(1), split_hyphens=True)
    (out / "mine.txt").write_text("x")
    export(out, _many(2))
    assert (out / "mine.txt").is_file()
    assert not (out / "tokenizer").exists()
    assert len(docs(out / "dev.spacy")) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["train/corpus.txt", "tokenizer/x", "dev.spacy", "config.cfg"])
@pytest.mark.parametrize("report", ["", "mine", "[]", '{"kinds": {}}'])
def test_what_is_not_ours_is_in_the_way(tmp_path: Path, name: str, report: str) -> None:
    mine = tmp_path / "out" / name
    mine.parent.mkdir(parents=True, exist_ok=True)
    mine.write_text("mine")
    if report:
        (tmp_path / "out" / "report.json").write_text(report)
    with pytest.raises(ExportError, match="another place"):
        DocBinExport(tmp_path / "out", Options())
    assert mine.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    export(tmp_path / "out", _many(1), overwrite=True)
    assert docs(tmp_path / "out" / "train.spacy")


def test_a_strange_file_among_the_shards_of_an_earlier_export_is_in_the_way(
    tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr(docbin_export, "SHARD", 4)
    export(tmp_path / "out", _many(20))
    export(tmp_path / "out", _many(20))
    mine = tmp_path / "out" / "train" / "notes.txt"
    mine.write_text("mine")
    with pytest.raises(ExportError, match=r"notes\.txt"):
        export(tmp_path / "out", _many(20))
    assert mine.read_text() == "mine"


def test_a_single_file_takes_the_place_of_an_earlier_one_only(tmp_path: Path) -> None:
    out = tmp_path / "all.spacy"
    out.write_text("mine")
    with pytest.raises(ExportError, match=r"all\.spacy"):
        export(out, _many(1))
    assert out.read_text() == "mine"
    out.unlink()
    export(out, _many(1))
    export(out, _many(2))
    assert len(docs(out)) == 2


def test_leaving_early_leaves_nothing(tmp_path: Path) -> None:
    with DocBinExport(tmp_path / "out", Options()) as exporting:
        exporting.add("a", TEXT, items())
        assert list(tmp_path.iterdir())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("bad", [{"share": 1}, {"share": "a"}, {"seed": True}, {"colour": 1}])
def test_bad_options_are_refused(bad: dict[str, Any]) -> None:
    with pytest.raises(ExportError):
        Options.of(bad)


def test_no_article_and_unknown_language_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="confirm"):
        export(tmp_path / "out", [])
    with pytest.raises(ExportError, match="language"):
        DocBinExport(tmp_path / "out", Options(language="qq"))
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_does_not_add_up_stops_the_export(tmp_path: Path) -> None:
    with DocBinExport(tmp_path / "out", Options()) as exporting:
        exporting.add("a", TEXT, items())
        exporting.report.ask("entity")
        with pytest.raises(ExportError, match="entity"):
            exporting.close()
    assert list(tmp_path.iterdir()) == []


def test_an_article_without_text_is_reported_with_its_items(tmp_path: Path) -> None:
    report = export(
        tmp_path / "out",
        [("a", TEXT, items()), ("b", " \n", [Zone("z", Span(0, 1), ZoneKind.BODY, ME)])],
    )
    assert report.count(Outcome.IMPOSSIBLE, "article") == 1
    assert report.count(Outcome.IMPOSSIBLE, "zone") == 1
    assert report.gaps == []


MAKER = DocMaker(Layout(), Report())


@settings(max_examples=150, deadline=None)
@given(data=st.data(), text=st.text(alphabet="aB -.\u00a0\n„“ä😀e\u0301'", min_size=1, max_size=40))
def test_any_span_is_written_as_it_is_or_reported(data: st.DataObject, text: str) -> None:
    spot = st.integers(0, len(text) - 1)
    spans = data.draw(st.lists(st.tuples(spot, st.integers(1, 9)), max_size=5))
    given_items: list[Item] = [
        Entity(f"e{number}", Span(start, min(start + size, len(text))), "PER", ME)
        for number, (start, size) in enumerate(spans)
    ]
    report = Report()
    MAKER._report = report
    doc = MAKER.make("a", text, given_items)
    assert report.gaps == []
    if doc is None:
        return
    by_id = {item.id: item for item in given_items if isinstance(item, Entity)}
    for written in doc.spans["entities"]:
        assert written.text == by_id[written.id_].span.of(text).strip()
    assert len(doc.spans["entities"]) + report.count(Outcome.IMPOSSIBLE, "entity") == len(spans)


@pytest.mark.slow
@pytest.mark.parametrize("quotes", [False, True])
def test_spacy_itself_accepts_and_trains(tmp_path: Path, quotes: bool) -> None:
    out = tmp_path / "out"
    export(out, _many(140), quotes=quotes, split_hyphens=True)
    debug = [sys.executable, "-m", "spacy", "debug", "data", "config.cfg"]
    checked = subprocess.run(debug, cwd=out, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "Corpus is loadable" in checked.stdout
    fast = ["--training.max_steps", "4", "--training.eval_frequency", "2"]
    train = [sys.executable, "-m", "spacy", "train", "config.cfg", "--output", "model", *fast]
    trained = subprocess.run(train, cwd=out, capture_output=True, text=True, check=False)
    assert trained.returncode == 0, trained.stdout + trained.stderr
    nlp = spacy.load(out / "model" / "model-last")
    assert [token.text for token in nlp.make_doc("Nato-Gipfel")] == ["Nato", "-", "Gipfel"]
