"""Prepared: an article with its candidates as numbers, and the questions that the heads are asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from rotstift.model.items import Quote, Zone, role_spans
from rotstift.model.span import Span
from rotstift.nlp.quotes.model.article import Article, read
from rotstift.nlp.quotes.model.candidates import ALLOWED, MARKS, SENTENCE, TYPES, Candidate, Finder
from rotstift.nlp.quotes.model.mentions import Filler, Mentions
from rotstift.nlp.quotes.model.network import Rows
from rotstift.nlp.quotes.model.roles import RoleFeatures
from rotstift.nlp.quotes.model.spans import SpanFeatures, outer_quote
from rotstift.nlp.quotes.model.tokens import token_rows
from rotstift.nlp.quotes.reading import Reading
from rotstift.nlp.quotes.scores import score_of

LEAST = 0.4
"""A quote of the rules begins with at least this chance, so that nothing learned means: as the rules say."""
NEVER = -30.0
UNLIKELY = {MARKS: -2.5, SENTENCE: -4.0, "clause": -4.0}
"""Log odds with which a stretch begins that the rules do not name."""
ROLE_PRIOR = {"speaker": 3.0, "addressee": 2.0, "via": 2.0, "cue": 4.0}
"""Log odds of the rules' choice against any other answer; where they choose nobody, of "nobody"."""
RARE = {"addressee": 5.0, "via": 5.0}
"""Roles that most quotes lack: any other phrase begins with so much less."""


@dataclass(frozen=True)
class Question:
    """Who fills this role of this quote?"""

    candidate: Candidate
    role: str
    type: str
    fillers: list[Filler]
    """The rows that are asked: "nobody" first, then these."""


class Prepared:
    """Everything about an article that does not depend on weights; made once."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.candidates: list[Candidate] = Finder(article).find()
        SpanFeatures(article, self.candidates).fill(self.candidates)
        self.mentions = Mentions(article)
        self.role_features = RoleFeatures(article)
        self.tokens = token_rows(article)
        self._asked: dict[tuple[int, str, str], tuple[Question, list[tuple[int, ...]]]] = {}

    def question(self, at: int, role: str, kind: str) -> tuple[Question, list[tuple[int, ...]]]:
        """The question about a candidate's role, and the feature rows of its answers."""
        key = (at, role, kind)
        if key not in self._asked:
            candidate = self.candidates[at]
            fillers = self.mentions.near(candidate, role)
            rows = [self.role_features.none(candidate, role, kind)]
            rows += [self.role_features.filler(candidate, role, kind, f) for f in fillers]
            self._asked[key] = Question(candidate, role, kind, fillers), rows
        return self._asked[key]


def prepare(text: str, zones: Sequence[Zone] = ()) -> Prepared:
    """Read an article and find its candidates."""
    return Prepared(read(text, zones))


def odds(chance: float) -> float:
    """Log odds."""
    chance = min(max(chance, 0.01), 0.99)
    return log(chance / (1 - chance))


def prior(candidate: Candidate, reading: Reading) -> list[float]:
    """What the rules say before anything is learned: one number a type, "none" at 0."""
    row = [NEVER] * len(TYPES)
    for number in ALLOWED[candidate.shape]:
        row[number] = UNLIKELY[candidate.shape]
    row[0] = 0.0
    item = candidate.item
    if isinstance(item, Quote):
        free = candidate.evidence.startswith("free")
        kind = "indirect_free" if free else item.type
        row[TYPES.index(kind)] = odds(max(score_of(candidate.evidence), LEAST))
    elif candidate.shape == SENTENCE and outer_quote(reading):
        row[3] = NEVER
    elif candidate.shape == MARKS and candidate.evidence:
        row[1] = min(odds(score_of(candidate.evidence)), -1.0)
    return row


