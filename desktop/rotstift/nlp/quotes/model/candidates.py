"""Candidates: every stretch that may be a quote, from the rules and from the text's own borders."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rotstift.model.items import Negative, Quote
from rotstift.model.span import Span
from rotstift.nlp.quotes.cues import Frame, Range
from rotstift.nlp.quotes.direct import judge
from rotstift.nlp.quotes.model.article import Article
from rotstift.nlp.quotes.reading import Reading

TYPES = ("none", "direct", "indirect", "reported", "indirect_free", "free_indirect")
MARKS, SENTENCE, CLAUSE = "marks", "sentence", "clause"
ALLOWED = {
    MARKS: (0, 1),
    SENTENCE: (0, 2, 3, 4, 5),
    CLAUSE: (0, 2),
}
"""Shape of a candidate -> the types that it can have."""
MAX_CLAUSES = 7
"""Clauses of a sentence whose borders are combined; a longer one is an enumeration."""
MAX_RANGES = 24


@dataclass(slots=True)
class Candidate:
    """A stretch (in one or more parts) that may be a quote."""

    parts: tuple[Span, ...]
    shape: str
    number: int
    """Of its sentence."""
    pieces: tuple[Range, ...] = ()
    """The parts in the sentence's tokens."""
    evidence: str = ""
    """The rules' row of the score table; empty where the rules say nothing."""
    item: Quote | Negative | None = None
    frame: Frame | None = None
    sources: list[str] = field(default_factory=list)
    token: int = -1
    """Of a stretch in marks: its token in the sentence."""
    level: int = 0
    """Of a stretch in marks: how many it stands in."""
    rows: tuple[int, ...] = ()
    """Feature rows, filled in later."""


