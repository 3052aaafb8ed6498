"""Whatever can be used, read or looked at has a name for a screen reader, in the window and every dialog."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from every_dialog import ALL
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from rotstift.settings import Settings
from rotstift.ui.dialogs import base
from rotstift.ui.dialogs.base import Sheet
from rotstift.ui.panels.plots import Plot

ROLES = QAccessible.Role
USED = {
    ROLES.Button, ROLES.ButtonMenu, ROLES.CheckBox, ROLES.RadioButton, ROLES.ComboBox, ROLES.EditableText,
    ROLES.SpinBox, ROLES.Slider, ROLES.List, ROLES.ListItem, ROLES.Table, ROLES.Tree, ROLES.TreeItem,
    ROLES.PageTab, ROLES.ProgressBar, ROLES.MenuItem, ROLES.Document, ROLES.Link, ROLES.Dialog, ROLES.Graphic,
    ROLES.ColumnHeader,
}  # fmt: skip
"""Cells of a table may be empty, and read-only labels say their own words."""


def tree(top: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """The interface and all below it."""
    yield top
    if depth > 20:
        return
    for number in range(min(top.childCount(), 300)):
        child = top.child(number)
        if child is not None and child.isValid():
            yield from tree(child, depth + 1)


def nameless(widget: QWidget) -> list[str]:
    """What can be used and has no name."""
    top = QAccessible.queryAccessibleInterface(widget)
    found = []
    for one in tree(top):
        state, thing = one.state(), one.object()
        if state.invisible or one.role() not in USED or one.text(QAccessible.Text.Name):
            continue
        inside = thing.parent() if thing is not None else None
        if inside is not None and inside.metaObject().className().endswith(("SpinBox", "ComboBox")):
            continue  # the line inside a box, which has the name
        found.append(f"{one.role().name} {thing}")
    plots = [plot for plot in widget.findChildren(Plot) if not plot.accessibleName()]
    return found + [f"plot {plot}" for plot in plots]


@pytest.mark.parametrize("name", ALL)
def test_everything_in_a_dialog_has_a_name(qtbot, name) -> None:
    dialog = ALL[name]()
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show()
    QApplication.processEvents()
    assert nameless(dialog) == []


def test_everything_in_the_window_has_a_name(qtbot, monkeypatch, tmp_path) -> None:
    from articles import BRIDGE, HARBOUR, careless, make_project

    from rotstift.ui.app import start

    settings = Settings(tmp_path / "own.json", {"annotator": "anna"})
    monkeypatch.setattr(Settings, "load", lambda: settings)
    _, program = start()
    qtbot.addWidget(program.window)
    assert nameless(program.window) == [], "start page"
    program.open(make_project(tmp_path / "Hafen.rotstift", [HARBOUR, BRIDGE], careless()))
    core = program.desk.core
    for item in (core.state.quotes[0], core.state.entities[0]):
        program.desk.go.focus(item.id)
        program.desk.settle.accept()
        qtbot.wait(20)
        assert nameless(program.window) == []
    top = QAccessible.queryAccessibleInterface(program.window)
    names = {one.text(QAccessible.Text.Name) for one in tree(top)}
    assert {"Articles", "Article with its marks", "Entities"} <= names
    program.window.close()


def test_every_dialog_is_in_the_table(qtbot) -> None:
    for path in sorted(resource_of("dialogs").glob("*.py")):
        import_module(f"rotstift.ui.dialogs.{path.stem}")
    wanted = {kind for kind in Sheet.__subclasses__() if kind.__module__.startswith("rotstift.")}
    listed = set()
    for make in ALL.values():
        dialog = make()
        qtbot.addWidget(dialog)
        listed.add(type(dialog))
    assert wanted - listed == set()


def resource_of(name: str) -> Path:
    return Path(base.__file__).parents[1] / name


def test_what_has_no_name_is_found(qtbot) -> None:
    from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout

    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    for one in (QPushButton("Go"), QPushButton(), QLineEdit()):
        column.addWidget(one)
    box.show()
    assert [words.split()[0] for words in nameless(box)] == ["Button", "EditableText"]
