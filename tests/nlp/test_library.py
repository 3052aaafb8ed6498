"""Pipelines from elsewhere: what is taken from a wheel and an address, and what is refused."""

import hashlib
import io
import json
import os
import stat
import sys
import time
import zipfile
from collections.abc import Callable
from email.message import Message
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request as WebRequest

import pytest
from wheels import model_files, tiny, wheel_of

from rotstift.model.items import Entity
from rotstift.nlp import registry
from rotstift.nlp.library import adding, download, shelf, wheel
from rotstift.nlp.library.card import card_of
from rotstift.nlp.library.recipe import CORE, parse_recipe
from rotstift.nlp.suggest import Request, SuggestError

TEXT = "Anna Beispiel fährt mit drei Koffern nach Köln."
DATA = "de_winzig/de_winzig-3.8.0"


@pytest.fixture(autouse=True)
def _shelf(tmp_path, monkeypatch):
    monkeypatch.setattr(shelf, "folder", lambda: tmp_path / "data" / "pipelines")


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, bytes]:
    return model_files(tmp_path_factory.mktemp("model"))


def on_the_shelf() -> list[str]:
    """Everything that stands there, unfinished things too."""
    place = shelf.folder()
    return sorted(path.name for path in place.iterdir()) if place.is_dir() else []


def refused(source: object, says: str, **more) -> None:
    with pytest.raises(SuggestError) as told:
        adding.add(str(source), **more)
    words = str(told.value)
    assert says in words
    assert words.endswith(".")
    assert "\n" not in words
    assert on_the_shelf() == []


# -- a wheel from a file ---------------------------------------------------------------------------


def test_a_wheel_is_added_shown_used_and_removed(tmp_path, files):
    path = tmp_path / "de_winzig-3.8.0-py3-none-any.whl"
    digest = wheel_of(path, files)
    card = adding.add(str(path), sha256=digest.upper())
    assert (card.name, card.source, card.version, card.language) == (
        "de_winzig",
        "added",
        "3.8.0",
        "de",
    )
    assert (card.licence, card.author, card.spacy) == (
        "CC BY 4.0",
        "Erika Muster",
        ">=3.8.0,<3.9.0",
    )
    assert card.labels == {"CARDINAL": "", "GPE": "LOC", "PERSON": "PER"}
    assert card.components == ("entity_ruler",)
    assert (card.origin, card.sha256, card.problem, card.notes) == (str(path), digest, "", ())
    assert card.size > 10_000
    assert json.loads(json.dumps(card.to_json()))["labels"] == card.labels
    assert "de_winzig" not in sys.modules
    assert not list(shelf.folder().rglob("*.py"))
    assert "de_winzig" in [row.name for row in registry.available() if row.source == "added"]
    suggester = registry.load("de_winzig")
    found = [item for item in suggester.suggest(Request(TEXT)) if isinstance(item, Entity)]
    assert {(item.span.of(TEXT), item.label) for item in found} == {
        ("Anna Beispiel", "PER"),
        ("Köln", "LOC"),
    }
    assert {item.origin.author.split("-")[0] for item in found} == {"de_winzig 3.8.0"}
    shelf.remove("de_winzig")
    assert on_the_shelf() == []
    with pytest.raises(SuggestError, match="neither built in"):
        registry.load("de_winzig")


def test_without_its_digest_it_is_not_taken(tmp_path, files):
    path = tmp_path / "a.whl"
    digest = wheel_of(path, files)
    refused(path, f"--sha256 {digest}")
    refused(path, "is not the one that was asked for", sha256="0" * 64)
    refused(path, "is not the one that was asked for", sha256="nonsense")


def test_its_name(tmp_path, files, monkeypatch):
    path = tmp_path / "a.whl"
    digest = wheel_of(path, files)
    for name in ("../x", "a/b", ".hidden", "a b", "x" * 65, "-x"):
        refused(path, "cannot be called", sha256=digest, name=name)
    refused(path, "already (built-in)", sha256=digest, name="Rotstift-DE")
    assert adding.add(str(path), sha256=digest, name="meins").name == "meins"
    with pytest.raises(SuggestError, match="already"):
        adding.add(str(path), sha256=digest, name="Meins")
    assert on_the_shelf() == ["meins"]
    with pytest.raises(SuggestError, match="was not added here"):
        shelf.remove("rotstift-de")
    with pytest.raises(SuggestError, match="was not added here"):
        shelf.remove("../pipelines/meins")


