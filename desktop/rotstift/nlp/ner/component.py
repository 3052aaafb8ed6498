"""The spaCy component "rotstift_entities": finds entities, learns with spaCy's own loop.

It reads whole articles: line by line and sentence by sentence on its own, no-break spaces skipped. It
wants a tokenizer that splits at hyphens (`rotstift.nlp.align.split_at_hyphens`). It writes `doc.ents`
with the identity as `kb_id_`, and the same spans with their scores as `doc.spans["entities"]`.

This module imports spaCy at its top: it is imported by spaCy only, through the entry point.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.scorer import get_ner_prf
from spacy.tokens import Span, SpanGroup
from thinc.api import Model, Optimizer

from rotstift.model.span import Span as Place
from rotstift.nlp.entities.resolve import identities
from rotstift.nlp.entities.tokens import Candidate
from rotstift.nlp.ner.guideline import against, ours
from rotstift.nlp.ner.learning import MISSING, learn
from rotstift.nlp.ner.network import batch_of, network
from rotstift.nlp.ner.pieces import Piece, Words, pieces
from rotstift.nlp.ner.reading import Ent, Manner, read
from rotstift.nlp.ner.store import load, save
from rotstift.nlp.ner.tags import BEGIN, UNIT, Found, Tags

FACTORY = "rotstift_entities"
GROUP = "entities"
"""Name of the span group that carries the scores."""
SAMPLE = 10_000
"""Examples that `initialize` looks at for labels."""


@Language.factory(  # type: ignore[untyped-decorator]
    FACTORY,
    assigns=["doc.ents"],
    default_config={"members": 1, "width": 128, "depth": 4, "dropout": 0.3, "hidden": 0.3},
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def make(
    nlp: Language, name: str, members: int, width: int, depth: int, dropout: float, hidden: float
) -> "Entities":
    """The component without weights. `members` networks vote, each from another random beginning."""
    networks = [network(width, depth, dropout, hidden) for _ in range(members)]
    for seed, member in enumerate(networks):
        member.attrs["seed"] = seed
    component = Entities(nlp.vocab, Model("rotstift_members", _no_forward, layers=networks), name)
    shape = {"members": members, "width": width, "depth": depth}
    component.cfg["network"] = shape | {"dropout": dropout, "hidden": hidden}
    return component


def _no_forward(_model: Model, _batch: Any, _is_train: bool) -> Any:
    raise NotImplementedError("The members are called one by one.")


class Entities(TrainablePipe):  # type: ignore[misc]
    """A named entity recogniser. Labels can be added at any time; what the networks know is kept."""

    def __init__(self, vocab: Any, model: Model, name: str = FACTORY) -> None:
        self.vocab, self.model, self.name = vocab, model, name
        self.cfg: dict[str, Any] = {"labels": [], "silent": [], "guideline": False}
        self.cfg |= {"temperature": 1.0, "share": 0.0, "least": 0.0}
        self.scorer = _score

    @property
    def labels(self) -> tuple[str, ...]:
        """What it suggests."""
        return tuple(one for one in self.cfg["labels"] if one not in self.cfg["silent"])

    @property
    def label_data(self) -> list[str]:
        """For spaCy's `init labels`."""
        return list(self.labels)

    @property
    def tags(self) -> Tags:
        """Of all labels, the silent ones too."""
        return Tags(tuple(self.cfg["labels"]))

    @property
    def manner(self) -> Manner:
        """How probabilities become entities."""
        cfg = self.cfg
        silent = frozenset(cfg["silent"])
        return Manner(cfg["temperature"], cfg["share"], cfg["least"], silent)

    def add_label(self, label: str) -> int:
        """Learn one more label from now on. Returns 1 where it is new, else 0, as in spaCy."""
        if label in self.cfg["labels"]:
            return 0
        self.cfg["labels"] = [*self.cfg["labels"], label]
        for member in self.model.layers:
            if member.has_dim("nO"):
                _widen(member, self.tags.size)
        return 1

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Any]],
        *,
        nlp: Language | None = None,
        labels: Sequence[str] | None = None,
    ) -> None:
        """Labels from the examples, or given; random weights where there are none yet."""
        del nlp
        if labels is None:
            sample = islice(get_examples(), SAMPLE)
            labels = sorted({ent.label_ for one in sample for ent in one.reference.ents})
        for label in labels:
            self.add_label(label)
        for member in self.model.layers:
            if not member.has_dim("nO"):
                member.set_dim("nO", self.tags.size)
            member.initialize()

    def predict(self, docs: Iterable[Any]) -> list[list[Ent]]:
        """The entities of each doc."""
        Words.shared().tidy()
        every = list(docs)
        found = read(every, self.model, self.tags, self.manner)
        if not self.cfg["guideline"]:
            return found
        return [_by_guideline(doc, ents) for doc, ents in zip(every, found, strict=True)]

    def set_annotations(self, docs: Iterable[Any], found: Sequence[Sequence[Ent]]) -> None:
        """Write them into the docs, with identities and scores; what stood there goes."""
        for doc, ents in zip(docs, found, strict=True):
            spans = [Span(doc, ent.start, ent.end, ent.label) for ent in ents]
            names = identities([_candidate(span) for span in spans])
            named = [
                Span(doc, ent.start, ent.end, ent.label, kb_id=name)
                for ent, name in zip(ents, names, strict=True)
            ]
            doc.set_ents(named)
            scores = [ent.score for ent in ents]
            doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=named, attrs={"scores": scores})

    def update(
        self,
        examples: Iterable[Any],
        *,
        drop: float = 0.0,
        sgd: Optimizer | None = None,
        losses: dict[str, float] | None = None,
    ) -> dict[str, float]:
        """Learn from examples. Dropout is the component's own, `drop` is not used."""
        del drop
        losses = {} if losses is None else losses
        losses.setdefault(self.name, 0.0)
        Words.shared().tidy()
        lessons = [lesson for example in examples for lesson in self.lessons(example)]
        if not lessons:
            return losses
        import numpy as np

        tags, batch = (
            np.concatenate([tags for _, tags in lessons]),
            batch_of([p for p, _ in lessons]),
        )
        losses[self.name] += learn(self.model, batch, tags, silent=self._silent_tags(tags.tolist()))
        if sgd is not None:
            self.finish_update(sgd)
        return losses

    def _silent_tags(self, given: Sequence[int]) -> list[int]:
        """Tags of the silent labels; none where the examples have any of them: then O means O."""
        silent = [self.cfg["labels"].index(label) for label in self.cfg["silent"]]
        tags = [self.tags.tag(kind, label) for label in silent for kind in range(BEGIN, UNIT + 1)]
        return [] if set(tags) & set(given) else tags

    def lessons(self, example: Any) -> list[tuple[Piece, Any]]:
        """The pieces of an example, each with its tags; unknown labels count as not annotated."""
        aligned = example.get_aligned_ner()
        if any(against(ent.text, ent.label_) for ent in example.reference.ents):
            self.cfg["guideline"] = False
        spans = _spans_of(aligned, self.cfg["labels"])
        found = []
        for piece in pieces(example.predicted):
            tags = self.tags.encode(len(piece.tokens), _inside(piece, spans))
            unknown = [aligned[token] in (None, "-") for token in piece.tokens.tolist()]
            tags[unknown] = MISSING
            found.append((piece, tags))
        return found

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Settings and weights (float16) into a folder."""
        del exclude
        save(Path(path), self.cfg, self.model)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "Entities":
        """Read what `to_disk` wrote. Raises FileNotFoundError, ValueError."""
        del exclude
        self.cfg = self.cfg | load(Path(path), self.model)
        return self

    def be_silent(self, labels: Iterable[str]) -> None:
        """Go on learning these labels without ever suggesting them."""
        self.cfg["silent"] = sorted(labels)


def _by_guideline(doc: Any, ents: Sequence[Ent]) -> list[Ent]:
    """Relabelled, and without what our guideline does not mark."""
    labels = [ours(doc[ent.start : ent.end].text, ent.label) for ent in ents]
    return [replace(ent, label=label) for ent, label in zip(ents, labels, strict=True) if label]


def _candidate(span: Span) -> Candidate:
    """As the rules call it, blanks in the name made equal."""
    place = Place(span.start_char, span.end_char)
    return Candidate(place, span.label_, "model", " ".join(span.text.split()))


def _score(examples: Iterable[Any], **_: Any) -> dict[str, Any]:
    return dict(get_ner_prf(examples))


def _widen(member: Model, size: int) -> None:
    """More rows for the output, the old ones kept."""
    import numpy as np

    for name in ("out.W", "out.b"):
        old = member.get_param(name) if member.has_param(name) else None
        if old is not None and len(old) < size:
            rows = np.zeros((size - len(old), *old.shape[1:]), dtype="float32")
            member.set_param(name, np.concatenate((old, rows)))
    member._dims["nO"] = size  # set_dim refuses to change a size once it is known


def _spans_of(tags: Sequence[str | None], labels: Sequence[str]) -> list[Found]:
    """Spans of the doc's tokens from spaCy's BILUO tags."""
    spans, start = [], 0
    for place, tag in enumerate(tags):
        kind, _, label = (tag or "O").partition("-")
        if kind in ("B", "U"):
            start = place
        if kind in ("L", "U") and label in labels:
            spans.append(Found(start, place + 1, labels.index(label)))
    return spans


def _inside(piece: Piece, spans: Iterable[Found]) -> list[Found]:
    """The spans in the piece's own counting; of one that is cut in two each part is a span."""
    import numpy as np

    found = []
    for span in spans:
        start, end = np.searchsorted(piece.tokens, (span.start, span.end)).tolist()
        if start < end:
            found.append(Found(start, end, span.label))
    return found
