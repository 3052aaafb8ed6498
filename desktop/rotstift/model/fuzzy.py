"""Fuzzy matching: how well a few typed letters fit some words, and a quick search through many titles."""

import re
import time
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rotstift.model.finding import fold_one, folded

WHOLE, START, WORD, INSIDE, SCATTERED = 1000.0, 800.0, 600.0, 400.0, 200.0
"""The same, its beginning, the beginning of a word in it, inside a word, letters with others between."""
_GAP = 9
"""Letters that may stand between two typed ones."""
_CHUNK = 4_000
"""Titles that are looked through between two looks at the clock."""
_SCATTER_S = 0.02
"""Seconds for titles that have the letters only scattered: the better fits are there already."""
_MANY = 1_500
"""Hits after which no more are looked for: fifty are shown."""


class Match(NamedTuple):
    """How well it fits (more is better), and which code points of the words were meant."""

    score: float
    places: tuple[int, ...]


def match(typed: str, words: str) -> Match | None:
    """How typed letters fit some words; None when they do not. Every typed word must fit."""
    there = folded(words, loose=True)
    parts = folded(typed, loose=True).text.split()
    found = _fit_all(parts, there.text)
    if found is None:
        return None
    return Match(found.score, tuple(sorted({there.place(at) for at in found.places})))


def _fit_all(parts: Sequence[str], text: str) -> Match | None:
    """Every part must fit; the score is that of the middle, less where there is much else."""
    total, places = 0.0, list[int]()
    for part in parts:
        found = _fit(part, text)
        if found is None:
            return None
        total += found.score
        places += found.places
    score = total / len(parts) - min(len(text), 200) * 0.2 if parts else 0.0
    return Match(score, tuple(places))


def _fit(part: str, text: str) -> Match | None:
    at = text.find(part)
    if at < 0:
        return _scattered(part, text)
    if at == 0:
        score = WHOLE if len(part) == len(text) else START
        return Match(score, tuple(range(len(part))))
    start = at
    while start > 0 and text[start - 1].isalnum():
        start = text.find(part, start + 1)
    if start > 0:
        return Match(WORD - min(start, 100) * 0.5, tuple(range(start, start + len(part))))
    return Match(INSIDE - min(at, 100) * 0.5, tuple(range(at, at + len(part))))


def _scattered(part: str, text: str) -> Match | None:
    """The letters in their order, the first at the beginning of a word, never far apart."""
    if len(part) < 2:
        return None
    found = _pattern(part).search(text)
    if found is None:
        return None
    places = tuple(found.start(number) for number in range(1, len(part) + 1))
    starts = sum(1 for at in places if at == 0 or not text[at - 1].isalnum())
    spread = places[-1] - places[0] - len(part)
    return Match(SCATTERED + 20.0 * starts - 3.0 * spread, places)


@lru_cache(maxsize=64)
def _pattern(part: str) -> re.Pattern[str]:
    letters = [f"({re.escape(letter)})" for letter in part]
    return re.compile(r"\b" + f"[^\\n]{{0,{_GAP}}}?".join(letters))


class Titles:
    """Many titles, ready to be looked through at every letter typed; they can be added bit by bit."""

    def __init__(self, titles: Sequence[str] = ()) -> None:
        self.titles: list[str] = []
        self._text = ""
        self._starts: list[int] = []
        self.add(titles)

    def add(self, titles: Sequence[str]) -> None:
        """Some more: 5,000 take some 15 ms."""
        if not titles:
            return
        lines = "\n".join(["\r".join(title.splitlines()) for title in titles])
        table = {ord(char): fold_one(char, loose=True) for char in set(lines) if char != "\n"}
        flat = lines.translate(table)
        at = len(self._text) + 1 if self.titles else 0
        for title in flat.split("\n"):
            self._starts.append(at)
            at += len(title) + 1
        self._text = f"{self._text}\n{flat}" if self.titles else flat
        self.titles += titles

    def best(self, typed: str, limit: int) -> list[int]:
        """Numbers of the titles that fit best, the best first."""
        parts = folded(typed, loose=True).text.split()
        if not parts or not self.titles:
            return []
        found = self._with_all(parts)
        if len(found) < limit and len("".join(parts)) > 2:
            found |= self._scattered("".join(parts))
        scored = [
            (fit.score, -number)
            for number in found
            if (fit := self._fit(parts, number) or self._fit(["".join(parts)], number))
        ]
        return [-number for _, number in sorted(scored, reverse=True)[:limit]]

    def _fit(self, parts: Sequence[str], number: int) -> Match | None:
        return _fit_all(parts, self._text[self._starts[number] : self._end(number)])

    def _with_all(self, parts: Sequence[str]) -> set[int]:
        rarest = min(parts, key=self._text.count)
        found: set[int] = set()
        at = self._text.find(rarest)
        while at >= 0 and len(found) < _MANY:
            number = bisect_right(self._starts, at) - 1
            end = self._end(number)
            if all(self._text.find(part, self._starts[number], end) >= 0 for part in parts):
                found.add(number)
            at = self._text.find(rarest, end)
        return found

    def _scattered(self, part: str) -> set[int]:
        begin, found = time.perf_counter(), set[int]()
        pattern = _pattern(part)
        for first in range(0, len(self._starts), _CHUNK):
            end = self._end(min(first + _CHUNK, len(self._starts)) - 1)
            hits = pattern.finditer(self._text, self._starts[first], end)
            found.update(bisect_right(self._starts, hit.start()) - 1 for hit in hits)
            if time.perf_counter() - begin > _SCATTER_S or len(found) > _MANY:
                break
        return found

    def _end(self, number: int) -> int:
        last = number + 1 == len(self._starts)
        return len(self._text) if last else self._starts[number + 1] - 1
