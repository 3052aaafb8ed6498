"""The guided first article: a small project of its own, and the steps that lead through it."""

import tomllib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from rotstift.model.items import (
    Entity,
    Markable,
    Mention,
    Origin,
    Quote,
    SourceKind,
    Standing,
    Status,
    new_id,
)
from rotstift.model.span import Span
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.paths import resource
from rotstift.session.desk.core import Core
from rotstift.session.desk.desk import Desk
from rotstift.session.desk.edges import EdgeMove
from rotstift.session.effort import actions_of
from rotstift.session.importing import import_paths
from rotstift.session.sample import shipped_scheme
from rotstift.session.session import Session

_MACHINE = "first-article 1"
_STEM = "first-article"


@dataclass(frozen=True, slots=True)
class Lesson:
    """The text in one language, and the words in it that the steps are about."""

    title: str
    text: str
    words: Mapping[str, str]

    def span(self, name: str, nth: int = 0) -> Span:
        """The nth place of some words. Raises ValueError where there is none."""
        words, start = self.words[name], -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))


def lesson(language: str) -> Lesson:
    """The text in a language; in English where there is none in that one."""
    try:
        path = resource("samples", "first", f"{language}.toml")
    except FileNotFoundError:
        path = resource("samples", "first", "en.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Lesson(data["title"], data["text"].strip(), data["words"])


def make_project(folder: Path, language: str, author: str, but: Path | None = None) -> Path:
    """A fresh project with the article and a machine's marks, some of them wrong. Raises StoreError.

    What is left from the last time goes, but for the one that is still open.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{_STEM}*"):
        if but is None or not old.name.startswith(but.name):
            with suppress(OSError):
                old.unlink()
    names = (f"{_STEM}{more}.rotstift" for more in ("", "-2", "-3"))
    path = next(one for one in map(folder.joinpath, names) if not one.exists())
    told = lesson(language)
    session = Session.create(path, shipped_scheme(), author)
    try:
        with TemporaryDirectory() as place:
            file = Path(place, f"{told.title}.txt")
            file.write_text(told.text, encoding="utf-8")
            for _ in import_paths(session, [file]):
                pass
        session.take_suggestions(session.project.ids()[0], suggestions(told), _MACHINE)
    finally:
        session.close()
    return path


def suggestions(told: Lesson) -> list[Markable]:
    """What the machine says, right and wrong."""
    speaker = Mention(told.span("full"), SourceKind.PERSON)
    quotes = (
        Quote(
            new_id(),
            (told.span("first_quote"),),
            "direct",
            _by(0.97),
            speaker=(speaker,),
            cue=(told.span("first_cue"),),
        ),
        Quote(new_id(), (told.span("quote"),), "direct", _by(0.9), cue=(told.span("cue"),)),
    )
    return [
        _entity(told.span("place"), "LOC", 0.55),
        _entity(told.span("day"), "LOC", 0.4),
        _entity(told.span("full"), "PER", 0.98),
        _entity(told.span("name", 1), "ORG", 0.5),
        _entity(told.span("name", 2), "ORG", 0.5),
        _entity(told.span("wide"), "PER", 0.6),
        _entity(told.span("speaker", 1), "PER", 0.98),
        *quotes,
    ]


def _by(score: float) -> Origin:
    return Origin(_MACHINE, Standing.SUGGESTED, score)


def _entity(span: Span, label: str, score: float) -> Entity:
    return Entity(new_id(), span, label, _by(score))


# -- the steps ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Room:
    """The desk with the lesson on it: what a step looks at."""

    desk: Desk
    lesson: Lesson

    @property
    def core(self) -> Core:
        """The open article."""
        return self.desk.core

    def entity(self, name: str, nth: int = 0) -> Entity | None:
        """The entity on exactly these words."""
        span = self.lesson.span(name, nth)
        return next((one for one in self.core.state.entities if one.span == span), None)

    def label(self, name: str, nth: int = 0) -> str:
        """Its label; empty for none."""
        found = self.entity(name, nth)
        return found.label if found else ""

    def quote(self) -> Quote | None:
        """The quote without a speaker, or with one by now."""
        span = self.lesson.span("quote")
        return next((one for one in self.core.state.quotes if one.span == span), None)

    def denied(self) -> bool:
        """Whether the scare quotes are said to be no quote."""
        span = self.lesson.span("scare")
        return any(one.span == span for one in self.core.state.negatives)

    def focus(self, name: str, nth: int = 0) -> None:
        """The focus goes to the entity on these words."""
        found = self.entity(name, nth)
        if found is not None:
            self.desk.go.focus(found.id)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do."""

    id: str
    words: str
    """What is so, and what to do; {words} are the article's, {name} the key of the action NAME."""
    mouse: str
    """The same with the mouse."""
    actions: tuple[str, ...]
    """Actions whose keys are named."""
    about: str
    """The article's words that it is about, by name."""
    begin: Callable[[Room], None]
    """Brings the person there."""
    done: Callable[[Room], bool]
    do: Callable[[Room], None]
    """Does it for who skips the step: the next ones build on it."""


def _stay(_room: Room) -> None:
    """The person is in the right place already."""


def _accepted(room: Room) -> bool:
    found = room.entity("place")
    return found is not None and found.origin.standing is not Standing.SUGGESTED


def _spoken(room: Room) -> bool:
    quote = room.quote()
    names = [one.span.of(room.core.text) for one in quote.speaker] if quote else []
    return any(name.endswith(room.lesson.words["speaker"]) for name in names)


def _give_speaker(room: Room) -> None:
    quote, start = room.quote(), room.lesson.span("quote").end
    words = room.lesson.words["speaker"]
    at = room.lesson.text.index(words, start)
    if quote is not None:
        room.desk.link.set_role(quote.id, "speaker", (Span(at, at + len(words)),))


def _go_to_quote(room: Room) -> None:
    quote = room.quote()
    if quote is not None:
        room.desk.go.focus(quote.id)


def _deny(room: Room) -> None:
    room.desk.go.select(room.lesson.span("scare"))
    room.desk.settle.deny("scare")


def _on(name: str, nth: int = 0) -> Callable[[Room], None]:
    return lambda room: room.focus(name, nth)


def _then(begin: Callable[[Room], None], act: Callable[[Desk], object]) -> Callable[[Room], None]:
    def both(room: Room) -> None:
        begin(room)
        act(room.desk)

    return both


STEPS: tuple[Step, ...] = (
    Step(
        "accept",
        QT_TRANSLATE_NOOP(
            "Messages",
            "A machine has marked this article. The red frame shows where you are: “{words}” is said to be a place, and it is one. {accept} says yes.",
        ),
        QT_TRANSLATE_NOOP("Messages", "Mouse: the button “Accept” in the panel below."),
        ("accept",),
        "place",
        _on("place"),
        _accepted,
        _then(_on("place"), lambda desk: desk.settle.accept()),
    ),
    Step(
        "remove",
        QT_TRANSLATE_NOOP("Messages", "“{words}” is no name at all. {remove} removes the mark."),
        QT_TRANSLATE_NOOP("Messages", "Mouse: right-click the mark, then “Remove”."),
        ("remove",),
        "day",
        _on("day"),
        lambda room: room.entity("day") is None,
        _then(_on("day"), lambda desk: desk.settle.remove()),
    ),
    Step(
        "relabel",
        QT_TRANSLATE_NOOP(
            "Messages",
            "“{words}” is a person here, not an organisation. One letter says so: {label.PER}.",
        ),
        QT_TRANSLATE_NOOP("Messages", "Mouse: right-click the mark, then “Person”."),
        ("label.PER",),
        "name",
        _on("name", 1),
        lambda room: room.label("name", 1) == "PER",
        _then(_on("name", 1), lambda desk: desk.mark.label("PER")),
    ),
    Step(
        "same",
        QT_TRANSLATE_NOOP(
            "Messages",
            "The same mistake stands further down. {same} corrects “{words}” everywhere in the article.",
        ),
        QT_TRANSLATE_NOOP("Messages", "Mouse: menu Mark, “Same for all further mentions here”."),
        ("same",),
        "name",
        _stay,
        lambda room: room.label("name", 2) == "PER",
        lambda room: room.desk.settle.same(),
    ),
    Step(
        "border",
        QT_TRANSLATE_NOOP(
            "Messages",
            "The profession is not part of the name: the mark should be “{words}”. {shrink_left} moves its left edge a word to the right.",
        ),
        QT_TRANSLATE_NOOP("Messages", "Mouse: drag the handle at the left end of the mark."),
        ("shrink_left",),
        "border",
        _on("wide"),
        lambda room: room.entity("border") is not None,
        _then(_on("wide"), lambda desk: desk.mark.edge(EdgeMove.SHRINK_LEFT)),
    ),
    Step(
        "add",
        QT_TRANSLATE_NOOP(
            "Messages",
            "“{words}” was missed; it is chosen now. {label.ORG} marks it as an organisation. (Elsewhere the arrow keys go to a word.)",
        ),
        QT_TRANSLATE_NOOP(
            "Messages", "Mouse: double-click the word, then choose the label beside it."
        ),
        ("label.ORG",),
        "firm",
        lambda room: room.desk.go.select(room.lesson.span("firm")),
        lambda room: room.label("firm") == "ORG",
        _then(
            lambda room: room.desk.go.select(room.lesson.span("firm")),
            lambda desk: desk.mark.label("ORG"),
        ),
    ),
    Step(
        "speaker",
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nobody says this quote yet. {role.speaker} numbers who could; the digit over “{words}” beside the quote chooses.",
        ),
        QT_TRANSLATE_NOOP("Messages", "Mouse: Ctrl and a click on the name."),
        ("role.speaker",),
        "speaker",
        _go_to_quote,
        _spoken,
        _give_speaker,
    ),
    Step(
        "negative",
        QT_TRANSLATE_NOOP(
            "Messages",
            "{words}: marks, but nobody is quoted. {negative} says “no quote”, and {digit.1} why: for distance.",
        ),
        QT_TRANSLATE_NOOP("Messages", "Mouse: right-click the words, then “Scare quotes”."),
        ("negative", "digit.1"),
        "scare",
        lambda room: room.desk.go.select(room.lesson.span("scare")),
        Room.denied,
        _deny,
    ),
    Step(
        "undo",
        QT_TRANSLATE_NOOP(
            "Messages",
            "Every correction is on disk already, and each can be taken back, even tomorrow. {undo} takes back the last one.",
        ),
        QT_TRANSLATE_NOOP("Messages", "Mouse: the arrow over the history, or the menu Article."),
        ("undo",),
        "scare",
        _stay,
        lambda room: not room.denied(),
        lambda room: room.desk.undo(),
    ),
    Step(
        "redo",
        QT_TRANSLATE_NOOP("Messages", "{redo} does it again."),
        QT_TRANSLATE_NOOP("Messages", "Mouse: the arrow over the history, or the menu Article."),
        ("redo",),
        "scare",
        _stay,
        Room.denied,
        lambda room: room.desk.redo(),
    ),
    Step(
        "confirm",
        QT_TRANSLATE_NOOP(
            "Messages",
            "What is left was right, and needs no key: {confirm} accepts it and confirms the article.",
        ),
        QT_TRANSLATE_NOOP("Messages", "Mouse: the red button “Confirmed, next” at the top."),
        ("confirm",),
        "place",
        _stay,
        lambda room: room.core.state.status is Status.CONFIRMED,
        lambda room: room.desk.settle.confirm(),
    ),
)
"""In this order; each one's `do` makes its `done` true."""


def actions_taken(session: Session) -> int:
    """Keys, clicks and drags that the corrections of this project took."""
    return sum(actions_of(entry) or 0 for entry in session.project.log_book.entries())
