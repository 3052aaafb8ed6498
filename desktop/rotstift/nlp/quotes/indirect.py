"""What a frame reports without marks: which tokens of the sentence are the quote."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rotstift.nlp.quotes.cues import Clause, Frame, Range
from rotstift.nlp.quotes.phrases import Phrases
from rotstift.nlp.quotes.sentences import Kind, Sentence

_SPEAKING = frozenset(("say", "think", "demand"))
_NAMING = ("nennen", "bezeichnen", "sehen", "zeigen", "beschreiben")
_REASONS = ("weil", "da", "obwohl", "nachdem", "als", "damit", "während", "um", "wobei", "indem")
_QUESTIONS = ("ob", "warum", "weshalb", "wieso", "wann", "wer", "wie", "was", "inwieweit")
_CLAUSE_LIMIT = 3
"""Clauses between the verb and its dass-clause at most."""


@dataclass(frozen=True, slots=True)
class Report:
    """An indirect or reported quote, in token indices of its sentence."""

    pieces: tuple[Range, ...]
    frame: Frame | None
    evidence: str
    """The row of the score table that it falls under."""
    type: str = "indirect"


class Reports:
    """Finds the reports of one sentence."""

    def __init__(self, sentence: Sentence, phrases: Phrases, parts: list[Clause]) -> None:
        self.phrases = phrases
        self.words = phrases.words
        self.tokens = sentence.tokens
        self.body_end = sentence.body_end
        self.clauses = parts

    def find(self, verbs: Sequence[Frame], particles: Sequence[Frame]) -> list[Report]:
        """Reports that do not stand in one another; verbs before particles."""
        found: list[Report] = []
        for frame in verbs:
            report = self._of_verb(frame)
            if report is not None and not self._clashes(report, found):
                found.append(report)
        for report in self._of_nouns():
            if not self._clashes(report, found):
                found.append(report)
        for frame in particles:
            report = self._of_particle(frame)
            if report is not None and not self._clashes(report, found):
                found.append(report)
        return found

    def _clashes(self, report: Report, found: Sequence[Report]) -> bool:
        cue = report.frame.cue[0] if report.frame else -1
        for other in found:
            if any(start <= cue < end for start, end in other.pieces):
                return True
            if any(a < d and c < b for a, b in report.pieces for c, d in other.pieces):
                return True
        return False

    def _of_verb(self, frame: Frame) -> Report | None:
        if not frame.kinds & _SPEAKING and "judge" not in frame.kinds:
            return None
        if self.tokens[frame.verb].low in self.words.konj:
            return (
                None  # the report itself is reported: the whole sentence goes on somebody's words
            )
        if frame.final and self.tokens[frame.start].low == "wie":
            if frame.lemma in _NAMING or (frame.passive and "say" not in frame.kinds):
                return None
            return self._made(frame, "wie", self.outside(frame.start, frame.end))
        return self._after(frame) or self._before(frame)

    def _made(self, frame: Frame | None, evidence: str, pieces: Sequence[Range]) -> Report | None:
        trimmed = [piece for piece in map(self.trimmed, pieces) if piece is not None]
        plain = sum(token.word for start, end in trimmed for token in self.tokens[start:end])
        if plain < 2 or not trimmed:
            return None
        return Report(tuple(trimmed), frame, evidence)

    def trimmed(self, piece: Range) -> Range | None:
        """The range without signs at its edges; None when nothing is left."""
        start, end = piece
        for index in range(start + 1, end):
            if self.tokens[index].kind is Kind.QUOTE and self.tokens[index - 1].sign(":"):
                end = index - 1
                break
        while start < end and self.tokens[start].sign(",;:–—.)|"):
            start += 1
        while end > start and self.tokens[end - 1].sign(",;:–—.!?…(|"):
            end -= 1
        return (start, end) if start < end else None

    def outside(self, start: int, end: int) -> list[Range]:
        """What the range leaves of the sentence."""
        return [(0, start), (end, self.body_end)]

    def _after(self, frame: Frame) -> Report | None:
        end = frame.end
        if end >= self.body_end:
            return None
        if self.tokens[end].sign(":"):
            return self._colon(frame, end)
        if not self.tokens[end].sign(",–—)"):
            return None
        return (
            self._quoted_clause(frame, end)
            or self._subordinate(frame, end)
            or self._main(frame, end)
        )

    def _quoted_clause(self, frame: Frame, end: int) -> Report | None:
        """A clause that is wholly in marks (", „die Truppen abzuziehen“ und …")."""
        first = self.tokens[end + 1] if end + 1 < self.body_end else None
        if first is None or first.kind is not Kind.QUOTE or not first.head[:1].islower():
            return None
        if "demand" not in frame.kinds or not first.tail.endswith("n"):
            return None
        piece = (end + 1, self._close(end + 1))
        return Report((piece,), frame, "quoted-clause")

    def _colon(self, frame: Frame, end: int) -> Report | None:
        """An active verb with its speaker ("erklärte knapp: Mehr Geld gebe es nicht")."""
        quoted = self.tokens[min(end + 1, self.body_end - 1)].kind is Kind.QUOTE
        if quoted or frame.passive or frame.speaker is None or "say" not in frame.kinds:
            return None
        if not any(self._helper(token.low) or not token.cap for token in self.tokens[end + 1 :]):
            return None
        name = "colon-konj" if self.subjunctive(end + 1, self.body_end, two=True) else "colon"
        return self._made(frame, name, [(end + 1, self.body_end)])

    def _subordinate(self, frame: Frame, end: int) -> Report | None:
        """A dass-clause, an indirect question or an infinitive, at most a few clauses further on."""
        later = [clause for clause in self.clauses if clause.start > end]
        for number, clause in enumerate(later[:_CLAUSE_LIMIT]):
            name = self._opening(clause, frame, first=number == 0)
            if name is not None:
                return self._made(frame, name, [(clause.start, self._close(clause.start))])
            if not self._relative(clause) and self._has_verb(clause):
                break
        return None

    def _opening(self, clause: Clause, frame: Frame, *, first: bool) -> str | None:
        opener = self._opener(clause)
        if opener in ("dass", "daß"):
            return "dass"
        if opener in _QUESTIONS and first and frame.kinds & {"say", "think"}:
            return "ob" if opener == "ob" else "question"
        if first and not frame.first and self._infinitive(clause):
            return "infinitive" if "demand" in frame.kinds else "infinitive-other"
        return None

    def _has_verb(self, clause: Clause) -> bool:
        return any(
            self._helper(token.low) or token.low in self.words.finite
            for token in self.tokens[clause.start : clause.end]
            if not token.cap
        )

    def _opener(self, clause: Clause) -> str:
        at = clause.start
        while at < clause.end - 1 and (
            self.words.has("coord", self.tokens[at].low) or self.tokens[at].low in ("auch", "nur")
        ):
            at += 1
        return self.tokens[at].low

    def _close(self, start: int) -> int:
        """Where what was said ends: before the main verb, else with the sentence."""
        for clause in self.clauses:
            if clause.start <= start or not self.tokens[clause.start - 1].sign(",–—"):
                continue
            first = self.tokens[clause.start]
            if self._resumes(first.low) and not first.cap and start > 2:
                return clause.start - 1
        return self.body_end

    def _resumes(self, low: str) -> bool:
        """A finite verb at a clause's start takes up the sentence around a subordinate clause."""
        return (
            low.endswith("te")
            or self._helper(low)
            or (low in self.words.finite and low not in self.words.infinitives)
        )

    def _infinitive(self, clause: Clause) -> bool:
        if (
            self.words.has("subord", self.tokens[clause.start].low)
            or self.tokens[clause.start].low == "um"
        ):
            return False
        end = min(clause.end, self.body_end)
        for index in range(clause.start + 1, end):
            if (
                self.tokens[index - 1].low == "zu"
                and self.tokens[index].low.endswith("n")
                and (not self.tokens[index].cap and index >= end - 2)
            ):
                return True
        last = self.tokens[end - 1]
        return not last.cap and self.words.inner_zu.fullmatch(last.low) is not None

    def _main(self, frame: Frame, end: int) -> Report | None:
        """A clause that could stand alone, in the subjunctive or with its verb second."""
        after = next((clause for clause in self.clauses if clause.start > end), None)
        if after is None or not frame.kinds & _SPEAKING:
            return None
        piece = (after.start, self.body_end)
        if frame.first and self._said_before(frame):
            return None
        if self._relative(after) or self.tokens[after.start].low in _REASONS:
            return None
        if frame.final and not self.words.has("relative", self.tokens[frame.start].low):
            return None
        if self.subjunctive(*piece, two=True):
            return self._made(frame, "subjunctive", [piece])
        active = not frame.passive and frame.speaker is not None and frame.cue[0] == frame.verb
        if active and self._verb_second(after) and frame.kinds & {"say", "think"}:
            return self._made(frame, "clause", [piece])
        return None

    def _relative(self, clause: Clause) -> bool:
        start = clause.start
        if self.words.has("prep", self.tokens[start].low):
            start += 1
        if not self.words.has("relative", self.phrases.low(start)):
            return False
        if self.phrases.core(start) > start:
            konj = self.subjunctive(start, clause.end, two=True)
            return self._last_finite(clause) and not konj
        if self._last_finite(clause):
            return True
        inner = self.tokens[start + 1 : clause.end]
        return not any(self._helper(token.low) for token in inner if not token.cap)

    def _last_finite(self, clause: Clause) -> bool:
        low = self.tokens[clause.end - 1].low
        return self._helper(low)

    def _helper(self, low: str) -> bool:
        tags = ("aux_have", "aux_be", "aux_become", "modal")
        return low in self.words.konj or any(self.words.has(tag, low) for tag in tags)

    def _verb_second(self, clause: Clause) -> bool:
        if any(self.words.has(tag, self.tokens[clause.start].low) for tag in ("subord", "coord")):
            return False
        at = self.phrases.phrase(clause.start, clause.end, wide=True)
        at = max(at, clause.start + 1)
        return at < clause.end - 1 and self._helper(self.tokens[at].low)

    def subjunctive(self, start: int, end: int, *, two: bool) -> bool:
        """True when a finite verb between the positions is in the subjunctive.

        `two` takes the past subjunctive ("hätte") for one too.
        """
        least = 2 if two else 1
        return any(0 < kind <= least for kind in self._subjunctives[start:end])

    @cached_property
    def _subjunctives(self) -> list[int]:
        """For each token 1 for the present, 2 for the past subjunctive, 0 for neither."""
        return [self._form(index) for index in range(len(self.tokens))]

    def _form(self, index: int) -> int:
        token = self.tokens[index]
        form = (
            1 if token.low in self.words.konj else 2 if self.words.has("konj_two", token.low) else 0
        )
        return 0 if not form or token.cap or self._exception(index) else form

    def _exception(self, index: int) -> bool:
        """No report: "es sei denn", "sei es", "ich habe"."""
        before, after = self.phrases.low(index - 1), self.phrases.low(index + 1)
        return (
            after == "denn"
            or "ich" in (before, after)
            or (self.phrases.low(index) == "sei" and after == "es" and before in (",", ""))
        )

    def _said_before(self, frame: Frame) -> bool:
        return frame.start > 2 and self.tokens[frame.start - 1].sign(",–—")

    def _before(self, frame: Frame) -> Report | None:
        """Everything before, and what goes on behind the frame ("…, sagte sie")."""
        if not frame.first or not self._said_before(frame) or not frame.kinds & _SPEAKING:
            return None
        if (frame.passive and frame.lemma != "zitieren") or frame.speaker is None:
            return None
        before = (0, frame.start - 1)
        konj = self.subjunctive(*before, two=True)
        if not konj and (self._condition(before) or not frame.kinds & {"say", "think"}):
            return None
        pieces = [before]
        end = frame.end
        if end < self.body_end and self.tokens[end].sign(",–—"):
            after = next((clause for clause in self.clauses if clause.start > end), None)
            if after is not None and not self._relative(after) and self._has_verb(after):
                pieces.append((end + 1, self.body_end))
        return self._made(frame, "before-konj" if konj else "before", pieces)

    def _condition(self, piece: Range) -> bool:
        """No main clause: it begins like "wenn …", or has no verb that could be its own."""
        low = self.tokens[piece[0]].low
        if any(self.words.has(tag, low) for tag in ("subord", "content", "prep")):
            return True
        return not any(
            self._helper(token.low) for token in self.tokens[slice(*piece)] if not token.cap
        )

    def _of_nouns(self) -> list[Report]:
        """A noun that says what the clause is ("die Behauptung der Polizei, dass …")."""
        reports: list[Report] = []
        for clause in self.clauses:
            if clause.start < 2 or not self.tokens[clause.start - 1].sign(","):
                continue
            if self._opener(clause) not in ("dass", "daß", "ob"):
                continue
            frame = self._noun_frame(clause.start - 1)
            if frame is not None:
                report = self._made(frame, "noun", [(clause.start, self._close(clause.start))])
                reports += [report] if report else []
        return reports

    def _noun_frame(self, stop: int) -> Frame | None:
        """The cue noun whose phrase ends at the comma; what follows it there is the speaker."""
        floor = max((part.start for part in self.clauses if part.start < stop), default=0)
        for index in range(stop - 1, floor - 1, -1):
            if self.tokens[index].text not in self.words.cue_nouns:
                continue
            speaker = None
            if self.words.has("det_gen", self.phrases.low(index + 1)) or (
                self.phrases.low(index + 1) in ("von", "vom")
            ):
                begin = index + 1 + (self.phrases.low(index + 1) in ("von", "vom"))
                end = self.phrases.phrase(begin, stop)
                speaker = (begin, end) if end > begin else None
            if speaker is None and stop - index > 3:
                return None
            return Frame(
                frozenset(("say",)),
                "noun",
                (index,),
                index,
                index,
                stop,
                speaker=speaker,
                mode="noun",
            )
        return None

    def _of_particle(self, frame: Frame) -> Report | None:
        if frame.mode == "wonach":
            return self._made(frame, "wonach", [(frame.end, self._close(frame.end))])
        low, high = self.scope(frame)
        return self._made(frame, frame.mode, [(low, frame.start), (self._behind(frame), high)])

    def _behind(self, frame: Frame) -> int:
        """The frame's end, over a relative clause that hangs on it."""
        end = frame.end
        if end >= self.body_end or not self.tokens[end].sign(","):
            return end
        number = next((n for n, c in enumerate(self.clauses) if c.start == end + 1), None)
        if number is None or number + 1 >= len(self.clauses):
            return end
        main = self.clauses[number + 1]
        if self._relative(self.clauses[number]) and not self.tokens[main.start].cap:
            return main.start
        return end

    def scope(self, frame: Frame) -> Range:
        """The sentence; the clause alone where the particle stands in a subordinate one."""
        own = next((c for c in self.clauses if c.start <= frame.start < c.end), None)
        if own is None or own.start in (frame.start, 0):
            return 0, self.body_end
        low = self.tokens[own.start].low
        bare = self.words.has("relative", low) and self.phrases.core(own.start) == own.start
        if bare:
            return own.start, self._close(own.start)
        if self.words.has("subord", low) or self.words.has("content", low):
            return own.start + 1, self._close(own.start)
        return 0, self.body_end
