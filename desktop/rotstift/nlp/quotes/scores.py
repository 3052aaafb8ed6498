"""How sure each kind of evidence is."""

SCORES: dict[str, float] = {
    "intro": 0.95, "outro": 0.9, "long": 0.9, "long-alone": 0.8,
    "title-label": 0.05, "name-label": 0.05, "term-label": 0.1,
    "short-frame-cap-1": 0.2, "short-frame-cap-2": 0.05, "short-frame-cap-4": 0.45,
    "short-frame-low-1": 0.4, "short-frame-low-2": 0.85, "short-frame-low-4": 0.75,
    "short-plain-cap-1": 0.05, "short-plain-cap-2": 0.05, "short-plain-cap-4": 0.2,
    "short-plain-low-1": 0.1, "short-plain-low-2": 0.45, "short-plain-low-4": 0.6,
    "short-report-cap-1": 0.1, "short-report-cap-2": 0.15, "short-report-cap-4": 0.8,
    "short-report-low-1": 0.45, "short-report-low-2": 0.85, "short-report-low-4": 0.95,
}
DEFAULT = 0.5


def score_of(evidence: str) -> float:
    """The chance that a quote with this evidence is right."""
    return SCORES.get(evidence, DEFAULT)
