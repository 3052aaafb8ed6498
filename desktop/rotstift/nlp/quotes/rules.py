"""The suggester: reads the sentences one after another and makes quotes and negatives of them."""

from bisect import bisect_left
from dataclasses import dataclass, replace

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
from rotstift.nlp.quotes.context import free_speech, named_clause, pointing, reported
from rotstift.nlp.quotes.cues import Frame, Range
from rotstift.nlp.quotes.direct import Verdict, judge
from rotstift.nlp.quotes.indirect import Report
from rotstift.nlp.quotes.lexicon import Lexicon, lexicon
from rotstift.nlp.quotes.marks import Marked, find_marked
from rotstift.nlp.quotes.reading import Reading
from rotstift.nlp.quotes.scores import score_of
from rotstift.nlp.quotes.sentences import split
from rotstift.nlp.suggest import Request, author_of

READ_ZONES = frozenset(
    (ZoneKind.HEADLINE, ZoneKind.SUBHEAD, ZoneKind.LEAD, ZoneKind.BODY, ZoneKind.CAPTION)
)
MEMORY = 3
"""Sentences after which a speaker is no longer carried on."""
LIKELY = 0.4
"""Stretches in marks that are less likely a quote than this become negatives."""


LONE_WORDS = 4
"""Words that must follow a mark that never closes."""


class QuoteRules:
    """Implements `Suggester`: direct, indirect and reported quotes of German news, by rule."""

    name = "rotstift-rules"
    version = "1"

    def suggest(self, request: Request) -> list[Markable]:
        """Quotes and negatives in text order, with scores; parents stand before their children."""
        return self.walk(request).run()

    def walk(self, request: Request) -> "Walk":
        """The article, ready to be gone through; keeps the evidence for each item."""
        return Walk(request, lexicon(), author_of(self))


