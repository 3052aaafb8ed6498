"""Colouring: from one colour that a person likes to the pairs of both themes, each with WCAG AA contrast.

Relative luminance and contrast ratio: WCAG 2.1, success criterion 1.4.3.
"""

from PySide6.QtGui import QColor

from rotstift.model.scheme import Colour
from rotstift.ui.palettes import Pair
from rotstift.ui.style import mixed
from rotstift.ui.theme import DARK, LIGHT, Theme

AA = 4.5
"""The least contrast of text with its ground."""
_TINTS = {LIGHT.name: 0.14, DARK.name: 0.24}
"""Share of the colour in the tint behind the words."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (#rrggbb): 1 to 21."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shown = QColor(colour)
    red, green, blue = (_linear(part) for part in (shown.redF(), shown.greenF(), shown.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def least_contrast(pair: Pair) -> float:
    """The worst contrast of a pair's inks with what they stand on, in both themes."""
    return min(_least(pair.light, LIGHT), _least(pair.dark, DARK))


def _least(colour: Colour, theme: Theme) -> float:
    return min(contrast(colour.ink, ground) for ground in _grounds(colour.tint, theme))


def _grounds(tint: str, theme: Theme) -> tuple[str, ...]:
    return tint, theme.sheet, theme.panel, theme.desk


def pair_of(colour: str) -> Pair:
    """The ink and tint of both themes for a colour; an ink too near its ground gives way to it."""
    return Pair(_colour(colour, LIGHT), _colour(colour, DARK))


def _colour(wish: str, theme: Theme) -> Colour:
    tint = mixed(wish, theme.sheet, _TINTS[theme.name])
    for step in range(101):
        ink = mixed(theme.ink, wish, step / 100)
        if _least(Colour(ink, tint), theme) >= AA:
            return Colour(ink, tint)
    return Colour(theme.ink, tint)
