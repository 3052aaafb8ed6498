"""What the panels and their lists paint by hand: key caps, tags, state marks, text in a box."""

from html import escape
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
)

from rotstift.model.items import Status
from rotstift.model.scheme import Colour
from rotstift.ui.theme import Theme

KEY_HEIGHT = 18
TAG_HEIGHT = 18
RETURN = "⏎"
"""Stands for the return key; painted as a drawing, since few fonts have it."""


def key_words(keys: str) -> str:
    """A key sequence ("Ctrl+Return") in the words of the person's keyboard, for a key cap."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
    plain = QKeySequence("Return").toString(QKeySequence.SequenceFormat.NativeText)
    arrows = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
    table = {plain: RETURN} | {
        QKeySequence(name).toString(QKeySequence.SequenceFormat.NativeText): sign
        for name, sign in arrows.items()
    }
    # As German keys have it; the space in "Bild abwärts" would cut the cap in two.
    table |= {"Bild aufwärts": "Bild↑", "Bild abwärts": "Bild↓"}
    head, plus, last = native.rpartition("+")
    return f"{head}{plus}{table.get(last, last)}"


def tip(text: str) -> str:
    """Text for a tool tip: Qt guesses at markup there, so it is escaped."""
    return f"<span>{escape(text)}</span>" if text else ""


def small(font: QFont, share: float = 0.8, *, bold: bool = False) -> QFont:
    """The font in a share of its height."""
    result = QFont(font)
    if font.pixelSize() > 0:
        result.setPixelSize(max(8, round(font.pixelSize() * share)))
    else:
        result.setPointSizeF(max(6.0, font.pointSizeF() * share))
    result.setWeight(QFont.Weight.DemiBold if bold else font.weight())
    return result


def spaced(font: QFont) -> QFont:
    """The font of headings: letters a little apart."""
    result = QFont(font)
    result.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
    return result


def _key_font(font: QFont) -> QFont:
    return small(font, 0.82, bold=True)


def key_width(font: QFont, keys: str) -> float:
    """Logical pixels that a key cap needs, its border included."""
    words = keys.replace(RETURN, "")
    advance = QFontMetricsF(_key_font(font)).horizontalAdvance(words)
    return ceil(max(KEY_HEIGHT, advance + (13 if RETURN in keys else 0) + 10))


def caps(keys: str) -> list[str]:
    """The key caps of a row of keys: "D I R" is one, "Alt+← Alt+→" are two."""
    every = keys.split()
    return [" ".join(every)] if every and all(len(cap) == 1 for cap in every) else every


def key(painter: QPainter, box: QRectF, keys: str, colour: str) -> None:
    """A key cap that fills the box's width, centred in its height."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    cap = QRectF(box.left(), box.center().y() - KEY_HEIGHT / 2, box.width(), KEY_HEIGHT)
    pen = QPen(QColor(colour), 1)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    font = _key_font(painter.font())
    painter.setFont(font)
    words = keys.replace(RETURN, "")
    advance = QFontMetricsF(font).horizontalAdvance(words)
    left = cap.left() + (cap.width() - advance - (13 if RETURN in keys else 0)) / 2
    line = QRectF(left, cap.top(), advance + 2, cap.height())
    painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), words)
    if RETURN in keys:
        _return_sign(painter, QPointF(left + advance + 2, cap.center().y()), pen)
    painter.restore()


def _return_sign(painter: QPainter, at: QPointF, pen: QPen) -> None:
    pen.setWidthF(1.4)
    painter.setPen(pen)
    path = QPainterPath(QPointF(at.x() + 9.5, at.y() - 3.5))
    path.lineTo(at.x() + 9.5, at.y() + 1.5)
    path.lineTo(at.x() + 1.5, at.y() + 1.5)
    path.moveTo(at.x() + 4.5, at.y() - 1.5)
    path.lineTo(at.x() + 1.5, at.y() + 1.5)
    path.lineTo(at.x() + 4.5, at.y() + 4.5)
    painter.drawPath(path)


def tag_width(font: QFont, text: str) -> float:
    """Logical pixels that a tag needs."""
    return ceil(QFontMetricsF(_key_font(font)).horizontalAdvance(text) + 12)


