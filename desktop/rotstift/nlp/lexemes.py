"""Word forms: what a million German words tell before any training, as numbers per word.

A packed, read-only table made by `packaging/build_lexemes.py`: for each word form the hash, its Brown
cluster (words that occur in like contexts share one), how frequent it is and how often it is written
with a capital. No word itself is stored. Both the entity model and the quote model read it:

    rows = Lexemes.load().rows(["Merkel", "sagte"])    # uint16, one row a word, one column a COLUMN
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from rotstift.paths import resource

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint16]

UNKNOWN, EXACT, OTHER_CASE, GENITIVE, LAST_PART, ENDING = range(6)
"""How a word was found (column "how"): as written; in another case; without its genitive s; by the part
behind its last hyphen; by its longest known ending, the head of a compound."""

COLUMNS = {
    "cluster": 1024,  # Brown cluster; 0 where the word is unknown
    "bits4": 17,  # the first bits of the cluster's path: coarse classes of words
    "bits6": 65,
    "bits8": 257,
    "bits12": 1024,
    "frequency": 9,  # 1 rare ... 8 frequent
    "capital": 9,  # 1 never written with a capital ... 7 nearly always, 8 always
    "how": 6,
    "other": 1024,  # cluster of the other case: lower of "Merkel", "Merkel" of "MERKEL" or "merkel"
    "head": 1024,  # cluster of a long word's longest known ending
}
"""Name of each column and how many values it has (0 up to, but not including, the number)."""

LONG = 8
"""From so many letters on a word may be a compound with a head."""
ENDING_LEAST = 4
"""Letters of the shortest ending."""
ENDING_FREQUENCY = 2
"""Frequency from which a word is believed to be a head; rare forms match by chance."""
KEPT = 100_000
"""Words remembered at most in one process; some 20 bytes each and the word."""


def word_hash(word: str) -> int:
    """32 bits, the same in every process."""
    return crc32(word.encode("utf-8", "surrogatepass"))


class Lexemes:
    """The table, and what was looked up so far."""

    def __init__(self, folder: Path) -> None:
        import numpy as np

        self._keys = np.load(folder / "keys.npy", mmap_mode="r")
        self._values = np.load(folder / "values.npy", mmap_mode="r")
        paths = np.load(folder / "paths.npy")
        self._bits = {n: self._prefixes(paths, n) for n in (4, 6, 8, 12)}
        self._known: dict[str, int] = {}
        self._rows = np.zeros((1024, len(COLUMNS)), dtype="uint16")

    @staticmethod
    @lru_cache(maxsize=2)
    def load(folder: Path | None = None) -> "Lexemes":
        """The shipped table. Raises FileNotFoundError where it was not built."""
        return Lexemes(folder or resource("models", "rotstift-de", "lexemes"))

    def rows(self, words: Sequence[str]) -> "Numbers":
        """One row a word, columns as in COLUMNS."""
        places = self.places(words)  # first: it may enlarge the table
        return self._rows[places]

    def places(self, words: Sequence[str]) -> "NDArray[np.int64]":
        """Where each word's row stands in `table`; equal for equal words until the next call."""
        import numpy as np

        if len(self._known) > KEPT:
            self._known.clear()
        known = self._known
        new = [word for word in dict.fromkeys(words) if word not in known]
        if new:
            self._learn(new)
        return np.fromiter(map(known.__getitem__, words), dtype="int64", count=len(words))

    @property
    def table(self) -> "Numbers":
        """The rows of all words seen so far, in the order of `places`."""
        return self._rows[: len(self._known)]

    @staticmethod
    def _prefixes(paths: "NDArray[Any]", bits: int) -> "NDArray[Any]":
        """Cluster -> number of its path's first bits, from 1 on; 0 stays unknown."""
        import numpy as np

        cut = paths & ((1 << bits) - 1)
        cut = cut + 1 if bits <= 8 else np.unique(cut, return_inverse=True)[1] + 1
        return np.concatenate(([0], cut)).astype("uint16")

    def _find(self, words: Sequence[str]) -> "Numbers":
        """The packed value of each word, 0 where it is not in the table."""
        import numpy as np

        wanted = np.fromiter(map(word_hash, words), dtype="uint32", count=len(words))
        at = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        found: Numbers = np.where(self._keys[at] == wanted, self._values[at], 0)
        return found

    def _learn(self, words: list[str]) -> None:
        """Look new words up, all at once, and keep their rows."""
        import numpy as np

        first = len(self._known)
        while first + len(words) > len(self._rows):
            self._rows = np.concatenate((self._rows, np.zeros_like(self._rows)))
        exact, how = self._with_detours(words)
        rows = self._rows[first : first + len(words)]
        cluster = _cluster(exact)
        rows[:, 0] = cluster
        for column, bits in enumerate((4, 6, 8, 12), start=1):
            rows[:, column] = self._bits[bits][cluster]
        rows[:, 5] = np.where(exact > 0, ((exact >> 3) & 7) + 1, 0)
        rows[:, 6] = np.where(exact > 0, (exact & 7) + 1, 0)
        rows[:, 7] = how
        rows[:, 8] = _cluster(self._find([_other_case(word) for word in words]))
        rows[:, 9] = _cluster(self._heads(words))
        self._known.update(zip(words, range(first, first + len(words)), strict=True))

    def _with_detours(self, words: list[str]) -> "tuple[Numbers, Numbers]":
        """Value and way of each word: as written, else by the first detour that leads somewhere."""
        import numpy as np

        found = self._find(words).copy()
        how = np.where(found > 0, EXACT, UNKNOWN).astype("uint16")
        missing = [place for place, value in enumerate(found.tolist()) if not value]
        tries = [(place, way, form) for place in missing for way, form in _detours(words[place])]
        values = self._find([form for _, _, form in tries]).tolist()
        for (place, way, _), value in zip(tries, values, strict=True):
            if value and not found[place]:
                found[place], how[place] = value, way
        endings = self._endings([words[place] for place in missing if not found[place]])
        left = [place for place in missing if not found[place]]
        for place, value in zip(left, endings, strict=True):
            if value:
                found[place], how[place] = value, ENDING
        return found, how

    def _heads(self, words: list[str]) -> "Numbers":
        """The value of each long word's longest known ending; 0 for short words."""
        import numpy as np

        heads = np.zeros(len(words), dtype="uint16")
        places = [place for place, word in enumerate(words) if len(word) >= LONG]
        heads[places] = self._endings([words[place] for place in places])
        return heads

    def _endings(self, words: list[str]) -> list[int]:
        """The value of the longest ending that is a word of some frequency, with a capital first."""
        tries = [(place, form) for place, word in enumerate(words) for form in _ending_forms(word)]
        values = self._find([form for _, form in tries]).tolist()
        found = [0] * len(words)
        for (place, _), value in zip(tries, values, strict=True):
            if value and not found[place] and (value >> 3) & 7 >= ENDING_FREQUENCY:
                found[place] = value
        return found


