"""Reading: one sentence with everything that the rules have found in it."""

from dataclasses import dataclass
from functools import cached_property

from rotstift.model.items import Mention
from rotstift.nlp.quotes.cues import Clause, Cues, Frame, Range, clauses
from rotstift.nlp.quotes.indirect import Report, Reports
from rotstift.nlp.quotes.lexicon import Lexicon
from rotstift.nlp.quotes.particles import Particles
from rotstift.nlp.quotes.phrases import Phrases
from rotstift.nlp.quotes.sentences import Sentence
from rotstift.nlp.quotes.speakers import Speakers


@dataclass(frozen=True)
class Reading:
    """A sentence, its frames and its reports; computed when first asked for."""

    sentence: Sentence
    words: Lexicon

    @cached_property
    def phrases(self) -> Phrases:
        """The noun phrases of the sentence."""
        return Phrases(self.sentence.tokens, self.words)

    @cached_property
    def clauses(self) -> list[Clause]:
        """Its clauses."""
        return clauses(self.sentence.tokens)

    @cached_property
    def verbs(self) -> tuple[Frame, ...]:
        """Cue verbs with their roles."""
        frames = Cues(self.phrases, self.clauses).frames()
        return tuple(self.speakers.fill(frame) for frame in frames)

    @cached_property
    def speakers(self) -> Speakers:
        """What finds the roles."""
        return Speakers(self.phrases, self.clauses)

    @cached_property
    def particles(self) -> tuple[Frame, ...]:
        """laut, nach, zufolge, so, ..."""
        return tuple(Particles(self.phrases, self.clauses, self.sentence.body_end).frames())

    @cached_property
    def finder(self) -> Reports:
        """What finds the reports."""
        return Reports(self.sentence, self.phrases, self.clauses)

    @cached_property
    def reports(self) -> list[Report]:
        """Indirect quotes with a frame."""
        return self.finder.find(self.verbs, self.particles)

    @cached_property
    def quoted(self) -> list[int]:
        """Positions of the stretches in marks."""
        return self.sentence.quoted

    def mention(self, piece: Range | None) -> tuple[Mention, ...]:
        """The role that a range fills; empty for None."""
        if piece is None:
            return ()
        return (Mention(self.sentence.cover(piece), self.phrases.kind(*piece)),)
