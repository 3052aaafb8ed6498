"""What a quote's margin card says, in words and already cut to its width."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from rotstift.model.items import Entity, Quote, Standing
from rotstift.model.scheme import Scheme
from rotstift.model.span import Span
from rotstift.ui.article import wording
from rotstift.ui.article.styles import Measures

_ARTICLES = frozenset(
    "der die das den dem des ein eine einen einem einer eines the a an".split()  # noqa: SIM905
)
_LEAST_CUE = 2.2
"""Ems below which a cut cue is left out."""


@dataclass(frozen=True, slots=True)
class CardText:
    """The words of one card."""

    speaker: str
    cue: str
    """With the dot before it; may be empty."""
    foot: str
    missing: bool
    """Nobody knows the speaker."""
    whole: str
    """Everything uncut, for the tool tip."""


_JOINS = frozenset(("und", "sowie", "oder", "and", "or"))


def speaker_name(quote: Quote, text: str, entities: Iterable[Entity]) -> str:
    """The speakers in short: the name inside each phrase, or the phrase without its article."""
    every = list(entities)
    names = [_short(mention.span.of(text), mention.span, every, text) for mention in quote.speaker]
    return ", ".join(dict.fromkeys(names))


def _short(phrase: str, span: Span, entities: list[Entity], text: str) -> str:
    inside = [entity for entity in entities if span.contains(entity.span)]
    if inside:
        persons = [entity for entity in inside if entity.label == "PER"] or inside
        between = text[persons[0].span.end : persons[-1].span.start]
        if not _JOINS & set(between.split()):  # "Xi und Putin" are two
            phrase = max(persons, key=lambda entity: len(entity.span)).span.of(text)
    first, _, rest = _flat(phrase).partition(" ")
    return rest if rest and first.lower() in _ARTICLES else _flat(phrase)


def _flat(text: str) -> str:
    return " ".join(text.split())


class CardFonts:
    """The faces of the cards and the height that follows from them."""

    def __init__(self, measures: Measures) -> None:
        self.head = measures.sans(0.76, QFont.Weight.DemiBold)
        self.plain = measures.sans(0.76)
        self.foot = measures.sans(0.68)
        self.head_metrics = QFontMetricsF(self.head)
        self.plain_metrics = QFontMetricsF(self.plain)
        self.foot_metrics = QFontMetricsF(self.foot)
        self.em = measures.em
        self.pad = round(measures.em * 0.56)
        self.head_line = round(measures.em * 1.06)
        self.height = round(measures.em * 2.9)
        self.gap = round(measures.em * 0.42)
        self.baseline = round(measures.em * 1.14)
        """From the card's top to its first line of words."""


def card_text(
    quote: Quote,
    name: str,
    text: str,
    scheme: Scheme,
    language: str,
    fonts: CardFonts,
    width: float,
) -> CardText:
    """The card of a quote, its lines cut to so many pixels."""
    room = width - 2 * fonts.pad
    speaker = _cut(fonts.head_metrics, name or wording.no_speaker(), room)
    rest = room - fonts.head_metrics.horizontalAdvance(speaker)
    # A headline's colon is a cue, but no word for a card.
    cues = [_flat(span.of(text)) for span in quote.cue]
    cue = " … ".join(words for words in cues if any(char.isalpha() for char in words))
    words = _cut(fonts.plain_metrics, f" · {cue}", rest) if cue else ""
    if words and (rest < _LEAST_CUE * fonts.em or len(words) < 6 < len(cue)):
        words = ""
    full, brief = (_foot(quote, scheme, language, brief=brief) for brief in (False, True))
    fits = fonts.foot_metrics.horizontalAdvance(full) <= room
    foot = full if fits else _cut(fonts.foot_metrics, brief, room)
    whole = " · ".join(part for part in (name or wording.no_speaker(), cue) if part)
    return CardText(speaker, words, foot, missing=not name, whole=f"{whole}\n{full}")


def _foot(quote: Quote, scheme: Scheme, language: str, *, brief: bool) -> str:
    """Type, parts, standing; in brief a suggestion says only its score."""
    kind = scheme.quote_type(quote.type)
    words = [kind.name(language) if kind else quote.type]
    if quote.fragment:
        words = [wording.fragment()] if quote.type == "direct" else [*words, wording.fragment()]
    if len(quote.parts) > 1:
        words.append(wording.parts(len(quote.parts)))
    score = quote.origin.score
    if brief and score is not None and quote.origin.standing is Standing.SUGGESTED:
        return " · ".join([*words, wording.number(score, language)])
    return " · ".join([*words, wording.standing(quote.origin, language)])


def _cut(metrics: QFontMetricsF, words: str, width: float) -> str:
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, width))
