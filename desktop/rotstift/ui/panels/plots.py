"""Plots of learning and comparing: a curve over steps, bars by label, how far scores can be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from rotstift.ui.panels.paint import small
from rotstift.ui.panels.parts import translate
from rotstift.ui.theme import Theme, current

GRID = (0.0, 0.25, 0.5, 0.75, 1.0)
BAR = 9
"""Height of one bar in logical pixels."""
GAP = 3
_PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense6Pattern,
)
"""Of several pipelines each has a fill of its own beside its colour."""


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One evaluation while training."""

    step: int
    score: float
    """On the articles held out, 0 to 1."""
    loss: float
    """Of the steps since the point before; in the network's own units."""


@dataclass(frozen=True, slots=True)
class BarRow:
    """One label, type or role with the value that each pipeline reaches, 0 to 1; None: not there."""

    name: str
    values: tuple[float | None, ...]
    heading: bool = False
    """A name above the rows that follow; has no values."""


@dataclass(frozen=True, slots=True)
class Trust:
    """Suggestions of about one score: how many, their mean score and the share that was right."""

    count: int
    score: float
    right: float


def percent(value: float) -> str:
    """0.731 as 73 % in the person's language."""
    return QLocale().toString(value * 100, "f", 0) + "\u202f%"


def colours(theme: Theme) -> tuple[str, ...]:
    """The colours of the first, second, ... pipeline; the newest one comes last, in red."""
    return (theme.muted, theme.red, theme.good, theme.warn)


class Plot(QWidget):
    """What all plots share: a sheet to paint on, small letters, words for a screen reader."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint on the theme's sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small(self.font(), 0.86))
        theme = current()
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.sheet))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self.draw(painter, theme)
        painter.end()

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """The plot itself."""
        raise NotImplementedError

    def metrics(self) -> QFontMetricsF:
        """Of the small letters."""
        return QFontMetricsF(small(self.font(), 0.86))


def _grid(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Lines at 0, 25, ... 100 %, named at the left."""
    for value in GRID:
        y = box.bottom() - value * box.height()
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        painter.setPen(QColor(theme.muted))
        words = QRectF(box.left() - 50, y - 9, 44, 18)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(right), percent(value))


class Curve(Plot):
    """The score on the articles held out, and the loss, while training goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Plots", "Score and loss while training"), parent)
        self.points: tuple[CurvePoint, ...] = ()
        self.steps = 1
        self.setMinimumHeight(190)

    def set_points(self, points: Sequence[CurvePoint], steps: int) -> None:
        """Show these; `steps` is where the training would end at the latest."""
        self.points, self.steps = tuple(points), max(steps, 1)
        if points:
            self.setAccessibleDescription(self._said(self.best, self.points[-1]))
        self.update()

    @property
    def best(self) -> CurvePoint:
        """The point with the best score. Raises ValueError without any."""
        return max(self.points, key=lambda point: point.score)

    def _said(self, best: CurvePoint, last: CurvePoint) -> str:
        template = translate("Plots", "Step {0}: score {1}; best {2} at step {3}")
        values = (str(last.step), percent(last.score), percent(best.score), str(best.step))
        for place, value in enumerate(values):
            template = template.replace(f"{{{place}}}", value)
        return template

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Both lines, the best point named."""
        box = QRectF(self.rect()).adjusted(58, 34, -20, -30)
        _grid(painter, box, theme)
        self._legend(painter, theme)
        painter.setPen(QColor(theme.muted))
        below = QRectF(box.left(), box.bottom() + 6, box.width(), 18)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), translate("Plots", "steps"))
        every = QLocale().toString(self.steps)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), every)
        if not self.points:
            return
        most = max(point.loss for point in self.points) or 1.0
        self._line(painter, box, QPen(QColor(theme.muted), 1.4, Qt.PenStyle.DashLine), most)
        self._line(painter, box, QPen(QColor(theme.red), 2.2), None)
        self._best(painter, box, theme)

    def _at(self, box: QRectF, step: int, share: float) -> QPointF:
        return QPointF(
            box.left() + step / self.steps * box.width(), box.bottom() - share * box.height()
        )

    def _line(self, painter: QPainter, box: QRectF, pen: QPen, most: float | None) -> None:
        """The score, or with `most` the loss as a share of it."""
        painter.setPen(pen)
        places = [
            self._at(box, point.step, point.score if most is None else point.loss / most)
            for point in self.points
            if most is None or point.loss  # before the first step there is none
        ]
        painter.drawPolyline(QPolygonF(places))

    def _best(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        best = self.best
        place = self._at(box, best.step, best.score)
        painter.setBrush(QColor(theme.red))
        painter.setPen(QPen(QColor(theme.sheet), 1.5))
        painter.drawEllipse(place, 4.5, 4.5)
        painter.setPen(QColor(theme.ink))
        left = min(max(place.x() - 30, box.left()), box.right() - 60)
        above = place.y() - 24 if place.y() - 24 > box.top() - 22 else place.y() + 6
        words = QRectF(left, above, 60, 18)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), percent(best.score))

    def _legend(self, painter: QPainter, theme: Theme) -> None:
        x = 58.0
        rows = (
            (translate("Plots", "score on articles held out"), theme.red, Qt.PenStyle.SolidLine),
            (translate("Plots", "loss (own scale)"), theme.muted, Qt.PenStyle.DashLine),
        )
        for words, colour, style in rows:
            painter.setPen(QPen(QColor(colour), 2, style))
            painter.drawLine(QPointF(x, 18), QPointF(x + 22, 18))
            painter.setPen(QColor(theme.muted))
            width = self.metrics().horizontalAdvance(words)
            painter.drawText(QPointF(x + 28, 22), words)
            x += 28 + width + 26


