"""ArticlesPanel: the project's articles with their states; as fast with 100,000 as with ten."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QLocale, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItemModel
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rotstift.model.items import Status
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui import theme
from rotstift.ui.panels import paint
from rotstift.ui.panels.lists import ROW, Index, RowDelegate, RowList, line, paragraph
from rotstift.ui.panels.parts import (
    MARGIN,
    Heading,
    counted,
    icon_button,
    in_margins,
    muted,
    segment_button,
    translate,
)

FILTERS = ("all", "open", "confirmed", "flagged")
"""What `filter_changed` may say."""
WORTH_SAYING = 0.5
"""Probably wrong places from which the list says so: rounded, that is one."""
_CACHE = 1_000
"""Rows kept from the provider: several screens full."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article as the list shows it."""

    id: str
    title: str
    status: Status
    date: str = ""
    """As the person reads it; empty for none."""
    suggestions: int = 0
    """Items still only suggested."""
    checked: int = 0
    """Items accepted, changed or made by a person."""
    doubt: float | None = None
    """How many of its places are probably wrong; None where nobody knows."""
    by_lot: bool = False
    """It stands where it does because it was drawn at random."""


class RowSource(Protocol):
    """Where the panel fetches rows, only those that it shows."""

    @property
    def count(self) -> int:
        """How many rows."""

    def row(self, number: int) -> ArticleRow:
        """One row, 0 <= number < count."""

    def index(self, article_id: str) -> int | None:
        """The number of an article's row; None when it is not among them."""


class NoRows:
    """A source without rows."""

    count = 0

    def row(self, number: int) -> ArticleRow:
        """Raises IndexError: there is none."""
        raise IndexError(number)

    def index(self, article_id: str) -> int | None:
        """None: no article is among them."""
        del article_id
        return None


def status_words(status: Status) -> str:
    """A status in the person's words."""
    return {
        Status.NEW: translate("ArticlesPanel", "new"),
        Status.IN_PROGRESS: translate("ArticlesPanel", "in progress"),
        Status.CONFIRMED: translate("ArticlesPanel", "confirmed"),
        Status.SKIPPED: translate("ArticlesPanel", "skipped"),
        Status.FLAGGED: translate("ArticlesPanel", "flagged"),
    }[status]


def meta_words(row: ArticleRow, *, date: bool = True) -> str:
    """The small line under a title."""
    words = [row.date if date else ""]
    if row.by_lot:
        words = [translate("ArticlesPanel", "sample")]
    if row.status in (Status.CONFIRMED, Status.SKIPPED, Status.FLAGGED):
        words.append(status_words(row.status))
    elif row.suggestions:
        words += _open_words(row, short=row.by_lot and not date)
    if row.checked and row.status is not Status.SKIPPED:
        settled = QT_TRANSLATE_NOOP("ArticlesPanel", "%n checked", "", 1)
        words.append(counted(row.checked, "ArticlesPanel", settled))
    return " · ".join(word for word in words if word)


def _open_words(row: ArticleRow, *, short: bool) -> list[str]:
    """What is still to do: how many suggestions, and how many of them are probably wrong."""
    open_ones = QT_TRANSLATE_NOOP("ArticlesPanel", "%n suggestion(s)", "", 1)
    words = [counted(row.suggestions, "ArticlesPanel", open_ones)]
    if row.doubt is None or row.doubt < WORTH_SAYING:
        return words
    probably = QT_TRANSLATE_NOOP("ArticlesPanel", "%n probably wrong", "", 1)
    doubtful = counted(round(row.doubt + 0.01), "ArticlesPanel", probably)
    return [doubtful] if short else [*words, doubtful]


