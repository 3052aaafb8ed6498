"""ColoursDialog: a colour of one's own for each label and quote type, and the contrast that it has."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rotstift.model.scheme import Label
from rotstift.ui import icons, palettes, theme
from rotstift.ui.colouring import least_contrast
from rotstift.ui.dialogs.base import Sheet, push_button
from rotstift.ui.palettes import Pair
from rotstift.ui.panels.parts import Card, Tag, icon_button, text_label, translate


@dataclass(frozen=True, slots=True)
class ColourRow:
    """One label or quote type."""

    label: Label
    name: str
    tag: str
    own: str = ""
    """The person's colour (#rrggbb); empty for none."""


class _Line(QWidget):
    def __init__(self, row: ColourRow) -> None:
        super().__init__()
        self.row = row
        across = QHBoxLayout(self)
        across.setContentsMargins(14, 5, 10, 5)
        across.setSpacing(12)
        self.tag = Tag(row.tag, row.label)
        across.addWidget(self.tag)
        self._across = across
        self.words = text_label("", "small")
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(text_label(row.name))
        both.addWidget(self.words)
        across.addLayout(both, 1)
        self.choose = push_button(translate("ColoursDialog", "Choose…"))
        self.choose.setAutoDefault(False)
        self.choose.setAccessibleName(f"{row.name}: {self.choose.text()}")
        across.addWidget(self.choose)
        self.back = icon_button(
            "undo", translate("ColoursDialog", "The usual colour again"), icons.ink
        )
        keep = self.back.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(keep)
        across.addWidget(self.back)

    def widen(self, tag: int) -> None:
        """The names begin one below the other, after a tag of so many pixels."""
        self._across.insertSpacing(1, tag - self.tag.sizeHint().width())

    def show_own(self, own: str) -> None:
        """The tag wears its colour already; say how well it can be read."""
        self.row = replace(self.row, own=own)
        self.back.setVisible(bool(own))
        shown = (palettes.colour(self.row.label, dark=dark) for dark in (False, True))
        pair = Pair(*shown)
        number = QLocale().toString(least_contrast(pair), "f", 1)
        self.words.setText(translate("ColoursDialog", "contrast {0} : 1").replace("{0}", number))
        self.tag.update()


class ColoursDialog(Sheet):
    """Says `chosen(label id, colour)`; an empty colour for the usual one."""

    chosen = Signal(str, str)

    def __init__(self, rows: Sequence[ColourRow], parent: QWidget | None = None) -> None:
        intro = translate(
            "ColoursDialog",
            "Choose a colour; both themes get their shades of it, as light or dark as can be read well (at "
            "least 4.5 : 1). Only you see them.",
        )
        super().__init__(translate("ColoursDialog", "Your own label colours"), intro, parent)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        card = Card()
        column.addWidget(card)
        column.addStretch(1)
        self.lines = {row.label.id: _Line(row) for row in rows}
        for line in self.lines.values():
            card.column.addWidget(line)
            line.choose.clicked.connect(lambda _=False, line=line: self._choose(line))
            line.back.clicked.connect(
                lambda _=False, line=line: self.chosen.emit(line.row.label.id, "")
            )
            line.show_own(line.row.own)
            line.widen(max(one.tag.sizeHint().width() for one in self.lines.values()))
        shaft = QScrollArea()
        shaft.setWidget(inside)
        shaft.setWidgetResizable(True)
        shaft.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shaft.setFrameShape(QFrame.Shape.NoFrame)
        shaft.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shaft.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.column.addWidget(shaft, 1)
        self.add_buttons(self.close_button())
        for line in list(self.lines.values())[:1]:
            self.focus_on(line.choose)
        self.setModal(False)
        self.resize(520, 560)

    def show_own(self, label_id: str, own: str) -> None:
        """A label wears another colour now."""
        self.lines[label_id].show_own(own)

    def _choose(self, line: _Line) -> None:
        now = line.row.own or theme.current().colour(line.row.label).ink
        picker = QColorDialog(QColor(now), self)
        picker.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.setWindowTitle(line.row.name)
        picker.colorSelected.connect(
            lambda colour: self.chosen.emit(line.row.label.id, colour.name())
        )
        picker.open()