def test_an_installed_model_keeps_its_name(tmp_path, files, monkeypatch):
    place = tmp_path / "site" / "de_winzig"
    place.mkdir(parents=True)
    tiny().to_disk(place / "de_winzig-3.8.0")
    (place / "__init__.py").write_text("raise SystemExit('imported')")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    path = tmp_path / "a.whl"
    digest = wheel_of(path, files)
    refused(path, "already (spacy)", sha256=digest)
    assert adding.add(str(path), sha256=digest, name="anders").name == "anders"
    assert "de_winzig" not in sys.modules


def changed(files: dict[str, bytes], **more: bytes) -> dict[str, bytes]:
    return files | {key.replace("__", "/"): value for key, value in more.items()}


HOSTILE: dict[str, tuple[Callable[[dict[str, bytes]], dict[str, bytes]], str]] = {
    "traversal": (lambda one: one | {f"{DATA}/../../../evil": b"x"}, "no spaCy model needs"),
    "absolute": (lambda one: one | {"/etc/evil": b"x"}, "no spaCy model needs"),
    "backslash": (lambda one: one | {f"{DATA}\\..\\evil": b"x"}, "no spaCy model needs"),
    "drive": (lambda one: one | {"C:evil": b"x"}, "no spaCy model needs"),
    "code in the package": (lambda one: one | {"de_winzig/more.py": b"x"}, "more.py"),
    "code in the data": (lambda one: one | {f"{DATA}/ner/x.PY": b"x"}, "x.PY"),
    "a library": (lambda one: one | {f"{DATA}/x.so": b"x"}, "x.so"),
    "a pickle": (lambda one: one | {f"{DATA}/x.pkl": b"x"}, "x.pkl"),
    "scripts": (lambda one: one | {"de_winzig-3.8.0.data/scripts/x": b"x"}, "not one of a spaCy"),
    "two packages": (lambda one: one | {"other/__init__.py": b""}, "not one of a spaCy"),
    "two data folders": (lambda one: one | {"de_winzig/more/config.cfg": b""}, "not one of a"),
    "a program": (
        lambda one: (
            one
            | {
                "de_winzig-3.8.0.dist-info/entry_points.txt": b"[console_scripts]\nx = de_winzig:x\n"
            }
        ),
        "entry_points.txt",
    ),
    "no config": (
        lambda one: {key: value for key, value in one.items() if not key.endswith("config.cfg")},
        "not one of a spaCy",
    ),
    "no data": (
        lambda one: {key: value for key, value in one.items() if not key.startswith(DATA)},
        "not one of a spaCy",
    ),
    "twice": (lambda one: one | {f"{DATA}/CONFIG.cfg": b"x"}, "2 ×"),
    "a bomb": (lambda one: one | {f"{DATA}/big": bytes(8 << 20)}, "no spaCy model needs"),
    "broken config": (lambda one: one | {f"{DATA}/config.cfg": b"[nlp\n"}, "config.cfg"),
    "a reader": (
        lambda one: (
            one
            | {
                f"{DATA}/config.cfg": one[f"{DATA}/config.cfg"]
                + b'\n[components.evil]\nfactory = "ner"\n'
                b'[components.evil.model]\n@readers = "srsly.read_json.v1"\npath = "/etc/passwd"\n'
            }
        ),
        "srsly.read_json.v1",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_wheel_is_refused_whole(tmp_path, files, kind):
    change, says = HOSTILE[kind]
    path = tmp_path / "a.whl"
    digest = wheel_of(path, change(files))
    refused(path, says, sha256=digest)
    assert [one.name for one in tmp_path.iterdir() if one.name != "data"] == ["a.whl"]


def test_a_link_in_a_wheel(tmp_path, files):
    path = tmp_path / "a.whl"
    wheel_of(path, files)
    with zipfile.ZipFile(path, "a") as archive:
        info = zipfile.ZipInfo(f"{DATA}/link")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    refused(path, "link", sha256=hashlib.sha256(path.read_bytes()).hexdigest())


@pytest.mark.parametrize("cut", [0, 1, 100, 5000, -30, -500])
def test_a_damaged_wheel(tmp_path, files, cut):
    path = tmp_path / "a.whl"
    wheel_of(path, files)
    path.write_bytes(path.read_bytes()[:cut])
    refused(path, "damaged", sha256=hashlib.sha256(path.read_bytes()).hexdigest())


def test_a_changed_byte_in_a_wheel(tmp_path, files):
    """The digest is that of the damaged file: then zip's own checksum says so."""
    path = tmp_path / "a.whl"
    wheel_of(path, files)
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(f"{DATA}/config.cfg")
        place = info.header_offset + 30 + len(info.filename) + 200
    content = bytearray(path.read_bytes())
    content[place] ^= 0xFF
    path.write_bytes(content)
    refused(path, "damaged", sha256=hashlib.sha256(path.read_bytes()).hexdigest())


def test_a_file_that_is_too_large(tmp_path, files, monkeypatch):
    path = tmp_path / "a.whl"
    wheel_of(path, files)
    with pytest.raises(SuggestError, match="larger than any"):
        wheel.sha256_of(path, 1000)


def test_other_files_and_none(tmp_path):
    refused(tmp_path / "no.whl", "no file")
    (tmp_path / "a.tar.gz").write_bytes(b"x")
    refused(tmp_path / "a.tar.gz", "neither")


def test_the_disk_takes_nothing(tmp_path, files, monkeypatch):
    path = tmp_path / "a.whl"
    digest = wheel_of(path, files)
    monkeypatch.setattr(wheel, "_write", _full)
    with pytest.raises(OSError, match="full"):
        adding.add(str(path), sha256=digest)
    assert on_the_shelf() == []


def _full(*_words: object) -> None:
    raise OSError(28, "the disk is full")


def test_what_an_ended_program_left_is_taken_away(tmp_path, files):
    old, young = (shelf.folder() / f".unfinished-{name}" for name in ("old", "young"))
    for place in (old, young):
        (place / "pipeline").mkdir(parents=True)
    os.utime(old, (time.time() - 2 * 24 * 3600,) * 2)
    path = tmp_path / "a.whl"
    adding.add(str(path), sha256=wheel_of(path, files))
    assert on_the_shelf() == [".unfinished-young", "de_winzig"]
    assert shelf.names() == ["de_winzig"]


# -- an address ------------------------------------------------------------------------------------

ADDRESS = "https://example.org/releases/de_winzig-3.8.0-py3-none-any.whl"


class Answer(io.BytesIO):
    def __init__(self, content: bytes, length: int | None = None) -> None:
        super().__init__(content)
        self.headers = {} if length is None else {"Content-Length": str(length)}


def test_an_address_with_its_digest(tmp_path, files):
    digest = wheel_of(tmp_path / "a.whl", files)
    content = (tmp_path / "a.whl").read_bytes()
    asked, steps = [], []

    def opened(address: str) -> Answer:
        asked.append(address)
        return Answer(content, len(content))

    card = adding.add(
        ADDRESS, sha256=digest, open_address=opened, progress=lambda *step: steps.append(step)
    )
    assert (card.name, card.origin) == ("de_winzig", ADDRESS)
    assert asked == [ADDRESS]
    assert steps[-1] == (len(content), len(content))
    assert on_the_shelf() == ["de_winzig"]


def no_network(_address: str) -> Answer:
    raise AssertionError("asked the network")


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/a.whl",
        "ftp://example.org/a.whl",
        "file:///etc/a.whl",
        "https://user:pass@example.org/a.whl",
        "https:///a.whl",
    ],
)
def test_only_https(address):
    refused(address, "https://", sha256="0" * 64, open_address=no_network)


