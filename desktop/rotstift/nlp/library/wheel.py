"""Wheel: the data of one spaCy model out of a .whl file; nothing in it is run, imported or trusted."""

import configparser
import hashlib
import stat
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.suggest import SuggestError

LARGEST = 2 << 30
"""Bytes of a wheel: the largest official one has some 0.6 GB."""
UNPACKED = 6 << 30
"""Bytes of all its files."""
FILES = 5_000
RATIO = 200
"""How many times as large a file may become; a model's numbers hardly shrink at all."""
_CHUNK = 1 << 20
_CODE = frozenset(
    [
        ".py",
        ".pyc",
        ".pyo",
        ".pyi",
        ".pyd",
        ".pyx",
        ".so",
        ".dll",
        ".dylib",
        ".exe",
        ".sh",
        ".bat",
        ".cmd",
        ".ps1",
        ".pth",
        ".js",
        ".jar",
        ".egg",
        ".whl",
        ".zip",
        ".pkl",
        ".pickle",
        ".pt",
        ".pth",
        ".joblib",
    ]
)
"""Endings of what can be run, or can make something run."""
_BESIDE = frozenset(("__init__.py", "meta.json", "py.typed", "about.py"))
"""Files of a model's package beside its data: left where they are."""

_DIGEST = QT_TRANSLATE_NOOP(
    "Messages",
    "The file {name} is not the one that was asked for: its SHA-256 is {found}, not {asked}.",
)
_NO_ZIP = QT_TRANSLATE_NOOP(
    "Messages", "The file {name} is no wheel, or it is damaged: download it again."
)
_TOO_BIG = QT_TRANSLATE_NOOP(
    "Messages", "The file {name} is larger than any spaCy model ({limit}), so it is not taken."
)
_NO_MODEL = QT_TRANSLATE_NOOP(
    "Messages",
    "The file {name} is a wheel, but not one of a spaCy model: it should hold one package with one folder of data.",
)
_STRANGE = QT_TRANSLATE_NOOP(
    "Messages",
    "The file {name} holds something that no spaCy model needs ({what}), so nothing of it was taken.",
)


@dataclass(frozen=True, slots=True)
class Model:
    """What was unpacked."""

    package: str
    """The package's name: de_core_news_sm."""
    folder: Path


def sha256_of(path: Path, limit: int = LARGEST) -> str:
    """The file's digest. Raises SuggestError for one that is too large, OSError."""
    total, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while block := stream.read(_CHUNK):
            size += len(block)
            if size > limit:
                raise SuggestError(Sentence(_TOO_BIG, name=repr(path.name), limit=gigabytes(limit)))
            total.update(block)
    return total.hexdigest()


def gigabytes(size: int) -> str:
    """For a sentence: "2 GB"."""
    return f"{size >> 30} GB" if size >= 1 << 30 else f"{size} B"


def check_digest(path: Path, asked: str, name: str | None = None) -> str:
    """The file's digest, where it is the one asked for. Raises SuggestError, OSError."""
    found, wanted = sha256_of(path), asked.strip().lower()
    if found != wanted:
        words = Sentence(_DIGEST, name=repr(name or path.name), found=found, asked=wanted or "–")
        raise SuggestError(words)
    return found


def unpack(path: Path, target: Path, name: str | None = None) -> Model:
    """Write the data folder of the wheel's model into `target`, which is empty.

    Nothing is written before every entry was looked at. Raises SuggestError, OSError.
    """
    name = name or path.name
    try:
        with zipfile.ZipFile(path) as archive:
            data = _checked(archive, name)
            for info, place in data.files:
                _write(archive, info, target.joinpath(*place.parts), name)
    except SuggestError:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        ValueError,
        RuntimeError,
    ):
        raise SuggestError(Sentence(_NO_ZIP, name=repr(name))) from None
    return Model(data.package, target)


@dataclass(frozen=True, slots=True)
class _Data:
    package: str
    files: list[tuple[zipfile.ZipInfo, PurePosixPath]]
    """What is unpacked, and its place in the pipeline's folder."""


