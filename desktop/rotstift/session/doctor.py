"""Doctor: is everything in the project as the log says? `rotstift check` asks here."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rotstift.model.annotations import Annotations
from rotstift.model.checks import EditError, state_problems
from rotstift.model.codec import CodecError
from rotstift.model.edit import apply_steps
from rotstift.model.items import Standing
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.session.appraisal import doubt_of
from rotstift.session.catching_up import CatchingUp
from rotstift.session.session import Session
from rotstift.store.errors import StoreError
from rotstift.store.project import Project

_DIGEST = QT_TRANSLATE_NOOP("Messages", "the annotations do not match their digest.")
_TABLES = QT_TRANSLATE_NOOP("Messages", "the tables and the log do not say the same.")
_COUNTS = QT_TRANSLATE_NOOP("Messages", "the counts in the list are not those of the items.")
_SETTING = QT_TRANSLATE_NOOP("Messages", "The project’s setting “{key}” is not what the log says.")
_MALFORMED = QT_TRANSLATE_NOOP("Messages", "a row or an entry of the log is damaged ({reason}).")
_NO_REPAIR = QT_TRANSLATE_NOOP("Messages", "It cannot be repaired from the log: {reason}")


@dataclass(slots=True)
class CheckReport:
    """What was looked at and what is wrong, a sentence each."""

    articles: int = 0
    problems: list[Sentence] = field(default_factory=list)
    repaired: int = 0
    """Articles whose derived tables were rebuilt from the log."""


def check(session: Session, *, repair: bool = False) -> Iterator[CheckReport]:
    """Look at the file, step by step, then at every article; the report so far after each.

    Texts against their digests, annotations against theirs, against the rules, and against the log
    replayed from its beginning, step by step with their inverses. With `repair`, an article whose
    tables differ from the log gets them from the log, and one whose doubt nobody has worked out that.
    Raises WriteFailed.
    """
    project = session.project
    report = CheckReport()
    for problems in project.file_checks():
        report.problems += problems
        yield report
    report.problems += _setting_problems(project, repair=repair)
    for article_id in project.ids():
        report.articles += 1
        found = list(_article_problems(project, article_id))
        if found and repair:
            found += _repair(session, article_id, report)
        report.problems += found
        yield report
    if repair:
        CatchingUp(session).run()


def _setting_problems(project: Project, *, repair: bool) -> list[Sentence]:
    told = project.log_book.settings_told()
    wrong = {key: value for key, value in told.items() if project.setting(key) != value}
    for key, value in wrong.items():
        if repair:
            project.remember(key, value)
    return [Sentence(_SETTING, key=key) for key in sorted(wrong)]


def replayed(project: Project, article_id: str) -> Annotations:
    """The article's state as the log tells it.

    Raises EditError or CodecError when the log is damaged, StoreError when the text is.
    """
    state = Annotations(len(project.article(article_id).text))
    for change in project.log_book.changes_of(article_id):
        before = state
        state, backward = apply_steps(change.forward, before)
        if change.backward and apply_steps(change.backward, state)[0].digest != before.digest:
            raise CodecError("an entry of the log does not lead back to where it came from")
        del backward
    return state


def _article_problems(project: Project, article_id: str) -> Iterator[Sentence]:
    title = article_id
    try:
        row = project.row(article_id)
        title = row.title
        told = replayed(project, article_id)
        stored = project.stored_state(article_id)
    except (StoreError, ValueError) as error:  # EditError and CodecError are ValueErrors
        yield _about(title, _in_words(error))
        return
    if stored.digest != project.digest_of(article_id):
        yield _about(title, Sentence(_DIGEST))
    if dict(stored.items) != dict(told.items):
        yield _about(title, Sentence(_TABLES))
    counts = (row.suggested, row.checked, row.made)
    if counts != tuple(stored.standings[standing] for standing in Standing):
        yield _about(title, Sentence(_COUNTS))
    yield from (_about(title, problem) for problem in state_problems(told, project.scheme))


def _in_words(error: Exception) -> Sentence:
    if isinstance(error, StoreError | EditError):
        return error.sentence
    return Sentence(_MALFORMED, reason=error)


def _about(title: str, problem: object) -> Sentence:
    return Sentence("{title}: {problem}", title=title, problem=problem)


def _repair(session: Session, article_id: str, report: CheckReport) -> list[Sentence]:
    project = session.project
    try:
        told = replayed(project, article_id)
    except (StoreError, ValueError) as error:
        return [Sentence(_NO_REPAIR, reason=_in_words(error))]
    doubt = doubt_of(project.text(article_id), told, session.experience)
    project.rebuild(article_id, told, doubt)
    report.repaired += 1
    return []
