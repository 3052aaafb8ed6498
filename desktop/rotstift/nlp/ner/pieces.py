"""Pieces: a doc cut into sentences, each as arrays that the network reads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from zlib import crc32

from rotstift.nlp.lexemes import COLUMNS, Lexemes
from rotstift.nlp.ner import gazetteer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int32]
    Floats = NDArray[np.float32]

HASHED = {
    "norm": 16384,
    "prefix": 4096,
    "ending3": 4096,
    "ending5": 8192,
    "shape": 1024,
}
"""Features of a word's letters, hashed into so many rows; row 0 is kept for "not to be known"."""
FEATURES = HASHED | COLUMNS
"""Every feature of a word, in the order of the columns of `Words.table`."""

POSITION = ("first", "glued", "capitals", "quoted")
"""Hints from where a token stands: first of its piece; no blank before it; in a line of capitals; behind
an opening quotation mark."""
HINTS = gazetteer.HINTS + len(POSITION)
"""Columns of `Piece.hints`."""

LONGEST = 120
"""Tokens of a piece; a longer sentence is cut."""
_ENDS = frozenset(".!?…")
_CLOSING = frozenset("\"'“”»«‘’)]")
_OPENING = frozenset("\"'„“»«‚‘(")
KEPT = 100_000


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence of a doc: its tokens without blanks."""

    tokens: "NDArray[np.int64]"
    """Where they stand in the doc."""
    words: "NDArray[np.int64]"
    """Where each token's features stand in `Words.table`."""
    hints: "Floats"


class Words:
    """The features of each word form, worked out once in a process."""

    def __init__(self, lexemes: Lexemes) -> None:
        import numpy as np

        self._lexemes = lexemes
        self._known: dict[str, int] = {}
        self.table: Ints = np.zeros((4096, len(FEATURES)), dtype="int32")
        self.hints: Floats = np.zeros((4096, gazetteer.HINTS), dtype="float32")
        self.begins: NDArray[np.bool_] = np.zeros(4096, dtype="bool")

    @staticmethod
    @cache
    def shared() -> "Words":
        """The process's own."""
        return Words(Lexemes.load())

    def places(self, words: Sequence[str]) -> "NDArray[np.int64]":
        """Where each word's row stands in `table` and `hints`."""
        import numpy as np

        known = self._known
        new = [word for word in dict.fromkeys(words) if word not in known]
        if new:
            self._learn(new)
        return np.fromiter(map(known.__getitem__, words), dtype="int64", count=len(words))

    def tidy(self) -> None:
        """Forget everything where it has become too much. Pieces made before are worth nothing then."""
        if len(self._known) > KEPT:
            self._known.clear()

    def _learn(self, words: list[str]) -> None:
        first, last = len(self._known), len(self._known) + len(words)
        while last > len(self.table):
            self._grow()
        self.table[first:last, : len(HASHED)] = [_letters(word) for word in words]
        self.table[first:last, len(HASHED) :] = self._lexemes.rows(words)
        self.hints[first:last] = 0
        for row, word in enumerate(words, start=first):
            bits = gazetteer.word_hints(word)
            for column in range(len(gazetteer.ALONE)):
                if bits >> column & 1:
                    self.hints[row, column] = 1
            self.begins[row] = gazetteer.begins_name(word)
        self._known.update(zip(words, range(first, last), strict=True))

    def _grow(self) -> None:
        import numpy as np

        self.table = np.concatenate((self.table, np.zeros_like(self.table)))
        self.hints = np.concatenate((self.hints, np.zeros_like(self.hints)))
        self.begins = np.concatenate((self.begins, np.zeros_like(self.begins)))


def _letters(word: str) -> list[int]:
    """The columns of HASHED."""
    norm = "".join("0" if letter.isdigit() else letter for letter in word.lower())
    keys = (norm, norm[:3], norm[-3:], norm[-5:], shape(word))
    return [
        1 + crc32(f"{name}:{key}".encode()) % (rows - 1)
        for (name, rows), key in zip(HASHED.items(), keys, strict=True)
    ]


def shape(word: str) -> str:
    """ "Merkel" -> "Xxxx", "G20" -> "Xdd": kinds of letters, runs cut after four."""
    signs: list[str] = []
    for letter in word[:30]:
        sign = "X" if letter.isupper() else "x" if letter.isalpha() else letter
        sign = "d" if letter.isdigit() else sign
        if signs[-4:] != [sign] * 4:
            signs.append(sign)
    return "".join(signs)


def pieces(doc: Any) -> list[Piece]:
    """The doc's sentences, as far as signs and line ends tell."""
    words = Words.shared()
    every = [(token.i, token.text, bool(token.whitespace_), token.is_space) for token in doc]
    return [_piece(tokens, words) for tokens in _sentences(every)]


_Token = tuple[int, str, bool, bool]


def _sentences(tokens: list[_Token]) -> Iterator[list[_Token]]:
    """Cut at line ends, behind end signs before a capital, and after LONGEST tokens."""
    part: list[_Token] = []
    for place, token in enumerate(tokens):
        _, text, _, blank = token
        if not blank:
            part.append(token)
        if part and (
            (blank and "\n" in text) or len(part) >= LONGEST or _ends_sentence(tokens, place)
        ):
            yield part
            part = []
    if part:
        yield part


def _ends_sentence(tokens: list[_Token], place: int) -> bool:
    """An end sign, perhaps with closing marks, a blank, and a capital or an opening mark behind it."""
    spaced = tokens[place][2]
    if not spaced or place + 1 >= len(tokens):
        return False
    sign = place
    while sign > 0 and tokens[sign][1] in _CLOSING and not tokens[sign - 1][2]:
        sign -= 1
    behind = tokens[place + 1][1]
    return tokens[sign][1] in _ENDS and (behind[:1].isupper() or behind[:1] in _OPENING)


def _piece(tokens: list[_Token], words: Words) -> Piece:
    import numpy as np

    texts = [text for _, text, _, _ in tokens]
    places = words.places(texts)
    hints = np.zeros((len(texts), HINTS), dtype="float32")
    hints[:, : gazetteer.HINTS] = words.hints[places]
    starts = np.flatnonzero(words.begins[places]).tolist()
    for place, hint in gazetteer.name_hints(texts, starts) if starts else ():
        hints[place, hint] = 1
    hints[:, gazetteer.HINTS :] = _positions(tokens)
    return Piece(np.array([token[0] for token in tokens]), places, hints)


def _positions(tokens: list[_Token]) -> "Floats":
    import numpy as np

    columns = np.zeros((len(tokens), len(POSITION)), dtype="float32")
    columns[0, 0] = 1
    columns[1:, 1] = [not spaced for _, _, spaced, _ in tokens[:-1]]
    letters = [text for _, text, _, _ in tokens if text.isalpha()]
    capitals = len(letters) > 2 and sum(map(str.isupper, letters)) > 0.7 * len(letters)
    columns[:, 2] = capitals
    columns[1:, 3] = [text in _OPENING and not spaced for _, text, spaced, _ in tokens[:-1]]
    return columns
