"""Engine: the network with its settings; suggests for an article, learns from one, is stored as one folder."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp
from pathlib import Path
from typing import Any

import numpy as np
import srsly  # type: ignore[import-untyped]
from thinc.api import Model

from rotstift.model.items import Markable, Zone
from rotstift.nlp.quotes.model.decode import THRESHOLD, decode
from rotstift.nlp.quotes.model.hashing import ROLE_ROWS, SPAN_ROWS
from rotstift.nlp.quotes.model.learner import Scored, score, score_roles
from rotstift.nlp.quotes.model.network import build
from rotstift.nlp.quotes.model.prepared import Prepared, odds, prepare

WEIGHTS, SETTINGS = "model", "cfg"
CALIBRATED = ("direct", "indirect", "reported", "indirect_free", "free_indirect", "negative")


@dataclass
class Settings:
    """What is stored beside the weights."""

    width: int = 64
    depth: int = 2
    hidden: int = 64
    threshold: float = THRESHOLD
    free_types: bool = False
    """Suggest "indirect_free" and "free_indirect" as such; else as "indirect", since the scheme hides
    both until somebody wants them. Set when the component learns from articles that use them."""
    version: str = "0"
    calibration: dict[str, list[float]] = field(default_factory=dict)
    """Type -> (slope, shift) of the log odds: makes a score the share that is right."""

    def calibrated(self, kind: str, chance: float) -> float:
        """The chance as measured on articles held back from training."""
        slope, shift = self.calibration.get(kind, (1.0, 0.0))
        return 1 / (1 + exp(-(slope * odds(chance) + shift)))


def network(settings: Settings) -> Model[Any, Any]:
    """A network of the size that the settings name, without weights."""
    return build(settings.width, settings.depth, settings.hidden, SPAN_ROWS, ROLE_ROWS)


class Engine:
    """Answers for German articles."""

    def __init__(self, settings: Settings, model: Model[Any, Any]) -> None:
        self.settings = settings
        self.model = model

    def suggest(self, text: str, zones: Sequence[Zone], author: str) -> list[Markable]:
        """The quotes and negatives of one article, parents before their children."""
        return self.items(prepare(text, zones), author)

    def items(self, one: Prepared, author: str) -> list[Markable]:
        """The same for an article that is already prepared."""
        scored = score(self.model, [one])[0]
        return self._decoded(one, scored, author)

    def _decoded(self, one: Prepared, scored: Scored, author: str) -> list[Markable]:
        return decode(
            one,
            scored.chances,
            lambda asked: score_roles(self.model, one, scored, asked),
            author,
            self.settings.threshold,
            self.settings.calibrated,
            free_types=self.settings.free_types,
        )

    # Storing: half precision, since the third digit of a weight says nothing.

    def to_data(self) -> dict[str, Any]:
        """Settings and weights."""
        return {SETTINGS: vars(self.settings), WEIGHTS: weights_of(self.model)}

    def to_disk(self, folder: Path) -> None:
        """Write settings and weights into a folder. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True)
        settings = json.dumps(vars(self.settings), indent=1)
        (folder / SETTINGS).write_text(settings, encoding="utf-8")
        (folder / WEIGHTS).write_bytes(srsly.msgpack_dumps(weights_of(self.model)))

    def load(self, settings: Mapping[str, Any], weights: Mapping[str, Any]) -> None:
        """Take settings and weights over; the network is rebuilt where its size differs."""
        self.settings = Settings(**settings)
        fresh = network(self.settings)
        fresh.initialize()
        set_weights(fresh, weights)
        self.model = fresh


def from_disk(folder: Path) -> Engine:
    """A stored engine. Raises OSError where a file is missing, ValueError for files of another kind."""
    settings = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    engine = Engine(Settings(), network(Settings()))
    engine.load(settings, srsly.msgpack_loads((folder / WEIGHTS).read_bytes()))
    return engine


def weights_of(model: Model[Any, Any]) -> dict[str, Any]:
    """All parameters, named by the layer's place."""
    return {
        f"{number}.{name}": np.asarray(node.get_param(name), dtype="float16")
        for number, node in enumerate(model.walk())
        for name in node.param_names
        if node.has_param(name)
    }


def set_weights(model: Model[Any, Any], weights: Mapping[str, Any]) -> None:
    """Put parameters back. Raises ValueError where they do not fit the network."""
    for number, node in enumerate(model.walk()):
        for name in node.param_names:
            if not node.has_param(name):
                continue
            stored = weights.get(f"{number}.{name}")
            if stored is None or stored.shape != node.get_param(name).shape:
                raise ValueError("The stored quote model does not fit this version of Rotstift.")
            node.set_param(name, np.asarray(stored, dtype="float32"))