def _cluster(values: "Numbers") -> "Numbers":
    """Of packed values; the table counts clusters from 1, so that 0 is an unknown word."""
    return (values >> 6).astype("uint16")


def _other_case(word: str) -> str:
    if word.isupper() and len(word) > 1:
        return word.capitalize()
    return word.lower() if word[:1].isupper() else word[:1].upper() + word[1:]


def _detours(word: str) -> Iterator[tuple[int, str]]:
    """Other forms under which the table may know the word, best first."""
    if word.isupper():
        yield OTHER_CASE, "-".join(part.capitalize() for part in word.split("-"))
    yield OTHER_CASE, word.lower()
    yield OTHER_CASE, word[:1].upper() + word[1:]
    if len(word) > 3:
        stem = word.rstrip("'’`")
        if stem.endswith(("'s", "’s")):
            yield GENITIVE, stem[:-2]
        if stem.endswith(("s", "S")):
            yield GENITIVE, stem[:-1]
            yield GENITIVE, stem[:-1].capitalize()
        if stem != word:
            yield GENITIVE, stem
    if "-" in word:
        yield LAST_PART, word.rpartition("-")[2]


def _ending_forms(word: str) -> Iterator[str]:
    """Ever shorter endings of a word with at least LONG letters, each with and without a capital."""
    if len(word) >= LONG and word[-1].isalpha():
        lower = word.lower()
        for start in range(2, len(word) - ENDING_LEAST + 1):
            yield lower[start].upper() + lower[start + 1 :]
            yield lower[start:]
