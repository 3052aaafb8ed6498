"""IdentityDialog: who a mention is, by name, and the identity's Wikidata id."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from rotstift.model.checks import EditError
from rotstift.session.known import wikidata_id
from rotstift.ui.dialogs.base import Sheet, add_row, form, push_button
from rotstift.ui.panels.parts import text_label, translate
from rotstift.ui.wording import said


class IdentityDialog(Sheet):
    """Says `chosen(name, Wikidata id)`."""

    chosen = Signal(str, str)

    def __init__(
        self,
        words: str,
        identity: str,
        numbers: Mapping[str, str],
        names: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """`words`: the mention; `numbers`: Wikidata ids by identity; `names`: identities to choose from."""
        title = translate("IdentityDialog", "Who or what is “{0}”?").replace("{0}", words)
        intro = translate(
            "IdentityDialog",
            "All mentions with the same name belong together. The Wikidata id counts for the name in "
            "the whole project.",
        )
        super().__init__(title, intro, parent)
        self._numbers = dict(numbers)
        self.name = QLineEdit(identity)
        self.name.setPlaceholderText(translate("IdentityDialog", "the fullest name"))
        completer = QCompleter(list(names), self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.name.textChanged.connect(self._follow)
        self.number = QLineEdit(numbers.get(identity, ""))
        self.number.setPlaceholderText("Q42")
        self.number.textChanged.connect(self._check)
        rows = form()
        add_row(rows, translate("IdentityDialog", "Name"), self.name)
        add_row(rows, translate("IdentityDialog", "Wikidata id or address"), self.number)
        self.column.addLayout(rows)
        self.problem = text_label("", "warn", wrap=True)
        self.column.addWidget(self.problem)
        self.save = push_button(translate("IdentityDialog", "Save"))
        self.save.clicked.connect(self._save)
        self.add_buttons(self.cancel_button(), self.save)
        self.setMinimumWidth(460)
        self.name.selectAll()
        self.name.setFocus()
        self._check()

    def _follow(self, name: str) -> None:
        """Another name has another id."""
        self.number.setText(self._numbers.get(name.strip(), ""))
        self._check()

    def _check(self) -> None:
        problem = ""
        try:
            wikidata_id(self.number.text())
        except EditError as error:
            problem = said(error.sentence)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.save.setEnabled(not problem and bool(self.name.text().strip()))

    def _save(self) -> None:
        name, number = self.name.text().strip(), wikidata_id(self.number.text())
        self.accept()
        self.chosen.emit(name, number)