def test_an_address_without_a_digest_or_of_something_else():
    refused(ADDRESS, "together with the SHA-256", open_address=no_network)
    refused("https://example.org/a.exe", "neither", sha256="0" * 64, open_address=no_network)
    refused("https://example.org/a.cfg", "neither", sha256="0" * 64, llm=True)


def web_error(_address: str) -> Answer:
    raise HTTPError(ADDRESS, 404, "Not Found", Message(), io.BytesIO())


def no_host(_address: str) -> Answer:
    raise URLError(OSError(-2, "Name or service not known"))


class Broken(Answer):
    def read(self, _size: int | None = -1, /) -> bytes:
        if self.tell() > 0:
            raise TimeoutError("timed out")
        return super().read(100)


@pytest.mark.parametrize(
    ("opened", "says"),
    [
        (web_error, "404 Not Found"),
        (no_host, "Name or service not known"),
        (lambda _: Broken(bytes(1000)), "timed out"),
        (lambda _: Answer(bytes(10), 1000), "Only 10 of 1000 bytes"),
        (lambda _: Answer(bytes(10)), "is not what was asked for"),
        (lambda _: Answer(bytes(10), 3 << 30), "larger than 2 GB"),
    ],
)
def test_what_goes_wrong_on_the_way_is_a_sentence_and_nothing_is_kept(opened, says):
    refused(ADDRESS, says, sha256="0" * 64, open_address=opened)


