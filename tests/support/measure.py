"""What is cut, lies over something else or sticks out: measured on real widgets, for any of them."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from rotstift.ui.panels.parts import ElidedLabel

SLACK = 1.0
"""Logical pixels by which rounding may be off."""


def shown(root: QWidget) -> Iterator[QWidget]:
    """The widget and everything visible in it, other windows left out."""
    yield root
    for one in root.findChildren(QWidget):
        if one.isVisible() and one.window() is root.window():
            yield one


def cut(root: QWidget) -> list[str]:
    """The words that do not fit the rectangle of their label, button, field, tab or column head."""
    return [f"{type(one).__name__} {words!r}" for one in shown(root) for words in _cut(one)]


def _cut(one: QWidget) -> Iterator[str]:
    if isinstance(one, ElidedLabel):
        return  # ends in "…" by intent, the whole text is its tool tip
    for kind, look in _LOOKS:
        if isinstance(one, kind):
            yield from look(one)
            return


def _label(label: QLabel) -> Iterator[str]:
    if label.text() and not _label_fits(label):
        yield label.text()


def _button(button: QAbstractButton) -> Iterator[str]:
    hint = button.sizeHint()
    only_icon = isinstance(button, QToolButton) and not button.icon().isNull()
    if button.text() and not only_icon and not _holds(button, hint.width(), hint.height()):
        yield button.text()


def _in_width(words: str, one: QWidget, beside: float) -> Iterator[str]:
    """The words when they are wider than the widget without so many pixels."""
    if _width(one, words) > one.width() - beside + SLACK:
        yield words


def _line(field: QLineEdit) -> Iterator[str]:
    if not field.text() and not isinstance(field.parent(), QAbstractSpinBox):
        signs = len(
            field.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        )
        yield from _in_width(field.placeholderText(), field, 16 + 22 * min(signs, 1))


def _tabs(bar: QTabBar) -> Iterator[str]:
    for tab in range(bar.count()):
        if _width(bar, bar.tabText(tab)) > bar.tabRect(tab).width() + SLACK:
            yield bar.tabText(tab)


def _heads(head: QHeaderView) -> Iterator[str]:
    table = head.parent()
    if head.orientation() is not Qt.Orientation.Horizontal or not isinstance(table, QTableView):
        return
    for section in range(head.count()):
        words = str(head.model().headerData(section, Qt.Orientation.Horizontal) or "")
        if not head.isSectionHidden(section) and _width(head, words) > head.sectionSize(section):
            yield words


_Look = Callable[[Any], Iterator[str]]
_LOOKS: tuple[tuple[Any, _Look], ...] = (
    (QLabel, _label),
    (QPushButton | QToolButton | QCheckBox | QRadioButton, _button),
    (QComboBox, lambda one: _in_width(one.currentText(), one, 32)),
    (QLineEdit, _line),
    (QAbstractSpinBox, lambda one: _in_width(one.text(), one, 36)),
    (QGroupBox, lambda one: _in_width(one.title(), one, 0)),
    (QTabBar, _tabs),
    (QHeaderView, _heads),
)


def _width(one: QWidget, words: str) -> float:
    return QFontMetricsF(one.font()).horizontalAdvance(words)


def _holds(one: QWidget, width: float, height: float) -> bool:
    return one.width() >= width - SLACK and one.height() >= height - SLACK


def _label_fits(label: QLabel) -> bool:
    inside, metrics = label.contentsRect(), label.fontMetrics()
    if not label.wordWrap():
        wide = max(metrics.horizontalAdvance(line) for line in label.text().split("\n"))
        return inside.width() >= wide - SLACK and inside.height() >= metrics.ascent() - SLACK
    longest = max(map(metrics.horizontalAdvance, label.text().split()), default=0)
    room = metrics.boundingRect(
        QRect(0, 0, inside.width(), 10_000), int(Qt.TextFlag.TextWordWrap), label.text()
    )
    return longest <= inside.width() + SLACK and room.height() <= inside.height() + SLACK


def overlapping(root: QWidget) -> list[str]:
    """Pairs of neighbours in one layout that lie over one another."""
    found = []
    for parent in shown(root):
        layout = parent.layout()
        if layout is None:
            continue
        boxes = [one for one in _in_layout(parent, layout) if one.isVisible()]
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                common = one.geometry().intersected(other.geometry())
                if common.width() > SLACK and common.height() > SLACK:
                    found.append(f"{_named(one)} over {_named(other)}")
    return found


def sticking_out(root: QWidget) -> list[str]:
    """Children in a layout that reach beyond their parent (what scrolls may)."""
    found = []
    slack = QMargins(1, 1, 1, 1)
    for parent in shown(root):
        layout = parent.layout()
        if layout is None or isinstance(parent, QAbstractScrollArea):
            continue
        area = parent.rect().marginsAdded(slack)
        for one in _in_layout(parent, layout):
            box = one.geometry()
            if one.isVisible() and not box.isEmpty() and not area.contains(box):
                found.append(f"{_named(one)} {box} beyond {_named(parent)} {parent.rect()}")
    return found


def wider_than_their_shaft(root: QWidget) -> list[str]:
    """What stands in a scroll area that scrolls only up and down, and is wider than it."""
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return [
        f"{_named(area)} {area.widget().width()} in {area.viewport().width()}"
        for area in shown(root)
        if isinstance(area, QScrollArea)
        and area.horizontalScrollBarPolicy() == off
        and area.widget() is not None
        and area.widget().width() > area.viewport().width() + SLACK
    ]


def _in_layout(parent: QWidget, layout: QLayout) -> list[QWidget]:
    """The widgets that a widget's layout places; asks for no QLayoutItem, whose wrappers outlive it."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    every = [layout, *layout.findChildren(QLayout)]
    children = parent.findChildren(QWidget, options=direct)
    return [one for one in children if any(each.indexOf(one) >= 0 for each in every)]


def _named(one: QWidget) -> str:
    words = one.text() if isinstance(one, QLabel | QAbstractButton) else one.accessibleName()
    return f"{type(one).__name__} {words[:40]!r}"
