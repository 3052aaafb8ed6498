"""Commands that learn: train, evaluate."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from rotstift.cli.base import (
    JSON,
    PROJECT,
    SCHEME,
    cli,
    opened,
    progress_bar,
    scheme_named,
    show,
    told,
    worker_pool,
)
from rotstift.formats import Annotated
from rotstift.model.items import Status
from rotstift.model.scheme import Scheme
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.evaluation import Mistake, Result
from rotstift.nlp.evaluation.figures import calibration_error
from rotstift.nlp.scoring import Figures
from rotstift.nlp.training_state import MODEL, Point
from rotstift.session import evaluating, exporting
from rotstift.session.evaluating import Measured
from rotstift.session.pipelines import pipeline_in
from rotstift.session.suggesting import DEFAULT_PIPELINE
from rotstift.session.training import (
    TrainPlan,
    TrainResult,
    check_training,
    train_message,
    unfinished,
)
from rotstift.session.worker import Worker, WorkerError

STOPPED = QT_TRANSLATE_NOOP(
    "Messages", "The training was stopped; --resume goes on with it from step {step}."
)
STOPPED_EARLY = QT_TRANSLATE_NOOP(
    "Messages", "The training was stopped before there was anything to go on with."
)
NOTHING = "nothing"
"""What --from is given where a pipeline shall learn without a beginning."""


@cli.command()
@PROJECT
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--steps", default=400, show_default=True, type=click.IntRange(1, 1_000_000), help="At most."
)
@click.option(
    "--patience",
    default=0,
    type=click.IntRange(0),
    help="Stop after so many steps without a better score; a third of all steps if not given.",
)
@click.option(
    "--dev",
    "share",
    default=0.2,
    show_default=True,
    help="Share of the articles held out; the same article always falls on the same side.",
)
@click.option("--seed", default=0, help="Another number, another split and another order.")
@click.option("--from", "base", help="Folder of the pipeline to begin with, or “nothing”.")
@click.option(
    "--language", default="de", show_default=True, help="Of the articles, as spaCy's code."
)
@click.option(
    "--quotes/--no-quotes",
    default=None,
    help="Learn quotes: without this where the beginning has a component for them.",
)
@click.option("--resume", is_flag=True, help="Go on with a training in OUT that was stopped.")
@click.option("--all", "every", is_flag=True, help="Also articles that are not confirmed.")
@JSON
@told
def train(
    project: Path, out: Path, base: str | None, every: bool, as_json: bool, **options: Any
) -> None:
    """Train a pipeline on the confirmed articles, entities and quotes.

    It begins with the weights of the shipped pipeline. OUT is a folder: the pipeline will be OUT/model;
    OUT/split.json says which articles were held out; OUT/checkpoint is there until the training has
    ended, and --resume goes on from it.
    """
    plan = TrainPlan(
        out.absolute(),
        statuses=tuple(Status) if every else (Status.CONFIRMED,),
        base=_base(base),
        **options,
    )
    with opened(project) as session, worker_pool() as (worker,):
        check_training(session, plan)
        articles = exporting.chosen_articles(session, plan.export)
        report = exporting.write_export(plan.export, articles, worker)
        answer = _trained(worker, plan)
    result = TrainResult.of(answer)
    for note in (*report.notes, *result.notes):
        click.echo(f"note: {note}", err=True)
    show(as_json, result.to_json(), lambda: _train_lines(result))


def _trained(worker: Worker, plan: TrainPlan) -> Mapping[str, Any]:
    """The worker's answer. Raises WorkerError, also when the person has had enough."""
    with progress_bar("Training", plan.steps) as bar:
        try:
            return worker.ask(
                train_message(plan),
                lambda done, _total, _words: bar.update(done - bar.pos),
                _tell_point,
            )
        except KeyboardInterrupt:
            worker.close()
            step = unfinished(plan.out)
            raise WorkerError(
                Sentence(STOPPED, step=step) if step else Sentence(STOPPED_EARLY)
            ) from None


def _base(given: str | None) -> str | None:
    if given in (None, NOTHING):
        return None if given is None else ""
    return str(Path(pipeline_in(given or "")).expanduser().absolute())


def _tell_point(data: Mapping[str, Any]) -> None:
    """One line for each point of the curve, on stderr."""
    point = Point.from_json(data)
    loss = "  ".join(f"{name} {value:.3f}" for name, value in point.loss.items())
    best = "  best so far" if point.best else ""
    click.echo(f"step {point.step:>6}  score {point.score:.3f}  loss {loss or '–'}{best}", err=True)


def _train_lines(result: TrainResult) -> Iterator[str]:
    before = "" if result.before is None else f" ({result.before:.2f} before)"
    yield (
        f"{result.pipeline}: score {result.score:.2f}{before},"
        f" best after {result.best_step} of {result.steps} steps"
    )


