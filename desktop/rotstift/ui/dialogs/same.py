"""SameForAllDialog: every place that one correction would change, in its sentence, before it does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QLocale, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from rotstift.model.sameness import Sameness
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui import theme
from rotstift.ui.dialogs.base import Sheet, push_button
from rotstift.ui.panels import paint
from rotstift.ui.panels.lists import Index, RowDelegate, RowList, TupleModel, line
from rotstift.ui.panels.parts import Card, counted, text_label, translate

_BOX = 18
_SWITCHES = {
    "case": QT_TRANSLATE_NOOP("SameForAllDialog", "other capitals"),
    "spaces": QT_TRANSLATE_NOOP("SameForAllDialog", "no-break spaces"),
    "compounds": QT_TRANSLATE_NOOP("SameForAllDialog", "compounds (Nato-Gipfel)"),
    "genitive": QT_TRANSLATE_NOOP("SameForAllDialog", "genitive -s"),
}
"""The fields of Sameness, in the person's words."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place."""

    key: str
    """What `applied` says."""
    before: str
    """The sentence up to the hit."""
    text: str
    after: str
    where: str = ""
    """Title of its article; empty within the open one."""
    now: str = ""
    """What is said about it now: "LOC?"; empty for nothing."""
    checked: bool = True
    group: str = ""
    """Its article: one key chooses all of its hits, or none."""


class HitModel(TupleModel[Hit]):
    """Hits with a check mark each."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_words, parent)
        self.wanted: list[bool] = []

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Show these; what a person has chosen of them stays chosen or not."""
        before = dict(zip((hit.key for hit in self.rows), self.wanted, strict=True))
        self.wanted = [before.get(hit.key, hit.checked) for hit in hits]
        self.set_rows(hits)

    def toggle_group(self, number: int) -> None:
        """Want every hit of this one's article, or none of them any more."""
        group = self.rows[number].group
        places = [at for at, hit in enumerate(self.rows) if hit.group == group]
        on = not all(self.wanted[at] for at in places)
        for at in places:
            self.wanted[at] = on
        self.dataChanged.emit(self.index(places[0], 0), self.index(places[-1], 0))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be checked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The check state beside what the base gives."""
        if role == Qt.ItemDataRole.CheckStateRole:
            wanted = self.wanted[index.row()]
            return Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
        return super().data(index, role)

    def toggle(self, number: int) -> None:
        """Want this hit, or not any more."""
        self.wanted[number] = not self.wanted[number]
        index = self.index(number, 0)
        self.dataChanged.emit(index, index)

    def want_all(self, *, wanted: bool) -> None:
        """Want every hit, or none."""
        if not self.wanted:
            return
        self.wanted = [wanted] * len(self.wanted)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.wanted) - 1, 0))


def _words(hit: Hit) -> str:
    return f"{hit.before}{hit.text}{hit.after}" + (f", {hit.where}" if hit.where else "")


class _HitDelegate(RowDelegate):
    lines = 2.0
    padding = 14

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """The base's row, and the check box before it."""
        super().paint(painter, option, index)
        box = QRectF(option.rect.left() + 13, option.rect.top() + 7, _BOX, _BOX)
        wanted = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        paint.check(painter, box, theme.current(), on=wanted)

    def paint_row(self, painter: QPainter, rect: QRect, row: Any) -> None:
        """The sentence with the hit marked, the article and the present label below."""
        colours = theme.current()
        box = rect.adjusted(12 + _BOX + 10, 5, -12, -5)
        height = painter.fontMetrics().height() + 2
        _sentence(painter, QRect(box.left(), box.top(), box.width(), height), row)
        painter.setFont(paint.small(painter.font(), 0.88))
        below = " · ".join(word for word in (row.now, row.where) if word)
        place = QRect(box.left(), box.top() + height, box.width(), box.height() - height)
        line(painter, place.left(), place, below, colours.muted)


def _sentence(painter: QPainter, box: QRect, hit: Hit) -> None:
    """One line; the hit is always in it, what stands round it gives way."""
    colours = theme.current()
    metrics = QFontMetricsF(painter.font())
    text = metrics.elidedText(_flat(hit.text), Qt.TextElideMode.ElideMiddle, box.width() * 0.6)
    width = metrics.horizontalAdvance(text)
    before = metrics.elidedText(
        _flat(hit.before), Qt.TextElideMode.ElideLeft, (box.width() - width) * 0.5
    )
    left = box.left() + metrics.horizontalAdvance(before)
    painter.fillRect(QRectF(left - 1, box.top(), width + 2, box.height()), QColor(colours.red_soft))
    line(painter, box.left(), box, before, colours.ink)
    line(painter, left, box, text, colours.red)
    rest = QRect(box)
    line(painter, left + width, rest, _flat(hit.after), colours.ink)


