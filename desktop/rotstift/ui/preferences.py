"""Preferences: what a person can set, one row each; the settings dialog is made from this table.

A new one: a row of `settings.TABLE` (default, what it may be) and a row here (words, editor, what
makes it apply). Nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rotstift.model.wording import QT_TRANSLATE_NOOP
from rotstift.ui import look
from rotstift.ui.doubting import set_up
from rotstift.ui.sameness import sameness_of
from rotstift.ui.verbs.base import Host

Apply = Callable[[Host], None]


class Section(StrEnum):
    """Where a row stands, in this order."""

    LOOK = QT_TRANSLATE_NOOP("Preferences", "Look")
    ARTICLE = QT_TRANSLATE_NOOP("Preferences", "The article's text")
    WINDOW = QT_TRANSLATE_NOOP("Preferences", "Panels")
    WORK = QT_TRANSLATE_NOOP("Preferences", "Work")
    SAME = QT_TRANSLATE_NOOP("Preferences", "The same for all")


class Editor(StrEnum):
    """What the value is set with."""

    CHOICE = "choice"
    """A list to choose from: `choices`."""
    NUMBER = "number"
    """A whole number within what `settings.TABLE` lets it be."""
    SWITCH = "switch"
    TEXT = "text"
    TYPEFACE = "typeface"
    VERB = "verb"
    """A button: `key` is the verb of the window that it runs."""


@dataclass(frozen=True, slots=True)
class Preference:
    """One row."""

    key: str
    """Of `settings.TABLE`; of a verb for `Editor.VERB`."""
    section: Section
    editor: Editor
    words: str
    """English, like all words here: translated in the context Preferences."""
    help: str = ""
    apply: Apply = lambda _host: None
    """Makes the new value felt at once."""
    choices: tuple[tuple[Any, str], ...] = ()
    """Values with their words."""
    unit: str = ""
    project: bool = False
    """Only while a project is open."""


def _verb(name: str) -> Apply:
    return lambda host: host.perform(name)


def _theme(host: Host) -> None:
    look.show_theme(host.settings, host.window)


def _text(host: Host) -> None:
    look.show_text_size(host.settings, host.window)


def _face(host: Host) -> None:
    _theme(host)
    _text(host)


def _fold(name: str) -> Apply:
    return lambda host: host.window.folding.want(name, shown=bool(host.settings[name]))


def _annotator(host: Host) -> None:
    if host.work is not None:
        host.work.session.author = host.settings.annotator


def _doubts(host: Host) -> None:
    if host.work is not None:
        set_up(host.work.binder, host.settings)


def _sameness(host: Host) -> None:
    if host.work is not None:
        host.work.desk.core.sameness = sameness_of(host.settings)
        host.work.desk.core.remember(host.work.desk.core.correction)


def _same(key: str, words: str, help_words: str = "") -> Preference:
    return Preference(key, Section.SAME, Editor.SWITCH, words, help_words, _sameness)


TABLE: tuple[Preference, ...] = (
    Preference(
        "language",
        Section.LOOK,
        Editor.CHOICE,
        QT_TRANSLATE_NOOP("Preferences", "Language"),
        QT_TRANSLATE_NOOP("Preferences", "The window opens anew, where you are."),
        _verb("apply_language"),
        (
            ("system", QT_TRANSLATE_NOOP("Preferences", "The system's")),
            ("de", "Deutsch"),
            ("en", "English"),
        ),
    ),
    Preference(
        "theme",
        Section.LOOK,
        Editor.CHOICE,
        QT_TRANSLATE_NOOP("Preferences", "Theme"),
        "",
        _theme,
        (
            ("system", QT_TRANSLATE_NOOP("Preferences", "The system's")),
            ("light", QT_TRANSLATE_NOOP("Preferences", "Light")),
            ("dark", QT_TRANSLATE_NOOP("Preferences", "Dark")),
        ),
    ),
    Preference(
        "palette",
        Section.LOOK,
        Editor.CHOICE,
        QT_TRANSLATE_NOOP("Preferences", "Colours of labels and quotes"),
        QT_TRANSLATE_NOOP(
            "Preferences", "The second choice stays apart in every kind of colour vision."
        ),
        _theme,
        (
            ("scheme", QT_TRANSLATE_NOOP("Preferences", "The scheme's own")),
            ("safe", QT_TRANSLATE_NOOP("Preferences", "For every eye")),
        ),
    ),
    Preference(
        "colours",
        Section.LOOK,
        Editor.VERB,
        QT_TRANSLATE_NOOP("Preferences", "Your own label colours…"),
        QT_TRANSLATE_NOOP("Preferences", "For you alone; the project's scheme stays as it is."),
        project=True,
    ),
    Preference(
        "text_size",
        Section.ARTICLE,
        Editor.NUMBER,
        QT_TRANSLATE_NOOP("Preferences", "Text size"),
        "",
        _text,
        unit=QT_TRANSLATE_NOOP("Preferences", "pixels"),
    ),
    Preference(
        "typeface",
        Section.ARTICLE,
        Editor.TYPEFACE,
        QT_TRANSLATE_NOOP("Preferences", "Typeface"),
        "",
        _face,
    ),
    Preference(
        "line_width",
        Section.ARTICLE,
        Editor.NUMBER,
        QT_TRANSLATE_NOOP("Preferences", "Line width"),
        QT_TRANSLATE_NOOP("Preferences", "At most; a narrow window has shorter lines."),
        _text,
        unit=QT_TRANSLATE_NOOP("Preferences", "characters"),
    ),
    Preference(
        "line_spacing",
        Section.ARTICLE,
        Editor.NUMBER,
        QT_TRANSLATE_NOOP("Preferences", "Line spacing"),
        QT_TRANSLATE_NOOP("Preferences", "The small labels keep their room between the lines."),
        _text,
        unit="%",
    ),
    Preference(
        "left_panel",
        Section.WINDOW,
        Editor.SWITCH,
        QT_TRANSLATE_NOOP("Preferences", "Show the list of articles"),
        "",
        _fold("left_panel"),
    ),
    Preference(
        "right_panel",
        Section.WINDOW,
        Editor.SWITCH,
        QT_TRANSLATE_NOOP("Preferences", "Show the right panel"),
        "",
        _fold("right_panel"),
    ),
    Preference(
        "guideline",
        Section.WINDOW,
        Editor.SWITCH,
        QT_TRANSLATE_NOOP("Preferences", "Show the guideline beside the work"),
        QT_TRANSLATE_NOOP("Preferences", "In the right panel, for what has the focus."),
        _verb("apply_guideline"),
    ),
    Preference(
        "left_width",
        Section.WINDOW,
        Editor.NUMBER,
        QT_TRANSLATE_NOOP("Preferences", "Width of the list of articles"),
        QT_TRANSLATE_NOOP(
            "Preferences", "Or pull the line beside it; a double-click there gives the usual width."
        ),
        _verb("apply_widths"),
        unit=QT_TRANSLATE_NOOP("Preferences", "pixels"),
    ),
    Preference(
        "right_width",
        Section.WINDOW,
        Editor.NUMBER,
        QT_TRANSLATE_NOOP("Preferences", "Width of the right panel"),
        "",
        _verb("apply_widths"),
        unit=QT_TRANSLATE_NOOP("Preferences", "pixels"),
    ),
    Preference(
        "annotator",
        Section.WORK,
        Editor.TEXT,
        QT_TRANSLATE_NOOP("Preferences", "Your name in the log"),
        QT_TRANSLATE_NOOP("Preferences", "Every correction is kept with the name of who made it."),
        _annotator,
    ),
    Preference(
        "tab_order",
        Section.WORK,
        Editor.CHOICE,
        QT_TRANSLATE_NOOP("Preferences", "Order of the doubtful places"),
        QT_TRANSLATE_NOOP(
            "Preferences", "The first finds mistakes earlier, the second leads down the page."
        ),
        _doubts,
        (
            ("doubt", QT_TRANSLATE_NOOP("Preferences", "The most doubtful first")),
            ("place", QT_TRANSLATE_NOOP("Preferences", "As they stand in the text")),
        ),
    ),
    Preference(
        "article_order",
        Section.WORK,
        Editor.CHOICE,
        QT_TRANSLATE_NOOP("Preferences", "Order of the articles"),
        "",
        _doubts,
        (
            ("imported", QT_TRANSLATE_NOOP("Preferences", "As they came in")),
            ("doubt", QT_TRANSLATE_NOOP("Preferences", "The most doubtful first")),
        ),
    ),
    Preference(
        "sample_share",
        Section.WORK,
        Editor.CHOICE,
        QT_TRANSLATE_NOOP("Preferences", "Suggestions drawn at random"),
        QT_TRANSLATE_NOOP(
            "Preferences",
            "They come among the doubtful places. Only they tell how often suggestions are wrong.",
        ),
        _doubts,
        (
            (0, QT_TRANSLATE_NOOP("Preferences", "None")),
            (2, "2 %"),
            (5, "5 %"),
            (10, "10 %"),
            (20, "20 %"),
        ),
    ),
    Preference(
        "scheme",
        Section.WORK,
        Editor.VERB,
        QT_TRANSLATE_NOOP("Preferences", "The project's scheme…"),
        QT_TRANSLATE_NOOP(
            "Preferences", "Labels, quote types, roles and reasons, for everyone in this project."
        ),
        project=True,
    ),
    Preference(
        "pipeline",
        Section.WORK,
        Editor.VERB,
        QT_TRANSLATE_NOOP("Preferences", "Pipeline for suggestions…"),
        QT_TRANSLATE_NOOP("Preferences", "What marks new articles before you see them."),
        project=True,
    ),
    Preference(
        "keys",
        Section.WORK,
        Editor.VERB,
        QT_TRANSLATE_NOOP("Preferences", "Change the keys…"),
        QT_TRANSLATE_NOOP("Preferences", "Every action can have another key."),
    ),
    _same("same_case", QT_TRANSLATE_NOOP("Preferences", "Also with other capitals")),
    _same("same_spaces", QT_TRANSLATE_NOOP("Preferences", "Also with no-break spaces")),
    _same(
        "same_compounds",
        QT_TRANSLATE_NOOP("Preferences", "Also at the head of a compound"),
        QT_TRANSLATE_NOOP("Preferences", "“Nato” in “Nato-Gipfel”."),
    ),
    _same("same_genitive", QT_TRANSLATE_NOOP("Preferences", "Also with the genitive -s")),
)
