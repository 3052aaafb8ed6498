"""Commands for pipelines from elsewhere: pipeline list, show, add, remove."""

from collections.abc import Iterator
from typing import Any

import click

from rotstift.cli.base import JSON, cli, progress_bar, show, told
from rotstift.session import pipelines
from rotstift.session.pipelines import Card


@cli.group()
def pipeline() -> None:
    """Which pipelines there are; add the official spaCy models, or your own."""


@pipeline.command("list")
@JSON
@told
def list_pipelines(as_json: bool) -> None:
    """Every pipeline that --pipeline knows by name; none is loaded."""
    cards = pipelines.available()
    show(as_json, [card.to_json() for card in cards], lambda: map(_line, cards))


def _line(card: Card) -> str:
    what = card.problem or ", ".join(part for part in (card.language, card.licence) if part)
    return f"{card.name:<24} {card.version:<16} {card.source:<9} {what}".rstrip()


@pipeline.command("show")
@click.argument("name")
@JSON
@told
def show_pipeline(name: str, as_json: bool) -> None:
    """What a pipeline is, by name or folder; it is not loaded."""
    card = pipelines.describe(name)
    show(as_json, card.to_json(), lambda: _lines(card))


def _lines(card: Card) -> Iterator[str]:
    """The card as rows; what is not known has none."""
    kept = (f"{label} → {ours}" for label, ours in card.labels.items() if ours)
    left_out = (label for label, ours in card.labels.items() if not ours)
    rows = {
        "name": card.name,
        "source": card.source,
        "version": card.version,
        "language": card.language,
        "licence": card.licence,
        "author": card.author,
        "address": card.url,
        "description": card.description,
        "components": ", ".join(card.components),
        "labels": ", ".join(kept),
        "left out": ", ".join(left_out),
        "size": f"{card.size / 1e6:.1f} MB" if card.size else "",
        "spaCy": card.spacy,
        "needs": ", ".join(card.requirements),
        "from": card.origin,
        "SHA-256": card.sha256,
        "folder": card.path,
    }
    yield from (f"{key:<12} {value}" for key, value in rows.items() if value)
    yield from (f"{'note':<12} {note}" for note in card.notes)
    if card.problem:
        yield f"{'problem':<12} {card.problem}"


@pipeline.command("add")
@click.argument("source", metavar="FILE|URL")
@click.option("--sha256", default="", help="The digest that the publisher names.")
@click.option("--name", default="", help="What to call it; its own name without.")
@click.option("--llm", is_flag=True, help="A spacy-llm configuration: texts go to a service.")
@JSON
@told
def add_pipeline(source: str, as_json: bool, **options: Any) -> None:
    """Add a spaCy model from its wheel, a file or an https address; nothing of it is run."""
    with progress_bar("Fetching", 1) as bar:

        def tell(done: int, total: int) -> None:
            bar.length = max(total, done)
            bar.update(done - bar.pos)

        card = pipelines.add(source, progress=tell, **options)
    show(as_json, card.to_json(), lambda: _lines(card))


@pipeline.command("remove")
@click.argument("name")
@told
def remove_pipeline(name: str) -> None:
    """Take an added pipeline away."""
    pipelines.remove(name)
    click.echo(f"Removed {name}.", err=True)
