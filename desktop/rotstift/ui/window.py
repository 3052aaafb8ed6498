"""The window: an empty frame at once, then its parts; it places them, and nothing else."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rotstift.ui.folding import Folding

if TYPE_CHECKING:
    from rotstift.ui.article.view import ArticleView
    from rotstift.ui.panels.articles import ArticlesPanel
    from rotstift.ui.panels.entities import EntitiesPanel
    from rotstift.ui.panels.hints import HintBar
    from rotstift.ui.panels.history import HistoryPanel
    from rotstift.ui.panels.notes import NotesPanel
    from rotstift.ui.panels.offer import Offer
    from rotstift.ui.panels.selection import SelectionPanel
    from rotstift.ui.panels.status import StatusLine
    from rotstift.ui.panels.topbar import TopBar
    from rotstift.ui.welcome import Welcome

MINIMUM = (1024, 700)
LEAST = (720, 440)
"""Where the screen is smaller than the minimum, as 1920 x 1080 is at 200 %."""
USUAL = (1480, 920)
NO_SCREEN = (800, 800)
"""What Qt calls the screen where there is none (for pictures and tests): no reason to be small."""
LEFT, RIGHT = 270, 328
"""Usual widths of the side panels in logical pixels."""
WIDEST = 560
"""Logical pixels that a side panel takes at most."""
TITLE_BAR = 44
"""Logical pixels left for the title bar, whose height no system tells before there is one."""


class Window(QMainWindow):
    """Top bar, list of articles, page, right panel, status line."""

    closing = Signal()
    dropped = Signal(object)
    """Paths of files or folders let fall on the window."""

    top: "TopBar"
    articles: "ArticlesPanel"
    view: "ArticleView"
    welcome: "Welcome"
    hints: "HintBar"
    offer: "Offer"
    selection: "SelectionPanel"
    entities: "EntitiesPanel"
    history: "HistoryPanel"
    notes: "NotesPanel"
    status: "StatusLine"

    def __init__(self) -> None:
        """The frame alone: importing and making the parts takes longer than everything before it."""
        super().__init__()
        self.setWindowTitle("Rotstift")
        self.follow_guide: Callable[[], None] | None = None
        self._fit()
        self.setAcceptDrops(True)

    def _fit(self) -> None:
        """The usual size, less where the screen has not the room for it and the window's own frame."""
        room = self.screen().availableSize() - QSize(0, TITLE_BAR)
        if self.screen().size() == QSize(*NO_SCREEN):
            room = QSize(*USUAL)
        self.setMinimumSize(QSize(*MINIMUM).boundedTo(room).expandedTo(QSize(*LEAST)))
        self.resize(QSize(*USUAL).boundedTo(room).expandedTo(self.minimumSize()))

    def furnish(self) -> None:
        """Make all parts and put them in their places; once, before anything else is asked of it."""
        from rotstift.ui.article.view import ArticleView
        from rotstift.ui.panels.articles import ArticlesPanel
        from rotstift.ui.panels.entities import EntitiesPanel
        from rotstift.ui.panels.hints import COVERED, HintBar
        from rotstift.ui.panels.history import HistoryPanel
        from rotstift.ui.panels.notes import NotesPanel
        from rotstift.ui.panels.offer import Offer
        from rotstift.ui.panels.selection import SelectionPanel
        from rotstift.ui.panels.status import StatusLine
        from rotstift.ui.panels.topbar import TopBar
        from rotstift.ui.welcome import Welcome

        self.top = TopBar()
        self.articles = ArticlesPanel()
        self.view = ArticleView()
        self.welcome = Welcome()
        self.hints = HintBar(self.view)
        self.view.foot = COVERED
        self.offer = Offer(self.view.viewport())
        self.selection = SelectionPanel()
        self.entities = EntitiesPanel()
        self.history = HistoryPanel()
        self.notes = NotesPanel()
        self.status = StatusLine()
        self.middle = QStackedWidget()
        self.column = QSplitter(Qt.Orientation.Vertical)
        """The page, and below it what a late verb puts there."""
        self.right = QWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._place()

    def _place(self) -> None:
        self.middle.addWidget(self.welcome)
        self.middle.addWidget(self.view)
        self.column.addWidget(self.middle)
        self.column.setChildrenCollapsible(False)
        self._place_right()
        for part in (self.articles, self.column, self.right):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LEFT, USUAL[0] - LEFT - RIGHT, RIGHT])
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)
        self.folding = Folding(self, self.articles, self.right, self.history)

    def _place_right(self) -> None:
        self.right.setProperty("role", "panel")
        self.right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self.right)
        row.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.selection)
        column.addWidget(self.notes)
        self.below = QWidget()
        below = QVBoxLayout(self.below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.entities, 3)
        below.addWidget(self.history, 2)
        column.addWidget(self.below, 1)
        self._right_column = column
        row.addLayout(column)
        self.articles.setMinimumWidth(max(220, self.articles.minimumSizeHint().width()))
        self.articles.setMaximumWidth(WIDEST)
        self.right.setMinimumWidth(250)
        self.right.setMaximumWidth(WIDEST)

    def add_above(self, card: QWidget) -> None:
        """Something stands over the selection as long as it lives."""
        self._right_column.insertWidget(0, card)

    def add_guide(self, guide: QWidget) -> None:
        """The guideline's panel has been made; its place is below the selection."""
        self._guide = guide
        self._right_column.addWidget(guide, 1)

    def show_guide(self, follow: Callable[[], None] | None) -> None:
        """Show the guideline in place of entities and history, or these again for None.

        `follow` is called whenever the panels are filled.
        """
        self.follow_guide = follow
        self._guide.setVisible(follow is not None)
        self.below.setVisible(follow is None)

    def show_page(self, *, article: bool) -> None:
        """Show the open article, or the start page while there is none."""
        self.middle.setCurrentWidget(self.view if article else self.welcome)
        self.right.setEnabled(article)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, wherever nobody else wants it: back to the page."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            article = self.middle.currentWidget() is self.view
            (self.view if article else self.welcome).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it is time to close the project."""
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may fall here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files have fallen here."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths)
            event.acceptProposedAction()
