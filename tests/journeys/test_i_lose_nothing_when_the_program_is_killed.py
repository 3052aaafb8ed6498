"""Somebody types in the real window; the program is killed; what it had shown as saved is there."""

import json
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest
from typist import rows

from rotstift.session.session import Session

TIMES = 20
TYPIST = Path(__file__).resolve().parents[1] / "support/typist.py"


def type_until_killed(project: Path, lines: int) -> list[Any]:
    """Kill the program after so many lines; answers the last line that it got out."""
    command = [sys.executable, str(TYPIST), str(project)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    shown = ""
    for _ in range(lines):
        line = process.stdout.readline()
        if not line:
            break
        shown = line
    process.kill()
    rest, trouble = process.communicate(timeout=20)
    whole = [line for line in (shown + rest).splitlines(keepends=True) if line.endswith("\n")]
    assert whole, trouble
    last: list[Any] = json.loads(whole[-1])
    return last


@pytest.mark.slow
def test_i_lose_nothing_when_the_program_is_killed(home: Path, harbour: Path) -> None:
    chance, newest = Random(9), 0
    for _ in range(TIMES):
        number, shown = type_until_killed(harbour, chance.randint(1, 60))
        assert number > newest, "the person could go on where they were"
        session = Session.open(harbour, "Setzerin")
        (article, *_) = session.project.ids()
        last = session.undo_entry
        assert last is not None
        assert last.seq >= number, "an edit that was shown is not on disk"
        while last is not None and last.seq > number:  # on disk, but not shown any more
            session.undo()
            last = session.undo_entry
        assert rows(session.project.state(article)) == shown
        newest = number
        session.close()
