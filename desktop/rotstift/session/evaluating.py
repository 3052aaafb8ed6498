"""Evaluating: pipelines measured on what a person has confirmed, in a project or in a file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rotstift.formats import Annotated, Code, Refused, all_formats, read_paths
from rotstift.model.items import Entity, Markable, Status, Zone
from rotstift.model.scheme import Scheme
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.evaluation import Evaluation, Result
from rotstift.nlp.protocol import suggest_request, suggestions_from_json
from rotstift.nlp.training_state import Run, bare_notes, learning_digest, learnt_from
from rotstift.paths import resource
from rotstift.session.fresh import as_of_now
from rotstift.session.session import Session
from rotstift.session.suggesting import DEFAULT_PIPELINE
from rotstift.session.worker import Worker

EXAMPLES = 5
"""Kept of each kind of mistake, if nobody says how many."""

_NOTHING = QT_TRANSLATE_NOOP(
    "Messages",
    "There is nothing to measure against: no article with confirmed marks is there. Confirm some first.",
)
_NO_SPLIT = QT_TRANSLATE_NOOP(
    "Messages", "There is no training in {path}: name the folder that training wrote."
)
_NONE_HELD_OUT = QT_TRANSLATE_NOOP(
    "Messages",
    "The training in {path} held no article out: train with articles held out, or measure on all.",
)
_NOT_HERE = QT_TRANSLATE_NOOP(
    "Messages", "None of the articles that were held out is here and confirmed."
)
_LEARNT = QT_TRANSLATE_NOOP(
    "Messages",
    "{pipeline} has learnt from %n of these articles: its figures say little about others. "
    "Measure it on articles that were held out.",
    "",
    1,
)
_FOREIGN = QT_TRANSLATE_NOOP(
    "Messages",
    "%n mark(s) with labels that the scheme does not have ({labels}) were left out; "
    "--scheme names another.",
    "",
    1,
)
_REFUSED = QT_TRANSLATE_NOOP("Messages", "%n passage(s) of the file could not be read.", "", 1)


class EvaluateError(Exception):
    """There is nothing to measure; the message is a sentence."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(slots=True)
class Measured:
    """How one pipeline did."""

    pipeline: str
    """As it was named."""
    author: str = ""
    """Name and version, as the worker says."""
    result: Result = field(default_factory=lambda: Evaluation().result())
    notes: list[Sentence] = field(default_factory=list)


def confirmed_articles(session: Session, held_out: frozenset[str] | None = None) -> list[Annotated]:
    """The confirmed articles, all or the held-out ones. Raises EvaluateError."""
    found = (
        Annotated(session.project.article(key), session.project.state(key).in_order)
        for key in session.project.ids((Status.CONFIRMED,))
    )
    return _measurable(found, held_out)


def articles_of_file(
    path: Path, scheme: Scheme, held_out: frozenset[str] | None = None
) -> tuple[list[Annotated], list[Sentence]]:
    """The articles of a .jsonl or .marked file, or of a folder of them, and what must be told of it.

    Raises EvaluateError.
    """
    found = list(read_paths([path], scheme))
    refused = [one for one in found if isinstance(one, Refused)]
    articles = [one for one in found if isinstance(one, Annotated)]
    if refused and not articles:
        raise EvaluateError(Sentence("{words}", words=refused[0].reason))
    notes = _refused_notes(refused)
    try:
        return _measurable(articles, held_out), notes
    except EvaluateError as error:
        foreign = any(one.code is Code.NOT_IN_SCHEME for one in refused)
        if foreign and error.sentence == _NOTHING:  # the labels are why
            raise EvaluateError(notes[0]) from None
        raise


def _refused_notes(refused: Sequence[Refused]) -> list[Sentence]:
    """What of the file is not measured: foreign labels by their names, the rest by its number."""
    foreign = [one for one in refused if one.code is Code.NOT_IN_SCHEME]
    labels = ", ".join(sorted({str(one.parameters["value"]) for one in foreign}))
    rest = len(refused) - len(foreign)
    notes = [Sentence(_FOREIGN, n=len(foreign), labels=labels)] if foreign else []
    return [*notes, *([Sentence(_REFUSED, n=rest)] if rest else [])]


def is_file_of_articles(path: Path) -> bool:
    """The path names a file that a format reads, or a folder, and no project."""
    return path.is_dir() or all_formats().reading(path) is not None


def _measurable(articles: Iterable[Annotated], held_out: frozenset[str] | None) -> list[Annotated]:
    """All of them, those without a mark too: whatever is found in them is wrong."""
    chosen = [
        one for one in articles if held_out is None or learning_digest(one.article.text) in held_out
    ]
    if held_out is not None and not chosen:
        raise EvaluateError(Sentence(_NOT_HERE))
    if not any(isinstance(item, Markable) for one in chosen for item in one.items):
        raise EvaluateError(Sentence(_NOTHING))
    return chosen


def held_out_of(out: Path) -> frozenset[str]:
    """Learning digests of the articles that a training held out. Raises EvaluateError."""
    split = Run(out).split()
    if split is None:
        raise EvaluateError(Sentence(_NO_SPLIT, path=out))
    if not split.held_out:
        raise EvaluateError(Sentence(_NONE_HELD_OUT, path=out))
    return split.held_out


def learnt_notes(pipeline: str, articles: Sequence[Annotated]) -> list[Sentence]:
    """A warning where the pipeline has learnt from what it is measured on."""
    learnt = learnt_from(_folder_of(pipeline))
    known = sum(learning_digest(one.article.text) in learnt for one in articles)
    return [Sentence(_LEARNT, pipeline=pipeline, n=known)] if known else []


def unmarked_notes(articles: Sequence[Annotated]) -> list[Sentence]:
    """A warning where only some of the articles have entities."""
    marked = sum(any(isinstance(item, Entity) for item in one.items) for one in articles)
    return bare_notes(len(articles) - marked, len(articles))


def _folder_of(pipeline: str) -> Path:
    if pipeline != DEFAULT_PIPELINE:
        return Path(pipeline).expanduser()
    try:
        return resource("models", DEFAULT_PIPELINE)
    except FileNotFoundError:
        return Path(pipeline)


def evaluate(
    articles: Sequence[Annotated],
    pipeline: str,
    worker: Worker,
    examples: int = EXAMPLES,
    scheme: Scheme | None = None,
) -> Iterator[Measured]:
    """Let the pipeline mark the articles without looking at their marks: one step an article.

    With a scheme, what the pipeline calls by an old name counts as what it is called now.

    The last one carries the result. Writes nothing and touches no project, so that a thread may run it. Raises WorkerError.
    """
    evaluation = Evaluation(examples)
    notes = [*learnt_notes(pipeline, articles), *unmarked_notes(articles)]
    measured = Measured(pipeline, notes=notes)
    for one in articles:
        answer = worker.ask(_message(one, pipeline))
        measured.author, items, _ = suggestions_from_json(answer)
        if scheme is not None:
            items = [as_of_now(item, scheme) or item for item in items]
        article = one.article
        evaluation.add(article.id, article.title, article.text, one.items, items)
        yield measured
    measured.result = evaluation.result()
    yield measured


def _message(one: Annotated, pipeline: str) -> Mapping[str, object]:
    zones = [item for item in one.items if isinstance(item, Zone)]
    request = suggest_request(0, pipeline, one.article.text, zones)
    del request["id"]
    return request
