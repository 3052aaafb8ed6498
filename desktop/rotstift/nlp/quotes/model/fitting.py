"""Fitting: training and calibration outside spaCy's loop, for what ships and for measurements."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from typing import Any

from thinc.api import Adam, Model, fix_random_seed

from rotstift.nlp.quotes.model.engine import Engine, Settings, network
from rotstift.nlp.quotes.model.learner import Example, update

Judged = Mapping[str, Sequence[tuple[float, bool]]]
"""Type -> chances that were given and whether each was right."""


@dataclass(frozen=True, slots=True)
class Course:
    """How long and how hard."""

    epochs: int = 4
    words: int = 1500
    """Tokens of a batch, whole articles."""
    drop: float = 0.35
    rate: float = 0.001
    decay: float = 0.02
    seed: int = 0


def fresh(settings: Settings, seed: int = 0) -> Engine:
    """An engine that says what the rules say."""
    fix_random_seed(seed)
    model = network(settings)
    model.initialize()
    return Engine(replace(settings), model)


def fit(
    model: Model[Any, Any],
    examples: Sequence[Example],
    course: Course,
    progress: Callable[[str], None] = lambda _words: None,
) -> None:
    """Train with averaged weights; equal examples, course and weights give equal results."""
    fix_random_seed(course.seed)
    shuffled = random.Random(course.seed)
    optimizer = Adam(
        course.rate, L2=course.decay, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True
    )
    for epoch in range(course.epochs):
        order = list(examples)
        shuffled.shuffle(order)
        spans = roles = 0.0
        for batch in _batches(order, course.words):
            span_loss, role_loss = update(model, batch, course.drop)
            spans, roles = spans + span_loss * len(batch), roles + role_loss * len(batch)
            model.finish_update(optimizer)
        size = max(len(order), 1)
        progress(
            f"epoch {epoch + 1}: loss of quotes {spans / size:.3f}, of roles {roles / size:.3f}"
        )
    _keep_averages(model, optimizer)


def _batches(order: Sequence[Example], words: int) -> Iterator[list[Example]]:
    batch: list[Example] = []
    size = 0
    for one in order:
        batch.append(one)
        size += len(one.prepared.article.tokens)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _keep_averages(model: Model[Any, Any], optimizer: Adam) -> None:
    for node in model.walk():
        for name in node.param_names:
            average = optimizer.averages.get((node.id, name)) if optimizer.averages else None
            if average is not None:
                node.set_param(name, average.copy())


def calibration(judged: Judged, least: int = 20) -> dict[str, list[float]]:
    """Slope and shift of the log odds per type (Platt 1999), by Newton's method; a type judged less
    than `least` times gets those of all together."""
    every = [row for rows in judged.values() for row in rows]
    common = _platt(every) if every else [1.0, 0.0]
    return {kind: _platt(rows) if len(rows) >= least else common for kind, rows in judged.items()}


def _platt(rows: Iterable[tuple[float, bool]]) -> list[float]:
    """Two numbers that make sigmoid(slope * odds + shift) fit; held towards (1, 0) by a weak prior."""
    import numpy as np

    data = [
        (log(min(max(c, 0.01), 0.99) / (1 - min(max(c, 0.01), 0.99))), good) for c, good in rows
    ]
    x = np.asarray([[odds, 1.0] for odds, _ in data])
    y = np.asarray([float(good) for _, good in data])
    start = np.asarray([1.0, 0.0])
    weights, pull = start.copy(), np.asarray([2.0, 0.5])
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + pull * (weights - start)
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(pull)
        weights = weights - np.linalg.solve(curve, gradient)
    return [round(float(value), 4) for value in weights]
