"""The colour-blind-safe palette: pairs that stay apart in every vision, given out in a scheme's order.

Hues from Okabe and Ito's Color Universal Design palette (2008), made darker for the light theme and
lighter for the dark one until every ink has 4.5 : 1 on its tint, the sheet, the panels and the desk,
and searched for the largest distance under protanopia, deuteranopia and tritanopia (Machado,
Oliveira and Fernandes 2009). tests/ui/test_palettes.py holds the distances.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from rotstift.model.scheme import Colour, Label, Scheme


class Palette(StrEnum):
    """Whose colours labels and quotes wear."""

    SCHEME = "scheme"
    SAFE = "safe"


class Pair(NamedTuple):
    """One place of the palette."""

    light: Colour
    dark: Colour


LABELS = (
    Pair(Colour("#3e6c99", "#deecff"), Colour("#9fbade", "#273f58")),  # blue
    Pair(Colour("#785065", "#fff2f8"), Colour("#fee4f1", "#4f2c3f")),  # reddish purple
    Pair(Colour("#00523a", "#c2e5d5"), Colour("#10af81", "#043122")),  # bluish green
    Pair(Colour("#3c2700", "#fce1c1"), Colour("#de9a08", "#3a290f")),  # orange
    Pair(Colour("#00283a", "#c1e1f9"), Colour("#b6e0ff", "#083348")),  # sky blue
    Pair(Colour("#a55625", "#ffede4"), Colour("#ffc29f", "#3f3530")),  # vermillion
)
"""For entity labels; a seventh label begins again, its letters tell it from the first."""
QUOTES = (
    Pair(Colour("#706a1d", "#fdf6d1"), Colour("#a89f2d", "#363315")),  # yellow
    Pair(Colour("#2d546c", "#d0eafe"), Colour("#9acff3", "#082d40")),  # sky blue
    Pair(Colour("#512200", "#f9e5da"), Colour("#fed0b7", "#37271f")),  # vermillion
    Pair(Colour("#0a7454", "#defcee"), Colour("#49a984", "#222c27")),  # bluish green
    Pair(Colour("#563647", "#f0e3e9"), Colour("#d393b5", "#3c2d35")),  # reddish purple
)
"""For quote types."""


@dataclass(slots=True)
class _Shown:
    """What the window shows now."""

    palette: Palette = Palette.SCHEME
    scheme: Scheme | None = None
    given: dict[str, Pair] = field(default_factory=dict)
    """By label id; empty while the scheme's own colours are shown."""
    own: Mapping[str, Pair] = field(default_factory=dict)
    """What the person has chosen, by label id: before everything else."""


_shown = _Shown()


_listeners: list[Callable[[], None]] = []


def listen(call: Callable[[], None]) -> None:
    """Call this after every change of what labels wear (for what is not painted anew by itself)."""
    _listeners.append(call)


def choose(palette: Palette) -> None:
    """Wear this palette; what is painted next does."""
    _shown.palette = palette
    _give()


def follow(scheme: Scheme | None) -> None:
    """Give the colours to the labels and quote types of this scheme from now on."""
    _shown.scheme = scheme
    _give()


def prefer(own: Mapping[str, Pair]) -> None:
    """The person's own colours by label id; these win over scheme and palette."""
    before, _shown.own = _shown.own, own
    if before != own:
        for call in _listeners:
            call()


def _give() -> None:
    before = dict(_shown.given)
    _shown.given.clear()
    if _shown.palette is Palette.SAFE and _shown.scheme is not None:
        for pairs, labels in ((QUOTES, _shown.scheme.quote_types), (LABELS, _shown.scheme.labels)):
            for number, label in enumerate(labels):
                _shown.given[label.id] = pairs[number % len(pairs)]
    if _shown.given != before:
        for call in _listeners:
            call()


def colour(label: Label, *, dark: bool) -> Colour:
    """A label's colours: the palette's, or its own where it was given none."""
    pair = _shown.own.get(label.id) or _shown.given.get(label.id)
    if pair is None:
        return label.dark if dark else label.light
    return pair.dark if dark else pair.light
