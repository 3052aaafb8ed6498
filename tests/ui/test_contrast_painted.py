"""Words as they are really painted keep 4.5 : 1, in every dialog and the window, in both themes."""

from collections.abc import Iterator

import numpy as np
import pytest
from every_dialog import ALL
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from rotstift.settings import Settings
from rotstift.ui import look

SEEN = 4.5 * 0.86
"""The strongest pixel of small letters is a little paler than their colour: their edges are smoothed."""


@pytest.fixture(params=["light", "dark"])
def dressed(request, qapp, tmp_path) -> Iterator[str]:
    """The application in one theme."""
    before = qapp.styleSheet(), qapp.palette(), qapp.font()
    look.dress(Settings(tmp_path / "settings.json", {"theme": request.param}))
    yield request.param
    look.dress(Settings(tmp_path / "settings.json", {"theme": "light"}))
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])


def strongest(image: QImage) -> float:
    """The contrast of the most frequent colour with what differs most from it."""
    picture = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1, 4)
    values = flat[:, : picture.width(), 2::-1] / 255.0
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    light = (linear @ np.array([0.2126, 0.7152, 0.0722])).round(4).ravel()
    kinds, counts = np.unique(light, return_counts=True)
    ground = kinds[counts.argmax()]
    ratio = (np.maximum(light, ground) + 0.05) / (np.minimum(light, ground) + 0.05)
    return float(ratio.max())


def words_on(one: QWidget) -> str:
    if isinstance(one, QLabel | QAbstractButton):
        return one.text()
    if isinstance(one, QComboBox):
        return one.currentText()
    return (one.text() or one.placeholderText()) if isinstance(one, QLineEdit) else ""


def faint(root: QWidget) -> list[str]:
    """What says something, is not off, and cannot be read well."""
    if root.focusWidget() is not None:
        root.focusWidget().clearFocus()
    QApplication.processEvents()
    found = []
    for one in root.findChildren(QWidget):
        inner = one.rect().adjusted(3, 3, -3, -3)
        reads = one.isVisible() and one.isEnabled() and one.window() is root and not inner.isEmpty()
        if not reads or not words_on(one).strip():
            continue
        place = inner.translated(one.mapTo(root, one.rect().topLeft()))
        if not root.rect().contains(place):
            continue
        ratio = strongest(root.grab(place).toImage())
        if ratio < SEEN and not one.visibleRegion().isEmpty():
            found.append(f"{type(one).__name__} {words_on(one)!r}: {ratio:.2f}")
    return found


@pytest.mark.parametrize("name", ALL)
def test_words_of_a_dialog_can_be_read(dressed, qtbot, name) -> None:
    dialog = ALL[name]()
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show()
    QTest.qWait(20)
    assert faint(dialog) == []


def test_words_of_the_window_can_be_read(dressed, qtbot, tmp_path, monkeypatch) -> None:
    from articles import BRIDGE, HARBOUR, careless, make_project

    from rotstift.ui.app import start

    settings = Settings(tmp_path / "own.json", {"theme": dressed, "annotator": "anna"})
    monkeypatch.setattr(Settings, "load", lambda: settings)
    _, program = start()
    qtbot.addWidget(program.window)
    QTest.qWait(20)
    assert faint(program.window) == [], "start page"
    program.open(make_project(tmp_path / "Hafen.rotstift", [HARBOUR, BRIDGE], careless()))
    for item in (program.desk.core.state.quotes[0], program.desk.core.state.entities[0]):
        program.desk.go.focus(item.id)
        QTest.qWait(30)
        assert faint(program.window) == []
    program.window.close()


def test_faint_words_are_found(dressed, qtbot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    label, other = QLabel("Faint", box), QLabel("Strong", box)
    label.setStyleSheet("color: #888888; background: #808080")
    other.move(0, 40)
    other.setStyleSheet("color: #ffffff; background: #202020")
    box.show()
    assert [words.split(":")[0] for words in faint(box)] == ["QLabel 'Faint'"]
