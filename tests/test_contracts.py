"""The floors of the house: who may import whom, proved by running the imports."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINT = Path(sys.executable).with_name("lint-imports")
# A spaCy component is one of spaCy's own classes: spaCy imports it, by its entry point; and what such a
# component alone uses may be made of thinc.
WALK = """
NETWORKS = "rotstift.nlp.quotes.model."
import importlib, json, pkgutil, sys
top = importlib.import_module(sys.argv[1])
names = [top.__name__, *(m.name for m in pkgutil.walk_packages(top.__path__, top.__name__ + "."))]
doors = [n for n in names if n.endswith(".component") or n.startswith(NETWORKS)]
for name in set(names) - set(doors):
    importlib.import_module(name)
heavy = {"PySide6", "shiboken6", "spacy", "thinc", "numpy", "sqlite3", "sqlite_utils"}
print(json.dumps({"walked": names, "doors": doors, "heavy": sorted(heavy & set(sys.modules))}))
"""

FORBIDDEN = {
    "rotstift.model": {
        "PySide6",
        "shiboken6",
        "spacy",
        "thinc",
        "numpy",
        "sqlite3",
        "sqlite_utils",
    },
    "rotstift.formats": {"PySide6", "shiboken6", "spacy", "thinc", "sqlite3", "sqlite_utils"},
    "rotstift.nlp": {"PySide6", "shiboken6", "spacy", "thinc", "sqlite3", "sqlite_utils"},
    "rotstift.store": {"PySide6", "shiboken6", "spacy", "thinc"},
    "rotstift.session": {"PySide6", "shiboken6", "spacy", "thinc"},
    "rotstift.ui": {"spacy", "thinc"},
}


def _imported(package: str, desktop: Path) -> dict[str, list[str]]:
    """Every module of the package, imported in an interpreter of its own, and the heavy ones that came along."""
    command = [sys.executable, "-W", "error", "-c", WALK, package]
    done = subprocess.run(command, cwd=desktop, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("package", FORBIDDEN)
def test_importing_a_floor_brings_no_stranger_along(checkout, package):
    found = _imported(package, checkout / "desktop")
    modules = list((checkout / "desktop" / package.replace(".", "/")).rglob("*.py"))
    assert len(found["walked"]) == len(modules)
    assert set(found["heavy"]) & FORBIDDEN[package] == set()
    assert not found["doors"] or package == "rotstift.nlp"


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(LINT), "--no-cache"]
    env = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(folder / "desktop"), "LANG": "C.UTF-8"}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(checkout, tmp_path) -> Path:
    """The contracts and the package in a folder where a wrong import can be planted."""
    shutil.copy(checkout / "pyproject.toml", tmp_path)
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(checkout / "desktop", tmp_path / "desktop", ignore=ignore)
    return tmp_path


def test_the_contracts_hold(copy):
    done = _lint(copy)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("floor", "line", "contract"),
    [
        ("model", "import rotstift.session", "Floors"),
        ("formats", "import rotstift.store", "Floors"),
        ("session", "import rotstift.ui", "Floors"),
        ("session", "import PySide6.QtCore", "Qt only in ui"),
        ("ui", "import spacy", "spaCy only in nlp"),
        ("nlp", "import sqlite3", "SQL only in store"),
        ("formats", "def f() -> None:\n    import sqlite_utils", "SQL only in store"),
    ],
)
def test_a_wrong_import_is_caught(copy, floor, line, contract):
    (copy / f"desktop/rotstift/{floor}/planted.py").write_text(line + "\n", encoding="utf-8")
    done = _lint(copy)
    assert done.returncode == 1, done.stdout
    broken = [row for row in done.stdout.splitlines() if "BROKEN" in row]
    assert any(contract in row for row in broken), done.stdout


def test_a_late_import_of_spacy_at_the_top_of_nlp_is_caught(copy):
    (copy / "desktop/rotstift/nlp/planted.py").write_text("import spacy\n", encoding="utf-8")
    assert "spacy" in _imported("rotstift.nlp", copy / "desktop")["heavy"]
