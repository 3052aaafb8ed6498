"""Recipes: which components a training has, which of them learn, and where each of them begins.

The components of the pipeline that training begins with are taken over where the language fits. One
stays as it is (frozen) where there is nothing to learn for it; labels that it does not know are added.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.training_config import Plan, training_config
from rotstift.nlp.training_data import Lesson
from rotstift.nlp.training_state import LEARNT

ENTITIES = ("rotstift_entities", "ner")
QUOTES = ("rotstift_quotes", "spancat")
"""Factories of what learns entities and quotes: ours, and spaCy's in pipelines trained without ours."""

GENTLY: Mapping[str, Any] = {
    "dropout": 0.3,
    "optimizer": {"use_averages": True},
    "batcher": {"size": {"start": 500, "stop": 1500, "compound": 1.01}},
}
"""For weights that are good already: averaged ones, and some articles in each step."""

NO_BASE = QT_TRANSLATE_NOOP(
    "Messages", "There is no pipeline to begin with, so this one learns from nothing."
)
OTHER_LANGUAGE = QT_TRANSLATE_NOOP(
    "Messages",
    "The pipeline to begin with is for “{theirs}”, the articles are in “{ours}”: "
    "the new one learns from nothing.",
)
OTHER_LABELS = QT_TRANSLATE_NOOP(
    "Messages",
    "The pipeline to begin with does not know the labels {labels}: it learns them from these articles alone.",
)
OTHER_COMPONENT = QT_TRANSLATE_NOOP(
    "Messages",
    "Our entity component could not take these labels ({reason}); spaCy's own learns them.",
)
NO_ENTITIES = QT_TRANSLATE_NOOP(
    "Messages", "No entity is marked in the articles to learn from: entities stay as they were."
)
NO_QUOTES = QT_TRANSLATE_NOOP(
    "Messages", "No quote is marked in the articles to learn from: quotes stay as they were."
)
QUOTES_NOT_LEARNT = QT_TRANSLATE_NOOP(
    "Messages", "Quotes are not learnt: the rules go on finding them."
)


class Start(StrEnum):
    """Where a component begins."""

    GOES_ON = "goes on"
    """With the weights that it has, and learns."""
    FROZEN = "frozen"
    """As it is, and stays so."""
    WIDER = "wider"
    """With the weights that it has and more labels, and learns."""


@dataclass(frozen=True, slots=True)
class Base:
    """A pipeline to begin with, as its files describe it."""

    folder: Path
    language: str
    factories: Mapping[str, str]
    """Of each component, in the pipeline's order."""
    labels: Mapping[str, frozenset[str]]
    annotating: tuple[str, ...]
    weights: Mapping[str, float | None]
    """How its score is made of those of its components."""
    told: Mapping[str, Any]
    """What its meta.json says of how it wants to be used."""

    @classmethod
    def of(cls, folder: Path) -> "Base | None":
        """The pipeline in the folder; None where there is none."""
        import json

        from spacy.util import load_config

        if not (folder / "config.cfg").is_file() or not (folder / "meta.json").is_file():
            return None
        config = load_config(folder / "config.cfg", interpolate=True)
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        training = config.get("training", {})
        blocks = {name: config["components"][name] for name in config["nlp"]["pipeline"]}
        return cls(
            folder,
            str(config["nlp"]["lang"]),
            {name: str(block.get("factory", "")) for name, block in blocks.items()},
            {name: frozenset(labels) for name, labels in meta.get("labels", {}).items()},
            tuple(training.get("annotating_components", ())),
            dict(training.get("score_weights", {})),
            _told(meta),
        )

    def named(self, factories: tuple[str, ...]) -> str | None:
        """The component that one of the factories made."""
        return next((name for name, one in self.factories.items() if one in factories), None)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a training is made of."""

    plan: Plan
    """spaCy's own components, and everything about the loop."""
    base: Base | None = None
    starts: Mapping[str, Start] = field(default_factory=dict)
    """Components of the base."""
    notes: tuple[Sentence, ...] = ()
    told: Mapping[str, Any] = field(default_factory=dict)
    """For the new pipeline's meta.json: how it wants to be used."""

    @property
    def whole(self) -> bool:
        """All of it can work before it has learnt anything."""
        return bool(self.starts) and not self.plan.pipes

    @property
    def learns(self) -> bool:
        """Some component does."""
        return bool(self.plan.pipes) or any(
            start is not Start.FROZEN for start in self.starts.values()
        )

    def with_stock_entities(self, reason: str) -> "Recipe":
        """The same with spaCy's entity component in place of ours."""
        name = self.base.named(ENTITIES) if self.base else None
        starts = {key: start for key, start in self.starts.items() if key != name}
        note = Sentence(OTHER_COMPONENT, reason=reason)
        plan = replace(self.plan, entities=True)
        return replace(self, plan=plan, starts=starts, notes=(*self.notes, note))


def recipe_for(lesson: Lesson, plan: Plan, base: Base | None, quotes: bool | None) -> Recipe:
    """Decide. `plan` says how long, how often, with which seed; `quotes` None: where ours can begin."""
    stock = replace(
        plan, entities=bool(lesson.labels), longest_quote=lesson.longest if quotes else 0
    )
    if base is None or base.language != lesson.language:
        return _from_nothing(lesson, stock, base)
    ours = {
        base.named(ENTITIES): _entities(lesson, base),
        base.named(QUOTES): _quotes(lesson, quotes),
    }
    starts = {name: ours.get(name, Start.GOES_ON) for name in base.factories}
    plan = replace(
        stock,
        entities=stock.entities and base.named(ENTITIES) is None,
        longest_quote=stock.longest_quote if base.named(QUOTES) is None else 0,
    )
    notes = tuple(_notes(starts, base, lesson, quotes))
    return Recipe(plan, base, starts, notes, {**base.told, **_about(plan)})


