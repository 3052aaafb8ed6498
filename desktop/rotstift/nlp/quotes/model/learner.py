"""Learner: scores the candidates and the roles of prepared articles, and learns from gold."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from thinc.api import Model, set_dropout_rate

from rotstift.nlp.quotes.model.gold import Gold, Targets, right_filler, targets
from rotstift.nlp.quotes.model.mentions import FILLED
from rotstift.nlp.quotes.model.network import Rows
from rotstift.nlp.quotes.model.prepared import Prepared, role_rows, span_rows

NEAR_ROLE = 0.5
"""Token F1 below which no filler stands for the gold one: the question is left out."""


@dataclass(frozen=True)
class Scored:
    """What the network says of one article."""

    chances: Any
    """float (candidates, types)."""
    words: Any
    """The encoded tokens of the article, one row of zeros first."""


def softmax(scores: Any) -> Any:
    """Row by row."""
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


def segment_softmax(scores: Any, sizes: Sequence[int]) -> Any:
    """Softmax within each run of rows."""
    if not len(scores):
        return scores
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1])).astype("int64")
    top = np.repeat(np.maximum.reduceat(scores, starts), sizes)
    shifted = np.exp(scores - top)
    return shifted / np.repeat(np.add.reduceat(shifted, starts), sizes)


def _joined(encoded: Sequence[Any]) -> Any:
    width = encoded[0].shape[1]
    return np.vstack([np.zeros((1, width), dtype="f"), *encoded])


def score(
    model: Model[Any, Any], batch: Sequence[Prepared], temperature: float = 1.0
) -> list[Scored]:
    """The chances of all candidates."""
    encoded = model.get_ref("encoder").predict([one.tokens for one in batch])
    ask = span_rows(batch)
    found: list[Scored] = []
    if len(ask.lengths):
        chances = softmax(model.get_ref("spans").predict((_joined(encoded), ask)) / temperature)
    else:
        chances = np.zeros((0, 6), dtype="f")
    at = 0
    for one, words in zip(batch, encoded, strict=True):
        end = at + len(one.candidates)
        found.append(Scored(chances[at:end], _joined([words])))
        at = end
    return found


def score_roles(
    model: Model[Any, Any], one: Prepared, scored: Scored, asked: Sequence[tuple[int, str, str]]
) -> list[Any]:
    """For each question the chances of "nobody" and of its fillers."""
    if not asked:
        return []
    ask, sizes = role_rows([one], [asked])
    scores = model.get_ref("roles").predict((scored.words, ask))[:, 0]
    chances = segment_softmax(scores, sizes)
    return np.split(chances, np.cumsum(sizes)[:-1])


def role_targets(one: Prepared, wished: Targets) -> tuple[list[tuple[int, str, str]], list[int]]:
    """Questions about the candidates that are quotes, and the right row of each."""
    asked: list[tuple[int, str, str]] = []
    right: list[int] = []
    for at, quote in enumerate(wished.quotes):
        if quote is None:
            continue
        for role in FILLED:
            if role == "cue" and quote.type not in ("direct", "indirect"):
                continue
            question, _ = one.question(at, role, quote.type)
            spans = quote.roles.get(role, ())
            number = -1
            if spans:
                number, near = right_filler(one.article, question.fillers, spans)
                if near < NEAR_ROLE:
                    continue
            asked.append((at, role, quote.type))
            right.append(number + 1)
    return asked, right


@dataclass
class Example:
    """An article to learn from."""

    prepared: Prepared
    wished: Targets
    asked: list[tuple[int, str, str]]
    right: list[int]


def example(one: Prepared, gold: Gold) -> Example:
    """The article with its targets worked out."""
    wished = targets(one.article, one.candidates, gold)
    return Example(one, wished, *role_targets(one, wished))


def _thinned(ask: Rows, drop: float) -> Rows:
    """Some features left out, so that no single one is relied on; row 0 says nothing."""
    kept = np.random.random(ask.features.shape) >= drop
    return replace(ask, features=ask.features * kept)


def update(model: Model[Any, Any], batch: Sequence[Example], drop: float) -> tuple[float, float]:
    """Forward, loss, backward. Returns the losses of quotes and roles per article."""
    set_dropout_rate(model, drop)
    articles = [one.prepared for one in batch]
    encoded, back_encoded = model.get_ref("encoder").begin_update([a.tokens for a in articles])
    words = _joined(encoded)
    d_words = np.zeros_like(words)
    span_loss = role_loss = 0.0
    ask = span_rows(articles)
    if len(ask.lengths):
        scores, back = model.get_ref("spans").begin_update((words, _thinned(ask, drop)))
        chances = softmax(scores)
        wished = np.vstack([one.wished.types for one in batch])
        weights = np.concatenate([one.wished.weights for one in batch])[:, None]
        span_loss = float(-(weights * wished * np.log(chances + 1e-9)).sum())
        d_words += back(((chances - wished) * weights / len(batch)).astype("f"))
    asked = [one.asked for one in batch]
    if any(asked):
        ask, sizes = role_rows(articles, asked)
        scores, back = model.get_ref("roles").begin_update((words, _thinned(ask, drop)))
        chances = segment_softmax(scores[:, 0], sizes)
        wished = np.zeros_like(chances)
        starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        right = np.asarray([number for one in batch for number in one.right])
        wished[starts + right] = 1
        role_loss = float(-np.log(chances[starts + right] + 1e-9).sum())
        d_words += back(((chances - wished)[:, None] / len(batch)).astype("f"))
    lengths = [len(rows) for rows in encoded]
    parts = np.split(d_words[1:], np.cumsum(lengths)[:-1])
    back_encoded([np.ascontiguousarray(part) for part in parts])
    set_dropout_rate(model, 0.0)
    return span_loss / len(batch), role_loss / len(batch)
