"""Nothing is cut, overlaps or sticks out: at 100 to 300 %, in both languages, with small and large text."""

import json
import os
import subprocess
import sys

import pytest
from measure import cut, overlapping, sticking_out, wider_than_their_shaft
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

PLACES = [
    # screen, scale, language, text size, theme
    ("1920x1080", "1", "de", 17, "light"),
    ("1920x1080", "1", "en", 40, "dark"),
    ("1920x1080", "1.5", "de", 17, "dark"),
    ("1920x1080", "2", "de", 17, "light"),
    ("1920x1080", "2", "en", 28, "light"),
    ("3840x2160", "3", "de", 17, "light"),
    ("3840x2160", "3", "en", 40, "dark"),
]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: "-".join(map(str, place)))
def test_window_and_dialogs_fit(checkout, tmp_path, place) -> None:
    screen, scale, language, text, theme = place
    tests = checkout / "tests"
    paths = (checkout / "desktop", tests / "support")
    words = (f"{screen=!s}", f"{scale=!s}", f"{language=!s}", f"{text=!s}", f"{theme=!s}")
    done = subprocess.run(
        [sys.executable, str(tests / "support/scaled.py"), *words],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, paths)), "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {}


@pytest.fixture
def box(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_what_is_cut_is_found(box) -> None:
    row = QVBoxLayout(box)
    fits, label, button = (
        QLabel("short"),
        QLabel("much too long for this"),
        QPushButton("Cancel it"),
    )
    label.setFixedWidth(40)
    button.setFixedWidth(30)
    for one in (fits, label, button):
        row.addWidget(one)
    box.resize(300, 200)
    box.show()
    assert cut(box) == ["QLabel 'much too long for this'", "QPushButton 'Cancel it'"]


def test_what_overlaps_and_sticks_out_is_found(box) -> None:
    row = QHBoxLayout(box)
    left, right = QPushButton("left"), QPushButton("right")
    row.addWidget(left)
    row.addWidget(right)
    box.resize(300, 100)
    box.show()
    assert (overlapping(box), sticking_out(box)) == ([], [])
    right.move(left.x() + 10, left.y())
    assert overlapping(box) == ["QPushButton 'left' over QPushButton 'right'"]
    right.move(290, left.y())
    assert len(sticking_out(box)) == 1


def test_what_is_wider_than_its_shaft_is_found(box) -> None:
    area, inside = QScrollArea(box), QWidget()
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    inside.setMinimumWidth(400)
    area.setWidget(inside)
    area.resize(200, 100)
    box.show()
    assert len(wider_than_their_shaft(box)) == 1
