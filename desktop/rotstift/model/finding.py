"""Finding words in a text as a person means them: case, kinds of space and soft hyphens do not count."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rotstift.model.span import Span

_UNSEEN = "\u00ad\u200b\u2060\ufeff"
"""Characters that nobody sees and nobody types: soft hyphen, zero-width space, word joiner."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared, and where each of its characters comes from."""

    text: str
    places: tuple[int, ...] | None
    """Code point of the original for each folded one; None where they are the same."""

    def place(self, position: int) -> int:
        """Where a folded character stands in the original, as a code point."""
        return position if self.places is None else self.places[position]


def fold_one(char: str, *, loose: bool) -> str:
    """One character as it is compared: none, one or more."""
    if char in _UNSEEN:
        return ""
    if char.isspace():
        return " "
    folded = char.casefold()
    if not loose:
        return folded
    apart = unicodedata.normalize("NFD", folded)
    return "".join(one for one in apart if not unicodedata.combining(one))


@lru_cache(maxsize=4)
def folded(text: str, *, loose: bool = False) -> Folded:
    """The text folded; `loose` leaves accents out as well, as the full-text index does."""
    pieces = {char: fold_one(char, loose=loose) for char in set(text)}
    result = "".join([pieces[char] for char in text])
    if all(len(piece) == 1 for piece in pieces.values()):
        return Folded(result, None)
    return Folded(result, tuple(at for at, char in enumerate(text) for _ in pieces[char]))


def find_all(text: str, words: str, *, loose: bool = False, whole: bool = False) -> list[Span]:
    """Every place where the words stand, in text order, none inside another; code points.

    `whole` leaves out those that begin or end inside a word.
    """
    wanted = "".join(fold_one(char, loose=loose) for char in words)
    if not wanted.strip():
        return []
    there = folded(text, loose=loose)
    found: list[Span] = []
    at = there.text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not whole or _stands_alone(there.text, at, end):
            found.append(Span(there.place(at), there.place(end - 1) + 1))
        else:
            end = at + 1
        at = there.text.find(wanted, end)
    return found


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not (before or after)
