"""German for the walk: reports without marks, speech that goes on, and who speaks without a cue."""

from collections.abc import Sequence
from dataclasses import replace

from rotstift.model.items import Mention, Quote
from rotstift.model.span import Span
from rotstift.nlp.quotes.context import free_speech, named_clause, pointing, reported
from rotstift.nlp.quotes.cues import Frame, Range
from rotstift.nlp.quotes.direct import Verdict, judge
from rotstift.nlp.quotes.indirect import Report
from rotstift.nlp.quotes.lexicon import lexicon
from rotstift.nlp.quotes.marks import Marked
from rotstift.nlp.quotes.reading import Reading
from rotstift.nlp.quotes.sentences import split
from rotstift.nlp.quotes.walk import MEMORY, Walk

_Walk = Walk[Reading]


class German:
    """Implements `Tongue`."""

    def read(self, text: str, marked: Sequence[Marked]) -> list[Reading]:
        """The sentences of the article."""
        words = lexicon()
        return [Reading(sentence, words) for sentence in split(text, marked, words)]

    def judge(self, reading: Reading, index: int, text: str) -> Verdict:
        """What the stretch is taken for."""
        return judge(reading, index, text)

    # Quotes without marks.

    def reports(self, walk: _Walk, number: int, reading: Reading) -> list[Quote]:
        """The quotes without marks of a sentence."""
        made = [self._report(walk, number, reading, report) for report in self._all(reading)]
        if not made:
            made = self._headline(walk, number, reading) or self._pointed(walk, number, reading)
        return made or self._free(walk, number, reading)

    def _all(self, reading: Reading) -> list[Report]:
        return reading.reports or reported(reading)

    def _report(self, walk: _Walk, number: int, reading: Reading, report: Report) -> Quote:
        frame = report.frame
        speaker = reading.mention(frame.speaker) if frame else ()
        if not speaker and frame and frame.mode == "demnach" and number - walk.spoke <= MEMORY:
            speaker = walk.speaker
        if not speaker and frame and frame.mode == "noun":
            speaker = reading.mention(reading.speakers.topic(frame.cue[0]))
        parts = reading.sentence.covers(report.pieces)
        quote = walk.made(reading, parts, report.type, report.evidence, frame, speaker)
        if report.type == "reported":  # the whole sentence is the quote: its verb is no cue
            quote = replace(quote, cue=())
            walk.items[-1] = quote
        walk.remember(number, speaker)
        return quote

    def _headline(self, walk: _Walk, number: int, reading: Reading) -> list[Quote]:
        """The clause of "Meier: Die Steuern sinken" in a headline, with the colon as its cue."""
        if not walk.is_headline(number, reading):
            return []
        found = named_clause(reading)
        if found is None:
            return []
        frame = found.frame
        speaker = reading.mention(frame.speaker) if frame else ()
        parts = reading.sentence.covers(found.pieces)
        return [walk.made(reading, parts, "indirect", found.evidence, frame, speaker)]

    def _pointed(self, walk: _Walk, number: int, reading: Reading) -> list[Quote]:
        """The sentence before is the quote ("Das teilte die Polizei mit")."""
        frame = pointing(reading)
        if frame is None or number == 0 or walk.spoke == number - 1:
            return []
        before = walk.readings[number - 1].sentence
        if before.body_end < 4 or not before.ended:
            return []
        speaker = reading.mention(self._behind_verb(reading, frame))
        parts = before.covers([(0, before.body_end)])
        return [walk.made(reading, parts, "indirect", "pointed", frame, speaker)]

    def _behind_verb(self, reading: Reading, frame: Frame) -> Range | None:
        """The subject: "Das" before the verb is its object."""
        return reading.speakers.subject_behind(frame) or frame.speaker

    def _free(self, walk: _Walk, number: int, reading: Reading) -> list[Quote]:
        """A sentence in the subjunctive without a frame: the last speaker goes on."""
        chained = number - walk.spoke <= 1
        if not free_speech(reading, chained=chained):
            return []
        evidence = "free" if chained else "free-alone"
        last = self._last_free(walk, number)
        if last is not None:
            quote = self._grown(walk, last, reading)
        else:
            going_on = number - walk.spoke <= 1
            speaker = walk.speaker if going_on else self._earlier(walk, number)
            span = (reading.sentence.span,)
            quote = walk.made(reading, span, "indirect", evidence, None, speaker)
        walk.spoke = number
        return [quote]

    def _last_free(self, walk: _Walk, number: int) -> Quote | None:
        """The free quote that the sentence before belongs to."""
        before = walk.readings[number - 1].sentence.span if number else None
        for item in reversed(walk.items):
            if isinstance(item, Quote) and walk.evidence[item.id].startswith("free"):
                return item if before and item.parts[-1].end == before.end else None
        return None

    def _grown(self, walk: _Walk, quote: Quote, reading: Reading) -> Quote:
        """One sentence more; a new paragraph is a new part."""
        span = reading.sentence.span
        last = quote.parts[-1]
        if "\n" in walk.text[last.end : span.start]:
            parts = (*quote.parts, span)
        else:
            parts = (*quote.parts[:-1], Span(last.start, span.end))
        grown = replace(quote, parts=parts)
        walk.items[walk.items.index(quote)] = grown
        return grown

    # Stretches in marks.

    def speaker(
        self, walk: _Walk, number: int, verdict: Verdict, index: int
    ) -> tuple[Mention, ...]:
        """The frame's speaker, else what the sentence is about, else who spoke before."""
        frame = verdict.frame
        reading = walk.readings[number]
        if frame is not None and frame.speaker is not None:
            return reading.mention(frame.speaker)
        tokens = reading.sentence.tokens
        if sum(token.word for token in tokens) >= 3 and index > 0:
            topic = reading.speakers.topic(index)
            if topic is not None:
                return reading.mention(topic)
        return self._earlier(walk, number) if number - walk.spoke > 1 else walk.speaker

    def _earlier(self, walk: _Walk, number: int) -> tuple[Mention, ...]:
        """Who the sentence before is about, else who spoke a little earlier."""
        found = self._from_before(walk.readings[number - 1]) if number else ()
        return found or (walk.speaker if number - walk.spoke <= MEMORY else ())

    def _from_before(self, reading: Reading) -> tuple[Mention, ...]:
        for frame in reversed(reading.verbs):
            if frame.speaker is not None:
                return reading.mention(frame.speaker)
        return reading.mention(reading.speakers.topic(reading.sentence.body_end))
