"""GuidePanel: what the scheme's guideline says of what has the focus, beside the work."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from rotstift.model.scheme import Label
from rotstift.ui import theme
from rotstift.ui.panels.parts import Card, Heading, in_margins, translate

_MARKED = re.compile(r"\[([^\]]+)\]")
_INDENT = 18
"""Logical pixels before an example's words."""
_SIGNS = {"+": "✓", "-": "✗"}


@dataclass(frozen=True, slots=True)
class GuideEntry:
    """One label, type, role or reason with its guideline."""

    label: Label
    name: str
    key: str
    """In the words of `paint.key_words`; empty for none."""
    text: str
    """Plain lines are the rule; "+ " and "- " begin examples, right and wrong; […] is what is marked."""


class GuidePanel(QWidget):
    """Shows entries; made with the first wish to see them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[GuideEntry, ...] = ()
        self.heading = Heading(translate("GuidePanel", "Guideline"))
        self.text = QTextBrowser()
        self.text.setAccessibleName(translate("GuidePanel", "Guideline"))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.document().setDocumentMargin(12)
        self.text.setMinimumHeight(120)
        # The selection above keeps its height; this takes what is left.
        self.text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.text.setTabStopDistance(_INDENT)
        card = Card()
        card.column.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(in_margins(card), 1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "panel")

    def set_key(self, keys: str) -> None:
        """Name the key that folds it (`paint.key_words`)."""
        self.heading.set_right(keys)

    def show_entries(self, entries: Sequence[GuideEntry]) -> None:
        """Show these, from the top; the same ones again stay where they are."""
        if tuple(entries) != self._entries:
            self._entries = tuple(entries)
            self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme: other colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._write()

    def _write(self) -> None:
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        for number, entry in enumerate(self._entries):
            self._entry(cursor, entry, first=number == 0)
        if not self._entries:
            words = translate("GuidePanel", "The scheme has no guideline for this.")
            cursor.insertText(words, _format(theme.current().muted))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _entry(self, cursor: QTextCursor, entry: GuideEntry, *, first: bool) -> None:
        colours = theme.current()
        ink = colours.colour(entry.label).ink
        _begin(cursor, first=first, before=0 if first else 16)
        cursor.insertText(entry.name, _format(ink, bold=True))
        if entry.key:
            cursor.insertText(f"   {entry.key}", _format(colours.muted))
        for line in entry.text.strip().splitlines():
            sign = _SIGNS.get(line[:2].strip()) if line[1:2] == " " else None
            if sign is None:
                _begin(cursor, before=4)
                cursor.insertText(line, _format(colours.ink))
            else:
                _begin(cursor, before=5, indent=_INDENT)
                good = line[0] == "+"
                cursor.insertText(
                    f"{sign}\t", _format(colours.good if good else colours.red, bold=True)
                )
                self._example(cursor, line[2:], entry.label)

    def _example(self, cursor: QTextCursor, line: str, label: Label) -> None:
        colours = theme.current()
        pair = colours.colour(label)
        done = 0
        for found in _MARKED.finditer(line):
            cursor.insertText(line[done : found.start()], _format(colours.ink))
            cursor.insertText(found.group(1), _format(pair.ink, ground=pair.tint))
            done = found.end()
        cursor.insertText(line[done:], _format(colours.ink))


def _begin(cursor: QTextCursor, *, first: bool = False, before: int = 0, indent: int = 0) -> None:
    block = QTextBlockFormat()
    block.setTopMargin(before)
    block.setLeftMargin(indent)
    block.setTextIndent(-indent)
    block.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if first:
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block)


def _format(colour: str, *, bold: bool = False, ground: str = "") -> QTextCharFormat:
    result = QTextCharFormat()
    result.setForeground(QColor(colour))
    result.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    if ground:
        result.setBackground(QColor(ground))
    return result
