"""What counts as the same mention for this person: four settings as one value."""

from dataclasses import asdict

from rotstift.model.sameness import Sameness
from rotstift.settings import Settings

_SETTING = "same_"


def sameness_of(settings: Settings) -> Sameness:
    """What counts as the same mention for this person."""
    return Sameness(**{name: bool(settings[_SETTING + name]) for name in Sameness.__slots__})


def keep_sameness(settings: Settings, sameness: Sameness) -> None:
    """Remember what counts as the same from now on."""
    for name, on in asdict(sameness).items():
        if settings[_SETTING + name] != on:
            settings.set(_SETTING + name, on)
