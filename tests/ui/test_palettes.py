"""The colour-blind-safe palette: apart in every vision, readable, and worn by everything at once."""

import pytest
from article_scene import scheme
from colours import BLINDNESS, VISIONS, contrast, distance, lab, linear, nearest, seen

from rotstift.model.scheme import Label
from rotstift.ui import palettes
from rotstift.ui.palettes import LABELS, QUOTES, Palette
from rotstift.ui.panels import plots
from rotstift.ui.theme import DARK, LIGHT


@pytest.fixture(autouse=True)
def _own_colours_again():
    yield
    palettes.choose(Palette.SCHEME)
    palettes.follow(None)


def test_distances_are_those_of_the_published_table() -> None:
    pairs = (
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, -1, 2), (50, 0, 0), 2.3669),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    )
    for one, other, wanted in pairs:
        assert distance(one, other) == pytest.approx(wanted, abs=1e-4)
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("vision", BLINDNESS)
def test_greys_look_the_same_in_every_vision(vision: str) -> None:
    assert seen("#808080", vision) == pytest.approx(linear("#808080"), abs=1e-4)
    assert lab(linear("#ffffff"))[0] == pytest.approx(100, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize(
    ("pairs", "count", "ink", "tint"),
    [
        pytest.param(LABELS, 4, 12.5, 6.0, id="labels of a new project"),
        pytest.param(LABELS, 6, 8.5, 3.1, id="all labels"),
        pytest.param(QUOTES, 3, 17.0, 6.5, id="quotes of a new project"),
        pytest.param(QUOTES, 5, 9.5, 3.7, id="all quotes"),
    ],
)
def test_colours_used_together_stay_apart(pairs, count, ink, tint, vision, theme) -> None:
    """CIEDE2000; about 2.3 is the least that anybody sees, the scheme's own inks come down to 1.1."""
    colours = [getattr(pair, theme) for pair in pairs[:count]]
    assert nearest([colour.ink for colour in colours], vision) >= ink
    assert nearest([colour.tint for colour in colours], vision) >= tint


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda one: one.name)
def test_every_pair_is_readable(theme) -> None:
    for pair in (*LABELS, *QUOTES):
        colour = getattr(pair, theme.name)
        for ground in (colour.tint, theme.sheet, theme.panel, theme.desk):
            assert contrast(colour.ink, ground) >= 4.5, (colour, ground)
        assert contrast(theme.ink, colour.tint) >= 7, colour


def test_a_scheme_gets_its_colours_in_its_order() -> None:
    labels, quotes = scheme().labels, scheme().quote_types
    palettes.choose(Palette.SAFE)
    palettes.follow(scheme())
    assert [LIGHT.colour(label) for label in labels] == [pair.light for pair in LABELS[:4]]
    assert [DARK.colour(kind) for kind in quotes] == [pair.dark for pair in QUOTES]
    stranger = Label("X", {"en": "X"})
    assert LIGHT.colour(stranger) == stranger.light, "not of this scheme: its own"
    palettes.choose(Palette.SCHEME)
    assert [LIGHT.colour(label) for label in labels] == [label.light for label in labels]


def test_what_wears_a_labels_colour_in_a_menu_changes_with_it(qapp) -> None:
    from PySide6.QtGui import QAction

    from rotstift.ui import icons
    from rotstift.ui.theme import current, label_ink

    label, action = scheme().labels[0], QAction()
    icons.tint(action, "swatch", lambda theme: label_ink(label, theme))

    def shown() -> str:
        return action.icon().pixmap(24, 24).toImage().pixelColor(12, 12).name()

    assert shown() == current().colour(label).ink
    palettes.choose(Palette.SAFE)
    palettes.follow(scheme())
    assert shown() == getattr(LABELS[0], current().name).ink


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda one: one.name)
def test_bars_with_the_same_fill_stay_apart(theme, vision) -> None:
    """The first two pipelines have solid bars; the others a pattern each."""
    assert nearest(list(plots.colours(theme)[:2]), vision) >= 14
    assert len(set(plots._PATTERNS[1:])) == len(plots._PATTERNS) - 1
