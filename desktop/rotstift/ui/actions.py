"""Every action once: id, words, keys, icon, place in the menu, where its keys work, what it runs."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Protocol

from rotstift.model.items import Status, ZoneKind
from rotstift.model.scheme import Label, Scheme
from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.session.desk.desk import Desk
from rotstift.session.desk.edges import EdgeMove


class Scope(StrEnum):
    """Where an action's keys work; never while a text field has the focus."""

    WINDOW = "window"
    PAGE = "page"
    """Only on the article page: arrows, Tab, Space and Return mean other things elsewhere."""


class Need(StrEnum):
    """What must be open for an action to run."""

    NOTHING = "nothing"
    PROJECT = "project"
    ARTICLE = "article"


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = "file"
    ARTICLE = "article"
    GO = "go"
    MARK = "mark"
    QUOTE = "quote"
    VIEW = "view"
    HELP = "help"


class Program(Protocol):
    """What an action may ask for: the desk, and the window's own verbs by name."""

    @property
    def desk(self) -> Desk:
        """The open article and its verbs."""

    def perform(self, verb: str) -> None:
        """One of the window's own verbs: "open", "export", "keys", ..."""


Run = Callable[[Program], None]


@dataclass(frozen=True, slots=True)
class Action:
    """One row of the table."""

    id: str
    words: str
    """English, to be translated in the context Actions (a scheme's own words are not)."""
    keys: tuple[str, ...]
    """Portable key sequences; the first one is shown."""
    menu: Menu
    run: Run
    icon: str = ""
    scope: Scope = Scope.WINDOW
    translated: bool = True
    """False for words that come from the scheme."""
    needs: Need = Need.ARTICLE
    group: str = ""
    """Submenu, or with "-" in front a separator before it."""
    swatch: Label | None = None
    """Whose colour stands before the words in a menu."""

    def works(self, *, project: bool, article: bool) -> bool:
        """Whether it can run with a project open or not, and an article in it or not."""
        return {Need.NOTHING: True, Need.PROJECT: project, Need.ARTICLE: article}[self.needs]


def _verb(name: str) -> Run:
    return lambda program: program.perform(name)


def _go(step: int, name: str) -> Run:
    return lambda program: getattr(program.desk.go, name)(step)


def _edge(move: EdgeMove) -> Run:
    return lambda program: program.desk.mark.edge(move)


def _role(role: str, program: Program) -> None:
    program.desk.link.start_role(role)


