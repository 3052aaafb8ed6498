"""WaitingSheet: something is written that nothing else may come between."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from rotstift.ui.dialogs.base import Sheet
from rotstift.ui.panels.parts import text_label, translate


class WaitingSheet(Sheet):
    """Says `given_up` at Esc or Cancel; whoever writes closes it with `accept`."""

    given_up = Signal()

    def __init__(self, title: str, total: int, parent: QWidget | None = None) -> None:
        words = translate("WaitingSheet", "Given up before its end, nothing has changed.")
        super().__init__(title, "", parent)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setFixedHeight(6)
        self.progress.setProperty("work", "true")
        self.progress.setRange(0, max(total, 1))
        self.progress.setAccessibleName(title)
        self.column.addWidget(self.progress)
        self.column.addWidget(text_label(words, "muted", wrap=True))
        self.cancel = self.cancel_button()
        self.add_buttons(self.cancel)
        self.setModal(True)
        self.resize(420, 150)

    def show_progress(self, done: int) -> None:
        """So many articles are written."""
        self.progress.setValue(done)

    def reject(self) -> None:
        """Esc, Cancel."""
        self.given_up.emit()
        super().reject()
