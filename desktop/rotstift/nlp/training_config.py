"""The spaCy training config that an export and our own training share: small, on the CPU."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WIDTH = 96
DEPTH = 4
"""spaCy's own small CNN; 8 MB on disk, 14,000 words a second (GermEval dev 66.2 with all of train)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the config is to train."""

    language: str = "de"
    entities: bool = True
    longest_quote: int = 0
    """Tokens of the longest quote part to learn; 0 trains no quotes."""
    steps: int = 2000
    patience: int = 1000
    """Stop after so many steps without a better score."""
    evaluate_every: int = 50
    tokenizer: str = ""
    """Folder of a pipeline whose tokenizer is to be copied; empty for the language's own."""
    logger: str = "spacy.ConsoleLogger.v1"
    seed: int = 0

    @property
    def pipes(self) -> list[str]:
        """Components to train, in order."""
        pipes = ["ner"] if self.entities else []
        return pipes + (["span_finder", "spancat"] if self.longest_quote else [])


def training_config(plan: Plan, train: str | Path, dev: str | Path) -> Any:
    """A complete spaCy Config. Raises ValueError when there is nothing to train."""
    if not plan.pipes:
        raise ValueError("There is nothing to train on: no entity and no quote was written.")
    from spacy.cli.init_config import init_config

    config = init_config(lang=plan.language, pipeline=plan.pipes, optimize="efficiency", gpu=False)
    overrides = {
        "paths.train": str(train),
        "paths.dev": str(dev),
        "system.seed": plan.seed,
        "training.max_steps": plan.steps,
        "training.patience": plan.patience,
        "training.eval_frequency": plan.evaluate_every,
        "components.tok2vec.model.encode.width": WIDTH,
        "components.tok2vec.model.encode.depth": DEPTH,
    }
    config = config.merge(_nested(overrides))
    config["training"]["logger"] = {"@loggers": plan.logger}
    if plan.longest_quote:
        _add_quotes(config, plan)
    if plan.tokenizer:
        copy = {"@callbacks": "spacy.copy_from_base_model.v1", "tokenizer": plan.tokenizer}
        config["initialize"]["before_init"] = copy | {"vocab": plan.tokenizer}
    return config


def _add_quotes(config: Any, plan: Plan) -> None:
    """span_finder proposes, spancat decides; an n-gram suggester would cost the square of length."""
    components = config["components"]
    components["span_finder"] |= {"spans_key": "quotes", "max_length": plan.longest_quote}
    components["spancat"] |= {
        "spans_key": "quotes",
        "suggester": {"@misc": "spacy.preset_spans_suggester.v1", "spans_key": "quotes"},
    }
    config["training"]["annotating_components"] = ["span_finder"]
    weights = config["training"]["score_weights"]
    weights |= {f"spans_sc_{key}": None for key in "fpr"}
    weights |= {"spans_quotes_f": 0.5 if plan.entities else 1.0}
    if plan.entities:
        weights["ents_f"] = 0.5


def _nested(flat: Mapping[str, Any]) -> dict[str, Any]:
    """{"a.b": 1} -> {"a": {"b": 1}}."""
    tree: dict[str, Any] = {}
    for path, value in flat.items():
        *folders, last = path.split(".")
        place = tree
        for folder in folders:
            place = place.setdefault(folder, {})
        place[last] = value
    return tree
