"""Experience: how often suggestions like these were wrong, as far as the person has said so.

Two suggestions are alike when they have the same kind (an entity's label, a quote's type), and more so
when they have the same words too: an entity's own, a quote's cue. For each likeness the suggestions that
turned out wrong are held against those that were expected to be, and the odds of a new one like them are
multiplied by (wrong + k) / (expected + k): observed to expected, shrunk towards 1 while little is known,
as in the Gamma-Poisson shrinker (W. DuMouchel, "Bayesian data mining in large frequency tables", The American
Statistician 53, 1999).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rotstift.model.items import Entity, Markable, Negative, Quote
from rotstift.model.sameness import same_key

KIND_K, WORDS_K = 4.0, 0.5
"""How many expected wrong ones an article's news is weighed against, for a kind and for the same words."""
LEAST, MOST = 0.1, 10.0
"""What one likeness can multiply the odds by."""
ENOUGH = 5
"""Confirmed articles from which a name that is in none of them is news."""
_WORDS = 60
"""Characters of the words that count; more are never the same twice."""


@dataclass(slots=True)
class Tally:
    """The settled suggestions of one likeness."""

    settled: int = 0
    wrong: int = 0
    expected: float = 0.0
    """The sum of their doubts before anything was learnt."""

    def factor(self, k: float, before: float = 1.0) -> float:
        """By how much the odds of being wrong are greater; `before` is what is known already."""
        factor = (max(self.wrong, 0) + k) / (max(self.expected, 0.0) * before + k)
        return min(max(factor, LEAST), MOST)


@dataclass(slots=True)
class Experience:
    """What is known of one project's suggestions and names. Grows while a person works."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    """The names of the entities in confirmed articles, as `same_key` has them."""
    articles: int = 0
    """Confirmed articles whose names are known."""
    news: list[str] = field(default_factory=list)
    """The likenesses in words that were learnt about, one after the other."""

    def learn(
        self, likeness: Iterable[str], expected: float, *, wrong: bool, sign: int = 1
    ) -> None:
        """A suggestion was settled; a sign of -1 takes that back."""
        for key in likeness:
            tally = self.tallies.setdefault(key, Tally())
            tally.settled += sign
            tally.wrong += sign * wrong
            tally.expected += sign * expected
            self.news.append(key)

    def meet(self, names: Iterable[str]) -> None:
        """An article with these names was confirmed."""
        self.names.update(map(same_key, names))
        self.articles += 1

    def factor_of_kind(self, kind: str) -> float:
        """By how much the odds of a kind are greater than its scores say."""
        return self.tallies[kind].factor(KIND_K) if kind in self.tallies else 1.0

    def factor_of_words(self, likeness: tuple[str, str]) -> float:
        """By how much more than those of its kind, for the words that a suggestion has."""
        kind, words = likeness
        if words not in self.tallies:
            return 1.0
        return self.tallies[words].factor(WORDS_K, self.factor_of_kind(kind))

    def unseen_key(self, name: str) -> bool:
        """True for a name's `same_key` that none of the confirmed articles has, once there are some."""
        return self.articles >= ENOUGH and name not in self.names


def likeness(item: Markable, text: str) -> tuple[str, str]:
    """What an item has in common with those like it: its kind, and its kind with its words."""
    match item:
        case Entity():
            kind, words = f"entity {item.label}", item.span.of(text)
        case Quote():
            kind = f"quote {'fragment' if item.fragment else item.type}"
            words = " … ".join(span.of(text) for span in item.cue)
        case Negative():
            kind, words = f"negative {item.of.value} {item.reason}", item.span.of(text)
    return kind, f"{kind}: {same_key(words[:_WORDS])}"
