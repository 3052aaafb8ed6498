"""Aloud: the one door through which news go to a screen reader; shut while nobody listens."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def send(event: QAccessibleEvent) -> None:
    """Give this to the screen reader."""
    QAccessible.updateAccessibility(event)


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say this now."""
    if words and QAccessible.isActive():
        send(QAccessibleAnnouncementEvent(widget, words))
