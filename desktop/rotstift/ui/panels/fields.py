"""The rows of the selection's card: what something is called, what it is, and the key that changes it."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from rotstift.model.scheme import Label
from rotstift.ui import icons, theme
from rotstift.ui.panels import paint
from rotstift.ui.panels.lists import line, right_line

_SIDE = 13
_GAP = 7


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things that a row can be set to."""

    action: str
    words: str
    keys: str = ""
    label: Label | None = None
    """Whose colour stands before the words."""


@dataclass(frozen=True, slots=True)
class Field:
    """One row."""

    words: str
    value: str
    """Empty shows `empty`."""
    action: str = ""
    """What a click says; empty for a row that only tells."""
    keys: str = ""
    """In the words of `paint.key_words`; several with spaces between."""
    label: Label | None = None
    """Gives the value its colours as a tag."""
    choices: tuple[Choice, ...] = ()
    """With these a click opens a menu instead."""
    empty: str = ""
    quiet: bool = False
    """The value is said in passing."""


class FieldRow(QAbstractButton):
    """A row that is a button where something can be changed."""

    action = Signal(str)

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        active = bool(field.action or field.choices)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if active else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(f"{field.words}: {field.value or field.empty}")
        self.setAccessibleDescription(field.keys)
        self.setToolTip(paint.tip(field.value))
        self.clicked.connect(self._clicked)

    def _clicked(self) -> None:
        if self.field.choices:
            self.menu().popup(self.mapToGlobal(QPoint(_SIDE, self.height())))
        elif self.field.action:
            self.action.emit(self.field.action)

    def menu(self) -> QMenu:
        """The choices, each with its key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in self.field.choices:
            words = choice.words.replace("&", "&&")
            entry = menu.addAction(f"{words}\t{choice.keys}" if choice.keys else words)
            if choice.label is not None:
                icons.tint(entry, "swatch", partial(theme.label_ink, choice.label))
            entry.triggered.connect(lambda _=False, action=choice.action: self.action.emit(action))
        return menu

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(160, self.fontMetrics().height() + 9)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, words, caps, value."""
        painter = QPainter(self)
        painter.setFont(self.font())
        self._ground(painter)
        box = self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        left = self._words(painter, box)
        rest = QRect(box)
        rest.setLeft(round(left))
        self._value(painter, rest)
        painter.end()

    def _ground(self, painter: QPainter) -> None:
        colours = theme.current()
        active = bool(self.field.action or self.field.choices)
        if active and (self.underMouse() or self.isDown()):
            ground = QColor(colours.line)
            ground.setAlphaF(0.8 if self.isDown() else 0.45)
            painter.fillRect(self.rect(), ground)
        if self.hasFocus():
            painter.setPen(QColor(colours.red))
            painter.drawRect(self.rect().adjusted(1, 0, -2, -1))
            painter.drawRect(self.rect().adjusted(2, 1, -3, -2))

    def _words(self, painter: QPainter, box: QRect) -> float:
        colours = theme.current()
        caps = paint.caps(self.field.keys)
        caps_width = sum(paint.key_width(self.font(), cap) + 3 for cap in caps)
        name = QRect(box)
        name.setWidth(round(min(self._name_width(), box.width() * 0.75 - caps_width)))
        line(painter, name.left(), name, self.field.words, colours.muted)
        left = name.right() + 1.0 + _GAP
        for cap in caps:
            width = paint.key_width(self.font(), cap)
            paint.key(painter, QRectF(left, 0, width, self.height()), cap, colours.muted)
            left += width + 3
        return left + _GAP

    def _name_width(self) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(self.field.words) + 2

    def _value(self, painter: QPainter, box: QRect) -> None:
        field, colours = self.field, theme.current()
        if field.label is not None:
            width = min(paint.tag_width(self.font(), field.value), box.width())
            place = QRectF(box.right() + 1 - width, 0, width, self.height())
            paint.tag(painter, place, field.value, colours.colour(field.label))
            return
        quiet = field.quiet or not field.value
        words = field.value or field.empty
        right_line(painter, box, words, colours.muted if quiet else colours.ink, 1.0)
