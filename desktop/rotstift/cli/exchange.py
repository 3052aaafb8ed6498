"""Commands that write files: export."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from rotstift.cli.base import JSON, PROJECT, cli, opened, progress_bar, show, told, worker_pool
from rotstift.formats import Annotated
from rotstift.model.items import Status
from rotstift.session import exporting


@cli.command()
@PROJECT
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--format", "name", default=exporting.SPACY, help="spacy, jsonl, or a plug-in's name."
)
@click.option("--all", "every", is_flag=True, help="Also articles that are not confirmed.")
@click.option("--dev", "share", default=0.2, help="spacy: share of articles in dev.spacy.")
@click.option("--seed", default=0, help="spacy: another number, another split.")
@click.option("--split-hyphens", is_flag=True, help="spacy: so that parts of words fit.")
@click.option("--quotes", is_flag=True, help="spacy: config.cfg trains quotes, too.")
@click.option("--force", is_flag=True, help="Also over what is no earlier export.")
@JSON
@told
def export(project: Path, out: Path, name: str, as_json: bool, **options: Any) -> None:
    """Write confirmed articles as training data, with a report of every item."""
    statuses = tuple(Status) if options.pop("every") else (Status.CONFIRMED,)
    force = options.pop("force")
    spacy_options = options if name == exporting.SPACY else {}
    plan = exporting.ExportPlan(name, out.absolute(), statuses, spacy_options, force)
    with opened(project) as session, worker_pool() as (worker,):
        count = exporting.check_plan(session, plan)
        with progress_bar("Exporting", count) as bar:
            articles = _counted(exporting.chosen_articles(session, plan), bar)
            report = exporting.write_export(plan, articles, worker)
    show(as_json, report.to_json(), lambda: exporting.report_lines(report))


def _counted(articles: Iterator[Annotated], bar: Any) -> Iterator[Annotated]:
    for article in articles:
        yield article
        bar.update(1)
