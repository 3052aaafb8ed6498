"""Alignment: where a span of the article lies among a doc's tokens, and why it does not."""

from dataclasses import dataclass
from typing import Any

from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP

SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})
"""No-break spaces become spaces, one for one: what a model reads, and what makes two texts alike to it."""
INSIDE_TOKEN = QT_TRANSLATE_NOOP("Report", "starts or ends inside a token")
BLANK = QT_TRANSLATE_NOOP("Report", "holds nothing but blanks")
TRIMMED = QT_TRANSLATE_NOOP("Report", "blanks at its edges left out")
WITH_STOP = QT_TRANSLATE_NOOP(
    "Report", "the full stop behind it comes along: it is in one token with the last word"
)


@dataclass(frozen=True, slots=True)
class Aligned:
    """A span of the article on whole tokens."""

    start: int
    """First token."""
    end: int
    """One past the last token."""
    span: Span
    """The same in code points."""
    adapted: str = ""
    """How it differs from what was asked; empty when it does not."""


class TokenMap:
    """The token edges of one doc; made once for all its spans."""

    def __init__(self, doc: Any) -> None:
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        for token in doc:
            self._starts[token.idx] = token.i
            self._ends[token.idx + len(token)] = token.i + 1

    def align(self, span: Span, text: str, *, stop: bool = False) -> Aligned | str:
        """The span on tokens, never moved; or the reason why it has no place.

        Never wider either, except where `stop` allows it: German tokenizers keep "2027." in one token,
        also at the end of a sentence, and a quote would be lost for its full stop.
        """
        covered = span.of(text)
        start = span.start + len(covered) - len(covered.lstrip())
        end = span.end - len(covered) + len(covered.rstrip())
        if start >= end:
            return BLANK
        adapted = TRIMMED if (start, end) != (span.start, span.end) else ""
        if stop and end not in self._ends and text[end : end + 1] == "." and end + 1 in self._ends:
            end, adapted = end + 1, WITH_STOP
        if start not in self._starts or end not in self._ends:
            return INSIDE_TOKEN
        return Aligned(self._starts[start], self._ends[end], Span(start, end), adapted)


def split_at_hyphens(nlp: Any) -> None:
    """Make the tokenizer split words at their hyphens, so that part-word entities get tokens.

    "Nato-Osterweiterung" becomes three tokens. Works on any language's tokenizer; the change is
    stored with the pipeline.
    """
    from spacy.util import compile_infix_regex

    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=\w)[-‐‑–](?=\w)"]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
