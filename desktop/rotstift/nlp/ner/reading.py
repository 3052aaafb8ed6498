"""Reading: the members' probabilities for every token of some docs, and the spans that follow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rotstift.nlp.ner.learning import probabilities
from rotstift.nlp.ner.network import batch_of
from rotstift.nlp.ner.pieces import Piece, pieces
from rotstift.nlp.ner.tags import Tags

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

HYPHENS = "-‐‑"
AT_ONCE = 2000
"""Tokens in one batch; more does not get faster, since the arrays leave the processor's cache."""


@dataclass(frozen=True, slots=True)
class Ent:
    """An entity on the tokens of a doc."""

    start: int
    end: int
    """One past its last token."""
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Manner:
    """How probabilities become entities; all of it is measured, not learnt."""

    temperature: float = 1.0
    """Logarithms of the probabilities are divided by it."""
    share: float = 0.0
    """How much a word's other places in the article count (`_agreed`)."""
    least: float = 0.0
    """Score from which something is suggested."""
    silent: frozenset[str] = frozenset()
    """Labels that are learnt for the sake of the others and never suggested."""


def read(docs: Sequence[Any], model: Any, tags: Tags, manner: Manner) -> list[list[Ent]]:
    """The entities of each doc, in text order."""
    parts = [pieces(doc) for doc in docs]
    every = [piece for part in parts for piece in part]
    if not every:
        return [[] for _ in docs]
    tables = iter(tag_probabilities(every, model))
    found = []
    for doc, part in zip(docs, parts, strict=True):
        rows = [next(tables) for _ in part]
        ents = entities(part, rows, tags, manner) if part else []
        found.append([ent for ent in ents if not _is_cut_off(doc[ent.end - 1].text)])
    return found


def _is_cut_off(word: str) -> bool:
    """ "Partei-" in "Partei- und Staatschef" is half a compound in one token: no place for a name."""
    return len(word) > 1 and word[-1] in HYPHENS


def tag_probabilities(every: Sequence[Piece], model: Any) -> "list[Floats]":
    """One row a token and one table a piece: the mean of the members. Like lengths go together."""
    import numpy as np

    tables: list[Floats] = [np.zeros((0, 0), dtype="float32")] * len(every)
    for places in _batches([len(piece.tokens) for piece in every]):
        batch = batch_of([every[place] for place in places])
        rows = np.mean([probabilities(one.predict(batch)) for one in model.layers], axis=0)
        ends = np.cumsum(batch.lengths)
        for place, start, end in zip(places, ends - batch.lengths, ends, strict=True):
            tables[place] = rows[start:end]
    return tables


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    part: list[int] = []
    size = 0
    for place in sorted(range(len(lengths)), key=lengths.__getitem__):
        part.append(place)
        size += lengths[place]
        if size >= AT_ONCE:
            yield part
            part, size = [], 0
    if part:
        yield part


def entities(
    part: Sequence[Piece], rows: "Sequence[Floats]", tags: Tags, manner: Manner
) -> list[Ent]:
    """The entities of one article from its pieces' probabilities.

    The score of an entity is the probability of its least certain tag.
    """
    import numpy as np

    scores: Floats = np.log(np.concatenate(rows) + 1e-9) / manner.temperature
    scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
    if manner.share:
        scores = _agreed(scores, np.concatenate([piece.words for piece in part]), manner.share)
    best = tags.best(scores, [len(piece.tokens) for piece in part])
    certain = np.exp(scores[np.arange(len(best)), best])
    tokens = np.concatenate([piece.tokens for piece in part])
    found = [
        Ent(
            int(tokens[span.start]),
            int(tokens[span.end - 1]) + 1,
            tags.labels[span.label],
            float(certain[span.start : span.end].min()),
        )
        for span in tags.spans(best.tolist())
    ]
    return [ent for ent in found if ent.score >= manner.least and ent.label not in manner.silent]


def _agreed(scores: "Floats", words: "NDArray[np.int64]", share: float) -> "Floats":
    """The scores, moved towards what the same word's other places in the article say of its label.

    "Merkel" is doubtful alone and plain behind "Angela": the label's probability at each place becomes
    a geometric mean of its own and the mean over all places, with the weight `share`. The kind of the
    tag (begin, inside, last, single) stays the place's own matter.
    """
    import numpy as np

    _, group, count = np.unique(words, return_inverse=True, return_counts=True)
    chances = np.exp(scores)
    labels: Floats = np.concatenate(
        (chances[:, :1], chances[:, 1:].reshape(len(scores), -1, 4).sum(axis=2)), axis=1
    )
    sums = np.zeros((len(count), labels.shape[1]), dtype="float32")
    np.add.at(sums, group, labels)
    means = sums[group] / count[group][:, None]
    change = share * (np.log(means + 1e-6) - np.log(labels + 1e-6))
    spread = np.concatenate((change[:, :1], np.repeat(change[:, 1:], 4, axis=1)), axis=1)
    moved: Floats = scores + spread
    result: Floats = moved - np.log(np.exp(moved).sum(axis=1, keepdims=True))
    return result
