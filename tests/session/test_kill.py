"""Kill -9 at any moment loses nothing that was shown, and leaves nothing half done."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from project_help import TEXT, make_session

from rotstift.session.doctor import check, replayed
from rotstift.session.session import Session

KILLS = 200
FRESH_AFTER = 20
"""Kills on one project file; then a new one, since all is replayed after every kill."""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the child is forked"),
]


@pytest.fixture
def server(checkout) -> Iterator[subprocess.Popen[str]]:
    """The program that forks the children."""
    process = subprocess.Popen(
        [sys.executable, str(checkout / "tests/support/kill_child.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    yield process
    process.stdin.close()
    process.stdout.close()
    assert process.wait(timeout=10) == 0


def killed(server: subprocess.Popen[str], path: Path, seed: int, delay: float) -> list[int]:
    """Start a child, kill it after some seconds of editing, and answer the numbers that it said."""
    server.stdin.write(f"{path} {seed}\n")
    server.stdin.flush()
    kind, number = server.stdout.readline().split()
    if kind == "open":  # the child was quicker than its parent
        kind, number = server.stdout.readline().split()
    else:
        assert server.stdout.readline() == "open\n"
    assert kind == "pid", (kind, number)
    time.sleep(delay)
    os.kill(int(number), signal.SIGKILL)
    said = []
    while (line := server.stdout.readline().strip()) != "gone":
        assert line.isdigit(), line
        said.append(int(line))
    return said


def look_at(path: Path, said: list[int], before: int) -> int:
    """Everything said is there, nothing is half there, and work goes on; answers the log's length."""
    session = Session.open(path, "Kim")
    project = session.project
    count = project._reader.scalar("select count(*) from log")
    assert count == project._reader.scalar("select max(seq) from log")
    assert count >= max(said, default=before)
    assert said == sorted(said)
    assert count - (said[-1] if said else before) <= 1, "more than the one on its way"
    without = "select count(*) from log where seq not in (select seq from change)"
    assert project._reader.scalar(without) == 0
    for key in project.ids():
        live, told = session.look(key).state, replayed(project, key)
        assert dict(live.items) == dict(told.items)
        assert live.digest == told.digest == project.digest_of(key)
    (*_, report) = check(session)
    assert report.problems == []
    undo = session.undo_entry
    if undo is not None:
        before_undo = {key: session.look(key).state.digest for key in project.ids()}
        session.undo()
        assert session.redo_entry == undo
        session.redo()
        assert {key: session.look(key).state.digest for key in project.ids()} == before_undo
    count = project._reader.scalar("select count(*) from log")
    session.close()
    return count


def test_two_hundred_kills(server, tmp_path):
    chance = random.Random(20260301)
    shown = on_its_way = 0
    for number in range(KILLS):
        if number % FRESH_AFTER == 0:
            path = tmp_path / f"{number}.rotstift"
            make_session(path, TEXT, TEXT * 2, TEXT.replace("Berg", "Tal")).close()
            length = 1
        said = killed(server, path, number, chance.uniform(0.0, 0.04))
        before, length = length, look_at(path, said, length)
        shown += len(said)
        on_its_way += length - before - len(said) in (1, 3)
    assert shown >= 2 * KILLS, "the children hardly did anything"
    assert on_its_way, "no kill came between the disk and the pipe: choose other moments"
    print(f"{KILLS} kills, {shown} edits shown, {on_its_way} more on disk")
