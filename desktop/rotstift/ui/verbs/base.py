"""What a group of verbs may ask of the program."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from rotstift.model.scheme import Scheme
from rotstift.session.desk.desk import Desk
from rotstift.settings import Settings
from rotstift.ui.keys import Keys
from rotstift.ui.window import Window
from rotstift.ui.work import Work

SUFFIX = ".rotstift"


class Host(Protocol):
    """The program, as its groups of verbs see it."""

    window: Window
    settings: Settings
    language: str
    work: Work | None
    keys: Keys
    reborn: Any
    """Signal: a new window is wanted in this one's place."""

    @property
    def desk(self) -> Desk:
        """The open project's desk."""

    def perform(self, verb: str) -> None:
        """One of the window's own verbs, by its action's id."""

    def open(self, path: Path) -> bool:
        """Open a project in place of the open one."""

    def create(self, path: Path, scheme: Scheme) -> bool:
        """Make a project with this scheme and open it; False, with a word, when it cannot be."""

    def change_keys(self) -> None:
        """The person has given other keys: they work and are shown from now on."""

    def put_away(self) -> None:
        """Remember the window's place and close the project."""

    def say(self, words: str, *, lasting: bool = False) -> None:
        """A word in the status line."""

    def tell(self, template: str, **values: object) -> None:
        """The same from a template."""

    def guard(self, run: Callable[[], None]) -> None:
        """Run something that may write; a disk that does not take it is told."""


class Group(Protocol):
    """A group of verbs."""

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """What these verbs are called in the table of actions."""
