"""Measure doubt: how many of the wrong places `Tab` reaches in how many steps, replayed against gold.

    python packaging/measure_doubt.py SET [--split dev]

SET is the German Wikinews quotation set; what the shipped pipeline says about its articles is gone through place
by place (every suggested quote and "not a quote", and marks without decision), and what is wrong (`doubt_sets`)
is counted. One step is one place. A row says which share of all wrong places has been reached after 5, 10, 20
and 50 % of the steps, and the mean over all of them (the area under that curve: 50 is chance, and "best" is what
an order that knew the gold would get). "Learning": what is settled teaches the doubt of what follows, as
the log does in the window; without: the shipped weights alone.
"""

import argparse
import random
import statistics
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from doubt_sets import Judged, judged
from quote_sets import sheets

from rotstift.model.appraising import appraise, doubts
from rotstift.model.doubt import Doubt, base_doubt, expected_wrong, in_order
from rotstift.model.experience import Experience, likeness
from rotstift.model.items import Markable
from rotstift.nlp.quotes.model.suggester import shipped

SHARES = (5, 10, 20, 50)
SEED = 4
AGAIN = 10
"""Articles after which the order of those left is made anew."""
Order = Callable[[Sequence[Doubt]], list[Doubt]]


def main() -> None:
    """Read, replay, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", type=Path)
    parser.add_argument("--split", default="dev", choices=("train", "dev"))
    given = parser.parse_args()
    suggester = shipped()
    if suggester is None:
        raise SystemExit("There is no shipped quote model: run packaging/train_quotes.py.")
    found = judged(sheets(given.set, given.split), suggester.engine)
    places = [one for each in found for one in appraise(each.sheet.text, each.state)]
    wrong = sum(wrong_in(each, appraise(each.sheet.text, each.state)) for each in found)
    print(f"{len(found)} articles, {len(places)} places, {wrong} wrong;", end=" ")
    print(f"{sum(each.missed for each in found)} gold quotes that no place leads to")
    within(found)
    over(found)
    stops(found)
    reliability(found)
    speed(found)


def is_wrong(one: Judged, place: Doubt) -> bool:
    """What the gold says about a place."""
    return place.item in one.wrong if place.item else one.marks_are_wrong(place.span)


def wrong_in(one: Judged, places: Iterable[Doubt]) -> int:
    """How many of them are wrong."""
    return sum(is_wrong(one, place) for place in places)


def by_place(places: Sequence[Doubt]) -> list[Doubt]:
    """As one reads."""
    return sorted(places, key=lambda one: one.place)


def learn(one: Judged, experience: Experience) -> None:
    """Every place of the article is settled."""
    for item in one.state.markables:
        expected = base_doubt(item, one.state)
        alike = likeness(item, one.sheet.text)
        experience.learn(alike, expected, wrong=item.id in one.wrong)


# -- within articles ----------------------------------------------------------------------------


def within(found: Sequence[Judged]) -> None:
    """All articles in the order of the set; in each, its places in one order or the other."""
    draw = random.Random(SEED)
    print("\nwithin articles, each after the same share of its own steps")
    head()
    row("reading order", hits(found, by_place))
    row("random order", hits(found, lambda places: draw.sample(list(places), len(places))))
    row("doubt", hits(found, in_order))
    row("doubt, learning", hits(found, in_order, learning=True))
    row("best", best([list(one) for one in hits(found, by_place)]))


def hits(found: Sequence[Judged], order: Order, *, learning: bool = False) -> list[list[bool]]:
    """For each article whether each step reaches a wrong place."""
    experience, steps = Experience(), []
    for one in found:
        places = order(appraise(one.sheet.text, one.state, experience))
        steps.append([is_wrong(one, place) for place in places])
        if learning:
            learn(one, experience)
    return steps


def best(steps: Sequence[Sequence[bool]]) -> list[list[bool]]:
    """What an order that knew the gold would do."""
    return [sorted(one, reverse=True) for one in steps]


def head() -> None:
    """The columns."""
    shares = " ".join(f"{share:5} %" for share in SHARES)
    print(f"  {'share of the steps':34}{shares}    area")


def row(name: str, steps: Sequence[Sequence[bool]]) -> None:
    """One order's line; in an article of n places, a share of its steps may end within a step."""
    total = sum(map(sum, steps)) or 1
    reached = [sum(up_to(one, share / 100) for one in steps) / total for share in SHARES]
    grid = [sum(up_to(one, at / 100) for one in steps) / total for at in range(101)]
    area = sum((a + b) / 2 for a, b in pairwise(grid)) / 100
    print(f"  {name:34}" + " ".join(f"{one:7.1%}" for one in reached) + f" {area:7.1%}")


