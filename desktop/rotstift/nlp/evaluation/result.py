"""The evaluation of one pipeline: articles in, one result out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rotstift.model.items import Item
from rotstift.nlp.evaluation import entities, quotes
from rotstift.nlp.evaluation.figures import (
    Bin,
    Counts,
    Kind,
    Mistake,
    TypeFigures,
    bins_of,
    calibration_error,
    figures_to_json,
)
from rotstift.nlp.evaluation.sheet import Sheet
from rotstift.nlp.scoring import Figures, Pair, measure

LAYERS = ("entities", "quotes", "negatives")


@dataclass(frozen=True, slots=True)
class Result:
    """How one pipeline did. A layer of which nothing is marked in the articles is not measured."""

    articles: int
    labels: Mapping[str, Counts]
    """Entities, strictly; empty where none is marked."""
    quotes: Mapping[str, Figures]
    """Messages, Roles, Joint, Form, speaker, cue, addressee, frame; empty where nothing is marked."""
    types: Mapping[str, TypeFigures]
    speakers: Mapping[str, int]
    """found, touched, exact: of the quotes found that have a speaker."""
    negatives: Counts
    bins: Mapping[str, tuple[Bin, ...]]
    """How often the scores of each layer came true."""
    mistakes: Mapping[str, Mapping[Kind, int]]
    """By layer and kind."""
    examples: tuple[Mistake, ...]

    @property
    def entities(self) -> Counts:
        """All labels together (micro)."""
        return sum(self.labels.values(), Counts())

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        labels = {label: counts.to_json() for label, counts in self.labels.items()}
        measured = {name: figures_to_json(one) for name, one in self.quotes.items()}
        types = {name: one.to_json() for name, one in self.types.items()}
        scores = {
            layer: {"error": calibration_error(bins), "bins": [one.to_json() for one in bins]}
            for layer, bins in self.bins.items()
        }
        return {
            "articles": self.articles,
            "entities": {"micro": self.entities.to_json(), "labels": labels} if labels else None,
            "quotes": {"measure": measured, "types": types, "speakers": dict(self.speakers)}
            if measured
            else None,
            "negatives": self.negatives.to_json(),
            "scores": scores,
            "mistakes": {
                layer: {kind.value: count for kind, count in kinds.items()}
                for layer, kinds in self.mistakes.items()
            },
            "examples": [one.to_json() for one in self.examples],
        }


@dataclass(slots=True)
class Evaluation:
    """Takes one article after the other, and keeps no texts but those of its examples."""

    limit: int = 0
    """Examples kept of each layer and kind."""
    articles: int = 0
    _gold: Counter[str] = field(default_factory=Counter)
    _labels: dict[str, Counts] = field(default_factory=dict)
    _pairs: list[Pair] = field(default_factory=list)
    _typed: dict[str, list[Pair]] = field(default_factory=dict)
    _negatives: Counts = field(default_factory=Counts)
    _judged: dict[str, list[tuple[float, bool]]] = field(
        default_factory=lambda: {layer: [] for layer in LAYERS}
    )
    _mistakes: Counter[tuple[str, Kind]] = field(default_factory=Counter)
    _examples: list[Mistake] = field(default_factory=list)

    def add(
        self, article: str, title: str, text: str, gold: Iterable[Item], found: Iterable[Item]
    ) -> None:
        """One article: what a person says, and what the pipeline says."""
        sheet = Sheet.of(article, title, text, gold, found)
        self.articles += 1
        self._gold["entities"] += len(sheet.gold.entities)
        self._gold["quotes"] += len(sheet.gold.placed) + len(sheet.gold.negatives)
        for label, counts in entities.counts_of(sheet).items():
            self._labels[label] = self._labels.get(label, Counts()) + counts
        self._pairs += quotes.pairs_of(sheet)
        for kind in {p.unit.type for p in (*sheet.gold.placed, *sheet.found.placed)}:
            self._typed.setdefault(kind, []).extend(quotes.pairs_of(sheet, kind))
        self._negatives += quotes.negative_counts(sheet)
        self._judged["entities"] += entities.judged(sheet)
        self._judged["quotes"] += quotes.judged(sheet)
        self._judged["negatives"] += quotes.judged_negatives(sheet)
        for mistake in (*entities.mistakes(sheet), *quotes.mistakes(sheet)):
            self._note(mistake)

    def _note(self, mistake: Mistake) -> None:
        key = (mistake.layer, mistake.kind)
        if self._mistakes[key] < self.limit:
            self._examples.append(mistake)
        self._mistakes[key] += 1

    def result(self) -> Result:
        """What it has come to so far."""
        layers = [layer for layer in ("entities", "quotes") if self._gold[layer]]
        names = {"entity": "entities", "quote": "quotes"}
        mistakes: dict[str, dict[Kind, int]] = {layer: {} for layer in layers}
        for (layer, kind), count in sorted(self._mistakes.items()):
            if names[layer] in mistakes:
                mistakes[names[layer]][kind] = count
        judged = [*layers, "negatives"] if "quotes" in layers else layers
        return Result(
            self.articles,
            dict(sorted(self._labels.items())) if "entities" in layers else {},
            measure(self._pairs) if "quotes" in layers else {},
            {kind: quotes.type_figures(pairs) for kind, pairs in sorted(self._typed.items())}
            if "quotes" in layers
            else {},
            quotes.right_speakers(self._pairs),
            self._negatives,
            {layer: bins_of(self._judged[layer]) for layer in judged},
            mistakes,
            tuple(one for one in self._examples if names[one.layer] in layers),
        )
