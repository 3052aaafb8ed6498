"""Mentions: every phrase near a quote that may fill one of its roles, and every cue near it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from rotstift.model.items import Quote, SourceKind, role_spans
from rotstift.model.span import Span
from rotstift.nlp.quotes.cues import Clause, Frame, Range
from rotstift.nlp.quotes.model.article import Article
from rotstift.nlp.quotes.model.candidates import SENTENCE, Candidate, frames_of
from rotstift.nlp.quotes.reading import Reading

BEFORE = 3
"""Sentences before the quote in which a speaker is looked for."""
AFTER = 1
_ENDS = ("t", "te", "ten", "b", "g", "f", "ß", "h", "m", "n", "k", "ng", "ch", "ieß", "af", "ies")
_SMALL = ("prep", "subord", "coord", "content", "adverb", "det_nom", "det_other", "pronoun", "relative",
    "aux_have", "aux_be", "aux_become", "modal", "konj_two")  # fmt: skip
FILLED = ("speaker", "addressee", "via", "cue")


@dataclass(slots=True)
class Filler:
    """Something that may fill a role: a noun phrase, a pronoun, a document, the pieces of a cue."""

    spans: tuple[Span, ...]
    number: int
    """Of its sentence."""
    pieces: tuple[Range, ...]
    frame: Frame | None = None
    """The frame that the phrase has a role in, or whose cue it is."""
    role: str = ""
    """The role that it has in that frame."""
    variant: str = ""
    kind: SourceKind = SourceKind.UNKNOWN
    topic: bool = False
    longer: bool = False
    """A longer phrase begins at the same word."""
    names: list[str] = field(default_factory=list)
    """Features that do not depend on the quote; filled in when first asked for."""


class Mentions:
    """The fillers of an article's sentences, found once a sentence."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.readings = article.readings
        self._phrases: dict[int, list[Filler]] = {}
        self._cues: dict[int, list[Filler]] = {}

    def near(self, candidate: Candidate, role: str) -> list[Filler]:
        """What may fill the role of a quote, the rules' choice always among it."""
        number = candidate.number
        if role == "cue":
            found = self._cues_near(number, candidate)
        elif role == "speaker":
            found = list(self._speakers(number, candidate))
        else:
            found = list(self._in(number, candidate))
        return self._with_choice(found, candidate, role)

    def _with_choice(self, found: list[Filler], candidate: Candidate, role: str) -> list[Filler]:
        item = candidate.item
        spans = role_spans(item, role) if isinstance(item, Quote) else ()
        if spans and not any(filler.spans == spans for filler in found):
            known = self._known(spans)
            found.append(known or self._made(spans, candidate.number))
        return found

    def _known(self, spans: tuple[Span, ...]) -> Filler | None:
        for fillers in (*self._phrases.values(), *self._cues.values()):
            for filler in fillers:
                if filler.spans == spans:
                    return filler
        return None

    def _made(self, spans: tuple[Span, ...], number: int) -> Filler:
        readings = self.readings
        at = next((n for n, r in enumerate(readings) if r.sentence.span.contains(spans[0])), number)
        tokens = readings[at].sentence.tokens
        pieces = []
        for span in spans:
            inside = [i for i, t in enumerate(tokens) if span.start <= t.start < span.end]
            pieces.append((inside[0], inside[-1] + 1) if inside else (0, 1))
        return Filler(spans, at, tuple(pieces), variant="rule")

    def _speakers(self, number: int, candidate: Candidate) -> Iterator[Filler]:
        yield from self._in(number, candidate)
        for at in range(max(0, number - BEFORE), number):
            yield from (f for f in self.phrases(at) if f.role or f.topic or at == number - 1)
        for at in range(number + 1, min(len(self.readings), number + 1 + AFTER)):
            yield from (f for f in self.phrases(at) if f.role == "speaker")

    def _in(self, number: int, candidate: Candidate) -> Iterator[Filler]:
        """In the quote's own sentence; inside the quote only where it is the whole sentence."""
        for filler in self.phrases(number):
            inside = any(part.contains(filler.spans[0]) for part in candidate.parts)
            if not inside or candidate.shape == SENTENCE:
                yield filler

    def _cues_near(self, number: int, candidate: Candidate) -> list[Filler]:
        found = [
            filler
            for filler in self.cues(number)
            if not any(part.contains(filler.spans[0]) for part in candidate.parts)
        ]
        if not found or "pointed" in (candidate.evidence, *candidate.sources[:1]):
            for at in (number - 1, number + 1):
                if 0 <= at < len(self.readings):
                    found = found + self.cues(at)[:2]
        return found

    def phrases(self, number: int) -> list[Filler]:
        """The phrases of a sentence, in text order."""
        if number not in self._phrases:
            self._phrases[number] = _phrases(number, self.readings[number])
        return self._phrases[number]

    def cues(self, number: int) -> list[Filler]:
        """The cues of a sentence."""
        if number not in self._cues:
            self._cues[number] = list(_cues(number, self.readings[number]))
        return self._cues[number]


