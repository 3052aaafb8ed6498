"""The one place where code points become UTF-16 units, which Qt counts, and back."""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Converts offsets into one text (a paragraph's) both ways.

    Only characters beyond U+FFFF take two units: their places are kept, and found by bisection. A
    German text has none, so both ways are then the identity.
    """

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        self._points = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [point + index for index, point in enumerate(self._points)]

    def to_utf16(self, point: int) -> int:
        """UTF-16 units before the code point."""
        return point + bisect_left(self._points, point)

    def to_codepoints(self, unit: int) -> int:
        """Code points before the unit; one inside a surrogate pair counts as before its character."""
        pairs = bisect_left(self._units, unit)
        inside = pairs > 0 and self._units[pairs - 1] + 1 == unit
        return self._points[pairs - 1] if inside else unit - pairs
