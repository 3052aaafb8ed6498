"""What is drawn on one paragraph: bands, tints, underlines, labels; made once, kept until an edit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QBrush, QPen, QPixmap

from rotstift.model.annotations import Annotations
from rotstift.model.items import Entity, Item, Negative, Quote, Standing
from rotstift.ui.article.layout import Paragraph
from rotstift.ui.article.pens import BandPaint, Paints
from rotstift.ui.article.spans import Piece, box, pieces, runs_from_right

_HALF = 0.42
"""Ems above the baseline to which a fragment's thin band reaches."""


@dataclass(frozen=True, slots=True)
class Label:
    """A small label in the row above its line."""

    line: int
    x: float
    pixmap: QPixmap


@dataclass(slots=True)
class Marks:
    """Draw lists in the paragraph's own coordinates, in painting order."""

    bands: list[tuple[QRectF, BandPaint]] = field(default_factory=list)
    tints: list[tuple[QRectF, QBrush]] = field(default_factory=list)
    lines: list[tuple[QLineF, QPen]] = field(default_factory=list)
    outlines: list[tuple[QRectF, QPen]] = field(default_factory=list)
    dots: list[QPointF] = field(default_factory=list)
    """Where a band wears the red dot of what a person made."""
    labels: list[tuple[QPointF, QPixmap]] = field(default_factory=list)
    taken: dict[int, list[tuple[float, float]]] = field(default_factory=dict)
    """By line: where labels stand already."""
    hits: list[tuple[QRectF, str]] = field(default_factory=list)
    """Which item a point means: the first rectangle that holds it."""


class MarkMaker:
    """Makes the marks of one paragraph."""

    def __init__(self, paragraph: Paragraph, paints: Paints, language: str) -> None:
        self._paragraph = paragraph
        self._paints = paints
        self._language = language
        self._labels: list[Label] = []
        self._marks = Marks()

    def make(self, own: Iterable[Item], linked: Iterable[Quote]) -> Marks:
        """The marks of the items here and of the quotes whose cue stands here."""
        items = list(own)
        quotes = sorted((item for item in items if isinstance(item, Quote)), key=_outer_first)
        entities = sorted((item for item in items if isinstance(item, Entity)), key=_long_first)
        negatives = [item for item in items if isinstance(item, Negative)]
        quote_hits = [hit for row in _with_depth(quotes) for hit in self._quote(*row)]
        entity_hits = [hit for entity in entities for hit in self._entity(entity)]
        negative_hits = [hit for negative in negatives for hit in self._negative(negative)]
        for quote in linked:
            self._cue(quote)
        self._place_labels()
        self._marks.hits = [*reversed(entity_hits), *negative_hits, *reversed(quote_hits)]
        return self._marks

    def _quote(self, quote: Quote, depth: int, edged: bool) -> Iterator[tuple[QRectF, str]]:
        paint = self._paints.band(quote.type, quote.origin.standing, depth)
        first = True
        for part in quote.parts:
            for piece in pieces(self._paragraph, part.start, part.end):
                rect = band_box(self._paragraph, piece, depth, fragment=quote.fragment)
                self._marks.bands.append((rect, paint if edged else replace(paint, edge=None)))
                if first and part is quote.parts[0] and part.start >= self._paragraph.start:
                    self._dot(quote, rect)
                first = False
                yield band_box(self._paragraph, piece, depth), quote.id

    def _dot(self, quote: Quote, rect: QRectF) -> None:
        if quote.origin.standing is Standing.MADE:
            from_right = self._paragraph.from_right
            corner = rect.topRight() if from_right else rect.topLeft()
            self._marks.dots.append(corner + QPointF(-1.5 if from_right else 1.5, 1.5))

    def _entity(self, entity: Entity) -> Iterator[tuple[QRectF, str]]:
        paint = self._paints.entity(entity.label, entity.origin.standing)
        setting = self._paragraph.setting
        for number, piece in enumerate(self._pieces_of(entity)):
            rect = self._tint_box(entity, piece)
            if paint.tint is not None:
                self._marks.tints.append((rect, paint.tint))
            bottom = rect.bottom() - paint.underline.widthF() / 2
            self._marks.lines.append(
                (QLineF(rect.left(), bottom, rect.right(), bottom), paint.underline)
            )
            if number == 0 and entity.span.start >= self._paragraph.start:
                self._labels.append(self._entity_label(entity, piece))
            yield rect.adjusted(0, setting.up - setting.baseline, 0, 0), entity.id

    def _pieces_of(self, item: Entity | Negative) -> list[Piece]:
        return pieces(self._paragraph, item.span.start, item.span.end)

    def _tint_box(self, entity: Entity, piece: Piece) -> QRectF:
        """The box of the piece, a little wider except where it ends inside a word."""
        text, offset = self._paragraph.text, self._paragraph.start
        start, end = entity.span.start - offset, entity.span.end - offset
        left = 0.0 if start > 0 and text[start - 1].isalnum() else 1.5
        right = 0.0 if (0 <= end < len(text) and text[end] in "-‐‑") or _inside(text, end) else 1.5
        if runs_from_right(self._paragraph, entity.span.start):
            left, right = right, left
        setting = self._paragraph.setting
        return box(self._paragraph, piece, setting.up, setting.down).adjusted(-left, 0, right, 0)

    def _entity_label(self, entity: Entity, piece: Piece) -> Label:
        paint = self._paints.entity(entity.label, entity.origin.standing)
        standing = entity.origin.standing
        words = f"{entity.label}?" if standing is Standing.SUGGESTED else entity.label
        pixmap = self._paints.chip(words, paint.ink, dot=standing is Standing.MADE)
        return Label(piece.line, self._label_x(piece, pixmap, 1), pixmap)

    def _label_x(self, piece: Piece, pixmap: QPixmap, out: float) -> float:
        """Flush with the side on which the paragraph's lines begin, so many pixels out."""
        if self._paragraph.from_right:
            return piece.right + out - pixmap.deviceIndependentSize().width()
        return piece.left - out

    def _negative(self, negative: Negative) -> Iterator[tuple[QRectF, str]]:
        setting = self._paragraph.setting
        for number, piece in enumerate(self._pieces_of(negative)):
            rect = box(self._paragraph, piece, setting.up - 1.5, setting.down + 1).adjusted(
                -2, 0, 2, 0
            )
            self._marks.outlines.append((rect, self._paints.negative))
            if number == 0 and negative.span.start >= self._paragraph.start:
                chip = self._negative_chip(negative)
                self._labels.append(Label(piece.line, self._label_x(piece, chip, 0), chip))
            yield rect, negative.id

    def _negative_chip(self, negative: Negative) -> QPixmap:
        reasons = self._paints.scheme.reasons
        reason = next((row for row in reasons if row.id == negative.reason), None)
        words = reason.name(self._language) if reason else negative.reason
        sure = "?" if negative.origin.standing is Standing.SUGGESTED else ""
        made = negative.origin.standing is Standing.MADE
        return self._paints.chip(f"≠ {words}{sure}", self._paints.muted, dot=made)

    def _cue(self, quote: Quote) -> None:
        down = self._paragraph.setting.down + self._paints.stroke
        for span in quote.cue:
            for piece in pieces(self._paragraph, span.start, span.end):
                y = self._paragraph.baseline(piece.line) + down
                line = QLineF(piece.left + 1, y, piece.right - 1, y)
                self._marks.lines.append((line, self._paints.cue))

    def _place_labels(self) -> None:
        """Each label at its item's left edge, or right of the label that stands there already."""
        for label in sorted(self._labels, key=lambda label: (label.line, label.x)):
            width = label.pixmap.deviceIndependentSize().width()
            x = free_place(self._marks, label.line, label.x, width)
            y = label_top(self._paragraph, label.line, self._paints)
            self._marks.labels.append((QPointF(round(x), round(y)), label.pixmap))
            self._marks.taken.setdefault(label.line, []).append((x, x + width))


