"""Plots of the record: what suggestions were corrected into, and how the work went over the days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from rotstift.ui.panels.paint import small
from rotstift.ui.panels.parts import translate
from rotstift.ui.panels.plots import Plot
from rotstift.ui.theme import Theme

ROW = 30
"""Height of a row of the matrix in logical pixels."""
_FAINT, _FULL = 0.06, 0.36
"""How much of its colour a cell of the matrix has: the figure on the fullest keeps 4.5 : 1."""
_LEFT, _CENTRE, _RIGHT = (
    int(side | Qt.AlignmentFlag.AlignVCenter)
    for side in (
        Qt.AlignmentFlag.AlignLeft,
        Qt.AlignmentFlag.AlignHCenter,
        Qt.AlignmentFlag.AlignRight,
    )
)


@dataclass(frozen=True, slots=True)
class Became:
    """A row of the matrix: one sort of suggestion, and how often it became what."""

    name: str
    counts: Mapping[str, int]
    """By the words of the column."""

    @property
    def total(self) -> int:
        """How many were settled."""
        return sum(self.counts.values())


class Matrix(Plot):
    """From the suggestion (row) to what the person made of it (column): counts, shaded by their share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("RecordPlots", "What suggestions became"), parent)
        self.rows: tuple[Became, ...] = ()
        self.columns: tuple[str, ...] = ()

    def set_rows(self, columns: Sequence[str], rows: Sequence[Became]) -> None:
        """Show these; a column that no row has stays empty."""
        self.columns, self.rows = tuple(columns), tuple(rows)
        self.setAccessibleDescription("; ".join(map(_said, self.rows)))
        self.setMinimumHeight(ROW * (len(self.rows) + 1) + 24)
        self.setMinimumWidth(170 + 74 * len(self.columns))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All rows and columns."""
        return QSize(self.minimumWidth(), self.minimumHeight())

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """The head, then row by row."""
        names = max((self.metrics().horizontalAdvance(row.name) for row in self.rows), default=0)
        left = min(names + 34, 260.0)
        wide = (self.width() - left - 14) / max(len(self.columns), 1)
        painter.setPen(QColor(theme.muted))
        for number, column in enumerate(self.columns):
            box = QRectF(left + number * wide, 10, wide - 6, ROW)
            words = self.metrics().elidedText(column, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, _CENTRE, words)
        for number, row in enumerate(self.rows):
            top = 12.0 + ROW * (number + 1)
            painter.setPen(QColor(theme.ink))
            painter.drawText(QRectF(16, top, left - 20, ROW), _LEFT, row.name)
            for place in range(len(self.columns)):
                box = QRectF(left + place * wide, top + 2, wide - 6, ROW - 4)
                self._cell(painter, box, row, place, theme)

    def _cell(self, painter: QPainter, box: QRectF, row: Became, place: int, theme: Theme) -> None:
        count = row.counts.get(self.columns[place], 0)
        colour = QColor(theme.good if place == 0 else theme.red)
        colour.setAlphaF(_FAINT + (_FULL - _FAINT) * count / row.total if count else 0.0)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(colour)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(theme.ink if count else theme.muted))
        painter.drawText(box, _CENTRE, QLocale().toString(count) if count else "·")


def _said(row: Became) -> str:
    every = ", ".join(f"{name} {count}" for name, count in row.counts.items())
    return f"{row.name}: {every}"


@dataclass(frozen=True, slots=True)
class Line:
    """One figure over the days; None where a day has none."""

    name: str
    values: tuple[float | None, ...]
    unit: str = ""
    most: float | None = None
    """The top of its scale; None for its own greatest value."""


class Timeline(Plot):
    """Figures over the days, each in a strip with a scale of its own, since their units differ."""

    STRIP = 116

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("RecordPlots", "Day by day"), parent)
        self.days: tuple[str, ...] = ()
        self.lines: tuple[Line, ...] = ()

    def set_lines(self, days: Sequence[str], lines: Sequence[Line]) -> None:
        """Show these; every line has a value for each day."""
        self.days, self.lines = tuple(days), tuple(lines)
        said = (f"{line.name}: {_ends(line)}" for line in self.lines)
        self.setAccessibleDescription("; ".join(said))
        self.setMinimumHeight(self.STRIP * len(self.lines) + 40)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its strips."""
        return QSize(620, self.minimumHeight())

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Strip by strip, the days at the foot."""
        high = (self.height() - 40) / max(len(self.lines), 1)
        for number, line in enumerate(self.lines):
            box = QRectF(64, 12 + number * high + 28, self.width() - 96, high - 48)
            self._strip(painter, box, line, theme)
        painter.setFont(small(self.font(), 0.86))
        painter.setPen(QColor(theme.muted))
        foot = QRectF(64, self.height() - 28, self.width() - 96, 20)
        if self.days:
            painter.drawText(foot, _LEFT, self.days[0])
        if len(self.days) > 1:
            painter.drawText(foot, _RIGHT, self.days[-1])

    def _strip(self, painter: QPainter, box: QRectF, line: Line, theme: Theme) -> None:
        most = line.most or max((value for value in line.values if value is not None), default=1.0)
        most = most or 1.0
        painter.setFont(small(self.font(), 0.86, bold=True))
        painter.setPen(QColor(theme.ink))
        painter.drawText(QRectF(16, box.top() - 26, self.width() - 32, 20), _LEFT, line.name)
        known = [value for value in line.values if value is not None]
        if known:
            place = QRectF(box.left(), box.top() - 26, box.width(), 20)
            painter.drawText(place, _RIGHT, _number(known[-1], line.unit))
        painter.setFont(small(self.font(), 0.78))
        for share in (0.0, 1.0):
            y = box.bottom() - share * box.height()
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            painter.setPen(QColor(theme.muted))
            painter.drawText(QRectF(4, y - 9, 52, 18), _RIGHT, _number(share * most, line.unit))
        self._dots(painter, box, line, most, theme)

    def _dots(self, painter: QPainter, box: QRectF, line: Line, most: float, theme: Theme) -> None:
        alone = len(line.values) == 1
        step = box.width() / max(len(line.values) - 1, 1)
        left = box.center().x() if alone else box.left()
        places = [
            QPointF(left + number * step, box.bottom() - value / most * box.height())
            for number, value in enumerate(line.values)
            if value is not None
        ]
        painter.setPen(QPen(QColor(theme.red), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(QPen(QColor(theme.sheet), 1.2))
        painter.setBrush(QColor(theme.red))
        for place in places:
            painter.drawEllipse(place, 3.6, 3.6)


def _ends(line: Line) -> str:
    known = [value for value in line.values if value is not None]
    if not known:
        return "–"
    first, last = (_number(value, line.unit) for value in (known[0], known[-1]))
    return first if len(known) == 1 else f"{first} → {last}"


def _number(value: float, unit: str) -> str:
    digits = 0 if value >= 10 or value == ceil(value) else 1
    return QLocale().toString(value, "f", digits) + (f"\u202f{unit}" if unit else "")
