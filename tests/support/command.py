"""Commands run in this process, and what a refusal has to look like."""

from click.testing import CliRunner, Result

from rotstift.cli import FAILED, cli


def run(*words: object) -> Result:
    """The command; whatever else it raises than an exit fails the test."""
    result = CliRunner().invoke(cli, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def one_sentence(result: Result, says: str) -> None:
    """Nothing on stdout, one sentence on stderr."""
    assert result.exit_code == FAILED, result.output
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("rotstift: ")
    assert says in line
    assert line.endswith(".")
