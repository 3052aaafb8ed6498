"""Keyboard: the sheet of all keys, where each can be changed."""

from collections.abc import Callable, Mapping

from rotstift.ui import keymap
from rotstift.ui.actions import Action, Menu
from rotstift.ui.dialogs.keysheet import KeyGroup, KeyRow, KeySheet
from rotstift.ui.keys import Keys, action_words, menu_words
from rotstift.ui.panels.paint import key_words
from rotstift.ui.panels.parts import translate
from rotstift.ui.verbs.base import Host
from rotstift.ui.wording import said
from rotstift.ui.work import actions_for


class Keyboard:
    """The verbs of the keys."""

    def __init__(self, program: Host) -> None:
        self.program = program
        self._sheet: KeySheet | None = None

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        return {"keys": self.show_sheet}

    def show_sheet(self) -> None:
        """The key sheet, made from the table of actions; the one that is open comes to the front."""
        if self._sheet is not None:
            self._sheet.activateWindow()
            self._sheet.raise_()
            return
        sheet = self._sheet = KeySheet(self._groups(), self.program.window)
        sheet.key_given.connect(self._give)
        sheet.taken_over.connect(self._take)
        sheet.reset.connect(self._reset)
        sheet.finished.connect(self._forget)
        sheet.set_rows(self._groups())
        sheet.show()

    def _forget(self, _result: int) -> None:
        self._sheet = None

    @property
    def _usual(self) -> tuple[Action, ...]:
        work = self.program.work
        return actions_for(work.session if work else None, self.program.language)

    def _groups(self) -> list[KeyGroup]:
        return key_groups(self.program.keys, self._usual)

    def _give(self, action_id: str, chord: str) -> None:
        sheet, row = self._sheet, self.program.keys.rows.get(action_id)
        if sheet is None:
            return
        if row is None:  # another project is open, whose scheme has no such label
            sheet.close()
            return
        trouble = keymap.refusal(row, chord)
        if trouble is not None:
            sheet.show_words(said(trouble))
            return
        other = keymap.holder(self.program.keys.rows.values(), chord, action_id)
        if other is None:
            self._take(action_id, chord)
        elif keymap.changeable(other):
            words = translate("KeySheet", "{0} is the key of “{1}”.")
            words = words.replace("{0}", key_words(chord)).replace("{1}", action_words(other))
            sheet.ask(words, action_id, chord)
        else:
            sheet.show_words(
                translate("KeySheet", "{0} keeps its meaning.").replace("{0}", key_words(chord))
            )

    def _take(self, action_id: str, chord: str) -> None:
        more = self._sheet is not None and self._sheet.line(action_id).more
        changed = self.program.settings["keys"]
        self._keep(keymap.given(self._usual, changed, action_id, chord, more=more))

    def _reset(self, action_id: str) -> None:
        changed = self.program.settings["keys"]
        self._keep(keymap.as_usual(self._usual, changed, action_id) if action_id else {})

    def _keep(self, changed: Mapping[str, list[str]]) -> None:
        self.program.settings.set("keys", dict(changed))
        self.program.change_keys()
        if self._sheet is not None:
            self._sheet.set_rows(self._groups())
            self._sheet.show_words("")


def key_groups(keys: Keys, usual: tuple[Action, ...]) -> list[KeyGroup]:
    """What the sheet shows: a group for each menu."""
    table = {row.id: row.keys for row in usual}
    groups = []
    for menu in Menu:
        rows = [row for row in keys.rows.values() if row.menu is menu and row.words]
        lines = tuple(
            KeyRow(
                " ".join(key_words(one) for one in row.keys),
                action_words(row),
                row.id if keymap.changeable(row) else "",
                row.keys != table.get(row.id, row.keys),
            )
            for row in rows
        )
        groups.append(KeyGroup(menu_words(menu).replace("&", ""), lines))
    return [group for group in groups if group.rows]
