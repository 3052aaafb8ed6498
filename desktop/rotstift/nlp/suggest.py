"""Suggester: text and zones in, items with scores out; and the registry that finds one by its name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Protocol, runtime_checkable

from rotstift.model.items import Markable, Zone
from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence

ENTRY_POINTS = "rotstift.suggesters"
"""The group that plug-ins name their suggesters in: a callable without arguments."""


class SuggestError(ValueError):
    """A pipeline cannot be had or has failed; the message is one sentence for the person."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a suggester gets to see of an article."""

    text: str
    """Line ends are \\n; no-break spaces are still there."""
    zones: tuple[Zone, ...] = ()
    """In text order; empty where nobody knows."""


class Suggester(Protocol):
    """Anything that proposes entities, quotes and negatives for an article."""

    @property
    def name(self) -> str:
        """What the person chooses it by: "rotstift-rules"."""

    @property
    def version(self) -> str:
        """Changes whenever its answers may change."""

    def suggest(self, request: Request) -> list[Markable]:
        """New items with fresh ids, standing SUGGESTED, author "name version", a score each.

        The score is None only where the pipeline gives none. Offsets are code points into
        `request.text`. Runs in the worker process.
        """


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Everything that a suggester says about an article."""

    items: tuple[Markable, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)
    """Labels of the pipeline that the scheme has no place for, and how often they came."""


@runtime_checkable
class Telling(Protocol):
    """A suggester that also says what it left out."""

    def suggestions(self, request: Request) -> Suggestions:
        """The items of `suggest`, and what is not among them."""


def author_of(suggester: Suggester) -> str:
    """How the log names it: "rotstift-rules 1"."""
    return f"{suggester.name} {suggester.version}"


def suggestions_of(suggester: Suggester, request: Request) -> Suggestions:
    """What the suggester says, with or without a list of what it left out."""
    if isinstance(suggester, Telling):
        return suggester.suggestions(request)
    return Suggestions(tuple(suggester.suggest(request)))


@dataclass(frozen=True, slots=True)
class PipelineInfo:
    """One line of the list that the person chooses from."""

    name: str
    source: str
    """built-in, plug-in or spacy."""
    problem: str = ""
    """Why it cannot be used, one sentence; empty when it can."""


def _rotstift_de() -> Suggester:
    from rotstift.nlp.pipeline import rotstift_de

    return rotstift_de()


BUILT_IN: Mapping[str, Callable[[], Suggester]] = {"rotstift-de": _rotstift_de}


def available() -> list[PipelineInfo]:
    """All pipelines that can be named: built in, plugged in, and installed spaCy packages.

    Plug-ins are loaded to see whether they work; spaCy packages are only listed.
    """
    built_in = [PipelineInfo(name, "built-in") for name in BUILT_IN]
    plugged = [_plugin_info(point) for point in entry_points(group=ENTRY_POINTS)]
    packages = {point.name for point in entry_points(group="spacy_models")}
    return built_in + plugged + [PipelineInfo(name, "spacy") for name in sorted(packages)]


def _plugin_info(point: EntryPoint) -> PipelineInfo:
    try:
        _from_plugin(point)
    except SuggestError as error:
        return PipelineInfo(point.name, "plug-in", str(error))
    return PipelineInfo(point.name, "plug-in")


def _from_plugin(point: EntryPoint) -> Suggester:
    """Raises SuggestError whatever goes wrong in the plug-in: it is not our code."""
    try:
        suggester: Suggester = point.load()()
        author_of(suggester)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise SuggestError(
            Sentence(
                QT_TRANSLATE_NOOP("Messages", "The plug-in {name} could not be loaded ({reason})."),
                name=repr(point.name),
                reason=reason,
            )
        ) from error
    return suggester


def load(name: str) -> Suggester:
    """The suggester with that name: built in, plugged in, an installed spaCy package, or a path.

    A folder is loaded only when the caller names it. Raises SuggestError.
    """
    if name in BUILT_IN:
        return BUILT_IN[name]()
    for point in entry_points(group=ENTRY_POINTS):
        if point.name == name:
            return _from_plugin(point)
    from rotstift.nlp.pipeline import from_spacy

    return from_spacy(name)


def looks_like_path(name: str) -> bool:
    """True for what names a folder and not a package."""
    return any(mark in name for mark in "/\\") or name.startswith(("~", ".")) or Path(name).is_dir()
