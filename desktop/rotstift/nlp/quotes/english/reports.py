"""What an English frame reports without marks: which tokens of the sentence are the quote."""

from collections.abc import Sequence

from rotstift.nlp.quotes.cues import Frame, Range
from rotstift.nlp.quotes.english.frames import Cues
from rotstift.nlp.quotes.indirect import Report
from rotstift.nlp.quotes.sentences import Kind, Sentence

_SPEAKING = frozenset(("say", "bare", "think", "tell", "ask", "demand"))
DATELINE = 8
"""Tokens within which a dash ends a dateline ("GLASGOW (PA) - ")."""


class Reports:
    """Finds the reports of one sentence."""

    def __init__(self, sentence: Sentence, cues: Cues, frames: Sequence[Frame]) -> None:
        self.cues = cues
        self.phrases = cues.phrases
        self.words = cues.words
        self.tokens = sentence.tokens
        self.body_end = sentence.body_end
        self.frames = frames

    def find(self) -> list[Report]:
        """Reports that do not stand in one another, in the order of their frames."""
        found: list[Report] = []
        for frame in self.frames:
            report = self._report(frame)
            if report is not None and not any(_clash(report, other) for other in found):
                found.append(report)
        return found

    def _report(self, frame: Frame) -> Report | None:
        if frame.mode == "source":
            return self._around(frame)
        if not frame.kinds & _SPEAKING:
            return None
        return (None if frame.first else self._after(frame)) or self._before(frame)

    def _made(self, frame: Frame, evidence: str, pieces: Sequence[Range]) -> Report | None:
        trimmed = [piece for piece in map(self._trimmed, pieces) if piece[0] < piece[1]]
        plain = sum(token.word for start, end in trimmed for token in self.tokens[start:end])
        return Report(tuple(trimmed), frame, evidence) if plain >= 2 else None

    def _trimmed(self, piece: Range) -> Range:
        start, end = piece
        for index in range(start + 1, end):
            if self.tokens[index].kind is Kind.QUOTE and self.tokens[index - 1].sign(":"):
                end = index - 1
                break
        while start < end and self.tokens[start].sign(",;:–—-.)|"):
            start += 1
        while end > start and self.tokens[end - 1].sign(",;:–—-.!?…(|"):
            end -= 1
        return start, end

    def _opening(self) -> int:
        """Behind a dateline."""
        for index, token in enumerate(self.tokens[:DATELINE]):
            if token.sign("-–—") and self.tokens[0].text.isupper():
                return index + 1
        return 0

    # Behind the verb.

    def _after(self, frame: Frame) -> Report | None:
        at = self.cues.behind(frame)
        for place in dict.fromkeys((at, max(at, frame.end))):
            low = self.phrases.low(place)
            if low == "that" and not frame.kinds <= {"demand"}:
                return self._made(frame, "en-that", [(place, self._close(frame, place))])
            if self._asks(frame, place):
                return self._made(frame, "en-question", [(place, self._close(frame, place))])
        infinitive = self._infinitive(frame, at)
        if infinitive is not None:
            return infinitive
        if "bare" in frame.kinds:
            return self._bare(frame, at) or self._bare(frame, max(at, frame.end))
        return None

    def _asks(self, frame: Frame, place: int) -> bool:
        """An indirect question; after a noun "who" and "which" belong to the noun."""
        low = self.phrases.low(place)
        noun = frame.addressee is not None and low in ("who", "whom", "which", "whose")
        return (
            self.phrases.is_("question", place)
            and not noun
            and (low != "if" or "ask" in frame.kinds)
        )

    def _infinitive(self, frame: Frame, at: int) -> Report | None:
        to = at if self.phrases.low(at) == "to" else at + 1
        if "demand" not in frame.kinds or self.phrases.low(to) != "to":
            return None
        if to != at and not self.phrases.is_("negation", at):
            return None
        if self.phrases.name(to + 1) or self.phrases.core(to + 1, to + 2) == to + 1:
            return None
        return self._made(frame, "en-to", [(at, self._close(frame, at))])

    def _bare(self, frame: Frame, at: int) -> Report | None:
        """A clause without "that": a phrase that a verb follows."""
        if at >= self.body_end or not self.tokens[at].word:
            return None
        low = self.phrases.low(at).replace("’", "'")
        shortened = "'" in low and self.words.has("pronoun", low.split("'")[0])
        end = self.phrases.phrase(at, self.body_end)
        there = low == "there" and self.words.verb(self.phrases.low(at + 1))
        full = end > at and self.words.verb(self.phrases.low(self._past_adverbs(end)))
        if not (shortened or there or full):
            return None
        return self._made(frame, "en-clause", [(at, self._close(frame, at))])

    def _past_adverbs(self, at: int) -> int:
        while at < self.body_end and self.words.adverb(self.phrases.low(at)):
            at += 1
        return at

    def _close(self, frame: Frame, start: int) -> int:
        """The sentence's end, or where another speaker or a semicolon cuts in."""
        later = {other.start for other in self.frames if other is not frame}
        for index in range(start + 1, self.body_end):
            cut = index in later and self.tokens[index - 1].sign(",–—")
            if cut or self.tokens[index].sign(";"):
                return index
        return self.body_end

    # Around and before.

    def _around(self, frame: Frame) -> Report | None:
        before = self.tokens[frame.start - 1] if frame.start else None
        if before and (before.kind is Kind.QUOTE or self._quoted_before(frame)):
            return None
        pieces = [(self._opening(), frame.start), (frame.end, self.body_end)]
        name = "en-according" if frame.lemma == "according" else "en-put"
        if frame.end < self.body_end and self.tokens[frame.end].word and before:
            pieces.pop()  # "…, according to Rowe who …": nobody knows where it goes on
        return self._made(frame, name, pieces)

    def _quoted_before(self, frame: Frame) -> bool:
        last = self.tokens[frame.start - 2] if frame.start > 1 else None
        sign = self.tokens[frame.start - 1].sign(",–—")
        return bool(sign and last and last.kind is Kind.QUOTE and self._whole(frame.start - 2))

    def _whole(self, index: int) -> bool:
        """The stretch has the clause for itself: what stands before it is a sign, or nothing."""
        return index == 0 or not self.tokens[index - 1].word

    def _before(self, frame: Frame) -> Report | None:
        """Everything before, and what goes on behind ("She is hoping, she says, for rain")."""
        begin = self._opening()
        if not frame.kinds & {"bare", "ask", "say"} or frame.start - begin < 3:
            return None
        if not self.tokens[frame.start - 1].sign(",–—") or self._quoted_before(frame):
            return None
        goes_on = frame.end < self.body_end and self.tokens[frame.end].sign(",–—")
        if frame.end < self.body_end and not goes_on:
            return None
        if not self._has_verb(range(begin, frame.start - 1)):
            return None
        if self.phrases.is_("subordinator", begin) and not goes_on:
            return None
        pieces = [(begin, frame.start - 1)]
        rest = range(frame.end + 1, self.body_end)
        if goes_on and (not frame.first or self._has_verb(rest)):
            pieces.append((frame.end + 1, self.body_end))
        return self._made(frame, "en-before", pieces)

    def _has_verb(self, piece: range) -> bool:
        return any(self.words.verb(self.phrases.low(index)) for index in piece)


def _clash(report: Report, other: Report) -> bool:
    cue = report.frame.cue[0] if report.frame else -1
    if any(start <= cue < end for start, end in other.pieces):
        return True
    return any(a < d and c < b for a, b in report.pieces for c, d in other.pieces)
