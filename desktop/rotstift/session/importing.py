"""Import: files in, article by article; what cannot come in is told, the others do."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from rotstift.formats import Annotated, Found, Refused, read_paths
from rotstift.formats.refusals import Code
from rotstift.model.annotations import Annotations
from rotstift.model.checks import EditError
from rotstift.model.edit import Put, apply_steps
from rotstift.model.history import EntryKind
from rotstift.model.items import ArticleStatus, Item, Standing, Status, new_id
from rotstift.session.appraisal import doubt_of
from rotstift.session.known import new_numbers
from rotstift.session.session import Session
from rotstift.store.records import LogEntry, NewArticle

BATCH = 50
"""Articles in one transaction: some milliseconds of writing."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An article that was left out since the project has the same text."""

    source: str
    same_as: str
    """Title of the article that is there."""


@dataclass(slots=True)
class ImportReport:
    """What came in, what was there already, and what was refused, each with its reason."""

    added: list[str] = field(default_factory=list)
    """Ids, in the order of the files."""
    duplicates: list[Duplicate] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def read(paths: Sequence[Path], session: Session) -> Iterator[Found]:
    """What the files hold. Touches no project, so that a thread may run it."""
    return read_paths(paths, session.scheme)


def batches(found: Iterable[Found]) -> Iterator[list[Found]]:
    """The same in portions for one transaction each."""
    source = iter(found)
    while portion := list(islice(source, BATCH)):
        yield portion


def take(session: Session, portion: Sequence[Found], report: ImportReport) -> None:
    """Put a portion into the project: one log entry, one transaction. Raises WriteFailed."""
    fresh: list[NewArticle] = []
    texts: dict[str, str] = {}
    told: dict[str, str] = {}
    for one in portion:
        if isinstance(one, Refused):
            report.refused.append(one)
            continue
        same_as = _same_text(session, one, texts)
        if same_as is not None:
            report.duplicates.append(Duplicate(one.article.source, same_as))
            continue
        texts[one.article.digest] = one.article.title
        fresh.append(_new_article(session, one, fresh, report))
        told |= one.wikidata
    if fresh:
        words = {"count": str(len(fresh)), "text": fresh[0].article.title[:60]}
        entry = LogEntry(session.clock(), session.author, EntryKind.MACHINE, "import", None, words)
        session.project.add(fresh, entry, new_numbers(session, told))
        report.added += [new.article.id for new in fresh]


def import_paths(session: Session, paths: Sequence[Path]) -> Iterator[ImportReport]:
    """Import files and folders, answering the report so far after each portion.

    Raises WriteFailed when the disk does not take one; the portions before it are in.
    """
    report = ImportReport()
    yield report
    for portion in batches(read(paths, session)):
        take(session, portion, report)
        yield report


def _same_text(session: Session, one: Annotated, texts: dict[str, str]) -> str | None:
    digest = one.article.digest
    if digest in texts:
        return texts[digest]
    known = session.project.same_text(digest)
    return session.row(known).title if known else None


def _new_article(
    session: Session, one: Annotated, fresh: Sequence[NewArticle], report: ImportReport
) -> NewArticle:
    article = one.article
    taken = any(article.id == other.article.id for other in fresh)
    if not article.id or taken or session.project.has_article(article.id):
        article = replace(article, id=new_id())
    steps = tuple(Put(item) for item in one.items if not _is_new_status(item))
    empty = Annotations(len(article.text))
    try:
        state, _ = apply_steps(steps, empty)
    except EditError as error:
        # The readers check what they yield; a plug-in that does not loses its annotations only.
        why = {"name": article.source, "reader": Path(article.source).suffix, "detail": str(error)}
        report.refused.append(Refused(article.source, None, Code.READER_FAILED, why))
        return NewArticle(article, empty, ())
    suggested = state.standings[Standing.SUGGESTED]
    doubt = doubt_of(article.text, state, session.experience) if suggested else None
    return NewArticle(article, state, steps, doubt)


def _is_new_status(item: Item) -> bool:
    """An article without a status item is new: the item would say nothing."""
    return isinstance(item, ArticleStatus) and item.value is Status.NEW