def span_rows(batch: Sequence[Prepared]) -> Rows:
    """The question about all candidates of some articles. Token 0 is none; the articles follow one another."""
    tokens: list[tuple[int, ...]] = []
    ranges: list[tuple[int, int, int]] = []
    features: list[int] = []
    lengths: list[int] = []
    priors: list[list[float]] = []
    base = 1
    for one in batch:
        article, size = one.article, len(one.article.tokens)
        for c in one.candidates:
            row = len(tokens)
            pieces = [article.token_range(part) for part in c.parts]
            first, last = pieces[0][0], pieces[-1][1]
            cue = _cue_token(article, c)
            tokens.append((
                base + first, base + last - 1, base + first - 1 if first else 0,
                base + last if last < size else 0, base + cue if cue >= 0 else 0,
            ))  # fmt: skip
            ranges += [(row, base + a, base + b) for a, b in pieces]
            features += c.rows
            lengths.append(len(c.rows))
            priors.append(prior(c, article.readings[c.number]))
        base += max(size, 1)
    return _rows(tokens, ranges, features, lengths, priors, 5)


def _cue_token(article: Article, c: Candidate) -> int:
    if c.frame is None or not c.frame.cue:
        return -1
    tokens = article.readings[c.number].sentence.tokens
    at = c.frame.cue[0]
    return article.first_token(tokens[at].start) if at < len(tokens) else -1


def _rows(
    tokens: list[tuple[int, ...]],
    ranges: list[tuple[int, int, int]],
    features: list[int],
    lengths: list[int],
    priors: Sequence[Sequence[float]],
    width: int,
) -> Rows:
    return Rows(
        np.asarray(tokens, dtype="int64").reshape(-1, width),
        np.asarray(ranges, dtype="int64").reshape(-1, 3),
        np.asarray(features, dtype="int64"),
        np.asarray(lengths, dtype="int64"),
        np.asarray(priors, dtype="f").reshape(len(tokens), len(priors[0]) if priors else 1),
    )


def role_rows(
    batch: Sequence[Prepared], asked: Sequence[Sequence[tuple[int, str, str]]]
) -> tuple[Rows, list[int]]:
    """The rows of all questions, and how many rows each question has."""
    tokens: list[tuple[int, ...]] = []
    ranges: list[tuple[int, int, int]] = []
    features: list[int] = []
    lengths: list[int] = []
    priors: list[list[float]] = []
    sizes: list[int] = []
    base = 1
    for one, questions in zip(batch, asked, strict=True):
        article = one.article
        size = len(article.tokens)
        for at, role, kind in questions:
            question, rows = one.question(at, role, kind)
            quote = article.first_token(question.candidate.parts[0].start)
            cue = _cue_token(article, question.candidate)
            fixed = (base + quote, base + cue if cue >= 0 else 0)
            chosen = _choice(question)
            sizes.append(len(rows))
            for number, names in enumerate(rows):
                row = len(tokens)
                features += names
                lengths.append(len(names))
                if number == 0:
                    tokens.append((0, 0, 0, 0, *fixed))
                    ranges.append((row, 0, 1))
                    priors.append([0.0 if chosen is not None else ROLE_PRIOR[role]])
                    continue
                filler = question.fillers[number - 1]
                first, last = article.token_range(filler.spans[0])
                tokens.append((
                    base + first, base + last - 1, base + first - 1 if first else 0,
                    base + last if last < size else 0, *fixed,
                ))  # fmt: skip
                ranges.append((row, base + first, base + last))
                right = filler.spans == chosen
                priors.append([ROLE_PRIOR[role] if right else -RARE.get(role, 0.0)])
        base += max(size, 1)
    return _rows(tokens, ranges, features, lengths, priors, 6), sizes


def _choice(question: Question) -> tuple[Span, ...] | None:
    """What the rules fill the role with; None for nothing."""
    item = question.candidate.item
    if not isinstance(item, Quote) or (
        question.role == "cue" and question.type not in ("direct", "indirect")
    ):
        return None
    return role_spans(item, question.role) or None