def tag(painter: QPainter, box: QRectF, text: str, colour: Colour) -> None:
    """A label's name on its tint, centred in the box's height."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(box.left(), box.center().y() - TAG_HEIGHT / 2, box.width(), TAG_HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour.tint))
    painter.drawRoundedRect(area, 4, 4)
    painter.setFont(_key_font(painter.font()))
    painter.setPen(QColor(colour.ink))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()


def check(painter: QPainter, box: QRectF, colours: Theme, *, on: bool) -> None:
    """A check box like the style sheet's."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.red if on else colours.muted), 1))
    painter.setBrush(QColor(colours.red if on else colours.sheet))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if on:
        unit = box.width() / 24
        path = QPainterPath(box.topLeft() + QPointF(6, 12.5) * unit)
        path.lineTo(box.topLeft() + QPointF(10, 16.5) * unit)
        path.lineTo(box.topLeft() + QPointF(18, 8) * unit)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_stroke(colours.on_red, 2))
        painter.drawPath(path)
    painter.restore()


def state(painter: QPainter, box: QRectF, status: Status, colours: Theme) -> None:
    """An article's state as a mark of its own shape, in a square of about 13 pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    {
        Status.NEW: _ring,
        Status.IN_PROGRESS: _half,
        Status.CONFIRMED: _tick,
        Status.FLAGGED: _flag,
        Status.SKIPPED: _dash,
    }[status](painter, box, colours)
    painter.restore()


def _stroke(colour: str, width: float = 1.6) -> QPen:
    return QPen(
        QColor(colour),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def _ring(painter: QPainter, box: QRectF, colours: Theme) -> None:
    painter.setPen(_stroke(colours.muted))
    painter.drawEllipse(box.adjusted(1.5, 1.5, -1.5, -1.5))


def _half(painter: QPainter, box: QRectF, colours: Theme) -> None:
    circle = box.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(_stroke(colours.warn))
    painter.drawEllipse(circle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.warn))
    painter.drawPie(circle, 90 * 16, 180 * 16)


def _tick(painter: QPainter, box: QRectF, colours: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.good))
    painter.drawEllipse(box.adjusted(0.3, 0.3, -0.3, -0.3))
    x, y, unit = box.left(), box.top(), box.width() / 13
    path = QPainterPath(QPointF(x + 3.8 * unit, y + 6.8 * unit))
    path.lineTo(x + 5.7 * unit, y + 8.7 * unit)
    path.lineTo(x + 9.2 * unit, y + 4.6 * unit)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_stroke(colours.sheet))
    painter.drawPath(path)


def _flag(painter: QPainter, box: QRectF, colours: Theme) -> None:
    x, y, unit = box.left(), box.top(), box.width() / 13
    painter.setPen(_stroke(colours.red))
    painter.drawLine(QPointF(x + 2.5 * unit, y + unit), QPointF(x + 2.5 * unit, y + 12.3 * unit))
    path = QPainterPath(QPointF(x + 2.5 * unit, y + 1.2 * unit))
    path.lineTo(x + 11.8 * unit, y + 4.2 * unit)
    path.lineTo(x + 2.5 * unit, y + 7.4 * unit)
    painter.setPen(_stroke(colours.red, 1))
    painter.setBrush(QColor(colours.red))
    painter.drawPath(path)


def _dash(painter: QPainter, box: QRectF, colours: Theme) -> None:
    middle = box.center().y()
    painter.setPen(_stroke(colours.muted, 2))
    painter.drawLine(QPointF(box.left() + 2.5, middle), QPointF(box.right() - 2.5, middle))


def wrapped(text: str, font: QFont, width: float, lines: int) -> list[str]:
    """The text in at most so many lines of this width; the last one ends in "…" when it is cut."""
    layout = QTextLayout(" ".join(text.splitlines()), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        starts.append(line.textStart())
    layout.endLayout()
    return _cut(layout.text(), starts, font, width)


def _cut(text: str, starts: list[int], font: QFont, width: float) -> list[str]:
    # QTextLayout counts UTF-16 units; cutting there keeps characters beyond the BMP whole.
    units = text.encode("utf-16-le")
    pieces = [
        units[2 * start : 2 * end].decode("utf-16-le", "replace").strip()
        for start, end in zip(starts, [*starts[1:], len(units)], strict=True)
    ]
    if pieces:
        last = QFontMetricsF(font).elidedText(pieces[-1], Qt.TextElideMode.ElideRight, width)
        pieces[-1] = last
    return pieces


def squeezed(text: str, font: QFont, width: float, lines: int) -> str:
    """The text shortened in its middle until it fits about so many lines."""
    whole = " ".join(text.splitlines())
    room = width * (lines - 0.35)
    shown = QFontMetricsF(font).elidedText(whole, Qt.TextElideMode.ElideMiddle, room)
    if shown == whole:
        return whole
    head, _, tail = shown.partition("…")
    head = head.rpartition(" ")[0] or head
    return f"{head} … {tail.partition(' ')[2] or tail}"
