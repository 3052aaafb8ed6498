"""Scheme: the labels, quote types, roles and reasons of a project, with their words, keys and colours."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rotstift.model.items import PART

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class SchemeError(ValueError):
    """The scheme's TOML is not a scheme; the message says what to mend."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A pair of colours for one theme, as #rrggbb."""

    ink: str
    """Underline and small label."""
    tint: str
    """Behind the text."""


_GREY = Colour("#555555", "#eeeeee")
_DARK_GREY = Colour("#aaaaaa", "#333333")


@dataclass(frozen=True, slots=True)
class Label:
    """One thing that can be said about a stretch: an entity label, a quote type, a role, a reason."""

    id: str
    words: Mapping[str, str]
    """Name by language code; "en" is always there."""
    key: str = ""
    """The key that sets it, one letter or digit; empty for none."""
    light: Colour = _GREY
    dark: Colour = _DARK_GREY
    guideline: Mapping[str, str] | None = None
    """When to use it, by language code."""
    hidden: bool = False
    """Left out of menus until the scheme shows it."""
    was: tuple[str, ...] = ()
    """Ids that it had before, or that became this one: what a pipeline still calls it."""

    def name(self, language: str) -> str:
        """The label's name in a language, in English where there is none."""
        return self.words.get(language, self.words["en"])


@dataclass(frozen=True, slots=True)
class Scheme:
    """Everything that a project's annotations may use."""

    name: str
    labels: tuple[Label, ...]
    quote_types: tuple[Label, ...]
    roles: tuple[Label, ...]
    reasons: tuple[Label, ...]
    source: str
    """The TOML that it was read from: what a project stores."""

    def label(self, label_id: str) -> Label | None:
        """The entity label with that id, or None."""
        return next((label for label in self.labels if label.id == label_id), None)

    def quote_type(self, type_id: str) -> Label | None:
        """The quote type with that id, or None."""
        return next((kind for kind in self.quote_types if kind.id == type_id), None)


def understood(labels: Sequence[Label], label_id: str) -> str:
    """The id that is meant by one of now or of before; empty where nothing is."""
    if any(label.id == label_id for label in labels):
        return label_id
    return next((label.id for label in labels if label_id in label.was), "")


def parse_scheme(source: str) -> Scheme:
    """Read a scheme from TOML (see resources/schemes). Raises SchemeError."""
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise SchemeError(f"The scheme is not valid TOML: {error}.") from None
    try:
        scheme = Scheme(
            name=str(data["name"]),
            labels=_labels(data, "label"),
            quote_types=_labels(data, "quote_type"),
            roles=_labels(data, "role"),
            reasons=_labels(data, "reason"),
            source=source,
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise SchemeError(f"The scheme lacks or misspells {error}.") from None
    _check_keys(scheme)
    return scheme


def _labels(data: dict[str, Any], group: str) -> tuple[Label, ...]:
    rows = data[group]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SchemeError(f"The scheme must write each {group} as [[{group}]].")
    labels = tuple(_label(row, group) for row in rows)
    ids = [label.id for label in labels]
    for label_id in ids:
        if ids.count(label_id) > 1:
            raise SchemeError(f"The scheme has the {group} “{label_id}” twice.")
    if group == "role" and PART in ids:
        raise SchemeError(
            f"The scheme cannot have a role “{PART}”: that is what a quote consists of."
        )
    return labels


def _label(row: dict[str, Any], group: str) -> Label:
    for field, kind in (
        ("id", str),
        ("words", dict),
        ("key", str),
        ("guideline", dict),
        ("was", list),
    ):
        if field in row and not isinstance(row[field], kind):
            raise SchemeError(f"The scheme has a {group} whose {field} is {row[field]!r}.")
    if "en" not in row["words"]:
        raise SchemeError(f"The scheme has a {group} “{row['id']}” without English (en) words.")
    return Label(
        id=row["id"],
        words=dict(row["words"]),
        key=row.get("key", ""),
        light=_colour(row, "light", _GREY),
        dark=_colour(row, "dark", _DARK_GREY),
        guideline=row.get("guideline"),
        hidden=bool(row.get("hidden", False)),
        was=tuple(map(str, row.get("was", ()))),
    )


def _colour(row: dict[str, Any], theme: str, default: Colour) -> Colour:
    pair = row.get(theme)
    if pair is None:
        return default
    if not isinstance(pair, dict):
        raise SchemeError(f"The scheme must write {theme} as {{ ink = …, tint = … }}.")
    for colour in (pair["ink"], pair["tint"]):
        if not _COLOUR.fullmatch(str(colour)):
            raise SchemeError(f"The scheme has a colour {colour!r}; write it as #rrggbb.")
    return Colour(pair["ink"], pair["tint"])


def _check_keys(scheme: Scheme) -> None:
    keys = [
        label.key for label in (*scheme.labels, *scheme.quote_types, *scheme.roles) if label.key
    ]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise SchemeError(f"The scheme gives the key {', '.join(twice)} to two labels.")
