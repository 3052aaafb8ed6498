"""Flow: widgets side by side, in the next line where the width ends."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flow(QWidget):
    """For buttons whose words may be long in another language.

    A widget and no QLayout: one written in Python keeps wrappers of items that Qt deletes by itself, and
    ends the process when a new item stands at the address of an old one (seen).
    """

    def __init__(self, margins: QMargins, gap: int = 6) -> None:
        super().__init__()
        self._widgets: list[QWidget] = []
        self._margins = margins
        self._gap = gap
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def addWidget(self, widget: QWidget) -> None:
        """The next one in the row."""
        widget.setParent(self)
        self._widgets.append(widget)

    def hasHeightForWidth(self) -> bool:
        """Yes."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at this width."""
        boxes = [box for _, box in self._places(width)]
        lowest = max((box.bottom() + 1 for box in boxes), default=self._margins.top())
        return lowest + self._margins.bottom()

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest one."""
        widest = max((one.sizeHint().width() for one in self._widgets), default=0)
        width = widest + self._margins.left() + self._margins.right()
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def sizeHint(self) -> QSize:
        """The least that works."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put every one at its place."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Another size of one of them moves the rest."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        for widget, box in self._places(self.width()):
            widget.setGeometry(box)

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        area = QRect(0, 0, width, 0).marginsRemoved(self._margins)
        x, y, line = area.x(), area.y(), 0
        for widget in self._widgets:
            size = widget.sizeHint()
            if line and x + size.width() > area.right() + 1:
                x, y, line = area.x(), y + line + self._gap, 0
            yield widget, QRect(QPoint(x, y), size)
            x += size.width() + self._gap
            line = max(line, size.height())
