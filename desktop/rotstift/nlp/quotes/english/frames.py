"""English cue verbs in a sentence: who speaks, to whom, through whom; and "according to"."""

from collections.abc import Iterator
from dataclasses import dataclass

from rotstift.nlp.quotes.cues import Clause, Frame, Range
from rotstift.nlp.quotes.english.phrases import MAX_BACK, Phrases
from rotstift.nlp.quotes.english.words import Verb
from rotstift.nlp.quotes.sentences import Kind

_SAY = frozenset(("say",))


@dataclass(frozen=True, slots=True)
class Object:
    """Who is told something, and where the words behind the verb go on."""

    end: int
    addressee: Range | None = None
    via: Range | None = None


class Cues:
    """Finds the frames of one sentence. A cue without a neighbour that can speak makes none."""

    def __init__(self, phrases: Phrases, parts: list[Clause], body_end: int) -> None:
        self.phrases = phrases
        self.words = phrases.words
        self.tokens = phrases.tokens
        self.clauses = parts
        self.body_end = body_end

    def frames(self) -> Iterator[Frame]:
        """In text order."""
        for clause in self.clauses:
            for index in range(clause.start, clause.end):
                frame = self._verb(clause, index) or self._source(index)
                if frame is not None:
                    yield frame

    # "according to X", "as X put it".

    def _source(self, index: int) -> Frame | None:
        low, after = self.phrases.low(index), self.phrases.low(index + 1)
        if (low, after) == ("according", "to"):
            end = self.phrases.phrase(index + 2, self.body_end)
            speaker = (index + 2, end)
            cue = (index, index + 1)
            if end == index + 2:
                return None
            return Frame(_SAY, "according", cue, index, index, end, speaker=speaker, mode="source")
        end = self.phrases.core(index + 1, self.body_end) if low == "as" else 0
        if (
            end > index + 1
            and self.phrases.low(end) in ("put", "puts")
            and (self.phrases.low(end + 1) == "it")
        ):
            cue = (end, end + 1)
            speaker = (index + 1, end)
            return Frame(_SAY, "put", cue, end, index, end + 2, speaker=speaker, mode="source")
        return None

    # Verbs.

    def _verb(self, clause: Clause, index: int) -> Frame | None:
        token = self.tokens[index]
        verb = self.words.finite.get(token.low)
        if verb is None or not token.word or (token.cap and index > 0):
            return None
        helper = self._before_helpers(clause, index)
        if helper is None or self._label(index) or not self._fits(verb, helper):
            return None
        first = helper == clause.start == index and self._after_speech(verb, index)
        speaker = self._behind(index) if first else None
        if speaker is not None:
            return self._made(verb, index, index, speaker, first=True)
        speaker = self._subject(clause, helper)
        return self._made(verb, index, speaker[0], speaker) if speaker else None

    def _before_helpers(self, clause: Clause, index: int) -> int | None:
        """Where the verb with its adverbs and "has" begins; None where it is no finite statement."""
        at = index
        while at > clause.start and (
            self.words.adverb(self.phrases.low(at - 1)) or self.phrases.is_("have", at - 1)
        ):
            if self.phrases.is_("negation", at - 1):
                return None
            at -= 1
        before = self.phrases.low(at - 1) if at > clause.start else ""
        if self.words.verb(before) or before.endswith(("'s", "’s", "’", "'")):
            return None
        lone = any(self.words.has(tag, before) for tag in ("negation", "preposition", "possessive"))
        noun = self.phrases.is_("determiner", at - 1) and not self.phrases.is_("pronoun", at - 1)
        linked = before in ("and", "but", "or", "that", "who", "which", "once")
        return None if at > clause.start and (lone or noun) and not linked else at

    def _label(self, index: int) -> bool:
        """A name is given, nothing said: "a book called “…”"."""
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        quoted = after is not None and after.kind is Kind.QUOTE
        named = self.phrases.low(index) in ("called", "labelled", "dubbed", "termed", "branded")
        return quoted and named and self.phrases.low(index - 2) != "what"

    def _fits(self, verb: Verb, at: int) -> bool:
        """The plain form needs several speakers, or a pronoun: "officials say", "I think"."""
        if not verb.plain:
            return True
        low = self.phrases.low(at - 1)
        return (
            low in ("they", "we", "i", "you", "who", "that")
            or low.endswith("s")
            or (low in ("police", "people"))
        )

    def _after_speech(self, verb: Verb, index: int) -> bool:
        """What was said stands in front: a stretch in marks, or a clause ("…, said Rowe")."""
        if index == 0:
            return False
        before = self.tokens[index - 1]
        if before.kind is Kind.QUOTE or (index > 1 and self.tokens[index - 2].kind is Kind.QUOTE):
            return True
        told = any(self.words.verb(token.low) for token in self.tokens[: index - 1])
        return before.sign(",–—") and "bare" in verb.kinds and "tell" not in verb.kinds and told

    def _behind(self, index: int) -> Range | None:
        """The speaker behind the verb, with appositions: "said Rowe, the regional secretary"."""
        end = self.phrases.phrase(index + 1, self.body_end)
        if end == index + 1 or self.phrases.temporal(index + 1, end):
            return None
        follows = self.tokens[end] if end < len(self.tokens) else None
        clause = follows is not None and follows.word and self.words.verb(follows.low)
        return None if clause else (index + 1, end)

    def _subject(self, clause: Clause, stop: int) -> Range | None:
        if stop == clause.start:
            return self._across(stop)
        before = self.phrases.low(stop - 1)
        if before in ("and", "but", "or", "then"):
            return self._coordinated(clause, stop - 1)
        if self.phrases.is_("relative", stop - 1):
            return self._antecedent(stop - 1)
        start = self.phrases.back(stop, clause.start)
        if start == stop:
            return None
        relative = self._relative(clause.start, start)
        if relative and not self.phrases.is_("pronoun", start):
            return self._antecedent(relative)
        return start, stop

    def _relative(self, floor: int, stop: int) -> int:
        """The "who" of a clause inside the subject ("The man who owns the house says"), or 0."""
        for index in range(max(floor + 1, stop - MAX_BACK), stop):
            low = self.phrases.low(index)
            noun = not self.words.verb(self.phrases.low(index - 1))
            if low in ("who", "which") or (low == "that" and noun):
                return index
        return 0

    def _across(self, stop: int) -> Range | None:
        """Over an apposition or relative clause: "Its secretary, Callum Rowe, said"."""
        if stop < 2 or not self.tokens[stop - 1].sign(",)–—"):
            return None
        stop -= 1
        earlier = [clause for clause in self.clauses if clause.end <= stop]
        while earlier and self.phrases.is_("relative", earlier[-1].start):
            stop = earlier[-1].start - 1
            earlier.pop()
        for clause in earlier:
            start = self._skipped(clause.start, stop)
            if self.phrases.phrase(start, stop, wide=True) == stop > start:
                return start, stop
        return None

    def _skipped(self, at: int, stop: int) -> int:
        while at < stop and (
            self.phrases.is_("coordinator", at) or self.words.adverb(self.phrases.low(at))
        ):
            at += 1
        return at

    def _coordinated(self, clause: Clause, at: int) -> Range | None:
        """The subject of the verb before the "and": "Gow shrugged and said"."""
        begin = clause.start if at > clause.start else self.clauses[0].start
        start = self._skipped(begin, at)
        end = self.phrases.core(start, at)
        if end == start or not self.words.verb(self.phrases.low(end)):
            return None
        return start, end

    def _antecedent(self, relative: int) -> Range | None:
        """What the relative pronoun stands for: "a note that read", "Alliance, which said"."""
        stop = relative - self.tokens[relative - 1].sign(",") if relative else 0
        floor = max((part.start for part in self.clauses if part.start < stop), default=0)
        for start in range(max(floor, stop - 12), stop):
            free = start == floor or not self.tokens[start - 1].cap
            if free and self.phrases.core(start, stop) == stop:
                return start, stop
        return None

    def _made(
        self, verb: Verb, index: int, start: int, speaker: Range, *, first: bool = False
    ) -> Frame:
        told = self._object(verb, index) if not first else Object(speaker[1])
        end = self._tail(max(told.end, speaker[1]))
        return Frame(
            kinds=verb.kinds,
            lemma=verb.lemma,
            cue=(index,),
            verb=index,
            start=min(start, index),
            end=end,
            first=first,
            speaker=speaker,
            addressee=told.addressee,
            via=told.via,
        )

    def behind(self, frame: Frame) -> int:
        """Where the words behind the verb and whom it tells begin."""
        told = frame.addressee or frame.via
        return max(frame.verb + 1, told[1] if told and told[1] > frame.verb else 0)

    def _object(self, verb: Verb, index: int) -> Object:
        at = index + 1
        if self.phrases.low(at) == "to" and not verb.kinds & {"demand", "tell"}:
            at += 1
        elif not verb.kinds & {"tell"} or self.phrases.low(at) == "that":
            return Object(index + 1)
        if (
            self.phrases.is_("object_pronoun", at)
            and self.phrases.core(at, self.body_end) <= at + 1
        ):
            return Object(at + 1, (at, at + 1))
        end = self.phrases.core(at, self.body_end)
        if end == at or self.words.verb(self.phrases.low(end)) or self.phrases.temporal(at, end):
            return Object(index + 1)
        if self.phrases.low(end) == "of":
            end = self.phrases.core(end + 1, self.body_end)
        if self.phrases.is_medium(at, end):
            return Object(end, via=(at, end))
        return Object(end, addressee=(at, end))

    def _tail(self, at: int) -> int:
        """Over adverbs, times and "at a meeting in Leeds" to where the frame's own words end."""
        for _ in range(6):
            step = at
            if self.words.adverb(self.phrases.low(at)):
                step = at + 1
            elif self.phrases.is_("preposition", at) and self.phrases.low(at) != "like":
                end = self.phrases.core(at + 1, self.body_end)
                step = end if end > at + 1 else at
            else:
                end = self.phrases.core(at, self.body_end)
                step = end if self.phrases.temporal(at, end) else at
            if step == at:
                break
            at = step
        return at
