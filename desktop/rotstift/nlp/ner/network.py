"""The network: word features, windows of three tokens stacked four deep, one row of logits a token.

Written in numpy around a `thinc` Model, which holds the parameters, their gradients and averages. A
word's own vector is worked out once for each word form in the batch.

After Collobert et al. 2011 (windows) and spaCy's tok2vec (hashed features, maxout, residual layers).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rotstift.nlp.ner.pieces import FEATURES, HASHED, HINTS, Piece, Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

SIZES = {
    "norm": 64,
    "prefix": 32,
    "ending3": 32,
    "ending5": 32,
    "shape": 32,
    "cluster": 64,
    "bits4": 8,
    "bits6": 16,
    "bits8": 32,
    "bits12": 32,
    "frequency": 8,
    "capital": 8,
    "how": 4,
    "other": 32,
    "head": 32,
}
"""Numbers of each feature's vector."""
HIDING = dict.fromkeys(FEATURES, 0.25) | dict.fromkeys(HASHED, 0.5) | {"norm": 1.0}
"""How often a feature is hidden in training, as a share of `hidden`: a word must be understood from its
surroundings, a name from its cluster, when its letters were never seen."""
PIECES = 2
"""Of a maxout unit."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Pieces laid end to end."""

    features: "NDArray[np.int32]"
    """One row a word form."""
    place: "NDArray[np.int64]"
    """The row in `features` of each token."""
    hints: "Floats"
    before: "NDArray[np.int64]"
    """Place of the token before, one past the last where a piece begins."""
    behind: "NDArray[np.int64]"
    lengths: "NDArray[np.int64]"


def batch_of(pieces: Sequence[Piece]) -> Batch:
    """The pieces' arrays as one. At least one piece."""
    import numpy as np

    lengths = np.array([len(piece.tokens) for piece in pieces])
    unique, place = np.unique(
        np.concatenate([piece.words for piece in pieces]), return_inverse=True
    )
    total = len(place)
    ends = np.cumsum(lengths)
    before, behind = np.arange(total) - 1, np.arange(total) + 1
    before[ends - lengths] = total
    behind[ends - 1] = total
    return Batch(
        Words.shared().table[unique],
        place,
        np.concatenate([piece.hints for piece in pieces]),
        before,
        behind,
        lengths,
    )


Back = Callable[["Floats"], "Floats"]


def network(width: int, depth: int, dropout: float, hidden: float) -> Any:
    """A thinc Model[Batch, logits]; `hidden` is the share of words whose letters are hidden in training."""
    from thinc.api import Model

    return Model(
        "rotstift_network",
        _forward,
        init=_init,
        dims={"nO": None, "width": width},
        attrs={"depth": depth, "dropout": dropout, "hidden": hidden, "seed": 0, "steps": 0},
        params=dict.fromkeys(_shapes(width, depth, 1)),
    )


def _shapes(width: int, depth: int, labels: int) -> dict[str, tuple[int, ...]]:
    """Name and shape of every parameter."""
    shapes: dict[str, tuple[int, ...]] = {
        f"table.{name}": (rows, SIZES[name]) for name, rows in FEATURES.items()
    }
    fans = [("mix", sum(SIZES.values()))] + [(f"window{n}", 3 * width) for n in range(depth)]
    for name, fan in fans:
        shapes[f"{name}.W"] = (PIECES * width, fan)
        shapes[f"{name}.b"] = (PIECES * width,)
        shapes[f"{name}.gain"] = (width,)
        shapes[f"{name}.bias"] = (width,)
    shapes["whole.W"] = (width, width)
    shapes["hints.W"] = (width, HINTS)
    shapes["out.W"] = (labels, width)
    shapes["out.b"] = (labels,)
    return shapes


def _init(model: Any, **_: Any) -> None:
    """Random parameters from `attrs["seed"]`; those that are there already stay."""
    import numpy as np

    random = np.random.default_rng(model.attrs["seed"])
    shapes = _shapes(model.get_dim("width"), model.attrs["depth"], model.get_dim("nO"))
    for name, shape in shapes.items():
        if name.startswith("table."):
            values = random.normal(0, 0.1, shape)
        elif name == "out.W" or name.endswith(".b") or name.endswith(".bias"):
            values = np.zeros(shape)
        elif name.endswith(".gain"):
            values = np.ones(shape)
        else:
            values = random.normal(0, (2 / shape[1]) ** 0.5 / 1.5, shape)
        if not model.has_param(name):
            model.set_param(name, values.astype("float32"))


def _forward(
    model: Any, batch: Batch, is_train: bool
) -> tuple["Floats", Callable[["Floats"], None]]:
    import numpy as np

    random = np.random.default_rng((model.attrs["seed"], model.attrs["steps"]))
    model.attrs["steps"] += int(is_train)
    rate = model.attrs["dropout"] if is_train else 0.0
    own, back_own = _words(model, batch, random, is_train)
    hidden = own[batch.place] + batch.hints @ model.get_param("hints.W").T
    hidden, back_drop = _drop(hidden, rate, random)
    backs: list[Back] = []
    for number in range(model.attrs["depth"]):
        if number == model.attrs["depth"] // 2:
            hidden, back = _whole_piece(model, hidden, batch, rate, random)
            backs.append(back)
        hidden, back = _window(model, f"window{number}", hidden, batch, rate, random)
        backs.append(back)
    logits = hidden @ model.get_param("out.W").T + model.get_param("out.b")

    def backward(d_logits: "Floats") -> None:
        model.inc_grad("out.W", d_logits.T @ hidden)
        model.inc_grad("out.b", d_logits.sum(axis=0))
        gradient = d_logits @ model.get_param("out.W")
        for back in reversed(backs):
            gradient = back(gradient)
        gradient = back_drop(gradient)
        model.inc_grad("hints.W", gradient.T @ batch.hints)
        d_own = np.zeros_like(own)
        model.ops.scatter_add(d_own, batch.place.astype("int32"), gradient)
        back_own(d_own)

    return logits, backward


