"""Direction: whether a letter, or a paragraph, reads from the right (UAX #9, rules P2 and P3)."""

from unicodedata import bidirectional

_FROM_RIGHT = ("R", "AL")
_ISOLATES = ("LRI", "RLI", "FSI")


def is_right_to_left(char: str) -> bool:
    """True for a letter of a script that is written from the right."""
    return bidirectional(char) in _FROM_RIGHT


def reads_right_to_left(text: str) -> bool:
    """True when the first letter outside all isolates is of a script that is written from the right."""
    depth = 0
    for kind in map(bidirectional, text):
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", *_FROM_RIGHT):
            return kind != "L"
    return False


def right_to_left_at(text: str, position: int) -> bool:
    """Whether the line of the text that holds the code point reads from the right."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", start)
    return reads_right_to_left(text[start : end if end >= 0 else len(text)])
