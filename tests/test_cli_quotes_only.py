"""Training on articles in which only quotes are marked: entities stay as they were."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from rotstift.cli import OK, cli

PASSAGE = """=== c-{0} agency
body> {{s1:p|Bürgermeisterin Anna Lund{0}}} {{c1|sagte}}, {{I1|der Hafen von Ort{0} werde im Mai {0} gebaut}}. Dann ging sie.
"""


@pytest.mark.slow
def test_quotes_are_learnt_where_no_entity_is_marked(tmp_path: Path) -> None:
    project, marked = tmp_path / "p.rotstift", tmp_path / "c.marked"
    marked.write_text("".join(PASSAGE.format(number) for number in range(8)), encoding="utf-8")
    for words in (("new", project), ("add", project, marked)):
        assert CliRunner().invoke(cli, list(map(str, words))).exit_code == OK
    wish = ("train", project, tmp_path / "out", "--steps", 3, "--json")
    done = CliRunner().invoke(cli, list(map(str, wish)))
    assert done.exit_code == OK, done.output
    result = json.loads(done.stdout)
    assert any("entities stay as they were" in note for note in result["notes"])
    assert (tmp_path / "out" / "model" / "meta.json").is_file()
