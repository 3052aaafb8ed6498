"""Sampling: a random share of the suggestions, drawn so that anybody can draw the same again.

Whoever looks at doubtful places only learns nothing about the others: how often the suggestions are wrong
would be told too high. A share drawn by lot, looked at like the doubtful ones, tells it without that bias.
"""

from hashlib import blake2b
from math import sqrt

SHARES = (0, 2, 5, 10, 20)
"""Percent that can be drawn; the smaller shares are part of the greater ones."""
_SALT = b"rotstift sample 1"
Z95 = 1.959964
"""The normal distribution's quantile for an interval of 95 %."""


def lot(item_id: str) -> float:
    """An item's lot, 0 <= lot < 1: the same wherever it is drawn, evenly spread over the ids."""
    digest = blake2b(item_id.encode("utf-8"), digest_size=8, key=_SALT).digest()
    return int.from_bytes(digest, "big") / 2**64


def drawn(item_id: str, share: int) -> bool:
    """True when the item is among the share, in percent, that is drawn."""
    return share > 0 and lot(item_id) * 100 < share


def wilson(hits: int, trials: int) -> tuple[float, float]:
    """The 95 % score interval for a share; (0, 1) without trials.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
    American Statistical Association 22, 1927: it keeps to its level for few trials and rare hits, where
    the usual one does not (Brown, Cai and DasGupta 2001).
    """
    if trials == 0:
        return 0.0, 1.0
    share, square = hits / trials, Z95 * Z95
    middle = share + square / (2 * trials)
    width = Z95 * sqrt(share * (1 - share) / trials + square / (4 * trials * trials))
    whole = 1 + square / trials
    return max(0.0, (middle - width) / whole), min(1.0, (middle + width) / whole)
