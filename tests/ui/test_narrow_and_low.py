"""Small windows: what is most important keeps its place."""

import sys

import pytest

from rotstift.ui.folding import LOW
from rotstift.ui.panels.status import StatusLine


@pytest.fixture
def line(qtbot):
    made = StatusLine()
    qtbot.addWidget(made)
    made.set_rate(0.9)
    made.set_seconds(90)
    made.resize(1000, made.height())
    made.show()
    return made


def test_a_message_takes_the_figures_place_and_gives_it_back(line):
    assert line.rate.isVisible()
    line.show_message("Something is still running: wait for it, or cancel it first.")
    assert not line.rate.isVisible()
    assert not line.seconds.isVisible()
    line.clear_message()
    assert line.rate.isVisible()


def test_a_wide_line_shows_both(line):
    line.resize(1500, line.height())
    line.show_message("Something is still running.")
    assert line.rate.isVisible()


def test_a_low_window_shows_a_suggestions_buttons_whole(qtbot, tmp_path, monkeypatch):
    from articles import HARBOUR, careless, make_project

    from rotstift.ui import app

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    _, program = app.start()
    window = program.window
    qtbot.addWidget(window)
    assert program.open(make_project(tmp_path / "Hafen.rotstift", [HARBOUR], careless()))
    window.resize(1024, 700)
    assert window.height() < LOW
    core = program.desk.core
    program.desk.go.focus(core.state.quotes[0].id)
    shaft, kind = window.selection._shaft, type(window.status.keys)

    def whole() -> bool:
        buttons = [one for one in window.selection.findChildren(kind) if one.isVisible()]
        feet = [one.mapTo(shaft, one.rect().bottomLeft()).y() for one in buttons]
        return bool(feet) and max(feet) <= shaft.height()

    qtbot.waitUntil(whole)
    window.close()
