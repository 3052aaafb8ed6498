"""The language of an article, told by its small words."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache

from rotstift.paths import resource

HOME = "de"
"""What a text of few words is taken for."""
FEW = 20
"""Words below which nothing but a majority of English small words speaks against German."""
LEAST_SHARE = 0.05
"""A text with fewer small words than this is in a language that we do not know (news have 0.25
and more, lists of results down to 0.07)."""
HEAD = 20_000
"""Characters that are read: a longer article says nothing new."""
LATIN = "\u024f"
"""The last Latin letter."""
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The code of the language ("de", "en", "fr"); "" where none of ours fits."""
    words = _WORD.findall(text[:HEAD].lower())
    hits = {code: sum(word in small for word in words) for code, small in _table().items()}
    letters = "".join(words)
    if sum(letter <= LATIN for letter in letters) < len(letters) / 2:
        return ""
    if len(words) < FEW:
        return "en" if hits["en"] > hits[HOME] else HOME
    best = max(hits, key=lambda code: (hits[code], code == HOME))
    return best if hits[best] >= LEAST_SHARE * len(words) else ""


@lru_cache(maxsize=1)
def _table() -> Mapping[str, frozenset[str]]:
    """Small words by language. Raises FileNotFoundError when they were not shipped."""
    with resource("lexicon", "languages.toml").open("rb") as file:
        return {code: frozenset(text.split()) for code, text in tomllib.load(file)["words"].items()}
