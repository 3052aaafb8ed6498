"""SchemeDialog: labels, quote types, roles and reasons of a project, and what a change of them does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rotstift.model.items import ROLES
from rotstift.model.scheme import Label, Scheme, SchemeError
from rotstift.model.scheme_edit import (
    Add,
    Change,
    Draft,
    Group,
    Merge,
    Move,
    Operation,
    Remove,
    SchemeRule,
    labels_of,
)
from rotstift.session.rescheming import effects
from rotstift.ui import icons, theme
from rotstift.ui.dialogs import scheme_words
from rotstift.ui.dialogs.base import Sheet, push_button
from rotstift.ui.dialogs.scheme_form import LabelForm, free_pair
from rotstift.ui.dialogs.scheme_words import Counts
from rotstift.ui.panels.parts import Card, text_label, translate
from rotstift.ui.wording import said

_PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Around:
    """What the dialog has to know of the project and the window."""

    keys: Mapping[str, str]
    """Keys that other actions have, with their words."""
    language: str = "en"


class SchemeDialog(Sheet):
    """Says `applied(draft)`, `passed_on(scheme)`, `wanted()` for a file, and `given_up()`.

    Whoever applies calls `show_progress`, and `accept` once it is done.
    """

    applied = Signal(object)
    passed_on = Signal(object)
    wanted = Signal()
    given_up = Signal()

    def __init__(self, scheme: Scheme, around: Around, parent: QWidget | None = None) -> None:
        intro = translate(
            "SchemeDialog",
            "What can be marked in this project. Nothing happens before it is applied; undo takes it back.",
        )
        super().__init__(translate("SchemeDialog", "The project’s scheme"), intro, parent)
        self.draft = Draft.of(scheme)
        self._around = around
        self._used: Counts | None = None
        self._running = False
        self.list = QListWidget()
        self.list.setAccessibleName(
            translate("SchemeDialog", "Labels, quote types, roles, reasons")
        )
        self.form = LabelForm()
        self.problem = text_label("", "warn", wrap=True)
        self.effects = text_label("", "", wrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setFixedHeight(6)
        self.progress.setProperty("work", "true")
        self.progress.hide()
        self._make_buttons()
        self._lay_out()
        self.form.edited.connect(self._take_form)
        self.list.currentItemChanged.connect(lambda _new, _old: self._show_form())
        self._fill(Group.LABEL, scheme.labels[0].id if scheme.labels else "")
        self.setModal(True)
        self.resize(940, 660)
        self.list.setFocus()

    # -- building -------------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.add = self._button(translate("SchemeDialog", "Add"), self._add)
        self.up = self._button(translate("SchemeDialog", "Up"), lambda: self._move(-1))
        self.down = self._button(translate("SchemeDialog", "Down"), lambda: self._move(1))
        self.merge = self._menu_button(translate("SchemeDialog", "Merge into"))
        self.remove = self._menu_button(translate("SchemeDialog", "Remove"))
        self.load = self._button(translate("SchemeDialog", "Take from a file…"), self.wanted.emit)
        self.save = self._button(
            translate("SchemeDialog", "Save as a file…"),
            lambda: self.passed_on.emit(self.draft.scheme),
        )
        self.cancel = self._button(translate("Dialogs", "Cancel"), self.reject)
        self.apply = self._button(translate("SchemeDialog", "Apply"), self._apply)

    def _button(self, words: str, run: Callable[[], object]) -> QPushButton:
        button = push_button(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: run())
        return button

    def _menu_button(self, words: str) -> QPushButton:
        button = push_button(words)
        button.setAutoDefault(False)
        button.setMenu(QMenu(button))
        return button

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        for buttons in ((self.add, self.up, self.down), (self.merge, self.remove)):
            across = QHBoxLayout()
            for button in buttons:
                across.addWidget(button)
            left.addLayout(across)
        shaft = QScrollArea()
        shaft.setWidget(self.form)
        shaft.setWidgetResizable(True)
        shaft.setFrameShape(QScrollArea.Shape.NoFrame)
        shaft.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shaft.viewport().setAutoFillBackground(False)
        self.form.setAutoFillBackground(False)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addLayout(left, 2)
        middle.addWidget(shaft, 3)
        self.column.addLayout(middle, 1)
        self.column.addWidget(self.problem)
        card = Card()
        card.column.setContentsMargins(12, 8, 12, 8)
        card.column.addWidget(self.effects)
        self.column.addWidget(card)
        self.column.addWidget(self.progress)
        row = self.add_buttons(self.cancel, self.apply)
        row.insertWidget(0, self.save)
        row.insertWidget(0, self.load)
        order = (self.list, self.add, self.up, self.down, self.merge, self.remove)
        for one, other in pairwise(order):
            self.setTabOrder(one, other)
        for one, other in pairwise((self.load, self.save, self.cancel, self.apply)):
            self.setTabOrder(one, other)

    # -- the list -------------------------------------------------------------------------------

    def _fill(self, group: Group, label_id: str) -> None:
        """The list anew, with this label chosen."""
        self.list.blockSignals(True)
        self.list.clear()
        for each in Group:
            head = QListWidgetItem(scheme_words.group_words(each))
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            font = head.font()
            font.setBold(True)
            head.setFont(font)
            self.list.addItem(head)
            for label in labels_of(self.draft.scheme, each):
                self._fill_row(each, label)
        self.list.blockSignals(False)
        self.choose(group, label_id)
        self._show_effects()

    def _fill_row(self, group: Group, label: Label) -> None:
        words = label.name(self._around.language)
        shown = words if words == label.id else f"{words}  ({label.id})"
        more = [label.key] if label.key and group is not Group.REASON else []
        more += [translate("SchemeDialog", "hidden")] if label.hidden else []
        row = QListWidgetItem("   ".join((shown, *more)))
        row.setData(_PLACE, (group, label.id))
        if group in (Group.LABEL, Group.TYPE):
            drawn = icons.pixmap("swatch", theme.label_ink(label, theme.current()), 16)
            swatch = QIcon(drawn)
            swatch.addPixmap(drawn, QIcon.Mode.Selected)
            row.setIcon(swatch)
        self.list.addItem(row)

    def choose(self, group: Group, label_id: str) -> None:
        """Show this label in the form."""
        for number in range(self.list.count()):
            if self.list.item(number).data(_PLACE) == (group, label_id):
                self.list.setCurrentRow(number)
        self._show_form()

    def chosen(self) -> tuple[Group, str]:
        """Group and id of the label in the form."""
        row = self.list.currentItem()
        place = row.data(_PLACE) if row is not None else None
        if place is None:
            return Group.LABEL, self.draft.scheme.labels[0].id
        group, label_id = place
        return Group(group), str(label_id)

    def _label(self) -> Label:
        group, label_id = self.chosen()
        return next(one for one in labels_of(self.draft.scheme, group) if one.id == label_id)

    def _show_form(self) -> None:
        group, label_id = self.chosen()
        self.say("")
        self.form.show_label(group, self._label())
        fixed = group is Group.ROLE and label_id in ROLES
        others = [one for one in labels_of(self.draft.scheme, group) if one.id != label_id]
        for button in (self.merge, self.remove):
            button.setEnabled(not fixed and bool(others))
        self._fill_menu(self.merge.menu(), group, others, "{0}")
        self._fill_menu(
            self.remove.menu(), group, others, translate("SchemeDialog", "What has it becomes: {0}")
        )
        gone = QAction(translate("SchemeDialog", "What has it goes, too"), self.remove.menu())
        gone.triggered.connect(partial(self._soon, lambda: self._do(Remove(*self.chosen()))))
        self.remove.menu().addAction(gone)

    def _fill_menu(self, menu: QMenu, group: Group, others: list[Label], words: str) -> None:
        menu.clear()
        for other in others:
            name = other.name(self._around.language)
            entry = menu.addAction(words.replace("{0}", f"{name} ({other.id})"))
            entry.triggered.connect(partial(self._soon, partial(self._merge, group, other.id)))

    # -- changing -------------------------------------------------------------------------------

    def _do(self, operation: Operation, then: str = "") -> bool:
        """One more change; False, with a word, where the scheme does not take it."""
        try:
            self.draft = self.draft.then(operation)
        except SchemeRule as error:
            self.say(said(error.sentence))
            return False
        except SchemeError as error:
            self.say(str(error))
            return False
        labels = labels_of(self.draft.scheme, operation.group)
        ids = [one.id for one in labels]
        self._fill(operation.group, then if then in ids else ids[0])
        return True

    def take(self, scheme: Scheme) -> None:
        """A whole other scheme, from a file."""
        self.draft = self.draft.towards(scheme)
        self._fill(Group.LABEL, scheme.labels[0].id)

    def _take_form(self) -> None:
        group, label_id = self.chosen()
        new = self.form.label()
        if new == self._label():
            self.say(self._colour_trouble())
            return
        trouble = self._key_trouble(group, label_id, new.key) or self._colour_trouble()
        if trouble:
            self.say(trouble)
            return
        self._do(Change(group, label_id, new), new.id)

    def _key_trouble(self, group: Group, label_id: str, key: str) -> str:
        if not key or group is Group.REASON:
            return ""
        if not key.isalpha():
            return translate(
                "SchemeDialog", "A key is a letter here: digits number what is chosen from."
            )
        if key in self._around.keys:
            words = translate("SchemeDialog", "The key {0} is taken by: {1}")
            return words.replace("{0}", key).replace("{1}", self._around.keys[key])
        for other_group in (Group.LABEL, Group.TYPE, Group.ROLE):
            for other in labels_of(self.draft.scheme, other_group):
                if other.key == key and (other_group, other.id) != (group, label_id):
                    words = translate("SchemeDialog", "The key {0} is taken by: {1}")
                    name = other.name(self._around.language)
                    return words.replace("{0}", key).replace("{1}", name)
        return ""

    def _colour_trouble(self) -> str:
        if self.form.readable():
            return ""
        return translate(
            "SchemeDialog",
            "These colours cannot be read well; “Make it fit” finds the nearest that can.",
        )

    def _add(self) -> None:
        group, _ = self.chosen()
        ids = [one.id for one in labels_of(self.draft.scheme, group)]
        number = next(n for n in range(1, len(ids) + 2) if f"NEW{n}" not in ids)
        name = f"NEW{number}" if group is Group.LABEL else f"new{number}"
        if name in ids:
            name = f"{name}_{len(ids)}"
        pair = free_pair(len(ids))
        words = {"en": f"New {number}", "de": f"Neu {number}"}
        label = replace(Label(name, words), light=pair.light, dark=pair.dark)
        if self._do(Add(group, label), name):
            self.form.name.setFocus()
            self.form.name.selectAll()

    def _move(self, step: int) -> None:
        group, label_id = self.chosen()
        self._do(Move(group, label_id, step), label_id)

    def _soon(self, run: Callable[[], object], _checked: bool = False) -> None:
        """Once the menu is closed: what is done fills it anew."""
        QTimer.singleShot(0, self, run)

    def _merge(self, group: Group, into: str) -> None:
        self._do(Merge(group, self.chosen()[1], into), into)

    # -- saying and applying --------------------------------------------------------------------

    def say(self, words: str) -> None:
        """What is wrong; empty for nothing."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def show_counts(self, used: Counts) -> None:
        """How often each label occurs is known now."""
        self._used = used
        self._show_effects()

    def articles_changed(self) -> int:
        """About how many articles applying changes; 0 while they are not counted."""
        return sum(one.use.articles for one in effects(self.draft, self._used or {}))

    def _show_effects(self) -> None:
        lines = scheme_words.effect_lines(self.draft, self._used)
        self.effects.setText("\n".join(lines))
        self.apply.setEnabled(self.draft.changed and not self._running)

    def _apply(self) -> None:
        self._take_form()
        if self.problem.text() or not self.draft.changed:
            return
        self._running = True
        self.progress.setRange(0, 0)
        self.progress.show()
        for part in (self.list, self.form, self.add, self.up, self.down, self.merge, self.remove):
            part.setEnabled(False)
        for part in (self.load, self.save, self.apply):
            part.setEnabled(False)
        self.cancel.setFocus()
        self.applied.emit(self.draft)

    def show_progress(self, done: int, total: int) -> None:
        """So many articles are written."""
        self.progress.setRange(0, total)
        self.progress.setValue(min(done, total))

    def show_trouble(self, words: str) -> None:
        """It was not taken; everything is as before."""
        self._running = False
        self.progress.hide()
        for part in (self.list, self.form, self.up, self.down, self.load, self.save):
            part.setEnabled(True)
        self._show_form()
        self._show_effects()
        self.say(words)

    def reject(self) -> None:
        """Esc or Cancel; while something is written, that is given up and nothing has changed."""
        if self._running:
            self.given_up.emit()
            self.show_trouble(translate("SchemeDialog", "Given up: nothing was changed."))
        else:
            super().reject()
