"""The layer of what is searched for in the article: below the words, with a frame round the one hit."""

from bisect import bisect_left

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from rotstift.ui.article.focus import Overlay, outline_boxes
from rotstift.ui.article.page import Page


def paint_found(painter: QPainter, page: Page, overlay: Overlay, exposed: QRectF) -> None:
    """Grounds behind the hits in the exposed part, and no others: a word may stand there 10,000 times."""
    if not overlay.found:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(page.paints.found)
    for number in page.between(exposed.top(), exposed.bottom()):
        paragraph = page.column.paragraphs[number]
        first = bisect_left(overlay.found, paragraph.start, key=lambda span: span.end)
        for span in overlay.found[first:]:
            if span.start >= paragraph.end:
                break
            for at, owner, piece in page.pieces(span):
                if at == number:
                    setting = owner.setting
                    box = page.box(at, piece, setting.up - 1, setting.down - 1, 1.0)
                    painter.drawRoundedRect(box, 2.5, 2.5)


def paint_found_now(painter: QPainter, page: Page, overlay: Overlay) -> None:
    """A frame in the ink's colour round the hit where the search stands."""
    if overlay.found_now is not None:
        painter.setPen(page.paints.found_now)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in outline_boxes(page, (overlay.found_now,), wide=False):
            painter.drawRoundedRect(box, 3, 3)
