"""Commands that let a pipeline work: suggest, annotate."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO

import click

from rotstift.cli.base import (
    FILES,
    JSON,
    OK,
    PARTLY,
    PIPELINE,
    PROJECT,
    cli,
    moving,
    opened,
    progress_bar,
    show,
    stopping,
    told,
    where,
    worker_pool,
)
from rotstift.formats import Found, Refused, read_paths
from rotstift.formats.jsonl import line_of
from rotstift.formats.whole import written_whole
from rotstift.model.report import Report
from rotstift.session import annotating, suggesting
from rotstift.session.fleet import Fleet, Run, Task
from rotstift.session.pipelines import pipeline_in
from rotstift.session.sample import shipped_scheme
from rotstift.session.session import Session

WORKERS = click.option(
    "--workers", default=1, type=click.IntRange(1, 64), help="How many processes."
)
CLUSTER = click.option(
    "--cluster", metavar="ADDRESS", help="A Dask cluster's scheduler: tcp://HOST:PORT."
)


STOPPED = "Stopped: the suggestions that came are kept"
REST = "run the same command again for the rest"


@contextmanager
def _through(pipeline: str, workers: int, cluster: str | None) -> Iterator[Run]:
    """What articles are given to: programs here, or a cluster."""
    pipeline = pipeline_in(pipeline)
    with worker_pool(1 if cluster else workers) as pool:
        if not cluster:
            yield Fleet(pool, pipeline)
            return
        from rotstift.session.cluster import cluster_at

        with cluster_at(cluster, pipeline, pool[0]) as run:
            yield run


@cli.command()
@PROJECT
@PIPELINE
@WORKERS
@CLUSTER
@click.option(
    "--again",
    is_flag=True,
    help="Also where there are suggestions; not where it is confirmed or skipped.",
)
@click.option(
    "--untouched", is_flag=True, help="Again, but only in articles that no person has touched."
)
@JSON
@told
def suggest(
    project: Path, pipeline: str, workers: int, cluster: str | None, as_json: bool, **which: bool
) -> None:
    """Let a pipeline mark entities and quotes in articles that have no suggestions yet."""
    report = suggesting.SuggestReport()
    words = STOPPED if any(which.values()) else f"{STOPPED}; {REST}"
    with (
        stopping(f"{words}."),
        opened(project) as session,
        _through(pipeline, workers, cluster) as run,
    ):
        left, steps = _suggestions(session, run, **which)
        with progress_bar("Suggesting", left) as bar:
            for report in steps:
                bar.update(report.articles + len(report.troubles) - bar.pos)
    data = {
        "articles": report.articles,
        "items": report.items,
        "author": report.author,
        "left_out": report.left_out,
        "unserved": dict(report.unserved),
        "troubles": list(map(str, report.troubles)),
    }
    show(as_json, data, lambda: _suggest_lines(report) if left else iter([_nothing(**which)]))
    sys.exit(PARTLY if report.troubles else OK)


def _suggestions(
    session: Session, run: Run, *, again: bool, untouched: bool
) -> tuple[int, Iterator[suggesting.SuggestReport]]:
    """In how many articles, and the run."""
    if untouched:
        return len(suggesting.untouched(session)), suggesting.suggest_to_untouched(session, run)
    ids = (suggesting.unfinished if again else suggesting.without_suggestions)(session)
    return len(ids), suggesting.suggest_through(session, run, again=again)


def _nothing(*, again: bool, untouched: bool) -> str:
    """Why no article was given to the pipeline."""
    if untouched:
        return "Nothing to do: there is no article that nobody has touched."
    if again:
        return "Nothing to do: every article is finished."
    return "Nothing to do: every article has its suggestions, or is finished."


def _suggest_lines(report: suggesting.SuggestReport) -> Iterator[str]:
    yield from report.troubles
    yield from suggesting.unserved_sentences(report.unserved)
    for label, count in sorted(report.left_out.items()):
        yield f"left out: {count} of label {label}, which the scheme does not have"
    yield f"{report.items} suggestions in {report.articles} articles by {report.author or 'nobody'}"


@cli.command()
@FILES
@click.option("-o", "--out", type=click.Path(path_type=Path), help="A file instead of stdout.")
@PIPELINE
@WORKERS
@CLUSTER
@told
def annotate(files: tuple[Path, ...], out: Path | None, pipeline: str, **where_to: Any) -> None:
    """Without a project: one JSON line for each article, suggestions included, on stdout."""
    report = annotating.AnnotateReport()
    _check_out(out, files)
    written = 0
    with (
        stopping(_stopped(out)),
        _output(out) as stream,
        _through(pipeline, **where_to) as run,
        moving("Annotating", read_paths(files, shipped_scheme())) as found,
    ):
        for article in annotating.annotated(run, _tasks(found, report), report):
            stream.write(line_of(article, Report()))
            written += 1
        if not written:  # raised in here, so that the file stays as it was
            raise OSError("nothing was written: no article could be read")
    for sentence in (*report.troubles, *suggesting.unserved_sentences(report.unserved)):
        click.echo(sentence, err=True)
    sys.exit(PARTLY if report.refused or report.troubles else OK)


def _tasks(every: Iterable[Found], report: annotating.AnnotateReport) -> Iterator[Task]:
    """The articles; what is refused is told at once."""
    for found in every:
        if isinstance(found, Refused):
            report.refused += 1
            click.echo(f"refused: {where(found)}{found.reason}", err=True)
        else:
            yield annotating.task_of(found)


def _stopped(out: Path | None) -> str:
    to_file = out and out != Path("-")
    return "Stopped; nothing was written." if to_file else "Stopped: the output is not complete."


def _check_out(out: Path | None, files: Iterable[Path]) -> None:
    """There is a place for the answer, and never that of what was asked about. Raises OSError."""
    if out is None or out == Path("-"):
        return
    if out.is_dir():
        raise OSError(f"{out} is a folder: name a file.")
    if not out.parent.is_dir():
        raise OSError(f"{out} cannot be written: there is no folder {out.parent}.")
    if out.exists() and any(file.exists() and out.samefile(file) for file in files):
        raise OSError(f"{out} is one of the files to be read: name another for the answer")


def _output(out: Path | None) -> AbstractContextManager[BinaryIO]:
    """The file, which is written to its end or stays as it was; stdout without one, or for "-"."""
    return written_whole(out) if out and out != Path("-") else nullcontext(sys.stdout.buffer)
