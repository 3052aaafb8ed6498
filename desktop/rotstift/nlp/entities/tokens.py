"""Tokens for finding names: words with their inner hyphens whole, marks alone, offsets kept."""

import re
from dataclasses import dataclass, field

from rotstift.model.span import Span

_ABBREVIATIONS = (
    "Dr|Prof|St|Mr|Mrs|Ms|Nr|Bd|Hl|Sr|Jr|Jh|Inc|Corp|Ltd|Co|bzw|usw|ca|etc|vgl|geb|gest|Abs|Art"
)
_TOKEN = re.compile(
    rf"(?:{_ABBREVIATIONS})\.(?!\w)"
    r"|(?<!\w)(?:[^\W\d_]\.)+(?!\w)"
    r"|(?<![\w.])[1-9]\d?\.(?=\s+[A-ZÄÖÜ])"
    r"|\w+(?:[-‐‑'’&/.+]\w+)*\+?"
    r"|[^\w\s]"
)
_HYPHEN = re.compile(r"[-‐‑]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark of the article."""

    text: str
    start: int
    """First code point in the article."""
    tag: str = ""
    """HanTa's part of speech, "NE" (English "NP0") for a name; empty where nobody has tagged."""

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.start + len(self.text)

    @property
    def is_name(self) -> bool:
        """The tagger takes it for a proper name."""
        return self.tag.startswith(("NE", "NP0"))

    @property
    def capital(self) -> bool:
        """Begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Begins with a letter."""
        return self.text[0].isalpha()


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """Every word and mark of a line; `offset` is where the line starts in the article."""
    return [Token(match.group(), match.start() + offset) for match in _TOKEN.finditer(text)]


def hyphen_parts(token: Token) -> list[Token]:
    """ "Nato-Osterweiterung" -> "Nato", "Osterweiterung", each at its own place."""
    parts, start = [], 0
    for match in [*_HYPHEN.finditer(token.text), None]:
        end = match.start() if match else len(token.text)
        if end > start:
            parts.append(Token(token.text[start:end], token.start + start, token.tag))
        start = match.end() if match else end
    return parts


def base_forms(word: str) -> tuple[str, ...]:
    """The word, and what it may be the genitive of: "Russlands" -> "Russland"."""
    if word.endswith(("'s", "’s")):
        return (word, word[:-2])
    if word.endswith(("'", "’")):
        return (word, word[:-1])
    return (word, word[:-1]) if len(word) > 3 and word.endswith("s") else (word,)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be an entity, and why."""

    span: Span
    label: str
    evidence: str
    """A row in the table of evidence; its score is measured."""
    name: str
    """The name without its genitive -s, blanks made equal: what mentions are compared by."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the article, tagged."""

    tokens: list[Token]
    zone: str = ""
    language: str = "de"
    found: list[Candidate] = field(default_factory=list)

    def name_of(self, first: int, last: int) -> str:
        """The tokens' words with single blanks, the last one as it stands."""
        return " ".join(token.text for token in self.tokens[first : last + 1])

    def add(self, first: int, last: int, label: str, evidence: str, name: str = "") -> None:
        """A candidate from the first to the last token, both included."""
        span = Span(self.tokens[first].start, self.tokens[last].end)
        self.found.append(Candidate(span, label, evidence, name or self.name_of(first, last)))
