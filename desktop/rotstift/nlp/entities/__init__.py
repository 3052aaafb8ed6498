"""Entities without any download: name lists, patterns and a small tagger. Needs no spaCy."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from rotstift.model.items import Entity, Markable, Origin, Standing, Zone, new_id
from rotstift.nlp.entities.english import find_english
from rotstift.nlp.entities.evidence import LEAST, score_of
from rotstift.nlp.entities.gazetteer import find_listed, find_parts
from rotstift.nlp.entities.patterns import find_patterns
from rotstift.nlp.entities.persons import find_persons, find_repeats, surnames
from rotstift.nlp.entities.resolve import chosen, identities
from rotstift.nlp.entities.tokens import Candidate, Line, Token, tokenize
from rotstift.nlp.suggest import Request

_ENGLISH = frozenset(
    [
        "the",
        "and",
        "of",
        "to",
        "in",
        "is",
        "was",
        "for",
        "that",
        "said",
        "with",
        "from",
        "by",
        "as",
        "his",
        "are",
    ]
)
_GERMAN = frozenset(
    [
        "der",
        "die",
        "das",
        "und",
        "in",
        "den",
        "von",
        "zu",
        "mit",
        "ist",
        "im",
        "sich",
        "auf",
        "für",
        "ein",
        "eine",
        "nicht",
        "dem",
        "des",
    ]
)
LONGEST_WORD = 60
"""Letters of a word that the tagger gets to see: its time grows with the square of the length."""
_MODELS = {"de": "morphmodel_ger.pgz", "en": "morphmodel_en.pgz"}


class _Tagger:
    """HanTa, one model a language, loaded when the first line needs it (0.15 s)."""

    def __init__(self) -> None:
        self._loaded: dict[str, Any] = {}

    def tag(self, tokens: list[Token], language: str) -> list[Token]:
        """The tokens with their tags."""
        if language not in self._loaded:
            from HanTa.HanoverTagger import HanoverTagger

            self._loaded[language] = HanoverTagger(_MODELS[language])
        tags = self._loaded[language].tag_sent([token.text[:LONGEST_WORD] for token in tokens])
        return [replace(token, tag=tag[2]) for token, tag in zip(tokens, tags, strict=True)]


def language_of(text: str) -> str:
    """ "en" where English small words are clearly more frequent than German ones, else "de"."""
    words = text.lower().split()
    english = sum(word in _ENGLISH for word in words)
    german = sum(word in _GERMAN for word in words)
    return "en" if english > 1.5 * german else "de"


@dataclass(frozen=True)
class EntityRules:
    """PER, ORG, LOC and MISC from lists and patterns, each with the measured score of its evidence."""

    name: str = "rotstift-entities"
    version: str = "1"

    @cached_property
    def _tagger(self) -> _Tagger:
        return _Tagger()

    def suggest(self, request: Request) -> list[Markable]:
        """The entities of the article, none overlapping another."""
        lines = self._lines(request)
        entities = chosen(candidates(lines), LEAST)
        author = f"{self.name} {self.version}"
        zones = {candidate.span: line.zone for line in lines for candidate in line.found}
        return [
            Entity(
                new_id(),
                entity.span,
                entity.label,
                Origin(author, Standing.SUGGESTED, score_of(entity.evidence, zones[entity.span])),
                identity,
            )
            for entity, identity in zip(entities, identities(entities), strict=True)
        ]

    def _lines(self, request: Request) -> list[Line]:
        language, lines, start = language_of(request.text), [], 0
        for text in request.text.split("\n"):
            tokens = tokenize(text, start)
            if tokens:
                zone = _zone_at(request.zones, tokens[0].start)
                lines.append(Line(self._tagger.tag(tokens, language), zone, language))
            start += len(text) + 1
        return lines


def _zone_at(zones: Sequence[Zone], position: int) -> str:
    return next((zone.kind.value for zone in zones if zone.span.holds(position)), "")


def candidates(lines: Sequence[Line]) -> list[Candidate]:
    """Everything that any rule finds, line by line, then once more with what the article knows."""
    for line in lines:
        find_listed(line)
        find_persons(line)
        find_patterns(line)
        if line.language == "en":
            find_english(line)
    first = chosen([found for line in lines for found in line.found], LEAST)
    people = surnames([found for found in first if found.label == "PER" and _names_one(found)])
    listed = [
        found for found in first if found.evidence.endswith(("list", "club", "legal", "region"))
    ]
    known = {found.name: found.label for found in listed} | dict.fromkeys(people, "PER")
    for line in lines:
        find_repeats(line, people)
        find_parts(line, known)
    return [found for line in lines for found in line.found]


def _names_one(person: Candidate) -> bool:
    """A name that later mentions can go back to: sure enough, and in full or with a title."""
    if person.evidence == "per.title":
        return True
    return " " in person.name and person.evidence in ("per.first", "per.first.noun")


__all__ = ["LEAST", "EntityRules", "Request", "candidates", "language_of"]