def _from_nothing(lesson: Lesson, stock: Plan, base: Base | None) -> Recipe:
    """spaCy's own components, and why."""
    why = (
        Sentence(OTHER_LANGUAGE, theirs=base.language, ours=lesson.language)
        if base
        else Sentence(NO_BASE)
    )
    rules = (Sentence(QUOTES_NOT_LEARNT),) if lesson.quotes and not stock.longest_quote else ()
    return Recipe(stock, notes=(why, *rules), told=_about(stock))


def _about(plan: Plan) -> dict[str, bool]:
    """All our docs are whole articles; spaCy's quotes take the place of our rules' ones."""
    return {"whole": True} | ({"quotes": True} if plan.longest_quote else {})


def _told(meta: Mapping[str, Any]) -> dict[str, Any]:
    """ "whole": it reads articles, not lines; "quotes": the quotes that it gives are all there are."""
    told = meta.get(LEARNT)
    return {key: told[key] for key in ("whole", "quotes") if key in told} if told else {}


def _entities(lesson: Lesson, base: Base) -> Start:
    if not lesson.labels:
        return Start.FROZEN
    known = base.labels.get(base.named(ENTITIES) or "", frozenset())
    return Start.GOES_ON if lesson.labels <= known else Start.WIDER


def _quotes(lesson: Lesson, quotes: bool | None) -> Start:
    return Start.GOES_ON if lesson.quotes and quotes is not False else Start.FROZEN


def _notes(
    starts: Mapping[str, Start], base: Base, lesson: Lesson, quotes: bool | None
) -> Iterator[Sentence]:
    entities, found = base.named(ENTITIES), base.named(QUOTES)
    if entities and starts[entities] is Start.WIDER:
        unknown = sorted(lesson.labels - base.labels.get(entities, frozenset()))
        yield Sentence(OTHER_LABELS, labels=", ".join(unknown))
    if entities and starts[entities] is Start.FROZEN:
        yield Sentence(NO_ENTITIES)
    if found and not lesson.quotes:
        yield Sentence(NO_QUOTES)
    if found is None and lesson.quotes and not quotes:
        yield Sentence(QUOTES_NOT_LEARNT)


def config_of(recipe: Recipe, train: str | Path, dev: str | Path) -> Any:
    """A complete spaCy Config. Raises ValueError when there is nothing to train."""
    if recipe.base is None or not recipe.starts:
        return training_config(recipe.plan, train, dev)
    stock = recipe.plan.pipes
    config = training_config(
        recipe.plan if stock else replace(recipe.plan, entities=True), train, dev
    )
    made = config["components"] if stock else {}
    source = {"source": str(recipe.base.folder)}
    config["components"] = {**dict.fromkeys(recipe.starts, source), **made}
    config["nlp"]["pipeline"] = list(config["components"])
    if not recipe.plan.longest_quote:
        config["training"]["score_weights"] = _weights(recipe, recipe.base)
    config = config.merge({"training": GENTLY})
    frozen = [name for name, start in recipe.starts.items() if start is Start.FROZEN]
    config["training"]["frozen_components"] = frozen
    annotating = [name for name in recipe.base.annotating if name in recipe.starts]
    config["training"]["annotating_components"] += annotating
    base = str(recipe.base.folder)
    copy = {"@callbacks": "spacy.copy_from_base_model.v1", "tokenizer": base, "vocab": base}
    config["initialize"]["before_init"] = copy
    config["nlp"]["tokenizer"] = _tokenizer_of(recipe.base.folder)
    return config


def _weights(recipe: Recipe, base: Base) -> dict[str, float | None]:
    """What the components give that learn; nothing of those that are frozen."""
    from spacy.util import get_lang_class

    if "spancat" in base.factories.values():
        return dict(base.weights)  # its factory knows no name of ours
    language = get_lang_class(base.language)
    weights: dict[str, float | None] = {}
    for name, start in sorted(recipe.starts.items(), key=lambda pair: pair[1] is not Start.FROZEN):
        given = language.get_factory_meta(base.factories[name]).default_score_weights
        weights |= _nothing_of(given) if start is Start.FROZEN else given
    return weights


def _nothing_of(weights: Mapping[str, float | None]) -> dict[str, float | None]:
    """None stays: what it stands for is no number, and spaCy refuses a weight for it."""
    return {name: None if weight is None else 0.0 for name, weight in weights.items()}


def widen(nlp: Any, recipe: Recipe, labels: Iterable[str]) -> None:
    """Tell the components that learn more labels which. Raises what a component raises that cannot."""
    for name, start in recipe.starts.items():
        if start is Start.WIDER:
            pipe = nlp.get_pipe(name)
            for label in sorted(set(labels) - set(pipe.labels)):
                pipe.add_label(label)


def _tokenizer_of(folder: Path) -> Any:
    from spacy.util import load_config

    return load_config(folder / "config.cfg", interpolate=True)["nlp"]["tokenizer"]
