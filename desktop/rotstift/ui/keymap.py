"""Keymap: the table of actions with the keys that a person gave them, and which keys may be given.

What is kept is only what differs from the table: action id to its keys, none for an action without one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtGui import QKeySequence

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.ui.actions import Action, Scope

Changed = Mapping[str, Sequence[str]]

_ALTGR = frozenset("@€[]{}\\|~²³µ")
_DEAD = frozenset("^`´")
_SHIFTED = frozenset("!\"§$%&/()=?*':;>°")
_PAGE_ONLY = ("Tab", "Backtab", "Space", "Return", "Enter", "Left", "Right", "Up", "Down")
_PAGE_ONLY_MORE = ("Home", "End", "PgUp", "PgDown")
_MODIFIERS = ("Ctrl", "Shift", "Alt", "Meta", "Num")
_FIXED = ("digit.", "escape")
"""What keeps its key: digits choose what the text numbers, Esc leaves everything."""


def normal(chord: str) -> str:
    """A chord in Qt's portable spelling; empty for what is none."""
    return QKeySequence(chord).toString(QKeySequence.SequenceFormat.PortableText)


def changeable(row: Action) -> bool:
    """Whether a person may give this action other keys."""
    return bool(row.words) and not row.id.startswith(_FIXED)


def rekeyed(rows: Iterable[Action], changed: Changed) -> tuple[Action, ...]:
    """The table with the person's keys: these win over a key that the table gives another action.

    What cannot be given (from a file that somebody wrote by hand) is left out.
    """
    table = tuple(rows)
    own = [row for row in table if row.id in changed and changeable(row)]
    taken = {normal(key) for row in table if not changeable(row) for key in row.keys}
    given: dict[str, tuple[str, ...]] = {}
    for row in own:
        fitting = [normal(key) for key in changed[row.id] if not refusal(row, key)]
        given[row.id] = tuple(dict.fromkeys(key for key in fitting if key not in taken))
        taken |= set(given[row.id])
    for row in table:
        if row.id not in given and changeable(row) and own:
            given[row.id] = tuple(key for key in row.keys if normal(key) not in taken)
    return tuple(replace(row, keys=given.get(row.id, row.keys)) for row in table)


def holder(rows: Iterable[Action], chord: str, but: str) -> Action | None:
    """The other action that has this key now."""
    wanted = normal(chord)
    return next(
        (row for row in rows if row.id != but and wanted in map(normal, row.keys)),
        None,
    )


def given(
    usual: Iterable[Action], changed: Changed, action_id: str, chord: str, *, more: bool = False
) -> dict[str, list[str]]:
    """What is kept once an action has this key, alone or with `more` beside those that it has.

    Who had it has it no more.
    """
    table = tuple(usual)
    now = next(row.keys for row in rekeyed(table, changed) if row.id == action_id) if more else ()
    keys = dict.fromkeys((*now, normal(chord)))
    return _kept(table, changed, action_id, tuple(keys))


def as_usual(usual: Iterable[Action], changed: Changed, action_id: str) -> dict[str, list[str]]:
    """What is kept once an action has the table's keys again, and who has them now has them no more."""
    table = tuple(usual)
    row = next(row for row in table if row.id == action_id)
    return _kept(table, changed, action_id, row.keys)


def _kept(
    usual: Iterable[Action], changed: Changed, action_id: str, keys: Sequence[str]
) -> dict[str, list[str]]:
    table = tuple(usual)
    wanted = {normal(key) for key in keys}
    now = {row.id: list(row.keys) for row in rekeyed(table, changed)}
    for name, others in now.items():
        if name != action_id:
            now[name] = [key for key in others if normal(key) not in wanted]
    now[action_id] = list(keys)
    kept = {row.id: now[row.id] for row in table if now[row.id] != list(row.keys)}
    unknown = {name: list(keys) for name, keys in changed.items() if name not in now}
    return unknown | kept  # labels of another project's scheme stay as they are


def refusal(row: Action, chord: str) -> Sentence | None:
    """Why this action cannot have that key; None when it can."""
    keys = normal(chord)
    *modifiers, last = _split(keys)
    if not last or last in _MODIFIERS or QKeySequence(chord).count() != 1:
        return Sentence(QT_TRANSLATE_NOOP("Messages", "That is no key that can be given."))
    if not changeable(row):
        return Sentence(QT_TRANSLATE_NOOP("Messages", "This key stays as it is."))
    return _unreachable(modifiers, last) or _meant_otherwise(row, modifiers, last)


def _split(keys: str) -> list[str]:
    """ "Ctrl++" is Ctrl and +."""
    if keys.endswith("+") and keys != "+":
        return [*keys[:-2].split("+"), "+"] if keys[:-2] else ["+"]
    return keys.split("+") if keys != "+" else ["+"]


def _unreachable(modifiers: Sequence[str], last: str) -> Sentence | None:
    if "Ctrl" in modifiers and "Alt" in modifiers:
        words = QT_TRANSLATE_NOOP(
            "Messages",
            "Ctrl and Alt together are AltGr on a German keyboard: they write characters.",
        )
        return Sentence(words)
    if "Meta" in modifiers:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "Messages", "The system keeps the keys with Windows or Command for itself."
            )
        )
    if last in _ALTGR:
        words = QT_TRANSLATE_NOOP("Messages", "“{key}” needs AltGr on a German keyboard.")
        return Sentence(words, key=last)
    if last in _DEAD:
        words = QT_TRANSLATE_NOOP(
            "Messages", "“{key}” waits for the next letter on a German keyboard (a dead key)."
        )
        return Sentence(words, key=last)
    if last in _SHIFTED:
        words = QT_TRANSLATE_NOOP("Messages", "“{key}” needs Shift on a German keyboard.")
        return Sentence(words, key=last)
    return None


def _meant_otherwise(row: Action, modifiers: Sequence[str], last: str) -> Sentence | None:
    plain = not {"Ctrl", "Alt"} & set(modifiers)
    if last.isdigit() and plain:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "Messages", "Digits choose what the text numbers; they stay free for that."
            )
        )
    if last == "Esc":
        return Sentence(QT_TRANSLATE_NOOP("Messages", "Esc leaves what one is in, everywhere."))
    if modifiers == ["Alt"] and len(last) == 1 and last.isalpha():
        return Sentence(QT_TRANSLATE_NOOP("Messages", "Alt and a letter opens a menu."))
    if row.scope is Scope.WINDOW and plain and last in (*_PAGE_ONLY, *_PAGE_ONLY_MORE):
        words = QT_TRANSLATE_NOOP(
            "Messages",
            "“{key}” means something else in lists and fields, and this works there, too.",
        )
        return Sentence(words, key=last)
    return None
