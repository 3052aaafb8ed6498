"""What each kind of evidence is worth: the share of its entities that were right, measured.

On GermEval 2014 train (CC BY 4.0), strict span and label, with packaging/measure_entities.py; the
comment gives the number of cases. What stands below LEAST was measured in earlier runs that
let it through, most of it on the first 5,000 sentences only. Repeats were measured with --repeats: a lower bound, since its
sentences come from different articles. org.authority is not measured: GermEval takes ministries and
offices for common nouns (2 of 17 marked), our scheme names authorities among its organisations.
"""

from collections.abc import Mapping

SCORES: Mapping[str, float] = {
    "misc.compound": 0.00,  # 6
    "misc.list": 0.51,  # 295
    "org.acronym": 0.52,  # 825
    "org.acronym.beside": 0.19,  # 16
    "org.authority": 0.50,  # set by hand, see above
    "org.club": 0.93,  # 112
    "org.common": 0.63,  # 112
    "org.common.untagged": 0.07,  # 162
    "org.compound": 0.41,  # 71
    "org.english": 0.60,  # set by hand: there was no English set to measure on
    "org.institution": 0.64,  # 72
    "org.legal": 0.74,  # 95
    "org.list": 0.78,  # 1564
    "part.known": 0.31,  # 13
    "part.list": 0.86,  # 835
    "per.alone": 0.29,  # 1436
    "per.first": 0.92,  # 2556
    "per.first.alone": 0.70,  # 665
    "per.first.noun": 0.84,  # 449
    "per.names": 0.40,  # 978
    "per.names.article": 0.05,  # 127
    "per.repeat": 0.73,  # 471
    "per.repeat.noun": 0.13,  # 122
    "per.said": 0.91,  # 236
    "per.title": 0.85,  # 434
    "place.big": 0.83,  # 1799
    "place.big.untagged": 0.33,  # 102
    "place.country": 0.95,  # 1380
    "place.english": 0.60,  # set by hand, like org.english
    "place.english.preposition": 0.50,  # set by hand, like org.english
    "place.preposition": 0.76,  # 668
    "place.region": 0.88,  # 1675
    "place.region.untagged": 0.21,  # 61
    "place.road": 0.62,  # 29
    "place.small": 0.53,  # 654
    "place.small.untagged": 0.11,  # 18
    "place.street": 0.53,  # 116
}
LEAST = 0.35
"""Evidence below this proposes nothing."""
ZONE_FACTOR: Mapping[str, float] = {"dateline": 0.8, "credit": 0.8}
"""Agencies and places there are names too, but people often do not want them marked."""
UNMEASURED = 0.5
"""For evidence without a row; none is left, a test says."""


def score_of(evidence: str, zone: str = "") -> float:
    """0 to 1."""
    return round(SCORES.get(evidence, UNMEASURED) * ZONE_FACTOR.get(zone, 1.0), 2)
