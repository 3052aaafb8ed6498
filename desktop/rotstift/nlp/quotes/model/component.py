"""The spaCy component "rotstift_quotes": reads whole articles, trained by spaCy's own loop.

Gold and predictions stand in doc.spans (`docs.py`). `update` learns from reference docs, `score` gives
the published measure (Messages, Roles, Joint, Form) as quotes_messages, quotes_roles, quotes_joint,
quotes_form, each 0 to 1. Imported late: by spaCy through its entry point, or by `register`.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import srsly  # type: ignore[import-untyped]
from spacy import registry
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc
from spacy.training import Example as SpacyExample
from thinc.api import Model, Optimizer

from rotstift.model.items import Markable
from rotstift.nlp.quotes.language import HOME, language_of
from rotstift.nlp.quotes.model.decode import FREE
from rotstift.nlp.quotes.model.docs import gold_of, write, zones_of
from rotstift.nlp.quotes.model.engine import SETTINGS, WEIGHTS, Engine, Settings, from_disk, network
from rotstift.nlp.quotes.model.learner import Example, example, update
from rotstift.nlp.quotes.model.measures import scores_of
from rotstift.nlp.quotes.model.prepared import prepare
from rotstift.nlp.quotes.rules import QuoteRules
from rotstift.nlp.suggest import Request

NAME = "rotstift_quotes"
KEPT = 1500
"""Articles that stay prepared between the rounds of training."""
SCORES = {"quotes_joint": 1.0, "quotes_messages": 0.0, "quotes_roles": 0.0, "quotes_form": 0.0}


@registry.architectures("rotstift.QuoteNetwork.v1")  # type: ignore[untyped-decorator]
def quote_network(width: int, depth: int, hidden: int) -> Model[Any, Any]:
    """The network without weights; its size stands in its attributes."""
    model = network(Settings(width=width, depth=depth, hidden=hidden))
    model.attrs["size"] = {"width": width, "depth": depth, "hidden": hidden}
    return model


class QuoteComponent(TrainablePipe):  # type: ignore[misc]
    """Quotes, their roles and negatives, by candidates that the rules and a small network choose from."""

    def __init__(self, vocab: Any, model: Model[Any, Any], name: str = NAME) -> None:
        self.vocab = vocab
        self.name = name
        self._take(Engine(Settings(**model.attrs.get("size", {})), model))
        self._known: OrderedDict[Any, Example] = OrderedDict()

    def _take(self, engine: Engine) -> None:
        """Another engine; spaCy reads `model` and `cfg` past any property of ours."""
        self.engine = engine
        self.model = engine.model
        self.cfg = vars(engine.settings)

    @property
    def author(self) -> str:
        """How suggestions are signed."""
        return f"{self.name} {self.engine.settings.version}"

    def predict(self, docs: Iterable[Doc]) -> list[list[Markable]]:
        """The items of each doc; a language other than German gets the rules' ones."""
        return [self._items(doc) for doc in docs]

    def _items(self, doc: Doc) -> list[Markable]:
        zones = zones_of(doc)
        if language_of(doc.text) != HOME:
            return QuoteRules().suggest(Request(doc.text, zones))
        return self.engine.suggest(doc.text, zones, self.author)

    def set_annotations(self, docs: Sequence[Doc], items: Sequence[Sequence[Markable]]) -> None:
        """Write the items into the docs."""
        for doc, found in zip(docs, items, strict=True):
            write(doc, found)

    def initialize(
        self,
        get_examples: Callable[[], Iterable[SpacyExample]],  # noqa: ARG002
        *,
        nlp: Language | None = None,  # noqa: ARG002
    ) -> None:
        """Fresh weights that say what the rules say; weights that are there stay."""
        self.model.initialize()

    def update(
        self,
        examples: Iterable[SpacyExample],
        *,
        drop: float = 0.0,
        sgd: Optimizer | None = None,
        losses: dict[str, float] | None = None,
    ) -> dict[str, float]:
        """Learn from whole articles; the loss is the mean per article."""
        losses = {} if losses is None else losses
        losses.setdefault(self.name, 0.0)
        batch = [one for one in map(self._example, examples) if one is not None]
        if batch:
            losses[self.name] += sum(update(self.model, batch, drop))
            if sgd is not None:
                self.finish_update(sgd)
        return losses

    def _example(self, given: SpacyExample) -> Example | None:
        doc = given.reference
        if language_of(doc.text) != HOME:
            return None
        gold, zones = gold_of(doc), zones_of(doc)
        if any(quote.type in FREE for quote in gold.quotes):
            self.engine.settings.free_types = True
        key = (doc.text, repr(gold), tuple((zone.span, zone.kind) for zone in zones))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = example(prepare(doc.text, zones), gold)
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
        return known

    def score(self, examples: Iterable[SpacyExample], **_kwargs: Any) -> dict[str, float]:
        """The published measure."""
        return scores_of([(one.reference, one.predicted) for one in examples])

    # Stored in our own layout: half precision, settings as JSON.

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write the component's folder."""
        self.engine.to_disk(Path(path))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "QuoteComponent":  # noqa: ARG002
        """Read the component's folder."""
        self._take(from_disk(Path(path)))
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002
        """Settings and weights."""
        data: bytes = srsly.msgpack_dumps(self.engine.to_data())
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "QuoteComponent":  # noqa: ARG002
        """Take settings and weights over."""
        stored = srsly.msgpack_loads(data)
        self.engine.load(stored[SETTINGS], stored[WEIGHTS])
        self._take(self.engine)
        return self


@Language.factory(  # type: ignore[untyped-decorator]
    NAME,
    assigns=["doc.spans"],
    default_config={
        "model": {
            "@architectures": "rotstift.QuoteNetwork.v1",
            "width": 64,
            "depth": 2,
            "hidden": 64,
        }
    },
    default_score_weights=SCORES,
)
def make(nlp: Language, name: str, model: Model[Any, Any]) -> QuoteComponent:
    """For spaCy's configs."""
    return QuoteComponent(nlp.vocab, model, name)
