"""The worker program, driven as a program: one process, lines in, lines out."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rotstift.model.codec import item_to_json
from rotstift.model.items import Entity, Origin
from rotstift.model.span import Span
from rotstift.nlp import protocol

TEXT = (
    'Kanzlerin Erika Muster sagte in Berlin: "Wir sind bereit, und zwar heute."\nDie Nato schwieg.'
)
PROGRAM = "import sys; from rotstift.nlp.worker import main; sys.exit(main())"


class Client:
    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.progress: list[Any] = []

    def raw(self, line: bytes) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(line)
        self.process.stdin.flush()
        while True:
            answer = protocol.message_of(self.process.stdout.readline())
            if "progress" not in answer:
                return answer
            self.progress.append(answer["progress"])

    def ask(self, **message: Any) -> dict[str, Any]:
        return self.raw(protocol.line_of({"id": 7, **message}))

    def end(self) -> int:
        self.process.stdin.close()
        code = self.process.wait(10)
        self.process.stdout.close()
        self.process.stderr.close()
        return code


@pytest.fixture
def client() -> Iterator[Client]:
    client = Client()
    yield client
    client.end()


def test_ping_needs_no_spacy(client: Client) -> None:
    answer = client.ask(do="ping")
    assert answer["id"] == 7
    assert answer["result"]["protocol"] == protocol.VERSION
    assert answer["result"]["spacy_loaded"] is False


def test_the_pipeline_that_comes_along_answers(client: Client) -> None:
    result = client.ask(do="suggest", pipeline="rotstift-de", text=TEXT, zones=[])["result"]
    author, items, left_out = protocol.suggestions_from_json(result)
    labels = {item.span.of(TEXT): item.label for item in items if isinstance(item, Entity)}
    assert labels == {"Erika Muster": "PER", "Berlin": "LOC", "Nato": "ORG"}
    assert any(not isinstance(item, Entity) for item in items), "no quote was found"
    assert {item.origin.author for item in items} == {author}
    assert left_out == {}


def test_rules_answer_without_spacy(client: Client) -> None:
    text = "“We will go to Berlin”, said Anna Smith on Monday, and the people of the town cheered."
    result = client.ask(do="suggest", pipeline="rotstift-de", text=text, zones=[])["result"]
    _, items, _ = protocol.suggestions_from_json(result)
    assert items
    assert client.ask(do="ping")["result"]["spacy_loaded"] is False


@pytest.mark.parametrize(
    "line",
    [
        b"{\n",
        b"[]\n",
        b'"x"\n',
        b"\xff\xfe\n",
        b'{"id": 1}\n',
        b'{"id": 1, "do": ["a"]}\n',
        b'{"id": 1, "do": "suggest"}\n',
        b'{"id": 1, "do": "suggest", "pipeline": "rotstift-de", "text": 5}\n',
        b'{"id": 1, "do": "suggest", "pipeline": "rotstift-de", "text": "a", "zones": [[0, 9, "body"]]}\n',
        b'{"id": 1, "do": "suggest", "pipeline": "rotstift-de", "text": "a", "zones": [[0, 1, "x"]]}\n',
        b'{"id": 1, "do": "docbin_add", "export": 3, "articles": []}\n',
        b'{"id": 1, "do": "docbin_open", "out": "x", "options": {"share": 2}}\n',
        b'{"id": 1, "do": "train", "train": "a", "dev": "b", "out": "c", "options": {"steps": 0}}\n',
        b'{"id": 1, "do": "train", "train": "a", "dev": "b", "out": "c", "options": {"resume": 1}}\n',
        b'{"id": 1, "do": "train", "train": "a", "dev": "b", "out": "c", "options": {"stepps": 9}}\n',
        b'{"id": 1, "do": "train", "train": "a", "dev": "b", "out": "c", "folder": 7}\n',
        b"[" * 100_000 + b"\n",
    ],
)
def test_a_bad_request_is_answered_and_the_program_goes_on(client: Client, line: bytes) -> None:
    answer = client.raw(line)
    assert set(answer) - {"said"} == {"id", "error"}
    assert "\n" not in answer["error"]
    assert client.ask(do="ping")["result"]


def test_an_unknown_wish_of_a_training_is_named(client: Client) -> None:
    answer = client.ask(do="train", train="a", dev="b", out="c", options={"stepps": 9})
    assert "'stepps'" in answer["error"]


@pytest.mark.parametrize("name", ["de_no_such_model", "./nothing-here", ".."])
def test_a_pipeline_that_is_not_there_gets_one_sentence(client: Client, name: str) -> None:
    error = client.ask(do="suggest", pipeline=name, text="a")["error"]
    assert repr(name) in error
    assert error.endswith(".")


def test_what_libraries_print_goes_to_stderr() -> None:
    program = (
        "import os, sys\n"
        "from rotstift.nlp import worker\n"
        "def loud(w, r):\n"
        "    print('python'); os.system('echo child'); os.write(1, b'raw\\n'); return {}\n"
        "worker.HANDLERS['loud'] = loud\n"
        "sys.exit(worker.main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=b'{"id": 1, "do": "loud"}\n',
        capture_output=True,
        check=True,
    )
    assert done.stdout == b'{"id":1,"result":{}}\n'
    assert {b"python", b"child", b"raw"} <= set(done.stderr.split())


def test_quit_answers_and_ends(client: Client) -> None:
    assert client.ask(do="quit")["result"] == {}
    assert client.process.wait(10) == 0


def test_end_of_input_ends_it(client: Client) -> None:
    client.ask(do="ping")
    assert client.end() == 0


def _article() -> dict[str, Any]:
    entity = Entity("e1", Span(16, 22), "PER", Origin("me"))
    return {"id": "a", "text": TEXT, "items": [item_to_json(entity)]}


def test_export_through_the_worker(client: Client, tmp_path: Path) -> None:
    out = tmp_path / "out"
    number = client.ask(do="docbin_open", out=str(out))["result"]["export"]
    assert (
        client.ask(do="docbin_add", export=number, articles=[_article()])["result"]["articles"] == 1
    )
    report = client.ask(do="docbin_close", export=number)["result"]["report"]
    assert report["kinds"]["entity"] == {"asked": 1, "written": 1, "adapted": 0, "impossible": 0}
    assert json.loads((out / "report.json").read_text())["kinds"] == report["kinds"]


@pytest.mark.parametrize("how", ["close", "eof", "term"])
def test_an_export_given_up_leaves_nothing(client: Client, tmp_path: Path, how: str) -> None:
    number = client.ask(do="docbin_open", out=str(tmp_path / "out"))["result"]["export"]
    client.ask(do="docbin_add", export=number, articles=[_article()])
    assert list(tmp_path.iterdir())
    if how == "close":
        assert client.ask(do="docbin_close", export=number, keep=False)["result"] == {"kept": False}
    elif how == "term":
        os.kill(client.process.pid, signal.SIGTERM)
        client.process.wait(10)
    else:
        client.end()
    assert list(tmp_path.iterdir()) == []


def test_an_item_beyond_its_text_is_refused(client: Client, tmp_path: Path) -> None:
    number = client.ask(do="docbin_open", out=str(tmp_path / "out"))["result"]["export"]
    article = _article() | {"text": "kurz"}
    assert "ends after" in client.ask(do="docbin_add", export=number, articles=[article])["error"]


def test_first_answer_comes_soon() -> None:
    begin = time.monotonic()
    client = Client()
    client.ask(do="suggest", pipeline="rotstift-de", text=TEXT)
    seconds = time.monotonic() - begin
    client.end()
    assert seconds < 15, f"{seconds:.1f} s; 0.8 s on a quiet machine"
