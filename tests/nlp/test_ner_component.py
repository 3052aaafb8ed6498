"""The component in spaCy's hands: it learns, keeps what it learnt, takes labels on, reads articles."""

from pathlib import Path
from typing import Any

import pytest
from spacy.training import Example

from rotstift.nlp.ner.build import NAME, blank_pipeline, pipeline_of
from rotstift.nlp.ner.guideline import ours
from rotstift.nlp.ner.pieces import pieces

SMALL = {"width": 32, "depth": 2, "members": 2, "dropout": 0.1, "hidden": 0.1}
TEXTS = [
    ("Petra Lindemann reist nach Quedlinburg.", [(0, 15, "PER"), (27, 38, "LOC")]),
    ("Die Fibag-Erweiterung kam spät.", [(4, 9, "ORG")]),
    ("Es regnet seit gestern.", []),
]


def examples(nlp: Any, rename: str = "") -> list[Example]:
    return [
        Example.from_dict(
            nlp.make_doc(text), {"entities": [(a, b, rename or label) for a, b, label in ents]}
        )
        for text, ents in TEXTS
    ]


def found(nlp: Any, text: str) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in nlp(text).ents]


def teach(nlp: Any, lessons: list[Example], optimizer: Any, steps: int = 15) -> None:
    for _ in range(steps):
        nlp.update(lessons, sgd=optimizer)


@pytest.fixture(scope="module")
def trained() -> Any:
    nlp = blank_pipeline(SMALL)
    lessons = examples(nlp)
    optimizer = nlp.initialize(lambda: lessons)
    optimizer.learn_rate = 0.02
    teach(nlp, lessons, optimizer)
    return nlp


def test_it_learns_by_heart(trained: Any) -> None:
    assert trained.evaluate(examples(trained))["ents_f"] == 1.0
    assert found(trained, TEXTS[1][0]) == [("Fibag", "ORG")]


def test_scores_stand_beside_the_entities(trained: Any) -> None:
    doc = trained(TEXTS[0][0])
    scores = doc.spans["entities"].attrs["scores"]
    assert [(span.start, span.end) for span in doc.spans["entities"]] == [
        (ent.start, ent.end) for ent in doc.ents
    ]
    assert all(0.5 < score <= 1 for score in scores)


def test_a_short_name_has_the_identity_of_the_full_one(trained: Any) -> None:
    doc = trained("Petra Lindemann reist nach Quedlinburg.\nPetra Lindemann reist.")
    assert {ent.kb_id_ for ent in doc.ents if ent.label_ == "PER"} == {"Petra Lindemann"}


