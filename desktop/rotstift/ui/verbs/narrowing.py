"""The menu that filters and sorts the list of articles, and the filters that are saved under a name."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QInputDialog, QMenu

from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui.panels.parts import translate
from rotstift.ui.rows import Narrowed
from rotstift.ui.sorting import FALLING, FILTER_WORDS, ORDER_WORDS
from rotstift.ui.verbs.base import Host
from rotstift.ui.work import Work

SAVED = "filters"
"""The setting of the project with its saved filters, as JSON: name to what `Narrowed.as_text` wrote."""


class Narrowing(QObject):
    """The verbs "list_menu" and "save_filter"."""

    def __init__(self, program: Host) -> None:
        super().__init__(program.window)
        self.program = program
        self.menu = QMenu(program.window)

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        return {"list_menu": self._open, "save_filter": self._save}

    @property
    def _work(self) -> Work:
        work = self.program.work
        if work is None:
            raise RuntimeError("no project is open")
        return work

    @property
    def _now(self) -> Narrowed:
        return self._work.binder.narrowed

    def _show(self, narrowed: Narrowed) -> None:
        self.program.guard(lambda: self._work.binder.narrow(narrowed))

    # -- the menu -------------------------------------------------------------------------------

    def _open(self) -> None:
        self._fill()
        button = self.program.window.articles.sorting
        place = button if button.isVisible() else self.program.window.top
        self.menu.popup(place.mapToGlobal(QPoint(0, place.height())))
        self.menu.setActiveAction(next(one for one in self.menu.actions() if one.isEnabled()))

    def _fill(self) -> None:
        menu = self.menu
        for old in menu.findChildren(QMenu):
            old.deleteLater()
        menu.clear()
        self._saved_part(menu)
        _heading(menu, translate("Sorting", "Show"))
        group = QActionGroup(menu)
        for name, words in FILTER_WORDS.items():
            now = replace(self._now, filter=name, among=None, query="")
            self._choice(menu, group, translate("Sorting", words), now, on=self._now.filter == name)
        self._pipelines(menu)
        _heading(menu, translate("Sorting", "Sort by"))
        self._orders(menu)
        menu.addSeparator()
        everything = menu.addAction(translate("Sorting", "Show everything again"))
        everything.setEnabled(self._now != Narrowed())
        everything.triggered.connect(lambda: self._show(Narrowed()))

    def _choice(
        self, menu: QMenu, group: QActionGroup, words: str, narrowed: Narrowed, *, on: bool
    ) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(on)
        group.addAction(action)
        action.triggered.connect(lambda _on=False: self._show(narrowed))

    def _pipelines(self, menu: QMenu) -> None:
        names = self._work.session.project.finder.pipelines()
        if not names:
            return
        inner = menu.addMenu(translate("Sorting", "Suggested by"))
        group = QActionGroup(inner)
        any_one = replace(self._now, pipeline="")
        self._choice(
            inner, group, translate("Sorting", "any pipeline"), any_one, on=not self._now.pipeline
        )
        for name in names:
            narrowed = replace(self._now, pipeline=name)
            self._choice(inner, group, name, narrowed, on=self._now.pipeline == name)

    def _orders(self, menu: QMenu) -> None:
        """The order that is on, chosen once more, comes the other way round."""
        group = QActionGroup(menu)
        for order, words in ORDER_WORDS.items():
            on = self._now.order == order
            down = not self._now.down if on else order in FALLING
            text = translate("Sorting", words)
            if on:
                text += "  ↓" if self._now.down else "  ↑"
            self._choice(menu, group, text, replace(self._now, order=order, down=down), on=on)

    # -- saved filters --------------------------------------------------------------------------

    def saved(self) -> dict[str, str]:
        """Name to what it shows, in the order of their names."""
        found: object = {}
        with suppress(ValueError, RecursionError):
            found = json.loads(self._work.session.project.setting(SAVED) or "{}")
        every = found.items() if isinstance(found, dict) else ()
        return {str(name): str(text) for name, text in sorted(every)}

    def _remember(self, saved: Mapping[str, str]) -> None:
        words = json.dumps(dict(saved), ensure_ascii=False) if saved else ""
        self.program.guard(lambda: self._work.session.project.remember(SAVED, words))

    def _saved_part(self, menu: QMenu) -> None:
        saved = self.saved()
        if saved:
            _heading(menu, translate("Sorting", "Saved"))
        group = QActionGroup(menu)
        for name, text in saved.items():
            narrowed = Narrowed.from_text(text)
            self._choice(menu, group, name, narrowed, on=narrowed == self._now)
        key = self.program.keys.caps().get("save_filter", "")
        words = translate("Sorting", "Save this filter…")
        menu.addAction(f"{words}\t{key}", self._save)
        if saved:
            rename = menu.addMenu(translate("Sorting", "Rename"))
            delete = menu.addMenu(translate("Sorting", "Delete"))
            for name in saved:
                words = name.replace("&", "&&")
                rename.addAction(words, partial(self._rename, name))
                delete.addAction(words, partial(self._delete, name))

    def _ask(self, title: str, name: str) -> str:
        words = translate("Sorting", "Name of the filter")
        found, ok = QInputDialog.getText(self.program.window, title, words, text=name)
        return found.strip() if ok else ""

    def _save(self) -> None:
        now = self._now
        name = self._ask(translate("Sorting", "Save this filter"), now.words)
        if name:
            self._remember({**self.saved(), name: now.as_text()})
            self.program.tell(
                QT_TRANSLATE_NOOP("Messages", "The filter “{name}” is saved."), name=name
            )

    def _rename(self, name: str) -> None:
        other = self._ask(translate("Sorting", "Rename the filter"), name)
        if other and other != name:
            saved = self.saved()
            text = saved.pop(name)
            self._remember({**saved, other: text})

    def _delete(self, name: str) -> None:
        saved = self.saved()
        del saved[name]
        self._remember(saved)
        self.program.tell(
            QT_TRANSLATE_NOOP("Messages", "The filter “{name}” is deleted."), name=name
        )


def _heading(menu: QMenu, words: str) -> None:
    """What the next entries are about; Fusion leaves the words of a section out."""
    if not menu.isEmpty():
        menu.addSeparator()
    menu.addAction(words).setEnabled(False)
