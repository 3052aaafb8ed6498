"""The check that fails a Qt test which leaves something behind: it must see things, and only those."""

import threading
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QWidget


@pytest.fixture
def leftovers(qapp: QApplication) -> object:
    from leftovers import Leftovers

    return Leftovers()


def _timer(_: QApplication) -> tuple[object, Callable[[], object]]:
    timer = QTimer()
    timer.start(60_000)
    return timer, timer.stop


def _window(_: QApplication) -> tuple[object, Callable[[], object]]:
    window = QWidget()
    return window, window.deleteLater


def _qt_thread(_: QApplication) -> tuple[object, Callable[[], object]]:
    thread = QThread()
    thread.start()
    return thread, lambda: (thread.quit(), thread.wait())


def _python_thread(_: QApplication) -> tuple[object, Callable[[], object]]:
    go = threading.Event()
    thread = threading.Thread(target=go.wait)
    thread.start()
    return thread, lambda: (go.set(), thread.join())


@pytest.mark.parametrize("make", [_timer, _window, _qt_thread, _python_thread])
def test_what_is_left_is_found_until_it_is_cleared(make, leftovers, qapp):
    assert leftovers.found() == []
    kept, clear = make(qapp)
    assert len(leftovers.found()) == 1
    clear()
    assert leftovers.found() == []
    del kept


def test_a_closed_window_takes_its_timers_and_popups_along(leftovers, qtbot):
    window = QWidget()
    QTimer(window).start(60_000)
    QComboBox(window).addItem("eins")
    window.show()
    assert len(leftovers.found()) == 3  # the window, its timer, the popup
    window.deleteLater()
    assert leftovers.found() == []


def test_garbage_in_a_cycle_is_not_left_behind(leftovers, qapp):
    cycle = SimpleNamespace(window=QWidget(), timer=QTimer())
    cycle.timer.start(60_000)
    cycle.itself = cycle
    assert len(leftovers.found()) == 2
    del cycle
    assert leftovers.found() == []


def test_a_timer_that_does_not_run_is_no_leftover(leftovers, qapp):
    owner = QObject()
    timer = QTimer(owner)
    assert leftovers.found() == []
    del timer


def test_the_fixture_fails_a_test_that_leaves_a_window(tmp_path, checkout):
    import shutil
    import subprocess
    import sys

    shutil.copytree(checkout / "tests/support", tmp_path / "tests/support")
    shutil.copy(checkout / "tests/conftest.py", tmp_path / "tests")
    body = "from PySide6.QtWidgets import QWidget\nkept = []\ndef test_it(qtbot):\n    kept.append(QWidget())\n"
    (tmp_path / "tests/test_it.py").write_text(body, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        str(tmp_path / "tests"),
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "the test left behind: window QWidget()" in done.stdout
