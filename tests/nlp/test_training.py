"""Training: where components begin, what a stopped training leaves, what a pipeline tells of itself."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import spacy
import standin
from spacy.training import Example
from thinc.api import fix_random_seed

from rotstift.model.items import Entity, Mention, Negative, Origin, Quote, SourceKind
from rotstift.model.span import Span
from rotstift.nlp import training, training_recipe
from rotstift.nlp.docbin_export import DocBinExport, Options
from rotstift.nlp.training import Cancelled, TrainingError, Wish, train
from rotstift.nlp.training_config import Plan
from rotstift.nlp.training_data import Lesson, look_at
from rotstift.nlp.training_recipe import Base, Start, recipe_for
from rotstift.nlp.training_state import Run, learning_digest, learnt_from

ME = Origin("me")
TOWNS = ("Köln", "Bonn", "Trier", "Ulm", "Jena", "Gera", "Hof", "Suhl")


def article(number: int, label: str = "LOC") -> tuple[str, str, list[Any]]:
    """Its id, text and items: a name, a town, a whole quote with its speaker, marks that are none."""
    town = TOWNS[number % len(TOWNS)]
    text = (
        f'Anna Beispiel fuhr Nummer {number} nach {town}. "Ich komme wieder", sagte Beispiel. '
        'Das "Eck" war zu.'
    )

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    def behind(first: str, words: str) -> Span:
        start = text.index(first + words) + len(first)
        return Span(start, start + len(words))

    items = [
        Entity(f"p{number}", at("Anna Beispiel"), "PER", ME),
        Entity(f"t{number}", at(town), label, ME),
        Quote(
            f"q{number}",
            (at('"Ich komme wieder"'),),
            "direct",
            ME,
            speaker=(Mention(behind("sagte ", "Beispiel"), SourceKind.PERSON),),
            cue=(at("sagte"),),
        ),
        Quote(f"f{number}", (at("komme"),), "direct", ME, parent=f"q{number}", fragment=True),
        Negative(f"n{number}", at('"Eck"'), "name", ME),
    ]
    return f"a{number}", text, items


def corpus(folder: Path, count: int = 8, label: str = "LOC", language: str = "de") -> Path:
    with DocBinExport(folder, Options(share=0.4, language=language)) as export:
        for number in range(count):
            export.add(*article(number, label))
        export.close()
    return folder


@pytest.fixture(autouse=True)
def our_factories(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(training_recipe, "QUOTES", ("standin_quotes", "spancat"))
    standin.SEEN.clear()
    return


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole pipeline that knows PER and LOC, and marks what stands between quotation marks badly."""
    fix_random_seed(1)
    nlp = spacy.blank("de")
    nlp.add_pipe("ner", name="names")
    nlp.add_pipe("standin_quotes", name="quotes")
    gold = {"entities": [(0, 13, "PER"), (24, 28, "LOC")]}
    doc = nlp.make_doc("Anna Beispiel fuhr nach Köln .")
    nlp.initialize(lambda: [Example.from_dict(doc, gold)])
    folder = tmp_path_factory.mktemp("base") / "shipped"
    nlp.to_disk(folder)
    return folder


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus(tmp_path_factory.mktemp("corpus") / "data")


def run(data: Path, out: Path, wish: Wish, **more: Any) -> training.Trained:
    return train(data / "train.spacy", data / "dev.spacy", out / "model", wish, **more)


def wish_for(base: Path | None, out: Path, **more: Any) -> Wish:
    return Wish(steps=40, base=str(base) if base else "", folder=out, **more)


# -- recipes ---------------------------------------------------------------------------------------

LESSON = Lesson("de", frozenset({"PER", "LOC"}), quotes=3, longest=9)


