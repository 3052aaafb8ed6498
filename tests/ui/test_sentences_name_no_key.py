"""No sentence names a key by its letter: keys can be changed, `KeyOf` and the caps follow."""

import re
from pathlib import Path
from xml.etree import ElementTree

NAMED = re.compile(r"\b(Ctrl|Alt|Shift)\+|“[A-Z.,#+]”|\bF1?\d\b(?! of|:| on|\))")


def test_no_sentence_names_a_key(checkout: Path) -> None:
    tree = ElementTree.parse(checkout / "resources/translations/rotstift_de.ts")
    sources = [source.text or "" for source in tree.iter("source")]
    assert len(sources) > 500
    found = {text for text in sources if NAMED.search(text)} - {
        text for text in sources if "(F1)" in text
    }
    assert found == set()


def test_the_detector_finds_one() -> None:
    assert NAMED.search("Done. Ctrl+Z takes it back.")
    assert NAMED.search("Press “.” for all.")
    assert not NAMED.search("Done. {undo} takes it back.")
