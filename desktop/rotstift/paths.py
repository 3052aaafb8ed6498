"""Where shipped files live, and where the user's own files go."""

import sys
from importlib.resources import files
from pathlib import Path

_INSTALLED = Path(str(files("rotstift"))) / "resources"
_CHECKOUT = Path(__file__).resolve().parents[2] / "resources"


def resource(*parts: str) -> Path:
    """The shipped file or folder: inside the installed package, or at the top of a checkout.

    Raises FileNotFoundError, naming the resource, when it was not shipped.
    """
    root = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    path = root.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"resource {'/'.join(parts)!r} is not in {root}")
    return path


def worker_command() -> list[str]:
    """The command that starts the NLP worker."""
    return [*_ourselves(), "--worker"]


def copier_command(source: Path, draft: Path) -> list[str]:
    """The command that copies a project's file and checks the copy."""
    return [*_ourselves(), "--copy", str(source), str(draft)]


def _ourselves() -> list[str]:
    """This program; a frozen one starts itself."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "rotstift"]
