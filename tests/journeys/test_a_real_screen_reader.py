"""The window through AT-SPI, as a screen reader on Linux gets it; skipped where there is no such desktop."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from articles import HARBOUR

SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SCRIPT = """
Xvfb -displayfd 3 -screen 0 1600x1000x24 3>"$1/display" & display=$!
trap 'kill $display $bus $window 2>/dev/null' EXIT
while [ ! -s "$1/display" ]; do sleep 0.1; done
export DISPLAY=":$(cat "$1/display")"
"$2" --launch-immediately & bus=$!
QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 "$3" "$4/atspi_window.py" "$1" & window=$!
env -u PYTHONPATH /usr/bin/python3 "$4/atspi_reader.py" "$1" > "$1/heard"
wait $window
"""


def _ready() -> bool:
    programs = ("Xvfb", "dbus-run-session")
    if not all(map(shutil.which, programs)) or not any(map(os.path.exists, LAUNCHERS)):
        return False
    plugins = Path(sys.prefix).glob(
        "lib/python*/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so"
    )
    xcb = next(plugins, None)
    if (
        xcb is None
        or "not found"
        in subprocess.run(["ldd", xcb], capture_output=True, text=True, check=False).stdout
    ):
        return False
    asked = subprocess.run(
        [SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False
    )
    return asked.returncode == 0


@pytest.mark.skipif(
    not _ready(), reason="needs Xvfb, D-Bus, at-spi2-core, python3-pyatspi and xcb's libraries"
)
def test_a_screen_reader_reads_the_page_and_hears_a_correction(
    checkout: Path, tmp_path: Path
) -> None:
    support = checkout / "tests/support"
    launcher = next(filter(os.path.exists, LAUNCHERS))
    words = ["sh", "-c", SCRIPT, "sh", str(tmp_path), launcher, sys.executable, str(support)]
    paths = os.pathsep.join((str(checkout / "desktop"), str(support)))
    done = subprocess.run(
        ["dbus-run-session", "--", *words],
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "heard").read_text(encoding="utf-8"), done.stderr
    found = json.loads((tmp_path / "heard").read_text(encoding="utf-8"))
    assert (found["name"], found["length"]) == ("Article with its marks", len(HARBOUR))
    assert found["start"] == HARBOUR[:11]
    assert found["roles"] == ["link"]
    assert found["names"][1] == "Lindqvist, Place, suggestion 0.50, doubtful"
    said = [words for kind, words in found["heard"] if kind == "object:announcement"]
    assert said[0] == "Lindqvist: Person, by hand"
    assert said[1].startswith("Lindqvist: removed; next: Hansebund-Erweiterung, Organisation")
    focused = [words for kind, words in found["heard"] if kind != "object:announcement"]
    assert focused[-1].startswith("Hansebund-Erweiterung, Organisation")
