"""AboutDialog: what this is, its version, and the versions and licences of what it is built on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rotstift.ui import icons
from rotstift.ui.dialogs.base import Sheet, TableModel, push_button, table
from rotstift.ui.panels.parts import text_label, translate


@dataclass(frozen=True, slots=True)
class BuiltOn:
    """One thing that the program stands on."""

    name: str
    version: str
    licence: str


class AboutDialog(Sheet):
    """A picture, some lines, a table that can be copied."""

    def __init__(
        self, version: str, parts: Sequence[BuiltOn], parent: QWidget | None = None
    ) -> None:
        super().__init__("Rotstift", "", parent)
        self.setWindowTitle(translate("AboutDialog", "About Rotstift"))
        self._version = version
        self._head()
        head = (
            translate("AboutDialog", "Built on"),
            translate("AboutDialog", "Version"),
            translate("AboutDialog", "Licence"),
        )
        rows = [(part.name, part.version, part.licence) for part in parts]
        self.table = table(head[0], head, rows, stretch=0, lines=min(len(rows), 9))
        self.column.addWidget(self.table)
        self.copy = push_button(translate("AboutDialog", "Copy"))
        icons.tint(self.copy, "copy")
        self.copy.clicked.connect(self._copy)
        close = self.close_button()
        self.add_buttons(self.copy, close)
        self.focus_on(close)
        self.setMinimumWidth(500)

    def _head(self) -> None:
        self.column.removeWidget(self.title)
        picture = QLabel()
        picture.setPixmap(icons.app_pixmap(64, self.devicePixelRatioF()))
        picture.setAccessibleName(translate("AboutDialog", "A red pencil"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        line = translate("AboutDialog", "Version {0} · MIT licence").replace("{0}", self._version)
        words.addWidget(text_label(line, "muted"))
        words.addWidget(
            text_label(
                translate(
                    "AboutDialog",
                    "Correct what a machine has marked in news articles, and get training data "
                    "out of it.",
                ),
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.column.insertLayout(0, row)

    def _copy(self) -> None:
        model = self.table.model()
        if isinstance(model, TableModel):
            QGuiApplication.clipboard().setText(f"Rotstift {self._version}\n{model.as_text()}")
