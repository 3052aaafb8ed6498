"""Build the wheel, install it elsewhere, run it from another folder. Nothing is fetched."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from rotstift import __version__

pytestmark = pytest.mark.slow

NOT_OURS = (".venv", ".git", "build", "dist", "__pycache__", ".*_cache", ".hypothesis")
STRAYS = ("desktop/rotstift/__pycache__/stray.pyc", "resources/icons/build/stray.svg")
LOAD = """
import sys
from pathlib import Path
import rotstift
from rotstift.model.scheme import parse_scheme
from rotstift.paths import resource
from PySide6.QtGui import QGuiApplication, QIcon
app = QGuiApplication([])
scheme = parse_scheme(resource("schemes", "news-de.toml").read_text(encoding="utf-8"))
icons = sorted(resource("icons").glob("*.svg"))
assert icons and all(not QIcon(str(icon)).pixmap(16, 16).isNull() for icon in icons)
print(rotstift.__version__, Path(rotstift.__file__).parent, resource("icons").parent, scheme.name, sep="|")
"""


def _run(*command: str | Path, cwd: Path) -> str:
    """Run with a plain environment, so that no PYTHONPATH leads back into the checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=kept,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


def _build(folder: Path, kind: str, out: Path) -> Path:
    _run(sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", out, cwd=folder)
    (built,) = out.iterdir()
    return built


@pytest.fixture(scope="module")
def copy(checkout, tmp_path_factory) -> Path:
    """The checkout with files in it that git ignores and that must not be shipped."""
    folder = tmp_path_factory.mktemp("install") / "checkout"
    shutil.copytree(checkout, folder, ignore=shutil.ignore_patterns(*NOT_OURS))
    for stray in STRAYS:
        (folder / stray).parent.mkdir(parents=True, exist_ok=True)
        (folder / stray).write_text("stray", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def wheel(copy, tmp_path_factory) -> Path:
    return _build(copy, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(copy, tmp_path_factory) -> Path:
    return _build(copy, "sdist", tmp_path_factory.mktemp("sdist"))


def _shipped(folder: Path) -> set[str]:
    """What the wheel must hold of this checkout: the package, and the resources inside it."""
    roots = {folder / "desktop/rotstift": "rotstift", folder / "resources": "rotstift/resources"}
    return {
        f"{inside}/{file.relative_to(root).as_posix()}"
        for root, inside in roots.items()
        for file in root.rglob("*")
        if file.is_file() and file.relative_to(folder).as_posix() not in STRAYS
    }


def _names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if not name.endswith("/")}


def test_the_wheel_holds_the_package_and_the_resources_and_nothing_else(wheel, copy):
    names = {name for name in _names(wheel) if ".dist-info/" not in name}
    assert names == _shipped(copy)
    assert any(name.startswith("rotstift/resources/icons/") for name in names)


def test_the_sdist_builds_the_same_wheel(sdist, wheel, tmp_path):
    safely = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}  # Python 3.11.4
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, **safely)
    (unpacked,) = (folder for folder in tmp_path.iterdir() if folder.is_dir())
    strays = [file for file in unpacked.rglob("*") if file.name.startswith("stray.")]
    assert strays == []
    assert _names(_build(unpacked, "wheel", tmp_path / "dist")) == _names(wheel)


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """An environment with the wheel in it, which borrows everything else from this one; its Python."""
    folder = tmp_path_factory.mktemp("environment")
    _run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    python = next(
        file for file in (folder / "bin/python", folder / "Scripts/python.exe") if file.exists()
    )
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python)
    _run(*pip, "install", "-q", "--no-index", "--no-deps", wheel, cwd=folder)
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(_run(python, "-c", code, cwd=folder).strip())
    borrowed = sysconfig.get_path("purelib")
    (packages / "borrowed.pth").write_text(borrowed + "\n", encoding="utf-8")
    return python


def test_the_installed_package_finds_its_resources(installed, checkout, tmp_path):
    version, package, resources, scheme = (
        _run(installed, "-c", LOAD, cwd=tmp_path).strip().split("|")
    )
    assert version == __version__
    assert scheme == "news-de"
    assert Path(resources) == Path(package) / "resources"
    assert installed.parents[1] in Path(package).parents
    assert checkout not in Path(package).parents


def test_the_installed_program_tells_its_version(installed, tmp_path):
    assert __version__ in _run(installed, "-m", "rotstift", "--version", cwd=tmp_path)
    assert __version__ in _run(installed.with_name("rotstift"), "--version", cwd=tmp_path)


def test_the_installed_program_opens_its_window(installed, tmp_path):
    _run(installed, "-m", "rotstift", "--headless-tour", tmp_path / "tour", cwd=tmp_path)
    pictures = list((tmp_path / "tour").glob("*.png"))
    assert pictures
    assert all(picture.stat().st_size > 5_000 for picture in pictures)
