"""A spaCy pipeline as a suggester: its labels become ours, its offsets the article's."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rotstift.model.items import Markable, Origin, Standing
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.align import SPACES
from rotstift.nlp.doc_reader import DocReader
from rotstift.nlp.library import shelf
from rotstift.nlp.library.card import package_folder
from rotstift.nlp.library.recipe import OURS, Recipe, read_recipe
from rotstift.nlp.library.tables import LABELS, QUOTE_TYPES
from rotstift.nlp.suggest import Request, SuggestError, Suggestions, author_of, looks_like_path

_MODEL_INPUT = SPACES | str.maketrans({"\t": " "})
"""One character for one: for the model's input only."""
_SAMPLE = 1 << 20
"""Bytes of each end of a file that go into a pipeline's version."""
_LONGEST = 20_000_000
"""Characters of an article that our own components, or a service, are given at once."""
_PORTION = 32
"""Docs that go through a component together: more of them only hold more memory."""

_UNKNOWN = QT_TRANSLATE_NOOP("Messages", "it is neither built in nor added nor installed")
_NO_PIPELINE = QT_TRANSLATE_NOOP("Messages", "There is no pipeline {name}: {reason}.")
_NOT_LOADED = QT_TRANSLATE_NOOP("Messages", "The pipeline {name} could not be loaded ({reason}).")
_NO_CODE = QT_TRANSLATE_NOOP(
    "Messages",
    "The pipeline {name} has a component whose program is not installed here ({reason}): install the package that it comes from.",
)
_CHANGED = QT_TRANSLATE_NOOP(
    "Messages", "The pipeline {name} gave the article's text back changed, so nothing of it fits."
)
_OFF = QT_TRANSLATE_NOOP(
    "Messages",
    "The pipeline {name} would send the text of every article to a service outside ({service}), which is off: add its config.cfg with “rotstift pipeline add … --llm” if you want that.",
)
_NO_LLM = QT_TRANSLATE_NOOP(
    "Messages", "The pipeline {name} needs spacy-llm: pip install 'rotstift[llm]' installs it."
)


@dataclass(frozen=True)
class SpacyPipeline:
    """A loaded spaCy pipeline.

    It reads the article line by line, since sentences trained it and not pages, unless it says that
    it wants whole articles.
    """

    name: str
    version: str
    nlp: Any
    whole: bool = False
    """One Doc an article."""
    gives_quotes: bool = False
    """It has a component for quotes: where it finds none, there are none."""
    gives_entities: bool = True
    labels: Mapping[str, str] = field(default_factory=lambda: LABELS)
    """Its entity labels -> the scheme's; one that was trained here knows the scheme's own."""
    takes_zones: bool = False
    """It has a component that looks for doc.spans["zones"], filled as docbin.py does."""

    def suggest(self, request: Request) -> list[Markable]:
        """Entities of doc.ents; quotes where doc.spans has them in our layout."""
        return list(self.suggestions(request).items)

    def suggestions(self, request: Request) -> Suggestions:
        """The items, and the labels that have no place in the scheme."""
        return self.each([request])[0]

    def each(self, requests: Sequence[Request]) -> list[Suggestions]:
        """The same for several articles at once; what spaCy keeps for them goes at the end."""
        items: list[list[Markable]] = [[] for _ in requests]
        left_out: list[Counter[str]] = [Counter() for _ in requests]
        origin = Origin(author_of(self), Standing.SUGGESTED)
        with self.nlp.memory_zone():
            inputs = list(self._inputs(requests))
            docs = self.nlp.pipe((given for given, _ in inputs), batch_size=_PORTION)
            for doc, (_, (at, start, source)) in zip(docs, inputs, strict=True):
                if doc.text != source:
                    raise SuggestError(Sentence(_CHANGED, name=repr(self.name)))
                items[at].extend(DocReader(doc, start, origin, left_out[at], self.labels).items())
        return [Suggestions(tuple(one), left) for one, left in zip(items, left_out, strict=True)]

    def _inputs(self, requests: Sequence[Request]) -> Iterator[tuple[Any, tuple[int, int, str]]]:
        """What goes into the pipeline, with the article's number, the place in it, and the text."""
        for number, request in enumerate(requests):
            text = request.text.translate(_MODEL_INPUT)
            if not self.whole:
                for start, line in _lines(text):
                    yield line, (number, start, line)
            elif text.strip():
                doc = self.nlp.make_doc(text)
                if self.takes_zones:
                    doc.spans["zones"] = list(_zone_spans(doc, request))
                yield doc, (number, 0, text)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Where each line that is not blank starts, and the line."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def _zone_spans(doc: Any, request: Request) -> Iterator[Any]:
    """The zones on whole tokens; one that holds none has no place."""
    for zone in request.zones:
        start, end = zone.span.start, zone.span.end
        span = doc.char_span(
            start, end, label=zone.kind.value, span_id=zone.id, alignment_mode="contract"
        )
        if span is not None:
            yield span


