"""Suggesting: how fast the built-in pipeline is in the worker and bare, how soon, with how much memory.

    python packaging/bench/suggest.py [--articles N] [--many N] [--words N] [--pipeline NAME]

Bare is what nothing around the components could do faster: the trained pipeline's `nlp.pipe` over whole
articles in a process of its own, nothing read out of the docs; where no trained pipeline was shipped,
the rules called one after the other.
"""

import argparse
import os
import random
import time
from collections.abc import Iterator
from itertools import islice
from multiprocessing import get_context
from multiprocessing.queues import Queue
from pathlib import Path
from typing import Any

from material import samples, workshop
from table import Figure, resident, show, size

from rotstift.model.words import words
from rotstift.nlp.quotes.language import language_of
from rotstift.session.fleet import Fleet, Task
from rotstift.session.suggesting import DEFAULT_PIPELINE
from rotstift.session.worker import Worker

READY, MEMORY, RATIO, FLAT = 2.0, 400.0, 0.9, 1.1
"""Seconds, MiB, times bare speed, times the memory after the first portion."""
_ROUNDS = 3


def articles(count: int) -> Iterator[str]:
    """German articles, no two alike, each with words that nothing has seen before."""
    texts = [text for text in samples() if language_of(text) == "de"]
    chance = random.Random(7)
    for number in range(count):
        new = (_invented(chance) for _ in range(10))
        yield f"Meldung {number}\n\n{texts[number % len(texts)]}\n\n{' '.join(new)}."


def fresh(count: int) -> Iterator[str]:
    """Texts with so many words that nothing has seen before, between small German ones."""
    chance = random.Random(8)
    small = ("der", "die", "und", "das", "ist", "nicht", "mit", "auf")
    for _ in range(0, count, 400):
        words = [f"{chance.choice(small)} {_invented(chance)}" for _ in range(400)]
        lines = [f"{' '.join(words[at : at + 8])}." for at in range(0, 400, 8)]
        yield "„Das ist nicht neu“, sagte Anna Berg.\n" + "\n".join(lines)


def _invented(chance: random.Random) -> str:
    return "".join(chance.choices("aeioubdfgklmnrst", k=8)).title()


def count_words(texts: list[str]) -> int:
    """Words as the program counts them."""
    return sum(len(words(text)) for text in texts)


def through(workers: list[Worker], texts: list[str], pipeline: str) -> float:
    """Seconds for all of them, every answer checked."""
    tasks = (Task(number, str(number), text) for number, text in enumerate(texts))
    begin = time.perf_counter()
    for outcome in Fleet(workers, pipeline)(tasks):
        if outcome.result is None or not outcome.result["items"]:
            raise SystemExit(f"article {outcome.task.name}: {outcome.trouble or 'nothing found'}")
    return time.perf_counter() - begin


def processor(workers: list[Worker]) -> float:
    """Seconds that they have computed for; says what more workers cost where other programs run, too."""
    ticks = 0
    for worker in workers:
        stat = Path(f"/proc/{worker.pid}/stat")
        words = stat.read_text(encoding="ascii").rsplit(")", 1)[1].split() if stat.exists() else []
        ticks += int(words[11]) + int(words[12]) if words else 0
    return ticks / os.sysconf("SC_CLK_TCK") if ticks else 0.0


def bare(texts: list[str], pipeline: str, answer: "Queue[Any]") -> None:
    """The seconds that each round takes of a core, in this process."""
    from rotstift.nlp.pipeline import trained_folder

    folder = trained_folder()
    name = str(folder or "") if pipeline == DEFAULT_PIPELINE else pipeline
    run = _bare_trained(name) if name else _bare_rules()
    run(texts[:4])
    for _ in range(_ROUNDS):
        begin = time.process_time()
        run(texts)
        answer.put(time.process_time() - begin)


def _bare_trained(folder: str) -> Any:
    from rotstift.nlp.spacy_pipeline import load_spacy

    pipeline = load_spacy(folder)
    nlp = pipeline.nlp

    def run(texts: list[str]) -> None:
        plain = (text.replace("\u00a0", " ") for text in texts)
        lines = (
            line for text in plain for line in ([text] if pipeline.whole else text.split("\n"))
        )
        with nlp.memory_zone():
            for _ in nlp.pipe((line for line in lines if line), batch_size=32):
                pass

    return run