def up_to(steps: Sequence[bool], share: float) -> float:
    """Wrong places reached after a share of the steps; part of a step reaches part of its place."""
    exact = share * len(steps)
    whole = int(exact + 1e-9)
    part = (exact - whole) * steps[whole] if whole < len(steps) else 0.0
    return sum(steps[:whole]) + part


# -- over the articles --------------------------------------------------------------------------


def over(found: Sequence[Judged]) -> None:
    """All places of all articles as one row of steps, article after article."""
    draw = random.Random(SEED)
    mixed = draw.sample(list(found), len(found))
    print("\nover all articles, article after article")
    head()
    row("articles and places as they come", one_row(hits(found, by_place)))
    row("articles at random, reading order", one_row(hits(mixed, by_place)))
    ranked = sorted(found, key=lambda one: -doubt_of(one, Experience()))
    row("most doubtful article first", one_row(hits(ranked, in_order)))
    row("the same, learning", one_row(learning(found)))
    row("Tab's stops first, then the rest", one_row(stops_first(ranked, Experience())))
    row("the same, learning", one_row(stops_first(learnt_order(found), Experience(), learns=True)))


def doubt_of(one: Judged, experience: Experience) -> float:
    """As the list of articles has it."""
    return expected_wrong(appraise(one.sheet.text, one.state, experience))


def one_row(steps: Iterable[Sequence[bool]]) -> list[list[bool]]:
    """All steps one after the other."""
    return [[step for one in steps for step in one]]


def learning(found: Sequence[Judged]) -> list[list[bool]]:
    """The most doubtful of the articles left, again and again."""
    return hits(learnt_order(found), in_order, learning=True)


def learnt_order(found: Sequence[Judged]) -> list[Judged]:
    """The articles as the list would have them if it were sorted anew every few articles."""
    experience, left, done = Experience(), list(found), []
    while left:
        left.sort(key=lambda one: -doubt_of(one, experience))
        for one in left[:AGAIN]:
            done.append(one)
            learn(one, experience)
        left = left[AGAIN:]
    return done


def stops_first(
    ranked: Sequence[Judged], experience: Experience, *, learns: bool = False
) -> list[list[bool]]:
    """Where `Tab` stops in all articles, and after that what it passes by."""
    first, rest = [], []
    for one in ranked:
        for place in in_order(appraise(one.sheet.text, one.state, experience)):
            (first if place.worth_a_look else rest).append(is_wrong(one, place))
        if learns:
            learn(one, experience)
    return [first, rest]


# -- what Tab does ------------------------------------------------------------------------------


def stops(found: Sequence[Judged]) -> None:
    """The places that are worth a look, alone: what `Tab` stops at."""
    chosen = [doubts(one.sheet.text, one.state) for one in found]
    count = sum(map(len, chosen))
    right = sum(wrong_in(one, places) for one, places in zip(found, chosen, strict=True))
    print(f"\nTab stops {count} times, {count / len(found):.1f} an article; {right} of them wrong")
    for least in (1, 4):
        some = [pair for pair in zip(found, chosen, strict=True) if len(pair[1]) >= least]
        print(f"  in {len(some)} articles with {least} or more:")
        for name, order in (("by doubt", in_order), ("by place", by_place)):
            rows = [(one, order(places)) for one, places in some]
            told = [[is_wrong(one, place) for place in places] for one, places in rows]
            share = sum(up_to(one, 0.5) for one in told) / (sum(map(sum, told)) or 1)
            way = statistics.mean(jump for one, places in rows for jump in ways(one, places))
            print(f"    {name}: half of the stops reach {share:.0%} of these;", end=" ")
            print(f"from stop to stop {way:.0f} words")


def ways(one: Judged, places: Sequence[Doubt]) -> list[int]:
    """Words between each stop and the next."""
    text = one.sheet.text
    return [
        len(text[slice(*sorted((a.span.start, b.span.start)))].split()) for a, b in pairwise(places)
    ]


def reliability(found: Sequence[Judged]) -> None:
    """Whether so many of the places of one doubt are wrong."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for one in found:
        for place in appraise(one.sheet.text, one.state):
            row = bins.setdefault(min(int(place.score * 5), 4), [])
            row.append((place.score, is_wrong(one, place)))
    print("\ndoubt: places, mean doubt, share wrong")
    for number, row in sorted(bins.items()):
        mean = statistics.mean(score for score, _ in row)
        share = statistics.mean(wrong for _, wrong in row)
        print(f"  {number / 5:.1f}  {len(row):5}  {mean:.2f}  {share:.2f}")


def speed(found: Sequence[Judged]) -> None:
    """What it takes to appraise an article."""
    begin = perf_counter()
    items: list[Markable] = []
    for one in found:
        appraise(one.sheet.text, one.state)
        items += one.state.markables
    took = perf_counter() - begin
    print(f"\n{1e6 * took / max(len(items), 1):.0f} µs an item")


if __name__ == "__main__":
    main()
