"""How sure each kind of evidence is: the one table of scores.

The numbers are shares: how often a suggestion with this evidence was right on the train topics of our
own corpus (resources/corpus; right = a gold quote of the same kind with token F1 of 0.8 or more), rounded
to 0.05. Five right and five wrong ones are added to each row, since made texts are tidier than real news;
that alone lifts no row over 0.4. Rows seen fewer than 10 times are set by hand, towards 0.5, and so are
all that begin with "en-" or "any-": no set of theirs was at hand. Measured by packaging/measure_quotes.py resources/corpus --evidence.
"""

SCORES: dict[str, float] = {
    # In marks.
    "intro": 0.8,
    "outro": 0.95,
    "long": 0.55,
    "long-alone": 0.85,
    "lone": 0.2,
    # In marks, one to six words, nothing beside it: where it stands, its first letter, its length.
    "short-report-low-4": 0.8,
    "short-report-low-2": 0.85,
    "short-report-low-1": 0.55,
    "short-report-cap-4": 0.6,
    "short-report-cap-2": 0.2,
    "short-report-cap-1": 0.2,
    "short-frame-low-4": 0.75,
    "short-frame-low-2": 0.75,
    "short-frame-low-1": 0.7,
    "short-frame-cap-4": 0.7,
    "short-frame-cap-2": 0.3,
    "short-frame-cap-1": 0.2,
    "short-plain-low-4": 0.75,
    "short-plain-low-2": 0.7,
    "short-plain-low-1": 0.2,
    "short-plain-cap-4": 0.35,
    "short-plain-cap-2": 0.15,
    "short-plain-cap-1": 0.1,
    # In marks, after a word that says what it is: "der Film „…“", "das Schiff „…“", "sogenannte".
    "title-label": 0.05,
    "name-label": 0.1,
    "term-label": 0.15,
    # Without marks.
    "dass": 0.9,
    "ob": 0.45,
    "question": 0.65,
    "infinitive": 0.85,
    "infinitive-other": 0.85,
    "quoted-clause": 0.45,
    "subjunctive": 0.95,
    "clause": 0.45,
    "colon": 0.35,
    "colon-konj": 0.5,
    "before": 0.65,
    "before-konj": 0.85,
    "wie": 0.8,
    "noun": 0.75,
    "pointed": 0.75,
    "laut": 0.85,
    "nach": 0.9,
    "zufolge": 0.85,
    "gemäß": 0.65,
    "so": 0.85,
    "demnach": 0.75,
    "wonach": 0.8,
    "free": 0.9,
    "free-alone": 0.45,
    "headline": 0.35,
    "reported": 0.7,
    "reported-marks": 0.4,
    # English: set by hand and low. There was no English set to measure them on.
    "en-intro": 0.7,
    "en-outro": 0.7,
    "en-sentence": 0.6,
    "en-long": 0.5,
    "en-fragment-report": 0.6,
    "en-fragment": 0.5,
    "en-short": 0.35,
    "en-label": 0.3,
    "en-that": 0.7,
    "en-according": 0.7,
    "en-put": 0.6,
    "en-before": 0.6,
    "en-clause": 0.5,
    "en-question": 0.5,
    "en-to": 0.5,
    "en-headline": 0.4,
    # A language that we do not know: the marks alone. Not measured either.
    "any-long": 0.5,
    "any-short": 0.35,
}


def score_of(evidence: str) -> float:
    """The chance that a quote with this evidence is right. Raises KeyError for an unknown row."""
    return SCORES[evidence]