class Bars(Plot):
    """A figure by label, type and role, one bar for each pipeline, its number beside it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.rows: tuple[BarRow, ...] = ()
        self.pipelines: tuple[str, ...] = ()

    def set_rows(self, pipelines: Sequence[str], rows: Sequence[BarRow]) -> None:
        """Show these; every row has one value for each pipeline."""
        self.pipelines, self.rows = tuple(pipelines), tuple(rows)
        said = (f"{row.name}: {', '.join(map(_number, row.values))}" for row in self.rows)
        self.setAccessibleDescription("; ".join(said))
        self.setMinimumHeight(ceil(sum(map(self._height, self.rows)) + 52))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(420, self.minimumHeight())

    def _height(self, row: BarRow) -> float:
        return 28.0 if row.heading else max(len(self.pipelines) * (BAR + GAP) + 8, 22)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Row by row."""
        self._legend(painter, theme)
        names = max((self.metrics().horizontalAdvance(row.name) for row in self.rows), default=0)
        left = min(names + 26, self.width() * 0.4)
        box = QRectF(left, 0, self.width() - left - 58, 0)
        y = 42.0
        for row in self.rows:
            height = self._height(row)
            self._row(painter, QRectF(box.left(), y, box.width(), height), row, theme)
            y += height

    def _row(self, painter: QPainter, box: QRectF, row: BarRow, theme: Theme) -> None:
        font = small(self.font(), 0.86, bold=row.heading)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink if row.heading else theme.muted))
        place = QRectF(14, box.top(), box.left() - 22, box.height())
        if row.heading:
            place.setWidth(self.width() - 28)
        words = QFontMetricsF(font).elidedText(row.name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)
        if row.heading:
            return
        high = len(row.values) * (BAR + GAP) - GAP
        top = box.center().y() - high / 2
        for number, value in enumerate(row.values):
            line = QRectF(box.left(), top + number * (BAR + GAP), box.width(), BAR)
            self._bar(painter, line, number, value, theme)

    def _bar(
        self, painter: QPainter, line: QRectF, number: int, value: float | None, theme: Theme
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line))
        painter.drawRect(QRectF(line.left(), line.bottom() - 1, line.width(), 1))
        if value is not None:
            painter.setBrush(_fill(number, theme))
            painter.drawRect(QRectF(line.left(), line.top(), line.width() * value, line.height()))
        painter.setPen(QColor(theme.ink))
        painter.setFont(small(self.font(), 0.78))
        words = QRectF(line.right() + 8, line.center().y() - 8, 46, 16)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), _number(value))

    def _legend(self, painter: QPainter, theme: Theme) -> None:
        x = 14.0
        for number, name in enumerate(self.pipelines):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_fill(number, theme))
            painter.drawRect(QRectF(x, 14, 16, 10))
            painter.setPen(QColor(theme.ink))
            words = self.metrics().elidedText(name, Qt.TextElideMode.ElideMiddle, 220)
            painter.drawText(QPointF(x + 22, 23), words)
            x += 22 + self.metrics().horizontalAdvance(words) + 22


def _fill(number: int, theme: Theme) -> QBrush:
    every = colours(theme)
    return QBrush(QColor(every[number % len(every)]), _PATTERNS[number % len(_PATTERNS)])


def _number(value: float | None) -> str:
    return "–" if value is None else QLocale().toString(value * 100, "f", 1)


class Reliability(Plot):
    """How many suggestions of about a score were right: on the line the scores say the truth."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Plots", "How far the scores can be trusted"), parent)
        self.points: tuple[Trust, ...] = ()
        self.setMinimumSize(230, 220)

    def set_points(self, points: Sequence[Trust]) -> None:
        """Show these."""
        self.points = tuple(points)
        said = (f"{percent(one.score)}: {percent(one.right)} ({one.count})" for one in points)
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """The diagonal, and a dot for each bin, the larger the more suggestions."""
        box = QRectF(self.rect()).adjusted(58, 30, -20, -34)
        _grid(painter, box, theme)
        painter.setPen(QColor(theme.muted))
        painter.drawText(QPointF(14, 20), translate("Plots", "share right"))
        below = QRectF(box.left(), box.bottom() + 8, box.width(), 18)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), translate("Plots", "score"))
        painter.setPen(QPen(QColor(theme.muted), 1, Qt.PenStyle.DashLine))
        painter.drawLine(box.bottomLeft(), box.topRight())
        most = max((point.count for point in self.points), default=1)
        painter.setPen(QPen(QColor(theme.sheet), 1.2))
        painter.setBrush(QColor(theme.red))
        for point in self.points:
            radius = 3 + 6 * (point.count / most) ** 0.5
            x = box.left() + point.score * box.width()
            y = box.bottom() - point.right * box.height()
            painter.drawEllipse(QPointF(x, y), radius, radius)
