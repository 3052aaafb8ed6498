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


class _Collector:
    """The rows of a head's question, one after another."""

    def __init__(self) -> None:
        self.tokens: list[tuple[int, ...]] = []
        self.ranges: list[tuple[int, int, int]] = []
        self.features: list[int] = []
        self.lengths: list[int] = []
        self.priors: list[list[float]] = []

    def add(
        self,
        tokens: tuple[int, ...],
        ranges: Sequence[tuple[int, int]],
        features: tuple[int, ...],
        prior: list[float],
    ) -> None:
        """One row."""
        row = len(self.tokens)
        self.tokens.append(tokens)
        self.ranges += [(row, start, end) for start, end in ranges]
        self.features += features
        self.lengths.append(len(features))
        self.priors.append(prior)

    def rows(self, places: int) -> Rows:
        """As arrays; `places` is how many tokens a row names."""
        outputs = len(self.priors[0]) if self.priors else 1
        return Rows(
            np.asarray(self.tokens, dtype="int64").reshape(-1, places),
            np.asarray(self.ranges, dtype="int64").reshape(-1, 3),
            np.asarray(self.features, dtype="int64"),
            np.asarray(self.lengths, dtype="int64"),
            np.asarray(self.priors, dtype="f").reshape(len(self.priors), outputs),
        )


def span_rows(batch: Sequence[Prepared]) -> Rows:
    """The question about all candidates of some articles. Token 0 is none; the articles follow one another."""
    found = _Collector()
    base = 1
    for one in batch:
        article = one.article
        for c in one.candidates:
            pieces = [article.token_range(part) for part in c.parts]
            edges = _edges(article, base, pieces[0][0], pieces[-1][1])
            cue = _cue_token(article, c)
            ranges = [(base + start, base + end) for start, end in pieces]
            asked = prior(c, article.readings[c.number])
            found.add((*edges, base + cue if cue >= 0 else 0), ranges, c.rows, asked)
        base += max(len(article.tokens), 1)
    return found.rows(5)


def _edges(article: Article, base: int, first: int, end: int) -> tuple[int, int, int, int]:
    """First and last token of a stretch, the ones before and behind it, 0 where there is none."""
    before = base + first - 1 if first else 0
    behind = base + end if end < len(article.tokens) else 0
    return base + first, base + end - 1, before, behind


def _cue_token(article: Article, c: Candidate) -> int:
    if c.frame is None or not c.frame.cue:
        return -1
    tokens = article.readings[c.number].sentence.tokens
    at = c.frame.cue[0]
    return article.first_token(tokens[at].start) if at < len(tokens) else -1


def role_rows(
    batch: Sequence[Prepared], asked: Sequence[Sequence[tuple[int, str, str]]]
) -> tuple[Rows, list[int]]:
    """The rows of all questions, and how many rows each question has."""
    found = _Collector()
    sizes: list[int] = []
    base = 1
    for one, questions in zip(batch, asked, strict=True):
        for at, role, kind in questions:
            question, rows = one.question(at, role, kind)
            sizes.append(len(rows))
            _add_answers(found, one.article, base, question, rows)
        base += max(len(one.article.tokens), 1)
    return found.rows(6), sizes


def _add_answers(
    found: _Collector,
    article: Article,
    base: int,
    question: Question,
    rows: Sequence[tuple[int, ...]],
) -> None:
    """ "Nobody" first, then each filler."""
    quote = article.first_token(question.candidate.parts[0].start)
    cue = _cue_token(article, question.candidate)
    fixed = (base + quote, base + cue if cue >= 0 else 0)
    chosen, role = _choice(question), question.role
    nobody = 0.0 if chosen is not None else ROLE_PRIOR[role]
    found.add((0, 0, 0, 0, *fixed), [(0, 1)], rows[0], [nobody])
    for filler, names in zip(question.fillers, rows[1:], strict=True):
        first, end = article.token_range(filler.spans[0])
        edges = _edges(article, base, first, end)
        odds_of = ROLE_PRIOR[role] if filler.spans == chosen else -RARE.get(role, 0.0)
        found.add((*edges, *fixed), [(base + first, base + end)], names, [odds_of])


def _choice(question: Question) -> tuple[Span, ...] | None:
    """What the rules fill the role with; None for nothing."""
    item = question.candidate.item
    if not isinstance(item, Quote) or (
        question.role == "cue" and question.type not in ("direct", "indirect")
    ):
        return None
    return role_spans(item, question.role) or None
