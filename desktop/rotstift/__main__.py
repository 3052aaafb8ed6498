"""The front door: the window, a command, or the worker."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for; answers the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["--worker"]:
        from rotstift.nlp.worker import main as worker

        return int(worker() or 0)
    if words[:1] == ["--copy"]:
        from rotstift.store.copier import main as copy

        return copy(words[1:])
    if words[:1] == ["--headless-tour"]:
        from rotstift.ui.tour import tour

        return tour(words[1:])
    if _is_for_the_window(words):
        from rotstift.ui.app import main as window

        return window(words)
    from rotstift.cli import cli

    cli.main(words, prog_name="rotstift")
    return 0


def _is_for_the_window(words: Sequence[str]) -> bool:
    """No words, a project's file, or one of the window's own options."""
    if not words or words[0] == "--sample":
        return True
    return not words[0].startswith("-") and words[0].endswith(".rotstift")


if __name__ == "__main__":
    sys.exit(main())
