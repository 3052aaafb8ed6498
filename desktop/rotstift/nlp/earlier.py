"""Earlier exports: what a new one may replace, and what is somebody's own and stays."""

import json
import re
from pathlib import Path

from rotstift.model.report import Report
from rotstift.model.wording import QT_TRANSLATE_NOOP

OURS = ("train.spacy", "dev.spacy", "train", "dev", "tokenizer", "config.cfg", "report.json")
"""What an export writes into its folder, and replaces there; nothing else is touched."""
IN_THE_WAY = QT_TRANSLATE_NOOP(
    "Messages", "{path} does not come from an earlier export; choose another place."
)
_SHARD = re.compile(r"\d{4,}\.spacy")


def in_the_way(out: Path) -> Path | None:
    """What a DocBin export to this place would replace although none has written it; else None.

    The report of an earlier export marks a folder, or a single file, as ours; train and dev hold
    only that export's numbered files then.
    """
    if not out.exists():
        return None
    if not out.is_dir():
        return None if is_report(out.with_suffix(".report.json")) else out
    there = [out / name for name in OURS if (out / name).exists()]
    if there and not is_report(out / "report.json"):
        return there[0]
    inside = (path for side in ("train", "dev") for path in sorted((out / side).glob("*")))
    return next((path for path in inside if not _SHARD.fullmatch(path.name)), None)


def is_report(path: Path) -> bool:
    """True for a report that an export has written."""
    try:
        Report.from_json(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return False
    return True
