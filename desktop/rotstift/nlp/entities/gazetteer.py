"""Listed names in a line, whole words and the first parts of hyphenated words."""

from rotstift.nlp.entities import lexicon
from rotstift.nlp.entities.tokens import Line, Token, hyphen_parts

PART_ONLY = {"US": "LOC", "EU": "ORG", "UN": "ORG", "UNO": "ORG"}
"""Short names that stand in compounds; alone some of them mean something else."""


MOST_PARTS = 4
"""Hyphenated parts of the longest name at the head of a compound ("Nord-Ostsee-Kanal-Brücke")."""

NEEDS_TAG = frozenset(("place.small", "place.big", "place.region", "org.common"))
"""Lists with ordinary words in them: a single word is told apart by its tag."""


def find_listed(line: Line) -> None:
    """Every listed name; a small place only where the tagger agrees that it is a name."""
    index = 0
    while index < len(line.tokens):
        match = lexicon.match_at(line.tokens, index)
        if match is None:
            index += 1
            continue
        entry, last, name = match
        evidence = _evidence(line, index, last, entry.evidence)
        line.add(index, last, entry.label, evidence, name)
        index = last + 1


def _evidence(line: Line, first: int, last: int, evidence: str) -> str:
    if evidence in NEEDS_TAG and first == last and not line.tokens[first].is_name:
        return f"{evidence}.untagged"
    return evidence


def find_parts(line: Line, known: dict[str, str]) -> None:
    """ "Nato" in "Nato-Osterweiterung": the longest listed or known beginning of the word.

    `known` maps names found elsewhere in the article to their label.
    """
    for token in line.tokens:
        if "-" in token.text or "‑" in token.text:
            _find_part(line, token, known)


def _find_part(line: Line, token: Token, known: dict[str, str]) -> None:
    parts = hyphen_parts(token)
    for count in range(min(len(parts) - 1, MOST_PARTS), 0, -1):
        name = " ".join(part.text for part in parts[:count])
        label = _part_label(parts[:count], name, known)
        if label and parts[count].capital:
            piece = Line([Token(token.text[: parts[count - 1].end - token.start], token.start)])
            piece.add(0, 0, label, "part.known" if name in known else "part.list", name)
            line.found.extend(piece.found)
            return


def _part_label(parts: list[Token], name: str, known: dict[str, str]) -> str:
    if name in PART_ONLY:
        return PART_ONLY[name]
    if name in known:
        return known[name]
    match = lexicon.match_at(parts, 0)
    whole = match is not None and match[1] == len(parts) - 1 and match[2] == name
    small = match is not None and match[0].evidence == "place.small"
    return match[0].label if match and whole and not small else ""
