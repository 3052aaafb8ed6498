"""The command line's pipelines: list, show, add, remove; annotate in any language, with any number of workers."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command import one_sentence, run
from project_help import TEXT, make_session
from wheels import model_files, wheel_of

from rotstift.cli import FAILED, OK, PARTLY
from rotstift.nlp.library import shelf
from rotstift.session import pipelines

FRENCH = "Le rapport que la ville a présenté est dans les mains du ministre des finances de la région.\n« Il est très bon pour nous tous », a dit le maire.\n"
GREEK = "Ο δήμαρχος είπε ότι η έκθεση που παρουσίασε η πόλη είναι πολύ καλή για όλους μας σήμερα και αύριο."
NEWS = "Die Übung, an der Anna Beispiel nicht teilnimmt, ist am Montag. „Wir sind in Köln sehr gut vorbereitet“, sagte sie.\n"


@pytest.fixture(autouse=True)
def _shelf(tmp_path, monkeypatch):
    """A data folder of this test's own, for the worker's processes too."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, bytes]:
    return model_files(tmp_path_factory.mktemp("model"))


def test_a_model_from_a_wheel_from_beginning_to_end(tmp_path, files):
    path = tmp_path / "de_winzig-3.8.0-py3-none-any.whl"
    digest = wheel_of(path, files)
    one_sentence(run("pipeline", "add", path), f"--sha256 {digest}")
    (tmp_path / "a.txt").write_text(NEWS)
    one_sentence(run("annotate", tmp_path / "a.txt", "--pipeline", "de_winzig"), "de_winzig")
    told = run("pipeline", "add", path, "--sha256", digest)
    assert told.exit_code == OK, told.output
    rows = dict(line.split(None, 1) for line in told.stdout.splitlines())
    assert rows["labels"] == "GPE → LOC, PERSON → PER"
    assert rows["licence"] == "CC BY 4.0"
    assert rows["SHA-256"] == digest
    assert "left out     CARDINAL" in told.stdout
    assert run("pipeline", "show", "de_winzig").stdout == told.stdout
    listed = run("pipeline", "list").stdout.splitlines()
    assert [line.split()[0] for line in listed[:2]] == ["rotstift-de", "de_winzig"]
    found = json.loads(run("annotate", tmp_path / "a.txt", "--pipeline", "de_winzig").stdout)
    assert {NEWS[one["start"] : one["end"]] for one in found["ents"]} == {"Anna Beispiel", "Köln"}
    assert found["quotes"]
    assert {one["author"] for one in found["ents"]}.pop().startswith("de_winzig 3.8.0-")
    assert run("pipeline", "remove", "de_winzig").exit_code == OK
    one_sentence(run("pipeline", "show", "de_winzig"), "There is no pipeline")
    one_sentence(run("pipeline", "remove", "rotstift-de"), "was not added here")


def test_the_built_in_one_is_shown(tmp_path):
    card = json.loads(run("pipeline", "show", "rotstift-de", "--json").stdout)
    assert (card["source"], card["language"], card["problem"]) == ("built-in", "de, en", "")
    assert set(card["labels"].values()) == {"PER", "ORG", "LOC", "MISC"}
    (tmp_path / "out").mkdir()
    one_sentence(run("pipeline", "show", tmp_path / "out"), "There is no pipeline")


def test_a_folder_is_shown_without_being_loaded(tmp_path):
    model_files(tmp_path)
    (tmp_path / "made" / "vocab" / "strings.json").write_text("{")
    card = json.loads(run("pipeline", "show", tmp_path / "made", "--json").stdout)
    assert (card["source"], card["version"], card["author"]) == ("folder", "3.8.0", "Erika Muster")
    assert card["size"] > 10_000