def _flat(text: str) -> str:
    return text.replace("\n", " ")


class HitList(RowList):
    """Space and a click check a row, A all of its article; Enter is the dialog's."""

    group_chosen = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space checks, Enter goes to the dialog, the rest moves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        elif event.key() == Qt.Key.Key_Space:
            if self.currentIndex().isValid():
                self.chosen.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_A and self.currentIndex().isValid():
            self.group_chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class SameForAllDialog(Sheet):
    """Says `applied(keys)` with the keys of the hits that are checked."""

    applied = Signal(tuple)
    sameness_changed = Signal(object)
    """Sameness: other hits are wanted; answer with `set_hits`."""

    def __init__(self, what: str, sameness: Sameness, parent: QWidget | None = None) -> None:
        """`what`: the correction in words, "Stadtwerke is ORG"."""
        super().__init__(translate("SameForAllDialog", "The same for all"), what, parent)
        self.model = HitModel(self)
        self.list = HitList(translate("SameForAllDialog", "Places"), _HitDelegate())
        self.list.setModel(self.model)
        self.list.chosen.connect(self.model.toggle)
        self.list.group_chosen.connect(self.model.toggle_group)
        self.list.say_when_empty(translate("SameForAllDialog", "There is no other such place."))
        self.all = QCheckBox(translate("SameForAllDialog", "All"))
        self.all.setAccessibleName(translate("SameForAllDialog", "All places"))
        self.all.clicked.connect(lambda on: self.model.want_all(wanted=on))
        self.count = text_label("", "muted")
        self.apply = push_button("")
        self.apply.clicked.connect(self._apply)
        self.model.dataChanged.connect(self._counted)
        self.model.modelReset.connect(self._counted)
        self.switches = {name: self._switch(name, sameness) for name in _SWITCHES}
        self._lay_out()
        self._counted()
        self.resize(920, 560)
        self.list.setFocus()

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Show these places."""
        self.model.set_hits(hits)
        if hits:
            self.list.setCurrentIndex(self.model.index(0, 0))
        if any(hit.group for hit in hits):
            words = translate("SameForAllDialog", "A chooses all places of an article, or none")
            self.list.setToolTip(words)

    def _switch(self, name: str, sameness: Sameness) -> QCheckBox:
        box = QCheckBox(translate("SameForAllDialog", _SWITCHES[name]))
        box.setAccessibleName(box.text())
        box.setChecked(bool(getattr(sameness, name)))
        box.toggled.connect(self._sameness)
        return box

    def _sameness(self) -> None:
        chosen = {name: box.isChecked() for name, box in self.switches.items()}
        self.sameness_changed.emit(Sameness(**chosen))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(text_label(translate("SameForAllDialog", "The same also with"), "muted"))
        for box in self.switches.values():
            row.addWidget(box)
        row.addStretch(1)
        self.column.addLayout(row)
        card = Card()
        card.column.addWidget(self.list)
        self.column.addWidget(card, 1)
        foot = self.add_buttons(self.cancel_button(), self.apply)
        foot.insertWidget(0, self.count)
        foot.insertWidget(0, self.all)
        self.setTabOrder(self.list, self.all)

    def _counted(self) -> None:
        count = sum(self.model.wanted)
        total = len(self.model.wanted)
        words = QT_TRANSLATE_NOOP("SameForAllDialog", "Apply to %n place(s)", "", 1)
        self.apply.setText(counted(count, "SameForAllDialog", words))
        self.apply.setAccessibleName(self.apply.text())
        self.apply.setEnabled(count > 0)
        self.all.setChecked(0 < count == total)
        locale = QLocale()
        share = translate("SameForAllDialog", "{0} of {1}")
        self.count.setText(
            share.replace("{0}", locale.toString(count)).replace("{1}", locale.toString(total))
        )

    def keys(self) -> tuple[str, ...]:
        """Keys of the checked hits, in the list's order."""
        pairs = zip(self.model.rows, self.model.wanted, strict=True)
        return tuple(hit.key for hit, wanted in pairs if wanted)

    def _apply(self) -> None:
        keys = self.keys()
        self.accept()
        self.applied.emit(keys)
