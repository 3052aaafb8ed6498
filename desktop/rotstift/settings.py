"""Settings: every one once; the file keeps only what the person changed."""

import getpass
import json
from collections.abc import Mapping
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


TABLE: tuple[Setting, ...] = (
    Setting("language", "system", ("system", "en", "de")),
    Setting("theme", "system", ("system", "light", "dark")),
    Setting("text_size", 17, tuple(range(10, 41))),
    Setting("annotator", ""),
    Setting("pipeline", "rotstift-de"),
    Setting("left_panel", True),
    Setting("right_panel", True),
    Setting("geometry", ""),
    Setting("recent", []),
)
"""text_size is in logical pixels of the article's body."""

RECENT_LIMIT = 10


def config_file() -> Path:
    """Where the settings stand."""
    return user_config_path("rotstift", appauthor=False) / "settings.json"


def sample_project() -> Path:
    """Where the sample project of this person stands."""
    return user_data_path("rotstift", appauthor=False) / "sample.rotstift"


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
        except (OSError, ValueError):
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
            draft.unlink(missing_ok=True)

    def remember_project(self, path: Path) -> None:
        """Put a project first in the list of recent ones."""
        name = str(path.resolve())
        rest = [one for one in self["recent"] if one != name]
        self.set("recent", [name, *rest][:RECENT_LIMIT])

    @property
    def annotator(self) -> str:
        """Who the log says did it: the name set, else the account's."""
        return str(self["annotator"]) or _account()


def _fits(row: Setting, value: Any) -> bool:
    if row.choices:
        return value in row.choices
    return isinstance(value, type(row.default))


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "annotator"
