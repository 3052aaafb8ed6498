"""Never waiting: keys and steps between articles in the real window while other work runs behind.

    python packaging/bench/behind.py [--articles N] [--keys N] [--project FILE]

A project of many articles. While the worker makes suggestions, an import or an export runs, keys are
sent at a person's pace to the seed article and to one with 20,000 words and 3,000 entities. A time
is counted from when the key was due: what the window was busy with meanwhile counts, too. At the end,
what the window's process holds after all that and after the whole list has been scrolled and searched.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from pathlib import Path

from material import long_article, many, project, samples, seed_article, workshop, write_jsonl
from table import Figure, held, percentile, ratio, show, tail

_COME_IN = 4_000
"""Articles that each import brings in; a new one begins when it has ended."""
_FOLDERS, _FILES = 16, 500
"""Folders of text files that come in, too, and how many files each has."""
SEED, LONG = "seed", "long"


def prepare(path: Path, count: int) -> None:
    """The seed article, the long one, and so many others; in a process that leaves nothing here."""
    seed, _ = seed_article()
    every = [seed, long_article()]
    session = project(path, every)
    session.close()
    from rotstift.session.importing import ImportReport, batches, take
    from rotstift.session.session import Session

    session = Session.open(path, "bench")
    report = ImportReport()
    for portion in batches(many(count, 16)):
        take(session, portion, report)
    session.project.database.execute("update article set suggested_by = 'bench 1'")
    session.project.database.conn.commit()
    session.close()


def write_sources(folder: Path) -> None:
    """What the imports read; beforehand, so that it takes no time from the window."""
    write_jsonl(many(_COME_IN, 16), folder / "in.jsonl")
    for number in range(_FOLDERS):
        place = folder / "in" / str(number)
        place.mkdir(parents=True)
        for at in range(_FILES):
            text = f"Nachricht {number} {at}\n\n{samples()[at % len(samples())]}"
            (place / f"{at}.txt").write_text(text, encoding="utf-8")


class Behind:
    """What runs behind: begun again whenever it ends, until it is stopped."""

    def __init__(self, program: "object", folder: Path) -> None:
        from PySide6.QtCore import QTimer

        self.program = program
        self.folder = folder
        self.begun = 0
        self._begin: Callable[[], None] | None = None
        self._asks = QTimer(interval=400)
        self._asks.timeout.connect(self._ask)
        self._again = QTimer(interval=50)
        self._again.timeout.connect(self._look)
        self._asked = 2
        self._folder = 0

    @property
    def work(self) -> "object":
        """What is open in the window."""
        return self.program.work

    def start(self, name: str) -> None:
        """One of the kinds of work; "nothing" starts none."""
        begin = {
            "nothing": None,
            "suggestions": self._suggest,
            "import": self._import,
            "export": self._export,
        }[name]
        self._begin = begin
        if begin is not None:
            self._asks.start()
            self._again.start()
            begin()

    def stop(self) -> None:
        """End it."""
        self._asks.stop()
        self._again.stop()
        self.work.jobs.cancel()

    def _look(self) -> None:
        if self._begin is not None and not self.work.jobs.busy:
            self._begin()

    def _ask(self) -> None:
        """The worker makes new suggestions for one article after the other."""
        order = self.work.desk.core.order
        self._asked = 2 + (self._asked - 1) % (len(order) - 2)
        self.work.suggestions.ask_again(order[self._asked])

    def _suggest(self) -> None:
        from rotstift.ui.learning_jobs import UntouchedWork

        self.begun += 1
        job = UntouchedWork(self.work.session, "rotstift-de", self.work)
        self.work.jobs.run(job, lambda _report: None, _trouble)

    def _import(self) -> None:
        from rotstift.ui.import_job import ImportWork

        self.begun += 1
        source = self.folder / "in" / str(self._folder)
        self._folder = (self._folder + 1) % _FOLDERS
        lines = self.folder / "in.jsonl"
        job = ImportWork(self.work.session, [source, lines], self.work)
        self.work.jobs.run(job, lambda _report: self.work.binder.fill_list(), _trouble)

    def _export(self) -> None:
        from rotstift.model.items import Status
        from rotstift.session.exporting import SPACY, ExportPlan
        from rotstift.ui.jobs import ExportWork

        self.begun += 1
        kind = (SPACY, "jsonl")[self.begun % 2]
        plan = ExportPlan(kind, self.folder / f"out-{self.begun}.{kind}", tuple(Status))
        job = ExportWork(self.work.session, plan, self.work.worker, self.work)
        self.work.jobs.run(job, lambda _report: None, _trouble)


def _trouble(words: str) -> None:
    print(f"behind: {words}", file=sys.stderr)


KINDS = ("nothing", "suggestions", "import", "export")


def type_behind(typist, behind, article: str, count: int):  # type: ignore[no-untyped-def]
    """Keys on one article with each kind of work behind."""
    found = {}
    for kind in KINDS:
        typist.driver.desk.core.open(article)
        typist.driver.quiet()
        typist.type(18, home=article)  # warm
        behind.start(kind)
        found[kind] = typist.type(count, home=article)
        behind.stop()
        typist.driver.quiet()
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--keys", type=int, default=180)
    parser.add_argument("--project", type=Path, help="kept there, and used again")
    chosen = parser.parse_args()
    with workshop() as folder:
        path = chosen.project or folder / "many.rotstift"
        if not path.exists():
            maker = get_context("spawn").Process(target=prepare, args=(path, chosen.articles))
            maker.start()
            maker.join()
        write_sources(folder)
        measure(path, folder, chosen.keys)


def measure(path: Path, folder: Path, count: int) -> None:
    """Everything on one window."""
    from behind_keys import Typist
    from driver import Driver

    driver = Driver()
    sizes = [Figure("window without a project", held())]
    driver.open(path)
    sizes.append(Figure(f"{path.stem} open ({len(driver.desk.core.order):,} articles)", held()))
    typist = Typist(driver)
    behind = Behind(driver.program, folder)
    for article, words in ((SEED, "seed article"), (LONG, "long article")):
        found = type_behind(typist, behind, article, count)
        show(f"Key to painted, {words}, {count} keys each", key_figures(found))
        sizes.append(Figure(f"after keys on the {words}, with work behind", held()))
    found, more = long_day(typist, behind)
    show("Other ways to another article, an import behind", found)
    sizes += more
    driver.program.window.close()
    show("What the window's process holds", sizes)
    show(f"(load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)", [])


def long_day(typist, behind):  # type: ignore[no-untyped-def]
    """Every way to another article, and what the process holds after what a long day does."""
    from driver import CTRL
    from PySide6.QtCore import Qt

    driver = typist.driver
    window, core = driver.program.window, driver.desk.core
    behind.start("import")
    steps = [typist.switch(lambda: driver.press(Qt.Key.Key_PageDown, CTRL)) for _ in range(60)]
    clicks = [typist.switch(lambda at=at: _click(window.articles.list, at)) for at in range(40)]
    behind.stop()
    sizes = []
    for _ in range(200):
        driver.key(Qt.Key.Key_PageDown, CTRL)
    sizes.append(Figure("after 200 steps to other articles", held()))
    core.open(SEED)
    for _ in range(250):
        driver.key(Qt.Key.Key_O)
        driver.key(Qt.Key.Key_P)
    sizes.append(Figure("after 500 corrections", held()))
    bar = window.articles.list.verticalScrollBar()
    for at in range(0, bar.maximum(), max(1, bar.maximum() // 400)):
        bar.setValue(at)
        window.articles.list.grab()
    sizes.append(Figure("after the list was scrolled to its end", held()))
    for words in ("die", "Meldung 1", "Stadt", ""):
        window.top.search.emit(words)
        driver.quiet()
    sizes.append(Figure("after four searches", held()))
    behind.start("export")
    typist.wait_until(time.perf_counter() + 20)
    behind.stop()
    sizes.append(Figure("after twenty seconds of exports", held()))
    every = [one for one in steps if one is not None]
    clicked = [one for one in clicks if one is not None]
    return [tail("Ctrl+PgDown", every, 100), tail("click in the list", clicked, 100)], sizes


def _click(list_, number: int) -> None:  # type: ignore[no-untyped-def]
    """One of the rows that are to be seen."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    height = list_.sizeHintForRow(0)
    rows = max(1, list_.viewport().height() // height - 1)
    place = QPoint(60, (number * 3 % rows) * height + height // 2)
    QTest.mouseClick(list_.viewport(), Qt.MouseButton.LeftButton, pos=place)


def key_figures(found) -> list[Figure]:  # type: ignore[no-untyped-def]
    """The lines: every kind of work, and under it each kind of key."""
    lines = []
    quiet = found["nothing"].every
    for kind, typed in found.items():
        lines.append(tail(f"behind: {kind}: all keys", typed.keys, 50))
        lines.append(tail(f"behind: {kind}: article switch", typed.switches, 100))
        lines.append(Figure("  longest", f"{max(typed.every):.1f} ms"))
        if kind != "nothing":
            lines.append(
                ratio("  p50 : with nothing behind", _p(typed.every, 0.5) / _p(quiet, 0.5))
            )
            lines.append(
                ratio("  p99 : with nothing behind", _p(typed.every, 0.99) / _p(quiet, 0.99))
            )
        lines += [tail(f"  {name}", times) for name, times in sorted(typed.times.items())]
        lines.append(Figure("  keys that had nothing to do", str(typed.idle)))
    return lines


def _p(values: Sequence[float], share: float) -> float:
    return percentile(values, share)


if __name__ == "__main__":
    main()
