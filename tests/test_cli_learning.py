"""train and evaluate as commands: through the worker program, stopped, killed, gone on with."""

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from command import run
from project_help import make_session

from rotstift.cli import FAILED, OK
from rotstift.formats import Annotated
from rotstift.model import verbs
from rotstift.model.items import Entity, Status
from rotstift.model.span import Span
from rotstift.nlp.training_state import Checkpoint, Run
from rotstift.session import exporting
from rotstift.session.evaluating import confirmed_articles, unmarked_notes
from rotstift.session.session import Session
from rotstift.session.training import TrainPlan, check_training, curve, train_message, unfinished
from rotstift.session.worker import Worker, WorkerError

TOWNS = ("Köln", "Bonn", "Trier", "Ulm", "Jena", "Gera")


def text_of(number: int) -> str:
    town = TOWNS[number % len(TOWNS)]
    return (
        f"Nachricht {number}\nAnna Berg zieht am\u00a0Montag nach {town}. "
        "„Wir gehen jetzt dorthin“, sagte Anna Berg.\n"
    )


def sentence(result: Result) -> str:
    assert result.exit_code == FAILED, result.output
    return result.stderr.strip()


@pytest.fixture
def project(tmp_path) -> Path:
    """Ten confirmed articles, each with a name, a town and a quote."""
    path = tmp_path / "p.rotstift"
    session = make_session(path, *(text_of(number) for number in range(10)))
    for number, key in enumerate(session.project.ids()):
        text = session.look(key).article.text
        for words, label in (("Anna Berg", "PER"), (TOWNS[number % len(TOWNS)], "LOC")):
            start = text.index(words)
            session.do(key, verbs.add_entity(text, Span(start, start + len(words)), label, "Kim"))
        quote = Span(text.index("„"), text.index("“") + 1)
        session.do(key, verbs.add_quote(text, session.look(key).state, quote, "direct", "Kim"))
        session.do(key, verbs.confirm(text, session.look(key).state))
    session.close()
    return path


@pytest.mark.slow
def test_train_then_measure_on_what_was_held_out(project, tmp_path) -> None:
    out = tmp_path / "learnt"
    told = run("train", project, out, "--steps", 60, "--from", "nothing", "--dev", 0.4, "--json")
    assert told.exit_code == OK, told.output
    made = json.loads(told.stdout)
    assert made["pipeline"] == str(out / "model")
    assert made["before"] is None
    assert made["score"] > 0.5
    assert len(made["points"]) > 2
    points = [line for line in told.stderr.splitlines() if line.startswith("step ")]
    assert len(points) == len(made["points"])
    assert "loss" in points[-1]
    assert any("learns from nothing" in note for note in made["notes"])
    measured = run("evaluate", project, "--held-out", out, "--json")
    assert measured.exit_code == OK, measured.output
    shipped, mine = json.loads(measured.stdout)
    split = json.loads((out / "split.json").read_text(encoding="utf-8"))
    assert shipped["articles"] == mine["articles"] == len(split["dev"]) < 10
    assert mine["pipeline"] == str(out / "model")
    assert mine["notes"] == []
    assert mine["entities"]["micro"]["f1"] > 0.5
    assert mine["quotes"]["measure"]["Messages"]["f1"] > 0
    everything = run("evaluate", project, "--pipeline", out, "--errors", 2)
    assert f"note: {out / 'model'} has learnt from {len(split['train'])}" in everything.stderr
    assert "entities all" in everything.stdout


@pytest.mark.slow
def test_the_same_article_falls_on_the_same_side_when_others_come(project, tmp_path) -> None:
    def sides(out: Path) -> tuple[set[str], set[str]]:
        split = json.loads((out / "split.json").read_text(encoding="utf-8"))
        both = ({row["digest"] for row in split[side]} for side in ("train", "dev"))
        return tuple(both)  # type: ignore[return-value]

    few = ["--steps", 1, "--from", "nothing", "--dev", 0.4]
    assert run("train", project, tmp_path / "one", *few).exit_code == OK
    session = Session.open(project, "Kim")
    key = session.project.ids()[0]
    session.do(key, verbs.set_status(text_of(0), session.look(key).state, Status.SKIPPED))
    session.close()
    assert run("train", project, tmp_path / "two", *few).exit_code == OK
    (train, dev), (less, fewer) = sides(tmp_path / "one"), sides(tmp_path / "two")
    assert less <= train
    assert fewer <= dev
    assert len(train | dev) == len(less | fewer) + 1


def begin(project: Path, plan: TrainPlan, worker: Worker) -> tuple[threading.Event, list[Any]]:
    """Start a training that would take long; an event for its second point."""
    session = Session.open(project, "Kim")
    exporting.write_export(plan.export, exporting.chosen_articles(session, plan.export), worker)
    session.close()
    second, points = threading.Event(), []

    def point(data: Any) -> None:
        points.append(data)
        if len(points) == 2:
            second.set()

    def ask() -> None:
        with pytest.raises(WorkerError, match="stopped"):
            worker.ask(train_message(plan), point=point)

    threading.Thread(target=ask, daemon=True).start()
    return second, points


