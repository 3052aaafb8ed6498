"""NoteDialog: a few lines beside an item or an article."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from rotstift.ui.dialogs.base import Sheet, push_button
from rotstift.ui.panels.paint import key_words
from rotstift.ui.panels.parts import CapButton, translate


class NoteDialog(Sheet):
    """Says `saved(text)`; an empty text means that the note is to go."""

    saved = Signal(str)

    def __init__(self, text: str, about: str = "", parent: QWidget | None = None) -> None:
        """`about`: the words that the note stands beside."""
        super().__init__(translate("NoteDialog", "Note"), about, parent)
        self.field = QPlainTextEdit(text)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(translate("NoteDialog", "Note"))
        self.field.setPlaceholderText(translate("NoteDialog", "What should be remembered here?"))
        self.column.addWidget(self.field, 1)
        self.save = CapButton(
            translate("NoteDialog", "Save"), key_words("Ctrl+Return"), primary=True
        )
        self.save.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.save.clicked.connect(self._save)
        cancel = self.cancel_button()
        row = self.add_buttons(cancel, self.save)
        self.delete = push_button(translate("NoteDialog", "Delete the note"))
        self.delete.setAutoDefault(False)
        self.delete.setVisible(bool(text))
        self.delete.clicked.connect(self._delete)
        row.insertWidget(0, self.delete)
        QWidget.setTabOrder(self.field, self.delete)
        QWidget.setTabOrder(self.delete, cancel)
        QWidget.setTabOrder(cancel, self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._save)
        self.resize(460, 260)
        self.field.setFocus()

    def _delete(self) -> None:
        self.accept()
        self.saved.emit("")

    def _save(self) -> None:
        text = self.field.toPlainText().strip()
        self.accept()
        self.saved.emit(text)