def test_showing_and_listing_import_no_spacy(tmp_path):
    model_files(tmp_path)
    program = (
        "import sys\nfrom rotstift.session import pipelines\n"
        f"pipelines.available(); pipelines.describe({str(tmp_path / 'made')!r})\n"
        "sys.exit('spacy' in sys.modules or 'urllib.request' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_data_folder_that_cannot_be_written(tmp_path, files):
    (tmp_path / "data").write_text("a file")
    path = tmp_path / "a.whl"
    digest = wheel_of(path, files)
    one_sentence(run("pipeline", "add", path, "--sha256", digest), "could not be kept")
    assert pipelines.available()[0].name == "rotstift-de"


def test_a_note_of_somebody_else_is_no_permission(tmp_path, files):
    """The service's consent is in the note that adding wrote, and only true is yes."""
    place = shelf.folder() / "x"
    place.mkdir(parents=True)
    for note in ("", "[]", '{"origin": "a", "sha256": "b", "llm": "yes"}'):
        (place / shelf.NOTE).write_text(note)
        assert shelf.note_of(place).llm is False


def test_a_language_model_needs_the_flag_and_then_works(tmp_path):
    config = tmp_path / "frage.cfg"
    config.write_text(
        '[nlp]\nlang = "de"\npipeline = ["llm"]\n[components]\n[components.llm]\nfactory = "llm"\n'
        '[components.llm.task]\n@llm_tasks = "spacy.NER.v3"\nlabels = ["PER"]\n'
        '[components.llm.model]\n@llm_models = "spacy.NoOp.v1"\n'
    )
    one_sentence(run("pipeline", "add", config), "sent to a service outside: spacy.NoOp.v1")
    told = run("pipeline", "add", config, "--llm")
    assert told.exit_code == OK
    assert "note         It sends the articles' texts to a service: spacy.NoOp.v1." in told.stdout
    (tmp_path / "a.txt").write_text(NEWS)
    found = json.loads(run("annotate", tmp_path / "a.txt", "--pipeline", "frage").stdout)
    assert (found["ents"], len(found["quotes"])) == ([], 1)


# -- annotate --------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path) -> Path:
    made = tmp_path / "eingang"
    made.mkdir()
    for number in range(20):
        (made / f"{number:02}.txt").write_text(f"Meldung {number}\n{NEWS}")
    (made / "05.txt").write_text(FRENCH)
    (made / "06.txt").write_text(f"Deux. {FRENCH}")
    (made / "07.txt").write_text(GREEK)
    (made / "08.txt").write_bytes(b"")
    rows = [{"id": "eins", "text": NEWS, "ents": [{"start": 21, "end": 34, "label": "ORG"}]}]
    (made / "10.jsonl").write_text("".join(json.dumps(row) + "\n" for row in [*rows, {"text": 7}]))
    return made


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 3])
def test_annotate_keeps_the_order_and_says_what_it_cannot(folder, tmp_path, workers):
    out = tmp_path / "out.jsonl"
    told = run("annotate", folder, "-o", out, "--workers", workers)
    assert told.exit_code == PARTLY
    lines = told.stderr.splitlines()
    assert [line.startswith("refused: ") for line in lines] == [True, True, False, False]
    assert "nothing for an unknown language (articles: 1)" in lines[2]
    assert "nothing for French (articles: 2)" in lines[3]
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    expected = [path.read_text() for path in sorted(folder.glob("*.txt")) if path.stat().st_size]
    expected.insert(9, NEWS)
    assert [row["text"] for row in rows] == expected
    assert [quote["type"] for quote in rows[5]["quotes"]] == ["direct"]
    assert rows[5]["ents"] == []
    (mine,) = [one for one in rows[9]["ents"] if one["start"] == 21]
    assert mine["label"] == "ORG", "what the file said stays"


@pytest.mark.slow
def test_suggest_tells_languages_and_takes_several_workers(tmp_path):
    path = tmp_path / "p.rotstift"
    make_session(path, TEXT, FRENCH, *(f"{number} {NEWS}" for number in range(20))).close()
    told = json.loads(run("suggest", path, "--workers", 2, "--json").stdout)
    assert (told["articles"], told["unserved"], told["troubles"]) == (22, {"fr": 1}, [])
    again = run("suggest", path, "--again")
    assert "nothing for French (articles: 1)" in again.stdout
    assert again.exit_code == OK


def test_a_cluster_that_is_not_there(tmp_path):
    path = tmp_path / "p.rotstift"
    make_session(path, TEXT).close()
    one_sentence(run("suggest", path, "--cluster", "here"), "is no address of a cluster")


def test_the_answer_never_takes_the_place_of_an_article(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(NEWS, encoding="utf-8")
    done = run("annotate", article, "-o", article)
    assert done.exit_code == FAILED
    assert article.read_text(encoding="utf-8") == NEWS


def test_a_file_stays_when_every_article_was_refused(tmp_path: Path) -> None:
    binary, kept = tmp_path / "b.txt", tmp_path / "kept.jsonl"
    binary.write_bytes(b"\0\1\2" * 50)
    kept.write_text("keep\n", encoding="utf-8")
    assert run("annotate", binary, "-o", kept).exit_code == FAILED
    assert kept.read_text(encoding="utf-8") == "keep\n"


def test_again_leaves_what_is_confirmed(tmp_path: Path) -> None:
    project = tmp_path / "p.rotstift"
    confirmed = tmp_path / "c.marked"
    confirmed.write_text(
        "=== c-1\nbody> {D1|„Wir gehen jetzt los“}, {c1|sagte} {s1:p|sie}.\n", encoding="utf-8"
    )
    assert run("new", project).exit_code == OK
    assert run("add", project, confirmed).exit_code == OK
    assert run("suggest", project, "--again").exit_code == OK
    (row,) = json.loads(run("list", project, "--json").stdout)
    assert row["status"] == "confirmed"
