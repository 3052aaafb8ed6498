"""The network by itself: its gradients are those of its own outputs, its pieces do not see each other."""

from typing import Any

import numpy as np
import pytest

from rotstift.nlp.ner import gazetteer
from rotstift.nlp.ner.build import blank_pipeline
from rotstift.nlp.ner.learning import MISSING, gradient
from rotstift.nlp.ner.network import Batch, batch_of, network
from rotstift.nlp.ner.pieces import Piece, pieces, shape


@pytest.fixture(scope="module")
def parts() -> list[Piece]:
    nlp = blank_pipeline({"width": 8, "depth": 1})
    return pieces(nlp.make_doc("Petra Lindemann reist.\nDie Fibag-Halle in New York."))


@pytest.fixture(scope="module")
def model() -> Any:
    made = network(8, 2, dropout=0.0, hidden=0.0)
    made.set_dim("nO", 5)
    made.initialize()
    random = np.random.default_rng(1)
    made.set_param("out.W", random.normal(size=(5, 8)).astype("float32"))
    return made


def test_gradients(model: Any, parts: list[Piece]) -> None:
    batch = batch_of(parts)
    weight = np.random.default_rng(0).normal(size=(batch.lengths.sum(), 5)).astype("float32")
    _, backward = model.begin_update(batch)
    backward(weight)
    for name in ("table.cluster", "mix.W", "mix.gain", "hints.W", "window0.W", "whole.W", "out.W"):
        found = model.get_grad(name)
        place = np.unravel_index(np.abs(found).argmax(), found.shape)
        measured = slope(model, batch, weight, name, place)
        assert found[place] == pytest.approx(measured, rel=0.05, abs=0.02), name


def slope(
    model: Any, batch: Batch, weight: Any, name: str, place: Any, step: float = 2e-3
) -> float:
    before, sums = model.get_param(name).copy(), []
    for sign in (1, -1):
        moved = before.copy()
        moved[place] += sign * step
        model.set_param(name, moved)
        sums.append(float((model.predict(batch).astype("float64") * weight).sum()))
    model.set_param(name, before)
    return (sums[0] - sums[1]) / (2 * step)


def test_pieces_do_not_see_each_other(model: Any, parts: list[Piece]) -> None:
    together = model.predict(batch_of(parts))
    alone = np.concatenate([model.predict(batch_of([part])) for part in parts])
    assert together == pytest.approx(alone, abs=1e-5)


def test_missing_tags_have_no_gradient() -> None:
    logits = np.zeros((3, 4), dtype="float32")
    difference, loss = gradient(logits, np.array([1, MISSING, 2]), smoothing=0.0)
    assert (difference[1] == 0).all()
    assert difference[0] == pytest.approx(np.array([0.25, -0.75, 0.25, 0.25]) / 2)
    assert loss == pytest.approx(2 * np.log(4), abs=1e-4)


def test_listed_names_give_hints() -> None:
    words = ["Die", "Deutschen", "Bank", "in", "New", "York"]
    starts = [place for place, word in enumerate(words) if gazetteer.begins_name(word)]
    found = {place for place, _ in gazetteer.name_hints(words, starts)}
    assert {4, 5} <= found
    assert 0 not in found
    place = 1 << gazetteer.ALONE.index("place.big")
    assert gazetteer.word_hints("Stuttgart") & place
    assert gazetteer.word_hints("Stuttgarts") & place
    assert not gazetteer.word_hints("sagen") & place


@pytest.mark.parametrize(
    ("word", "expected"), [("Merkel", "Xxxxx"), ("G20", "Xdd"), ("UN-", "XX-"), ("EU", "XX")]
)
def test_shapes(word: str, expected: str) -> None:
    assert shape(word) == expected


def test_where_o_is_given_a_silent_tag_is_right_too() -> None:
    logits = np.array([[0.0, 4.0, 0.0, 1.0]] * 2, dtype="float32")
    tags = np.array([0, 3])
    plain, _ = gradient(logits, tags, smoothing=0.0)
    mild, _ = gradient(logits, tags, smoothing=0.0, silent=[1])
    assert plain[0, 1] > 0.4
    assert mild[0, 1] < 0
    assert mild[0].sum() == pytest.approx(0, abs=1e-6)
    assert (mild[1] == plain[1]).all()
