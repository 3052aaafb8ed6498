"""English places and organisations by the way they are built: "Port Skerra", "Seafarers’ Alliance"."""

from rotstift.nlp.entities import lexicon
from rotstift.nlp.entities.tokens import Line, Token

PLACE_HEADS = frozenset(("Port", "Fort", "Loch", "Lake", "Mount", "Cape", "Saint", "St", "St."))
"""A name behind one of these is a place."""
PLACE_BEFORE = frozenset(("in", "at", "near", "from", "In", "At", "Near", "From"))
ORGANISATIONS = frozenset((
    "Agency", "Alliance", "Association", "Authority", "Bank", "Board", "Commission", "Committee",
    "Company", "Corporation", "Council", "Court", "Department", "Federation", "Foundation",
    "Government", "Herald", "Hospital", "Institute", "Ministry", "Office", "Parliament", "Party",
    "Post", "Society", "Times", "Tribune", "Trust", "Union", "University",
))  # fmt: skip
"""What the names of organisations and papers end with, or begin with: "Ministry of Defence"."""
_IN_NAMES = ("N", "AJ", "UNC")
"""Tags of words inside a name; "The", "Its", "About" have others."""
LONGEST = 4


def find_english(line: Line) -> None:
    """Both patterns at every token."""
    for index, token in enumerate(line.tokens):
        if token.text in PLACE_HEADS and _is_name(line, index + 1):
            line.add(index, index + 1, "LOC", "place.english")
        if token.text in ORGANISATIONS:
            _organisation(line, index)
        if token.text in PLACE_BEFORE:
            _after_preposition(line, index + 1)


def _is_name(line: Line, index: int) -> bool:
    if not 0 <= index < len(line.tokens):
        return False
    token: Token = line.tokens[index]
    return token.capital and token.is_word and token.tag.startswith(_IN_NAMES)


def _organisation(line: Line, index: int) -> None:
    """Up to four capitalised words before the word, or "of …" behind it."""
    first = index
    while index - first < LONGEST:
        step = 2 if first and line.tokens[first - 1].text in ("’", "'") else 1
        if not _is_name(line, first - step):
            break
        first -= step
    last = index
    if first == index and index + 2 < len(line.tokens) and line.tokens[index + 1].text == "of":
        last = index + 2 if _is_name(line, index + 2) else index
    if last > first:
        line.add(first, last, "ORG", "org.english")


def _after_preposition(line: Line, index: int) -> None:
    """Two names or more where somebody is: a place, unless they begin with a first name."""
    last = index
    while _is_name(line, last) and line.tokens[last].is_name:
        last += 1
    if last - index > 1 and line.tokens[index].text not in lexicon.first_names():
        line.add(index, last - 1, "LOC", "place.english.preposition")