def _words(
    model: Any, batch: Batch, random: Any, is_train: bool
) -> tuple["Floats", Callable[["Floats"], None]]:
    """One vector a word form."""
    import numpy as np

    features = batch.features
    if is_train and model.attrs["hidden"]:
        features = features.copy()
        rates = np.array([HIDING[name] for name in FEATURES]) * model.attrs["hidden"]
        features[random.random(features.shape, dtype="float32") < rates] = 0
    tables = [model.get_param(f"table.{name}") for name in FEATURES]
    joined = np.concatenate(
        [table[features[:, column]] for column, table in enumerate(tables)], axis=1
    )
    rate = model.attrs["dropout"] if is_train else 0.0
    joined, back_drop = _drop(joined, rate / 2, random)
    mixed, back_mix = _maxout(model, "mix", joined)

    def backward(gradient: "Floats") -> None:
        d_joined, start = back_drop(back_mix(gradient)), 0
        for column, name in enumerate(FEATURES):
            part = np.ascontiguousarray(d_joined[:, start : start + SIZES[name]])
            d_table = np.zeros_like(tables[column])
            model.ops.scatter_add(d_table, np.ascontiguousarray(features[:, column]), part)
            model.inc_grad(f"table.{name}", d_table)
            start += SIZES[name]

    return mixed, backward


def _window(
    model: Any, name: str, hidden: "Floats", batch: Batch, rate: float, random: Any
) -> tuple["Floats", Back]:
    """Each token sees its neighbours: hidden + dropout(maxout(before, token, behind))."""
    import numpy as np

    width = hidden.shape[1]
    padded = np.concatenate((hidden, np.zeros((1, width), dtype="float32")))
    seen = np.concatenate((padded[batch.before], hidden, padded[batch.behind]), axis=1)
    out, back_out = _maxout(model, name, seen)
    out, back_drop = _drop(out, rate, random)

    def backward(gradient: "Floats") -> "Floats":
        d_seen = back_out(back_drop(gradient))
        d_padded = np.zeros_like(padded)
        d_padded[batch.before] += d_seen[:, :width]
        d_padded[batch.behind] += d_seen[:, 2 * width :]
        result: Floats = gradient + d_padded[:-1] + d_seen[:, width : 2 * width]
        return result

    return hidden + out, backward


def _whole_piece(
    model: Any, hidden: "Floats", batch: Batch, rate: float, random: Any
) -> tuple["Floats", Back]:
    """Each token sees the mean of its piece: a club in a sentence about football, else a town."""
    import numpy as np

    weights = model.get_param("whole.W")
    starts = np.cumsum(batch.lengths) - batch.lengths
    size = batch.lengths[:, None].astype("float32")
    means = np.add.reduceat(hidden, starts, axis=0) / size
    told, back_drop = _drop(means @ weights.T, rate, random)

    def backward(gradient: "Floats") -> "Floats":
        d_told = back_drop(np.add.reduceat(gradient, starts, axis=0))
        model.inc_grad("whole.W", d_told.T @ means)
        result: Floats = gradient + np.repeat(d_told @ weights / size, batch.lengths, axis=0)
        return result

    return hidden + np.repeat(told, batch.lengths, axis=0), backward


def _maxout(model: Any, name: str, inputs: "Floats") -> tuple["Floats", Back]:
    """The largest of PIECES linear maps for each unit, then layer normalisation."""
    import numpy as np

    weights, gain = model.get_param(f"{name}.W"), model.get_param(f"{name}.gain")
    width = len(gain)
    lines = inputs @ weights.T
    lines += model.get_param(f"{name}.b")
    left, right = lines[:, :width], lines[:, width:]
    best = np.maximum(left, right)
    best -= best.mean(axis=1, keepdims=True)
    scale = 1 / np.sqrt(np.einsum("ij,ij->i", best, best)[:, None] / width + 1e-6)
    best *= scale
    out = best * gain
    out += model.get_param(f"{name}.bias")

    def backward(gradient: "Floats") -> "Floats":
        model.inc_grad(f"{name}.gain", (gradient * best).sum(axis=0))
        model.inc_grad(f"{name}.bias", gradient.sum(axis=0))
        d_best = gradient * gain
        d_best = scale * (
            d_best
            - d_best.mean(axis=1, keepdims=True)
            - best * (d_best * best).mean(axis=1, keepdims=True)
        )
        first = left >= right
        d_lines = np.concatenate((d_best * first, d_best * ~first), axis=1)
        model.inc_grad(f"{name}.W", d_lines.T @ inputs)
        model.inc_grad(f"{name}.b", d_lines.sum(axis=0))
        result: Floats = d_lines @ weights
        return result

    return out, backward


def _drop(values: "Floats", rate: float, random: Any) -> tuple["Floats", Back]:
    """Dropout; what stays is made larger, so that nothing changes on average."""
    if not rate:
        return values, lambda gradient: gradient
    mask = random.random(values.shape, dtype="float32") >= rate
    mask = mask * (1 / (1 - rate))
    mask = mask.astype("float32")
    return values * mask, lambda gradient: gradient * mask
