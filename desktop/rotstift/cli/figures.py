"""Commands that count: what was done in a project, and how right the suggestions were."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

import click

from rotstift.cli.base import JSON, PROJECT, cli, opened, show, told
from rotstift.session.sampling import Sampled
from rotstift.session.stats import stats as project_stats
from rotstift.session.verdicts import Rate, Record, record

SINCE = click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]),
    help="Leave out what was done before this day (UTC).",
)


@cli.command()
@PROJECT
@SINCE
@JSON
@told
def stats(project: Path, since: datetime | None, as_json: bool) -> None:
    """How far the work is, what it took, what was corrected into what, how often suggestions were right."""
    from_then = since.replace(tzinfo=UTC) if since else None
    with opened(project) as session:
        found = project_stats(session, from_then)
        *_, kept = record(session, from_then)
    data = {**found.to_json(), **record_json(kept), "wrong": kept.lots.to_json()}
    show(as_json, data, lambda: chain(_lines(found.to_json(), kept), _wrong_lines(kept.lots)))


def record_json(found: Record) -> dict[str, Any]:
    """The verdicts and the days as plain values."""
    return {
        "by_label": [_rate_json(rate) for rate in found.by("kind", "label")],
        "by_pipeline": [_rate_json(rate) for rate in found.by("pipeline")],
        "corrected": [
            {"kind": kind, "from": label, "to": became, "count": count}
            for (kind, label, became), count in found.corrections().most_common()
        ],
        "days": [asdict(day) for day in found.days],
    }


def _rate_json(rate: Rate) -> dict[str, Any]:
    return {**asdict(rate), "acceptance": round(rate.share, 4)}


def _lines(data: dict[str, Any], found: Record) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield f"{key}: " + ", ".join(
                f"{name} {count}" for name, count in value.items() if count
            )
        else:
            yield f"{key}: {_figure(value)}"
    for title, names in (("label", ("kind", "label")), ("pipeline", ("pipeline",))):
        for rate in found.by(*names):
            yield f"acceptance by {title}: {rate.name}: {rate.share:.1%} of {rate.settled}"
    for (kind, label, became), count in found.corrections().most_common():
        yield f"corrected: {kind} {label} -> {became}: {count}"
    for day in found.days:
        share = f"{day.kept / day.settled:.1%} of {day.settled}" if day.settled else "–"
        yield (
            f"{day.date}: {day.effort.confirmed} confirmed, {day.effort.corrections} corrections, "
            f"{_figure(day.effort.actions_per_article)} actions and "
            f"{_figure(day.effort.seconds_per_article)} s an article, accepted {share}"
        )


def _wrong_lines(found: Sampled) -> Iterator[str]:
    for title, some in (("drawn at random", found.drawn), ("looked at for doubt", found.looked_at)):
        if some.settled:
            low, high = some.interval
            yield (
                f"wrong suggestions, {title}: {some.wrong / some.settled:.1%} of {some.settled} "
                f"(95 % interval {low:.1%} to {high:.1%})"
            )
    if found.passed_by:
        yield f"drawn at random, but only accepted with their article: {found.passed_by}"


def _figure(value: object) -> str:
    return "–" if value is None else str(value)
