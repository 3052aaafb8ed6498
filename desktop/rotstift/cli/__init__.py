"""The command line: the same program without its window. Progress on stderr, data on stdout."""

from rotstift.cli import articles, exchange, figures, learning, pipelines, shelf
from rotstift.cli.base import FAILED, OK, PARTLY, USAGE, cli

MODULES = (articles, figures, pipelines, shelf, exchange, learning)
"""The rooms that the commands are in; importing them adds the commands to the group."""
COMMANDS = tuple(cli.commands)
"""Every word that is a command and not a project's name."""

__all__ = ["COMMANDS", "FAILED", "MODULES", "OK", "PARTLY", "USAGE", "cli"]
