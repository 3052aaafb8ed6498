"""Settings: only what was changed is written, and a broken file is no reason not to start."""

import json

import pytest

from rotstift.settings import RECENT_LIMIT, TABLE, Settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder/settings.json"


def test_every_setting_has_its_default(path):
    settings = Settings.load(path)
    for row in TABLE:
        assert settings[row.key] == row.default
        assert not row.choices or row.default in row.choices
    assert not path.exists()


def test_what_is_set_is_there_next_time_and_nothing_else(path):
    Settings.load(path).set("theme", "dark")
    assert json.loads(path.read_text("utf-8")) == {"theme": "dark"}
    assert Settings.load(path)["theme"] == "dark"
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"theme": "pink"}',
        b'{"text_size": "17"}',
        b'{"text_size": 9}',
        b'{"unknown": 1}',
        b'{"left_panel": 1}',
        b'{"theme": []}',
        b'{"text_size": 17.0}',
        b'{"recent": [1]}',
        b'{"recent": ["ok", null]}',
        b'{"recent": "a"}',
        b'{"recent": ["\\ud800"]}',
        b'{"geometry": "\xc3\xa4"}',
        b'{"geometry": "AAA"}',
        b'{"geometry": "A A A="}',
        b'{"annotator": "\\ud800"}',
        b'{"pipeline": "a\\u0000b"}',
        b'{"keys": {"flag": "K"}}',
        b'{"keys": {"flag": [1]}}',
        b'{"keys": {"flag": ["\\ud800"]}}',
        b'{"keys": []}',
        b'{"colours": {"PER": "red"}}',
        b'{"colours": {"PER": ["#ff0000"]}}',
        b'{"colours": {"\\ud800": "#ff0000"}}',
        b'{"line_width": 44}',
        b'{"line_width": 101}',
        b'{"typeface": "\\ud800"}',
        b"[" * 100_000,
    ],
)
def test_a_broken_file_gives_the_defaults(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    settings = Settings.load(path)
    assert settings.changed == {}
    assert settings["theme"] == "system"


def test_a_good_setting_beside_a_bad_one_stays(path):
    path.parent.mkdir()
    path.write_text('{"theme": "dark", "text_size": 500}')
    assert Settings.load(path).changed == {"theme": "dark"}


def test_a_disk_that_does_not_take_it_is_no_reason_to_stop(path):
    path.parent.parent.mkdir(exist_ok=True)
    path.parent.write_text("in the way")
    settings = Settings.load(path)
    settings.set("theme", "dark")
    assert settings["theme"] == "dark"
    assert path.parent.read_text() == "in the way"


def test_a_name_that_is_no_text_is_not_remembered(path, tmp_path):
    settings = Settings.load(path)
    settings.remember_project(tmp_path / "a.rotstift")
    settings.remember_project(tmp_path / "\udcff.rotstift")
    settings.set("theme", "dark")
    assert Settings.load(path)["theme"] == "dark"
    assert settings["recent"] == [str((tmp_path / "a.rotstift").resolve())]


def test_the_windows_place_is_kept(path):
    Settings.load(path).set("geometry", "AdnQywADAAAAAAAA+/8=")
    assert Settings.load(path)["geometry"] == "AdnQywADAAAAAAAA+/8="


def test_recent_projects_newest_first_and_once(path, tmp_path):
    settings = Settings.load(path)
    names = [tmp_path / f"{number}.rotstift" for number in range(RECENT_LIMIT + 3)]
    for name in (*names, names[5]):
        settings.remember_project(name)
    recent = Settings.load(path)["recent"]
    assert recent[:2] == [str(names[5].resolve()), str(names[-1].resolve())]
    assert len(recent) == len(set(recent)) == RECENT_LIMIT


def test_the_annotator_is_the_name_set_or_the_accounts(path, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "konto")
    settings = Settings.load(path)
    assert settings.annotator == "konto"
    settings.set("annotator", "Eva Ö.")
    assert Settings.load(path).annotator == "Eva Ö."

    def nobody() -> str:
        raise OSError("no such account")

    monkeypatch.setattr("getpass.getuser", nobody)
    settings.set("annotator", "")
    assert settings.annotator == "annotator"


def test_figures_are_kept_for_recent_projects_only(path, tmp_path):
    settings, recent = Settings.load(path), tmp_path / "a.rotstift"
    settings.remember_project(recent)
    settings.remember_figures(recent, 45, 12, "2026-11-30T10:00:00+00:00")
    settings.remember_figures(tmp_path / "b.rotstift", 1, 1, "")
    again = Settings.load(path)
    assert again["figures"] == {str(recent.resolve()): [45, 12, "2026-11-30T10:00:00+00:00"]}
    again.forget_project(str(recent.resolve()))
    assert Settings.load(path)["recent"] == []


@pytest.mark.parametrize("row", [[1], [1, 2, "x"], [True, 0, ""], [1, 0, 3], "x", [-1, -2, ""]])
def test_figures_that_are_none_are_left_out(path, row):
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"figures": {"/a": row}}), encoding="utf-8")
    assert Settings.load(path)["figures"] == {}
