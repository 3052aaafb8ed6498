"""The command line: the same program without its window. Progress on stderr, data on stdout."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import wraps
from pathlib import Path
from typing import Any, BinaryIO, ParamSpec, TypeVar

import click

from rotstift import __version__
from rotstift.formats import Annotated, Refused, read_paths
from rotstift.formats.jsonl import line_of
from rotstift.formats.whole import written_whole
from rotstift.model.checks import EditError
from rotstift.model.items import Item, Status
from rotstift.model.report import Report
from rotstift.session import exporting, importing, suggesting
from rotstift.session.doctor import check as check_project
from rotstift.session.sample import scheme_names, shipped_scheme
from rotstift.session.session import Session
from rotstift.session.stats import stats as project_stats
from rotstift.session.worker import Worker, WorkerError
from rotstift.settings import Settings
from rotstift.store.errors import StoreError

OK, FAILED, USAGE, PARTLY = 0, 1, 2, 3
"""Exit codes: done; not done; wrongly asked; done, but some of it was refused or found wrong."""

_P = ParamSpec("_P")
_R = TypeVar("_R")
_PROJECT = click.argument("project", type=click.Path(path_type=Path))
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
_FILES = click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILES..."
)
_PIPELINE = click.option(
    "--pipeline", default=suggesting.DEFAULT_PIPELINE, help="Name or path of a pipeline."
)


def _told(command: Callable[_P, _R]) -> Callable[_P, _R]:
    """Errors as one sentence on stderr, without a traceback."""

    @wraps(command)
    def run(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return command(*args, **kwargs)
        except BrokenPipeError:
            raise
        except (StoreError, EditError, WorkerError, exporting.ExportError, OSError) as error:
            click.echo(f"rotstift: {error}", err=True)
            raise SystemExit(FAILED) from None

    return run


@contextmanager
def _open(path: Path) -> Iterator[Session]:
    session = Session.open(path, Settings.load().annotator)
    try:
        yield session
    finally:
        session.close()


@contextmanager
def _workers(count: int = 1) -> Iterator[list[Worker]]:
    workers = [Worker() for _ in range(count)]
    try:
        yield workers
    finally:
        for worker in workers:
            worker.close()


def _bar(words: str, length: int) -> Any:
    """A progress bar on stderr, to be moved by hand; nothing where stderr is no terminal."""
    return click.progressbar(length=length, label=words, **_on_stderr())


def _moving(words: str, steps: Iterable[_R]) -> Any:
    """The same around steps whose number nobody knows."""
    return click.progressbar(steps, label=words, **_on_stderr())


def _on_stderr() -> dict[str, Any]:
    return {"file": sys.stderr, "show_pos": True, "hidden": not sys.stderr.isatty()}


def _print(as_json: bool, data: Any, lines: Callable[[], Iterator[str]]) -> None:
    if as_json:
        click.echo(json.dumps(data, ensure_ascii=False))
    else:
        for line in lines():
            click.echo(line)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rotstift")
def cli() -> None:
    """Correct what a machine has marked in news articles, and get training data out of it.

    Without a command: rotstift [PROJECT] opens the window.
    """


@cli.command()
@_PROJECT
@click.option("--scheme", default="news-de", help="Which labels: a shipped scheme, or a TOML file.")
@_told
def new(project: Path, scheme: str) -> None:
    """Make an empty project file."""
    Session.create(_with_suffix(project), _scheme(scheme), Settings.load().annotator).close()
    click.echo(f"Made {_with_suffix(project)}.", err=True)


def _with_suffix(path: Path) -> Path:
    return path if path.suffix else path.with_suffix(".rotstift")


def _scheme(name: str) -> Any:
    from rotstift.model.scheme import SchemeError, parse_scheme

    if name in scheme_names():
        return shipped_scheme(name)
    if not Path(name).is_file():
        known = ", ".join(scheme_names())
        raise StoreError(f"There is no scheme {name!r}; there are {known}, or give a TOML file.")
    try:
        return parse_scheme(Path(name).read_text(encoding="utf-8"))
    except (SchemeError, UnicodeDecodeError) as error:
        raise StoreError(str(error)) from None


@cli.command()
@_PROJECT
@_FILES
@_JSON
@_told
def add(project: Path, files: tuple[Path, ...], as_json: bool) -> None:
    """Bring articles in: text files, folders, JSON lines."""
    report = importing.ImportReport()
    with (
        _open(project) as session,
        _moving("Importing", importing.import_paths(session, files)) as steps,
    ):
        for so_far in steps:
            report = so_far
    data = {
        "added": report.added,
        "duplicates": [[one.source, one.same_as] for one in report.duplicates],
        "refused": [one.reason for one in report.refused],
    }
    _print(as_json, data, lambda: _import_lines(report))
    sys.exit(PARTLY if report.refused else OK)


def _import_lines(report: importing.ImportReport) -> Iterator[str]:
    for duplicate in report.duplicates:
        yield f"left out: {duplicate.source} has the same text as “{duplicate.same_as}”"
    for refused in report.refused:
        yield f"refused: {_where(refused)}{refused.reason}"
    yield (
        f"{len(report.added)} added, {len(report.duplicates)} there already,"
        f" {len(report.refused)} refused"
    )


def _where(refused: Refused) -> str:
    return f"line {refused.line}: " if refused.line else ""


@cli.command("list")
@_PROJECT
@_JSON
@_told
def list_articles(project: Path, as_json: bool) -> None:
    """The articles, with status and counts."""
    with _open(project) as session:
        rows = list(session.project.rows())
    data = [
        {
            "id": row.id,
            "title": row.title,
            "status": row.status.value,
            "suggested": row.suggested,
            "checked": row.checked,
            "made": row.made,
        }
        for row in rows
    ]
    _print(
        as_json,
        data,
        lambda: (
            f"{row.id}  {row.status.value:<12} {row.suggested:>4} {row.checked:>4} {row.made:>4}"
            f"  {row.title}"
            for row in rows
        ),
    )


@cli.command()
@_PROJECT
@_PIPELINE
@click.option("--workers", default=1, type=click.IntRange(1, 64), help="How many processes.")
@click.option("--again", is_flag=True, help="Also where there are suggestions; undoable.")
@_JSON
@_told
def suggest(project: Path, pipeline: str, workers: int, again: bool, as_json: bool) -> None:
    """Let a pipeline mark entities and quotes in articles that have no suggestions yet."""
    report = suggesting.SuggestReport()
    with _open(project) as session, _workers(workers) as pool:
        left = len(session.project.ids() if again else suggesting.without_suggestions(session))
        with _bar("Suggesting", left) as bar:
            for report in suggesting.suggest_all(session, pool, pipeline, again=again):
                bar.update(report.articles - bar.pos)
    data = {
        "articles": report.articles,
        "items": report.items,
        "author": report.author,
        "left_out": report.left_out,
    }
    _print(as_json, data, lambda: _suggest_lines(report))


def _suggest_lines(report: suggesting.SuggestReport) -> Iterator[str]:
    for label, count in sorted(report.left_out.items()):
        yield f"left out: {count} of label {label}, which the scheme does not have"
    yield f"{report.items} suggestions in {report.articles} articles by {report.author or 'nobody'}"


@cli.command()
@_FILES
@click.option("-o", "--out", type=click.Path(path_type=Path), help="A file instead of stdout.")
@_PIPELINE
@_told
def annotate(files: tuple[Path, ...], out: Path | None, pipeline: str) -> None:
    """Without a project: one JSON line for each article, suggestions included, on stdout."""
    refused = 0
    with (
        _output(out) as stream,
        _workers() as (worker,),
        _moving("Annotating", read_paths(files, shipped_scheme())) as articles,
    ):
        for found in articles:
            if isinstance(found, Refused):
                refused += 1
                click.echo(f"refused: {_where(found)}{found.reason}", err=True)
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


@cli.command()
@_PROJECT
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
@_JSON
@_told
def export(project: Path, out: Path, name: str, as_json: bool, **options: Any) -> None:
    """Write confirmed articles as training data, with a report of every item."""
    statuses = tuple(Status) if options.pop("every") else (Status.CONFIRMED,)
    force = options.pop("force")
    spacy_options = options if name == exporting.SPACY else {}
    plan = exporting.ExportPlan(name, out.absolute(), statuses, spacy_options, force)
    with _open(project) as session, _workers() as (worker,):
        count = exporting.check_plan(session, plan)
        with _bar("Exporting", count) as bar:
            articles = _counted(exporting.chosen_articles(session, plan), bar)
            report = exporting.write_export(plan, articles, worker)
    _print(as_json, report.to_json(), lambda: exporting.report_lines(report))


def _counted(articles: Iterator[Annotated], bar: Any) -> Iterator[Annotated]:
    for article in articles:
        yield article
        bar.update(1)


@cli.command()
@_PROJECT
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--steps", default=400, type=click.IntRange(1, 100_000), help="Training steps.")
@click.option("--all", "every", is_flag=True, help="Also articles that are not confirmed.")
@_JSON
@_told
def train(project: Path, out: Path, steps: int, every: bool, as_json: bool) -> None:
    """Train a spaCy pipeline on the confirmed articles; OUT is its folder."""
    statuses = tuple(Status) if every else (Status.CONFIRMED,)
    data = out.absolute() / "data"
    plan = exporting.ExportPlan(exporting.SPACY, data, statuses, {"split_hyphens": True})
    with _open(project) as session, _workers() as (worker,):
        exporting.check_plan(session, plan)
        exporting.write_export(plan, exporting.chosen_articles(session, plan), worker)
        with _bar("Training", steps) as bar:
            result = worker.ask(
                exporting.train_message(data, out.absolute() / "model", steps),
                lambda done, _total, _words: bar.update(done - bar.pos),
            )
    _print(
        as_json, dict(result), lambda: iter([f"{result['pipeline']}: score {result['score']:.2f}"])
    )


@cli.command()
@_PROJECT
@click.option("--repair", is_flag=True, help="Rebuild what differs from the log, from the log.")
@_JSON
@_told
def check(project: Path, repair: bool, as_json: bool) -> None:
    """Is everything in the project as the log says?"""
    with _open(project) as session, _bar("Checking", session.project.count()) as bar:
        for report in check_project(session, repair=repair):
            bar.update(report.articles - bar.pos)
    data = {
        "articles": report.articles,
        "problems": report.problems,
        "repaired": report.repaired,
    }
    _print(as_json, data, lambda: iter([*report.problems, _verdict(data)]))
    sys.exit(PARTLY if report.problems else OK)


def _verdict(data: dict[str, Any]) -> str:
    found = len(data["problems"])
    repaired = f", {data['repaired']} repaired from the log" if data["repaired"] else ""
    return f"{data['articles']} articles checked, {found or 'no'} problems{repaired}"


@cli.command()
@_PROJECT
@_told
def backup(project: Path) -> None:
    """Copy the project into its backup folder, verified; older copies are thinned out."""
    with _open(project) as session:
        click.echo(session.back_up())


@cli.command()
@_PROJECT
@_JSON
@_told
def stats(project: Path, as_json: bool) -> None:
    """How far the work is, what was corrected, how often suggestions were right."""
    with _open(project) as session:
        found = project_stats(session)
    _print(as_json, found.to_json(), lambda: _stats_lines(found.to_json()))


def _stats_lines(data: dict[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield f"{key}: " + ", ".join(
                f"{name} {count}" for name, count in value.items() if count
            )
        else:
            yield f"{key}: {'–' if value is None else value}"


COMMANDS = tuple(cli.commands)
"""Every word that is a command and not a project's name."""
