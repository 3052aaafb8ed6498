"""Run with the system's Python: a screen reader that prints what it finds and hears, as JSON.

Its first argument is the folder that the window watches.
"""

import json
import sys
import time
from pathlib import Path

import pyatspi
from gi.repository import GLib

PATIENCE = 20.0
"""Seconds until the window must be there."""


def application():
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        desktop = pyatspi.Registry.getDesktop(0)
        for number in range(desktop.childCount):
            found = desktop.getChildAtIndex(number)
            if found is not None and found.name == "Rotstift":
                return found
        time.sleep(0.1)
    raise SystemExit("no window")


def document(node, depth=0):
    if node.getRoleName() == "document frame":
        return node
    for number in range(node.childCount if depth < 12 else 0):
        child = node.getChildAtIndex(number)
        found = document(child, depth + 1) if child is not None else None
        if found is not None:
            return found
    return None


page, end = None, time.monotonic() + PATIENCE
while time.monotonic() < end and (page is None or not page.childCount):
    page = document(application())
    time.sleep(0.1)
text = page.queryText()
children = [page.getChildAtIndex(number) for number in range(page.childCount)]
found = {
    "name": page.name,
    "length": text.characterCount,
    "start": text.getText(0, 11),
    "names": [child.name for child in children[:3]],
    "roles": sorted({child.getRoleName() for child in children}),
}
heard = []


def hear(event):
    heard.append(
        [event.type, str(event.any_data) if "announcement" in event.type else event.source.name]
    )


pyatspi.Registry.registerEventListener(hear, "object:state-changed:focused", "object:announcement")
(Path(sys.argv[1]) / "listening").touch()
GLib.timeout_add(2500, pyatspi.Registry.stop)
pyatspi.Registry.start()
print(json.dumps(found | {"heard": heard}))
