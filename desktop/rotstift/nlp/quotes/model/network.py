"""Network: a small window CNN over the whole article, one head for quotes, one for their roles.

Thinc only. All weights are in one `Model`; `encode`, `spans` and `roles` are its three parts, each with
its own way back, since the roles are asked for quotes that the spans have chosen.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from thinc.api import (
    Dropout,
    LayerNorm,
    Linear,
    Maxout,
    Model,
    chain,
    expand_window,
    residual,
    with_array,
)
from thinc.initializers import uniform_init, zero_init
from thinc.types import Floats2d, Ints1d

SIZES = (4000, 2000, 400, 600, 200, 1024, 257, 1024)
"""Rows of each token column's table."""
TYPES = 6


@dataclass(frozen=True, slots=True)
class Rows:
    """What a head is asked: for each row token places, stretches and features."""

    tokens: Any
    """int (rows, k): numbers of tokens in the batch, 0 for none."""
    ranges: Any
    """int (m, 3): row, first token, one past the last; averaged per row."""
    features: Any
    """int (f,): feature rows of all rows, one after another."""
    lengths: Any
    """int (rows,): how many features each row has; at least one."""
    prior: Any
    """float (rows, outputs): what the rules say, in log odds."""


def build(width: int, depth: int, hidden: int, span_rows: int, role_rows: int) -> Model[Any, Any]:
    """The whole model, without data yet."""
    cnn = residual(
        chain(
            expand_window(window_size=1),
            Maxout(nO=width, nI=width * 3, nP=3, normalize=True, dropout=0.0),
        )
    )
    layers = [cnn.copy() for _ in range(depth)]
    encoder = chain(
        with_array(chain(_table(SIZES, width), LayerNorm(width), Dropout(0.0))),
        with_array(chain(*layers), pad=depth) if depth > 1 else with_array(layers[0], pad=1),
    )
    spans = _head("spans", width, 5, hidden, span_rows, TYPES)
    roles = _head("roles", width, 6, hidden, role_rows, 1)
    model: Model[Any, Any] = Model(
        "rotstift_quotes",
        _no_forward,
        init=_init,
        layers=[encoder, spans, roles],
        refs={"encoder": encoder, "spans": spans, "roles": roles},
    )
    return model


def _no_forward(model: Model[Any, Any], batch: Any, is_train: bool) -> Any:  # noqa: ARG001
    raise TypeError("call the parts: encoder, spans, roles")


def _init(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:  # noqa: N803, ARG001
    for layer in model.layers:
        layer.initialize()


def _table(sizes: tuple[int, ...], width: int) -> Model[Any, Any]:
    """The sum of one embedding a column."""
    offsets = np.cumsum([0, *sizes[:-1]])

    def forward(model: Model[Any, Any], rows: Any, is_train: bool) -> Any:  # noqa: ARG001
        places = (rows % np.asarray(sizes, dtype="uint64") + offsets.astype("uint64")).astype(
            "int64"
        )
        table = model.get_param("E")
        out = table[places[:, 0]]
        for column in range(1, places.shape[1]):
            out = out + table[places[:, column]]

        def back(d_out: Floats2d) -> Any:
            grad = np.zeros_like(table)
            for column in range(places.shape[1]):
                model.ops.scatter_add(grad, places[:, column], d_out)
            model.inc_grad("E", grad)
            return np.zeros((0,), dtype="f")

        return out, back

    def init(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:  # noqa: N803, ARG001
        if not model.has_param("E"):
            model.set_param("E", uniform_init(model.ops, (sum(sizes), width), lo=-0.1, hi=0.1))

    return Model("token_table", forward, init=init, params={"E": None}, dims={"nO": width})


def _head(
    name: str, width: int, places: int, hidden: int, rows: int, outputs: int
) -> Model[Any, Any]:
    """Scores of rows: prior + the features' own votes + a small layer over words and features."""
    bag = 32
    joined = width * (places + 1) + bag
    top: Model[Any, Any] = chain(
        Dropout(0.0),
        Maxout(nO=hidden, nI=joined, nP=2, normalize=True, dropout=0.0),
        Linear(nO=outputs, nI=hidden, init_W=zero_init),
    )

    def forward(model: Model[Any, Any], asked: tuple[Any, Rows], is_train: bool) -> Any:
        words, ask = asked
        bags = _bags(model.get_param("F"), ask)
        means, counts = _means(words, ask)
        parts = [words[ask.tokens[:, column]] for column in range(places)]
        joined_up = np.hstack([*parts, means, bags[:, outputs:]]).astype("f")
        votes, back_top = model.layers[0](joined_up, is_train)
        scores = ask.prior + GAIN * bags[:, :outputs] + votes

        def back(d_scores: Floats2d) -> Floats2d:
            d_joined = back_top(d_scores)
            d_bag = np.hstack([GAIN * d_scores, d_joined[:, (places + 1) * width :]])
            _bags_back(model, d_bag, ask)
            d_words = np.zeros_like(words)
            for column in range(places):
                piece = np.ascontiguousarray(d_joined[:, column * width : (column + 1) * width])
                model.ops.scatter_add(d_words, ask.tokens[:, column], piece)
            d_mean = d_joined[:, places * width : (places + 1) * width]
            _means_back(d_words, d_mean, counts, ask)
            d_words[0] = 0
            return d_words

        return scores, back

    def init(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:  # noqa: N803, ARG001
        if not model.has_param("F"):
            table = uniform_init(model.ops, (rows, outputs + bag), lo=-0.1, hi=0.1)
            table[:, :outputs] = 0
            table[0] = 0
            model.set_param("F", table)
        model.layers[0].initialize()

    return Model(name, forward, init=init, layers=[top], params={"F": None})


GAIN = 4.0
"""How much faster the features' own votes learn than the rest."""


def _bags(table: Floats2d, ask: Rows) -> Floats2d:
    """The sum of each row's features."""
    starts = np.concatenate(([0], np.cumsum(ask.lengths)[:-1]))
    return np.add.reduceat(table[ask.features], starts, axis=0)


def _bags_back(model: Model[Any, Any], d_bag: Floats2d, ask: Rows) -> None:
    grad = np.zeros_like(model.get_param("F"))
    model.ops.scatter_add(grad, ask.features, np.repeat(d_bag, ask.lengths, axis=0).astype("f"))
    grad[0] = 0
    model.inc_grad("F", grad)


def _means(words: Floats2d, ask: Rows) -> tuple[Floats2d, Ints1d]:
    """The mean of the words in each row's stretches."""
    total = np.zeros((words.shape[0] + 1, words.shape[1]), dtype="f")
    np.cumsum(words, axis=0, out=total[1:])
    row, start, end = ask.ranges[:, 0], ask.ranges[:, 1], ask.ranges[:, 2]
    sums = np.zeros((ask.tokens.shape[0], words.shape[1]), dtype="f")
    np.add.at(sums, row, total[end] - total[start])
    counts = np.bincount(row, weights=end - start, minlength=sums.shape[0])
    counts = np.maximum(counts, 1).astype("f")
    return sums / counts[:, None], counts


def _means_back(d_words: Floats2d, d_mean: Floats2d, counts: Ints1d, ask: Rows) -> None:
    row, start, end = ask.ranges[:, 0], ask.ranges[:, 1], ask.ranges[:, 2]
    share = (d_mean / counts[:, None])[row]
    change = np.zeros((d_words.shape[0] + 1, d_words.shape[1]), dtype="f")
    np.add.at(change, start, share)
    np.subtract.at(change, end, share)
    d_words += np.cumsum(change, axis=0)[:-1]
