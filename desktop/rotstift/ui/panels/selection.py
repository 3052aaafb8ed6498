"""SelectionPanel: what has the focus, what is said about it, and the keys that change it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QMargins, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rotstift.model.items import Standing
from rotstift.ui import icons
from rotstift.ui import theme as themes
from rotstift.ui.panels import paint
from rotstift.ui.panels.fields import Field, FieldRow
from rotstift.ui.panels.flow import Flow
from rotstift.ui.panels.parts import (
    CapButton,
    Card,
    Heading,
    Shaft,
    in_margins,
    muted,
    text_label,
    translate,
)
from rotstift.ui.panels.views import (
    Choices,
    EntityView,
    NegativeView,
    QuoteView,
    View,
    WordsView,
    entity_fields,
    label_fields,
    negative_fields,
    place_words,
    quote_fields,
    type_fields,
)
from rotstift.ui.theme import Theme

_SIDE = 13
_LINES = 3


class _Words(QWidget):
    """The item's text in the article's face, shortened in its middle to about three lines."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("role", "serif")
        self.setAccessibleName(text)
        self.setToolTip(paint.tip(text))

    def _lines(self, width: int) -> list[str]:
        self.ensurePolished()  # before that the face is the window's, and too few lines are counted
        room = width - 2 * _SIDE
        shown = paint.squeezed(self._text, self.font(), room, _LINES)
        return paint.wrapped(shown, self.font(), room, _LINES)

    def heightForWidth(self, width: int) -> int:
        """The lines and a little air."""
        return len(self._lines(width)) * self.fontMetrics().height() + 14

    def sizeHint(self) -> QSize:
        """For a narrow panel."""
        return QSize(200, self.heightForWidth(200))

    def minimumSizeHint(self) -> QSize:
        """Never cut: a height that is set while the layout is at work would set it to work again."""
        return QSize(0, self.heightForWidth(max(self.width(), 40)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        metrics = self.fontMetrics()
        for number, piece in enumerate(self._lines(self.width())):
            painter.drawText(_SIDE, 6 + number * metrics.height() + metrics.ascent(), piece)
        painter.end()


class _Doubt(QWidget):
    """How likely the item is wrong: a quiet line above the reasons."""

    def __init__(self, doubt: float) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 4, 13, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        number = QLocale().toString(round(100 * doubt))
        row.addWidget(text_label(translate("SelectionPanel", "Doubt"), "small"), 1)
        row.addWidget(text_label(f"{number} %", "small"))
        words = translate("SelectionPanel", "Of a hundred places like this, about {0} are wrong.")
        self.setToolTip(words.replace("{0}", number))


class _Told(QWidget):
    """A small line with a sign before it: why it is doubtful, what somebody noted."""

    def __init__(self, sign: str, words: str, role: str, colour: Callable[[Theme], str]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 3, 13, 3)
        row.setSpacing(6)
        row.addWidget(_Sign(sign, colour), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text_label(words, role, wrap=True), 1)


class _Sign(QWidget):
    def __init__(self, name: str, colour: Callable[[Theme], str]) -> None:
        super().__init__()
        self._name, self._colour = name, colour
        self.setFixedSize(QSize(16, 18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.rect().toRectF().adjusted(0, 1, 0, -1)
        icons.paint(painter, box, self._name, self._colour(themes.current()))
        painter.end()


def _warn(colours: Theme) -> str:
    return colours.warn


def _red(colours: Theme) -> str:
    return colours.red


class SelectionPanel(QWidget):
    """A heading and a card; the card is made anew for each view."""

    action = Signal(str)
    """"type.ID", "label.ID", "reason.ID", "role.ROLE", "identity", "accept", "remove", "negative",
    "note"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = Heading(translate("SelectionPanel", "Selection"))
        self._choices = Choices()
        self._view: View | None = None
        self.card = Card()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.heading)
        self._shaft = Shaft()
        self._column.addLayout(in_margins(self._shaft))
        self.show_view(None)

    def set_choices(self, choices: Choices) -> None:
        """Offer these labels, types and keys."""
        self._choices = choices
        self.show_view(self._view)

    def show_view(self, view: View | None) -> None:
        """Show this; None for nothing."""
        self._view = view
        self.heading.set_right(place_words(view))
        card = Card()
        # Of its own: else lines count that would wrap in a narrower panel, and the foot is cut off.
        card.setMinimumHeight(1)
        self._fill(card, view)
        old = self._shaft.takeWidget()
        if old is not None:
            old.deleteLater()  # not at once: one of its rows may have asked for this
        self._shaft.setWidget(card)
        self.card = card
        self._shaft.updateGeometry()

    def _fill(self, card: Card, view: View | None) -> None:
        match view:
            case None:
                self._hint(card)
            case WordsView():
                self._create(card, view)
            case QuoteView():
                self._item(card, view, quote_fields(view, self._choices))
            case EntityView():
                self._item(card, view, entity_fields(view, self._choices))
            case NegativeView():
                self._item(card, view, negative_fields(view, self._choices))

    def _hint(self, card: Card) -> None:
        words = translate(
            "SelectionPanel",
            "Nothing has the focus. Go to the next doubtful item, click a mark, or select words to "
            "mark them.",
        )
        label = text_label(words, "muted", wrap=True)
        label.setContentsMargins(13, 4, 13, 4)
        card.column.addWidget(label)
        row = QHBoxLayout()
        row.setContentsMargins(13, 6, 13, 6)
        row.addWidget(self._button("next", translate("SelectionPanel", "Next doubtful")))
        row.addStretch(1)
        card.column.addLayout(row)

    def _item(
        self, card: Card, view: QuoteView | EntityView | NegativeView, fields: Sequence[Field]
    ) -> None:
        card.column.addWidget(_Words(view.text))
        self._add_rows(card, fields)
        self._add_doubt(card, view)
        if view.note:
            card.column.addWidget(_Told("note", view.note, "small", _red))
        card.column.addWidget(self._verdict(view))

    def _add_doubt(self, card: Card, view: View) -> None:
        if view.doubt is not None:
            card.column.addWidget(_Doubt(view.doubt))
        for words in view.doubts:
            card.column.addWidget(_Told("warning", words, "warn", _warn))
        if view.by_lot:
            card.column.addWidget(_Told("info", view.by_lot, "small", muted))

    def _add_rows(self, card: Card, fields: Sequence[Field]) -> None:
        for field in fields:
            row = FieldRow(field)
            row.action.connect(self.action)
            card.column.addWidget(row)

    def _verdict(self, view: QuoteView | EntityView | NegativeView) -> Flow:
        row = Flow(QMargins(_SIDE, 8, _SIDE, 6))
        if view.origin.standing is Standing.SUGGESTED:
            row.addWidget(self._button("accept", translate("SelectionPanel", "Accept")))
        row.addWidget(self._button("remove", translate("SelectionPanel", "Remove")))
        row.addWidget(self._button("note", translate("SelectionPanel", "Note")))
        return row

    def _button(self, action: str, words: str) -> CapButton:
        button = CapButton(words, self._choices.key(action))
        button.clicked.connect(lambda: self.action.emit(action))
        return button

    def _create(self, card: Card, view: WordsView) -> None:
        card.column.addWidget(_Words(view.text))
        self._add_doubt(card, view)
        for words, fields in (
            (translate("SelectionPanel", "Mark as"), label_fields(self._choices)),
            (translate("SelectionPanel", "Mark as quote"), type_fields(self._choices)),
        ):
            caption = text_label(words, "heading")
            caption.setContentsMargins(_SIDE, 8, _SIDE, 3)
            card.column.addWidget(caption)
            self._add_rows(card, fields)
