"""A worker program for the tests: the real one's loop, but each text says what is done with it."""

import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from rotstift.nlp import worker
from rotstift.nlp.suggest import SuggestError


def answer(text: str) -> dict[str, Any]:
    """What the text asks for; its author is the text itself."""
    match text.split():
        case ["die"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["die", "once", name] if not Path(name).exists():
            Path(name).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        case ["sleep", seconds, *_]:
            time.sleep(float(seconds))
        case ["fail"]:
            return {"error": "this one is odd."}
        case ["pid"]:
            time.sleep(0.05)
            return {"author": str(os.getpid()), "items": []}
    return {"author": text, "items": []}


def many(_worker: worker.Worker, request: dict[str, Any]) -> dict[str, Any]:
    if request["pipeline"] == "none":
        raise SuggestError("there is no such pipeline.")
    return {"answers": [answer(article["text"]) for article in request["articles"]]}


worker.HANDLERS["suggest_many"] = many
sys.exit(worker.main())
