"""SearchPanel: the project's search, below the page: field, facets, hits in their lines by article."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QLocale, QMargins, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session.searching import Found
from rotstift.ui import icons, theme
from rotstift.ui.dialogs.base import push_button
from rotstift.ui.panels import paint
from rotstift.ui.panels.articles import status_words
from rotstift.ui.panels.flow import Flow
from rotstift.ui.panels.lists import ROW, RowDelegate, RowList, TupleModel, line
from rotstift.ui.panels.parts import (
    MARGIN,
    counted,
    icon_button,
    muted,
    text_label,
    translate,
)

_HEAD = -1
"""The number of a row that names its article."""
_KIND_SHARE = 0.18
"""Of a row's width for what the hit is."""


@dataclass(frozen=True, slots=True)
class HitRow:
    """An article's heading, or one of its hits."""

    found: Found
    number: int
    """Of the hit; -1 for the heading."""
    kind: str = ""
    """Its label or type in the person's words."""


def row_words(row: HitRow) -> str:
    """What a row says to a screen reader."""
    if row.number == _HEAD:
        return f"{row.found.title}, {status_words(row.found.status)}, {len(row.found.hits)}"
    return f"{''.join(row.found.lines[row.number])} {row.kind}".strip()


class _Delegate(RowDelegate):
    lines = 1.0
    padding = 10

    def paint_row(self, painter: QPainter, rect: QRect, row: Any) -> None:
        """The article's title with its state, or a line with the hit in its middle."""
        box = rect.adjusted(MARGIN, 0, -MARGIN, 0)
        if row.number == _HEAD:
            _paint_title(painter, box, row)
        else:
            _paint_hit(painter, box, row)


def _paint_title(painter: QPainter, box: QRect, row: HitRow) -> None:
    colours = theme.current()
    dot = QRect(box.left(), box.center().y() - 6, 13, 13)
    paint.state(painter, dot.toRectF(), row.found.status, colours)
    count = QLocale().toString(len(row.found.hits))
    width = painter.fontMetrics().horizontalAdvance(count)
    line(painter, box.right() - width, box, count, colours.muted)
    bold = QFont(painter.font())
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    title = box.adjusted(21, 0, -width - 12, 0)
    line(painter, title.left(), title, row.found.title, colours.ink)


def _paint_hit(painter: QPainter, box: QRect, row: HitRow) -> None:
    """The hit's words stand one below the other, with what is before them right-aligned."""
    colours = theme.current()
    before, words, after = row.found.lines[row.number]
    kind = round(box.width() * _KIND_SHARE) if row.kind else 0
    area = box.adjusted(21, 0, -kind, 0)
    metrics = QFontMetricsF(painter.font())
    middle = area.left() + area.width() * 0.36
    room = middle - area.left()
    shown = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, room)
    align = Qt.AlignmentFlag.AlignVCenter
    painter.setPen(colours.muted)
    left = QRect(area.left(), area.top(), round(room), area.height())
    painter.drawText(left, int(align | Qt.AlignmentFlag.AlignRight), shown)
    rest = area.right() - middle
    hit = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, rest * 0.8)
    width = metrics.horizontalAdvance(hit)
    height = metrics.height()
    ground = QRect(
        round(middle), round(area.center().y() - height / 2), round(width) + 1, round(height)
    )
    painter.fillRect(ground, colours.found)
    line(painter, middle, area, hit, colours.ink)
    behind = QRect(area)
    line(painter, middle + width, behind, after, colours.muted)
    if row.kind:
        painter.setFont(paint.small(painter.font(), 0.88))
        side = QRect(box.right() - kind + 12, box.top(), kind - 12, box.height())
        line(painter, side.left(), side, row.kind, colours.muted)


class QueryField(QLineEdit):
    """Offers what the word at the cursor can become; says the keys that go to the list of hits.

    The offers are a child of the window and no popup: that would take the focus along when it goes.
    """

    down = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.offers: Callable[[str], Sequence[str]] = lambda _begun: ()
        self.choice = QListWidget(self)
        self.choice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choice.setAccessibleName(translate("Search", "What fits here"))
        self.choice.hide()
        self.choice.itemClicked.connect(lambda item: self._take(item.text()))
        self.textEdited.connect(lambda _text: self._offer())

    def _begun(self) -> str:
        """What stands before the cursor since the last space outside quotation marks."""
        head = self.text()[: self.cursorPosition()]
        return head.rpartition(" ")[2] if head.count('"') % 2 == 0 else ""

    def _offer(self) -> None:
        begun = self._begun()
        offers = [one for one in self.offers(begun) if one != begun] if begun else []
        self.choice.clear()
        self.choice.addItems(offers)
        if offers:
            self._place(len(offers))
        else:
            self.choice.hide()

    def _place(self, count: int) -> None:
        """Below the field, or above it where there is no room."""
        window, choice = self.window(), self.choice
        choice.setParent(window)
        height = min(count, 8) * max(choice.sizeHintForRow(0), 24) + 12
        corner = self.mapTo(window, QPoint(0, self.height() + 2))
        if corner.y() + height > window.height():
            corner.setY(corner.y() - self.height() - height - 4)
        choice.setGeometry(corner.x(), corner.y(), min(320, self.width()), height)
        choice.show()
        choice.raise_()

    def _take(self, words: str) -> None:
        """This is what the word becomes; a value is followed by a space, a field by its value."""
        text, at, begun = self.text(), self.cursorPosition(), self._begun()
        head = text[: at - len(begun)] + words + ("" if words.endswith(":") else " ")
        self.setText(head + text[at:].lstrip())
        self.setCursorPosition(len(head))
        self._offer()

    def _choose(self, event: QKeyEvent) -> bool:
        """What a key does while there are offers; False where it is the field's own."""
        key, choice = event.key(), self.choice
        if not choice.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            choice.setCurrentRow((max(choice.currentRow(), -1) + step) % choice.count())
        elif key == Qt.Key.Key_Tab:
            self._take(choice.item(max(choice.currentRow(), 0)).text())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and choice.currentRow() >= 0:
            self._take(choice.item(choice.currentRow()).text())
        elif key == Qt.Key.Key_Escape:
            choice.hide()
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        """Tab takes the first offer."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Tab and self._choose(event):
                return True
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.choice.hide()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the hits, Enter opens the first, Esc empties the field, then leaves."""
        if self._choose(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choice.hide()
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)


