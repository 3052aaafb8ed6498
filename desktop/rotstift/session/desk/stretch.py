"""Stretch: which words a quote key takes when only the cursor stands somewhere."""

from rotstift.model.marks import marked_stretches, with_marks
from rotstift.model.span import Span
from rotstift.model.words import sentence_at

_END_MARKS = ".!?… \u00a0"
SENTENCES = frozenset(("reported", "free_indirect", "indirect_free"))
"""Types of quote that are whole sentences, their full stop included (the Wikinews guidelines)."""


def stretch_from(text: str, word: Span, kind: str) -> Span:
    """What most likely is the quote of this type at a word; its borders can be moved after.

    Direct: the quotation marks around the word and all between them. SENTENCES: the sentence. Else, and
    for a direct quote without marks: from the word to the end of the sentence, its full stop left out.
    """
    if kind == "direct":
        around = [stretch for stretch in marked_stretches(text) if stretch.contains(word)]
        if around:
            return around[0]
    sentence = sentence_at(text, word.start)
    if kind in SENTENCES:
        return sentence
    rest = text[word.start : sentence.end].rstrip(_END_MARKS)
    return Span(word.start, max(word.end, word.start + len(rest)))


def stretch_of(text: str, picked: Span, kind: str) -> Span:
    """What most likely is the quote of this type over picked words: with its marks, with its full stop."""
    if kind not in SENTENCES:
        return with_marks(text, picked)
    sentence = sentence_at(text, max(picked.start, picked.end - 1))
    rest = text[picked.end : sentence.end]
    ends = rest and not rest.strip(_END_MARKS)
    return Span(picked.start, sentence.end) if ends else picked
