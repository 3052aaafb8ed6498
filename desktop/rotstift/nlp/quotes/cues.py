"""Cue verbs in a sentence: which clause, which verb, who speaks, to whom."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rotstift.nlp.quotes.lexicon import VerbSense
from rotstift.nlp.quotes.phrases import Phrases
from rotstift.nlp.quotes.sentences import Kind, Token

LONG = 5
"""Words from which a stretch in marks parts clauses."""
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens between two commas, colons, dashes, brackets or long stretches in marks."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """One cue with its roles; all positions are token indices."""

    kinds: frozenset[str]
    lemma: str
    cue: tuple[int, ...]
    verb: int
    """The finite verb, or the particle."""
    start: int
    end: int
    """The frame's own words: what of the sentence is surely not said by the speaker."""
    first: bool = False
    """The clause begins with its verb, as after what was said: "…, sagte sie"."""
    final: bool = False
    """A subordinate clause, verb last: "wie sie mitteilte"."""
    passive: bool = False
    speaker: Range | None = None
    addressee: Range | None = None
    via: Range | None = None
    mode: str = field(default="verb")
    """verb, or the particle: laut, nach, zufolge, so, demnach, wonach."""


def clauses(tokens: tuple[Token, ...]) -> list[Clause]:
    """The clauses of a sentence in text order, empty ones left out."""
    found: list[Clause] = []
    start = bracket = 0
    for index, token in enumerate(tokens):
        if index < bracket:
            continue
        bracket = _bracket_end(tokens, index)
        if bracket:
            continue
        parts = token.sign(",;:–—()|") or (token.kind is Kind.QUOTE and _parts(tokens, index))
        if parts:
            if index > start:
                found.append(Clause(start, index))
            start = index + 1
        elif token.sign(".!?…") and index == len(tokens) - 1:
            break
    end = len(tokens)
    while end > start and tokens[end - 1].sign(".!?…"):
        end -= 1
    if end > start:
        found.append(Clause(start, end))
    return found


def _bracket_end(tokens: tuple[Token, ...], index: int) -> int:
    """Behind a short bracket, which belongs to its clause: "(SPD)"; 0 where none opens."""
    if not tokens[index].sign("("):
        return 0
    for end in range(index + 1, min(len(tokens), index + 6)):
        if tokens[end].sign(")"):
            return end + 1
    return 0


def _parts(tokens: tuple[Token, ...], index: int) -> bool:
    token = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    before = tokens[index - 1] if index else None
    beside = (after is None or after.kind is Kind.SIGN) and (before is None or before.sign(":"))
    return token.size >= LONG or token.ends or beside


