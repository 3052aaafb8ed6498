"""Appraising: the doubt of every open place of one article, worked out anew after each edit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from rotstift.model.annotations import Annotations
from rotstift.model.doubt import WORTH_A_LOOK, Doubt, base_odds, chance, reasons
from rotstift.model.doubt_weights import KINDS, WEIGHTS, Kind, Why
from rotstift.model.experience import Experience, likeness
from rotstift.model.items import Entity, Markable, Quote, Standing
from rotstift.model.marks import marked_stretches, unpaired_marks
from rotstift.model.same import same_key
from rotstift.model.sampling import drawn
from rotstift.model.undecided import undecided_marks

LIKE_WRONG = 1.5
"""From here on the odds that the log has taught are a reason of their own."""
NOTHING_KNOWN = Experience()
"""For whoever has no log to learn from; nobody adds to it."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What stays the same about an item while it is the same."""

    item: Markable
    why: tuple[Why, ...]
    odds: float
    likeness: tuple[str, str]
    name: str
    """As `same_key` has it; empty for what is no entity."""


class Appraiser:
    """Appraises one article again and again. What an item tells alone is worked out once.

    With 3,500 items a look takes 7 ms instead of 50 (measured).
    """

    def __init__(self, text: str, experience: Experience = NOTHING_KNOWN, share: int = 0) -> None:
        self.text = text
        self.experience = experience
        self.share = share
        """Percent of the suggestions that are drawn by lot."""
        self._loose = unpaired_marks(text)
        self._stretches = marked_stretches(text)
        self._known: dict[str, _Known] = {}
        self._entities: Sequence[Entity] = ()
        self._mixed: frozenset[str] = frozenset()

    def places(self, state: Annotations) -> list[Doubt]:
        """Every place that nobody has settled, with its doubt, in text order."""
        self._look_at_names(state.entities)
        self._factors: dict[str, float] = {}
        found = [
            self._doubt(self._known_of(item, state))
            for item in state.markables
            if item.origin.standing is Standing.SUGGESTED
        ]
        score = chance(KINDS[Kind.UNDECIDED].bias)
        marks = undecided_marks(self._stretches, state)
        if marks:
            found += [Doubt(span, None, (Why.UNDECIDED,), score) for span in marks]
            found.sort(key=lambda doubt: doubt.place)
        return found

    def _known_of(self, item: Markable, state: Annotations) -> _Known:
        known = self._known.get(item.id)
        fixed = not isinstance(item, Quote) or bool(item.speaker)  # else its parent has a say
        if known is not None and known.item is item and fixed:
            return known
        why = reasons(item, state, self._loose)
        name = same_key(item.span.of(self.text)) if isinstance(item, Entity) else ""
        alike = likeness(item, self.text)
        known = self._known[item.id] = _Known(item, tuple(why), base_odds(item, why), alike, name)
        return known

    def _look_at_names(self, entities: Sequence[Entity]) -> None:
        """Which names have several labels; an edit of anything else leaves the tuple as it is."""
        if entities is self._entities:
            return
        self._entities = entities
        self._mixed = _mixed((same_key(one.span.of(self.text)), one.label) for one in entities)

    def _doubt(self, known: _Known) -> Doubt:
        kind, words = known.likeness
        by_kind, both = self._factor(kind, known.likeness), self._factor(words, known.likeness)
        odds, why = known.odds + both, known.why
        if known.name:
            news = self._news(known.name)
            odds, why = odds + sum(WEIGHTS[one] for one in news), (*why, *news)
        if max(both, both - by_kind) >= _LIKE_WRONG:
            why = (*why, Why.LIKE_WRONG)
        if drawn(known.item.id, self.share):
            why = (*why, Why.SAMPLE)
        score = chance(odds)
        if score >= WORTH_A_LOOK and not why:  # for its kind, the score is low
            why = (Why.LOW_SCORE,)
        return Doubt(known.item.span, known.item.id, why, score)

    def _news(self, name: str) -> tuple[Why, ...]:
        mixed = (Why.MIXED,) if name in self._mixed else ()
        return (*mixed, Why.UNSEEN) if self.experience.unseen_key(name) else mixed

    def _factor(self, key: str, alike: tuple[str, str]) -> float:
        """What the log adds to the odds' logarithm: for a kind, or for a kind and its words together."""
        if key not in self._factors:
            by_kind, by_words = self.experience.factors(alike)
            self._factors[alike[0]] = log(by_kind)
            self._factors[alike[1]] = log(by_kind * by_words)
        return self._factors[key]


_LIKE_WRONG = log(LIKE_WRONG)


def _mixed(named: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The names that come with several labels."""
    labels: dict[str, str] = {}
    return frozenset(name for name, label in named if labels.setdefault(name, label) != label)


def appraise(
    text: str, state: Annotations, experience: Experience = NOTHING_KNOWN, share: int = 0
) -> list[Doubt]:
    """Every place that nobody has settled, in text order."""
    return Appraiser(text, experience, share).places(state)


def doubts(
    text: str, state: Annotations, experience: Experience = NOTHING_KNOWN, share: int = 0
) -> list[Doubt]:
    """Every place where a person should stop, in text order; `share` percent of them by lot."""
    return [one for one in appraise(text, state, experience, share) if one.worth_a_look]
