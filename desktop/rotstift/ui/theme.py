"""The two themes: one table of colours each, the Qt palette and the few lines of style sheet made from it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from rotstift.model.scheme import Colour, Label
from rotstift.ui import palettes


class Mode(StrEnum):
    """Which theme the person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as #rrggbb, named for what they are for."""

    name: str
    desk: str
    """Behind the page."""
    panel: str
    """Side panels, top bar, status line."""
    sheet: str
    """The page, cards, text fields."""
    ink: str
    muted: str
    """Secondary text; still 4.5 : 1 on panel and sheet."""
    line: str
    """Hairlines: they part, they say nothing."""
    edge: str
    """Borders of fields and buttons, scroll bars, words of what is off; 3 : 1 on every ground."""
    red: str
    """The accent: focus and what the human changed."""
    red_soft: str
    """Behind the chosen article."""
    on_red: str
    """Text on red."""
    ring: str
    """Round a red button with the focus; 3 : 1 on red."""
    good: str
    warn: str
    selection: str
    """Behind selected words."""
    found: str
    """Behind words that were searched for."""
    pop: str
    """The key hints' bar."""
    on_pop: str

    def colour(self, label: Label) -> Colour:
        """A label's colours in this theme."""
        return palettes.colour(label, dark=self.name == "dark")


def label_ink(label: Label, theme: Theme) -> str:
    """A label's colour for underlines and signs."""
    return theme.colour(label).ink


LIGHT = Theme(
    name="light",
    desk="#f1efea",
    panel="#faf9f6",
    sheet="#ffffff",
    ink="#1d1c1a",
    muted="#5c5851",
    line="#e2ded5",
    edge="#8c877e",
    red="#c1121f",
    red_soft="#fbe9e9",
    on_red="#ffffff",
    ring="#000000",
    good="#0b7a54",
    warn="#a34a07",
    selection="#cfe0ff",
    found="#ffd76a",
    pop="#1d1c1a",
    on_pop="#ffffff",
)
DARK = Theme(
    name="dark",
    desk="#17171a",
    panel="#1e1e22",
    sheet="#232328",
    ink="#e8e6e1",
    muted="#b0aca3",
    line="#34343b",
    edge="#75757d",
    red="#ff5a5f",
    red_soft="#3a2224",
    on_red="#22060a",
    ring="#ffffff",
    good="#62d6a5",
    warn="#f0b35a",
    selection="#293958",
    found="#4d3900",
    pop="#e8e6e1",
    on_pop="#1d1c1a",
)


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's palette, for Fusion."""
    result = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.panel,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.sheet,
        QPalette.ColorRole.AlternateBase: theme.panel,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.Button: theme.sheet,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.red,
        QPalette.ColorRole.HighlightedText: theme.on_red,
        QPalette.ColorRole.ToolTipBase: theme.pop,
        QPalette.ColorRole.ToolTipText: theme.on_pop,
        QPalette.ColorRole.Link: theme.red,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Accent: theme.red,
    }
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.edge))
    return result


def chosen(mode: Mode, *, system_is_dark: bool) -> Theme:
    """The theme for a mode."""
    if mode is Mode.SYSTEM:
        return DARK if system_is_dark else LIGHT
    return DARK if mode is Mode.DARK else LIGHT


def wanted(mode: Mode) -> Theme:
    """The theme for a mode, the system's where it says so and is known."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return chosen(mode, system_is_dark=scheme is Qt.ColorScheme.Dark)


_PROPERTY = "rotstift.theme"
_FOLLOWERS: list[Callable[[], None]] = []


def follow(call: Callable[[], None]) -> None:
    """Call this after every change of the theme (for what Qt does not repaint by itself)."""
    _FOLLOWERS.append(call)


def current() -> Theme:
    """The theme that was put on the application last; LIGHT before that."""
    app = QApplication.instance()
    return DARK if app is not None and app.property(_PROPERTY) == DARK.name else LIGHT


def apply(app: QApplication, theme: Theme, style_sheet: str = "") -> None:
    """Put the theme on the whole application."""
    app.setProperty(_PROPERTY, theme.name)
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet)
    for call in _FOLLOWERS:
        call()
