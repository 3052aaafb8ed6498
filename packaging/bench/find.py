"""Finding in a big project: the list's filters and orders, the palette, the project's search.

    python packaging/bench/find.py [--articles N] [--rounds N] [--project FILE]

Each figure is the time until the answer stands in its widget's model: for the search its first page, for the
palette every letter of what is typed. A project that is kept (--project) should have some corrections in it.
"""

import argparse
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from behind import LONG, prepare
from driver import Driver
from material import workshop
from table import Figure, show, tail

from rotstift.model import verbs
from rotstift.model.finding import find_all
from rotstift.session.session import Session

CORRECTED = 300
"""Articles in which a person has changed a label, and every third is confirmed."""
LISTS = (
    {},
    {"filter": "open"},
    {"filter": "confirmed"},
    {"filter": "noted"},
    {"pipeline": "bench 1"},
    {"order": "title"},
    {"order": "date", "down": True},
    {"order": "status"},
    {"order": "doubt", "down": True},
    {"order": "suggested", "down": True},
    {"order": "changed", "down": True},
    {"filter": "open", "words": "hafen", "order": "title"},
    {"words": "die"},
    {"words": "Meldung 1234"},
    {"words": "ha"},
)
TYPED = ("hafen", "meld 77", "#meldung 4321", "@ber", ">export", "rkd")
QUERIES = (
    "hafen",
    '"in der"',
    "Meldung 4321",
    "label:PER",
    "type:direct speaker:Berg",
    "label:LOC type:direct",
    "status:confirmed label:ORG",
    "standing:made",
    "from:PER to:ORG",
    "note:*",
    "zone:headline die",
    "nirgendwo",
)


def correct(path: Path) -> None:
    """Some corrections in a project that has none, so that there is something to find."""
    session = Session.open(path, "bench")
    if not session.project.finder.authors():
        ids = session.project.ids()
        for number, article_id in enumerate(ids[:: max(1, len(ids) // CORRECTED)]):
            opened = session.look(article_id)
            one = next((item for item in opened.state.entities if item.label == "PER"), None)
            if one is not None:
                edit = verbs.relabel(opened.article.text, one, "ORG", "bench")
                session.do(article_id, edit)
            if number % 3 == 0:
                state = session.look(article_id).state
                session.do(article_id, verbs.confirm(opened.article.text, state))
    session.close()


def often(run: Callable[[], Any], rounds: int) -> list[float]:
    """Milliseconds of each run."""
    found = []
    for _ in range(rounds):
        begin = time.perf_counter()
        run()
        found.append((time.perf_counter() - begin) * 1000)
    return found


def lists(driver: Driver, rounds: int) -> list[Figure]:
    """Filters, orders and searches of the list, up to the rows in its model."""
    from rotstift.ui.rows import Narrowed

    binder = driver.program.work.binder
    lines = []
    for how in LISTS:
        narrowed = Narrowed(**how)  # type: ignore[arg-type]
        name = ", ".join(f"{key} {value}" for key, value in how.items()) or "everything"
        lines.append(tail(name, often(lambda one=narrowed: binder.narrow(one), rounds), 100, 0.95))
    binder.narrow(Narrowed())
    return lines


def palette(driver: Driver, rounds: int) -> list[Figure]:
    """The palette: from its key to being there, and each letter."""
    from rotstift.ui.panels.everything import Palette

    program = driver.program
    program.perform("everything")
    box = program.window.findChild(Palette)
    while driver.program.window.findChild(Palette) and not _all_read(driver):
        driver.app.processEvents()
    box.close_up()
    opened = []
    for _ in range(rounds):
        opened += often(lambda: program.perform("everything"), 1)
        box.close_up()
    program.perform("everything")
    lines = [tail("open", opened, 50, 0.95)]
    for words in TYPED:
        times = []
        for _ in range(max(1, rounds // 5)):
            for end in range(1, len(words) + 1):
                times += often(lambda part=words[:end]: box.field.setText(part), 1)
        lines.append(tail(f"letters of {words}", times, 100, 0.95))
    box.close_up()
    return lines


def _all_read(driver: Driver) -> bool:
    from rotstift.ui.verbs.everything import Everything

    return not driver.program.window.findChild(Everything)._reading.isActive()


def searches(session: Session, rounds: int) -> list[Figure]:
    """The first page of the project's search."""
    from rotstift.model.query import parse
    from rotstift.session.searching import Search
    from rotstift.ui.verbs.searching import FIRST, PAGE

    lines = []
    persons = [f'by:"{name}"' for name in session.project.finder.authors()[:1]]
    for words in (*QUERIES, *persons):
        query, last = parse(words, session.scheme), []

        def first_page(query=query, last=last):  # type: ignore[no-untyped-def]
            search = Search(session, query)
            search.begin()
            search.look_on(FIRST, PAGE)
            last[:] = [search]

        line = tail(words, often(first_page, rounds), 100, 0.95)
        search = last[0]
        told = f"{search.hits} hits, {search.looked:,} of {len(search.ids):,} articles"
        lines += [line, Figure(f"  {told}", "")]
    return lines


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--project", type=Path, help="kept there, and used again")
    chosen = parser.parse_args()
    with workshop() as folder:
        path = chosen.project or folder / "many.rotstift"
        if not path.exists():
            maker = get_context("spawn").Process(target=prepare, args=(path, chosen.articles))
            maker.start()
            maker.join()
        correct(path)
        driver = Driver()
        driver.open(path)
        count = f"{len(driver.desk.core.order):,} articles"
        show(f"The list of {count}, narrowed and sorted", lists(driver, chosen.rounds))
        show(f"The palette over {count}", palette(driver, chosen.rounds))
        show("The search's first page", searches(driver.session, chosen.rounds))
        text = driver.session.project.text(LONG)
        hits = often(lambda: find_all(text, "die"), chosen.rounds)
        show("Find in an article of 20,000 words", [tail("die", hits, 50, 0.95)])
        driver.program.window.close()


if __name__ == "__main__":
    main()
