"""Look: theme, typefaces and text size put on the whole window."""

from typing import cast

from PySide6.QtWidgets import QApplication

from rotstift.settings import Settings
from rotstift.ui import palettes, theme
from rotstift.ui.article.styles import Typography
from rotstift.ui.colouring import pair_of
from rotstift.ui.fonts import load_fonts
from rotstift.ui.style import app_font, style_sheet
from rotstift.ui.window import Window

_POINTS = 0.75
"""Points in a logical pixel (96 to the inch)."""


def dress(settings: Settings) -> None:
    """Fonts, palette and style sheet for the whole application, before the window is made."""
    app = cast(QApplication, QApplication.instance())
    fonts = load_fonts()
    app.setFont(app_font(fonts))
    palettes.choose(palettes.Palette(settings["palette"]))
    palettes.prefer({label: pair_of(colour) for label, colour in settings["colours"].items()})
    colours = theme.wanted(theme.Mode(settings["theme"]))
    theme.apply(app, colours, style_sheet(colours, _typography(settings).fonts(fonts)))


def show_theme(settings: Settings, window: Window) -> None:
    """Put the wanted theme on, and on the page."""
    dress(settings)
    window.view.set_theme(theme.current())


def toggle(settings: Settings, window: Window) -> None:
    """Light to dark, dark to light."""
    settings.set("theme", "light" if theme.current() is theme.DARK else "dark")
    show_theme(settings, window)


def toggle_palette(settings: Settings, window: Window) -> None:
    """The scheme's own colours to the colour-blind-safe ones, and back."""
    safe = settings["palette"] == palettes.Palette.SAFE
    settings.set("palette", str(palettes.Palette.SCHEME if safe else palettes.Palette.SAFE))
    show_theme(settings, window)


def show_text_size(settings: Settings, window: Window) -> None:
    """The article's text in the size, face and lines of the settings."""
    window.view.set_text_size(_POINTS * float(settings["text_size"]), _typography(settings))


def _typography(settings: Settings) -> Typography:
    spacing = int(settings["line_spacing"]) / 100
    return Typography(str(settings["typeface"]), int(settings["line_width"]), spacing)
