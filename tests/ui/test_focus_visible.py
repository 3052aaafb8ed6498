"""Who has the focus is seen on every widget that can have it, in both themes, by 3 : 1 at least."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from every_dialog import ALL
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from rotstift.settings import Settings
from rotstift.ui import look

LEAST_PIXELS = 40
"""More than a text caret, less than any ring."""
SHARE = 3.0


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


def stops(root: QWidget) -> list[QWidget]:
    """Every widget in the window that the Tab key stops at, in its order."""
    found, one = [], root.nextInFocusChain()
    while one is not None and one is not root:
        takes = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.focusProxy() is None
        if takes and one.isVisible() and one.isEnabled() and one.window() is root.window():
            found.append(one)
        one = one.nextInFocusChain()
    return found


def light(image: QImage) -> np.ndarray:
    """WCAG's relative luminance of each pixel."""
    picture = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1, 4)
    values = flat[:, : picture.width(), 2::-1] / 255.0
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def changed(before: QImage, after: QImage) -> int:
    """Pixels whose light changed by 3 : 1."""
    one, other = light(before), light(after)
    ratio = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
    return int((ratio >= SHARE).sum())


def unseen(root: QWidget) -> list[str]:
    """The widgets that look the same with the focus and while another one has it."""
    QTest.keyClick(root, Qt.Key.Key_Tab)  # from now on with the keyboard
    QTest.qWait(40)
    found, every = [], stops(root)
    for number, widget in enumerate(every):
        other = every[number - 1] if len(every) > 1 else root
        before = looks(root, widget, other)
        after = looks(root, widget, widget)
        if not widget.hasFocus():
            found.append(f"{widget} takes no focus")
        elif changed(before, after) < LEAST_PIXELS:
            found.append(f"{widget} {widget.accessibleName()}")
    return found


def looks(root: QWidget, widget: QWidget, focused: QWidget) -> QImage:
    """A widget and some pixels around it while one has the focus (nobody where there is one only)."""
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    corner = widget.mapTo(root, widget.rect().topLeft())
    return root.grab(widget.rect().translated(corner).adjusted(-4, -4, 4, 4)).toImage()


@pytest.mark.parametrize("name", ALL)
def test_the_focus_is_seen_in_every_dialog(dressed, qtbot, name) -> None:
    dialog = ALL[name]()
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show()
    assert QTest.qWaitForWindowActive(dialog)
    assert unseen(dialog) == []


@pytest.mark.parametrize("name", ALL)
def test_tab_goes_through_a_dialog_as_it_is_read(qtbot, name) -> None:
    """From the top down, in a row from the left; columns of fields count as one row."""
    dialog = ALL[name]()
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show()
    assert QTest.qWaitForWindowActive(dialog)
    places = []
    for widget in stops(dialog):
        if not isinstance(widget.parent(), QAbstractItemView):
            box = widget.rect().translated(widget.mapTo(dialog, widget.rect().topLeft()))
            places.append((widget.accessibleName(), box))
    for (name_a, one), (name_b, other) in pairwise(places):
        backwards = other.bottom() < one.top() and other.left() <= one.right()
        assert not backwards, f"{name_b!r} stands above {name_a!r} and comes after it"
        same_row = abs(one.center().y() - other.center().y()) < 8
        assert not (same_row and other.right() < one.left()), f"{name_b!r} is left of {name_a!r}"


def test_the_focus_is_seen_in_the_window(dressed, qtbot, tmp_path, monkeypatch) -> None:
    from articles import BRIDGE, HARBOUR, careless, make_project

    from rotstift.ui.app import start

    settings = Settings(tmp_path / "own.json", {"theme": dressed, "annotator": "anna"})
    monkeypatch.setattr(Settings, "load", lambda: settings)
    _, program = start()
    qtbot.addWidget(program.window)
    window = program.window
    assert unseen(window) == [], "start page"
    program.open(make_project(tmp_path / "Hafen.rotstift", [HARBOUR, BRIDGE], careless()))
    assert QTest.qWaitForWindowActive(window)
    program.desk.go.focus(program.desk.core.state.quotes[0].id)
    QTest.qWait(20)
    assert unseen(window) == []
    window.close()


@pytest.mark.parametrize("name", ALL)
def test_tab_is_never_caught_in_a_dialog(qtbot, name) -> None:
    """From the first stop on, Tab comes to every one and round to the first again."""
    dialog = ALL[name]()
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show()
    assert QTest.qWaitForWindowActive(dialog)
    wanted = stops(dialog)
    if not wanted:
        return
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(2 * len(wanted)):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is wanted[0]:
            break
    assert QApplication.focusWidget() is wanted[0], "round the end"
    left = {str(one) for one in wanted if one not in seen}
    assert left == set()
