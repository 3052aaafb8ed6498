"""The table of scenes: a row for every panel, dialog and state; a new one is one row more."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import acts
from stage import USUAL, Run

from rotstift.ui.panels.status import Job


@dataclass(frozen=True)
class Scene:
    """One picture: what it is called, what it shows, and how the window gets there."""

    name: str
    """Of the file; small letters and hyphens."""
    shows: str
    """What to look at, for the index."""
    run: Run
    """Brings the window there; answers the part to be seen, None for the whole window."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    size: tuple[int, int] = USUAL
    """Of the window in logical pixels."""
    twice: bool = False
    """Whether the whole window is kept at 200 %, too; parts and dialogs always are."""
    project: bool = True
    """False for the window without a project."""


SCENES: tuple[Scene, ...] = (
    Scene("start", "The start page", acts.nothing, size=(1024, 700), project=False),
    Scene("start-recent", "The start page with the last projects", acts.recent, project=False, size=(1024, 700), twice=True),
    Scene("empty", "A project without articles", acts.empty, size=(1024, 700), project=False),
    Scene("front", "The window at work: what the README shows", acts.checked, size=(1480, 920), twice=True),
    Scene("quote", "A quote has the focus, its lines and margin card", lambda s: acts.nothing(s.quote(1))),
    Scene("entity", "An entity has the focus", acts.entity),
    Scene("checked", "Accepted, made and suggested items side by side", acts.checked),
    Scene("role", "Role mode: the candidates are numbered", lambda s: acts.nothing(s.quote(1), s.press("S"))),
    Scene("cue", "Role mode for the cue", lambda s: acts.nothing(s.quote(1), s.press("C")), size=(1024, 700)),
    Scene("reason", "Reason mode: why this is no quote", lambda s: acts.nothing(s.quote(1), s.press("N")), size=(1024, 700)),
    Scene("part-word", "Part-word mode: edges by a character", lambda s: acts.nothing(s.focus("Osterloh"), s.press("T")), size=(1024, 700)),
    Scene("offer", "Words selected with the mouse: the labels come to them", acts.offer),
    Scene("word", "The word cursor", lambda s: acts.nothing(s.program.desk.go.point(s.span("Chlor").start)), size=(1024, 700)),
    Scene("same-said", "After a correction: `.` does it to all further mentions", acts.same_said, size=(1024, 700)),
    Scene("same", "The preview of same for all", acts.same),
    Scene("same-project", "The same in the whole project, every hit in its sentence", acts.same_project),
    Scene("identity", "Identity mode: who is it?", acts.identity),
    Scene("identity-name", "Who or what it is, with its Wikidata id", lambda s: acts.dialog(s, "identity_name", s.focus("Osterloh"))),
    Scene("voices", "Who says how much", acts.voices),
    Scene("negative", "A negative: these marks are no quote", acts.negative, size=(1024, 700)),
    Scene("notes", "Notes in the margin, on an item and on the article", acts.notes),
    Scene("note", "Writing a note", lambda s: acts.dialog(s, "note", s.quote(1))),
    Scene("guideline", "The guideline of what has the focus", lambda s: acts.nothing(s.quote(1), s.run("guideline"))),
    Scene("history", "History after a few corrections, one undone", acts.history),
    Scene("entities", "The entities of the article", lambda s: acts.checked(s) or s.window.right),
    Scene("long", "A long article, scrolled", acts.long),
    Scene("right-to-left", "Text from right to left", lambda s: acts.nothing(s.open("rtl")), size=(1024, 700), twice=True),
    Scene("small", "The smallest window", lambda s: acts.nothing(s.quote(1)), size=(1024, 700), twice=True),
    Scene("folded", "Both side panels folded", lambda s: acts.nothing(s.quote(1), s.press("F8", "F9")), size=(1024, 700)),
    Scene("large-text", "Larger text", lambda s: acts.nothing(s.quote(1)), {"text_size": 26}),
    Scene("sans", "The article in the sans face, narrow lines", lambda s: acts.nothing(s.quote(1)), {"typeface": "sans", "line_width": 60}),
    Scene("safe-colours", "The colours for every eye", lambda s: acts.nothing(s.quote(1)), {"palette": "safe"}),
    Scene("list-open", "The list narrowed to what is open", lambda s: acts.narrowed(s, "open")),
    Scene("list-confirmed", "The list narrowed to what is confirmed", lambda s: acts.narrowed(s, "confirmed")),
    Scene("search", "Searching the articles", lambda s: acts.searched(s, "Brodersen"), size=(1024, 700)),
    Scene("search-none", "A search without a hit", lambda s: acts.searched(s, "Bernsteinzimmer"), size=(1024, 700)),
    Scene("job", "Long work shows how far it is", lambda s: acts.job(s, Job("import", "", 1_240, 3_000)), size=(1024, 700)),
    Scene("error", "An error in the status line", acts.error, size=(1024, 700)),
    Scene("disk-full", "The disk takes nothing more", acts.disk_full, size=(1024, 700)),
    Scene("menu-entity", "The context menu of an entity", lambda s: s.menu("Ahlers")),
    Scene("menu-quote", "The context menu of a quote", lambda s: s.menu("ist kein Luxus“, sagte")),
    Scene("menu-words", "The context menu of a word", lambda s: s.menu("Thermoskannen")),
    Scene("menu-file", "The menu for files", lambda s: acts.menu(s, 0)),
    Scene("menu-article", "The menu for the article", lambda s: acts.menu(s, 1)),
    Scene("menu-mark", "The menu for marking", lambda s: acts.menu(s, 3)),
    Scene("menu-view", "The menu for viewing", lambda s: acts.menu(s, 5)),
    Scene("everything", "Ctrl+K: articles, names, quotes and actions by a few letters", lambda s: acts.everything(s, "br")),
    Scene("everything-none", "Ctrl+K without an answer", lambda s: acts.everything(s, "xyzzy"), size=(1024, 700)),
    Scene("find", "Ctrl+F: words in the article", lambda s: acts.found(s, "becken")),
    Scene("find-none", "Ctrl+F without a hit", lambda s: acts.found(s, "Bernsteinzimmer"), size=(1024, 700)),
    Scene("project-search", "Ctrl+Shift+F: hits in their lines, by article", lambda s: acts.project_searched(s, "label:PER")),
    Scene("project-search-offers", "What a field of the search can be", lambda s: acts.project_searched(s, "die label:"), size=(1024, 700)),
    Scene("project-search-wrong", "A search that cannot be meant", lambda s: acts.project_searched(s, "label:XYZ "), size=(1024, 700)),
    Scene("list-menu", "The list's filters, orders and saved filters", acts.list_menu),
    Scene("search-project-none", "The same without a hit", lambda s: acts.search_project(s, "Bernsteinzimmer"), size=(1024, 700)),
    Scene("new", "A new project", acts.new),
    Scene("waiting", "Something that has to be waited for", acts.waiting),
    Scene("coach", "The first article, guided", acts.coach, project=False),
    Scene("coach-small", "The same in the smallest window", acts.coach, project=False, size=(1024, 700), twice=True),
    Scene("keys", "The key sheet", lambda s: acts.dialog(s, "keys")),
    Scene("keys-search", "The key sheet, searched", acts.keys_searched),
    Scene("keys-conflict", "A key that is taken already", acts.keys_conflict),
    Scene("settings", "The settings", lambda s: acts.dialog(s, "settings")),
    Scene("colours", "Own colours for the labels", lambda s: acts.dialog(s, "colours")),
    Scene("scheme", "The scheme: labels, roles, reasons", lambda s: acts.dialog(s, "scheme")),
    Scene("scheme-merge", "What a merged label does to the articles, before it is done", acts.scheme_merged),
    Scene("import-report", "What came in, and what did not", acts.import_report),
    Scene("export", "Export", acts.export),
    Scene("export-report", "What an export wrote, adapted and left out", acts.export_report),
    Scene("train", "Train on what was confirmed", acts.train),
    Scene("training", "A training on its way", acts.training),
    Scene("trained", "A training that has ended", acts.trained),
    Scene("compare", "Which pipelines to compare", lambda s: acts.dialog(s, "compare")),
    Scene("comparison", "How the pipelines did", acts.comparison),
    Scene("comparison-errors", "What the pipelines did otherwise", lambda s: acts.tab(acts.comparison(s), 1)),
    Scene("pipelines", "The pipelines", acts.pipelines),
    Scene("record", "How right the suggestions were", acts.record),
    Scene("record-became", "What they were corrected into", lambda s: acts.tab(acts.record(s), 1)),
    Scene("record-days", "How the work went over the days", lambda s: acts.tab(acts.record(s), 2)),
    Scene("record-empty", "The record before anything is settled", lambda s: acts.dialog(s, "record")),
    Scene("about", "About Rotstift", acts.about),
)  # fmt: skip
