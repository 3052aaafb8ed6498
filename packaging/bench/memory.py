"""Memory: what the window's process holds with nothing, the samples, and the long article.

python packaging/bench/memory.py
"""

from multiprocessing import get_context
from pathlib import Path

from driver import Driver
from material import long_article, project, small_project, workshop
from table import Figure, resident, show, size

from rotstift.session.worker import Worker


def prepare(folder: Path) -> None:
    """Make the projects, in a process of its own so that it leaves nothing in ours."""
    small_project(folder / "samples.rotstift")
    project(folder / "long.rotstift", [long_article()]).close()


def worker_figures() -> list[Figure]:
    """The worker, and what the built-in pipeline makes of it."""
    worker = Worker()
    worker.ask({"do": "suggest", "pipeline": "rotstift-de", "text": "Berlin", "zones": []})
    held = resident(worker._process.pid) if worker._process else None
    worker.stop()
    return [size("worker with the built-in pipeline", held)]


def main() -> None:
    """Measure and print."""
    with workshop() as folder:
        prepared = get_context("spawn").Process(target=prepare, args=(folder,))
        prepared.start()
        prepared.join()
        driver = Driver()
        lines = [size("window without a project", resident())]
        driver.open(folder / "samples.rotstift")
        for article_id in list(driver.desk.core.order):
            driver.desk.core.open(article_id)
            driver.quiet()
        lines.append(size("every sample opened once", resident()))
        driver.open(folder / "long.rotstift")
        lines.append(size("long article open, all laid out", resident()))
        driver.program.window.close()
        show("Resident memory", [*lines, *worker_figures()])


if __name__ == "__main__":
    main()
