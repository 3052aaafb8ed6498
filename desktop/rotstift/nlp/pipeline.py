"""Pipelines: suggesters joined into one, and spaCy pipelines as suggesters."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rotstift.model.items import Entity, Markable, Mention, Negative, Quote, SourceKind
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.suggest import (
    Request,
    Suggester,
    SuggestError,
    Suggestions,
    author_of,
    looks_like_path,
    suggestions_of,
)
from rotstift.paths import resource

TRAINED = ("models", "rotstift-de")
"""Where a trained spaCy pipeline goes that replaces the entity rules of "rotstift-de"."""


@dataclass(frozen=True)
class Joined:
    """Several suggesters as one: each of them is asked, the ones named first go first.

    Entities of a later suggester stay only where they overlap none of an earlier one. Quotes and
    negatives come from the first suggester that has any quotes to offer.
    """

    name: str
    suggesters: tuple[Suggester, ...]

    @property
    def version(self) -> str:
        """The versions of all parts: "1+2"."""
        return "+".join(suggester.version for suggester in self.suggesters)

    def suggest(self, request: Request) -> list[Markable]:
        """The items of all parts, all under this one's name."""
        return list(self.suggestions(request).items)

    def suggestions(self, request: Request) -> Suggestions:
        """The items of all parts, and what any of them left out."""
        answers = [suggestions_of(suggester, request) for suggester in self.suggesters]
        left_out: Counter[str] = Counter()
        for answer in answers:
            left_out.update(answer.left_out)
        items = _with_kinds([*_entities(answers), *_quotes(answers)])
        return Suggestions(tuple(self._signed(item) for item in items), left_out)

    def _signed(self, item: Markable) -> Markable:
        return replace(item, origin=replace(item.origin, author=author_of(self)))


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


def rotstift_de() -> Joined:
    """The built-in pipeline: our entities and our quote rules.

    A trained pipeline in resources/models/rotstift-de takes the place of the entity rules.
    """
    from rotstift.nlp.quotes import QuoteRules

    return Joined("rotstift-de", (_entity_part(), QuoteRules()))


def _entity_part() -> Suggester:
    try:
        trained = resource(*TRAINED)
    except FileNotFoundError:
        trained = None
    if trained is not None and (trained / "meta.json").is_file():
        from rotstift.nlp.spacy_pipeline import load_spacy

        return load_spacy(str(trained))
    from rotstift.nlp.entities import EntityRules

    return EntityRules()


def from_spacy(name: str) -> Joined:
    """An installed spaCy package or a folder as a suggester; its quotes, or our rules' ones.

    Raises SuggestError with one sentence when there is no such pipeline or it cannot be loaded.
    """
    from rotstift.nlp.quotes import QuoteRules
    from rotstift.nlp.spacy_pipeline import load_spacy

    if looks_like_path(name):
        _check_folder(name)
    pipeline = load_spacy(name)
    return Joined(pipeline.name, (pipeline, QuoteRules()))


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
    """When the named folder's meta.json was written; 0 for what is no folder."""
    try:
        return (Path(name).expanduser() / "meta.json").stat().st_mtime
    except OSError:
        return 0.0
