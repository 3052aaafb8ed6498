"""Small PNG files: a palette of 48 colours, the window's own ones exact."""

from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage, QPixmap

_COLOURS = 48
_STEP = 3
"""Bits of each channel that fall together before colours are counted: 32 grades are left."""


def save(pixmap: QPixmap, path: Path) -> int:
    """Write the picture; answers its size in bytes.

    The grades of colour that matter most are kept, each by its most frequent exact colour; all other
    pixels take the nearest of them. No dithering: areas stay even, and the file small.
    """
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    pixels = pixels[:, : image.width()] & 0xFFFFFF
    colours, places, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    table, numbers = _palette(colours, counts)
    small = np.ascontiguousarray(numbers[places].reshape(pixels.shape))
    shown = QImage(
        small.data, image.width(), image.height(), image.width(), QImage.Format.Format_Indexed8
    )
    shown.setColorTable([0xFF000000 | int(one) for one in table])
    path.parent.mkdir(parents=True, exist_ok=True)
    if not shown.save(str(path), "PNG", 0):
        raise OSError(f"{path} cannot be written")
    return path.stat().st_size


def _palette(colours: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The colours to keep, and for each colour there is the number of the one that stands for it."""
    split = np.stack([(colours >> shift) & 0xFF for shift in (16, 8, 0)], axis=1).astype(np.int32)
    grades = (split >> _STEP) @ np.array([1 << 10, 1 << 5, 1])
    order = np.lexsort((-counts, grades))
    firsts = order[np.unique(grades[order], return_index=True)[1]]
    weight = np.bincount(grades, weights=counts, minlength=1 << 15)[grades[firsts]]
    kept = firsts[_chosen(split[firsts], weight)]
    numbers = np.empty(len(colours), np.uint8)
    for start in range(0, len(colours), 4096):
        far = ((split[start : start + 4096, None] - split[None, kept]) ** 2).sum(axis=2)
        numbers[start : start + 4096] = far.argmin(axis=1)
    return colours[kept], numbers


def _chosen(split: np.ndarray, weight: np.ndarray) -> list[int]:
    """One after the other whatever is furthest from all kept so far, seldom colours counting less.

    By frequency alone the greys round the letters would leave no place for a label's small sign.
    """
    kept = [int(weight.argmax())]
    far = ((split - split[kept[0]]) ** 2).sum(axis=1)
    while len(kept) < min(_COLOURS, len(split)):
        best = int((far * weight**0.4).argmax())
        kept.append(best)
        far = np.minimum(far, ((split - split[best]) ** 2).sum(axis=1))
    return kept