def _bare_rules() -> Any:
    from rotstift.nlp.entities import EntityRules
    from rotstift.nlp.quotes import QuoteRules
    from rotstift.nlp.suggest import Request

    parts = (EntityRules(), QuoteRules())

    def run(texts: list[str]) -> None:
        for text in texts:
            for part in parts:
                part.suggest(Request(text))

    return run


def bare_rounds(texts: list[str], pipeline: str) -> list[float]:
    """The seconds of each round in a process of its own."""
    context = get_context("spawn")
    answer = context.Queue()
    process = context.Process(target=bare, args=(texts, pipeline, answer))
    process.start()
    seconds = [answer.get(timeout=900) for _ in range(_ROUNDS)]
    process.join()
    return seconds


def aimed(name: str, value: float, words: str, aim: float, *, least: bool = False) -> Figure:
    """A figure with an aim: at most so much, or at least."""
    ok = value >= aim if least else value <= aim
    return Figure(name, words, f"{'≥' if least else '≤'} {aim:g}", ok)


def ready(pipeline: str) -> Figure:
    """From the start of the program to its first answer; the best of three, the disk's cache warm."""
    times = []
    text = next(articles(1))
    for _ in range(_ROUNDS):
        worker = Worker()
        times.append(through([worker], [text], pipeline))
        worker.close()
    return aimed("ready, from start to first answer", min(times), f"{min(times):.2f} s", READY)


def speed(texts: list[str], pipeline: str) -> list[Figure]:
    """Words a second of a core's own time, bare, with one worker, with two; and by the clock."""
    every = count_words(texts)
    alone = min(bare_rounds(texts, pipeline))
    pool = [Worker(), Worker()]
    try:
        through(pool, texts[:16], pipeline)
        one = min(_round(pool[:1], texts, pipeline) for _ in range(_ROUNDS))
        two = min(_round(pool, texts, pipeline) for _ in range(_ROUNDS))
    finally:
        for worker in pool:
            worker.close()
    rates = {"bare": alone, "through the worker": one[0], "through two workers": two[0]}
    lines = [
        Figure(
            f"one core, {name}", f"{every / seconds:,.0f} words/s ({seconds:.2f} s for {every:,})"
        )
        for name, seconds in rates.items()
    ]
    ratio, gain = alone / one[0], one[1] / two[1]
    lines.append(aimed("worker's speed to bare", ratio, f"{ratio:.2f} times", RATIO, least=True))
    load = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    return [*lines, Figure("two workers to one, by the clock", f"{gain:.2f} times ({load})")]


def _round(workers: list[Worker], texts: list[str], pipeline: str) -> tuple[float, float]:
    """Seconds that the workers computed, and seconds that passed."""
    begin = processor(workers)
    passed = through(workers, texts, pipeline)
    return processor(workers) - begin or passed, passed


def memory(count: int, new: int, pipeline: str) -> list[Figure]:
    """What the worker holds after more and more articles, once its tables of words are full."""
    worker, source, done = Worker(), articles(count), 0
    through([worker], list(fresh(new)), pipeline)
    held = [resident(worker.pid) or 0.0]
    lines = [size(f"worker after {new:,} words never seen before", held[0])]
    for mark in (count // 10, count // 2, count):
        through([worker], list(islice(source, mark - done)), pipeline)
        done = mark
        held.append(resident(worker.pid) or 0.0)
        lines.append(size(f"worker after {mark:,} articles more", held[-1]))
    worker.close()
    grown = held[-1] / held[0]
    most = aimed("most memory", max(held), f"{max(held):.0f} MiB", MEMORY)
    return [*lines, most, aimed("memory, last to first", grown, f"{grown:.2f} times", FLAT)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=96, help="for the speed")
    parser.add_argument("--many", type=int, default=500, help="for the memory")
    parser.add_argument("--words", type=int, default=310_000, help="never seen, before the many")
    parser.add_argument("--pipeline", default=DEFAULT_PIPELINE, help="name or folder")
    options = parser.parse_args()
    name = options.pipeline
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")  # one core a process; numpy is in those only
    with workshop():
        fast = speed(list(articles(options.articles)), name)
        show(
            f"Suggesting with {name}",
            [ready(name), *fast, *memory(options.many, options.words, name)],
        )


if __name__ == "__main__":
    main()
