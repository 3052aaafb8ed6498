"""Train the entity model that ships: GermEval 2014 in, the component's folder out.

    pip install spacy-lookups-data==1.0.5 Faker==40.54.0
    python packaging/build_lexemes.py resources/models/rotstift-de/lexemes
    python packaging/train_entities.py ../shared/data/ner-germeval2014-de \\
        resources/models/rotstift-de/rotstift_entities

The data folder holds train.jsonl.gz and dev.jsonl.gz ({text, ents_full: [[start, end, label]]}, code
points). dev only sets the temperature of the scores. The seeds are fixed: the same machine gives the
same weights. OMP_NUM_THREADS=1 is as fast as more. `--member N` trains one member only, into OUT/N;
`--join` puts members trained so together.
"""

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from entity_variants import Sentence, varied
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

from rotstift.nlp.ner.build import blank_pipeline
from rotstift.nlp.ner.component import Entities
from rotstift.nlp.ner.learning import learn
from rotstift.nlp.ner.network import batch_of
from rotstift.nlp.ner.pieces import Piece
from rotstift.nlp.ner.reading import Manner, entities, tag_probabilities
from rotstift.nlp.ner.tags import Tags

LABELS = ("PER", "LOC", "ORG", "MISC")
SILENT = ("LOCderiv", "MISCderiv", "ORGderiv", "PERderiv", "part")
"""Learnt, so that the model can tell "deutsche" and "Deutschlandreise" from names; never suggested."""
HYPHENS = "-‐‑"
MEMBERS = 3
SHAPE = {"width": 128, "depth": 4, "dropout": 0.3, "hidden": 0.3}
EPOCHS = 5
WORDS = 1000
"""Tokens in a batch."""
RATE = 0.0015
WARM_UP = 200
SMOOTHING = 0.1
LEAST = 0.35
"""Score of a suggestion; below it two of three are wrong on dev, and F1 gets worse by them."""
SHARE = 0.5
"""Of a word's other places in the article (`rotstift.nlp.ner.reading`)."""
TEMPERATURES = np.arange(0.6, 1.45, 0.1)

Lesson = tuple[Piece, Any]


@dataclass(frozen=True)
class Course:
    """The sentences, and what turns them into lessons."""

    sentences: Sequence[Sentence]
    nlp: Any
    component: Entities

    def lessons(self, sentence: Sentence) -> list[Lesson]:
        """Pieces with tags; a span that is not on tokens is widened to them."""
        doc = self.nlp.make_doc(sentence.text)
        spans = [
            doc.char_span(start, end, label, alignment_mode="expand")
            for start, end, label in sentence.spans
        ]
        gold = doc.copy()
        gold.set_ents(_apart(spans))
        return self.component.lessons(Example(doc, gold))


def _apart(spans: Sequence[Any]) -> list[Any]:
    kept: list[Any] = []
    for span in spans:
        if span is not None and (not kept or span.start >= kept[-1].end):
            kept.append(span)
    return kept


