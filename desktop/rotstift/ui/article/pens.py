"""Pens, brushes and small labels, made once for each (label, standing) of a theme."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from rotstift.model.items import Standing
from rotstift.model.scheme import Colour, Label, Scheme
from rotstift.ui.article.styles import Measures
from rotstift.ui.theme import Theme

DEEPEST = 3
"""Nested quotes are told apart down to this depth."""
_CHIP = 0.53
"""Ems of the small labels."""
_STROKES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)


@dataclass(frozen=True, slots=True)
class EntityPaint:
    """How one entity label looks in one standing."""

    tint: QBrush | None
    underline: QPen
    ink: QColor


@dataclass(frozen=True, slots=True)
class BandPaint:
    """How a quote's band looks."""

    fill: QBrush
    edge: QPen | None
    """Dashed lower edge of a suggestion."""
    border: QColor
    """The type's colour at the edge of the card."""


class Paints:
    """The tables; made anew with the theme, the scheme, the text size or the pixel density."""

    def __init__(self, theme: Theme, scheme: Scheme, measures: Measures, density: float) -> None:
        self.theme = theme
        self.measures = measures
        self.scheme = scheme
        self._density = density
        self._entities: dict[tuple[str, Standing], EntityPaint] = {}
        self._bands: dict[tuple[str, Standing, int], BandPaint] = {}
        self._chips: dict[tuple[str, str, bool], QPixmap] = {}
        stroke = max(1.0, measures.em / 17)
        self.stroke = stroke
        red, muted = QColor(theme.red), QColor(theme.muted)
        self.ink, self.muted, self.red = QColor(theme.ink), muted, red
        self.focus = _pen(red, 1.75 * stroke)
        self.focus_away = _pen(muted, 1.75 * stroke)
        self.cue = _pen(red, 1.7 * stroke, [0.1, 1.75], Qt.PenCapStyle.RoundCap)
        self.role = _pen(red, 1.25 * stroke)
        self.link = _pen(red, 1.5 * stroke, None, Qt.PenCapStyle.RoundCap)
        self.negative = _pen(muted, 1.1 * stroke, [1.0, 2.0])
        self.cursor = _pen(self.ink, 1.5 * stroke)
        self.hover = _pen(muted, 1.0 * stroke)
        self.selection = QBrush(QColor(theme.selection))
        self.found = QBrush(QColor(theme.found))
        self.found_now = _pen(self.ink, 1.75 * stroke)

    def entity(self, label_id: str, standing: Standing) -> EntityPaint:
        """The look of an entity."""
        key = (label_id, standing)
        if key not in self._entities:
            colour = self.colour(self.scheme.label(label_id))
            ink = QColor(colour.ink)
            suggested = standing is Standing.SUGGESTED
            dashes = [2.6, 1.7] if suggested else None
            self._entities[key] = EntityPaint(
                tint=None if suggested else QBrush(QColor(colour.tint)),
                underline=_pen(ink, (1.6 if suggested else 2.0) * self.stroke, dashes),
                ink=ink,
            )
        return self._entities[key]

    def band(self, type_id: str, standing: Standing, depth: int) -> BandPaint:
        """The look of a quote's band; the deeper, the darker."""
        key = (type_id, standing, min(depth, DEEPEST))
        if key not in self._bands:
            self._bands[key] = self._band(*key)
        return self._bands[key]

    def _band(self, type_id: str, standing: Standing, depth: int) -> BandPaint:
        colour = self.colour(self.scheme.quote_type(type_id))
        ink, tint = QColor(colour.ink), QColor(colour.tint)
        # Each step is as large as words in the muted colour on the deepest band allow.
        tint = _mixed(tint, ink, (0.04 if self.theme.name == "light" else 0.03) * depth)
        # Ink is dark enough for words on paper; a border of 3 : 1 may be livelier.
        border = ink.lighter(130) if self.theme.name == "light" else ink
        if standing is not Standing.SUGGESTED:
            return BandPaint(QBrush(tint), None, border)
        edge = _pen(_mixed(tint, ink, 0.75), 1.0 * self.stroke, [3.0, 2.6])
        return BandPaint(QBrush(_mixed(QColor(self.theme.sheet), tint, 0.72)), edge, border)

    def stroke_of(self, type_id: str) -> Qt.PenStyle:
        """Each quote type has a stroke of its own where no card names it: colour alone says nothing."""
        ids = [kind.id for kind in self.scheme.quote_types]
        place = ids.index(type_id) if type_id in ids else len(ids)
        return _STROKES[place % len(_STROKES)]

    def colour(self, label: Label | None) -> Colour:
        """The colours of a label; grey for one that the scheme does not know."""
        return self.theme.colour(label) if label else self.theme.colour(Label("", {"en": ""}))

    def chip(self, text: str, colour: QColor, *, dot: bool = False) -> QPixmap:
        """A small label, with the red dot of what a person made."""
        key = (text, colour.name(), dot)
        if key not in self._chips:
            self._chips[key] = self._draw_chip(text, colour, dot=dot)
        return self._chips[key]

    @property
    def chip_font(self) -> QFont:
        """The face of the small labels."""
        font = self.measures.sans(_CHIP, QFont.Weight.Bold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.03 * self.measures.em)
        return font

    def _draw_chip(self, text: str, colour: QColor, *, dot: bool) -> QPixmap:
        font = self.chip_font
        metrics = QFontMetricsF(font)
        radius = 0.13 * self.measures.em
        indent = 2.8 * radius if dot else 0.0
        height = metrics.capHeight() + metrics.descent() + 2
        width = math.ceil(indent + metrics.horizontalAdvance(text) + 1)
        pixmap = self._empty(width, math.ceil(height))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        baseline = 1 + metrics.capHeight()
        if dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.red)
            painter.drawEllipse(QPointF(radius, baseline - metrics.capHeight() / 2), radius, radius)
        painter.setPen(colour)
        painter.setFont(font)
        painter.drawText(QPointF(indent, baseline), text)
        painter.end()
        return pixmap

    def _empty(self, width: int, height: int) -> QPixmap:
        pixmap = QPixmap(math.ceil(width * self._density), math.ceil(height * self._density))
        pixmap.setDevicePixelRatio(self._density)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap

    @property
    def chip_height(self) -> float:
        """Pixels that a small label's capitals need, with a little air."""
        return QFontMetricsF(self.chip_font).capHeight() + 2


def _mixed(ground: QColor, other: QColor, share: float) -> QColor:
    """The ground with a share (0 to 1) of the other colour."""
    keep = 1 - share
    return QColor(
        round(ground.red() * keep + other.red() * share),
        round(ground.green() * keep + other.green() * share),
        round(ground.blue() * keep + other.blue() * share),
    )


def _pen(
    colour: QColor,
    width: float,
    dashes: list[float] | None = None,
    cap: Qt.PenCapStyle = Qt.PenCapStyle.FlatCap,
) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(cap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        pen.setDashPattern(dashes)
    return pen
