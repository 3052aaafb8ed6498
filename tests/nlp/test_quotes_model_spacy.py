"""The quote model as a spaCy component: spaCy's own training, and its files."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from rotstift.formats.marked import annotated, passages
from rotstift.model.items import Item, Origin, Quote, Standing
from rotstift.model.report import Report
from rotstift.nlp.doc_reader import DocReader
from rotstift.nlp.docbin import DocMaker, Layout
from rotstift.nlp.quotes.model.docs import gold_of, write
from rotstift.nlp.quotes.model.gold import gold_of_items

spacy = pytest.importorskip("spacy")

from spacy.training import Example  # noqa: E402

from rotstift.nlp.quotes.model import component  # noqa: E402

PASSAGES = """=== deich-001 agency
body> {s1:p,s3:p|Deichgräfin Frauke Tamm} {c1|sagte} am Montag, {I1|der Damm sei {D2f|„im Kern gesund“}}. {s2:p|Sie} {c2|nannte} keine Zahlen. {K3|Die Arbeiten dauerten bis Mai.}

=== deich-002 brief
body> {D1|„Wir warten nicht länger“}, {c1|sagte} {s1:p|Hafenmeister Piet Jessen}. Die Fähre {n:name|„Möwe“} liegt still. {R2|{s2:o|Die Reederei} kritisierte den Beschluss.}
"""
SIZE = {"@architectures": "rotstift.QuoteNetwork.v1", "width": 16, "depth": 1, "hidden": 16}


def corpus() -> list[tuple[str, tuple[Item, ...]]]:
    found = [annotated(passage) for passage in passages(PASSAGES)]
    return [(one.article.text, one.items) for one in found]


def pipeline() -> Any:
    nlp = spacy.blank("de")
    nlp.add_pipe(component.NAME, config={"model": SIZE})
    return nlp


def examples(nlp: Any) -> list[Example]:
    maker = DocMaker(Layout("de", plain_spaces=True), Report())
    docs = [maker.make(str(number), text, items) for number, (text, items) in enumerate(corpus())]
    return [Example(nlp.make_doc(doc.text), doc) for doc in docs if doc is not None]


def learn(seed: int = 0, steps: int = 25) -> tuple[Any, list[float]]:
    spacy.util.fix_random_seed(seed)
    nlp = pipeline()
    every = examples(nlp)
    sgd = nlp.initialize(lambda: every)
    losses = [nlp.update(every, sgd=sgd, drop=0.0, losses={})[component.NAME] for _ in range(steps)]
    return nlp, losses


def test_gold_from_docs_is_gold_from_items() -> None:
    for (_, items), one in zip(corpus(), examples(spacy.blank("de")), strict=True):
        from_doc, from_items = gold_of(one.reference), gold_of_items(items)
        assert {(q.type, q.parts) for q in from_doc.quotes} == {
            (q.type, q.parts) for q in from_items.quotes
        }
        assert from_doc.negatives == from_items.negatives
        speakers = {q.roles.get("speaker", ()) for q in from_doc.quotes}
        assert speakers == {q.roles["speaker"] for q in from_items.quotes}


def test_spacy_trains_it() -> None:
    nlp, losses = learn()
    assert losses[-1] < losses[0] / 2
    scores = nlp.evaluate(examples(nlp))
    assert scores["quotes_messages"] > 0.9
    assert set(component.SCORES) <= set(scores)


def test_equal_seeds_equal_losses() -> None:
    assert learn(3, 4)[1] == learn(3, 4)[1]


def test_to_disk_and_back(tmp_path: Path) -> None:
    nlp, _ = learn(steps=8)
    nlp.to_disk(tmp_path / "nlp")
    again = spacy.load(tmp_path / "nlp")
    one, other = nlp(corpus()[0][0]), again(corpus()[0][0])
    for group in ("quotes", "speaker", "cue", "negatives"):
        mine, read = list(one.spans[group]), list(other.spans[group])
        assert [(s.start, s.end, s.label_) for s in mine] == [
            (s.start, s.end, s.label_) for s in read
        ]


def test_sourced_into_another_pipeline() -> None:
    nlp, _ = learn(steps=8)
    other = spacy.blank("de")
    other.add_pipe(component.NAME, source=nlp)
    there, here = other(corpus()[0][0]), nlp(corpus()[0][0])
    assert len(there.spans["quotes"]) == len(here.spans["quotes"])


def test_another_language_gets_the_rules() -> None:
    doc = pipeline()(
        '"We will not wait any longer," said the mayor of the town on Monday, and he left the room. '
        "The council had met for three hours before that, and there was no vote at the end of it."
    )
    assert [span.label_ for span in doc.spans["quotes"]] == ["direct"]


def test_layout_carries_parents_fragments_kinds_scores() -> None:
    doc = spacy.blank("de")("Der Damm sei „im Kern gesund“, sagte Frauke Tamm am Montag.")
    nlp = pipeline()
    nlp.initialize()
    write(doc, nlp.get_pipe(component.NAME).predict([doc])[0])
    group = doc.spans["quotes"]
    ids = {span.label_: span.id_ for span in group}
    assert group.attrs["parents"] == {ids["direct"]: ids["indirect"]}
    assert group.attrs["fragments"] == [ids["direct"]]
    assert len(group.attrs["scores"]) == len(group)
    assert set(doc.spans["speaker"].attrs["kinds"]) == {"person"}


def test_layout_carries_the_rules_opinion() -> None:
    """Untrained it says what the rules say; what a pipeline tells of it is read back, or None."""
    doc = spacy.blank("de")("Der Damm sei „im Kern gesund“, sagte Frauke Tamm am Montag.")
    nlp = pipeline()
    nlp.initialize()
    write(doc, nlp.get_pipe(component.NAME).predict([doc])[0])
    assert doc.spans["quotes"].attrs["agreed"] == [True] * len(doc.spans["quotes"])
    told = {True: [True, False], None: ["?", None], False: [True]}
    for first, opinions in told.items():
        doc.spans["quotes"].attrs["agreed"] = opinions
        items = DocReader(doc, 0, Origin("m 1", Standing.SUGGESTED), Counter()).items()
        read = {item.id: item.origin.agreed for item in items if isinstance(item, Quote)}
        assert len(read) == 2
        expected = {True, False} if first else {None}
        assert set(read.values()) == expected