class Walk:
    """Goes through one article sentence by sentence and remembers who spoke last."""

    def __init__(self, request: Request, words: Lexicon, author: str) -> None:
        self.text = request.text
        self.zones = request.zones
        self.author = author
        self.marked = find_marked(self.text)
        self.readings = [
            Reading(sentence, words)
            for sentence in split(self.text, self.marked, words)
            if self._wanted(sentence.span)
        ]
        self.items: list[Markable] = []
        self.evidence: dict[str, str] = {}
        """Item id -> row of the score table."""
        self.speaker: tuple[Mention, ...] = ()
        self.spoke = -MEMORY - 1
        self.seen: set[int] = set()
        self.open: _Open | None = None

    def _wanted(self, span: Span) -> bool:
        return all(zone.kind in READ_ZONES for zone in self.zones if zone.span.overlaps(span))

    def run(self) -> list[Markable]:
        """Every item of the article, parents before their children."""
        for number, reading in enumerate(self.readings):
            outer = self._reports(number, reading)
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

    def _remember(self, number: int, speaker: tuple[Mention, ...]) -> None:
        self.spoke = number
        if speaker:
            self.speaker = speaker

    def _made(
        self,
        reading: Reading,
        parts: tuple[Span, ...],
        kind: str,
        evidence: str,
        frame: Frame | None,
        speaker: tuple[Mention, ...],
    ) -> Quote:
        quote = Quote(
            new_id(),
            parts,
            kind,
            self._origin(evidence),
            speaker,
            reading.cue(frame) if frame else (),
            reading.mention(frame.addressee) if frame else (),
            reading.mention(frame.via) if frame else (),
        )
        return self._add(quote, evidence)

    # Quotes without marks.

    def _reports(self, number: int, reading: Reading) -> list[Quote]:
        """The quotes without marks of a sentence."""
        made = [self._report(number, reading, report) for report in self._all(reading)]
        if not made:
            made = self._headline(number, reading) or self._pointed(number, reading)
        return made or self._free(number, reading)

    def _all(self, reading: Reading) -> list[Report]:
        return reading.reports or reported(reading)

    def _report(self, number: int, reading: Reading, report: Report) -> Quote:
        frame = report.frame
        speaker = reading.mention(frame.speaker) if frame else ()
        if not speaker and frame and frame.mode == "demnach" and number - self.spoke <= MEMORY:
            speaker = self.speaker
        if not speaker and frame and frame.mode == "noun":
            speaker = reading.mention(reading.speakers.topic(frame.cue[0]))
        parts = reading.spans(report.pieces)
        quote = self._made(reading, parts, report.type, report.evidence, frame, speaker)
        if report.type == "reported":  # the whole sentence is the quote: its verb is no cue
            quote = replace(quote, cue=())
            self.items[-1] = quote
        self._remember(number, speaker)
        return quote

    def _headline(self, number: int, reading: Reading) -> list[Quote]:
        """The clause of "Meier: Die Steuern sinken" in a headline, with the colon as its cue."""
        if not self._is_headline(number, reading):
            return []
        found = named_clause(reading)
        if found is None:
            return []
        frame = found.frame
        speaker = reading.mention(frame.speaker) if frame else ()
        parts = reading.spans(found.pieces)
        return [self._made(reading, parts, "indirect", found.evidence, frame, speaker)]

    def _is_headline(self, number: int, reading: Reading) -> bool:
        kinds = {zone.kind for zone in self.zones if zone.span.overlaps(reading.sentence.span)}
        if self.zones:
            return bool(kinds & {ZoneKind.HEADLINE, ZoneKind.SUBHEAD})
        return number == 0 and not reading.sentence.ended

    def _pointed(self, number: int, reading: Reading) -> list[Quote]:
        """The sentence before is the quote ("Das teilte die Polizei mit")."""
        frame = pointing(reading)
        if frame is None or number == 0 or self.spoke == number - 1:
            return []
        before = self.readings[number - 1]
        if before.sentence.body_end < 4 or not before.sentence.ended:
            return []
        speaker = reading.mention(self._behind_verb(reading, frame))
        parts = before.spans([(0, before.sentence.body_end)])
        return [self._made(reading, parts, "indirect", "pointed", frame, speaker)]

    def _behind_verb(self, reading: Reading, frame: Frame) -> Range | None:
        """The subject: "Das" before the verb is its object."""
        return reading.speakers.subject_behind(frame) or frame.speaker

    def _free(self, number: int, reading: Reading) -> list[Quote]:
        """A sentence in the subjunctive without a frame: the last speaker goes on."""
        chained = number - self.spoke <= 1
        if not free_speech(reading, chained=chained):
            return []
        evidence = "free" if chained else "free-alone"
        last = self._last_free(number)
        if last is not None:
            quote = self._grown(last, reading)
        else:
            speaker = self.speaker if number - self.spoke <= 1 else self._earlier(number)
            span = (reading.sentence.span,)
            quote = self._made(reading, span, "indirect", evidence, None, speaker)
        self.spoke = number
        return [quote]

    def _last_free(self, number: int) -> Quote | None:
        """The free quote that the sentence before belongs to."""
        before = self.readings[number - 1].sentence.span if number else None
        for item in reversed(self.items):
            if isinstance(item, Quote) and self.evidence[item.id].startswith("free"):
                return item if before and item.parts[-1].end == before.end else None
        return None

    def _grown(self, quote: Quote, reading: Reading) -> Quote:
        """One sentence more; a new paragraph is a new part."""
        span = reading.sentence.span
        last = quote.parts[-1]
        if "\n" in self.text[last.end : span.start]:
            parts = (*quote.parts, span)
        else:
            parts = (*quote.parts[:-1], Span(last.start, span.end))
        grown = replace(quote, parts=parts)
        self.items[self.items.index(quote)] = grown
        return grown

    # Stretches in marks.

    def _stretches(self, number: int, reading: Reading, outer: list[Quote]) -> None:
        for index in reading.quoted:
            marked = reading.sentence.tokens[index].marked
            if marked is None or marked.start in self.seen:
                continue
            self.seen.add(marked.start)
            verdict = judge(reading, index, self.text)
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
        reading: Reading,
        index: int,
        marked: Marked,
        verdict: Verdict,
        outer: list[Quote],
    ) -> None:
        parent = next((quote for quote in outer if self._holds(quote, marked)), None)
        if self._interrupted(reading, index, marked, verdict):
            return
        frame = verdict.frame
        speaker = parent.speaker if parent else self._speaker_of(number, reading, frame, index)
        quote = self._made(reading, marked.parts, "direct", verdict.evidence, frame, speaker)
        fragment = verdict.fragment or parent is not None
        linked = replace(quote, fragment=fragment, parent=parent.id if parent else None)
        self.items[-1] = linked
        self.open = _Open(linked.id, reading, index, frame)
        self._remember(number, speaker)

    def _holds(self, quote: Quote, marked: Marked) -> bool:
        span = Span(marked.start, marked.end)
        return any(part.contains(span) for part in quote.parts)

    def _interrupted(self, reading: Reading, index: int, marked: Marked, verdict: Verdict) -> bool:
        """The second stretch becomes a part of the first one's quote ("„…“, sagte sie, „…“")."""
        last = self.open
        frame = verdict.frame
        if last is None or frame is None or last.reading is not reading or last.frame != frame:
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

    def _speaker_of(
        self, number: int, reading: Reading, frame: Frame | None, index: int
    ) -> tuple[Mention, ...]:
        """The frame's speaker, else what the sentence is about, else who spoke before."""
        if frame is not None and frame.speaker is not None:
            return reading.mention(frame.speaker)
        tokens = reading.sentence.tokens
        if sum(token.word for token in tokens) >= 3 and index > 0:
            topic = reading.speakers.topic(index)
            if topic is not None:
                return reading.mention(topic)
        return self._earlier(number) if number - self.spoke > 1 else self.speaker

    def _earlier(self, number: int) -> tuple[Mention, ...]:
        """Who the sentence before is about, else who spoke a little earlier."""
        found = self._from_before(self.readings[number - 1]) if number else ()
        return found or (self.speaker if number - self.spoke <= MEMORY else ())

    def _from_before(self, reading: Reading) -> tuple[Mention, ...]:
        for frame in reversed(reading.verbs):
            if frame.speaker is not None:
                return reading.mention(frame.speaker)
        return reading.mention(reading.speakers.topic(reading.sentence.body_end))

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
    reading: Reading
    index: int
    frame: Frame | None


def _text_order(item: Markable) -> tuple[int, int, int]:
    spans = spans_of(item)
    return (spans[0].start, -spans[-1].end, isinstance(item, Quote) and item.type == "direct")