def test_a_stream_without_end_is_stopped(tmp_path):
    with pytest.raises(SuggestError, match="larger than 5000 B"):
        download.fetch(
            ADDRESS,
            tmp_path / "a.whl",
            "0" * 64,
            open_address=lambda _: Answer(bytes(1 << 20)),
            limit=5000,
        )
    assert not (tmp_path / "a.whl").exists()


def test_a_redirect_stays_with_https():
    handler = download.OnlyHttps()
    asked = WebRequest(ADDRESS)
    words = (asked, io.BytesIO(), 302, "Found", Message())
    followed = handler.redirect_request(*words, "https://objects.example.org/a.whl")
    assert followed is not None
    for address in ("http://example.org/a.whl", "file:///etc/passwd"):
        with pytest.raises(URLError, match="not https"):
            handler.redirect_request(*words, address)


# -- what a config asks for ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        '[nlp]\nbefore_creation = {"@callbacks": "os.system"}',
        '[nlp.tokenizer]\n@readers = "srsly.read_json.v1"',
        "[nlp]\nx = 1\n[components.a]\nfactory = ${training.logger}",
        '[components.a]\nfactory = "ner"\n[components.a.model]\nb = ${corpora.train}',
        '[components.a]\nsource = "de_core_news_sm"',
        '[components.a]\nfactory = "ner"\nx = [{"y": {"@misc": "spacy.FileReader.v1"}}]',
        "[components.a.model]\n@architectures = ${paths.x}",
        '[elsewhere]\n@loggers = "x"',
        '[DEFAULT]\n@readers = "x"\n[nlp]\nlang = "de"',
        '[components.a.model]\n@llm_models = "spacy.GPT-4.v3"',
    ],
)
def test_a_config_that_asks_for_more_than_a_pipeline_needs(lines):
    with pytest.raises(SuggestError, match="no pipeline needs"):
        parse_recipe(lines, "x").check()


def test_what_spacy_itself_writes_is_taken(tmp_path):
    nlp = tiny()
    for factory in ("ner", "tagger", "spancat", "textcat", "senter", "parser", "entity_linker"):
        nlp.add_pipe(factory)
    recipe = parse_recipe(nlp.config.to_str(), "x")
    recipe.check()
    recipe.check_installed()
    assert recipe.language == "de"
    assert list(recipe.factories)[:2] == ["entity_ruler", "ner"]


def test_the_list_of_cores_factories_is_spacys():
    """None of ours is missing from spaCy's, but for those that it names and no longer has."""
    from spacy.pipeline.factories import register_factories

    register_factories()
    known = {
        name.split(".")[-1]
        for name in tiny().factory_names
        if not name.startswith(("llm", "rotstift", "standin"))  # tests make some of their own
    }
    assert known <= CORE
    assert CORE - known <= {"span_cleaner", "span_resolver"}, "spaCy has these no more"


def test_a_component_of_a_package_that_is_not_here(tmp_path, files):
    config = files[f"{DATA}/config.cfg"].decode()
    config = config.replace('factory = "entity_ruler"', 'factory = "curated_transformer"')
    path = tmp_path / "a.whl"
    digest = wheel_of(path, files | {f"{DATA}/config.cfg": config.encode()})
    card = adding.add(str(path), sha256=digest)
    assert "spacy-curated-transformers" in card.problem
    with pytest.raises(SuggestError, match="spacy-curated-transformers"):
        registry.load("de_winzig")


def test_a_model_for_another_spacy_says_so(tmp_path):
    tiny().to_disk(tmp_path / "m")
    meta = json.loads((tmp_path / "m/meta.json").read_text())
    (tmp_path / "m/meta.json").write_text(json.dumps(meta | {"spacy_version": ">=2.3,<3.0"}))
    (note,) = card_of(tmp_path / "m", "m", "folder").notes
    assert ">=2.3,<3.0" in note
    (tmp_path / "m/meta.json").write_text(json.dumps(meta | {"spacy_version": "new", "lang": 7}))
    card = card_of(tmp_path / "m", "m", "folder")
    assert (card.notes, card.language) == ((), "de")


@pytest.mark.parametrize("content", [b"", b"[", b"[]", b"\xff", b"[" * 100_000])
def test_a_broken_meta_is_a_problem_and_no_exception(tmp_path, content):
    tiny().to_disk(tmp_path)
    (tmp_path / "meta.json").write_bytes(content)
    assert "meta.json" in card_of(tmp_path, "m", "folder").problem


