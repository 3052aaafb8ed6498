"""The gallery: every dialog and panel has its scene, and every scene can be made."""

import importlib
import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from rotstift.ui import dialogs, panels

NEVER_ALONE = {
    "rotstift.ui.dialogs.base.Sheet",
    "rotstift.ui.dialogs.editors.EditorWidget",
    "rotstift.ui.panels.lists.RowList",
    "rotstift.ui.panels.plots.Plot",
}
"""Base classes: nobody sees them but through their heirs."""


@pytest.fixture(scope="module")
def seen(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Which classes each scene shows; made as the pictures are, without writing them."""
    folder = tmp_path_factory.mktemp("gallery")
    place = str(checkout / "packaging/gallery")
    sys.path.insert(0, place)
    try:
        gallery = importlib.import_module("gallery")
        project = gallery.prepare(folder)
    finally:
        sys.path.remove(place)
    words = [sys.executable, f"{place}/shoot.py", str(project), str(folder)]
    words += ["--language", "de", "--seen", str(folder / "seen.json")]
    done = subprocess.run(
        words,
        env=os.environ | {"QT_QPA_PLATFORM": gallery.screen(folder, 1)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads((folder / "seen.json").read_text())
    return found


def shown_classes() -> set[str]:
    """Every widget of the dialogs' and panels' modules that is not for its module alone."""
    found = set()
    for package in (dialogs, panels):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for name, kind in vars(importlib.import_module(module.name)).items():
                own = isinstance(kind, type) and kind.__module__ == module.name
                if own and issubclass(kind, QWidget) and not name.startswith("_"):
                    found.add(f"{module.name}.{name}")
    return found - NEVER_ALONE


def test_every_dialog_and_panel_has_a_scene(seen):
    missing = shown_classes() - {name for names in seen.values() for name in names}
    assert not missing, "no row of packaging/gallery/scenes.py shows " + ", ".join(sorted(missing))
