"""Suggestions: from the worker into articles that have none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rotstift.model.codec import Json
from rotstift.model.items import Status
from rotstift.nlp.protocol import suggest_request, suggestions_from_json
from rotstift.session.session import Opened, Session
from rotstift.session.worker import Worker
from rotstift.store.records import ArticleRow

DEFAULT_PIPELINE = "rotstift-de"
"""The pipeline that comes along."""


@dataclass(slots=True)
class SuggestReport:
    """What a run of suggestions did."""

    articles: int = 0
    items: int = 0
    author: str = ""
    left_out: dict[str, int] = field(default_factory=dict)
    """Labels of the pipeline that the scheme does not have, and how often they came."""


def message_for(opened: Opened, pipeline: str) -> Json:
    """The request for one article."""
    request = suggest_request(0, pipeline, opened.article.text, opened.state.zones)
    del request["id"]
    return request


def without_suggestions(session: Session) -> list[str]:
    """The articles that no pipeline has seen and nobody has finished with, in order."""
    return [row.id for row in session.project.rows() if wants_suggestions(row)]


def wants_suggestions(row: ArticleRow) -> bool:
    """A pipeline's first items go only where a person will still look at them."""
    return not row.suggested_by and row.status not in (Status.CONFIRMED, Status.SKIPPED)


def take_result(
    session: Session,
    article_id: str,
    result: Mapping[str, Any],
    report: SuggestReport,
    *,
    again: bool = False,
) -> None:
    """Put an answer of the worker into its article. Raises WriteFailed."""
    author, items, left_out = suggestions_from_json(result)
    session.take_suggestions(article_id, items, author, again=again)
    report.articles += 1
    report.items += len(items)
    report.author = author
    for label, count in left_out.items():
        report.left_out[label] = report.left_out.get(label, 0) + count


def suggest_all(
    session: Session, workers: list[Worker], pipeline: str, *, again: bool = False
) -> Iterator[SuggestReport]:
    """Suggestions for every article that has none (`again`: for all), the report so far each time.

    Raises WorkerError when the pipeline cannot be used, WriteFailed when the disk does not take one.
    """
    report = SuggestReport()
    ids = session.project.ids() if again else without_suggestions(session)
    if len(workers) == 1:
        for article_id in ids:
            answer = workers[0].ask(message_for(session.look(article_id), pipeline))
            take_result(session, article_id, answer, report, again=again)
            yield report
        return
    for portion in (ids[at : at + len(workers)] for at in range(0, len(ids), len(workers))):
        for article_id, answer in _side_by_side(session, workers, pipeline, portion):
            take_result(session, article_id, answer, report, again=again)
            yield report


def _side_by_side(
    session: Session, workers: list[Worker], pipeline: str, ids: list[str]
) -> list[tuple[str, Mapping[str, Any]]]:
    from concurrent.futures import ThreadPoolExecutor

    messages = [message_for(session.look(article_id), pipeline) for article_id in ids]
    with ThreadPoolExecutor(len(workers)) as pool:
        answers = pool.map(lambda pair: pair[0].ask(pair[1]), zip(workers, messages, strict=False))
        return list(zip(ids, answers, strict=True))