FILE: tuple[Action, ...] = (
    Action("new", QT_TRANSLATE_NOOP("Actions", "New project…"), ("Ctrl+N",), Menu.FILE, _verb("new"), "new", needs=Need.NOTHING),
    Action("open", QT_TRANSLATE_NOOP("Actions", "Open project…"), ("Ctrl+O",), Menu.FILE, _verb("open"), "open", needs=Need.NOTHING),
    Action("sample", QT_TRANSLATE_NOOP("Actions", "Open the sample project"), ("Ctrl+Shift+O",), Menu.FILE, _verb("sample"), needs=Need.NOTHING),
    Action("add", QT_TRANSLATE_NOOP("Actions", "Add articles: files…"), ("Ctrl+I",), Menu.FILE, _verb("add"), "add-files", needs=Need.NOTHING, group="-"),
    Action("add_folder", QT_TRANSLATE_NOOP("Actions", "Add articles: folder…"), ("Ctrl+Shift+I",), Menu.FILE, _verb("add_folder"), "folder", needs=Need.NOTHING),
    Action("export", QT_TRANSLATE_NOOP("Actions", "Export training data…"), ("Ctrl+E",), Menu.FILE, _verb("export"), "export", needs=Need.PROJECT, group="-"),
    Action("train", QT_TRANSLATE_NOOP("Actions", "Train on the confirmed articles…"), ("Ctrl+T",), Menu.FILE, _verb("train"), "train", needs=Need.PROJECT),
    Action("pipeline", QT_TRANSLATE_NOOP("Actions", "Choose the pipeline for suggestions…"), ("Ctrl+P",), Menu.FILE, _verb("pipeline"), needs=Need.PROJECT),
    Action("compare", QT_TRANSLATE_NOOP("Actions", "Compare pipelines on the confirmed articles…"), ("Ctrl+Shift+T",), Menu.FILE, _verb("compare"), needs=Need.PROJECT),
    Action("untouched", QT_TRANSLATE_NOOP("Actions", "New suggestions for the articles still to do"), ("Ctrl+Shift+G",), Menu.FILE, _verb("untouched"), needs=Need.PROJECT),
    Action("annotator", QT_TRANSLATE_NOOP("Actions", "Your name in the log…"), ("Ctrl+U",), Menu.FILE, _verb("annotator"), needs=Need.NOTHING),
    Action("settings", QT_TRANSLATE_NOOP("Actions", "Settings…"), ("Ctrl+,",), Menu.FILE, _verb("settings"), "settings", needs=Need.NOTHING, group="-"),
    Action("colours", QT_TRANSLATE_NOOP("Actions", "Your own label colours…"), ("Ctrl+Shift+C",), Menu.FILE, _verb("colours"), needs=Need.PROJECT),
    Action("scheme", QT_TRANSLATE_NOOP("Actions", "Scheme: labels, quote types, roles, reasons…"), ("Ctrl+Shift+S",), Menu.FILE, _verb("scheme"), needs=Need.PROJECT),
    Action("backup", QT_TRANSLATE_NOOP("Actions", "Back up the project now"), ("Ctrl+B",), Menu.FILE, _verb("backup"), needs=Need.PROJECT, group="-"),
    Action("check", QT_TRANSLATE_NOOP("Actions", "Check the project"), ("Ctrl+Shift+B",), Menu.FILE, _verb("check"), needs=Need.PROJECT),
    Action("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), Menu.FILE, _verb("quit"), needs=Need.NOTHING, group="-"),
)  # fmt: skip

ARTICLE: tuple[Action, ...] = (
    Action("confirm", QT_TRANSLATE_NOOP("Actions", "Confirm the article, go to the next"), ("Ctrl+Return", "Ctrl+Enter"), Menu.ARTICLE, lambda p: p.desk.settle.confirm(), "confirm"),
    Action("skip", QT_TRANSLATE_NOOP("Actions", "Skip the article"), ("Ctrl+Shift+Return",), Menu.ARTICLE, lambda p: p.desk.settle.toggle_status(Status.SKIPPED), "skip"),
    Action("flag", QT_TRANSLATE_NOOP("Actions", "Flag the article for another look"), ("F",), Menu.ARTICLE, lambda p: p.desk.settle.toggle_status(Status.FLAGGED), "flag"),
    Action("note", QT_TRANSLATE_NOOP("Actions", "Note on the item or the article…"), ("K",), Menu.ARTICLE, _verb("note"), "note"),
    Action("next_note", QT_TRANSLATE_NOOP("Actions", "Next item with a note"), ("Shift+K",), Menu.ARTICLE, _verb("next_note")),
    Action("suggest", QT_TRANSLATE_NOOP("Actions", "Ask for suggestions again"), ("Ctrl+G",), Menu.ARTICLE, _verb("suggest"), group="-"),
    Action("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",), Menu.ARTICLE, lambda p: p.desk.undo(), "undo", group="-"),
    Action("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), Menu.ARTICLE, lambda p: p.desk.redo(), "redo"),
    Action("copy", QT_TRANSLATE_NOOP("Actions", "Copy the words"), ("Ctrl+C",), Menu.ARTICLE, _verb("copy"), "copy", Scope.PAGE, group="-"),
)  # fmt: skip

GO: tuple[Action, ...] = (
    Action("next_doubt", QT_TRANSLATE_NOOP("Actions", "Next doubtful place"), ("Tab",), Menu.GO, _go(1, "next_doubt"), "next", Scope.PAGE),
    Action("previous_doubt", QT_TRANSLATE_NOOP("Actions", "Previous doubtful place"), ("Shift+Tab",), Menu.GO, _go(-1, "next_doubt"), "previous", Scope.PAGE),
    Action("tab_order", QT_TRANSLATE_NOOP("Actions", "Doubtful places: most doubtful first, or as in the text"), ("Ctrl+J",), Menu.GO, _verb("tab_order"), needs=Need.NOTHING),
    Action("next_item", QT_TRANSLATE_NOOP("Actions", "Next item"), ("Down",), Menu.GO, _go(1, "next_item"), "", Scope.PAGE),
    Action("previous_item", QT_TRANSLATE_NOOP("Actions", "Previous item"), ("Up",), Menu.GO, _go(-1, "next_item"), "", Scope.PAGE),
    Action("next_word", QT_TRANSLATE_NOOP("Actions", "Word on the right"), ("Right",), Menu.GO, _go(1, "move_cursor"), "", Scope.PAGE),
    Action("previous_word", QT_TRANSLATE_NOOP("Actions", "Word on the left"), ("Left",), Menu.GO, _go(-1, "move_cursor"), "", Scope.PAGE),
    Action("escape", QT_TRANSLATE_NOOP("Actions", "Leave the mode, the selection, the item"), ("Escape",), Menu.GO, lambda p: p.desk.go.escape(), "", Scope.PAGE),
    Action("article_order", QT_TRANSLATE_NOOP("Actions", "Articles: most doubtful first, or as they came in"), ("Ctrl+Shift+J",), Menu.GO, _verb("article_order"), needs=Need.NOTHING),
    Action("next_article", QT_TRANSLATE_NOOP("Actions", "Next article"), ("Ctrl+PgDown",), Menu.GO, _go(1, "go_article"), "next", group="-"),
    Action("previous_article", QT_TRANSLATE_NOOP("Actions", "Previous article"), ("Ctrl+PgUp",), Menu.GO, _go(-1, "go_article"), "previous"),
    Action("everything", QT_TRANSLATE_NOOP("Actions", "Go to anything: articles, names, words, actions…"), ("Ctrl+K",), Menu.GO, _verb("everything"), "search", needs=Need.NOTHING, group="-"),
    Action("find", QT_TRANSLATE_NOOP("Actions", "Find in the article…"), ("Ctrl+F",), Menu.GO, _verb("find"), "search"),
    Action("find_next", QT_TRANSLATE_NOOP("Actions", "Next hit"), ("F3",), Menu.GO, _verb("find_next")),
    Action("find_previous", QT_TRANSLATE_NOOP("Actions", "Previous hit"), ("Shift+F3",), Menu.GO, _verb("find_previous")),
    Action("search_project", QT_TRANSLATE_NOOP("Actions", "Search the whole project…"), ("Ctrl+Shift+F",), Menu.GO, _verb("search_project"), "search", needs=Need.PROJECT),
    Action("search", QT_TRANSLATE_NOOP("Actions", "Search field: narrow the list of articles"), ("Ctrl+L",), Menu.GO, _verb("search"), needs=Need.NOTHING, group="-"),
    Action("list_menu", QT_TRANSLATE_NOOP("Actions", "Filter and sort the list of articles…"), ("Ctrl+Shift+A",), Menu.GO, _verb("list_menu"), "filter", needs=Need.PROJECT),
    Action("save_filter", QT_TRANSLATE_NOOP("Actions", "Save the list's filter under a name…"), ("Ctrl+D",), Menu.GO, _verb("save_filter"), needs=Need.PROJECT),
)  # fmt: skip

MARK: tuple[Action, ...] = (
    Action("accept", QT_TRANSLATE_NOOP("Actions", "Accept, next doubtful place"), ("Space",), Menu.MARK, lambda p: p.desk.settle.accept(), "accept", Scope.PAGE),
    Action("remove", QT_TRANSLATE_NOOP("Actions", "Remove"), ("X", "Del", "Backspace"), Menu.MARK, lambda p: p.desk.settle.remove(), "remove"),
    Action("negative", QT_TRANSLATE_NOOP("Actions", "Not a quote, not an entity: reason by digit"), ("N",), Menu.MARK, lambda p: p.desk.settle.start_reason(), "negative"),
    Action("same", QT_TRANSLATE_NOOP("Actions", "Same for all further mentions here"), (".",), Menu.MARK, lambda p: p.desk.settle.same()),
    Action("same_project", QT_TRANSLATE_NOOP("Actions", "Same in the whole project…"), ("Ctrl+.",), Menu.MARK, _verb("same_project")),
    Action("identity", QT_TRANSLATE_NOOP("Actions", "Same person or thing as…"), ("E",), Menu.MARK, lambda p: p.desk.identify.start()),
    Action("identity_name", QT_TRANSLATE_NOOP("Actions", "Name the person or thing, Wikidata id…"), ("Shift+E",), Menu.MARK, _verb("identity_name")),
    Action("same_choose", QT_TRANSLATE_NOOP("Actions", "Same for some further mentions…"), (",",), Menu.MARK, _verb("same_choose")),
    Action("grow_right", QT_TRANSLATE_NOOP("Actions", "Grow the right edge"), ("Shift+Right",), Menu.MARK, _edge(EdgeMove.GROW_RIGHT), "", Scope.PAGE, group="-"),
    Action("grow_left", QT_TRANSLATE_NOOP("Actions", "Grow the left edge"), ("Shift+Left",), Menu.MARK, _edge(EdgeMove.GROW_LEFT), "", Scope.PAGE),
    Action("shrink_right", QT_TRANSLATE_NOOP("Actions", "Shrink the right edge"), ("Alt+Left",), Menu.MARK, _edge(EdgeMove.SHRINK_RIGHT), "", Scope.PAGE),
    Action("shrink_left", QT_TRANSLATE_NOOP("Actions", "Shrink the left edge"), ("Alt+Right",), Menu.MARK, _edge(EdgeMove.SHRINK_LEFT), "", Scope.PAGE),
    Action("part_word", QT_TRANSLATE_NOOP("Actions", "Part-word mode: edges by a character"), ("T",), Menu.MARK, lambda p: p.desk.mark.toggle_part_word()),
)  # fmt: skip

QUOTE: tuple[Action, ...] = (
    Action("same_speaker", QT_TRANSLATE_NOOP("Actions", "Same speaker as the quote before"), ("Shift+S",), Menu.QUOTE, lambda p: p.desk.link.same_speaker(), "speaker"),
    Action("take_words", QT_TRANSLATE_NOOP("Actions", "Take the word or the selection"), ("Return", "Enter"), Menu.QUOTE, lambda p: p.desk.take_words(), "", Scope.PAGE),
    Action("add_piece", QT_TRANSLATE_NOOP("Actions", "One more piece of the role filled last"), ("+",), Menu.QUOTE, lambda p: p.desk.link.add_piece()),
    Action("part", QT_TRANSLATE_NOOP("Actions", "Add a part"), ("B",), Menu.QUOTE, lambda p: p.desk.link.start_part(), "part", group="-"),
    Action("join", QT_TRANSLATE_NOOP("Actions", "Join with the next quote"), ("J",), Menu.QUOTE, lambda p: p.desk.mark.join()),
    Action("split", QT_TRANSLATE_NOOP("Actions", "Split into one quote a part"), ("Shift+J",), Menu.QUOTE, lambda p: p.desk.mark.split()),
    Action("fragment", QT_TRANSLATE_NOOP("Actions", "Fragment, or whole quote"), ("G",), Menu.QUOTE, lambda p: p.desk.mark.toggle_fragment()),
)  # fmt: skip

VIEW: tuple[Action, ...] = (
    Action("larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl++", "Ctrl+="), Menu.VIEW, _verb("larger"), needs=Need.NOTHING),
    Action("smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",), Menu.VIEW, _verb("smaller"), needs=Need.NOTHING),
    Action("usual_size", QT_TRANSLATE_NOOP("Actions", "Usual text size"), ("Ctrl+0",), Menu.VIEW, _verb("usual_size"), needs=Need.NOTHING),
    Action("theme", QT_TRANSLATE_NOOP("Actions", "Light or dark"), ("Ctrl+Shift+L",), Menu.VIEW, _verb("theme"), "dark", needs=Need.NOTHING, group="-"),
    Action("palette", QT_TRANSLATE_NOOP("Actions", "Colours for every eye, or the scheme's"), ("Ctrl+Shift+V",), Menu.VIEW, _verb("palette"), needs=Need.NOTHING),
    Action("language", QT_TRANSLATE_NOOP("Actions", "Deutsch or English"), ("Ctrl+Shift+D",), Menu.VIEW, _verb("language"), needs=Need.NOTHING),
    Action("panel-left", QT_TRANSLATE_NOOP("Actions", "Fold or show the list of articles"), ("F8",), Menu.VIEW, _verb("panel-left"), "panel-left", needs=Need.NOTHING),
    Action("panel-right", QT_TRANSLATE_NOOP("Actions", "Fold or show the right panel"), ("F9",), Menu.VIEW, _verb("panel-right"), "panel-right", needs=Need.NOTHING),
    Action("guideline", QT_TRANSLATE_NOOP("Actions", "Guideline beside the work"), ("H",), Menu.VIEW, _verb("guideline"), "info", needs=Need.NOTHING),
    Action("left_wider", QT_TRANSLATE_NOOP("Actions", "Wider list of articles"), ("Ctrl+F8",), Menu.VIEW, _verb("left_wider"), needs=Need.NOTHING, group="widths"),
    Action("left_narrower", QT_TRANSLATE_NOOP("Actions", "Narrower list of articles"), ("Shift+F8",), Menu.VIEW, _verb("left_narrower"), needs=Need.NOTHING, group="widths"),
    Action("right_wider", QT_TRANSLATE_NOOP("Actions", "Wider right panel"), ("Ctrl+F9",), Menu.VIEW, _verb("right_wider"), needs=Need.NOTHING, group="widths"),
    Action("right_narrower", QT_TRANSLATE_NOOP("Actions", "Narrower right panel"), ("Shift+F9",), Menu.VIEW, _verb("right_narrower"), needs=Need.NOTHING, group="widths"),
    Action("usual_widths", QT_TRANSLATE_NOOP("Actions", "Usual widths"), ("Ctrl+Shift+F9",), Menu.VIEW, _verb("usual_widths"), needs=Need.NOTHING, group="widths"),
    Action("next_part", QT_TRANSLATE_NOOP("Actions", "Next part of the window"), ("F6",), Menu.VIEW, _verb("next_part"), needs=Need.NOTHING, group="-"),
    Action("previous_part", QT_TRANSLATE_NOOP("Actions", "Previous part of the window"), ("Shift+F6",), Menu.VIEW, _verb("previous_part"), needs=Need.NOTHING),
    Action("record", QT_TRANSLATE_NOOP("Actions", "Effort and acceptance…"), ("Ctrl+Shift+E",), Menu.VIEW, _verb("record"), needs=Need.PROJECT, group="-"),
    Action("voices", QT_TRANSLATE_NOOP("Actions", "Who says how much…"), ("Ctrl+Shift+W",), Menu.VIEW, _verb("voices"), needs=Need.PROJECT),
)  # fmt: skip