# -- language models -------------------------------------------------------------------------------

LLM = """
[nlp]
lang = "de"
pipeline = ["llm"]
[components]
[components.llm]
factory = "llm"
[components.llm.task]
@llm_tasks = "spacy.NER.v3"
labels = ["PER", "CARDINAL"]
[components.llm.model]
@llm_models = "spacy.NoOp.v1"
"""


@pytest.fixture
def config(tmp_path) -> Path:
    path = tmp_path / "frage.cfg"
    path.write_text(LLM)
    return path


def test_a_language_model_is_off_until_asked_for(config):
    refused(config, "sent to a service outside: spacy.NoOp.v1")


def test_a_language_model_that_was_asked_for_works(config, monkeypatch):
    card = adding.add(str(config), llm=True)
    assert (card.name, card.labels) == ("frage", {"PER": "PER", "CARDINAL": ""})
    assert "spacy.NoOp.v1" in card.notes[0]
    assert card.problem == ""
    suggester = registry.load("frage")
    assert suggester.name == "frage"
    said = "1. Anna Beispiel | True | PER | is a person"
    monkeypatch.setattr("spacy_llm.models.rest.noop.model._NOOP_RESPONSE", said)
    text = "\nAnna\u00a0Beispiel fährt.\nAnna Beispiel schläft."
    found = [item for item in suggester.suggest(Request(text)) if isinstance(item, Entity)]
    assert [item.span.of(text) for item in found][:1] == ["Anna\u00a0Beispiel"]


def test_no_other_way_leads_to_a_language_model(config, tmp_path, files):
    place = tmp_path / "saved"
    place.mkdir()
    (place / "config.cfg").write_text(LLM)
    (place / "meta.json").write_text('{"lang": "de", "name": "saved", "version": "1"}')
    with pytest.raises(SuggestError, match="which is off"):
        registry.load(str(place))
    assert "not loaded" in card_of(place, "saved", "folder").problem
    path = tmp_path / "a.whl"
    digest = wheel_of(path, files | {f"{DATA}/config.cfg": LLM.encode()})
    refused(path, "not added from a wheel", sha256=digest)
    refused(path, "not added from a wheel", sha256=digest, llm=True)


def test_a_package_with_a_language_model_is_off_too(tmp_path, monkeypatch):
    place = tmp_path / "site" / "de_frage" / "de_frage-1"
    place.mkdir(parents=True)
    (place / "config.cfg").write_text(LLM)
    (place / "meta.json").write_text('{"lang": "de", "name": "frage", "version": "1"}')
    (place.parent / "__init__.py").write_text("raise SystemExit('imported')")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    with pytest.raises(SuggestError, match="which is off"):
        registry.load("de_frage")


def test_without_spacy_llm_a_sentence_says_how_to_get_it(config, monkeypatch):
    adding.add(str(config), llm=True)
    monkeypatch.setattr("rotstift.nlp.spacy_pipeline.find_spec", lambda _name: None)
    with pytest.raises(SuggestError, match=r"pip install 'rotstift\[llm\]'"):
        registry.load("frage")


@pytest.mark.parametrize(
    "lines",
    [
        '[components.llm.task.examples]\n@misc = "spacy.FewShotReader.v1"\npath = "/etc/passwd"',
        '[components.llm.task.template]\n@llm_misc = "spacy.FileReader.v1"\npath = "x"',
        '[nlp.before_creation]\n@callbacks = "x"',
    ],
)
def test_a_configuration_may_not_read_files(tmp_path, lines):
    path = tmp_path / "frage.cfg"
    path.write_text(f"{LLM}\n{lines}\n")
    refused(path, "no pipeline needs", llm=True)


def test_a_service_is_named_with_its_address(tmp_path):
    recipe = parse_recipe(
        LLM.replace(
            '"spacy.NoOp.v1"', '"spacy.GPT-4.v3"\nname = "gpt-4o"\nendpoint = "https://x.org/v1"'
        ),
        "x",
    )
    assert recipe.services == "spacy.GPT-4.v3 (gpt-4o, https://x.org/v1)"
    unnamed = LLM.split("[components.llm.model]", maxsplit=1)[0]
    assert parse_recipe(unnamed, "x").services == "spacy.GPT-3-5.v2"


def test_a_configuration_without_a_language_model(tmp_path):
    path = tmp_path / "plain.cfg"
    path.write_text(tiny().config.to_str())
    refused(path, "asks no language model", llm=True)
