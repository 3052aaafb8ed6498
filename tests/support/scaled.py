"""Run as a process of its own: all dialogs and the window at one scale, language and text size.

Prints one line of JSON: by name of the dialog what is cut, overlaps, sticks out or is too large.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PATIENCE = 25
"""Looks at a widget before what is wrong with it is believed."""


def prepare() -> dict[str, str]:
    """The platform with a screen of its own, before Qt is imported."""
    wishes = dict(word.split("=", 1) for word in sys.argv[1:])
    home = Path(tempfile.mkdtemp(prefix="rotstift-scaled-"))
    width, height = map(int, wishes["screen"].split("x"))
    screen = {"name": "one", "x": 0, "y": 0, "width": width, "height": height}
    config = home / "screen.json"
    config.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
    os.environ["QT_SCALE_FACTOR"] = wishes["scale"]
    os.environ["XDG_CONFIG_HOME"] = str(home / "config")
    os.environ["XDG_DATA_HOME"] = str(home / "data")
    folder = home / "config/rotstift"
    folder.mkdir(parents=True)
    keys = ("language", "theme")
    settings = {key: wishes[key] for key in keys} | {"text_size": int(wishes["text"])}
    (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    return wishes | {"home": str(home)}


def defects(widget: "QWidget") -> list[str]:
    """What is wrong with it now."""
    from measure import cut, overlapping, sticking_out, wider_than_their_shaft

    found = [f"cut: {one}" for one in cut(widget)]
    found += [f"overlap: {one}" for one in overlapping(widget)]
    found += [f"sticks out: {one}" for one in sticking_out(widget)]
    found += [f"too wide: {one}" for one in wider_than_their_shaft(widget)]
    room = widget.screen().availableSize()
    if widget.width() > room.width() or widget.height() > room.height():
        found.append(f"too large: {widget.size().toTuple()} on {room.toTuple()}")
    return found


def troubles(wishes: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Name and defects of everything looked at."""
    from articles import BRIDGE, HARBOUR, careless, make_project
    from every_dialog import ALL
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    from rotstift.ui import app

    project = make_project(Path(wishes["home"]) / "Hafen.rotstift", [HARBOUR, BRIDGE], careless())
    _, program = app.start()
    window = program.window
    pictures = wishes.get("pictures", "")

    def looked_at(name: str, widget: QWidget) -> tuple[str, list[str]]:
        for _ in range(PATIENCE):  # what was just shown is still being laid out
            QTest.qWait(40)
            found = defects(widget)
            if not found:
                break
        if pictures:
            widget.grab().save(f"{pictures}/{name.replace(' ', '-')}.png")
        return name, found

    yield looked_at("start", window)
    program.open(project)
    room = window.screen().availableSize()
    window.resize(min(window.width(), room.width()), min(window.height(), room.height()))
    yield looked_at("window", window)
    items = program.desk.core.state
    for name, group in (("entity", items.entities), ("quote", items.quotes)):
        program.desk.go.focus(group[0].id)
        yield looked_at(name, window)
    window.resize(window.minimumSize())
    yield looked_at("smallest", window)
    for name, make in ALL.items():
        dialog = make()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.show()
        yield looked_at(f"dialog {name}", dialog)
        dialog.close()
    window.close()


if __name__ == "__main__":
    wanted = prepare()
    print(json.dumps({name: found for name, found in troubles(wanted) if found}))
