"""A language that nobody has told us about: the marks alone, no speaker, no cue."""

from collections.abc import Sequence
from dataclasses import dataclass

from rotstift.model.items import Mention, Quote
from rotstift.nlp.quotes.cues import Range
from rotstift.nlp.quotes.direct import Verdict
from rotstift.nlp.quotes.marks import Marked
from rotstift.nlp.quotes.sentences import Sentence, split
from rotstift.nlp.quotes.walk import Walk

LONG = 5
"""Words from which a stretch is taken for a quote."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence in which nothing is looked for."""

    sentence: Sentence

    def mention(self, piece: Range | None) -> tuple[Mention, ...]:
        """Nobody: the range is never given."""
        return () if piece is None else (Mention(self.sentence.cover(piece)),)


@dataclass(frozen=True, slots=True)
class _NoWords:
    abbreviations: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()


class Unknown:
    """Implements `Tongue`."""

    def read(self, text: str, marked: Sequence[Marked]) -> list[Reading]:
        """The sentences, as far as full stops tell."""
        return [Reading(sentence) for sentence in split(text, marked, _NoWords())]

    def judge(self, reading: Reading, index: int, text: str) -> Verdict:  # noqa: ARG002
        """A quote when it is long or ends like a sentence."""
        token = reading.sentence.tokens[index]
        whole = token.size >= LONG or (token.ends and token.size > 1)
        return Verdict("any-long" if whole else "any-short")

    def reports(self, walk: Walk[Reading], number: int, reading: Reading) -> list[Quote]:  # noqa: ARG002
        """None."""
        return []

    def speaker(
        self,
        walk: Walk[Reading],  # noqa: ARG002
        number: int,  # noqa: ARG002
        verdict: Verdict,  # noqa: ARG002
        index: int,  # noqa: ARG002
    ) -> tuple[Mention, ...]:
        """Nobody."""
        return ()
