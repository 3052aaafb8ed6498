"""Recipe: what a pipeline's config.cfg asks for, read without spaCy, so that nothing of it can run.

spaCy resolves every function that the sections [nlp] and [components] name while it loads; any
function that any installed package has registered can stand there. So only the kinds that
pipelines are made of may be named, and none that reads files or calls programs.
"""

import json
from collections.abc import Iterator, Mapping
from configparser import Error, RawConfigParser
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.suggest import SuggestError

OURS: Mapping[str, str] = {
    "rotstift_entities": "rotstift.nlp.ner.component",
    "rotstift_quotes": "rotstift.nlp.quotes.model.component",
}
"""Our own factories -> the module that makes them known to spaCy when it is imported."""
CORE = frozenset(
    [
        "attribute_ruler",
        "beam_ner",
        "beam_parser",
        "doc_cleaner",
        "entity_linker",
        "entity_ruler",
        "future_entity_ruler",
        "lemmatizer",
        "merge_entities",
        "merge_noun_chunks",
        "merge_subtokens",
        "morphologizer",
        "ner",
        "nn_labeller",
        "parser",
        "sentencizer",
        "senter",
        "span_cleaner",
        "span_finder",
        "span_resolver",
        "span_ruler",
        "spancat",
        "spancat_singlelabel",
        "tagger",
        "textcat",
        "textcat_multilabel",
        "tok2vec",
        "token_splitter",
        "trainable_lemmatizer",
    ]
)
"""The factories that come with spaCy 3.8."""
PACKAGES: Mapping[str, str] = {
    "transformer": "spacy-transformers",
    "curated_transformer": "spacy-curated-transformers",
    "coreferee": "coreferee",
    "llm": "spacy-llm",
}
"""Factories that need a package of their own."""
_FREE = frozenset(
    [
        "architectures",
        "layers",
        "scorers",
        "tokenizers",
        "vectors",
        "span_getters",
        "annotation_setters",
    ]
)
"""Kinds of functions that make parts of a network or count scores."""
_MISC = frozenset(
    [
        "spacy.ngram_suggester.v1",
        "spacy.ngram_range_suggester.v1",
        "spacy.preset_spans_suggester.v1",
        "spacy.first_longest_spans_filter.v1",
        "spacy.prioritize_new_ents_filter.v1",
        "spacy.prioritize_existing_ents_filter.v1",
        "spacy.levenshtein_compare.v1",
        "spacy.EmptyKB.v1",
        "spacy.EmptyKB.v2",
        "spacy.CandidateGenerator.v1",
        "spacy.CandidateBatchGenerator.v1",
        "spacy.LookupsDataLoader.v1",
    ]
)
_LLM_MISC = frozenset(
    ["spacy.BatchCache.v1", "spacy.LowercaseNormalizer.v1", "spacy.StripNormalizer.v1"]
)
_LOADED = ("nlp", "components", "paths", "system", "vars")
"""Sections that spaCy reads while it loads; the others are for training."""
_LATER = ("training", "pretraining", "initialize", "corpora")
_LLM_DEFAULT = "spacy.GPT-3-5.v2"
"""What spacy-llm 0.7 asks when the config names no model."""
LARGEST = 4 << 20
"""Bytes of a config that is read."""

_NO_CONFIG = QT_TRANSLATE_NOOP(
    "Messages", "The pipeline {name} has no config.cfg that can be read ({reason})."
)
_FORBIDDEN = QT_TRANSLATE_NOOP(
    "Messages",
    "The pipeline {name} is not loaded: its config.cfg asks for {what}, which no pipeline needs to make suggestions.",
)
_MISSING = QT_TRANSLATE_NOOP(
    "Messages",
    "The pipeline {name} has a component “{factory}” whose program is not installed here: install the package that it comes from ({package}), then try again.",
)
_FROM_AUTHOR = QT_TRANSLATE_NOOP("Messages", "its author says which")


