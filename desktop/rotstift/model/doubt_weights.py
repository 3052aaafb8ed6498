"""How much each reason weighs: the one table of doubt.

The logarithm of the odds that a place is wrong is: the bias of its kind + its slope × ln((1 - score) / score)
+ the weights of its reasons: a logistic regression with a ridge of 2, fitted by packaging/fit_doubt.py on
what the shipped pipeline says about our own corpus (quotes: 2,982 places, 434 of them wrong) and about
GermEval 2014 dev (entities: 1,980). The weights of unpaired marks, mixed labels and unseen names, and the
even odds of undecided marks, are set by hand: nothing was at hand to fit them on.
"""

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """The reasons for doubt."""

    LOW_SCORE = "low_score"
    DISAGREE = "disagree"
    """The rules do not say what the model says."""
    NO_SPEAKER = "no_speaker"
    FAR_SPEAKER = "far_speaker"
    UNPAIRED = "unpaired"
    UNDECIDED = "undecided"
    """Quotation marks that no quote and no negative explains."""
    MIXED = "mixed"
    """The same name has another label elsewhere in the article."""
    UNSEEN = "unseen"
    """A name that none of the project's confirmed articles has."""
    LIKE_WRONG = "like_wrong"
    """Suggestions like this one were corrected more often than their scores say."""
    SAMPLE = "sample"
    """Drawn by lot."""


class Kind(StrEnum):
    """What the weights tell apart."""

    ENTITY = "entity"
    DIRECT = "direct"
    INDIRECT = "indirect"
    """The free kinds too."""
    REPORTED = "reported"
    FRAGMENT = "fragment"
    NEGATIVE = "negative"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Row:
    """How the pipeline's score of one kind becomes odds."""

    bias: float
    slope: float


UNSCORED = -1.4
"""Stands for bias and score where the pipeline gives no score: one in five is wrong. Set by hand."""
NEWS = 0.9
"""Added to every kind of quote: real news are not as tidy as our own corpus, and without it doubts were too
small there. Set by hand, looking at the reliability on the Wikinews train split (packaging/measure_doubt.py)."""
KINDS: dict[Kind, Row] = {
    Kind.ENTITY: Row(0.15, 1.02),
    Kind.DIRECT: Row(2.34 + NEWS, 0.96),
    Kind.INDIRECT: Row(-0.49 + NEWS, 0.96),
    Kind.REPORTED: Row(-0.58 + NEWS, 0.96),
    Kind.FRAGMENT: Row(0.77 + NEWS, 0.96),
    Kind.NEGATIVE: Row(-0.72 + NEWS, 0.96),
    Kind.UNDECIDED: Row(0.0, 0.0),
}
"""A direct quote's high bias says that its words are mostly right, and its speaker is not so often."""
WEIGHTS: dict[Why, float] = dict.fromkeys(Why, 0.0) | {
    Why.DISAGREE: 0.61,
    Why.NO_SPEAKER: 2.56,
    Why.FAR_SPEAKER: 1.20,
    Why.UNPAIRED: 0.5,
    Why.MIXED: 1.0,
    Why.UNSEEN: 0.5,
}
"""A low score is in the slope; what the log has taught comes on top (`experience`)."""
