"""Offsets: from a text as somebody wrote it to the same text with \\n as its only line end."""

import re
from bisect import bisect_left

from rotstift.formats.decode import plain
from rotstift.formats.refusals import Code, RefusalError
from rotstift.model.span import Span

_CRLF = re.compile("\r\n")


class Offsets:
    """Converts spans of the original into spans of `text`, exactly or not at all."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = plain(original)
        self._gone: list[int] = []
        """Places in the original that `text` does not have: the mark, and each CR before a LF."""
        if len(self.text) != len(original):
            mark = [0] if original.startswith("\ufeff") else []
            self._gone = mark + [match.start() for match in _CRLF.finditer(original)]

    def span(self, start: object, end: object) -> Span:
        """The span in `text`. Raises RefusalError for what is no span, or cuts a line end."""
        if type(start) is not int or type(end) is not int or not 0 <= start < end:
            raise RefusalError(Code.BAD_SPAN, value=f"[{start!r:.20}, {end!r:.20}]")
        if end > len(self.original):
            length = len(self.original)
            raise RefusalError(Code.BEYOND_TEXT, start=start, end=end, length=length)
        if not self._gone:
            return Span(start, end)
        here, there = self._place(start), self._place(end)
        if self._cuts(start) or self._cuts(end) or here == there:
            raise RefusalError(Code.CUTS_LINE_END, start=start, end=end)
        return Span(here, there)

    def _place(self, position: int) -> int:
        return position - bisect_left(self._gone, position)

    def _cuts(self, position: int) -> bool:
        return self.original[max(position - 1, 0) : position + 1] == "\r\n"
