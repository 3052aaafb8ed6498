"""Pipelines: suggesters joined into one, and spaCy pipelines as suggesters."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rotstift.model.items import Entity, Markable, Mention, Negative, Quote, SourceKind
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.library import shelf
from rotstift.nlp.library.card import read_meta
from rotstift.nlp.suggest import (
    Request,
    Suggester,
    SuggestError,
    Suggestions,
    author_of,
    looks_like_path,
    suggestions_of_each,
)
from rotstift.paths import resource

if TYPE_CHECKING:
    from rotstift.nlp.spacy_pipeline import SpacyPipeline

TRAINED = ("models", "rotstift-de")
"""Where the trained spaCy pipeline goes that "rotstift-de" reads German with."""
SERVED = ("de", "en")
"""Languages for which there are entities, too."""


@dataclass(frozen=True)
class Joined:
    """Several suggesters as one: each of them is asked, the ones named first go first.

    Entities of a later suggester stay only where they overlap none of an earlier one. Quotes and
    negatives come from the first suggester that has any quotes to offer.
    """

    name: str
    suggesters: tuple[Suggester, ...]
    signed_as: str = ""
    """The version to sign with, where this is a part of something larger."""

    @property
    def version(self) -> str:
        """The versions of all parts: "1+2"."""
        return self.signed_as or "+".join(suggester.version for suggester in self.suggesters)

    def suggest(self, request: Request) -> list[Markable]:
        """The items of all parts, all under this one's name."""
        return list(self.suggestions(request).items)

    def suggestions(self, request: Request) -> Suggestions:
        """The items of all parts, and what any of them left out."""
        return self.each([request])[0]

    def each(self, requests: Sequence[Request]) -> list[Suggestions]:
        """The same for several articles at once."""
        parts = [suggestions_of_each(suggester, requests) for suggester in self.suggesters]
        return [self._one(answers) for answers in zip(*parts, strict=True)]

    def _one(self, answers: Sequence[Suggestions]) -> Suggestions:
        left_out: Counter[str] = Counter()
        for answer in answers:
            left_out.update(answer.left_out)
        items = _with_kinds([*_entities(answers), *_quotes(answers)])
        author = author_of(self)
        return Suggestions(tuple(_signed(item, author) for item in items), left_out)


def _signed(item: Markable, author: str) -> Markable:
    return replace(item, origin=replace(item.origin, author=author))


def _entities(answers: Sequence[Suggestions]) -> Iterator[Entity]:
    taken: list[Span] = []
    for answer in answers:
        mine = [
            item
            for item in answer.items
            if isinstance(item, Entity) and not any(item.span.overlaps(span) for span in taken)
        ]
        taken.extend(item.span for item in mine)
        yield from mine


def _quotes(answers: Sequence[Suggestions]) -> list[Markable]:
    for answer in answers:
        found: list[Markable] = [
            item for item in answer.items if isinstance(item, Quote | Negative)
        ]
        if any(isinstance(item, Quote) for item in found):
            return found
    return [item for answer in answers for item in answer.items if isinstance(item, Negative)]


_KINDS = {"PER": SourceKind.PERSON, "ORG": SourceKind.ORGANISATION}


def _with_kinds(items: Sequence[Markable]) -> list[Markable]:
    """Speakers and addressees whose kind the rules could not tell get it from the name inside."""
    names = [item for item in items if isinstance(item, Entity) and item.label in _KINDS]

    def told(mention: Mention) -> Mention:
        inside = [name for name in names if mention.span.contains(name.span)]
        if mention.kind is not SourceKind.UNKNOWN or not inside:
            return mention
        return replace(mention, kind=_KINDS[inside[0].label])

    def with_kinds(quote: Quote) -> Quote:
        return replace(
            quote,
            speaker=tuple(map(told, quote.speaker)),
            addressee=tuple(map(told, quote.addressee)),
            via=tuple(map(told, quote.via)),
        )

    return [with_kinds(item) if isinstance(item, Quote) else item for item in items]