class Finder:
    """Finds the candidates of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.walk = article.walk
        self.found: dict[tuple[str, tuple[Span, ...]], Candidate] = {}
        self._frames: dict[str, Frame | None] = {}

    def find(self) -> list[Candidate]:
        """All of them in text order."""
        for number, reading in enumerate(self.article.readings):
            self._marks(number, reading)
            self._sentence(number, reading)
            self._pointed(number, reading)
            for pieces, source, frame in _ranges(reading):
                self._add_range(number, reading, pieces, source, frame)
        self._rules()
        return sorted(self.found.values(), key=lambda c: (c.number, c.parts))

    def _add(self, candidate: Candidate, source: str) -> Candidate:
        key = (candidate.shape, candidate.parts)
        kept = self.found.setdefault(key, candidate)
        if source == "pointed":
            kept.sources.insert(0, source)
        elif source not in kept.sources:
            kept.sources.append(source)
        kept.frame = kept.frame or candidate.frame
        return kept

    def _add_range(
        self,
        number: int,
        reading: Reading,
        pieces: tuple[Range, ...],
        source: str,
        frame: Frame | None,
    ) -> None:
        parts = reading.sentence.covers(pieces)
        self._add(Candidate(parts, CLAUSE, number, pieces, frame=frame), source)

    def _sentence(self, number: int, reading: Reading) -> None:
        size = len(reading.sentence.tokens)
        if size >= 4 and reading.sentence.ended:
            span = (reading.sentence.span,)
            self._add(Candidate(span, SENTENCE, number, ((0, size),)), "sentence")

    def _pointed(self, number: int, reading: Reading) -> None:
        """The sentence before, where this one says who said it ("Das bestätigte die Polizei")."""
        tokens = reading.sentence.tokens
        if number == 0 or tokens[0].low not in ("das", "dies") or len(reading.clauses) > 2:
            return
        frame = next((frame for frame in reading.verbs if frame.verb == 1), None)
        before = self.article.readings[number - 1]
        if frame is not None and before.sentence.body_end >= 4 and before.sentence.ended:
            pieces = ((0, before.sentence.body_end),)
            self._add_range(number - 1, before, pieces, "pointed", frame)

    def _marks(self, number: int, reading: Reading) -> None:
        sentence = reading.sentence
        for index in sentence.quoted:
            marked = sentence.tokens[index].marked
            if marked is None or marked.start != sentence.tokens[index].start:
                continue
            verdict = judge(reading, index, self.article.text)
            made = Candidate(
                marked.parts, MARKS, number, ((index, index + 1),), verdict.evidence,
                frame=verdict.frame, token=index,
            )  # fmt: skip
            self._add(made, "marks")
            for inner in self.walk.marked:
                if inner.paired and inner.level > 0 and marked.start < inner.start < marked.end:
                    nested = Candidate(
                        inner.parts, MARKS, number, ((index, index + 1),), token=index, level=1
                    )
                    self._add(nested, "inner")

    def _rules(self) -> None:
        """What the rules say, onto the same stretch or as one of its own."""
        for item in self.walk.items:
            evidence = self.walk.evidence[item.id]
            if isinstance(item, Quote):
                shape = _shape(item)
                spans = item.parts
                for parts in self._split(item, spans, shape):
                    self._rule(item, parts, shape, evidence)
            elif isinstance(item, Negative):
                for key, candidate in self.found.items():
                    if key[0] == MARKS and candidate.parts[0].start == item.span.start:
                        candidate.item, candidate.evidence = item, evidence

    def _split(
        self, item: Quote, spans: tuple[Span, ...], shape: str
    ) -> Iterator[tuple[Span, ...]]:
        """Interrupted direct quotes and free runs are judged stretch by stretch."""
        if shape == SENTENCE and item.type != "reported":
            for reading in self.article.readings:
                if any(part.contains(reading.sentence.span) for part in spans):
                    yield (reading.sentence.span,)
        elif shape == MARKS and (MARKS, spans) not in self.found:
            for marked in self.walk.marked:
                if marked.paired and all(part in spans for part in marked.parts):
                    yield marked.parts
        else:
            yield spans

    def _rule(self, item: Quote, parts: tuple[Span, ...], shape: str, evidence: str) -> None:
        kept = self.found.get((shape, parts))
        if kept is None:
            number = self._number(parts[0])
            kept = self._add(Candidate(parts, shape, number), "rule")
            kept.pieces = _pieces(self.article.readings[number], parts)
        if kept.frame is None or item.cue:
            kept.frame = _frame_with(self.article.readings, kept.number, item) or kept.frame
        kept.item, kept.evidence = item, evidence

    def _number(self, span: Span) -> int:
        readings = self.article.readings
        low, high = 0, len(readings) - 1
        while low < high:
            middle = (low + high) // 2
            if readings[middle].sentence.span.end <= span.start:
                low = middle + 1
            else:
                high = middle
        return low


def _shape(item: Quote) -> str:
    if item.type == "direct":
        return MARKS
    return SENTENCE if item.type == "reported" or not item.cue else CLAUSE


def _pieces(reading: Reading, parts: tuple[Span, ...]) -> tuple[Range, ...]:
    tokens = reading.sentence.tokens
    pieces = []
    for part in parts:
        inside = [i for i, token in enumerate(tokens) if part.start <= token.start < part.end]
        if inside:
            pieces.append((inside[0], inside[-1] + 1))
    return tuple(pieces) or ((0, len(tokens)),)


def _frame_with(readings: list[Reading], number: int, item: Quote) -> Frame | None:
    """The frame that the rules took the cue from: in the sentence, the next or the one before."""
    for at in (number, number + 1, number - 1):
        if item.cue and 0 <= at < len(readings):
            for frame in frames_of(readings[at]):
                if readings[at].sentence.groups(frame.cue) == item.cue:
                    return frame
    return None


def frames_of(reading: Reading) -> list[Frame]:
    """All cues of a sentence: verbs, particles, and the nouns and colons that reports hang on."""
    more = [report.frame for report in reading.reports if report.frame is not None]
    known = [*reading.verbs, *reading.particles]
    return known + [frame for frame in more if frame not in known]


def _ranges(reading: Reading) -> Iterator[tuple[tuple[Range, ...], str, Frame | None]]:
    """Clause ranges, and what a frame leaves of the sentence."""
    end = reading.sentence.body_end
    parts = reading.clauses[:MAX_CLAUSES]
    count = 0
    for first, clause in enumerate(parts):
        for last in range(first, len(parts)):
            start = clause.start
            stop = end if last == len(reading.clauses) - 1 else parts[last].end
            if start < stop and stop - start >= 3 and count < MAX_RANGES:
                count += 1
                yield ((start, stop),), "range", None
        if clause.start < end - 3 and len(reading.clauses) > MAX_CLAUSES:
            yield ((clause.start, end),), "range", None
    finder = reading.finder
    for frame in reading.verbs:
        yield from _around(reading, finder.outside(frame.start, frame.end), "around", frame)
    for frame in reading.particles:
        low, high = finder.scope(frame)
        pieces = [(low, frame.start), (frame.end, high)]
        yield from _around(reading, pieces, "around", frame)
        yield from _around(reading, [(frame.end, high)], "behind", frame)
        own = next((c for c in parts if c.start <= frame.start < c.end), None)
        if own is not None:
            yield from _around(
                reading, [(own.start, frame.start), (frame.end, own.end)], "own", frame
            )
            yield from _around(reading, [(own.start, frame.start), (frame.end, high)], "own", frame)
            yield from _around(reading, [(low, frame.start), (frame.end, own.end)], "own", frame)


def _around(
    reading: Reading, pieces: list[Range], source: str, frame: Frame
) -> Iterator[tuple[tuple[Range, ...], str, Frame | None]]:
    trimmed = [reading.finder.trimmed(piece) for piece in pieces if piece[1] > piece[0]]
    kept = tuple(piece for piece in trimmed if piece is not None)
    if kept:
        yield kept, source, frame
