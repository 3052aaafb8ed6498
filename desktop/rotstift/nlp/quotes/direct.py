"""Stretches in marks: is it a quote, a fragment or none, and which frame goes with it."""

from dataclasses import dataclass

from rotstift.model.items import Reason
from rotstift.nlp.quotes.cues import Frame
from rotstift.nlp.quotes.reading import Reading
from rotstift.nlp.quotes.sentences import Token

LONG = 7
"""Words from which a stretch is nearly always a quote."""
_ATTITUDE = frozenset(("say", "judge", "think", "demand", "attitude", "cite"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a stretch in marks is taken for."""

    evidence: str
    """The row of the score table."""
    frame: Frame | None = None
    fragment: bool = False
    reason: Reason = Reason.SCARE
    """Given when the evidence says that it is no quote."""


def judge(reading: Reading, index: int, text: str) -> Verdict:
    """The verdict on the stretch at a token index; the score table decides whether it is a quote."""
    token = reading.sentence.tokens[index]
    frame, beside = _frame_beside(reading, index)
    if beside and (token.size >= 3 or token.ends or beside == "intro"):
        return Verdict(beside, frame)
    if token.size >= LONG or (token.ends and token.size >= 2):
        return Verdict("long" if frame else "long-alone", frame)
    return _short(reading, index, text, frame)


def _frame_beside(reading: Reading, index: int) -> tuple[Frame | None, str]:
    """The frame that introduces or follows the stretch ("intro", "outro"), else any of its sentence."""
    tokens = reading.sentence.tokens
    frames = (*reading.verbs, *reading.particles)
    colon = index > 0 and tokens[index - 1].sign(":")
    fits = [frame for frame in frames if colon and frame.end in (index - 1, index)]
    if fits:
        return fits[0], "intro"
    for frame in frames:
        inverted = frame.first or frame.mode == "so" or frame.final
        if inverted and frame.start - index in (1, 2):
            return frame, "outro"
    if colon:
        return _before_colon(reading, index), "intro"
    if index + 2 < len(tokens) and tokens[index + 1].sign(",–—"):
        guessed = reading.speakers.guess(index + 2)
        if guessed is not None:
            return guessed, "outro"
    return _nearest(reading, index), ""


def _before_colon(reading: Reading, index: int) -> Frame | None:
    """No cue before the colon: any frame of the sentence, else what the sentence is about speaks."""
    found = _nearest(reading, index)
    if found is not None and found.end < index and found.speaker:
        return found
    topic = reading.speakers.topic(index - 1)
    if topic is None:
        return None
    return Frame(frozenset(("say",)), ":", (), topic[0], topic[0], index - 1, speaker=topic)


def _nearest(reading: Reading, index: int) -> Frame | None:
    """The frame of the report that holds the stretch, else the nearest one that can speak."""
    for report in reading.reports:
        if report.frame and any(start <= index < end for start, end in report.pieces):
            return report.frame
    frames = [f for f in (*reading.verbs, *reading.particles) if f.kinds & _ATTITUDE]
    return min(frames, key=lambda f: (f.kinds == {"attitude"}, abs(f.cue[0] - index)), default=None)


def _short(reading: Reading, index: int, text: str, frame: Frame | None) -> Verdict:
    token = reading.sentence.tokens[index]
    reason = _label(reading, index)
    if reason is not None:
        return Verdict(f"{reason.value}-label", frame, reason=reason)
    told = "report" if _in_report(reading, index) else "frame" if frame else "plain"
    case = "cap" if _first_letter(token, text).isupper() else "low"
    size = "1" if token.size <= 1 else "2" if token.size <= 3 else "4"
    guess = Reason.NAME if case == "cap" and _article_before(reading, index) else Reason.SCARE
    return Verdict(f"short-{told}-{case}-{size}", frame, fragment=True, reason=guess)


def _first_letter(token: Token, text: str) -> str:
    body = text[token.start : token.end]
    return next((char for char in body if char.isalnum()), " ")


def _in_report(reading: Reading, index: int) -> bool:
    return any(start <= index < end for report in reading.reports for start, end in report.pieces)


def _article_before(reading: Reading, index: int) -> bool:
    if index == 0:
        return False
    before = reading.sentence.tokens[index - 1]
    return before.cap or any(
        reading.words.has(tag, before.low) for tag in ("det_nom", "det_other", "prep")
    )


def _label(reading: Reading, index: int) -> Reason | None:
    """What the word before says it is: a film, a ship, "sogenannt"."""
    if index == 0:
        return None
    before = reading.sentence.tokens[index - 1]
    if before.low.startswith(("sogenannt", "genannte")) or (
        before.low.startswith("genannt") and reading.phrases.low(index - 2) == "so"
    ):
        return Reason.TERM
    if reading.words.ends_like("title", before.text) or reading.words.noun("medium", before.text):
        return Reason.TITLE
    if reading.words.ends_like("name", before.text):
        return Reason.NAME
    return None