class ArticleModel(QStandardItemModel):
    """Rows fetched one by one as they are shown, the last thousand kept.

    The base holds nothing but the number of rows: a view asks for that once for each row when it
    lays them out, and only C++ answers 100,000 times without a pause.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.source: RowSource = NoRows()
        self._rows: OrderedDict[int, ArticleRow] = OrderedDict()

    def set_source(self, source: RowSource) -> None:
        """Show another source's rows.

        Without `clear`, which takes 35 ms for 100,000 rows; sorting leaves their number as it is.
        """
        self.source = source
        self._rows.clear()
        self.setColumnCount(1)
        self.setRowCount(source.count)
        if source.count:
            self.dataChanged.emit(self.index(0, 0), self.index(source.count - 1, 0))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen, not edited or dragged."""
        del index
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def row_at(self, number: int) -> ArticleRow:
        """The row, from what was kept or from the source."""
        if number in self._rows:
            self._rows.move_to_end(number)
            return self._rows[number]
        row = self._rows[number] = self.source.row(number)
        if len(self._rows) > _CACHE:
            self._rows.popitem(last=False)
        return row

    def refresh(self, number: int) -> None:
        """Fetch and paint this row again."""
        self._rows.pop(number, None)
        index = self.index(number, 0)
        self.dataChanged.emit(index, index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The ArticleRow under ROW; title, state and figures as words else."""
        if not 0 <= index.row() < self.rowCount():
            return None
        if role == ROW:
            return self.row_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row_at(index.row()).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.row_at(index.row())
            return f"{row.title}, {status_words(row.status)}, {meta_words(row)}"
        return None


class _ArticleDelegate(RowDelegate):
    lines = 2.86
    """Two of the title and one of the smaller size."""
    padding = 17

    def paint_row(self, painter: QPainter, rect: QRect, row: Any) -> None:
        """State, title in up to two lines, figures."""
        colours = theme.current()
        box = rect.adjusted(MARGIN + 21, 8, -8, -8)
        if painter.fontMetrics().horizontalAdvance(row.title) <= box.width():
            box.translate(0, painter.fontMetrics().height() // 2)
        dot = QRectF(rect.left() + MARGIN, 0, 13, 13)
        dot.moveTop(box.top() + (painter.fontMetrics().height() - 13) / 2)
        paint.state(painter, dot, row.status, colours)
        below = paragraph(painter, box, row.title, colours.ink, 2)
        painter.setFont(paint.small(painter.font(), 0.88))
        metrics = painter.fontMetrics()
        words = meta_words(row)
        if metrics.horizontalAdvance(words) > box.width():
            words = meta_words(row, date=False)
        meta = QRect(box.left(), below + 1, box.width(), metrics.height())
        line(painter, meta.left(), meta, words, colours.muted)


class ArticlesPanel(QWidget):
    """The list with its heading, progress bar and filter."""

    article_chosen = Signal(str)
    """Id of the article that was clicked or entered."""
    filter_changed = Signal(str)
    """One of FILTERS; the listener answers with `set_rows`."""
    menu_wanted = Signal()
    """The button that filters and sorts was pressed."""
    reset = Signal()
    """Every article is wanted again, as they came in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = ArticleModel(self)
        self.list = RowList(translate("ArticlesPanel", "Articles"), _ArticleDelegate())
        self.list.setModel(self.model)
        self.list.chosen.connect(self._choose)
        self.heading = Heading(translate("ArticlesPanel", "Articles"))
        self.sorting = icon_button(
            "filter", translate("ArticlesPanel", "Filter and sort, saved filters"), muted
        )
        self.sorting.clicked.connect(self.menu_wanted)
        self.heading.row.addWidget(self.sorting)
        self._narrowed = self._narrowed_button()
        self._bar = self._progress_bar()
        self._filters = QButtonGroup(self)
        self._chosen: str | None = None
        self._lay_out()
        self.set_progress(0, 0)
        self.list.say_when_empty(translate("ArticlesPanel", "No article here."))

    def _narrowed_button(self) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("role", "chip")
        button.setAccessibleName(
            translate("ArticlesPanel", "Show all articles again, as they came in")
        )
        button.setToolTip(translate("ArticlesPanel", "Show all articles again, as they came in"))
        button.clicked.connect(self.reset)
        button.hide()
        return button

    def say_narrowed(self, words: str) -> None:
        """Say what else narrows and sorts the list; a click on it takes it away. Empty for nothing."""
        self._narrowed.setVisible(bool(words))
        room = max(self.width() - 2 * MARGIN - 50, 120)
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self._narrowed.setText(f"{shown}  ×".replace("&", "&&"))
        self._narrowed.setAccessibleName(words)

    def _progress_bar(self) -> QProgressBar:
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setFixedHeight(5)
        bar.setAccessibleName(translate("ArticlesPanel", "Confirmed articles"))
        return bar

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(in_margins(self._bar, bottom=8))
        column.addLayout(self._filter_row())
        column.addLayout(in_margins(self._narrowed))
        column.addWidget(self.list, 1)

    def _filter_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN - 8, 0, MARGIN - 8, 6)
        row.setSpacing(0)
        words = {
            "all": translate("ArticlesPanel", "all"),
            "open": translate("ArticlesPanel", "open"),
            "confirmed": translate("ArticlesPanel", "confirmed"),
            "flagged": translate("ArticlesPanel", "flagged"),
        }
        for number, name in enumerate(FILTERS):
            button = segment_button(words[name])
            button.setAccessibleDescription(translate("ArticlesPanel", "Show only these articles"))
            self._filters.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._filters.button(0).setChecked(True)
        self._filters.idClicked.connect(lambda number: self.filter_changed.emit(FILTERS[number]))
        return row

    def set_order(self, *, by_doubt: bool) -> None:
        """Say in which order the articles come."""
        named = translate("ArticlesPanel", "Articles by doubt")
        self.heading.set_words(named if by_doubt else translate("ArticlesPanel", "Articles"))

    def set_filter(self, name: str) -> None:
        """Show which filter is on; emits nothing."""
        self._filters.setExclusive(name in FILTERS)
        for number, one in enumerate(FILTERS):
            self._filters.button(number).setChecked(one == name)
        self._filters.setExclusive(True)

    def set_progress(self, confirmed: int, total: int) -> None:
        """Show how many of the project's articles are confirmed."""
        locale = QLocale()
        self.heading.set_right(f"{locale.toString(confirmed)} / {locale.toString(total)}")
        self._bar.setMaximum(max(total, 1))
        self._bar.setValue(confirmed)

    def set_rows(self, source: RowSource) -> None:
        """Show these articles; the chosen one stays chosen when it is among them."""
        # With a current row Qt asks every row whether it can take its place: 1.3 s with 100,000.
        self.list.selectionModel().reset()
        self.model.set_source(source)
        if self._chosen is not None:
            self.select(self._chosen)

    def refresh_row(self, article_id: str) -> None:
        """Fetch this article's row again; nothing when it is not in the list."""
        number = self.model.source.index(article_id)
        if number is not None:
            self.model.refresh(number)

    def select(self, article_id: str) -> None:
        """Mark the article as the open one and scroll it into view; emits nothing."""
        self._chosen = article_id
        number = self.model.source.index(article_id)
        if number is None:
            self.list.clearSelection()
            return
        index = self.model.index(number, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def _choose(self, number: int) -> None:
        self._chosen = self.model.row_at(number).id
        self.article_chosen.emit(self._chosen)
