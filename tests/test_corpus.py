"""Our own corpus: enough of everything, marked by the rules, our own words, split by topic."""

import runpy
from collections import Counter
from pathlib import Path

import pytest
from foreign import copied, shingles

from rotstift.formats.base import Annotated
from rotstift.formats.marked import annotated, passages
from rotstift.paths import resource

ROOT = Path(__file__).resolve().parents[1]
CORPUS = runpy.run_path(str(ROOT / "packaging" / "corpus.py"))
FILES = sorted(resource("corpus").glob("*.marked"))
KINDS = ("direct", "indirect", "reported", "indirect_free", "free_indirect")


def read(file: Path) -> list[Annotated]:
    return [annotated(passage) for passage in passages(file.read_text("utf-8"))]


@pytest.fixture(scope="module")
def counts() -> Counter[str]:
    total: Counter[str] = Counter()
    for file in FILES:
        for found in read(file):
            total += CORPUS["counted"](found)
    return total


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_a_topic_breaks_no_rule(file: Path) -> None:
    assert list(CORPUS["problems"](file)) == []


def test_no_id_is_given_twice() -> None:
    assert CORPUS["twice"](FILES) == []


def test_there_are_five_hundred_passages_with_everything_that_a_quote_can_have(
    counts: Counter[str],
) -> None:
    assert counts["passages"] >= 500
    assert all(counts[kind] >= 50 for kind in KINDS), counts
    for what in ("nested", "several parts", "addressees", "via", "negatives", "without quotes"):
        assert counts[what] >= 50, (what, counts)


def test_the_topics_held_back_are_there_and_trained_on_by_nobody() -> None:
    dev = {found.article.id for found in CORPUS["articles"]("dev")}
    train = {found.article.id for found in CORPUS["articles"]("train")}
    assert not dev & train
    assert CORPUS["held_back"]() <= {file.stem for file in FILES}
    assert 0.1 < len(dev) / len(dev | train) < 0.3


def test_marks_of_every_kind_stand_in_it() -> None:
    text = "".join(found.article.text for file in FILES for found in read(file))
    assert all(mark in text for mark in '„“"»«‚‘\u00a0')


def test_a_rule_that_is_broken_is_seen() -> None:
    (passage,) = passages("=== x-1\nbody> „Nein“, {c1|sagte} er, {I1|er gehe.} {R2|Er lobt}.\n")
    wrong = " ".join(CORPUS["wrong"](annotated(passage)))
    assert "neither direct nor n" in wrong
    assert "outside an indirect quote" in wrong
    assert "full stop stands inside reported" in wrong


def test_a_wrong_role_is_seen() -> None:
    (passage,) = passages("=== x-1\nbody> {I1|Er gehe}, {c1|sagte} {s1:p|Kai Lund,}.\n")
    assert "comma stands outside a role" in " ".join(CORPUS["wrong"](annotated(passage)))
    (passage,) = passages("=== x-1\nbody> {I1|Er gehe}, {c1|heißt es} {s1:d|in dem Brief}.\n")
    assert "without its preposition" in " ".join(CORPUS["wrong"](annotated(passage)))


def test_no_eight_words_in_a_row_come_from_elsewhere() -> None:
    ours = {
        shingle
        for file in FILES
        for found in read(file)
        for shingle in shingles(found.article.text)
    }
    assert len(ours) > 20_000
    assert copied(ours) == []
