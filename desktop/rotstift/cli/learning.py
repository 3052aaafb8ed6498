"""Commands that learn: train."""

from pathlib import Path

import click

from rotstift.cli.base import JSON, PROJECT, cli, opened, progress_bar, show, told, worker_pool
from rotstift.model.items import Status
from rotstift.session import exporting


@cli.command()
@PROJECT
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--steps", default=400, type=click.IntRange(1, 100_000), help="Training steps.")
@click.option("--all", "every", is_flag=True, help="Also articles that are not confirmed.")
@JSON
@told
def train(project: Path, out: Path, steps: int, every: bool, as_json: bool) -> None:
    """Train a spaCy pipeline on the confirmed articles; OUT is its folder."""
    statuses = tuple(Status) if every else (Status.CONFIRMED,)
    data = out.absolute() / "data"
    plan = exporting.ExportPlan(exporting.SPACY, data, statuses, {"split_hyphens": True})
    with opened(project) as session, worker_pool() as (worker,):
        exporting.check_plan(session, plan)
        exporting.write_export(plan, exporting.chosen_articles(session, plan), worker)
        with progress_bar("Training", steps) as bar:
            result = worker.ask(
                exporting.train_message(data, out.absolute() / "model", steps),
                lambda done, _total, _words: bar.update(done - bar.pos),
            )
    show(
        as_json, dict(result), lambda: iter([f"{result['pipeline']}: score {result['score']:.2f}"])
    )
