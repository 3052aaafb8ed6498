"""Tokens for the encoder: each word and sign as a few numbers that the network looks up."""

from functools import lru_cache
from zlib import crc32

import numpy as np

from rotstift.nlp.lexemes import COLUMNS as LEXEME_COLUMNS
from rotstift.nlp.lexemes import Lexemes
from rotstift.nlp.quotes.lexicon import Lexicon, lexicon
from rotstift.nlp.quotes.model.article import Article

COLUMNS = ("norm", "suffix", "shape", "class", "place", "cluster", "bits8", "head")
_FROM_TABLE = [list(LEXEME_COLUMNS).index(name) for name in COLUMNS[5:]]
_TAGS = ("det_nom", "det_other", "pronoun", "prep", "subord", "content", "relative", "coord",
    "aux_have", "aux_be", "aux_become", "modal", "konj_two", "adverb")  # fmt: skip
_NOUNS = ("source", "document", "medium", "agency", "person", "organisation", "temporal", "talk")


def token_rows(article: Article) -> np.ndarray:
    """One row a token: hashes of word form, ending, shape, word class, and where it stands."""
    text = article.text
    place = _places(article)
    rows = [
        (*_word(text[token.start : token.end]), place[number])
        for number, token in enumerate(article.tokens)
    ]
    own = np.asarray(rows or [(0,) * 5], dtype="uint64")
    words = [text[token.start : token.end] for token in article.tokens] or [""]
    return np.hstack([own, _lexemes(words)])


def _lexemes(words: list[str]) -> np.ndarray:
    """What the shipped word table knows; zeros where it is not there."""
    table = _table()
    if table is None:
        return np.zeros((len(words), len(_FROM_TABLE)), dtype="uint64")
    return table.rows(words)[:, _FROM_TABLE].astype("uint64")


@lru_cache(maxsize=1)
def _table() -> Lexemes | None:
    try:
        return Lexemes.load()
    except FileNotFoundError:
        return None


@lru_cache(maxsize=100_000)
def _word(word: str) -> tuple[int, int, int, int]:
    low = "".join("0" if char.isdigit() else char for char in word.lower())
    kind = word_class(word, lexicon())
    return (
        crc32(low.encode()),
        crc32(low[-3:].encode()),
        crc32(_shape(word).encode()),
        crc32(kind.encode()),
    )


def _shape(word: str) -> str:
    letters = (
        "X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word
    )
    shape = ""
    for letter in letters:
        if not shape.endswith(letter * 3):
            shape += letter
    return shape


@lru_cache(maxsize=100_000)
def class_of(word: str) -> str:
    """The word's class by our tables."""
    return word_class(word, lexicon())


def word_class(word: str, words: Lexicon) -> str:
    """Everything that the word tables say of a word, as one name."""
    low = word.lower()
    found = [tag for tag in _TAGS if words.has(tag, low)]
    if low in words.konj:
        found.append("konj")
    if word == low:
        for name, table in (
            ("fin", words.finite),
            ("part", words.participles),
            ("inf", words.infinitives),
        ):
            if low in table:
                found += [name, *sorted(table[low][0].kinds)[:1]]
    elif word[:1].isalpha():
        found.append("cap")
        found += [kind for kind in _NOUNS if words.ends_like(kind, word)][:2]
        if word in words.cue_nouns:
            found.append("cuenoun")
    if found:
        return "+".join(found)
    return "digit" if word[:1].isdigit() else word if not word[:1].isalpha() else low[-2:]


def _places(article: Article) -> list[int]:
    """In marks or not, first of its sentence or paragraph, in what zone."""
    size = len(article.tokens)
    place = [0] * size
    for marked in article.walk.marked:
        if marked.paired:
            for part in marked.parts:
                first, last = article.token_range(part)
                for number in range(first, min(last, size)):
                    place[number] = min(place[number] + 1, 3)
    before = -1
    for reading in article.readings:
        first = article.first_token(reading.sentence.span.start)
        if first < size:
            place[first] += 4 if reading.sentence.paragraph == before else 8
        before = reading.sentence.paragraph
    for zone in article.zones:
        code = 16 * (1 + _ZONES.index(zone.kind.value))
        first, last = article.token_range(zone.span)
        for number in range(first, min(last, size)):
            place[number] += code
    return [1 + code for code in place]


_ZONES = ("body", "headline", "dateline", "lead", "subhead", "caption", "teaser", "credit")
