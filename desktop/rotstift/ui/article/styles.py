"""How each zone of the page is set, and the measures that follow from the text size."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from rotstift.model.items import ZoneKind
from rotstift.ui.fonts import Fonts

DEFAULT_POINTS = 12.75
"""17 px at 96 dots per inch."""
LINE_LENGTH = 78
"""Usual number of characters that fit a full line; broken at words, lines then come to about 70."""
_LABEL_ROW = 0.52
"""Ems of body text that the row of small labels needs, whatever the zone's own size."""
_SAMPLE = "Beide Seiten sagten am Freitag, dass sie das Treffen in der nächsten Woche planen."


@dataclass(frozen=True, slots=True)
class ZoneStyle:
    """The typography of one zone; sizes in ems of the body text, leading in ems of its own."""

    size: float
    weight: QFont.Weight
    serif: bool
    muted: bool
    leading: float
    before: float
    after: float


_REGULAR, _SEMIBOLD, _BOLD = QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold

STYLES: Mapping[ZoneKind, ZoneStyle] = {
    ZoneKind.HEADLINE: ZoneStyle(1.5, _BOLD, True, False, 1.66, 0.0, 0.1),
    ZoneKind.DATELINE: ZoneStyle(0.78, _REGULAR, False, True, 1.9, 0.0, 0.3),
    ZoneKind.LEAD: ZoneStyle(1.06, _SEMIBOLD, True, False, 2.06, 0.15, 0.5),
    ZoneKind.BODY: ZoneStyle(1.0, _REGULAR, True, False, 2.1, 0.3, 0.3),
    ZoneKind.SUBHEAD: ZoneStyle(1.12, _BOLD, True, False, 2.0, 0.75, 0.1),
    ZoneKind.CAPTION: ZoneStyle(0.82, _REGULAR, False, True, 2.05, 0.5, 0.5),
    ZoneKind.TEASER: ZoneStyle(0.86, _SEMIBOLD, False, True, 2.0, 0.6, 0.6),
    ZoneKind.CREDIT: ZoneStyle(0.78, _REGULAR, False, True, 2.05, 0.4, 0.2),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """A zone's style in pixels, for one text size. Distances up and down count from the baseline."""

    kind: ZoneKind
    font: QFont
    muted: bool
    line_height: int
    baseline: int
    """From the top of a line; above it is room for the small labels."""
    up: int
    """To the top of an entity's tint."""
    down: int
    """To its underline."""
    gutter: int
    """Down to the free strip between the band above and the labels of the next line."""
    before: int
    after: int
    char_width: float
    """Mean width of a character, to estimate heights."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Everything that follows from one text size."""

    em: float
    """Pixels of the body text's size."""
    settings: Mapping[ZoneKind, Setting]
    fonts: Fonts
    points: float
    line_length: int = LINE_LENGTH
    """Characters that fit a full line."""

    def sans(self, ems: float, weight: QFont.Weight = _REGULAR) -> QFont:
        """The window's face at a size in ems of the body text."""
        return _font(self.fonts.sans, self.points * ems, weight)


@dataclass(frozen=True, slots=True)
class Typography:
    """What a person may choose of an article's setting beside its size."""

    face: str = "serif"
    """ "serif" or "sans" for what comes along, else the name of an installed family."""
    line_length: int = LINE_LENGTH
    spacing: float = 1.0
    """Share of the usual distance between lines; the small labels keep their room."""

    def fonts(self, shipped: Fonts) -> Fonts:
        """The families to set with; a family that is not installed any more gives way to the serif."""
        if self.face == "sans":
            return replace(shipped, serif=shipped.sans)
        if self.face == "serif" or not QFontDatabase.hasFamily(self.face):
            return shipped
        return replace(shipped, serif=self.face)


def measures(
    fonts: Fonts, points: float, dpi: float, typography: Typography | None = None
) -> Measures:
    """The measures for a body text of so many points on a screen of so many dots per inch."""
    wish = typography or Typography()
    em, faces = points * dpi / 72, wish.fonts(fonts)
    settings = {kind: _setting(kind, faces, points, em, wish.spacing) for kind in STYLES}
    return Measures(em, settings, faces, points, wish.line_length)


def _font(family: str, points: float, weight: QFont.Weight) -> QFont:
    font = QFont(family)
    font.setPointSizeF(max(points, 1.0))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _setting(kind: ZoneKind, fonts: Fonts, points: float, body: float, spacing: float) -> Setting:
    style = STYLES[kind]
    font = _font(fonts.serif if style.serif else fonts.sans, points * style.size, style.weight)
    # An edge may stand inside "fi" or "ft" (Auf|lage): every letter needs a place of its own.
    font.setFeature(QFont.Tag("liga"), 0)
    em = body * style.size
    up, down = round(em * 0.86), round(em * 0.29)
    gutter = down + round(min(em, body) * 0.36)
    line_height = max(round(em * style.leading * spacing), gutter + up + round(body * _LABEL_ROW))
    return Setting(
        kind=kind,
        font=font,
        muted=style.muted,
        line_height=line_height,
        baseline=line_height - gutter,
        up=up,
        down=down,
        gutter=gutter,
        before=round(style.before * body),
        after=round(style.after * body),
        char_width=QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE),
    )
