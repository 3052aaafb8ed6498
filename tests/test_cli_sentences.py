"""What the commands say: files that cannot be written, Ctrl-C, labels of another scheme, a training's folder."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command import run
from project_help import TEXT, make_session
from wheels import tiny

from rotstift.cli import FAILED, OK
from rotstift.cli.base import scheme_named
from rotstift.paths import resource
from rotstift.session import annotating, evaluating, suggesting
from rotstift.session.pipelines import pipeline_in

NEWS = "Anna Beispiel ist am Montag in Köln.\n"
SCHEME = (
    resource("schemes", "news-de.toml").read_text("utf-8").replace('id = "MISC"', 'id = "BEAST"')
)


@pytest.fixture
def text(tmp_path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


@pytest.fixture
def trained(tmp_path) -> Path:
    """A folder as training leaves it: the pipeline is OUT/model."""
    out = tmp_path / "out"
    out.mkdir()
    tiny().to_disk(out / "model")
    return out


def stop(*_words: Any, **_more: Any) -> Iterator[Any]:
    """As if the person had pressed Ctrl-C at the first step."""
    raise KeyboardInterrupt
    yield


def never(*_words: Any, **_more: Any) -> Iterator[Any]:
    raise AssertionError("the work began")
    yield


def test_where_nothing_can_be_written_is_told_before_the_work(text, tmp_path, monkeypatch):
    monkeypatch.setattr(annotating, "annotated", never)
    missing = tmp_path / "nodir"
    told = run("annotate", text, "-o", missing / "x.jsonl")
    says = f"rotstift: {missing / 'x.jsonl'} cannot be written: there is no folder {missing}.\n"
    assert (told.exit_code, told.stderr) == (FAILED, says)
    told = run("annotate", text, "-o", tmp_path)
    assert (told.exit_code, told.stderr) == (
        FAILED,
        f"rotstift: {tmp_path} is a folder: name a file.\n",
    )


def test_ctrl_c_in_annotate_leaves_the_old_file(text, tmp_path, monkeypatch):
    monkeypatch.setattr(annotating, "annotated", stop)
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    told = run("annotate", text, "-o", out)
    assert (told.exit_code, told.stderr) == (FAILED, "rotstift: Stopped; nothing was written.\n")
    assert out.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "out.jsonl"]
    assert "Stopped: the output is not complete." in run("annotate", text).stderr


def test_ctrl_c_in_suggest_says_how_to_go_on(tmp_path, monkeypatch):
    monkeypatch.setattr(suggesting, "suggest_through", stop)
    path = tmp_path / "p.rotstift"
    make_session(path, TEXT).close()
    told = run("suggest", path)
    kept = "rotstift: Stopped: the suggestions that came are kept"
    assert told.exit_code == FAILED
    assert told.stderr == f"{kept}; run the same command again for the rest.\n"
    assert run("suggest", path, "--again").stderr == f"{kept}.\n"


def test_a_refusal_names_its_line_once(tmp_path):
    path = tmp_path / "p.rotstift"
    make_session(path).close()
    (tmp_path / "a.jsonl").write_text('{"text": "gut\\n"}\n{"text"\n')
    refused = run("add", path, tmp_path / "a.jsonl").stdout.splitlines()[0]
    assert refused.startswith("refused: Line 2 of a.jsonl is not valid JSON")


def test_suggest_with_nothing_to_do(tmp_path):
    path = tmp_path / "p.rotstift"
    run("new", path)
    nothing = "Nothing to do: every article has its suggestions, or is finished.\n"
    assert run("suggest", path).stdout == nothing
    assert run("suggest", path, "--untouched").stdout.startswith("Nothing to do: ")
    assert json.loads(run("suggest", path, "--json").stdout)["articles"] == 0


# -- a training's folder ---------------------------------------------------------------------------


def test_a_trainings_folder_is_its_pipeline(trained, text, tmp_path, monkeypatch):
    model = str(trained / "model")
    assert [pipeline_in(str(trained)), pipeline_in(model)] == [model, model]
    card = json.loads(run("pipeline", "show", trained, "--json").stdout)
    assert (card["name"], card["path"], card["problem"]) == (model, model, "")
    told = run("annotate", text, "--pipeline", trained)
    assert told.exit_code == OK, told.stderr
    assert {one["label"] for one in json.loads(told.stdout)["ents"]} == {"PER", "LOC"}
    monkeypatch.chdir(tmp_path)
    trained.rename(tmp_path / "rotstift-de")
    assert pipeline_in("rotstift-de") == "rotstift-de", "a name that is known stays"


def test_labels_that_it_was_trained_with_are_the_schemes(tmp_path):
    nlp = tiny()
    nlp.meta["rotstift"] = {"labels": ["CARDINAL"]}
    nlp.to_disk(tmp_path / "made")
    labels = json.loads(run("pipeline", "show", tmp_path / "made", "--json").stdout)["labels"]
    assert labels == {"CARDINAL": "CARDINAL", "GPE": "LOC", "PERSON": "PER"}


# -- labels of another scheme ----------------------------------------------------------------------


def jsonl(path: Path, *labels: str) -> Path:
    ents = [{"start": 0, "end": 4 + number, "label": one} for number, one in enumerate(labels)]
    path.write_text(json.dumps({"text": NEWS, "ents": ents}) + "\n", encoding="utf-8")
    return path


def test_evaluate_says_which_labels_it_left_out(tmp_path):
    path = jsonl(tmp_path / "a.jsonl", "PER", "BEAST", "PLANT")
    _, (note,) = evaluating.articles_of_file(path, scheme_named("news-de"))
    assert "2 mark(s) with labels that the scheme does not have (BEAST, PLANT)" in str(note)
    told = run("evaluate", jsonl(tmp_path / "b.jsonl", "BEAST"))
    assert told.exit_code == FAILED
    assert "(BEAST) were left out; --scheme names another." in told.stderr


def test_evaluate_with_a_scheme_of_ones_own(tmp_path):
    (tmp_path / "animals.toml").write_text(SCHEME, encoding="utf-8")
    path = jsonl(tmp_path / "a.jsonl", "BEAST")
    told = run("evaluate", path, "--scheme", tmp_path / "animals.toml", "--json")
    assert told.exit_code == OK, told.stderr
    assert "BEAST" in json.loads(told.stdout)[0]["entities"]["labels"]
    assert "There is no scheme 'x'" in run("evaluate", path, "--scheme", "x").stderr
