"""Small widgets that the panels and dialogs share: key cap, heading, tag, card, rows."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rotstift.model.scheme import Label
from rotstift.ui import icons, theme
from rotstift.ui.panels import paint
from rotstift.ui.theme import Theme

translate = QCoreApplication.translate
"""Call it with literals only, so that lupdate finds them; never inside an f-string."""


def counted(number: int, context: str, words: str) -> str:
    """Words with %n for a number, in the form that it takes.

    lupdate sees a plural only where a bare number stands, so the words are marked as one:
    counted(n, "Here", QT_TRANSLATE_NOOP("Here", "%n file(s)", "", 1)).
    """
    return translate(context, words, "", number)


Colour = Callable[[Theme], str]
MARGIN = 14
"""Between a panel's edge and what stands in it, in logical pixels."""


def muted(colours: Theme) -> str:
    """The colour of what is said in passing."""
    return colours.muted


def on_red(colours: Theme) -> str:
    """The colour of what stands on red."""
    return colours.on_red


def text_label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label that shows its text as it is, never as markup; `role` names its look in the style sheet."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label


class ElidedLabel(QLabel):
    """One line that ends in "…" where there is no room; the whole text is its tool tip then."""

    def __init__(
        self,
        text: str = "",
        role: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(20)
        self._mode = mode
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show this text; line breaks become spaces."""
        super().setText(" ".join(text.splitlines()))
        self.setAccessibleName(text)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        """Narrow: the text gives way."""
        return QSize(20, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tool tip is needed only while something is cut off."""
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(paint.tip(self.text()) if cut else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line, shortened to the room there is."""
        painter = QStylePainter(self)
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), int(self.alignment()), shown)


class KeyCap(QWidget):
    """The picture of a key; nothing while there is no key."""

    def __init__(self, keys: str = "", colour: Colour = muted) -> None:
        super().__init__()
        self._colour = colour
        self._keys = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_keys(keys)

    def set_keys(self, keys: str) -> None:
        """Show this key, in the words of `paint.key_words`."""
        self._keys = keys
        self.setAccessibleName(keys)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the key's words; nothing without a key."""
        if not self._keys:
            return QSize(0, 0)
        return QSize(round(paint.key_width(self.font(), self._keys)), paint.KEY_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cap."""
        if not self._keys:
            return
        painter = QStylePainter(self)
        paint.key(painter, QRectF(self.rect()), self._keys, self._colour(theme.current()))


class CapButton(QPushButton):
    """A button that names its key as a key cap beside its words."""

    def __init__(self, words: str, keys: str = "", *, primary: bool = False) -> None:
        super().__init__(words)
        self._keys = keys
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        if primary:
            self.setProperty("primary", "true")
        self._name()

    def set_keys(self, keys: str) -> None:
        """Name this key."""
        self._keys = keys
        self._name()
        self.updateGeometry()
        self.update()

    def set_words(self, words: str) -> None:
        """Say this on the button."""
        self.setText(words)
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.text().replace("&", ""))
        self.setAccessibleDescription(self._keys)

    def _cap_width(self) -> int:
        return round(paint.key_width(self.font(), self._keys)) if self._keys else 0

    def sizeHint(self) -> QSize:
        """Room for the words and the cap."""
        extra = self._cap_width() + 8 if self._keys else 0
        return super().sizeHint() + QSize(extra, 0)

    def minimumSizeHint(self) -> QSize:
        """The same: a button's words are not cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The style's button with the words shifted left by the cap, and the cap."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        cap = self._cap_width()
        room = self.rect().adjusted(0, 0, -(cap + 8) if cap else 0, 0)
        option.rect = room
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        if cap:
            self._paint_cap(painter, cap)

    def _paint_cap(self, painter: QStylePainter, cap: int) -> None:
        colours = theme.current()
        primary = self.property("primary") == "true" and self.isEnabled()
        words = self.fontMetrics().horizontalAdvance(self.text().replace("&", ""))
        icon = self.iconSize().width() + 4 if not self.icon().isNull() else 0
        left = (self.width() + words + icon - cap + 8) / 2
        box = QRectF(left, (self.height() - paint.KEY_HEIGHT) / 2, cap, paint.KEY_HEIGHT)
        paint.key(painter, box, self._keys, colours.on_red if primary else colours.muted)


class Heading(QWidget):
    """Small capitals over a section, with a figure or key at the right."""

    def __init__(self, words: str, right: str = "") -> None:
        super().__init__()
        self.left = text_label("", "heading")
        self.right = text_label("", "heading")
        self.right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(MARGIN, 10, MARGIN, 4)
        self.row.setSpacing(6)
        self.row.addWidget(self.left, 1)
        self.row.addWidget(self.right)
        for label in (self.left, self.right):
            label.setFont(paint.spaced(label.font()))
        self.set_words(words)
        self.set_right(right)

    def set_words(self, words: str) -> None:
        """Name the section."""
        self.left.setText(words.upper())
        self.left.setAccessibleName(words)

    def set_right(self, words: str) -> None:
        """Say this at the right; empty for nothing."""
        self.right.setText(words.upper())
        self.right.setAccessibleName(words)


class Tag(QWidget):
    """A label's name in its colours."""

    def __init__(self, text: str, label: Label) -> None:
        super().__init__()
        self._text, self._label = text, label
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the name."""
        return QSize(round(paint.tag_width(self.font(), self._text)), paint.TAG_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tag."""
        painter = QStylePainter(self)
        colour = theme.current().colour(self._label)
        paint.tag(painter, QRectF(self.rect()), self._text, colour)


class Card(QFrame):
    """A white box with a hairline round it; put widgets into `column`."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 6, 1, 6)
        self.column.setSpacing(0)


class Shaft(QScrollArea):
    """As high as what stands in it; scrolls where the window has less room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "shaft")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumHeight(120)
        self._choosing = False
        """True while the bar comes or goes: what that changes in turn does not choose again."""
        self._barred: tuple[int, int, int] | None = None
        """The content and the size that a bar was put up for: it stays while these do, since the content
        counts its lines beside the bar."""

    def sizeHint(self) -> QSize:
        """Height of the content at this width."""
        inside = self.widget()
        if inside is None:
            return QSize(200, 0)
        return QSize(200, inside.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """It can be cut to some lines."""
        return QSize(100, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self._choose_bar()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _choose_bar(self) -> None:
        """A scroll bar only where it is needed at full width.

        Left to itself, one from a moment before makes the content narrower, so that it wraps, grows, and
        needs the bar for good; or it comes and goes for ever, each time from within the one before.
        """
        inside = self.widget()
        if inside is None or self._choosing:
            return
        here = (id(inside), self.width(), self.height())
        fits = inside.heightForWidth(self.width()) <= self.height() and self._barred != here
        policies = Qt.ScrollBarPolicy
        policy = policies.ScrollBarAlwaysOff if fits else policies.ScrollBarAlwaysOn
        self._barred = None if fits else here
        self._choosing = True
        try:
            self.setVerticalScrollBarPolicy(policy)
        finally:
            self._choosing = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The content has changed its size."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._choose_bar()
            self.updateGeometry()
        return done


def in_margins(widget: QWidget, *, bottom: int = 6) -> QVBoxLayout:
    """A layout that keeps the panel's margins round one widget."""
    box = QVBoxLayout()
    box.setContentsMargins(MARGIN, 0, MARGIN, bottom)
    box.addWidget(widget)
    return box


def icon_button(name: str, words: str, colour: Colour = icons.ink) -> QToolButton:
    """A small button that shows an icon and says its words as tool tip and to a screen reader."""
    button = QToolButton()
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setIconSize(icons.hint())
    button.setToolTip(paint.tip(words))
    button.setAccessibleName(words)
    icons.tint(button, name, colour)
    return button


def segment_button(words: str) -> QToolButton:
    """One of a row of small buttons of which one is on."""
    button = QToolButton()
    button.setText(words)
    button.setAccessibleName(words)
    button.setCheckable(True)
    button.setProperty("segment", "true")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
