"""Settings: every one once; the file keeps only what the person changed."""

import base64
import binascii
import getpass
import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from platformdirs import user_config_path, user_data_path


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table."""

    key: str
    default: Any
    choices: tuple[Any, ...] = ()
    """What it may be; empty for anything of the default's type."""
    fits: Callable[[Any], bool] = lambda _value: True
    """What a value of the default's type must also keep to."""


def _is_text(value: Any) -> bool:
    """Words that every file and every window takes: no half characters, no NUL."""
    with suppress(UnicodeEncodeError):
        return isinstance(value, str) and b"\0" not in value.encode("utf-8")
    return False


def _are_texts(values: Any) -> bool:
    return all(_is_text(value) for value in values)


def _is_base64(value: Any) -> bool:
    try:
        base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return False
    return True


def _are_keys(value: Any) -> bool:
    """Action ids with their keys, each a list of short words."""
    return all(
        _is_text(name)
        and isinstance(keys, list)
        and all(_is_text(key) and len(key) < 40 for key in keys)
        for name, keys in value.items()
    )


def _are_colours(value: Any) -> bool:
    """Ids of labels, each with a colour as #rrggbb."""
    return all(
        _is_text(name) and isinstance(colour, str) and re.fullmatch("#[0-9a-fA-F]{6}", colour)
        for name, colour in value.items()
    )


def _are_figures(value: Any) -> bool:
    """Paths of projects, each with [articles, confirmed ones, when it was closed (ISO 8601)]."""
    return all(
        _is_text(name)
        and isinstance(row, list)
        and [type(one) for one in row] == [int, int, str]
        and 0 <= row[1] <= row[0]
        and len(row[2]) < 40
        for name, row in value.items()
    )


TABLE: tuple[Setting, ...] = (
    Setting("language", "system", ("system", "en", "de")),
    Setting("theme", "system", ("system", "light", "dark")),
    Setting("palette", "scheme", ("scheme", "safe")),
    Setting("text_size", 17, tuple(range(10, 41))),
    Setting("annotator", "", fits=_is_text),
    Setting("pipeline", "rotstift-de", fits=_is_text),
    Setting("same_case", True),
    Setting("same_spaces", True),
    Setting("same_compounds", True),
    Setting("same_genitive", True),
    Setting("left_panel", True),
    Setting("right_panel", True),
    Setting("guideline", False),
    Setting("left_width", 270, tuple(range(200, 561))),
    Setting("right_width", 328, tuple(range(200, 561))),
    Setting("typeface", "serif", fits=_is_text),
    Setting("line_width", 78, tuple(range(45, 101))),
    Setting("line_spacing", 100, tuple(range(80, 151))),
    Setting("tab_order", "doubt", ("doubt", "place")),
    Setting("article_order", "imported", ("imported", "doubt")),
    Setting("sample_share", 5, (0, 2, 5, 10, 20)),
    Setting("colours", {}, fits=_are_colours),
    Setting("keys", {}, fits=_are_keys),
    Setting("geometry", "", fits=_is_base64),
    Setting("recent", [], fits=_are_texts),
    Setting("figures", {}, fits=_are_figures),
)
"""text_size is in logical pixels of the article's body, line_width in characters, line_spacing in
percent of the usual one; sample_share in percent of the suggestions; typeface is "serif", "sans" or a family's name; colours are #rrggbb by label id."""

RECENT_LIMIT = 10


def config_file() -> Path:
    """Where the settings stand."""
    return user_config_path("rotstift", appauthor=False) / "settings.json"


def sample_project() -> Path:
    """Where the sample project of this person stands."""
    return user_data_path("rotstift", appauthor=False) / "sample.rotstift"


def guide_folder() -> Path:
    """Where the guided first article is made, anew each time: nobody looks for it again."""
    return sample_project().parent / "first-article"


@dataclass(slots=True)
class Settings:
    """The person's choices; what is not set has its default."""

    path: Path = field(default_factory=config_file)
    changed: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path | None = None) -> "Settings":
        """What the file says; a missing or broken file gives the defaults."""
        settings = cls(path or config_file())
        try:
            data = json.loads(settings.path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return settings
        if isinstance(data, Mapping):
            known = {row.key: row for row in TABLE}
            settings.changed = {
                key: value
                for key, value in data.items()
                if key in known and _fits(known[key], value)
            }
        return settings

    def __getitem__(self, key: str) -> Any:
        default = next(row.default for row in TABLE if row.key == key)
        return self.changed.get(key, default)

    def set(self, key: str, value: Any) -> None:
        """Change a setting and write the file; a disk that does not take it is no reason to stop."""
        self.changed[key] = value
        draft = self.path.with_suffix(".tmp")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(
                json.dumps(self.changed, ensure_ascii=False, indent=1), encoding="utf-8"
            )
            draft.replace(self.path)
        except OSError:
            with suppress(OSError):  # where the folder is none, there is nothing to take away
                draft.unlink(missing_ok=True)

    def remember_project(self, path: Path) -> None:
        """Put a project first in the list of recent ones; a name that is no text cannot be kept.

        The guided first article is none to come back to.
        """
        name = str(path.resolve())
        if not _is_text(name) or path.resolve().parent == guide_folder().resolve():
            return
        rest = [one for one in self["recent"] if one != name]
        self.set("recent", [name, *rest][:RECENT_LIMIT])

    def remember_figures(self, path: Path, articles: int, confirmed: int, at: str) -> None:
        """What is in a recent project, so that the start page need not open it."""
        name, recent = str(path.resolve()), self["recent"]
        if name in recent:
            kept = {one: row for one, row in self["figures"].items() if one in recent}
            self.set("figures", {**kept, name: [articles, confirmed, at]})

    def forget_project(self, path: str) -> None:
        """Leave a project out of the recent ones; its file stays as it is."""
        self.set("recent", [one for one in self["recent"] if one != path])

    @property
    def annotator(self) -> str:
        """Who the log says did it: the name set, else the account's."""
        return str(self["annotator"]) or _account()


def _fits(row: Setting, value: Any) -> bool:
    if type(value) is not type(row.default):
        return False
    return value in row.choices if row.choices else row.fits(value)


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "annotator"