HELP: tuple[Action, ...] = (
    Action("keys", QT_TRANSLATE_NOOP("Actions", "All keys"), ("F1",), Menu.HELP, _verb("keys"), "keys", needs=Need.NOTHING),
    Action("guide", QT_TRANSLATE_NOOP("Actions", "First article, guided: begin or leave"), ("Ctrl+F1",), Menu.HELP, _verb("guide"), needs=Need.NOTHING),
    Action("guide_skip", QT_TRANSLATE_NOOP("Actions", "First article: skip the step"), ("Ctrl+F2",), Menu.HELP, _verb("guide_skip"), needs=Need.PROJECT),
    Action("guide_back", QT_TRANSLATE_NOOP("Actions", "First article: back a step"), ("Ctrl+F3",), Menu.HELP, _verb("guide_back"), needs=Need.PROJECT),
    Action("about", QT_TRANSLATE_NOOP("Actions", "About Rotstift"), ("Shift+F1",), Menu.HELP, _verb("about"), "info", needs=Need.NOTHING),
)  # fmt: skip

DIGITS: tuple[Action, ...] = tuple(
    Action(
        f"digit.{digit}",
        "",
        (str(digit),),
        Menu.QUOTE,
        partial(lambda number, program: program.desk.digit(number), digit),
    )
    for digit in range(10)
)
"""No words and so no place in a menu: what a digit does stands in the text while it applies."""

