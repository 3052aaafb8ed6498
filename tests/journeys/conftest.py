"""The real window, started through its entry point, with settings and projects of its own."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from person import Person, Start
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without any settings but that doubtful places come as one reads, and none by lot, for this process and those that it starts."""
    folder = tmp_path / "home"
    for name in ("config", "data"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(folder / name))
        monkeypatch.setattr(
            f"rotstift.settings.user_{name}_path", lambda *_, name=name, **__: folder / name
        )
    folder.joinpath("config").mkdir(parents=True)
    folder.joinpath("config/settings.json").write_text(
        json.dumps({"tab_order": "place", "sample_share": 0})
    )
    return folder


@pytest.fixture
def start(home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts the program as `rotstift [PROJECT]` does, and puts a person in front of it."""
    from rotstift.ui import app

    windows = []

    def started(project: Path | None = None) -> Person:
        watchful = sys.excepthook
        _, program = app.start()
        monkeypatch.setattr(sys, "excepthook", watchful)  # a slot's error is the test's failure
        windows.append(program.window)
        qtbot.addWidget(program.window)
        if project is not None:
            assert program.open(project), program.window.status.message.text()
        assert QTest.qWaitForWindowActive(program.window)
        QApplication.processEvents()
        return Person(qtbot, program)

    yield started
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A project: the article with every trap and a careless machine's marks, and two short ones."""
    from articles import BRIDGE, HARBOUR, MARKET, careless, make_project

    return make_project(tmp_path / "Hafen.rotstift", [HARBOUR, MARKET, BRIDGE], careless())


@pytest.fixture
def person(start: Start, harbour: Path) -> Person:
    """Somebody with that project open in front of them."""
    return start(harbour)
