"""Learning: the gradient of the members' tags, with a share of the probability left for the others."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Tags = NDArray[np.int64]

MISSING = -1
"""Tag of a token of which nobody knows what it is."""
SMOOTHING = 0.1
"""Share of the probability that training leaves to the tags that are wrong (Szegedy et al. 2016)."""


def probabilities(logits: "Floats") -> "Floats":
    """Softmax of each row."""
    import numpy as np

    scaled = np.exp(logits - logits.max(axis=1, keepdims=True))
    result: Floats = scaled / scaled.sum(axis=1, keepdims=True)
    return result


def gradient(
    logits: "Floats", tags: "Tags", smoothing: float = SMOOTHING, silent: Sequence[int] = ()
) -> "tuple[Floats, float]":
    """Of the mean cross-entropy with smoothed targets, and the cross-entropy's sum itself.

    `silent` are tags that nobody has annotated here: where O is given, any of them is right as well,
    each as far as the model believes in it.
    """
    import numpy as np

    known = tags != MISSING
    rows, right = np.flatnonzero(known), tags[known]
    found = probabilities(logits)
    target = np.full_like(found, smoothing / found.shape[1])
    target[rows, right] += 1 - smoothing
    if silent:
        out, equal = rows[right == 0], np.array([0, *silent])
        shares = found[np.ix_(out, equal)]
        target[out, 0] -= 1 - smoothing
        target[np.ix_(out, equal)] += (1 - smoothing) * shares / shares.sum(axis=1, keepdims=True)
    difference = (found - target) * known[:, None] / max(len(rows), 1)
    loss = -float(np.log(found[rows, right] + 1e-9).sum())
    return difference.astype("float32"), loss


def learn(
    model: Any,
    batch: Any,
    tags: "Tags",
    smoothing: float = SMOOTHING,
    silent: Sequence[int] = (),
) -> float:
    """Let every member of the model see the batch; the gradients stay in the model. Returns the loss."""
    total = 0.0
    for member in model.layers:
        logits, backward = member.begin_update(batch)
        difference, loss = gradient(logits, tags, smoothing, silent)
        backward(difference)
        total += loss
    return total / len(model.layers)
