"""Sampling: a random share of the suggestions, drawn so that anybody can draw the same again.

Whoever looks at doubtful places only learns nothing about the others: how often the suggestions are wrong
would be told too high. A share drawn by lot, looked at like the doubtful ones, tells it without that bias.
"""

from collections.abc import Sequence
from math import sqrt
from zlib import crc32

SHARES = (0, 2, 5, 10, 20)
"""Percent that can be drawn; the smaller shares are part of the greater ones."""
_SALT = crc32(b"rotstift sample 1")
Z95 = 1.959964
"""The normal distribution's quantile for an interval of 95 %."""


def lot(name: str) -> float:
    """The lot of an item or an article, by its id, 0 <= lot < 1: the same wherever it is drawn.

    A checksum spreads ids, which are random themselves, evenly enough, and 100,000 of them in 20 ms.
    """
    return crc32(name.encode("utf-8"), _SALT) / 2**32


def drawn(name: str, share: int) -> bool:
    """True when the item or article with this id is among the share, in percent, that is drawn."""
    return share > 0 and lot(name) * 100 < share


def with_lots(ranked: Sequence[str], share: int) -> list[str]:
    """Ids in the order of doubt, and between them, evenly, those that are drawn, in the order of their lots."""
    by_lot = sorted((name for name in ranked if drawn(name, share)), key=lot)
    if not by_lot:
        return list(ranked)
    chosen = set(by_lot)
    others = [name for name in ranked if name not in chosen]
    step, mixed, at = len(others) / (len(by_lot) + 1), list[str](), 0
    for number, name in enumerate(by_lot, start=1):
        upto = round(number * step)
        mixed += [*others[at:upto], name]
        at = upto
    return mixed + others[at:]


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
