"""LabelForm: everything about one label of a scheme, to be changed."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtGui import QColor, QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from rotstift.model.items import ROLES
from rotstift.model.scheme import Colour, Label
from rotstift.model.scheme_edit import KNOWN_TYPES, Group
from rotstift.ui import palettes
from rotstift.ui.colouring import AA, least_contrast, pair_of
from rotstift.ui.dialogs.base import add_row, form, push_button
from rotstift.ui.palettes import Pair
from rotstift.ui.panels.parts import text_label, translate
from rotstift.ui.theme import DARK, LIGHT, Theme

_LINES = 3
LANGUAGES = ("en", "de")
_KNOWN = (Group.ROLE, Group.TYPE)
"""The groups in which rules and exports know some ids."""


class _Swatch(QWidget):
    """A name in a theme's colours, whatever theme the window has."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.words = text_label()
        row.addWidget(self.words)

    def show_colour(self, words: str, colour: Colour) -> None:
        self.words.setText(words)
        self.words.setStyleSheet(
            f"color: {colour.ink}; background: {colour.tint}; font-weight: 600;"
            f" border: 4px solid {self._theme.sheet}; border-radius: 8px; padding: 4px 10px;"
        )


class _Lines(QPlainTextEdit):
    """A few lines; says when they are left."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 18)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was written counts now."""
        super().focusOutEvent(event)
        self.left.emit()


