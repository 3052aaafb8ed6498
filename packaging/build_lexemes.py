"""Build the table of word forms that `rotstift.nlp.lexemes` reads.

    pip install spacy-lookups-data==1.0.5
    python packaging/build_lexemes.py resources/models/rotstift-de/lexemes

Source: the German lexeme tables of spacy-lookups-data (Explosion, MIT): Brown clusters and log
probabilities of a million case-sensitive word forms. Needed at build time only. Writes three numpy
arrays: keys (sorted hashes), values (cluster << 6 | frequency << 3 | capital), paths (of the clusters).
"""

import argparse
import gzip
import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from rotstift.nlp.lexemes import word_hash

FREQUENCY = (-17.0, -16.0, -15.0, -14.0, -12.5, -11.0, -9.0)
"""Natural log probabilities between the eight classes; unseen words would have -20."""
CAPITAL = (0.02, 0.1, 0.3, 0.7, 0.9, 0.98)
"""Share of the capitalised form between seven classes; the eighth has no other form at all."""
LONGEST = 40


def table(name: str) -> dict[str, Any]:
    """One of the package's tables."""
    spec = find_spec("spacy_lookups_data")
    if spec is None or spec.origin is None:
        raise SystemExit("spacy-lookups-data is not installed: pip install spacy-lookups-data")
    file = Path(spec.origin).parent / "data" / f"de_lexeme_{name}.json.gz"
    with gzip.open(file, "rt", encoding="utf-8") as stream:
        return dict(json.load(stream))


def capital(word: str, probabilities: Mapping[str, float]) -> int:
    """Class of the share that the form with a capital has among the word's forms."""
    lower = word.lower()
    small = probabilities.get(lower)
    if small is None:
        return len(CAPITAL) + 1
    large = probabilities.get(lower[:1].upper() + lower[1:])
    share = 0.0 if large is None else 1 / (1 + float(np.exp(small - large)))
    return int(np.searchsorted(CAPITAL, share, side="right"))


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description="Build the table of word forms.")
    parser.add_argument("out", type=Path)
    out = parser.parse_args().out
    clusters, probabilities = table("cluster"), table("prob")
    paths = sorted(set(clusters.values()))
    number = {path: index + 1 for index, path in enumerate(paths)}
    packed: dict[int, tuple[float, int]] = {}
    for word, path in clusters.items():
        probability = probabilities[word]
        if len(word) > LONGEST or not any(map(str.isalpha, word)):
            continue
        frequency = int(np.searchsorted(FREQUENCY, probability, side="right"))
        value = number[path] << 6 | frequency << 3 | capital(word, probabilities)
        key = word_hash(word)
        if key not in packed or packed[key][0] < probability:
            packed[key] = (probability, value)
    keys = np.array(sorted(packed), dtype="uint32")
    out.mkdir(parents=True, exist_ok=True)
    np.save(out / "keys.npy", keys)
    values = np.array([packed[key][1] for key in keys.tolist()], dtype="uint16")
    np.save(out / "values.npy", values)
    np.save(out / "paths.npy", np.array(paths, dtype="uint32"))
    print(f"{len(keys)} word forms in {len(paths)} clusters")


if __name__ == "__main__":
    main()
