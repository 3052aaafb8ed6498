"""The table of actions as Qt actions: keys, menus, and the words of the keys."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui import icons
from rotstift.ui.actions import Action, Menu, Scope
from rotstift.ui.panels.paint import key_words
from rotstift.ui.theme import label_ink

_MENU_WORDS = {
    Menu.FILE: QT_TRANSLATE_NOOP("Menus", "&Project"),
    Menu.ARTICLE: QT_TRANSLATE_NOOP("Menus", "&Article"),
    Menu.GO: QT_TRANSLATE_NOOP("Menus", "&Go"),
    Menu.MARK: QT_TRANSLATE_NOOP("Menus", "&Mark"),
    Menu.QUOTE: QT_TRANSLATE_NOOP("Menus", "&Quote"),
    Menu.VIEW: QT_TRANSLATE_NOOP("Menus", "&View"),
    Menu.HELP: QT_TRANSLATE_NOOP("Menus", "&Help"),
}
_GROUP_WORDS = {
    "widths": QT_TRANSLATE_NOOP("Menus", "Width of the panels"),
    "zone": QT_TRANSLATE_NOOP("Menus", "This paragraph is"),
    "label": QT_TRANSLATE_NOOP("Menus", "Entity"),
    "type": QT_TRANSLATE_NOOP("Menus", "Quote type"),
    "role": QT_TRANSLATE_NOOP("Menus", "Role"),
    "reason": QT_TRANSLATE_NOOP("Menus", "Not a quote, not an entity"),
}


def action_words(action: Action) -> str:
    """An action's words in the person's language."""
    if not action.translated or not action.words:
        return action.words
    return QCoreApplication.translate("Actions", action.words)


def group_words(group: str) -> str:
    """A submenu's title in the person's language."""
    return QCoreApplication.translate("Menus", _GROUP_WORDS[group])


def menu_words(menu: Menu) -> str:
    """A menu's title in the person's language, with its mnemonic."""
    return QCoreApplication.translate("Menus", _MENU_WORDS[menu])


class Keys(QObject):
    """All actions of the table, ready: on the window or on the page, by scope."""

    def __init__(
        self, window: QWidget, page: QWidget, rows: Iterable[Action], run: Callable[[Action], None]
    ) -> None:
        super().__init__(window)
        self.rows = {row.id: row for row in rows}
        self.actions: dict[str, QAction] = {}
        self._caps: dict[str, str] = {}
        for row in self.rows.values():
            home = page if row.scope is Scope.PAGE else window
            self.actions[row.id] = self._action(row, home, run)

    def _action(self, row: Action, home: QWidget, run: Callable[[Action], None]) -> QAction:
        action = QAction(action_words(row), home)
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        page = Qt.ShortcutContext.WidgetWithChildrenShortcut
        action.setShortcutContext(
            page if row.scope is Scope.PAGE else Qt.ShortcutContext.WindowShortcut
        )
        action.triggered.connect(lambda _=False: run(row))
        action.setMenuRole(QAction.MenuRole.NoRole)
        if row.icon:
            icons.tint(action, row.icon)
        elif row.swatch is not None:
            icons.tint(action, "swatch", partial(label_ink, row.swatch))
        home.addAction(action)
        return action

    def rekey(self, rows: Iterable[Action]) -> None:
        """The same actions with other keys."""
        self._caps.clear()
        for row in rows:
            if row.id in self.actions:
                self.rows[row.id] = row
                self.actions[row.id].setShortcuts([QKeySequence(keys) for keys in row.keys])

    def caps(self) -> dict[str, str]:
        """The first key of each action in the words of the person's keyboard, by action id."""
        if not self._caps:
            self._caps = {
                row.id: key_words(row.keys[0]) if row.keys else "" for row in self.rows.values()
            }
        return self._caps

    def enable(self, *, project: bool, article: bool) -> None:
        """Switch off what needs an open project, or an article open in it, while there is none."""
        for row in self.rows.values():
            self.actions[row.id].setEnabled(row.works(project=project, article=article))

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into its menu."""
        for old in bar.findChildren(QMenu):
            old.deleteLater()  # clear() alone keeps them
        bar.clear()
        for menu in Menu:
            box = bar.addMenu(menu_words(menu))
            groups: dict[str, QMenu] = {}
            for row in self.rows.values():
                if row.menu is menu and row.words:
                    self._place(row, box, groups)

    def _place(self, row: Action, box: QMenu, groups: dict[str, QMenu]) -> None:
        if row.group == "-":
            box.addSeparator()
        elif row.group:
            if row.group not in groups:
                groups[row.group] = box.addMenu(group_words(row.group))
            groups[row.group].addAction(self.actions[row.id])
            return
        box.addAction(self.actions[row.id])

    def retire(self) -> None:
        """Let go of all actions, before a table for another scheme or language takes their place."""
        for action in self.actions.values():
            action.setShortcuts([])
            action.deleteLater()
        self.actions.clear()
        self.deleteLater()