def test_disk_keeps_everything(trained: Any, tmp_path: Path) -> None:
    trained.get_pipe(NAME).to_disk(tmp_path / "one")
    once = pipeline_of(tmp_path / "one")
    once.get_pipe(NAME).to_disk(tmp_path / "two")
    for file in ("settings.json", "weights.npz"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
    for text, _ in TEXTS:
        assert found(once, text) == found(trained, text)


def test_bytes_keep_everything(trained: Any) -> None:
    copy = blank_pipeline(SMALL).from_bytes(trained.to_bytes())
    assert [found(copy, text) for text, _ in TEXTS] == [found(trained, text) for text, _ in TEXTS]


def test_foreign_weights_are_refused(trained: Any, tmp_path: Path) -> None:
    trained.get_pipe(NAME).to_disk(tmp_path)
    with pytest.raises(ValueError, match="weights"):
        blank_pipeline(SMALL | {"members": 3}).get_pipe(NAME).from_disk(tmp_path)
    with pytest.raises(ValueError, match="weights"):
        blank_pipeline(SMALL | {"width": 16}).get_pipe(NAME).from_disk(tmp_path)


def test_new_labels_keep_the_old_ones(trained: Any, tmp_path: Path) -> None:
    trained.get_pipe(NAME).to_disk(tmp_path)
    nlp = pipeline_of(tmp_path)
    component = nlp.get_pipe(NAME)
    assert component.add_label("FIRM") == 1
    assert component.add_label("FIRM") == 0
    assert found(nlp, TEXTS[0][0]) == found(trained, TEXTS[0][0])
    optimizer = nlp.resume_training()
    optimizer.learn_rate = 0.02
    teach(nlp, examples(nlp, "FIRM"), optimizer, 20)
    assert found(nlp, TEXTS[1][0]) == [("Fibag", "FIRM")]
    assert component.labels == ("LOC", "ORG", "PER", "FIRM")


def test_initialize_keeps_weights_that_are_there(trained: Any, tmp_path: Path) -> None:
    trained.get_pipe(NAME).to_disk(tmp_path)
    nlp = pipeline_of(tmp_path)
    nlp.get_pipe(NAME).initialize(lambda: examples(nlp, "FIRM"))
    assert found(nlp, TEXTS[0][0]) == found(trained, TEXTS[0][0])
    assert "FIRM" in nlp.get_pipe(NAME).labels


def test_silent_labels_are_never_suggested(trained: Any, tmp_path: Path) -> None:
    trained.get_pipe(NAME).to_disk(tmp_path)
    nlp = pipeline_of(tmp_path)
    nlp.get_pipe(NAME).be_silent(["LOC"])
    assert found(nlp, TEXTS[0][0]) == [("Petra Lindemann", "PER")]
    assert "LOC" not in nlp.get_pipe(NAME).labels


def test_unannotated_tokens_teach_nothing(trained: Any) -> None:
    doc = trained.make_doc(TEXTS[0][0])
    example = Example.from_dict(doc, {"entities": ["-"] * len(doc)})
    tags = [tag for _, tags in trained.get_pipe(NAME).lessons(example) for tag in tags.tolist()]
    assert set(tags) == {-1}


def test_articles_are_cut_into_sentences_and_lines() -> None:
    nlp = blank_pipeline(SMALL)
    doc = nlp.make_doc(
        "Erste Zeile\nEin Satz. Noch einer: „So.“ Und am 3. Mai\u00a0noch einer!\n\nEnde"
    )
    parts = [" ".join(doc[int(token)].text for token in piece.tokens) for piece in pieces(doc)]
    assert parts[0] == "Erste Zeile"
    assert parts[1] == "Ein Satz ."
    assert parts[-1] == "Ende"
    covered = sorted(int(token) for piece in pieces(doc) for token in piece.tokens)
    assert covered == [token.i for token in doc if not token.is_space]


def test_empty_and_blank_docs_have_no_entities(trained: Any) -> None:
    for text in ("", " ", "\n\n", "\u00a0"):
        assert found(trained, text) == []


def test_a_line_without_end_is_cut(trained: Any) -> None:
    doc = trained.make_doc("wort " * 1000)
    assert max(len(piece.tokens) for piece in pieces(doc)) <= 120
    assert trained(doc.text).ents == ()


def test_our_guideline_rests_once_the_data_has_another(trained: Any, tmp_path: Path) -> None:
    assert ours("Euro", "MISC") == ""
    assert ours("Olympischen Winterspiele", "ORG") == "MISC"
    assert ours("Internationales Olympisches Komitee", "ORG") == "ORG"
    trained.get_pipe(NAME).to_disk(tmp_path)
    nlp = pipeline_of(tmp_path)
    component = nlp.get_pipe(NAME)
    component.cfg["guideline"] = True
    component.lessons(Example.from_dict(nlp.make_doc("Zehn Mark"), {"entities": [(5, 9, "ORG")]}))
    assert component.cfg["guideline"]
    component.lessons(Example.from_dict(nlp.make_doc("Zehn Euro"), {"entities": [(5, 9, "MISC")]}))
    assert not component.cfg["guideline"]


def test_words_are_forgotten_between_batches_only(
    trained: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [TEXTS[0][0], *(f"Wort{number} steht hier." for number in range(30)), TEXTS[0][0]]
    before = [found(trained, text) for text in texts]
    monkeypatch.setattr("rotstift.nlp.ner.pieces.KEPT", 5)
    docs = list(trained.pipe(texts, batch_size=40))
    assert [[(ent.text, ent.label_) for ent in doc.ents] for doc in docs] == before


def test_nothing_is_suggested_below_the_least_score(trained: Any, tmp_path: Path) -> None:
    trained.get_pipe(NAME).to_disk(tmp_path)
    nlp = pipeline_of(tmp_path)
    nlp.get_pipe(NAME).cfg["least"] = 1.01
    assert found(nlp, TEXTS[0][0]) == []
