"""What the window does not wait for: 180 ms of imports that only some later wish needs."""

import json
import subprocess
import sys

LATE = ["numpy", "sqlite_utils", "spacy", "rotstift.formats.jsonl", "rotstift.ui.asking"]
CODE = """
import json, sys
import rotstift.ui.program
print(json.dumps([name for name in json.loads(sys.argv[1]) if name in sys.modules]))
"""


def test_the_window_imports_nothing_that_it_does_not_show():
    command = [sys.executable, "-c", CODE, json.dumps(LATE)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(answer.stdout) == []
