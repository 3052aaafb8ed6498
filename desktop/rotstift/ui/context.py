"""The menu of the right button: all that a key can do to the item or the words under it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from rotstift.model.items import Entity, Markable, Negative, Quote
from rotstift.ui.keys import Keys, group_words

_ALIKE = ("-", "same", "same_choose", "same_project", "identity", "-", "part_word", "note")
_REASONS = ("-", "#reason", "reason.")
_WORDS = ("label.", "-", "type.", *_REASONS)
_ROWS: dict[type[Markable], tuple[str, ...]] = {
    Entity: ("accept", "remove", "-", "label.", *_REASONS, *_ALIKE),
    Quote: (
        *("accept", "remove", "-", "type.", "-", "role.", "same_speaker", "add_piece"),
        *("-", "part", "join", "split", "fragment", *_REASONS, *_ALIKE),
    ),
    Negative: ("accept", "remove", "-", *_WORDS, *_ALIKE),
}
"""Ids of actions; one that ends in a dot stands for all of its group, "-" for a separator, # for a title."""


def context_menu(item: Markable | None, keys: Keys, parent: QWidget) -> QMenu:
    """The menu for an item, or for words that nothing is said about."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for name in _ids(_ROWS.get(type(item), _WORDS) if item else _WORDS, keys):
        if name == "-":
            menu.addSeparator()
        elif name.startswith("#"):
            menu.addAction(group_words(name[1:])).setEnabled(False)
        else:
            menu.addAction(keys.actions[name])
    return menu


def _ids(rows: tuple[str, ...], keys: Keys) -> Iterator[str]:
    for row in rows:
        if row.endswith("."):
            yield from (name for name in keys.actions if name.startswith(row))
        elif row[0] in "-#" or row in keys.actions:
            yield row
