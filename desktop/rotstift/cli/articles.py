"""Commands on the articles of a project: new, add, list, check, backup, stats."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from rotstift.cli.base import (
    FILES,
    JSON,
    OK,
    PARTLY,
    PROJECT,
    SCHEME,
    cli,
    moving,
    opened,
    progress_bar,
    scheme_named,
    show,
    told,
    where,
)
from rotstift.session import importing
from rotstift.session.doctor import check as check_project
from rotstift.session.session import Session
from rotstift.settings import Settings


@cli.command()
@PROJECT
@SCHEME
@told
def new(project: Path, scheme: str) -> None:
    """Make an empty project file."""
    Session.create(_with_suffix(project), scheme_named(scheme), Settings.load().annotator).close()
    click.echo(f"Made {_with_suffix(project)}.", err=True)


def _with_suffix(path: Path) -> Path:
    return path if path.suffix else path.with_suffix(".rotstift")


@cli.command()
@PROJECT
@FILES
@JSON
@told
def add(project: Path, files: tuple[Path, ...], as_json: bool) -> None:
    """Bring articles in: text files, folders, JSON lines."""
    report = importing.ImportReport()
    with (
        opened(project) as session,
        moving("Importing", importing.import_paths(session, files)) as steps,
    ):
        for so_far in steps:
            report = so_far
    data = {
        "added": report.added,
        "duplicates": [[one.source, one.same_as] for one in report.duplicates],
        "refused": [one.reason for one in report.refused],
    }
    show(as_json, data, lambda: _import_lines(report))
    sys.exit(PARTLY if report.refused else OK)


def _import_lines(report: importing.ImportReport) -> Iterator[str]:
    for duplicate in report.duplicates:
        yield f"left out: {duplicate.source} has the same text as “{duplicate.same_as}”"
    for refused in report.refused:
        yield f"refused: {where(refused)}{refused.reason}"
    yield (
        f"{len(report.added)} added, {len(report.duplicates)} there already,"
        f" {len(report.refused)} refused"
    )


@cli.command("list")
@PROJECT
@JSON
@told
def list_articles(project: Path, as_json: bool) -> None:
    """The articles, with status and counts."""
    with opened(project) as session:
        rows = list(session.project.rows())
    data = [
        {
            "id": row.id,
            "title": row.title,
            "status": row.status.value,
            "suggested": row.suggested,
            "checked": row.checked,
            "made": row.made,
            "doubt": row.doubt,
        }
        for row in rows
    ]
    show(
        as_json,
        data,
        lambda: (
            f"{row.id}  {row.status.value:<12} {row.suggested:>4} {row.checked:>4} {row.made:>4}"
            f"  {row.title}"
            for row in rows
        ),
    )


@cli.command()
@PROJECT
@click.option("--repair", is_flag=True, help="Rebuild what differs from the log, from the log.")
@JSON
@told
def check(project: Path, repair: bool, as_json: bool) -> None:
    """Is everything in the project as the log says?"""
    with opened(project) as session, progress_bar("Checking", session.project.count()) as bar:
        for report in check_project(session, repair=repair):
            bar.update(report.articles - bar.pos)
    data = {
        "articles": report.articles,
        "problems": report.problems,
        "repaired": report.repaired,
    }
    show(as_json, data, lambda: iter([*report.problems, _verdict(data)]))
    sys.exit(PARTLY if report.problems else OK)


def _verdict(data: dict[str, Any]) -> str:
    found = len(data["problems"])
    repaired = f", {data['repaired']} repaired from the log" if data["repaired"] else ""
    return f"{data['articles']} articles checked, {found or 'no'} problems{repaired}"


@cli.command()
@PROJECT
@told
def backup(project: Path) -> None:
    """Copy the project into its backup folder, verified; older copies are thinned out."""
    with opened(project) as session:
        click.echo(session.back_up())
