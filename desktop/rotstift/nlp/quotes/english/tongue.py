"""English for the walk: readings, verdicts on stretches in marks, and who speaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rotstift.model.items import Mention, Quote, Reason
from rotstift.nlp.quotes.cues import Clause, Frame, Range, clauses
from rotstift.nlp.quotes.direct import Verdict
from rotstift.nlp.quotes.english.frames import Cues
from rotstift.nlp.quotes.english.phrases import Phrases
from rotstift.nlp.quotes.english.reports import Reports
from rotstift.nlp.quotes.english.words import Words, english_words
from rotstift.nlp.quotes.indirect import Report
from rotstift.nlp.quotes.marks import Marked
from rotstift.nlp.quotes.sentences import Kind, Sentence, split
from rotstift.nlp.quotes.walk import Walk

LONG = 7
"""Words from which a stretch is mostly a quote."""
_SAY = frozenset(("say",))


@dataclass(frozen=True)
class Reading:
    """A sentence, its frames and its reports; computed when first asked for."""

    sentence: Sentence
    words: Words

    @cached_property
    def phrases(self) -> Phrases:
        """The noun phrases of the sentence."""
        return Phrases(self.sentence.tokens, self.words)

    @cached_property
    def clauses(self) -> list[Clause]:
        """Its clauses; a stretch that ends with a comma parts them like one."""
        tokens = self.sentence.tokens
        pauses = [index for index in self.sentence.quoted if tokens[index].pauses]
        return [piece for clause in clauses(tokens) for piece in _parted(clause, pauses)]

    @cached_property
    def cues(self) -> Cues:
        """What finds the frames."""
        return Cues(self.phrases, self.clauses, self.sentence.body_end)

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """Cues with their roles."""
        return tuple(self.cues.frames())

    @cached_property
    def reports(self) -> list[Report]:
        """Indirect quotes."""
        return Reports(self.sentence, self.cues, self.frames).find()

    def mention(self, piece: Range | None) -> tuple[Mention, ...]:
        """The role that a range fills; empty for None."""
        if piece is None:
            return ()
        return (Mention(self.sentence.cover(piece), self.phrases.kind(*piece)),)


def _parted(clause: Clause, pauses: Sequence[int]) -> Iterator[Clause]:
    start = clause.start
    for index in pauses:
        if start <= index < clause.end:
            if start < index:
                yield Clause(start, index)
            start = index + 1
    if start < clause.end:
        yield Clause(start, clause.end)


class English:
    """Implements `Tongue`."""

    def read(self, text: str, marked: Sequence[Marked]) -> list[Reading]:
        """The sentences of the article; "“Is it?” Rowe asked." is one."""
        words = english_words()
        readings: list[Reading] = []
        for sentence in split(text, marked, words):
            reading = Reading(sentence, words)
            last = readings[-1].sentence if readings else None
            if last is not None and _attributed(last, reading, text):
                readings.pop()
                whole = Sentence((*last.tokens, *sentence.tokens), sentence.paragraph)
                reading = Reading(whole, words)
            readings.append(reading)
        return readings

    def judge(self, reading: Reading, index: int, text: str) -> Verdict:
        """What the stretch is taken for."""
        token = reading.sentence.tokens[index]
        before, after = _introduced(reading, index), _followed(reading, index)
        if before is not None:
            return Verdict("en-intro", before)
        if after is not None:
            return Verdict("en-outro", after)
        if not any(other.word for other in reading.sentence.tokens) and token.size > 1:
            return Verdict("en-sentence")
        return _inside(reading, index, text)

    def reports(self, walk: Walk[Reading], number: int, reading: Reading) -> list[Quote]:
        """The quotes without marks of a sentence; in a headline what stands after "Name:"."""
        made: list[Quote] = []
        found = reading.reports or self._headline(walk, number, reading)
        for report in found:
            speaker = reading.mention(report.frame.speaker) if report.frame else ()
            parts = reading.sentence.covers(report.pieces)
            made.append(
                walk.made(reading, parts, report.type, report.evidence, report.frame, speaker)
            )
            walk.remember(number, speaker)
        return made

    def _headline(self, walk: Walk[Reading], number: int, reading: Reading) -> list[Report]:
        frame = _named(reading) if walk.is_headline(number, reading) else None
        end = reading.sentence.body_end
        if frame is None or end - frame.end < 3:
            return []
        if reading.sentence.tokens[frame.end].kind is Kind.QUOTE:
            return []
        return [Report(((frame.end, end),), frame, "en-headline")]

    def speaker(
        self, walk: Walk[Reading], number: int, verdict: Verdict, index: int
    ) -> tuple[Mention, ...]:
        """The frame's speaker; a sentence wholly in marks goes on with who spoke right before."""
        frame = verdict.frame
        if frame is not None:
            return walk.readings[number].mention(frame.speaker)
        if verdict.evidence != "en-sentence" or number - walk.spoke > 1 or index > 0:
            return ()
        last = next((item for item in reversed(walk.items) if isinstance(item, Quote)), None)
        return last.speaker if last is not None else ()


