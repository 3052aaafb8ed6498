"""The palette: one field over everything, its answers in groups below it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QLineEdit, QVBoxLayout, QWidget

from rotstift.model.items import Status
from rotstift.model.scheme import Label
from rotstift.ui import icons, theme
from rotstift.ui.panels import paint
from rotstift.ui.panels.lists import ROW, Index, RowDelegate, RowList, TupleModel, line
from rotstift.ui.panels.parts import MARGIN, muted, translate

WIDTH, ROWS = 660, 12
"""Usual width in logical pixels; rows that are seen at once."""
_TOP = 58
"""Logical pixels from the window's upper edge."""
_SIGN = 26
"""Logical pixels for what stands before a row's words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One row: something to go to or to do. One without `run` is the heading of a group."""

    words: str
    run: Callable[[], None] | None = None
    detail: str = ""
    keys: str = ""
    """In the words of `paint.key_words`."""
    places: tuple[int, ...] = ()
    """Code points of the words that were meant by what was typed."""
    status: Status | None = None
    tag: Label | None = None
    tag_words: str = ""
    icon: str = ""


class AnswerModel(TupleModel[Answer]):
    """Headings cannot be chosen."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What a row is good for."""
        row = index.data(ROW)
        if row is None or row.run is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(RowDelegate):
    lines = 1.0
    padding = 13

    def paint_row(self, painter: QPainter, rect: QRect, row: Any) -> None:
        """A heading, or sign, words, detail and key."""
        colours = theme.current()
        box = rect.adjusted(MARGIN, 0, -MARGIN, 0)
        if row.run is None:
            painter.setFont(paint.spaced(paint.small(painter.font(), 0.84, bold=True)))
            heading = box.adjusted(0, 6, 0, 0)
            line(painter, heading.left(), heading, row.words.upper(), colours.muted)
            return
        self._sign(painter, box, row)
        tag = paint.tag_width(painter.font(), row.tag_words) + 8 if row.tag else 0
        left = box.left() + max(_SIGN, tag)
        right = self._right(painter, box, row)
        words = QRect(round(left), box.top(), round(right - left), box.height())
        _marked_line(painter, words, row)

    @staticmethod
    def _sign(painter: QPainter, box: QRect, row: Answer) -> None:
        colours, middle = theme.current(), box.center().y()
        if row.tag is not None:
            width = paint.tag_width(painter.font(), row.tag_words)
            area = QRectF(box.left(), box.top(), width, box.height())
            paint.tag(painter, area, row.tag_words, colours.colour(row.tag))
        elif row.status is not None:
            paint.state(painter, QRectF(box.left() + 1, middle - 6, 13, 13), row.status, colours)
        elif row.icon:
            icons.paint(painter, QRectF(box.left(), middle - 8, 16, 16), row.icon, colours.muted)

    @staticmethod
    def _right(painter: QPainter, box: QRect, row: Answer) -> float:
        """Paint key and detail; answers where the words' room ends."""
        colours, right = theme.current(), float(box.right())
        if row.keys:
            width = paint.key_width(painter.font(), row.keys)
            cap = QRectF(right - width, box.top(), width, box.height())
            paint.key(painter, cap, row.keys, colours.muted)
            right -= width + 10
        if row.detail:
            painter.save()
            painter.setFont(paint.small(painter.font(), 0.9))
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(
                row.detail, Qt.TextElideMode.ElideRight, round(box.width() * 0.4)
            )
            right -= metrics.horizontalAdvance(shown)
            line(painter, right, box, shown, colours.muted)
            painter.restore()
            right -= 10
        return right


def _marked_line(painter: QPainter, box: QRect, row: Answer) -> None:
    """The words on one line, the letters that were meant in bold."""
    shown = painter.fontMetrics().elidedText(row.words, Qt.TextElideMode.ElideRight, box.width())
    meant = {at for at in row.places if at < len(shown) and row.words[at] == shown[at]}
    colours = theme.current()
    if not meant:
        line(painter, box.left(), box, shown, colours.ink)
        return
    plain, bold = painter.font(), QFont(painter.font())
    bold.setWeight(QFont.Weight.Bold)
    left, at = float(box.left()), 0
    while at < len(shown):
        end, is_meant = at, at in meant
        while end < len(shown) and (end in meant) is is_meant:
            end += 1
        painter.setFont(bold if is_meant else plain)
        painter.setPen(colours.red if is_meant else colours.ink)
        area = QRectF(left, box.top(), box.right() - left + 40, box.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown[at:end])
        left += QFontMetricsF(painter.font()).horizontalAdvance(shown[at:end])
        at = end
    painter.setFont(plain)


