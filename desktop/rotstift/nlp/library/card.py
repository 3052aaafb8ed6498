"""Card: what a pipeline is, read from its meta.json; nothing of it is loaded."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rotstift.model.codec import Json
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.library.recipe import Recipe, read_recipe
from rotstift.nlp.library.tables import LABELS, QUOTE_TYPES
from rotstift.nlp.suggest import SuggestError

_NO_META = QT_TRANSLATE_NOOP(
    "Messages", "The pipeline {name} has no meta.json that can be read ({reason})."
)
_OTHER_SPACY = QT_TRANSLATE_NOOP(
    "Messages",
    "It was made for spaCy {asked}; spaCy {here} is installed here, with which it may find other things or not load.",
)
_SENDS = QT_TRANSLATE_NOOP("Messages", "It sends the articles' texts to a service: {service}.")
_ENTITIES = ("ner", "beam_ner", "entity_ruler", "rotstift_entities", "llm", "llm_ner")
_QUOTES = ("spancat", "spancat_singlelabel", "rotstift_quotes")
LARGEST = 4 << 20
"""Bytes of a meta.json that is read."""


@dataclass(frozen=True, slots=True)
class Card:
    """What the person is shown before a pipeline is loaded."""

    name: str
    source: str
    """built-in, plug-in, added, spacy (an installed package) or folder."""
    version: str = ""
    language: str = ""
    licence: str = ""
    author: str = ""
    url: str = ""
    description: str = ""
    components: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    """Label of the pipeline -> what it becomes here; "" for one that has no place."""
    size: int = 0
    """Bytes on disk."""
    spacy: str = ""
    """The versions of spaCy that it says it needs."""
    requirements: tuple[str, ...] = ()
    notes: tuple[Sentence, ...] = ()
    """What the person should know."""
    problem: str = ""
    """Why it cannot be used, one sentence; empty when nothing is known to be wrong."""
    origin: str = ""
    """The file or address that it came from."""
    sha256: str = ""
    path: str = ""

    def to_json(self) -> Json:
        """Plain data, as `--json` prints it."""
        plain = {key: getattr(self, key) for key in self.__slots__}
        lists = {key: list(map(str, plain[key])) for key in ("components", "requirements", "notes")}
        return plain | lists | {"labels": dict(self.labels), "problem": str(self.problem)}


def card_of(folder: Path, name: str, source: str, origin: str = "", sha256: str = "") -> Card:
    """The card of the pipeline in a folder; what is wrong with it stands in `problem`."""
    try:
        recipe, meta = read_recipe(folder / "config.cfg", name), read_meta(folder, name)
    except SuggestError as error:
        return Card(name, source, problem=error.args[0], path=str(folder), size=_size(folder))
    return Card(
        name,
        source,
        version=_text(meta, "version"),
        language=_text(meta, "lang") or recipe.language,
        licence=_text(meta, "license"),
        author=_text(meta, "author"),
        url=_text(meta, "url"),
        description=_text(meta, "description"),
        components=tuple(recipe.factories),
        labels=_labels(meta, recipe),
        size=_size(folder),
        spacy=_text(meta, "spacy_version"),
        requirements=_list(meta, "requirements"),
        notes=tuple(_notes(meta, recipe)),
        problem=_problem(recipe, service=source == "added"),
        origin=origin,
        sha256=sha256,
        path=str(folder),
    )


def read_meta(folder: Path, name: str) -> Json:
    """The folder's meta.json. Raises SuggestError."""
    try:
        path = folder / "meta.json"
        if path.stat().st_size > LARGEST:
            raise ValueError(f"more than {LARGEST >> 20} MB")
        meta = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(meta, dict):
            raise ValueError("no JSON object")
    except (OSError, ValueError, RecursionError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SuggestError(Sentence(_NO_META, name=repr(name), reason=reason)) from None
    return meta


def _text(meta: Json, key: str) -> str:
    value = meta.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _list(meta: Json, key: str) -> tuple[str, ...]:
    value = meta.get(key)
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _labels(meta: Json, recipe: Recipe) -> Mapping[str, str]:
    """The labels of the components that make entities or quotes."""
    known = meta.get("labels")
    labels = known if isinstance(known, Mapping) else {}
    entities = {**LABELS, **_own(meta)}
    found: dict[str, str] = {}
    for component, factory in recipe.factories.items():
        table: Mapping[str, str] = entities if factory in _ENTITIES else {}
        if factory in _QUOTES:
            table = QUOTE_TYPES
        if factory in (*_ENTITIES, *_QUOTES):
            found |= {str(one): table.get(str(one), "") for one in labels.get(component) or ()}
    return found


def _own(meta: Json) -> Mapping[str, str]:
    """The labels of a scheme that the pipeline was trained with: they are what they become."""
    says = meta.get("rotstift")
    own = says.get("labels") if isinstance(says, Mapping) else ()
    return {str(label): str(label) for label in own} if isinstance(own, list) else {}


def _problem(recipe: Recipe, *, service: bool) -> str:
    try:
        recipe.check(service=service)
        recipe.check_installed()
    except SuggestError as error:
        return str(error.args[0])
    return ""


def _notes(meta: Json, recipe: Recipe) -> list[Sentence]:
    notes = []
    asked, here = _text(meta, "spacy_version"), _installed("spacy")
    if asked and here and not _fits(here, asked):
        notes.append(Sentence(_OTHER_SPACY, asked=asked, here=here))
    if recipe.asks_a_service:
        notes.append(Sentence(_SENDS, service=recipe.services))
    return notes


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _fits(here: str, asked: str) -> bool:
    """Also true where `asked` is nothing that can be compared."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        return SpecifierSet(asked).contains(here, prereleases=True)
    except InvalidSpecifier:
        return True


def package_folder(name: str) -> Path | None:
    """Where an installed pipeline's data stands; found without importing the package."""
    try:
        spec = find_spec(name) if name.isidentifier() else None
    except (ImportError, ValueError):
        return None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        inner = sorted(Path(place).glob("*/config.cfg"))
        if inner or (Path(place) / "config.cfg").is_file():
            return inner[-1].parent if inner else Path(place)
    return None


def meta_of(folder: Path, name: str) -> dict[str, Any]:
    """The folder's meta.json, or nothing."""
    try:
        return read_meta(folder, name)
    except SuggestError:
        return {}