def _attributed(last: Sentence, after: Reading, text: str) -> bool:
    """The sentence says who asked or shouted the stretch that the one before ends with."""
    token = last.tokens[-1]
    asks = token.kind is Kind.QUOTE and text[token.end - 2 : token.end - 1] in ("?", "!", "…")
    if not asks or last.paragraph != after.sentence.paragraph:
        return False
    frame = next((frame for frame in after.frames if frame.start == 0), None)
    return frame is not None and frame.end >= after.sentence.body_end


def _introduced(reading: Reading, index: int) -> Frame | None:
    """The frame that ends with a colon or a comma before the stretch ("Rowe said: “…”")."""
    tokens = reading.sentence.tokens
    if index == 0:
        return None
    colon, comma = tokens[index - 1].sign(":"), tokens[index - 1].sign(",–—")
    frames = [frame for frame in reading.frames if frame.verb < index and "say" in frame.kinds]
    if colon:
        near = [frame for frame in frames if _same_clause(reading, frame, index - 1)]
        return near[-1] if near else _named(reading)
    close = index - 1 if comma else index
    fits = [frame for frame in frames if frame.end == close and not frame.first]
    later = [frame for frame in frames if comma and frame.end == close and frame.first]
    return next(iter(fits or later), None)


def _followed(reading: Reading, index: int) -> Frame | None:
    """The frame right behind the stretch ("“…,” Rowe said", "“…,” according to the report")."""
    tokens = reading.sentence.tokens
    behind = index + 1
    behind += behind < len(tokens) and tokens[behind].sign(",–—-")
    for frame in reading.frames:
        speaks = frame.mode == "source" or frame.kinds & {"say", "ask", "tell", "think"}
        if frame.start == behind and speaks:
            return frame
    return None


def _named(reading: Reading) -> Frame | None:
    """A name and a colon, as in a headline or an interview ("Moira Tennant: We have moved")."""
    tokens = reading.sentence.tokens
    colon = next((index for index, token in enumerate(tokens) if token.sign(":")), 0)
    label = reading.words.noun("label", tokens[0].low)
    if colon == 0 or label or reading.phrases.phrase(0, colon, wide=True) != colon:
        return None
    return Frame(_SAY, ":", (colon,), colon, 0, colon + 1, speaker=(0, colon))


def _same_clause(reading: Reading, frame: Frame, end: int) -> bool:
    """No other clause with a verb of its own stands between the frame and the position."""
    between = range(max(frame.end, frame.verb + 1), end)
    return not any(reading.sentence.tokens[at].sign(".;:") for at in between)


def _inside(reading: Reading, index: int, text: str) -> Verdict:
    """A stretch within a sentence: reported, governed by a cue, long, or no quote."""
    token = reading.sentence.tokens[index]
    reason = _label(reading, index)
    if reason is not None:
        return Verdict("en-label", reason=reason)
    for report in reading.reports:
        if any(start <= index < end for start, end in report.pieces):
            return Verdict("en-fragment-report", report.frame, fragment=True)
    frame = _governing(reading, index)
    if frame is not None:
        return Verdict("en-fragment", frame, fragment=True)
    if token.size >= LONG:
        return Verdict("en-long")
    return Verdict("en-short", reason=_guess(reading, index, text))


def _governing(reading: Reading, index: int) -> Frame | None:
    """The last cue before the stretch in its clause ("described the outcome as “…”")."""
    clause = next((part for part in reading.clauses if part.start <= index <= part.end), None)
    if clause is None:
        return None
    frames = [
        frame
        for frame in reading.frames
        if clause.start <= frame.verb < index and not frame.first and frame.mode == "verb"
    ]
    return frames[-1] if frames else None


def _label(reading: Reading, index: int) -> Reason | None:
    """What the word before says it is: a film, a ship, "so-called"."""
    low = reading.phrases.low(index - 1).rstrip(",")
    if low in ("so-called", "called", "termed", "dubbed", "labelled", "branded"):
        return Reason.TERM
    if reading.words.noun("title", low) or low in ("titled", "entitled"):
        return Reason.TITLE
    named = reading.words.noun("name", low) or low in ("named", "nicknamed")
    return Reason.NAME if named else None


def _guess(reading: Reading, index: int, text: str) -> Reason:
    token = reading.sentence.tokens[index]
    first = next((char for char in text[token.start : token.end] if char.isalnum()), " ")
    phrases = reading.phrases
    led = phrases.is_("determiner", index - 1) or phrases.is_("possessive", index - 1)
    return Reason.NAME if first.isupper() and led else Reason.SCARE
