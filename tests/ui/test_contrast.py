"""WCAG AA over every pair of colours that is really painted: 4.5 : 1 for words, 3 : 1 for the rest."""

from collections.abc import Iterator
from itertools import product

import pytest
from article_scene import scheme
from colours import contrast
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from rotstift.model.items import Standing
from rotstift.ui import palettes
from rotstift.ui.article.pens import DEEPEST, Paints
from rotstift.ui.article.styles import measures
from rotstift.ui.fonts import load_fonts
from rotstift.ui.palettes import Palette
from rotstift.ui.panels import plots, record_plots
from rotstift.ui.style import mixed, style_sheet
from rotstift.ui.theme import DARK, LIGHT, Theme

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}
WORDS, SIGNS = 4.5, 3.0
PAPERS = ("desk", "panel", "sheet")
NO_BORDERS = ("selection", "words that were found", "pressed button", "pressed row")
"""Grounds on which nothing with a border stands."""


def grounds(theme: Theme) -> dict[str, str]:
    """Every plain ground of the window, by name: the theme's, and what is mixed from them."""
    return {name: getattr(theme, name) for name in PAPERS} | {
        "chosen row": theme.red_soft,
        "hovered row": mixed(theme.line, theme.sheet, 0.45),
        "hovered row of the panel": mixed(theme.line, theme.panel, 0.45),
        "hovered button": mixed(theme.line, theme.panel, 0.4),
        "pressed button": mixed(theme.line, theme.panel, 0.85),
        "pressed row": mixed(theme.line, theme.sheet, 0.8),
        "selection": theme.selection,
        "words that were found": theme.found,
    }


def too_weak(pairs: dict[str, tuple[str, str]], least: float) -> dict[str, float]:
    found = {name: round(contrast(*pair), 2) for name, pair in pairs.items()}
    return {name: ratio for name, ratio in found.items() if ratio < least}


@pytest.mark.parametrize("name", THEMES)
def test_words_of_the_window(name: str) -> None:
    theme = THEMES[name]
    pairs = {
        f"{ink} on {ground}": (getattr(theme, ink), colour)
        for ink, (ground, colour) in product(("ink", "muted"), grounds(theme).items())
    }
    pairs |= {
        f"{ink} on {paper}": (getattr(theme, ink), getattr(theme, paper))
        for ink, paper in product(("red", "good", "warn"), PAPERS)
    }
    pairs |= {
        "on a red button": (theme.on_red, theme.red),
        "on a hovered red button": (theme.on_red, mixed(theme.red, theme.ink, 0.88)),
        "on a red button that is off": (theme.muted, theme.line),
        "on the dark bar": (theme.on_pop, theme.pop),
    }
    assert too_weak(pairs, WORDS) == {}


@pytest.mark.parametrize("name", THEMES)
def test_figures_on_the_fullest_cells_of_the_record(name: str) -> None:
    theme = THEMES[name]
    cells = {
        one: mixed(getattr(theme, one), theme.sheet, record_plots._FULL) for one in ("good", "red")
    }
    assert too_weak({one: (theme.ink, cell) for one, cell in cells.items()}, WORDS) == {}


@pytest.mark.parametrize("name", THEMES)
def test_signs_of_the_window(name: str) -> None:
    theme = THEMES[name]
    pairs = {
        f"{sign} on {ground}": (getattr(theme, sign), colour)
        for sign, (ground, colour) in product(("edge", "red"), grounds(theme).items())
        if not (sign == "edge" and ground in NO_BORDERS)
    }
    pairs |= {
        "ring of a red button": (theme.ring, theme.red),
        "progress": (theme.good, theme.line),
        "progress of work": (theme.red, theme.line),
        "tick": (theme.on_red, theme.red),
        "tick of a confirmed article": (theme.sheet, theme.good),
        "dark bar": (theme.pop, theme.sheet),
    }
    pairs |= {f"bar {n}": (bar, theme.sheet) for n, bar in enumerate(plots.colours(theme))}
    assert too_weak(pairs, SIGNS) == {}


