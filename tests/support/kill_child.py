"""What the kill test kills: correct at random without end, and say each number that is on disk.

Forked off by `kill_server`, so that a kill costs no new interpreter; importing brings no spaCy and no Qt.
"""

import os
import random
import sys
from pathlib import Path

from rotstift.model import verbs
from rotstift.model.checks import EditError
from rotstift.model.items import Entity, Origin, Quote, Standing, Status, ZoneKind, new_id
from rotstift.model.span import Span
from rotstift.session.session import Session

MACHINE = Origin("rules 1", Standing.SUGGESTED, 0.5)


def correct_for_ever(path: Path, seed: int, out: int) -> None:
    """Open the project and edit it until killed; a line on `out` for every edit that returned."""
    chance = random.Random(seed)
    session = Session.open(path, "Kim")
    ids = session.project.ids()
    os.write(out, b"open\n")
    while True:
        changed = _one(session, chance, ids)
        if changed is not None:
            os.write(out, f"{changed.seq}\n".encode())


def _one(session: Session, chance: random.Random, ids: list[str]):
    kind = chance.random()
    if kind < 0.2:
        return session.undo()
    if kind < 0.35:
        return session.redo()
    key = chance.choice(ids)
    text, state = session.look(key).article.text, session.look(key).state
    if kind < 0.45:
        items = [_suggested(text, chance) for _ in range(20)]
        return session.take_suggestions(key, items, "rules 1", again=True)
    if kind < 0.55:
        edits = {
            one: verbs.add_entity(session.look(one).article.text, Span(0, 2), "ORG", "Kim")
            for one in ids
        }
        return session.do_all(edits, "same_label", {})
    try:
        return session.do(key, _edit(text, state, chance))
    except EditError:
        return None


def _span(text: str, chance: random.Random) -> Span:
    start = chance.randrange(len(text) - 1)
    return Span(start, chance.randrange(start + 1, min(len(text), start + 30)))


def _suggested(text: str, chance: random.Random) -> Entity | Quote:
    if chance.random() < 0.5:
        return Entity(new_id(), _span(text, chance), "PER", MACHINE)
    return Quote(new_id(), (_span(text, chance),), "direct", MACHINE)


def _edit(text, state, chance):
    item = chance.choice(state.markables) if state.markables else None
    span = _span(text, chance)
    choices = [
        lambda: verbs.add_entity(text, span, chance.choice(["PER", "LOC"]), "Kim"),
        lambda: verbs.add_quote(text, state, span, "indirect", "Kim"),
        lambda: verbs.set_zone(text, state, span, chance.choice(list(ZoneKind)), "Kim"),
        lambda: verbs.write_note(text, state, "", "Notiz \u00a0👩\u200d👧", "Kim"),
        lambda: verbs.set_status(text, state, chance.choice(list(Status))),
        lambda: verbs.confirm(text, state),
    ]
    if item is not None:
        choices += [lambda: verbs.remove(text, state, item)] * 6
        choices += [lambda: verbs.deny(text, state, item, "scare", "Kim")]
    return chance.choice(choices)()


def main() -> None:
    """Fork a child for every line "PATH SEED" on the standard input; answer its process id."""
    for line in sys.stdin:
        path, seed = line.rsplit(" ", 1)
        child = os.fork()
        if child == 0:
            try:
                correct_for_ever(Path(path), int(seed), 1)
            except BaseException as error:
                os.write(1, f"error {type(error).__name__}: {error}\n".encode())
            os._exit(1)
        os.write(1, f"pid {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"gone\n")


if __name__ == "__main__":
    main()
