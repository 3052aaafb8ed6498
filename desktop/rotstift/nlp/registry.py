"""Registry: every suggester by its name: built in, plugged in, or a spaCy pipeline."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.library import shelf
from rotstift.nlp.pipeline import from_spacy, rotstift_de
from rotstift.nlp.suggest import Suggester, SuggestError, author_of

ENTRY_POINTS = shelf.PLUG_INS
"""The group that plug-ins name their suggesters in: a callable without arguments."""


@dataclass(frozen=True, slots=True)
class PipelineInfo:
    """One line of the list that the person chooses from."""

    name: str
    source: str
    """built-in, plug-in, added or spacy (an installed package)."""
    problem: str = ""
    """Why it cannot be used, one sentence; empty when it can."""


BUILT_IN: Mapping[str, Callable[[], Suggester]] = {"rotstift-de": rotstift_de}


def available() -> list[PipelineInfo]:
    """All pipelines that can be named: built in, plugged in, added, and installed spaCy packages.

    Plug-ins are loaded to see whether they work; the others are only listed.
    """
    built_in = [PipelineInfo(name, "built-in") for name in BUILT_IN]
    plugged = [_plugin_info(point) for point in entry_points(group=ENTRY_POINTS)]
    added = [PipelineInfo(name, "added") for name in shelf.names()]
    packages = {point.name for point in entry_points(group="spacy_models")}
    installed = [PipelineInfo(name, "spacy") for name in sorted(packages - set(shelf.names()))]
    return built_in + plugged + added + installed


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
    """The suggester with that name: built in, plugged in, added, an installed package, or a path.

    A folder is loaded only when the caller names it. Raises SuggestError.
    """
    if name in BUILT_IN:
        return BUILT_IN[name]()
    for point in entry_points(group=ENTRY_POINTS):
        if point.name == name:
            return _from_plugin(point)
    return from_spacy(name)
