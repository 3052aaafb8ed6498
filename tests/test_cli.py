"""The command line: data on stdout, one sentence on stderr, exit codes, never a traceback."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command import one_sentence, run
from project_help import TEXT, make_session, run_behind

from rotstift.cli import COMMANDS, FAILED, OK, PARTLY, USAGE
from rotstift.model import verbs
from rotstift.model.items import Entity, Origin, Standing
from rotstift.model.sampling import drawn
from rotstift.model.span import Span
from rotstift.session.session import Session

NEWS = (
    "Anna Berg zieht nach Kiel\n"
    "Kiel – „Wir gehen jetzt nach Kiel“, sagte Anna Berg\u00a0am Montag. 👩\u200d👧\n"
)


def program(*words: object, **more) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own."""
    command = [sys.executable, "-m", "rotstift", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, **more)


@pytest.fixture
def project(tmp_path) -> Path:
    path = tmp_path / "p.rotstift"
    make_session(path, TEXT, NEWS).close()
    return path


@pytest.fixture
def confirmed(project) -> Path:
    """A project with both articles confirmed and a few marks in them."""
    session = Session.open(project, "Kim")
    for key in session.project.ids():
        text = session.look(key).article.text
        start = text.index("Anna Berg")
        session.do(key, verbs.add_entity(text, Span(start, start + 9), "PER", "Kim"))
        start = text.index("Nato" if "Nato" in text else "Kiel")
        session.do(key, verbs.add_entity(text, Span(start, start + 4), "LOC", "Kim"))
        quote = Span(text.index("„"), text.index("“") + 1)
        session.do(key, verbs.add_quote(text, session.look(key).state, quote, "direct", "Kim"))
        session.do(key, verbs.confirm(text, session.look(key).state))
    session.close()
    return project


# -- new, add, list --------------------------------------------------------------------------------


def test_new_makes_a_project_and_never_takes_a_place(tmp_path):
    made = run("new", tmp_path / "neu")
    assert made.exit_code == OK
    assert made.stdout == ""
    assert (tmp_path / "neu.rotstift").is_file()
    one_sentence(run("new", tmp_path / "neu.rotstift"), "exists already")
    one_sentence(run("new", tmp_path / "no/where.rotstift"), "No project can be made")


def test_new_with_a_scheme_of_ones_own(tmp_path):
    own = tmp_path / "own.toml"
    shipped = Path(__file__).parents[1] / "resources/schemes/news-de.toml"
    own.write_text(shipped.read_text(encoding="utf-8").replace('"PER"', '"MENSCH"'), "utf-8")
    assert run("new", tmp_path / "a.rotstift", "--scheme", own).exit_code == OK
    session = Session.open(tmp_path / "a.rotstift", "Kim")
    assert session.scheme.label("MENSCH") is not None
    session.close()
    own.write_text("name = [", "utf-8")
    one_sentence(run("new", tmp_path / "b.rotstift", "--scheme", own), "TOML")
    own.write_bytes(b"\xff\xfe")
    assert run("new", tmp_path / "c.rotstift", "--scheme", own).exit_code == FAILED
    one_sentence(
        run("new", tmp_path / "d.rotstift", "--scheme", "nonsense"), "no scheme 'nonsense'"
    )
    assert [path.name for path in tmp_path.glob("*.rotstift")] == ["a.rotstift"]


