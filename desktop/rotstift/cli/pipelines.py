"""Commands that let a pipeline work: suggest, annotate."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

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
    told,
    where,
    worker_pool,
)
from rotstift.formats import Annotated, Refused, read_paths
from rotstift.formats.jsonl import line_of
from rotstift.formats.whole import written_whole
from rotstift.model.items import Item
from rotstift.model.report import Report
from rotstift.session import suggesting
from rotstift.session.sample import shipped_scheme
from rotstift.session.worker import Worker


@cli.command()
@PROJECT
@PIPELINE
@click.option("--workers", default=1, type=click.IntRange(1, 64), help="How many processes.")
@click.option("--again", is_flag=True, help="Also where there are suggestions; undoable.")
@JSON
@told
def suggest(project: Path, pipeline: str, workers: int, again: bool, as_json: bool) -> None:
    """Let a pipeline mark entities and quotes in articles that have no suggestions yet."""
    report = suggesting.SuggestReport()
    with opened(project) as session, worker_pool(workers) as pool:
        left = len(session.project.ids() if again else suggesting.without_suggestions(session))
        with progress_bar("Suggesting", left) as bar:
            for report in suggesting.suggest_all(session, pool, pipeline, again=again):
                bar.update(report.articles - bar.pos)
    data = {
        "articles": report.articles,
        "items": report.items,
        "author": report.author,
        "left_out": report.left_out,
    }
    show(as_json, data, lambda: _suggest_lines(report))


def _suggest_lines(report: suggesting.SuggestReport) -> Iterator[str]:
    for label, count in sorted(report.left_out.items()):
        yield f"left out: {count} of label {label}, which the scheme does not have"
    yield f"{report.items} suggestions in {report.articles} articles by {report.author or 'nobody'}"


@cli.command()
@FILES
@click.option("-o", "--out", type=click.Path(path_type=Path), help="A file instead of stdout.")
@PIPELINE
@told
def annotate(files: tuple[Path, ...], out: Path | None, pipeline: str) -> None:
    """Without a project: one JSON line for each article, suggestions included, on stdout."""
    refused = 0
    with (
        _output(out) as stream,
        worker_pool() as (worker,),
        moving("Annotating", read_paths(files, shipped_scheme())) as articles,
    ):
        for found in articles:
            if isinstance(found, Refused):
                refused += 1
                click.echo(f"refused: {where(found)}{found.reason}", err=True)
                continue
            stream.write(line_of(_annotated(found, worker, pipeline), Report()))
    sys.exit(PARTLY if refused else OK)


def _output(out: Path | None) -> AbstractContextManager[BinaryIO]:
    """The file, which is written to its end or stays as it was; stdout without one, or for "-"."""
    return written_whole(out) if out and out != Path("-") else nullcontext(sys.stdout.buffer)


def _annotated(found: Annotated, worker: Worker, pipeline: str) -> Annotated:
    from dataclasses import replace

    from rotstift.model.items import Zone, new_id
    from rotstift.nlp.protocol import suggestions_from_json, zones_to_json

    zones = [item for item in found.items if isinstance(item, Zone)]
    message = {
        "do": "suggest",
        "pipeline": pipeline,
        "text": found.article.text,
        "zones": zones_to_json(zones),
    }
    _, suggested, _ = suggestions_from_json(worker.ask(message))
    article = found.article if found.article.id else replace(found.article, id=new_id())
    items: tuple[Item, ...] = (*found.items, *suggested)
    return Annotated(article, items)