@pytest.mark.parametrize(
    ("lesson", "starts", "stock", "note"),
    [
        (LESSON, ("goes on", "goes on"), [], ""),
        (replace(LESSON, quotes=0), ("goes on", "frozen"), [], "No quote"),
        (replace(LESSON, labels=frozenset()), ("frozen", "goes on"), [], "No entity"),
        (replace(LESSON, labels=frozenset({"GPE"})), ("wider", "goes on"), [], "labels GPE"),
        (replace(LESSON, language="en"), (), ["ner"], "is for “de”"),
    ],
)
def test_where_each_component_begins(base, lesson, starts, stock, note) -> None:
    recipe = recipe_for(lesson, Plan(), Base.of(base), None)
    assert tuple(recipe.starts.values()) == starts
    assert recipe.plan.pipes == stock
    assert recipe.whole == bool(starts)
    assert any(note in one for one in recipe.notes) == bool(note)


def test_without_a_base_entities_are_learnt_from_nothing_and_quotes_only_on_demand() -> None:
    assert recipe_for(LESSON, Plan(), None, None).plan.pipes == ["ner"]
    assert recipe_for(LESSON, Plan(), None, True).plan.pipes == ["ner", "span_finder", "spancat"]
    assert Base.of(Path("/no/such/folder")) is None


def test_quotes_that_nobody_wants_to_be_learnt_stay_as_they_are(base) -> None:
    recipe = recipe_for(LESSON, Plan(), Base.of(base), False)
    assert recipe.starts["quotes"] is Start.FROZEN


# -- training from a pipeline ------------------------------------------------------------------------


@pytest.mark.slow
def test_it_learns_entities_and_quotes_from_where_the_base_is(base, data, tmp_path) -> None:
    points, said = [], []
    trained = run(
        data,
        tmp_path,
        wish_for(base, tmp_path),
        progress=lambda *step: said.append(step),
        point=points.append,
    )
    assert trained.before is not None
    assert trained.score > trained.before
    assert trained.scores["standin_f"] > 0
    assert trained.scores["ents_f"] > 0.5
    assert points == list(trained.points)
    assert points[0].step == 0
    assert points[0].score == trained.before
    assert set(points[-1].loss) == {"names", "quotes"}
    assert points[0].best
    assert points == list(Run(tmp_path).curve())
    assert said[-1][0] <= said[-1][1] == 40
    assert trained.notes == ()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["model", "split.json", "training.json"]
    nlp = spacy.load(trained.pipeline)
    assert nlp.pipe_names == ["names", "quotes"]
    doc = nlp('Anna Beispiel fuhr nach Ulm. "Ich komme wieder", sagte Beispiel.')
    assert [span.text for span in doc.spans["quotes"]] == ['"Ich komme wieder"']
    config = (trained.pipeline / "config.cfg").read_text(encoding="utf-8")
    assert str(tmp_path) not in config
    assert str(base) not in config


@pytest.mark.slow
def test_the_quote_component_gets_everything_that_was_confirmed(base, data, tmp_path) -> None:
    run(data, tmp_path, wish_for(base, tmp_path))
    assert standin.SEEN["kinds"] == {SourceKind.PERSON}
    assert {None} < standin.SEEN["parents"]
    assert standin.SEEN["fragments"] == {True, False}
    assert standin.SEEN["negatives"] == standin.SEEN["denied"] == {"name"}


@pytest.mark.slow
def test_a_pipeline_tells_what_it_has_learnt_from_and_the_folder_what_was_held_out(
    base, data, tmp_path
) -> None:
    trained = run(data, tmp_path, wish_for(base, tmp_path))
    split = Run(tmp_path).split()
    assert split is not None
    both = [*split.train, *split.dev]
    assert sorted(both) == sorted((a, learning_digest(t)) for a, t, _ in map(article, range(8)))
    assert learnt_from(trained.pipeline) == split.learnt
    assert split.held_out
    assert not split.held_out & split.learnt
    assert learnt_from(base) == frozenset()
    again = tmp_path / "again"
    more = run(data, again, wish_for(trained.pipeline, again))
    assert not more.notes or "no better" in more.notes[-1]
    swapped = train(
        data / "dev.spacy",
        data / "train.spacy",
        tmp_path / "swapped" / "model",
        wish_for(trained.pipeline, tmp_path / "swapped"),
    )
    assert "flatters" in swapped.notes[0]


