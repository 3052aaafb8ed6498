"""Sentences as the rules see them: words, signs, and each stretch in quotation marks as one token."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from rotstift.model.span import Span
from rotstift.model.words import tokens as model_tokens
from rotstift.nlp.quotes.marks import Marked

TERMINAL = ".!?…"
MAX_TOKENS = 400
"""A longer run without an end is cut: no sentence, but a table or a broken file."""


class Kind(Enum):
    """What a token is."""

    WORD = "word"
    SIGN = "sign"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, one sign, or one whole stretch in quotation marks."""

    start: int
    end: int
    text: str
    low: str
    kind: Kind
    marked: Marked | None = None
    size: int = 0
    """Words inside a stretch in marks."""
    ends: bool = False
    """The stretch ends with a full stop, question or exclamation mark before its closing mark."""
    pauses: bool = False
    """The stretch ends with a comma before its closing mark, as in English: "“…,” she said"."""
    head: str = ""
    """First word of the stretch."""
    tail: str = ""
    """Last word of the stretch."""

    @property
    def cap(self) -> bool:
        """True for a word with a capital letter in it ("el-Baradei", "eBay")."""
        return self.kind is Kind.WORD and self.text != self.low

    @property
    def word(self) -> bool:
        """True for a word or a number."""
        return self.kind is Kind.WORD

    def sign(self, signs: str) -> bool:
        """True when the token is one of these punctuation signs."""
        return self.kind is Kind.SIGN and self.text in signs


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence, its end sign included, and where it stands."""

    tokens: tuple[Token, ...]
    paragraph: int
    """Number of its line."""

    @property
    def span(self) -> Span:
        """From its first to its last token."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def body_end(self) -> int:
        """Index behind the last token that is no end sign."""
        end = len(self.tokens)
        while end > 0 and self.tokens[end - 1].sign(TERMINAL):
            end -= 1
        return end

    @property
    def ended(self) -> bool:
        """True when it ends with an end sign or a stretch in marks that does."""
        last = self.tokens[-1]
        return last.sign(TERMINAL) or last.ends

    @property
    def quoted(self) -> list[int]:
        """Positions of the stretches in marks."""
        return [index for index, token in enumerate(self.tokens) if token.kind is Kind.QUOTE]

    def cover(self, piece: tuple[int, int]) -> Span:
        """Token range to code points."""
        return Span(self.tokens[piece[0]].start, self.tokens[piece[1] - 1].end)

    def covers(self, pieces: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """Token ranges to code points."""
        return tuple(self.cover(piece) for piece in pieces)

    def groups(self, positions: Sequence[int]) -> tuple[Span, ...]:
        """Token positions to code points; direct neighbours are one span."""
        pieces: list[tuple[int, int]] = []
        for index in positions:
            if pieces and pieces[-1][1] == index:
                pieces[-1] = (pieces[-1][0], index + 1)
            else:
                pieces.append((index, index + 1))
        return self.covers(pieces)


class Short(Protocol):
    """What parting sentences needs to know of a language."""

    @property
    def abbreviations(self) -> frozenset[str]:
        """Words whose full stop ends no sentence, without it."""

    @property
    def months(self) -> frozenset[str]:
        """Words that an ordinal number ("4.") stands before."""


def split(text: str, marked: Sequence[Marked], words: Short) -> list[Sentence]:
    """All sentences in text order; none crosses a line break."""
    sentences: list[Sentence] = []
    atoms = _atoms(text, marked)
    for number, line in enumerate(_lines(text, atoms)):
        sentences += [Sentence(tuple(run), number) for run in _runs(line, words)]
    return sentences


def _atoms(text: str, marked: Sequence[Marked]) -> list[Token]:
    """The outermost stretches, one token a part; only the last part closes."""
    atoms: list[Token] = []
    for stretch in marked:
        if not stretch.paired or (atoms and stretch.start < atoms[-1].end):
            continue
        inner = re.findall(r"\w[\w'’.-]*\w|\w", stretch.inner(text))
        head, tail = (inner[0], inner[-1]) if inner else ("", "")
        for part in stretch.parts:
            body = part.of(text).rstrip("“”\"«»‘’'‹› \u00a0\u202f")
            ends = body.endswith(tuple(TERMINAL)) or part != stretch.parts[-1]
            atoms.append(
                Token(
                    part.start,
                    part.end,
                    "«»",
                    "«»",
                    Kind.QUOTE,
                    stretch,
                    size=len(inner),
                    ends=ends,
                    pauses=body.endswith(","),
                    head=head,
                    tail=tail,
                )
            )
    return atoms


def _lines(text: str, atoms: Sequence[Token]) -> Iterator[list[Token]]:
    line: list[Token] = []
    at = 0
    breaks = [match.start() for match in re.finditer("\n", text)] + [len(text)]
    number = 0
    for span in model_tokens(text):
        while span.start >= breaks[number]:
            yield line
            line = []
            number += 1
        while at < len(atoms) and atoms[at].end <= span.start:
            at += 1
        if at < len(atoms) and atoms[at].start < span.end:
            if not line or line[-1] is not atoms[at]:
                line.append(atoms[at])
        else:
            line.append(_token(text, span))
    yield line


def _token(text: str, span: Span) -> Token:
    word = span.of(text)
    kind = Kind.WORD if word[0].isalnum() or len(word) > 1 else Kind.SIGN
    return Token(span.start, span.end, word, word.lower(), kind)


def _runs(line: list[Token], words: Short) -> Iterator[list[Token]]:
    run: list[Token] = []
    for index, token in enumerate(line):
        run.append(token)
        after = line[index + 1] if index + 1 < len(line) else None
        if after is None or len(run) >= MAX_TOKENS or _ends(line, index, after, words):
            yield run
            run = []


def _ends(line: list[Token], index: int, after: Token, words: Short) -> bool:
    token = line[index]
    if after.sign(TERMINAL + ",;:)–—") or (after.word and not after.cap and not token.sign("!?")):
        return False
    if token.kind is Kind.QUOTE:
        return token.ends and (after.cap or after.kind is Kind.QUOTE or after.text[0].isdigit())
    if token.sign(":") and after.kind is not Kind.QUOTE:
        return False
    if after.word and not after.cap and not after.text[0].isdigit():
        return False
    return token.sign(TERMINAL) and not _abbreviated(line, index, after, words)


def _abbreviated(line: list[Token], index: int, after: Token, words: Short) -> bool:
    """True when the full stop belongs to an abbreviation, an initial or an ordinal number."""
    if not line[index].sign(".") or index == 0:
        return False
    before = line[index - 1]
    if before.end != line[index].start or not before.word:
        return False
    last = re.split(r"[.-]", before.text)[-1]
    if last.isdigit():
        return len(last) <= 2 and (after.text in words.months or index < 2)
    initial = len(last) == 1 and last.isupper()
    return initial or last in words.abbreviations or before.text in words.abbreviations
