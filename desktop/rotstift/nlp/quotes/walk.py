"""The way through an article that all languages share: stretches in marks become quotes and negatives.

What a language adds is its `Tongue`: how a sentence is read, what a stretch is taken for, who speaks.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from rotstift.model.items import (
    Markable,
    Mention,
    Negative,
    Origin,
    Quote,
    Standing,
    ZoneKind,
    new_id,
    spans_of,
)
from rotstift.model.span import Span
from rotstift.nlp.quotes.cues import Frame, Range
from rotstift.nlp.quotes.direct import Verdict
from rotstift.nlp.quotes.marks import Marked, find_marked
from rotstift.nlp.quotes.scores import score_of
from rotstift.nlp.quotes.sentences import Sentence
from rotstift.nlp.suggest import Request

READ_ZONES = frozenset(
    (ZoneKind.HEADLINE, ZoneKind.SUBHEAD, ZoneKind.LEAD, ZoneKind.BODY, ZoneKind.CAPTION)
)
MEMORY = 3
"""Sentences after which a speaker is no longer carried on."""
LIKELY = 0.4
"""Stretches in marks that are less likely a quote than this become negatives."""
LONE_WORDS = 4
"""Words that must follow a mark that never closes."""


class Read(Protocol):
    """A sentence with what a language's rules have found in it."""

    @property
    def sentence(self) -> Sentence:
        """Its tokens."""

    def mention(self, piece: Range | None) -> tuple[Mention, ...]:
        """The role that a token range fills; empty for None."""


R = TypeVar("R", bound=Read)


class Tongue(Protocol[R]):
    """What the walk asks of a language."""

    def read(self, text: str, marked: Sequence[Marked]) -> list[R]:
        """The sentences of the article, in text order."""

    def judge(self, reading: R, index: int, text: str) -> Verdict:
        """What the stretch in marks at a token index is taken for."""

    def reports(self, walk: "Walk[R]", number: int, reading: R) -> list[Quote]:
        """The quotes without marks of a sentence, made with `walk.made`."""

    def speaker(
        self, walk: "Walk[R]", number: int, verdict: Verdict, index: int
    ) -> tuple[Mention, ...]:
        """Who speaks in the stretch at the token index; empty where nobody knows."""