_ZONE_WORDS = {
    ZoneKind.HEADLINE: QT_TRANSLATE_NOOP("Actions", "Headline"),
    ZoneKind.DATELINE: QT_TRANSLATE_NOOP("Actions", "Dateline"),
    ZoneKind.LEAD: QT_TRANSLATE_NOOP("Actions", "Lead"),
    ZoneKind.BODY: QT_TRANSLATE_NOOP("Actions", "Body"),
    ZoneKind.SUBHEAD: QT_TRANSLATE_NOOP("Actions", "Subhead"),
    ZoneKind.CAPTION: QT_TRANSLATE_NOOP("Actions", "Caption"),
    ZoneKind.TEASER: QT_TRANSLATE_NOOP("Actions", "Teaser"),
    ZoneKind.CREDIT: QT_TRANSLATE_NOOP("Actions", "Credit"),
}
ZONES: tuple[Action, ...] = tuple(
    Action(
        f"zone.{kind.value}",
        _ZONE_WORDS[kind],
        (f"Ctrl+{number}",),
        Menu.ARTICLE,
        partial(lambda zone, program: program.desk.mark.zone(zone), kind),
        group="zone",
    )
    for number, kind in enumerate(ZoneKind, start=1)
)


def scheme_actions(scheme: Scheme, language: str) -> tuple[Action, ...]:
    """What the project's scheme adds: a row for each label, quote type, role and reason."""
    rows: list[Action] = []
    kinds: tuple[tuple[str, tuple[Label, ...], Menu, Callable[[str, Program], None]], ...] = (
        ("label", scheme.labels, Menu.MARK, lambda one, p: p.desk.mark.label(one)),
        ("type", scheme.quote_types, Menu.QUOTE, lambda one, p: p.desk.mark.quote_type(one)),
        ("role", scheme.roles, Menu.QUOTE, _role),
        ("reason", scheme.reasons, Menu.MARK, lambda one, p: p.desk.settle.deny(one)),
    )
    for kind, labels, menu, run in kinds:
        rows += [
            Action(
                f"{kind}.{label.id}",
                label.name(language),
                (label.key,) if label.key and kind != "reason" else (),
                menu,
                partial(run, label.id),
                translated=False,
                group=kind,
                swatch=label if kind in ("label", "type") else None,
            )
            for label in labels
            if not label.hidden
        ]
    return tuple(rows)


def all_actions(scheme: Scheme | None, language: str) -> tuple[Action, ...]:
    """The whole table for a project; without one, what works without."""
    own = scheme_actions(scheme, language) if scheme else ()
    return (*FILE, *ARTICLE, *ZONES, *GO, *MARK, *own, *QUOTE, *DIGITS, *VIEW, *HELP)