@dataclass(frozen=True)
class Recipe:
    """A config.cfg: section name -> its values, JSON where they are."""

    name: str
    """What the person calls the pipeline: for the sentences."""
    sections: Mapping[str, Mapping[str, Any]]

    @cached_property
    def language(self) -> str:
        """spaCy's code, such as "de"; "" where it is not said."""
        return str(self.sections.get("nlp", {}).get("lang") or "")

    @cached_property
    def factories(self) -> Mapping[str, str]:
        """Component -> factory, in the order in which they work."""
        order = self.sections.get("nlp", {}).get("pipeline") or []
        names = [str(one) for one in order] if isinstance(order, list) else []
        return {name: str(self._component(name).get("factory") or name) for name in names}

    def _component(self, name: str) -> Mapping[str, Any]:
        return self.sections.get(f"components.{name}", {})

    @property
    def asks_a_service(self) -> bool:
        """True where a component may send texts to somebody else."""
        every = [str(one.get("factory", "")) for one in self.sections.values()]
        return any(factory.startswith("llm") for factory in (*every, *self.factories.values()))

    @property
    def services(self) -> str:
        """Which models its components ask, and at which address: what the person is told."""
        asked = [
            _service(self.sections.get(f"components.{name}.model", {}))
            for name, factory in self.factories.items()
            if factory.startswith("llm")
        ]
        return ", ".join(dict.fromkeys(asked))

    def check(self, *, service: bool = False) -> None:
        """Raise SuggestError where something is asked for that no pipeline needs.

        `service`: what spacy-llm needs may be named, too.
        """
        for what in _forbidden(self.sections, service=service):
            raise SuggestError(Sentence(_FORBIDDEN, name=repr(self.name), what=what))

    def check_installed(self) -> None:
        """Raise SuggestError where a component is of a package that is not here."""
        known = {*CORE, *OURS, *(point.name for point in entry_points(group="spacy_factories"))}
        for factory in self.factories.values():
            if factory not in known:
                package = PACKAGES.get(factory, Sentence(_FROM_AUTHOR))
                raise SuggestError(
                    Sentence(_MISSING, name=repr(self.name), factory=factory, package=package)
                )


def _service(model: Mapping[str, Any]) -> str:
    kind = str(model.get("@llm_models") or _LLM_DEFAULT)
    where = [model[key] for key in ("name", "endpoint", "base_url") if model.get(key)]
    return f"{kind} ({', '.join(map(str, where))})" if where else kind


def read_recipe(path: Path, name: str) -> Recipe:
    """The config.cfg at that path. Raises SuggestError."""
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError(f"more than {LARGEST >> 20} MB")
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SuggestError(Sentence(_NO_CONFIG, name=repr(name), reason=reason)) from None
    return parse_recipe(text, name)


def parse_recipe(text: str, name: str) -> Recipe:
    """The same from its text. Raises SuggestError."""
    parser = RawConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    try:
        parser.read_string(text)
    except Error as error:
        reason = str(error).split("\n", 1)[0].rstrip(".:")
        raise SuggestError(Sentence(_NO_CONFIG, name=repr(name), reason=reason)) from None
    sections = {key: {k: _value(v) for k, v in parser[key].items()} for key in parser.sections()}
    if parser.defaults():
        sections["DEFAULT"] = {key: _value(value) for key, value in parser.defaults().items()}
    return Recipe(name, sections)


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _forbidden(sections: Mapping[str, Mapping[str, Any]], *, service: bool) -> Iterator[str]:
    """What is named in a section that is read while loading, and is not on the lists."""
    for section, values in sections.items():
        top = section.split(".", 1)[0]
        if top in _LATER:
            continue
        if top not in _LOADED:
            yield f"[{section}]"
        for key, value in _pairs(values):
            if key.startswith("@") and not _allowed(key[1:], value, service=service):
                yield f"{key} = {value}"
            elif isinstance(value, str) and "${" in value and _leads_out(value):
                yield value
            elif section.count(".") == 1 and _from_elsewhere(key, value):
                yield f"{key} = {value}"


def _from_elsewhere(key: str, value: Any) -> bool:
    """A component that another pipeline is loaded for, or whose kind stands somewhere else."""
    return key == "source" or (key == "factory" and "${" in str(value))


def _allowed(kind: str, name: Any, *, service: bool) -> bool:
    if kind == "misc":
        return name in _MISC
    if service and kind in ("llm_tasks", "llm_models"):
        return str(name).startswith(("spacy.", "langchain."))
    if service and kind == "llm_misc":
        return name in _LLM_MISC
    return kind in _FREE and "${" not in str(name)


def _leads_out(value: str) -> bool:
    """A ${reference} into a section that is not read while loading otherwise."""
    targets = [part.split("}", 1)[0].strip() for part in value.split("${")[1:]]
    return any(target.replace(":", ".").split(".", 1)[0] not in _LOADED for target in targets)


def _pairs(value: Any) -> Iterator[tuple[str, Any]]:
    """Every key with its value, however deep."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key), inner
            yield from _pairs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield "", inner
            yield from _pairs(inner)
