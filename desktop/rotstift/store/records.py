"""What the store hands out and takes in: rows of the list, entries of the log."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rotstift.model.annotations import Annotations
from rotstift.model.article import Article
from rotstift.model.edit import Step, steps_from_json, steps_to_json, touched_id
from rotstift.model.history import EntryKind
from rotstift.model.items import Markable, Standing, Status


@dataclass(frozen=True, slots=True)
class Change:
    """What one log entry did to one article."""

    article: str
    forward: tuple[Step, ...]
    backward: tuple[Step, ...]

    @property
    def touched(self) -> frozenset[str]:
        """The ids of the items that it put or dropped."""
        return frozenset(touched_id(step) for step in self.forward)


@dataclass(frozen=True, slots=True)
class SettingChange:
    """What one log entry did to one setting of the project; an empty value stands for none."""

    key: str
    before: str
    after: str

    @property
    def back(self) -> "SettingChange":
        """The change that takes this one back."""
        return SettingChange(self.key, self.after, self.before)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One row of the log; without a number until it is written."""

    at: str
    """UTC, ISO 8601 with milliseconds."""
    author: str
    kind: EntryKind
    name: str
    target: int | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    seq: int = 0
    """1, 2, 3, ... in the order of writing."""


@dataclass(frozen=True, slots=True)
class Written:
    """One article's part of a new entry: the steps, and the state before and after them."""

    change: Change
    before: Annotations
    after: Annotations
    doubt: float | None = None
    """How many places are probably wrong afterwards; None leaves it to be worked out later."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as the list shows it."""

    id: str
    title: str
    status: Status
    source: str
    meta: Mapping[str, str]
    suggested_by: str
    """The pipeline whose suggestions it has; empty for none yet."""
    suggested: int
    checked: int
    made: int
    doubt: float | None = None
    """How many of its places are probably wrong; None while nobody has worked it out."""


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article on its way in, with what is known about it."""

    article: Article
    state: Annotations
    steps: tuple[Step, ...]
    doubt: float | None = None
    """How many of its places are probably wrong; None where nobody has suggested anything."""


ROW_COLUMNS = "id, title, status, source, meta, suggested_by, suggested, checked, made, doubt"


def dump_steps(steps: tuple[Step, ...]) -> str:
    """Steps as the log stores them."""
    return json.dumps(steps_to_json(steps), ensure_ascii=False, separators=(",", ":"))


def change_from_row(row: Mapping[str, Any]) -> Change:
    """A row of `change`. Raises CodecError for a damaged one."""
    forward = steps_from_json(json.loads(row["forward"]))
    backward = steps_from_json(json.loads(row["backward"]))
    return Change(row["article"], forward, backward)


def entry_from_row(row: Mapping[str, Any]) -> LogEntry:
    """A row of `log`."""
    return LogEntry(
        row["at"],
        row["author"],
        EntryKind(row["kind"]),
        row["name"],
        row["target"],
        json.loads(row["words"] or "{}"),
        row["seq"],
    )


def article_row_from(row: Mapping[str, Any]) -> ArticleRow:
    """A row of `article`."""
    return ArticleRow(
        row["id"],
        row["title"],
        Status(row["status"]),
        row["source"] or "",
        json.loads(row["meta"] or "{}"),
        row["suggested_by"] or "",
        row["suggested"],
        row["checked"],
        row["made"],
        row["doubt"],
    )


def standing_deltas(one: Written) -> tuple[int, int, int]:
    """How many more items are suggested, checked, made: zones and notes do not count."""
    counts = dict.fromkeys(Standing, 0)
    for item_id in one.change.touched:
        for state, sign in ((one.before, -1), (one.after, 1)):
            item = state.get(item_id)
            if isinstance(item, Markable):
                counts[item.origin.standing] += sign
    return counts[Standing.SUGGESTED], counts[Standing.CHECKED], counts[Standing.MADE]
