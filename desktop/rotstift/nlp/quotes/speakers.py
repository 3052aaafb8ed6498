"""Who speaks in a verb frame, to whom, and through whom: the roles of a cue verb by word order."""

from dataclasses import replace

from rotstift.nlp.quotes.cues import Clause, Frame, Range
from rotstift.nlp.quotes.phrases import Phrases
from rotstift.nlp.quotes.sentences import Kind

_DOCUMENT_PREPS = ("in", "im", "aus", "auf", "bei", "beim")
_AGENT_PREPS = ("von", "vom", "durch", "seitens")
_TOLD = frozenset(("auffordern", "aufrufen", "vorwerfen", "beschuldigen", "bezichtigen", "bitten",
    "beauftragen", "ersuchen", "anklagen", "drängen", "befehlen", "raten", "fragen"))  # fmt: skip


class Speakers:
    """Fills the roles of the frames of one sentence."""

    def __init__(self, phrases: Phrases, parts: list[Clause]) -> None:
        self.phrases = phrases
        self.words = phrases.words
        self.tokens = phrases.tokens
        self.clauses = parts

    def fill(self, frame: Frame) -> Frame:
        """The frame with the roles that can be found; without them where nothing fits."""
        subject = self._subject(frame)
        if frame.lemma == "heißen" and self.phrases.low(frame.cue[-1] + 1) == "es":
            frame = replace(frame, cue=(*frame.cue, frame.cue[-1] + 1))
        if frame.lemma == "zitieren":
            return self._cited(frame, subject)
        if frame.passive:
            return self._passive(frame, subject)
        if subject is None or self._is_es(subject):
            return replace(frame, speaker=self._document(frame))
        if frame.lemma == "hervorgehen":
            return replace(frame, speaker=self._document(frame) or subject)
        told = self._addressee(frame, subject)
        frame = self._widened(frame, subject)
        if told is None:
            return replace(frame, speaker=subject)
        return replace(frame, speaker=subject, addressee=told)

    def _widened(self, frame: Frame, subject: Range) -> Frame:
        return replace(frame, start=min(frame.start, subject[0]), end=max(frame.end, subject[1]))

    def _is_es(self, subject: Range) -> bool:
        return self.tokens[subject[0]].low in ("es", "dies", "das") and subject[1] - subject[0] == 1

    def _passive(self, frame: Frame, subject: Range | None) -> Frame:
        told = subject if frame.lemma in _TOLD else None
        if told is not None and self._is_es(told):
            told = None
        speaker = self._after_prep(frame, _AGENT_PREPS) or self._darin(frame)
        return replace(frame, speaker=speaker, addressee=told)

    def _darin(self, frame: Frame) -> Range | None:
        for index in range(frame.start, frame.end):
            if self.tokens[index].low in ("darin", "hierin"):
                return index, index + 1
        return None

    def _cited(self, frame: Frame, subject: Range | None) -> Frame:
        """The object of "zitieren" speaks; its subject is where that was published."""
        if subject is None:
            return frame
        if frame.passive:
            via = self._after_prep(frame, (*_AGENT_PREPS, *_DOCUMENT_PREPS))
            return replace(frame, speaker=subject, via=via)
        cited = self._object(subject, frame)
        if cited is None:
            subject, cited = self._parted(subject)
        if cited is None:
            return replace(frame, via=subject)
        return replace(frame, speaker=cited, via=subject)

    def _object(self, subject: Range, frame: Frame) -> Range | None:
        at = max(subject[1], frame.verb + 1)
        while at < frame.end and self.words.has("adverb", self.tokens[at].low):
            at += 1
        end = self.phrases.phrase(at, frame.end)
        return (at, end) if end > at and not self.words.has("prep", self.tokens[at].low) else None

    def _parted(self, subject: Range) -> tuple[Range, Range | None]:
        """Subject and object side by side part after the medium's name ("der Sender RTV Meier")."""
        start, end = subject
        for index in range(start, end - 1):
            token = self.tokens[index]
            if token.kind is Kind.QUOTE or "." in token.text:
                return (start, index + 1), (index + 1, end)
            if self.words.ends_like("medium", token.text):
                cut = min(index + 2, end - 1)
                return (start, cut), (cut, end)
        return subject, None

    def subject_behind(self, frame: Frame) -> Range | None:
        """The subject after the verb, whatever stands before it."""
        return self._after(frame.verb + 1, frame)

    def topic(self, stop: int) -> Range | None:
        """What a sentence without a cue is about: its first phrase outside prepositions."""
        at = self._skipped(0, stop)
        if at < stop and self.words.has("prep", self.tokens[at].low):
            at = max(at + 1, self.phrases.phrase(at + 1, stop))
            at += at < stop and not self.tokens[at].cap
            at = self._skipped(at, stop)
        elif at < stop and self.phrases.phrase(at, stop) == at:
            at += 1
        end = self.phrases.phrase(at, stop, wide=True) if at < stop else at
        return (at, end) if end > at else None

    def guess(self, index: int) -> Frame | None:
        """A verb after a quote that no table knows: "„…“, erinnerte sich Meier"."""
        clause = next((part for part in self.clauses if part.start == index), None)
        if clause is None or not self.tokens[index].low.endswith(("te", "t", "ten", "b", "ß", "g")):
            return None
        cue = (index,)
        frame = Frame(
            frozenset(("say",)), self.tokens[index].low, cue, index, index, clause.end, first=True
        )
        filled = self.fill(frame)
        return filled if filled.speaker and not self.tokens[index].cap else None

    def _subject(self, frame: Frame) -> Range | None:
        if frame.final:
            return self._inside(frame)
        found = self._whole_before(frame) if frame.first else self._in_front(frame)
        if found is not None:
            return found
        found = self._after(frame.verb + 1, frame)
        if found is None and frame.first:
            return self._across_comma(frame)
        return found

    def _inside(self, frame: Frame) -> Range | None:
        """Verb last: the first phrase of the clause; in a relative clause what it belongs to."""
        at = frame.start + 1
        if self.tokens[frame.start].low == "wie" and frame.verb == at:
            return self._after(at + 1, frame)
        found = self._after(at, frame, stop=frame.cue[0])
        if found is None and self.words.has("relative", self.tokens[frame.start].low):
            return self._across_comma(frame)
        return found

    def _in_front(self, frame: Frame) -> Range | None:
        at = self._skipped(frame.start, frame.verb)
        if at >= frame.verb or self.words.has("prep", self.tokens[at].low):
            return None
        end = self.phrases.phrase(at, frame.verb, wide=True)
        if end == at or self._dative(at) or self.phrases.temporal(at, end):
            return None
        if self.phrases.low(frame.verb + 1) in ("er", "man", "ich", "wir"):
            return None  # "Den Bürgern versprach er": what stands in front is no subject
        return self._with_clauses_before(at, frame.start), end

    def _with_clauses_before(self, at: int, start: int) -> int:
        """Start of an enumeration or apposition that the phrase closes: "A, B und C erklärten"."""
        for clause in self.clauses:
            if clause.end >= at:
                break
            begin = self._skipped(clause.start, clause.end)
            if self.phrases.phrase(begin, start, wide=True) >= start - 1 > begin and at == start:
                return begin
        return at

    def _skipped(self, at: int, stop: int) -> int:
        while (
            at < stop
            and self.phrases.core(at) == at
            and (
                self.words.has("coord", self.tokens[at].low)
                or self.words.has("adverb", self.tokens[at].low)
                or not self.tokens[at].word
            )
        ):
            at += 1
        return at

    def _dative(self, at: int) -> bool:
        return self.tokens[at].low in ("dem", "einem", "ihm", "ihnen", "diesem")

    def _after(self, at: int, frame: Frame, stop: int | None = None) -> Range | None:
        """The first phrase that can be a subject; adverbs and prepositional phrases are passed over."""
        stop = self._reach(frame.end) if stop is None else stop
        while at < stop:
            low = self.tokens[at].low
            core = self.phrases.core(at)
            if self.words.has("prep", low):
                at = max(at + 1, self.phrases.phrase(at + 1, stop))
            elif core > at and (self._dative(at) or low == "den"):
                at = self.phrases.phrase(at, stop)
            elif core > at and (
                self._told_first(at, core, stop) or self.phrases.temporal(at, core)
            ):
                at = core
            elif core > at or self.words.has("pronoun", low):
                return at, self.phrases.phrase(at, stop)
            else:
                at += 1
                if not (self.words.has("adverb", low) or low in ("sich", "dass")):
                    return None if at > frame.verb + 4 else self._after(at, frame, stop)
        return None

    def _told_first(self, at: int, core: int, stop: int) -> bool:
        """A medium in the dative before the subject ("sagte der dpa ein Sprecher")."""
        told = self.tokens[at].low == "der" and self.phrases.is_medium(at, core)
        return told and core < stop and self.phrases.core(core) > core

    def _reach(self, end: int) -> int:
        """The frame's end, or the next colon, dass or stretch in marks behind appositions."""
        at = end
        while at < len(self.tokens) and self.tokens[at].sign(",()"):
            nxt = at + 1
            if self.tokens[at].sign(")") and self.phrases.low(nxt) != ",":
                return nxt if at > end else at
            nxt += self.tokens[at].sign(")")
            if self.words.has("content", self.phrases.low(nxt)) or (
                self.words.has("relative", self.phrases.low(nxt)) and self.phrases.core(nxt) == nxt
            ):
                break
            clause = next((part for part in self.clauses if part.start == nxt), None)
            if clause is None or self.phrases.phrase(nxt, clause.end, wide=True) != clause.end:
                break
            at = clause.end
        return at

    def _whole_before(self, frame: Frame) -> Range | None:
        """All before the verb is one phrase ("Eva Klein, Sprecherin der Bahn, begrüßte …")."""
        stop = frame.start - 1
        if stop < 2 or not self.tokens[stop].sign(",") or self.tokens[0].kind is Kind.QUOTE:
            return None
        begin = self._skipped(0, stop)
        end = self.phrases.phrase(begin, stop, wide=True)
        inner = any(token.sign(",") for token in self.tokens[begin:stop])
        return (begin, stop) if end == stop and inner else None

    def _across_comma(self, frame: Frame) -> Range | None:
        """The phrase before the comma, over an apposition or relative clause ("X, Sprecher von Y, sagte")."""
        stop = frame.start - 1
        if stop < 1 or not self.tokens[stop].sign(",)–—"):
            return None
        earlier = [clause for clause in self.clauses if clause.end <= stop]
        while earlier and self._is_relative(earlier[-1]):
            stop = earlier[-1].start - 1
            earlier.pop()
        stop += self.tokens[stop].sign(")")
        for clause in earlier:
            begin = self._skipped(clause.start, clause.end)
            if begin < stop and self.phrases.phrase(begin, stop, wide=True) == stop:
                return begin, stop
        if not earlier:
            return None
        begin = self.phrases.back(stop, earlier[-1].start)
        return (begin, stop) if begin < stop else None

    def _is_relative(self, clause: Clause) -> bool:
        start = clause.start
        return (
            self.words.has("relative", self.tokens[start].low) and self.phrases.core(start) == start
        )

    def _addressee(self, frame: Frame, subject: Range) -> Range | None:
        """The X of "gegenüber X", "dem X", "im Gespräch mit X" in the verb's clause."""
        stop = max(frame.end, subject[1])
        for index in range(frame.start, stop):
            low = self.tokens[index].low
            end = self.phrases.phrase(index + 1, stop)
            if low == "gegenüber" and end > index + 1:
                return index + 1, end
            if self.words.noun("talk", self.tokens[index].text):
                start = index + 1 + (self.phrases.low(index + 1) == "mit")
                end = self.phrases.core(start)
                if end > start and self.phrases.low(start) != "am":
                    return start, end
        return self._dative_object(frame, subject, stop)

    def _dative_object(self, frame: Frame, subject: Range, stop: int) -> Range | None:
        for at in (subject[1], frame.verb + 1):
            if at >= stop or not frame.verb < at:
                continue
            low = self.tokens[at].low
            core = self.phrases.core(at)
            dative = low in ("dem", "einem", "den") or (
                low in ("der", "einer") and self.phrases.is_medium(at, core)
            )
            if dative and core > at:
                return at, self.phrases.phrase(at, stop)
        return None

    def _document(self, frame: Frame) -> Range | None:
        return self._after_prep(frame, _DOCUMENT_PREPS) or self._darin(frame)

    def _after_prep(self, frame: Frame, prepositions: tuple[str, ...]) -> Range | None:
        stop = self._reach(frame.end)
        for index in range(frame.start, stop):
            if self.tokens[index].low in prepositions:
                end = self.phrases.phrase(index + 1, stop)
                temporal = any(
                    self.words.noun("temporal", token.text)
                    and not self.words.noun("talk", token.text)
                    for token in self.tokens[index + 1 : end]
                )
                if end > index + 1 and not temporal:
                    return index + 1, end
        return None
