"""The two type families that come with the program: a serif for the article, a sans for the rest."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import font_source_sans_pro
import font_source_serif_pro
from PySide6.QtGui import QFontDatabase

_CUTS = ("Regular", "It", "Semibold", "Bold")


@dataclass(frozen=True, slots=True)
class Fonts:
    """Family names to build a QFont with."""

    serif: str
    sans: str


@lru_cache(maxsize=1)
def load_fonts() -> Fonts:
    """Register the cuts we use, once. Needs a QGuiApplication; a missing file falls back to Qt's choice."""
    return Fonts(
        serif=_load(font_source_serif_pro, "SourceSerifPro", "serif"),
        sans=_load(font_source_sans_pro, "SourceSansPro", "sans-serif"),
    )


def _load(package: ModuleType, name: str, fallback: str) -> str:
    folder = Path(str(package.__file__)).parent / "files"
    families = [_family(folder / f"{name}-{cut}.otf") for cut in _CUTS]
    return families[0] or fallback


def _family(path: Path) -> str:
    handle = QFontDatabase.addApplicationFont(str(path))
    return QFontDatabase.applicationFontFamilies(handle)[0] if handle >= 0 else ""