@pytest.mark.slow
@pytest.mark.parametrize("how", ["cancelled", "killed"])
def test_a_training_that_was_stopped_leaves_no_pipeline_and_goes_on(project, tmp_path, how) -> None:
    plan = TrainPlan(tmp_path / "out", steps=60_000, base="", share=0.4)
    worker = Worker()
    second, points = begin(project, plan, worker)
    assert second.wait(90)
    if how == "killed" and worker.pid:
        os.kill(worker.pid, signal.SIGKILL)
    worker.close()
    assert not plan.model.exists()
    at = unfinished(plan.out)
    assert at is not None
    assert at >= points[1]["step"] > 0
    assert len(curve(plan.out)) >= 2
    again = ["--from", "nothing", "--dev", 0.4, "--resume", "--json"]
    told = run("train", project, plan.out, "--steps", at + 3, *again)
    assert told.exit_code == OK, told.output
    made = json.loads(told.stdout)
    assert f"went on from step {at}" in made["notes"][0]
    assert made["points"][0]["step"] == points[0]["step"]
    assert made["points"][-1]["step"] > at
    assert (plan.model / "meta.json").is_file()
    assert unfinished(plan.out) is None
    names = sorted(path.name for path in plan.out.iterdir())
    assert names == ["data", "model", "split.json", "training.json"]