def label_top(paragraph: Paragraph, line: int, paints: Paints) -> float:
    """The top of the row of small labels, right above the tints."""
    return paragraph.baseline(line) - paragraph.setting.up - paints.chip_height


def role_chip(paints: Paints, role: str, language: str) -> QPixmap:
    """The small red label of a role that a mention fills for the focused quote."""
    label = next((row for row in paints.scheme.roles if row.id == role), None)
    return paints.chip(label.name(language) if label else role, paints.red)


def role_place(marks: Marks, piece: Piece, width: float, limit: float) -> float:
    """Where a role label stands over a mention, on a line of so many pixels.

    Beside the mention's own label when a link still finds room to come down between the mention's
    end and them; else right past its end, or left of it; where all is taken, the next free place.
    """
    beside = free_place(marks, piece.line, piece.left, width)
    if beside + width <= limit and (beside <= piece.left or beside + width + 8 <= piece.right):
        return beside
    after, left = piece.right + 3, piece.left - width - 4
    for x in (after, left):
        if x + width <= limit and free_place(marks, piece.line, x, width) == x:
            return x
    return free_place(marks, piece.line, after, width)


def free_place(marks: Marks, line: int, x: float, width: float) -> float:
    """The first place from x to the right that no label has taken."""
    for left, right in sorted(marks.taken.get(line, ())):
        if left < x + width and x < right + 3:
            x = right + 4
    return x


def band_box(
    paragraph: Paragraph, piece: Piece, depth: int = 0, *, fragment: bool = False
) -> QRectF:
    """A quote's band on one line: taller than a tint; thin for a fragment, smaller when nested."""
    setting = paragraph.setting
    inset = min(depth, 2) * 2.0
    up = setting.up * (_HALF / 0.86) if fragment else setting.up + 1.5 - inset
    side = 3.0 - inset / 2
    return box(paragraph, piece, up, setting.down + 2.5 - inset).adjusted(-side, 0, side, 0)


def _inside(text: str, end: int) -> bool:
    return 0 < end < len(text) and text[end].isalnum()


def _outer_first(quote: Quote) -> tuple[int, int]:
    return (quote.parts[0].start, -quote.parts[-1].end)


def _long_first(entity: Entity) -> tuple[int, int]:
    return (-len(entity.span), entity.span.start)


def _with_depth(quotes: Iterable[Quote]) -> Iterator[tuple[Quote, int, bool]]:
    """Each quote with the number of quotes around it; the quotes come outer first.

    The flag says whether its suggestion's edge is drawn: not when the quote around it has one.
    """
    around: list[Quote] = []
    for quote in quotes:
        while around and around[-1].parts[-1].end < quote.parts[-1].end:
            around.pop()
        edged = not (around and around[-1].origin.standing is Standing.SUGGESTED)
        yield quote, len(around), edged
        around.append(quote)


def depths(state: Annotations, ids: Iterable[str]) -> dict[str, int]:
    """The depth of each quote among those given."""
    quotes = [quote for item_id in ids if (quote := state.quote(item_id)) is not None]
    return {quote.id: depth for quote, depth, _ in _with_depth(sorted(quotes, key=_outer_first))}
