"""Which system libraries Qt lacks on this machine, as the names of Debian packages.

Run by setup.sh with the new environment's Python: `libraries.py offscreen|xcb|wayland`. Prints the
packages, one a line; exit code 0 nothing is missing, 3 something is (a library that no line of
apt-packages.txt knows is named on stderr), 1 Qt does not start although nothing is missing.
"""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

TABLE = Path(__file__).with_name("apt-packages.txt")
MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtTest")
PLUGINS = {
    "offscreen": (
        "platforms/libqoffscreen.so",
        "iconengines/libqsvgicon.so",
        "imageformats/libqsvg.so",
    ),
    "xcb": ("platforms/libqxcb.so",),
    "wayland": ("platforms/libqwayland.so",),
}
MISSING = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)
START = (
    "from PySide6.QtWidgets import QApplication, QWidget; a = QApplication([]); QWidget().show()"
)


def missing(platform: str) -> list[str]:
    """The libraries that the loader does not find for Qt and this platform plugin, sorted."""
    files = [str(file) for file in qt_files(platform)]
    listed = subprocess.run(["ldd", *files], capture_output=True, text=True, check=False)
    return sorted(
        set(MISSING.findall(listed.stdout)) - {file.name for file in qt_root().rglob("*.so*")}
    )


def qt_root() -> Path:
    """The folder of the installed PySide6, found without importing it."""
    spec = find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("PySide6 is not installed in this environment: delete .venv and run make again.")
    return Path(spec.submodule_search_locations[0])


def qt_files(platform: str) -> list[Path]:
    """Qt's modules and plugins that a window on this platform loads; every platform needs the first ones."""
    root = qt_root()
    names = [*PLUGINS["offscreen"], *PLUGINS.get(platform, ())]
    files = [root / f"{module}.abi3.so" for module in MODULES]
    files += [root / "Qt/plugins" / name for name in names]
    return [file for file in files if file.exists()]


def packages() -> dict[str, str]:
    """Library to Debian package, from apt-packages.txt."""
    rows = [line.split() for line in TABLE.read_text(encoding="utf-8").splitlines()]
    return {row[1]: row[2] for row in rows if len(row) == 3 and row[0] in PLUGINS}


def starts(platform: str) -> str:
    """Really open a Qt program; empty when it worked, else the last lines of what it said."""
    env = {**os.environ, "QT_QPA_PLATFORM": platform}
    done = subprocess.run(
        [sys.executable, "-c", START], env=env, capture_output=True, text=True, check=False
    )
    return (
        "" if done.returncode == 0 else done.stderr.strip()[-800:] or f"exit code {done.returncode}"
    )


def main(platform: str) -> int:
    """Print what is missing; see the module's head for the exit codes."""
    known = packages()
    lacking = missing(platform) if sys.platform == "linux" else []
    print("\n".join(sorted({known[library] for library in lacking if library in known})))
    for library in lacking:
        if library not in known:
            print(f"The system library {library} is missing; please install it.", file=sys.stderr)
    if lacking:
        return 3
    trouble = starts(platform) if sys.platform == "linux" else ""
    if trouble:
        print(f"Qt does not start on the platform {platform}:\n{trouble}", file=sys.stderr)
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
