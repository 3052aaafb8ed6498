"""The table of all dialogs, for every test that goes through them: a dialog is listed in one place."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "ui"))
from test_dialogs_all import ALL

__all__ = ["ALL"]