class BuiltIn:
    """The pipeline that comes along: each article by what there is for its language.

    German by the trained pipeline in resources/models/rotstift-de, where it stands there; German
    without it, and English, by our rules; any other language gets quotes by rule, and says so.
    """

    name = "rotstift-de"

    def __init__(self) -> None:
        self._parts: dict[str, Joined] = {}

    @cached_property
    def version(self) -> str:
        """The trained pipeline's, where there is one, and those of the rules."""
        from rotstift.nlp.entities import EntityRules
        from rotstift.nlp.quotes import QuoteRules

        folder = trained_folder()
        known = [str(read_meta(folder, self.name).get("version", "0"))] if folder else []
        return "+".join([*known, EntityRules().version, QuoteRules.version])

    def suggest(self, request: Request) -> list[Markable]:
        """The items, all under this one's name."""
        return list(self.suggestions(request).items)

    def suggestions(self, request: Request) -> Suggestions:
        """The items, and whether there was anything for the article's language."""
        return self.each([request])[0]

    def each(self, requests: Sequence[Request]) -> list[Suggestions]:
        """The same for several articles at once, those of one language together."""
        from rotstift.nlp.quotes.language import language_of

        languages = [language_of(request.text) for request in requests]
        answers: dict[int, Suggestions] = {}
        for language in dict.fromkeys(languages):
            mine = [number for number, code in enumerate(languages) if code == language]
            found = self._part(language).each([requests[number] for number in mine])
            served = language in SERVED
            told = found if served else [replace(one, unserved=language) for one in found]
            answers.update(zip(mine, told, strict=True))
        return [answers[number] for number in range(len(requests))]

    def _part(self, language: str) -> Joined:
        key = language if language in SERVED else ""
        if key not in self._parts:
            self._parts[key] = Joined(self.name, self._suggesters(key), self.version)
        return self._parts[key]

    @staticmethod
    def _suggesters(language: str) -> tuple[Suggester, ...]:
        from rotstift.nlp.entities import EntityRules
        from rotstift.nlp.quotes import QuoteRules

        if language == "de" and (folder := trained_folder()):
            from rotstift.nlp.spacy_pipeline import load_spacy

            return _completed(load_spacy(str(folder)))
        return (EntityRules(), QuoteRules()) if language else (QuoteRules(),)


def rotstift_de() -> BuiltIn:
    """The built-in pipeline."""
    return BuiltIn()


def trained_folder() -> Path | None:
    """Where the trained pipeline stands that was shipped; None where none was."""
    try:
        folder = resource(*TRAINED)
    except FileNotFoundError:
        return None
    return folder if (folder / "meta.json").is_file() else None


def _completed(pipeline: "SpacyPipeline") -> tuple[Suggester, ...]:
    """The pipeline, and our rules for what it has no component for."""
    from rotstift.nlp.entities import EntityRules
    from rotstift.nlp.quotes import QuoteRules

    entities = () if pipeline.gives_entities else (EntityRules(),)
    quotes = () if pipeline.gives_quotes else (QuoteRules(),)
    return (pipeline, *entities, *quotes)


def from_spacy(name: str) -> Joined:
    """An added or installed spaCy pipeline, or a folder, as a suggester; its quotes, or our rules'.

    Raises SuggestError with one sentence when there is no such pipeline or it cannot be loaded.
    """
    from rotstift.nlp.spacy_pipeline import load_spacy

    if looks_like_path(name) and shelf.find(name) is None:
        _check_folder(name)
    pipeline = load_spacy(name)
    return Joined(pipeline.name, _completed(pipeline))


def _check_folder(name: str) -> None:
    folder = Path(name).expanduser()
    if not folder.is_dir():
        raise SuggestError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Messages", "There is no folder {name}: name the folder of a spaCy pipeline."
                ),
                name=repr(name),
            )
        )
    if not (folder / "meta.json").is_file():
        raise SuggestError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "The folder {name} holds no spaCy pipeline (no meta.json): name the folder that training wrote, such as model-best.",
                ),
                name=repr(name),
            )
        )


class Loaded:
    """Pipelines by name, kept once loaded; a folder that changed is loaded anew."""

    def __init__(self, load: Callable[[str], Suggester]) -> None:
        self._load = load
        self._kept: dict[str, tuple[float, Suggester]] = {}

    def get(self, name: str) -> Suggester:
        """The pipeline with that name. Raises SuggestError."""
        stamp = _stamp(name)
        kept = self._kept.get(name)
        if kept is None or kept[0] != stamp:
            kept = (stamp, self._load(name))
            self._kept[name] = kept
        return kept[1]


def _stamp(name: str) -> float:
    """When the named folder's meta.json was written; 0 for what is no folder and was not added."""
    try:
        return ((shelf.find(name) or Path(name).expanduser()) / "meta.json").stat().st_mtime
    except OSError:
        return 0.0
