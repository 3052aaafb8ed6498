"""Watches what a person's hands do: fails a journey that takes a mouse, or a key, after all."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
}
_KEYS = {QEvent.Type.KeyPress}


class Hands(QObject):
    """Counts events of the kinds that are not allowed."""

    def __init__(self, forbidden: set[QEvent.Type]) -> None:
        super().__init__()
        self._forbidden = forbidden
        self.paused = False
        self.used = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt calls it so)
        del watched
        self.used += event.type() in self._forbidden and not self.paused
        return False

    @contextmanager
    def typing(self) -> Iterator[None]:
        """Words can only be typed."""
        self.paused = True
        yield
        self.paused = False


@contextmanager
def _watched(forbidden: set[QEvent.Type]) -> Iterator[Hands]:
    app, hands = QApplication.instance(), Hands(forbidden)
    assert app is not None
    app.installEventFilter(hands)
    try:
        yield hands
    finally:
        app.removeEventFilter(hands)
    assert hands.used == 0


def no_mouse() -> AbstractContextManager[Hands]:
    """Inside, every mouse event is a failure."""
    return _watched(_MOUSE)


def no_keys() -> AbstractContextManager[Hands]:
    """Inside, every key is a failure, but for `typing()`."""
    return _watched(_KEYS)
