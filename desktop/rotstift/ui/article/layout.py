"""The text as paragraphs in a column: laid out when they are first seen, estimated until then."""

import math
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextOption

from rotstift.model.annotations import Annotations
from rotstift.model.direction import reads_right_to_left
from rotstift.model.items import ZoneKind
from rotstift.model.span import Span
from rotstift.ui.article.styles import Setting
from rotstift.ui.offsets import Utf16Map

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_RTL = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Paragraph:
    """One line of the article: its text, its place in it, and, once seen, its layout."""

    __slots__ = (
        "end",
        "from_right",
        "gap",
        "height",
        "layout",
        "line_starts",
        "offsets",
        "rtl",
        "setting",
        "start",
        "text",
    )

    def __init__(self, start: int, text: str, setting: Setting, gap: int) -> None:
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.setting = setting
        self.gap = gap
        """Pixels of space above."""
        self.offsets = Utf16Map(text)
        self.rtl = _RTL.search(text) is not None
        """Something in it is written from the right."""
        self.from_right = self.rtl and reads_right_to_left(text)
        """The whole reads from the right: lines begin there."""
        self.layout: QTextLayout | None = None
        self.line_starts: list[int] = [0]
        """UTF-16 units at which the lines start."""
        self.height = setting.line_height

    def estimate(self, width: int) -> None:
        """Forget the layout; guess the height from the number of characters."""
        self.layout = None
        self.line_starts = [0]
        per_line = max(1.0, width / self.setting.char_width - 3)
        self.height = self.setting.line_height * math.ceil(len(self.text) / per_line)

    def lay_out(self, width: int) -> None:
        """Break the text into lines; every line has the same height and its own baseline on it."""
        layout = QTextLayout(self.text, self.setting.font)
        layout.setTextOption(self._option())
        layout.setCacheEnabled(True)
        starts: list[int] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            top = len(starts) * self.setting.line_height + self.setting.baseline
            line.setPosition(QPointF(0, top - line.ascent()))
            starts.append(line.textStart())
        layout.endLayout()
        self.layout, self.line_starts = layout, starts
        self.height = self.setting.line_height * len(starts)

    def _option(self) -> QTextOption:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self.from_right:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        return option

    def line_of(self, unit: int) -> int:
        """Number of the line that holds the UTF-16 unit."""
        return max(0, bisect_right(self.line_starts, unit) - 1)

    def unit(self, position: int) -> int:
        """The article's code point as a UTF-16 unit of this paragraph, clamped to it."""
        return self.offsets.to_utf16(min(max(position, self.start), self.end) - self.start)

    def position(self, unit: int) -> int:
        """A UTF-16 unit of this paragraph as the article's code point."""
        return self.start + self.offsets.to_codepoints(unit)

    def baseline(self, line: int) -> int:
        """Pixels from the paragraph's top to a line's baseline."""
        return line * self.setting.line_height + self.setting.baseline


class Column:
    """All paragraphs one below the other. Vertical places count from the first line's top."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.starts: list[int] = []
        self.width = 1
        self._tops: list[int] | None = None

    def fill(self, text: str, state: Annotations, settings: Mapping[ZoneKind, Setting]) -> None:
        """Cut the text at its line ends; lines without a visible character take no room."""
        kinds = _Kinds(state)
        self.paragraphs, previous = [], None
        for match in _LINE.finditer(text):
            setting = settings[kinds.of(*match.span())]
            gap = max(previous.after, setting.before) if previous else 0
            self.paragraphs.append(Paragraph(match.start(), match.group(), setting, gap))
            previous = setting
        self.starts = [paragraph.start for paragraph in self.paragraphs]
        self.set_width(self.width)

    def set_width(self, width: int) -> None:
        """Another line width: every layout goes."""
        self.width = width
        for paragraph in self.paragraphs:
            paragraph.estimate(width)
        self._tops = None

    def lay_out(self, index: int) -> bool:
        """Lay out one paragraph if nobody did; True when its height was not the estimated one."""
        paragraph = self.paragraphs[index]
        if paragraph.layout is not None:
            return False
        guess = paragraph.height
        paragraph.lay_out(self.width)
        if paragraph.height == guess:
            return False
        self._tops = None
        return True

    @property
    def tops(self) -> Sequence[int]:
        """Where each paragraph's first line starts; one more for the end of the column."""
        if self._tops is None:
            steps = [paragraph.gap + paragraph.height for paragraph in self.paragraphs]
            ends = list(accumulate(steps, initial=0))
            tops = [end + item.gap for end, item in zip(ends, self.paragraphs, strict=False)]
            self._tops = [*tops, ends[-1]]
        return self._tops

    @property
    def height(self) -> int:
        """Pixels from the first line's top to the last one's bottom."""
        return self.tops[-1]

    def between(self, top: float, bottom: float) -> range:
        """The paragraphs that stand in a horizontal strip, label rows and gaps included."""
        if not self.paragraphs:
            return range(0)
        tops = self.tops[:-1]
        first = max(0, bisect_right(tops, top) - 1)
        return range(first, max(first + 1, bisect_right(tops, bottom)))

    def holding(self, position: int) -> int:
        """The paragraph with the code point, or the last one before it. Needs a paragraph."""
        return max(0, bisect_right(self.starts, position) - 1)

    def touching(self, span: Span) -> range:
        """The paragraphs that share a code point with the span (one more may only adjoin)."""
        if not self.paragraphs:
            return range(0)
        return range(self.holding(span.start), self.holding(span.end - 1) + 1)


class _Kinds:
    """Which zone a paragraph belongs to; body where nobody said."""

    def __init__(self, state: Annotations) -> None:
        self._zones = state.zones
        self._starts = [zone.span.start for zone in self._zones]

    def of(self, start: int, end: int) -> ZoneKind:
        """The zone with the largest share: "Berlin (dpa) - " does not make a paragraph a dateline."""
        index = max(0, bisect_right(self._starts, start) - 1)
        best, most = ZoneKind.BODY, 0
        while index < len(self._zones) and self._starts[index] < end:
            zone = self._zones[index]
            share = min(zone.span.end, end) - max(zone.span.start, start)
            if share > most:
                best, most = zone.kind, share
            index += 1
        return best