class _Field(QLineEdit):
    """Says the keys that go through the list below."""

    moved = Signal(int)
    entered = Signal()
    left = Signal()
    _STEPS: ClassVar[dict[Qt.Key, int]] = {
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_PageDown: ROWS - 2,
        Qt.Key.Key_PageUp: 2 - ROWS,
        Qt.Key.Key_Tab: 1,
        Qt.Key.Key_Backtab: -1,
    }

    def event(self, event: QEvent) -> bool:
        """Tab goes through the answers: there is nothing else to go to."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = self._STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.moved.emit(step)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the answer, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Palette(QFrame):
    """Field and answers, over the middle of the window; gone as soon as the focus is elsewhere."""

    asked = Signal(str)
    """What was typed: the listener answers with `show_answers`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._back: QWidget | None = None
        self.setProperty("role", "card")
        self.setAccessibleName(translate("Everything", "Go to anything"))
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        self.setGraphicsEffect(shadow)
        self.field = _Field()
        self.field.setPlaceholderText(
            translate(
                "Everything", "Go to anything …   # articles   @ names   “” quotes   > actions"
            )
        )
        self.field.setAccessibleName(translate("Everything", "Go to anything"))
        sign = self.field.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        icons.tint(sign, "search", muted)
        self.list = RowList(translate("Everything", "Answers"), _Delegate())
        self.model = AnswerModel(lambda row: f"{row.words} {row.detail} {row.keys}".strip(), self)
        self.list.setModel(self.model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.say_when_empty(translate("Everything", "Nothing fits."))
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.field.textChanged.connect(self.asked)
        self.field.moved.connect(self.move_by)
        self.field.entered.connect(self.take)
        self.field.left.connect(self.close_up)
        self.list.chosen.connect(lambda _number: self.take())
        self.field.installEventFilter(self)
        self._window.installEventFilter(self)

    def open_up(self) -> None:
        """Come up, empty."""
        self._back = self._window.focusWidget()
        self.field.clear()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.asked.emit("")

    def _place(self) -> None:
        width = min(WIDTH, self._window.width() - 60)
        row = self.list.sizeHintForRow(0) if self.model.rows else 30
        rows = min(max(len(self.model.rows), 2), ROWS)
        height = min(84 + rows * row, self._window.height() - _TOP - 40)
        self.setGeometry((self._window.width() - width) // 2, _TOP, width, height)

    def show_answers(self, rows: Sequence[Answer]) -> None:
        """Show these; the first that can be taken is chosen."""
        self.model.set_rows(rows)
        self._place()
        self.list.scrollToTop()
        first = next((number for number, row in enumerate(rows) if row.run is not None), None)
        if first is not None:
            self.list.setCurrentIndex(self.model.index(first, 0))
            self.list.scrollToTop()

    def move_by(self, step: int) -> None:
        """Choose another answer, past headings, round the end."""
        can = [number for number, row in enumerate(self.model.rows) if row.run is not None]
        if not can:
            return
        here = self.list.currentIndex().row()
        at = can.index(here) if here in can else -1
        target = at + step
        if abs(step) > 1:
            target = min(max(target, 0), len(can) - 1)
        index = self.model.index(can[target % len(can)], 0)
        self.list.setCurrentIndex(index)
        if can[target % len(can)] == can[0]:
            self.list.scrollToTop()
        self.list.scrollTo(index)
        self.field.setAccessibleDescription(self.model.data(index) or "")

    def take(self) -> None:
        """Close, then go or do what the chosen answer says."""
        row = self.list.currentIndex().data(ROW)
        if isinstance(row, Answer) and row.run is not None:
            self.close_up()
            QTimer.singleShot(0, self._window, row.run)

    def close_up(self) -> None:
        """Go away; the focus goes back to where it was."""
        if self.isVisible():
            self.hide()
            if self._back is not None:
                self._back.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere, or another window, puts it away."""
        if self.isVisible():
            if watched is self.field and event.type() == QEvent.Type.FocusOut:
                if self._window.focusWidget() is not self.field:
                    self.hide()
            elif watched is self._window and event.type() == QEvent.Type.Resize:
                self._place()
            elif watched is self._window and isinstance(event, QMouseEvent):
                self._pressed_beside(event)
        return super().eventFilter(watched, event)

    def _pressed_beside(self, event: QMouseEvent) -> None:
        point: QPoint = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and not self.geometry().contains(point):
            self.close_up()
