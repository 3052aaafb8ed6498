"""HintBar: the dark bar at the foot of the page that says which keys apply now."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rotstift.ui import theme
from rotstift.ui.panels import paint

Hint = tuple[str, str]
"""Key (in the words of `paint.key_words`; several with spaces between) and what it does."""
_HEIGHT = 34
_PAD = 10
_GAP = 14
_SHADOW = 6
_FOOT = 12
COVERED = _HEIGHT + _FOOT
"""Pixels at the foot of the page that the bar covers."""


class HintBar(QWidget):
    """Floats at the bottom of the widget it is given, and lets the mouse through.

    What does not fit is left out from the end.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._hints: tuple[Hint, ...] = ()
        self._shown: tuple[Hint, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.installEventFilter(self)
        self.hide()

    def set_hints(self, hints: Sequence[Hint]) -> None:
        """Show these keys; none hides the bar."""
        self._hints = tuple(hints)
        self.setAccessibleName(", ".join(f"{keys}: {words}" for keys, words in hints))
        self._place()

    @property
    def shown(self) -> tuple[Hint, ...]:
        """The hints that there is room for."""
        return self._shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the page changes its size."""
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def sizeHint(self) -> QSize:
        """The bar with its shadow."""
        width = sum(self._width(hint) for hint in self._shown)
        width += _GAP * max(len(self._shown) - 1, 0) + 2 * _PAD
        return QSize(round(width) + 2 * _SHADOW, _HEIGHT + 2 * _SHADOW)

    def _width(self, hint: Hint) -> float:
        caps = sum(paint.key_width(self.font(), cap) + 3 for cap in paint.caps(hint[0]))
        return caps + 3 + QFontMetricsF(self.font()).horizontalAdvance(hint[1])

    def _place(self) -> None:
        self._shown = self._hints
        while self._shown and self.sizeHint().width() > self._page.width() - 8:
            self._shown = self._shown[:-1]
        self.setVisible(bool(self._shown))
        size = self.sizeHint()
        left = (self._page.width() - size.width()) // 2
        top = self._page.height() - size.height() - _FOOT + _SHADOW
        self.setGeometry(left, top, size.width(), size.height())
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shadow, bar, caps and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        for step in range(_SHADOW, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 7))
            painter.drawRoundedRect(bar.adjusted(-step, -step + 2, step, step), 8 + step, 8 + step)
        painter.setBrush(QColor(theme.current().pop))
        painter.drawRoundedRect(bar, 8, 8)
        left = bar.left() + _PAD
        for hint in self._shown:
            self._paint_hint(painter, hint, left)
            left += self._width(hint) + _GAP
        painter.end()

    def _paint_hint(self, painter: QPainter, hint: Hint, left: float) -> None:
        colour = theme.current().on_pop
        for cap in paint.caps(hint[0]):
            width = paint.key_width(self.font(), cap)
            paint.key(painter, QRectF(left, _SHADOW, width, _HEIGHT), cap, colour)
            left += width + 3
        painter.setPen(QColor(colour))
        painter.setFont(self.font())
        place = QRectF(left + 3, _SHADOW, self.width(), _HEIGHT)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), hint[1])
