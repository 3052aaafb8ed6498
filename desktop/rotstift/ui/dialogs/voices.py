"""VoicesSheet: who says how much, each with every quote one click away."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QLocale, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from rotstift.model.scheme import Label
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui import theme
from rotstift.ui.dialogs.base import Sheet
from rotstift.ui.panels.lists import Index, RowDelegate, RowList, TupleModel, line, right_line
from rotstift.ui.panels.paint import small
from rotstift.ui.panels.parts import Card, counted, segment_button, text_label, translate

MORE = 200
"""Quotes that are fetched at a time."""


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One voice."""

    key: str
    """What `voice_chosen` says."""
    name: str
    kind: str
    """Its label in short, in words, or empty."""
    count: int
    """Quotes."""
    types: tuple[tuple[Label, int], ...]
    """Quotes by type, in the scheme's order."""
    share: float
    """Of all that is said, 0 to 1."""
    articles: int
    wikidata: str = ""
    bar: float = 1.0
    """Length of its bar, 0 to 1: who says most has the longest."""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One quote of the chosen voice."""

    article: str
    id: str
    words: str
    title: str
    type: str


def _voice_words(row: VoiceRow) -> str:
    quotes = QT_TRANSLATE_NOOP("VoicesSheet", "%n quote(s)", "", 1)
    types = ", ".join(f"{label.id} {number}" for label, number in row.types)
    return (
        f"{row.name}, {counted(row.count, 'VoicesSheet', quotes)} ({types}), {_percent(row.share)}"
    )


def _percent(share: float) -> str:
    return QLocale().toString(100 * share, "f", 0 if share >= 0.1 else 1) + "\u202f%"


class _VoiceDelegate(RowDelegate):
    lines = 2.0
    padding = 16

    def paint_row(self, painter: QPainter, rect: QRect, row: Any) -> None:
        """Name and share; below, the quotes by type as a bar."""
        colours = theme.current()
        box = rect.adjusted(14, 6, -14, -6)
        top = QRect(box.left(), box.top(), box.width(), painter.fontMetrics().height())
        left = right_line(painter, top, _percent(row.share), colours.ink, 0.3)
        rest = QRect(top)
        rest.setRight(round(left) - 10)
        line(painter, rest.left(), rest, row.name, colours.ink)
        painter.setFont(small(painter.font(), 0.86))
        foot = QRect(box.left(), top.bottom() + 3, box.width(), box.bottom() - top.bottom() - 2)
        quotes = QT_TRANSLATE_NOOP("VoicesSheet", "%n quote(s)", "", 1)
        articles = QT_TRANSLATE_NOOP("VoicesSheet", "%n article(s)", "", 1)
        words = " · ".join(
            word
            for word in (
                row.kind,
                counted(row.count, "VoicesSheet", quotes),
                counted(row.articles, "VoicesSheet", articles) if row.articles > 1 else "",
                row.wikidata,
            )
            if word
        )
        half = QRect(foot)
        half.setRight(foot.left() + round(foot.width() * 0.58))
        line(painter, half.left(), half, words, colours.muted)
        _bar(
            painter,
            QRectF(half.right() + 10, foot.center().y() - 4, foot.right() - half.right() - 10, 8),
            row,
        )


def _bar(painter: QPainter, box: QRectF, row: VoiceRow) -> None:
    colours = theme.current()
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(colours.line))
    left, whole = box.left(), box.width() * row.bar
    for label, number in row.types:
        width = whole * number / max(row.count, 1)
        painter.fillRect(
            QRectF(left, box.top(), width, box.height()), QColor(colours.colour(label).ink)
        )
        left += width


class _QuoteDelegate(RowDelegate):
    lines = 2.0
    padding = 14

    def paint_row(self, painter: QPainter, rect: QRect, row: Any) -> None:
        """Its words, and where it stands."""
        colours = theme.current()
        box = rect.adjusted(14, 6, -14, -6)
        height = painter.fontMetrics().height() + 2
        first = QRect(box.left(), box.top(), box.width(), height)
        line(painter, first.left(), first, row.words, colours.ink)
        painter.setFont(small(painter.font(), 0.86))
        below = QRect(box.left(), box.top() + height, box.width(), box.height() - height)
        line(painter, below.left(), below, f"{row.type} · {row.title}", colours.muted)


class _Quotes(TupleModel[QuoteRow]):
    """The quotes of one voice, fetched as far as they are looked at."""

    def __init__(self, fetch: Any, parent: QWidget) -> None:
        super().__init__(lambda row: f"{row.words}, {row.type}, {row.title}", parent)
        self._fetch = fetch
        self._numbers: Sequence[int] = ()

    def show(self, numbers: Sequence[int]) -> None:
        """Show the quotes in these rows of the project."""
        self._numbers = numbers
        self.set_rows(self._fetch(numbers[:MORE]))

    def canFetchMore(self, _parent: Index) -> bool:
        """True while there are quotes that were not looked at."""
        return len(self.rows) < len(self._numbers)

    def fetchMore(self, parent: Index) -> None:
        """Some more."""
        start = len(self.rows)
        rows = self._fetch(self._numbers[start : start + MORE])
        self.beginInsertRows(parent, start, start + len(rows) - 1)
        self.rows = (*self.rows, *rows)
        self.endInsertRows()


class VoicesSheet(Sheet):
    """Voices at the left, the quotes of the chosen one at the right. Stays open while one goes there."""

    quote_chosen = Signal(str, str)
    """Article and quote."""
    scope_chosen = Signal(bool)
    """True: the whole project; answer with `set_voices`."""

    def __init__(self, fetch: Any, parent: QWidget | None = None) -> None:
        """`fetch`: numbers of quotes to their QuoteRows."""
        intro = translate(
            "VoicesSheet",
            "Speakers by identity: the names of one person count together, a quote with two speakers "
            "counts for both. The share is that of all that is said.",
        )
        super().__init__(translate("VoicesSheet", "Who says how much"), intro, parent)
        self._numbers: dict[str, Sequence[int]] = {}
        self.here = segment_button(translate("VoicesSheet", "this article"))
        self.everywhere = segment_button(translate("VoicesSheet", "whole project"))
        for button, everything in ((self.here, False), (self.everywhere, True)):
            button.clicked.connect(lambda _on=False, all_=everything: self._scope(everything=all_))
        self.total = text_label("", "muted")
        self.voices: TupleModel[VoiceRow] = TupleModel(_voice_words, self)
        self.list = RowList(translate("VoicesSheet", "Voices"), _VoiceDelegate())
        self.list.setModel(self.voices)
        self.list.say_when_empty(translate("VoicesSheet", "No quote yet."))
        self.list.selectionModel().currentRowChanged.connect(self._show_quotes)
        self.quotes = _Quotes(fetch, self)
        self.said = RowList(translate("VoicesSheet", "Quotes"), _QuoteDelegate())
        self.said.setModel(self.quotes)
        self.said.chosen.connect(self._go)
        self._lay_out()
        self.resize(940, 620)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.here)
        row.addWidget(self.everywhere)
        row.addStretch(1)
        row.addWidget(self.total)
        self.column.addLayout(row)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        for part in (self.list, self.said):
            card = Card()
            card.column.addWidget(part)
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(card)
            both.addWidget(holder)
        both.setSizes([420, 480])
        self.column.addWidget(both, 1)
        self.add_buttons(self.close_button())

    def _scope(self, *, everything: bool) -> None:
        self._mark(everything=everything)
        self.scope_chosen.emit(everything)

    def _mark(self, *, everything: bool) -> None:
        self.here.setChecked(not everything)
        self.everywhere.setChecked(everything)

    def set_voices(
        self, rows: Sequence[VoiceRow], numbers: dict[str, Sequence[int]], *, everything: bool
    ) -> None:
        """Show these voices; `numbers`: the rows of the quotes of each, by its key."""
        self._mark(everything=everything)
        self._numbers = numbers
        self.voices.set_rows(rows)
        self.quotes.show(())
        words = QT_TRANSLATE_NOOP("VoicesSheet", "%n voice(s)", "", 1)
        self.total.setText(counted(len(rows), "VoicesSheet", words))
        if rows:
            self.list.setCurrentIndex(self.voices.index(0, 0))
        self.list.setFocus()

    def _show_quotes(self, current: Index) -> None:
        if 0 <= current.row() < len(self.voices.rows):
            self.quotes.show(self._numbers[self.voices.rows[current.row()].key])

    def _go(self, number: int) -> None:
        row = self.quotes.rows[number]
        self.quote_chosen.emit(row.article, row.id)
