"""What spaCy finds in exported files, and the same places as the window has them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from rotstift.model.annotations import Annotations
from rotstift.model.items import ROLES, role_spans

READ = """
import json, sys, spacy
from spacy.tokens import DocBin
nlp = spacy.blank("de")
docs = [doc for path in sys.argv[1:] for doc in DocBin().from_disk(path).get_docs(nlp.vocab)]
place = lambda span: [span.start_char, span.end_char, span.label_]
print(json.dumps([{
    "text": doc.text,
    "ents": sorted(map(place, doc.ents)),
    **{name: sorted(map(place, doc.spans[name])) for name in doc.spans},
} for doc in docs]))
"""


def in_spacy(*files: Path) -> dict[str, Any]:
    """The docs by their text, read by a spaCy that knows nothing of us."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", READ, *map(str, files)],
        capture_output=True,
        check=True,
        timeout=60,
    )
    return {doc["text"]: doc for doc in json.loads(done.stdout)}


def marked(state: Annotations) -> dict[str, list[list[Any]]]:
    """The same places as the window has them."""
    found: dict[str, list[list[Any]]] = {
        "ents": [[one.span.start, one.span.end, one.label] for one in state.entities],
        "quotes": [[part.start, part.end, one.type] for one in state.quotes for part in one.parts],
        "negatives": [[one.span.start, one.span.end, one.reason] for one in state.negatives],
    }
    for role in ROLES:
        found[role] = [
            [span.start, span.end, role] for one in state.quotes for span in role_spans(one, role)
        ]
    return {name: sorted(rows) for name, rows in found.items()}
