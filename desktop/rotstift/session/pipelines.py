"""Pipelines: which there are, what each of them is, adding one and taking it away. Loads none."""

from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.library import shelf
from rotstift.nlp.library.card import Card, card_of, package_folder
from rotstift.nlp.suggest import SuggestError, looks_like_path
from rotstift.nlp.training_state import MODEL
from rotstift.session.worker import WorkerError

Progress = Callable[[int, int], None]
"""Takes bytes so far and all of them, 0 where nobody knows."""

_BUILT_IN = QT_TRANSLATE_NOOP(
    "Messages",
    "The pipeline that comes along: German and English news, entities and quotes with their speakers.",
)
_PLUG_IN = QT_TRANSLATE_NOOP(
    "Messages", "Comes with an installed package: {package}; its program runs when it is used."
)
_UNKNOWN = QT_TRANSLATE_NOOP(
    "Messages",
    "There is no pipeline {name}: it is neither built in nor added nor installed, nor the folder of one.",
)
_NOT_KEPT = QT_TRANSLATE_NOOP("Messages", "The pipeline could not be kept: {reason}.")


class PipelineError(WorkerError):
    """A pipeline cannot be described, added or removed; the message is a sentence."""


def available() -> list[Card]:
    """Every pipeline that can be named: built in, plugged in, added, installed; in this order."""
    plugged = [_plug_in(point.name) for point in entry_points(group=shelf.PLUG_INS)]
    added = [shelf.card(name) for name in shelf.names()]
    known = {card.name for card in added}
    packages = sorted({point.name for point in entry_points(group="spacy_models")} - known)
    installed = [_installed(name) for name in packages]
    return [_built_in(), *plugged, *added, *(card for card in installed if card)]


def describe(name: str) -> Card:
    """What the pipeline is, by name or folder; a training's folder is that of its pipeline.

    Raises PipelineError where there is none.
    """
    name = pipeline_in(name)
    for card in available():
        if card.name == name:
            return card
    folder = Path(name).expanduser()
    if looks_like_path(name) and (folder / "meta.json").is_file():
        return card_of(folder, name, "folder")
    installed = _installed(name)
    if installed is None:
        raise PipelineError(Sentence(_UNKNOWN, name=repr(name)))
    return installed


def pipeline_in(name: str) -> str:
    """A training's folder means the pipeline in it; any other name stays."""
    folder = Path(name).expanduser()
    inside = folder / MODEL
    known = name in shelf.BUILT_IN or shelf.find(name) is not None
    own = known or (folder / "meta.json").is_file() or not (inside / "meta.json").is_file()
    return name if own else str(inside)


def add(
    source: str,
    *,
    sha256: str = "",
    name: str = "",
    llm: bool = False,
    progress: Progress | None = None,
) -> Card:
    """Add a model's wheel (a file or an https address), or a spacy-llm configuration; its card.

    `llm`: the person wants the articles' texts to be sent to the service that the configuration
    names. Raises PipelineError with a sentence; then nothing was added. May take minutes.
    """
    from rotstift.nlp.library import adding  # the only one that knows the network

    try:
        return adding.add(source, sha256=sha256, name=name, llm=llm, progress=progress)
    except (SuggestError, OSError) as error:
        raise _error(error) from None


def remove(name: str) -> None:
    """Take an added pipeline away. Raises PipelineError."""
    try:
        shelf.remove(name)
    except (SuggestError, OSError) as error:
        raise _error(error) from None


def _error(error: Exception) -> PipelineError:
    if isinstance(error, OSError):
        return PipelineError(Sentence(_NOT_KEPT, reason=error.strerror or str(error)))
    return PipelineError(error.args[0])


def _built_in() -> Card:
    from rotstift import __version__
    from rotstift.nlp.pipeline import rotstift_de, trained_folder

    folder, name = trained_folder(), shelf.BUILT_IN[0]
    trained = card_of(folder, name, "built-in") if folder else Card(name, "built-in")
    return Card(
        name,
        "built-in",
        version=rotstift_de().version,
        language="de, en",
        licence=trained.licence or "MIT",
        author=trained.author or f"Rotstift {__version__}",
        description=Sentence(_BUILT_IN),
        components=trained.components or ("rules",),
        labels=trained.labels or {label: label for label in ("PER", "ORG", "LOC", "MISC")},
        size=trained.size,
        problem=trained.problem,
        path=trained.path,
    )


def _plug_in(name: str) -> Card:
    point = next(point for point in entry_points(group=shelf.PLUG_INS) if point.name == name)
    package = point.dist.name if point.dist else point.value
    version = point.dist.version if point.dist else ""
    words = Sentence(_PLUG_IN, package=package)
    return Card(name, "plug-in", version=version, description=words)


def _installed(name: str) -> Card | None:
    folder = package_folder(name)
    return card_of(folder, name, "spacy") if folder else None


__all__ = [
    "Card",
    "PipelineError",
    "Progress",
    "add",
    "available",
    "describe",
    "pipeline_in",
    "remove",
]
