"""How sure each kind of evidence is: the one table of scores.

The numbers are shares: how often a suggestion with this evidence was right on the train split of the
German Wikinews quotation set (700 articles; right = a gold quote of the same kind with token F1 of
0.8 or more), rounded to 0.05. Rows seen fewer than 10 times are set by hand, towards 0.5, and so are all that begin with
"en-" or "any-": no set of theirs was at hand. Measured
by packaging/measure_quotes.py --evidence; nothing else of that set is in the program.
"""

SCORES: dict[str, float] = {
    # In marks.
    "intro": 0.95,
    "outro": 0.9,
    "long": 0.9,
    "long-alone": 0.8,
    "lone": 0.2,
    # In marks, one to six words, nothing beside it: where it stands, its first letter, its length.
    "short-report-low-4": 0.95,
    "short-report-low-2": 0.9,
    "short-report-low-1": 0.5,
    "short-report-cap-4": 0.75,
    "short-report-cap-2": 0.1,
    "short-report-cap-1": 0.1,
    "short-frame-low-4": 0.75,
    "short-frame-low-2": 0.9,
    "short-frame-low-1": 0.45,
    "short-frame-cap-4": 0.5,
    "short-frame-cap-2": 0.1,
    "short-frame-cap-1": 0.2,
    "short-plain-low-4": 0.65,
    "short-plain-low-2": 0.45,
    "short-plain-low-1": 0.1,
    "short-plain-cap-4": 0.15,
    "short-plain-cap-2": 0.05,
    "short-plain-cap-1": 0.05,
    # In marks, after a word that says what it is: "der Film „…“", "das Schiff „…“", "sogenannte".
    "title-label": 0.05,
    "name-label": 0.05,
    "term-label": 0.1,
    # Without marks.
    "dass": 0.9,
    "ob": 0.45,
    "question": 0.25,
    "infinitive": 0.7,
    "infinitive-other": 0.9,
    "quoted-clause": 0.45,
    "subjunctive": 0.9,
    "clause": 0.4,
    "colon": 0.25,
    "colon-konj": 0.4,
    "before": 0.35,
    "before-konj": 0.9,
    "wie": 0.85,
    "noun": 0.85,
    "pointed": 0.75,
    "laut": 0.9,
    "nach": 0.9,
    "zufolge": 0.85,
    "gemäß": 0.7,
    "so": 0.9,
    "demnach": 0.7,
    "wonach": 0.9,
    "free": 0.8,
    "free-alone": 0.75,
    "headline": 0.5,
    "reported": 0.3,
    "reported-marks": 0.3,
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