class Walk(Generic[R]):
    """Goes through one article sentence by sentence and remembers who spoke last."""

    def __init__(self, request: Request, tongue: Tongue[R], author: str) -> None:
        self.text = request.text
        self.zones = request.zones
        self.tongue = tongue
        self.author = author
        self.marked = find_marked(self.text)
        self.readings = [
            reading
            for reading in tongue.read(self.text, self.marked)
            if self._wanted(reading.sentence.span)
        ]
        self.items: list[Markable] = []
        self.evidence: dict[str, str] = {}
        """Item id -> row of the score table."""
        self.speaker: tuple[Mention, ...] = ()
        self.spoke = -MEMORY - 1
        """Number of the sentence in which somebody spoke last."""
        self.seen: set[int] = set()
        self.open: _Open | None = None

    def _wanted(self, span: Span) -> bool:
        return all(zone.kind in READ_ZONES for zone in self.zones if zone.span.overlaps(span))

    def run(self) -> list[Markable]:
        """Every item of the article, parents before their children."""
        for number, reading in enumerate(self.readings):
            outer = self.tongue.reports(self, number, reading)
            self._stretches(number, reading, outer)
        self._lone()
        self.items.sort(key=_text_order)
        return self.items

    def _origin(self, evidence: str) -> Origin:
        return Origin(self.author, Standing.SUGGESTED, score_of(evidence))

    def _add(self, quote: Quote, evidence: str) -> Quote:
        self.items.append(quote)
        self.evidence[quote.id] = evidence
        return quote

    def remember(self, number: int, speaker: tuple[Mention, ...]) -> None:
        """Somebody spoke in this sentence; who, where it is known."""
        self.spoke = number
        if speaker:
            self.speaker = speaker

    def made(
        self,
        reading: R,
        parts: tuple[Span, ...],
        kind: str,
        evidence: str,
        frame: Frame | None,
        speaker: tuple[Mention, ...],
    ) -> Quote:
        """A new quote among the items."""
        quote = Quote(
            new_id(),
            parts,
            kind,
            self._origin(evidence),
            speaker,
            reading.sentence.groups(frame.cue) if frame else (),
            reading.mention(frame.addressee) if frame else (),
            reading.mention(frame.via) if frame else (),
        )
        return self._add(quote, evidence)

    def is_headline(self, number: int, reading: R) -> bool:
        """By its zone; without zones the first line when it ends without an end sign."""
        kinds = {zone.kind for zone in self.zones if zone.span.overlaps(reading.sentence.span)}
        if self.zones:
            return bool(kinds & {ZoneKind.HEADLINE, ZoneKind.SUBHEAD})
        return number == 0 and not reading.sentence.ended

    def _stretches(self, number: int, reading: R, outer: list[Quote]) -> None:
        for index in reading.sentence.quoted:
            marked = reading.sentence.tokens[index].marked
            if marked is None or marked.start in self.seen:
                continue
            self.seen.add(marked.start)
            verdict = self.tongue.judge(reading, index, self.text)
            if score_of(verdict.evidence) < LIKELY:
                self._negative(marked, verdict)
            else:
                self._direct(number, reading, index, marked, verdict, outer)

    def _negative(self, marked: Marked, verdict: Verdict) -> None:
        score = round(1 - score_of(verdict.evidence), 2)
        origin = Origin(self.author, Standing.SUGGESTED, score)
        span = Span(marked.start, marked.end)
        item = Negative(new_id(), span, verdict.reason.value, origin)
        self.evidence[item.id] = verdict.evidence
        self.items.append(item)

    def _direct(
        self,
        number: int,
        reading: R,
        index: int,
        marked: Marked,
        verdict: Verdict,
        outer: list[Quote],
    ) -> None:
        parent = next((quote for quote in outer if self._holds(quote, marked)), None)
        if self._interrupted(reading, index, marked, verdict):
            return
        frame = verdict.frame
        speaker = parent.speaker if parent else self.tongue.speaker(self, number, verdict, index)
        quote = self.made(reading, marked.parts, "direct", verdict.evidence, frame, speaker)
        fragment = verdict.fragment or parent is not None
        linked = replace(quote, fragment=fragment, parent=parent.id if parent else None)
        self.items[-1] = linked
        self.open = _Open(linked.id, reading.sentence, index, frame)
        self.remember(number, speaker)

    def _holds(self, quote: Quote, marked: Marked) -> bool:
        span = Span(marked.start, marked.end)
        return any(part.contains(span) for part in quote.parts)

    def _interrupted(self, reading: R, index: int, marked: Marked, verdict: Verdict) -> bool:
        """The second stretch becomes a part of the first one's quote ("„…“, sagte sie, „…“")."""
        last = self.open
        frame = verdict.frame
        same = last is not None and last.sentence is reading.sentence and last.frame == frame
        if last is None or frame is None or not same:
            return False
        tokens = reading.sentence.tokens
        between = last.index < frame.start and frame.end <= index and tokens[index - 1].sign(",–—")
        if not between or (tokens[last.index].ends and tokens[index].head[:1].isupper()):
            return False
        place = next(n for n, item in enumerate(self.items) if item.id == last.quote)
        quote = self.items[place]
        assert isinstance(quote, Quote)
        self.items[place] = replace(quote, parts=(*quote.parts, *marked.parts))
        return True

    def _lone(self) -> None:
        """A mark that never closes: up to the paragraph's end, with a low score."""
        starts = [marked.start for marked in self.marked if marked.paired]
        for marked in self.marked:
            span = Span(marked.start, marked.end)
            if marked.paired or marked.level or not self._wanted(span):
                continue
            after = bisect_left(starts, span.start)
            inside = after < len(starts) and starts[after] < span.end
            if inside or len(span.of(self.text).split()) < LONE_WORDS:
                continue
            quote = Quote(new_id(), (span,), "direct", self._origin("lone"))
            self._add(quote, "lone")


@dataclass(frozen=True, slots=True)
class _Open:
    """The last direct quote, which the next stretch in marks may go on with."""

    quote: str
    sentence: Sentence
    index: int
    frame: Frame | None


def _text_order(item: Markable) -> tuple[int, int, int]:
    spans = spans_of(item)
    return (spans[0].start, -spans[-1].end, isinstance(item, Quote) and item.type == "direct")