@pytest.fixture
def folder(tmp_path) -> Path:
    made = tmp_path / "eingang"
    (made / "tiefer").mkdir(parents=True)
    (made / "a.txt").write_text(TEXT, "utf-8")
    (made / "tiefer/b.txt").write_text(NEWS, "utf-8")
    (made / "kopie.txt").write_text(TEXT, "utf-8")
    (made / "bild.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (made / "leer.txt").write_bytes(b"")
    (made / "kaputt.jsonl").write_text('{"text": "gut\\n"}\n{"text"\n', "utf-8")
    return made


def test_add_takes_what_is_good_and_tells_the_rest(tmp_path, folder):
    run("new", tmp_path / "p.rotstift")
    told = run("add", tmp_path / "p.rotstift", folder, tmp_path / "nichts.txt")
    assert told.exit_code == PARTLY
    assert told.stderr == ""
    lines = told.stdout.splitlines()
    assert lines[-1] == "3 added, 1 there already, 4 refused"
    assert sum(line.startswith("refused: ") for line in lines) == 4
    assert sum(line.startswith("left out: ") for line in lines) == 1
    assert "Traceback" not in told.output
    assert run("add", tmp_path / "p.rotstift", folder / "a.txt").exit_code == OK


def test_add_and_list_as_json(tmp_path, folder):
    run("new", tmp_path / "p.rotstift")
    told = json.loads(run("add", tmp_path / "p.rotstift", folder, "--json").stdout)
    assert (len(told["added"]), len(told["duplicates"]), len(told["refused"])) == (3, 1, 3)
    rows = json.loads(run("list", tmp_path / "p.rotstift", "--json").stdout)
    assert [row["id"] for row in rows] == told["added"]
    assert {row["status"] for row in rows} == {"new"}
    assert len(run("list", tmp_path / "p.rotstift").stdout.splitlines()) == 3


# -- suggest, annotate -----------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_suggest_once_and_again(project, workers):
    first = run("suggest", project, "--json", "--workers", workers)
    assert first.exit_code == OK, first.output
    told = json.loads(first.stdout)
    assert told["articles"] == 2
    assert told["items"] > 3
    assert told["author"].startswith("rotstift-de ")
    rows = json.loads(run("list", project, "--json").stdout)
    assert sum(row["suggested"] for row in rows) == told["items"]
    nothing = "Nothing to do: every article has its suggestions, or is finished.\n"
    assert run("suggest", project).stdout == nothing
    assert json.loads(run("suggest", project, "--again", "--json").stdout)["articles"] == 2


def test_an_unknown_pipeline_is_one_sentence(project):
    one_sentence(run("suggest", project, "--pipeline", "no-such-one"), "no-such-one")
    rows = json.loads(run("list", project, "--json").stdout)
    assert sum(row["suggested"] for row in rows) == 0


@pytest.mark.slow
def test_annotate_writes_a_json_line_for_each_article(tmp_path, folder):
    told = program("annotate", folder / "a.txt", folder / "bild.png", folder / "tiefer/b.txt")
    assert told.returncode == PARTLY
    assert told.stderr.count("refused: ") == 1
    assert "Traceback" not in told.stderr
    rows = [json.loads(line) for line in told.stdout.splitlines()]
    assert [row["text"] for row in rows] == [TEXT, NEWS]
    for row in rows:
        text = row["text"]
        assert row["ents"]
        assert "Anna Berg" in {text[one["start"] : one["end"]] for one in row["ents"]}
        (first, *_) = [quote for quote in row["quotes"] if quote["type"] == "direct"]
        start, end = first["parts"][0]
        assert (text[start], text[end - 1]) == ("„", "“")
        assert all(0 <= start < end <= len(text) for start, end, _ in row["zones"])
        assert row["zones"][0][2] == "headline"
        assert len({row["id"] for row in rows}) == 2


@pytest.mark.slow
def test_annotate_into_a_file_and_from_there_into_a_project(tmp_path, folder):
    out = tmp_path / "out.jsonl"
    assert run("annotate", folder / "a.txt", "-o", out).exit_code == OK
    run("new", tmp_path / "p.rotstift")
    told = run("add", tmp_path / "p.rotstift", out, "--json")
    assert (told.exit_code, json.loads(told.stdout)["refused"]) == (OK, [])
    (row,) = json.loads(run("list", tmp_path / "p.rotstift", "--json").stdout)
    assert row["suggested"] == sum(
        len(json.loads(out.read_text("utf-8"))[kind]) for kind in ("ents", "quotes", "negatives")
    )


def test_a_failed_annotate_leaves_the_old_file(tmp_path, folder):
    out = tmp_path / "out.jsonl"
    out.write_text("mine")
    told = run("annotate", folder / "a.txt", "-o", out, "--pipeline", "no-such-one")
    one_sentence(told, "no-such-one")
    assert out.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["out.jsonl"]


# -- export, train ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["jsonl", "spacy"])
def test_nothing_confirmed_is_a_sentence(project, tmp_path, name):
    one_sentence(
        run("export", project, tmp_path / "x", "--format", name), "no article is confirmed"
    )
    assert not (tmp_path / "x").exists()


def test_export_json_lines_with_a_report(confirmed, tmp_path):
    out = tmp_path / "out.jsonl"
    told = run("export", confirmed, out, "--format", "jsonl", "--json")
    assert told.exit_code == OK
    kinds = json.loads(told.stdout)["kinds"]
    assert kinds["entity"] == {"asked": 4, "written": 4, "adapted": 0, "impossible": 0}
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [row["text"] for row in rows] == [TEXT, NEWS]
    assert {row["status"] for row in rows} == {"confirmed"}
    table = run("export", confirmed, out, "--format", "jsonl").stdout
    assert any(line.split()[:3] == ["entity", "4", "4"] for line in table.splitlines())


@pytest.mark.slow
def test_export_takes_no_place_of_somebody_else(confirmed, tmp_path):
    out = tmp_path / "mine.jsonl"
    out.write_text("mine")
    one_sentence(run("export", confirmed, out, "--format", "jsonl"), "choose another place")
    assert out.read_text() == "mine"
    assert run("export", confirmed, out, "--format", "jsonl", "--force").exit_code == OK
    assert len(out.read_text().splitlines()) == 2
    again = run("export", confirmed, out, "--format", "jsonl")
    assert again.exit_code == OK, "over an earlier export"


def test_export_takes_no_folder_of_somebody_else(confirmed, tmp_path):
    mine = tmp_path / "data" / "train" / "corpus.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    (tmp_path / "data" / "report.json").write_text('{"mine": 1}')
    one_sentence(run("export", confirmed, tmp_path / "data"), "choose another place")
    one_sentence(run("train", confirmed, tmp_path), "name a new folder")
    assert mine.read_text() == "mine"
    assert sorted(path.name for path in mine.parents[1].iterdir()) == ["report.json", "train"]
    told = run("export", confirmed, tmp_path / "data", "--force")
    assert told.exit_code == OK, told.output
    assert not mine.exists()


def test_export_for_spacy(confirmed, tmp_path):
    out = tmp_path / "corpus"
    told = run("export", confirmed, out, "--json", "--dev", "0.5")
    assert told.exit_code == OK, told.output
    kinds = json.loads(told.stdout)["kinds"]
    assert kinds["entity"]["asked"] == 4
    row = kinds["entity"]
    assert row["written"] + row["adapted"] + row["impossible"] == row["asked"]
    assert (out / "train.spacy").is_file()
    assert (out / "dev.spacy").is_file()
    assert json.loads((out / "report.json").read_text("utf-8"))["kinds"] == kinds


def test_an_export_on_the_project_itself_is_refused(confirmed):
    before = confirmed.read_bytes()
    told = run("export", confirmed, confirmed, "--format", "jsonl")
    one_sentence(told, "the project itself")
    assert confirmed.read_bytes() == before


def test_an_unknown_format(confirmed, tmp_path):
    one_sentence(run("export", confirmed, tmp_path / "x", "--format", "docx"), "no format “docx”")


@pytest.mark.slow
def test_train_a_few_steps(confirmed, tmp_path):
    out = tmp_path / "model"
    told = run("train", confirmed, out, "--steps", 2, "--json")
    assert told.exit_code == OK, told.output
    result = json.loads(told.stdout)
    assert Path(result["pipeline"]).is_dir()
    assert 0 <= result["score"] <= 1
    suggested = run("suggest", confirmed, "--pipeline", result["pipeline"], "--again", "--json")
    assert suggested.exit_code == OK, suggested.output


# -- check, stats, backup --------------------------------------------------------------------------


def test_check(confirmed):
    told = run("check", confirmed)
    assert (told.exit_code, told.stdout) == (OK, "2 articles checked, no problems\n")
    run_behind(confirmed, "update entity set label = 'ORG' where article = 'a1'")
    damaged = run("check", confirmed, "--json")
    assert damaged.exit_code == PARTLY
    found = json.loads(damaged.stdout)
    assert found["problems"]
    assert found["repaired"] == 0
    repaired = run("check", confirmed, "--repair")
    assert repaired.exit_code == PARTLY
    assert repaired.stdout.splitlines()[-1].endswith("1 repaired from the log")
    assert run("check", confirmed).exit_code == OK


def test_what_is_damaged_is_a_sentence_everywhere(confirmed, tmp_path):
    run_behind(confirmed, "update entity set label = 'ORG' where article = 'a1'")
    told = run("export", confirmed, tmp_path / "x.jsonl", "--format", "jsonl")
    one_sentence(told, "--repair")
    assert not (tmp_path / "x.jsonl").exists()


def test_stats_tell_the_error_rate_of_the_random_share(project):
    session = Session.open(project, "Kim")
    origin = Origin("rules 1", Standing.SUGGESTED, 0.9)
    items = [Entity(f"{n:x}", Span(n, n + 1), "PER", origin) for n in range(20)]
    by_lot = [one for one in items if drawn(one.id, 20)]
    session.take_suggestions("a2", items, "rules 1")
    session.share = 20
    session.do("a2", verbs.relabel(NEWS, by_lot[0], "LOC", "Kim"))
    session.do("a2", verbs.confirm(NEWS, session.look("a2").state))
    session.close()
    lines = run("stats", project).stdout.splitlines()
    told = next(line for line in lines if line.startswith("wrong suggestions, drawn at random: "))
    assert f"% of {len(by_lot)} (95 % interval " in told
    assert f"drawn at random, but only accepted with their article: {len(by_lot) - 1}" in lines
    data = json.loads(run("stats", project, "--json").stdout)["wrong"]
    assert (data["sample"]["wrong"], data["sample"]["settled"]) == (1, len(by_lot))
    assert data["looked_at"]["rate"] is None


def test_stats(confirmed):
    told = json.loads(run("stats", confirmed, "--json").stdout)
    assert told["articles"] == 2
    assert told["statuses"]["confirmed"] == 2
    assert told["edits"] == {"add": 6, "confirm": 2}
    assert "articles: 2" in run("stats", confirmed).stdout.splitlines()


def test_backup(project):
    told = run("backup", project)
    assert told.exit_code == OK
    copy = Path(told.stdout.strip())
    assert copy.parent == project.with_name("p.backups")
    assert len(json.loads(run("list", copy, "--json").stdout)) == 2


# -- what goes wrong with any of them --------------------------------------------------------------

WITH_PROJECT = {
    "add": ["x.txt"],
    "list": [],
    "suggest": [],
    "export": ["out"],
    "train": ["out"],
    "check": [],
    "backup": [],
    "stats": [],
}


@pytest.mark.parametrize("command", WITH_PROJECT)
def test_there_is_no_such_project(tmp_path, command):
    one_sentence(run(command, tmp_path / "no.rotstift", *WITH_PROJECT[command]), "no project at")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", WITH_PROJECT)
def test_the_project_is_open_elsewhere(project, command):
    session = Session.open(project, "Kim")
    told = run(command, project, *WITH_PROJECT[command])
    session.close()
    one_sentence(told, "is open in another window or program")


def test_another_program_has_it_open(project):
    session = Session.open(project, "Kim")
    told = program("list", project)
    session.close()
    assert told.returncode == FAILED
    assert told.stderr.startswith("rotstift: p.rotstift is open in another")
    assert "Traceback" not in told.stderr


def test_a_file_that_is_no_project(tmp_path):
    path = tmp_path / "brief.txt"
    path.write_text("Liebe Anna")
    one_sentence(run("list", path), "brief.txt is not a Rotstift project")


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help_and_wrong_use(command):
    helped = run(command, "-h")
    assert helped.exit_code == OK
    assert "Usage:" in helped.stdout
    wrong = run(command, "--no-such-option")
    assert wrong.exit_code == USAGE
    assert "Usage:" in wrong.stderr


def test_every_command_is_tried_here():
    assert set(COMMANDS) >= set(WITH_PROJECT) | {"new", "annotate"}


def test_the_author_is_the_name_in_the_settings(project, tmp_path, monkeypatch):
    from rotstift import settings

    monkeypatch.setattr(settings, "config_file", lambda: tmp_path / "settings.json")
    settings.Settings.load().set("annotator", "Eva Ö.")
    (tmp_path / "a.txt").write_text("Neu\n")
    run("add", project, tmp_path / "a.txt")
    session = Session.open(project, "Kim")
    *_, last = session.project.log_book.entries()
    session.close()
    assert (last.name, last.author) == ("import", "Eva Ö.")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_a_broken_pipe_is_quiet(project):
    command = f"{sys.executable} -m rotstift list {project} --json | true"
    told = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False
    )
    assert told.stderr == ""
    long = f"{sys.executable} -m rotstift annotate {project.parent} | head -c 1"
    (project.parent / "a.txt").write_text(NEWS)
    for number in range(60):
        (project.parent / f"{number}.txt").write_text(f"{number} {NEWS}" * 20)
    told = subprocess.run(["bash", "-c", long], capture_output=True, text=True, check=False)
    assert "Traceback" not in told.stderr
    assert "BrokenPipe" not in told.stderr
    assert {line.split(":")[0] for line in told.stderr.splitlines()} <= {"refused"}


def test_version():
    from rotstift import __version__

    assert run("--version").stdout == f"rotstift, version {__version__}\n"