class Cues:
    """Finds the verb frames of one sentence."""

    def __init__(self, phrases: Phrases, parts: list[Clause]) -> None:
        self.phrases = phrases
        self.words = phrases.words
        self.tokens = phrases.tokens
        self.clauses = parts

    def frames(self) -> Iterator[Frame]:
        """At most one frame a clause, in text order."""
        for clause in self.clauses:
            frame = self._frame(clause)
            if frame is not None:
                yield frame

    def _frame(self, clause: Clause) -> Frame | None:
        for index in range(clause.start, clause.end):
            token = self.tokens[index]
            if not token.word or (token.cap and index != 0):
                continue
            found = self._finite(clause, index) or self._with_auxiliary(clause, index)
            if found is not None:
                sense, cue, passive = found
                return self._made(clause, index, sense, cue, passive=passive)
        return None

    def _finite(self, clause: Clause, index: int) -> tuple[VerbSense, tuple[int, ...], bool] | None:
        low = self.tokens[index].low
        if self.phrases.low(index - 1) == "zu" or self._modal(clause, low):
            return None
        paired = self._paired(clause, index)
        if paired is not None:
            return paired
        foreign = self._foreign_particle(clause, index)
        for sense in self.words.finite.get(low, ()):
            if sense.joined and not foreign and not self._blocked(clause, index):
                return sense, (index,), False
            particle = self._particle(clause, index, sense.particle) if not sense.joined else None
            if particle is not None:
                return sense, (index, particle), False
        return None

    def _foreign_particle(self, clause: Clause, index: int) -> bool:
        """The particle at the end makes another verb of it ("findet … statt")."""
        last = self.tokens[clause.end - 1].low
        return clause.end - 1 > index and last in self.words.particles

    def _modal(self, clause: Clause, low: str) -> bool:
        """True for an infinitive that belongs to a modal verb or to "werden"."""
        if not low.endswith("n"):
            return False
        lows = {token.low for token in self.tokens[clause.start : clause.end]}
        return bool(lows & (self.words.tags["modal"] | self.words.tags["aux_become"]))

    def _paired(self, clause: Clause, index: int) -> tuple[VerbSense, tuple[int, ...], bool] | None:
        for rest in self.words.pairs.get(self.tokens[index].low, ()):
            places = self._places(clause, index, rest.split())
            if places is not None:
                sense = VerbSense(rest, "", frozenset(("say", "think")))
                return sense, (index, *places), False
        return None

    def _places(self, clause: Clause, index: int, rest: list[str]) -> tuple[int, ...] | None:
        lows = [token.low for token in self.tokens[clause.start : clause.end]]
        places: list[int] = []
        for word in rest:
            if word not in lows:
                return None
            place = clause.start + lows.index(word)
            if place == index:
                return None
            places.append(place)
        return tuple(sorted(places))

    def _particle(self, clause: Clause, index: int, particle: str) -> int | None:
        """The particle at the end of the clause, or behind a relative clause in between."""
        ends = [clause.end - 1]
        later = [part for part in self.clauses if part.start > clause.end][:2]
        if len(later) == 2 and self._verb_last(later[0]):
            ends.append(later[1].end - 1)
        places: list[int] = [*ends, *range(index + 1, clause.end)]
        for place in places:
            fits = place > index and self.tokens[place].low == particle
            if fits and (place in ends or self._stands_last(place)):
                return place
        return None

    def _stands_last(self, place: int) -> bool:
        after = place + 1
        if after >= len(self.tokens) or not self.tokens[after].word:
            return True
        return self.words.has("coord", self.tokens[after].low)

    def _blocked(self, clause: Clause, index: int) -> bool:
        """A participle that looks like a finite verb: an auxiliary stands in the clause."""
        low = self.tokens[index].low
        if low not in self.words.participles:
            return False
        around = self.tokens[clause.start : clause.end]
        helped = any(self._auxiliary(token.low) for token in around)
        if helped or index != clause.end - 1 or index == clause.start or self._verb_last(clause):
            return helped
        start = clause.start
        while start < index and self.words.has("coord", self.tokens[start].low):
            start += 1
        return self._wie(clause) == clause and self.phrases.phrase(start, index, wide=True) != index

    def _wie(self, clause: Clause) -> Clause:
        """The clause, from its "wie" on where an apposition parts it: "Wie X, Y, mitteilte"."""
        earlier = [part for part in self.clauses if part.end < clause.start][-3:]
        for part in reversed(earlier):
            if self.tokens[part.start].low == "wie":
                phrase = self.phrases.phrase(part.start + 1, clause.start - 1, wide=True)
                return Clause(part.start, clause.end) if phrase == clause.start - 1 else clause
        return clause

    def _auxiliary(self, low: str) -> bool:
        return any(self.words.has(tag, low) for tag in ("aux_have", "aux_be", "aux_become"))

    def _verb_last(self, clause: Clause) -> bool:
        token = self.tokens[clause.start]
        if self.words.has("subord", token.low):
            return True
        if token.low == "wie" or (clause.start > 0 and self.words.has("content", token.low)):
            return True
        relative = clause.start > 0 and self.words.has("relative", token.low)
        return relative and self.phrases.core(clause.start) == clause.start

    def _with_auxiliary(
        self, clause: Clause, index: int
    ) -> tuple[VerbSense, tuple[int, ...], bool] | None:
        low = self.tokens[index].low
        if not self._auxiliary(low):
            return None
        if self.words.has("aux_be", low) or low in ("waren", "war"):
            found = self._to_be(clause, index)
            if found is not None:
                return found
        for place in range(clause.end - 1, clause.start - 1, -1):
            passive = not self.words.has("aux_have", low)
            word = self.tokens[place].low
            parted = self.words.participles.get(self.phrases.low(place - 1) + word)
            if parted and place - 1 > index and not self._attributive(place):
                return parted[0], (place - 1, place), passive
            senses = self.words.participles.get(word)
            if senses and place != index and not self._attributive(place):
                return senses[0], (place,), passive
        return None

    def _attributive(self, place: int) -> bool:
        after = place + 1
        return after < len(self.tokens) and self.tokens[after].cap

    def _to_be(self, clause: Clause, index: int) -> tuple[VerbSense, tuple[int, ...], bool] | None:
        for rest in self.words.to_be:
            places = self._places(clause, index, rest.split())
            if places is not None:
                return VerbSense(rest, "", frozenset(("think",))), (index, *places), False
        return None

    def _made(
        self,
        clause: Clause,
        index: int,
        sense: VerbSense,
        cue: tuple[int, ...],
        *,
        passive: bool,
    ) -> Frame:
        if index >= clause.end - 2:
            clause = self._wie(clause)
        low = self.tokens[clause.start].low
        final = self._verb_last(clause) and (index >= clause.end - 2 or low == "wie")
        opening = clause.start
        while opening < index and (
            self.words.has("coord", self.tokens[opening].low) or self.tokens[opening].low == "so"
        ):
            opening += 1
        return Frame(
            kinds=sense.kinds,
            lemma=sense.lemma,
            cue=tuple(sorted(cue)),
            verb=index,
            start=clause.start,
            end=clause.end,
            first=opening == index,
            final=final,
            passive=passive,
        )