def _checked(archive: zipfile.ZipFile, name: str) -> _Data:
    every = archive.infolist()
    for what in _strange(every):
        raise SuggestError(Sentence(_STRANGE, name=repr(name), what=what))
    files = [(info, PurePosixPath(info.filename)) for info in every if not info.is_dir()]
    tops = {place.parts[0] for _, place in files}
    packages = [top for top in tops if not top.endswith(".dist-info")]
    if len(packages) != 1 or len(tops) != 2:
        raise SuggestError(Sentence(_NO_MODEL, name=repr(name)))
    package = packages[0]
    _check_entry_points(archive, [info for info, place in files if place.parts[0] != package], name)
    inside = [(info, place) for info, place in files if place.parts[0] == package]
    return _Data(package, _data_of(inside, package, name))


def _strange(every: Iterable[zipfile.ZipInfo]) -> Iterable[str]:
    """What is odd about the list of files, whatever they hold."""
    seen: set[str] = set()
    total = 0
    for number, info in enumerate(every, start=1):
        # ZipInfo cuts a name at NUL and turns the system's separators; orig_filename is what stands there
        place, total = PurePosixPath(info.orig_filename), total + info.file_size
        if number > FILES:
            yield f"{FILES}+"
        if (
            place.is_absolute()
            or not place.parts
            or {".", ".."} & set(info.orig_filename.split("/"))
        ):
            yield info.orig_filename
        if any(sign in info.orig_filename for sign in "\\:\0\n"):
            yield repr(info.orig_filename)
        if stat.S_ISLNK(info.external_attr >> 16) or info.flag_bits & 1:
            yield info.orig_filename
        if info.filename.casefold().rstrip("/") in seen:
            yield f"2 × {info.filename}"
        seen.add(info.filename.casefold().rstrip("/"))
        if total > UNPACKED or info.file_size > RATIO * max(info.compress_size, 4096):
            yield f"{info.filename}: {info.file_size:,} B"


def _data_of(
    inside: list[tuple[zipfile.ZipInfo, PurePosixPath]], package: str, name: str
) -> list[tuple[zipfile.ZipInfo, PurePosixPath]]:
    """The files of the one data folder; everything else in the package must be what models have."""
    folders = {place.parts[1] for _, place in inside if len(place.parts) > 2}
    if len(folders) != 1:
        raise SuggestError(Sentence(_NO_MODEL, name=repr(name)))
    for _, place in inside:
        beside = len(place.parts) == 2
        if place.name not in _BESIDE if beside else place.suffix.lower() in _CODE:
            raise SuggestError(Sentence(_STRANGE, name=repr(name), what=place))
    root = PurePosixPath(package, *folders)
    data = [(info, place.relative_to(root)) for info, place in inside if len(place.parts) > 2]
    if not {"config.cfg", "meta.json"} <= {str(place) for _, place in data}:
        raise SuggestError(Sentence(_NO_MODEL, name=repr(name)))
    return data


def _check_entry_points(
    archive: zipfile.ZipFile, about: Iterable[zipfile.ZipInfo], name: str
) -> None:
    """The package's own description names no program, and no entry point but the model's."""
    for info in about:
        file = PurePosixPath(info.filename).name
        if file == "entry_points.txt":
            parser = configparser.RawConfigParser(delimiters=("=",), strict=False)
            if info.file_size < _CHUNK:
                parser.read_string(archive.read(info).decode("utf-8"))
            if set(parser.sections()) != {"spacy_models"}:
                raise SuggestError(Sentence(_STRANGE, name=repr(name), what=file))
        elif PurePosixPath(file).suffix.lower() in _CODE:
            raise SuggestError(Sentence(_STRANGE, name=repr(name), what=file))


def _write(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Path, name: str) -> None:
    """One file, never more of it than was announced; zipfile compares its checksum."""
    place.parent.mkdir(parents=True, exist_ok=True)
    left = info.file_size
    with archive.open(info) as source, place.open("xb") as out:
        while block := source.read(_CHUNK):
            left -= len(block)
            if left < 0:
                raise SuggestError(Sentence(_NO_ZIP, name=repr(name)))
            out.write(block)
