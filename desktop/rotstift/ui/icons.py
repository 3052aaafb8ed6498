"""Icons: our own SVG drawings, tinted with the theme's colours and tinted again when it changes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from rotstift.paths import resource
from rotstift.ui import palettes, theme
from rotstift.ui.theme import Theme

SIZES = (16, 20, 24, 32, 40, 48, 64)
"""Pixels that an icon is drawn in; Qt takes the one that fits the screen's density."""
_APP_SIZES = (16, 24, 32, 48, 64, 128, 256)


class Tintable(Protocol):
    """What carries an icon: a button, an action."""

    def setIcon(self, icon: QIcon) -> None:
        """Carry this icon."""


@dataclass(frozen=True, slots=True)
class _Tint:
    name: str
    colour: Callable[[Theme], str]


_TINTED: "WeakKeyDictionary[Tintable, _Tint]" = WeakKeyDictionary()


def ink(colours: Theme) -> str:
    """The colour of plain text: what icons have unless told."""
    return colours.ink


def names() -> tuple[str, ...]:
    """Every icon that there is, by name."""
    return tuple(sorted(path.stem for path in resource("icons").glob("*.svg")))


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The drawing in a colour (#rrggbb), `size` logical pixels wide and high.

    Raises FileNotFoundError for a name that has no drawing.
    """
    pixels = round(size * ratio)
    result = QPixmap(pixels, pixels)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    _render(painter, QRectF(0, 0, pixels, pixels), name, colour)
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


def paint(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Draw the icon into a square of a widget that is being painted."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(rect.topLeft(), pixmap(name, colour, round(rect.width()), ratio))


def _render(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    _tinted(name, colour).render(painter, rect)


@lru_cache(maxsize=8)
def _tinted(name: str, colour: str) -> QSvgRenderer:
    """The drawing in a colour; kept for the next size, since reading it takes longer than drawing."""
    source = _drawing(name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(source.encode("utf-8")))


def icon(name: str, colour: str | None = None) -> QIcon:
    """The icon in a colour, in the theme's ink without one; it keeps this colour (see `tint`)."""
    colours = theme.current()
    return _icon(name, colour or colours.ink, colours.edge)


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, faded: str) -> QIcon:
    result = QIcon()
    for tint, mode in ((colour, QIcon.Mode.Normal), (faded, QIcon.Mode.Disabled)):
        for size in SIZES:
            result.addPixmap(pixmap(name, tint, size), mode)
    return result


def tint(target: Tintable, name: str, colour: Callable[[Theme], str] = ink) -> None:
    """Give a button or an action an icon that follows the theme as long as the target lives."""
    _TINTED[target] = _Tint(name, colour)
    target.setIcon(icon(name, colour(theme.current())))


def _retint() -> None:
    colours = theme.current()
    for target, wanted in list(_TINTED.items()):
        if shiboken6.isValid(target):  # Python may outlive what a closed window took with it
            target.setIcon(icon(wanted.name, wanted.colour(colours)))


theme.follow(_retint)
palettes.listen(_retint)


@lru_cache(maxsize=1)
def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    result = QIcon()
    for size in _APP_SIZES:
        result.addPixmap(app_pixmap(size))
    return result


def app_pixmap(size: int, ratio: float = 1.0) -> QPixmap:
    """The program's icon as a picture, for the start page, About and packages (`.save(PNG)`)."""
    return pixmap("rotstift", "", size, ratio)


def hint(size: int = 16) -> QSize:
    """A square icon size."""
    return QSize(size, size)
