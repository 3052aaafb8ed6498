"""Opening: from the click on an article to its painted page, and the lists of a big project.

    python packaging/bench/opening.py [--rounds N]

Cold: the session has forgotten the article, so it comes from the file and is checked against its
digest. Warm: it was open a moment ago.
"""

import argparse

from driver import Driver
from material import long_article, project, seed_article, small_project, workshop
from table import Figure, show, spread, tail


def times(driver: Driver, article_id: str, other: str, rounds: int, *, cold: bool) -> list[float]:
    """Milliseconds from asking for the article to its painted page."""
    found = []
    for _ in range(rounds):
        driver.desk.core.open(other)
        driver.quiet()
        if cold:
            driver.session._cache.clear()
        taken = driver.until_painted(lambda: driver.desk.core.open(article_id))
        driver.quiet()
        if taken is not None:
            found.append(taken)
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    chosen = parser.parse_args()
    with workshop() as folder:
        seed, name = seed_article()
        long = long_article()
        project(folder / "two.rotstift", [seed, long]).close()
        small_project(folder / "samples.rotstift")
        driver = Driver()
        driver.open(folder / "two.rotstift")
        ids = seed.article.id, long.article.id
        lines: list[Figure] = [
            spread(f"{name}, cold", times(driver, *ids, chosen.rounds, cold=True), 50),
            spread(f"{name}, warm", times(driver, *ids, chosen.rounds, cold=False), 50),
            spread("long article, cold", times(driver, *ids[::-1], chosen.rounds, cold=True), 150),
            spread("long article, warm", times(driver, *ids[::-1], chosen.rounds, cold=False), 150),
        ]
        driver.open(folder / "samples.rotstift")
        order = list(driver.desk.core.order)
        walk = [
            taken
            for article_id in (order * 4)[: chosen.rounds * 2]
            if (taken := driver.until_painted(lambda one=article_id: driver.desk.core.open(one)))
        ]
        lines.append(tail("from sample to sample", walk, 50))
        driver.program.window.close()
        size = f"{len(long.items):,} items, {len(long.article.text):,} characters"
        show(f"Opening an article to its painted page (long: {size})", lines)


if __name__ == "__main__":
    main()
