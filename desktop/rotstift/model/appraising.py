"""Appraising: the doubt of every open place of one article, worked out anew after each edit."""

from collections.abc import Iterable, Sequence
from math import log

from rotstift.model.annotations import Annotations
from rotstift.model.doubt import WORTH_A_LOOK, Doubt, base_odds, chance, reasons
from rotstift.model.doubt_weights import KINDS, Kind, Why
from rotstift.model.experience import Experience, likeness
from rotstift.model.items import Entity, Markable, Quote, Standing
from rotstift.model.marks import marked_stretches, unpaired_marks
from rotstift.model.sameness import same_key
from rotstift.model.sampling import drawn
from rotstift.model.undecided import undecided_marks

LIKE_WRONG = 1.5
"""From here on the odds that the log has taught are a reason of their own."""
NOTHING_KNOWN = Experience()
"""For whoever has no log to learn from; nobody adds to it."""


class Appraiser:
    """Appraises one article again and again. What stays as it is is not worked out anew.

    What the log says about a kind of suggestions is taken as it stands at the first look; what it says
    about suggestions with the same words counts at once. With 3,500 items the first look takes some
    20 ms, each further one 4 (measured).
    """

    def __init__(self, text: str, experience: Experience = NOTHING_KNOWN, share: int = 0) -> None:
        self.text = text
        self.experience = experience
        self.share = share
        """Percent of the suggestions that are drawn by lot."""
        self._loose = unpaired_marks(text)
        self._stretches = marked_stretches(text)
        self._known: dict[str, tuple[Markable, Doubt]] = {}
        """What was worked out, by the item's id, and the item that it was worked out from."""
        self._alike: dict[str, list[str]] = {}
        """Ids of the items by the name, and by the likeness in words, that their doubt depends on."""
        self._read = len(experience.news)
        self._kinds: dict[str, float] = {}
        self._entities: Sequence[Entity] = ()
        self._mixed: frozenset[str] = frozenset()

    def places(self, state: Annotations) -> list[Doubt]:
        """Every place that nobody has settled, with its doubt, in text order."""
        self._forget_what_changed(state)
        found = [
            known[1]
            if (known := self._known.get(item.id)) is not None and known[0] is item
            else self._look_at(item, state)
            for item in state.markables
            if item.origin.standing is Standing.SUGGESTED
        ]
        marks = undecided_marks(self._stretches, state)
        if marks:
            score = chance(KINDS[Kind.UNDECIDED].bias)
            found += [Doubt(span, None, (Why.UNDECIDED,), score) for span in marks]
            found.sort(key=lambda doubt: doubt.place)
        return found

    def _forget_what_changed(self, state: Annotations) -> None:
        """Names that have several labels now, or no more; words that the log has news about."""
        before, news = self._mixed, self.experience.news
        if state.entities is not self._entities:  # an edit of anything else leaves the tuple
            self._entities = state.entities
            names = ((same_key(one.span.of(self.text)), one.label) for one in state.entities)
            self._mixed = _mixed(names)
        changed = [*(before ^ self._mixed), *news[self._read :]]
        self._read = len(news)
        for key in changed:
            for item_id in self._alike.pop(key, ()):
                self._known.pop(item_id, None)

    def _look_at(self, item: Markable, state: Annotations) -> Doubt:
        name = same_key(item.span.of(self.text)) if isinstance(item, Entity) else ""
        alike = likeness(item, self.text)
        doubt = self._worked_out(item, name, alike, state)
        if isinstance(item, Quote) and not item.speaker:
            return doubt  # its parent has a say, and may change
        self._known[item.id] = item, doubt
        for key in (name, alike[1]) if name else alike[1:]:
            self._alike.setdefault(key, []).append(item.id)
        return doubt

    def _worked_out(
        self, item: Markable, name: str, alike: tuple[str, str], state: Annotations
    ) -> Doubt:
        why = reasons(item, state, self._loose)
        if name in self._mixed:
            why.append(Why.MIXED)
        if name and self.experience.unseen_key(name):
            why.append(Why.UNSEEN)
        by_kind = self._kinds.get(alike[0])
        if by_kind is None:
            by_kind = self._kinds[alike[0]] = log(self.experience.factor_of_kind(alike[0]))
        by_words = log(self.experience.factor_of_words(alike))
        score = chance(base_odds(item, why) + by_kind + by_words)
        if max(by_words, by_kind + by_words) >= _LIKE_WRONG:
            why.append(Why.LIKE_WRONG)
        if drawn(item.id, self.share):
            why.append(Why.SAMPLE)
        if score >= WORTH_A_LOOK and not why:  # for its kind, the score is low
            why.append(Why.LOW_SCORE)
        return Doubt(item.span, item.id, tuple(why), score)


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
