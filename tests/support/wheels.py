"""Wheels of spaCy models for the tests: made here, around a pipeline that knows two names."""

import hashlib
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

ENTRY = "[spacy_models]\nde_winzig = de_winzig\n"
PROGRAM = "raise SystemExit('the package was imported')\n"


def tiny(language: str = "de") -> Language:
    """Knows a person and a town."""
    nlp = spacy.blank(language)
    ruler = nlp.add_pipe("entity_ruler")
    patterns = [
        {"label": "PERSON", "pattern": [{"LOWER": "anna"}, {"LOWER": "beispiel"}]},
        {"label": "GPE", "pattern": "Köln"},
        {"label": "CARDINAL", "pattern": "drei"},
    ]
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]
    nlp.meta |= {
        "name": "winzig",
        "version": "3.8.0",
        "license": "CC BY 4.0",
        "author": "Erika Muster",
        "description": "Two names.",
        "spacy_version": ">=3.8.0,<3.9.0",
    }
    return nlp


def model_files(folder: Path, **meta: Any) -> dict[str, bytes]:
    """What stands in a wheel of that pipeline: name -> content; `meta` goes into its meta.json."""
    made = folder / "made"
    tiny().to_disk(made)
    if meta:
        told = json.loads((made / "meta.json").read_text(encoding="utf-8")) | meta
        (made / "meta.json").write_text(json.dumps(told), encoding="utf-8")
    root = "de_winzig/de_winzig-3.8.0"
    files = {
        f"{root}/{path.relative_to(made).as_posix()}": path.read_bytes()
        for path in sorted(made.rglob("*"))
        if path.is_file()
    }
    about = "de_winzig-3.8.0.dist-info"
    return files | {
        "de_winzig/__init__.py": PROGRAM.encode(),
        "de_winzig/meta.json": files[f"{root}/meta.json"],
        f"{about}/METADATA": b"Name: de_winzig\n",
        f"{about}/WHEEL": b"Wheel-Version: 1.0\n",
        f"{about}/RECORD": b"",
        f"{about}/entry_points.txt": ENTRY.encode(),
    }


def wheel_of(path: Path, files: Mapping[str, bytes]) -> str:
    """Write the wheel; its SHA-256."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return hashlib.sha256(path.read_bytes()).hexdigest()
