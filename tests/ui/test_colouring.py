"""Whatever colour somebody likes, it can be read in both themes."""

import pytest
from colours import contrast as checked

from rotstift.ui.colouring import AA, contrast, least_contrast, pair_of

LIKED = ["#ff8800", "#ffff00", "#000000", "#ffffff", "#808080", "#00ffee", "#1d57d8", "#c1121f"]


@pytest.mark.parametrize("colour", LIKED)
def test_every_colour_becomes_one_that_can_be_read(colour: str) -> None:
    assert least_contrast(pair_of(colour)) >= AA


def test_a_colour_that_can_be_read_stays_what_it_is() -> None:
    assert pair_of("#1d57d8").light.ink == "#1d57d8"


def test_the_contrast_is_that_of_wcag() -> None:
    assert round(contrast("#000000", "#ffffff"), 3) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
    for one in LIKED:
        assert contrast(one, "#ffffff") == pytest.approx(checked(one, "#ffffff"), rel=1e-3)
