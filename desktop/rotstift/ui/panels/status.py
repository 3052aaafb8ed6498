"""StatusLine: what is on disk, how far the article is, what works behind, and how it goes."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui import theme
from rotstift.ui.aloud import announce
from rotstift.ui.panels.paint import tip
from rotstift.ui.panels.parts import (
    MARGIN,
    CapButton,
    ElidedLabel,
    KeyCap,
    counted,
    icon_button,
    muted,
    text_label,
    translate,
)

HEIGHT = 34
_WIDE = 1200
"""From this width on, figures and work stand side by side."""
MESSAGE_MS = 6_000
"""How long a message stays."""


class Saved(StrEnum):
    """What is known about the disk."""

    NOTHING = "nothing"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """Work in the background."""

    id: str
    """What `cancel` says."""
    words: str
    done: int = 0
    total: int = 0
    """0 while nobody knows."""


class _Dot(QWidget):
    """A round mark for saved, a cross for not saved."""

    def __init__(self) -> None:
        super().__init__()
        self.state = Saved.NOTHING
        self.setFixedSize(10, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        if self.state is Saved.FAILED:
            pen = painter.pen()
            pen.setColor(QColor(colours.red))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawLine(2, 2, 8, 8)
            painter.drawLine(8, 2, 2, 8)
        elif self.state is Saved.SAVED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.good))
            painter.drawEllipse(QRectF(1, 1, 8, 8))
        painter.end()


class _JobBox(QWidget):
    """Words, bar and cancel button of the work in the background; hidden without any."""

    cancel = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._id = ""
        self.words = text_label("", "small")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(110, 5)
        self.bar.setProperty("work", "true")
        self.stop = icon_button("remove", translate("StatusLine", "Cancel this work"), muted)
        self.stop.clicked.connect(lambda: self.cancel.emit(self._id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        for part in (self.words, self.bar, self.stop):
            row.addWidget(part)
        self.hide()

    def show_job(self, job: Job | None) -> None:
        """Show this work, or none."""
        self.setVisible(job is not None)
        if job is None:
            self._id = ""
            return
        self._id = job.id
        locale = QLocale()
        figures = f"  {locale.toString(job.done)} / {locale.toString(job.total)}"
        self.words.setText(job.words + (figures if job.total else ""))
        self.bar.setAccessibleName(job.words)
        self.bar.setMaximum(job.total)
        self.bar.setValue(job.done)


class StatusLine(QWidget):
    """The line at the foot of the window."""

    cancel = Signal(str)
    """Id of the work to be ended."""
    action = Signal(str)
    """"keys"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._dot = _Dot()
        self.saved = text_label("", "small")
        self.checked = text_label("", "small")
        self.message = ElidedLabel()
        self._undo = KeyCap()
        self._undo_words = text_label("", "small")
        self.job = _JobBox()
        self.job.cancel.connect(self.cancel)
        self.rate = text_label("", "small")
        self.effort = text_label("", "small")
        self.effort.setToolTip(
            tip(
                translate(
                    "StatusLine",
                    "Keys, clicks and drags for each article confirmed today, whatever led to it "
                    "included. Counted in this window, kept in the project’s log only.",
                )
            )
        )
        self.seconds = text_label("", "small")
        self.seconds.setToolTip(
            tip(
                translate(
                    "StatusLine",
                    "Working time for each article confirmed today; breaks of more than a minute "
                    "are left out.",
                )
            )
        )
        self.rate.setToolTip(
            tip(
                translate(
                    "StatusLine",
                    "Of the suggestions that you have settled today, so many were right as they were.",
                )
            )
        )
        self.keys = CapButton(translate("StatusLine", "all keys"))
        self.keys.setFlat(True)
        self.keys.clicked.connect(lambda: self.action.emit("keys"))
        self._timer = QTimer(self, singleShot=True, interval=MESSAGE_MS)
        self._timer.timeout.connect(self.clear_message)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN - 8, 0)
        row.setSpacing(14)
        saved = QHBoxLayout()
        saved.setSpacing(6)
        saved.addWidget(self._dot)
        saved.addWidget(self.saved)
        row.addLayout(saved)
        left: list[QWidget] = [self.checked, self.message, self._undo_words, self._undo]
        for part in left:
            row.addWidget(part)
        row.addStretch(1)
        right: list[QWidget] = [self.job, self.rate, self.effort, self.seconds, self.keys]
        for part in right:
            row.addWidget(part)

    def set_saved(self, state: Saved) -> None:
        """Say whether everything shown is on disk."""
        self._dot.state = state
        self._dot.update()
        self.saved.setText(
            {
                Saved.NOTHING: "",
                Saved.SAVED: translate("StatusLine", "saved"),
                Saved.FAILED: translate("StatusLine", "not saved"),
            }[state]
        )

    def set_checked(self, checked: int, total: int) -> None:
        """Say how many of the article's items are checked; nothing without items."""
        template = QT_TRANSLATE_NOOP("StatusLine", "{0} of %n checked", "", 1)
        words = counted(total, "StatusLine", template)
        self.checked.setText(words.replace("{0}", QLocale().toString(checked)) if total else "")

    def set_rate(self, share: float | None) -> None:
        """Share of today's suggestions that were accepted as they were, 0 to 1; None for none yet."""
        words = translate("StatusLine", "accepted today {0} %")
        self.rate.setText("" if share is None else words.replace("{0}", str(round(share * 100))))

    def set_actions(self, actions: float | None) -> None:
        """Mean number of keys, clicks and drags for an article; None for none counted yet."""
        words = translate("StatusLine", "{0} actions per article")
        shown = "" if actions is None else QLocale().toString(round(actions))
        self.effort.setText(words.replace("{0}", shown) if shown else "")

    def set_seconds(self, seconds: float | None) -> None:
        """Mean time for an article; None for none yet."""
        words = translate("StatusLine", "{0} s per article")
        self.seconds.setText(
            "" if seconds is None else words.replace("{0}", QLocale().toString(round(seconds)))
        )

    def set_job(self, job: Job | None) -> None:
        """Show the work in the background; None when it has ended."""
        self.job.show_job(job)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room where there is little."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        # The window must not grow with its status line: figures give way to work and messages.
        busy = self.job.isVisibleTo(self) or bool(self.message.text())
        room = self.width() >= _WIDE or not busy
        for figure in (self.rate, self.effort, self.seconds):
            figure.setVisible(room)

    def set_keys_key(self, keys: str) -> None:
        """Name the key of the key sheet."""
        self.keys.set_keys(keys)

    def show_message(self, words: str, *, undo_key: str = "", lasting: bool = False) -> None:
        """Say this for some seconds, or until the next message; with an undo key beside it."""
        self.message.setText(words)
        announce(self.message, words)
        self._undo_words.setText(translate("StatusLine", "undo:") if undo_key else "")
        self._undo.set_keys(undo_key)
        self._make_room()
        if lasting:
            self._timer.stop()
        else:
            self._timer.start()

    def clear_message(self) -> None:
        """Say nothing."""
        self._timer.stop()
        self.message.setText("")
        self._undo_words.setText("")
        self._undo.set_keys("")
        self._make_room()

    def sizeHint(self) -> QSize:
        """The whole width, one line."""
        return QSize(1000, HEIGHT)
