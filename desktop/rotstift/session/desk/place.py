"""Where the person is: focus, word cursor, selection, and what the next key will mean."""

from dataclasses import dataclass
from enum import StrEnum

from rotstift.model.span import Span


class Mode(StrEnum):
    """What the next digit, word or Enter is for."""

    NORMAL = "normal"
    ROLE = "role"
    """A word or a numbered hint fills a role of the focused quote."""
    REASON = "reason"
    """A digit says why it is no quote, or no entity."""
    PART = "part"
    """The picked words become a part of the focused quote."""
    IDENTITY = "identity"
    """A digit, a click or words say who the mention is."""


PICKING = (Mode.ROLE, Mode.PART, Mode.IDENTITY)
"""The modes in which a click or words are picked."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A numbered candidate in the text."""

    digit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """One item has the focus, one word has the cursor; words may be selected."""

    focus: str | None = None
    """Id of the focused item."""
    cursor: Span | None = None
    """The word with the cursor; None only in a text without words."""
    selection: Span | None = None
    """Words picked with keys or mouse; outranks the cursor."""
    mode: Mode = Mode.NORMAL
    role: str = ""
    """The role that mode ROLE fills."""
    adding: bool = False
    """In mode ROLE: what is picked is one more piece of the role, and takes nothing's place."""
    hints: tuple[Hint, ...] = ()
    names: tuple[str, ...] = ()
    """In mode IDENTITY: the identities that the digits stand for, from 1."""
    part_word: bool = False
    """The edge keys move by one character."""

    @property
    def words(self) -> Span | None:
        """What a letter acts on when no item has the focus."""
        return self.selection or self.cursor
