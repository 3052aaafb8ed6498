"""Annotating: articles with a pipeline's suggestions, without a project."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from rotstift.formats import Annotated
from rotstift.model.annotations import Annotations
from rotstift.model.checks import EditError
from rotstift.model.codec import CodecError
from rotstift.model.edit import Put, apply_steps
from rotstift.model.items import Zone, new_id
from rotstift.model.wording import Sentence
from rotstift.nlp.protocol import suggestions_from_json
from rotstift.session.fleet import Outcome, Run, Task, failed
from rotstift.session.fresh import first_suggestions


@dataclass(slots=True)
class AnnotateReport:
    """What a run did beside the articles that it gave."""

    refused: int = 0
    """Files, lines and articles that could not be read."""
    unserved: Counter[str] = field(default_factory=Counter)
    """Languages that the pipeline has only the rules for quotes for, and their articles."""
    troubles: list[Sentence] = field(default_factory=list)
    """A sentence for each article that was left out."""


def task_of(found: Annotated) -> Task:
    """The article on its way; it gets an id where it has none."""
    article = found.article if found.article.id else replace(found.article, id=new_id())
    zones = tuple(item for item in found.items if isinstance(item, Zone))
    return Task(Annotated(article, found.items), article.title or article.id, article.text, zones)


def annotated(run: Run, tasks: Iterable[Task], report: AnnotateReport) -> Iterator[Annotated]:
    """The articles in order, with what they had and what the pipeline suggests beside it.

    Raises WorkerError when the pipeline cannot be used.
    """
    for outcome in run(tasks):
        article = _taken(outcome, report)
        if article is not None:
            yield article


def _taken(outcome: Outcome, report: AnnotateReport) -> Annotated | None:
    trouble = outcome.trouble
    if outcome.result is not None:
        try:
            article = _with_suggestions(outcome)
        except (EditError, CodecError, KeyError, TypeError) as error:  # a plug-in's nonsense
            trouble = failed(outcome.task, str(error)).trouble
        else:
            if isinstance(outcome.result.get("unserved"), str):
                report.unserved[outcome.result["unserved"]] += 1
            return article
    report.troubles.append(trouble or Sentence("–"))
    return None


def _with_suggestions(outcome: Outcome) -> Annotated:
    """A suggestion that stands in the way of what the article had is left out, as in a project."""
    found: Annotated = outcome.task.key
    _, suggested, _ = suggestions_from_json(outcome.result or {})
    before, _ = apply_steps(tuple(map(Put, found.items)), Annotations(len(outcome.task.text)))
    steps = first_suggestions(before, suggested)
    apply_steps(steps, before)
    fresh = [step.item for step in steps if isinstance(step, Put)]
    kept = {item.id: item for item in (*found.items, *fresh)}
    return Annotated(found.article, tuple(kept.values()))