def test_every_colour_of_a_theme_is_a_colour() -> None:
    for theme in THEMES.values():
        for field in Theme.__slots__:
            value = getattr(theme, field)
            assert field == "name" or QColor(value).name() == value, field


@pytest.fixture(params=list(product(THEMES, Palette)), ids="-".join)
def paints(request: pytest.FixtureRequest, qapp: object) -> Iterator[Paints]:
    """The page's tables in one theme and palette."""
    name, palette = request.param
    palettes.choose(palette)
    palettes.follow(scheme())
    yield Paints(THEMES[name], scheme(), measures(load_fonts(), 12.75, 96), 1.0)
    palettes.choose(Palette.SCHEME)
    palettes.follow(None)


def bands(paints: Paints) -> dict[str, str]:
    """Every quote's ground, in every standing and depth."""
    kinds = product(paints.scheme.quote_types, Standing, range(DEEPEST + 1))
    return {
        f"{kind.id} {standing} {depth}": paints.band(kind.id, standing, depth).fill.color().name()
        for kind, standing, depth in kinds
    }


def tints(paints: Paints) -> dict[str, str]:
    return {label.id: paints.colour(label).tint for label in paints.scheme.labels}


def test_words_of_the_page(paints: Paints) -> None:
    theme = paints.theme
    papers = bands(paints) | tints(paints) | {"selection": theme.selection, "sheet": theme.sheet}
    pairs = {
        f"{ink} on {ground}": (getattr(theme, ink), colour)
        for ink, (ground, colour) in product(("ink", "muted"), papers.items())
    }
    for label in (*paints.scheme.labels, *paints.scheme.quote_types):
        colour = paints.colour(label)
        for ground in (colour.tint, *(getattr(theme, paper) for paper in PAPERS)):
            pairs[f"{label.id} on {ground}"] = (colour.ink, ground)
    pairs["a role's name"] = (theme.red, theme.sheet)
    assert too_weak(pairs, WORDS) == {}


def test_signs_of_the_page(paints: Paints) -> None:
    theme, pairs = paints.theme, {}
    papers = bands(paints) | {"sheet": theme.sheet, "selection": theme.selection}
    for label, (ground, colour) in product(paints.scheme.labels, papers.items()):
        line = paints.entity(label.id, Standing.SUGGESTED).underline.color().name()
        pairs[f"{label.id} under {ground}"] = (line, colour)
    for pen in ("focus", "cue", "role", "link", "negative", "cursor", "hover"):
        for ground, colour in papers.items():
            pairs[f"{pen} over {ground}"] = (getattr(paints, pen).color().name(), colour)
    for kind in paints.scheme.quote_types:
        band = paints.band(kind.id, Standing.SUGGESTED, 0)
        assert band.edge is not None
        for ground, colour in (("band", band.fill.color().name()), ("sheet", theme.sheet)):
            pairs[f"{kind.id}: edge on {ground}"] = (band.edge.color().name(), colour)
        pairs[f"{kind.id}: border"] = (band.border.name(), theme.sheet)
        pairs[f"{kind.id}: border of a card"] = (band.border.name(), theme.panel)
    assert too_weak(pairs, SIGNS) == {}


def test_the_style_sheet_says_no_colour_of_its_own() -> None:
    for theme in THEMES.values():
        known = {getattr(theme, field) for field in Theme.__slots__} | set(grounds(theme).values())
        known.add(mixed(theme.red, theme.ink, 0.88))
        words = style_sheet(theme, load_fonts()).replace(";", " ").split()
        said = {word for word in words if word.startswith("#") and len(word) == 7}
        assert said
        assert said <= known


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_words_in_an_empty_field_are_muted_and_not_faint(qtbot, kind, name: str) -> None:
    """Where a style sheet sets a field's colour, Qt halves it for the words in the empty field."""
    field = kind()
    qtbot.addWidget(field)
    field.setStyleSheet(style_sheet(THEMES[name], load_fonts()))
    field.ensurePolished()
    colour = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert (colour.name(), colour.alpha()) == (THEMES[name].muted, 255)
