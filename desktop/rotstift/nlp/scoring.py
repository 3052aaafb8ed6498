"""Scoring: how well one set of quotes agrees with another, by the measure of the German Wikinews set.

The measure is that of SpkAtt-2023, task 2 (Petersen-Frey and Biemann, LREC-COLING 2024): per article
gold and system quotes are paired one to one so that the sum of the token F1 of their spans is
greatest; precision and recall are counted in tokens per pair and role and averaged over the pairs,
a quote without a partner being a pair with an empty one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rotstift.model.span import Span

ROLES = ("speaker", "cue", "addressee", "frame")
_SAME_TYPE = 0.01
_SAME_MEDIUM = 0.001


@dataclass(frozen=True, slots=True)
class Unit:
    """A quote as sets of token numbers."""

    type: str
    tokens: frozenset[int]
    roles: Mapping[str, frozenset[int]] = field(default_factory=dict)
    medium: str = ""

    def part(self, name: str) -> frozenset[int]:
        """The tokens of "quote" or of one role."""
        return self.tokens if name == "quote" else self.roles.get(name, frozenset())


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and their harmonic mean, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """2PR / (P + R), 0 when both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


Pair = tuple[Unit | None, Unit | None]
"""Gold and system; one of them is None for a quote without a partner."""


def touched(tokens: Sequence[Span], spans: Iterable[Span]) -> frozenset[int]:
    """Numbers of the tokens that share a code point with one of the spans."""
    wanted = list(spans)
    return frozenset(
        number
        for number, token in enumerate(tokens)
        if any(token.start < span.end and token.end > span.start for span in wanted)
    )


def token_f1(gold: frozenset[int], system: frozenset[int]) -> float:
    """Harmonic mean of token precision and recall."""
    common = len(gold & system)
    return 2 * common / (len(gold) + len(system)) if common else 0.0


def paired(gold: Sequence[Unit], system: Sequence[Unit]) -> list[Pair]:
    """The best one-to-one pairing of one article, and whatever is left over.

    As in the published measure a pair may share no token at all.
    """
    gains = [[_gain(one, other) for other in system] for one in gold]
    partner = best_assignment(gains)
    pairs: list[Pair] = [
        (one, None if (column := partner[row]) is None else system[column])
        for row, one in enumerate(gold)
    ]
    taken = {column for column in partner if column is not None}
    pairs += [(None, unit) for column, unit in enumerate(system) if column not in taken]
    return pairs


def _gain(gold: Unit, system: Unit) -> float:
    same_medium = bool(gold.medium) and gold.medium == system.medium
    return (
        token_f1(gold.tokens, system.tokens)
        + _SAME_TYPE * (gold.type == system.type)
        + _SAME_MEDIUM * same_medium
    )


def best_assignment(gains: Sequence[Sequence[float]]) -> list[int | None]:
    """For each row the column that makes the sum greatest, as many pairs as fit.

    The Hungarian method with potentials (Kuhn 1955, Munkres 1957), rows x rows x columns steps.
    """
    if not gains or not gains[0]:
        return [None] * len(gains)
    if len(gains) > len(gains[0]):
        turned = best_assignment([list(column) for column in zip(*gains, strict=True)])
        back = {row: column for column, row in enumerate(turned) if row is not None}
        return [back.get(row) for row in range(len(gains))]
    owner = _owners([[-gain for gain in row] for row in gains])
    partner: list[int | None] = [None] * len(gains)
    for column, row in enumerate(owner):
        if row is not None:
            partner[row] = column
    return partner


def _owners(costs: Sequence[Sequence[float]]) -> list[int | None]:
    """The row that each column goes to; no more rows than columns."""
    width = len(costs[0])
    row_price = [0.0] * len(costs)
    column_price = [0.0] * width
    owner: list[int | None] = [None] * width
    for first in range(len(costs)):
        _augment(first, costs, row_price, column_price, owner)
    return owner


def _augment(
    first: int,
    costs: Sequence[Sequence[float]],
    row_price: list[float],
    column_price: list[float],
    owner: list[int | None],
) -> None:
    """Give the row a column, moving others along the cheapest path."""
    width = len(column_price)
    slack = [float("inf")] * width
    source: list[int | None] = [None] * width
    done = [False] * width
    row, came_by = first, None
    while True:
        for column in (c for c in range(width) if not done[c]):
            rest = costs[row][column] - row_price[row] - column_price[column]
            if rest < slack[column]:
                slack[column], source[column] = rest, came_by
        best = min((c for c in range(width) if not done[c]), key=slack.__getitem__)
        step = slack[best]
        row_price[first] += step
        for column in range(width):
            if done[column]:
                holder = owner[column]
                assert holder is not None
                row_price[holder] += step
                column_price[column] -= step
            else:
                slack[column] -= step
        done[best] = True
        holder = owner[best]
        if holder is None:
            break
        row, came_by = holder, best
    column_or_none: int | None = best
    while column_or_none is not None:
        previous = source[column_or_none]
        owner[column_or_none] = first if previous is None else owner[previous]
        column_or_none = previous


def share_figures(pairs: Sequence[Pair], parts: Sequence[str]) -> Figures:
    """Mean token precision and recall over the pairs and the parts; undefined values are skipped."""
    precisions: list[float] = []
    recalls: list[float] = []
    for gold, system in pairs:
        for name in parts:
            wanted = gold.part(name) if gold else frozenset()
            given = system.part(name) if system else frozenset()
            common = len(wanted & given)
            if given:
                precisions.append(common / len(given))
            if wanted:
                recalls.append(common / len(wanted))
    return Figures(_mean(precisions), _mean(recalls))


def form_figures(pairs: Sequence[Pair]) -> Figures:
    """Micro precision and recall of the type over the pairs."""
    right = sum(
        gold is not None and system is not None and gold.type == system.type
        for gold, system in pairs
    )
    systems = sum(system is not None for _gold, system in pairs)
    golds = sum(gold is not None for gold, _system in pairs)
    return Figures(right / systems if systems else 0.0, right / golds if golds else 0.0)


def measure(pairs: Sequence[Pair]) -> dict[str, Figures]:
    """All published figures: Messages, Roles, Joint, Form, and each role alone."""
    figures = {
        "Messages": share_figures(pairs, ("quote",)),
        "Roles": share_figures(pairs, ROLES),
        "Joint": share_figures(pairs, ("quote", *ROLES)),
        "Form": form_figures(pairs),
    }
    return figures | {role: share_figures(pairs, (role,)) for role in ROLES}


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
