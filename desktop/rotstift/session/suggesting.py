"""Suggestions: from the worker into articles that have none."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rotstift.model.checks import EditError
from rotstift.model.codec import CodecError, Json
from rotstift.model.history import EntryKind
from rotstift.model.items import Status, label_of
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.protocol import suggest_request, suggestions_from_json
from rotstift.session.fleet import Fleet, Outcome, Run, Task, failed
from rotstift.session.fresh import as_of_now
from rotstift.session.session import Opened, Session
from rotstift.session.worker import Worker
from rotstift.store.records import ArticleRow

DEFAULT_PIPELINE = "rotstift-de"
"""The pipeline that comes along."""
_WHOLE_LOG = 1_000_000


@dataclass(slots=True)
class SuggestReport:
    """What a run of suggestions did."""

    articles: int = 0
    items: int = 0
    author: str = ""
    left_out: dict[str, int] = field(default_factory=dict)
    """Labels of the pipeline that the scheme does not have, and how often they came."""
    unserved: Counter[str] = field(default_factory=Counter)
    """Languages that the pipeline has only the rules for quotes for, and their articles."""
    troubles: list[Sentence] = field(default_factory=list)
    """A sentence for each article that was left out."""
    entries: list[int] = field(default_factory=list)
    """The log's numbers of what can be undone, in the order of doing; see `take_back`."""


def message_for(opened: Opened, pipeline: str) -> Json:
    """The request for one article."""
    request = suggest_request(0, pipeline, opened.article.text, opened.state.zones)
    del request["id"]
    return request


def without_suggestions(session: Session) -> list[str]:
    """The articles that no pipeline has seen and nobody has finished with, in order."""
    return [row.id for row in session.project.rows() if wants_suggestions(row)]


def unfinished(session: Session) -> list[str]:
    """The articles that nobody has finished with, in order: what is confirmed stays confirmed."""
    finished = (Status.CONFIRMED, Status.SKIPPED)
    return [row.id for row in session.project.rows() if row.status not in finished]


def wants_suggestions(row: ArticleRow) -> bool:
    """A pipeline's first items go only where a person will still look at them."""
    return not row.suggested_by and row.status not in (Status.CONFIRMED, Status.SKIPPED)


def untouched(session: Session) -> list[str]:
    """The articles still to do in which no person has done anything, in order."""
    return [row.id for row in session.project.rows() if is_untouched(session, row)]


def is_untouched(session: Session, row: ArticleRow) -> bool:
    """No edit of a person stands in it: a new one, or one in progress by its import or a pipeline."""
    if row.status is Status.NEW:
        return True
    if row.status is not Status.IN_PROGRESS or row.checked or row.made:
        return False
    entries = session.log_of(row.id, _WHOLE_LOG)
    return all(entry.kind is EntryKind.MACHINE or entry.name == "suggest" for entry in entries)


def take_result(
    session: Session,
    article_id: str,
    result: Mapping[str, Any],
    report: SuggestReport,
    *,
    again: bool = False,
) -> None:
    """Put an answer of the worker into its article. Raises WriteFailed."""
    author, every, left_out = suggestions_from_json(result)
    meant = [(item, as_of_now(item, session.scheme)) for item in every]
    items = [now for _, now in meant if now is not None]
    foreign = Counter(label_of(item) for item, now in meant if now is None)
    changed = session.take_suggestions(article_id, items, author, again=again)
    if changed and again:
        report.entries.append(changed.seq)
    report.articles += 1
    report.items += len(items)
    report.author = author
    if isinstance(result.get("unserved"), str):
        report.unserved[result["unserved"]] += 1
    for label, count in (foreign + Counter(left_out)).items():
        report.left_out[label] = report.left_out.get(label, 0) + count


def suggest_all(
    session: Session, workers: Sequence[Worker], pipeline: str, *, again: bool = False
) -> Iterator[SuggestReport]:
    """Suggestions for every article that has none (`again`: for all that nobody has finished with), the report so far each time.

    Raises WorkerError when the pipeline cannot be used, WriteFailed when the disk does not take one.
    """
    return suggest_through(session, Fleet(workers, pipeline), again=again)


def suggest_through(session: Session, run: Run, *, again: bool = False) -> Iterator[SuggestReport]:
    """The same through a fleet or a cluster; what a single article suffers is in the report."""
    report = SuggestReport()
    ids = unfinished(session) if again else without_suggestions(session)
    for outcome in run(_task(session.look(article_id)) for article_id in ids):
        _take_outcome(session, outcome, report, again=again)
        yield report


def suggest_to_untouched(session: Session, run: Run) -> Iterator[SuggestReport]:
    """New suggestions for the articles that no person has touched, in place of those they have.

    Each article is one undoable entry, so that the window answers between two of them; `take_back`
    undoes all at once. An article that a person has begun with meanwhile is left as it is, and items
    that somebody made elsewhere and brought in with the article stay. Raises as `suggest_all` does.
    """
    report = SuggestReport()
    for outcome in run(_task(session.look(article_id)) for article_id in untouched(session)):
        if is_untouched(session, session.row(outcome.task.key)):
            _take_outcome(session, outcome, report, again=True)
        yield report


def take_back(session: Session, report: SuggestReport) -> int:
    """Undo a run's entries, the newest first, as far as nothing was done after them; how many."""
    mine, count = set(report.entries), 0
    while (entry := session.undo_entry) is not None and entry.seq in mine:
        session.undo()
        count += 1
    return count


def _task(opened: Opened) -> Task:
    article = opened.article
    return Task(article.id, article.title or article.id, article.text, tuple(opened.state.zones))


def _take_outcome(
    session: Session, outcome: Outcome, report: SuggestReport, *, again: bool
) -> None:
    if outcome.result is None:
        report.troubles.append(outcome.trouble or Sentence("–"))
        return
    try:
        take_result(session, outcome.task.key, outcome.result, report, again=again)
    except (EditError, CodecError, KeyError, TypeError) as error:  # a plug-in's nonsense
        reason = error.sentence if isinstance(error, EditError) else str(error)
        report.troubles.append(failed(outcome.task, reason).trouble or Sentence("–"))


_LANGUAGES: Mapping[str, str] = {
    "": QT_TRANSLATE_NOOP("Messages", "an unknown language"),
    "da": QT_TRANSLATE_NOOP("Messages", "Danish"),
    "es": QT_TRANSLATE_NOOP("Messages", "Spanish"),
    "fr": QT_TRANSLATE_NOOP("Messages", "French"),
    "it": QT_TRANSLATE_NOOP("Messages", "Italian"),
    "nl": QT_TRANSLATE_NOOP("Messages", "Dutch"),
    "pl": QT_TRANSLATE_NOOP("Messages", "Polish"),
    "pt": QT_TRANSLATE_NOOP("Messages", "Portuguese"),
    "sv": QT_TRANSLATE_NOOP("Messages", "Swedish"),
    "tr": QT_TRANSLATE_NOOP("Messages", "Turkish"),
}
_UNSERVED = QT_TRANSLATE_NOOP(
    "Messages",
    "The pipeline has nothing for {language} (articles: {count}): only quotes were marked there, by rule; another pipeline can be named.",
)


def unserved_sentences(counts: Mapping[str, int]) -> Iterator[Sentence]:
    """One for each language that the pipeline has nothing for but the rules for quotes."""
    for code, count in sorted(counts.items()):
        language = Sentence(_LANGUAGES[code]) if code in _LANGUAGES else code
        yield Sentence(_UNSERVED, language=language, count=count)
