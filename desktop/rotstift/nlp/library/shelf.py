"""Shelf: the folder of pipelines that the person added, each under its name."""

import json
import re
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from importlib.metadata import entry_points
from pathlib import Path

from platformdirs import user_data_path

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.library.card import Card, card_of, package_folder
from rotstift.nlp.suggest import SuggestError

NOTE = "rotstift.json"
"""Beside config.cfg: where the pipeline came from."""
BUILT_IN = ("rotstift-de",)
PLUG_INS = "rotstift.suggesters"
"""The entry-point group that plug-ins name their suggesters in."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_UNFINISHED = ".unfinished-"
_STALE = 24 * 3600
"""Seconds after which an unfinished folder belongs to a program that was ended."""

_BAD_NAME = QT_TRANSLATE_NOOP(
    "Messages",
    "A pipeline cannot be called {name}: use up to 64 letters, digits, dots, hyphens and underscores, the first a letter or digit.",
)
_TAKEN = QT_TRANSLATE_NOOP(
    "Messages", "There is a pipeline {name} already ({source}): add it under another name (--name)."
)
_NOT_ADDED = QT_TRANSLATE_NOOP(
    "Messages", "The pipeline {name} was not added here, so it cannot be removed."
)


@dataclass(frozen=True, slots=True)
class Note:
    """What is written down when a pipeline is added."""

    origin: str
    """The file or address it came from."""
    sha256: str
    llm: bool = False
    """The person said yes to texts being sent to a service."""


def folder() -> Path:
    """Where the added pipelines stand; may not be there yet."""
    return user_data_path("rotstift", appauthor=False) / "pipelines"


def names() -> list[str]:
    """What has been added, in order of the names."""
    try:
        found = [path.name for path in folder().iterdir() if (path / NOTE).is_file()]
    except OSError:
        return []
    return sorted(name for name in found if _NAME.fullmatch(name))


def find(name: str) -> Path | None:
    """The folder of an added pipeline; None where none has that name."""
    if not _NAME.fullmatch(name):
        return None
    place = folder() / name
    return place if (place / NOTE).is_file() else None


def note_of(place: Path) -> Note:
    """Where an added pipeline came from; empty where that cannot be read."""
    try:
        data = json.loads((place / NOTE).read_text(encoding="utf-8"))
        origin, digest = str(data["origin"]), str(data["sha256"])
        return Note(origin, digest, data.get("llm") is True)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Note("", "")


def card(name: str) -> Card:
    """The card of an added pipeline. Raises SuggestError."""
    place = find(name)
    if place is None:
        raise SuggestError(Sentence(_NOT_ADDED, name=repr(name)))
    note = note_of(place)
    return card_of(place, name, "added", note.origin, note.sha256)


def taken_by(name: str) -> str:
    """Which kind of pipeline has the name already; "" for a free one."""
    kinds: Mapping[str, bool] = {
        "built-in": name.lower() in BUILT_IN,
        "plug-in": any(point.name == name for point in entry_points(group=PLUG_INS)),
        "added": any(name.lower() == one.lower() for one in names()),
        "spacy": package_folder(name) is not None,
    }
    return next((kind for kind, is_it in kinds.items() if is_it), "")


def check_name(name: str) -> None:
    """Raise SuggestError for a name that cannot be given or is taken."""
    if not _NAME.fullmatch(name):
        raise SuggestError(Sentence(_BAD_NAME, name=repr(name)))
    if source := taken_by(name):
        raise SuggestError(Sentence(_TAKEN, name=repr(name), source=source))


@contextmanager
def draft() -> Iterator[Path]:
    """An empty folder on the shelf's disk, gone at the end; nobody finds it by a name.

    Raises OSError where the disk takes nothing.
    """
    folder().mkdir(parents=True, exist_ok=True)
    _tidy()
    place = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder()))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def keep(place: Path, name: str, note: Note) -> Path:
    """Put a finished folder on the shelf, whole or not at all. Raises SuggestError, OSError."""
    check_name(name)
    (place / NOTE).write_text(json.dumps(asdict(note), ensure_ascii=False), encoding="utf-8")
    target = folder() / name
    shutil.rmtree(target, ignore_errors=True)  # remains without a note: nobody's
    return place.rename(target)


def remove(name: str) -> None:
    """Take an added pipeline away. Raises SuggestError for any other, OSError."""
    place = find(name)
    if place is None:
        raise SuggestError(Sentence(_NOT_ADDED, name=repr(name)))
    with draft() as gone:
        place.rename(gone / name)


def _tidy() -> None:
    """Take away what a program that was ended in the middle has left."""
    for place in folder().glob(f"{_UNFINISHED}*"):
        with suppress(OSError):
            if time.time() - place.stat().st_mtime > _STALE:
                shutil.rmtree(place, ignore_errors=True)
