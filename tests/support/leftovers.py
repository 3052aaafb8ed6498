"""Finds what a Qt test leaves behind: windows, active timers, running threads, processes, animations."""

import gc
import threading
import weakref
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QProcess,
    QPropertyAnimation,
    QThread,
    QTimer,
    QVariantAnimation,
)
from PySide6.QtWidgets import QApplication

BUSY: dict[type[QObject], Callable[[Any], bool]] = {
    QTimer: QTimer.isActive,
    QThread: QThread.isRunning,
    QProcess: lambda process: process.state() != QProcess.ProcessState.NotRunning,
    QVariantAnimation: lambda animation: animation.state() == QVariantAnimation.State.Running,
    QPropertyAnimation: lambda animation: animation.state() == QVariantAnimation.State.Running,
}
_made: weakref.WeakSet[QObject] = weakref.WeakSet()


def _watch(kind: type[QObject]) -> None:
    """Note every object of this class that Python makes; walking all objects would cost 30 ms a test."""
    original = kind.__init__

    def noting(self: QObject, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        _made.add(self)

    kind.__init__ = noting  # type: ignore[method-assign]


for _kind in BUSY:
    _watch(_kind)


class Leftovers:
    """Remembers what is busy now; `found` describes what came since and is still there."""

    def __init__(self) -> None:
        self._before = set(_busy())

    def found(self) -> list[str]:
        """The things left behind, in words; garbage in reference cycles is none of them."""
        if not self._new():
            return []
        gc.collect()
        return sorted(self._new().values())

    def _new(self) -> dict[int, str]:
        if QApplication.instance():
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # type: ignore[arg-type]
        return {key: words for key, words in _busy().items() if key not in self._before}


def _busy() -> dict[int, str]:
    """Address to description of everything that is open or at work."""
    found = {_address(item): _words(item) for item in list(_made) if _at_work(item)}
    found |= {_address(window): f"window {_words(window)}" for window in _windows()}
    return found | {id(thread): f"thread {thread.name}" for thread in _threads()}


def _threads() -> list[threading.Thread]:
    """Python's own threads; Python lists a Qt thread it has once met for ever."""
    return [item for item in threading.enumerate() if type(item).__name__ != "_DummyThread"]


def _windows() -> list[QObject]:
    return list(QApplication.topLevelWidgets()) if QApplication.instance() else []


def _at_work(item: QObject) -> bool:
    if not shiboken6.isValid(item):
        return False
    return any(busy(item) for kind, busy in BUSY.items() if isinstance(item, kind))


def _address(item: QObject) -> int:
    return int(shiboken6.getCppPointer(item)[0])


def _words(item: QObject) -> str:
    owner = item.parent()
    return f"{type(item).__name__}({item.objectName()})" + (f" of {_words(owner)}" if owner else "")
