"""What stands around the program: a Qt that keeps its references, and locks that hold what they say."""

import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from rotstift.guard import bad_combination

CALLS = 25_000  # PySide6 6.12.0 on Python 3.11 aborts after some 5,800

MANY_CALLS = f"""
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
widget = QWidget()
for _ in range({CALLS}):
    widget.update()
print("alive")
"""
DRIFT = """
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

class Sender(QObject):
    sent = Signal(bool)

app, sender = QApplication([]), Sender()
widget = QWidget()
sender.sent.connect(lambda value: None)
acts = {"None": (None, widget.update), "True": (True, lambda: sender.sent.emit(True)),
        "False": (False, widget.isVisible)}
for name, (value, act) in acts.items():
    act()
    before = sys.getrefcount(value)
    for _ in range(1000):
        act()
    print(name, before - sys.getrefcount(value))
"""


def _run(code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_qt_survives_many_calls_that_return_nothing():
    done = _run(MANY_CALLS)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.strip() == "alive"


def test_qt_gives_back_only_the_references_it_took():
    done = _run(DRIFT)
    assert done.returncode == 0, done.stderr[-2000:]
    lost = {name: int(number) for name, number in map(str.split, done.stdout.splitlines())}
    assert set(lost) == {"None", "True", "False"}
    assert max(lost.values()) < 100, lost  # 1000 with PySide6 6.12.0 on Python 3.11


@pytest.mark.parametrize(
    ("python", "pyside", "bad"),
    [
        ((3, 11, 7), (6, 12, 0), True),
        ((3, 11, 15), (6, 13, 1), True),
        ((3, 11, 7), (7, 0, 0), True),
        ((3, 11, 7), (6, 11, 3), False),
        ((3, 11, 7), (6, 9, 0), False),
        ((3, 12, 0), (6, 12, 0), False),
        ((3, 14, 1), (6, 12, 0), False),
    ],
)
def test_the_guard_knows_the_bad_combinations(python, pyside, bad):
    sentence = bad_combination(python, pyside)
    assert (sentence is not None) is bad
    if sentence:
        assert ".".join(map(str, pyside)) in sentence
        assert "Python 3.12" in sentence


def test_the_guard_lets_this_machine_through():
    import PySide6

    assert bad_combination(sys.version_info[:3], PySide6.__version_info__[:3]) is None


def test_pyproject_holds_the_range_of_pyside(checkout: Path):
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ranges = {line for line in project["dependencies"] if line.startswith("PySide6")}
    assert ranges == {
        "PySide6-Essentials>=6.9,<6.12; python_version < '3.12'",
        "PySide6-Essentials>=6.9; python_version >= '3.12'",
    }


def _locks(checkout: Path) -> list[Path]:
    return sorted((checkout / "packaging").glob("*.lock"))


def _requirements(lock: Path) -> dict[str, tuple[str, str, int]]:
    """Line of a lock file without its hashes: its name, its version, and how many hashes it has."""
    joined = re.sub(r"\\\n\s*", "", lock.read_text(encoding="utf-8"))
    lines = [line for line in joined.splitlines() if line and not line.lstrip().startswith("#")]
    found = {}
    for line in lines:
        pin = re.match(r"([a-z0-9-]+)==(\S+)", line)
        assert pin, f"{lock.name} does not pin: {line[:80]}"
        found[line.split("--hash")[0].strip()] = (pin[1], pin[2], line.count("--hash=sha256:"))
    return found


def test_the_locks_pin_and_hash_everything(checkout: Path):
    run, dev = (_requirements(checkout / f"packaging/requirements{x}.lock") for x in ("", "-dev"))
    assert min(hashes for _, _, hashes in (run | dev).values()) >= 1
    assert run.keys() <= dev.keys()  # developers run the same versions
    assert {"hatchling", "editables"} <= {name for name, _, _ in run.values()}


def test_the_locks_hold_every_dependency_of_pyproject(checkout: Path):
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {"": project["dependencies"], "-dev": project["optional-dependencies"]["dev"]}
    for suffix, lines in wanted.items():
        locked = {
            name
            for name, _, _ in _requirements(
                checkout / f"packaging/requirements{suffix}.lock"
            ).values()
        }
        names = {re.split(r"[^A-Za-z0-9_.-]", line)[0].lower().replace("_", "-") for line in lines}
        assert names <= locked, "run make lock"


def test_the_locks_honour_the_range_of_pyside(checkout: Path):
    for lock in _locks(checkout):
        pins = {
            line: pin for line, pin in _requirements(lock).items() if pin[0] == "pyside6-essentials"
        }
        old = [version for line, (_, version, _) in pins.items() if "< '3.12'" in line]
        new = [version for line, (_, version, _) in pins.items() if ">= '3.12'" in line]
        assert len(pins) == len(old) + len(new) == 2
        assert (6, 9) <= tuple(map(int, old[0].split(".")[:2])) < (6, 12)


def test_nothing_names_an_index_a_path_or_a_pipeline_from_the_registry(checkout: Path):
    """Names like de-core-news-md are taken in the public registry by strangers, not by spaCy."""
    files = [*_locks(checkout), *(checkout / "packaging").glob("*.in"), checkout / "pyproject.toml"]
    assert len(files) >= 4
    for file in files:
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".lock":
            assert not re.search(r"https?:|file:|--find-links|--index|--extra-index| @ ", text), (
                file
            )
        assert not re.search(r"core[-_]news|core[-_]web", text), file


def test_the_table_of_system_libraries_can_be_read(checkout: Path):
    rows = [
        line.split()
        for line in (checkout / "packaging/apt-packages.txt").read_text("utf-8").splitlines()
    ]
    rows = [row for row in rows if row and not row[0].startswith("#")]
    assert all(len(row) == 3 and row[0] in {"offscreen", "xcb", "wayland"} for row in rows)
    libraries = [row[1] for row in rows]
    assert len(libraries) == len(set(libraries))
    assert all(re.fullmatch(r"lib\S+\.so\.\d+", library) for library in libraries)


LDD = """
/venv/PySide6/QtGui.abi3.so:
\tlibQt6Gui.so.6 => not found
\tlibGL.so.1 => not found
\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f0000000000)
/venv/PySide6/Qt/plugins/platforms/libqxcb.so:
\tlibGL.so.1 => not found
\tlibqueer.so.1 => not found
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is asked of the system")
def test_missing_libraries_become_package_names(checkout, monkeypatch, capsys):
    spec = importlib.util.spec_from_file_location("libraries", checkout / "packaging/libraries.py")
    libraries = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(libraries)
    assert libraries.qt_files("xcb") > libraries.qt_files("offscreen")
    said = subprocess.CompletedProcess([], 1, stdout=LDD, stderr="")
    monkeypatch.setattr(libraries.subprocess, "run", lambda *_, **__: said)
    assert libraries.missing("xcb") == ["libGL.so.1", "libqueer.so.1"]  # Qt6Gui is PySide's own
    assert libraries.main("xcb") == 3
    printed = capsys.readouterr()
    assert printed.out.split() == ["libgl1"]
    assert "libqueer.so.1 is missing" in printed.err


def _setup(folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run setup.sh of this folder with nothing of this machine but a shell's ordinary commands."""
    command = ["sh", str(folder / "packaging/setup.sh"), "run"]
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell's work")
def test_setting_up_without_a_fitting_python_says_so(checkout, tmp_path):
    shutil.copytree(checkout / "packaging", tmp_path / "packaging")
    shutil.copy(checkout / "pyproject.toml", tmp_path)
    done = _setup(tmp_path, PATH="/usr/bin:/bin", PYTHON="no-such-python")
    assert done.returncode == 1
    assert "needs Python 3.11, 3.12, 3.13 or 3.14" in done.stderr
    assert not (tmp_path / ".venv").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell's work")
def test_setting_up_leaves_a_folder_that_is_not_its_own_alone(checkout, tmp_path):
    shutil.copytree(checkout / "packaging", tmp_path / "packaging")
    shutil.copy(checkout / "pyproject.toml", tmp_path)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv/thesis.odt").write_text("my only copy", encoding="utf-8")
    done = _setup(tmp_path, PATH="/usr/bin:/bin", PYTHON=sys.executable)
    assert done.returncode == 1
    assert "is no Python environment" in done.stderr
    assert (tmp_path / ".venv/thesis.odt").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell's work")
@pytest.mark.parametrize(
    ("env", "platform"),
    [
        ({}, "offscreen"),
        ({"DISPLAY": ":987"}, "offscreen"),  # no such display: an old shell's variable
        ({"DISPLAY": "elsewhere:0"}, "xcb"),
        ({"WAYLAND_DISPLAY": "/nowhere/wayland-0"}, "offscreen"),
        ({"DISPLAY": "elsewhere:0", "QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
    ],
)
@pytest.mark.skipif(sys.platform == "darwin", reason="there is always a display")
def test_a_display_counts_only_when_it_is_there(checkout, env, platform):
    command = ["sh", str(checkout / "packaging/display.sh")]
    done = subprocess.run(
        command, env={"PATH": "/usr/bin:/bin", **env}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == platform