class SearchPanel(QWidget):
    """Field, facets and hits."""

    asked = Signal(str)
    """The query has changed: the listener answers with `show_hits` and `say`."""
    opened = Signal(object)
    """HitRow that was clicked or entered."""
    more_wanted = Signal()
    """The end of the list has come into view."""
    narrow = Signal()
    """The list of articles is to show only these."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answered = ""
        """The query whose hits are shown."""
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QueryField()
        self.field.setPlaceholderText(
            translate("Search", 'Search the project …   words "a phrase" label:PER from:LOC')
        )
        self.field.setAccessibleName(translate("Search", "Search the project"))
        sign = self.field.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        icons.tint(sign, "search", muted)
        self.field.setClearButtonEnabled(True)
        self.count = text_label("", "muted")
        self.facets = Flow(QMargins(MARGIN - 6, 0, MARGIN, 0), 2)
        self.list = RowList(translate("Search", "Hits"), _Delegate())
        self.model = TupleModel[HitRow](row_words, self)
        self.list.setModel(self.model)
        self.narrowing = push_button(translate("Search", "Only these in the list"))
        self.narrowing.setFlat(True)
        self.narrowing.setEnabled(False)
        self.narrowing.clicked.connect(self.narrow)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        close = icon_button("remove", translate("Search", "Close the search"), muted)
        close.clicked.connect(self.left)
        row.addWidget(close)
        column.addLayout(row)
        column.addWidget(self.facets)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 0, MARGIN, 0)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.narrowing)
        column.addLayout(foot)
        column.addWidget(self.list, 1)
        self.setMinimumHeight(190)

    def _connect(self) -> None:
        self.field.textChanged.connect(self.asked)
        self.field.down.connect(self._to_list)
        self.field.entered.connect(self._open_first)
        self.field.left.connect(self.left)
        self.list.chosen.connect(lambda number: self.opened.emit(self.model.rows[number]))
        bar = self.list.verticalScrollBar()
        bar.valueChanged.connect(
            lambda value: self.more_wanted.emit() if value > bar.maximum() - 400 else None
        )

    def add_facet(self, words: str, name: str, fill: Callable[[QMenu], None]) -> None:
        """One more button with a menu that is filled whenever it opens."""
        button = QToolButton()
        button.setText(f"{words} ▾")
        button.setAccessibleName(words)
        button.setProperty("segment", "true")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setObjectName(f"facet-{name}")
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: fill(menu))
        button.setMenu(menu)
        self.facets.addWidget(button)
        button.show()

    def ask(self, query: str) -> None:
        """Ask this, and put the cursor behind it."""
        self.field.setText(query)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_term(self, term: str) -> None:
        """One more condition."""
        self.ask(f"{self.field.text().rstrip()} {term}".strip())

    def show_hits(self, rows: Sequence[HitRow], *, begin: bool) -> None:
        """Show these; `begin` for another query, else there are more of the same."""
        bar, chosen = self.list.verticalScrollBar(), self.list.currentIndex().row()
        value = bar.value()
        self.model.set_rows(rows)
        if begin:
            self.list.scrollToTop()
        else:
            if chosen >= 0:
                self.list.setCurrentIndex(self.model.index(chosen, 0))
            bar.setValue(value)

    def say(self, hits: int, articles: int, *, done: bool, asked: bool) -> None:
        """Say how many there are, or how many so far."""
        words = ""
        if asked:
            found = counted(hits, "Search", QT_TRANSLATE_NOOP("Search", "%n hit(s)", "", 1))
            there = counted(
                articles, "Search", QT_TRANSLATE_NOOP("Search", "in %n article(s)", "", 1)
            )
            words = f"{found} {there}" if hits else translate("Search", "no hit")
            words = words if done else f"{words} …"
        self.count.setText(words)
        self.narrowing.setEnabled(bool(hits))
        self.list.say_when_empty(
            translate("Search", "Nothing fits.") if asked and done and not hits else ""
        )

    def say_wrong(self, words: str) -> None:
        """The query cannot be meant so."""
        self.model.set_rows(())
        self.count.setText("")
        self.narrowing.setEnabled(False)
        self.list.say_when_empty(words)

    def _to_list(self) -> None:
        if self.model.rows:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(min(1, len(self.model.rows) - 1), 0))

    def _open_first(self) -> None:
        here = self.list.currentIndex().data(ROW)
        rows = [row for row in self.model.rows if row.number != _HEAD]
        if here is not None or rows:
            if here is None:
                self.list.setCurrentIndex(self.model.index(1, 0))
            self.opened.emit(here or rows[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in the list: back to the field."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
