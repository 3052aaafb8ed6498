"""A small trainable quote component for tests: it learns which tokens stand in quotes, nothing more."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Span
from spacy.training import Example
from thinc.api import Linear, zero_init

from rotstift.model.items import Negative, Quote
from rotstift.nlp.docbin import items_in

MARKS = '„“”"»«'
SEEN: dict[str, Any] = {}
"""What the component found in the last references that it was given."""


class StandInQuotes(TrainablePipe):
    """Marks the tokens between quotation marks that its two weights hold for a quote."""

    def __init__(self, vocab: Any, model: Any, name: str = "quotes") -> None:
        self.vocab, self.model, self.name, self.cfg = vocab, model, name, {}

    @property
    def labels(self) -> tuple[str, ...]:
        return ("direct",)

    def predict(self, docs: Iterable[Any]) -> list[Any]:
        return [self.model.predict(_features(doc)) for doc in docs]

    def set_annotations(self, docs: Iterable[Any], scores: Iterable[Any]) -> None:
        for doc, score in zip(docs, scores, strict=True):
            inside = (score[:, 0] > 0).tolist()
            doc.spans["quotes"] = [
                Span(doc, start, end, "direct", span_id=str(start)) for start, end in _runs(inside)
            ]

    def initialize(self, get_examples: Any, **_more: Any) -> None:
        list(get_examples())
        self.model.initialize(X=numpy.zeros((1, 2), dtype="f"), Y=numpy.zeros((1, 1), dtype="f"))

    def update(
        self,
        examples: Iterable[Example],
        *,
        drop: float = 0.0,  # noqa: ARG002 - spaCy gives it by name
        sgd: Any = None,
        losses: dict[str, float] | None = None,
    ) -> dict[str, float]:
        losses = {} if losses is None else losses
        losses.setdefault(self.name, 0.0)
        for example in examples:
            _look(example)
            scores, back = self.model.begin_update(_features(example.predicted))
            gold = _gold(example)
            difference = (scores - gold) / len(gold)
            back(difference)
            losses[self.name] += float((difference**2).sum())
        if sgd is not None:
            self.finish_update(sgd)
        return losses

    def score(self, examples: Iterable[Example], **_kwargs: Any) -> dict[str, float]:
        right = total = 0
        for example in examples:
            found = {(s.start_char, s.end_char) for s in example.predicted.spans.get("quotes", [])}
            gold = {(s.start_char, s.end_char) for s in example.reference.spans.get("quotes", [])}
            right += 2 * len(found & gold)
            total += len(found) + len(gold)
        return {"standin_f": right / total if total else 0.0}


def _look(example: Example) -> None:
    _, items = items_in(example.reference)
    for item in items:
        if isinstance(item, Quote):
            SEEN.setdefault("kinds", set()).update(mention.kind for mention in item.speaker)
            SEEN.setdefault("parents", set()).add(item.parent)
            SEEN.setdefault("fragments", set()).add(item.fragment)
        if isinstance(item, Negative):
            SEEN.setdefault("negatives", set()).add(item.reason)
    SEEN.setdefault("denied", set()).update(s.label_ for s in example.reference.spans["negatives"])


def _features(doc: Any) -> Any:
    """Between marks or not."""
    rows, inside = [], False
    for token in doc:
        mark = token.text in MARKS
        rows.append((float(inside or mark), float(not (inside or mark))))
        inside = inside ^ mark
    return numpy.asarray(rows, dtype="f")


def _gold(example: Example) -> Any:
    places = numpy.full((len(example.predicted), 1), -1.0, dtype="f")
    for span in example.reference.spans["quotes"]:
        for token in example.predicted.char_span(span.start_char, span.end_char) or ():
            places[token.i] = 1.0
    return places


def _runs(inside: list[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for place, one in enumerate([*inside, False]):
        if one and start is None:
            start = place
        if not one and start is not None:
            yield start, place
            start = None


def _make(nlp: Any, name: str) -> StandInQuotes:
    return StandInQuotes(nlp.vocab, Linear(nO=1, nI=2, init_W=zero_init), name)


Language.factory("standin_quotes", default_score_weights={"standin_f": 1.0}, func=_make)


class StubbornEntities(StandInQuotes):
    """An entity component that takes no labels but its own."""

    @property
    def labels(self) -> tuple[str, ...]:
        return ("PER",)

    def add_label(self, label: str) -> int:
        raise ValueError(f"it knows PER only.\n{label}")


Language.factory(
    "standin_entities",
    default_score_weights={"ents_f": 1.0},
    func=lambda nlp, name: StubbornEntities(nlp.vocab, Linear(nO=1, nI=2, init_W=zero_init), name),
)