class LabelForm(QWidget):
    """Says `edited` when a field is left, a switch was switched, or a colour chosen."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._label = Label("", {"en": ""})
        self._group = Group.LABEL
        self.name = QLineEdit()
        self.words = {language: QLineEdit() for language in LANGUAGES}
        self.key = QLineEdit(maxLength=1)
        self.key.setMaximumWidth(64)
        self.hidden = QCheckBox(translate("SchemeDialog", "Leave it out of menus and keys"))
        self.hidden.setAccessibleName(self.hidden.text())
        self.guideline = {language: _Lines() for language in LANGUAGES}
        self.colours = {
            (mode, part): QLineEdit(maxLength=7)
            for mode in ("light", "dark")
            for part in ("ink", "tint")
        }
        self.swatches = {"light": _Swatch(LIGHT), "dark": _Swatch(DARK)}
        self.contrast = text_label("", "small", wrap=True)
        self.choose = push_button(translate("SchemeDialog", "Choose a colour…"))
        self.fit = push_button(translate("SchemeDialog", "Make it fit"))
        self.colour_box = QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        rows = form()
        add_row(rows, translate("SchemeDialog", "Name in the data"), self.name)
        add_row(rows, translate("SchemeDialog", "Words, English"), self.words["en"])
        add_row(rows, translate("SchemeDialog", "Words, German"), self.words["de"])
        add_row(rows, translate("SchemeDialog", "Key"), self.key)
        rows.addRow("", self.hidden)
        column.addLayout(rows)
        column.addWidget(self.colour_box)
        self._lay_out_colours()
        more = form()
        add_row(more, translate("SchemeDialog", "Guideline, English"), self.guideline["en"])
        add_row(more, translate("SchemeDialog", "Guideline, German"), self.guideline["de"])
        column.addLayout(more)
        column.addStretch(1)

    def _lay_out_colours(self) -> None:
        grid = QGridLayout(self.colour_box)
        grid.setContentsMargins(0, 6, 0, 6)
        heads = {
            "light": translate("SchemeDialog", "Light"),
            "dark": translate("SchemeDialog", "Dark"),
        }
        parts = {
            "ink": translate("SchemeDialog", "ink"),
            "tint": translate("SchemeDialog", "tint"),
        }
        for row, (mode, words) in enumerate(heads.items()):
            grid.addWidget(text_label(words, "muted"), row, 0)
            for column, (part, name) in enumerate(parts.items(), start=1):
                field = self.colours[mode, part]
                field.setAccessibleName(f"{words}, {name}")
                field.setToolTip(f"{words}, {name}")
                field.setMinimumWidth(92)
                grid.addWidget(field, row, column)
            grid.addWidget(self.swatches[mode], row, 3)
        buttons = QHBoxLayout()
        for button in (self.choose, self.fit):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        grid.addLayout(buttons, 2, 0, 1, 5)
        grid.addWidget(self.contrast, 3, 0, 1, 5)
        grid.setColumnStretch(4, 1)

    def _connect(self) -> None:
        for line in (self.name, *self.words.values(), self.key, *self.colours.values()):
            line.editingFinished.connect(self.edited)
        for lines in self.guideline.values():
            lines.left.connect(self.edited)
        self.hidden.clicked.connect(self.edited)
        for line in self.colours.values():
            line.textEdited.connect(lambda _text: self._show_contrast())
        self.choose.clicked.connect(self._choose)
        self.fit.clicked.connect(lambda: self._take(self.colours["light", "ink"].text()))

    # -- showing --------------------------------------------------------------------------------

    def show_label(self, group: Group, label: Label) -> None:
        """This one is to be changed now; `edited` says nothing."""
        self._label, self._group = label, group
        blocked = [QSignalBlocker(one) for one in self._fields()]
        self.name.setText(label.id)
        fixed = label.id in (ROLES if group is Group.ROLE else KNOWN_TYPES) and group in _KNOWN
        self.name.setReadOnly(fixed)
        why = translate("SchemeDialog", "Rules and exports know it by this name.")
        self.name.setToolTip(why if fixed else "")
        self.name.setAccessibleDescription(self.name.toolTip())
        for language in LANGUAGES:
            self.words[language].setText(label.words.get(language, ""))
            self.guideline[language].setPlainText((label.guideline or {}).get(language, ""))
        self.key.setText(label.key)
        self.key.setEnabled(group is not Group.REASON)
        self.hidden.setChecked(label.hidden)
        self.colour_box.setVisible(group in (Group.LABEL, Group.TYPE))
        self._show_colours(Pair(label.light, label.dark))
        del blocked

    def _fields(self) -> Iterator[QWidget]:
        yield from (self.name, self.key, self.hidden)
        yield from (*self.words.values(), *self.guideline.values(), *self.colours.values())

    def _show_colours(self, pair: Pair) -> None:
        for mode, colour in (("light", pair.light), ("dark", pair.dark)):
            self.colours[mode, "ink"].setText(colour.ink)
            self.colours[mode, "tint"].setText(colour.tint)
        self._show_contrast()

    def _show_contrast(self) -> None:
        pair = self.pair()
        if pair is None:
            self.contrast.setText(translate("SchemeDialog", "Write a colour as #rrggbb."))
            return
        number = least_contrast(pair)
        shown = QLocale().toString(number, "f", 1)
        enough = translate("SchemeDialog", "Contrast {0} : 1, read well.")
        poor = translate(
            "SchemeDialog", "Contrast {0} : 1 is too little to read: 4.5 : 1 is needed."
        )
        self.contrast.setText((enough if number >= AA else poor).replace("{0}", shown))
        self.contrast.setProperty("role", "small" if number >= AA else "warn")
        self.contrast.style().polish(self.contrast)
        for mode, colour in (("light", pair.light), ("dark", pair.dark)):
            words = self.words["en"].text() or self._label.id
            self.swatches[mode].show_colour(words, colour)

    # -- what is there now ----------------------------------------------------------------------

    def pair(self) -> Pair | None:
        """The colours written; None while one of them is none."""
        texts = {place: field.text().strip() for place, field in self.colours.items()}
        if not all(len(text) == 7 and QColor.isValidColorName(text) for text in texts.values()):
            return None
        light = Colour(texts["light", "ink"], texts["light", "tint"])
        return Pair(light, Colour(texts["dark", "ink"], texts["dark", "tint"]))

    def label(self) -> Label:
        """The label as the fields say it."""
        before = self._label
        pair = self.pair() or Pair(before.light, before.dark)
        guideline = dict(before.guideline or {}) | {
            language: lines.toPlainText().strip() for language, lines in self.guideline.items()
        }
        words = dict(before.words) | {
            language: line.text().strip() for language, line in self.words.items()
        }
        return replace(
            before,
            id=self.name.text().strip(),
            words={key: text for key, text in words.items() if text},
            key=self.key.text().strip().upper(),
            light=pair.light,
            dark=pair.dark,
            guideline={key: text for key, text in guideline.items() if text} or None,
            hidden=self.hidden.isChecked(),
        )

    def readable(self) -> bool:
        """Whether the colours keep AA (4.5 : 1); where none are shown, they do."""
        pair = self.pair()
        coloured = self._group in (Group.LABEL, Group.TYPE)
        return not coloured or (pair is not None and least_contrast(pair) >= AA)

    def _choose(self) -> None:
        picker = QColorDialog(QColor(self.colours["light", "ink"].text()), self)
        picker.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        picker.setWindowTitle(self._label.id)
        picker.colorSelected.connect(lambda colour: self._take(colour.name()))
        picker.finished.connect(picker.deleteLater)
        picker.open()

    def _take(self, colour: str) -> None:
        """Shades of this colour for both themes, each read well."""
        if QColor.isValidColorName(colour):
            self._show_colours(pair_of(colour))
            self.edited.emit()


def free_pair(number: int) -> Pair:
    """Colours for the label that comes as this one in its group: from the palette for every eye."""
    return palettes.LABELS[number % len(palettes.LABELS)]
