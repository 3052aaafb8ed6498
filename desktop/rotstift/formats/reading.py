"""Reading: files and folders as articles and refusals, each file by the format of its ending."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from rotstift.formats.base import Format, Found, display_name
from rotstift.formats.decode import filekind, open_file, unreadable
from rotstift.formats.refusals import Code, RefusalError, Refused
from rotstift.formats.table import Formats, all_formats
from rotstift.model.scheme import Scheme

_HEAD = 16_384


def read_paths(
    paths: Iterable[Path], scheme: Scheme, formats: Formats | None = None
) -> Iterator[Found]:
    """Everything in the files and folders, in order; a folder with all its folders, by name.

    Hidden files in a folder are passed over. Nothing is raised for bad input: each file, line or
    annotation that does not come in is a `Refused`, and the others do.
    """
    known = formats or all_formats()
    for path in paths:
        if _is_folder(path):
            yield from _folder(path, scheme, known)
        else:
            yield from _file(path, scheme, known)


def _file(path: Path, scheme: Scheme, known: Formats) -> Iterator[Found]:
    chosen = known.reading(path)
    if chosen is None:
        yield _unknown(path, known)
        return
    yield from _guarded(path, scheme, chosen)


def _guarded(path: Path, scheme: Scheme, chosen: Format) -> Iterator[Found]:
    """What the reader finds; a reader that fails (a plug-in's) costs its own file only."""
    if chosen.read is None:
        raise AssertionError("a format was chosen that cannot read")
    try:
        yield from chosen.read(path, scheme)
    except Exception as error:
        detail = f"{type(error).__name__}: {error}"
        parameters = {"name": display_name(path), "reader": chosen.name, "detail": detail}
        yield Refused(str(path), None, Code.READER_FAILED, parameters)


def _unknown(path: Path, known: Formats) -> Refused:
    """Why a file with an unknown ending is not read: best what it is, else its ending."""
    name = display_name(path)
    try:
        with open_file(path) as stream:
            kind = filekind(stream.read(_HEAD))
    except RefusalError as error:
        return Refused(str(path), None, error.code, error.parameters)
    except OSError as error:
        return Refused(str(path), None, Code.UNREADABLE, unreadable(name, error).parameters)
    if kind:
        return Refused(str(path), None, Code.OTHER_KIND, {"name": name, "what": kind.value})
    return Refused(str(path), None, Code.UNKNOWN_SUFFIX, {"name": name, "known": _endings(known)})


def _endings(known: Formats) -> str:
    return ", ".join(ending for ending in known.readable_suffixes if ending)


def _folder(folder: Path, scheme: Scheme, known: Formats) -> Iterator[Found]:
    usable = False
    for found in _walked(folder, set()):
        if isinstance(found, Refused):
            yield found
            continue
        usable = usable or known.reading(found) is not None
        yield from _file(found, scheme, known)
    if not usable:
        parameters = {"name": display_name(folder), "known": _endings(known)}
        yield Refused(str(folder), None, Code.FOLDER_WITHOUT_FILES, parameters)


def _walked(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Refused]:
    """Every visible file, by name; each folder once, however many links lead to it."""
    try:
        place = folder.stat()
        if (place.st_dev, place.st_ino) in seen:
            return
        seen.add((place.st_dev, place.st_ino))
        names = sorted(path.name for path in folder.iterdir())
    except PermissionError:
        yield Refused(str(folder), None, Code.NO_PERMISSION, {"name": display_name(folder)})
        return
    except OSError as error:
        refusal = unreadable(display_name(folder), error)
        yield Refused(str(folder), None, refusal.code, refusal.parameters)
        return
    for name in names:
        if name.startswith("."):
            continue
        path = folder / name
        if _is_folder(path):
            yield from _walked(path, seen)
        else:
            yield path


def _is_folder(path: Path) -> bool:
    """False also where nobody may look; the reader then says so."""
    try:
        return path.is_dir()
    except OSError:
        return False
