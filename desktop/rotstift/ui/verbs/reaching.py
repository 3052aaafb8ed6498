"""Reaching: the parts of the window by keys alone, and colours that every eye tells apart."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui import look
from rotstift.ui.palettes import Palette
from rotstift.ui.verbs.base import Host
from rotstift.ui.window import Window

_ROLES = ("top", "panel", "bottom")
"""What the style sheet calls the parts around the page."""


class Reaching:
    """The verbs that bring the keyboard, or the eye, everywhere."""

    def __init__(self, program: Host) -> None:
        self.program = program

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
        return {
            "next_part": lambda: step(self.program.window, 1),
            "previous_part": lambda: step(self.program.window, -1),
            "palette": self._toggle_palette,
        }

    def _toggle_palette(self) -> None:
        look.toggle_palette(self.program.settings, self.program.window)
        if self.program.settings["palette"] == Palette.SAFE:
            words = QT_TRANSLATE_NOOP("Messages", "Colours that everyone can tell apart.")
        else:
            words = QT_TRANSLATE_NOOP("Messages", "The scheme's own colours.")
        self.program.tell(words)


def step(window: Window, by: int) -> None:
    """Move the focus to the next (1) or previous (-1) part of the window, round the end."""
    parts = list(parts_of(window))
    focus = window.focusWidget() or window
    here = [number for number, part in enumerate(parts) if holds(part, focus)]
    target = first_in(parts[((here or [0])[0] + by) % len(parts)])
    if target is not None:
        target.setFocus(
            Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
        )


def parts_of(window: Window) -> Iterator[QWidget]:
    """The parts that show something to focus, as they are read: from the top, from the left."""
    page = window.middle.currentWidget()
    framed = [one for one in window.findChildren(QWidget) if one.property("role") in _ROLES]
    inner = [
        one for one in framed if not any(holds(one, other) for other in framed if other is not one)
    ]
    every = [one for one in (*inner, page) if one is not None and one.isVisible() and first_in(one)]
    yield from sorted(every, key=lambda one: _place(window, one))


def _place(window: Window, part: QWidget) -> tuple[int, int, int]:
    """Top bar, then the columns from the left, each from its top, then the foot."""
    rank = {"top": 0, "bottom": 2}.get(part.property("role"), 1)
    corner = part.mapTo(window, part.rect().topLeft())
    return rank, corner.x(), corner.y()


def holds(part: QWidget, widget: QWidget) -> bool:
    """Whether the widget is the part or stands in it."""
    return part is widget or part.isAncestorOf(widget)


def first_in(part: QWidget) -> QWidget | None:
    """Where the keys go in a part: its list, else the first that the Tab key would stop at."""
    stops = list(_all_stops(part))
    lists = [one for one in stops if isinstance(one, QAbstractItemView)]
    return next(iter([*lists, *stops]), None)


def _all_stops(part: QWidget) -> Iterator[QWidget]:
    if _stops(part):
        yield part
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        if part.isAncestorOf(widget) and _stops(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _stops(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