def sentences(file: Path) -> Iterator[Sentence]:
    """The file's sentences with our labels."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            spans = [_ours(row["text"], *span) for span in row["ents_full"]]
            yield Sentence(row["text"], tuple(sorted(spans)))


def _ours(text: str, start: int, end: int, label: str) -> tuple[int, int, str]:
    """OTH is MISC; of "CDU-Politiker" (ORGpart) the part before the last hyphen is an entity."""
    label = label.replace("OTH", "MISC")
    if not label.endswith("part"):
        return start, end, label
    cut = max(text.rfind(hyphen, start, end) for hyphen in HYPHENS)
    inside = start < cut < end - 1 and text[cut + 1].isalnum()
    return (start, cut, label[:-4]) if inside else (start, end, "part")


def train_member(course: Course, number: int, epochs: int, words: int) -> None:
    """One member, with its own seed, order and variants; it ends with its averaged weights."""
    member = course.component.model.layers[number]
    dice, random_ = random.Random(number), np.random.default_rng(number)
    optimizer = Adam(RATE, grad_clip=1.0, use_averages=True)
    plain = [course.lessons(sentence) for sentence in course.sentences]
    total = epochs * sum(len(tags) for lessons in plain for _, tags in lessons)
    single, seen, step = _Single([member]), 0, 0
    for epoch in range(epochs):
        begin, loss, count = time.perf_counter(), 0.0, 0
        every = [lesson for lessons in _varied(course, plain, dice) for lesson in lessons]
        for batch in _batches([every[n] for n in random_.permutation(len(every))], words):
            tags = np.concatenate([tags for _, tags in batch])
            step, seen, count = step + 1, seen + len(tags), count + len(tags)
            optimizer.learn_rate = RATE * min(1, step / WARM_UP) * max(0.02, 1 - seen / total)
            loss += learn(single, batch_of([piece for piece, _ in batch]), tags, SMOOTHING)
            member.finish_update(optimizer)
        seconds = time.perf_counter() - begin
        print(f"member {number} epoch {epoch} loss {loss / count:.4f} {seconds:.0f} s", flush=True)
    for name in member.param_names:
        member.set_param(name, optimizer.averages[member.id, name])


@dataclass(frozen=True)
class _Single:
    """Looks like the model, for `learn`."""

    layers: list[Any]


def _varied(
    course: Course, plain: list[list[Lesson]], dice: random.Random
) -> Iterator[list[Lesson]]:
    for sentence, lessons in zip(course.sentences, plain, strict=True):
        variant = varied(sentence, dice)
        yield lessons if variant == sentence else course.lessons(variant)


def _batches(lessons: Sequence[Lesson], words: int) -> Iterator[list[Lesson]]:
    part: list[Lesson] = []
    size = 0
    for lesson in lessons:
        part.append(lesson)
        size += len(lesson[1])
        if size >= words:
            yield part
            part, size = [], 0
    if part:
        yield part


def temperature(course: Course) -> float:
    """The one with which the scores of the suggestions are likeliest to be right as often as they say.

    It has no influence on which spans are found.
    """
    tags, silent = course.component.tags, frozenset(SILENT)
    articles = [course.lessons(sentence) for sentence in course.sentences]
    every = [piece for lessons in articles for piece, _ in lessons]
    rows = iter(tag_probabilities(every, course.component.model))
    read = [(lessons, [next(rows) for _ in lessons]) for lessons in articles]

    def loss(value: float) -> float:
        manner, total = Manner(value, silent=silent), 0.0
        for lessons, tables in read:
            gold = {span for lesson in lessons for span in _gold(lesson, tags)}
            for ent in entities([piece for piece, _ in lessons], tables, tags, manner):
                score = min(max(ent.score, 1e-3), 1 - 1e-3)
                right = (ent.start, ent.end, ent.label) in gold
                total -= float(np.log(score if right else 1 - score))
        return total

    return round(float(min(TEMPERATURES, key=loss)), 2)


def _gold(lesson: Lesson, tags: Tags) -> Iterator[tuple[int, int, str]]:
    """Spans on the doc's tokens."""
    piece, row = lesson
    for span in tags.spans(row.tolist()):
        first, last = int(piece.tokens[span.start]), int(piece.tokens[span.end - 1])
        yield first, last + 1, tags.labels[span.label]


def main() -> None:
    """Train, calibrate, write."""
    parser = argparse.ArgumentParser(description="Train the entity model.")
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--members", type=int, default=MEMBERS)
    parser.add_argument("--member", type=int, help="train this one only, into OUT/N.npz")
    parser.add_argument("--join", action="store_true", help="put OUT/0.npz ... together")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--limit", type=int, help="sentences, to try it out")
    given = parser.parse_args()
    fix_random_seed(0)
    nlp = blank_pipeline({**SHAPE, "members": given.members})
    component = nlp.get_pipe("rotstift_entities")
    component.initialize(lambda: [], labels=[*LABELS, *SILENT])
    component.be_silent(SILENT)
    train = list(sentences(given.data / "train.jsonl.gz"))[: given.limit]
    course = Course(train, nlp, component)
    given.out.mkdir(parents=True, exist_ok=True)
    for number in range(given.members):
        member, file = component.model.layers[number], given.out / f"{number}.npz"
        if given.join:
            with np.load(file) as arrays:
                for name in member.param_names:
                    member.set_param(name, arrays[name])
        elif given.member in (None, number):
            train_member(course, number, given.epochs, WORDS)
        if given.member == number:
            np.savez(file, **{name: member.get_param(name) for name in member.param_names})
            return
    dev = Course(list(sentences(given.data / "dev.jsonl.gz")), nlp, component)
    component.cfg |= {"temperature": temperature(dev), "share": SHARE, "least": LEAST}
    component.cfg["guideline"] = True
    component.to_disk(given.out)
    for number in range(given.members):
        (given.out / f"{number}.npz").unlink(missing_ok=True)
    print(f"written to {given.out}, temperature {component.cfg['temperature']}")


if __name__ == "__main__":
    main()
