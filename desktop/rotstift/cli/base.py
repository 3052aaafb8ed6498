"""What all commands share: exit codes, arguments, opening, progress on stderr, data on stdout."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click

from rotstift import __version__
from rotstift.formats import Refused
from rotstift.formats.refusals import SENTENCES
from rotstift.model.checks import EditError
from rotstift.model.scheme import Scheme, SchemeError, parse_scheme
from rotstift.session import suggesting
from rotstift.session.evaluating import EvaluateError
from rotstift.session.exporting import ExportError
from rotstift.session.sample import DEFAULT_SCHEME, scheme_names, shipped_scheme
from rotstift.session.session import Session
from rotstift.session.worker import Worker, WorkerError
from rotstift.settings import Settings
from rotstift.store.errors import StoreError

OK, FAILED, USAGE, PARTLY = 0, 1, 2, 3
"""Exit codes: done; not done; wrongly asked; done, but some of it was refused or found wrong."""

P = ParamSpec("P")
R = TypeVar("R")
PROJECT = click.argument("project", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
FILES = click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILES..."
)
PIPELINE = click.option(
    "--pipeline", default=suggesting.DEFAULT_PIPELINE, help="Name or path of a pipeline."
)

SCHEME = click.option(
    "--scheme",
    default=DEFAULT_SCHEME,
    show_default=True,
    metavar="NAME|FILE",
    help="Which labels: a shipped scheme, or a TOML file.",
)

_SENTENCES = (StoreError, EditError, WorkerError, ExportError, EvaluateError)


def told(command: Callable[P, R]) -> Callable[P, R]:
    """Errors as one sentence on stderr, without a traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except BrokenPipeError:
            raise
        except (*_SENTENCES, OSError) as error:
            click.echo(f"rotstift: {error}", err=True)
            raise SystemExit(FAILED) from None

    return run


@contextmanager
def opened(path: Path) -> Iterator[Session]:
    """The project, closed at the end whatever happens."""
    session = Session.open(path, Settings.load().annotator)
    try:
        yield session
    finally:
        session.close()


@contextmanager
def worker_pool(count: int = 1) -> Iterator[list[Worker]]:
    """So many workers, ended at the end."""
    workers = [Worker() for _ in range(count)]
    try:
        yield workers
    finally:
        for worker in workers:
            worker.close()


@contextmanager
def stopping(sentence: str) -> Iterator[None]:
    """Ctrl-C ends the command with this sentence; to be the outermost, so that all is closed."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo(f"rotstift: {sentence}", err=True)
        raise SystemExit(FAILED) from None


def progress_bar(words: str, length: int) -> Any:
    """A progress bar on stderr, to be moved by hand; nothing where stderr is no terminal."""
    return click.progressbar(length=length, label=words, **_on_stderr())


def moving(words: str, steps: Iterable[R]) -> Any:
    """The same around steps whose number nobody knows."""
    return click.progressbar(steps, label=words, **_on_stderr())


def _on_stderr() -> dict[str, Any]:
    return {"file": sys.stderr, "show_pos": True, "hidden": not sys.stderr.isatty()}


def show(as_json: bool, data: Any, lines: Callable[[], Iterator[str]]) -> None:
    """The data as JSON, or the lines, on stdout."""
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


def where(refused: Refused) -> str:
    """The line that a refusal is about, as the beginning of a sentence that does not name it."""
    told = "{line}" in SENTENCES[refused.code].words
    return f"line {refused.line}: " if refused.line and not told else ""


def scheme_named(name: str) -> Scheme:
    """A shipped scheme, or that of a TOML file. Raises StoreError."""
    if name in scheme_names():
        return shipped_scheme(name)
    if not Path(name).is_file():
        known = ", ".join(scheme_names())
        raise StoreError(
            "There is no scheme {name}; there are {known}, or give a TOML file.",
            name=repr(name),
            known=known,
        )
    try:
        return parse_scheme(Path(name).read_text(encoding="utf-8"))
    except (SchemeError, UnicodeDecodeError) as error:
        raise StoreError("{words}", words=error) from None
