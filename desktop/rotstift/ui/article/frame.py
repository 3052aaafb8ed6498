"""Where page, text column and cards stand across the view's width."""

from dataclasses import dataclass

from rotstift.ui.article.styles import LINE_LENGTH

_NARROW = 41
"""Ems of view width below which the cards give way to brackets."""
_TIGHT = 33
"""Ems of view width below which the page's own margins shrink."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Horizontal places in pixels of the viewport."""

    sheet_left: int
    sheet_width: int
    text_left: int
    text_width: int
    card_left: int
    card_width: int
    """0 when there is no room for cards."""
    top: int
    """From the document's top to the sheet, and from there to the text."""
    pad: int


def frame_for(width: int, em: float, char_width: float, line_length: int = LINE_LENGTH) -> Frame:
    """The frame for a view of so many pixels, with lines of so many characters at most."""
    cards = width >= _NARROW * em
    tight = width < _TIGHT * em
    desk, right = (round(em * size) for size in ((0.6, 0.6) if tight else (1.5, 0.8)))
    right = right if cards else desk
    pad_left, pad_right = (round(em * size) for size in ((1.5, 1.6) if tight else (2.6, 2.4)))
    gap, card = (round(em * 0.6), round(em * 10.2)) if cards else (0, 0)
    room = width - desk - right - gap - card
    sheet = max(round(em * 8), min(room, round(line_length * char_width) + pad_left + pad_right))
    left = desk + round(max(0, room - sheet) * 0.45)
    return Frame(
        sheet_left=left,
        sheet_width=sheet,
        text_left=left + pad_left,
        text_width=sheet - pad_left - pad_right,
        card_left=left + sheet + gap,
        card_width=card,
        top=round(em * 1.1),
        pad=round(em * (0.9 if tight else 1.3)),
    )
