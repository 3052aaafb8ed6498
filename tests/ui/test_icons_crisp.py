"""Icons are drawn for the pixels that they get: at 300 % with nine times as many."""

import pytest
from PySide6.QtCore import QSize

from rotstift.ui import icons


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_an_icon_has_a_pixel_for_each_pixel(qapp, ratio) -> None:
    pixmap = icons.icon("search").pixmap(QSize(20, 20), ratio)
    assert pixmap.size() == QSize(round(20 * ratio), round(20 * ratio))
    image = pixmap.toImage()
    steps = {image.pixelColor(x, round(10 * ratio)).alpha() for x in range(image.width())}
    assert len(steps) > 1, "something is drawn"
