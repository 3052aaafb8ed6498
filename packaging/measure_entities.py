"""Measure the entity rules: strict span and label F1, and the precision of each kind of evidence.

    python packaging/measure_entities.py ner-germeval2014-de/train.jsonl.gz [--evidence] [--limit N]

The file holds one JSON object a line with `text`, `ents` and, where it has them, `ents_full`
([start, end, label], code points). Parts of words are left out of the F1 where the set does not mark
them; their own precision is counted against the marked compound around them ("ORGpart").

    python packaging/measure_entities.py FILE --model [FOLDER] [--ours] [--share S] [--twelve]

measures the trained model instead (of resources/models/rotstift-de/rotstift_entities), with the reliability of
its scores, its speed and our own challenges in tests/nlp/fixtures.
"""

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rotstift.model.words import words
from rotstift.nlp.entities import LEAST, EntityRules, Request, candidates
from rotstift.nlp.entities.resolve import chosen
from rotstift.nlp.entities.tokens import Candidate

MODEL = Path(__file__).resolve().parents[1] / "resources/models/rotstift-de/rotstift_entities"
CHALLENGES = Path(__file__).resolve().parents[1] / "tests/nlp/fixtures/entity_challenges.txt"


def articles(path: Path, limit: int) -> Iterator[dict[str, Any]]:
    """The set's articles or sentences."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit and number >= limit:
                return
            yield json.loads(line)


def is_part(candidate: Candidate) -> bool:
    """Part of a word."""
    return candidate.evidence.startswith("part.")


class Counts:
    """Right, found and gold by label; right and all by evidence."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()
        self.evidence: Counter[tuple[str, bool]] = Counter()
        self.spans: Counter[str] = Counter()

    def add(self, found: list[Candidate], gold: set[tuple[int, int, str]], full: list[Any]) -> None:
        """One article."""
        spans = {(start, end) for start, end, _ in gold}
        for candidate in found:
            key = (candidate.span.start, candidate.span.end, candidate.label)
            if is_part(candidate):
                self.evidence[candidate.evidence, part_is_right(candidate, full)] += 1
                continue
            self.evidence[candidate.evidence, key in gold] += 1
            self.spans[candidate.evidence] += key[:2] in spans
            self.found[candidate.label] += 1
            self.right[candidate.label] += key in gold
        self.gold.update(label for _, _, label in gold)

    def scores(self, label: str | None) -> tuple[float, float, float]:
        """Precision, recall, F1 of a label, or of all."""
        labels = [label] if label else list(self.gold)
        right, found, gold = (
            sum(counter[name] for name in labels) for counter in (self.right, self.found, self.gold)
        )
        precision, recall = right / max(found, 1), right / max(gold, 1)
        return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def part_is_right(candidate: Candidate, full: list[Any]) -> bool:
    """The set marks a compound around it with its label: LOC and "LOCpart"."""
    wanted = {"MISC": "OTH"}.get(candidate.label, candidate.label)
    return any(
        start <= candidate.span.start and candidate.span.end <= end and label.startswith(wanted)
        for start, end, label in full
    )


def measure(source: Iterator[dict[str, Any]], labels: set[str]) -> tuple[Counts, float, int]:
    """Counts, seconds and words."""
    rules, counts, seconds, number = EntityRules(), Counts(), 0.0, 0
    for article in source:
        begin = time.perf_counter()
        lines = rules._lines(Request(article["text"]))
        found = chosen(candidates(lines), LEAST)
        seconds += time.perf_counter() - begin
        number += len(words(article["text"]))
        gold = {(start, end, label) for start, end, label in article["ents"] if label in labels}
        counts.add([one for one in found if one.label in labels], gold, article["ents_full"])
    return counts, seconds, number


def chains(path: Path, limit: int) -> Iterator[dict[str, Any]]:
    """Small articles made of sentences that share a surname, to measure repeated mentions.

    One sentence with the full name, then up to four others with its surname as a word. They are of
    different articles, so a surname may mean somebody else: the figure is a lower bound.
    """
    every = list(articles(path, limit))
    by_word: dict[str, list[dict[str, Any]]] = {}
    for sentence in every:
        for start, end in sentence["tokens"]:
            by_word.setdefault(sentence["text"][start:end], []).append(sentence)
    done: set[str] = set()
    for sentence in every:
        for start, end, label in sentence["ents"]:
            name = sentence["text"][start:end].split()
            others = [one for one in by_word.get(name[-1], []) if one is not sentence][:4]
            if label == "PER" and len(name) == 2 and others and name[-1] not in done:
                done.add(name[-1])
                yield joined([sentence, *others])


def joined(sentences: list[dict[str, Any]]) -> dict[str, Any]:
    """The sentences as the lines of one article."""
    text, ents, full = "", [], []
    for one in sentences:
        ents += [[start + len(text), end + len(text), label] for start, end, label in one["ents"]]
        full += [
            [start + len(text), end + len(text), label] for start, end, label in one["ents_full"]
        ]
        text += one["text"] + "\n"
    return {"text": text, "ents": ents, "ents_full": full}


def measure_model(given: argparse.Namespace) -> None:
    """The trained model's tables."""
    import entity_figures as figures

    from rotstift.nlp.ner.build import NAME, pipeline_of

    begin = time.perf_counter()
    nlp = pipeline_of(given.model)
    print(f"loaded in {time.perf_counter() - begin:.2f} s")
    if given.share is not None:
        nlp.get_pipe(NAME).cfg["share"] = given.share
    nlp.get_pipe(NAME).cfg["guideline"] = given.ours
    every, labels = list(articles(given.file, given.limit)), given.labels.split(",")
    tally = figures.measure(nlp, every, labels)
    figures.print_tally(given.file.name, tally, labels)
    figures.print_reliability(tally)
    if given.twelve:
        twelve = figures.measure_twelve(nlp, every)
        figures.print_tally("all classes", twelve, sorted(twelve.gold))
    figures.print_speed(nlp, [one["text"] for one in every[:200]])
    nlp.get_pipe(NAME).cfg["guideline"] = True
    print("our own challenges, by our guideline")
    figures.print_challenges(nlp, CHALLENGES, details=given.evidence)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Measure the entity rules.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--labels", default="PER,ORG,LOC,MISC")
    parser.add_argument("--evidence", action="store_true")
    parser.add_argument(
        "--repeats", action="store_true", help="join sentences that share a surname"
    )
    parser.add_argument("--model", type=Path, nargs="?", const=MODEL, help="the trained model")
    parser.add_argument("--ours", action="store_true", help="by our guideline, not by the set's")
    parser.add_argument("--share", type=float, help="another share than the model's own")
    parser.add_argument("--twelve", action="store_true", help="all classes of GermEval")
    given = parser.parse_args()
    labels = set(given.labels.split(","))
    if given.model:
        measure_model(given)
        return
    source = chains if given.repeats else articles
    counts, seconds, number = measure(source(given.file, given.limit), labels)
    for label in [*sorted(labels), None]:
        precision, recall, f1 = counts.scores(label)
        print(f"{label or 'micro':6} P {precision:.3f} R {recall:.3f} F {f1:.3f}")
    print(f"{number} words, {number / seconds:.0f} words/s")
    if given.evidence:
        for evidence in sorted({name for name, _ in counts.evidence}):
            right, wrong = counts.evidence[evidence, True], counts.evidence[evidence, False]
            share, span = right / (right + wrong), counts.spans[evidence] / (right + wrong)
            print(f"{evidence:28} {share:.2f} of {right + wrong:6}  span only {span:.2f}")


if __name__ == "__main__":
    main()
