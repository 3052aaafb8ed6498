"""Fit the weights of doubt (desktop/rotstift/model/doubt_weights.py) and print the table.

    python packaging/fit_doubt.py resources/corpus DATA/ner-germeval2014-de/dev.jsonl.gz [--check SET]

Quotes: our own corpus, all topics. The pipeline has learnt from its train topics, where it is therefore wrong
less often than elsewhere, so the held-out topics count as many times more as they are fewer. Nothing of German
Wikinews is in the table: that set's licence allows measuring, not shipping what was derived from its annotations.
Entities: the score's bias and slope, GermEval 2014 dev (CC BY 4.0). A logistic regression with a ridge, by Newton.
--check prints, for the train split of another set, how well the fitted weights part right from wrong there (the
area under the ROC curve), beside weights fitted on that set itself, half by half.
"""

import argparse
from collections.abc import Sequence
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from doubt_sets import Judged, judged
from entity_figures import entities
from measure_entities import MODEL, articles
from quote_sets import sheets

from rotstift.model.doubt import kind_of, reasons
from rotstift.model.doubt_weights import Kind, Why
from rotstift.model.items import Markable
from rotstift.nlp.ner.build import pipeline_of
from rotstift.nlp.quotes.model.suggester import shipped

RIDGE = 2.0
QUOTES = (Kind.DIRECT, Kind.INDIRECT, Kind.REPORTED, Kind.FRAGMENT, Kind.NEGATIVE)
FITTED = (Why.DISAGREE, Why.NO_SPEAKER, Why.FAR_SPEAKER)
"""The rest is set by hand: our corpus has no unpaired marks, and the pipeline decides on all marks."""


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("entities", type=Path)
    parser.add_argument("--check", type=Path)
    given = parser.parse_args()
    suggester = shipped()
    if suggester is None:
        raise SystemExit("There is no shipped quote model: run packaging/train_quotes.py.")
    held, seen = (judged(sheets(given.corpus, part), suggester.engine) for part in ("dev", "train"))
    rows, wrong = matrix([*held, *seen])
    count = len(matrix(held)[1])
    weight = np.ones(len(wrong))
    weight[:count] = (len(wrong) - count) / count
    weights = fitted(rows, wrong, weight * len(wrong) / weight.sum())
    print(f"quotes: {len(wrong)} places, {int(wrong.sum())} wrong; {count} of them held out")
    for name, value in zip([*QUOTES, "slope", *FITTED], weights, strict=True):
        print(f"  {name:16} {value:6.2f}")
    bias, slope, number = entity_row(given.entities)
    print(f"entities: {number}; bias {bias:.2f}, slope {slope:.2f}")
    if given.check:
        check(judged(sheets(given.check, "train"), suggester.engine), weights)


def matrix(found: Sequence[Judged]) -> tuple[Any, Any]:
    """A row a suggestion: its kind, the odds of its score, its reasons; and whether it is wrong."""
    rows, wrong = [], []
    for one in found:
        for item in one.state.markables:
            why = reasons(item, one.state, ())
            kinds = [float(kind_of(item) is kind) for kind in QUOTES]
            rows.append([*kinds, _odds(item), *(float(reason in why) for reason in FITTED)])
            wrong.append(float(item.id in one.wrong))
    return np.array(rows), np.array(wrong)


def _odds(item: Markable) -> float:
    score = min(max(item.origin.score or 0.0, 0.01), 0.99)
    return log((1 - score) / score)


def fitted(rows: Any, wrong: Any, weight: Any, ridge: float = RIDGE) -> Any:
    """The weights of a ridge logistic regression, by Newton's method."""
    found = np.zeros(rows.shape[1])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weight * (chance - wrong)) + ridge * found
        bend = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows
        step = np.linalg.solve(bend + ridge * np.eye(len(found)), slope)
        found -= step
        if np.abs(step).max() < 1e-8:
            break
    return found


def entity_row(path: Path) -> tuple[float, float, int]:
    """Bias and slope of the entities' scores, and on how many they were fitted."""
    nlp = pipeline_of(MODEL)
    every = list(articles(path, 0))
    rows, wrong = [], []
    for article, doc in zip(every, nlp.pipe(one["text"] for one in every), strict=True):
        gold = {(start, end, label) for start, end, label in article["ents"]}
        compounds = [one for one in article.get("ents_full", ()) if one[2].endswith("part")]
        for key, told in entities(doc).items():
            if any(start <= key[0] and key[1] <= end for start, end, _ in compounds):
                continue
            score = min(max(told, 0.01), 0.99)
            rows.append([1.0, log((1 - score) / score)])
            wrong.append(float(key not in gold))
    bias, slope = fitted(np.array(rows), np.array(wrong), np.ones(len(wrong)))
    return float(bias), float(slope), len(wrong)


def check(found: Sequence[Judged], weights: Any) -> None:
    """How well the weights do on a set that they were not fitted on."""
    rows, wrong = matrix(found)
    half = len(matrix(found[: len(found) // 2])[1])
    parts = (slice(None, half), slice(half, None))
    own = [fitted(rows[part], wrong[part], np.ones(len(wrong[part]))) for part in parts]
    crossed = np.concatenate([rows[parts[0]] @ own[1], rows[parts[1]] @ own[0]])
    score = rows[:, len(QUOTES)]
    print(f"check: {len(wrong)} places, {int(wrong.sum())} wrong; area under the ROC curve:")
    named = {"the score alone": score, "these weights": rows @ weights, "the set's own": crossed}
    for name, told in named.items():
        print(f"  {name:16} {area(told, wrong):.3f}")


def area(told: Any, wrong: Any) -> float:
    """The chance that a wrong place stands before a right one; ties count half."""
    bad, good = np.sort(told[wrong == 1]), np.sort(told[wrong == 0])
    below = np.searchsorted(good, bad, "left") + np.searchsorted(good, bad, "right")
    return float(below.sum() / 2 / (len(bad) * len(good)))


if __name__ == "__main__":
    main()