def load_spacy(name: str) -> SpacyPipeline:
    """A spaCy pipeline by the name it was added under, its package's name or its folder.

    What its config.cfg asks for is looked at before spaCy sees it. Raises SuggestError with one
    sentence, whatever goes wrong inside spaCy.
    """
    added = shelf.find(name)
    target = added or (Path(name).expanduser() if looks_like_path(name) else name)
    folder = target if isinstance(target, Path) else package_folder(name)
    recipe = read_recipe(folder / "config.cfg", name) if folder else None
    if recipe:
        _check(recipe, llm=added is not None and shelf.note_of(added).llm, trusted=target is name)
    return _pipeline(_loaded(name, target, recipe), target, recipe)


def _check(recipe: Recipe, *, llm: bool, trusted: bool) -> None:
    """Raise SuggestError where a pipeline may not be loaded; an installed package's is trusted."""
    if recipe.asks_a_service and not llm:
        raise SuggestError(Sentence(_OFF, name=repr(recipe.name), service=recipe.services))
    if recipe.asks_a_service and find_spec("spacy_llm") is None:
        raise SuggestError(Sentence(_NO_LLM, name=repr(recipe.name)))
    if not trusted:
        recipe.check(service=llm)
        recipe.check_installed()


def _pipeline(nlp: Any, target: str | Path, recipe: Recipe | None) -> SpacyPipeline:
    factories = set(recipe.factories.values()) if recipe else set()
    says = nlp.meta.get("rotstift")
    wishes = says if isinstance(says, Mapping) else {}
    whole = bool(wishes.get("whole") or factories & set(OURS) or (recipe and recipe.asks_a_service))
    if whole:
        nlp.max_length = max(nlp.max_length, _LONGEST)
    quotes = "rotstift_quotes" in factories or wishes.get("quotes") is True
    only_quotes = quotes and factories <= {"rotstift_quotes", "tok2vec", "sentencizer", "senter"}
    return SpacyPipeline(
        _name(nlp, target),
        _version(nlp, target),
        nlp,
        whole=whole,
        gives_quotes=quotes,
        gives_entities=not only_quotes,
        labels={**LABELS, **{str(label): str(label) for label in wishes.get("labels") or ()}},
        takes_zones=bool(factories & set(OURS)),
    )


def _loaded(name: str, target: str | Path, recipe: Recipe | None) -> Any:
    """spaCy's object. Raises SuggestError."""
    import spacy

    try:
        if recipe:
            _register(recipe)
        if recipe and recipe.asks_a_service and isinstance(target, Path):
            from spacy_llm.util import assemble

            return assemble(target / "config.cfg")
        return spacy.load(target)
    except OSError as error:
        reason = Sentence(_UNKNOWN) if "E050" in str(error) else _first_line(error)
        raise SuggestError(Sentence(_NO_PIPELINE, name=repr(name), reason=reason)) from None
    except Exception as error:
        missing = any(code in str(error) for code in ("E002", "E893"))
        reason = f"{type(error).__name__}: {_first_line(error)}"
        raise SuggestError(
            Sentence(_NO_CODE if missing else _NOT_LOADED, name=repr(name), reason=reason)
        ) from error


def _register(recipe: Recipe) -> None:
    """Our own components make themselves known to spaCy only when a pipeline has them."""
    for factory in recipe.factories.values():
        if factory in OURS:
            import_module(OURS[factory])


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0].rstrip(".")


def _name(nlp: Any, target: str | Path) -> str:
    """A package's own name; for a folder the last part that says more than "model-best"."""
    if isinstance(target, str):
        return target
    parts = [part for part in target.resolve().parts if part not in ("model-best", "model-last")]
    return parts[-1] if parts else str(nlp.meta["name"])


def _version(nlp: Any, target: str | Path) -> str:
    """A package's version; for a folder also a digest, since training always writes 0.0.0."""
    version = str(nlp.meta.get("version", "0"))
    return version if isinstance(target, str) else f"{version}-{_digest(target)}"


def _digest(folder: Path) -> str:
    """8 hex digits over the names, sizes and both ends of all files that are the pipeline's."""
    total = hashlib.sha256()
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != shelf.NOTE)
    for file in sorted(files):
        size = file.stat().st_size
        total.update(f"{file.relative_to(folder).as_posix()} {size}\n".encode())
        with file.open("rb") as stream:
            total.update(stream.read(_SAMPLE))
            if size > _SAMPLE:
                stream.seek(max(_SAMPLE, size - _SAMPLE))
                total.update(stream.read(_SAMPLE))
    return total.hexdigest()[:8]


__all__ = ["LABELS", "QUOTE_TYPES", "SpacyPipeline", "load_spacy"]
