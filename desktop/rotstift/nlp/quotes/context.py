"""Sentences that are reported speech without saying so: free, headline, and reports of speech acts."""

from rotstift.nlp.quotes.cues import Frame
from rotstift.nlp.quotes.indirect import Report
from rotstift.nlp.quotes.reading import Reading
from rotstift.nlp.quotes.sentences import Kind

_SAY = frozenset(("say",))


def free_speech(reading: Reading, *, chained: bool) -> bool:
    """True when the first clause that can be a main clause is in the subjunctive.

    `chained` (somebody spoke in the sentence before) lets the past subjunctive count too.
    """
    if not reading.sentence.ended:
        return False
    for number, clause in enumerate(reading.clauses):
        low = reading.sentence.tokens[clause.start].low
        relative = number > 0 and reading.words.has("relative", low)
        if not relative and not reading.words.has("subord", low):
            return reading.finder.subjunctive(clause.start, clause.end, two=chained)
    return False


def named_clause(reading: Reading) -> Report | None:
    """Names, a colon, a clause ("Meier und Kunz: Die Steuern sinken")."""
    tokens = reading.sentence.tokens
    start = 0
    while start < len(tokens) and not tokens[start].word:
        start += 1
    colon = next((i for i, token in enumerate(tokens) if i > start and token.sign(":")), None)
    if colon is None or reading.phrases.phrase(start, colon, wide=True) != colon:
        return None
    end = reading.sentence.body_end
    if end - colon < 3 or tokens[colon + 1].kind is Kind.QUOTE:
        return None
    frame = Frame(_SAY, ":", (colon,), colon, start, colon + 1, speaker=(start, colon))
    return Report(((colon + 1, end),), frame, "headline")


def reported(reading: Reading) -> list[Report]:
    """A sentence that tells of a speech act: strong verbs, or "zeigte sich „besorgt“"."""
    for frame in reading.verbs:
        if frame.final or frame.passive or frame.speaker is None or _outer_quote(reading, frame):
            continue
        lows = {token.low for token in reading.sentence.tokens[frame.start : frame.end]}
        attitude = "attitude" in frame.kinds and "sich" in lows and bool(reading.quoted)
        if attitude or "reported" in frame.kinds:
            name = "reported-marks" if attitude else "reported"
            return [Report(((0, len(reading.sentence.tokens)),), frame, name, "reported")]
    return []


def _outer_quote(reading: Reading, frame: Frame) -> bool:
    """The verb goes with a whole quote beside it: nothing is left to report."""
    tokens = reading.sentence.tokens
    return any(
        index < frame.start or tokens[index - 1].sign(":") or tokens[index].ends
        for index in reading.quoted
    )


def pointing(reading: Reading) -> Frame | None:
    """The frame of a sentence that says who said the one before ("Das teilte die Polizei mit")."""
    tokens = reading.sentence.tokens
    if tokens[0].low not in ("das", "dies") or len(tokens) < 3 or len(reading.clauses) > 2:
        return None
    for frame in reading.verbs:
        says = "say" in frame.kinds or frame.lemma == "ankündigen"
        if frame.verb == 1 and says and not frame.passive:
            return frame
    return None
