"""Texts that we were given to look at, never to use: is a text of ours free of them?"""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SHINGLE = 8
"""Words in a row that two texts must share before we call it copied."""

Shingle = tuple[str, ...]


def shingles(text: str) -> set[Shingle]:
    """Every row of SHINGLE words of the text, in small letters."""
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[first:] for first in range(SHINGLE)), strict=False))


def copied(ours: set[Shingle]) -> list[str]:
    """What stands in a foreign text too: its file and the words. Empty where there are no such texts."""
    return [
        f"{name}: {' '.join(words)}"
        for name, text in foreign_texts()
        for words in sorted(ours & shingles(text))
    ]


def foreign_texts() -> Iterator[tuple[str, str]]:
    """File name and text of all of them."""
    for path in sorted(SHARED.glob("seed/*.txt")):
        yield path.name, path.read_text(encoding="utf-8")
    for path in sorted(SHARED.glob("data/*/*.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield path.name, _text_of(line)


def _text_of(line: str) -> str:
    if not line.startswith("{"):
        return line.partition("# text = ")[2]
    data = json.loads(line)
    sentences = data.get("sentences", []) if "text" not in data else []
    return str(data.get("text", "")) + "\n".join(" ".join(words) for words in sentences)