@cli.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "--pipeline", "names", multiple=True, help="Name or folder; may be given several times."
)
@click.option(
    "--held-out",
    "out",
    type=click.Path(path_type=Path),
    help="OUT of a training: only the articles that it held out.",
)
@click.option(
    "--errors", default=0, type=click.IntRange(0), help="Show so many mistakes of each kind."
)
@SCHEME
@JSON
@told
def evaluate(
    source: Path,
    names: tuple[str, ...],
    out: Path | None,
    errors: int,
    scheme: str,
    as_json: bool,
) -> None:
    """Measure pipelines on confirmed articles of a project, or on a .jsonl or .marked file.

    \b
    Entities   strictly: span and label are right, or it is wrong.
    Quotes     the measure of the German Wikinews set (SpkAtt-2023, task 2): gold and
               suggested quotes of an article are paired one to one so that the sum of
               their token F1 is greatest. Precision and recall are shares of tokens,
               averaged over the pairs; a quote without a partner is paired with nothing.
               Messages: the quotes themselves. Roles: speaker, cue, addressee, frame.
               Joint: both. Form: the type.
    Scores     how often suggestions with a score of about 0.7 are right, and so on.

    --scheme says which labels a file has; a project has its own.
    Without --pipeline: the one that comes along, and with --held-out also the one in OUT.
    """
    held_out = evaluating.held_out_of(out) if out else None
    if evaluating.is_file_of_articles(source):
        labels = scheme_named(scheme)
        articles, notes = evaluating.articles_of_file(source, labels, held_out)
    else:
        with opened(source) as session:
            articles, notes = evaluating.confirmed_articles(session, held_out), []
            labels = session.scheme
    chosen = names or _pipelines_for(out)
    with worker_pool() as (worker,):
        every = [_measured(articles, name, worker, errors, labels) for name in chosen]
    for note in dict.fromkeys((*notes, *(note for measured in every for note in measured.notes))):
        click.echo(f"note: {note}", err=True)
    data = [
        {"pipeline": one.pipeline, "author": one.author, "notes": [str(note) for note in one.notes]}
        | one.result.to_json()
        for one in every
    ]
    show(as_json, data, lambda: (line for one in every for line in _evaluate_lines(one)))


def _measured(
    articles: list[Annotated], name: str, worker: Worker, errors: int, labels: Scheme
) -> Measured:
    measured = Measured(name)
    with progress_bar(f"Measuring {name}", len(articles)) as bar:
        for so_far in evaluating.evaluate(articles, pipeline_in(name), worker, errors, labels):
            measured = so_far
            bar.update(1)
    return measured


def _pipelines_for(out: Path | None) -> tuple[str, ...]:
    trained = out is not None and (out / MODEL / "meta.json").is_file()
    return (DEFAULT_PIPELINE, str(out)) if trained else (DEFAULT_PIPELINE,)


def _evaluate_lines(measured: Measured) -> Iterator[str]:
    result = measured.result
    yield f"{measured.pipeline} ({measured.author}), {result.articles} articles"
    yield from _entity_lines(result)
    yield from _quote_lines(result)
    for layer, bins in result.bins.items():
        error = calibration_error(bins)
        if error is not None:
            yield f"  scores of {layer}: items, mean score, share right; {error:.3f} apart on average"
            for one in bins:
                yield f"    {one.start:.1f}  {one.items:>6}  {one.score:.2f}  {one.right:.2f}"
    for layer, kinds in result.mistakes.items():
        said = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
        yield f"  mistakes in {layer}: {said or 'none'}"
    for mistake in result.examples:
        yield from _mistake_lines(mistake)


def _entity_lines(result: Result) -> Iterator[str]:
    if result.labels:
        rows = [*result.labels.items(), ("all", result.entities)]
        for label, one in rows:
            yield _row(
                f"entities {label}", one.figures, f"{one.right} of {one.gold}, {one.found} found"
            )


def _quote_lines(result: Result) -> Iterator[str]:
    for name, figures in result.quotes.items():
        yield _row(f"quotes {name}", figures)
    for kind, one in result.types.items():
        exact = (
            f"{one.met} of {one.gold} met, {one.exact_share:.0%} of them exactly, {one.found} found"
        )
        yield _row(f"type {kind}", one.figures, exact)
    if result.quotes:
        speakers = result.speakers
        yield (
            f"  speakers of {speakers['found']} quotes found: {speakers['touched']} touched,"
            f" {speakers['exact']} exactly"
        )
        counts = result.negatives
        exact = f"{counts.right} of {counts.gold}, {counts.found} found"
        yield _row("negatives", counts.figures, exact)


def _row(name: str, figures: Figures, more: str = "") -> str:
    percent = [f"{value * 100:5.1f}" for value in (figures.precision, figures.recall, figures.f1)]
    return f"  {name:<22} P {percent[0]}  R {percent[1]}  F1 {percent[2]}  {more}".rstrip()


def _mistake_lines(mistake: Mistake) -> Iterator[str]:
    place = f"{mistake.title or mistake.article}, {mistake.span.start}–{mistake.span.end}"
    yield f"  {mistake.kind} ({mistake.layer}): {place}"
    yield f"    {mistake.context}"
    if mistake.gold:
        yield f"    right: {mistake.gold}".replace("\n", "¶")
    if mistake.found:
        yield f"    found: {mistake.found}".replace("\n", "¶")