@pytest.mark.slow
def test_labels_that_the_base_does_not_know_are_learnt_too(base, tmp_path) -> None:
    data = corpus(tmp_path / "data", label="TOWN")
    trained = run(data, tmp_path, wish_for(base, tmp_path))
    assert trained.before is not None
    assert trained.score > trained.before
    assert "TOWN" in trained.notes[0]
    nlp = spacy.load(trained.pipeline)
    assert set(nlp.get_pipe("names").labels) == {"PER", "LOC", "TOWN"}
    doc = nlp("Anna Beispiel fuhr Nummer 3 nach Ulm.")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Anna Beispiel", "PER"),
        ("Ulm", "TOWN"),
    ]
    assert nlp.meta["rotstift"]["labels"] == ["PER", "TOWN"]


@pytest.mark.slow
def test_a_component_that_refuses_new_labels_gives_way_to_spacys(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(training_recipe, "ENTITIES", ("standin_entities",))
    nlp = spacy.blank("de")
    nlp.add_pipe("standin_entities", name="names")
    nlp.to_disk(tmp_path / "base")
    data = corpus(tmp_path / "data")
    trained = run(data, tmp_path, wish_for(tmp_path / "base", tmp_path))
    assert "it knows PER only" in trained.notes[-1]
    assert spacy.load(trained.pipeline).pipe_names == ["tok2vec", "ner"]


@pytest.mark.slow
def test_another_language_learns_from_nothing(base, tmp_path) -> None:
    data = corpus(tmp_path / "data", language="en")
    trained = run(data, tmp_path, wish_for(base, tmp_path))
    assert "“en”" in trained.notes[0]
    nlp = spacy.load(trained.pipeline)
    assert (nlp.lang, nlp.pipe_names) == ("en", ["tok2vec", "ner"])


@pytest.mark.slow
def test_what_is_no_better_stays_as_it_was(base, data, tmp_path) -> None:
    good = run(data, tmp_path, wish_for(base, tmp_path)).pipeline
    out = tmp_path / "more"
    worse = replace(wish_for(good, out), steps=1)
    trained = run(data, out, worse)
    if trained.best_step == 0:
        assert "no better" in trained.notes[-1]
        assert trained.score == trained.before
        assert learnt_from(trained.pipeline) == learnt_from(good)


def test_a_folder_that_is_no_pipeline_is_no_beginning(data, tmp_path) -> None:
    with pytest.raises(TrainingError, match="no spaCy pipeline"):
        run(data, tmp_path, wish_for(tmp_path, tmp_path))


# -- stopping and going on -----------------------------------------------------------------------------


def stop_after(points: list[Any], count: int) -> Any:
    return lambda: len(points) > count


def stopped(data: Path, out: Path, wish: Wish) -> list[Any]:
    points: list[Any] = []
    with pytest.raises(Cancelled):
        run(data, out, wish, point=points.append, cancel=stop_after(points, 2))
    return points


@pytest.mark.slow
@pytest.mark.parametrize("with_base", [True, False])
def test_a_stopped_training_goes_on_from_its_checkpoint(base, data, tmp_path, with_base) -> None:
    wish = wish_for(base if with_base else None, tmp_path)
    points = stopped(data, tmp_path, wish)
    assert not (tmp_path / "model").exists()
    checkpoint = Run(tmp_path).checkpoint()
    assert checkpoint is not None
    assert checkpoint.step == points[-1].step > 0
    assert len(list((tmp_path / "checkpoint").iterdir())) == 1
    trained = run(data, tmp_path, replace(wish, resume=True))
    assert str(checkpoint.step) in trained.notes[0]
    assert list(trained.points[: len(points)]) == points
    later = trained.points[len(points) :]
    assert later[0].step > checkpoint.step
    assert later[0].score >= points[-1].score - 0.3, "it did not begin with nothing"
    assert trained.score == max(one.score for one in trained.points)
    assert not (tmp_path / "checkpoint").exists()
    assert spacy.load(trained.pipeline).pipe_names


@pytest.mark.slow
@pytest.mark.parametrize("with_base", [True, False])
def test_labels_that_have_come_meanwhile_are_learnt_too(base, data, tmp_path, with_base) -> None:
    wish = wish_for(base if with_base else None, tmp_path)
    stopped(data, tmp_path, wish)
    more = corpus(tmp_path / "data", label="TOWN")
    trained = run(more, tmp_path, replace(wish, resume=True))
    assert "went on from step" in trained.notes[0]
    nlp = spacy.load(trained.pipeline)
    labels = {label for name in nlp.pipe_labels for label in nlp.pipe_labels[name]}
    assert {"PER", "TOWN"} <= labels
    assert trained.scores["ents_f"] > 0.5


@pytest.mark.slow
def test_a_checkpoint_that_does_not_fit_is_not_gone_on_with(base, data, tmp_path) -> None:
    wish = wish_for(base, tmp_path)
    stopped(data, tmp_path, wish)
    other = run(data, tmp_path, replace(wish, base="", resume=True, steps=2))
    assert "began anew" in other.notes[0]
    stopped(data, tmp_path, wish)
    given_up = run(data, tmp_path, replace(wish, steps=2))
    assert "given up" in given_up.notes[0]
    none = run(data, tmp_path, replace(wish, resume=True, steps=2))
    assert "no unfinished training" in none.notes[0]


@pytest.mark.slow
def test_articles_learnt_from_are_not_held_out_after_going_on(base, data, tmp_path) -> None:
    wish = wish_for(base, tmp_path)
    stopped(data, tmp_path, wish)
    swapped = train(
        data / "dev.spacy",
        data / "train.spacy",
        tmp_path / "model",
        replace(wish, resume=True, steps=2),
    )
    assert "held out now" in swapped.notes[0]


def test_a_damaged_checkpoint_is_none(tmp_path) -> None:
    folder = tmp_path / "checkpoint" / "10"
    folder.mkdir(parents=True)
    (folder / "state.json").write_text("{}")
    assert Run(tmp_path).checkpoint() is None
    assert Run(tmp_path).curve() == ()
    assert Run(tmp_path).split() is None
    (tmp_path / "split.json").write_text("[1]")
    assert Run(tmp_path).split() is None


@pytest.mark.slow
def test_no_better_score_for_a_long_time_is_enough(base, data, tmp_path) -> None:
    wish = replace(wish_for(base, tmp_path), steps=4000, patience=30)
    trained = run(data, tmp_path, wish)
    assert trained.steps < 1000
    assert trained.steps - trained.best_step >= 30


def test_one_look_tells_what_there_is_to_learn(data) -> None:
    lesson = look_at(data / "train.spacy")
    assert lesson.labels == {"PER", "LOC"}
    assert lesson.quotes == 3 * len(lesson.articles)
    assert lesson.longest == 5
    assert lesson.language == "de"


@pytest.mark.slow
def test_nothing_is_said_of_held_out_articles_where_none_were(base, data, tmp_path) -> None:
    wish = wish_for(base, tmp_path)
    side = data / "train.spacy"
    good = train(side, side, tmp_path / "model", replace(wish, steps=200))
    assert good.scores["ents_f"] == 1, "nothing can be better"
    out = tmp_path / "more"
    more = replace(wish_for(good.pipeline, out), steps=1, quotes=False)
    trained = train(side, side, out / "model", more)
    assert trained.best_step == 0
    assert "no better" in trained.notes[-1]
    assert not any("held-out" in note for note in trained.notes)


def test_a_digest_takes_no_break_spaces_as_spaces() -> None:
    assert learning_digest("10\u00a0Uhr") == learning_digest("10 Uhr")


def test_the_meta_file_of_another_program_is_no_trouble(tmp_path) -> None:
    (tmp_path / "meta.json").write_text(json.dumps({"rotstift": [1]}))
    assert learnt_from(tmp_path) == frozenset()