def _phrases(number: int, reading: Reading) -> list[Filler]:
    found: dict[Range, Filler] = {}

    def add(piece: Range | None, variant: str, frame: Frame | None = None, role: str = "") -> None:
        if piece is None or not piece[0] < piece[1] <= len(reading.sentence.tokens):
            return
        kept = found.get(piece)
        if kept is None:
            span = reading.sentence.cover(piece)
            kept = Filler((span,), number, (piece,), variant=variant)
            kept.kind = reading.phrases.kind(*piece)
            found[piece] = kept
        if frame is not None and not kept.role:
            kept.frame, kept.role = frame, role

    for frame in frames_of(reading):
        for role in ("speaker", "addressee", "via"):
            add(getattr(frame, role), "frame", frame, role)
    _noun_phrases(reading, add)
    topic = reading.speakers.topic(reading.sentence.body_end)
    add(topic, "topic")
    if topic in found:
        found[topic].topic = True
    for (start, end), (after, _) in pairwise(sorted(found)):
        found[start, end].longer = start == after
    return [found[piece] for piece in sorted(found)]


def _noun_phrases(reading: Reading, add: Callable[[Range, str], None]) -> None:
    phrases, end = reading.phrases, reading.sentence.body_end
    at = 0
    while at < end:
        core = phrases.core(at)
        if core > at:
            whole = phrases.phrase(at, end)
            wide = phrases.phrase(at, end, wide=True)
            add((at, core), "core")
            add((at, whole), "whole")
            add((at, wide), "wide")
            before = phrases.low(at - 1)
            if before in ("in", "im", "aus", "auf", "bei", "beim", "gegenüber"):
                add((at - 1, whole), "prep")
            at = max(core, at + 1)
        else:
            if phrases.is_("pronoun", at) or phrases.low(at) in ("demnach", "danach", "darin"):
                add((at, at + 1), "pronoun")
            at += 1


def _cues(number: int, reading: Reading) -> Iterator[Filler]:
    tokens = reading.sentence.tokens
    seen: set[tuple[int, ...]] = set()

    def made(cue: tuple[int, ...], frame: Frame | None, variant: str) -> Iterator[Filler]:
        if cue and cue not in seen:
            seen.add(cue)
            spans = reading.sentence.groups(cue)
            pieces = tuple((i, i + 1) for i in cue)
            yield Filler(spans, number, pieces, frame, "cue", variant)

    for frame in frames_of(reading):
        yield from made(frame.cue, frame, "plain")
        yield from made(_helped(reading, frame), frame, "helped")
        if frame.final and tokens[frame.start].low == "wie":
            yield from made((frame.start, *frame.cue), frame, "wie")
    for clause in reading.clauses:
        if not any(clause.start <= cue[0] < clause.end for cue in seen):
            for cue, variant in _unknown(reading, clause):
                yield from made(cue, None, variant)
    for index, token in enumerate(tokens):
        if token.text in reading.words.cue_nouns:
            yield from made((index,), None, "noun")


def _unknown(reading: Reading, clause: Clause) -> Iterator[tuple[tuple[int, ...], str]]:
    """What may be a cue in a clause whose verb no table knows: its first verb, its last word, or both."""
    tokens, words = reading.sentence.tokens, reading.words
    last = clause.end - 1
    verb = next((i for i in range(clause.start, clause.end) if _verbal(reading, i)), None)
    if verb is not None:
        yield (verb,), "opening" if verb == clause.start else "second"
        if last > verb and tokens[last].low in words.particles:
            yield (verb, last), "parted"
    helper = next(
        (i for i in range(clause.start, clause.end) if words.has("aux_have", tokens[i].low)), None
    )
    if helper is not None and last > helper and tokens[last].word and not tokens[last].cap:
        yield (last,), "closing"
        yield (helper, last), "helped"


def _verbal(reading: Reading, index: int) -> bool:
    """A word in lower case with a finite verb's ending that is no small word."""
    token = reading.sentence.tokens[index]
    small = any(reading.words.has(tag, token.low) for tag in _SMALL)
    return (
        token.word
        and not token.cap
        and len(token.low) > 3
        and not small
        and token.low.endswith(_ENDS)
    )


def _helped(reading: Reading, frame: Frame) -> tuple[int, ...]:
    """The cue with the auxiliary of its clause: some schemes mark it."""
    if frame.mode != "verb" or frame.cue[0] == frame.verb:
        return ()
    words = reading.words
    low = reading.sentence.tokens[frame.verb].low
    if any(words.has(tag, low) for tag in ("aux_have", "aux_be", "aux_become")):
        return tuple(sorted({frame.verb, *frame.cue}))
    return ()
