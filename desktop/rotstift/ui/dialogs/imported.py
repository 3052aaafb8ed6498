"""ImportReportDialog: what came in, what was there already, what was refused and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui import icons
from rotstift.ui.dialogs.base import Sheet, push_button
from rotstift.ui.panels.parts import counted, text_label, translate


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was left out."""

    name: str
    sentence: str
    """Why, and what to do."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    articles: int
    suggestions: int = 0
    duplicates: tuple[str, ...] = ()
    """Names of files whose text was in the project already."""
    refused: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()
    """Sentences about what was changed or could not be read in a file that came in."""


class ImportReportDialog(Sheet):
    """The figures as sentences, and a text that can be copied."""

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(translate("ImportReportDialog", "Imported"), "", parent)
        for words, role in _sentences(report):
            self.column.addWidget(text_label(words, role, wrap=True))
        self.details = QPlainTextEdit(details(report))
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.details.setAccessibleName(translate("ImportReportDialog", "Details"))
        self.copy = push_button(translate("ImportReportDialog", "Copy"))
        icons.tint(self.copy, "copy")
        self.copy.clicked.connect(self._copy)
        has_details = bool(self.details.toPlainText())
        self.details.setVisible(has_details)
        self.copy.setVisible(has_details)
        self.column.addWidget(self.details, 1)
        close = self.close_button()
        self.add_buttons(self.copy, close)
        self.focus_on(close)
        self.setMinimumWidth(480)
        self.resize(600, 420 if has_details else 0)
        self._text = details(report)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


_IN = QT_TRANSLATE_NOOP("ImportReportDialog", "%n article(s) came in.", "", 1)
_SUGGESTED = QT_TRANSLATE_NOOP("ImportReportDialog", "%n suggestion(s) came with them.", "", 1)
_THERE = QT_TRANSLATE_NOOP(
    "ImportReportDialog", "%n article(s) were in the project already: left out.", "", 1
)
_REFUSED = QT_TRANSLATE_NOOP("ImportReportDialog", "%n file(s) refused.", "", 1)


def _sentences(report: ImportReport) -> list[tuple[str, str]]:
    rows = (
        (_SUGGESTED, report.suggestions, "muted"),
        (_THERE, len(report.duplicates), "muted"),
        (_REFUSED, len(report.refused), "warn"),
    )
    first = (counted(report.articles, "ImportReportDialog", _IN), "")
    rest = [
        (counted(count, "ImportReportDialog", words), role) for words, count, role in rows if count
    ]
    return [first, *rest]


def details(report: ImportReport) -> str:
    """Every refused file, note and duplicate, a line each."""
    blocks: Sequence[Sequence[str]] = (
        [f"{file.name}: {file.sentence}" for file in report.refused],
        report.notes,
        [
            translate("ImportReportDialog", "{0}: in the project already").replace("{0}", name)
            for name in report.duplicates
        ],
    )
    return "\n\n".join("\n".join(block) for block in blocks if block)
