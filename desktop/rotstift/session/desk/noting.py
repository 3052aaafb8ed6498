"""Noting: going through the notes of the open article."""

from rotstift.model.items import Markable, Note
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session.desk.core import Core
from rotstift.session.desk.place import Place


def notes_in_order(core: Core) -> list[Note]:
    """The article's own note, then those on items in text order."""
    return sorted(core.state.notes, key=lambda note: _start(core, note))


def _start(core: Core, note: Note) -> int:
    item = core.state.get(note.target)
    return item.span.start if isinstance(item, Markable) else -1


def go_to_note(core: Core, target: str) -> None:
    """Focus the item that a note stands on; "": no item, so that the note's key means the article."""
    item = core.state.get(target)
    if isinstance(item, Markable):
        core.focus(item)
    else:
        core.place = Place(cursor=core.place.cursor)
        core.moved()


def next_note(core: Core) -> None:
    """Go to the next item with a note, round the end."""
    items = [item for note in notes_in_order(core) if (item := core.state.get(note.target))]
    marked = [item for item in items if isinstance(item, Markable)]
    here = core.focused.span.start if core.focused else -1
    if not marked:
        core.say(QT_TRANSLATE_NOOP("Messages", "No item of this article has a note."))
        return
    ids = [item.id for item in marked]
    if core.place.focus in ids:
        core.focus(marked[(ids.index(core.place.focus) + 1) % len(ids)])
    else:
        core.focus(next((item for item in marked if item.span.start >= here), marked[0]))
