"""What every test gets: a home of its own, no display, and a check that Qt is left as it was found."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

CHECKOUT = Path(__file__).resolve().parents[1]
QT_FIXTURES = {"qtbot", "qapp", "qtlog", "qtmodeltester"}
HOME = Path(tempfile.mkdtemp(prefix="rotstift-tests-"))


def _isolate() -> None:
    """Point the user's folders into one that goes after the run; before Qt is imported."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.update({"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "LANGUAGE": ""})
    folders = {"HOME": "", "USERPROFILE": "", "APPDATA": "appdata", "LOCALAPPDATA": "localappdata"}
    folders |= {f"XDG_{name}_HOME": name.lower() for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    if os.environ["QT_QPA_PLATFORM"] != "wayland":  # its socket stands in the old one
        folders["XDG_RUNTIME_DIR"] = "runtime"
    for variable, name in folders.items():
        folder = HOME / name
        folder.mkdir(mode=0o700, exist_ok=True)  # Qt warns of a runtime folder others can read
        os.environ[variable] = str(folder)


_isolate()
sys.path.append(str(CHECKOUT / "tests/support"))
settings.register_profile(
    "ci", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", settings.get_profile("ci"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The top folder of this checkout."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of data sets beside the checkout; without it a test that asks for it is skipped."""
    folder = CHECKOUT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no folder of data sets beside this checkout")
    return folder


@pytest.fixture(autouse=True)
def _qt_left_clean(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a Qt test that leaves a window, a timer, a thread, a process or an animation behind."""
    if not QT_FIXTURES & set(request.fixturenames):
        yield
        return
    from leftovers import Leftovers  # imports Qt, which most tests do not need

    leftovers = Leftovers()
    yield
    left = leftovers.found()
    if left:
        pytest.fail("the test left behind: " + ", ".join(left), pytrace=False)
