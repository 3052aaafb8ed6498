"""Setting: the settings dialog and the person's own label colours."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from rotstift import settings as stored
from rotstift.ui import look
from rotstift.ui.app import AGAIN
from rotstift.ui.dialogs import editors
from rotstift.ui.dialogs.colours import ColourRow, ColoursDialog
from rotstift.ui.dialogs.settings import SettingRow, SettingsDialog
from rotstift.ui.panels.parts import translate
from rotstift.ui.preferences import TABLE, Editor, Preference
from rotstift.ui.verbs.base import Host


class Setting:
    """The verbs that open what can be set."""

    def __init__(self, program: Host) -> None:
        self.program = program
        self._dialog: SettingsDialog | None = None
        self._before: dict[str, Any] = {}

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        return {"settings": self.show_dialog, "colours": self.show_colours}

    # -- the dialog -----------------------------------------------------------------------------

    def show_dialog(self) -> None:
        """The settings; the dialog that is open comes to the front."""
        if self._dialog is not None:
            self._dialog.activateWindow()
            self._dialog.raise_()
            return
        settings = self.program.settings
        self._before = {
            row.key: settings[row.key] for row in TABLE if row.editor is not Editor.VERB
        }
        dialog = self._dialog = SettingsDialog(self._rows(), self.program.window)
        dialog.changed.connect(self._change)
        dialog.before_wanted.connect(self._put_back)
        dialog.defaults_wanted.connect(self._put_defaults)
        dialog.refresh_wanted.connect(self._refresh)
        dialog.finished.connect(self._forget)
        self._refresh()
        dialog.show()

    def _forget(self, _result: int) -> None:
        self._dialog = None

    def _refresh(self) -> None:
        if self._dialog is not None:
            known = {row.key for row in TABLE if row.editor is not Editor.VERB}
            settings = self.program.settings
            self._dialog.show_values(lambda key: settings[key] if key in known else None)

    def _rows(self) -> list[SettingRow]:
        open_one = self.program.work is not None
        return [
            SettingRow(
                row.key,
                _said(row.section),
                _said(row.words),
                _said(row.help),
                partial(self._editor, row),
                open_one or not row.project,
            )
            for row in TABLE
        ]

    def _editor(self, row: Preference) -> editors.EditorWidget:
        match row.editor:
            case Editor.CHOICE:
                return editors.ChoiceEditor([(value, _said(words)) for value, words in row.choices])
            case Editor.NUMBER:
                allowed = next(one.choices for one in stored.TABLE if one.key == row.key)
                return editors.NumberEditor(min(allowed), max(allowed), _said(row.unit))
            case Editor.SWITCH:
                return editors.SwitchEditor()
            case Editor.TEXT:
                return editors.TextEditor(self.program.settings.annotator)
            case Editor.TYPEFACE:
                return editors.TypefaceEditor()
            case Editor.VERB:
                return editors.VerbEditor(_said(row.words))

    def _change(self, key: str, value: Any) -> None:
        row = next(one for one in TABLE if one.key == key)
        if row.editor is Editor.VERB:
            self.program.perform(key)
        elif value != self.program.settings[key]:
            self.program.settings.set(key, value)
            if key == "language":  # a new window comes, and this dialog with it
                _begin_with("settings")
            row.apply(self.program)
            _begin_with("")
            self._refresh()

    def _put_back(self) -> None:
        for key, value in self._before.items():
            self._change(key, value)

    def _put_defaults(self) -> None:
        """The language stays: who looks for a mended setting should be able to read the window."""
        defaults = {row.key: row.default for row in stored.TABLE}
        for row in TABLE:
            if row.editor is not Editor.VERB and row.key not in ("language", "annotator"):
                self._change(row.key, defaults[row.key])

    # -- colours --------------------------------------------------------------------------------

    def show_colours(self) -> None:
        """The colours that this person gives to labels and quote types."""
        work, language = self.program.work, self.program.language
        if work is None:
            return
        scheme, own = work.session.scheme, self.program.settings["colours"]
        quote = translate("ColoursDialog", "Quote")
        rows = [
            ColourRow(one, one.name(language), one.id, own.get(one.id, ""))
            for one in scheme.labels
            if not one.hidden
        ]
        rows += [
            ColourRow(one, quote, one.name(language), own.get(one.id, ""))
            for one in scheme.quote_types
            if not one.hidden
        ]
        dialog = ColoursDialog(rows, self.program.window)
        dialog.chosen.connect(partial(self._colour, dialog))
        dialog.show()

    def _colour(self, dialog: ColoursDialog, label_id: str, colour: str) -> None:
        settings = self.program.settings
        own = {key: value for key, value in settings["colours"].items() if key != label_id}
        settings.set("colours", own | ({label_id: colour} if colour else {}))
        look.show_theme(settings, self.program.window)
        dialog.show_own(label_id, colour)


def _begin_with(verb: str) -> None:
    """What a window in this one's place begins with."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(AGAIN, verb)


def _said(words: str) -> str:
    return QCoreApplication.translate("Preferences", words) if words else ""
