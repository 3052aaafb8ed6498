"""The project that the pictures show: our own sample articles, with the same ids and times in every run."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from rotstift.formats import Annotated, read_paths
from rotstift.model import verbs
from rotstift.session.importing import ImportReport, batches, take
from rotstift.session.sample import sample_files, shipped_scheme
from rotstift.session.session import Session
from rotstift.session.suggesting import DEFAULT_PIPELINE, suggest_all
from rotstift.session.worker import Worker

AUTHOR = "Mia Sander"
NAME = "Zeitung.rotstift"
RIGHT_TO_LEFT = """\
بلدية المرفأ تبني جسرا جديدا

المرفأ، 14 مايو
أعلنت رئيسة البلدية ليلى حداد بناء جسر جديد فوق النهر. وقالت حداد: «سنفتح الجسر في الربيع».
ورحبت شركة Hansebund بالمشروع، وتحدث المهندس سامر نجار عن 40 شهرا من العمل.
"""
FIRST = "a01"
"""The article that most pictures show."""
LONG = "long"
RTL = "rtl"
CONFIRMED = (2, 3, 6, 7)
"""Numbers of the sample articles that are done; 8 is flagged, 9 skipped."""


def clock(start: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)) -> Callable[[], str]:
    """A clock that goes on by seven seconds whenever somebody looks."""
    ticks = count()
    return lambda: (start + timedelta(seconds=7 * next(ticks))).isoformat(timespec="milliseconds")


def articles(folder: Path) -> Iterator[Annotated]:
    """The samples, one from right to left and one very long, with the zones that an import finds."""
    own = {RTL: RIGHT_TO_LEFT}
    own[LONG] = "\n\n".join(path.read_text(encoding="utf-8").strip() for path in sample_files() * 2)
    for name, text in own.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    files = [*sample_files(), *(folder / f"{name}.txt" for name in own)]
    names = [*(f"a{number:02}" for number in range(len(files) - len(own))), *own]
    for number, (name, found) in enumerate(
        zip(names, read_paths(files, shipped_scheme()), strict=True)
    ):
        assert isinstance(found, Annotated), found
        meta = {"date": f"2024-05-{number + 3:02}"}
        yield replace(found, article=replace(found.article, id=name, meta=meta))


def make(path: Path) -> Path:
    """Write the project, with the suggestions of the pipeline that ships."""
    session = Session.create(path, shipped_scheme(), AUTHOR)
    session.clock = clock()
    report = ImportReport()
    for portion in batches(articles(path.parent)):
        take(session, portion, report)
    worker = Worker()
    try:
        for _ in suggest_all(session, [worker], DEFAULT_PIPELINE):
            pass
    finally:
        worker.stop()
    for number in CONFIRMED:
        opened = session.look(f"a{number:02}")
        session.do(opened.article.id, verbs.confirm(opened.article.text, opened.state))
    session.close()
    return path
