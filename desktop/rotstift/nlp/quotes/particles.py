"""Frames without a verb: laut, nach … Angaben, zufolge, gemäß, so X, demnach, wonach."""

from collections.abc import Iterator

from rotstift.nlp.quotes.cues import Clause, Frame, Range
from rotstift.nlp.quotes.phrases import Phrases
from rotstift.nlp.quotes.sentences import Kind

_PERSONS = ("er", "sie", "dieser", "diese", "letzterer", "letztere")
_SAY = frozenset(("say",))


class Particles:
    """Finds the particle frames of one sentence."""

    def __init__(self, phrases: Phrases, parts: list[Clause], body_end: int) -> None:
        self.phrases = phrases
        self.words = phrases.words
        self.tokens = phrases.tokens
        self.clauses = parts
        self.body_end = body_end

    def frames(self) -> Iterator[Frame]:
        """In text order."""
        finders = {
            "laut": self._before_noun,
            "gemäß": self._before_noun,
            "nach": self._after_source,
            "zufolge": self._behind_noun,
            "so": self._so,
            "demnach": self._alone,
            "wonach": self._whereby,
        }
        for index, token in enumerate(self.tokens[: self.body_end]):
            find = finders.get(token.low)
            frame = find(index) if find else self._to_follow(index)
            if frame is not None:
                yield frame

    def _frame(
        self, mode: str, cue: tuple[int, ...], start: int, end: int, speaker: Range | None
    ) -> Frame:
        return Frame(_SAY, mode, cue, cue[0], start, end, speaker=speaker, mode=mode)

    def _before_noun(self, index: int) -> Frame | None:
        end = self._noun_end(index + 1)
        if end == index + 1:
            return None
        names = self.tokens[index + 1 : end]
        legal = any(
            token.low.endswith(("gesetz", "recht", "artikel", "paragraph")) for token in names
        )
        if self.tokens[index].low == "gemäß" and legal:
            return None
        return self._frame(self.tokens[index].low, (index,), index, end, (index + 1, end))

    def _noun_end(self, start: int) -> int:
        """End of the phrase; what a comma parts off counts only when the comma closes too."""
        return self.phrases.phrase(start, self.body_end, narrow=True)

    def _after_source(self, index: int) -> Frame | None:
        core = self.phrases.core(index + 1)
        if core == index + 1 or not self._source(index + 1, core):
            return self._meaning_after(index)
        end = self._noun_end(index + 1)
        return self._frame("nach", (index,), index, end, (index + 1, end))

    def _source(self, start: int, end: int) -> bool:
        return any(self.words.source(token.text) for token in self.tokens[start:end])

    def _meaning_after(self, index: int) -> Frame | None:
        """The particle behind its noun, as in "seiner Meinung nach"."""
        start = self.phrases.back(index, 0)
        after = self.phrases.core(index + 1)
        if start == index or after > index + 1 or not self._source(start, index):
            return None
        return self._frame("nach", (index,), start, index + 1, (start, index))

    def _behind_noun(self, index: int) -> Frame | None:
        start = self.phrases.back(index, 0)
        if start == index:
            return None
        return self._frame("zufolge", (index,), start, index + 1, (start, index))

    def _to_follow(self, index: int) -> Frame | None:
        if self.phrases.low(index) != "zu" or self.phrases.low(index + 1) != "folge":
            return None
        start = self.phrases.back(index, 0)
        if start == index:
            return None
        return self._frame("zufolge", (index, index + 1), start, index + 2, (start, index))

    def _so(self, index: int) -> Frame | None:
        """What ", so X" covers, up to a comma or the sentence's end."""
        if index == 0 or not (
            self.tokens[index - 1].sign(",–—(") or self.tokens[index - 1].kind is Kind.QUOTE
        ):
            return None
        end = self.phrases.phrase(index + 1, self.body_end)
        pronoun = self.words.has("pronoun", self.phrases.low(index + 1)) and end == index + 2
        if end == index + 1 or (pronoun and self.phrases.low(index + 1) not in _PERSONS):
            return None
        stop = self._adverbial(end)
        closed = (
            stop >= self.body_end
            or self.tokens[stop].sign(",:–—);")
            or (self.tokens[stop].kind is Kind.QUOTE)
        )
        return self._frame("so", (index,), index, stop, (index + 1, end)) if closed else None

    def _adverbial(self, at: int) -> int:
        """Over "am Freitag", "in einem Interview", "weiter" to where the frame ends."""
        for _ in range(4):
            low = self.phrases.low(at)
            if self.words.has("prep", low) and self.phrases.core(at + 1) > at + 1:
                at = self.phrases.phrase(at + 1, self.body_end)
            elif low and self.words.has("adverb", low):
                at += 1
        return at

    def _alone(self, index: int) -> Frame | None:
        return self._frame("demnach", (index,), index, index + 1, None)

    def _whereby(self, index: int) -> Frame | None:
        if index < 2 or not self.tokens[index - 1].sign(","):
            return None
        floor = max((part.start for part in self.clauses if part.end <= index - 1), default=0)
        start = self.phrases.back(index - 1, floor)
        speaker = (start, index - 1) if start < index - 1 else None
        return self._frame("wonach", (index,), index, index + 1, speaker)