@pytest.mark.slow
def test_ctrl_c_ends_a_training_with_a_sentence(project, tmp_path) -> None:
    out = tmp_path / "out"
    words = ["train", project, out, "--steps", 60_000, "--from", "nothing", "--dev", 0.4]
    command = [sys.executable, "-m", "rotstift", *map(str, words)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as program:
        said = iter(program.stderr or ())
        assert [next(said) for _ in range(2)][1].startswith("step ")
        program.send_signal(signal.SIGINT)
        rest = list(said)
    assert program.returncode == FAILED
    assert "--resume goes on with it from step" in rest[-1]
    assert unfinished(out)
    assert not (out / "model").exists()
    assert not [path for path in out.iterdir() if path.name.startswith(".")]


@pytest.mark.slow
def test_equal_seeds_make_equal_trainings(project, tmp_path) -> None:
    def points(name: str, seed: int) -> Any:
        options = ["--steps", 20, "--from", "nothing", "--seed", seed, "--json"]
        told = run("train", project, tmp_path / name, *options)
        assert told.exit_code == OK, told.output
        return json.loads(told.stdout)["points"]

    def losses(rows: Any) -> Any:
        return [row["loss"] for row in rows]

    first = losses(points("a", 5))
    assert losses(points("b", 5)) == first
    assert losses(points("c", 6)) != first


@pytest.mark.slow
def test_evaluate_a_file(tmp_path, project) -> None:
    assert run("export", project, tmp_path / "x.jsonl", "--format", "jsonl").exit_code == OK
    told = run("evaluate", tmp_path / "x.jsonl", "--errors", 1)
    assert told.exit_code == OK, told.output
    assert "10 articles" in told.stdout
    assert "entities PER" in told.stdout
    assert "quotes Messages" in told.stdout
    assert "type direct" in told.stdout


MARKED = "=== a-001 brief\nbody> {s1:p|Anna Berg} {c1|sagte}: {D1|„Wir gehen.“}\n"


@pytest.mark.slow
def test_evaluate_marked_text_measures_no_layer_that_is_not_marked(tmp_path) -> None:
    path = tmp_path / "mine.marked"
    path.write_text(MARKED, encoding="utf-8")
    told = run("evaluate", path, "--json")
    assert told.exit_code == OK, told.output
    (made,) = json.loads(told.stdout)
    assert made["entities"] is None
    assert made["quotes"]["measure"]["Messages"]["f1"] == 1
    assert made["author"].startswith("rotstift-de ")


def test_where_there_is_nothing_to_measure(tmp_path, project) -> None:
    make_session(tmp_path / "new.rotstift").close()
    assert "nothing to measure" in sentence(run("evaluate", tmp_path / "new.rotstift"))
    assert "no training in" in sentence(run("evaluate", project, "--held-out", tmp_path))
    one = {"train": [{"id": "a", "digest": "x"}], "dev": [{"id": "a", "digest": "x"}]}
    (tmp_path / "split.json").write_text(json.dumps(one))
    told = sentence(run("evaluate", project, "--held-out", tmp_path))
    assert "held no article out: train with articles held out" in told
    one["dev"][0]["digest"] = "y"
    (tmp_path / "split.json").write_text(json.dumps(one))
    assert "None of the articles" in sentence(run("evaluate", project, "--held-out", tmp_path))
    (tmp_path / "bad.jsonl").write_bytes(b"")
    assert run("evaluate", tmp_path / "bad.jsonl").exit_code == FAILED
    assert "no project at" in sentence(run("evaluate", tmp_path / "no.rotstift"))


@pytest.mark.slow
def test_what_cannot_be_begun_with_is_a_sentence(project, tmp_path) -> None:
    told = run("train", project, tmp_path / "out", "--from", tmp_path)
    assert "no spaCy pipeline to begin with" in sentence(told)
    (tmp_path / "out" / "model").mkdir()
    (tmp_path / "out" / "model" / "mine.txt").write_text("mine")
    told = run("train", project, tmp_path / "out")
    assert "other things in it" in sentence(told)
    assert (tmp_path / "out" / "model" / "mine.txt").read_text() == "mine"


def everything_in(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_training_that_has_ended_is_not_gone_on_with(project, tmp_path) -> None:
    out = tmp_path / "out"
    (out / "model").mkdir(parents=True)
    (out / "model" / "meta.json").write_text("{}")
    before = everything_in(out)
    told = run("train", project, out, "--resume")
    ended = f"rotstift: The training in {out} has ended: train without --resume to begin anew."
    assert sentence(told) == ended
    assert everything_in(out) == before


def stopped_at(out: Path, step: int) -> None:
    """What a training leaves that was stopped there."""
    last = out / "last"
    last.mkdir(parents=True)
    (last / "meta.json").write_text("{}")
    Run(out).keep(Checkpoint(out, step, 0.5, step, (), frozenset(), {}), last)


@pytest.mark.parametrize("steps", [59, 60])
def test_going_on_needs_more_steps_than_were_done(project, tmp_path, steps) -> None:
    out = tmp_path / "out"
    stopped_at(out, 60)
    before = everything_in(out)
    told = run("train", project, out, "--resume", "--steps", steps)
    assert "has done 60 steps already: give it more" in sentence(told)
    assert everything_in(out) == before
    session = Session.open(project, "Kim")
    assert check_training(session, TrainPlan(out, 61, resume=True)) == 10
    session.close()


@pytest.mark.parametrize("name", ["notes.txt", "model/mine.txt"])
def test_a_folder_with_other_things_is_refused_before_anything_is_written(
    project, tmp_path, name
) -> None:
    out = tmp_path / "out"
    (out / name).parent.mkdir(parents=True)
    (out / name).write_text("mine")
    assert "other things in it" in sentence(run("train", project, out))
    assert everything_in(out) == {out / name: b"mine"}


def test_a_file_is_no_folder_for_a_training(project, tmp_path) -> None:
    path = tmp_path / "out"
    path.write_text("mine")
    told = run("train", project, path)
    assert sentence(told) == f"rotstift: {path} is a file: name a folder for the training."
    assert path.read_text() == "mine"


def test_the_folder_of_an_earlier_training_may_be_trained_into_again(project, tmp_path) -> None:
    out = tmp_path / "out"
    for name in ("model/meta.json", "split.json", "training.json", ".hidden"):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text("{}")
    session = Session.open(project, "Kim")
    assert check_training(session, TrainPlan(out)) == 10
    (out / "notes.txt").write_text("mine")
    (out / "split.json").write_text('{"train": [], "dev": []}')
    assert check_training(session, TrainPlan(out)) == 10, "a person's notes on a training"
    session.close()


def test_articles_without_an_entity_are_told_of_where_others_have_some(project) -> None:
    session = Session.open(project, "Kim")
    assert unmarked_notes(confirmed_articles(session)) == []
    key = session.project.ids()[0]
    entities = [one.id for one in session.look(key).state.in_order if isinstance(one, Entity)]
    articles = [
        Annotated(one.article, tuple(i for i in one.items if i.id not in entities))
        for one in confirmed_articles(session)
    ]
    session.close()
    (note,) = unmarked_notes(articles)
    assert note.startswith("1 of the articles")
    bare = [
        Annotated(one.article, tuple(i for i in one.items if not isinstance(i, Entity)))
        for one in articles
    ]
    assert unmarked_notes(bare) == []


@pytest.mark.slow
def test_evaluate_notes_the_articles_without_an_entity_once(project, tmp_path) -> None:
    path = tmp_path / "x.jsonl"
    assert run("export", project, path, "--format", "jsonl").exit_code == OK
    first, *others = path.read_text(encoding="utf-8").splitlines()
    row = json.loads(first)
    row["ents"] = []
    path.write_text("\n".join([json.dumps(row), *others]) + "\n", encoding="utf-8")
    told = run("evaluate", path, "--pipeline", "rotstift-de", "--pipeline", "rotstift-de")
    assert told.exit_code == OK, told.output
    assert told.stderr.count("1 of the articles have no entity marked") == 1


@pytest.mark.slow
def test_suggest_to_untouched_articles_only(project) -> None:
    session = Session.open(project, "Kim")
    key = session.project.ids()[0]
    session.undo()
    last = session.project.ids()[-1]
    session.close()
    told = run("suggest", project, "--untouched", "--json")
    assert told.exit_code == OK, told.output
    assert json.loads(told.stdout)["articles"] == 0, f"{key} and {last} are a person's"
    run("add", project, _new_file(project.parent))
    told = run("suggest", project, "--untouched", "--json")
    assert json.loads(told.stdout)["articles"] == 1


def _new_file(folder: Path) -> Path:
    path = folder / "new.txt"
    path.write_text(text_of(77), encoding="utf-8")
    return path
