"""EntitiesPanel: who and what stands in the article, each once, with how often."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QLocale, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rotstift.model.scheme import Label
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui import theme
from rotstift.ui.panels import paint
from rotstift.ui.panels.lists import RowDelegate, RowList, TupleModel, line, right_line
from rotstift.ui.panels.parts import MARGIN, Card, Heading, counted, in_margins, translate


@dataclass(frozen=True, slots=True)
class EntityGroup:
    """All mentions of one person, organisation or thing in the article."""

    key: str
    """What `mention_requested` says."""
    name: str
    """The identity, or the text where there is none."""
    label: Label
    count: int
    suggested: int = 0
    """How many of them are still only suggested."""
    wikidata: str = ""
    """The id of the identity's item in Wikidata: "Q7747"."""


def _words(group: EntityGroup) -> str:
    mentions = QT_TRANSLATE_NOOP("EntitiesPanel", "%n mention(s)", "", 1)
    unchecked = QT_TRANSLATE_NOOP("EntitiesPanel", "%n unchecked", "", 1)
    count = counted(group.count, "EntitiesPanel", mentions)
    open_ones = counted(group.suggested, "EntitiesPanel", unchecked)
    more = [open_ones] * bool(group.suggested) + [group.wikidata] * bool(group.wikidata)
    return ", ".join((group.name, group.label.id, count, *more))


def _tag_text(group: EntityGroup) -> str:
    return group.label.id + ("?" if group.suggested == group.count else "")


class _GroupDelegate(RowDelegate):
    padding = 7
    widest = ""
    """The longest text of a tag: the names begin after it, one below the other."""

    def paint_row(self, painter: QPainter, rect: QRect, row: Any) -> None:
        """Tag, name, count; a question mark while none of them is checked."""
        colours = theme.current()
        box = rect.adjusted(MARGIN, 0, -MARGIN, 0)
        count = "×" + QLocale().toString(row.count)
        right = right_line(painter, box, count, colours.ink, 0.3)
        text = _tag_text(row)
        width = paint.tag_width(painter.font(), text)
        place = QRectF(box.left(), box.top(), width, box.height())
        paint.tag(painter, place, text, colours.colour(row.label))
        column = paint.tag_width(painter.font(), self.widest)
        rest = QRect(box)
        rest.setRight(round(right) - 8)
        if row.wikidata:
            left = right_line(painter, rest, row.wikidata, colours.muted, 0.3)
            rest.setRight(round(left) - 8)
        line(painter, box.left() + max(column, width) + 8, rest, row.name, colours.ink)


class EntitiesPanel(QWidget):
    """A heading with the number of entities, and the list."""

    mention_requested = Signal(str)
    """Key of the group whose next mention the person wants to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading(translate("EntitiesPanel", "Entities in the article"))
        self.model: TupleModel[EntityGroup] = TupleModel(_words, self)
        self._delegate = _GroupDelegate()
        self.list = RowList(translate("EntitiesPanel", "Entities"), self._delegate)
        self.list.setModel(self.model)
        self.list.setToolTip(translate("EntitiesPanel", "Click to go to the next mention"))
        self.list.say_when_empty(translate("EntitiesPanel", "No entity yet."))
        self.list.chosen.connect(
            lambda number: self.mention_requested.emit(self.model.rows[number].key)
        )
        card = Card()
        card.column.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(in_margins(card), 1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "panel")

    def set_groups(self, groups: Sequence[EntityGroup]) -> None:
        """Show these, in this order; the marked group stays marked."""
        row = self.list.currentIndex().row()
        key = self.model.rows[row].key if 0 <= row < len(self.model.rows) else None
        self._delegate.widest = max(map(_tag_text, groups), key=len, default="")
        self.model.set_rows(groups)
        self.heading.set_right(QLocale().toString(len(groups)) if groups else "")
        for number, group in enumerate(groups):
            if group.key == key:
                self.list.setCurrentIndex(self.model.index(number, 0))
